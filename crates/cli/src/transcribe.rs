//! `attunectl transcribe`: from a sound file to text, without a vault. Nothing is kept.

mod pcm;

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use audio::ImportError;
use clap::Args;
use contract::{ApiError, ErrorCode};
use serde::Serialize;
use speech::{
    CancelToken, Event, FailureCode, Identified, ModelError, ModelFile, ModelKind, Outcome, Request, Segment,
    Speaker, SpeechError, Transcriber as _, WorkerTranscriber,
};

use crate::arguments::invalid;
use crate::context::{Context, interruption, worker};
use crate::exit::{Exit, Failure};
use crate::output::{Output, clock, word};
use pcm::FilePcm;

#[derive(Args)]
pub(crate) struct TranscribeArgs {
    /// The sound file. With two distinct channels the left is the therapist and the right the client.
    audio: PathBuf,
    /// The speech model's file (whisper.cpp's ggml format).
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// Language, such as en; without it a multilingual model finds out.
    #[arg(long)]
    language: Option<String>,
    /// Threads to use; as many as there are processors unless said otherwise.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroU32>,
}

/// What was said.
#[derive(Serialize)]
struct Transcription {
    duration_ms: u64,
    language: String,
    segments: Vec<SegmentView>,
}

#[derive(Serialize)]
struct SegmentView {
    start_ms: u64,
    end_ms: u64,
    speaker: Speaker,
    text: String,
    confidence: f32,
}

impl From<Segment> for SegmentView {
    fn from(segment: Segment) -> Self {
        let Segment { start_ms, end_ms, speaker, text, confidence } = segment;
        Self { start_ms, end_ms, speaker, text, confidence }
    }
}

pub(crate) async fn run(context: &Context, args: TranscribeArgs) -> Result<Exit, Failure> {
    let language = args.language.as_deref().map(primary_language).transpose()?;
    let cancel = Cancel::default();
    let (output, stop) = (context.output, cancel.clone());
    let work = tokio::task::spawn_blocking(move || transcribe(output, &args, language, &cancel));
    tokio::pin!(work);
    let result = tokio::select! {
        result = &mut work => result,
        () = interruption() => {
            stop.cancel();
            work.await
        }
    };
    let transcription =
        result.map_err(|_| Failure::internal("Transcription failed inside the program."))??;
    output.show(&transcription, describe)
}

/// Stops decoding and speech recognition alike.
#[derive(Clone, Default)]
struct Cancel {
    audio: audio::CancelToken,
    speech: CancelToken,
}

impl Cancel {
    fn cancel(&self) {
        self.audio.cancel();
        self.speech.cancel();
    }
}

fn transcribe(
    output: Output,
    args: &TranscribeArgs,
    language: Option<String>,
    cancel: &Cancel,
) -> Result<Transcription, Failure> {
    // Said here, because the decoder's own words are about files that a vault takes in.
    std::fs::File::open(&args.audio).map_err(|error| Failure::cannot_read("The sound file", &error))?;
    let mut sound = FilePcm::open(&args.audio, &cancel.audio).map_err(unreadable_audio)?;
    let model = check_model(&args.model, output)?;
    let worker = worker()?;
    let transcriber = WorkerTranscriber { executable: worker.executable, args: worker.args };
    let request = Request { model, voice_activity: None, language, threads: args.threads };
    let mut segments = Vec::new();
    let mut progress = output.progress("Transcribing");
    let mut on_event = |event| match event {
        Event::Segment(segment) => segments.push(SegmentView::from(segment)),
        Event::Progress { done_ms, total_ms } => progress.at(done_ms, total_ms, &clock(done_ms), None),
        Event::Ready { .. } => {}
    };
    let outcome = transcriber.transcribe(&request, &mut sound, &mut on_event, &cancel.speech);
    drop(progress);
    let Outcome { duration_ms, language, gaps, .. } = outcome.map_err(failed)?;
    if !gaps.is_empty() {
        output.remark(&format!("{} stretches sounded like speech and gave no usable text.", gaps.len()));
    }
    Ok(Transcription { duration_ms, language, segments })
}

/// Checks a model file before a worker is given it, and says so when it is not one to rely on.
fn check_model(path: &Path, output: Output) -> Result<ModelFile, Failure> {
    let unusable = |message: &str| Failure::new(ErrorCode::ModelUnusable, message);
    let identified = speech::catalogue::identify(path).map_err(|error| match error {
        ModelError::Io(error) => Failure::cannot_read("The model file", &error),
        error => unusable(&format!("The model cannot be used: {error}.")),
    })?;
    let sha256 = match identified {
        Identified::Listed(entry) => {
            match entry.kind {
                ModelKind::Speech => {}
                ModelKind::Demo => output.remark(&format!("{}.", entry.title)),
                ModelKind::VoiceActivity => {
                    return Err(unusable(
                        "This model finds where someone speaks; it cannot transcribe. Choose a speech model.",
                    ));
                }
            }
            entry.sha256.to_owned()
        }
        Identified::Unknown { sha256 } => {
            let file =
                std::fs::File::open(path).map_err(|error| Failure::cannot_read("The model file", &error))?;
            speech::model_header::read_header(file)
                .map_err(|error| unusable(&format!("This file is not a usable speech model: {error}.")))?;
            output.remark("This model is not one of the published ones; how well it works is not known.");
            sha256
        }
    };
    Ok(ModelFile { path: path.to_owned(), sha256 })
}

/// The language of a BCP 47 tag, which is all that the models tell apart: `en-GB` is `en`.
fn primary_language(tag: &str) -> Result<String, Failure> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let is_code = (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_code {
        Ok(primary)
    } else {
        Err(invalid("language", "This is no language code such as en or pt-BR."))
    }
}

fn unreadable_audio(error: ImportError) -> Failure {
    let code = match error {
        ImportError::Cancelled => ErrorCode::Cancelled,
        _ => ErrorCode::UnreadableAudio,
    };
    ApiError::new(code, error.to_string()).into()
}

fn failed(error: SpeechError) -> Failure {
    let (code, message) = match error {
        SpeechError::Audio(error) => {
            let inner = error.into_inner().and_then(|inner| inner.downcast::<ImportError>().ok());
            return unreadable_audio(inner.map_or(ImportError::Malformed, |inner| *inner));
        }
        SpeechError::Cancelled => (ErrorCode::Cancelled, "Stopped. Nothing was kept.".to_owned()),
        SpeechError::WorkerCrashed { exit } => (
            ErrorCode::WorkerCrashed,
            format!(
                "The speech program stopped unexpectedly ({exit}). The sound file is untouched. Try again, or use a smaller model."
            ),
        ),
        SpeechError::WorkerStart(_) => (
            ErrorCode::Internal,
            "The speech program could not be started. Run `attunectl doctor`.".to_owned(),
        ),
        SpeechError::Protocol => {
            (ErrorCode::Internal, "The speech program answered in an unknown way.".to_owned())
        }
        SpeechError::Failed(FailureCode::LanguageUnsupported) => {
            return invalid("language", "The model does not know this language.");
        }
        SpeechError::Failed(
            code @ (FailureCode::ModelUnreadable
            | FailureCode::ModelHashMismatch
            | FailureCode::ModelMalformed
            | FailureCode::ModelNotLoaded),
        ) => (ErrorCode::ModelUnusable, format!("The model cannot be used: {code}.")),
        SpeechError::Failed(code) => (ErrorCode::Internal, format!("Transcription failed: {code}.")),
    };
    Failure::new(code, message)
}

fn describe(transcription: &Transcription) -> String {
    let mut text = String::new();
    for segment in &transcription.segments {
        let (start, speaker) = (clock(segment.start_ms), word(&segment.speaker));
        text.push_str(&format!("{start:>7}  {speaker:<9}  {}\n", segment.text));
    }
    if text.is_empty() { "No speech was found.".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_are_cut_to_the_language() {
        for (tag, language) in [("en", "en"), ("EN-gb", "en"), ("pt_BR", "pt"), ("haw", "haw")] {
            assert_eq!(primary_language(tag).unwrap(), language, "the language of {tag}");
        }
        for tag in ["", "e", "english", "12", "-en"] {
            assert!(primary_language(tag).is_err(), "{tag:?} is no language");
        }
    }
}

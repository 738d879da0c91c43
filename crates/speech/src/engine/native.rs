//! The only place that calls whisper.cpp.

use std::fs::File;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use whisper_rs::{
    FullParams, SamplingStrategy, SystemInfo, WhisperContext, WhisperContextParameters, WhisperState,
    WhisperVadContext, WhisperVadContextParams,
};

use super::level::FRAME;
use crate::catalogue::{self, ModelKind};
use crate::install::sha256_of;
use crate::model_header::{ModelHeader, read_header};
use crate::{CancelToken, FailureCode, ModelError, ModelFile, SAMPLE_RATE_HZ};

/// More threads than this make whisper.cpp slower on common machines.
const MAX_DEFAULT_THREADS: usize = 8;
/// Width of a network below which one thread is best.
const MIN_STATE_FOR_THREADS: u32 = 256;
/// Shorter audio is padded with silence; whisper.cpp refuses less than 0.1 s and guesses badly below 1 s.
const MIN_SAMPLES: usize = 2 * SAMPLE_RATE_HZ as usize;

/// A token of text with its probability and the time in the window at which it ends, milliseconds.
pub(crate) struct Token {
    pub(crate) bytes: Vec<u8>,
    pub(crate) probability: f32,
    pub(crate) end_ms: u64,
}

/// A stretch of text as the model marked it, with its time in the window, milliseconds.
pub(crate) struct Phrase {
    pub(crate) start_ms: u64,
    pub(crate) end_ms: u64,
    pub(crate) tokens: Vec<Token>,
}

/// A loaded speech model.
pub(crate) struct Recogniser {
    state: WhisperState,
    end_of_text: i32,
    /// None until a multilingual model has detected it.
    language: Option<String>,
    threads: i32,
    cancel: CancelToken,
}

impl Recogniser {
    /// Checks the file (hash, then structure), then gives it to native code.
    pub(crate) fn load(
        model: &ModelFile,
        language: Option<&str>,
        threads: Option<u32>,
        before_load: impl FnOnce(u64),
        cancel: &CancelToken,
    ) -> Result<Self, FailureCode> {
        check_processor()?;
        whisper_rs::install_logging_hooks();
        let (mut file, path) = open_checked(model, cancel)?;
        let header = read_header(&mut file).map_err(|_| FailureCode::ModelMalformed)?;
        let language = choose_language(language, header.is_multilingual())?;
        before_load(file.metadata().map_err(|_| FailureCode::ModelUnreadable)?.len());
        let context = WhisperContext::new_with_params(&path, WhisperContextParameters::default())
            .map_err(|_| FailureCode::ModelNotLoaded)?;
        let end_of_text = context.token_eot();
        let state = context.create_state().map_err(|_| FailureCode::ModelNotLoaded)?;
        let threads = thread_count(threads, &header);
        Ok(Self { state, end_of_text, language, threads, cancel: cancel.clone() })
    }

    /// The language in use; English until one has been detected.
    pub(crate) fn language(&self) -> &str {
        self.language.as_deref().unwrap_or("en")
    }

    /// Transcribes at most 30 s of samples in -1..1.
    pub(crate) fn transcribe(&mut self, samples: &[f32]) -> Result<Vec<Phrase>, FailureCode> {
        let mut padded = samples.to_vec();
        padded.resize(padded.len().max(MIN_SAMPLES), 0.0);
        let language = self.language.clone();
        let params = parameters(language.as_deref(), self.threads, &self.cancel);
        self.state.full(params, &padded).map_err(|_| FailureCode::Inference)?;
        if self.language.is_none() {
            let detected = whisper_rs::get_lang_str(self.state.full_lang_id_from_state());
            self.language = detected.map(ToOwned::to_owned);
        }
        Ok(self.phrases())
    }

    fn phrases(&self) -> Vec<Phrase> {
        let ms = |centiseconds: i64| u64::try_from(centiseconds).unwrap_or(0) * 10;
        self.state
            .as_iter()
            .map(|segment| {
                let tokens = (0..segment.n_tokens()).filter_map(|index| segment.get_token(index));
                let tokens = tokens.filter(|token| token.token_id() < self.end_of_text).filter_map(|token| {
                    let data = token.token_data();
                    let bytes = token.to_bytes().ok()?.to_vec();
                    Some(Token { bytes, probability: data.p, end_ms: ms(data.t1) })
                });
                let tokens = tokens.collect();
                Phrase {
                    start_ms: ms(segment.start_timestamp()),
                    end_ms: ms(segment.end_timestamp()),
                    tokens,
                }
            })
            .collect()
    }
}

fn parameters<'a>(language: Option<&'a str>, threads: i32, cancel: &CancelToken) -> FullParams<'a, 'static> {
    let mut params = FullParams::new(SamplingStrategy::Greedy { best_of: 1 });
    params.set_n_threads(threads);
    params.set_language(Some(language.unwrap_or("auto")));
    // Earlier text as a prompt makes models repeat themselves; windows stand on their own.
    params.set_no_context(true);
    params.set_n_max_text_ctx(0);
    params.set_token_timestamps(true);
    params.set_suppress_blank(true);
    params.set_suppress_nst(true);
    params.set_temperature(0.0);
    params.set_temperature_inc(0.2);
    params.set_entropy_thold(2.4);
    params.set_logprob_thold(-1.0);
    params.set_no_speech_thold(0.6);
    params.set_print_special(false);
    params.set_print_progress(false);
    params.set_print_realtime(false);
    params.set_print_timestamps(false);
    let cancel = cancel.clone();
    // The closure has to be boxed as this very type: whisper-rs 0.16 casts the pointer it keeps to the
    // type it is given here, and what it keeps is a boxed trait object.
    let should_stop: Box<dyn FnMut() -> bool> = Box::new(move || cancel.is_cancelled());
    params.set_abort_callback_safe::<_, Box<dyn FnMut() -> bool>>(should_stop);
    params
}

/// Threads of whisper.cpp wait for each other by spinning, thousands of times a second. A network as small
/// as the demo model's gains nothing from a second thread, and loses much on a busy machine.
fn thread_count(wanted: Option<u32>, header: &ModelHeader) -> i32 {
    let available = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let useful = if header.state < MIN_STATE_FOR_THREADS { 1 } else { available.min(MAX_DEFAULT_THREADS) };
    let count = wanted.map_or(useful, |count| count.clamp(1, 64) as usize);
    i32::try_from(count).unwrap_or(1)
}

/// Which language to ask for; none lets the model detect it.
fn choose_language(wanted: Option<&str>, multilingual: bool) -> Result<Option<String>, FailureCode> {
    match wanted {
        None if multilingual => Ok(None),
        None | Some("en") => Ok(Some("en".to_owned())),
        // A zero byte would make whisper-rs panic.
        Some(code) if multilingual && !code.contains('\0') && whisper_rs::get_lang_id(code).is_some() => {
            Ok(Some(code.to_owned()))
        }
        Some(_) => Err(FailureCode::LanguageUnsupported),
    }
}

/// whisper.cpp is compiled for a fixed set of instructions; on a processor without them it would die on
/// the first of them, so that is found out here.
fn check_processor() -> Result<(), FailureCode> {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    {
        let built = SystemInfo::default();
        let lacking = (built.avx && !is_x86_feature_detected!("avx"))
            || (built.avx2 && !is_x86_feature_detected!("avx2"))
            || (built.fma && !is_x86_feature_detected!("fma"))
            || (built.f16c && !is_x86_feature_detected!("f16c"));
        if lacking {
            return Err(FailureCode::ProcessorUnsupported);
        }
    }
    Ok(())
}

/// Opens a model, checks its hash, and gives the path native code shall use for it.
fn open_checked(model: &ModelFile, cancel: &CancelToken) -> Result<(File, PathBuf), FailureCode> {
    let mut file = File::open(&model.path).map_err(|_| FailureCode::ModelUnreadable)?;
    let sha256 = sha256_of(&mut file, cancel).map_err(|error| match error {
        ModelError::Cancelled => FailureCode::ModelNotLoaded,
        _ => FailureCode::ModelUnreadable,
    })?;
    if sha256 != model.sha256 {
        return Err(FailureCode::ModelHashMismatch);
    }
    let path = path_of_open_file(&file, &model.path);
    Ok((file, path))
}

/// The file that was checked must be the file that is loaded, even if another takes its name meanwhile.
fn path_of_open_file(file: &File, path: &Path) -> PathBuf {
    #[cfg(target_os = "linux")]
    {
        let _ = path;
        format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(file)).into()
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = file;
        path.to_owned()
    }
}

/// The voice-activity model. Only the catalogue's own file is taken: there is no check of its structure.
pub(crate) struct VoiceActivity {
    context: WhisperVadContext,
}

impl VoiceActivity {
    pub(crate) fn load(model: &ModelFile, cancel: &CancelToken) -> Result<Self, FailureCode> {
        let listed = catalogue::find_by_sha256(&model.sha256);
        if listed.is_none_or(|entry| entry.kind != ModelKind::VoiceActivity) {
            return Err(FailureCode::ModelMalformed);
        }
        let (_file, path) = open_checked(model, cancel)?;
        let path = path.to_str().ok_or(FailureCode::ModelUnreadable)?;
        let mut params = WhisperVadContextParams::new();
        params.set_n_threads(1);
        let context = WhisperVadContext::new(path, params).map_err(|_| FailureCode::ModelNotLoaded)?;
        Ok(Self { context })
    }

    /// Probability of speech for each frame of [`FRAME`] samples in -1..1.
    pub(crate) fn probabilities(&mut self, samples: &[f32]) -> Result<Vec<f32>, FailureCode> {
        if samples.len() < FRAME {
            return Ok(Vec::new());
        }
        self.context.detect_speech(samples).map_err(|_| FailureCode::Inference)?;
        Ok(self.context.probabilities().to_vec())
    }
}

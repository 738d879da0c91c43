//! Reading the sample sessions, running the worker on them, and comparing words.
#![allow(dead_code, unreachable_pub)]

use std::path::{Path, PathBuf};

use serde::Deserialize;
use speech::{
    CancelToken, ChannelCount, Event, MemoryPcm, ModelFile, Outcome, PcmSource, Request, Segment, Speaker,
    SpeechError, Transcriber, WorkerTranscriber,
};

pub const DEMO_SHA256: &str = "f3384ee6f54701c068d2cada18aa70157de078eab703452f06739aafdb80ba03";

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/speech").join(name)
}

/// A file of the data that lies beside a development checkout; none elsewhere.
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !path.exists() {
        println!("skipped: shared data absent");
        return None;
    }
    Some(path)
}

pub fn worker() -> WorkerTranscriber {
    WorkerTranscriber { executable: env!("CARGO_BIN_EXE_speech-worker").into(), args: Vec::new() }
}

pub fn demo_request() -> Request {
    let model = ModelFile { path: fixture("attune-tiny-therapy.bin"), sha256: DEMO_SHA256.into() };
    Request { model, voice_activity: None, language: Some("en".into()), threads: None }
}

pub fn silero() -> Option<ModelFile> {
    let path = shared("models/for-tests-silero-v6.2.0-ggml.bin")?;
    Some(ModelFile { path, sha256: speech::catalogue::find("silero-v6.2.0").unwrap().sha256.into() })
}

pub fn read_flac(path: &Path) -> MemoryPcm {
    let mut reader = claxon::FlacReader::open(path).unwrap();
    let info = reader.streaminfo();
    assert_eq!((info.sample_rate, info.bits_per_sample), (16_000, 16), "sessions are 16 kHz and 16 bit");
    let channels = if info.channels == 1 { ChannelCount::Mono } else { ChannelCount::Stereo };
    MemoryPcm::new(channels, reader.samples().map(|sample| sample.unwrap() as i16).collect())
}

pub fn samples_of(mut pcm: MemoryPcm) -> Vec<i16> {
    let mut samples = vec![0; pcm.total_frames().unwrap() as usize * pcm.channels().get()];
    assert_eq!(pcm.read(&mut samples).unwrap(), samples.len(), "memory gives everything at once");
    samples
}

#[derive(Deserialize)]
pub struct Reference {
    pub duration_ms: u64,
    pub turns: Vec<Turn>,
}

#[derive(Deserialize)]
pub struct Turn {
    pub speaker: String,
    pub start_ms: u64,
    pub end_ms: u64,
    pub text: String,
}

impl Turn {
    pub fn speaker(&self) -> Speaker {
        if self.speaker == "therapist" { Speaker::Therapist } else { Speaker::Client }
    }
}

impl Reference {
    pub fn load(session: &str) -> Self {
        let json = std::fs::read(fixture(&format!("session-{session}.json"))).unwrap();
        serde_json::from_slice(&json).unwrap()
    }

    pub fn words(&self) -> Vec<String> {
        self.turns.iter().flat_map(|turn| words(&turn.text)).collect()
    }
}

pub fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

pub fn words_of(segments: &[Segment]) -> Vec<String> {
    segments.iter().flat_map(|segment| words(&segment.text)).collect()
}

/// Word error rate: insertions, deletions and substitutions over the length of the reference.
pub fn word_error_rate(reference: &[String], heard: &[String]) -> f64 {
    let mut row: Vec<usize> = (0..=heard.len()).collect();
    for (i, word) in reference.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in heard.iter().enumerate() {
            let substitution = diagonal + usize::from(word != other);
            diagonal = row[j + 1];
            row[j + 1] = substitution.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[heard.len()] as f64 / reference.len() as f64
}

pub struct Run {
    pub result: Result<Outcome, SpeechError>,
    pub segments: Vec<Segment>,
    pub events: Vec<Event>,
}

pub fn transcribe(request: &Request, audio: &mut dyn PcmSource) -> Run {
    let mut events = Vec::new();
    let result = worker().transcribe(request, audio, &mut |event| events.push(event), &CancelToken::new());
    let segments = events
        .iter()
        .filter_map(|event| match event {
            Event::Segment(segment) => Some(segment.clone()),
            _ => None,
        })
        .collect();
    Run { result, segments, events }
}

/// Starts never go back, ends never lie before starts or behind the recording, no text is empty.
pub fn assert_well_formed(segments: &[Segment], duration_ms: u64) {
    let mut last = 0;
    for segment in segments {
        assert!(segment.start_ms >= last, "a start at {} ms follows one at {last} ms", segment.start_ms);
        assert!(segment.start_ms <= segment.end_ms, "a segment must not end before it starts");
        assert!(segment.end_ms <= duration_ms, "a segment must lie within the recording");
        assert!((0.0..=1.0).contains(&segment.confidence), "confidence is a probability");
        assert!(!segment.text.trim().is_empty(), "a segment has words");
        last = segment.start_ms;
    }
}

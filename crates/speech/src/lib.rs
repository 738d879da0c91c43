//! On-device transcription: the list of speech models, the check of a model file before native code
//! sees it, the worker process that runs whisper.cpp, and the rules that turn its output into segments.
//!
//! This crate must never reach for the network, never write audio or text to disk, never log what was
//! said or a person's file path, and never load a model in the calling process: whisper.cpp is C++ that
//! has had memory errors on bad input, so it runs in a child process that may die without harm.
//!
//! Where to start: [`catalogue`] lists and installs models, [`WorkerTranscriber`] (a [`Transcriber`])
//! turns a [`PcmSource`] into [`Event`]s and an [`Outcome`], and [`worker::run`] is what an executable
//! calls when it is started as that worker.

mod cancel;
pub mod catalogue;
mod engine;
mod error;
mod install;
pub mod model_header;
mod transcript;
pub mod worker;

pub use cancel::CancelToken;
pub use catalogue::{CatalogueEntry, Identified, Languages, ModelKind};
pub use engine::channels::channels_are_distinct;
pub use error::{FailureCode, ModelError, SpeechError, WorkerExit};
pub use install::{CopyProgress, Identity, InstalledModel, InstalledState, Unlisted};
pub use transcript::{
    ChannelCount, Event, MemoryPcm, ModelFile, Outcome, PcmSource, Request, SAMPLE_RATE_HZ, Segment, Span,
    Speaker, SpeakerChannels, Transcriber,
};
pub use worker::WorkerTranscriber;

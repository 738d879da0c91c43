//! From samples to segments. Runs in the worker, but for the judging of channels, which is plain
//! arithmetic and happens in the parent.

mod activity;
pub(crate) mod channels;
mod intake;
mod lane;
mod level;
mod loops;
mod native;
mod phrases;

use std::collections::VecDeque;

use intake::Intake;
use lane::{Lane, Window};
use native::{Recogniser, VoiceActivity};
use phrases::segments_of;

use crate::worker::{FromWorker, Start};
use crate::{CancelToken, FailureCode, SAMPLE_RATE_HZ, Segment};

/// What a finished transcription says besides its segments.
pub(crate) struct Finished {
    pub(crate) language: String,
    pub(crate) duration_ms: u64,
}

pub(crate) fn samples_to_ms(samples: u64) -> u64 {
    samples.saturating_mul(1000) / u64::from(SAMPLE_RATE_HZ)
}

/// Transcribes what `next_audio` gives (interleaved samples, none at the end) and reports through `emit`.
/// `before_load` is told the size of the model in bytes just before native code gets it.
pub(crate) fn transcribe(
    start: &Start,
    before_load: impl FnOnce(u64),
    next_audio: &mut dyn FnMut() -> Result<Option<Vec<i16>>, FailureCode>,
    emit: &mut dyn FnMut(FromWorker),
    cancel: &CancelToken,
) -> Result<Finished, FailureCode> {
    let language = start.language.as_deref();
    let recogniser = Recogniser::load(&start.model, language, start.threads, before_load, cancel)?;
    let detector =
        start.voice_activity.as_ref().map(|model| VoiceActivity::load(model, cancel)).transpose()?;
    emit(FromWorker::Ready);
    let mut intake = Intake::new(start.layout, detector);
    let mut run = Run { recogniser, emit, cancel, held: VecDeque::new(), last_start_ms: 0, done_ms: 0 };
    loop {
        let audio = next_audio()?;
        if let Some(samples) = &audio {
            (run.emit)(FromWorker::Taken { frames: (samples.len() / start.layout.per_frame()) as u64 });
            if !intake.push(samples)? {
                continue;
            }
        } else {
            intake.finish()?;
        }
        run.work(&mut intake.lanes, audio.is_none(), intake.frames)?;
        if audio.is_none() {
            let duration_ms = samples_to_ms(intake.frames);
            return Ok(Finished { language: run.recogniser.language().to_owned(), duration_ms });
        }
    }
}

struct Run<'a> {
    recogniser: Recogniser,
    emit: &'a mut dyn FnMut(FromWorker),
    cancel: &'a CancelToken,
    /// Segments of one lane wait here until the other lane has come as far, in order of their start.
    held: VecDeque<Segment>,
    last_start_ms: u64,
    done_ms: u64,
}

impl Run<'_> {
    /// Makes all windows that can be made now.
    fn work(&mut self, lanes: &mut [Lane], at_end: bool, heard: u64) -> Result<(), FailureCode> {
        loop {
            let mut idle = true;
            for lane in &mut *lanes {
                while let Some(window) = lane.next_window(at_end) {
                    if self.cancel.is_cancelled() {
                        return Err(FailureCode::Inference);
                    }
                    self.transcribe_window(&window, lane, heard)?;
                    idle = false;
                    if !at_end {
                        break;
                    }
                }
            }
            let done = lanes.iter().map(Lane::position).min().unwrap_or(heard);
            self.release(samples_to_ms(if at_end { u64::MAX } else { done }));
            self.progress(samples_to_ms(done));
            if idle {
                return Ok(());
            }
        }
    }

    fn transcribe_window(&mut self, window: &Window, lane: &Lane, heard: u64) -> Result<(), FailureCode> {
        let phrases = self.recogniser.transcribe(&window.samples)?;
        let (segments, gaps) = segments_of(&phrases, window, lane.speaker, samples_to_ms(heard));
        self.held.extend(segments);
        self.held.make_contiguous().sort_by_key(|segment| segment.start_ms);
        for span in gaps {
            (self.emit)(FromWorker::Gap { span });
        }
        Ok(())
    }

    fn release(&mut self, before_ms: u64) {
        while self.held.front().is_some_and(|segment| segment.start_ms < before_ms) {
            let Some(mut segment) = self.held.pop_front() else { return };
            // Padding of neighbouring windows may overlap by a breath; starts never go back.
            segment.start_ms = segment.start_ms.max(self.last_start_ms);
            segment.end_ms = segment.end_ms.max(segment.start_ms);
            self.last_start_ms = segment.start_ms;
            (self.emit)(FromWorker::Segment { segment });
        }
    }

    fn progress(&mut self, done_ms: u64) {
        if done_ms > self.done_ms {
            self.done_ms = done_ms;
            (self.emit)(FromWorker::Progress { done_ms });
        }
    }
}

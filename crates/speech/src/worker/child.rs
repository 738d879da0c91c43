use std::io::{Read, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::limits;
use super::protocol::{Frame, FromWorker, MAX_WAITING_FRAMES, Start, ToWorker, read_frame, write_control};
use crate::{CancelToken, FailureCode, engine};

/// Exit status after a cancel, or when the parent is gone.
const STOPPED: u8 = 3;
/// Exit status after a failure that was reported.
const FAILED: u8 = 4;

/// Takes over this process as a speech worker until one transcription is done, failed or cancelled.
///
/// Call it from `main` and return its result. Nothing else may use `stdin` or `stdout`. When `stdin` ends
/// (the parent closed it or died) or a write to `stdout` fails, the process exits on the spot, whatever
/// native code is doing.
pub fn run<I, O>(stdin: I, mut stdout: O) -> ExitCode
where
    I: Read + Send + 'static,
    O: Write,
{
    limits::apply_early();
    let (sender, inputs) = channel();
    let cancel = CancelToken::new();
    let waiting = Arc::new(AtomicU64::new(0));
    let reader = Reader { inputs: sender, cancel: cancel.clone(), waiting: Arc::clone(&waiting) };
    let thread = std::thread::Builder::new().name("speech-input".into()).spawn(move || reader.run(stdin));
    if thread.is_err() {
        return ExitCode::from(FAILED);
    }
    let mut emit = |message: FromWorker| {
        if write_control(&mut stdout, &message).is_err() {
            exit_now();
        }
    };
    let result = match inputs.recv() {
        Ok(Input::Start(start)) => {
            let mut next = || next_audio(&inputs, &waiting);
            engine::transcribe(&start, limits::apply_for_model, &mut next, &mut emit, &cancel)
        }
        _ => Err(FailureCode::InvalidMessage),
    };
    match result {
        _ if cancel.is_cancelled() => ExitCode::from(STOPPED),
        Ok(finished) => {
            emit(FromWorker::Finished { language: finished.language, duration_ms: finished.duration_ms });
            ExitCode::SUCCESS
        }
        Err(code) => {
            emit(FromWorker::Failed { code });
            ExitCode::from(FAILED)
        }
    }
}

/// Without the parent there is nobody to work for. Threads in native code cannot be asked to end.
fn exit_now() -> ! {
    std::process::exit(STOPPED.into())
}

/// What the input thread hands on.
enum Input {
    Start(Start),
    Audio(Vec<i16>),
    End,
    Invalid,
}

fn next_audio(inputs: &Receiver<Input>, waiting: &AtomicU64) -> Result<Option<Vec<i16>>, FailureCode> {
    match inputs.recv() {
        Ok(Input::Audio(samples)) => {
            waiting.fetch_sub(samples.len() as u64, Ordering::AcqRel);
            Ok(Some(samples))
        }
        Ok(Input::End) => Ok(None),
        _ => Err(FailureCode::InvalidMessage),
    }
}

/// Reads standard input to its end, always ahead of the work, so that a cancel or the end is seen at once.
struct Reader {
    inputs: Sender<Input>,
    cancel: CancelToken,
    /// Samples handed on and not yet taken, over all channels.
    waiting: Arc<AtomicU64>,
}

impl Reader {
    fn run(self, mut stdin: impl Read) {
        let mut per_frame = 0;
        let mut ended = false;
        loop {
            let input = match read_frame(&mut stdin) {
                Ok(None) => exit_now(),
                Ok(Some(Frame::Control(ToWorker::Cancel))) => {
                    self.cancel.cancel();
                    continue;
                }
                Ok(Some(Frame::Control(ToWorker::Start(start)))) if per_frame == 0 => {
                    per_frame = start.layout.per_frame();
                    Input::Start(start)
                }
                Ok(Some(Frame::Control(ToWorker::End))) if per_frame > 0 && !ended => {
                    ended = true;
                    Input::End
                }
                Ok(Some(Frame::Audio(samples))) if per_frame > 0 && !ended => self.admit(samples, per_frame),
                _ => Input::Invalid,
            };
            let invalid = matches!(input, Input::Invalid);
            if self.inputs.send(input).is_err() {
                exit_now();
            }
            if invalid {
                return;
            }
        }
    }

    fn admit(&self, samples: Vec<i16>, per_frame: usize) -> Input {
        let limit = MAX_WAITING_FRAMES * per_frame as u64;
        let waiting = self.waiting.fetch_add(samples.len() as u64, Ordering::AcqRel);
        let fits = waiting + samples.len() as u64 <= limit && samples.len().is_multiple_of(per_frame);
        if fits { Input::Audio(samples) } else { Input::Invalid }
    }
}

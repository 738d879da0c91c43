use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::protocol::{
    Frame, FromWorker, MAX_WAITING_FRAMES, Start, ToWorker, read_frame, write_audio, write_control,
};
use crate::engine::channels::judge_channels;
use crate::{
    CancelToken, Event, Outcome, PcmSource, Request, SAMPLE_RATE_HZ, Span, SpeakerChannels, SpeechError,
    Transcriber, WorkerExit,
};

/// How often a cancel is looked for while nothing else happens.
const CANCEL_POLL: Duration = Duration::from_millis(50);
/// How long a cancelled worker may take to stop by itself before it is killed.
const CANCEL_GRACE: Duration = Duration::from_millis(500);
/// Samples per channel sent at once: a second.
const CHUNK_FRAMES: u64 = SAMPLE_RATE_HZ as u64;

/// Transcribes in a child process, one per transcription.
#[derive(Clone, Debug)]
pub struct WorkerTranscriber {
    /// The program to start; it must call [`super::run`] when given `args`.
    pub executable: PathBuf,
    /// Its arguments.
    pub args: Vec<String>,
}

impl Transcriber for WorkerTranscriber {
    fn transcribe(
        &self,
        request: &Request,
        audio: &mut dyn PcmSource,
        on_event: &mut dyn FnMut(Event),
        cancel: &CancelToken,
    ) -> Result<Outcome, SpeechError> {
        let layout = judge_channels(audio, cancel)?;
        let channels = layout.channels();
        let start = Start {
            model: request.model.clone(),
            voice_activity: request.voice_activity.clone(),
            language: request.language.clone(),
            threads: request.threads.map(Into::into),
            layout,
        };
        let (mut worker, stdin, stdout) = Worker::start(self)?;
        let (sender, events) = channel();
        std::thread::Builder::new()
            .name("speech-worker-events".into())
            .spawn(move || forward(stdout, &sender))
            .map_err(SpeechError::WorkerStart)?;
        let total_ms = audio.total_frames().map(frames_to_ms);
        let mut session = Session {
            stdin,
            audio,
            on_event,
            cancel,
            events,
            channels,
            total_ms,
            waiting: 0,
            gaps: Vec::new(),
        };
        match session.run(&start) {
            Ending::Outcome(outcome) => Ok(outcome),
            Ending::Error(error) => Err(error),
            Ending::Gone => Err(SpeechError::WorkerCrashed { exit: worker.exit() }),
        }
    }
}

fn frames_to_ms(frames: u64) -> u64 {
    frames.saturating_mul(1000) / u64::from(SAMPLE_RATE_HZ)
}

/// The child process; dropped, it is killed and waited for, so none is ever left behind.
struct Worker(Child);

impl Worker {
    fn start(program: &WorkerTranscriber) -> Result<(Self, ChildStdin, ChildStdout), SpeechError> {
        // What native code writes to standard error can repeat paths and words: nobody gets to see it.
        let mut child = Command::new(&program.executable)
            .args(&program.args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(SpeechError::WorkerStart)?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let worker = Self(child);
        let (stdin, stdout) =
            pipes.ok_or_else(|| SpeechError::WorkerStart(std::io::ErrorKind::BrokenPipe.into()))?;
        Ok((worker, stdin, stdout))
    }

    /// Called when the child has closed its output: it has ended or is about to.
    fn exit(&mut self) -> WorkerExit {
        let deadline = Instant::now() + CANCEL_GRACE;
        while Instant::now() < deadline {
            match self.0.try_wait() {
                Ok(Some(status)) => return describe_exit(status),
                Ok(None) => std::thread::sleep(Duration::from_millis(5)),
                Err(_) => return WorkerExit::Unknown,
            }
        }
        WorkerExit::Unknown
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Both fail only if the child is gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn describe_exit(status: ExitStatus) -> WorkerExit {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return WorkerExit::Signal(signal);
    }
    status.code().map_or(WorkerExit::Unknown, WorkerExit::Code)
}

enum FromPipe {
    Message(FromWorker),
    Malformed,
}

/// Runs in a thread of its own until the child's output ends; then the channel closes.
fn forward(mut stdout: ChildStdout, events: &Sender<FromPipe>) {
    loop {
        let event = match read_frame(&mut stdout) {
            Ok(Some(Frame::Control(message))) => FromPipe::Message(message),
            Ok(None) => return,
            // A child that dies in the middle of a frame has crashed; it did not break the protocol.
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return,
            Ok(Some(Frame::Audio(_))) | Err(_) => FromPipe::Malformed,
        };
        let last = matches!(event, FromPipe::Malformed);
        if events.send(event).is_err() || last {
            return;
        }
    }
}

enum Ending {
    Outcome(Outcome),
    Error(SpeechError),
    /// The child closed its output without a last word.
    Gone,
}

struct Session<'a> {
    stdin: ChildStdin,
    audio: &'a mut dyn PcmSource,
    on_event: &'a mut dyn FnMut(Event),
    cancel: &'a CancelToken,
    events: Receiver<FromPipe>,
    channels: SpeakerChannels,
    total_ms: Option<u64>,
    /// Samples per channel sent and not yet taken.
    waiting: u64,
    gaps: Vec<Span>,
}

impl Session<'_> {
    fn run(&mut self, start: &Start) -> Ending {
        // The message is plain data; only a path that is no Unicode text fails to become JSON.
        if serde_json::to_string(start).is_err() {
            return Ending::Error(SpeechError::Failed(crate::FailureCode::ModelUnreadable));
        }
        let mut sending = write_control(&mut self.stdin, &ToWorker::Start(start.clone())).is_ok();
        loop {
            if self.cancel.is_cancelled() {
                return self.stop();
            }
            let room = MAX_WAITING_FRAMES - self.waiting;
            let received = if sending && room > 0 {
                match self.send_audio(room) {
                    // A pipe that broke means the child is ending: what it said last is still to be read.
                    Ok(more) => sending = more,
                    Err(error) => return Ending::Error(SpeechError::Audio(error)),
                }
                self.events.recv_timeout(Duration::ZERO)
            } else {
                self.events.recv_timeout(CANCEL_POLL)
            };
            match received {
                Ok(FromPipe::Message(message)) => {
                    if let Some(ending) = self.on_message(message) {
                        return ending;
                    }
                }
                Ok(FromPipe::Malformed) => return Ending::Error(SpeechError::Protocol),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ending::Gone,
            }
        }
    }

    /// Sends the next chunk, or the end. Says whether there is more to send.
    fn send_audio(&mut self, room: u64) -> std::io::Result<bool> {
        let per_frame = self.audio.channels().get();
        let mut samples = vec![0; CHUNK_FRAMES.min(room) as usize * per_frame];
        let count = self.audio.read(&mut samples)?;
        if count == 0 {
            // A broken pipe shows again when the child's output is read.
            let _ = write_control(&mut self.stdin, &ToWorker::End);
            return Ok(false);
        }
        if count > samples.len() || !count.is_multiple_of(per_frame) {
            return Err(std::io::ErrorKind::InvalidData.into());
        }
        self.waiting += (count / per_frame) as u64;
        Ok(write_audio(&mut self.stdin, &samples[..count]).is_ok())
    }

    fn on_message(&mut self, message: FromWorker) -> Option<Ending> {
        match message {
            FromWorker::Ready => (self.on_event)(Event::Ready { channels: self.channels }),
            FromWorker::Taken { frames } => match self.waiting.checked_sub(frames) {
                Some(waiting) => self.waiting = waiting,
                None => return Some(Ending::Error(SpeechError::Protocol)),
            },
            FromWorker::Progress { done_ms } => {
                (self.on_event)(Event::Progress { done_ms, total_ms: self.total_ms });
            }
            FromWorker::Segment { segment } => (self.on_event)(Event::Segment(segment)),
            FromWorker::Gap { span } => self.gaps.push(span),
            FromWorker::Finished { language, duration_ms } => {
                let gaps = std::mem::take(&mut self.gaps);
                return Some(Ending::Outcome(Outcome {
                    duration_ms,
                    language,
                    channels: self.channels,
                    gaps,
                }));
            }
            FromWorker::Failed { code } => return Some(Ending::Error(SpeechError::Failed(code))),
        }
        None
    }

    /// Lets the child stop by itself for a moment; its owner kills it afterwards in any case.
    fn stop(&mut self) -> Ending {
        let _ = write_control(&mut self.stdin, &ToWorker::Cancel);
        let deadline = Instant::now() + CANCEL_GRACE;
        while let Some(left) = deadline.checked_duration_since(Instant::now()) {
            if self.events.recv_timeout(left).is_err() {
                break;
            }
        }
        Ending::Error(SpeechError::Cancelled)
    }
}

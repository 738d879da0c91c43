use crate::error::ImportError;
use crate::mix::Mix;
use crate::resample::resampled_frames;
use crate::source::{ReadSeek, Source, Watch};
use crate::stream::{Stream, guarded};
use crate::{CancelToken, PcmSink, Resampler, SAMPLE_RATE, Waveform};
use std::sync::Arc;

/// The longest recording that is accepted: 12 hours, longer than any session and any working day.
pub(crate) const MAX_HOURS: u64 = 12;
/// Output frames handed to the sink at once, at most about 256 ms: the step in which a cancel is noticed.
const PIECE: usize = 4096;
/// Milliseconds of sound between two reports of progress.
const PROGRESS_EVERY_MS: u64 = 5_000;

/// What the file is, as it was decoded and not as it was declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceInfo {
    /// Short name of the container, such as "wave" or "isomp4".
    pub container: &'static str,
    /// Short name of the codec, such as "pcm_s16le" or "mp3".
    pub codec: &'static str,
    /// Frames per second, in Hz.
    pub rate: u32,
    /// Channels in the file, before mixing.
    pub channels: usize,
    /// The duration the file declares, in milliseconds, where it does.
    pub declared_ms: Option<u64>,
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Sound handed to the sink, in milliseconds.
    pub imported_ms: u64,
    /// Bytes of the file that were read.
    pub read_bytes: u64,
    /// Bytes of the file.
    pub total_bytes: u64,
}

/// A finished import.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// Duration of what the sink received, in milliseconds, rounded.
    pub duration_ms: u64,
    /// Frames the sink received, at [`SAMPLE_RATE`].
    pub frames: u64,
    /// Channels the sink received: 1 or 2.
    pub channels: usize,
    /// What the file was.
    pub source: SourceInfo,
    /// The summary for drawing.
    pub waveform: Waveform,
    /// Stretches that could not be decoded and were replaced with silence of the same length.
    pub gaps: u64,
    /// How long those stretches are together, in milliseconds.
    pub gap_ms: u64,
}

/// An audio file that was opened, recognised and decoded up to its first sound.
pub struct Recording {
    stream: Stream,
    watch: Arc<Watch>,
    cancel: CancelToken,
    info: SourceInfo,
    mix: Mix,
}

impl Recording {
    /// Opens a recording. `extension` is the end of its file name and only a hint. Everything that can be known
    /// without decoding the whole is checked here, so a sink need not exist before this succeeded.
    pub fn open(
        source: Box<dyn ReadSeek>,
        extension: Option<&str>,
        cancel: &CancelToken,
    ) -> Result<Self, ImportError> {
        let (source, watch) =
            Source::new(source, cancel.clone()).map_err(|e| ImportError::Unreadable(e.kind()))?;
        if watch.len == 0 {
            return Err(ImportError::Empty);
        }
        let opened = guarded(|| Stream::open(source, extension, watch.clone()));
        let stream = opened.and_then(|s| s).map_err(|e| because(e, &watch, cancel))?;
        let mix = Mix::new(stream.channels());
        let info = SourceInfo {
            container: stream.container(),
            codec: stream.codec(),
            rate: stream.rate(),
            channels: mix.inputs(),
            declared_ms: stream.declared().map(|frames| ms(frames, stream.rate())),
        };
        Ok(Recording { stream, watch, cancel: cancel.clone(), info, mix })
    }

    /// What the file is.
    pub fn info(&self) -> &SourceInfo {
        &self.info
    }

    /// How many channels the sink will receive: 1, or 2 for a stereo file. More than two are mixed to one,
    /// evenly and without the low-frequency channel.
    pub fn channels(&self) -> usize {
        self.mix.outputs()
    }

    /// Decodes the whole recording into `sink`, in constant memory. On an error the sink has received a part that
    /// counts for nothing; the caller removes it.
    pub fn import(
        mut self,
        sink: &mut dyn PcmSink,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Imported, ImportError> {
        let channels = self.channels();
        let mut out = Output::new(self.info.rate, channels, sink);
        let mut reported = 0;
        loop {
            let next = guarded(|| self.stream.next_block()).and_then(|b| b);
            let more = next.map_err(|e| because(e, &self.watch, &self.cancel))?;
            if !more {
                break;
            }
            self.mix.apply(&mut self.stream.block);
            out.push(&self.stream.block)?;
            let imported_ms = ms(out.frames, SAMPLE_RATE);
            if imported_ms >= reported + PROGRESS_EVERY_MS {
                reported = imported_ms;
                progress(self.progress(imported_ms));
            }
        }
        self.stream.verify_whole()?;
        out.finish()?;
        if out.frames == 0 {
            return Err(ImportError::NoSound);
        }
        progress(Progress { read_bytes: self.watch.len, ..self.progress(ms(out.frames, SAMPLE_RATE)) });
        let (gaps, gap_frames) = self.stream.gaps();
        Ok(Imported {
            duration_ms: ms(out.frames, SAMPLE_RATE),
            frames: out.frames,
            channels,
            gap_ms: ms(gap_frames, self.info.rate),
            source: self.info,
            waveform: out.waveform,
            gaps,
        })
    }

    fn progress(&self, imported_ms: u64) -> Progress {
        Progress {
            imported_ms,
            read_bytes: self.watch.position().min(self.watch.len),
            total_bytes: self.watch.len,
        }
    }
}

/// The way from decoded blocks to the sink.
struct Output<'a> {
    resampler: Resampler,
    channels: usize,
    resampled: Vec<f32>,
    pcm: Vec<i16>,
    waveform: Waveform,
    frames: u64,
    sink: &'a mut dyn PcmSink,
}

impl<'a> Output<'a> {
    fn new(rate: u32, channels: usize, sink: &'a mut dyn PcmSink) -> Self {
        Output {
            resampler: Resampler::new(rate, channels),
            channels,
            resampled: Vec::new(),
            pcm: Vec::new(),
            waveform: Waveform::new(channels),
            frames: 0,
            sink,
        }
    }

    fn push(&mut self, interleaved: &[f32]) -> Result<(), ImportError> {
        self.resampler.push(interleaved, &mut self.resampled);
        self.deliver()
    }

    fn finish(&mut self) -> Result<(), ImportError> {
        self.resampler.finish(&mut self.resampled);
        self.deliver()?;
        self.waveform.finish();
        Ok(())
    }

    fn deliver(&mut self) -> Result<(), ImportError> {
        for piece in self.resampled.chunks(PIECE * self.channels) {
            self.pcm.clear();
            // The cast saturates, which is the clipping wanted for sound beyond full scale.
            self.pcm.extend(piece.iter().map(|sample| (sample * 32768.0).round() as i16));
            self.sink.append(&self.pcm).map_err(ImportError::Sink)?;
            self.waveform.push(&self.pcm);
            self.frames += (self.pcm.len() / self.channels) as u64;
        }
        self.resampled.clear();
        Ok(())
    }
}

/// The reason a person needs: a cancel or a failing disk shows up inside the decoders as one more damaged file.
fn because(error: ImportError, watch: &Watch, cancel: &CancelToken) -> ImportError {
    if cancel.is_cancelled() {
        return ImportError::Cancelled;
    }
    watch.fault().map_or(error, ImportError::Unreadable)
}

/// Frames at a rate in milliseconds, rounded.
pub(crate) fn ms(frames: u64, rate: u32) -> u64 {
    resampled_frames(frames, rate).saturating_add(8) / u64::from(SAMPLE_RATE / 1000)
}

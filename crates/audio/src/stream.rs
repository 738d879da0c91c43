use crate::error::ImportError;
use crate::recording::{MAX_HOURS, ms};
use crate::source::{READ_AHEAD, Source, Watch};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use symphonia::core::audio::Channels;
use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions, CODEC_ID_NULL_AUDIO};
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::well_known::{
    FORMAT_ID_ADTS, FORMAT_ID_AIFF, FORMAT_ID_FLAC, FORMAT_ID_MP1, FORMAT_ID_MP2, FORMAT_ID_MP3,
    FORMAT_ID_WAVE,
};
use symphonia::core::formats::{FormatId, FormatOptions, FormatReader, Track, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::packet::Packet;
use symphonia::core::units::TimeBase;

/// Rates from the lowest telephone codecs to the fastest studio converters.
const RATES: std::ops::RangeInclusive<u32> = 1_000..=768_000;
const MAX_CHANNELS: usize = 32;
/// Packets in a row without any sound before a file is taken to be damaged beyond use.
const MAX_BARREN: u32 = 10_000;
/// The same for packets of another rate or channel count than the first; single ones are damage.
const MAX_FOREIGN: u32 = 100;
/// A jump in the time stamps shorter than this is rounding and no gap, in milliseconds.
const JITTER_MS: u64 = 10;
/// The share of a recording that may be silence put in for damage, in percent.
const MAX_GAP_PERCENT: u64 = 20;
/// Frames of silence made at once.
const SILENCE: u64 = 4096;

/// Runs decoder code. A panic inside it is a fault of the file and must not take the program along.
pub(crate) fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, ImportError> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| ImportError::DecoderFailed)
}

/// The decoded sound of one track, block by block, with silence where packets are missing or damaged.
pub(crate) struct Stream {
    format: Box<dyn FormatReader>,
    decoder: Box<dyn AudioDecoder>,
    watch: Arc<Watch>,
    track: u32,
    time_base: Option<TimeBase>,
    /// The current block: interleaved frames of all channels of the file.
    pub(crate) block: Vec<f32>,
    rate: u32,
    channels: Channels,
    /// Silence still to hand out before `held`, in frames.
    silence: u64,
    /// A decoded block that comes after the silence.
    held: Vec<f32>,
    /// Frames handed out or waiting.
    frames: u64,
    /// The time stamp of the first packet, in frames, and the frames handed out before it.
    origin: Option<(i64, u64)>,
    /// The frames the file declares.
    declared: Option<u64>,
    /// How far the declared length may lie beyond the decoded one.
    tolerance: u64,
    /// Frames of packets that could not be decoded since the last good one.
    lost: u64,
    /// Packets in a row whose rate or channels differ from those of the first.
    foreign: u32,
    gaps: u64,
    gap_frames: u64,
    cut_short: bool,
    elementary: Option<Elementary>,
}

/// Elementary streams (MP3, AAC without a container) carry no time stamps. What the demuxer jumps over in
/// search of the next good header shows only in the bytes.
#[derive(Default)]
struct Elementary {
    /// Bytes before the first packet.
    start: Option<u64>,
    packets: u64,
    packet_bytes: u64,
    /// Skipped bytes already answered with silence.
    answered: u64,
    /// Frames of that silence, which the time stamps do not know of.
    shift: u64,
}

impl Elementary {
    /// Takes note of a packet of `frames` and returns how many frames were lost before it.
    fn lost_before(&mut self, packet: &Packet, frames: u64, position: u64) -> u64 {
        let bytes = packet.data.len() as u64;
        self.packets += 1;
        self.packet_bytes += bytes;
        let start = *self.start.get_or_insert(position.saturating_sub(bytes));
        let skipped = (position - start).saturating_sub(self.packet_bytes).saturating_sub(self.answered);
        let mean = (self.packet_bytes / self.packets).max(1);
        if skipped < mean / 2 + READ_AHEAD as u64 {
            return 0;
        }
        let packets = (skipped + mean / 2) / mean;
        self.answered += packets * mean;
        self.shift += packets * frames;
        packets * frames
    }
}

impl Stream {
    pub(crate) fn open(
        source: Source,
        extension: Option<&str>,
        watch: Arc<Watch>,
    ) -> Result<Self, ImportError> {
        let format = probe(source, extension, &watch)?;
        let id = format.format_info().format;
        let track = format.default_track(TrackType::Audio).ok_or(ImportError::NoSound)?.clone();
        let decoder = make_decoder(&track)?;
        let mut stream = Stream {
            track: track.id,
            time_base: track.time_base,
            format,
            decoder,
            elementary: is_elementary(id).then(Elementary::default),
            watch,
            block: Vec::new(),
            rate: 0,
            channels: Channels::None,
            silence: 0,
            held: Vec::new(),
            frames: 0,
            origin: None,
            declared: None,
            tolerance: 0,
            lost: 0,
            foreign: 0,
            gaps: 0,
            gap_frames: 0,
            cut_short: false,
        };
        if !stream.decode_next()? {
            return Err(if stream.cut_short || track.num_frames.is_some_and(|frames| frames > 0) {
                ImportError::Truncated { read_ms: 0, declared_ms: None }
            } else if stream.gaps > 0 {
                ImportError::Malformed
            } else {
                ImportError::NoSound
            });
        }
        // Of an AAC elementary stream the demuxer guesses the length, even when it cannot seek.
        stream.declared = declared_frames(&track, stream.rate).filter(|_| id != FORMAT_ID_ADTS);
        let exact = [FORMAT_ID_WAVE, FORMAT_ID_AIFF, FORMAT_ID_FLAC].contains(&id);
        // Lossy encoders disagree by a packet or two on what to count at both ends.
        stream.tolerance = if exact { 0 } else { 2 * (stream.held.len() / stream.width()).max(1152) as u64 };
        Ok(stream)
    }

    pub(crate) fn rate(&self) -> u32 {
        self.rate
    }

    pub(crate) fn channels(&self) -> &Channels {
        &self.channels
    }

    pub(crate) fn declared(&self) -> Option<u64> {
        self.declared
    }

    pub(crate) fn container(&self) -> &'static str {
        self.format.format_info().short_name
    }

    pub(crate) fn codec(&self) -> &'static str {
        self.decoder.codec_info().short_name
    }

    /// Stretches of silence put in for damage, and their frames together.
    pub(crate) fn gaps(&self) -> (u64, u64) {
        (self.gaps, self.gap_frames)
    }

    fn width(&self) -> usize {
        self.channels.count().max(1)
    }

    /// Puts the next piece of sound into `block`; false at the end.
    pub(crate) fn next_block(&mut self) -> Result<bool, ImportError> {
        if self.silence == 0 && self.held.is_empty() && !self.decode_next()? {
            self.bridge_end();
        }
        let width = self.width();
        if self.silence > 0 {
            let frames = self.silence.min(SILENCE);
            self.silence -= frames;
            self.block.clear();
            self.block.resize(frames as usize * width, 0.0);
            return Ok(true);
        }
        std::mem::swap(&mut self.block, &mut self.held);
        self.held.clear();
        Ok(!self.block.is_empty())
    }

    /// Compares what was decoded with what was declared. Called once, after the last block.
    pub(crate) fn verify_whole(&self) -> Result<(), ImportError> {
        let read_ms = ms(self.frames, self.rate);
        let missing = self.declared.is_some_and(|declared| declared > self.frames + self.tolerance);
        if self.cut_short || missing {
            let declared_ms = self.declared.map(|frames| ms(frames, self.rate)).filter(|ms| *ms > read_ms);
            return Err(ImportError::Truncated { read_ms, declared_ms });
        }
        let percent = self.gap_frames.saturating_mul(100) / self.frames.max(1);
        if percent > MAX_GAP_PERCENT {
            return Err(ImportError::TooDamaged { percent: percent.min(100) as u8 });
        }
        Ok(())
    }
}

impl Stream {
    /// Decodes up to the next sound and puts it into `held`, with the silence it needs before it.
    fn decode_next(&mut self) -> Result<bool, ImportError> {
        for _ in 0..MAX_BARREN {
            let packet = match self.format.next_packet() {
                Ok(Some(packet)) if packet.track_id == self.track => packet,
                Ok(Some(_)) => continue,
                Ok(None) => return Ok(false),
                Err(Error::ResetRequired) => {
                    self.restart()?;
                    continue;
                }
                Err(Error::IoError(_)) if self.watch.stopped() => return Err(ImportError::Malformed),
                Err(Error::IoError(error))
                    if error.kind() == io::ErrorKind::UnexpectedEof && self.watch.at_end() =>
                {
                    self.cut_short = !self.open_ended();
                    return Ok(false);
                }
                Err(_) => continue,
            };
            match self.decode(&packet) {
                Ok(0) => continue,
                Ok(frames) => return self.place(&packet, frames).map(|()| true),
                Err(Error::DecodeError(_) | Error::IoError(_)) => self.lose(&packet)?,
                Err(Error::ResetRequired) => self.decoder.reset(),
                Err(_) => return Err(ImportError::Malformed),
            }
        }
        Err(ImportError::Malformed)
    }

    /// A WAV or AIFF file written to a pipe says no length; its end is simply where the bytes end.
    fn open_ended(&self) -> bool {
        let id = self.format.format_info().format;
        self.declared.is_none() && [FORMAT_ID_WAVE, FORMAT_ID_AIFF].contains(&id)
    }

    /// Decodes one packet into `held` and returns its frames; zero is normal for the first of some codecs.
    fn decode(&mut self, packet: &Packet) -> Result<u64, Error> {
        let width = self.width();
        let audio = self.decoder.decode(packet)?;
        let (rate, channels) = (audio.spec().rate(), audio.spec().channels().clone());
        if audio.frames() == 0 {
            return Ok(0);
        }
        if self.rate == 0 {
            self.rate = rate;
            self.channels = channels;
        } else if rate != self.rate || channels.count() != width {
            self.foreign += 1;
            return Err(Error::DecodeError("another format"));
        }
        self.foreign = 0;
        let frames = audio.frames() as u64;
        audio.copy_to_vec_interleaved(&mut self.held);
        Ok(frames)
    }

    /// Notes a packet that could not be decoded. Its silence is put in when the next good one shows the time.
    fn lose(&mut self, packet: &Packet) -> Result<(), ImportError> {
        if self.foreign > MAX_FOREIGN {
            return Err(ImportError::FormatChanges);
        }
        self.held.clear();
        if self.rate > 0 {
            self.lost += self.frames_of(packet.dur.get() as i64).max(1) as u64;
            let start = self.start_of(packet);
            self.origin.get_or_insert((start, self.frames));
        }
        Ok(())
    }

    /// Puts the block in `held` at its time, after silence for what is missing before it.
    fn place(&mut self, packet: &Packet, frames: u64) -> Result<(), ImportError> {
        if !RATES.contains(&self.rate) {
            return Err(ImportError::RateOutOfBounds { rate: self.rate });
        }
        if self.channels.count() > MAX_CHANNELS || self.channels.count() == 0 {
            return Err(ImportError::ChannelsOutOfBounds { channels: self.channels.count() });
        }
        if let Some(elementary) = &mut self.elementary {
            elementary.lost_before(packet, frames, self.watch.position());
        }
        let start = self.start_of(packet);
        let (origin, before) = *self.origin.get_or_insert((start, self.frames));
        let at = u64::try_from(start - origin).unwrap_or(0) + before;
        let gap = at.saturating_sub(self.frames);
        if self.frames.max(at).saturating_add(frames) > MAX_HOURS * 3600 * u64::from(self.rate) {
            return Err(ImportError::TooLong { hours: MAX_HOURS });
        }
        let bridged = gap > JITTER_MS * u64::from(self.rate) / 1000;
        if bridged {
            self.bridge(gap);
        }
        if bridged || self.lost > 0 {
            self.gaps += 1;
            self.lost = 0;
        }
        self.frames += frames;
        Ok(())
    }

    fn bridge(&mut self, frames: u64) {
        self.silence = frames;
        self.gap_frames += frames;
        self.frames += frames;
    }

    /// Silence for damaged packets at the very end, after which no good one shows the time.
    fn bridge_end(&mut self) {
        let missing = self.declared.map_or(self.lost, |declared| declared.saturating_sub(self.frames));
        let frames = missing.min(std::mem::take(&mut self.lost));
        if frames > 0 && !self.cut_short {
            self.bridge(frames);
            self.gaps += 1;
        }
    }

    /// Where a packet's sound begins, in frames after whatever zero the file uses.
    fn start_of(&self, packet: &Packet) -> i64 {
        let shift = self.elementary.as_ref().map_or(0, |e| e.shift);
        let audible = packet.pts.get().saturating_add(packet.trim_start.get().min(i64::MAX as u64) as i64);
        self.frames_of(audible).saturating_add(shift as i64)
    }

    /// A time in the file's units, in frames.
    fn frames_of(&self, time: i64) -> i64 {
        let Some(base) = self.time_base else { return time };
        let frames = i128::from(time) * i128::from(base.numer.get()) * i128::from(self.rate)
            / i128::from(base.denom.get());
        // A year of frames at the highest rate is beyond every bound and leaves room to add.
        frames.clamp(-(1 << 45), 1 << 45) as i64
    }

    /// Goes on with the next of several recordings chained in one Ogg file.
    fn restart(&mut self) -> Result<(), ImportError> {
        let track = self.format.default_track(TrackType::Audio).ok_or(ImportError::Malformed)?.clone();
        self.decoder = make_decoder(&track)?;
        self.track = track.id;
        self.time_base = track.time_base;
        self.origin = None;
        self.declared = None;
        Ok(())
    }
}

/// Recognises the container. Elementary streams are opened once more as forward-only: of a file it can seek in,
/// the demuxer guesses the length from the bit rate, and a wrong guess would cut off the end.
fn probe(
    source: Source,
    extension: Option<&str>,
    watch: &Watch,
) -> Result<Box<dyn FormatReader>, ImportError> {
    let mut hint = Hint::new();
    if let Some(extension) = extension {
        hint.with_extension(extension);
    }
    let read = |stream: MediaSourceStream<'static>| {
        let probe = symphonia::default::get_probe();
        probe
            .probe(&hint, stream, FormatOptions::default(), MetadataOptions::default())
            .map_err(|error| unrecognised(error, watch))
    };
    let stream = MediaSourceStream::new(Box::new(source), MediaSourceStreamOptions::default());
    let format = read(stream)?;
    if !is_elementary(format.format_info().format) {
        return Ok(format);
    }
    let mut stream = format.into_inner();
    io::Seek::seek(&mut stream, io::SeekFrom::Start(0)).map_err(|e| ImportError::Unreadable(e.kind()))?;
    watch.set_seekable(false);
    read(stream)
}

fn is_elementary(id: FormatId) -> bool {
    [FORMAT_ID_MP1, FORMAT_ID_MP2, FORMAT_ID_MP3, FORMAT_ID_ADTS].contains(&id)
}

/// Why no reader took the file: it is no audio, or it begins like audio and does not hold together.
fn unrecognised(error: Error, watch: &Watch) -> ImportError {
    let magic = &watch.magic;
    let known =
        [&b"RIFF"[..], b"FORM", b"fLaC", b"OggS", b"ID3", b"caff"].iter().any(|m| magic.starts_with(m));
    if !known && &magic[4..8] != b"ftyp" {
        return ImportError::NotAudio;
    }
    match error {
        Error::IoError(e) if e.kind() == io::ErrorKind::UnexpectedEof => {
            ImportError::Truncated { read_ms: 0, declared_ms: None }
        }
        Error::Unsupported(_) => ImportError::UnsupportedCodec,
        _ => ImportError::Malformed,
    }
}

fn make_decoder(track: &Track) -> Result<Box<dyn AudioDecoder>, ImportError> {
    let params = track.codec_params.as_ref().and_then(|p| p.audio()).ok_or(ImportError::NoSound)?;
    if params.codec == CODEC_ID_NULL_AUDIO {
        return Err(ImportError::UnsupportedCodec);
    }
    // MP4 has no room for rates above 65 kHz and says 0; the decoder then finds the rate in its own header.
    if let Some(rate) = params.sample_rate.filter(|rate| *rate != 0 && !RATES.contains(rate)) {
        return Err(ImportError::RateOutOfBounds { rate });
    }
    if let Some(channels) = params.channels.as_ref().map(Channels::count).filter(|n| *n > MAX_CHANNELS) {
        return Err(ImportError::ChannelsOutOfBounds { channels });
    }
    let made = symphonia::default::get_codecs().make_audio_decoder(params, &AudioDecoderOptions::default());
    made.map_err(|error| match error {
        Error::Unsupported(_) => ImportError::UnsupportedCodec,
        _ => ImportError::Malformed,
    })
}

/// The declared length of a track in decoded frames.
fn declared_frames(track: &Track, rate: u32) -> Option<u64> {
    match (track.duration, track.time_base) {
        (Some(duration), Some(base)) => {
            let frames = u128::from(duration.get()) * u128::from(base.numer.get()) * u128::from(rate)
                / u128::from(base.denom.get());
            u64::try_from(frames).ok()
        }
        _ => track.num_frames,
    }
    .filter(|frames| *frames > 0)
}

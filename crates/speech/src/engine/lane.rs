//! One stream of speech to transcribe: the mix of the channels, or one speaker's channel. A lane takes
//! audio as it comes and gives windows that begin and end in silence.

use std::collections::VecDeque;
use std::ops::Range;

use super::activity::{Frame, speech_stretches};
use super::level::FRAME;
use crate::{SAMPLE_RATE_HZ, Speaker};

const RATE: usize = SAMPLE_RATE_HZ as usize;
/// A window may be this long; Whisper hears 30 s at a time, and the rest is margin.
const MAX_WINDOW: usize = 28 * RATE;
/// Windows are cut at the longest pause after this much.
const MIN_WINDOW: usize = 14 * RATE;
/// Planning waits for this much audio, so that a window's end can be chosen and the background measured.
const LOOK_AHEAD: usize = 60 * RATE;
/// A lane in which hardly anybody talks does not wait longer than this to fill a window.
const MAX_BUFFER: usize = 180 * RATE;
/// Sound kept before and after a stretch of speech: soft beginnings and ends of words.
const PAD: usize = RATE / 5;
/// Longer pauses are shortened to this within a window.
const MAX_PAUSE: usize = RATE / 2;
/// What is heard in a pause is the room, or the other speaker from afar: 20 dB lower it disturbs no word,
/// and yet is no digital silence, which models know nothing of.
const PAUSE_GAIN: f32 = 0.1;
/// Levels remembered for measuring the background: 60 s.
const BACKGROUND_FRAMES: usize = 60 * RATE / FRAME;

/// A stretch of the recording inside a window.
struct Piece {
    /// First sample in the window.
    offset: usize,
    /// First sample in the recording.
    source: u64,
    length: usize,
}

/// Audio for one run of the model.
pub(crate) struct Window {
    pub(crate) samples: Vec<f32>,
    pieces: Vec<Piece>,
    /// Where there is speech, without padding, in samples of the recording.
    pub(crate) speech: Vec<Range<u64>>,
}

impl Window {
    /// The stretch of the recording this window covers, in samples.
    pub(crate) fn span(&self) -> Range<u64> {
        let start = self.pieces.first().map_or(0, |piece| piece.source);
        let end = self.pieces.last().map_or(start, |piece| piece.source + piece.length as u64);
        start..end
    }

    /// The recording's sample for a beginning at this sample of the window: in a pause, the next piece.
    pub(crate) fn source_of_start(&self, at: usize) -> u64 {
        let next = self.pieces.iter().find(|piece| at < piece.offset + piece.length);
        next.map_or(self.span().end, |piece| piece.source + at.saturating_sub(piece.offset) as u64)
    }

    /// The recording's sample for an end at this sample of the window: in a pause, the piece before.
    pub(crate) fn source_of_end(&self, at: usize) -> u64 {
        let last = self.pieces.iter().rev().find(|piece| at > piece.offset);
        last.map_or(self.span().start, |piece| piece.source + (at - piece.offset).min(piece.length) as u64)
    }
}

/// A lane's audio that has not been made into windows yet.
pub(crate) struct Lane {
    pub(crate) speaker: Speaker,
    /// Number of the first buffered sample in the recording; a multiple of [`FRAME`].
    start: u64,
    samples: Vec<f32>,
    /// One for each whole frame of `samples`.
    frames: Vec<Frame>,
    background: VecDeque<f32>,
}

impl Lane {
    pub(crate) fn new(speaker: Speaker) -> Self {
        let (samples, frames, background) = (Vec::new(), Vec::new(), VecDeque::new());
        Self { speaker, start: 0, samples, frames, background }
    }

    /// Everything before this sample of the recording has been made into windows.
    pub(crate) fn position(&self) -> u64 {
        self.start
    }

    /// Adds audio; `frames` describes its whole frames. Only the last call may bring a broken frame.
    pub(crate) fn push(&mut self, samples: &[f32], frames: &[Frame]) {
        self.samples.extend_from_slice(samples);
        self.frames.extend_from_slice(frames);
        self.background.extend(frames.iter().map(|frame| frame.level_db));
        let excess = self.background.len().saturating_sub(BACKGROUND_FRAMES.max(self.frames.len()));
        self.background.drain(..excess);
    }

    /// The next window, if there is enough audio to choose one, or any speech at the end of the audio.
    pub(crate) fn next_window(&mut self, at_end: bool) -> Option<Window> {
        if !at_end && self.samples.len() < LOOK_AHEAD {
            return None;
        }
        let background = self.background.make_contiguous();
        let speech = speech_stretches(&self.frames, background);
        let mut stretches: Vec<Range<usize>> = speech.iter().map(|stretch| self.pad(stretch)).collect();
        let complete = if at_end { usize::MAX } else { self.samples.len() - 2 * PAD };
        let buffered = self.samples.len();
        split_long(&mut stretches, &self.frames);
        let (chosen, full) = choose(&stretches, complete);
        if chosen == 0 {
            // Nobody talks: forget the silence, but for what may be the beginning of something.
            let keep_from = stretches.first().map_or(buffered, |stretch| stretch.start);
            self.forget(if at_end { buffered } else { keep_from.min(complete) });
            return None;
        }
        if !full && !at_end && buffered < MAX_BUFFER {
            return None;
        }
        let mut window = self.join(&stretches[..chosen]);
        let end = stretches[chosen - 1].end;
        let source = |frame: usize| self.start + (frame * FRAME) as u64;
        let begun = speech.into_iter().filter(|stretch| stretch.start * FRAME < end);
        window.speech = begun.map(|stretch| source(stretch.start)..source(stretch.end)).collect();
        self.forget(stretches.get(chosen).map_or(end, |next| next.start.min(buffered)).max(end));
        Some(window)
    }

    fn pad(&self, frames: &Range<usize>) -> Range<usize> {
        let start = (frames.start * FRAME).saturating_sub(PAD);
        start..(frames.end * FRAME + PAD).min(self.samples.len())
    }

    /// Joins stretches into one window, with pauses shortened.
    fn join(&self, stretches: &[Range<usize>]) -> Window {
        let mut window = Window { samples: Vec::new(), pieces: Vec::new(), speech: Vec::new() };
        let mut previous_end = None;
        for stretch in stretches {
            // Neighbours whose padding overlaps share the sound between them.
            let begin = previous_end.map_or(stretch.start, |end: usize| stretch.start.max(end));
            if let Some(end) = previous_end {
                let pause = (begin - end).min(MAX_PAUSE);
                let (after, before) = (end..end + pause / 2, begin - (pause - pause / 2)..begin);
                let quiet = [after, before].map(|part| &self.samples[part]).concat();
                window.samples.extend(quiet.iter().map(|sample| sample * PAUSE_GAIN));
            }
            let offset = window.samples.len();
            let source = self.start + begin as u64;
            window.samples.extend_from_slice(&self.samples[begin..stretch.end]);
            window.pieces.push(Piece { offset, source, length: stretch.end - begin });
            previous_end = Some(stretch.end);
        }
        window
    }

    /// Drops the first samples, in whole frames unless everything goes.
    fn forget(&mut self, samples: usize) {
        let whole =
            if samples >= self.samples.len() { self.samples.len() } else { samples - samples % FRAME };
        self.samples.drain(..whole);
        self.frames.drain(..(whole / FRAME).min(self.frames.len()));
        self.start += whole as u64;
    }
}

/// Cuts stretches that do not fit into a window at the quietest place of their last third.
fn split_long(stretches: &mut Vec<Range<usize>>, frames: &[Frame]) {
    let mut index = 0;
    while index < stretches.len() {
        let stretch = stretches[index].clone();
        if stretch.len() > MAX_WINDOW {
            let from = (stretch.start + MIN_WINDOW) / FRAME;
            let to = (stretch.start + MAX_WINDOW) / FRAME;
            let quietest = |frame: &usize| {
                // Over three frames, so that the closure of a consonant does not pass for a pause.
                frames[frame.saturating_sub(1)..(frame + 2).min(frames.len())]
                    .iter()
                    .map(|frame| 10f32.powf(frame.level_db / 10.0))
                    .sum::<f32>()
            };
            let cut = (from..to.min(frames.len()))
                .min_by(|a, b| quietest(a).total_cmp(&quietest(b)))
                .map_or(stretch.start + MAX_WINDOW, |frame| frame * FRAME + FRAME / 2);
            stretches[index].end = cut;
            stretches.insert(index + 1, cut..stretch.end);
        }
        index += 1;
    }
}

/// How many stretches the next window takes, and whether more would not have fitted. Stretches that end
/// after `complete` may still go on and are left.
fn choose(stretches: &[Range<usize>], complete: usize) -> (usize, bool) {
    let mut length = 0;
    let mut best = (0, 0);
    let mut end = None;
    for (index, stretch) in stretches.iter().enumerate() {
        let pause = end.map_or(0, |end| stretch.start.saturating_sub(end));
        // The longest pause in the second half is where to cut.
        if index > 0 && length >= MIN_WINDOW && pause >= best.1 {
            best = (index, pause);
        }
        length += pause.min(MAX_PAUSE) + stretch.len();
        if length > MAX_WINDOW {
            return (if best.0 > 0 { best.0 } else { index.max(1) }, true);
        }
        if stretch.end > complete {
            return (index, false);
        }
        end = Some(stretch.end);
    }
    (stretches.len(), false)
}

//! Frames: a length (u32, little endian, counting what follows), a kind byte, and the content. Kind 0 is
//! a control message in JSON, kind 1 interleaved 16-bit little-endian samples (parent to child only).

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::engine::channels::Layout;
use crate::{FailureCode, ModelFile, Segment, Span};

const CONTROL: u8 = 0;
const AUDIO: u8 = 1;
/// Nothing larger is sent, so nothing larger is read: a stray length must not become an allocation.
pub(super) const MAX_FRAME_BYTES: u32 = 256 * 1024;
/// Samples per channel that a parent may have sent without the child having taken them. This bounds the
/// child's memory and lets it always read its input, so that a cancel is seen at once.
pub(super) const MAX_WAITING_FRAMES: u64 = 64 * crate::SAMPLE_RATE_HZ as u64;

/// What the parent sends beside audio.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum ToWorker {
    Start(Start),
    End,
    Cancel,
}

/// The first message: everything the child needs to know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Start {
    pub(crate) model: ModelFile,
    pub(crate) voice_activity: Option<ModelFile>,
    pub(crate) language: Option<String>,
    pub(crate) threads: Option<u32>,
    pub(crate) layout: Layout,
}

/// What the child sends.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum FromWorker {
    Ready,
    /// The child took this many samples per channel off its queue.
    Taken {
        frames: u64,
    },
    Progress {
        done_ms: u64,
    },
    Segment {
        segment: Segment,
    },
    Gap {
        span: Span,
    },
    Finished {
        language: String,
        duration_ms: u64,
    },
    Failed {
        code: FailureCode,
    },
}

/// One frame as read.
#[derive(Debug, PartialEq)]
pub(super) enum Frame<M> {
    Control(M),
    Audio(Vec<i16>),
}

/// Reads one frame; none at a clean end of the stream. Anything malformed is `InvalidData`.
pub(super) fn read_frame<M: DeserializeOwned>(input: &mut impl Read) -> io::Result<Option<Frame<M>>> {
    let mut length = [0; 4];
    let mut filled = 0;
    while filled < length.len() {
        match input.read(&mut length[filled..]) {
            Ok(0) if filled == 0 => return Ok(None),
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let length = u32::from_le_bytes(length);
    if length == 0 || length > MAX_FRAME_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut frame = vec![0; length as usize];
    input.read_exact(&mut frame)?;
    match frame.split_first() {
        Some((&CONTROL, json)) => {
            let message = serde_json::from_slice(json).map_err(|_| io::ErrorKind::InvalidData)?;
            Ok(Some(Frame::Control(message)))
        }
        Some((&AUDIO, bytes)) if bytes.len().is_multiple_of(2) => {
            let samples = bytes.as_chunks().0.iter().map(|pair| i16::from_le_bytes(*pair)).collect();
            Ok(Some(Frame::Audio(samples)))
        }
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Writes a control message and flushes.
pub(super) fn write_control<M: Serialize>(output: &mut impl Write, message: &M) -> io::Result<()> {
    let mut frame = vec![0, 0, 0, 0, CONTROL];
    serde_json::to_writer(&mut frame, message)?;
    finish_frame(output, frame)
}

/// Writes samples and flushes.
pub(super) fn write_audio(output: &mut impl Write, samples: &[i16]) -> io::Result<()> {
    let mut frame = vec![0, 0, 0, 0, AUDIO];
    frame.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
    finish_frame(output, frame)
}

fn finish_frame(output: &mut impl Write, mut frame: Vec<u8>) -> io::Result<()> {
    let length = u32::try_from(frame.len() - 4).ok().filter(|length| *length <= MAX_FRAME_BYTES);
    let length = length.ok_or(io::ErrorKind::InvalidData)?;
    frame[..4].copy_from_slice(&length.to_le_bytes());
    output.write_all(&frame)?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn audio_survives_the_wire(samples in proptest::collection::vec(any::<i16>(), 0..4000)) {
            let mut wire = Vec::new();
            write_audio(&mut wire, &samples).unwrap();
            let frame = read_frame::<ToWorker>(&mut wire.as_slice()).unwrap();
            prop_assert_eq!(frame, Some(Frame::Audio(samples)), "samples must arrive as sent");
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let mut input = bytes.as_slice();
            while let Ok(Some(_)) = read_frame::<ToWorker>(&mut input) {}
            prop_assert!(input.len() <= bytes.len(), "reading garbage must end");
        }
    }

    #[test]
    fn an_oversize_length_is_refused_before_allocation() {
        for length in [0, MAX_FRAME_BYTES + 1, u32::MAX] {
            let error = read_frame::<ToWorker>(&mut length.to_le_bytes().as_slice()).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData, "length {length} is outside the protocol");
        }
    }
}

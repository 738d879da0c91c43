//! Checks the structure of a whisper model in the ggml format before native code is given the file.
//!
//! whisper.cpp trusts sizes found in the file: it allocates and reads by them, and asserts that vanish in
//! an optimised build stand where checks should be. So everything it would trust is checked here first:
//! the shape of the network, the vocabulary, and the name, shape, type and place of every tensor. Weights
//! are skipped over, not read, so the check takes milliseconds for a file of any size.

use std::collections::HashMap;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

mod tensors;

use tensors::{TensorType, expected_tensors};

const MAGIC: u32 = 0x6767_6d6c;
/// All published whisper models hear 30 s as 1500 positions and write at most 448 tokens; whisper.cpp has
/// buffers and token arithmetic that rely on it.
const AUDIO_CONTEXT: u32 = 1500;
const TEXT_CONTEXT: u32 = 448;
/// Frequencies of the 400-point transform that the mel filters weigh.
const FILTER_FREQUENCIES: u32 = 201;
/// The widest published model has 1280 (large).
const MAX_STATE: u32 = 2048;
/// The deepest published model has 32 layers (large).
const MAX_LAYERS: u32 = 64;
/// The longest published token has 128 bytes.
const MAX_TOKEN_BYTES: u32 = 512;
const MAX_NAME_BYTES: u32 = 64;
const QUANTISATION_VERSION: u32 = 2;

/// The shape of the network a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelHeader {
    /// Tokens: 51,864 for English-only models, 51,865 or 51,866 for multilingual ones.
    pub vocabulary: u32,
    /// Width of the network.
    pub state: u32,
    /// Layers of the encoder.
    pub audio_layers: u32,
    /// Layers of the decoder.
    pub text_layers: u32,
    /// Attention heads of the encoder.
    pub audio_heads: u32,
    /// Attention heads of the decoder.
    pub text_heads: u32,
    /// Mel bands of the input.
    pub mels: u32,
    /// Type of the large weights.
    weights: TensorType,
}

impl ModelHeader {
    /// Whether the vocabulary has tokens for languages.
    pub fn is_multilingual(&self) -> bool {
        self.vocabulary > 51_864
    }
}

/// What is wrong with a model file. Numbers only: nothing of the file's content is repeated.
#[derive(Debug, thiserror::Error)]
pub enum HeaderError {
    /// The file could not be read.
    #[error("it cannot be read")]
    Io(#[source] io::Error),
    /// The first bytes are not those of a ggml file.
    #[error("it is not a ggml file")]
    Magic,
    /// The file ends too early.
    #[error("it ends too early")]
    Truncated,
    /// A number that describes the network is out of range.
    #[error("its {field} is out of range")]
    OutOfRange {
        /// Which number.
        field: &'static str,
    },
    /// The vocabulary is malformed.
    #[error("its vocabulary is malformed")]
    Vocabulary,
    /// It holds a vocabulary and no weights.
    #[error("it holds no weights")]
    NoWeights,
    /// A tensor is unknown, twice there, or of another shape or type than the network needs.
    #[error("tensor number {index} does not fit the network")]
    Tensor {
        /// Position in the file, from 0.
        index: usize,
    },
    /// Tensors that the network needs are not in the file.
    #[error("{missing} tensors are missing")]
    MissingTensors {
        /// How many.
        missing: usize,
    },
}

/// Reads the structure of a model from the beginning of `file` to its end.
pub fn read_header<R: Read + Seek>(file: R) -> Result<ModelHeader, HeaderError> {
    let mut reader = BufReader::new(file);
    let file_bytes = reader.seek(SeekFrom::End(0)).map_err(HeaderError::Io)?;
    reader.seek(SeekFrom::Start(0)).map_err(HeaderError::Io)?;
    let mut cursor = Cursor { reader, at: 0, file_bytes };
    let header = read_shape(&mut cursor)?;
    skip_mel_filters(&mut cursor, &header)?;
    skip_vocabulary(&mut cursor, &header)?;
    walk_tensors(&mut cursor, &header)?;
    Ok(header)
}

/// Where we are in the file; every step is checked against the file's length before it is made.
struct Cursor<R> {
    reader: BufReader<R>,
    at: u64,
    file_bytes: u64,
}

impl<R: Read + Seek> Cursor<R> {
    fn remaining(&self) -> u64 {
        self.file_bytes - self.at
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<(), HeaderError> {
        self.reader.read_exact(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => HeaderError::Truncated,
            _ => HeaderError::Io(error),
        })?;
        self.at += buffer.len() as u64;
        Ok(())
    }

    fn read_u32(&mut self) -> Result<u32, HeaderError> {
        let mut bytes = [0; 4];
        self.read(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn skip(&mut self, bytes: u64) -> Result<(), HeaderError> {
        if bytes > self.remaining() {
            return Err(HeaderError::Truncated);
        }
        let step = i64::try_from(bytes).map_err(|_| HeaderError::Truncated)?;
        self.reader.seek_relative(step).map_err(HeaderError::Io)?;
        self.at += bytes;
        Ok(())
    }
}

fn in_range(field: &'static str, holds: bool) -> Result<(), HeaderError> {
    if holds { Ok(()) } else { Err(HeaderError::OutOfRange { field }) }
}

fn read_shape<R: Read + Seek>(cursor: &mut Cursor<R>) -> Result<ModelHeader, HeaderError> {
    if cursor.read_u32()? != MAGIC {
        return Err(HeaderError::Magic);
    }
    let mut numbers = [0u32; 11];
    for number in &mut numbers {
        *number = cursor.read_u32()?;
    }
    let [
        vocabulary,
        audio_context,
        state,
        audio_heads,
        audio_layers,
        text_context,
        text_state,
        text_heads,
        text_layers,
        mels,
        file_type,
    ] = numbers;
    in_range("vocabulary size", (51_864..=51_866).contains(&vocabulary))?;
    in_range("audio context", audio_context == AUDIO_CONTEXT)?;
    in_range("text context", text_context == TEXT_CONTEXT)?;
    in_range("width", (1..=MAX_STATE).contains(&state) && state % 32 == 0 && text_state == state)?;
    for heads in [audio_heads, text_heads] {
        in_range("number of heads", heads > 0 && heads <= state && state % heads == 0)?;
    }
    in_range("number of audio layers", (1..=MAX_LAYERS).contains(&audio_layers))?;
    in_range("number of text layers", (1..=MAX_LAYERS).contains(&text_layers))?;
    in_range("number of mel bands", mels == 80 || mels == 128)?;
    in_range("quantisation version", file_type / 1000 <= QUANTISATION_VERSION)?;
    let weights =
        TensorType::of_file(file_type % 1000).ok_or(HeaderError::OutOfRange { field: "weight type" })?;
    Ok(ModelHeader { vocabulary, state, audio_layers, text_layers, audio_heads, text_heads, mels, weights })
}

fn skip_mel_filters<R: Read + Seek>(cursor: &mut Cursor<R>, header: &ModelHeader) -> Result<(), HeaderError> {
    let bands = cursor.read_u32()?;
    let frequencies = cursor.read_u32()?;
    in_range("mel filter size", bands == header.mels && frequencies == FILTER_FREQUENCIES)?;
    cursor.skip(u64::from(bands) * u64::from(frequencies) * 4)
}

fn skip_vocabulary<R: Read + Seek>(cursor: &mut Cursor<R>, header: &ModelHeader) -> Result<(), HeaderError> {
    let entries = cursor.read_u32()?;
    // The tokens of the text; the special ones above them are made by whisper.cpp.
    if !(50_256..=header.vocabulary).contains(&entries) {
        return Err(HeaderError::Vocabulary);
    }
    for _ in 0..entries {
        let bytes = cursor.read_u32()?;
        if bytes > MAX_TOKEN_BYTES {
            return Err(HeaderError::Vocabulary);
        }
        cursor.skip(u64::from(bytes))?;
    }
    Ok(())
}

fn walk_tensors<R: Read + Seek>(cursor: &mut Cursor<R>, header: &ModelHeader) -> Result<(), HeaderError> {
    if cursor.remaining() == 0 {
        return Err(HeaderError::NoWeights);
    }
    let mut missing: HashMap<_, _> = expected_tensors(header).collect();
    let mut index = 0;
    while cursor.remaining() > 0 {
        let unfit = || HeaderError::Tensor { index };
        let dimensions = cursor.read_u32()? as usize;
        let name_bytes = cursor.read_u32()?;
        let type_number = cursor.read_u32()?;
        if !(1..=3).contains(&dimensions) || name_bytes > MAX_NAME_BYTES {
            return Err(unfit());
        }
        let mut shape = [1u32; 3];
        for length in &mut shape[..dimensions] {
            *length = cursor.read_u32()?;
        }
        let mut name = vec![0; name_bytes as usize];
        cursor.read(&mut name)?;
        let expected =
            std::str::from_utf8(&name).ok().and_then(|name| missing.remove(name)).ok_or_else(unfit)?;
        if shape != expected.shape || TensorType::of_tensor(type_number) != Some(expected.kind) {
            return Err(unfit());
        }
        cursor.skip(expected.kind.bytes_of(shape).ok_or_else(unfit)?)?;
        index += 1;
    }
    match missing.len() {
        0 => Ok(()),
        missing => Err(HeaderError::MissingTensors { missing }),
    }
}

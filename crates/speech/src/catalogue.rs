//! The models this program knows: a list compiled in, with the hash each file must have.
//!
//! [`entries`] lists them, [`identify`] says which one a file is, [`install_from_file`] copies one into the
//! models folder, [`installed`] lists that folder and [`verify`] reads an installed file once more.

use std::path::Path;

pub use crate::install::{install_from_file, installed, remove, verify};
use crate::{CancelToken, ModelError};

/// What a model is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelKind {
    /// Transcribes speech.
    Speech,
    /// Finds where there is speech.
    VoiceActivity,
    /// Transcribes a few words of synthetic voices: for trying the program out, never for a real session.
    Demo,
}

/// What a model can transcribe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// English.
    English,
    /// About a hundred languages, and their detection.
    Multilingual,
    /// It does not transcribe.
    NotApplicable,
}

/// Size of a model file in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSize {
    /// Exactly this.
    Exact(u64),
    /// About this: the hash alone decides.
    About(u64),
}

impl FileSize {
    /// The number of bytes, exact or not.
    pub fn bytes(self) -> u64 {
        match self {
            Self::Exact(bytes) | Self::About(bytes) => bytes,
        }
    }
}

/// Where a file is published, for a person to look up and for later downloads. Which host serves it is
/// a setting of the downloader (a practice may run a mirror), so none is named here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Owner and name of the repository.
    pub repository: &'static str,
    /// The revision the hash was taken at, if pinned.
    pub revision: Option<&'static str>,
}

/// One model of the catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// Stable identifier, also used in settings.
    pub id: &'static str,
    /// What a person reads.
    pub title: &'static str,
    /// Name of the file as published and as installed.
    pub file_name: &'static str,
    /// Size of the file.
    pub size: FileSize,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: &'static str,
    /// What it transcribes.
    pub languages: Languages,
    /// What it is for.
    pub kind: ModelKind,
    /// Where it is published; none for the model that comes with the program.
    pub origin: Option<Origin>,
    /// Memory needed while it runs, in bytes, roughly.
    pub memory_bytes: u64,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identified {
    /// One of the catalogue's files, bit for bit.
    Listed(&'static CatalogueEntry),
    /// Something else.
    Unknown {
        /// SHA-256 of the file, lower-case hexadecimal.
        sha256: String,
    },
}

const WHISPER: Option<Origin> = Some(Origin {
    repository: "ggerganov/whisper.cpp",
    revision: Some("5359861c739e955e79d9a303bcbc70fb988958b1"),
});
const SILERO: Option<Origin> = Some(Origin { repository: "ggml-org/whisper-vad", revision: None });
const MIB: u64 = 1024 * 1024;

const fn speech(
    id: &'static str,
    title: &'static str,
    file_name: &'static str,
    size: FileSize,
    sha256: &'static str,
    languages: Languages,
    memory_mib: u64,
) -> CatalogueEntry {
    let memory_bytes = memory_mib * MIB;
    let kind = ModelKind::Speech;
    CatalogueEntry { id, title, file_name, size, sha256, languages, kind, origin: WHISPER, memory_bytes }
}

/// Memory figures are those of whisper.cpp's own page, rounded up.
static ENTRIES: [CatalogueEntry; 11] = [
    speech(
        "tiny",
        "Tiny, many languages",
        "ggml-tiny.bin",
        FileSize::Exact(77_691_713),
        "be07e048e1e599ad46341c8d2a135645097a538221678b7acdd1b1919c6e1b21",
        Languages::Multilingual,
        400,
    ),
    speech(
        "tiny.en",
        "Tiny, English",
        "ggml-tiny.en.bin",
        FileSize::Exact(77_704_715),
        "921e4cf8686fdd993dcd081a5da5b6c365bfde1162e72b08d75ac75289920b1f",
        Languages::English,
        400,
    ),
    speech(
        "base",
        "Base, many languages",
        "ggml-base.bin",
        FileSize::Exact(147_951_465),
        "60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe",
        Languages::Multilingual,
        500,
    ),
    speech(
        "base.en",
        "Base, English",
        "ggml-base.en.bin",
        FileSize::Exact(147_964_211),
        "a03779c86df3323075f5e796cb2ce5029f00ec8869eee3fdfb897afe36c6d002",
        Languages::English,
        500,
    ),
    speech(
        "small",
        "Small, many languages",
        "ggml-small.bin",
        FileSize::Exact(487_601_967),
        "1be3a9b2063867b937e64e2ec7483364a79917e157fa98c5d94b5c1fffea987b",
        Languages::Multilingual,
        1_000,
    ),
    speech(
        "small.en",
        "Small, English",
        "ggml-small.en.bin",
        FileSize::Exact(487_614_201),
        "c6138d6d58ecc8322097e0f987c32f1be8bb0a18532a3f88f734d1bbf9c41e5d",
        Languages::English,
        1_000,
    ),
    speech(
        "medium",
        "Medium, many languages",
        "ggml-medium.bin",
        FileSize::Exact(1_533_763_059),
        "6c14d5adee5f86394037b4e4e8b59f1673b6cee10e3cf0b11bbdbee79c156208",
        Languages::Multilingual,
        2_200,
    ),
    speech(
        "large-v3",
        "Large v3, many languages",
        "ggml-large-v3.bin",
        FileSize::About(3_100_000_000),
        "64d182b440b98d5203c4f9bd541544d84c605196c4f7b845dfa11fb23594d1e2",
        Languages::Multilingual,
        4_000,
    ),
    speech(
        "large-v3-turbo-q5_0",
        "Large v3 turbo, compressed, many languages",
        "ggml-large-v3-turbo-q5_0.bin",
        FileSize::Exact(574_041_195),
        "394221709cd5ad1f40c46e6031ca61bce88931e6e088c188294c6d5a55ffa7e2",
        Languages::Multilingual,
        1_200,
    ),
    CatalogueEntry {
        id: "silero-v6.2.0",
        title: "Silero voice activity 6.2.0",
        file_name: "ggml-silero-v6.2.0.bin",
        size: FileSize::Exact(885_098),
        sha256: "2aa269b785eeb53a82983a20501ddf7c1d9c48e33ab63a41391ac6c9f7fb6987",
        languages: Languages::NotApplicable,
        kind: ModelKind::VoiceActivity,
        origin: SILERO,
        memory_bytes: 20 * MIB,
    },
    CatalogueEntry {
        id: "attune-demo",
        title: "Demo model: 259 words, synthetic voices; no substitute for a real model",
        file_name: "attune-tiny-therapy.bin",
        size: FileSize::Exact(17_426_838),
        sha256: "f3384ee6f54701c068d2cada18aa70157de078eab703452f06739aafdb80ba03",
        languages: Languages::English,
        kind: ModelKind::Demo,
        origin: None,
        memory_bytes: 150 * MIB,
    },
];

/// All models of the catalogue, speech models from small to large first.
pub fn entries() -> &'static [CatalogueEntry] {
    &ENTRIES
}

/// The entry with this identifier.
pub fn find(id: &str) -> Option<&'static CatalogueEntry> {
    ENTRIES.iter().find(|entry| entry.id == id)
}

/// The entry whose file has this SHA-256 (lower-case hexadecimal).
pub fn find_by_sha256(sha256: &str) -> Option<&'static CatalogueEntry> {
    ENTRIES.iter().find(|entry| entry.sha256 == sha256)
}

/// Reads the whole file and says which model it is.
pub fn identify(path: &Path) -> Result<Identified, ModelError> {
    let mut file = std::fs::File::open(path)?;
    let sha256 = crate::install::sha256_of(&mut file, &CancelToken::new())?;
    Ok(match find_by_sha256(&sha256) {
        Some(entry) => Identified::Listed(entry),
        None => Identified::Unknown { sha256 },
    })
}

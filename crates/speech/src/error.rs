use serde::{Deserialize, Serialize};

use crate::model_header::HeaderError;

/// Why a model file cannot be listed, installed or used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The file or the folder could not be read or written.
    #[error("the model file could not be read or written")]
    Io(#[from] std::io::Error),
    /// The file is not in the catalogue and the caller did not allow unlisted models.
    #[error("this file is not one of the known models")]
    Unlisted {
        /// SHA-256 of the file, lower-case hexadecimal.
        sha256: String,
    },
    /// The content is not what was expected of this file.
    #[error("the model file has changed or is incomplete")]
    HashMismatch,
    /// The file is not a whisper model that native code may be given.
    #[error("the file is not a usable speech model: {0}")]
    Header(#[from] HeaderError),
    /// The record kept beside an installed model cannot be read.
    #[error("the record of an installed model cannot be read")]
    Record,
    /// The work was cancelled; nothing was installed.
    #[error("cancelled")]
    Cancelled,
}

/// Why a transcription did not finish. Segments reported before the error stay valid.
#[derive(Debug, thiserror::Error)]
pub enum SpeechError {
    /// The source of audio failed.
    #[error("the audio could not be read")]
    Audio(#[source] std::io::Error),
    /// The worker process could not be started.
    #[error("the speech worker could not be started")]
    WorkerStart(#[source] std::io::Error),
    /// The worker process ended before it had finished: a crash, a kill or lack of memory.
    #[error("the speech worker stopped unexpectedly ({exit})")]
    WorkerCrashed {
        /// How the process ended.
        exit: WorkerExit,
    },
    /// The worker sent something that is not part of the protocol.
    #[error("the speech worker sent an invalid message")]
    Protocol,
    /// The worker refused or failed and said why.
    #[error("transcription failed: {0}")]
    Failed(FailureCode),
    /// The caller cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// How a worker process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerExit {
    /// It returned this exit status.
    Code(i32),
    /// A signal ended it (Unix). 9 is usually a kill for lack of memory, 6 and 11 a native crash.
    Signal(i32),
    /// The system did not say.
    Unknown,
}

impl std::fmt::Display for WorkerExit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "exit status {code}"),
            Self::Signal(signal) => write!(f, "signal {signal}"),
            Self::Unknown => f.write_str("no exit status"),
        }
    }
}

/// Reasons a worker gives for not finishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum FailureCode {
    /// The model file is not there or cannot be read.
    #[error("the model file cannot be read")]
    ModelUnreadable,
    /// The model file does not have the expected SHA-256.
    #[error("the model file has changed or is incomplete")]
    ModelHashMismatch,
    /// The model file failed the check of its structure.
    #[error("the model file is malformed")]
    ModelMalformed,
    /// Native code refused the model, usually for lack of memory.
    #[error("the model could not be loaded")]
    ModelNotLoaded,
    /// The requested language is unknown or not one the model can transcribe.
    #[error("the model does not know this language")]
    LanguageUnsupported,
    /// This processor lacks instructions the program was built for.
    #[error("this processor lacks instructions that speech recognition was built for")]
    ProcessorUnsupported,
    /// Inference failed in native code.
    #[error("speech recognition failed")]
    Inference,
    /// The parent broke the protocol.
    #[error("the speech worker was given an invalid message")]
    InvalidMessage,
}

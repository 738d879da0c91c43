//! Full-text search inside the encrypted vault.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CLINICIAN, command};
use crate::{Audit, ClientId, SegmentId, SessionId};

/// Looks for words in clients, transcripts and notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// Words; all have to occur, the last one may be unfinished.
    pub query: String,
    /// At most 100.
    pub limit: u32,
}
command!(Search, "search.find", CLINICIAN, Audit::Read, Vec<SearchHit>);

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    /// Where.
    pub place: SearchPlace,
    /// The client it belongs to, and the name to show.
    pub client: Option<(ClientId, String)>,
    /// A stretch of text around the words; the words stand between U+E000 and U+E001.
    pub snippet: String,
    /// When the thing found took place or was made.
    pub at: DateTime<Utc>,
}

/// Where something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SearchPlace {
    /// A client's record.
    Client {
        /// Which.
        client_id: ClientId,
    },
    /// Something said.
    Segment {
        /// In which session.
        session_id: SessionId,
        /// Which.
        segment_id: SegmentId,
    },
    /// A note.
    Note {
        /// Of which session.
        session_id: SessionId,
    },
}

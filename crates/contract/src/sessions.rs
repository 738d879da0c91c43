//! Sessions, from request to completion.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::clients::ClientView;
use crate::command::{CLINICIAN, command};
use crate::consents::ConsentView;
use crate::jobs::JobView;
use crate::notes::NoteStatus;
use crate::recordings::RecordingView;
use crate::transcripts::TranscriptSummary;
use crate::{Audit, ClientId, NoteId, Page, SessionId};

/// What kind of session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// One client.
    #[default]
    Individual,
    /// A group.
    Group,
    /// A family.
    Family,
    /// A couple.
    Couples,
    /// An assessment.
    Assessment,
    /// A follow-up.
    FollowUp,
}

/// Where a session stands. Moves: requested → upcoming | cancelled; upcoming → in_progress | cancelled | rescheduled |
/// no_show; in_progress → completed | cancelled; rescheduled → upcoming | cancelled. The others are ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionStatus {
    /// Asked for.
    Requested,
    /// Planned.
    Upcoming,
    /// Happening now.
    InProgress,
    /// Took place.
    Completed,
    /// Called off.
    Cancelled,
    /// Moved to another time, not settled yet.
    Rescheduled,
    /// The client did not come.
    NoShow,
}

/// How the fee stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Not paid yet.
    #[default]
    Pending,
    /// Paid.
    Paid,
    /// Paid in part.
    Partial,
    /// Waived.
    Waived,
    /// Cancelled.
    Cancelled,
}

/// What a person can fill in about a session. Empty means not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionDetails {
    /// Kind.
    pub kind: SessionKind,
    /// When it is planned to begin.
    pub scheduled_start: Option<DateTime<Utc>>,
    /// When it is planned to end.
    pub scheduled_end: Option<DateTime<Utc>>,
    /// Place, or the link of an online session.
    pub place: String,
    /// Goals for this session.
    pub goals: String,
    /// Homework given.
    pub homework: String,
    /// Goals for the next session.
    pub next_goals: String,
    /// Mood before, 1 to 10.
    pub mood_before: Option<u8>,
    /// Mood after, 1 to 10.
    pub mood_after: Option<u8>,
    /// How useful the session was, 1 to 10.
    pub effectiveness: Option<u8>,
    /// Fee in the currency's smallest unit.
    pub fee_minor: Option<i64>,
    /// How the fee stands.
    pub payment_status: PaymentStatus,
}

/// A session with all that hangs on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionView {
    /// Id.
    pub id: SessionId,
    /// Grows by one at each change.
    pub revision: u32,
    /// The client, unless it is a quick session not assigned yet.
    pub client: Option<ClientView>,
    /// Number in this client's sequence, counted from 1.
    pub number: Option<u32>,
    /// Where it stands.
    pub status: SessionStatus,
    /// Where it may go from here.
    pub moves: Vec<SessionStatus>,
    /// All fields.
    pub details: SessionDetails,
    /// When it really began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it really ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Consents that bear on this session, newest first.
    pub consents: Vec<ConsentView>,
    /// Recording consent is in force.
    pub may_record: bool,
    /// Analysis consent is in force.
    pub may_analyse: bool,
    /// Recordings, newest first.
    pub recordings: Vec<RecordingView>,
    /// Transcripts, newest first; the first that completed is the one shown and drafted from.
    pub transcripts: Vec<TranscriptSummary>,
    /// The note, if there is one.
    pub note: Option<(NoteId, NoteStatus)>,
    /// Jobs at work on this session, and the last one that failed.
    pub jobs: Vec<JobView>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
}

/// A row of a sessions list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionSummary {
    /// Id.
    pub id: SessionId,
    /// Client and the name to show.
    pub client: Option<(ClientId, String)>,
    /// Number in this client's sequence.
    pub number: Option<u32>,
    /// Kind.
    pub kind: SessionKind,
    /// Where it stands.
    pub status: SessionStatus,
    /// The time to sort and show it by: begun, else planned, else made.
    pub at: DateTime<Utc>,
    /// There is a recording.
    pub recorded: bool,
    /// There is a finished transcript.
    pub transcribed: bool,
    /// How its note stands.
    pub note_status: Option<NoteStatus>,
    /// Recording consent is in force.
    pub may_record: bool,
}

/// Lists sessions, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSessions {
    /// Only this client's.
    pub client_id: Option<ClientId>,
    /// Only sessions at or after this instant.
    pub from: Option<DateTime<Utc>>,
    /// Only sessions before this instant.
    pub until: Option<DateTime<Utc>>,
    /// Which slice.
    pub page: Page,
}
command!(ListSessions, "sessions.list", CLINICIAN, Audit::Read, SessionList);

/// A slice of a sessions list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionList {
    /// How many there are in all.
    pub total: u32,
    /// The slice.
    pub sessions: Vec<SessionSummary>,
}

/// Opens one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSession {
    /// Which.
    pub session_id: SessionId,
}
command!(GetSession, "sessions.get", CLINICIAN, Audit::Read, SessionView);

/// Plans a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateSession {
    /// For whom.
    pub client_id: ClientId,
    /// What is known.
    pub details: SessionDetails,
}
command!(CreateSession, "sessions.create", CLINICIAN, Audit::Change, SessionView);

/// Begins a session now, without a client or with one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartQuickSession {
    /// The client, if known already.
    pub client_id: Option<ClientId>,
}
command!(StartQuickSession, "sessions.start_quick", CLINICIAN, Audit::Change, SessionView);

/// Gives a quick session its client. Consents recorded for the session go with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignSession {
    /// Which session.
    pub session_id: SessionId,
    /// To whom.
    pub client_id: ClientId,
}
command!(AssignSession, "sessions.assign", CLINICIAN, Audit::Change, SessionView);

/// Replaces a session's details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateSession {
    /// Which.
    pub session_id: SessionId,
    /// The revision the change started from.
    pub revision: u32,
    /// All fields.
    pub details: SessionDetails,
}
command!(UpdateSession, "sessions.update", CLINICIAN, Audit::Change, SessionView);

/// Moves a session to another status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveSession {
    /// Which.
    pub session_id: SessionId,
    /// Where to; illegal moves are refused.
    pub to: SessionStatus,
    /// When it began or ended, for a session that is put on record afterwards; now where left out. It lies in the past,
    /// and an end not before the beginning. Other moves have no time of their own.
    #[serde(default)]
    pub at: Option<DateTime<Utc>>,
}
command!(MoveSession, "sessions.move", CLINICIAN, Audit::Change, SessionView);

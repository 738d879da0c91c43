//! Consents: versioned, revocable, with their history.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CLINICIAN, command};
use crate::{Access, Audit, ClientId, ConsentId, SessionId};

/// What is consented to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentScope {
    /// Recording a session, or importing a recording of it.
    Recording,
    /// Transcription and drafting by models on this device.
    Analysis,
    /// Sending de-identified text to a named provider.
    Cloud,
    /// Sharing records with someone else.
    Sharing,
    /// Research.
    Research,
}

/// How consent was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentMethod {
    /// Said aloud.
    Verbal,
    /// Signed on paper.
    Written,
    /// On a screen.
    Electronic,
}

/// Whom or what a consent is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentSubject {
    /// A client: holds for all their sessions.
    Client(ClientId),
    /// One session, for a quick session without a client yet.
    Session(SessionId),
}

/// A text that can be consented to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentText {
    /// What it covers.
    pub scope: ConsentScope,
    /// Version, counted from 1.
    pub version: u32,
    /// Heading.
    pub title: String,
    /// The text, paragraphs separated by an empty line.
    pub body: String,
}

/// Lists the consent texts in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListConsentTexts {}
command!(ListConsentTexts, "consents.texts", Access::Anyone, Audit::None, Vec<ConsentText>);

/// A consent as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentView {
    /// Id.
    pub id: ConsentId,
    /// Whom or what it is about.
    pub subject: ConsentSubject,
    /// What it covers.
    pub scope: ConsentScope,
    /// Version of the text.
    pub version: u32,
    /// How it was given.
    pub method: ConsentMethod,
    /// Who gave it, in words ("the client", "the mother").
    pub given_by: String,
    /// When.
    pub given_at: DateTime<Utc>,
    /// Who recorded it.
    pub recorded_by: String,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why or how it was withdrawn.
    pub withdrawn_note: Option<String>,
    /// Given, and neither withdrawn nor replaced by a later version of the text.
    pub in_force: bool,
}

/// Lists the consents about a client or a session, newest first, with withdrawn ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListConsents {
    /// Whom or what.
    pub subject: ConsentSubject,
}
command!(ListConsents, "consents.list", CLINICIAN, Audit::Read, Vec<ConsentView>);

/// Records a consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiveConsent {
    /// Whom or what.
    pub subject: ConsentSubject,
    /// What it covers.
    pub scope: ConsentScope,
    /// Version of the text that was shown.
    pub version: u32,
    /// How.
    pub method: ConsentMethod,
    /// Who gave it.
    pub given_by: String,
}
command!(GiveConsent, "consents.give", CLINICIAN, Audit::Change, ConsentView);

/// Withdraws a consent. What was made under it stays until a person deletes it; nothing new is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawConsent {
    /// Which.
    pub consent_id: ConsentId,
    /// Why or how.
    #[serde(default)]
    pub note: String,
}
command!(WithdrawConsent, "consents.withdraw", CLINICIAN, Audit::Change, ConsentView);

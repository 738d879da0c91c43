use contract::consents::{
    ConsentScope, ConsentSubject, ConsentText, ConsentView, GiveConsent, ListConsentTexts, ListConsents,
    WithdrawConsent,
};
use contract::{ApiError, ClientId, Command, ConsentId, ErrorCode, SessionId};
use store::consents::ConsentRow;
use uuid::Uuid;

use super::{MAX_LINE, check_length};
use crate::convert::{instant, method_from, method_to, scope_from, scope_to};
use crate::errors::from_store;
use crate::{App, Cx, Handle};

/// The texts in force. A changed text is a new version; consents to earlier versions end with it.
const TEXTS: [(ConsentScope, u32, &str, &str); 5] = [
    (
        ConsentScope::Recording,
        1,
        "Recording this work together",
        "Your therapist would like to record your sessions, or to keep a recording of them, so that the notes about them \
         are right.\n\nThe sound is kept encrypted on your therapist’s own computer. It is not sent anywhere. Your \
         therapist can delete it at any time, and you can ask for that.\n\nYou can say no, and you can change your mind \
         at any time, without giving a reason and without any effect on your care. Nothing is recorded from then on.",
    ),
    (
        ConsentScope::Analysis,
        1,
        "Turning recordings into text on this computer",
        "A program on your therapist’s own computer turns recordings into text and drafts a note from it. Nothing is sent \
         anywhere.\n\nThe program makes mistakes. Your therapist reads, corrects and signs every note; the program decides \
         nothing about you.\n\nYou can say no, and you can change your mind at any time, without any effect on your care.",
    ),
    (
        ConsentScope::Cloud,
        1,
        "Sending text to a service outside this computer",
        "For a stated purpose, text from your sessions may be sent to a service that your therapist will name to you. Names \
         and other identifying details are replaced before anything is sent, and what was sent is written down.\n\nThis is \
         off unless you agree. You can change your mind at any time; what was sent before cannot be called back.",
    ),
    (
        ConsentScope::Sharing,
        1,
        "Sharing records with someone else",
        "Your therapist may share parts of your record with a person or practice you agree on together, for example \
         another clinician who treats you.\n\nYou can say which parts, and you can change your mind at any time; what was \
         shared before cannot be called back.",
    ),
    (
        ConsentScope::Research,
        1,
        "Use in research",
        "Parts of your record may be used in research that your therapist will describe to you, without your name or other \
         identifying details.\n\nYou can say no, and you can change your mind at any time, without any effect on your care.",
    ),
];

pub(super) fn version_in_force(scope: ConsentScope) -> u32 {
    TEXTS.iter().find(|(text, ..)| *text == scope).map_or(0, |(_, version, ..)| *version)
}

fn view(row: ConsentRow) -> ConsentView {
    let scope = scope_from(row.scope);
    let subject = match (row.client_id, row.session_id) {
        (Some(client), _) => ConsentSubject::Client(ClientId(client)),
        // The table holds one of the two, always.
        (None, session) => ConsentSubject::Session(SessionId(session.unwrap_or_default())),
    };
    ConsentView {
        id: ConsentId(row.id),
        subject,
        scope,
        version: row.version,
        method: method_from(row.method),
        given_by: row.given_by,
        given_at: instant(row.created_at),
        recorded_by: row.recorded_by,
        in_force: row.withdrawn_at.is_none() && row.version == version_in_force(scope),
        withdrawn_at: row.withdrawn_at.map(instant),
        withdrawn_note: row.withdrawn_note,
    }
}

/// The consents that bear on a session, newest first: its own and its client's.
pub(super) async fn of_session<C: Command>(
    cx: &mut Cx<'_, C>,
    client_id: Option<Uuid>,
    session_id: Uuid,
) -> Result<Vec<ConsentView>, ApiError> {
    let rows = store::consents::list(cx.tx()?, client_id, Some(session_id)).await.map_err(from_store)?;
    Ok(rows.into_iter().map(view).collect())
}

/// Whether a consent of this scope is in force.
pub(super) fn in_force(consents: &[ConsentView], scope: ConsentScope) -> bool {
    consents.iter().any(|consent| consent.scope == scope && consent.in_force)
}

/// Whether a version seen in a list counts as recording consent in force.
pub(super) fn allows_recording(version: Option<u32>) -> bool {
    version == Some(version_in_force(ConsentScope::Recording))
}

/// Refuses a step that the session's consents do not cover.
pub(super) async fn require<C: Command>(
    cx: &mut Cx<'_, C>,
    session_id: Uuid,
    scope: ConsentScope,
) -> Result<(), ApiError> {
    let session = store::sessions::get(cx.tx()?, session_id).await.map_err(from_store)?;
    let consents = of_session(cx, session.client_id, session_id).await?;
    if in_force(&consents, scope) {
        return Ok(());
    }
    let message = match scope {
        ConsentScope::Recording => {
            "Recording consent is missing or was withdrawn. Nothing was imported. Record the consent first."
        }
        _ => {
            "Consent to analysis on this device is missing or was withdrawn. Nothing was analysed. Record the consent first."
        }
    };
    Err(ApiError::new(ErrorCode::ConsentMissing, message))
}

impl Handle<ListConsentTexts> for App {
    async fn handle(
        &self,
        _: &mut Cx<'_, ListConsentTexts>,
        _: ListConsentTexts,
    ) -> Result<Vec<ConsentText>, ApiError> {
        let text = |(scope, version, title, body): &(ConsentScope, u32, &str, &str)| ConsentText {
            scope: *scope,
            version: *version,
            title: (*title).to_owned(),
            body: (*body).to_owned(),
        };
        Ok(TEXTS.iter().map(text).collect())
    }
}

impl Handle<ListConsents> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListConsents>,
        command: ListConsents,
    ) -> Result<Vec<ConsentView>, ApiError> {
        let (client, session) = match command.subject {
            ConsentSubject::Client(id) => (Some(id.0), None),
            ConsentSubject::Session(id) => (None, Some(id.0)),
        };
        if let Some(subject) = client.or(session) {
            cx.about(subject);
        }
        let rows = store::consents::list(cx.tx()?, client, session).await.map_err(from_store)?;
        Ok(rows.into_iter().map(view).collect())
    }
}

impl Handle<GiveConsent> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, GiveConsent>,
        command: GiveConsent,
    ) -> Result<ConsentView, ApiError> {
        check_length("given_by", &command.given_by, MAX_LINE)?;
        if command.given_by.trim().is_empty() {
            return Err(ApiError::invalid("given_by", "Say who gave the consent."));
        }
        if command.version != version_in_force(command.scope) {
            return Err(ApiError::invalid(
                "version",
                "This is not the text in force. Nothing was recorded. Read the present text.",
            ));
        }
        let (client_id, session_id) = match command.subject {
            ConsentSubject::Client(id) => (Some(id.0), None),
            ConsentSubject::Session(id) => (None, Some(id.0)),
        };
        let row = ConsentRow {
            id: cx.make_id(),
            client_id,
            session_id,
            scope: scope_to(command.scope),
            version: command.version,
            method: method_to(command.method),
            given_by: command.given_by.trim().to_owned(),
            recorded_by: cx.open()?.owner_name(),
            withdrawn_at: None,
            withdrawn_note: None,
            created_at: cx.now,
            updated_at: cx.now,
        };
        cx.about(row.id);
        // The subject must exist; a dangling id is the caller's mistake and not a fault of the database.
        match command.subject {
            ConsentSubject::Client(id) => {
                drop(store::clients::get(cx.tx()?, id.0).await.map_err(from_store)?)
            }
            ConsentSubject::Session(id) => {
                drop(store::sessions::get(cx.tx()?, id.0).await.map_err(from_store)?)
            }
        }
        store::consents::insert(cx.tx()?, &row).await.map_err(from_store)?;
        Ok(view(row))
    }
}

impl Handle<WithdrawConsent> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, WithdrawConsent>,
        command: WithdrawConsent,
    ) -> Result<ConsentView, ApiError> {
        let id = command.consent_id.0;
        cx.about(id);
        check_length("note", &command.note, MAX_LINE)?;
        let now = cx.now;
        let tx = cx.tx()?;
        let row = store::consents::get(tx, id).await.map_err(from_store)?;
        if row.withdrawn_at.is_some() {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "This consent was withdrawn before. Nothing was changed.",
            ));
        }
        store::consents::withdraw(tx, id, command.note.trim(), now).await.map_err(from_store)?;
        Ok(view(store::consents::get(tx, id).await.map_err(from_store)?))
    }
}

use chrono::{DateTime, Utc};
use contract::consents::ConsentScope;
use contract::jobs::{JobState, JobView};
use contract::sessions::{
    AssignSession, CreateSession, GetSession, ListSessions, MoveSession, SessionDetails, SessionList,
    SessionStatus, SessionSummary, SessionView, StartQuickSession, UpdateSession,
};
use contract::{ApiError, ClientId, Command, ErrorCode, NoteId, SessionId};
use store::sessions::{SessionFilter, SessionRow, SessionSummaryRow};
use uuid::Uuid;

use super::{MAX_LINE, MAX_TEXT, bounded, check_length, clients, consents, recordings, transcripts};
use crate::convert::{
    instant, kind_from, kind_to, millis, note_status_from, payment_from, payment_to, session_rule_from,
    session_rule_to, session_status_from, session_status_to,
};
use crate::errors::from_store;
use crate::{App, Cx, Handle};

fn check(details: &SessionDetails) -> Result<(), ApiError> {
    check_length("place", &details.place, MAX_LINE)?;
    check_length("goals", &details.goals, MAX_TEXT)?;
    check_length("homework", &details.homework, MAX_TEXT)?;
    check_length("next_goals", &details.next_goals, MAX_TEXT)?;
    let scales = [
        ("mood_before", details.mood_before),
        ("mood_after", details.mood_after),
        ("effectiveness", details.effectiveness),
    ];
    for (field, value) in scales {
        if value.is_some_and(|value| !(1..=10).contains(&value)) {
            return Err(ApiError::invalid(field, "Choose from 1 to 10, or leave it empty."));
        }
    }
    if details.fee_minor.is_some_and(|fee| fee < 0) {
        return Err(ApiError::invalid("fee_minor", "A fee cannot be below zero."));
    }
    match (details.scheduled_start, details.scheduled_end) {
        (Some(start), Some(end)) if end < start => {
            Err(ApiError::invalid("scheduled_end", "The end lies before the beginning."))
        }
        (None, Some(_)) => Err(ApiError::invalid("scheduled_start", "Say when it begins.")),
        _ => Ok(()),
    }
}

pub(super) fn empty_row(id: Uuid, status: SessionStatus, now: i64) -> SessionRow {
    let details = SessionDetails::default();
    SessionRow {
        id,
        revision: 1,
        client_id: None,
        number: None,
        kind: kind_to(details.kind),
        status: session_status_to(status),
        scheduled_start: None,
        scheduled_end: None,
        started_at: None,
        ended_at: None,
        place: String::new(),
        goals: String::new(),
        homework: String::new(),
        next_goals: String::new(),
        mood_before: None,
        mood_after: None,
        effectiveness: None,
        fee_minor: None,
        payment_status: payment_to(details.payment_status),
        created_at: now,
        updated_at: now,
    }
}

fn fill(row: SessionRow, details: SessionDetails) -> SessionRow {
    SessionRow {
        kind: kind_to(details.kind),
        scheduled_start: details.scheduled_start.map(millis),
        scheduled_end: details.scheduled_end.map(millis),
        place: details.place.trim().to_owned(),
        goals: details.goals,
        homework: details.homework,
        next_goals: details.next_goals,
        mood_before: details.mood_before,
        mood_after: details.mood_after,
        effectiveness: details.effectiveness,
        fee_minor: details.fee_minor,
        payment_status: payment_to(details.payment_status),
        ..row
    }
}

fn details(row: &SessionRow) -> SessionDetails {
    SessionDetails {
        kind: kind_from(row.kind),
        scheduled_start: row.scheduled_start.map(instant),
        scheduled_end: row.scheduled_end.map(instant),
        place: row.place.clone(),
        goals: row.goals.clone(),
        homework: row.homework.clone(),
        next_goals: row.next_goals.clone(),
        mood_before: row.mood_before,
        mood_after: row.mood_after,
        effectiveness: row.effectiveness,
        fee_minor: row.fee_minor,
        payment_status: payment_from(row.payment_status),
    }
}

/// Jobs at work on a session, and the one that ended last if it failed.
fn jobs_worth_showing(jobs: Vec<JobView>) -> Vec<JobView> {
    let newest = jobs.first().map(|job| job.id);
    let worth = |job: &JobView| match job.state {
        JobState::Running => true,
        JobState::Failed { .. } => Some(job.id) == newest,
        JobState::Finished { .. } | JobState::Cancelled => false,
    };
    jobs.into_iter().filter(worth).collect()
}

/// Reads a session with all that hangs on it.
pub(super) async fn read<C: Command>(
    app: &App,
    cx: &mut Cx<'_, C>,
    id: Uuid,
) -> Result<SessionView, ApiError> {
    let row = store::sessions::get(cx.tx()?, id).await.map_err(from_store)?;
    let client = match row.client_id {
        Some(client_id) => Some(clients::read(cx, ClientId(client_id)).await?),
        None => None,
    };
    let consents = consents::of_session(cx, row.client_id, id).await?;
    let recordings = recordings::of_session(app, cx, id).await?;
    let transcripts = transcripts::of_session(cx, id).await?;
    let note = store::notes::find_by_session(cx.tx()?, id).await.map_err(from_store)?;
    let status = session_status_from(row.status);
    Ok(SessionView {
        id: SessionId(id),
        revision: row.revision,
        client,
        number: row.number,
        status,
        moves: session_rule_to(status).moves().iter().map(|to| session_rule_from(*to)).collect(),
        details: details(&row),
        started_at: row.started_at.map(instant),
        ended_at: row.ended_at.map(instant),
        may_record: consents::in_force(&consents, ConsentScope::Recording),
        may_analyse: consents::in_force(&consents, ConsentScope::Analysis),
        consents,
        recordings,
        transcripts,
        note: note.map(|note| (NoteId(note.id), note_status_from(note.status))),
        jobs: jobs_worth_showing(app.jobs.list(Some(SessionId(id)))),
        created_at: instant(row.created_at),
    })
}

fn summary(row: SessionSummaryRow) -> SessionSummary {
    SessionSummary {
        id: SessionId(row.id),
        client: row.client_name().and_then(|name| Some((ClientId(row.client_id?), name))),
        number: row.number,
        kind: kind_from(row.kind),
        status: session_status_from(row.status),
        at: instant(row.at),
        recorded: row.recorded,
        transcribed: row.transcribed,
        note_status: row.note_status.map(note_status_from),
        may_record: consents::allows_recording(row.recording_consent_version),
    }
}

impl Handle<ListSessions> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListSessions>,
        command: ListSessions,
    ) -> Result<SessionList, ApiError> {
        let page = bounded(command.page);
        let filter = SessionFilter {
            client_id: command.client_id.map(|id| id.0),
            from: command.from.map(millis),
            until: command.until.map(millis),
            offset: page.offset,
            limit: page.limit,
        };
        if let Some(client_id) = filter.client_id {
            cx.about(client_id);
        }
        let tx = cx.tx()?;
        let total = store::sessions::count(tx, &filter).await.map_err(from_store)?;
        let rows = store::sessions::list(tx, &filter).await.map_err(from_store)?;
        Ok(SessionList { total, sessions: rows.into_iter().map(summary).collect() })
    }
}

impl Handle<GetSession> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, GetSession>,
        command: GetSession,
    ) -> Result<SessionView, ApiError> {
        cx.about(command.session_id.0);
        read(self, cx, command.session_id.0).await
    }
}

impl Handle<CreateSession> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, CreateSession>,
        command: CreateSession,
    ) -> Result<SessionView, ApiError> {
        check(&command.details)?;
        let id = cx.make_id();
        cx.about(id);
        let mut row = fill(empty_row(id, SessionStatus::Upcoming, cx.now), command.details);
        assign(cx, &mut row, command.client_id).await?;
        store::sessions::insert(cx.tx()?, &row).await.map_err(from_store)?;
        read(self, cx, id).await
    }
}

async fn assign<C: Command>(
    cx: &mut Cx<'_, C>,
    row: &mut SessionRow,
    client: ClientId,
) -> Result<(), ApiError> {
    let tx = cx.tx()?;
    store::clients::get(tx, client.0).await.map_err(from_store)?;
    row.client_id = Some(client.0);
    row.number = Some(store::sessions::next_number(tx, client.0).await.map_err(from_store)?);
    Ok(())
}

impl Handle<StartQuickSession> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, StartQuickSession>,
        command: StartQuickSession,
    ) -> Result<SessionView, ApiError> {
        let id = cx.make_id();
        cx.about(id);
        let mut row = empty_row(id, SessionStatus::InProgress, cx.now);
        row.started_at = Some(cx.now);
        if let Some(client) = command.client_id {
            assign(cx, &mut row, client).await?;
        }
        store::sessions::insert(cx.tx()?, &row).await.map_err(from_store)?;
        read(self, cx, id).await
    }
}

impl Handle<AssignSession> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, AssignSession>,
        command: AssignSession,
    ) -> Result<SessionView, ApiError> {
        let id = command.session_id.0;
        cx.about(id);
        let mut row = store::sessions::get(cx.tx()?, id).await.map_err(from_store)?;
        if row.client_id.is_some() {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "This session has a client already. Nothing was changed.",
            ));
        }
        assign(cx, &mut row, command.client_id).await?;
        row.revision += 1;
        row.updated_at = cx.now;
        let tx = cx.tx()?;
        store::sessions::update(tx, &row).await.map_err(from_store)?;
        store::search::assign_session(tx, id, command.client_id.0).await.map_err(from_store)?;
        read(self, cx, id).await
    }
}

impl Handle<UpdateSession> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, UpdateSession>,
        command: UpdateSession,
    ) -> Result<SessionView, ApiError> {
        let id = command.session_id.0;
        cx.about(id);
        check(&command.details)?;
        let now = cx.now;
        let tx = cx.tx()?;
        let old = store::sessions::get(tx, id).await.map_err(from_store)?;
        let mut row = fill(old, command.details);
        row.revision = command.revision.saturating_add(1);
        row.updated_at = now;
        store::sessions::update(tx, &row).await.map_err(from_store)?;
        read(self, cx, id).await
    }
}

/// When a session began or ended: what a person says, as long as it has happened already.
fn moment_of(said: Option<DateTime<Utc>>, now: i64) -> Result<i64, ApiError> {
    match said.map(millis) {
        Some(at) if at > now => Err(ApiError::invalid("at", "This lies in the future. Nothing was changed.")),
        said => Ok(said.unwrap_or(now)),
    }
}

impl Handle<MoveSession> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, MoveSession>,
        command: MoveSession,
    ) -> Result<SessionView, ApiError> {
        let id = command.session_id.0;
        cx.about(id);
        let now = cx.now;
        let tx = cx.tx()?;
        let mut row = store::sessions::get(tx, id).await.map_err(from_store)?;
        let from = session_rule_to(session_status_from(row.status));
        if !from.may_move_to(session_rule_to(command.to)) {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "A session that stands where this one does cannot go there. Nothing was changed.",
            ));
        }
        let at = moment_of(command.at, now)?;
        row.status = session_status_to(command.to);
        match command.to {
            SessionStatus::InProgress => row.started_at = Some(at),
            SessionStatus::Completed if row.started_at.is_some_and(|start| at < start) => {
                return Err(ApiError::invalid(
                    "at",
                    "The end lies before the beginning. Nothing was changed.",
                ));
            }
            SessionStatus::Completed => row.ended_at = Some(at),
            _ => {}
        }
        row.revision += 1;
        row.updated_at = now;
        store::sessions::update(tx, &row).await.map_err(from_store)?;
        read(self, cx, id).await
    }
}

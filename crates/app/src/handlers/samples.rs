use chrono::{Days, NaiveDate};
use contract::clients::ClientDetails;
use contract::consents::ConsentScope;
use contract::samples::{AddSampleData, SampleData};
use contract::sessions::{SessionKind, SessionStatus};
use contract::{ApiError, ClientId};
use store::consents::{ConsentMethod, ConsentRow};
use uuid::Uuid;

use crate::convert::{client_row, instant, kind_to, millis, scope_to, session_status_to};
use crate::errors::from_store;
use crate::{App, Cx, Handle};

/// An invented client: names, pronouns, year of birth, a condition, weeks in care.
struct SampleClient {
    given: &'static str,
    family: &'static str,
    pronouns: &'static str,
    born: (i32, u32, u32),
    condition: &'static str,
    sessions: u32,
}

const CLIENTS: [SampleClient; 3] = [
    SampleClient {
        given: "Jordan",
        family: "Sample",
        pronouns: "they/them",
        born: (1991, 4, 17),
        condition: "Worry and poor sleep",
        sessions: 6,
    },
    SampleClient {
        given: "Amina",
        family: "Sample",
        pronouns: "she/her",
        born: (1984, 11, 2),
        condition: "Low mood after bereavement",
        sessions: 11,
    },
    SampleClient {
        given: "Tomás",
        family: "Sample",
        pronouns: "he/him",
        born: (2001, 7, 29),
        condition: "Panic in crowds",
        sessions: 2,
    },
];

impl Handle<AddSampleData> for App {
    async fn handle(&self, cx: &mut Cx<'_, AddSampleData>, _: AddSampleData) -> Result<SampleData, ApiError> {
        let mut clients = Vec::new();
        for sample in &CLIENTS {
            let id = add_client(cx, sample).await?;
            for week in 0..sample.sessions {
                add_session(cx, id, week, sample.sessions).await?;
            }
            for scope in [ConsentScope::Recording, ConsentScope::Analysis] {
                add_consent(cx, id, scope).await?;
            }
            clients.push(ClientId(id));
        }
        Ok(SampleData { clients })
    }
}

async fn add_client(cx: &mut Cx<'_, AddSampleData>, sample: &SampleClient) -> Result<Uuid, ApiError> {
    let (year, month, day) = sample.born;
    let details = ClientDetails {
        given_name: sample.given.to_owned(),
        family_name: sample.family.to_owned(),
        pronouns: sample.pronouns.to_owned(),
        birth_date: NaiveDate::from_ymd_opt(year, month, day),
        languages: vec!["English".to_owned()],
        conditions: vec![sample.condition.to_owned()],
        ..ClientDetails::default()
    };
    let row = client_row(cx.make_id(), 1, details, cx.now, cx.now);
    store::clients::insert(cx.tx()?, &row).await.map_err(from_store)?;
    Ok(row.id)
}

/// One session a week back from today; the last one is today's and still to come.
async fn add_session(
    cx: &mut Cx<'_, AddSampleData>,
    client: Uuid,
    week: u32,
    of: u32,
) -> Result<(), ApiError> {
    let back = Days::new(u64::from(of - 1 - week) * 7);
    let start = instant(cx.now).checked_sub_days(back).map_or(cx.now, millis);
    let last = week + 1 == of;
    let status = if last { SessionStatus::Upcoming } else { SessionStatus::Completed };
    let mut row = super::sessions::empty_row(cx.make_id(), status, cx.now);
    row.client_id = Some(client);
    row.number = Some(week + 1);
    row.kind = kind_to(if week == 0 { SessionKind::Assessment } else { SessionKind::Individual });
    row.status = session_status_to(status);
    row.scheduled_start = Some(start);
    row.scheduled_end = Some(start + 50 * 60_000);
    if !last {
        row.started_at = row.scheduled_start;
        row.ended_at = row.scheduled_end;
    }
    store::sessions::insert(cx.tx()?, &row).await.map_err(from_store)
}

async fn add_consent(
    cx: &mut Cx<'_, AddSampleData>,
    client: Uuid,
    scope: ConsentScope,
) -> Result<(), ApiError> {
    let row = ConsentRow {
        id: cx.make_id(),
        client_id: Some(client),
        session_id: None,
        scope: scope_to(scope),
        version: super::consents::version_in_force(scope),
        method: ConsentMethod::Verbal,
        given_by: "the client (sample)".to_owned(),
        recorded_by: cx.open()?.owner_name(),
        withdrawn_at: None,
        withdrawn_note: None,
        created_at: cx.now,
        updated_at: cx.now,
    };
    store::consents::insert(cx.tx()?, &row).await.map_err(from_store)
}

//! The risk protocol: alerts are raised here and nowhere else, and never lowered.

use clinical::risk::{Assessment, Level, Role, Turn, assess};
use contract::risk::{
    AcknowledgeAlert, Acknowledgement, AlertView, GetHelplines, GetSafetyPlan, Helpline, Helplines,
    ListAlerts, SafetyPlan, SafetyPlanView, SaveSafetyPlan,
};
use contract::{AlertId, ApiError, ClientId, Command, ScreeningId};
use store::risk::{AlertRow, NamedAlertRow, SafetyPlanRow};
use store::screenings::ScreeningRow;

use super::{MAX_TEXT, blocking, check_length};
use crate::convert::{instant, risk_level_from};
use crate::errors::{from_store, handed_over, internal};
use crate::{App, Cx, Handle};

/// Entries a part of a safety plan may have.
const MAX_ENTRIES: usize = 50;

/// The level as it is stored; a level of none raises nothing and is never stored.
fn stored(level: &str) -> Level {
    [Level::Mild, Level::Moderate, Level::High, Level::Critical]
        .into_iter()
        .find(|each| each.as_str() == level)
        // An unknown word in our own column must not hide an alert.
        .unwrap_or(Level::Critical)
}

/// What words of a person come to that stand by themselves.
pub(super) async fn read(words: &str) -> Result<Assessment, ApiError> {
    let words = words.to_owned();
    blocking(move || assess(&[Turn { role: Role::User, text: &words }])).await
}

/// Raises an alert for what a screening has shown. Reasons join the alert that is still unacknowledged; what was
/// acknowledged already is not raised again.
pub(super) async fn raise<C: Command>(
    cx: &mut Cx<'_, C>,
    screening: &ScreeningRow,
    level: Level,
    mut reasons: Vec<String>,
) -> Result<(), ApiError> {
    let (id, now) = (cx.make_id(), cx.now);
    let earlier = store::risk::alerts_of(cx.tx()?, screening.id).await.map_err(from_store)?;
    let answered = |reason: &String| {
        let done = earlier.iter().filter(|alert| alert.acknowledged_at.is_some());
        done.into_iter().any(|alert| stored(&alert.level) >= level && alert.reasons.contains(reason))
    };
    reasons.retain(|reason| !answered(reason));
    if reasons.is_empty() {
        return Ok(());
    }
    let mut row = earlier.into_iter().find(|alert| alert.acknowledged_at.is_none()).unwrap_or(AlertRow {
        id,
        client_id: screening.client_id,
        screening_id: Some(screening.id),
        level: level.as_str().to_owned(),
        reasons: Vec::new().into(),
        acknowledged_at: None,
        acknowledged_by: None,
        action: None,
        created_at: now,
        updated_at: now,
    });
    row.level = stored(&row.level).max(level).as_str().to_owned();
    for reason in reasons {
        row.reasons.retain(|earlier| !has_grown(earlier, &reason));
        if !row.reasons.contains(&reason) {
            row.reasons.push(reason);
        }
    }
    row.updated_at = now;
    store::risk::put_alert(cx.tx()?, &row).await.map_err(from_store)
}

/// Whether a reason quotes what an earlier one quoted when less of it had been written: the person was still typing.
fn has_grown(earlier: &str, reason: &str) -> bool {
    match (earlier.strip_suffix("”)"), reason.strip_suffix("”)")) {
        (Some(less), Some(more)) => more.len() > less.len() && more.starts_with(less),
        _ => false,
    }
}

fn alert_view(row: NamedAlertRow) -> AlertView {
    let client_name = row.client_name();
    let alert = row.alert;
    let acknowledged = match (alert.acknowledged_at, alert.acknowledged_by, alert.action) {
        (Some(at), Some(by), Some(action)) => Some(Acknowledgement { at: instant(at), by, action }),
        _ => None,
    };
    AlertView {
        id: AlertId(alert.id),
        client_id: ClientId(alert.client_id),
        client_name,
        screening_id: alert.screening_id.map(ScreeningId),
        level: risk_level_from(stored(&alert.level)),
        reasons: alert.reasons.0,
        raised_at: instant(alert.created_at),
        acknowledged,
    }
}

impl Handle<GetHelplines> for App {
    async fn handle(
        &self,
        _: &mut Cx<'_, GetHelplines>,
        command: GetHelplines,
    ) -> Result<Helplines, ApiError> {
        let country = helplines::for_country(&command.country);
        Ok(Helplines {
            country: country.code.to_owned(),
            name: country.name.to_owned(),
            emergency: country.emergency.map(str::to_owned),
            lines: country.lines.iter().map(helpline).collect(),
            as_of: helplines::as_of().parse().map_err(|error: chrono::ParseError| internal(&error))?,
            countries: helplines::countries()
                .iter()
                .map(|country| (country.code.to_owned(), country.name.to_owned()))
                .collect(),
        })
    }
}

fn helpline(line: &helplines::Line) -> Helpline {
    let text = line.text.as_ref().map(|text| match text.word {
        Some(word) => format!("{word} to {}", text.number),
        None => text.number.to_owned(),
    });
    Helpline {
        name: line.name.to_owned(),
        audience: line.audience.as_str().to_owned(),
        phone: line.phone.map(str::to_owned),
        also: line.also.iter().map(|number| (*number).to_owned()).collect(),
        text,
        web: line.web.map(str::to_owned),
        hours: line.hours.unwrap_or_default().to_owned(),
        note: line.note.unwrap_or_default().to_owned(),
    }
}

impl Handle<ListAlerts> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListAlerts>,
        command: ListAlerts,
    ) -> Result<Vec<AlertView>, ApiError> {
        let client = command.client_id.map(|id| id.0);
        let rows = store::risk::list_alerts(cx.tx()?, client, command.with_acknowledged).await;
        Ok(rows.map_err(from_store)?.into_iter().map(alert_view).collect())
    }
}

impl Handle<AcknowledgeAlert> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, AcknowledgeAlert>,
        command: AcknowledgeAlert,
    ) -> Result<AlertView, ApiError> {
        let id = command.alert_id.0;
        cx.about(id);
        let action = command.action.trim();
        check_length("action", action, MAX_TEXT)?;
        if action.is_empty() {
            return Err(ApiError::invalid("action", "Write what was done. The alert stays until then."));
        }
        let (by, now) = (cx.open()?.owner_name(), cx.now);
        let mut alert = store::risk::get_alert(cx.tx()?, id).await.map_err(from_store)?.alert;
        alert.acknowledged_at = Some(now);
        alert.acknowledged_by = Some(by);
        alert.action = Some(action.to_owned());
        alert.updated_at = now;
        store::risk::put_alert(cx.tx()?, &alert).await.map_err(from_store)?;
        Ok(alert_view(store::risk::get_alert(cx.tx()?, id).await.map_err(from_store)?))
    }
}

async fn read_plan<C: Command>(cx: &mut Cx<'_, C>, client: ClientId) -> Result<SafetyPlanView, ApiError> {
    let row = store::risk::safety_plan(cx.tx()?, client.0).await.map_err(from_store)?;
    let Some(row) = row else {
        let plan = SafetyPlan::default();
        return Ok(SafetyPlanView {
            client_id: client,
            version: 0,
            plan,
            author: String::new(),
            updated_at: None,
        });
    };
    Ok(SafetyPlanView {
        client_id: client,
        version: row.version,
        plan: serde_json::from_str(&row.plan).map_err(|error| internal(&error))?,
        author: row.author,
        updated_at: Some(instant(row.created_at)),
    })
}

impl Handle<GetSafetyPlan> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, GetSafetyPlan>,
        command: GetSafetyPlan,
    ) -> Result<SafetyPlanView, ApiError> {
        cx.about(command.client_id.0);
        if let Some(screening) = cx.open()?.handed_over() {
            let screening = store::screenings::get(cx.tx()?, screening).await.map_err(from_store)?;
            if screening.client_id != command.client_id.0 {
                return Err(handed_over());
            }
        }
        let client = store::clients::get(cx.tx()?, command.client_id.0).await.map_err(from_store)?;
        read_plan(cx, ClientId(client.id)).await
    }
}

impl Handle<SaveSafetyPlan> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, SaveSafetyPlan>,
        command: SaveSafetyPlan,
    ) -> Result<SafetyPlanView, ApiError> {
        cx.about(command.client_id.0);
        let plan = trimmed(command.plan)?;
        let client = store::clients::get(cx.tx()?, command.client_id.0).await.map_err(from_store)?;
        let row = SafetyPlanRow {
            id: cx.make_id(),
            client_id: client.id,
            version: command.version.saturating_add(1),
            plan: serde_json::to_string(&plan).map_err(|error| internal(&error))?,
            author: cx.open()?.owner_name(),
            created_at: cx.now,
            updated_at: cx.now,
        };
        store::risk::append_safety_plan(cx.tx()?, &row).await.map_err(from_store)?;
        read_plan(cx, command.client_id).await
    }
}

/// The plan without empty entries.
fn trimmed(mut plan: SafetyPlan) -> Result<SafetyPlan, ApiError> {
    let parts = [
        ("warning_signs", &mut plan.warning_signs),
        ("coping", &mut plan.coping),
        ("distractions", &mut plan.distractions),
        ("people", &mut plan.people),
        ("professionals", &mut plan.professionals),
        ("making_safe", &mut plan.making_safe),
        ("reasons", &mut plan.reasons),
    ];
    for (field, entries) in parts {
        entries.iter_mut().for_each(|entry| *entry = entry.trim().to_owned());
        entries.retain(|entry| !entry.is_empty());
        if entries.len() > MAX_ENTRIES {
            return Err(ApiError::invalid(field, "At most 50 entries in one part. Nothing was saved."));
        }
        entries.iter().try_for_each(|entry| check_length(field, entry, super::MAX_LINE * 4))?;
    }
    Ok(plan)
}

//! Sets that are due again and again.

use chrono::{Days, NaiveDate};
use contract::screenings::{EndPlan, ListDue, ListPlans, PlanView, SavePlan};
use contract::{ApiError, ClientId, Command, Done, ScreeningId, ScreeningPlanId};
use store::screenings::{NamedPlanRow, PlanRow};
use uuid::Uuid;

use super::instruments::battery;
use crate::convert::instant;
use crate::errors::from_store;
use crate::library::Library;
use crate::{App, Cx, Handle};

/// The day it is where the program runs.
fn today<C: Command>(cx: &Cx<'_, C>) -> NaiveDate {
    cx.app.clock().local_day(instant(cx.now))
}

async fn view<C: Command>(
    cx: &mut Cx<'_, C>,
    library: &Library,
    row: NamedPlanRow,
) -> Result<PlanView, ApiError> {
    let client_name = row.client_name();
    let plan = row.plan;
    let open = store::screenings::open_of_plan(cx.tx()?, plan.id).await.map_err(from_store)?;
    let due_on: NaiveDate = plan.due_on.parse().unwrap_or_default();
    let late = (today(cx) - due_on).num_days().clamp(i32::MIN.into(), i32::MAX.into());
    Ok(PlanView {
        id: ScreeningPlanId(plan.id),
        client_id: ClientId(plan.client_id),
        client_name,
        name: battery(cx, library, &plan.battery).await?.name,
        battery: plan.battery,
        every_days: plan.every_days,
        due_on,
        days_late: i32::try_from(late).unwrap_or(i32::MAX),
        open_screening: open.map(ScreeningId),
    })
}

async fn views<C: Command>(
    cx: &mut Cx<'_, C>,
    client: Option<Uuid>,
    due_by: Option<NaiveDate>,
) -> Result<Vec<PlanView>, ApiError> {
    let due_by = due_by.map(|day| day.to_string());
    let rows =
        store::screenings::list_plans(cx.tx()?, client, due_by.as_deref()).await.map_err(from_store)?;
    let library = Library::load(cx.tx()?).await?;
    let mut plans = Vec::with_capacity(rows.len());
    for row in rows {
        plans.push(view(cx, &library, row).await?);
    }
    Ok(plans)
}

/// Moves a plan on after a screening for it was finished: to its next day after today, or to its end.
pub(super) async fn advance<C: Command>(cx: &mut Cx<'_, C>, plan: Option<Uuid>) -> Result<(), ApiError> {
    let Some(plan) = plan else { return Ok(()) };
    let (today, now) = (today(cx), cx.now);
    let mut row = store::screenings::get_plan(cx.tx()?, plan).await.map_err(from_store)?;
    row.updated_at = now;
    match row.every_days {
        None => row.ended_at = Some(now),
        Some(days) => {
            let every = Days::new(u64::from(days.max(1)));
            let mut due: NaiveDate = row.due_on.parse().unwrap_or(today);
            // At least one step, also when it was filled in before its day; then past what was left out.
            loop {
                due = due.checked_add_days(every).unwrap_or(NaiveDate::MAX);
                if due > today {
                    break;
                }
            }
            row.due_on = due.to_string();
        }
    }
    store::screenings::put_plan(cx.tx()?, &row).await.map_err(from_store)
}

impl Handle<ListPlans> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListPlans>,
        command: ListPlans,
    ) -> Result<Vec<PlanView>, ApiError> {
        cx.about(command.client_id.0);
        views(cx, Some(command.client_id.0), None).await
    }
}

impl Handle<ListDue> for App {
    async fn handle(&self, cx: &mut Cx<'_, ListDue>, _: ListDue) -> Result<Vec<PlanView>, ApiError> {
        let today = today(cx);
        views(cx, None, Some(today)).await
    }
}

impl Handle<SavePlan> for App {
    async fn handle(&self, cx: &mut Cx<'_, SavePlan>, command: SavePlan) -> Result<PlanView, ApiError> {
        if command.every_days.is_some_and(|days| !(1..=366).contains(&days)) {
            return Err(ApiError::invalid("every_days", "From 1 to 366 days. Nothing was changed."));
        }
        let (new_id, now) = (cx.make_id(), cx.now);
        let client = store::clients::get(cx.tx()?, command.client_id.0).await.map_err(from_store)?;
        let library = Library::load(cx.tx()?).await?;
        battery(cx, &library, &command.battery).await?;
        let earlier = match command.plan_id {
            Some(id) => Some(store::screenings::get_plan(cx.tx()?, id.0).await.map_err(from_store)?),
            None => None,
        };
        if earlier.as_ref().is_some_and(|plan| plan.client_id != client.id || plan.ended_at.is_some()) {
            return Err(from_store(store::StoreError::NotFound));
        }
        let row = PlanRow {
            id: earlier.as_ref().map_or(new_id, |plan| plan.id),
            client_id: client.id,
            battery: command.battery,
            every_days: command.every_days,
            due_on: command.due_on.to_string(),
            ended_at: None,
            created_at: earlier.as_ref().map_or(now, |plan| plan.created_at),
            updated_at: now,
        };
        cx.about(row.id);
        store::screenings::put_plan(cx.tx()?, &row).await.map_err(from_store)?;
        let plans = views(cx, Some(client.id), None).await?;
        let saved = plans.into_iter().find(|plan| plan.id.0 == row.id);
        saved.ok_or_else(|| from_store(store::StoreError::NotFound))
    }
}

impl Handle<EndPlan> for App {
    async fn handle(&self, cx: &mut Cx<'_, EndPlan>, command: EndPlan) -> Result<Done, ApiError> {
        cx.about(command.plan_id.0);
        let now = cx.now;
        let mut row = store::screenings::get_plan(cx.tx()?, command.plan_id.0).await.map_err(from_store)?;
        row.ended_at = Some(row.ended_at.unwrap_or(now));
        row.updated_at = now;
        store::screenings::put_plan(cx.tx()?, &row).await.map_err(from_store)?;
        Ok(Done {})
    }
}

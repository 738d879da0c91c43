use contract::clients::{
    ClientDetails, ClientList, ClientSummary, ClientView, CreateClient, GetClient, ListClients, UpdateClient,
};
use contract::{ApiError, ClientId};
use store::clients::{ClientFilter, ClientSummaryRow};

use super::{MAX_LINE, bounded, check_length};
use crate::convert::{client_row, client_status_from, client_status_to, client_view, instant};
use crate::errors::from_store;
use crate::{App, Cx, Handle};

fn check(details: &ClientDetails) -> Result<(), ApiError> {
    if details.given_name.trim().is_empty() {
        return Err(ApiError::invalid("given_name", "A client needs a given name."));
    }
    let lines = [
        ("given_name", &details.given_name),
        ("family_name", &details.family_name),
        ("preferred_name", &details.preferred_name),
        ("pronouns", &details.pronouns),
        ("phone", &details.phone),
        ("email", &details.email),
        ("location", &details.location),
        ("emergency_contact.name", &details.emergency_contact.name),
        ("emergency_contact.relationship", &details.emergency_contact.relationship),
        ("emergency_contact.phone", &details.emergency_contact.phone),
        ("insurance.payer", &details.insurance.payer),
        ("insurance.plan", &details.insurance.plan),
        ("insurance.member_id", &details.insurance.member_id),
    ];
    lines.iter().try_for_each(|(field, text)| check_length(field, text, MAX_LINE))?;
    details.languages.iter().try_for_each(|text| check_length("languages", text, MAX_LINE))?;
    details.conditions.iter().try_for_each(|text| check_length("conditions", text, MAX_LINE))
}

fn summary(row: ClientSummaryRow) -> ClientSummary {
    ClientSummary {
        id: ClientId(row.id),
        display_name: row.display_name(),
        pronouns: row.pronouns,
        birth_date: row.birth_date.and_then(|date| date.parse().ok()),
        status: client_status_from(row.status),
        session_count: row.session_count,
        last_session_at: row.last_session_at.map(instant),
        next_session_at: row.next_session_at.map(instant),
        notes_to_sign: row.notes_to_sign,
    }
}

impl Handle<ListClients> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListClients>,
        command: ListClients,
    ) -> Result<ClientList, ApiError> {
        let page = bounded(command.page);
        let filter = ClientFilter {
            query: command.query.trim(),
            status: command.status.map(client_status_to),
            now: cx.now,
            offset: page.offset,
            limit: page.limit,
        };
        let tx = cx.tx()?;
        let total = store::clients::count(tx, &filter).await.map_err(from_store)?;
        let rows = store::clients::list(tx, &filter).await.map_err(from_store)?;
        Ok(ClientList { total, clients: rows.into_iter().map(summary).collect() })
    }
}

impl Handle<GetClient> for App {
    async fn handle(&self, cx: &mut Cx<'_, GetClient>, command: GetClient) -> Result<ClientView, ApiError> {
        cx.about(command.client_id.0);
        read(cx, command.client_id).await
    }
}

/// Reads a client as a view.
pub(super) async fn read<C: contract::Command>(
    cx: &mut Cx<'_, C>,
    id: ClientId,
) -> Result<ClientView, ApiError> {
    let tx = cx.tx()?;
    let row = store::clients::get(tx, id.0).await.map_err(from_store)?;
    let sessions = store::clients::count_sessions(tx, id.0).await.map_err(from_store)?;
    Ok(client_view(row, sessions))
}

impl Handle<CreateClient> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, CreateClient>,
        command: CreateClient,
    ) -> Result<ClientView, ApiError> {
        check(&command.details)?;
        let row = client_row(cx.make_id(), 1, command.details, cx.now, cx.now);
        cx.about(row.id);
        store::clients::insert(cx.tx()?, &row).await.map_err(from_store)?;
        Ok(client_view(row, 0))
    }
}

impl Handle<UpdateClient> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, UpdateClient>,
        command: UpdateClient,
    ) -> Result<ClientView, ApiError> {
        let id = command.client_id;
        cx.about(id.0);
        check(&command.details)?;
        let now = cx.now;
        let tx = cx.tx()?;
        let old = store::clients::get(tx, id.0).await.map_err(from_store)?;
        let row = client_row(id.0, command.revision.saturating_add(1), command.details, old.created_at, now);
        store::clients::update(tx, &row).await.map_err(from_store)?;
        read(cx, id).await
    }
}

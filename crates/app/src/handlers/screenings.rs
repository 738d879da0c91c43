//! Screenings from the first question to the score.

use std::collections::BTreeMap;

use clinical::screening::dimensions::{DimensionScore, Scored, dimension_scores};
use clinical::screening::{Answers, Instrument, Severity, check_answers};
use contract::clients::{ClientDetails, ClientView};
use contract::screenings::{
    Answer, AnswerItem, DiscardScreening, FinishScreening, FormView, GetForm, GetOwnRecord, ListScreenings,
    SaveComment, ScreeningView, StartScreening,
};
use contract::{ApiError, ClientId, Command, ErrorCode, ScreeningId};
use store::screenings::{AdministrationRow, DimensionScoreRow, ResponseRow, ScreeningRow, ScreeningStatus};
use uuid::Uuid;

use super::hand_over::check_handed_over;
use super::{MAX_TEXT, check_length, clients, plans, risk};
use crate::convert::client_row;
use crate::errors::from_store;
use crate::filled::{self, Filled, Part};
use crate::library::Library;
use crate::{App, Cx, Handle};

/// More instruments than anyone fills in at one time.
const MAX_INSTRUMENTS: usize = 40;

impl Handle<GetOwnRecord> for App {
    async fn handle(&self, cx: &mut Cx<'_, GetOwnRecord>, _: GetOwnRecord) -> Result<ClientView, ApiError> {
        let name = cx.open()?.owner_name();
        // The vault's own person has the vault's id: there is one such record, however often it is asked for.
        let id = cx.open()?.id();
        cx.about(id);
        let found = store::clients::get(cx.tx()?, id).await;
        if let Err(store::StoreError::NotFound) = found {
            let details = ClientDetails { given_name: name, ..ClientDetails::default() };
            let row = client_row(id, 1, details, cx.now, cx.now);
            store::clients::insert(cx.tx()?, &row).await.map_err(from_store)?;
        } else {
            found.map_err(from_store)?;
        }
        clients::read(cx, ClientId(id)).await
    }
}

impl Handle<StartScreening> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, StartScreening>,
        command: StartScreening,
    ) -> Result<FormView, ApiError> {
        let client = store::clients::get(cx.tx()?, command.client_id.0).await.map_err(from_store)?;
        let library = Library::load(cx.tx()?).await?;
        let (name, codes) = chosen(cx, &library, &command).await?;
        let screening = cx.make_id();
        cx.about(screening);
        let now = cx.now;
        let mut administrations = Vec::with_capacity(codes.len());
        for (code, position) in codes.iter().zip(0..) {
            let (instrument, revision) = library.usable(code).ok_or_else(|| not_usable(code))?;
            administrations.push(administration(cx, screening, position, instrument, revision));
        }
        let row = ScreeningRow {
            id: screening,
            client_id: client.id,
            session_id: command.session_id.map(|id| id.0),
            plan_id: command.plan_id.map(|id| id.0),
            name,
            status: ScreeningStatus::Open,
            comment: String::new(),
            asked: 0,
            answered: 0,
            completed_at: None,
            created_at: now,
            updated_at: now,
        };
        store::screenings::insert(cx.tx()?, &row, &administrations).await.map_err(from_store)?;
        let filled = Filled::read(cx.tx()?, screening).await?;
        keep(cx, filled).await
    }
}

fn administration<C: Command>(
    cx: &Cx<'_, C>,
    screening: Uuid,
    position: u32,
    instrument: &Instrument,
    revision: u32,
) -> AdministrationRow {
    AdministrationRow {
        id: cx.make_id(),
        screening_id: screening,
        position,
        instrument: instrument.id.clone(),
        version: instrument.version.clone(),
        revision,
        asked_by: None,
        complete: None,
        total: None,
        severity: None,
        band: None,
        created_at: cx.now,
        updated_at: cx.now,
    }
}

fn not_usable(code: &str) -> ApiError {
    let shown: String = code.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(40).collect();
    ApiError::invalid(
        "instruments",
        format!("“{shown}” cannot be used: it is not here, or not switched on. Nothing was begun."),
    )
}

/// Refuses an empty list, a repeated instrument, and one that cannot be used.
pub(super) fn check_codes(library: &Library, codes: &[String]) -> Result<(), ApiError> {
    if codes.is_empty() {
        return Err(ApiError::invalid("instruments", "Choose at least one instrument."));
    }
    let twice = codes.iter().enumerate().any(|(at, code)| codes[..at].contains(code));
    if codes.len() > MAX_INSTRUMENTS || twice {
        return Err(ApiError::invalid("instruments", "Choose each instrument once, and at most 40 of them."));
    }
    codes.iter().try_for_each(|code| library.usable(code).map(drop).ok_or_else(|| not_usable(code)))
}

/// The name and the instruments of what is to be filled in.
async fn chosen(
    cx: &mut Cx<'_, StartScreening>,
    library: &Library,
    command: &StartScreening,
) -> Result<(String, Vec<String>), ApiError> {
    let (name, codes) = match &command.battery {
        Some(key) => {
            let battery = super::instruments::battery(cx, library, key).await?;
            (battery.name, battery.instruments)
        }
        None => {
            let title = |code: &String| Some(library.usable(code)?.0.short_title().to_owned());
            let titles: Vec<_> = command.instruments.iter().filter_map(title).collect();
            (titles.join(", "), command.instruments.clone())
        }
    };
    check_codes(library, &codes)?;
    Ok((name, codes))
}

/// Keeps the counts of a form that has changed, and shows it.
async fn keep<C: Command>(cx: &mut Cx<'_, C>, mut filled: Filled) -> Result<FormView, ApiError> {
    step_up(cx, &mut filled).await?;
    (filled.row.asked, filled.row.answered) = filled.counts();
    filled.row.updated_at = cx.now;
    store::screenings::update(cx.tx()?, &filled.row).await.map_err(from_store)?;
    show(cx, &filled).await
}

/// Adds the longer instrument where a short one has come out positive, and takes it away again where the answer was
/// changed before anything of it was filled in.
async fn step_up<C: Command>(cx: &mut Cx<'_, C>, filled: &mut Filled) -> Result<(), ApiError> {
    for step in instruments::BATTERIES.iter().flat_map(|battery| battery.step_ups) {
        let place = |code: &str| filled.parts.iter().position(|part| part.row.instrument == code);
        let Some(short) = place(step.after).map(|at| &filled.parts[at]) else { continue };
        let positive = short.score().severity == Some(Severity::Positive);
        match (positive, place(step.give)) {
            (true, None) => {
                let Some(instrument) = instruments::find(step.give) else { continue };
                let last = filled.parts.iter().map(|part| part.row.position).max().unwrap_or(0);
                let mut row = administration(cx, filled.row.id, last + 1, instrument, 0);
                row.asked_by = Some(step.after.to_owned());
                store::screenings::insert_administration(cx.tx()?, &row).await.map_err(from_store)?;
                filled.parts.push(Part::new(row, instrument.clone()));
            }
            (false, Some(at))
                if filled.parts[at].is_untouched()
                    && filled.parts[at].row.asked_by.as_deref() == Some(step.after) =>
            {
                let part = filled.parts.remove(at);
                store::screenings::remove_administration(cx.tx()?, part.row.id).await.map_err(from_store)?;
            }
            _ => {}
        }
    }
    Ok(())
}

async fn show<C: Command>(cx: &mut Cx<'_, C>, filled: &Filled) -> Result<FormView, ApiError> {
    let alerts = store::risk::alerts_of(cx.tx()?, filled.row.id).await.map_err(from_store)?;
    Ok(filled.form(!alerts.is_empty()))
}

async fn open<C: Command>(cx: &mut Cx<'_, C>, id: ScreeningId) -> Result<Filled, ApiError> {
    cx.about(id.0);
    check_handed_over(cx, id)?;
    Filled::read(cx.tx()?, id.0).await
}

async fn open_to_fill<C: Command>(cx: &mut Cx<'_, C>, id: ScreeningId) -> Result<Filled, ApiError> {
    let filled = open(cx, id).await?;
    if filled.row.status != ScreeningStatus::Open {
        return Err(ApiError::new(
            ErrorCode::IllegalMove,
            "This screening is finished. Its answers never change; begin a new one to answer again.",
        ));
    }
    Ok(filled)
}

impl Handle<GetForm> for App {
    async fn handle(&self, cx: &mut Cx<'_, GetForm>, command: GetForm) -> Result<FormView, ApiError> {
        let filled = open(cx, command.screening_id).await?;
        show(cx, &filled).await
    }
}

impl Handle<AnswerItem> for App {
    async fn handle(&self, cx: &mut Cx<'_, AnswerItem>, command: AnswerItem) -> Result<FormView, ApiError> {
        let mut filled = open_to_fill(cx, command.screening_id).await?;
        let (id, now) = (cx.make_id(), cx.now);
        let part = filled.parts.iter_mut().find(|part| part.row.instrument == command.instrument);
        let part =
            part.ok_or_else(|| ApiError::invalid("instrument", "This is not part of the screening."))?;
        let reason = answer(part, &command)?;
        let administration = part.row.id;
        let value = match command.answer {
            Answer::Value { value } => Some(value),
            Answer::Declined | Answer::Cleared => None,
        };
        if command.answer == Answer::Cleared {
            store::screenings::remove_response(cx.tx()?, administration, &command.item)
                .await
                .map_err(from_store)?;
        } else {
            let row = ResponseRow {
                id,
                administration_id: administration,
                item: command.item.clone(),
                value,
                created_at: now,
                updated_at: now,
            };
            store::screenings::put_response(cx.tx()?, &row).await.map_err(from_store)?;
        }
        if let Some((level, reason)) = reason {
            risk::raise(cx, &filled.row, level, vec![reason]).await?;
        }
        keep(cx, filled).await
    }
}

/// Takes an answer into the form. Gives the level and the reason if it starts the risk protocol.
fn answer(
    part: &mut Part,
    command: &AnswerItem,
) -> Result<Option<(clinical::risk::Level, String)>, ApiError> {
    if !part.items().iter().any(|item| item.id == command.item) {
        return Err(ApiError::invalid("item", "This question is not asked now. Nothing was changed."));
    }
    part.answers.remove(&command.item);
    part.declined.remove(&command.item);
    match command.answer {
        Answer::Value { value } => {
            let given: Answers = BTreeMap::from([(command.item.clone(), value)]);
            check_answers(&part.instrument, &given)
                .map_err(|error| ApiError::invalid("answer", error.to_string()))?;
            part.answers.extend(given);
            Ok(clinical::protocol::critical_answer(&part.instrument, &command.item, value))
        }
        Answer::Declined => {
            part.declined.insert(command.item.clone());
            Ok(None)
        }
        Answer::Cleared => Ok(None),
    }
}

impl Handle<SaveComment> for App {
    async fn handle(&self, cx: &mut Cx<'_, SaveComment>, command: SaveComment) -> Result<FormView, ApiError> {
        check_length("text", &command.text, MAX_TEXT)?;
        let mut filled = open_to_fill(cx, command.screening_id).await?;
        filled.row.comment = command.text.trim().to_owned();
        let seen = risk::read(&filled.row.comment).await?;
        if seen.level >= clinical::risk::Level::Moderate {
            let reasons = seen.reasons.iter().map(|reason| reason.describe_words()).collect();
            risk::raise(cx, &filled.row, seen.level, reasons).await?;
        }
        keep(cx, filled).await
    }
}

impl Handle<FinishScreening> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, FinishScreening>,
        command: FinishScreening,
    ) -> Result<FormView, ApiError> {
        let mut filled = open_to_fill(cx, command.screening_id).await?;
        if filled.parts.iter().all(|part| part.answers.is_empty() && part.declined.is_empty()) {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "Nothing has been answered yet. Answer something, or put the screening aside.",
            ));
        }
        let now = cx.now;
        let scores: Vec<_> = filled.parts.iter().map(Part::score).collect();
        for (part, score) in filled.parts.iter_mut().zip(&scores) {
            part.row.complete = Some(score.complete);
            part.row.total = score.total;
            part.row.severity = score.severity.map(|severity| severity.as_str().to_owned());
            part.row.band = score.band.map(|at| part.instrument.bands[at].label.clone());
            part.row.updated_at = now;
            store::screenings::put_scores(cx.tx()?, &part.row).await.map_err(from_store)?;
        }
        for row in dimension_rows(cx, &filled, &scores) {
            store::screenings::insert_dimension(cx.tx()?, &row).await.map_err(from_store)?;
        }
        (filled.row.asked, filled.row.answered) = filled.counts();
        filled.row.status = ScreeningStatus::Completed;
        filled.row.completed_at = Some(now);
        filled.row.updated_at = now;
        store::screenings::update(cx.tx()?, &filled.row).await.map_err(from_store)?;
        plans::advance(cx, filled.row.plan_id).await?;
        show(cx, &filled).await
    }
}

fn dimension_rows<C: Command>(
    cx: &Cx<'_, C>,
    filled: &Filled,
    scores: &[clinical::screening::Score],
) -> Vec<DimensionScoreRow> {
    let scored: Vec<_> = filled
        .parts
        .iter()
        .zip(scores)
        .map(|(part, score)| Scored {
            instrument: &part.instrument,
            answers: &part.answers,
            score,
            at: cx.now,
        })
        .collect();
    let row = |found: DimensionScore| {
        let standing = found.standing?;
        Some(DimensionScoreRow {
            id: cx.make_id(),
            screening_id: filled.row.id,
            dimension: found.dimension.id.to_owned(),
            instrument: standing.instrument,
            score: standing.raw,
            position: standing.position,
            severity: standing.severity.map(|severity| severity.as_str().to_owned()),
            band: standing.label,
            created_at: cx.now,
            updated_at: cx.now,
        })
    };
    dimension_scores(&scored).into_iter().filter_map(row).collect()
}

impl Handle<DiscardScreening> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, DiscardScreening>,
        command: DiscardScreening,
    ) -> Result<ScreeningView, ApiError> {
        let mut filled = open_to_fill(cx, command.screening_id).await?;
        filled.row.status = ScreeningStatus::Discarded;
        filled.row.updated_at = cx.now;
        store::screenings::update(cx.tx()?, &filled.row).await.map_err(from_store)?;
        Ok(filled.view())
    }
}

impl Handle<ListScreenings> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListScreenings>,
        command: ListScreenings,
    ) -> Result<Vec<ScreeningView>, ApiError> {
        cx.about(command.client_id.0);
        let client = store::clients::get(cx.tx()?, command.client_id.0).await.map_err(from_store)?;
        filled::list(cx.tx()?, &client).await
    }
}

//! What finished screenings say, alone, over time and side by side.

use std::collections::BTreeMap;

use clinical::screening::dimensions::{DIMENSIONS, Dimension, Scored, dimension_scores};
use clinical::screening::{
    Answers, Direction, Instrument, Score, SubscaleKind, SubscaleValue, change, finding, insights, score,
};
use contract::results::{
    ChangeView, CompareScreenings, Comparison, CriticalView, DimensionSeries, DimensionView, GetResults,
    GetTrends, InstrumentComparison, InstrumentResult, ItemAnswer, ItemComparison, ScreeningResults, Series,
    SeriesPoint, SubscaleView, Trends,
};
use contract::screenings::TextRisk;
use contract::vault::Role;
use contract::{ApiError, Command, ErrorCode, ScreeningId};
use store::screenings::{AdministrationRow, DimensionScoreRow, ScreeningStatus};
use uuid::Uuid;

use super::instruments::bands;
use crate::convert::{instant, risk_level_from, severity_from, verdict_from};
use crate::errors::from_store;
use crate::filled::{Filled, Part};
use crate::library::Library;
use crate::{App, Cx, Handle};

/// A severity as it is stored.
fn severity(stored: Option<&str>) -> Option<contract::instruments::Severity> {
    let found = clinical::screening::Severity::ALL.into_iter().find(|each| Some(each.as_str()) == stored);
    found.map(severity_from)
}

/// An earlier result of the same instrument.
struct Earlier {
    at: i64,
    score: Score,
}

/// The answers to one instrument, as they are stored.
async fn answers_to<C: Command>(cx: &mut Cx<'_, C>, administration: Uuid) -> Result<Answers, ApiError> {
    let rows = store::screenings::responses_to(cx.tx()?, administration).await.map_err(from_store)?;
    Ok(rows.into_iter().filter_map(|row| Some((row.item, row.value?))).collect())
}

/// The newest result of an instrument with a total from before an instant.
async fn earlier<C: Command>(
    cx: &mut Cx<'_, C>,
    history: &[(AdministrationRow, i64)],
    part: &Part,
    before: i64,
) -> Result<Option<Earlier>, ApiError> {
    let found = history.iter().rev().find(|(row, at)| {
        *at < before
            && row.instrument == part.row.instrument
            && row.revision == part.row.revision
            && row.total.is_some()
    });
    let Some((row, at)) = found else { return Ok(None) };
    let answers = answers_to(cx, row.id).await?;
    Ok(Some(Earlier { at: *at, score: score(&part.instrument, &answers) }))
}

fn change_view(instrument: &Instrument, earlier: &Score, later: &Score, since: i64) -> Option<ChangeView> {
    Some(ChangeView {
        since: instant(since),
        from: earlier.total?,
        to: later.total?,
        verdict: verdict_from(change(instrument, earlier, later).verdict),
        reliable: instrument.change.reliable,
    })
}

fn subscale_views(instrument: &Instrument, score: &Score) -> Vec<SubscaleView> {
    let value = |value: &SubscaleValue| match value {
        SubscaleValue::Number(number) => rounded(*number),
        SubscaleValue::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        SubscaleValue::Category(name) => name.replace('_', " "),
    };
    let view =
        |(subscale, (_, found)): (&clinical::screening::Subscale, &(String, Option<SubscaleValue>))| {
            SubscaleView {
                id: subscale.id.clone(),
                label: subscale.label.clone(),
                value: found.as_ref().map(value),
            }
        };
    instrument.scoring.subscales.iter().zip(&score.subscales).map(view).collect()
}

/// A number as people read it: at most two decimals, none where it is whole.
pub(crate) fn rounded(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn item_answers(part: &Part, score: &Score) -> Vec<ItemAnswer> {
    let answer = |item: &clinical::screening::Item| {
        let value = part.answers.get(&item.id).copied();
        ItemAnswer {
            item: item.id.clone(),
            stem: item.stem.clone().unwrap_or_default(),
            text: item.text.clone(),
            value,
            label: value.and_then(|value| part.instrument.label(item, value)).map(str::to_owned),
            declined: part.declined.contains(&item.id),
            critical: score.critical.iter().any(|critical| critical.item == item.id),
        }
    };
    // What was answered and is not asked any more stays visible: nothing given is hidden.
    let asked: Vec<_> = part.items().iter().map(|item| item.id.clone()).collect();
    let shown =
        |item: &&clinical::screening::Item| asked.contains(&item.id) || part.answers.contains_key(&item.id);
    part.instrument.items.iter().filter(shown).map(answer).collect()
}

fn result(part: &Part, earlier: Option<&Earlier>) -> InstrumentResult {
    let (instrument, score) = (&part.instrument, part.score());
    let band = score.band.map(|at| &instrument.bands[at]);
    let critical = score.critical.iter().map(|critical| {
        let item = instrument.item(&critical.item);
        let label = item.zip(part.answers.get(&critical.item));
        let label = label.and_then(|(item, value)| instrument.label(item, *value));
        CriticalView {
            item: critical.item.clone(),
            text: item.map(|item| item.text.clone()).unwrap_or_default(),
            answer: label.unwrap_or_default().to_owned(),
            reason: critical.reason.clone(),
        }
    });
    InstrumentResult {
        instrument: instrument.id.clone(),
        title: instrument.title.clone(),
        version: part.row.version.clone(),
        recall_period: instrument.recall_period.clone(),
        attribution: instrument.licence.attribution.clone(),
        complete: score.complete,
        total: score.total,
        min: instrument.scoring.min,
        max: instrument.scoring.max,
        severity: score.severity.map(severity_from),
        band: band.map(|band| band.label.clone()),
        bands: bands(instrument),
        subscales: subscale_views(instrument, &score),
        critical: critical.collect(),
        missing: u32::try_from(score.missing.len()).unwrap_or(u32::MAX),
        change: earlier.and_then(|earlier| change_view(instrument, &earlier.score, &score, earlier.at)),
        insights: insights(instrument, &score, earlier.map(|earlier| &earlier.score))
            .into_iter()
            .map(|insight| insight.text)
            .collect(),
        items: item_answers(part, &score),
    }
}

/// The further scores as they are shown to the person themselves: without the categories of diagnostic algorithms, which
/// read like a diagnosis and are none.
fn for_oneself(part: &Part, subscales: Vec<SubscaleView>) -> Vec<SubscaleView> {
    let is_category = |view: &SubscaleView| {
        let found = part.instrument.scoring.subscales.iter().find(|subscale| subscale.id == view.id);
        found.is_some_and(|subscale| matches!(subscale.kind, SubscaleKind::Category(_)))
    };
    subscales.into_iter().filter(|view| !is_category(view)).collect()
}

fn dimension_view(dimension: &Dimension, row: Option<(&DimensionScoreRow, i64)>) -> DimensionView {
    DimensionView {
        id: dimension.id.to_owned(),
        name: dimension.name.to_owned(),
        score: row.and_then(|(row, _)| row.score),
        band: row.and_then(|(row, _)| row.band.clone()),
        severity: row.and_then(|(row, _)| severity(row.severity.as_deref())),
        position: row.map(|(row, _)| row.position),
        instrument: row.map(|(row, _)| row.instrument.clone()),
        at: row.map(|(_, at)| instant(at)),
    }
}

/// What the newest result of each instrument within a span of time found, in words for a note, with the screening each
/// comes from. The span begins after its first instant and ends with its last.
pub(super) async fn findings<C: Command>(
    cx: &mut Cx<'_, C>,
    client: Uuid,
    after: i64,
    until: i64,
) -> Result<Vec<(Uuid, String)>, ApiError> {
    let history = store::screenings::scored(cx.tx()?, client).await.map_err(from_store)?;
    let mut newest: BTreeMap<&str, &(AdministrationRow, i64)> = BTreeMap::new();
    for scored in history.iter().filter(|(_, at)| *at > after && *at <= until) {
        newest.insert(&scored.0.instrument, scored);
    }
    let mut newest: Vec<_> = newest.into_values().collect();
    newest.sort_by_key(|(row, at)| (*at, row.position));
    let mut findings = Vec::new();
    for (row, at) in newest {
        let filled = Filled::read(cx.tx()?, row.screening_id).await?;
        let Some(part) = filled.parts.iter().find(|part| part.row.id == row.id) else { continue };
        let earlier = earlier(cx, &history, part, *at).await?;
        let day = |at: i64| cx.app.clock().local_day(instant(at)).format("%-d %B %Y").to_string();
        let earlier = earlier.map(|earlier| (earlier.score, day(earlier.at)));
        let earlier = earlier.as_ref().map(|(score, day)| (score, day.as_str()));
        let said = finding(&part.instrument, &part.answers, &part.score(), &day(*at), earlier);
        findings.extend(said.into_iter().map(|text| (row.screening_id, text)));
    }
    Ok(findings)
}

fn require_finished(filled: &Filled) -> Result<i64, ApiError> {
    match (filled.row.status, filled.row.completed_at) {
        (ScreeningStatus::Completed, Some(at)) => Ok(at),
        _ => Err(ApiError::new(
            ErrorCode::IllegalMove,
            "This screening is not finished: there are no results yet.",
        )),
    }
}

/// Everything a finished screening gave.
pub(crate) async fn results<C: Command>(
    cx: &mut Cx<'_, C>,
    id: Uuid,
) -> Result<(Filled, ScreeningResults), ApiError> {
    let filled = Filled::read(cx.tx()?, id).await?;
    let at = require_finished(&filled)?;
    let own = cx.open()?.role() == Role::Client;
    let history = store::screenings::scored(cx.tx()?, filled.row.client_id).await.map_err(from_store)?;
    let mut results = Vec::with_capacity(filled.parts.len());
    for part in &filled.parts {
        let earlier = earlier(cx, &history, part, at).await?;
        let mut result = result(part, earlier.as_ref());
        if own {
            result.subscales = for_oneself(part, result.subscales);
        }
        results.push(result);
    }
    let rows = store::screenings::dimensions_of(cx.tx()?, id).await.map_err(from_store)?;
    let dimensions = DIMENSIONS.iter().filter_map(|dimension| {
        let row = rows.iter().find(|row| row.dimension == dimension.id)?;
        Some(dimension_view(dimension, Some((row, at))))
    });
    let seen = match filled.row.comment.is_empty() {
        true => None,
        false => Some(super::risk::read(&filled.row.comment).await?),
    };
    let view = ScreeningResults {
        screening: filled.view(),
        results,
        dimensions: dimensions.collect(),
        comment: filled.row.comment.clone(),
        comment_risk: seen.map(|seen| TextRisk {
            level: risk_level_from(seen.level),
            reasons: seen.reasons.iter().map(|reason| reason.describe_words()).collect(),
        }),
    };
    Ok((filled, view))
}

impl Handle<GetResults> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, GetResults>,
        command: GetResults,
    ) -> Result<ScreeningResults, ApiError> {
        cx.about(command.screening_id.0);
        Ok(results(cx, command.screening_id.0).await?.1)
    }
}

/// One instrument's totals over time. Only the newest revision's are comparable with each other.
pub(super) fn series(instrument: &Instrument, rows: &[&(AdministrationRow, i64)]) -> Option<Series> {
    let (min, max) = (instrument.scoring.min?, instrument.scoring.max?);
    let mut points: Vec<SeriesPoint> = Vec::with_capacity(rows.len());
    for (row, at) in rows {
        let Some(total) = row.total else { continue };
        let verdict = points.last().map(|before| {
            verdict_from(clinical::screening::change_of_totals(instrument, before.total, total).verdict)
        });
        points.push(SeriesPoint {
            screening_id: ScreeningId(row.screening_id),
            at: instant(*at),
            total,
            band: row.band.clone(),
            severity: severity(row.severity.as_deref()),
            verdict,
            complete: row.complete.unwrap_or(false),
        });
    }
    (!points.is_empty()).then(|| Series {
        instrument: instrument.id.clone(),
        title: instrument.title.clone(),
        min,
        max,
        bands: bands(instrument),
        reliable: instrument.change.reliable,
        higher_is_worse: instrument.direction() == Direction::HigherWorse,
        points,
    })
}

impl Handle<GetTrends> for App {
    async fn handle(&self, cx: &mut Cx<'_, GetTrends>, command: GetTrends) -> Result<Trends, ApiError> {
        let client = command.client_id.0;
        cx.about(client);
        store::clients::get(cx.tx()?, client).await.map_err(from_store)?;
        let library = Library::load(cx.tx()?).await?;
        let history = store::screenings::scored(cx.tx()?, client).await.map_err(from_store)?;
        let mut by_instrument: BTreeMap<(&str, u32), Vec<&(AdministrationRow, i64)>> = BTreeMap::new();
        for scored in &history {
            by_instrument.entry((&scored.0.instrument, scored.0.revision)).or_default().push(scored);
        }
        let series_of = |((code, revision), rows): (&(&str, u32), &Vec<_>)| {
            series(library.revision(code, *revision)?, rows)
        };
        let mut series: Vec<_> = by_instrument.iter().filter_map(series_of).collect();
        series.sort_by(|one, other| one.title.cmp(&other.title));
        let dimensions = overview(cx, &library, &by_instrument).await?;
        let finished: BTreeMap<Uuid, i64> = history.iter().map(|(row, at)| (row.screening_id, *at)).collect();
        let rows = store::screenings::dimensions(cx.tx()?, client).await.map_err(from_store)?;
        let dimension_series = DIMENSIONS.iter().filter_map(|dimension| {
            let points: Vec<_> = rows
                .iter()
                .filter(|row| row.dimension == dimension.id)
                .filter_map(|row| Some((instant(*finished.get(&row.screening_id)?), row.position)))
                .collect();
            let (id, name) = (dimension.id.to_owned(), dimension.name.to_owned());
            (!points.is_empty()).then_some(DimensionSeries { id, name, points })
        });
        Ok(Trends { series, dimensions, dimension_series: dimension_series.collect() })
    }
}

/// All 25 dimensions as they stand: from the newest form of each instrument that was scored.
async fn overview<C: Command>(
    cx: &mut Cx<'_, C>,
    library: &Library,
    by_instrument: &BTreeMap<(&str, u32), Vec<&(AdministrationRow, i64)>>,
) -> Result<Vec<DimensionView>, ApiError> {
    let mut newest = Vec::new();
    for ((code, revision), rows) in by_instrument {
        let Some(instrument) = library.revision(code, *revision) else { continue };
        // The newest form and the newest complete one: an unfinished one must hide neither what came before it nor a
        // critical answer of its own.
        let last = rows.last();
        let complete = rows.iter().rev().find(|(row, _)| row.complete == Some(true));
        let mut wanted: Vec<_> = last.into_iter().chain(complete).copied().collect();
        wanted.dedup_by_key(|(row, _)| row.id);
        for (row, at) in wanted {
            let answers = answers_to(cx, row.id).await?;
            let score = score(instrument, &answers);
            newest.push((instrument, answers, score, *at));
        }
    }
    let scored: Vec<_> = newest
        .iter()
        .map(|(instrument, answers, score, at)| Scored { instrument, answers, score, at: *at })
        .collect();
    let view = |found: clinical::screening::dimensions::DimensionScore| {
        let empty = dimension_view(found.dimension, None);
        let Some(standing) = found.standing else { return empty };
        DimensionView {
            score: standing.raw,
            band: standing.label,
            severity: standing.severity.map(severity_from),
            position: Some(standing.position),
            instrument: Some(standing.instrument),
            at: Some(instant(standing.at)),
            ..empty
        }
    };
    Ok(dimension_scores(&scored).into_iter().map(view).collect())
}

impl Handle<CompareScreenings> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, CompareScreenings>,
        command: CompareScreenings,
    ) -> Result<Comparison, ApiError> {
        let one = Filled::read(cx.tx()?, command.one.0).await?;
        let other = Filled::read(cx.tx()?, command.other.0).await?;
        cx.about(one.row.client_id);
        if one.row.client_id != other.row.client_id || one.row.id == other.row.id {
            return Err(ApiError::invalid("other", "Choose two different screenings of one client."));
        }
        let (first, second) = (require_finished(&one)?, require_finished(&other)?);
        let (earlier, later, since) =
            if first <= second { (one, other, first) } else { (other, one, second) };
        let compared = earlier.parts.iter().filter_map(|from| {
            let to = later.parts.iter().find(|to| same_instrument(from, to))?;
            Some(compare(from, to, since))
        });
        let alone = |these: &Filled, those: &Filled| {
            let parts =
                these.parts.iter().filter(|part| !those.parts.iter().any(|to| same_instrument(part, to)));
            parts.map(|part| part.instrument.title.clone()).collect::<Vec<_>>()
        };
        Ok(Comparison {
            instruments: compared.collect(),
            only_in_one: [alone(&earlier, &later), alone(&later, &earlier)].concat(),
            earlier: earlier.view(),
            later: later.view(),
        })
    }
}

fn same_instrument(one: &Part, other: &Part) -> bool {
    one.row.instrument == other.row.instrument && one.row.revision == other.row.revision
}

fn compare(from: &Part, to: &Part, since: i64) -> InstrumentComparison {
    let (instrument, earlier, later) = (&to.instrument, from.score(), to.score());
    let label = |part: &Part, item: &clinical::screening::Item| {
        let value = part.answers.get(&item.id)?;
        part.instrument.label(item, *value).map(str::to_owned)
    };
    let item = |item: &clinical::screening::Item| {
        let (from, to) = (label(from, item), label(to, item));
        let changed = from != to;
        ItemComparison { item: item.id.clone(), text: item.text.clone(), from, to, changed }
    };
    let answered = |item: &&clinical::screening::Item| {
        from.answers.contains_key(&item.id) || to.answers.contains_key(&item.id)
    };
    let band = |score: &Score| score.band.map(|at| instrument.bands[at].label.clone());
    InstrumentComparison {
        instrument: instrument.id.clone(),
        title: instrument.title.clone(),
        from: earlier.total,
        to: later.total,
        from_band: band(&earlier),
        to_band: band(&later),
        change: change_view(instrument, &earlier, &later, since),
        items: instrument.items.iter().filter(answered).map(item).collect(),
    }
}

//! A client's scores over time.

use std::sync::Arc;

use contract::clients::GetClient;
use contract::results::{DimensionSeries, GetTrends, Series, SeriesPoint, Trends};
use contract::screenings::GetOwnRecord;
use contract::vault::Role;
use contract::{ApiError, ClientId};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::export::ExportMenu;
use super::list::Screenings;
use super::overview::Overview;
use super::plans::Plans;
use super::results::steps;
use super::results_path;
use super::shown::{band_name, bands, mark, short_title};
use crate::app::NotFound;
use crate::components::{
    Breadcrumb, Card, ChartTable, Choice, EmptyState, ErrorNote, IconName, Loaded, PageHeader, Point, Select,
    Tab, TabPanel, TableRow, Tabs, Tell, TrendChart, TrendPicture,
};
use crate::format;
use crate::state::{use_api, use_query};
use crate::strings::results as words;

/// The scores of the client whom the address names.
#[component]
pub fn TrendsPage() -> impl IntoView {
    let params = use_params_map();
    let id: Memo<Option<ClientId>> =
        Memo::new(move |_| params.with(|params| params.get("client_id").and_then(|id| id.parse().ok())));
    move || match id.get() {
        Some(id) => view! { <ScoresOf id /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

/// The scores of the person whose own vault this is.
#[component]
pub fn OwnTrendsPage() -> impl IntoView {
    let own = use_query(|| GetOwnRecord {});
    let whose = Memo::new(move |_| own.with(|own| own.map(|own| own.id)));
    move || match whose.get() {
        Some(id) => view! { <Scores id steps=Vec::new().into() /> }.into_any(),
        None => view! {
            <PageHeader title=words::OVER_TIME />
            <div class="page-body"><Loaded query=own let:_own><span></span></Loaded></div>
        }
        .into_any(),
    }
}

#[component]
fn ScoresOf(id: ClientId) -> impl IntoView {
    let client = use_query(move || GetClient { client_id: id });
    let role = use_api().role();
    let steps = Signal::derive(move || {
        let name = client.with(|client| client.map(|c| c.display_name.clone()));
        // The last step would be this page itself.
        let mut steps = steps(role.get(), name.map(|name| (id, name)));
        if role.get() == Some(Role::Clinician) && steps.len() > 2 {
            steps.pop();
        }
        steps
    });
    view! { <Scores id steps /> }
}

#[component]
fn Scores(id: ClientId, steps: Signal<Vec<crate::components::Crumb>>) -> impl IntoView {
    let trends = use_query(move || GetTrends { client_id: id });
    let trouble = RwSignal::new(None::<ApiError>);
    let selected = RwSignal::new("overview");
    let above = move || (!steps.with(Vec::is_empty)).then(|| view! { <Breadcrumb steps /> });
    let actions = move || {
        let any = trends
            .with(|t| t.is_some_and(|t| t.dimensions.iter().any(|d| d.at.is_some()) || !t.series.is_empty()));
        any.then(|| view! { <ExportMenu client_id=Some(id) screening_id=None trouble /> })
    };
    let tabs = vec![
        Tab::new("overview", words::OVERVIEW),
        Tab::new("trends", words::TRENDS),
        Tab::new("screenings", words::SCREENINGS),
        Tab::new("plans", words::PLANS),
    ];
    view! {
        <PageHeader title=words::OVER_TIME above actions />
        <div class="page-body">
            <p class="print-only">{move || steps.with(|steps| steps.last().map(|step| step.label.clone()))}</p>
            <ErrorNote error=trouble />
            <Tabs label=words::VIEWS tabs selected />
            <TabPanel id="overview" selected>
                <Loaded query=trends let:answer><Overview trends=answer /></Loaded>
            </TabPanel>
            <TabPanel id="trends" selected>
                <Loaded query=trends let:answer><Lines trends=answer /></Loaded>
            </TabPanel>
            <TabPanel id="screenings" selected><Screenings client_id=id /></TabPanel>
            <TabPanel id="plans" selected><Plans client_id=id /></TabPanel>
        </div>
    }
}

/// A line for each questionnaire, and one for a dimension to choose.
#[component]
fn Lines(trends: Signal<Trends>) -> impl IntoView {
    move || {
        let Trends { series, dimension_series, .. } = trends.get();
        let series: Vec<Series> = series.into_iter().filter(|series| !series.points.is_empty()).collect();
        if series.is_empty() && dimension_series.is_empty() {
            return view! {
                <EmptyState icon=IconName::Trend heading=words::NO_TOTALS detail=words::NO_TOTALS_DETAIL />
            }
            .into_any();
        }
        let lines = series.into_iter().map(|series| view! { <SeriesCard series /> }).collect_view();
        let dimension =
            (!dimension_series.is_empty()).then(|| view! { <DimensionCard all=dimension_series /> });
        view! { <div class="lines">{lines} {dimension}</div> }.into_any()
    }
}

#[component]
fn SeriesCard(series: Series) -> impl IntoView {
    let navigate = use_navigate();
    let series = Arc::new(series);
    let points = series.points.iter().map(|point| Point {
        at: point.at,
        value: point.total,
        mark: point.verdict.and_then(mark),
        hollow: !point.complete,
    });
    let picture = TrendPicture {
        min: series.min,
        max: series.max,
        bands: bands(&series.bands),
        lower_is_better: series.higher_is_worse,
        points: points.collect(),
    };
    let told = series.clone();
    let tell: Tell =
        Arc::new(move |index| told.points.get(index).map(|p| point_words(p, told.max)).unwrap_or_default());
    let opened = series.clone();
    let on_open = Callback::from(move |index: usize| {
        if let Some(point) = opened.points.get(index) {
            navigate(&results_path(point.screening_id), Default::default());
        }
    });
    let listed = series.clone();
    let rows = move || listed.points.iter().rev().map(point_row).collect();
    let count = format::number(series.points.len() as f64);
    let aside = {
        let count = count.clone();
        move || view! { <span class="quiet">{words::results(&count)}</span> }
    };
    let short = short_title(&series.title).to_owned();
    let last = tell(series.points.len().saturating_sub(1));
    let date = |point: Option<&SeriesPoint>| point.map(|p| format::date(p.at)).unwrap_or_default();
    let name =
        words::chart_name(&short, &count, &date(series.points.first()), &date(series.points.last()), &last);
    let counts = series
        .reliable
        .map(|points| view! { <p class="quiet">{words::reliable(&format::number(points))}</p> });
    view! {
        <Card heading=series.title.clone() aside>
            <TrendChart name label=words::chart_points(&short) picture tell on_open />
            {counts}
            <ChartTable
                caption=series.title.clone()
                columns=vec![words::DATE, words::TOTAL, words::BAND, words::CHANGE]
                rows=Arc::new(rows)
            />
        </Card>
    }
}

/// A point in words: "3 March 2026: 14 of 27, Moderate. Reliably better".
fn point_words(point: &SeriesPoint, max: f64) -> String {
    let total = words::of(&format::score(point.total), &format::number(max));
    let band =
        band_name(point.band.as_deref(), point.severity).map(|band| format!(", {band}")).unwrap_or_default();
    let verdict = point.verdict.map(|verdict| format!(". {}", words::verdict(verdict))).unwrap_or_default();
    let estimated = if point.complete { "" } else { words::ESTIMATED };
    format!("{}: {total}{band}{verdict}{estimated}", format::date(point.at))
}

fn point_row(point: &SeriesPoint) -> TableRow {
    let change = point.verdict.map_or(words::FIRST, words::verdict);
    let cells = vec![
        format::date(point.at),
        format::score(point.total),
        band_name(point.band.as_deref(), point.severity).unwrap_or_default(),
        change.to_owned(),
    ];
    TableRow { href: results_path(point.screening_id), cells }
}

/// One dimension's positions over time.
#[component]
fn DimensionCard(all: Vec<DimensionSeries>) -> impl IntoView {
    let choices: Vec<Choice<usize>> =
        all.iter().enumerate().map(|(index, series)| Choice::new(index, series.name.clone())).collect();
    let chosen = RwSignal::new(0_usize);
    let chart = move || all.get(chosen.get()).cloned().map(|series| view! { <DimensionLine series /> });
    view! {
        <Card heading=words::DIMENSION_TREND>
            <p class="quiet">{words::OVERVIEW_DETAIL}</p>
            <Select label=words::DIMENSION_CHOICE choices value=chosen />
            {chart}
        </Card>
    }
}

#[component]
fn DimensionLine(series: DimensionSeries) -> impl IntoView {
    let points =
        series.points.iter().map(|(at, value)| Point { at: *at, value: *value, mark: None, hollow: false });
    let picture = TrendPicture {
        min: 0.0,
        max: 100.0,
        bands: Vec::new(),
        lower_is_better: true,
        points: points.collect(),
    };
    let series = Arc::new(series);
    let told = series.clone();
    let tell: Tell = Arc::new(move |index| {
        told.points.get(index).map(|(at, position)| position_words(*at, *position)).unwrap_or_default()
    });
    let listed = series.clone();
    let rows = move || {
        let row = |(at, position): &(_, f64)| TableRow {
            href: String::new(),
            cells: vec![format::date(*at), format::number(position.round())],
        };
        listed.points.iter().rev().map(row).collect()
    };
    let date = |point: Option<&(_, f64)>| point.map(|(at, _)| format::date(*at)).unwrap_or_default();
    let count = format::number(series.points.len() as f64);
    let last = tell(series.points.len().saturating_sub(1));
    let name = words::chart_name(
        &series.name,
        &count,
        &date(series.points.first()),
        &date(series.points.last()),
        &last,
    );
    view! {
        <TrendChart name label=words::chart_points(&series.name) picture tell />
        <ChartTable
            caption=series.name.clone()
            columns=vec![words::DATE, words::POSITION]
            rows=Arc::new(rows)
        />
    }
}

fn position_words(at: chrono::DateTime<chrono::Utc>, position: f64) -> String {
    format!("{}: {}", format::date(at), words::position(&format::number(position.round())))
}

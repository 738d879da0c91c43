//! All dimensions as they stand: what was screened, side by side, and what was not screened yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::instruments::ListInstruments;
use contract::results::{DimensionView, Trends};
use leptos::prelude::*;

use super::shown::{BandWords, band_name, level, short_title};
use crate::components::{Card, ChartTable, EmptyState, IconName, Level, PositionBar, TableRow};
use crate::format;
use crate::state::use_query;
use crate::strings::results as words;

/// What instruments are called, by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles(Arc<BTreeMap<String, String>>);

impl Titles {
    /// Remembers ids with their full titles.
    pub fn of(titles: impl Iterator<Item = (String, String)>) -> Self {
        Self(Arc::new(titles.map(|(id, title)| (id, short_title(&title).to_owned())).collect()))
    }

    /// The short title; an instrument nobody named goes by its id.
    pub fn short(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_uppercase())
    }
}

/// The overview: first what was screened, then what is still open.
#[component]
pub fn Overview(
    /// The client's scores.
    trends: Signal<Trends>,
) -> impl IntoView {
    let catalogue = use_query(|| ListInstruments {});
    let titles = Memo::new(move |_| {
        let all = catalogue.with(|all| all.map(|all| all.instruments.clone()).unwrap_or_default());
        let series = trends
            .with(|t| t.series.iter().map(|s| (s.instrument.clone(), s.title.clone())).collect::<Vec<_>>());
        Titles::of(series.into_iter().chain(all.into_iter().map(|i| (i.id, i.title))))
    });
    let split = Memo::new(move |_| {
        let all = trends.with(|trends| trends.dimensions.clone());
        all.into_iter().partition::<Vec<_>, _>(|dimension| dimension.at.is_some())
    });
    move || {
        let ((scored, open), titles) = (split.get(), titles.get());
        let open = (!open.is_empty()).then(|| {
            let names = open.into_iter().map(|dimension| view! { <li>{dimension.name}</li> }).collect_view();
            view! {
                <Card heading=words::NOT_YET>
                    <ul class="not-yet">{names}</ul>
                </Card>
            }
        });
        let scored = match scored.is_empty() {
            true => view! {
                <EmptyState icon=IconName::Trend heading=words::NO_RESULTS detail=words::NO_RESULTS_DETAIL />
            }
            .into_any(),
            false => view! {
                <Card heading=words::SCORED>
                    <p class="quiet">{words::OVERVIEW_DETAIL}</p>
                    <DimensionRows dimensions=scored titles />
                </Card>
            }
            .into_any(),
        };
        view! { <div class="overview">{scored} {open}</div> }
    }
}

/// Dimensions side by side: name, bar, band, and what fed them.
#[component]
pub fn DimensionRows(
    /// Those to show.
    dimensions: Vec<DimensionView>,
    /// What instruments are called.
    titles: Titles,
) -> impl IntoView {
    let table = dimensions.clone();
    let names = titles.clone();
    let rows = move || table.iter().map(|dimension| table_row(dimension, &names)).collect();
    let shown = dimensions
        .into_iter()
        .map(|dimension| view! { <Row dimension titles=titles.clone() /> })
        .collect_view();
    view! {
        <ul class="dimensions">{shown}</ul>
        <ChartTable
            caption=words::FED
            columns=vec![words::DIMENSION, words::BAND, words::POSITION, words::INSTRUMENT, words::DATE]
            rows=Arc::new(rows)
        />
    }
}

#[component]
fn Row(dimension: DimensionView, titles: Titles) -> impl IntoView {
    let strength = dimension.severity.map_or(Level::new(1), level);
    let bar = dimension.position.map(|position| view! { <PositionBar position level=strength /> });
    let band = band_name(dimension.band.as_deref(), dimension.severity);
    // Where a scale has no bands, its position is all that can be said.
    let class = if band.is_some() { "visually-hidden" } else { "quiet" };
    let position = dimension.position.map(|position| {
        view! { <span class=class>{words::position(&format::number(position.round()))} " "</span> }
    });
    let band = band.map(|label| view! { <BandWords label severity=dimension.severity /> });
    view! {
        <li>
            <span class="dimension-name">{dimension.name.clone()}</span>
            {bar}
            <span class="dimension-band">{position} {band}</span>
            <span class="dimension-source quiet">{source(&dimension, &titles)}</span>
        </li>
    }
}

fn source(dimension: &DimensionView, titles: &Titles) -> String {
    match (&dimension.instrument, dimension.at) {
        (Some(instrument), Some(at)) => words::fed_by(&titles.short(instrument), &format::date(at)),
        (Some(instrument), None) => titles.short(instrument),
        (None, Some(at)) => format::date(at),
        (None, None) => String::new(),
    }
}

fn table_row(dimension: &DimensionView, titles: &Titles) -> TableRow {
    let cells = vec![
        dimension.name.clone(),
        band_name(dimension.band.as_deref(), dimension.severity).unwrap_or_default(),
        dimension.position.map(|p| format::number(p.round())).unwrap_or_default(),
        dimension.instrument.as_deref().map(|id| titles.short(id)).unwrap_or_default(),
        dimension.at.map(format::date).unwrap_or_default(),
    ];
    TableRow { href: String::new(), cells }
}

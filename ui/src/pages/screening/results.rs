//! What one screening gave: a card for each questionnaire, in plain words, with every answer behind it.

use contract::results::{GetResults, InstrumentResult, ItemAnswer, ScreeningResults, SubscaleView};
use contract::risk::RiskLevel;
use contract::screenings::{ListScreenings, ScreeningStatus, ScreeningView, TextRisk};
use contract::vault::Role;
use contract::{ApiError, ClientId, ErrorCode, ScreeningId};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};
use wasm_bindgen::JsCast;

use super::alerts::ClientAlerts;
use super::export::ExportMenu;
use super::overview::{DimensionRows, Titles};
use super::screening_path;
use super::shown::{BandWords, ChangeLine, band_name, bands, compare_path, trends_path};
use crate::app::NotFound;
use crate::components::{
    BandScale, Breadcrumb, Button, ButtonKind, Card, Choice, Crumb, Dialog, EmptyState, ErrorNote, Icon,
    IconName, LinkButton, Loaded, Notice, PageHeader, Pill, Select, Tone,
};
use crate::format;
use crate::pages::clients::client_path;
use crate::pages::support::{HelpButton, Occasion, plan_path};
use crate::state::{Phase, use_api, use_query};
use crate::strings::{alerts, clients, common, results as words};

/// The results of the screening the address names.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let params = use_params_map();
    let id: Memo<Option<ScreeningId>> =
        Memo::new(move |_| params.with(|params| params.get("screening_id").and_then(|id| id.parse().ok())));
    move || match id.get() {
        Some(id) => view! { <Results id /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn Results(id: ScreeningId) -> impl IntoView {
    let results = use_query(move || GetResults { screening_id: id });
    let role = use_api().role();
    let trouble = RwSignal::new(None::<ApiError>);
    let comparing = RwSignal::new(false);
    let title = Signal::derive(move || {
        results.with(|r| r.map_or_else(|| words::TITLE.to_owned(), |r| r.screening.name.clone()))
    });
    let client = Memo::new(move |_| {
        results.with(|r| r.map(|r| (r.screening.client_id, r.screening.client_name.clone())))
    });
    let client_id = Signal::derive(move || client.get().map(|(id, _)| id));
    let steps = Signal::derive(move || steps(role.get(), client.get()));
    let unfinished = Memo::new(
        move |_| matches!(results.phase(), Phase::Failed(error) if error.code == ErrorCode::IllegalMove),
    );
    let above = move || view! { <Breadcrumb steps /> };
    let beside = move || {
        let finished = results.with(|r| r.and_then(|r| r.screening.completed_at))?;
        Some(view! { <span class="quiet">{words::finished(&format::date_time(finished))}</span> })
    };
    let there = Memo::new(move |_| client.get().is_some());
    let actions = move || {
        there.get().then(|| view! {
            <Button icon=IconName::Print on_press=print attr:data-testid="results-print">{words::PRINT}</Button>
            <ExportMenu client_id screening_id=Some(id) trouble />
            <Button icon=IconName::Swap on_press=move || comparing.set(true) attr:data-testid="results-compare">
                {words::COMPARE}
            </Button>
        })
    };
    open_when_printed();
    view! {
        <PageHeader title window_title=words::WINDOW above beside actions />
        <div class="page-body results">
            <p class="print-only">{move || client.get().map(|(_, name)| name)}</p>
            <ErrorNote error=trouble />
            <Show when=move || !unfinished.get() fallback=move || view! { <NotFinished id /> }>
                <Loaded query=results let:answer>
                    {move || answer.with(|results| view! { <Everything results=results.clone() role=role.get() /> })}
                </Loaded>
            </Show>
        </div>
        <Dialog open=comparing title=words::COMPARE_WITH>
            {move || client_id.get().map(|client_id| view! { <CompareForm id client_id open=comparing /> })}
        </Dialog>
    }
}

/// An alert can lead here before the last question was answered.
#[component]
fn NotFinished(id: ScreeningId) -> impl IntoView {
    view! {
        <EmptyState icon=IconName::Checklist heading=words::NOT_FINISHED detail=words::NOT_FINISHED_DETAIL>
            <LinkButton href=screening_path(id)>{words::GO_ON}</LinkButton>
        </EmptyState>
    }
}

/// Where the page stands: below the client for a clinician, below all results for the client.
pub(super) fn steps(role: Option<Role>, client: Option<(ClientId, String)>) -> Vec<Crumb> {
    match (role, client) {
        (Some(Role::Clinician), Some((id, name))) => vec![
            Crumb::new(clients::TITLE, "/clients"),
            Crumb::new(name, client_path(id)),
            Crumb::new(words::OVER_TIME, trends_path(id)),
        ],
        (Some(Role::Clinician), None) => vec![Crumb::new(clients::TITLE, "/clients")],
        _ => vec![Crumb::new(words::ALL_RESULTS, "/results")],
    }
}

/// Everything on the page, in the order a person needs it.
#[component]
fn Everything(results: ScreeningResults, role: Option<Role>) -> impl IntoView {
    let clinician = role == Some(Role::Clinician);
    let titles = Titles::of(results.results.iter().map(|r| (r.instrument.clone(), r.title.clone())));
    let ScreeningResults { screening, results, dimensions, comment, comment_risk } = results;
    let client_id = screening.client_id;
    let critical = results.iter().any(|result| !result.critical.is_empty())
        || comment_risk.as_ref().is_some_and(|risk| risk.level >= RiskLevel::High);
    let attention = match (critical, clinician) {
        (true, true) => view! { <Attention results=results.clone() client_id /> }.into_any(),
        (true, false) => view! { <Support client_id /> }.into_any(),
        (false, _) => ().into_any(),
    };
    let cards = results.into_iter().map(|result| view! { <ResultCard result clinician /> }).collect_view();
    let fed: Vec<_> = dimensions.into_iter().filter(|dimension| dimension.position.is_some()).collect();
    let fed = (!fed.is_empty()).then(|| {
        view! {
            <Card heading=words::FED>
                <p class="quiet">{words::OVERVIEW_DETAIL}</p>
                <DimensionRows dimensions=fed titles />
            </Card>
        }
    });
    let waiting = clinician.then(|| view! { <ClientAlerts client_id here=screening.id /> });
    view! {
        {waiting}
        {attention}
        <p class="lead">{words::NOT_A_DIAGNOSIS}</p>
        <div class="result-cards">{cards}</div>
        {(!comment.is_empty()).then(|| view! { <Comment comment risk=comment_risk clinician /> })}
        {fed}
    }
}

/// Answers that start the risk protocol, before anything else.
#[component]
fn Attention(results: Vec<InstrumentResult>, client_id: ClientId) -> impl IntoView {
    let line = |text: String, answer: String, reason: String| {
        view! {
            <li>
                <p class="critical-question">{text}</p>
                <p><strong>{words::answered(&answer)}</strong></p>
                <p class="quiet">{reason}</p>
            </li>
        }
    };
    let lines: Vec<_> =
        results.into_iter().flat_map(|r| r.critical).map(|c| line(c.text, c.answer, c.reason)).collect();
    view! {
        <section class="card attention" aria-labelledby="attention-heading" data-testid="results-critical">
            <div class="card-head">
                <h2 id="attention-heading"><Icon name=IconName::Warning /> {words::CRITICAL}</h2>
                <LinkButton href=plan_path(client_id)>{alerts::SAFETY_PLAN}</LinkButton>
            </div>
            <p class="quiet">{words::CRITICAL_DETAIL}</p>
            <ul>{lines}</ul>
        </section>
    }
}

/// The same for the person themselves: support, and nothing about scores.
#[component]
fn Support(client_id: ClientId) -> impl IntoView {
    let occasion = Occasion { client: Some(client_id), ..Occasion::default() };
    let actions = move || {
        view! {
            <LinkButton href=plan_path(client_id)>{alerts::SAFETY_PLAN}</LinkButton>
            <HelpButton occasion />
        }
    };
    view! { <Notice heading=words::SUPPORT actions>{words::SUPPORT_DETAIL}</Notice> }
}

#[component]
fn ResultCard(result: InstrumentResult, clinician: bool) -> impl IntoView {
    let incomplete = (!result.complete).then(|| {
        let told = words::missing(result.missing);
        view! { <Pill tone=Tone::Warn>{told}</Pill> }
    });
    let asked = (!result.recall_period.is_empty()).then(|| words::asked_about(&result.recall_period));
    let scored = match result.total {
        Some(total) => view! { <Scored result=result.clone() total /> }.into_any(),
        None => view! { <Unscored result=result.clone() /> }.into_any(),
    };
    let change = result.change.map(|change| view! { <ChangeLine change /> });
    let sentences = result.insights.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
    let credit = (!result.attribution.is_empty())
        .then(|| view! { <p class="credit">{result.attribution.clone()}</p> });
    let testid = format!("result-{}", result.instrument);
    view! {
        <section class="card result" data-testid=testid>
            <div class="result-head">
                <div>
                    <h2>{result.title.clone()}</h2>
                    <p class="quiet">{asked} {(!result.version.is_empty()).then(|| format!(" · {}", result.version))}</p>
                </div>
                {incomplete}
            </div>
            <div class="result-body">
                <div class="result-main">
                    {scored}
                    {change}
                    <div class="insights">{sentences}</div>
                </div>
                <PartScores parts=result.subscales.clone() />
            </div>
            <Items title=result.title items=result.items clinician />
            {credit}
        </section>
    }
}

#[component]
fn Scored(result: InstrumentResult, total: f64) -> impl IntoView {
    let number = format::score(total);
    let (min, max) = (result.min.unwrap_or_default(), result.max.unwrap_or(total));
    let told = match (result.min, result.max) {
        (Some(0.0), Some(max)) => words::of(&number, &format::number(max)),
        (Some(min), Some(max)) => words::on_scale(&number, &format::number(min), &format::number(max)),
        _ => number,
    };
    let band = match band_name(result.band.as_deref(), result.severity) {
        Some(label) => view! { <BandWords label severity=result.severity /> }.into_any(),
        None => view! { <span class="quiet">{words::NO_BAND}</span> }.into_any(),
    };
    let scale = (max > min && !result.bands.is_empty())
        .then(|| view! { <BandScale min max bands=bands(&result.bands) value=total /> });
    view! {
        <div class="scored">
            <p class="scored-words">{band} <span class="scored-total">{told}</span></p>
            {scale}
        </div>
    }
}

/// No total: a result of another kind, or too little was answered.
#[component]
fn Unscored(result: InstrumentResult) -> impl IntoView {
    let band = band_name(result.band.as_deref(), result.severity);
    let told = match band {
        Some(label) => {
            view! { <p class="scored-words"><BandWords label severity=result.severity /></p> }.into_any()
        }
        None if result.subscales.iter().any(|part| part.value.is_some()) => ().into_any(),
        None => view! { <p class="quiet">{words::NO_TOTAL}</p> }.into_any(),
    };
    view! { {told} }
}

#[component]
fn PartScores(parts: Vec<SubscaleView>) -> impl IntoView {
    let row = |part: SubscaleView| {
        let value = match part.value {
            Some(value) => view! { {value} }.into_any(),
            None => view! { <span class="quiet">{words::NOT_SCORED}</span> }.into_any(),
        };
        view! { <div><dt>{part.label}</dt><dd>{value}</dd></div> }
    };
    (!parts.is_empty()).then(|| {
        let rows = parts.into_iter().map(row).collect_view();
        view! { <div class="result-parts"><h3>{words::PART_SCORES}</h3> <dl class="facts">{rows}</dl></div> }
    })
}

/// Every question with its answer.
#[component]
fn Items(title: String, items: Vec<ItemAnswer>, clinician: bool) -> impl IntoView {
    let mut stem = String::new();
    let rows: Vec<_> = items
        .into_iter()
        .map(|item| {
            let heading = (item.stem != stem && !item.stem.is_empty()).then(|| item.stem.clone());
            stem.clone_from(&item.stem);
            let heading = heading.map(
                |stem| view! { <tr class="table-stem"><th colspan="2" scope="colgroup">{stem}</th></tr> },
            );
            view! { {heading} <ItemRow item clinician /> }
        })
        .collect();
    view! {
        <details class="items">
            <summary>{words::EACH_QUESTION}</summary>
            <table class="table">
                <caption class="visually-hidden">{format!("{}: {title}", words::EACH_QUESTION)}</caption>
                <thead><tr><th scope="col">{words::QUESTION}</th><th scope="col">{words::ANSWER}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

#[component]
fn ItemRow(item: ItemAnswer, clinician: bool) -> impl IntoView {
    let critical = item.critical && clinician;
    let mark = critical.then(|| view! { " " <Pill tone=Tone::Danger>{words::CRITICAL_MARK}</Pill> });
    let answer = match (item.label, item.value, item.declined) {
        (_, _, true) => view! { <span class="quiet">{words::DECLINED}</span> }.into_any(),
        (Some(label), Some(value), _) => {
            view! { {label} " " <span class="quiet">{format!("({})", format::number(value))}</span> }
                .into_any()
        }
        (Some(label), None, _) => view! { {label} }.into_any(),
        (None, _, _) => view! { <span class="quiet">{words::NOT_ANSWERED}</span> }.into_any(),
    };
    view! { <tr class:is-critical=critical><th scope="row">{item.text}</th><td>{answer} {mark}</td></tr> }
}

/// What the person wrote, and for the clinician what was seen in it.
#[component]
fn Comment(comment: String, risk: Option<TextRisk>, clinician: bool) -> impl IntoView {
    let seen = risk.filter(|_| clinician).map(|risk| {
        let told = match risk.level {
            RiskLevel::None => view! { <p>{words::SEEN_NOTHING}</p> }.into_any(),
            level => {
                let tone = if level >= RiskLevel::High { Tone::Danger } else { Tone::Warn };
                let reasons =
                    risk.reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
                view! { <p><Pill tone>{alerts::level(level)}</Pill></p> <ul class="reasons">{reasons}</ul> }
                    .into_any()
            }
        };
        view! { <h3>{words::SEEN}</h3> {told} <p class="quiet">{words::SEEN_DETAIL}</p> }
    });
    let heading = if clinician { words::COMMENT } else { words::COMMENT_OWN };
    view! {
        <Card heading>
            <blockquote class="own-words">{comment}</blockquote>
            {seen}
        </Card>
    }
}

/// Chooses another finished screening of the same client.
#[component]
fn CompareForm(id: ScreeningId, client_id: ClientId, open: RwSignal<bool>) -> impl IntoView {
    let all = use_query(move || ListScreenings { client_id });
    view! {
        <Loaded query=all let:list>
            {move || {
                let others = others(id, list.get());
                match others.first().map(|choice| choice.value) {
                    Some(first) => view! { <CompareChoice id first others open /> }.into_any(),
                    None => view! { <p>{words::NOTHING_TO_COMPARE}</p> }.into_any(),
                }
            }}
        </Loaded>
    }
}

fn others(id: ScreeningId, list: Vec<ScreeningView>) -> Vec<Choice<ScreeningId>> {
    list.into_iter().filter(|one| one.id != id).filter_map(|one| choice(&one)).collect()
}

/// A finished screening to be chosen.
pub(super) fn choice(screening: &ScreeningView) -> Option<Choice<ScreeningId>> {
    let at = screening.completed_at.filter(|_| screening.status == ScreeningStatus::Completed)?;
    Some(Choice::new(screening.id, format!("{} · {}", format::date_time(at), screening.name)))
}

#[component]
fn CompareChoice(
    id: ScreeningId,
    first: ScreeningId,
    others: Vec<Choice<ScreeningId>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let navigate = use_navigate();
    let other = RwSignal::new(first);
    let go = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        navigate(&compare_path(id, other.get_untracked()), Default::default());
    };
    view! {
        <form class="stack" on:submit=go>
            <p class="quiet">{words::COMPARE_DETAIL}</p>
            <Select label=words::COMPARE_OTHER choices=others value=other />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button kind=ButtonKind::Primary submit=true attr:data-testid="compare-go">{words::COMPARE}</Button>
            </div>
        </form>
    }
}

fn print() {
    // A window that cannot print says so itself; the page stays as it is.
    let _ = window().print();
}

/// On paper nothing can be unfolded: every answer is shown while the page is printed.
fn open_when_printed() {
    let folded = "main details:not([open]):not(.screen-only)";
    let unfold = window_event_listener_untyped("beforeprint", move |_| {
        each(folded, |details| {
            details.set_attribute("open", "").and(details.set_attribute("data-unfolded", ""))
        });
    });
    let fold = window_event_listener_untyped("afterprint", move |_| {
        each("main details[data-unfolded]", |details| {
            details.remove_attribute("open").and(details.remove_attribute("data-unfolded"))
        });
    });
    on_cleanup(move || {
        unfold.remove();
        fold.remove();
    });
}

fn each(selector: &str, act: impl Fn(&web_sys::Element) -> Result<(), wasm_bindgen::JsValue>) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
            // Attributes with these names can always be set and taken away.
            let _ = act(&element);
        }
    }
}

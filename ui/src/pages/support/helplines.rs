//! Helplines of a country, from the dated file the core carries.

use contract::risk::{GetHelplines, Helpline, Helplines};
use leptos::prelude::*;

use crate::components::{Choice, ErrorNote, Select};
use crate::format;
use crate::state::{ANYWHERE, Phase, use_api, use_device, use_query};
use crate::strings::support as words;

/// The emergency number, the lines, and the country they are for, which can be changed.
#[component]
pub fn HelplineList() -> impl IntoView {
    let country = use_device().country;
    let helplines = use_query(move || GetHelplines { country: country.get() });
    let body = move || match helplines.phase() {
        Phase::Loading => ().into_any(),
        Phase::Ready => helplines.get().map(|list| view! { <Lines list country /> }).into_any(),
        // A core that does not answer takes no number away that a person knows anyway.
        Phase::Failed(error) => view! {
            <p class="help-emergency"><strong>{words::EMERGENCY_LOCAL}</strong></p>
            <p>{words::LINES_MISSING}</p>
            <ErrorNote error=Some(error) on_retry=move || helplines.reload() />
        }
        .into_any(),
    };
    view! { <div class="helplines">{body}</div> }
}

#[component]
fn Lines(list: Helplines, country: RwSignal<String>) -> impl IntoView {
    let mut choices: Vec<Choice<String>> =
        list.countries.iter().map(|(code, name)| Choice::new(code.clone(), name.clone())).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices.push(Choice::new(ANYWHERE.to_owned(), words::COUNTRY_ANYWHERE));
    // A country there is no list for shows the lines that hold anywhere, and says so.
    let chosen = RwSignal::new(list.country.clone());
    let choose = move || country.set(chosen.get_untracked());
    let number =
        list.emergency.as_deref().map_or_else(|| words::EMERGENCY_LOCAL.to_owned(), words::emergency);
    let lines = list.lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    view! {
        <section class="help-emergency">
            <h3>{words::EMERGENCY_HEADING}</h3>
            <p><strong data-testid="help-emergency">{number}</strong> " " {words::EMERGENCY_DETAIL}</p>
        </section>
        <section class="help-lines">
            <div class="help-lines-head">
                <h3>{words::LINES}</h3>
                <Select label=words::COUNTRY choices value=chosen on_change=choose />
            </div>
            <ul>{lines}</ul>
            <p class="quiet">{words::as_of(&format::day(list.as_of))}</p>
        </section>
    }
}

#[component]
fn Line(line: Helpline) -> impl IntoView {
    let api = use_api();
    let handed_over = api.handed_over();
    let way = |name: &'static str, what: String| {
        view! { <div class="help-way"><dt>{name}</dt><dd>{what}</dd></div> }
    };
    // Only a browser can open another page, and only where that does not lead out of a device handed over.
    let page = line.web.map(|address| {
        let shown = address.trim_start_matches("https://").trim_end_matches('/').to_owned();
        let linked = move || {
            if api.in_browser() && handed_over.get().is_none() {
                let (address, shown) = (address.clone(), shown.clone());
                view! { <a href=address target="_blank" rel="noopener noreferrer">{shown}</a> }.into_any()
            } else {
                shown.clone().into_any()
            }
        };
        view! { <div class="help-way help-way-web"><dt>{words::WEB}</dt><dd>{linked}</dd></div> }
    });
    let remarks: Vec<String> = [words::audience(&line.audience), Some(words::hours(&line.hours))]
        .into_iter()
        .flatten()
        .filter(|remark| !remark.is_empty())
        .collect();
    view! {
        <li class="help-line">
            <p class="help-line-name">{line.name}</p>
            {(!remarks.is_empty()).then(|| view! { <p class="help-line-remark">{remarks.join(" · ")}</p> })}
            {(!line.note.is_empty()).then(|| view! { <p class="help-line-note">{line.note}</p> })}
            <dl>
                {line.phone.map(|number| way(words::CALL, number))}
                {line.also.into_iter().map(|number| way(words::OR_CALL, number)).collect_view()}
                {line.text.map(|number| way(words::TEXT, number))}
                {page}
            </dl>
        </li>
    }
}

//! The search over everything in the vault, over every page.

use std::time::Duration;

use contract::ApiError;
use contract::search::{Search, SearchHit, SearchPlace};
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use crate::components::{Dialog, ErrorNote, Icon, IconName};
use crate::format;
use crate::state::{Api, use_api};
use crate::strings::search as words;

/// How long after the last key the question is asked.
const DELAY: Duration = Duration::from_millis(160);
const LIMIT: u32 = 30;

/// The marks the core puts around found words.
const OPEN_MARK: char = '\u{E000}';
const CLOSE_MARK: char = '\u{E001}';

/// What is being searched for and what was found.
#[derive(Clone, Copy)]
struct Finding {
    api: Api,
    query: RwSignal<String>,
    /// What the hits answer; `None` before the first answer.
    answered: RwSignal<Option<String>>,
    hits: RwSignal<Vec<SearchHit>>,
    marked: RwSignal<usize>,
    refused: RwSignal<Option<ApiError>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Finding {
    /// Asks a moment later, and forgets the question asked before.
    fn typed(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        let ask = move || spawn_local(self.ask());
        self.timer.set_value(set_timeout_with_handle(ask, DELAY).ok());
    }

    async fn ask(self) {
        let Some(query) = self.query.try_get_untracked() else { return };
        let words = query.trim().to_owned();
        if words.is_empty() {
            self.hits.set(Vec::new());
            self.answered.set(None);
            return;
        }
        let answer = self.api.call(Search { query: words.clone(), limit: LIMIT }).await;
        if self.query.try_get_untracked().is_none_or(|now| now.trim() != words) {
            return;
        }
        match answer {
            Ok(hits) => {
                self.hits.set(hits);
                self.marked.set(0);
                self.answered.set(Some(words));
                self.refused.set(None);
            }
            Err(error) => self.refused.set(Some(error)),
        }
    }
}

/// Opens with Ctrl or Cmd and K. Arrow keys mark a result, Enter goes there.
#[component]
pub fn SearchPalette(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=words::TITLE wide=true>
            <Palette open />
        </Dialog>
    }
}

#[component]
fn Palette(open: RwSignal<bool>) -> impl IntoView {
    let finding = Finding {
        api: use_api(),
        query: RwSignal::new(String::new()),
        answered: RwSignal::new(None),
        hits: RwSignal::new(Vec::new()),
        marked: RwSignal::new(0),
        refused: RwSignal::new(None),
        timer: StoredValue::new(None),
    };
    let navigate = use_navigate();
    let go = Callback::new(move |index: usize| {
        if let Some(path) = finding.hits.with_untracked(|hits| hits.get(index).map(|hit| path_of(hit.place)))
        {
            open.set(false);
            navigate(&path, Default::default());
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        let count = finding.hits.with_untracked(Vec::len);
        let now = finding.marked.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => finding.marked.set((now + 1) % count),
            "ArrowUp" if count > 0 => finding.marked.set((now + count - 1) % count),
            "Enter" if count > 0 => go.run(now),
            _ => return,
        }
        event.prevent_default();
    };
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    Effect::new(move |_| {
        let marked = finding.marked.get();
        if let Some(row) = document().get_element_by_id(&option_id(marked)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            row.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let any = move || finding.hits.with(|hits| !hits.is_empty());
    let told = move || {
        finding.answered.get().map(|query| match finding.hits.with(Vec::len) {
            0 => words::nothing(&query),
            count => words::found(&format::number(count as f64)),
        })
    };
    view! {
        <div class="palette">
            <div class="palette-field">
                <Icon name=IconName::Search />
                <input
                    node_ref=input
                    type="text"
                    class="input"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=words::LABEL
                    placeholder=words::LABEL
                    aria-expanded=move || any().to_string()
                    aria-controls="search-results"
                    aria-autocomplete="list"
                    aria-activedescendant=move || any().then(|| option_id(finding.marked.get()))
                    prop:value=finding.query
                    on:input=move |event| {
                        finding.query.set(event_target_value(&event));
                        finding.typed();
                    }
                    on:keydown=keys
                />
            </div>
            <div class="palette-results" class:is-empty=move || !any() id="search-results" role="listbox" aria-label=words::RESULTS>
                {move || {
                    let hits = finding.hits.get();
                    let rows = hits.into_iter().enumerate();
                    rows.map(|(index, hit)| view! { <Hit finding index hit go /> }).collect_view()
                }}
            </div>
            <p class="palette-told" role="status">{told}</p>
            <Show when=move || finding.answered.with(Option::is_none)>
                <p class="quiet">{words::HINT}</p>
            </Show>
            <ErrorNote error=finding.refused />
        </div>
    }
}

#[component]
fn Hit(finding: Finding, index: usize, hit: SearchHit, go: Callback<usize>) -> impl IntoView {
    let (icon, place) = match hit.place {
        SearchPlace::Client { .. } => (IconName::Clients, words::IN_CLIENT),
        SearchPlace::Segment { .. } => (IconName::Models, words::IN_SEGMENT),
        SearchPlace::Note { .. } => (IconName::Note, words::IN_NOTE),
    };
    let name = hit.client.map(|(_, name)| view! { <span class="hit-client">{name}</span> });
    let words = parts(&hit.snippet)
        .into_iter()
        .map(|(text, found)| if found { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() });
    let words = words.collect_view();
    view! {
        <div
            role="option"
            id=option_id(index)
            class="hit"
            aria-selected=move || (finding.marked.get() == index).to_string()
            on:click=move |_| go.run(index)
            on:mousemove=move |_| if finding.marked.get_untracked() != index { finding.marked.set(index) }
        >
            <Icon name=icon />
            <div>
                <p class="hit-place">{name} <span>{place}</span> <span>{format::date(hit.at)}</span></p>
                <p class="hit-words">{words}</p>
            </div>
        </div>
    }
}

fn option_id(index: usize) -> String {
    format!("hit-{index}")
}

/// The page a hit lies on; something said opens its session at that place.
fn path_of(place: SearchPlace) -> String {
    match place {
        SearchPlace::Client { client_id } => format!("/clients/{client_id}"),
        SearchPlace::Segment { session_id, segment_id } => {
            format!("/sessions/{session_id}?segment={segment_id}")
        }
        SearchPlace::Note { session_id } => format!("/sessions/{session_id}"),
    }
}

/// A snippet cut at the core's marks: each part, and whether it was found. Marks without a partner do no harm.
fn parts(snippet: &str) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    let mut found = false;
    for part in snippet.split_inclusive([OPEN_MARK, CLOSE_MARK]) {
        let text = part.trim_end_matches([OPEN_MARK, CLOSE_MARK]);
        if !text.is_empty() {
            parts.push((text.to_owned(), found));
        }
        match part.chars().last() {
            Some(OPEN_MARK) => found = true,
            Some(CLOSE_MARK) => found = false,
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn found_words_are_told_from_the_text_around_them() {
        let cut = parts("slept \u{E000}badly\u{E001} this \u{E000}week\u{E001}");
        let told: Vec<(&str, bool)> = cut.iter().map(|(text, found)| (text.as_str(), *found)).collect();
        assert_eq!(told, [("slept ", false), ("badly", true), (" this ", false), ("week", true)], "in order");
    }

    #[test]
    fn no_text_is_lost_or_doubled_whatever_marks_there_are() {
        for odd in ["", "\u{E001}a", "a\u{E000}", "\u{E000}\u{E000}a\u{E001}b", "é\u{E001}\u{E000}ü"] {
            let whole: String = parts(odd).into_iter().map(|(text, _)| text).collect();
            let plain: String = odd.chars().filter(|c| !matches!(c, '\u{E000}' | '\u{E001}')).collect();
            assert_eq!(whole, plain, "text of {odd:?}");
        }
    }
}

//! The transcript: what was said, by whom, when; played, corrected, relabelled, searched.

mod pick;
mod segment;
mod words;

pub use words::{Words, use_words};

use contract::TranscriptId;
use contract::jobs::JobKind;
use contract::transcripts::{Speaker, TranscriptStatus, TranscriptSummary};
use leptos::html;
use leptos::prelude::*;
use segment::SegmentRow;

use super::desk::{Desk, Pane};
use super::steps::TranscribeDialog;
use crate::components::{
    Button, ButtonKind, Choice, EmptyState, ErrorNote, IconName, Menu, MenuItem, Notice, RowHeight, Select,
    Tone, VirtualList,
};
use crate::format;
use crate::strings::common;
use crate::strings::sessions as told;

/// Height of a row until it has been measured.
const GUESS: f64 = 76.0;

/// The left half, once there are words or will be.
#[component]
pub fn TranscriptPane(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let count = Signal::derive(move || words.segments.with(Vec::len));
    let some = Memo::new(move |_| count.get() > 0);
    view! {
        <div class="transcript" on:focusin=move |_| desk.pane.set(Pane::Words)>
            <TranscriptHead desk />
            <Partial desk />
            <ErrorNote error=words.trouble on_retry=move || words.reload() />
            <SelectionBar desk />
            <Show when=move || some.get() fallback=move || view! { <NoWords desk /> }>
                <div class="segments" data-testid="transcript" on:keydown=move |event| row_keys(desk, &event)>
                    <VirtualList
                        label=told::TRANSCRIPT
                        count
                        height=RowHeight::Measured(GUESS)
                        active=words.active
                        shown=words.reveal
                        on_activate=move |row| desk.play_row(row)
                        let:row
                    >
                        <SegmentRow desk row />
                    </VirtualList>
                </div>
            </Show>
        </div>
    }
}

/// Keys on a row that the list itself does not know.
fn row_keys(desk: Desk, event: &web_sys::KeyboardEvent) {
    let Some(row) = desk.words.active.get_untracked() else { return };
    if event.shift_key() && matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
        // The list has moved the keyboard already; the run begins where it came from and follows it.
        let from = if event.key() == "ArrowDown" { row.saturating_sub(1) } else { row + 1 };
        desk.words.picked.update(|picked| {
            if picked.len() == 0 {
                picked.toggle(from);
            }
            picked.extend_to(row);
        });
    }
}

#[component]
fn NoWords(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let whole =
        move || words.summary.with(|s| s.as_ref().is_some_and(|s| s.status == TranscriptStatus::Completed));
    move || {
        if words.loading.get() || words.trouble.with(Option::is_some) {
            ().into_any()
        } else if desk.transcription.running() {
            view! {
                <EmptyState
                    icon=IconName::Models
                    heading=told::TRANSCRIPT_EMPTY
                    detail=told::TRANSCRIPT_EMPTY_LIVE
                />
            }
            .into_any()
        } else if whole() {
            view! { <EmptyState icon=IconName::Models heading=told::TRANSCRIPT_NO_WORDS /> }.into_any()
        } else {
            ().into_any()
        }
    }
}

/// A transcript that ended early says how much of it there is.
#[component]
fn Partial(desk: Desk) -> impl IntoView {
    let partial = Memo::new(move |_| {
        desk.words
            .summary
            .get()
            .filter(|s| s.status == TranscriptStatus::Failed && !desk.transcription.running())
            .map(|s| match s.covered_ms {
                0 => (told::NOTHING_YET, told::NOTHING_YET_DETAIL.to_owned()),
                covered => (
                    told::PARTIAL,
                    told::partial_detail(&format::clock(covered), &format::clock(s.duration_ms)),
                ),
            })
    });
    let again = RwSignal::new(false);
    // A job that failed in this run of the program says so itself, with another try beside it.
    let told_already = Memo::new(move |_| desk.failed(JobKind::Transcription).is_some());
    let actions = move || {
        view! {
            <Show when=move || !told_already.get()>
                <Button
                    icon=IconName::Retry
                    on_press=move || again.set(true)
                    attr:data-testid="transcription-again"
                >
                    {common::TRY_AGAIN}
                </Button>
            </Show>
        }
    };
    view! {
        {move || partial.get().map(|(heading, detail)| view! {
            <Notice tone=Tone::Warn heading actions>{detail}</Notice>
        })}
        <TranscribeDialog open=again desk />
    }
}

/// Its name, which of several it is, finding, and what can be done with the whole.
#[component]
fn TranscriptHead(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let items = Signal::derive(move || {
        vec![
            MenuItem::new(told::RELABEL, move || words.picking.update(|on| *on = !*on)).icon(IconName::Check),
            MenuItem::new(told::SELECT_ALL, move || {
                let count = words.segments.with_untracked(Vec::len);
                words.picked.update(|picked| picked.all(count));
            }),
            MenuItem::new(told::SWAP, move || words.swap()).icon(IconName::Swap),
        ]
    });
    let some = Memo::new(move |_| words.segments.with(|all| !all.is_empty()));
    view! {
        <div class="transcript-head">
            <h2>{told::TRANSCRIPT}</h2>
            <WhichTranscript desk />
            <Show when=move || some.get()>
                <Find desk />
                <Menu label=told::RELABEL icon=IconName::More icon_only=true items attr:data-testid="transcript-menu" />
            </Show>
        </div>
    }
}

#[component]
fn WhichTranscript(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let several = Memo::new(move |_| desk.view.with(|view| view.transcripts.len() > 1));
    let name = |t: &TranscriptSummary| {
        told::transcript_name(
            &t.model,
            &format::date_time(t.created_at),
            t.status == TranscriptStatus::Completed,
        )
    };
    let choices = Signal::derive(move || {
        desk.view.with(|view| {
            view.transcripts.iter().map(|t| Choice::new(Some(t.id), name(t))).collect::<Vec<_>>()
        })
    });
    let value = RwSignal::new(None::<TranscriptId>);
    Effect::new(move |_| value.set(words.summary.with(|s| s.as_ref().map(|s| s.id))));
    view! {
        <Show when=move || several.get()>
            <Select
                label=told::WHICH_TRANSCRIPT
                choices
                value
                on_change=move || words.chosen.set(value.get_untracked())
                attr:class="field compact-field"
            />
        </Show>
    }
}

/// Looks for words.
#[component]
fn Find(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let field = NodeRef::<html::Input>::new();
    let looking = Memo::new(move |_| words.wanted.with(|wanted| !wanted.trim().is_empty()));
    let count = move || match words.found.with(Vec::len) {
        0 => told::NO_MATCH.to_owned(),
        all => told::match_of(words.found_at.get().min(all - 1) + 1, all),
    };
    let keys = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            words.step_found(!event.shift_key());
        }
        "Escape" => {
            event.prevent_default();
            words.wanted.set(String::new());
            if let Some(field) = field.get_untracked() {
                // The caret leaves the field, so that single keys work again.
                let _ = field.blur();
            }
        }
        _ => {}
    };
    let input = move |event| {
        words.wanted.set(event_target_value(&event));
        words.go_to_found(0);
    };
    view! {
        <div class="find" role="search">
            <input
                type="search"
                class="input find-field"
                aria-label=told::FIND
                placeholder=told::FIND
                autocomplete="off"
                spellcheck="false"
                data-testid="transcript-find"
                node_ref=field
                prop:value=words.wanted
                on:input=input
                on:keydown=keys
            />
            <Show when=move || looking.get()>
                <span class="find-count" role="status">{count}</span>
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Up
                    label=told::FIND_PREVIOUS
                    on_press=move || words.step_found(false)
                />
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Down
                    label=told::FIND_NEXT
                    on_press=move || words.step_found(true)
                />
            </Show>
        </div>
    }
}

/// What can be done with the selected segments.
#[component]
fn SelectionBar(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let count = Memo::new(move |_| words.picked.with(|picked| picked.len()));
    let shown = Memo::new(move |_| count.get() > 0 || words.picking.get());
    let can_attach =
        Memo::new(move |_| desk.note.selected.get().is_some() && desk.note.editable() && count.get() > 0);
    let button = move |speaker: Speaker, test: &'static str| {
        view! {
            <Button
                disabled=Signal::derive(move || count.get() == 0)
                on_press=move || words.relabel(speaker)
                attr:data-testid=test
            >
                <span class=format!("dot speaker-{}", super::speaker_word(speaker)) aria-hidden="true"></span>
                {told::speaker(speaker)}
            </Button>
        }
    };
    let clear = move || {
        words.picked.update(|picked| picked.clear());
        words.picking.set(false);
    };
    view! {
        <Show when=move || shown.get()>
            <div class="selection" role="group" aria-label=told::SELECTION>
                <span role="status">{move || told::selected(count.get())}</span>
                <span class="visually-hidden">{told::SPOKEN_BY}</span>
                {button(Speaker::Therapist, "segments-therapist")}
                {button(Speaker::Client, "segments-client")}
                {button(Speaker::Unknown, "segments-unknown")}
                <Show when=move || can_attach.get()>
                    <Button
                        icon=IconName::Plus
                        on_press=move || desk.attach_picked()
                        attr:data-testid="evidence-attach"
                    >
                        {told::USE_AS_EVIDENCE}
                    </Button>
                </Show>
                <Button kind=ButtonKind::Quiet on_press=clear attr:data-testid="segments-clear">{told::CLEAR}</Button>
            </div>
        </Show>
    }
}

//! Sessions: one session from consent to the signed note.

mod assign;
mod complete;
mod desk;
mod details;
mod header;
mod keys;
mod note;
mod player;
mod steps;
mod transcript;

use contract::sessions::{SessionStatus, SessionView};
use contract::transcripts::Speaker;
use contract::{SegmentId, SessionId};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::app::NotFound;
use crate::components::{Loaded, Tab, TabPanel, Tabs, Tone};
use crate::state::Query;
use crate::strings::sessions as words;
use assign::Unassigned;
use desk::{Desk, Pane, use_desk, use_session};
use details::DetailsPane;
use header::SessionHeader;
use note::NotePane;
use player::PlayerBar;
use steps::WordsPane;

/// Where a session is.
pub fn session_path(id: SessionId) -> String {
    format!("/sessions/{id}")
}

/// What the colour of a session's status means.
pub const fn status_tone(status: SessionStatus) -> Tone {
    match status {
        SessionStatus::InProgress => Tone::Accent,
        SessionStatus::Completed => Tone::Good,
        SessionStatus::NoShow | SessionStatus::Rescheduled => Tone::Warn,
        SessionStatus::Requested | SessionStatus::Upcoming | SessionStatus::Cancelled => Tone::Plain,
    }
}

/// A speaker as part of a class.
const fn speaker_word(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Therapist => "therapist",
        Speaker::Client => "client",
        Speaker::Unknown => "unknown",
    }
}

/// One session.
#[component]
pub fn SessionPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("session_id").and_then(|id| id.parse::<SessionId>().ok()))
    });
    // Another session is another page: nothing of the one before stays.
    move || match id.get() {
        Some(id) => view! { <Session id /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn Session(id: SessionId) -> impl IntoView {
    let session = use_session(id);
    view! {
        <Loaded query=session let:view>
            <Workspace id session view />
        </Loaded>
    }
}

#[component]
fn Workspace(id: SessionId, session: Query<SessionView>, view: Signal<SessionView>) -> impl IntoView {
    let desk = use_desk(id, session, view);
    let keys_open = RwSignal::new(false);
    let single = keys::single_keys();
    keys::listen(desk, keys_open, single);
    show_segment_in_address(desk);
    let recorded = Memo::new(move |_| desk.recording.with(Option::is_some));
    view! {
        <div class="session-page">
            <SessionHeader desk keys_open />
            <Unassigned desk />
            <div class="workbench">
                <section class="bench-words" aria-label=words::TRANSCRIPT><WordsPane desk /></section>
                <section class="bench-note" aria-label=words::PANES><RightPane desk /></section>
            </div>
            <Show when=move || recorded.get()><PlayerBar desk /></Show>
            <keys::KeysDialog open=keys_open single />
        </div>
    }
}

/// A search leads to one segment: it is brought into sight once it is there.
fn show_segment_in_address(desk: Desk) {
    let asked = use_query_map();
    let row = Memo::new(move |_| {
        let id: SegmentId = asked.with(|query| query.get("segment"))?.parse().ok()?;
        desk.words.index.with(|index| index.get(&id).copied())
    });
    Effect::new(move |_| {
        if let Some(row) = row.get() {
            desk.pane.set(Pane::Words);
            desk.words.active.set(Some(row));
            desk.words.reveal.set(Some(row));
        }
    });
}

/// The note, or what else there is to know about the session.
#[component]
fn RightPane(desk: Desk) -> impl IntoView {
    let selected = RwSignal::new("note");
    let tabs = vec![Tab::new("note", words::NOTE), Tab::new("details", words::DETAILS)];
    view! {
        <Tabs label=words::PANES tabs selected />
        <TabPanel id="note" selected><NotePane desk /></TabPanel>
        <TabPanel id="details" selected><DetailsPane desk /></TabPanel>
    }
}

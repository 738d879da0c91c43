//! The note beside the transcript.

mod compare;
mod desk;
mod draft;
mod inspector;
mod sentence;
mod sign;
mod versions;

pub use desk::{NoteDesk, use_note};
pub use draft::{Key, Place};
pub use sign::SignDialog;

use contract::notes::{NoteStatus, Origin};
use contract::transcripts::TranscriptStatus;
use draft::Section;
use inspector::Inspector;
use leptos::prelude::*;
use sentence::SentenceItem;
use sign::{Addenda, Signature};
use versions::VersionsDialog;

use super::desk::{Desk, Pane};
use crate::components::{
    Button, ButtonKind, Confirm, EmptyState, ErrorNote, IconName, Menu, MenuItem, Notice, Pill, SaveNote,
    Tone,
};
use crate::strings::sessions as words;

/// The right half: the note, or how it comes to be.
#[component]
pub fn NotePane(desk: Desk) -> impl IntoView {
    let note = desk.note;
    let there = Memo::new(move |_| note.draft.with(|draft| !draft.sections.is_empty()));
    let expected = Memo::new(move |_| desk.view.with(|view| view.note.is_some()));
    view! {
        <div class="note" on:focusin=move |_| desk.pane.set(Pane::Note)>
            <ErrorNote error=note.trouble />
            <Conflict note />
            <Show when=move || there.get() fallback=move || view! { <NoteMissing desk expected /> }>
                <NoteHead desk />
                <div class="note-sections" data-testid="note">
                    <For each=move || sections(note) key=|(index, name)| (*index, name.clone()) let:section>
                        <NoteSection desk index=section.0 name=section.1 />
                    </For>
                </div>
                <NoteFoot note />
                <Signature note />
                <Addenda note />
            </Show>
        </div>
        <Show when=move || there.get()><Inspector desk /></Show>
    }
}

fn sections(note: NoteDesk) -> Vec<(usize, String)> {
    note.draft.with(|draft| draft.sections.iter().map(|section| section.name.clone()).enumerate().collect())
}

/// No note yet: draft it, or write it by hand.
#[component]
fn NoteMissing(desk: Desk, expected: Memo<bool>) -> impl IntoView {
    let whole = Memo::new(move |_| {
        desk.words
            .summary
            .with(|s| s.as_ref().filter(|s| s.status == TranscriptStatus::Completed).map(|s| s.id))
    });
    let may_analyse = Memo::new(move |_| desk.view.with(|view| view.may_analyse));
    let by_software = Memo::new(move |_| whole.get().is_some() && may_analyse.get());
    let detail =
        move || if by_software.get() { words::NOTE_MISSING_DETAIL } else { words::NOTE_MISSING_EARLY };
    let draft = move || {
        if let Some(transcript) = whole.get_untracked() {
            desk.note.draft_from(transcript);
        }
    };
    let actions = move || {
        view! {
            <Show when=move || by_software.get()>
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Note
                    busy=desk.note.busy
                    on_press=draft
                    attr:data-testid="note-draft"
                >
                    {words::DRAFT}
                </Button>
            </Show>
            <Button
                icon=IconName::Edit
                disabled=desk.note.busy
                on_press=move || desk.note.write_by_hand()
                attr:data-testid="note-write"
            >
                {words::WRITE}
            </Button>
        }
    };
    view! {
        <Show when=move || !expected.get()>
            {move || view! {
                <EmptyState icon=IconName::Note heading=words::NOTE_MISSING detail=detail()>{actions()}</EmptyState>
            }}
        </Show>
    }
}

/// Someone saved a newer version: what happened, and the way on.
#[component]
fn Conflict(note: NoteDesk) -> impl IntoView {
    let conflict = Memo::new(move |_| note.conflict());
    let copy = move || {
        // Where there is no clipboard the words are still on the page to be marked by hand.
        let text = note.draft.with_untracked(|draft| draft.plain_text());
        let _ = window().navigator().clipboard().write_text(&text);
        note.say(crate::strings::common::COPIED);
    };
    let actions = move || {
        view! {
            <Button on_press=copy>{words::COPY_MINE}</Button>
            <Button on_press=move || note.load_newer() attr:data-testid="note-load-newer">{words::LOAD_NEWER}</Button>
        }
    };
    view! {
        <div role="alert">
            <Show when=move || conflict.get()>
                <Notice tone=Tone::Warn heading=words::NOTE_CONFLICT actions>{words::NOTE_CONFLICT_DETAIL}</Notice>
            </Show>
        </div>
    }
}

/// How the note stands and what can be done with the whole of it.
#[component]
fn NoteHead(desk: Desk) -> impl IntoView {
    let note = desk.note;
    // A conflict has its own notice with the way on.
    let conflict = Memo::new(move |_| note.conflict());
    let versions = RwSignal::new(false);
    let redrafting = RwSignal::new(false);
    let status = Memo::new(move |_| note.note.with(|n| n.as_ref().map(|n| n.status)));
    let pill = move || {
        let (tone, word) = match status.get() {
            Some(NoteStatus::Signed) => (Tone::Good, words::SIGNED_PILL),
            Some(NoteStatus::Archived) => (Tone::Plain, words::ARCHIVED_PILL),
            Some(NoteStatus::Reviewed) => (Tone::Accent, words::REVIEWED_PILL),
            Some(NoteStatus::Draft) | None => (Tone::Plain, words::DRAFT_PILL),
        };
        view! { <Pill tone attr:data-testid="note-status">{word}</Pill> }
    };
    let redraft_from = Memo::new(move |_| {
        let whole = |s: &contract::transcripts::TranscriptSummary| s.status == TranscriptStatus::Completed;
        let transcript = desk.words.summary.with(|s| s.as_ref().filter(|s| whole(s)).map(|s| s.id));
        transcript.filter(|_| note.editable() && desk.view.with(|view| view.may_analyse))
    });
    let more = Signal::derive(move || {
        let mut items = Vec::new();
        if status.get().is_some() {
            items.push(MenuItem::new(words::VERSIONS, move || versions.set(true)).test("note-versions"));
        }
        if redraft_from.get().is_some() {
            let anew = MenuItem::new(words::REDRAFT, move || redrafting.set(true)).test("note-redraft");
            items.push(anew.icon(IconName::Retry));
        }
        items
    });
    let redraft = move || {
        if let Some(transcript) = redraft_from.get_untracked() {
            note.draft_from(transcript);
        }
    };
    view! {
        <div class="note-head">
            {pill}
            <div class="note-saved">
                <Show when=move || !conflict.get()><SaveNote state=note.save.state_signal() /></Show>
            </div>
            <div class="actions">
                <Show when=move || status.get() == Some(NoteStatus::Draft)>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=IconName::Check
                        on_press=move || note.mark_reviewed()
                        attr:data-testid="note-review"
                    >
                        {words::MARK_REVIEWED}
                    </Button>
                </Show>
                <Show when=move || status.get().is_some()>
                    <Menu
                        label=words::NOTE_MORE
                        icon=IconName::More
                        icon_only=true
                        items=more
                        attr:data-testid="note-menu"
                    />
                </Show>
            </div>
        </div>
        <Confirm
            open=redrafting
            title=words::REDRAFT_TITLE
            detail=words::REDRAFT_DETAIL
            action=words::REDRAFT
            on_confirm=redraft
        />
        <VersionsDialog open=versions note />
    }
}

/// A section: its sentences run on like prose.
#[component]
fn NoteSection(desk: Desk, index: usize, name: String) -> impl IntoView {
    let note = desk.note;
    let keys = move || note.draft.with(|draft| section_keys(draft.sections.get(index)));
    // Said once for sections in a row that were written alike.
    let origin = Memo::new(move |_| {
        note.draft.with(|draft| {
            let here = draft.sections.get(index).and_then(written_by);
            let above = draft.sections[..index.min(draft.sections.len())].iter().rev().find_map(written_by);
            here.filter(|_| here != above)
        })
    });
    let empty = Memo::new(move |_| keys().is_empty());
    let editable = Memo::new(move |_| note.editable());
    let add_label = words::add_to(&name);
    let heading = name.clone();
    view! {
        <section class="note-section" aria-label=name>
            <h3>
                {heading}
                {move || origin.get().map(|words| view! { <Pill>{words}</Pill> })}
                <Show when=move || editable.get()>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=IconName::Plus
                        label=add_label.clone()
                        on_press=move || note.add(Place::EndOf(index))
                        attr:data-testid="sentence-add"
                    />
                </Show>
            </h3>
            <Show when=move || empty.get()><p class="quiet">{words::EMPTY_SECTION}</p></Show>
            <ul class="sentences">
                <For each=keys key=|key| *key let:key><SentenceItem desk key_of=key /></For>
            </ul>
        </section>
    }
}

fn section_keys(section: Option<&Section>) -> Vec<Key> {
    section.map(|section| section.sentences.iter().map(|sentence| sentence.key).collect()).unwrap_or_default()
}

/// Who wrote a section; nothing where there is nothing.
fn written_by(section: &Section) -> Option<&'static str> {
    let person = |origin: Origin| origin == Origin::Person;
    let origins = || section.sentences.iter().map(|sentence| sentence.origin);
    if section.sentences.is_empty() {
        None
    } else if origins().all(person) {
        Some(words::BY_PERSON)
    } else if origins().any(person) {
        Some(words::BY_BOTH)
    } else if origins().any(|origin| origin == Origin::Model) {
        Some(words::BY_MODEL)
    } else {
        Some(words::BY_SOFTWARE)
    }
}

/// Which version this is, who wrote how much of it, and the way back after a deletion.
#[component]
fn NoteFoot(note: NoteDesk) -> impl IntoView {
    let tally = move || {
        let version = note.note.with(|n| n.as_ref().map(|n| n.version))?;
        let (person, software) = note.draft.with(|draft| draft.tally());
        Some(words::tally(version, person, software))
    };
    let undo = Memo::new(move |_| note.before_delete.with(Option::is_some));
    view! {
        <div class="note-foot">
            <p class="quiet">{tally}</p>
            <div role="status">
                <Show when=move || undo.get()>
                    <span class="note-undo">
                        {words::SENTENCE_DELETED}
                        <Button
                            kind=ButtonKind::Quiet
                            icon=IconName::Undo
                            on_press=move || note.undo_delete()
                            attr:data-testid="sentence-undo"
                        >
                            {words::UNDO}
                        </Button>
                    </span>
                </Show>
            </div>
        </div>
    }
}

//! What is known about the selected sentence and what can be done with it; stands at the foot of the note.

use contract::notes::Origin;
use contract::screenings::ListScreenings;
use contract::{ScreeningId, SegmentId};
use leptos::prelude::*;
use leptos_router::components::A;

use super::draft::{Place, Sentence};
use crate::components::{Button, ButtonKind, Icon, IconName, Pill, Tone};
use crate::format;
use crate::pages::screening::results_path;
use crate::pages::sessions::desk::Desk;
use crate::state::use_query;
use crate::strings::sessions as words;

/// The foot of the note.
#[component]
pub fn Inspector(desk: Desk) -> impl IntoView {
    let note = desk.note;
    let sentence = Memo::new(move |_| {
        let key = note.selected.get()?;
        note.draft.with(|draft| draft.get(key).cloned())
    });
    let shown = Memo::new(move |_| sentence.with(Option::is_some));
    let editable = Memo::new(move |_| note.editable());
    let before = Memo::new(move |_| {
        sentence.with(|s| s.as_ref().and_then(|s| s.drafted_text.clone().filter(|text| *text != s.text)))
    });
    view! {
        <Show when=move || shown.get()>
            <section class="inspector" aria-label=words::INSPECTOR data-testid="inspector">
                {move || sentence.get().map(|sentence| view! { <Origins sentence /> })}
                <Evidence desk sentence />
                <Show when=move || editable.get()><Tools desk /></Show>
                {move || before.get().map(|text| view! {
                    <p class="quiet inspector-before">{words::drafted_as(&text)}</p>
                })}
            </section>
        </Show>
    }
}

/// Who wrote it.
#[component]
fn Origins(sentence: Sentence) -> impl IntoView {
    let origin = match (sentence.origin, sentence.drafted_text.is_some()) {
        (Origin::Person, true) => words::EDITED,
        (Origin::Person, false) => words::BY_PERSON,
        (Origin::Rules, _) => words::BY_SOFTWARE,
        (Origin::Model, _) => words::BY_MODEL,
    };
    let tone = if sentence.origin == Origin::Person { Tone::Accent } else { Tone::Plain };
    view! { <Pill tone>{origin}</Pill> }
}

/// What it stands on: segments, each of which plays and can be taken away, and screenings.
#[component]
fn Evidence(desk: Desk, sentence: Memo<Option<Sentence>>) -> impl IntoView {
    let evidence =
        Memo::new(move |_| sentence.with(|s| s.as_ref().map(|s| s.evidence.clone()).unwrap_or_default()));
    let screenings =
        Memo::new(move |_| sentence.with(|s| s.as_ref().map(|s| s.screenings.clone()).unwrap_or_default()));
    let screened = Memo::new(move |_| screenings.with(|s| !s.is_empty()));
    let stands = Memo::new(move |_| screened.get() || evidence.with(|e| !e.is_empty()));
    let needs = Memo::new(move |_| sentence.with(|s| s.as_ref().is_some_and(Sentence::unsupported)));
    view! {
        <Show when=move || stands.get()>
            <div class="evidence">
                <span class="quiet">{words::STANDS_ON}</span>
                <ul>
                    <For each=move || evidence.get() key=|id| *id let:id><EvidenceChip desk id /></For>
                    <Show when=move || screened.get()><ScreeningChips desk screenings /></Show>
                </ul>
            </div>
        </Show>
        <Show when=move || needs.get() && desk.grounded.get() && desk.note.editable()>
            <p class="quiet">{words::STANDS_ON_NOTHING}</p>
        </Show>
    }
}

#[component]
fn EvidenceChip(desk: Desk, id: SegmentId) -> impl IntoView {
    let row = Memo::new(move |_| desk.words.index.with(|index| index.get(&id).copied()));
    let segment = Memo::new(move |_| row.get().and_then(|row| desk.words.segment(row)));
    let time = move || segment.get().map(|s| format::clock(s.start_ms));
    let play = move |_| {
        if let Some(row) = row.get_untracked() {
            desk.words.reveal.set(Some(row));
            desk.words.reveal.notify();
            desk.play_row(row);
        }
    };
    let remove = move || {
        if let Some(key) = desk.note.selected.get_untracked() {
            desk.note.detach(key, id);
        }
    };
    let chip = move || match segment.get() {
        Some(segment) => {
            let class = format!("chip speaker-{}", super::super::speaker_word(segment.speaker));
            let at = format::clock(segment.start_ms);
            let label = words::play_said(&at, words::speaker(segment.speaker));
            view! {
                <button type="button" class=class aria-label=label data-testid="evidence" on:click=play>
                    <Icon name=IconName::Play />
                    {at.clone()} " " {words::speaker(segment.speaker)}
                </button>
            }
            .into_any()
        }
        None => view! { <span class="chip quiet">{words::EVIDENCE_ELSEWHERE}</span> }.into_any(),
    };
    let take_away = move || {
        let label = words::detach(&time().unwrap_or_default());
        view! { <Button kind=ButtonKind::Quiet icon=IconName::Close label on_press=remove attr:data-testid="evidence-detach" /> }
    };
    let editable = Memo::new(move |_| desk.note.editable());
    view! { <li>{chip}{move || editable.get().then(take_away)}</li> }
}

/// The screenings it stands on; each leads to its results. They go with the sentence and cannot be taken away.
#[component]
fn ScreeningChips(desk: Desk, screenings: Memo<Vec<ScreeningId>>) -> impl IntoView {
    let client = desk.view.with_untracked(|view| view.client.as_ref().map(|client| client.id));
    let known = client.map(|client_id| use_query(move || ListScreenings { client_id }));
    // Until the list is there, or where it cannot be had, the way to the results is there all the same.
    let label = move |id: ScreeningId| {
        let about = known.and_then(|list| {
            list.with(|all| {
                let one = all?.iter().find(|one| one.id == id)?;
                Some(words::screening(&one.name, one.completed_at.map(format::date).as_deref()))
            })
        });
        about.unwrap_or_else(|| words::SCREENED.to_owned())
    };
    view! {
        <For each=move || screenings.get() key=|id| *id let:id>
            <li>
                <A href=results_path(id) attr:class="chip" attr:data-testid="evidence-screening">
                    {move || label(id)}
                    <Icon name=IconName::Right />
                </A>
            </li>
        </For>
    }
}

#[component]
fn Tools(desk: Desk) -> impl IntoView {
    let note = desk.note;
    let with_key = move |run: fn(super::NoteDesk, super::Key)| {
        move || {
            if let Some(key) = note.selected.get_untracked() {
                run(note, key);
            }
        }
    };
    let tool = move |icon: IconName,
                     label: &'static str,
                     test: &'static str,
                     run: fn(super::NoteDesk, super::Key)| {
        view! {
            <Button kind=ButtonKind::Quiet icon label on_press=with_key(run) attr:data-testid=test />
        }
    };
    view! {
        <div class="actions inspector-tools">
            <Button
                icon=IconName::Edit
                on_press=with_key(|note, key| note.edit(key))
                attr:data-testid="sentence-edit-button"
            >
                {words::EDIT}
            </Button>
            {tool(IconName::Plus, words::ADD_AFTER, "sentence-add-after", |note, key| note.add(Place::After(key)))}
            {tool(IconName::Up, words::MOVE_UP, "sentence-up", |note, key| note.shift(key, false))}
            {tool(IconName::Down, words::MOVE_DOWN, "sentence-down", |note, key| note.shift(key, true))}
            {tool(IconName::Trash, words::DELETE, "sentence-delete", |note, key| note.delete(key))}
        </div>
    }
}

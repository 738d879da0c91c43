//! Earlier versions of the note, each compared with the note as it is now.

use std::collections::BTreeMap;

use contract::notes::{GetNoteVersion, ListNoteVersions, NoteVersionSummary, Origin, SectionView};
use contract::{NoteId, SentenceId};
use leptos::prelude::*;

use super::compare::{Part, compare};
use super::desk::NoteDesk;
use super::draft::Draft;
use crate::components::{Checkbox, Dialog, Loaded};
use crate::format;
use crate::state::use_query;
use crate::strings::sessions as words;

/// Saves of one author closer together than this are shown as one.
const ONE_SITTING_MINUTES: i64 = 15;

/// The list of versions with the one looked at.
#[component]
pub fn VersionsDialog(open: RwSignal<bool>, note: NoteDesk) -> impl IntoView {
    view! {
        <Dialog open title=words::VERSIONS_TITLE wide=true>
            {move || note.note.with_untracked(|n| n.as_ref().map(|n| (n.id, n.version))).map(|(id, now)| {
                view! { <Versions note id now /> }
            })}
        </Dialog>
    }
}

#[component]
fn Versions(note: NoteDesk, id: NoteId, now: u32) -> impl IntoView {
    let versions = use_query(move || ListNoteVersions { note_id: id });
    let looked_at = RwSignal::new(now);
    let every = RwSignal::new(false);
    view! {
        <div class="versions">
            <Loaded query=versions let:list>
                <div class="versions-list">
                    <Checkbox label=words::EVERY_SAVE value=every />
                    <ul aria-label=words::VERSIONS_LIST>
                        {move || {
                            let all = list.get();
                            let shown = if every.get() { singly(all) } else { sittings(all) };
                            shown.into_iter().map(|row| view! { <VersionRow row now looked_at /> }).collect_view()
                        }}
                    </ul>
                </div>
            </Loaded>
            {move || view! { <Version note id version=looked_at.get() now /> }}
        </div>
    }
}

/// A version and the number of saves before it that it stands for.
type Row = (NoteVersionSummary, usize);

fn singly(all: Vec<NoteVersionSummary>) -> Vec<Row> {
    all.into_iter().map(|version| (version, 0)).collect()
}

/// The last save of every sitting; drafts by software are never joined with anything. Newest first, as given.
fn sittings(all: Vec<NoteVersionSummary>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut earliest = None;
    for version in all {
        let joins = rows.last().is_some_and(|(last, _)| {
            let near = earliest
                .is_some_and(|at| at - version.created_at < chrono::TimeDelta::minutes(ONE_SITTING_MINUTES));
            near && last.author == version.author
                && last.origin == Origin::Person
                && version.origin == Origin::Person
        });
        earliest = Some(version.created_at);
        match rows.last_mut() {
            Some((_, saves)) if joins => *saves += 1,
            _ => rows.push((version, 0)),
        }
    }
    rows
}

#[component]
fn VersionRow(row: Row, now: u32, looked_at: RwSignal<u32>) -> impl IntoView {
    let (version, saves) = row;
    let number = version.version;
    let name = words::version_name(number);
    let more = (saves > 0).then(|| words::and_saves(saves));
    let summary = if number == now { words::THIS_ONE.to_owned() } else { version.summary };
    view! {
        <li>
            <button
                type="button"
                class="version"
                aria-pressed=move || (looked_at.get() == number).to_string()
                data-testid="note-version"
                on:click=move |_| looked_at.set(number)
            >
                <span class="version-name">{name}</span>
                <span class="quiet">{format::date_time(version.created_at)} " · " {version.author}</span>
                <span class="quiet">{summary}</span>
                {more.map(|more| view! { <span class="quiet">{more}</span> })}
            </button>
        </li>
    }
}

/// One version's words, with what is different now.
#[component]
fn Version(note: NoteDesk, id: NoteId, version: u32, now: u32) -> impl IntoView {
    let sections = use_query(move || GetNoteVersion { note_id: id, version });
    view! {
        <div class="version-words" tabindex="0" role="region" aria-label=words::version_name(version)>
            <Loaded query=sections let:then>
                {move || {
                    let rows = then.with(|then| note.draft.with(|draft| differences(then, draft)));
                    let same = rows.iter().flat_map(|(_, s)| s).all(|parts| parts.iter().all(|p| matches!(p, Part::Same(_))));
                    let told = match (version == now, same) {
                        (true, _) => "",
                        (false, true) => words::SAME,
                        (false, false) => words::COMPARED,
                    };
                    let rows = rows.into_iter().map(|(name, sentences)| view! {
                        <h3>{name}</h3>
                        <ul>{sentences.into_iter().map(|parts| view! { <li>{marked(parts)}</li> }).collect_view()}</ul>
                    });
                    view! { <p class="quiet">{told}</p> {rows.collect_view()} }
                }}
            </Loaded>
        </div>
    }
}

fn marked(parts: Vec<Part>) -> impl IntoView {
    let mark = |part: Part| match part {
        Part::Same(text) => view! { <span>{text} " "</span> }.into_any(),
        Part::Gone(text) => view! { <del>{text}</del> " " }.into_any(),
        Part::New(text) => view! { <ins>{text}</ins> " " }.into_any(),
    };
    parts.into_iter().map(mark).collect_view()
}

/// Section by section, sentence by sentence: what was there then, and what is different now. Sentences are the same by
/// their id, wherever they stand.
fn differences(then: &[SectionView], now: &Draft) -> Vec<(String, Vec<Vec<Part>>)> {
    let mut left: BTreeMap<SentenceId, &str> =
        now.sentences().filter_map(|s| s.id.map(|id| (id, s.text.as_str()))).collect();
    let mut sections: Vec<(String, Vec<Vec<Part>>)> = then
        .iter()
        .map(|section| {
            let sentence =
                |s: &contract::notes::SentenceView| compare(&s.text, left.remove(&s.id).unwrap_or_default());
            (section.name.clone(), section.sentences.iter().map(sentence).collect())
        })
        .collect();
    for section in &now.sections {
        let new = section.sentences.iter().filter(|s| s.id.is_none_or(|id| left.contains_key(&id)));
        let new: Vec<Vec<Part>> =
            new.map(|s| compare("", &s.text)).filter(|parts| !parts.is_empty()).collect();
        match sections.iter_mut().find(|(name, _)| *name == section.name) {
            Some((_, sentences)) => sentences.extend(new),
            None => sections.push((section.name.clone(), new)),
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};

    fn save(version: u32, minutes: i64, origin: Origin) -> NoteVersionSummary {
        NoteVersionSummary {
            version,
            author: "A".into(),
            origin,
            summary: String::new(),
            hash: String::new(),
            created_at: DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes),
        }
    }

    #[test]
    fn saves_of_one_sitting_are_shown_as_the_last_of_them() {
        let all = vec![
            save(6, 100, Origin::Person),
            save(5, 40, Origin::Person),
            save(4, 30, Origin::Person),
            save(3, 20, Origin::Person),
            save(2, 19, Origin::Rules),
            save(1, 18, Origin::Rules),
        ];
        let rows: Vec<(u32, usize)> =
            sittings(all).into_iter().map(|(v, saves)| (v.version, saves)).collect();
        assert_eq!(
            rows,
            [(6, 0), (5, 2), (2, 0), (1, 0)],
            "drafts by software stay apart, edits close in time do not"
        );
    }
}

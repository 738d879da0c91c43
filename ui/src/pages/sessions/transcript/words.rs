//! The words of a session: which transcript is shown, its segments as they arrive or stand, and what is marked in it.

use std::collections::{BTreeSet, HashMap};

use contract::sessions::SessionView;
use contract::transcripts::{
    GetTranscript, RelabelSegments, SegmentView, Speaker, TranscriptStatus, TranscriptSummary,
};
use contract::{ApiError, SegmentId, TranscriptId};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::task::spawn_local;

use super::pick::{Picked, holds};
use crate::state::{Api, Job, Toasts, use_api, use_toasts};
use crate::strings::sessions as told;

/// The words and what is marked in them. Copy it into callbacks freely.
#[derive(Clone, Copy)]
pub struct Words {
    /// The transcript a person chose; none lets the page decide.
    pub chosen: RwSignal<Option<TranscriptId>>,
    /// The one that is shown.
    pub summary: Memo<Option<TranscriptSummary>>,
    /// Its segments in order of time.
    pub segments: RwSignal<Vec<SegmentView>>,
    /// Where each segment is in the list.
    pub index: Memo<HashMap<SegmentId, usize>>,
    /// Being read for the first time.
    pub loading: RwSignal<bool>,
    /// Why the newest question was refused.
    pub trouble: RwSignal<Option<ApiError>>,
    /// Rows selected by hand.
    pub picked: RwSignal<Picked>,
    /// Boxes are shown on every row.
    pub picking: RwSignal<bool>,
    /// The row the keyboard is at.
    pub active: RwSignal<Option<usize>>,
    /// A row to bring into sight.
    pub reveal: RwSignal<Option<usize>>,
    /// The row that is heard.
    pub current: RwSignal<Option<usize>>,
    /// The row whose words are being corrected.
    pub correcting: RwSignal<Option<usize>>,
    /// What is looked for.
    pub wanted: RwSignal<String>,
    /// Rows it was found in.
    pub found: Memo<Vec<usize>>,
    /// Which of them is shown.
    pub found_at: RwSignal<usize>,
    turn: RwSignal<u32>,
    api: Api,
    toasts: Toasts,
}

/// Follows the session's transcripts. The one shown is the one chosen; else the note's; else the newest whole one; else
/// the one at work; else the newest.
pub fn use_words(view: Signal<SessionView>, of_note: Memo<Option<TranscriptId>>, job: Job) -> Words {
    let chosen = RwSignal::new(None::<TranscriptId>);
    let summary = Memo::new(move |_| {
        view.with(|view| {
            let all = &view.transcripts;
            let with_id = |id: Option<TranscriptId>| all.iter().find(|t| Some(t.id) == id);
            let with_status = |status| all.iter().find(|t| t.status == status);
            with_id(chosen.get())
                .or_else(|| with_id(of_note.get()))
                .or_else(|| with_status(TranscriptStatus::Completed))
                .or_else(|| with_status(TranscriptStatus::Processing))
                .or(all.first())
                .cloned()
        })
    });
    let segments = RwSignal::new(Vec::<SegmentView>::new());
    let wanted = RwSignal::new(String::new());
    let index = Memo::new(move |_| {
        segments.with(|all| all.iter().enumerate().map(|(row, segment)| (segment.id, row)).collect())
    });
    let found = Memo::new(move |_| {
        let wanted = wanted.get();
        segments.with(|all| (0..all.len()).filter(|row| holds(&all[*row].text, &wanted)).collect::<Vec<_>>())
    });
    let words = Words {
        chosen,
        summary,
        segments,
        index,
        loading: RwSignal::new(false),
        trouble: RwSignal::new(None),
        picked: RwSignal::new(Picked::default()),
        picking: RwSignal::new(false),
        active: RwSignal::new(None),
        reveal: RwSignal::new(None),
        current: RwSignal::new(None),
        correcting: RwSignal::new(None),
        wanted,
        found,
        found_at: RwSignal::new(0),
        turn: RwSignal::new(0),
        api: use_api(),
        toasts: use_toasts(),
    };
    read_shown(words);
    hear_live(words, job);
    words
}

/// Reads the segments of the transcript shown, again when it becomes another one or is worked through further.
fn read_shown(words: Words) {
    let api = words.api;
    let which = Memo::new(move |_| words.summary.with(|s| s.as_ref().map(|s| (s.id, s.status))));
    Effect::new(move |last: Option<Option<TranscriptId>>| {
        words.turn.track();
        let now = which.get().map(|(id, _)| id);
        if last.flatten() != now {
            words.segments.set(Vec::new());
            words.picked.set(Picked::default());
            words.correcting.set(None);
            words.active.set(None);
            words.loading.set(now.is_some());
        }
        words.trouble.set(None);
        if let Some(transcript_id) = now {
            spawn_local_scoped_with_cancellation(async move {
                let answer = api.call(GetTranscript { transcript_id }).await;
                let _ = words.loading.try_set(false);
                match answer {
                    Ok(transcript) => {
                        let _ = words.segments.try_set(transcript.segments);
                    }
                    Err(error) => {
                        let _ = words.trouble.try_set(Some(error));
                    }
                }
            });
        }
        now
    });
}

/// Adds segments as they are found, where the transcript at work is the one shown.
fn hear_live(words: Words, job: Job) {
    let live = job.segments();
    Effect::new(move |_| {
        let at_work =
            words.summary.with(|s| s.as_ref().is_none_or(|s| s.status == TranscriptStatus::Processing));
        // Read here, so that segments heard while the transcript was being read are added when it is there.
        words.loading.track();
        if at_work {
            live.with(|found| {
                let known: BTreeSet<SegmentId> =
                    words.segments.with_untracked(|all| all.iter().map(|s| s.id).collect());
                let new: Vec<SegmentView> =
                    found.iter().filter(|s| !known.contains(&s.id)).cloned().collect();
                if !new.is_empty() {
                    words.segments.update(|all| {
                        all.extend(new);
                        all.sort_by_key(|segment| segment.start_ms);
                    });
                }
            });
        }
    });
}

impl Words {
    /// Reads the transcript again.
    pub fn reload(self) {
        let _ = self.turn.try_update(|turn| *turn = turn.wrapping_add(1));
    }

    /// A row's segment. Reactive.
    pub fn segment(self, row: usize) -> Option<SegmentView> {
        self.segments.with(|all| all.get(row).cloned())
    }

    /// The ids of the selected rows, in order of time.
    pub fn picked_ids(self) -> Vec<SegmentId> {
        self.segments.with_untracked(|all| {
            self.picked
                .with_untracked(|picked| picked.rows().filter_map(|row| all.get(row)).map(|s| s.id).collect())
        })
    }

    /// Goes to the next or the previous match.
    pub fn step_found(self, forward: bool) {
        let count = self.found.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        let now = self.found_at.get_untracked().min(count - 1);
        let next = if forward { (now + 1) % count } else { (now + count - 1) % count };
        self.go_to_found(next);
    }

    /// Brings a match into sight.
    pub fn go_to_found(self, at: usize) {
        self.found_at.set(at);
        self.reveal.set(self.found.with_untracked(|found| found.get(at).copied()));
        self.reveal.notify();
    }

    /// Says who spoke the selected segments.
    pub fn relabel(self, speaker: Speaker) {
        let segment_ids = self.picked_ids();
        if segment_ids.is_empty() {
            return;
        }
        self.relabel_all(vec![(segment_ids, speaker)], told::RELABELLED);
    }

    /// Lets therapist and client change places everywhere.
    pub fn swap(self) {
        let of = |speaker| {
            self.segments.with_untracked(|all| {
                all.iter().filter(|s| s.speaker == speaker).map(|s| s.id).collect::<Vec<_>>()
            })
        };
        let changes =
            vec![(of(Speaker::Therapist), Speaker::Client), (of(Speaker::Client), Speaker::Therapist)];
        self.relabel_all(changes, told::SWAPPED);
    }

    fn relabel_all(self, changes: Vec<(Vec<SegmentId>, Speaker)>, done: &'static str) {
        let Self { api, toasts, .. } = self;
        spawn_local(async move {
            for (segment_ids, speaker) in changes {
                if segment_ids.is_empty() {
                    continue;
                }
                let changed: BTreeSet<SegmentId> = segment_ids.iter().copied().collect();
                if let Err(error) = api.call(RelabelSegments { segment_ids, speaker }).await {
                    let _ = self.trouble.try_set(Some(error));
                    return self.reload();
                }
                let _ = self.segments.try_update(|all| {
                    all.iter_mut().filter(|s| changed.contains(&s.id)).for_each(|s| s.speaker = speaker);
                });
            }
            toasts.good(done);
        });
    }
}

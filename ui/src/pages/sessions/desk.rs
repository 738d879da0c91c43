//! What the parts of a session's page share: the record, the words, the note, the player, and where a person is.

use contract::jobs::{JobKind, JobState, JobView};
use contract::recordings::RecordingView;
use contract::sessions::{GetSession, SessionView};
use contract::{RecordingId, SegmentId, SessionId};
use leptos::prelude::*;

use super::note::{Key, NoteDesk, use_note};
use super::player::{Player, segment_at, use_player};
use super::transcript::{Words, use_words};
use crate::state::{Job, Query, use_api, use_job, use_query, use_toasts};
use crate::strings::sessions as words;

/// Which half of the page the keyboard is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The transcript.
    Words,
    /// The note.
    #[default]
    Note,
}

/// Everything the parts of the page share. Copy it into callbacks freely.
#[derive(Clone, Copy)]
pub struct Desk {
    pub session_id: SessionId,
    pub session: Query<SessionView>,
    pub view: Signal<SessionView>,
    pub words: Words,
    pub note: NoteDesk,
    pub player: Player,
    /// There is a transcript that sentences can stand on.
    pub grounded: Memo<bool>,
    /// The recording that is played.
    pub recording: Memo<Option<RecordingView>>,
    pub chosen_recording: RwSignal<Option<RecordingId>>,
    pub import: Job,
    pub transcription: Job,
    /// Asks when the session took place.
    pub completing: RwSignal<bool>,
    pub pane: RwSignal<Pane>,
}

/// The record of a session.
pub fn use_session(session_id: SessionId) -> Query<SessionView> {
    use_query(move || GetSession { session_id })
}

/// Gathers what the page needs, once its record is there.
pub fn use_desk(session_id: SessionId, session: Query<SessionView>, view: Signal<SessionView>) -> Desk {
    let api = use_api();
    let import = follow(session, view, JobKind::Import);
    let transcription = follow(session, view, JobKind::Transcription);
    let note = use_note(session_id, session, view);
    let shown_by_note = Memo::new(move |_| note.note.with(|n| n.as_ref().and_then(|n| n.transcript_id)));
    let words = use_words(view, shown_by_note, transcription);
    let player = use_player(api);
    let chosen_recording = RwSignal::new(None::<RecordingId>);
    let recording = Memo::new(move |_| {
        let of_words = words.summary.with(|s| s.as_ref().map(|s| s.recording_id));
        view.with(|view| {
            let find = |id: Option<RecordingId>| view.recordings.iter().find(|r| Some(r.id) == id);
            find(chosen_recording.get()).or_else(|| find(of_words)).or(view.recordings.first()).cloned()
        })
    });
    Effect::new(move |_| player.load(recording.get().map(|r| (r.id, r.duration_ms))));
    let desk = Desk {
        session_id,
        session,
        view,
        words,
        note,
        player,
        grounded: Memo::new(move |_| view.with(|view| !view.transcripts.is_empty())),
        recording,
        chosen_recording,
        import,
        transcription,
        completing: RwSignal::new(false),
        pane: RwSignal::new(Pane::default()),
    };
    follow_playing(desk);
    desk
}

/// The job of a kind that is at work for this session; its end is told and the record read afresh.
fn follow(session: Query<SessionView>, view: Signal<SessionView>, kind: JobKind) -> Job {
    let toasts = use_toasts();
    let which = move || {
        view.with(|view| {
            let at_work = |job: &&JobView| job.kind == kind && job.state == JobState::Running;
            view.jobs.iter().find(at_work).map(|job| job.id)
        })
    };
    use_job(which, move |end| {
        match (kind, &end.state) {
            (JobKind::Import, JobState::Finished { .. }) => toasts.good(words::IMPORTED),
            (JobKind::Import, JobState::Cancelled) => toasts.good(words::STOPPED_IMPORT),
            (_, JobState::Finished { .. }) => toasts.good(words::TRANSCRIBED),
            (_, JobState::Cancelled) => toasts.good(words::STOPPED_TRANSCRIPTION),
            // A failure is shown where the work was, with what can be done about it.
            _ => {}
        }
        session.reload();
    })
}

/// Keeps the segment that is heard in sight while it plays.
fn follow_playing(desk: Desk) {
    let Desk { words, player, .. } = desk;
    Effect::new(move |_| {
        let place = player.position_ms.get();
        let now = words.segments.with(|segments| segment_at(segments, place));
        if words.current.get_untracked() != now {
            words.current.set(now);
            if now.is_some() && player.playing.get_untracked() {
                words.reveal.set(now);
            }
        }
    });
}

impl Desk {
    /// Marks a sentence and the segments it stands on; plays from the first of them if asked to.
    pub fn show_sentence(self, key: Key, play: bool) {
        self.note.selected.set(Some(key));
        let rows = self.rows_of(key);
        if let Some(first) = rows.first() {
            self.words.reveal.set(Some(*first));
            self.words.reveal.notify();
            if play {
                self.play_row(*first);
            }
        }
    }

    /// Plays from the beginning of a segment.
    pub fn play_row(self, row: usize) {
        if let Some(start) = self.words.segments.with_untracked(|s| s.get(row).map(|s| s.start_ms)) {
            self.player.play_from(start);
        }
    }

    /// Lets the selected sentence stand on the selected segments as well.
    pub fn attach_picked(self) {
        self.note.attach(&self.words.picked_ids());
        self.words.picked.update(|picked| picked.clear());
    }

    /// The rows a sentence stands on, in order of time.
    fn rows_of(self, key: Key) -> Vec<usize> {
        let evidence: Vec<SegmentId> =
            self.note.draft.with_untracked(|d| d.get(key).map(|s| s.evidence.clone()).unwrap_or_default());
        let mut rows: Vec<usize> = self
            .words
            .index
            .with_untracked(|index| evidence.iter().filter_map(|id| index.get(id).copied()).collect());
        rows.sort_unstable();
        rows
    }

    /// The failed job of a kind, if the newest one failed.
    pub fn failed(self, kind: JobKind) -> Option<contract::ApiError> {
        self.view.with(|view| {
            let newest = view.jobs.iter().filter(|job| job.kind == kind).max_by_key(|job| job.started_at)?;
            match &newest.state {
                JobState::Failed { error } => Some(error.clone()),
                _ => None,
            }
        })
    }
}

//! The note while it is on the page: read, edited, saved by itself, signed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use contract::notes::{DraftNote, GetNote, NoteStatus, NoteView, SaveNote};
use contract::sessions::SessionView;
use contract::{ApiError, ErrorCode, NoteId, SessionId, TranscriptId};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::task::spawn_local;

use super::draft::{Draft, Key, Place, Sentence};
use crate::state::{Api, Autosave, Query, SaveState, Toasts, use_api, use_autosave, use_toasts};
use crate::strings::sessions as words;

/// What is sent by an autosave.
#[derive(Clone)]
pub struct Outgoing {
    draft: Draft,
    reviewed: bool,
}

/// The note and what is being done to it. Copy it into callbacks freely.
#[derive(Clone, Copy)]
pub struct NoteDesk {
    /// As the core last said; its sections are in `draft`.
    pub note: RwSignal<Option<NoteView>>,
    /// The sections as they stand on the page.
    pub draft: RwSignal<Draft>,
    /// The sentence a person is at.
    pub selected: RwSignal<Option<Key>>,
    /// The sentence being edited, as it was before.
    pub editing: RwSignal<Option<Sentence>>,
    /// The whole before the last sentence was deleted.
    pub before_delete: RwSignal<Option<Draft>>,
    /// Being read, drafted or signed.
    pub busy: RwSignal<bool>,
    /// Why the newest step was refused.
    pub trouble: RwSignal<Option<ApiError>>,
    pub save: Autosave<Outgoing>,
    session_id: SessionId,
    session: Query<SessionView>,
    version: StoredValue<Arc<AtomicU32>>,
    api: Api,
    toasts: Toasts,
}

/// The note of a session; read as soon as the session says that there is one.
pub fn use_note(session_id: SessionId, session: Query<SessionView>, view: Signal<SessionView>) -> NoteDesk {
    let api = use_api();
    let note = RwSignal::new(None::<NoteView>);
    let draft = RwSignal::new(Draft::default());
    // Outlives the page, because the last save may still be on its way when it is left.
    let version = Arc::new(AtomicU32::new(0));
    let of_save = Arc::clone(&version);
    let save = use_autosave(move |out: Outgoing| {
        let version = Arc::clone(&of_save);
        async move {
            let command = SaveNote {
                session_id,
                version: version.load(Ordering::Relaxed),
                sections: out.draft.edits(),
                reviewed: out.reviewed,
            };
            let saved = api.call(command).await?;
            version.store(saved.version, Ordering::Relaxed);
            let _ = draft.try_update(|draft| draft.absorb(&out.draft, &saved.sections));
            let first = note.try_with_untracked(Option::is_none);
            let _ = note.try_set(Some(saved));
            if first == Some(true) {
                session.reload();
            }
            Ok(())
        }
    });
    let desk = NoteDesk {
        note,
        draft,
        selected: RwSignal::new(None),
        editing: RwSignal::new(None),
        before_delete: RwSignal::new(None),
        busy: RwSignal::new(false),
        trouble: RwSignal::new(None),
        save,
        session_id,
        session,
        version: StoredValue::new(version),
        api,
        toasts: use_toasts(),
    };
    let which = Memo::new(move |_| view.with(|view| view.note.map(|(id, _)| id)));
    Effect::new(move |_| {
        let Some(note_id) = which.get() else { return };
        // A note that was just made here is on the page already.
        if note.with_untracked(|note| note.as_ref().map(|n| n.id)) != Some(note_id) {
            desk.busy.set(true);
            spawn_local_scoped_with_cancellation(desk.read(note_id));
        }
    });
    desk
}

impl NoteDesk {
    async fn read(self, note_id: NoteId) {
        let answer = self.api.call(GetNote { note_id }).await;
        self.take(answer);
    }

    /// Shows a note that came from the core in place of what is on the page.
    pub fn adopt(self, view: NoteView) {
        let _ = self.version.try_with_value(|version| version.store(view.version, Ordering::Relaxed));
        let _ = self.editing.try_set(None);
        let _ = self.before_delete.try_set(None);
        let _ = self.trouble.try_set(None);
        let _ = self.draft.try_set(Draft::new(view.sections.clone()));
        let _ = self.note.try_set(Some(view));
        let _ = self.selected.try_set(None);
    }

    fn take(self, answer: Result<NoteView, ApiError>) {
        let _ = self.busy.try_set(false);
        match answer {
            Ok(view) => self.adopt(view),
            Err(error) => {
                let _ = self.trouble.try_set(Some(error));
            }
        }
    }

    /// Words may be changed. Reactive.
    pub fn editable(self) -> bool {
        self.note.with(|note| {
            note.as_ref().is_none_or(|n| matches!(n.status, NoteStatus::Draft | NoteStatus::Reviewed))
        })
    }

    fn editable_now(self) -> bool {
        untrack(|| self.editable())
    }

    /// The last save was refused because a newer version is on record. Reactive.
    pub fn conflict(self) -> bool {
        matches!(self.save.state(), SaveState::Failed(error) if error.code == ErrorCode::Conflict)
    }

    fn changed(self) {
        self.before_delete.set(None);
        let reviewed =
            self.note.with_untracked(|n| n.as_ref().is_some_and(|n| n.status == NoteStatus::Reviewed));
        self.save.touch(Outgoing { draft: self.draft.get_untracked(), reviewed });
    }

    /// Makes the first note by hand: empty sections and the first sentence open.
    pub fn write_by_hand(self) {
        self.draft.set(Draft::empty(&words::SECTIONS));
        self.save.touch(Outgoing { draft: self.draft.get_untracked(), reviewed: false });
        self.add(Place::EndOf(0));
    }

    /// Opens a sentence for editing.
    pub fn edit(self, key: Key) {
        if self.editable_now() {
            self.finish_edit();
            self.selected.set(Some(key));
            self.editing.set(self.draft.with_untracked(|draft| draft.get(key).cloned()));
        }
    }

    /// Takes what is typed into the open sentence.
    pub fn typed(self, key: Key, text: &str) {
        if self.draft.try_update(|draft| draft.set_text(key, text)) == Some(true) {
            self.changed();
        }
    }

    /// Closes the open sentence; one without words goes away.
    pub fn finish_edit(self) {
        let Some(before) = self.editing.get_untracked() else { return };
        self.editing.set(None);
        let empty =
            self.draft.with_untracked(|d| d.get(before.key).is_some_and(|s| s.text.trim().is_empty()));
        if empty {
            let saved = before.id.is_some();
            self.step_off(before.key);
            self.draft.update(|draft| draft.remove(before.key));
            if saved {
                self.changed();
            }
        }
    }

    /// Closes the open sentence and puts back what was there.
    pub fn cancel_edit(self) {
        let Some(before) = self.editing.get_untracked() else { return };
        let changed = self.draft.with_untracked(|d| d.get(before.key).is_some_and(|s| s.text != before.text));
        if changed {
            self.draft.update(|draft| draft.restore(before));
            self.changed();
        }
        self.finish_edit();
    }

    /// Adds a sentence and opens it.
    pub fn add(self, place: Place) {
        if self.editable_now() {
            self.finish_edit();
            let mut key = None;
            self.draft.update(|draft| key = draft.add(place));
            if let Some(key) = key {
                self.edit(key);
            }
        }
    }

    /// Takes a sentence away; it can be brought back until something else is changed.
    pub fn delete(self, key: Key) {
        if self.editable_now() {
            self.finish_edit();
            let before = self.draft.get_untracked();
            self.step_off(key);
            self.draft.update(|draft| draft.remove(key));
            self.changed();
            self.before_delete.set(Some(before));
        }
    }

    /// Brings back what was deleted last.
    pub fn undo_delete(self) {
        if let Some(before) = self.before_delete.get_untracked() {
            self.draft.set(before);
            self.changed();
        }
    }

    /// Moves a sentence.
    pub fn shift(self, key: Key, down: bool) {
        if self.editable_now() && self.draft.try_update(|draft| draft.shift(key, down)) == Some(true) {
            self.changed();
        }
    }

    /// Lets the selected sentence stand on more segments.
    pub fn attach(self, segments: &[contract::SegmentId]) {
        let Some(key) = self.selected.get_untracked() else { return };
        if self.editable_now() && self.draft.try_update(|d| d.attach(key, segments)) == Some(true) {
            self.changed();
        }
    }

    /// Lets a sentence no longer stand on a segment.
    pub fn detach(self, key: Key, segment: contract::SegmentId) {
        if self.editable_now() {
            self.draft.update(|draft| draft.detach(key, segment));
            self.changed();
        }
    }

    /// Selects the neighbour before its sentence goes.
    fn step_off(self, key: Key) {
        let (next, last) =
            self.draft.with_untracked(|d| (d.neighbour(Some(key), true), d.neighbour(Some(key), false)));
        self.selected.set(next.filter(|n| *n != key).or(last.filter(|l| *l != key)));
    }

    /// Says that a person has read it through.
    pub fn mark_reviewed(self) {
        self.finish_edit();
        self.save.touch(Outgoing { draft: self.draft.get_untracked(), reviewed: true });
        let save = self.save;
        spawn_local(async move {
            // The outcome is shown where every save shows its own.
            let _ = save.flush().await;
        });
    }

    /// Drafts from a transcript. What was typed is saved first, so that it stays as a version.
    pub fn draft_from(self, transcript_id: TranscriptId) {
        self.finish_edit();
        self.busy.set(true);
        self.trouble.set(None);
        let session_id = self.session_id;
        let had_one = self.note.with_untracked(Option::is_some);
        spawn_local(async move {
            if let Err(error) = self.save.flush().await {
                return self.take(Err(error));
            }
            let command = DraftNote { session_id, transcript_id, format: Default::default() };
            let answer = self.api.call(command).await;
            let made = answer.is_ok();
            self.take(answer);
            if made {
                if had_one {
                    self.toasts.good(words::DRAFTED);
                }
                self.session.reload();
            }
        });
    }

    /// Saves what waits and then does something with the note as saved.
    pub fn after_saving(
        self,
        then: impl AsyncFnOnce(Api, NoteView) -> Result<Option<NoteView>, ApiError> + 'static,
    ) {
        self.finish_edit();
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let answer = match self.save.flush().await {
                Err(error) => Err(error),
                Ok(()) => match self.note.try_get_untracked().flatten() {
                    Some(note) => then(self.api, note).await,
                    None => Ok(None),
                },
            };
            match answer {
                Ok(Some(view)) => {
                    self.take(Ok(view));
                    self.session.reload();
                }
                Ok(None) => {
                    let _ = self.busy.try_set(false);
                }
                Err(error) => self.take(Err(error)),
            }
        });
    }

    /// Gives up what could not be saved and shows the newer version.
    pub fn load_newer(self) {
        let Some(note_id) =
            self.session.data().with_untracked(|v| v.as_ref().and_then(|v| v.note)).map(|(id, _)| id)
        else {
            // A note was made elsewhere meanwhile and this page does not know it yet.
            self.save.forget();
            return self.session.reload();
        };
        self.save.forget();
        self.busy.set(true);
        spawn_local(self.read(note_id));
    }

    /// Says briefly that something worked.
    pub fn say(self, text: &'static str) {
        self.toasts.good(text);
    }
}

//! Short messages at the edge of the window, also read out by screen readers.

use leptos::prelude::*;

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something worked; goes away by itself.
    Good,
    /// Something did not work; stays until it is dismissed.
    Danger,
}

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Counted up, so that a message that comes again is shown anew.
    pub id: u64,
    /// How it is meant.
    pub tone: Tone,
    /// The words.
    pub text: String,
}

/// The messages shown now.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: RwSignal<u64>,
}

/// Makes [`Toasts`] known to everything below; once, at the root.
pub fn provide_toasts() {
    provide_context(Toasts { shown: RwSignal::new(Vec::new()), next: RwSignal::new(0) });
}

/// The messages at the edge of the window.
pub fn use_toasts() -> Toasts {
    expect_context()
}

impl Toasts {
    /// Says that something worked.
    pub fn good(self, text: impl Into<String>) {
        let id = self.push(Tone::Good, text.into());
        let read_by_then = std::time::Duration::from_secs(4);
        set_timeout(move || self.dismiss(id), read_by_then);
    }

    /// Says that something did not work.
    pub fn danger(self, text: impl Into<String>) {
        self.push(Tone::Danger, text.into());
    }

    /// Takes a message away.
    pub fn dismiss(self, id: u64) {
        self.keep(|toast| toast.id != id);
    }

    /// Another page was opened: what worked on the last one needs no more words.
    pub fn page_changed(self) {
        self.keep(|toast| toast.tone == Tone::Danger);
    }

    /// Takes every message away.
    pub fn clear(self) {
        self.keep(|_| false);
    }

    fn keep(self, wanted: impl Fn(&Toast) -> bool) {
        if self.shown.with_untracked(|shown| !shown.iter().all(&wanted)) {
            self.shown.update(|shown| shown.retain(wanted));
        }
    }

    /// Everything shown now. Reactive.
    pub fn shown(self) -> Vec<Toast> {
        self.shown.get()
    }

    fn push(self, tone: Tone, text: String) -> u64 {
        let id = self.next.get_untracked();
        self.next.set(id + 1);
        self.shown.update(|shown| {
            // One at a time; only what did not work waits to be read.
            shown.retain(|toast| toast.tone == Tone::Danger && toast.text != text);
            shown.push(Toast { id, tone, text });
        });
        id
    }
}

//! Sending changes one after the other, in the order they were made, until the core has kept every one of them.
//!
//! Unlike [`super::Autosave`], which saves the newest whole, this keeps single changes: none is left out but by a newer one
//! of the same thing, and a change that could not be kept waits and is sent again.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::rc::{Rc, Weak};
use std::time::Duration;

use contract::{ApiError, ErrorCode};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::SaveState;
use super::autosave::{Open, Saving, pause, register};

/// How long to wait before the first and before any later try.
const FIRST_WAIT: Duration = Duration::from_secs(2);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// A change of which a newer one may take the place.
pub trait Replaces: Clone {
    /// Whether both change the same thing.
    fn same_thing(&self, other: &Self) -> bool;
}

/// Changes in the order they were made. Free of web types, so that its rules can be tested.
#[derive(Debug)]
pub struct Sequence<T> {
    waiting: VecDeque<T>,
    sending: Option<T>,
}

impl<T> Default for Sequence<T> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), sending: None }
    }
}

impl<T: Replaces> Sequence<T> {
    /// Adds a change. An earlier one of the same thing that still waits is no longer needed.
    fn put(&mut self, change: T) {
        self.waiting.retain(|waiting| !waiting.same_thing(&change));
        self.waiting.push_back(change);
    }

    /// Takes the oldest change if nothing is on its way.
    fn begin(&mut self) -> Option<T> {
        if self.sending.is_some() {
            return None;
        }
        self.sending = self.waiting.pop_front();
        self.sending.clone()
    }

    /// What was on its way has arrived, or has to be sent again unless a newer change has taken its place.
    fn end(&mut self, arrived: bool) {
        let Some(change) = self.sending.take() else { return };
        if !arrived && !self.waiting.iter().any(|waiting| waiting.same_thing(&change)) {
            self.waiting.push_front(change);
        }
    }

    /// Everything the core has not confirmed, oldest first.
    pub fn unconfirmed(&self) -> impl Iterator<Item = &T> {
        self.sending.iter().chain(&self.waiting)
    }

    /// Whether the core has confirmed everything.
    pub fn settled(&self) -> bool {
        self.waiting.is_empty() && self.sending.is_none()
    }
}

struct Inner<T> {
    sequence: Rc<RefCell<Sequence<T>>>,
    state: RwSignal<SaveState>,
    send: Box<dyn Fn(T) -> Saving>,
    timer: RefCell<Option<TimeoutHandle>>,
    failures: Cell<u32>,
    left: Cell<bool>,
}

/// Sends changes of `T`. Copy it into callbacks freely.
pub struct Outbox<T: 'static> {
    inner: StoredValue<Rc<Inner<T>>, LocalStorage>,
    state: RwSignal<SaveState>,
}

impl<T> Clone for Outbox<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Outbox<T> {}

impl<T: Replaces + 'static> Outbox<T> {
    /// Sends a change as soon as those before it have arrived.
    pub fn put(self, change: T) {
        let Some(inner) = self.inner.try_get_value() else { return };
        inner.sequence.borrow_mut().put(change);
        inner.go();
    }

    /// Answers when the core has confirmed everything; with why not, if it refuses something now.
    pub async fn flush(self) -> Result<(), ApiError> {
        match self.inner.try_get_value() {
            Some(inner) => inner.flush().await,
            None => Ok(()),
        }
    }

    /// Tries again now what could not be kept.
    pub fn try_again(self) {
        if let Some(inner) = self.inner.try_get_value() {
            inner.go();
        }
    }

    /// Gives up what was not kept, because the page now shows what the core has.
    pub fn forget(self) {
        let Some(inner) = self.inner.try_get_value() else { return };
        inner.disarm();
        inner.sequence.borrow_mut().waiting.clear();
        let _ = self.state.try_set(SaveState::Clean);
    }

    /// How it stands. Reactive.
    pub fn state(self) -> SaveState {
        self.state.get()
    }

    /// Looks at everything the core has not confirmed, oldest first.
    pub fn for_unconfirmed(self, mut look: impl FnMut(&T)) {
        if let Some(inner) = self.inner.try_get_value() {
            inner.sequence.borrow().unconfirmed().for_each(&mut look);
        }
    }
}

impl<T: Replaces + 'static> Inner<T> {
    fn go(self: &Rc<Self>) {
        self.disarm();
        let this = Rc::clone(self);
        spawn_local(async move {
            // The outcome is in the state; nobody waits for it here.
            let _ = this.run().await;
        });
    }

    fn disarm(&self) {
        if let Some(timer) = self.timer.borrow_mut().take() {
            timer.clear();
        }
    }

    /// Sends until nothing waits, or until the core refuses something.
    async fn run(self: Rc<Self>) -> Result<(), ApiError> {
        loop {
            let next = self.sequence.borrow_mut().begin();
            let Some(change) = next else { return Ok(()) };
            let _ = self.state.try_set(SaveState::Saving);
            let outcome = (self.send)(change).await;
            self.sequence.borrow_mut().end(outcome.is_ok());
            if let Err(error) = outcome {
                self.failures.set(self.failures.get().saturating_add(1));
                let _ = self.state.try_set(SaveState::Failed(error.clone()));
                if may_pass(error.code) && !self.left.get() {
                    self.arm();
                }
                return Err(error);
            }
            self.failures.set(0);
            let _ = self.state.try_set(SaveState::Saved(js_sys::Date::now()));
        }
    }

    fn arm(self: &Rc<Self>) {
        let this = Rc::clone(self);
        let wait = wait_before_try(self.failures.get());
        *self.timer.borrow_mut() = set_timeout_with_handle(move || this.go(), wait).ok();
    }

    async fn flush(self: Rc<Self>) -> Result<(), ApiError> {
        self.disarm();
        while self.sequence.borrow().sending.is_some() {
            pause(Duration::from_millis(8)).await;
        }
        self.run().await
    }
}

/// Whether the same change may be kept later. Other refusals say something about the change or the record.
pub fn may_pass(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::Internal | ErrorCode::Storage | ErrorCode::Busy)
}

/// How long to wait after this many failures in a row: twice as long each time.
fn wait_before_try(failures: u32) -> Duration {
    FIRST_WAIT.saturating_mul(1 << failures.saturating_sub(1).min(6)).min(LONGEST_WAIT)
}

/// Sends what is put into it with `send`. What `sequence` holds already is sent first, and what is not confirmed when the
/// page goes stays in it.
pub fn use_outbox<T, F>(sequence: Rc<RefCell<Sequence<T>>>, send: impl Fn(T) -> F + 'static) -> Outbox<T>
where
    T: Replaces + 'static,
    F: Future<Output = Result<(), ApiError>> + 'static,
{
    let state = RwSignal::new(SaveState::Clean);
    let inner = Rc::new(Inner {
        sequence,
        state,
        send: Box::new(move |change| Box::pin(send(change))),
        timer: RefCell::new(None),
        failures: Cell::new(0),
        left: Cell::new(false),
    });
    register(Rc::downgrade(&inner) as Weak<dyn Open>);
    let leaving = StoredValue::new_local(Rc::clone(&inner));
    on_cleanup(move || {
        if let Some(inner) = leaving.try_get_value() {
            inner.left.set(true);
            inner.go();
        }
    });
    if !inner.sequence.borrow().settled() {
        inner.go();
    }
    Outbox { inner: StoredValue::new_local(inner), state }
}

impl<T: Replaces + 'static> Open for Inner<T> {
    fn settled(&self) -> bool {
        self.sequence.borrow().settled()
    }

    fn flush(self: Rc<Self>) -> Saving {
        Box::pin(Inner::flush(self))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{LONGEST_WAIT, Replaces, Sequence, wait_before_try};

    type Change = (&'static str, u32);

    impl Replaces for Change {
        fn same_thing(&self, other: &Self) -> bool {
            self.0 == other.0
        }
    }

    /// Whatever fails in between, the core hears the last change of everything, and of one thing never an older one last.
    #[test]
    fn no_change_is_lost_or_overtaken_however_often_sending_fails() {
        for pattern in 0_u32..1 << 10 {
            let fails = |try_number: u32| try_number < 10 && pattern & (1 << try_number) != 0;
            let mut sequence = Sequence::default();
            let mut heard: Vec<Change> = Vec::new();
            let changes = [("a", 1), ("b", 1), ("a", 2), ("c", 1), ("b", 2), ("a", 3)];
            let mut tries = 0;
            for step in 0.. {
                if let Some(change) = changes.get(step) {
                    sequence.put(*change);
                }
                // Every other change is made while the one before is on its way.
                if step % 2 == 1 || step >= changes.len() {
                    sequence.end(!fails(tries));
                    tries += 1;
                }
                heard.extend(sequence.begin());
                if sequence.settled() && step >= changes.len() {
                    break;
                }
                assert!(step < 100, "sending comes to an end with failures {pattern:b}");
            }
            for (thing, last) in [("a", 3), ("b", 2), ("c", 1)] {
                let of_thing: Vec<u32> = heard.iter().filter(|c| c.0 == thing).map(|c| c.1).collect();
                assert_eq!(of_thing.last(), Some(&last), "{thing} ends as it was left, failures {pattern:b}");
                assert!(of_thing.is_sorted(), "{thing} never goes back: {of_thing:?}, failures {pattern:b}");
            }
        }
    }

    #[test]
    fn what_is_not_confirmed_is_told_oldest_first() {
        let mut sequence = Sequence::default();
        for change in [("a", 1), ("b", 1), ("a", 2)] {
            sequence.put(change);
            sequence.begin();
        }
        let told: Vec<&Change> = sequence.unconfirmed().collect();
        assert_eq!(
            told,
            [&("a", 1), &("b", 1), &("a", 2)],
            "what is on its way is not replaced, only followed"
        );
    }

    #[test]
    fn waits_grow_and_end_at_the_longest() {
        let waits: Vec<Duration> = (1..40).map(wait_before_try).collect();
        assert!(waits.is_sorted(), "waits never shrink: {waits:?}");
        assert_eq!(waits.last(), Some(&LONGEST_WAIT), "and end at the longest");
    }
}

//! Saving by itself: a moment after the last change, one save at a time, and once more when the page is left.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::time::Duration;

use contract::ApiError;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long after the last change a save begins.
const DELAY: Duration = Duration::from_millis(700);

/// How an autosave stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveState {
    /// Nothing was changed yet.
    #[default]
    Clean,
    /// Changed, not on its way yet.
    Waiting,
    /// On its way.
    Saving,
    /// Kept; at this instant, in milliseconds since 1970.
    Saved(f64),
    /// Not kept; the change is still on the page.
    Failed(ApiError),
}

pub(super) type Saving = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

struct Inner<T> {
    queue: RefCell<Queue<T>>,
    timer: RefCell<Option<TimeoutHandle>>,
    state: RwSignal<SaveState>,
    save: Box<dyn Fn(T) -> Saving>,
}

/// What waits and what is on its way. Free of web types, so that its rules can be tested.
struct Queue<T> {
    waiting: Option<T>,
    saving: bool,
}

impl<T> Queue<T> {
    /// Takes the newest change if nothing is on its way.
    fn begin(&mut self) -> Option<T> {
        if self.saving {
            return None;
        }
        let next = self.waiting.take()?;
        self.saving = true;
        Some(next)
    }

    /// A save has ended. A change that failed waits again, unless a newer one does.
    fn end(&mut self, failed: Option<T>) {
        self.saving = false;
        if self.waiting.is_none() {
            self.waiting = failed;
        }
    }

    fn settled(&self) -> bool {
        self.waiting.is_none() && !self.saving
    }
}

/// Saves values of `T` by itself. Copy it into callbacks freely.
pub struct Autosave<T: 'static> {
    inner: StoredValue<Rc<Inner<T>>, LocalStorage>,
    state: RwSignal<SaveState>,
}

impl<T> Clone for Autosave<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Autosave<T> {}

impl<T: Clone + 'static> Autosave<T> {
    /// Says that there is something to save: the whole of it as it stands now.
    pub fn touch(self, value: T) {
        let Some(inner) = self.inner.try_get_value() else { return };
        inner.queue.borrow_mut().waiting = Some(value);
        if inner.state.get_untracked() != SaveState::Saving {
            inner.state.set(SaveState::Waiting);
        }
        inner.arm();
    }

    /// Saves what waits, at once. Answers when nothing is on its way any more.
    pub async fn flush(self) -> Result<(), ApiError> {
        match self.inner.try_get_value() {
            Some(inner) => inner.flush().await,
            None => Ok(()),
        }
    }

    /// Gives up what waits, because the page now shows something newer from the core.
    pub fn forget(self) {
        let Some(inner) = self.inner.try_get_value() else { return };
        inner.disarm();
        inner.queue.borrow_mut().waiting = None;
        inner.state.set(SaveState::Clean);
    }

    /// How it stands. Reactive.
    pub fn state(self) -> SaveState {
        self.state.get()
    }

    /// The signal behind [`Self::state`].
    pub fn state_signal(self) -> ReadSignal<SaveState> {
        self.state.read_only()
    }
}

impl<T: Clone + 'static> Inner<T> {
    fn arm(self: &Rc<Self>) {
        self.disarm();
        let this = Rc::clone(self);
        let run = move || {
            spawn_local(async move {
                // The outcome is in the state; nobody waits for it here.
                let _ = this.run().await;
            });
        };
        *self.timer.borrow_mut() = set_timeout_with_handle(run, DELAY).ok();
    }

    fn disarm(&self) {
        if let Some(timer) = self.timer.borrow_mut().take() {
            timer.clear();
        }
    }

    /// Saves until nothing waits, or until a save fails.
    async fn run(self: Rc<Self>) -> Result<(), ApiError> {
        loop {
            let next = self.queue.borrow_mut().begin();
            let Some(value) = next else { return Ok(()) };
            let _ = self.state.try_set(SaveState::Saving);
            let outcome = (self.save)(value.clone()).await;
            match outcome {
                Ok(()) => {
                    self.queue.borrow_mut().end(None);
                    let _ = self.state.try_set(SaveState::Saved(js_sys::Date::now()));
                }
                Err(error) => {
                    self.queue.borrow_mut().end(Some(value));
                    let _ = self.state.try_set(SaveState::Failed(error.clone()));
                    return Err(error);
                }
            }
        }
    }

    async fn flush(self: Rc<Self>) -> Result<(), ApiError> {
        self.disarm();
        // A save that is on its way takes newer changes along when it ends; wait for it in small steps.
        while self.queue.borrow().saving {
            pause(Duration::from_millis(20)).await;
        }
        self.run().await
    }
}

/// Saves by itself with `save`, which gets the newest value. On leaving the page what waits is saved at once.
pub fn use_autosave<T, F>(save: impl Fn(T) -> F + 'static) -> Autosave<T>
where
    T: Clone + 'static,
    F: Future<Output = Result<(), ApiError>> + 'static,
{
    let state = RwSignal::new(SaveState::Clean);
    let inner = Rc::new(Inner {
        queue: RefCell::new(Queue { waiting: None, saving: false }),
        timer: RefCell::new(None),
        state,
        save: Box::new(move |value| Box::pin(save(value))),
    });
    register(Rc::downgrade(&inner) as Weak<dyn Open>);
    let leaving = StoredValue::new_local(Rc::clone(&inner));
    on_cleanup(move || {
        if let Some(inner) = leaving.try_get_value() {
            spawn_local(async move {
                // The page is gone: there is nowhere left to show a failure, and the core keeps what it had.
                let _ = inner.flush().await;
            });
        }
    });
    Autosave { inner: StoredValue::new_local(inner), state }
}

/// An autosave of any type, as far as the rest of the program has to know it.
pub(super) trait Open {
    fn settled(&self) -> bool;
    fn flush(self: Rc<Self>) -> Saving;
}

impl<T: Clone + 'static> Open for Inner<T> {
    fn settled(&self) -> bool {
        self.queue.borrow().settled()
    }

    fn flush(self: Rc<Self>) -> Saving {
        Box::pin(Inner::flush(self))
    }
}

thread_local! {
    static OPEN: RefCell<Vec<Weak<dyn Open>>> = const { RefCell::new(Vec::new()) };
}

/// Makes something that saves by itself known, so that it is asked before a window is closed or the vault is locked.
pub(super) fn register(one: Weak<dyn Open>) {
    OPEN.with_borrow_mut(|open| {
        open.retain(|one| one.strong_count() > 0);
        open.push(one);
    });
}

fn open() -> Vec<Rc<dyn Open>> {
    OPEN.with_borrow(|open| open.iter().filter_map(Weak::upgrade).collect())
}

/// Whether a change anywhere is not kept yet: asked before a window is closed.
pub(super) fn unsaved_anywhere() -> bool {
    open().iter().any(|one| !one.settled())
}

/// Saves everything that waits, on every page; before the vault is locked.
pub(super) async fn flush_everything() -> Result<(), ApiError> {
    for one in open() {
        one.flush().await?;
    }
    Ok(())
}

pub(super) async fn pause(time: Duration) {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // Without a timer the promise would never settle; resolving at once only makes the wait busier.
        if window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis).is_err() {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

#[cfg(test)]
mod tests {
    use super::Queue;

    #[test]
    fn the_newest_change_is_saved_and_only_one_save_runs() {
        let mut queue = Queue { waiting: Some(1), saving: false };
        assert_eq!(queue.begin(), Some(1), "the first change goes out");
        queue.waiting = Some(2);
        queue.waiting = Some(3);
        assert_eq!(queue.begin(), None, "nothing goes out while a save is on its way");
        queue.end(None);
        assert_eq!(queue.begin(), Some(3), "then the newest does, and the one between is skipped");
        queue.end(None);
        assert!(queue.settled(), "nothing is left");
    }

    #[test]
    fn a_failed_change_waits_again_unless_a_newer_one_does() {
        let mut queue = Queue { waiting: Some(1), saving: false };
        let first = queue.begin();
        queue.end(first);
        assert_eq!(queue.waiting, Some(1), "the change is not lost");
        let again = queue.begin();
        queue.waiting = Some(2);
        queue.end(again);
        assert_eq!(queue.waiting, Some(2), "a newer change holds the whole value");
    }
}

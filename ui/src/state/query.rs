//! Reading from the core: asks again when what it depends on changes, and never shows an answer to an older question.

use contract::{ApiError, Command};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::use_api;

/// How a query stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// Asked for the first time, or for something else than before.
    Loading,
    /// Answered.
    Ready,
    /// Refused, and there is nothing to show instead.
    Failed(ApiError),
}

/// What the core answered to a question, kept while it is asked again.
pub struct Query<T: Send + Sync + 'static> {
    data: RwSignal<Option<T>>,
    phase: RwSignal<Phase>,
    stale: RwSignal<Option<ApiError>>,
    turn: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Query<T> {}

impl<T: Clone + Send + Sync + 'static> Query<T> {
    /// The last answer. Reactive.
    pub fn get(self) -> Option<T> {
        self.data.get()
    }

    /// The last answer, to be looked at without copying it. Reactive.
    pub fn with<R>(self, look: impl FnOnce(Option<&T>) -> R) -> R {
        self.data.with(|data| look(data.as_ref()))
    }

    /// The signal behind [`Self::get`].
    pub fn data(self) -> ReadSignal<Option<T>> {
        self.data.read_only()
    }

    /// Loading, ready or failed. Reactive.
    pub fn phase(self) -> Phase {
        self.phase.get()
    }

    /// Why the newest answer did not come while an older one is still shown. Reactive.
    pub fn stale(self) -> Option<ApiError> {
        self.stale.get()
    }

    /// Asks again and keeps showing the last answer until then.
    pub fn reload(self) {
        let _ = self.turn.try_update(|turn| *turn += 1);
    }

    /// Shows an answer that came as the reply of another command. A question still on its way is then outdated.
    pub fn set(self, value: T) {
        let _ = self.data.try_set(Some(value));
        let _ = self.stale.try_set(None);
        let _ = self.phase.try_set(Phase::Ready);
    }

    fn take(self, answer: Result<T, ApiError>) {
        match answer {
            Ok(value) => self.set(value),
            Err(error) if self.data.try_with_untracked(Option::is_some) == Some(true) => {
                let _ = self.stale.try_set(Some(error));
            }
            Err(error) => {
                let _ = self.phase.try_set(Phase::Failed(error));
            }
        }
    }
}

/// Asks what `question` says, and again whenever a signal read inside it changes. The question is dropped when the page
/// goes or asks something else.
pub fn use_query<C>(question: impl Fn() -> C + 'static) -> Query<C::Reply>
where
    C: Command,
    C::Reply: Clone + Sync + 'static,
{
    let api = use_api();
    let query = Query {
        data: RwSignal::new(None),
        phase: RwSignal::new(Phase::Loading),
        stale: RwSignal::new(None),
        turn: RwSignal::new(0),
    };
    Effect::new(move |last: Option<u32>| {
        let turn = query.turn.get();
        let command = question();
        // The same turn means that the question itself changed: the old answer is about something else.
        if last == Some(turn) {
            query.data.set(None);
            query.phase.set(Phase::Loading);
        } else if matches!(query.phase.get_untracked(), Phase::Failed(_)) {
            query.phase.set(Phase::Loading);
        }
        // An effect's owner is cleaned before it runs again, which drops the question asked before.
        spawn_local_scoped_with_cancellation(async move { query.take(api.call(command).await) });
        turn
    });
    query
}

//! Alerts that wait for the clinician: read when the window opens, with every page, when the window is looked at again, and
//! every few minutes; never only when a page happens to ask.

use std::time::Duration;

use contract::ApiError;
use contract::risk::{AlertView, ListAlerts};
use contract::vault::Role;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos_router::hooks::use_location;

use super::use_api;

/// How often they are read while a page merely stands there. Each reading is an entry of the audit log.
const POLL: Duration = Duration::from_secs(120);

/// Alerts that wait.
#[derive(Clone, Copy)]
pub struct Alerts {
    waiting: RwSignal<Vec<AlertView>>,
    trouble: RwSignal<Option<ApiError>>,
    /// Some were there that had not been read before: how many wait now.
    arrived: RwSignal<Option<usize>>,
    /// They were read at least once.
    read: StoredValue<bool>,
    turn: RwSignal<u32>,
}

/// Makes [`Alerts`] known to everything below; once, around the pages. It reads nothing for roles that have none.
pub fn provide_alerts() -> Alerts {
    let api = use_api();
    let role = api.role();
    let path = use_location().pathname;
    let alerts = Alerts {
        waiting: RwSignal::new(Vec::new()),
        trouble: RwSignal::new(None),
        arrived: RwSignal::new(None),
        read: StoredValue::new(false),
        turn: RwSignal::new(0),
    };
    provide_context(alerts);
    Effect::new(move |_| {
        alerts.turn.track();
        path.track();
        if role.get() != Some(Role::Clinician) {
            return;
        }
        spawn_local_scoped_with_cancellation(
            async move { alerts.take(api.call(ListAlerts::default()).await) },
        );
    });
    let every = set_interval_with_handle(move || alerts.reload(), POLL);
    let seen_again = window_event_listener(leptos::ev::focus, move |_| alerts.reload());
    on_cleanup(move || {
        seen_again.remove();
        if let Ok(every) = every {
            every.clear();
        }
    });
    alerts
}

/// The alerts that wait.
pub fn use_alerts() -> Alerts {
    expect_context()
}

impl Alerts {
    /// Those not acknowledged, gravest first. Reactive.
    pub fn waiting(self) -> Vec<AlertView> {
        self.waiting.get()
    }

    /// How many. Changes only when the number does.
    pub fn count(self) -> Memo<usize> {
        Memo::new(move |_| self.waiting.with(Vec::len))
    }

    /// Why they could not be read the last time. Reactive.
    pub fn trouble(self) -> Option<ApiError> {
        self.trouble.get()
    }

    /// How many wait, when the last reading found further ones: worth saying aloud. Reactive.
    pub fn arrived(self) -> Option<usize> {
        self.arrived.get()
    }

    /// Reads them again.
    pub fn reload(self) {
        let _ = self.turn.try_update(|turn| *turn = turn.wrapping_add(1));
    }

    fn take(self, answer: Result<Vec<AlertView>, ApiError>) {
        match answer {
            Ok(mut now) => {
                now.retain(|alert| alert.acknowledged.is_none());
                let Some(before) = self.waiting.try_get_untracked() else { return };
                if before != now {
                    let known = |alert: &AlertView| before.iter().any(|old| old.id == alert.id);
                    let further = self.read.get_value() && !now.iter().all(known);
                    self.arrived.set(further.then_some(now.len()));
                    self.waiting.set(now);
                }
                self.read.set_value(true);
                let _ = self.trouble.try_set(None);
            }
            Err(error) => {
                let _ = self.trouble.try_set(Some(error));
            }
        }
    }
}

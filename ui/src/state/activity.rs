//! Keeps an eye on the vault, and tells the core that a person is there.

use std::cell::Cell;
use std::time::Duration;

use contract::vault::{KeepAwake, VaultState};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Api, autosave};

/// How often the vault's state is asked for.
const POLL: Duration = Duration::from_secs(4);
/// How often the core is told about activity, at most.
const KEEP_AWAKE_MS: f64 = 30_000.0;

/// Asks for the vault's state now and every few seconds, and keeps it open while a person types, points or scrolls.
/// A page that merely stands there keeps nothing open.
pub fn watch_activity(api: Api) {
    spawn_local(api.refresh());
    let every = set_interval_with_handle(move || spawn_local(api.refresh()), POLL);
    on_cleanup(move || {
        if let Ok(every) = every {
            every.clear();
        }
    });
    for event in ["pointerdown", "keydown", "wheel", "touchmove"] {
        let listener = window_event_listener_untyped(event, move |_| person_is_there(api));
        on_cleanup(move || listener.remove());
    }
}

fn person_is_there(api: Api) {
    thread_local! { static TOLD: Cell<f64> = const { Cell::new(0.0) } }
    let open = api.vault_state_untracked() == Some(VaultState::Unlocked);
    let now = js_sys::Date::now();
    if !open || now - TOLD.get() < KEEP_AWAKE_MS {
        return;
    }
    TOLD.set(now);
    spawn_local(async move {
        // A refusal (locked meanwhile) has already sent the person to the unlock page.
        if api.call(KeepAwake {}).await.is_ok() {
            api.refresh().await;
        }
    });
}

/// Lets the browser ask before a window with unsaved changes is closed.
pub fn warn_before_closing() {
    let listener = window_event_listener(leptos::ev::beforeunload, |event| {
        if autosave::unsaved_anywhere() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

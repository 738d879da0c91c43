//! The way into the vault: the first run, unlocking, and the recovery key.

mod first_run;
mod recover;
mod recovery_key;
mod unlock;

pub use first_run::FirstRun;
pub use recovery_key::RecoveryKey;

use leptos::prelude::*;

use recover::Recover;
use unlock::Unlock;

/// The vault is locked: the passphrase opens it, or the recovery key.
#[component]
pub fn Locked() -> impl IntoView {
    let recovering = RwSignal::new(false);
    move || {
        if recovering.get() {
            view! { <Recover recovering /> }.into_any()
        } else {
            view! { <Unlock recovering /> }.into_any()
        }
    }
}

//! The one way pages reach the core, and what every page has to know about the vault.

use contract::notes::ExportedFile;
use contract::recordings::PickedFile;
use contract::vault::{GetStatus, LockVault, NewRecoveryKey, Owner, Role, VaultState, VaultStatus};
use contract::{ApiError, Command, ErrorCode, ScreeningId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::autosave;
use crate::transport::{Purpose, Transport};

/// A recovery key that was just made.
#[derive(Clone)]
pub struct FreshKey {
    /// The key.
    pub key: NewRecoveryKey,
    /// The vault was made with it: the last step of the first run.
    pub first_run: bool,
}

/// Calls the core and remembers how the vault stands. Copy it into callbacks freely.
#[derive(Clone, Copy)]
pub struct Api {
    transport: Transport,
    status: RwSignal<Option<VaultStatus>>,
    trouble: RwSignal<Option<ApiError>>,
    new_key: RwSignal<Option<FreshKey>>,
    /// Counts statuses taken, so that a slow answer to an earlier question never replaces a newer one.
    taken: StoredValue<u64>,
}

/// Makes the [`Api`] known to everything below; once, at the root.
pub fn provide_api(transport: Transport) -> Api {
    let api = Api {
        transport,
        status: RwSignal::new(None),
        trouble: RwSignal::new(None),
        new_key: RwSignal::new(None),
        taken: StoredValue::new(0),
    };
    provide_context(api);
    api
}

/// The way to the core.
pub fn use_api() -> Api {
    expect_context()
}

impl Api {
    /// Asks the core for one thing. A locked vault sends the person to the unlock page, whatever was asked.
    pub async fn call<C: Command>(self, command: C) -> Result<C::Reply, ApiError> {
        let reply = self.transport.call(command).await;
        self.look_at(&reply);
        reply
    }

    /// Asks for one thing and hears what is reported meanwhile. Dropping the future stops listening only.
    pub async fn stream<C: Command>(
        self,
        command: C,
        on_event: impl FnMut(C::Event) + 'static,
    ) -> Result<C::Reply, ApiError> {
        let reply = self.transport.stream(command, on_event).await;
        self.look_at(&reply);
        reply
    }

    /// Lets a person pick a file; `None` when they picked none.
    pub async fn pick_file(self, purpose: Purpose) -> Result<Option<PickedFile>, ApiError> {
        let reply = self.transport.pick_file(purpose).await;
        self.look_at(&reply);
        reply
    }

    /// Hands a file to the person; `false` when they chose not to keep it.
    pub async fn save_file(self, file: ExportedFile) -> Result<bool, ApiError> {
        let reply = self.transport.save_file(file).await;
        self.look_at(&reply);
        reply
    }

    /// How the vault stands; `None` until the core first answered. Reactive.
    pub fn status(self) -> Option<VaultStatus> {
        self.status.get()
    }

    /// Absent, locked or unlocked; `None` until the core first answered. Changes only when the state does.
    pub fn vault_state(self) -> Memo<Option<VaultState>> {
        let status = self.status;
        Memo::new(move |_| status.with(|s| s.as_ref().map(|s| s.state)))
    }

    /// The same, without following it.
    pub fn vault_state_untracked(self) -> Option<VaultState> {
        self.status.with_untracked(|s| s.as_ref().map(|s| s.state))
    }

    /// The owner of the open vault. Reactive.
    pub fn owner(self) -> Option<Owner> {
        self.status.with(|s| s.as_ref().and_then(|s| s.owner.clone()))
    }

    /// What the owner of the open vault is. Changes only when the role does.
    pub fn role(self) -> Memo<Option<Role>> {
        let status = self.status;
        Memo::new(move |_| status.with(|s| s.as_ref().and_then(|s| s.owner.as_ref()).map(|o| o.role)))
    }

    /// The screening this device was handed over for, if it was. Changes only when that does.
    pub fn handed_over(self) -> Memo<Option<ScreeningId>> {
        let status = self.status;
        Memo::new(move |_| status.with(|s| s.as_ref().and_then(|s| s.handed_over)))
    }

    /// The device was just handed over: nothing else is shown from this moment on, before the core is asked again.
    pub fn begin_hand_over(self, screening: ScreeningId) {
        self.taken.update_value(|n| *n += 1);
        self.new_key.set(None);
        self.status.update(|status| {
            if let Some(status) = status {
                status.handed_over = Some(screening);
                status.owner = None;
            }
        });
    }

    /// Whether this page runs in a browser, which can open other pages beside it.
    pub fn in_browser(self) -> bool {
        self.transport == Transport::Http
    }

    /// Why the last question for the vault's state was not answered, if it was not. Reactive.
    pub fn trouble(self) -> Option<ApiError> {
        self.trouble.get()
    }

    /// Asks how the vault stands. Never counts as activity.
    pub async fn refresh(self) {
        let taken = self.taken.get_value();
        match self.transport.call(GetStatus {}).await {
            Ok(_) if self.taken.get_value() != taken => {}
            Ok(status) => self.adopt(status),
            Err(error) => {
                let _ = self.trouble.try_set(Some(error));
            }
        }
    }

    /// Takes a status that came as the reply of another command.
    pub fn adopt(self, status: VaultStatus) {
        self.taken.update_value(|n| *n += 1);
        if status.state == VaultState::Locked {
            self.new_key.set(None);
        }
        if self.trouble.with_untracked(Option::is_some) {
            self.trouble.set(None);
        }
        if self.status.with_untracked(|old| old.as_ref() != Some(&status)) {
            self.status.set(Some(status));
        }
    }

    /// Saves what is being edited, then locks. Answers with what could not be saved; then the vault stays open.
    pub async fn lock(self) -> Result<(), ApiError> {
        autosave::flush_everything().await?;
        self.lock_without_saving().await
    }

    /// Locks at once; unsaved edits are given up.
    pub async fn lock_without_saving(self) -> Result<(), ApiError> {
        let locked = self.call(LockVault {}).await;
        self.refresh().await;
        match locked {
            Err(error) if error.code != ErrorCode::Locked => Err(error),
            _ => Ok(()),
        }
    }

    /// A recovery key that was just made and has to be written down before anything else. Reactive.
    ///
    /// It is forgotten when the vault locks.
    pub fn new_key(self) -> RwSignal<Option<FreshKey>> {
        self.new_key
    }

    fn look_at<T>(self, reply: &Result<T, ApiError>) {
        if reply.as_ref().is_err_and(|error| error.code == ErrorCode::HandedOver) {
            // Another window handed the device over: this one finds out for what.
            spawn_local(self.refresh());
        }
        if reply.as_ref().is_err_and(|error| error.code == ErrorCode::Locked) {
            let open = |status: &VaultStatus| status.state == VaultState::Unlocked;
            if self.status.with_untracked(|s| s.as_ref().is_some_and(open)) {
                self.taken.update_value(|n| *n += 1);
                self.new_key.set(None);
                self.status.update(|status| {
                    if let Some(status) = status {
                        status.state = VaultState::Locked;
                        status.owner = None;
                        status.locks_at = None;
                    }
                });
            }
        }
    }
}

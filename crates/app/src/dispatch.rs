//! The one way in. Checks who may call, runs the handler inside a transaction, writes the audit entry into the same
//! transaction, and commits. Nothing else in the program does any of these.

use std::future::Future;
use std::sync::Arc;

use contract::{Access, ApiError, Audit, Command, ErrorCode};
use serde_json::Value;
use store::Tx;
use uuid::Uuid;

use crate::errors::{from_store, handed_over, locked};
use crate::vault::OpenVault;
use crate::{App, Front};

/// Carries out one command.
pub trait Handle<C: Command> {
    /// Does it: reads and writes go through `cx`, and take effect only if this succeeds.
    fn handle(
        &self,
        cx: &mut Cx<'_, C>,
        command: C,
    ) -> impl Future<Output = Result<C::Reply, ApiError>> + Send;
}

type AfterCommit = Box<dyn FnOnce(Arc<App>) + Send>;
type OnEvent<'a, E> = &'a mut (dyn FnMut(E) + Send);

/// What a handler works with.
pub struct Cx<'a, C: Command> {
    /// The core.
    pub(crate) app: Arc<App>,
    /// Where the call came from.
    pub(crate) front: Front,
    /// The present, in milliseconds since 1970; one instant for the whole command.
    pub(crate) now: i64,
    open: Option<&'a Arc<OpenVault>>,
    tx: Option<Tx<'a>>,
    subject: Option<Uuid>,
    after_commit: Vec<AfterCommit>,
    on_event: OnEvent<'a, C::Event>,
}

impl<'a, C: Command> Cx<'a, C> {
    /// The command's transaction.
    pub(crate) fn tx(&mut self) -> Result<&mut Tx<'a>, ApiError> {
        self.tx.as_mut().ok_or_else(locked)
    }

    /// The open vault.
    pub(crate) fn open(&self) -> Result<&'a Arc<OpenVault>, ApiError> {
        self.open.ok_or_else(locked)
    }

    /// Names the record the command is about, for the audit log.
    pub(crate) fn about(&mut self, subject: Uuid) {
        self.subject = Some(subject);
    }

    /// A new id.
    pub(crate) fn make_id(&self) -> Uuid {
        self.app.clock().make_id()
    }

    /// Runs once the transaction is durable, and not at all if it is not.
    pub(crate) fn after_commit(&mut self, action: impl FnOnce(Arc<App>) + Send + 'static) {
        self.after_commit.push(Box::new(action));
    }

    /// Reports something to the caller while the command runs.
    pub(crate) fn emit(&mut self, event: C::Event) {
        (self.on_event)(event);
    }

    /// Writes the audit entry and commits before the handler is done: for the few commands that wait for long, or that
    /// must close the database. An error after this is logged as an entry of its own.
    pub(crate) async fn release(&mut self) -> Result<(), ApiError> {
        if let Some(mut tx) = self.tx.take() {
            if let Some(open) = self.open {
                append(&mut tx, open, self.entry("ok")).await?;
            }
            tx.commit().await.map_err(from_store)?;
        }
        Ok(())
    }

    fn entry(&self, outcome: &str) -> Option<Entry> {
        let kind = kind(C::AUDIT)?;
        Some(Entry {
            id: self.app.clock().make_id(),
            at: self.now,
            front: self.front.name(),
            action: C::NAME,
            kind,
            outcome: outcome.to_owned(),
            subject: self.subject,
        })
    }
}

/// An audit entry before it has an actor and a place in the chain.
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    pub(crate) at: i64,
    pub(crate) front: &'static str,
    pub(crate) action: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) outcome: String,
    pub(crate) subject: Option<Uuid>,
}

fn kind(audit: Audit) -> Option<&'static str> {
    match audit {
        Audit::None => None,
        Audit::Read => Some("read"),
        Audit::Change => Some("change"),
        Audit::Export => Some("export"),
        Audit::Security => Some("security"),
    }
}

pub(crate) async fn append(tx: &mut Tx<'_>, open: &OpenVault, entry: Option<Entry>) -> Result<(), ApiError> {
    let Some(entry) = entry else { return Ok(()) };
    let actor = open.owner_name();
    let new = store::audit::NewEntry {
        id: entry.id,
        at: entry.at,
        actor: &actor,
        front: entry.front,
        action: entry.action,
        kind: entry.kind,
        outcome: &entry.outcome,
        subject: entry.subject,
    };
    store::audit::append(tx, open.audit_key(), &new).await.map_err(from_store)
}

/// The wire form of an error code, as the audit log keeps it.
pub(crate) fn code_name(code: ErrorCode) -> String {
    serde_json::to_value(code).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn check_access(access: Access, open: Option<&Arc<OpenVault>>) -> Result<(), ApiError> {
    match (access, open) {
        (Access::Anyone, _) => Ok(()),
        (_, None) => Err(locked()),
        (Access::Respondent, Some(_)) => Ok(()),
        (_, Some(open)) if open.handed_over().is_some() => Err(handed_over()),
        (Access::Owner, Some(_)) => Ok(()),
        (Access::Roles(roles), Some(open)) if roles.contains(&open.role()) => Ok(()),
        (Access::Roles(_), Some(_)) => Err(ApiError::new(
            ErrorCode::Forbidden,
            "This vault’s role does not include this. Nothing was changed.",
        )),
    }
}

impl App {
    /// Carries out a command.
    pub async fn run<C>(self: &Arc<Self>, front: Front, command: C) -> Result<C::Reply, ApiError>
    where
        C: Command,
        App: Handle<C>,
    {
        self.run_streaming(front, command, &mut |_| {}).await
    }

    /// Carries out a command and hands on what it reports meanwhile.
    pub async fn run_streaming<C>(
        self: &Arc<Self>,
        front: Front,
        command: C,
        on_event: OnEvent<'_, C::Event>,
    ) -> Result<C::Reply, ApiError>
    where
        C: Command,
        App: Handle<C>,
    {
        let opened = self.vault.opened();
        let now = self.clock().now().timestamp_millis();
        let allowed = check_access(C::ACCESS, opened.as_ref());
        // A command of anyone's opens or looks at the vault itself; all others run inside a transaction.
        let tx = match (&allowed, &opened, C::ACCESS) {
            (Ok(()), Some(open), Access::Owner | Access::Roles(_) | Access::Respondent) => {
                Some(open.store().begin().await.map_err(from_store)?)
            }
            _ => None,
        };
        // Transactions take turns: the device may have been handed over while this one waited for its own.
        let allowed = allowed.and_then(|()| check_access(C::ACCESS, opened.as_ref()));
        let had_tx = tx.is_some();
        let mut cx = Cx {
            app: self.clone(),
            front,
            now,
            open: opened.as_ref(),
            tx,
            subject: None,
            after_commit: Vec::new(),
            on_event,
        };
        let result = match allowed {
            Ok(()) => self.handle(&mut cx, command).await,
            Err(refusal) => Err(refusal),
        };
        let after_commit = std::mem::take(&mut cx.after_commit);
        let result = match result {
            Ok(reply) if had_tx => cx.release().await.map(|()| reply),
            Ok(reply) => self.log_alone(cx.entry("ok")).await.map(|()| reply),
            Err(error) => {
                drop(cx.tx.take());
                self.log_alone(cx.entry(&code_name(error.code))).await?;
                Err(error)
            }
        };
        if result.is_ok() {
            after_commit.into_iter().for_each(|action| action(self.clone()));
        }
        result
    }

    /// Writes an entry in a transaction of its own: for what was refused or failed, and for what opened the vault.
    async fn log_alone(self: &Arc<Self>, entry: Option<Entry>) -> Result<(), ApiError> {
        let (Some(entry), Some(open)) = (entry, self.vault.opened()) else { return Ok(()) };
        let mut tx = open.store().begin().await.map_err(from_store)?;
        append(&mut tx, &open, Some(entry)).await?;
        tx.commit().await.map_err(from_store)
    }

    async fn run_json<C>(
        self: &Arc<Self>,
        front: Front,
        body: Value,
        on_event: &mut (dyn FnMut(Value) + Send),
    ) -> Result<Value, ApiError>
    where
        C: Command,
        App: Handle<C>,
    {
        let command: C = serde_json::from_value(body).map_err(|error| bad_call(C::NAME, &error))?;
        let mut forward = |event: C::Event| {
            if let Ok(event) = serde_json::to_value(event) {
                on_event(event);
            }
        };
        let reply = self.run_streaming(front, command, &mut forward).await?;
        serde_json::to_value(reply).map_err(|error| crate::errors::internal(&error))
    }
}

/// Says what does not fit without repeating what was sent.
fn bad_call(name: &str, error: &serde_json::Error) -> ApiError {
    tracing::warn!(command = name, category = ?error.classify(), "a call does not fit its command");
    ApiError::new(
        ErrorCode::BadCall,
        format!("The call of {name} does not have the expected shape. Nothing was changed."),
    )
}

macro_rules! make_dispatcher {
    ($($command:ty),+ $(,)?) => {
        impl App {
            /// Carries out a command by its wire name, and hands on what it reports meanwhile.
            #[deny(unreachable_patterns)] // two commands of one name must not compile
            pub async fn call_streaming(
                self: &Arc<Self>,
                front: Front,
                name: &str,
                body: Value,
                on_event: &mut (dyn FnMut(Value) + Send),
            ) -> Result<Value, ApiError> {
                match name {
                    $(<$command as Command>::NAME => {
                        Box::pin(self.run_json::<$command>(front, body, on_event)).await
                    })+
                    _ => Err(ApiError::new(ErrorCode::BadCall, "There is no such command.")),
                }
            }

            /// Carries out a command by its wire name.
            pub async fn call(self: &Arc<Self>, front: Front, name: &str, body: Value) -> Result<Value, ApiError> {
                self.call_streaming(front, name, body, &mut |_| {}).await
            }

            /// The wire names of all commands.
            pub fn command_names() -> &'static [&'static str] {
                &[$(<$command as Command>::NAME),+]
            }
        }
    };
}
contract::commands!(make_dispatcher);

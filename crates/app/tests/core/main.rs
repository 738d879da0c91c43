//! The core through its dispatcher, with a real vault in a temporary folder.

mod journey;
mod notes;
mod screening;
mod vault;

use app::{Front, WorkerCommand};
use contract::{ApiError, Command};
use testkit::TestCore;

/// A core whose speech worker cannot start: for everything but transcription.
pub(crate) fn core() -> TestCore {
    let worker = WorkerCommand { executable: "/nonexistent".into(), args: Vec::new() };
    TestCore::new(worker).expect("a temporary folder can be made")
}

/// Runs a command as the window would.
pub(crate) async fn run<C>(core: &TestCore, command: C) -> Result<C::Reply, ApiError>
where
    C: Command,
    app::App: app::Handle<C>,
{
    core.app.run(Front::Window, command).await
}

/// Runs a command that must succeed.
pub(crate) async fn ok<C>(core: &TestCore, command: C) -> C::Reply
where
    C: Command,
    app::App: app::Handle<C>,
{
    match run(core, command).await {
        Ok(reply) => reply,
        Err(error) => panic!("{} was refused: {error:?}", C::NAME),
    }
}

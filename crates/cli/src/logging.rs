//! The program's own log, on standard error.

use tracing_subscriber::EnvFilter;

/// How much of the log is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Level {
    /// Nothing.
    Off,
    /// Faults, with their incident ids.
    Errors,
    /// What the program does, step by step.
    Steps,
}

/// Starts the log. `ATTUNE_LOG` (a tracing filter) takes precedence.
pub(crate) fn start(level: Level) {
    let filter = match level {
        Level::Off => "off",
        Level::Errors => "error,symphonia=off",
        Level::Steps => "info,symphonia=warn",
    };
    let filter = EnvFilter::try_from_env("ATTUNE_LOG").unwrap_or_else(|_| EnvFilter::new(filter));
    // A second start, in tests, keeps the first.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .compact()
        .try_init();
}

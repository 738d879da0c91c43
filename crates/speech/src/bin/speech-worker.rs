//! The speech worker as a program of its own, as the tests of this crate start it. The desktop program
//! and the command line start themselves with a `worker` argument instead.

use std::process::ExitCode;

fn main() -> ExitCode {
    speech::worker::run(std::io::stdin(), std::io::stdout())
}

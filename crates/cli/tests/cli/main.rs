//! `attunectl` as a script sees it: started as a process, with a real vault in a temporary folder and the real
//! passphrase check.

#![allow(clippy::unwrap_used)] // the helpers of a test may fail it

mod harness;
mod input;
mod journey;
mod keys;
mod kill;
mod screen;
#[cfg(unix)]
mod signals;

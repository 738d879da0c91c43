//! Importing real, generated, truncated and hostile files.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "test code outside of test functions")]

mod damaged;
mod formats;
mod hostile;
mod resampling;
mod sound;
mod summary;

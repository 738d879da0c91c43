//! Importing real, generated, truncated and hostile files.

mod damaged;
mod formats;
mod hostile;
mod resampling;
mod sound;
mod summary;

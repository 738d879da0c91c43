//! Journeys through the finished program, the way a person walks: in a browser on the HTTP front, and in the desktop
//! window.
//!
//! Owns the processes a journey needs ([`Browser`], [`Window`], [`Served`]), the hands and eyes it has on a page
//! ([`Page`]), the accessibility check ([`axe`]), and the steps of the main job ([`journey`]). It knows nothing of the
//! program but what a person can see, the names set for journeys (`data-testid`), and the wire. It never waits for a time:
//! every wait is for a condition and ends with an error that says what was missing.
//!
//! Tests only; nothing here is part of the program. Everything the journeys start is theirs and ends with them.
//!
//! Entry types: [`Front`], [`journey::Walk`].

pub mod axe;
mod browser;
mod front;
pub mod journey;
mod page;
mod process;
pub mod raw;
mod served;
mod tools;
pub mod traces;
mod window;
mod xdialog;

pub use browser::Browser;
pub use front::Front;
pub use page::{By, Page};
pub use process::Process;
pub use served::Served;
pub use tools::{missing_for_browser, missing_for_window, repository, sample, skip};
pub use window::Window;

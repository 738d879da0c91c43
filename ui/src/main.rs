//! The interface of Attune, in the window and in a browser.
//!
//! Owns pages, components, words and the ways to reach the core. It decides nothing: every rule is the core's, and all
//! that crosses over is in `contract`, the only crate of ours it may know. It keeps no client data beyond what is on the
//! page, and loads nothing from anywhere but where it came from.
//!
//! Begin with [`app`] (what is shown when), [`state`] (how pages reach the core), [`components`] and [`pages`].

#![allow(
    unreachable_pub,
    reason = "nothing outside this program can see it, so `pub` means `pub(crate)` throughout"
)]

mod app;
mod components;
mod format;
mod pages;
mod shell;
mod state;
mod strings;
mod transport;

fn main() {
    transport::adopt_token();
    leptos::mount::mount_to_body(app::App);
}

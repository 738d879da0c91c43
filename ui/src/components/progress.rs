//! How far long work has come.

use contract::jobs::{JobStage, JobState};
use leptos::prelude::*;

use super::{Button, ButtonKind, ErrorNote};
use crate::format;
use crate::state::Job;
use crate::strings::common as words;

/// A bar. Without a known end it moves to and fro, or stands still for people who asked for less motion.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// From 0 to 1; `None` while the end is not known.
    #[prop(into)]
    fraction: Signal<Option<f64>>,
    /// Time left in milliseconds, as far as it can be told.
    #[prop(optional, into)]
    left_ms: Signal<Option<u64>>,
    /// Nothing to count yet: everything is being made ready.
    #[prop(optional, into)]
    preparing: Signal<bool>,
) -> impl IntoView {
    let percent = move || fraction.get().map(|f| (f.clamp(0.0, 1.0) * 100.0).floor());
    let told = move || match (percent(), left_ms.get()) {
        (Some(percent), Some(left)) => {
            words::percent_and_left(&format::percent(percent), &format::time_left(left))
        }
        (Some(percent), None) => format::percent(percent),
        (None, _) if preparing.get() => words::PREPARING.to_owned(),
        (None, _) => String::new(),
    };
    // Screen readers hear every tenth part, not every step.
    let heard = Memo::new(move |_| percent().map(|p| (p / 10.0).floor() * 10.0));
    let spoken = move || heard.get().map(|p| format!("{} {}", label.get_untracked(), format::percent(p)));
    view! {
        <div class="progress">
            <div class="progress-words" aria-hidden="true">
                <span>{move || label.get()}</span>
                <span class="progress-told">{told}</span>
            </div>
            <div
                class="progress-track"
                class:progress-endless=move || fraction.get().is_none()
                role="progressbar"
                aria-label=move || label.get()
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || percent().map(|p| p.to_string())
                aria-valuetext=move || Some(told()).filter(|told| !told.is_empty())
            >
                <div class="progress-bar" style:width=move || percent().map(|p| format!("{p}%"))></div>
            </div>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
        </div>
    }
}

/// A job's progress, with a button to stop it and its error if it failed. Shows nothing while there is no job.
#[component]
pub fn JobProgress(
    /// The job.
    job: Job,
    /// What it is doing.
    #[prop(into)]
    label: Signal<String>,
    /// Stops it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let running = Memo::new(move |_| job.running());
    let fraction = Signal::derive(move || {
        let view = job.view().filter(|view| view.stage == JobStage::Working)?;
        view.total.filter(|total| *total > 0).map(|total| view.done as f64 / total as f64)
    });
    let preparing = Signal::derive(move || job.view().is_some_and(|view| view.stage == JobStage::Preparing));
    let left = Signal::derive(move || job.view().and_then(|view| view.left_ms));
    let error = Signal::derive(move || match job.view().map(|view| view.state) {
        Some(JobState::Failed { error }) => Some(error),
        _ => job.trouble(),
    });
    view! {
        <Show when=move || running.get()>
            <div class="job">
                <Progress label fraction left_ms=left preparing />
                <Button kind=ButtonKind::Quiet on_press=move || on_cancel.run(())>{words::STOP}</Button>
            </div>
        </Show>
        <ErrorNote error />
    }
}

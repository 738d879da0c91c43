//! The frame of everything that is shown while the vault is not open: one calm column.

use leptos::html;
use leptos::prelude::*;

use super::focus_on_arrival;
use crate::strings::common as words;

/// Attune's mark: two who speak, and what they have in common.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="72 72 368 368" aria-hidden="true" focusable="false">
            <path
                class="mark-two"
                d="M316 170c66 0 118 46 118 103 0 26-11 49-29 67l12 48c2 7-5 13-12 10l-52-21c-12 3-24 4-37 4-66 0-119-46-119-103s53-108 119-108z"
            />
            <path
                class="mark-one"
                d="M205 112c-70 0-126 51-126 115 0 29 12 55 32 76l-13 59c-2 7 5 13 12 10l57-25c12 3 25 5 38 5 70 0 126-56 126-125s-56-115-126-115z"
            />
            <path class="mark-wave" d="M141 244v-30M174 268v-78M207 290v-122M240 264v-70M273 244v-30" />
        </svg>
    }
}

/// One column with the mark above it, a heading that takes the focus, and how far along this is.
#[component]
pub fn Entrance(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Which step of how many, where there are steps.
    #[prop(optional, into)]
    step: MaybeProp<(u32, u32)>,
    /// Wider, for the recovery key.
    #[prop(optional)]
    wide: bool,
    /// What is asked.
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| document().set_title(&format!("{} · {}", title.get(), words::PRODUCT)));
    let heading = NodeRef::<html::H1>::new();
    focus_on_arrival(heading);
    let steps = step.get_untracked().map(|(now, all)| {
        let bars =
            (1..=all).map(|n| view! { <span class="step" class:is-done=n <= now></span> }).collect_view();
        view! {
            <div class="steps">
                <span class="steps-bars" aria-hidden="true">{bars}</span>
                <span>{words::step_of(now, all)}</span>
            </div>
        }
    });
    view! {
        <main class="entrance" class:entrance-wide=wide id="main">
            <div class="entrance-brand"><Mark /><span>{words::PRODUCT}</span></div>
            {steps}
            <h1 tabindex="-1" node_ref=heading>{move || title.get()}</h1>
            {children()}
        </main>
    }
}

//! The frame of everything that is shown while the vault is not open: one calm column.

use leptos::html;
use leptos::prelude::*;

use super::focus_on_arrival;
use crate::strings::common as words;

/// Attune's mark: two who speak, and what they have in common.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path
                class="mark-one"
                d="M19 8C10.700 8 4 14.300 4 22.100c0 3.600 1.400 6.800 3.800 9.300L6.200 38.600c-.2.900.7 1.700 1.600 1.300l6.900-3.100c1.400.4 2.800.6 4.300.6 8.300 0 15-6.300 15-14.100S27.300 8 19 8z"
            />
            <path
                class="mark-two"
                d="M29 13.500c8.300 0 15 6 15 13.400 0 3.400-1.400 6.400-3.600 8.700l1.500 6.200c.2.800-.6 1.500-1.400 1.200l-6.400-2.700c-1.600.5-3.300.7-5.100.7-8.300 0-15-6-15-13.400s6.700-14.100 15-14.100z"
            />
            <path class="mark-wave" d="M16 27.200v-3M20.300 30v-9M24.600 33v-15M28.900 29.500v-8M33.200 27.200v-3" />
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
        let bars = (1..=all).map(|n| view! { <span class="step" class:is-done=n <= now></span> }).collect_view();
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

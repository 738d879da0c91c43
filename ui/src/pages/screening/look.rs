//! How questions are shown on this device.

use leptos::prelude::*;

use crate::components::{Checkbox, Choice, RadioCards};
use crate::state::{TextSize, use_device};
use crate::strings::filling as words;

/// One question at a time or a page, how large, and whether digits choose. Kept on this device.
#[component]
pub fn LookSettings() -> impl IntoView {
    let device = use_device();
    let whole_page = RwSignal::new(Some(device.whole_page.get_untracked()));
    let size = RwSignal::new(Some(device.question_size.get_untracked()));
    let ways = vec![Choice::new(false, words::ONE), Choice::new(true, words::ALL)];
    let sizes = vec![
        Choice::new(TextSize::Standard, words::SIZE_STANDARD),
        Choice::new(TextSize::Large, words::SIZE_LARGE),
        Choice::new(TextSize::Largest, words::SIZE_LARGEST),
    ];
    let set_way = move || device.whole_page.set(whole_page.get_untracked() == Some(true));
    let set_size = move || device.question_size.set(size.get_untracked().unwrap_or_default());
    view! {
        <details class="fill-look">
            <summary>{words::LOOK}</summary>
            <div class="fill-look-body">
                <RadioCards label=words::AT_A_TIME choices=ways value=whole_page in_row=true on_change=set_way />
                <RadioCards label=words::QUESTION_SIZE choices=sizes value=size in_row=true on_change=set_size />
                <Checkbox label=words::NUMBER_KEYS hint=words::KEYS value=device.number_keys />
            </div>
        </details>
    }
}

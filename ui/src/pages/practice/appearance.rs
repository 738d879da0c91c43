//! Text size, colours, and the keys that do something.

use leptos::prelude::*;

use crate::components::{Card, Choice, PageHeader, RadioCards};
use crate::shell::shortcut;
use crate::state::{TextSize, Theme, use_appearance};
use crate::strings::appearance as words;

/// How this person likes the window. Takes effect at once.
#[component]
pub fn AppearancePage() -> impl IntoView {
    let appearance = use_appearance();
    let size = RwSignal::new(Some(appearance.text_size.get_untracked()));
    let theme = RwSignal::new(Some(appearance.theme.get_untracked()));
    let sizes = vec![
        Choice::new(TextSize::Standard, words::STANDARD),
        Choice::new(TextSize::Large, words::LARGE),
        Choice::new(TextSize::Largest, words::LARGEST),
    ];
    let themes = vec![
        Choice::new(Theme::System, words::SYSTEM),
        Choice::new(Theme::Light, words::LIGHT),
        Choice::new(Theme::Dark, words::DARK),
    ];
    let set_size = move || appearance.text_size.set(size.get_untracked().unwrap_or_default());
    let set_theme = move || appearance.theme.set(theme.get_untracked().unwrap_or_default());
    let key =
        |keys: String, what: &'static str| view! { <div><dt>{what}</dt><dd><kbd>{keys}</kbd></dd></div> };
    view! {
        <PageHeader title=words::TITLE />
        <div class="page-body page-narrow">
            <p class="lead">{words::INTRO}</p>
            <Card><RadioCards label=words::TEXT_SIZE choices=sizes value=size in_row=true on_change=set_size /></Card>
            <Card><RadioCards label=words::COLOURS choices=themes value=theme in_row=true on_change=set_theme /></Card>
            <Card heading=words::KEYS>
                <dl class="facts">
                    {key(shortcut("K"), words::KEY_SEARCH)}
                    {key(shortcut("L"), words::KEY_LOCK)}
                    {key("↑ ↓".to_owned(), words::KEY_MOVE)}
                    {key("Enter".to_owned(), words::KEY_OPEN)}
                    {key("Esc".to_owned(), words::KEY_CLOSE)}
                </dl>
            </Card>
        </div>
    }
}

//! Whether what was typed is kept.

use leptos::prelude::*;

use crate::format;
use crate::state::SaveState;
use crate::strings::common as words;

/// "Saved", "Saving", "Not saved: …"; read out when it changes.
#[component]
pub fn SaveNote(
    /// How the autosave stands.
    #[prop(into)]
    state: Signal<SaveState>,
) -> impl IntoView {
    let text = move || match state.get() {
        SaveState::Clean => String::new(),
        SaveState::Waiting | SaveState::Saving => words::SAVING.to_owned(),
        SaveState::Saved(at) => words::saved_at(&format::time_of_ms(at)),
        SaveState::Failed(error) => words::not_saved(&error.message),
    };
    let failed = move || matches!(state.get(), SaveState::Failed(_));
    view! { <p class="save-note" class:save-note-failed=failed role="status">{text}</p> }
}

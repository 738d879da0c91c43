//! Opening with the recovery key, and a new passphrase.

use contract::vault::{RecoverVault, UnlockOutcome};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::unlock::{Damage, Wait, use_attempt};
use crate::components::{
    Button, ButtonKind, Entrance, ErrorNote, IconName, NewPassphrase, TextArea, focus_first_wrong,
};
use crate::strings::recovery as words;

/// The 24 words, however typed, and a new passphrase.
#[component]
pub(super) fn Recover(recovering: RwSignal<bool>) -> impl IntoView {
    let attempt = use_attempt();
    let typed = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    let usable = RwSignal::new(false);
    let tried = RwSignal::new(false);
    let error = Signal::derive(move || match attempt.outcome.get() {
        Some(UnlockOutcome::NotARecoveryKey { message }) => Some(message),
        Some(UnlockOutcome::Wrong { .. }) => Some(words::WRONG_KEY.to_owned()),
        _ => (tried.get() && typed.with(|t| t.trim().is_empty())).then(|| words::WORDS_MISSING.to_owned()),
    });
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let empty = typed.with_untracked(|t| t.trim().is_empty());
        if empty || !usable.get_untracked() || !untrack(move || attempt.may_try()) {
            return focus_first_wrong();
        }
        let command =
            RecoverVault { words: typed.get_untracked(), new_passphrase: passphrase.get_untracked() };
        spawn_local(attempt.make(command));
    };
    let count = move || words::words_so_far(typed.with(|t| count_words(t)));
    let blocked = Signal::derive(move || attempt.seconds_left() > 0);
    view! {
        <Entrance title=words::USE_TITLE>
            <p class="entrance-detail">{words::USE_DETAIL}</p>
            <Damage attempt />
            <form on:submit=open novalidate>
                <TextArea
                    label=words::USE_WORDS hint=words::USE_WORDS_HINT value=typed error
                    rows=4 spellcheck=false autofocus=true
                />
                <p class="field-count">{count}</p>
                <NewPassphrase label=words::NEW_PASSPHRASE value=passphrase usable tried />
                <Wait attempt />
                <ErrorNote error=attempt.refused />
                <div class="actions actions-apart">
                    <Button kind=ButtonKind::Quiet icon=IconName::Left on_press=move || recovering.set(false)>
                        {words::BACK}
                    </Button>
                    <Button kind=ButtonKind::Primary submit=true busy=attempt.busy disabled=blocked>{words::OPEN}</Button>
                </div>
            </form>
        </Entrance>
    }
}

/// Words typed so far; numbers and marks copied from the sheet do not count.
fn count_words(typed: &str) -> usize {
    typed.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::count_words;

    #[test]
    fn words_are_counted_however_they_are_typed() {
        assert_eq!(count_words(""), 0, "nothing yet");
        assert_eq!(count_words("  Apple   river\nstone "), 3, "spaces and line breaks");
        assert_eq!(count_words("1. apple, 2) river; 3-stone"), 3, "numbers and marks of the sheet");
    }
}

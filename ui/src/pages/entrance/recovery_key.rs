//! A recovery key that was just made: shown, printed, checked.

use contract::ApiError;
use contract::vault::{ConfirmRecoveryKey, NewRecoveryKey, RecoveryCheck, RecoveryWord};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::first_run::STEPS;
use crate::components::{
    Button, ButtonKind, Confirm, Entrance, ErrorNote, IconName, TextField, focus_first_wrong,
};
use crate::format;
use crate::state::{FreshKey, use_api};
use crate::strings::recovery as words;

/// How many words are asked back.
const ASKED: usize = 3;

/// Shows the key until it is written down, then asks for three of its words. The same page serves the first run, a new
/// recovery key and new keys throughout.
#[component]
pub fn RecoveryKey() -> impl IntoView {
    let api = use_api();
    let checking = RwSignal::new(false);
    move || {
        api.new_key().get().map(|FreshKey { key, first_run }| {
            let step = first_run.then_some((STEPS, STEPS));
            if checking.get() {
                view! { <Check count=key.words.len() step checking /> }.into_any()
            } else {
                view! { <Shown key step checking /> }.into_any()
            }
        })
    }
}

#[component]
fn Shown(key: NewRecoveryKey, step: Option<(u32, u32)>, checking: RwSignal<bool>) -> impl IntoView {
    let grid = key.words.iter().map(|word| view! { <li>{word.clone()}</li> }).collect_view();
    let print = move || {
        // A window that cannot print leaves the words on the screen, to be written down by hand.
        let _ = window().print();
    };
    view! {
        <Entrance title=words::SHOW_TITLE step wide=true>
            <p class="entrance-detail screen-only">{words::SHOW_DETAIL}</p>
            <div class="print-only">
                <p class="print-heading">{words::PRINT_HEADING}</p>
                <p>{words::print_vault(&key.vault_id.to_string())} <br /> {words::print_made(&format::date_time(key.made_at))}</p>
                <p>{words::PRINT_DETAIL}</p>
            </div>
            <ol class="key-words" aria-label=words::WORDS_LABEL>{grid}</ol>
            <div class="actions actions-apart screen-only">
                <Button icon=IconName::Print on_press=print>{words::PRINT}</Button>
                <Button kind=ButtonKind::Primary on_press=move || checking.set(true)>{words::WRITTEN_DOWN}</Button>
            </div>
        </Entrance>
    }
}

#[component]
fn Check(count: usize, step: Option<(u32, u32)>, checking: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let asked = pick(count, js_sys::Math::random);
    let fields: Vec<(u32, RwSignal<String>)> =
        asked.into_iter().map(|position| (position, RwSignal::new(String::new()))).collect();
    let wrong = RwSignal::new(Vec::<u32>::new());
    let refused = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let leaving = RwSignal::new(false);
    let inputs = fields.iter().enumerate().map(|(index, (position, value))| {
        let position = *position;
        let error = Signal::derive(move || {
            wrong.with(|wrong| wrong.contains(&position)).then(|| words::WRONG_WORD.to_owned())
        });
        view! {
            <TextField label=words::word_number(position) value=*value error autofocus={index == 0} max_length=40u32 />
        }
    });
    let inputs = inputs.collect_view();
    let check = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        refused.set(None);
        let words = fields
            .iter()
            .map(|(position, word)| RecoveryWord {
                position: *position,
                word: word.with_untracked(|w| w.trim().to_lowercase()),
            })
            .collect();
        spawn_local(async move {
            match api.call(ConfirmRecoveryKey { words }).await {
                Ok(RecoveryCheck::Confirmed) => {
                    api.refresh().await;
                    api.new_key().set(None);
                }
                Ok(RecoveryCheck::Wrong { positions }) => {
                    let _ = wrong.try_set(positions);
                    focus_first_wrong();
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <Entrance title=words::CHECK_TITLE step>
            <p class="entrance-detail">{words::CHECK_DETAIL}</p>
            <form on:submit=check novalidate>
                {inputs}
                <ErrorNote error=refused />
                <div class="actions actions-apart">
                    <Button kind=ButtonKind::Quiet icon=IconName::Left on_press=move || checking.set(false)>
                        {words::SHOW_AGAIN}
                    </Button>
                    <Button kind=ButtonKind::Primary submit=true busy>{words::CHECK}</Button>
                </div>
                <div class="entrance-other">
                    <Button kind=ButtonKind::Quiet on_press=move || leaving.set(true)>{words::LATER}</Button>
                </div>
            </form>
            <Confirm
                open=leaving
                title=words::LATER_TITLE
                detail=words::LATER_DETAIL
                action=words::LATER
                on_confirm=move || api.new_key().set(None)
            />
        </Entrance>
    }
}

/// Different positions, in order, counted from 1. `random` gives numbers from 0 to below 1.
fn pick(count: usize, mut random: impl FnMut() -> f64) -> Vec<u32> {
    let mut left: Vec<u32> = (1..=u32::try_from(count).unwrap_or(u32::MAX)).collect();
    let mut picked: Vec<u32> = Vec::new();
    while picked.len() < ASKED && !left.is_empty() {
        let at = (random() * left.len() as f64) as usize;
        picked.push(left.remove(at.min(left.len() - 1)));
    }
    picked.sort_unstable();
    picked
}

#[cfg(test)]
mod tests {
    use super::pick;

    #[test]
    fn three_different_words_are_asked_whatever_chance_says() {
        for chance in [0.0, 0.3, 0.5, 0.999_999, 1.0] {
            let picked = pick(24, || chance);
            assert_eq!(picked.len(), 3, "three words at {chance}");
            assert!(picked.windows(2).all(|pair| pair[0] < pair[1]), "all different, in order: {picked:?}");
            assert!(picked.iter().all(|p| (1..=24).contains(p)), "all on the sheet: {picked:?}");
        }
        assert_eq!(pick(2, || 0.9), [1, 2], "a shorter key is asked whole");
    }
}

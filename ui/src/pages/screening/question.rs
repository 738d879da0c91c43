//! One question with its answers.

use contract::instruments::OptionView;
use contract::screenings::{Answer, FormItem};
use leptos::prelude::*;

use super::place::{Place, Spot, digits};
use super::sheet::Sheet;
use crate::components::{Button, ButtonKind, Icon, IconName, unique_id};
use crate::format;
use crate::state::use_device;
use crate::strings::filling as words;

/// Characters beyond which a question is written smaller, so that its answers stay in sight.
const LONG: usize = 140;

/// A question: what is printed above it, its words as a heading, its answers, and the way not to answer.
#[component]
pub fn Question(
    sheet: Sheet,
    spot: Spot,
    /// As it was when it was built; wording and answers of a question never change.
    first: FormItem,
    /// Where it stands in its form, counted from 1, and how many there are now.
    #[prop(into)]
    stands: Signal<(usize, usize)>,
    /// The id of what says how to answer; read with the first question of a form.
    #[prop(optional)]
    intro: Option<String>,
    /// What is printed above it is shown by the question before as well.
    #[prop(optional)]
    stem_hidden: bool,
) -> impl IntoView {
    let heading_id = spot.heading_id();
    let long = first.text.chars().count() > LONG;
    let stem_id = unique_id("stem");
    let stem = (!first.stem.is_empty()).then_some(first.stem.clone());
    let described: Vec<String> = intro.into_iter().chain(stem.as_ref().map(|_| stem_id.clone())).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let fallback = first.clone();
    let of_item = spot.clone();
    let item = Memo::new(move |_| sheet.item(&of_item).unwrap_or_else(|| fallback.clone()));
    let here = spot.clone();
    let nudged = Memo::new(move |_| {
        sheet.unanswered.get() && matches!(sheet.place(), Place::Question(now) if now == here)
    });
    let stands_words = move || {
        let (now, all) = stands.get();
        words::question_of(&format::number(now as f64), &format::number(all as f64))
    };
    let focus_spot = spot.clone();
    let options = first.options.clone();
    let of_options = spot.clone();
    view! {
        <div class="question" on:focusin=move |_| sheet.be_at(&focus_spot)>
        <fieldset>
            <legend>
                <span class="question-stands">{stands_words}</span>
                {stem.map(|stem| view! {
                    <span class="form-stem" class:visually-hidden=stem_hidden id=stem_id>{stem}</span>
                })}
                <h2 class="question-text" class:question-long=long id=heading_id tabindex="-1" aria-describedby=described>{first.text}</h2>
            </legend>
            <Answers sheet spot=of_options options item />
            <p class="question-nudge" role="alert">{move || nudged.get().then_some(words::CHOOSE_FIRST)}</p>
            <Instead sheet spot item optional=first.optional />
        </fieldset>
        </div>
    }
}

#[component]
fn Answers(sheet: Sheet, spot: Spot, options: Vec<OptionView>, item: Memo<FormItem>) -> impl IntoView {
    let number_keys = use_device().number_keys;
    let name = unique_id("answer");
    let keys = digits(&options);
    let answers = options.into_iter().zip(keys).map(|(option, key)| {
        let OptionView { value, label } = option;
        let spot = spot.clone();
        let checked = move || item.with(|item| item.answer == Some(value));
        let key = move || {
            key.filter(|_| number_keys.get())
                .map(|key| view! { <kbd aria-hidden="true">{key.to_string()}</kbd> })
        };
        view! {
            <label class="answer">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=checked
                    on:change=move |_| sheet.answer(&spot, Answer::Value { value })
                />
                <span>{label}</span>
                {key}
            </label>
        }
    });
    view! { <div class="answers">{answers.collect_view()}</div> }
}

/// Not to answer: always possible, and said in the person's own voice.
#[component]
fn Instead(sheet: Sheet, spot: Spot, item: Memo<FormItem>, optional: bool) -> impl IntoView {
    let declined = Memo::new(move |_| item.with(|item| item.declined));
    let turn = Callback::from(move || {
        let answer = if declined.get_untracked() { Answer::Cleared } else { Answer::Declined };
        sheet.answer(&spot, answer);
    });
    view! {
        <div class="question-instead">
            <button
                type="button"
                class="button button-quiet"
                aria-pressed=move || declined.get().to_string()
                data-testid="decline"
                on:click=move |_| turn.run(())
            >
                {move || declined.get().then(|| view! { <Icon name=IconName::Check /> })}
                <span>{words::DECLINE}</span>
            </button>
            <p class="quiet" role="status">{move || declined.get().then_some(words::DECLINED)}</p>
            {optional.then(|| view! { <p class="quiet">{words::OPTIONAL}</p> })}
        </div>
    }
}

/// The buttons under a question or a page of questions.
#[component]
pub fn Steps(
    sheet: Sheet,
    /// Nothing lies before.
    #[prop(into)]
    first: Signal<bool>,
    /// The question may be passed as it is.
    #[prop(into)]
    skippable: Signal<bool>,
    on_back: Callback<()>,
    on_next: Callback<()>,
) -> impl IntoView {
    let next = move || if skippable.get() { words::SKIP } else { words::NEXT };
    view! {
        <div class="actions fill-steps">
            <Button icon=IconName::Left disabled=first on_press=on_back attr:data-testid="fill-back">{words::BACK}</Button>
            <Button kind=ButtonKind::Primary busy=sheet.waiting on_press=on_next attr:data-testid="fill-next">{next}</Button>
        </div>
    }
}

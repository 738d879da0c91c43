//! Choosing: one of a list, one of a few cards, yes or no.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::fields::{FieldFrame, FieldIds};
use super::{Icon, IconName, unique_id};

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub label: String,
    /// What choosing it means, in a sentence; empty where the name says it.
    pub detail: String,
    /// An icon beside it.
    pub icon: Option<IconName>,
}

impl<T> Choice<T> {
    /// A choice with nothing but its name.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Self { value, label: label.into(), detail: String::new(), icon: None }
    }

    /// The same with a sentence on what it means.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same with an icon.
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// One of a list.
#[component]
pub fn Select<T>(
    /// What is being chosen.
    #[prop(into)]
    label: String,
    /// The list; may change.
    #[prop(into)]
    choices: Signal<Vec<Choice<T>>>,
    /// What is chosen.
    value: RwSignal<T>,
    /// What to choose, in a sentence.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May be left as it is, and says so.
    #[prop(optional)]
    optional: bool,
    /// Hears each choice made by the person.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let ids = FieldIds::new(hint.as_deref());
    let described = ids.clone();
    let choose = move |event| {
        let index: Option<usize> = event_target_value(&event).parse().ok();
        let chosen = index.and_then(|i| choices.with_untracked(|all| all.get(i).map(|c| c.value.clone())));
        if let Some(chosen) = chosen {
            value.set(chosen);
            if let Some(on_change) = on_change {
                on_change.run(());
            }
        }
    };
    let options = move || {
        let now = value.get();
        choices.with(|all| {
            all.iter()
                .enumerate()
                .map(|(index, choice)| {
                    let label = choice.label.clone();
                    let selected = choice.value == now;
                    view! { <option value=index.to_string() prop:selected=selected>{label}</option> }
                })
                .collect_view()
        })
    };
    view! {
        <FieldFrame ids=ids.clone() label hint error optional>
            <select
                id=ids.field
                class="input"
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || described.described_by(error.with(Option::is_some))
                on:change=choose
            >
                {options}
            </select>
        </FieldFrame>
    }
}

/// One of a few, each on a card with its meaning. Arrow keys move the choice.
#[component]
pub fn RadioCards<T>(
    /// What is being chosen.
    #[prop(into)]
    label: String,
    /// The label is shown elsewhere (as the page's heading) and only read out here.
    #[prop(optional)]
    label_hidden: bool,
    /// The few.
    choices: Vec<Choice<T>>,
    /// What is chosen; none at first.
    value: RwSignal<Option<T>>,
    /// Side by side instead of one below the other.
    #[prop(optional)]
    in_row: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Hears each choice made by the person.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let name = unique_id("choice");
    let cards = choices.into_iter().map(|choice| {
        let Choice { value: this, label, detail, icon } = choice;
        let detail_id = unique_id("detail");
        let described = (!detail.is_empty()).then(|| detail_id.clone());
        let mine = this.clone();
        let checked = move || value.with(|v| v.as_ref() == Some(&mine));
        let choose = move |_| {
            value.set(Some(this.clone()));
            if let Some(on_change) = on_change {
                on_change.run(());
            }
        };
        view! {
            <label class="radio-card">
                <input type="radio" name=name.clone() prop:checked=checked aria-describedby=described on:change=choose />
                {icon.map(|name| view! { <Icon name /> })}
                <span class="radio-card-label">{label}</span>
                {(!detail.is_empty()).then(|| view! { <span class="radio-card-detail" id=detail_id>{detail}</span> })}
            </label>
        }
    });
    let cards = cards.collect_view();
    let (legend_id, error_id) = (unique_id("legend"), unique_id("error"));
    let (labelled, described) = (legend_id.clone(), error_id.clone());
    let group = NodeRef::<leptos::html::Fieldset>::new();
    Effect::new(move |_| {
        if let (true, Some(group)) = (error.with(Option::is_some), group.get_untracked()) {
            focus_first_choice(&group);
        }
    });
    view! {
        <fieldset
            class="radio-cards"
            class:radio-cards-row=in_row
            class:field-failed=move || error.with(Option::is_some)
            role="radiogroup"
            aria-labelledby=labelled
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=move || error.with(Option::is_some).then(|| described.clone())
            node_ref=group
        >
            <legend id=legend_id class:visually-hidden=label_hidden>{label}</legend>
            {cards}
            <p class="field-error" id=error_id aria-live="polite">{move || error.get()}</p>
        </fieldset>
    }
}

/// Puts the keyboard where what is wrong can be set right.
fn focus_first_choice(group: &web_sys::HtmlFieldSetElement) {
    let choice = group.query_selector("input").ok().flatten();
    if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A choice on the page can be focused.
        let _ = choice.focus();
    }
}

/// Yes or no.
#[component]
pub fn Checkbox(
    /// What yes means.
    #[prop(into)]
    label: String,
    /// Yes or no.
    value: RwSignal<bool>,
    /// More on it, in a sentence.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Hears each change made by the person.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let hint_id = unique_id("hint");
    let described = hint.is_some().then(|| hint_id.clone());
    let change = move |event| {
        value.set(event_target_checked(&event));
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    };
    view! {
        <div class="checkbox">
            <label>
                <input
                    type="checkbox"
                    prop:checked=value
                    disabled=disabled
                    aria-describedby=described
                    on:change=change
                />
                <span>{label}</span>
            </label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
        </div>
    }
}

//! Fields to type into: each with a label, and where needed a hint and an error that are read out with it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::unique_id;
use crate::strings::common as words;

/// The ids of a field and of what describes it.
#[derive(Clone)]
pub(super) struct FieldIds {
    pub field: String,
    hint: String,
    error: String,
    has_hint: bool,
}

impl FieldIds {
    pub fn new(hint: Option<&str>) -> Self {
        let field = unique_id("field");
        Self {
            hint: format!("{field}-hint"),
            error: format!("{field}-error"),
            has_hint: hint.is_some(),
            field,
        }
    }

    /// What `aria-describedby` has to name.
    pub fn described_by(&self, failed: bool) -> Option<String> {
        match (self.has_hint, failed) {
            (false, false) => None,
            (true, false) => Some(self.hint.clone()),
            (false, true) => Some(self.error.clone()),
            (true, true) => Some(format!("{} {}", self.hint, self.error)),
        }
    }
}

/// Label, hint and error around a field. The error's place is always there, so that it is read out when it comes.
#[component]
pub(super) fn FieldFrame(
    ids: FieldIds,
    label: String,
    hint: Option<String>,
    #[prop(into)] error: Signal<Option<String>>,
    optional: bool,
    children: Children,
) -> impl IntoView {
    let FieldIds { field, hint: hint_id, error: error_id, .. } = ids;
    view! {
        <div class="field" class:field-failed=move || error.with(Option::is_some)>
            <label for=field>
                {label} {optional.then(|| view! { <span class="field-optional">{words::OPTIONAL}</span> })}
            </label>
            {children()}
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <p class="field-error" id=error_id aria-live="polite">{move || error.get()}</p>
        </div>
    }
}

/// One line of text.
#[component]
pub fn TextField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// What is in it.
    value: RwSignal<String>,
    /// What to write, in a sentence.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// `text`, `email`, `tel`, `search` or `number`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in; nothing by default, for these are other people's data.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Has to be filled in.
    #[prop(optional)]
    required: bool,
    /// May stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// Gets the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
    /// Longest text taken, in UTF-16 units.
    #[prop(optional, into)]
    max_length: Option<u32>,
    /// The element, to give it the focus.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Input>,
    /// Hears each change made by the person.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    let hint = hint.filter(|hint| !hint.is_empty());
    let error = while_unchanged(value, error);
    let ids = FieldIds::new(hint.as_deref());
    let described = ids.clone();
    focus_when_mounted(node_ref, autofocus);
    view! {
        <FieldFrame ids=ids.clone() label hint error optional>
            <input
                id=ids.field
                class="input"
                class:is-empty=move || kind == "date" && value.with(String::is_empty)
                type=kind
                autocomplete=autocomplete
                spellcheck=if kind == "text" { None } else { Some("false") }
                required=required
                maxlength=max_length.map(|n| n.to_string())
                node_ref=node_ref
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || described.described_by(error.with(Option::is_some))
                prop:value=value
                on:input=move |event| {
                    value.set(event_target_value(&event));
                    if let Some(on_input) = on_input {
                        on_input.run(());
                    }
                }
            />
        </FieldFrame>
    }
}

/// Several lines of text; grows with what is written.
#[component]
pub fn TextArea(
    /// What it is.
    #[prop(into)]
    label: String,
    /// What is in it.
    value: RwSignal<String>,
    /// What to write, in a sentence.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Lines shown while it is empty.
    #[prop(default = 3)]
    rows: u32,
    /// Has to be filled in.
    #[prop(optional)]
    required: bool,
    /// May stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// Gets the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
    /// Checks spelling; off where the words are no prose.
    #[prop(default = true)]
    spellcheck: bool,
    /// The element, to give it the focus.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Textarea>,
    /// Hears each change made by the person.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    let error = while_unchanged(value, error);
    let ids = FieldIds::new(hint.as_deref());
    let described = ids.clone();
    if autofocus {
        Effect::new(move |_| {
            if let Some(element) = node_ref.get() {
                let _ = element.focus();
            }
        });
    }
    view! {
        <FieldFrame ids=ids.clone() label hint error optional>
            <textarea
                id=ids.field
                class="input"
                autocomplete="off"
                rows=rows.to_string()
                style:min-height=format!("{}rem", f64::from(rows) * 1.4 + 1.0)
                required=required
                spellcheck=if spellcheck { "true" } else { "false" }
                node_ref=node_ref
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || described.described_by(error.with(Option::is_some))
                prop:value=value
                on:input=move |event| {
                    value.set(event_target_value(&event));
                    if let Some(on_input) = on_input {
                        on_input.run(());
                    }
                }
            ></textarea>
        </FieldFrame>
    }
}

/// A day, as `YYYY-MM-DD`; empty when not known.
#[component]
pub fn DateField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The day, or empty.
    value: RwSignal<String>,
    /// What to fill in, in a sentence.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// Hears each change made by the person.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    dated("date", label, value, hint, error, optional, on_input)
}

/// A moment in this device's time zone, as `YYYY-MM-DDTHH:MM`; empty when not known. See [`crate::format::local_input`].
#[component]
pub fn DateTimeField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The moment, or empty.
    value: RwSignal<String>,
    /// What to fill in, in a sentence.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// Hears each change made by the person.
    #[prop(optional, into)]
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    dated("datetime-local", label, value, hint, error, optional, on_input)
}

fn dated(
    kind: &'static str,
    label: String,
    value: RwSignal<String>,
    hint: Option<String>,
    error: Signal<Option<String>>,
    optional: bool,
    on_input: Option<Callback<()>>,
) -> impl IntoView {
    match on_input {
        Some(on_input) => view! {
            <TextField label value hint=hint.unwrap_or_default() error kind optional on_input />
        }
        .into_any(),
        None => {
            view! { <TextField label value hint=hint.unwrap_or_default() error kind optional /> }.into_any()
        }
    }
}

/// An error is about what stood in the field when it was judged: it goes once that has changed, until the next check.
pub(super) fn while_unchanged(
    value: RwSignal<String>,
    error: Signal<Option<String>>,
) -> Signal<Option<String>> {
    let judged = RwSignal::new(None::<String>);
    Effect::new(move |_| judged.set(error.with(Option::is_some).then(|| value.get_untracked())));
    Signal::derive(move || {
        let unchanged = judged.with(|judged| value.with(|value| judged.as_ref() == Some(value)));
        error.get().filter(|_| unchanged)
    })
}

/// Puts the keyboard into the first field with an error, once the error is on the page.
pub fn focus_first_wrong() {
    request_animation_frame(|| {
        let field = document().query_selector("[aria-invalid=true]").ok().flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A field on the page can be focused.
            let _ = field.focus();
        }
    });
}

/// Gives an input the focus once it is on the page.
pub(super) fn focus_when_mounted(node_ref: NodeRef<leptos::html::Input>, wanted: bool) {
    if wanted {
        Effect::new(move |_| {
            if let Some(element) = node_ref.get() {
                // An element on the page can be focused; where it cannot, nothing is lost.
                let _ = element.focus();
            }
        });
    }
}

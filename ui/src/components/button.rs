//! Buttons, and links that look like buttons.

use leptos::prelude::*;
use leptos_router::components::A;

use super::{Icon, IconName};

/// How much a button stands out. At most one primary on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing this page is for.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Destroys something or cannot be taken back.
    Danger,
    /// Beside other things, without a frame.
    Quiet,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Danger => "button button-danger",
            Self::Quiet => "button button-quiet",
        }
    }
}

/// A button. While `busy` it keeps its place and its focus and does nothing.
#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Work it started is going on.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// It can do nothing now; say why nearby.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Submits the form it stands in, instead of `on_press`.
    #[prop(optional)]
    submit: bool,
    /// Comes before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Its name, where an icon stands alone or the words do not say enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// What it does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Its words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let press = move |event: web_sys::MouseEvent| {
        if busy.get_untracked() || disabled.get_untracked() {
            event.prevent_default();
            return;
        }
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let class =
        if children.is_some() { kind.class().to_owned() } else { format!("{} button-icon", kind.class()) };
    let title = if children.is_none() { label.clone() } else { None };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=class
            class:is-busy=busy
            aria-label=label
            title=title
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || (busy.get() || disabled.get()).then_some("true")
            on:click=press
        >
            {icon.map(|name| view! { <Icon name /> })}
            {children.map(|children| view! { <span>{children()}</span> })}
        </button>
    }
}

/// A link to another page that stands where a button would.
#[component]
pub fn LinkButton(
    /// Where to.
    #[prop(into)]
    href: String,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Comes before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <A href=href attr:class=kind.class()>
            {icon.map(|name| view! { <Icon name /> })}
            <span>{children()}</span>
        </A>
    }
}

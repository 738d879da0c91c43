//! How a page is laid out: its header, where it stands, cards, and what to show when there is nothing.

use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use super::{Icon, IconName};
use crate::strings::common as words;

/// What a colour means. Colour never says it alone: the words do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// Needs someone.
    Warn,
    /// Wrong.
    Danger,
    /// In the accent colour.
    Accent,
}

impl Tone {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Danger => "danger",
            Self::Accent => "accent",
        }
    }
}

/// A short remark in a rounded frame.
#[component]
pub fn Pill(
    /// What its colour means.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! { <span class=move || format!("pill pill-{}", tone.get().word())>{children()}</span> }
}

/// A framed part of a page, with a heading of level 2.
#[component]
pub fn Card(
    /// Its heading; none where the page's own says enough.
    #[prop(optional, into)]
    heading: Option<String>,
    /// Stands at the end of the heading's line.
    #[prop(optional, into)]
    aside: ViewFn,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let heading = heading.map(|heading| {
        view! { <div class="card-head"><h2>{heading}</h2>{move || aside.run()}</div> }
    });
    view! { <section class="card">{heading}{children()}</section> }
}

/// A line across the page that something needs attention.
#[component]
pub fn Notice(
    /// What its colour means.
    #[prop(optional)]
    tone: Tone,
    /// What it is about, in a few words.
    #[prop(into)]
    heading: String,
    /// What can be done about it.
    #[prop(optional, into)]
    actions: ViewFn,
    /// More on it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let icon = match tone {
        Tone::Warn | Tone::Danger => IconName::Warning,
        Tone::Good => IconName::Check,
        Tone::Plain | Tone::Accent => IconName::About,
    };
    view! {
        <div class=format!("notice notice-{}", tone.word())>
            <Icon name=icon />
            <div class="notice-text">
                <p class="notice-heading">{heading}</p>
                {children.map(|children| view! { <div class="notice-body">{children()}</div> })}
            </div>
            <div class="notice-actions">{move || actions.run()}</div>
        </div>
    }
}

/// What to show where nothing is yet: what would be here, and how it comes to be.
#[component]
pub fn EmptyState(
    /// A picture of what is missing.
    icon: IconName,
    /// What is missing.
    #[prop(into)]
    heading: String,
    /// How it comes to be.
    #[prop(optional, into)]
    detail: String,
    /// What to do first.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <div class="empty-icon"><Icon name=icon /></div>
            <p class="empty-heading">{heading}</p>
            {(!detail.is_empty()).then(|| view! { <p class="empty-detail">{detail}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

/// The top of a page: its name, what stands above it, and what can be done. Names the window, and takes the focus when
/// the page is opened, so that a screen reader begins there.
#[component]
pub fn PageHeader(
    /// The page's name.
    #[prop(into)]
    title: Signal<String>,
    /// What the window is called where the page's name says who someone is or when they were here: browsers and systems
    /// keep the names of windows outside the vault.
    #[prop(optional)]
    window_title: Option<&'static str>,
    /// A line above the name; a breadcrumb or a date.
    #[prop(optional, into)]
    above: ViewFn,
    /// Stands beside the name; pills.
    #[prop(optional, into)]
    beside: ViewFn,
    /// What can be done here; at most one primary button.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    let name = move || window_title.map_or_else(|| title.get(), str::to_owned);
    Effect::new(move |_| document().set_title(&format!("{} · {}", name(), words::PRODUCT)));
    let heading = NodeRef::<html::H1>::new();
    focus_on_arrival(heading);
    view! {
        <header class="page-header">
            <div class="page-header-words">
                <div class="page-header-above">{move || above.run()}</div>
                <div class="page-header-line">
                    <h1 tabindex="-1" node_ref=heading>{move || title.get()}</h1>
                    {move || beside.run()}
                </div>
            </div>
            <div class="actions">{move || actions.run()}</div>
        </header>
    }
}

/// Gives a page's heading the focus when the page is opened or becomes another one, unless something on it took the focus
/// already.
pub fn focus_on_arrival(heading: NodeRef<html::H1>) {
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        let Some(heading) = heading.get() else { return };
        request_animation_frame(move || {
            let taken = document().active_element().is_some_and(|element| {
                matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "DIALOG")
                    || element.closest("dialog").ok().flatten().is_some()
            });
            if !taken {
                // A heading on the page can be focused.
                let _ = heading.focus();
            }
        });
    });
}

/// A step on the way to where the page stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl Crumb {
    /// A step.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// The way to where the page stands, outermost first; the page itself is not in it.
#[component]
pub fn Breadcrumb(
    /// The steps.
    #[prop(into)]
    steps: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let items = move || {
        steps
            .get()
            .into_iter()
            .map(|step| view! { <li><A href=step.href>{step.label}</A></li> })
            .collect_view()
    };
    view! {
        <nav class="breadcrumb" aria-label=words::BREADCRUMB>
            <ol>{items}</ol>
        </nav>
    }
}

//! A button that opens a short list of things to do.

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::{ButtonKind, Icon, IconName, unique_id};

/// One thing to do.
#[derive(Clone)]
pub struct MenuItem {
    /// Its words.
    pub label: String,
    /// Comes before the words.
    pub icon: Option<IconName>,
    /// What it does.
    pub on_choose: Callback<()>,
    /// The name journeys find it by.
    pub test: Option<&'static str>,
}

impl MenuItem {
    /// A thing to do.
    pub fn new(label: impl Into<String>, on_choose: impl Into<Callback<()>>) -> Self {
        Self { label: label.into(), icon: None, on_choose: on_choose.into(), test: None }
    }

    /// The same with an icon.
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The same with a name journeys find it by.
    pub fn test(mut self, test: &'static str) -> Self {
        self.test = Some(test);
        self
    }
}

/// A button with a menu. Arrow keys, Home and End move in it; Escape and a click elsewhere close it.
#[component]
pub fn Menu(
    /// The words on the button.
    #[prop(into)]
    label: String,
    /// Comes before the words; alone if `icon_only`.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Shows the icon alone; the words are read out.
    #[prop(optional)]
    icon_only: bool,
    /// The things to do; may change.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let list_id = unique_id("menu");

    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    Effect::new(move |_| {
        if open.get()
            && let Some(list) = list.get()
        {
            focus_item(&list, 0);
        }
    });
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        let inside = root.get_untracked().is_some_and(|root| {
            root.contains(event.target().and_then(|t| t.dyn_into::<web_sys::Node>().ok()).as_ref())
        });
        if !inside && open.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || elsewhere.remove());

    let keys = move |event: web_sys::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let count = list.children().length();
        let now = (0..count).find(|i| list.children().item(*i) == document().active_element());
        let next = match event.key().as_str() {
            "ArrowDown" => now.map_or(0, |i| (i + 1) % count),
            "ArrowUp" => now.map_or(0, |i| (i + count - 1) % count),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            "Escape" => return close(),
            "Tab" => return open.set(false),
            _ => return,
        };
        event.prevent_default();
        focus_item(&list, next);
    };
    let row = move |item: MenuItem| {
        let choose = move |_| {
            close();
            item.on_choose.run(());
        };
        view! {
            <button type="button" role="menuitem" tabindex="-1" data-testid=item.test on:click=choose>
                {item.icon.map(|name| view! { <Icon name /> })}
                <span>{item.label}</span>
            </button>
        }
    };
    let class = if icon_only { "button button-quiet button-icon" } else { "button" };
    debug_assert!(!icon_only || icon.is_some(), "an icon alone needs an icon: {:?}", ButtonKind::Quiet);
    let labelled = label.clone();
    let controls = list_id.clone();
    view! {
        <div class="menu" node_ref=root>
            <button
                type="button"
                class=class
                node_ref=button
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                aria-controls=move || open.get().then(|| controls.clone())
                aria-label=icon_only.then(|| labelled.clone())
                title=icon_only.then_some(labelled.clone())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon.map(|name| view! { <Icon name /> })}
                {(!icon_only).then(|| view! { <span>{label.clone()}</span> <Icon name=IconName::Down /> })}
            </button>
            <Show when=move || open.get()>
                <div class="menu-list" role="menu" id=list_id.clone() aria-label=labelled.clone() node_ref=list on:keydown=keys>
                    {move || items.get().into_iter().map(row).collect_view()}
                </div>
            </Show>
        </div>
    }
}

fn focus_item(list: &web_sys::HtmlDivElement, index: u32) {
    let item = list.children().item(index).and_then(|item| item.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(item) = item {
        // A menu item on the page can be focused.
        let _ = item.focus();
    }
}

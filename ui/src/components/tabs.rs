//! Tabs: several views of one thing, one at a time.

use leptos::html;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

/// One view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its word in code, unique among these tabs.
    pub id: &'static str,
    /// Its name.
    pub label: String,
}

impl Tab {
    /// A view.
    pub fn new(id: &'static str, label: impl Into<String>) -> Self {
        Self { id, label: label.into() }
    }
}

/// The row of tabs. Left and right arrows, Home and End move; the view follows the focus.
#[component]
pub fn Tabs(
    /// What they are views of.
    #[prop(into)]
    label: String,
    /// The views.
    tabs: Vec<Tab>,
    /// The one shown.
    selected: RwSignal<&'static str>,
) -> impl IntoView {
    let row = NodeRef::<html::Div>::new();
    let ids: Vec<&'static str> = tabs.iter().map(|tab| tab.id).collect();
    let keys = move |event: web_sys::KeyboardEvent| {
        let now = ids.iter().position(|id| *id == selected.get_untracked()).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowRight" => (now + 1) % ids.len(),
            "ArrowLeft" => (now + ids.len() - 1) % ids.len(),
            "Home" => 0,
            "End" => ids.len() - 1,
            _ => return,
        };
        event.prevent_default();
        selected.set(ids[next]);
        let item = row.get_untracked().and_then(|row| row.children().item(next as u32));
        if let Some(item) = item.and_then(|item| item.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A tab on the page can be focused.
            let _ = item.focus();
        }
    };
    let button = move |tab: Tab| {
        let on = move || selected.get() == tab.id;
        view! {
            <button
                type="button"
                role="tab"
                id=format!("tab-{}", tab.id)
                aria-controls=format!("panel-{}", tab.id)
                aria-selected=move || on().to_string()
                tabindex=move || if on() { "0" } else { "-1" }
                on:click=move |_| selected.set(tab.id)
            >
                {tab.label}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label node_ref=row on:keydown=keys>
            {tabs.into_iter().map(button).collect_view()}
        </div>
    }
}

/// What one tab shows. It is on the page only while its tab is selected; the empty frame stays for screen readers.
#[component]
pub fn TabPanel(
    /// Its tab's word.
    id: &'static str,
    /// The tab shown.
    selected: RwSignal<&'static str>,
    /// What it shows.
    children: ChildrenFn,
) -> impl IntoView {
    let on = Memo::new(move |_| selected.get() == id);
    view! {
        <div
            role="tabpanel"
            id=format!("panel-{id}")
            aria-labelledby=format!("tab-{id}")
            tabindex="0"
            class="tab-panel"
            hidden=move || !on.get()
        >
            <Show when=move || on.get()>{children()}</Show>
        </div>
    }
}

//! Writing a safety plan: seven lists in the person's own words, saved by themselves.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use contract::risk::{GetSafetyPlan, SafetyPlan, SafetyPlanView, SaveSafetyPlan};
use contract::vault::Role;
use contract::{ClientId, ErrorCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::layer::{HelpButton, Occasion};
use super::plan::{PlanText, parts, plan_of, version};
use crate::app::NotFound;
use crate::components::{
    Breadcrumb, Button, ButtonKind, Crumb, ErrorNote, IconName, Loaded, Notice, PageHeader, SaveNote, Tone,
    unique_id,
};
use crate::format;
use crate::pages::clients::{ClientCrumbs, client_in_address};
use crate::state::{Autosave, Query, SaveState, use_api, use_autosave, use_query};
use crate::strings::{home, support as words};

/// A client's safety plan, to be written, read and printed.
#[component]
pub fn SafetyPlanPage() -> impl IntoView {
    let id = client_in_address();
    move || match id.get() {
        Some(id) => view! { <PlanPage id /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn PlanPage(id: ClientId) -> impl IntoView {
    let role = use_api().role();
    let plan = use_query(move || GetSafetyPlan { client_id: id });
    let saving = RwSignal::new(SaveState::default());
    let above = move || {
        if role.get() == Some(Role::Client) {
            view! { <Breadcrumb steps=vec![Crumb::new(home::CLIENT_TITLE, "/")] /> }.into_any()
        } else {
            view! { <ClientCrumbs id /> }.into_any()
        }
    };
    let print = move || {
        // A window that cannot print leaves the words on the screen, to be written down by hand.
        let _ = window().print();
    };
    let occasion = Occasion { client: Some(id), ..Occasion::default() };
    let actions = move || {
        view! {
            <SaveNote state=saving />
            <Button icon=IconName::Print on_press=print>{words::PRINT}</Button>
            <HelpButton occasion=occasion />
        }
    };
    let detail = move || {
        if role.get() == Some(Role::Client) { words::PLAN_DETAIL } else { words::PLAN_DETAIL_CLINICIAN }
    };
    view! {
        <PageHeader title=words::PLAN_TITLE above actions />
        <div class="page-body page-narrow">
            <p class="lead screen-only">{detail}</p>
            <Loaded query=plan let:answer>
                <Editor first=answer.get_untracked() plan saving />
            </Loaded>
        </div>
    }
}

/// A line being written.
#[derive(Clone, Copy)]
struct Row {
    key: usize,
    text: RwSignal<String>,
}

/// The seven lists being written, and how they are saved.
#[derive(Clone, Copy)]
struct Draft {
    lists: [RwSignal<Vec<Row>>; 7],
    next_key: StoredValue<usize>,
    save: Autosave<SafetyPlan>,
    /// What a screen reader says about the last change.
    said: RwSignal<String>,
}

impl Draft {
    fn row(self, text: String) -> Row {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        Row { key, text: RwSignal::new(text) }
    }

    /// Shows a plan. A part without words offers an empty line.
    fn fill(self, plan: &SafetyPlan) {
        for (list, lines) in self.lists.iter().zip(parts(plan)) {
            let mut rows: Vec<Row> = lines.iter().map(|line| self.row(line.clone())).collect();
            if rows.is_empty() {
                rows.push(self.row(String::new()));
            }
            list.set(rows);
        }
    }

    /// The plan as written; empty lines are none.
    fn read(self) -> SafetyPlan {
        plan_of(self.lists.map(|list| {
            let texts = list.with_untracked(|rows| {
                rows.iter().map(|row| row.text.with_untracked(|t| t.trim().to_owned())).collect::<Vec<_>>()
            });
            texts.into_iter().filter(|text| !text.is_empty()).collect()
        }))
    }

    fn changed(self) {
        self.save.touch(self.read());
    }

    fn add(self, part: usize, at: usize) {
        let row = self.row(String::new());
        self.lists[part].update(|rows| rows.insert(at.min(rows.len()), row));
        focus_row(row.key);
    }

    fn remove(self, part: usize, at: usize) {
        let list = self.lists[part];
        list.update(|rows| {
            rows.remove(at);
        });
        if list.with_untracked(Vec::is_empty) {
            list.set(vec![self.row(String::new())]);
        }
        let near = list.with_untracked(|rows| rows.get(at.min(rows.len() - 1)).map(|row| row.key));
        near.into_iter().for_each(focus_row);
        self.said.set(words::LINE_REMOVED.to_owned());
        self.changed();
    }

    fn shift(self, part: usize, at: usize, down: bool) {
        let list = self.lists[part];
        let to = if down { at + 1 } else { at.wrapping_sub(1) };
        if to >= list.with_untracked(Vec::len) {
            return;
        }
        list.update(|rows| rows.swap(at, to));
        if let Some(key) = list.with_untracked(|rows| rows.get(to).map(|row| row.key)) {
            focus_row(key);
        }
        self.said.set(words::line_moved(&format::number((to + 1) as f64)));
        self.changed();
    }
}

fn row_id(key: usize) -> String {
    format!("plan-line-{key}")
}

fn focus_row(key: usize) {
    request_animation_frame(move || {
        let field = document().get_element_by_id(&row_id(key));
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A field on the page can be focused.
            let _ = field.focus();
        }
    });
}

#[component]
fn Editor(first: SafetyPlanView, plan: Query<SafetyPlanView>, saving: RwSignal<SaveState>) -> impl IntoView {
    let api = use_api();
    let id = first.client_id;
    // Outlives the page, because the last save may still be on its way when it is left.
    let base = Arc::new(AtomicU32::new(first.version));
    let of_save = Arc::clone(&base);
    let save = use_autosave(move |written: SafetyPlan| {
        let base = Arc::clone(&of_save);
        async move {
            let command =
                SaveSafetyPlan { client_id: id, version: base.load(Ordering::Relaxed), plan: written };
            let saved = api.call(command).await?;
            base.store(saved.version, Ordering::Relaxed);
            plan.set(saved);
            Ok(())
        }
    });
    let lists = std::array::from_fn(|_| RwSignal::new(Vec::new()));
    let draft = Draft { lists, next_key: StoredValue::new(0), save, said: RwSignal::new(String::new()) };
    draft.fill(&first.plan);
    Effect::new(move |_| saving.set(save.state()));
    let refused = Signal::derive(move || match save.state() {
        SaveState::Failed(error) => Some(error),
        _ => None,
    });
    let unread = RwSignal::new(None);
    let conflict = Memo::new(move |_| refused.get().is_some_and(|error| error.code == ErrorCode::Conflict));
    let other = Signal::derive(move || {
        refused.get().filter(|error| error.code != ErrorCode::Conflict).or_else(|| unread.get())
    });
    let load_newer = Callback::from(move || {
        let base = Arc::clone(&base);
        spawn_local(async move {
            match api.call(GetSafetyPlan { client_id: id }).await {
                Ok(newer) => {
                    save.forget();
                    base.store(newer.version, Ordering::Relaxed);
                    draft.fill(&newer.plan);
                    plan.set(newer);
                }
                Err(error) => {
                    let _ = unread.try_set(Some(error));
                }
            }
        });
    });
    let kept = Signal::derive(move || plan.get().unwrap_or_else(|| first.clone()));
    let sections = (0..words::PARTS.len()).map(|part| view! { <Part draft part /> }).collect_view();
    view! {
        <div class="plan-editor screen-only">
            <Show when=move || conflict.get()>
                <Notice
                    tone=Tone::Warn
                    heading=words::PLAN_CONFLICT
                    actions=move || view! { <Button on_press=load_newer>{words::LOAD_NEWER}</Button> }
                >
                    {words::PLAN_CONFLICT_DETAIL}
                </Notice>
            </Show>
            <ErrorNote error=other />
            <p class="visually-hidden" role="status">{move || draft.said.get()}</p>
            {sections}
            <p class="quiet">{words::PLAN_REORDER} " " {words::PLAN_SOURCE} " " {move || kept.with(version)}</p>
        </div>
        <div class="print-only"><PlanText view=kept /></div>
    }
}

#[component]
fn Part(draft: Draft, part: usize) -> impl IntoView {
    let (name, question) = words::PARTS[part];
    let list = draft.lists[part];
    let heading = unique_id("part");
    let labelled = heading.clone();
    let row = move |row: Row| view! { <Line draft part row /> };
    view! {
        <section class="card plan-part" aria-labelledby=labelled>
            <h2 id=heading>{name}</h2>
            <p class="field-hint">{question}</p>
            <ol class="plan-lines">
                <For each=move || list.get() key=|row| row.key children=row />
            </ol>
            <div class="actions">
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Plus
                    label=words::add_line(name)
                    on_press=move || draft.add(part, usize::MAX)
                >
                    {words::ADD}
                </Button>
            </div>
        </section>
    }
}

#[component]
fn Line(draft: Draft, part: usize, row: Row) -> impl IntoView {
    let list = draft.lists[part];
    let at = Memo::new(move |_| {
        list.with(|rows| rows.iter().position(|other| other.key == row.key)).unwrap_or_default()
    });
    let number = move || format::number((at.get() + 1) as f64);
    let last = move || list.with(|rows| at.get() + 1 >= rows.len());
    let keys = move |event: KeyboardEvent| {
        let now = at.get_untracked();
        match (event.key().as_str(), event.alt_key()) {
            ("Enter", false) if !event.is_composing() => draft.add(part, now + 1),
            ("ArrowUp", true) => draft.shift(part, now, false),
            ("ArrowDown", true) => draft.shift(part, now, true),
            _ => return,
        }
        event.prevent_default();
    };
    let button = move |icon, words: fn(&str) -> String, disabled: Signal<bool>, press: Callback<()>| {
        // The name changes with the line's number, so the button itself is made anew with it.
        move || {
            let label = words(&number());
            view! { <Button kind=ButtonKind::Quiet icon label disabled on_press=press /> }
        }
    };
    view! {
        <li class="plan-line">
            <input
                id=row_id(row.key)
                class="input"
                type="text"
                autocomplete="off"
                maxlength="500"
                aria-label=move || words::line(words::PARTS[part].0, &number())
                prop:value=row.text
                on:input=move |event| {
                    row.text.set(event_target_value(&event));
                    draft.changed();
                }
                on:keydown=keys
            />
            {button(IconName::Up, words::line_up, Signal::derive(move || at.get() == 0), Callback::from(move || draft.shift(part, at.get_untracked(), false)))}
            {button(IconName::Down, words::line_down, Signal::derive(last), Callback::from(move || draft.shift(part, at.get_untracked(), true)))}
            {button(IconName::Trash, words::line_remove, Signal::derive(|| false), Callback::from(move || draft.remove(part, at.get_untracked())))}
        </li>
    }
}

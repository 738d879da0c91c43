//! Adding an instrument from a file: a pack, or a licensed one for a slot.

use contract::ApiError;
use contract::instruments::{AddInstrument, InstrumentCatalogue};
use contract::recordings::FileSource;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{
    Button, ButtonKind, Choice, Dialog, ErrorNote, IconName, RadioCards, Select, TextArea, focus_first_wrong,
};
use crate::state::{Query, use_api, use_toasts};
use crate::strings::{common, instruments as words};
use crate::transport::Purpose;

/// What is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pack,
    Licensed,
}

/// Asks what is in the file and by what right it is used, then for the file.
#[component]
pub fn AddDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The slot it was opened for.
    for_slot: RwSignal<Option<String>>,
    /// The catalogue, read again afterwards.
    catalogue: Query<InstrumentCatalogue>,
) -> impl IntoView {
    view! {
        <Dialog open title=words::ADD>
            <AddForm open for_slot=for_slot.get_untracked() catalogue />
        </Dialog>
    }
}

#[component]
fn AddForm(
    open: RwSignal<bool>,
    for_slot: Option<String>,
    catalogue: Query<InstrumentCatalogue>,
) -> impl IntoView {
    let slots: Vec<Choice<String>> = catalogue.with(|all| {
        let slots = all.map(|all| all.slots.as_slice()).unwrap_or_default();
        slots.iter().map(|slot| Choice::new(slot.id.clone(), slot.title.clone())).collect()
    });
    let kind = RwSignal::new(for_slot.is_some().then_some(Kind::Licensed));
    let first = slots.first().map(|choice| choice.value.clone());
    let chosen = RwSignal::new(for_slot.or(first).unwrap_or_default());
    let statement = RwSignal::new(String::new());
    let adding = use_adding(open, catalogue);
    let error = adding.error;
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let statement = statement.with_untracked(|text| text.trim().to_owned());
        match kind.get_untracked() {
            None => error.set(Some(ApiError::invalid("kind", words::ADD_KIND_MISSING))),
            Some(Kind::Pack) => adding.run(None, String::new()),
            Some(Kind::Licensed) if statement.is_empty() => {
                error.set(Some(ApiError::invalid("statement", words::RIGHT_MISSING)));
                focus_first_wrong();
            }
            Some(Kind::Licensed) => adding.run(Some(chosen.get_untracked()), statement),
        }
    };
    let kinds = vec![
        Choice::new(Kind::Pack, words::ADD_PACK).detail(words::ADD_PACK_DETAIL),
        Choice::new(Kind::Licensed, words::ADD_LICENSED).detail(words::ADD_LICENSED_DETAIL),
    ];
    let wrong = move |name: &'static str| {
        Signal::derive(move || error.get().filter(|e| e.field.as_deref() == Some(name)).map(|e| e.message))
    };
    let shown_below = |e: &ApiError| !matches!(e.field.as_deref(), Some("statement" | "slot"));
    let other = Signal::derive(move || error.get().filter(shown_below));
    let slots = StoredValue::new(slots);
    view! {
        <form class="stack" novalidate=true on:submit=submit>
            <RadioCards label=words::ADD_KIND choices=kinds value=kind on_change=move || error.set(None) />
            <Show when=move || kind.get() == Some(Kind::Licensed)>
                <Select label=words::SLOT choices=slots.get_value() value=chosen error=wrong("slot") />
                <TextArea
                    label=words::RIGHT
                    hint=words::RIGHT_HINT
                    value=statement
                    error=wrong("statement")
                    on_input=move || error.set(None)
                />
            </Show>
            <ErrorNote error=other />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Import
                    submit=true
                    busy=adding.busy
                    attr:data-testid="instrument-file"
                >
                    {words::CHOOSE_FILE}
                </Button>
            </div>
        </form>
    }
}

/// Picking the file and handing it to the core.
#[derive(Clone, Copy)]
struct Adding {
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
    start: Callback<(Option<String>, String)>,
}

impl Adding {
    fn run(self, slot: Option<String>, statement: String) {
        if !self.busy.get_untracked() {
            self.start.run((slot, statement));
        }
    }
}

fn use_adding(open: RwSignal<bool>, catalogue: Query<InstrumentCatalogue>) -> Adding {
    let api = use_api();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<ApiError>);
    let start = Callback::new(move |(slot, statement): (Option<String>, String)| {
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let added = async {
                let Some(file) = api.pick_file(Purpose::Instrument).await? else { return Ok(None) };
                let source = FileSource::Picked(file.pick_id);
                api.call(AddInstrument { source, slot, statement }).await.map(Some)
            };
            match added.await {
                Ok(Some(_)) => {
                    let _ = open.try_set(false);
                    toasts.good(words::ADDED);
                    catalogue.reload();
                }
                Ok(None) => {}
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                }
            }
            let _ = busy.try_set(false);
        });
    });
    Adding { busy, error, start }
}

//! A refusal of the core, shown where it happened.

use contract::ApiError;
use leptos::prelude::*;

use super::{Button, ButtonKind, Icon, IconName};
use crate::strings::common as words;

/// What happened, what was kept and what to do next, in the core's own words; with the number under which this device's
/// log has more. Read out when it appears.
#[component]
pub fn ErrorNote(
    /// The refusal; nothing is shown while there is none.
    #[prop(into)]
    error: Signal<Option<ApiError>>,
    /// Tries the same again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let note = move |error: ApiError| {
        let incident = error.incident.map(|incident| incident.to_string());
        view! {
            <div class="error-note">
                <Icon name=IconName::Warning />
                <div>
                    <p>{error.message}</p>
                    {incident.map(|incident| view! { <Incident incident /> })}
                    {on_retry.map(|on_retry| view! {
                        <Button icon=IconName::Retry on_press=move || on_retry.run(())>{words::TRY_AGAIN}</Button>
                    })}
                </div>
            </div>
        }
    };
    view! { <div role="alert">{move || error.get().map(note)}</div> }
}

/// The number of an incident, to be copied for whoever looks into it.
#[component]
fn Incident(incident: String) -> impl IntoView {
    let copied = RwSignal::new(false);
    let shown = incident.clone();
    let copy = move || {
        // Where there is no clipboard the number can still be marked and copied by hand.
        let _ = window().navigator().clipboard().write_text(&incident);
        copied.set(true);
    };
    view! {
        <p class="incident">
            <span>{words::INCIDENT} " " <code>{shown}</code></span>
            <Button kind=ButtonKind::Quiet icon=IconName::Copy on_press=copy>
                <span aria-live="polite">{move || if copied.get() { words::COPIED } else { words::COPY }}</span>
            </Button>
        </p>
    }
}

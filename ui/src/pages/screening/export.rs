//! Results leave the vault: as a file for reading, for other systems, or for counting.

use contract::results::{ExportResults, ResultFormat};
use contract::{ApiError, ClientId, ScreeningId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{IconName, Menu, MenuItem};
use crate::state::{use_api, use_toasts};
use crate::strings::results as words;

/// The forms to choose from: of one screening, or of everything a client finished.
#[component]
pub fn ExportMenu(
    /// Whose.
    #[prop(into)]
    client_id: Signal<Option<ClientId>>,
    /// Only this one.
    #[prop(optional_no_strip)]
    screening_id: Option<ScreeningId>,
    /// Where a refusal is shown.
    trouble: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let export = move |format: ResultFormat| {
        let Some(client_id) = client_id.get_untracked() else { return };
        trouble.set(None);
        spawn_local(async move {
            let saved = match api.call(ExportResults { client_id, screening_id, format }).await {
                Ok(file) => api.save_file(file).await,
                Err(error) => Err(error),
            };
            match saved {
                Ok(true) => toasts.good(words::EXPORTED),
                Ok(false) => {}
                Err(error) => {
                    let _ = trouble.try_set(Some(error));
                }
            }
        });
    };
    let item = move |name: &'static str, format, test| MenuItem::new(name, move || export(format)).test(test);
    let items = vec![
        item(words::EXPORT_PDF, ResultFormat::Pdf, "export-pdf"),
        item(words::EXPORT_FHIR, ResultFormat::Fhir, "export-fhir"),
        item(words::EXPORT_SCORES, ResultFormat::CsvScores, "export-scores"),
        item(words::EXPORT_ITEMS, ResultFormat::CsvItems, "export-items"),
    ];
    view! { <Menu label=words::EXPORT icon=IconName::Export items attr:data-testid="results-export" /> }
}

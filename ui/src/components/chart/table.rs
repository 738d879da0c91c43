//! The numbers behind a picture, as a table.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::strings::results as words;

/// A row: where it leads, and its cells. The first cell names the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Where the first cell leads; empty where nowhere.
    pub href: String,
    /// The cells.
    pub cells: Vec<String>,
}

/// "Show as table". The rows are made when a person asks for them.
#[component]
pub fn ChartTable(
    /// What it shows.
    #[prop(into)]
    caption: String,
    /// The names of the columns.
    columns: Vec<&'static str>,
    /// Makes the rows.
    rows: Arc<dyn Fn() -> Vec<TableRow> + Send + Sync>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let body = move || {
        let row = |row: TableRow| {
            let mut cells = row.cells.into_iter();
            let name = cells.next().unwrap_or_default();
            let name = match row.href.is_empty() {
                true => view! { {name} }.into_any(),
                false => view! { <A href=row.href>{name}</A> }.into_any(),
            };
            let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
            view! { <tr><th scope="row">{name}</th>{cells}</tr> }
        };
        rows().into_iter().map(row).collect_view()
    };
    let body = StoredValue::new(body);
    let caption = StoredValue::new(caption);
    let columns = StoredValue::new(columns);
    view! {
        <details
            class="chart-table screen-only"
            on:toggle=move |event| {
                let details = event_target::<web_sys::Element>(&event);
                open.set(details.has_attribute("open"));
            }
        >
            <summary>{words::AS_TABLE}</summary>
            <Show when=move || open.get()>
                <div class="table-frame" role="region" aria-label=caption.get_value() tabindex="0">
                    <table class="table">
                        <caption class="visually-hidden">{caption.get_value()}</caption>
                        <thead>
                            <tr>
                                {columns.get_value().into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}
                            </tr>
                        </thead>
                        <tbody>{body.with_value(|body| body())}</tbody>
                    </table>
                </div>
            </Show>
        </details>
    }
}

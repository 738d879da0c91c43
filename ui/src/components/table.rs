//! A plain table that scrolls sideways by itself on a narrow window.

use leptos::prelude::*;

/// A table. For hundreds of rows take [`super::VirtualList`].
#[component]
pub fn Table(
    /// What it shows; read out, not shown.
    #[prop(into)]
    caption: String,
    /// The columns' names, in order; an empty one is a column of buttons.
    columns: Vec<String>,
    /// The rows: `<tr>` elements.
    children: Children,
) -> impl IntoView {
    let label = caption.clone();
    let heads = columns.into_iter().map(|name| {
        if name.is_empty() {
            view! { <td></td> }.into_any()
        } else {
            view! { <th scope="col">{name}</th> }.into_any()
        }
    });
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=label>
            <table>
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

//! What a query shows while it is asked, when it is answered, and when it is refused.

use leptos::prelude::*;

use super::ErrorNote;
use crate::state::{Phase, Query};
use crate::strings::common as words;

/// Shows `children` once the answer is there. They are built once and get the answer as a signal, so that a reload
/// changes words and not the place a person was at.
#[component]
pub fn Loaded<T, F, V>(
    /// The query.
    query: Query<T>,
    /// What to show, with `let:answer`.
    children: F,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Fn(Signal<T>) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let phase = Memo::new(move |_| query.phase());
    let body = move || match phase.get() {
        Phase::Loading => view! { <Loading /> }.into_any(),
        Phase::Failed(error) => {
            view! { <ErrorNote error=Some(error) on_retry=move || query.reload() /> }.into_any()
        }
        Phase::Ready => {
            // The last answer is kept here: pages may still look at it in the moment they are being taken away.
            let Some(first) = query.data().get_untracked() else { return ().into_any() };
            let answer = Memo::new_with_compare(
                move |last: Option<&T>| {
                    query.get().or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
                },
                |_, _| true,
            );
            let stale = Signal::derive(move || query.stale());
            view! {
                <ErrorNote error=stale on_retry=move || query.reload() />
                {children(answer.into())}
            }
            .into_any()
        }
    };
    view! { {body} }
}

/// A quiet placeholder; its words are for screen readers, and it appears only when loading takes long enough to notice.
#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="loading" role="status">
            <span class="visually-hidden">{words::LOADING}</span>
            <span class="loading-bar"></span><span class="loading-bar"></span><span class="loading-bar"></span>
        </div>
    }
}

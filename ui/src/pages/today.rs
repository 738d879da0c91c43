//! Today.
use crate::components::PageHeader;
use leptos::prelude::*;

/// Today.
#[component]
pub fn TodayPage() -> impl IntoView {
    view! { <PageHeader title="Today" /> }
}

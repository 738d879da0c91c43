//! What is shown when.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::components::ToastRegion;
use crate::pages::today::TodayPage;
use crate::state;
use crate::transport::Transport;

/// The whole interface.
#[component]
pub fn App() -> impl IntoView {
    state::provide_appearance();
    state::provide_toasts();
    let api = state::provide_api(Transport::detect());
    state::watch_activity(api);
    view! {
        <Router>
            <Routes fallback=|| "x">
                <Route path=path!("/") view=TodayPage />
            </Routes>
        </Router>
        <ToastRegion />
    }
}

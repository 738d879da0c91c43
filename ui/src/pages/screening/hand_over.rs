//! The device in a client's hands: the questions of one screening and help, and nothing else, whatever the address says.

use contract::screenings::{EndHandOver, GetForm, ScreeningStatus};
use contract::{ApiError, ErrorCode, ScreeningId};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::fill::Filling;
use super::{results_path, screening_path};
use crate::components::{Button, ButtonKind, Dialog, ErrorNote, Mark, PassphraseField};
use crate::pages::support::{Told, use_help};
use crate::state::{Api, use_api, use_toasts};
use crate::strings::{common, filling as words, unlock};

/// The whole window while the device is handed over.
#[component]
pub fn HandedOver(
    /// For which screening.
    id: ScreeningId,
) -> impl IntoView {
    use_replace()("/");
    let help = use_help();
    // Whatever was said or shown before was for other eyes.
    help.close();
    use_toasts().clear();
    on_cleanup(move || help.close());
    let taking_back = RwSignal::new(false);
    view! {
        <main class="handed-over" id="main">
            <div class="entrance-brand"><Mark /><span>{common::PRODUCT}</span></div>
            <Filling id told=Told::HandedOver />
            <footer class="handed-over-foot">
                <Button kind=ButtonKind::Quiet on_press=move || taking_back.set(true) attr:data-testid="take-back">
                    {words::TAKE_BACK}
                </Button>
            </footer>
        </main>
        <Dialog open=taking_back title=words::TAKE_BACK_TITLE>
            <TakeBack id />
        </Dialog>
    }
}

/// Goes to another address in place of the one before, which is neither in sight then nor one reload away.
fn use_replace() -> impl Fn(&str) + Clone + 'static {
    let navigate = use_navigate();
    move |path| navigate(path, NavigateOptions { replace: true, ..NavigateOptions::default() })
}

/// Where the owner finds themselves with the device in their hands again: at what came of it.
async fn path_after(api: Api, id: ScreeningId) -> String {
    let form = api.call(GetForm { screening_id: id }).await;
    match form.map(|form| form.screening.status) {
        Ok(ScreeningStatus::Completed) => results_path(id),
        _ => screening_path(id),
    }
}

/// Asks for the clinician's passphrase. A wrong one is told with the time to wait, and nothing else.
#[component]
fn TakeBack(id: ScreeningId) -> impl IntoView {
    let api = use_api();
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let until = RwSignal::new(0.0);
    let now = RwSignal::new(js_sys::Date::now());
    let field = NodeRef::<html::Input>::new();
    let tick = move || now.set(js_sys::Date::now());
    let every = set_interval_with_handle(tick, std::time::Duration::from_millis(250));
    on_cleanup(move || {
        if let Ok(every) = every {
            every.clear();
        }
    });
    // The core tells the wait with the vault's state, also after a restart.
    Effect::new(move |_| {
        let wait = api.status().map_or(0, |status| status.retry_after_ms);
        until.set(js_sys::Date::now() + wait as f64);
    });
    let seconds = Memo::new(move |_| ((until.get() - now.get()).max(0.0) / 1000.0).ceil() as u64);
    let blocked = Signal::derive(move || seconds.get() > 0);
    let wait = move || {
        let left = seconds.get();
        (left > 0).then(|| {
            unlock::wait(&if left >= 90 { unlock::minutes(left.div_ceil(60)) } else { unlock::seconds(left) })
        })
    };
    let error = Signal::derive(move || wrong.get().then(|| unlock::WRONG.to_owned()));
    let replace = use_replace();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let empty = passphrase.with_untracked(String::is_empty);
        if empty || busy.get_untracked() || blocked.get_untracked() {
            return;
        }
        let replace = replace.clone();
        busy.set(true);
        wrong.set(false);
        refused.set(None);
        spawn_local(async move {
            let ended = api.call(EndHandOver { passphrase: passphrase.get_untracked() }).await;
            let _ = passphrase.try_set(String::new());
            match ended {
                Ok(_) => replace(&path_after(api, id).await),
                Err(error) => {
                    let is_wrong = error.code == ErrorCode::WrongPassphrase;
                    let _ = wrong.try_set(is_wrong);
                    let _ = refused.try_set((!is_wrong).then_some(error));
                }
            }
            // Ended or not, the vault's state says it; this page goes with it.
            api.refresh().await;
            let _ = busy.try_set(false);
            if let Some(Some(field)) = field.try_get_untracked() {
                let _ = field.focus();
            }
        });
    };
    view! {
        <form on:submit=submit novalidate data-testid="take-back-form">
            <p class="dialog-detail">{words::TAKE_BACK_DETAIL}</p>
            <PassphraseField label=unlock::PASSPHRASE value=passphrase error autofocus=true node_ref=field />
            <div class="wait">
                <p>{wait}</p>
            </div>
            <ErrorNote error=refused />
            <div class="actions actions-end">
                <Button kind=ButtonKind::Primary submit=true busy disabled=blocked>{words::TAKE_BACK_CONFIRM}</Button>
            </div>
        </form>
    }
}

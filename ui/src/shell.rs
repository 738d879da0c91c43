//! The frame around every page: where one can go, how long the vault stays open, search and lock.

use contract::ApiError;
use contract::vault::Role;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use crate::components::{Button, Confirm, Icon, IconName, LinkButton, Mark, Notice, Tone};
use crate::format;
use crate::pages::search::SearchPalette;
use crate::state::{provide_alerts, use_alerts, use_api, use_toasts};
use crate::strings::{alerts, common, shell as words};

/// A place in the navigation.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    href: &'static str,
    label: &'static str,
    icon: IconName,
}

const fn place(href: &'static str, label: &'static str, icon: IconName) -> Place {
    Place { href, label, icon }
}

/// Where each role can go: the daily places, then what is looked at now and then.
fn places(role: Role) -> (Vec<Place>, Vec<Place>) {
    let instruments = place("/practice/instruments", words::INSTRUMENTS, IconName::Checklist);
    let models = place("/practice/models", words::MODELS, IconName::Models);
    let security = place("/practice/security", words::SECURITY, IconName::Security);
    let audit = place("/practice/audit", words::AUDIT, IconName::Audit);
    let appearance = place("/practice/appearance", words::APPEARANCE, IconName::Appearance);
    let about = place("/practice/about", words::ABOUT, IconName::About);
    match role {
        Role::Clinician => (
            vec![
                place("/", words::TODAY, IconName::Today),
                place("/clients", words::CLIENTS, IconName::Clients),
            ],
            vec![instruments, models, security, audit, appearance, about],
        ),
        Role::Practice => (
            vec![place("/", words::PRACTICE, IconName::Practice)],
            vec![instruments, models, security, audit, appearance, about],
        ),
        Role::Client => (
            vec![
                place("/", words::HOME, IconName::Today),
                place("/results", words::RESULTS, IconName::Trend),
            ],
            vec![security, appearance, about],
        ),
    }
}

/// Whether a place is the one a path lies in. Sessions and screenings belong to clients.
fn lies_in(path: &str, place: &str) -> bool {
    match place {
        "/" => path == "/",
        "/clients" => ["/clients", "/sessions", "/screenings"].iter().any(|start| path.starts_with(start)),
        "/results" => path == "/results" || path.starts_with("/screenings"),
        "/practice/instruments" => path.starts_with(place),
        other => path == other,
    }
}

/// The frame. Skip link, navigation, the page.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    let api = use_api();
    let role = api.role();
    let searching = RwSignal::new(false);
    let lock = use_lock();
    shortcuts(role, searching, lock.request);
    let alerts = provide_alerts();
    let toasts = use_toasts();
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        toasts.page_changed();
    });
    let page = NodeRef::<html::Main>::new();
    let skip = move |event: web_sys::MouseEvent| {
        // The router would take the link for a change of address and leave the focus where it is.
        event.prevent_default();
        if let Some(page) = page.get_untracked() {
            let _ = page.focus();
        }
    };
    let unconfirmed =
        Memo::new(move |_| api.status().is_some_and(|status| status.recovery_confirmed == Some(false)));
    view! {
        <a class="skip" href="#main" on:click=skip>{common::SKIP}</a>
        <div class="app">
            <Navigation role searching lock=lock.request />
            <p class="visually-hidden" role="alert">
                {move || alerts.arrived().map(|count| alerts::arrived(&format::number(count as f64)))}
            </p>
            <main id="main" tabindex="-1" node_ref=page>
                <Show when=move || unconfirmed.get()>
                    <div class="app-notice">
                        <Notice
                            tone=Tone::Warn
                            heading=words::RECOVERY_UNCONFIRMED
                            actions=|| view! { <LinkButton href="/practice/security">{words::OPEN_SECURITY}</LinkButton> }
                        >
                            {words::RECOVERY_UNCONFIRMED_DETAIL}
                        </Notice>
                    </div>
                </Show>
                {children()}
            </main>
        </div>
        <Show when=move || role.get() == Some(Role::Clinician)>
            <SearchPalette open=searching />
        </Show>
        <UnsavedDialog lock />
    }
}

#[component]
fn Navigation(role: Memo<Option<Role>>, searching: RwSignal<bool>, lock: Callback<()>) -> impl IntoView {
    let api = use_api();
    let path = use_location().pathname;
    let link = move |place: Place| {
        let here = move || lies_in(&path.get(), place.href);
        view! {
            <li>
                // A plain link: the router's own one sets aria-current itself, and knows no sessions of clients.
                <a href=place.href class="nav-link" aria-current=move || here().then_some("page")>
                    <Icon name=place.icon />
                    <span>{place.label}</span>
                    {(place.href == "/").then(|| view! { <WaitingCount /> })}
                </a>
            </li>
        }
    };
    let lists = move || {
        role.get().map(|role| {
            let (daily, other) = places(role);
            let heading = if role == Role::Client { words::SETTINGS } else { words::PRACTICE };
            view! {
                <ul>{daily.into_iter().map(link).collect_view()}</ul>
                <p class="nav-heading" id="nav-other">{heading}</p>
                <ul aria-labelledby="nav-other">{other.into_iter().map(link).collect_view()}</ul>
            }
        })
    };
    let open_for = Memo::new(move |_| {
        let locks_at = api.status()?.locks_at?;
        let left_ms = (locks_at - format::now()).num_milliseconds().max(0);
        Some((left_ms as f64 / 60_000.0).ceil())
    });
    let left = move || match open_for.get() {
        Some(minutes) => words::locks_in(&format::number(minutes)),
        None => words::UNLOCKED.to_owned(),
    };
    let owner = Memo::new(move |_| api.owner().map(|owner| owner.name));
    view! {
        <nav class="nav" aria-label=words::NAVIGATION>
            <div class="nav-brand"><Mark /><span>{common::PRODUCT}</span></div>
            <Show when=move || role.get() == Some(Role::Clinician)>
                <button type="button" class="nav-search" on:click=move |_| searching.set(true)>
                    <Icon name=IconName::Search />
                    <span>{words::SEARCH}</span>
                    <kbd aria-hidden="true">{shortcut("K")}</kbd>
                </button>
            </Show>
            {lists}
            <div class="nav-foot">
                <p class="nav-owner">{move || owner.get()}</p>
                <p>{left}</p>
                <Button icon=IconName::Lock on_press=move || lock.run(())>{words::LOCK}</Button>
            </div>
        </nav>
    }
}

/// How many alerts wait, beside the first page's name.
#[component]
fn WaitingCount() -> impl IntoView {
    let count = use_alerts().count();
    move || {
        let number = format::number(count.get() as f64);
        (count.get() > 0).then(|| {
            view! { <span class="nav-count">{number}<span class="visually-hidden">" " {alerts::NAV_HINT}</span></span> }
        })
    }
}

/// Locking, and what to ask when something could not be saved before.
#[derive(Clone, Copy)]
struct Lock {
    request: Callback<()>,
    unsaved: RwSignal<Option<ApiError>>,
}

fn use_lock() -> Lock {
    let api = use_api();
    let unsaved = RwSignal::new(None);
    let request = Callback::new(move |()| {
        spawn_local(async move {
            if let Err(error) = api.lock().await {
                let _ = unsaved.try_set(Some(error));
            }
        });
    });
    Lock { request, unsaved }
}

#[component]
fn UnsavedDialog(lock: Lock) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(lock.unsaved.with(Option::is_some)));
    let anyway = move || {
        lock.unsaved.set(None);
        spawn_local(async move {
            if let Err(error) = api.lock_without_saving().await {
                toasts.danger(error.message);
            }
        });
    };
    let dialog = move || {
        lock.unsaved.get().map(|error| {
            view! {
                <Confirm
                    open
                    title=words::LOCK_FAILED
                    detail=words::lock_failed(&error.message)
                    action=words::LOCK_ANYWAY
                    danger=true
                    on_confirm=anyway
                />
            }
        })
    };
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        // Closing without an answer forgets the question, so that the next try asks again.
        if before == Some(true) && !now {
            lock.unsaved.set(None);
        }
        now
    });
    view! { {dialog} }
}

/// Ctrl or Cmd with K searches, with L locks.
fn shortcuts(role: Memo<Option<Role>>, searching: RwSignal<bool>, lock: Callback<()>) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.shift_key() {
            return;
        }
        match event.key().to_lowercase().as_str() {
            "k" if role.get_untracked() == Some(Role::Clinician) => {
                event.prevent_default();
                searching.update(|open| *open = !*open);
            }
            "l" => {
                event.prevent_default();
                lock.run(());
            }
            _ => {}
        }
    });
    on_cleanup(move || listener.remove());
}

/// A shortcut as this computer's keyboard names it.
pub fn shortcut(key: &str) -> String {
    let apple = window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac"));
    if apple { format!("⌘ {key}") } else { format!("Ctrl {key}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_led_only_to_pages_it_may_open() {
        for role in [Role::Clinician, Role::Client, Role::Practice] {
            let (daily, other) = places(role);
            let hrefs: Vec<&str> = daily.iter().chain(&other).map(|place| place.href).collect();
            assert!(hrefs.contains(&"/practice/security"), "{role:?} can look after the keys");
            let clients = hrefs.contains(&"/clients");
            assert_eq!(clients, role == Role::Clinician, "{role:?} and the clients list");
            let audit = hrefs.contains(&"/practice/audit");
            assert_eq!(audit, role != Role::Client, "{role:?} and the audit log");
        }
    }

    #[test]
    fn a_path_lies_in_one_place() {
        let (daily, other) = places(Role::Clinician);
        let all: Vec<Place> = daily.into_iter().chain(other).collect();
        for path in [
            "/",
            "/clients",
            "/clients/42/results",
            "/sessions/7",
            "/screenings/3/results",
            "/practice/instruments/phq9",
            "/practice/audit",
        ] {
            let marked = all.iter().filter(|place| lies_in(path, place.href)).count();
            assert_eq!(marked, 1, "{path} is marked once");
        }
    }
}

//! The layer of help over whatever is shown: the same on every page, on the locked door, and in a form.

use contract::ClientId;
use contract::vault::VaultState;
use leptos::html;
use leptos::prelude::*;

use super::helplines::HelplineList;
use super::plan::{PlanReader, plan_path};
use crate::components::{Button, ButtonKind, IconName, LinkButton, unique_id};
use crate::state::use_api;
use crate::strings::support as words;

/// To whom the supportive screen speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A client at the clinician's device, by themselves.
    HandedOver,
    /// A client and their clinician, at one screen.
    Together,
    /// A client at their own device.
    Own,
}

impl Told {
    const fn detail(self) -> &'static str {
        match self {
            Self::HandedOver => words::TOLD_CLINICIAN,
            Self::Together => words::TOLD_TOGETHER,
            Self::Own => words::TOLD_NOBODY,
        }
    }
}

/// Why help is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Occasion {
    /// An answer started the risk protocol; none if a person asked for help themselves.
    pub told: Option<Told>,
    /// Whose safety plan is one click away.
    pub client: Option<ClientId>,
    /// Leads to the end of the questions, where help is shown over questions.
    pub to_the_end: Option<Callback<()>>,
}

/// Shows help over whatever is on the screen.
#[derive(Clone, Copy)]
pub struct Help {
    shown: RwSignal<Option<Occasion>>,
}

/// Makes [`Help`] known to everything below; once, at the root.
pub fn provide_help() {
    provide_context(Help { shown: RwSignal::new(None) });
}

/// The way to help.
pub fn use_help() -> Help {
    expect_context()
}

impl Help {
    /// Shows it.
    pub fn show(self, occasion: Occasion) {
        self.shown.set(Some(occasion));
    }

    /// Takes it away.
    pub fn close(self) {
        if self.shown.with_untracked(Option::is_some) {
            self.shown.set(None);
        }
    }
}

/// The button that shows help.
#[component]
pub fn HelpButton(
    /// What is to be shown.
    #[prop(optional, into)]
    occasion: Signal<Occasion>,
) -> impl IntoView {
    let help = use_help();
    view! {
        <Button icon=IconName::Support on_press=move || help.show(occasion.get_untracked()) attr:data-testid="help-now">
            {words::HELP_NOW}
        </Button>
    }
}

/// Help itself, on the browser's own dialog: what lies under it waits and is there again afterwards.
#[component]
pub fn HelpLayer() -> impl IntoView {
    let help = use_help();
    let element = NodeRef::<html::Dialog>::new();
    let heading = NodeRef::<html::H2>::new();
    let title_id = unique_id("help");
    let labelled = title_id.clone();
    let open = Memo::new(move |_| help.shown.with(Option::is_some));
    Effect::new(move |_| {
        let open = open.get();
        let Some(element) = element.get() else { return };
        if open && !element.open() {
            // Showing a dialog that is on the page and not open cannot fail.
            let _ = element.show_modal();
            request_animation_frame(move || {
                // The words come first: keys typed on must neither press a button nor choose a country.
                if let Some(heading) = heading.get_untracked() {
                    let _ = heading.focus();
                }
            });
        } else if !open && element.open() {
            element.close();
        }
    });
    view! {
        <dialog node_ref=element class="help" aria-labelledby=labelled on:close=move |_| help.close()>
            {move || help.shown.get().map(|occasion| view! { <Content occasion heading title_id=title_id.clone() /> })}
        </dialog>
    }
}

#[component]
fn Content(occasion: Occasion, heading: NodeRef<html::H2>, title_id: String) -> impl IntoView {
    let api = use_api();
    let help = use_help();
    let reading = RwSignal::new(false);
    let unlocked = api.vault_state();
    // What a plan says goes from the screen with the vault.
    let plan = Memo::new(move |_| occasion.client.filter(|_| unlocked.get() == Some(VaultState::Unlocked)));
    let title = match occasion.told {
        Some(_) => words::TOLD_TITLE,
        None => words::HELP_TITLE,
    };
    let title = move || if reading.get() && plan.get().is_some() { words::PLAN_TITLE } else { title };
    let turn = move |to_plan: bool| {
        reading.set(to_plan);
        if let Some(heading) = heading.get_untracked() {
            let _ = heading.focus();
        }
    };
    let intro = move || match occasion.told {
        Some(told) => {
            view! { <p class="help-lead">{words::TOLD_DETAIL}</p> <p class="help-lead">{told.detail()}</p> }
                .into_any()
        }
        None => view! { <p class="help-lead">{words::HELP_DETAIL}</p> }.into_any(),
    };
    let body = move || match plan.get().filter(|_| reading.get()) {
        Some(client_id) => view! { <PlanReader client_id /> }.into_any(),
        None => view! { {intro} <HelplineList /> }.into_any(),
    };
    let to_the_end = move |leave: Callback<()>| {
        help.close();
        // The form may have gone meanwhile, with the vault.
        let _ = leave.try_run(());
    };
    view! {
        <div class="help-page">
            <h2 id=title_id class="help-title" tabindex="-1" node_ref=heading>{title}</h2>
            <div class="help-body">{body}</div>
            <div class="actions help-actions">
                <Button
                    kind=if occasion.to_the_end.is_some() { ButtonKind::Primary } else { ButtonKind::Secondary }
                    on_press=move || help.close()
                    attr:data-testid="help-close"
                >
                    {if occasion.to_the_end.is_some() { words::GO_ON } else { words::CLOSE }}
                </Button>
                {move || plan.get().map(|client_id| view! { <PlanButtons client_id occasion reading on_turn=turn /> })}
                {move || occasion.to_the_end.filter(|_| !reading.get()).map(|leave| view! {
                    <Button kind=ButtonKind::Quiet on_press=move || to_the_end(leave)>{words::TO_THE_END}</Button>
                })}
            </div>
        </div>
    }
}

/// To the plan and back; and to where it is written, for those who may.
#[component]
fn PlanButtons(
    client_id: ClientId,
    occasion: Occasion,
    reading: RwSignal<bool>,
    #[prop(into)] on_turn: Callback<(bool,)>,
) -> impl IntoView {
    let help = use_help();
    let handed_over = use_api().handed_over();
    let name = if occasion.told == Some(Told::Together) { words::SHOW_PLAN } else { words::OPEN_PLAN };
    let change = move || {
        handed_over.get().is_none().then(|| {
            view! {
                <LinkButton href=plan_path(client_id) on:click=move |_| help.close()>{words::CHANGE_PLAN}</LinkButton>
            }
        })
    };
    move || {
        if reading.get() {
            view! {
                {change}
                <Button icon=IconName::Left on_press=move || on_turn.run((false,))>{words::BACK_TO_HELP}</Button>
            }
            .into_any()
        } else {
            view! {
                <Button icon=IconName::Note on_press=move || on_turn.run((true,)) attr:data-testid="help-plan">{name}</Button>
            }
            .into_any()
        }
    }
}

//! Filling in: the frame around the questions, one at a time or a form on a page.

use contract::ScreeningId;
use contract::screenings::{FormInstrument, FormView, GetForm, ScreeningStatus};
use contract::vault::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use wasm_bindgen::JsCast;

use super::ending::{Ending, PutAside, Thanks};
use super::keys;
use super::look::LookSettings;
use super::place::{Place, Spot, Stride, dealt_with, find, spots};
use super::question::{Question, Steps};
use super::sheet::{Intent, Sheet, use_sheet};
use crate::app::NotFound;
use crate::components::{Breadcrumb, Button, Crumb, ErrorNote, IconName, Loaded, unique_id};
use crate::format;
use crate::pages::clients::client_path;
use crate::pages::support::{HelpButton, Occasion, Told, use_help};
use crate::state::{SaveState, TextSize, may_pass, use_api, use_device, use_query};
use crate::strings::{clients, common, filling as words, home};

/// A screening, within the frame of the vault's owner.
#[component]
pub fn FillPage() -> impl IntoView {
    let params = use_params_map();
    let role = use_api().role();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("screening_id").and_then(|id| id.parse::<ScreeningId>().ok()))
    });
    // Another screening is another page: nothing of the one before stays.
    move || match (id.get(), role.get()) {
        (Some(id), Some(Role::Client)) => view! { <Filling id told=Told::Own /> }.into_any(),
        (Some(id), Some(Role::Clinician)) => view! { <Filling id told=Told::Together /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}

/// A screening being filled in, in whichever frame.
#[component]
pub fn Filling(
    /// Which.
    id: ScreeningId,
    /// Who sits before it.
    told: Told,
) -> impl IntoView {
    Effect::new(move |_| document().set_title(&format!("{} · {}", words::WINDOW, common::PRODUCT)));
    let form = use_query(move || GetForm { screening_id: id });
    view! {
        <div class="fill">
            <Loaded query=form let:answer>
                <Form first=answer.get_untracked() told />
            </Loaded>
        </div>
    }
}

#[component]
fn Form(first: FormView, told: Told) -> impl IntoView {
    let device = use_device();
    let sheet = use_sheet(first);
    keys::listen(sheet);
    let occasion = watch_risk(sheet, told);
    focus_on_arrival(sheet);
    let status = sheet.status();
    let size = move || device.question_size.get().word();
    let instrument = Memo::new(move |_| match sheet.place() {
        Place::Question(spot) => Some(spot.instrument),
        Place::End => None,
    });
    let body = move || match (status.get(), instrument.get()) {
        (ScreeningStatus::Completed, _) => view! { <Thanks sheet told /> }.into_any(),
        (ScreeningStatus::Discarded, _) => view! { <PutAside sheet told /> }.into_any(),
        (ScreeningStatus::Open, None) => view! { <Ending sheet /> }.into_any(),
        (ScreeningStatus::Open, Some(instrument)) => view! { <Instrument sheet instrument /> }.into_any(),
    };
    let open = move || status.get() == ScreeningStatus::Open;
    view! {
        <div class="fill-sheet" data-size=size class:fill-large=move || device.question_size.get() != TextSize::Standard>
            <header class="fill-head">
                <div class="fill-head-line">
                    <WhereFrom sheet told />
                    <HelpButton occasion />
                </div>
                <Show when=open><Progress sheet /></Show>
            </header>
            {body}
            <Show when=open>
                <SaveTrouble sheet />
                <LookSettings />
            </Show>
        </div>
    }
}

/// The way back, for those who may go there.
#[component]
fn WhereFrom(sheet: Sheet, told: Told) -> impl IntoView {
    let crumbs = sheet.form().with_untracked(|form| match told {
        Told::Own => Some(vec![Crumb::new(home::CLIENT_TITLE, "/")]),
        Told::Together => Some(vec![
            Crumb::new(clients::TITLE, "/clients"),
            Crumb::new(form.screening.client_name.clone(), client_path(form.screening.client_id)),
        ]),
        Told::HandedOver => None,
    });
    let name = move || sheet.form().with(|form| form.screening.name.clone());
    view! {
        <div class="fill-name">
            {crumbs.map(|steps| view! { <Breadcrumb steps /> })}
            <p>{name}</p>
        </div>
    }
}

/// Shows the supportive screen as soon as the core says so, and answers what help is about here.
fn watch_risk(sheet: Sheet, told: Told) -> Signal<Occasion> {
    let help = use_help();
    let supportive = sheet.supportive();
    let status = sheet.status();
    let to_the_end = Callback::new(move |()| sheet.jump(Place::End));
    let client = sheet.form().with_untracked(|form| form.screening.client_id);
    Effect::new(move |last: Option<bool>| {
        let now = supportive.get();
        let was_over = last.is_none() && status.get_untracked() != ScreeningStatus::Open;
        if now && last != Some(true) && !was_over {
            let to_the_end = (status.get_untracked() == ScreeningStatus::Open).then_some(to_the_end);
            help.show(Occasion { told: Some(told), client: Some(client), to_the_end });
        }
        now
    });
    Signal::derive(move || {
        let open = status.get() == ScreeningStatus::Open;
        Occasion { told: None, client: Some(client), to_the_end: open.then_some(to_the_end) }
    })
}

/// A step leads the focus to the heading of where it arrived.
fn focus_on_arrival(sheet: Sheet) {
    Effect::new(move |_| {
        sheet.arrived();
        let id = match sheet.place_untracked() {
            Place::Question(spot) => spot.heading_id(),
            Place::End => "fill-end".to_owned(),
        };
        request_animation_frame(move || {
            let heading = document().get_element_by_id(&id);
            if let Some(heading) = heading.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok()) {
                // A heading on the page can be focused.
                let _ = heading.focus();
            }
        });
    });
}

/// Of one form: how much is dealt with, and how much there is to deal with. What may stay empty counts once it is not.
fn progress_of(instrument: &FormInstrument) -> (usize, usize) {
    let done = instrument.items.iter().filter(|item| dealt_with(item)).count();
    let asked = instrument.items.iter().filter(|item| dealt_with(item) || !item.optional).count();
    (done, asked)
}

/// How much is answered, in all and in this part: a bar of as many pieces as there are forms.
#[component]
fn Progress(sheet: Sheet) -> impl IntoView {
    let count = |n: usize| format::number(n as f64);
    let parts = Memo::new(move |_| {
        sheet.form().with(|form| form.instruments.iter().map(progress_of).collect::<Vec<_>>())
    });
    let whole = Memo::new(move |_| {
        sheet.form().with(|form| (form.screening.answered as usize, form.screening.asked as usize))
    });
    let told = move || {
        let (answered, asked) = whole.get();
        words::answered_of(&count(answered), &count(asked))
    };
    let here = move || {
        let Place::Question(spot) = sheet.place() else { return None };
        let at = sheet.form().with(|form| find(form, &spot).map(|(at, ..)| at))?;
        parts.with(|parts| {
            let (done, asked) = *parts.get(at)?;
            let part = words::form_of(&count(at + 1), &count(parts.len()));
            (parts.len() > 1).then(|| words::answered_here(&part, &count(done), &count(asked)))
        })
    };
    let pieces = move || {
        let piece = |(done, asked): (usize, usize)| {
            let asked = asked.max(1) as f64;
            let width = format!("{:.1}%", done as f64 / asked * 100.0);
            view! {
                <div class="progress-track" style:flex-grow=asked.to_string()>
                    <div class="progress-bar" style:width=width></div>
                </div>
            }
        };
        parts.get().into_iter().map(piece).collect_view()
    };
    let saved = move || match sheet.saving() {
        SaveState::Clean => None,
        SaveState::Waiting | SaveState::Saving => Some(words::SAVING),
        SaveState::Saved(_) => Some(words::SAVED),
        SaveState::Failed(_) => Some(words::NOT_SAVED),
    };
    view! {
        <div class="fill-progress">
            <div
                class="fill-bar"
                role="progressbar"
                aria-label=words::PROGRESS
                aria-valuemin="0"
                aria-valuemax=move || whole.get().1.to_string()
                aria-valuenow=move || whole.get().0.to_string()
                aria-valuetext=told
            >
                {pieces}
            </div>
            <div class="fill-progress-words">
                <span aria-hidden="true" data-testid="fill-progress">{told}</span>
                <span>{here}</span>
                <span class="fill-saved" aria-hidden="true" data-testid="fill-saved">{saved}</span>
            </div>
            <p class="visually-hidden" role="status">{move || sheet.said()}</p>
        </div>
    }
}

/// What happened to an answer that is not kept, and what becomes of it.
#[component]
fn SaveTrouble(sheet: Sheet) -> impl IntoView {
    let refused = Memo::new(move |_| match sheet.saving() {
        SaveState::Failed(error) => Some(error),
        _ => None,
    });
    let again = move || refused.with(|error| error.as_ref().is_some_and(|error| may_pass(error.code)));
    let what_now = move || {
        refused.with(Option::is_some).then(|| {
            if again() {
                view! { <p>{words::NOT_SAVED_DETAIL}</p> }.into_any()
            } else {
                view! {
                    <p>{words::REFUSED_DETAIL}</p>
                    <Button icon=IconName::Retry on_press=move || sheet.load_again()>{words::LOAD_AGAIN}</Button>
                }
                .into_any()
            }
        })
    };
    let note = move || {
        if again() {
            view! { <ErrorNote error=refused on_retry=move || sheet.try_again() /> }.into_any()
        } else {
            view! { <ErrorNote error=refused /> }.into_any()
        }
    };
    view! {
        <div class="fill-trouble" data-testid="fill-trouble">{note} {what_now} <ErrorNote error=sheet.trouble /></div>
    }
}

/// The form a person is at: its title, how to answer, and its questions, one or all.
#[component]
fn Instrument(sheet: Sheet, instrument: String) -> impl IntoView {
    let device = use_device();
    let this = instrument.clone();
    let found =
        sheet.form().with_untracked(|form| form.instruments.iter().find(|one| one.id == this).cloned());
    let Some(form) = found else { return ().into_any() };
    let FormInstrument { title, recall_period, instructions, attribution, language, .. } = form;
    let intro_id = unique_id("intro");
    let intro = intro_id.clone();
    let questions = move || {
        let (instrument, intro) = (instrument.clone(), intro.clone());
        if device.whole_page.get() {
            view! { <WholePage sheet instrument intro /> }.into_any()
        } else {
            view! { <OneAtATime sheet intro /> }.into_any()
        }
    };
    view! {
        <article class="form-page">
            <header class="form-head" id=intro_id>
                <h1 lang=language.clone()>{title}</h1>
                {(!recall_period.is_empty()).then(|| view! { <p class="form-recall">{words::recall(&recall_period)}</p> })}
                {(!instructions.is_empty()).then(|| view! { <p class="form-instructions" lang=language.clone()>{instructions}</p> })}
            </header>
            <div lang=language>{questions}</div>
            <footer class="form-credit"><p>{attribution}</p></footer>
        </article>
    }
    .into_any()
}

/// Where a question stands in its form, counted from 1, and how many there are now.
fn stands(sheet: Sheet, spot: Spot) -> Signal<(usize, usize)> {
    Signal::derive(move || {
        sheet.form().with(|form| {
            find(form, &spot).map_or((1, 1), |(_, instrument, at, _)| (at + 1, instrument.items.len()))
        })
    })
}

#[component]
fn OneAtATime(sheet: Sheet, intro: String) -> impl IntoView {
    let spot = Memo::new(move |_| match sheet.place() {
        Place::Question(spot) => Some(spot),
        Place::End => None,
    });
    let first = Signal::derive(move || {
        let here = spot.get();
        sheet.form().with(|form| spots(form).next().map(|(first, _)| first) == here)
    });
    let skippable = Signal::derive(move || {
        spot.get()
            .and_then(|spot| sheet.item(&spot))
            .is_some_and(|item| item.optional && item.answer.is_none() && !item.declined)
    });
    // Built anew for another question only: saving an answer changes nothing that has the focus.
    let question = move || {
        let spot = spot.get()?;
        let (begins, item) = sheet
            .form()
            .with_untracked(|form| find(form, &spot).map(|(_, _, at, item)| (at == 0, item.clone())))?;
        let stands = stands(sheet, spot.clone());
        Some(if begins {
            view! { <Question sheet spot first=item stands intro=intro.clone() /> }.into_any()
        } else {
            view! { <Question sheet spot first=item stands /> }.into_any()
        })
    };
    view! {
        {question}
        <Steps
            sheet first skippable
            on_back=Callback::new(move |()| sheet.want(Intent::Back(Stride::Question)))
            on_next=Callback::new(move |()| sheet.want(Intent::Next(Stride::Question)))
        />
    }
}

#[component]
fn WholePage(sheet: Sheet, instrument: String, intro: String) -> impl IntoView {
    let this = instrument.clone();
    // Rows by id alone: an answer changes no row, and a question that begins to apply is put where it belongs.
    let rows = Memo::new(move |_| {
        sheet.form().with(|form| {
            let items = form.instruments.iter().find(|one| one.id == this).map(|one| one.items.as_slice());
            let mut stem_before = String::new();
            let row = |item: &contract::screenings::FormItem| {
                let repeated = !item.stem.is_empty() && item.stem == stem_before;
                stem_before.clone_from(&item.stem);
                (item.id.clone(), repeated)
            };
            items.unwrap_or_default().iter().map(row).collect::<Vec<_>>()
        })
    });
    let of_rows = instrument.clone();
    let row = move |(item, stem_hidden): (String, bool)| {
        let spot = Spot { instrument: of_rows.clone(), item };
        let first =
            sheet.form().with_untracked(|form| find(form, &spot).map(|(_, _, at, one)| (at, one.clone())));
        first.map(|(at, first)| {
            let stands = stands(sheet, spot.clone());
            if at == 0 {
                view! { <Question sheet spot first stands intro=intro.clone() stem_hidden /> }.into_any()
            } else {
                view! { <Question sheet spot first stands stem_hidden /> }.into_any()
            }
        })
    };
    let first = Signal::derive(move || {
        sheet.form().with(|form| form.instruments.first().is_none_or(|first| first.id == instrument))
    });
    view! {
        <div class="form-questions">
            <For each=move || rows.get() key=|row| row.clone() children=row />
        </div>
        <Steps
            sheet first
            skippable=false
            on_back=Callback::new(move |()| sheet.want(Intent::Back(Stride::Instrument)))
            on_next=Callback::new(move |()| sheet.want(Intent::Next(Stride::Instrument)))
        />
    }
}

//! The end of the questions: the person's own words, what has no answer, finishing, and thanks.

use contract::ApiError;
use contract::screenings::{FormItem, SaveComment};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::place::{Place, Spot, Stride, dealt_with, spots};
use super::results_path;
use super::sheet::{Intent, Sheet};
use crate::components::{Button, ButtonKind, Card, ErrorNote, IconName, LinkButton, SaveNote, TextArea};
use crate::pages::clients::client_path;
use crate::pages::support::Told;
use crate::state::{use_api, use_autosave};
use crate::strings::filling as words;

/// Behind the last question.
#[component]
pub fn Ending(sheet: Sheet) -> impl IntoView {
    let api = use_api();
    let screening_id = sheet.form().with_untracked(|form| form.screening.id);
    let comment = use_autosave(move |text: String| async move {
        let form = api.call(SaveComment { screening_id, text }).await?;
        sheet.take(form);
        Ok(())
    });
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let finish = move || {
        busy.set(true);
        refused.set(None);
        spawn_local(async move {
            let finished = match comment.flush().await {
                Ok(()) => sheet.finish().await,
                Err(error) => Err(error),
            };
            let _ = busy.try_set(false);
            if let Err(error) = finished {
                let _ = refused.try_set(Some(error));
            }
        });
    };
    let back = move || sheet.want(Intent::Back(Stride::Question));
    view! {
        <article class="form-page">
            <header class="form-head">
                <h1 id="fill-end" tabindex="-1">{words::END_TITLE}</h1>
                <p class="form-instructions">{words::END_DETAIL}</p>
            </header>
            <Card>
                <TextArea
                    label=words::COMMENT hint=words::COMMENT_HINT value=sheet.comment rows=4
                    on_input=move || comment.touch(sheet.comment.get_untracked())
                />
                <SaveNote state=comment.state_signal() />
            </Card>
            <Review sheet />
            <ErrorNote error=refused />
            <div class="actions fill-steps">
                <Button icon=IconName::Left on_press=back attr:data-testid="fill-back">{words::BACK}</Button>
                <Button kind=ButtonKind::Primary busy on_press=finish attr:data-testid="fill-finish">{words::FINISH}</Button>
            </div>
            <p class="quiet fill-after">{words::FINISH_DETAIL}</p>
        </article>
    }
}

/// What has no answer, with the way back to each.
#[component]
fn Review(sheet: Sheet) -> impl IntoView {
    let open = Memo::new(move |_| {
        sheet.form().with(|form| {
            let open = |item: &FormItem| item.declined || (!dealt_with(item) && !item.optional);
            spots(form)
                .filter(|(_, item)| open(item))
                .map(|(spot, item)| (spot, item.text.clone(), item.declined))
                .collect::<Vec<_>>()
        })
    });
    let row = move |(spot, text, declined): (Spot, String, bool)| {
        view! {
            <li class="row">
                <button type="button" class="review-link" on:click=move |_| sheet.jump(Place::Question(spot.clone()))>
                    {text}
                </button>
                {declined.then(|| view! { <span class="quiet">{words::REVIEW_DECLINED}</span> })}
            </li>
        }
    };
    let list = move || {
        if open.with(Vec::is_empty) {
            return view! { <p class="quiet">{words::REVIEW_NONE}</p> }.into_any();
        }
        let rows = open.get().into_iter().map(row).collect_view();
        view! { <p class="quiet">{words::REVIEW_DETAIL}</p> <ul class="rows">{rows}</ul> }.into_any()
    };
    view! { <Card heading=words::REVIEW>{list}</Card> }
}

/// Everything is kept. What comes next depends on whose device it is.
#[component]
pub fn Thanks(sheet: Sheet, told: Told) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    focus_when_there(heading);
    let (screening, client) =
        sheet.form().with_untracked(|form| (form.screening.id, form.screening.client_id));
    let supportive = sheet.supportive();
    let next = match told {
        Told::HandedOver => view! { <p class="thanks-next">{words::THANKS_HANDED_OVER}</p> }.into_any(),
        Told::Together => view! {
            <div class="actions">
                <LinkButton href=results_path(screening) kind=ButtonKind::Primary>{words::RESULTS}</LinkButton>
                <LinkButton href=client_path(client)>{words::TO_RECORD}</LinkButton>
            </div>
        }
        .into_any(),
        Told::Own => view! {
            <div class="actions">
                <LinkButton href=results_path(screening) kind=ButtonKind::Primary>{words::RESULTS}</LinkButton>
                <LinkButton href="/">{words::TO_HOME}</LinkButton>
            </div>
        }
        .into_any(),
    };
    view! {
        <section class="thanks">
            <h1 id="fill-end" tabindex="-1" node_ref=heading>{words::THANKS_TITLE}</h1>
            <p>{words::THANKS}</p>
            {move || supportive.get().then(|| view! { <p>{words::THANKS_TOLD}</p> })}
            {next}
        </section>
    }
}

/// It was put aside, here or in another window.
#[component]
pub fn PutAside(sheet: Sheet, told: Told) -> impl IntoView {
    let client = sheet.form().with_untracked(|form| form.screening.client_id);
    let way = match told {
        Told::HandedOver => view! { <p class="thanks-next">{words::THANKS_HANDED_OVER}</p> }.into_any(),
        Told::Together => {
            view! { <div class="actions"><LinkButton href=client_path(client)>{words::TO_RECORD}</LinkButton></div> }
                .into_any()
        }
        Told::Own => {
            view! { <div class="actions"><LinkButton href="/">{words::TO_HOME}</LinkButton></div> }.into_any()
        }
    };
    view! {
        <section class="thanks">
            <h1 id="fill-end" tabindex="-1">{words::DISCARDED_TITLE}</h1>
            <p>{words::DISCARDED}</p>
            {way}
        </section>
    }
}

fn focus_when_there(heading: NodeRef<html::H1>) {
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // A heading on the page can be focused.
            let _ = heading.focus();
        }
    });
}

//! The form being filled in: what is on it, where the person is, and what the core has not heard of yet.
//!
//! What a person does is followed in its order. A step on waits until the answers before it are kept, because the core
//! alone knows which question follows; keys typed meanwhile wait too, so that none reaches a question it was not meant for.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use contract::screenings::{
    Answer, AnswerItem, FinishScreening, FormItem, FormView, GetForm, ScreeningStatus,
};
use contract::{ApiError, ScreeningId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::place::{Given, Place, Spot, Stride, dealt_with, digits, find, first_open, mark, step};
use crate::state::{Api, Outbox, SaveState, Sequence, use_api, use_device, use_outbox};
use crate::strings::filling as words;

/// What a person wants next, in the order they asked for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// The answer with this digit to the question they are at.
    Digit(u8),
    /// On.
    Next(Stride),
    /// Back.
    Back(Stride),
}

/// What outlives the page: a vault that locks itself takes the page away, and the form is afterwards where it was.
#[derive(Clone, Default)]
struct Kept {
    answers: Rc<RefCell<Sequence<Given>>>,
    place: Option<Place>,
}

thread_local! {
    static KEPT: RefCell<BTreeMap<ScreeningId, Kept>> = const { RefCell::new(BTreeMap::new()) };
}

/// A form being filled in. Copy it into callbacks freely.
#[derive(Clone, Copy)]
pub struct Sheet {
    api: Api,
    id: ScreeningId,
    form: RwSignal<FormView>,
    place: RwSignal<Place>,
    /// Counts arrivals by a step: the heading of the place then takes the focus.
    arrived: RwSignal<u32>,
    outbox: Outbox<Given>,
    intents: StoredValue<VecDeque<Intent>>,
    /// A step waits for an answer to be kept.
    pub waiting: RwSignal<bool>,
    /// A step on was asked for before there was an answer.
    pub unanswered: RwSignal<bool>,
    /// What a screen reader says when the last answer is kept.
    last_label: RwSignal<String>,
    /// What the person adds in their own words, as typed.
    pub comment: RwSignal<String>,
    /// Why the form could not be loaded again.
    pub trouble: RwSignal<Option<ApiError>>,
    /// All questions of an instrument are on one page.
    pub whole_page: RwSignal<bool>,
}

/// Opens a form that was just read.
pub fn use_sheet(first: FormView) -> Sheet {
    let api = use_api();
    let id = first.screening.id;
    let kept = KEPT.with_borrow_mut(|all| all.entry(id).or_default().clone());
    let form_slot = StoredValue::new(None::<Sheet>);
    let outbox = use_outbox(Rc::clone(&kept.answers), move |given: Given| async move {
        let Given { spot: Spot { instrument, item }, answer } = given;
        let form = api.call(AnswerItem { screening_id: id, instrument, item, answer }).await?;
        if let Some(Some(sheet)) = form_slot.try_get_value() {
            sheet.take(form);
        }
        Ok(())
    });
    let comment = RwSignal::new(first.comment.clone());
    let form = RwSignal::new(first);
    let place = kept.place.filter(|place| form.with_untracked(|form| is_there(form, place)));
    let sheet = Sheet {
        api,
        id,
        form,
        place: RwSignal::new(place.unwrap_or_else(|| form.with_untracked(first_open))),
        arrived: RwSignal::new(0),
        outbox,
        intents: StoredValue::new(VecDeque::new()),
        waiting: RwSignal::new(false),
        unanswered: RwSignal::new(false),
        last_label: RwSignal::new(String::new()),
        comment,
        trouble: RwSignal::new(None),
        whole_page: use_device().whole_page,
    };
    form_slot.set_value(Some(sheet));
    sheet.take(form.get_untracked());
    Effect::new(move |_| {
        let place = sheet.place.get();
        KEPT.with_borrow_mut(|all| all.entry(id).or_default().place = Some(place));
    });
    sheet
}

fn is_there(form: &FormView, place: &Place) -> bool {
    match place {
        Place::Question(spot) => find(form, spot).is_some(),
        Place::End => true,
    }
}

impl Sheet {
    /// The form as it is on the screen: what the core has, with what it has not heard of yet laid over it.
    pub fn form(self) -> RwSignal<FormView> {
        self.form
    }

    /// Where the person is. Reactive.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// The same, without following it.
    pub fn place_untracked(self) -> Place {
        self.place.get_untracked()
    }

    /// Changes with every arrival at a place by a step. Reactive.
    pub fn arrived(self) -> u32 {
        self.arrived.get()
    }

    /// How far it is. Changes only when that does.
    pub fn status(self) -> Memo<ScreeningStatus> {
        Memo::new(move |_| self.form.with(|form| form.screening.status))
    }

    /// Whether the risk protocol was started. Changes only when that does.
    pub fn supportive(self) -> Memo<bool> {
        Memo::new(move |_| self.form.with(|form| form.supportive))
    }

    /// A question of the form; none once it no longer applies. Reactive.
    pub fn item(self, spot: &Spot) -> Option<FormItem> {
        self.form.with(|form| find(form, spot).map(|(_, _, _, item)| item.clone()))
    }

    /// How saving stands. Reactive.
    pub fn saving(self) -> SaveState {
        self.outbox.state()
    }

    /// What a screen reader says about saving. Reactive.
    pub fn said(self) -> Option<String> {
        match self.saving() {
            SaveState::Saved(_) => Some(words::saved_answer(&self.last_label.get())),
            SaveState::Failed(_) => Some(words::NOT_SAVED.to_owned()),
            _ => None,
        }
    }

    /// Tries again now to save what could not be saved.
    pub fn try_again(self) {
        self.outbox.try_again();
    }

    /// Takes a form from the core.
    pub fn take(self, mut form: FormView) {
        self.outbox.for_unconfirmed(|given| mark(&mut form, given));
        let there = self.place.try_with_untracked(|place| is_there(&form, place));
        let open = (there == Some(false)).then(|| first_open(&form));
        let _ = self.form.try_set(form);
        if let Some(open) = open {
            self.arrive(open);
        }
    }

    /// Gives up answers that the core refused, and shows what it has.
    pub fn load_again(self) {
        spawn_local(async move {
            match self.api.call(GetForm { screening_id: self.id }).await {
                Ok(form) => {
                    self.outbox.forget();
                    let _ = self.trouble.try_set(None);
                    self.take(form);
                }
                Err(error) => {
                    let _ = self.trouble.try_set(Some(error));
                }
            }
        });
    }

    /// The person is at a question now, by a click or the Tab key.
    pub fn be_at(self, spot: &Spot) {
        let place = Place::Question(spot.clone());
        if self.place.with_untracked(|now| *now != place) {
            self.unanswered.set(false);
            self.place.set(place);
        }
    }

    /// Gives an answer.
    pub fn answer(self, spot: &Spot, answer: Answer) {
        let label = self.form.with_untracked(|form| {
            let (_, _, _, item) = find(form, spot)?;
            Some(match answer {
                Answer::Value { value } => item.options.iter().find(|one| one.value == value)?.label.clone(),
                Answer::Declined => words::DECLINE.to_owned(),
                Answer::Cleared => String::new(),
            })
        });
        let Some(label) = label else { return };
        self.unanswered.set(false);
        self.last_label.set(label);
        let given = Given { spot: spot.clone(), answer };
        self.form.update(|form| mark(form, &given));
        self.outbox.put(given);
    }

    /// Follows a wish after those that were there before.
    pub fn want(self, intent: Intent) {
        let first = self.intents.try_update_value(|intents| {
            intents.push_back(intent);
            intents.len() == 1
        });
        if first == Some(true) {
            spawn_local(self.follow());
        }
    }

    async fn follow(self) {
        // A wish leaves the queue when it has been followed, so that no second one is begun meanwhile.
        while let Some(Some(intent)) = self.intents.try_with_value(|intents| intents.front().copied()) {
            let followed = match intent {
                Intent::Digit(digit) => {
                    self.choose(digit);
                    true
                }
                Intent::Next(stride) => self.go(true, stride).await,
                Intent::Back(stride) => self.go(false, stride).await,
            };
            let _ = self.intents.try_update_value(|intents| {
                // What was typed behind a step that was not taken was meant for another question.
                let meant = if followed { 1 } else { intents.len() };
                intents.drain(..meant);
            });
        }
    }

    fn choose(self, digit: u8) {
        let Some(Place::Question(spot)) = self.place.try_get_untracked() else { return };
        let value = self.form.with_untracked(|form| {
            let (_, _, _, item) = find(form, &spot)?;
            let at = digits(&item.options).iter().position(|one| *one == Some(digit))?;
            item.options.get(at).map(|option| option.value)
        });
        if let Some(value) = value {
            self.answer(&spot, Answer::Value { value });
        }
    }

    /// Takes a step once everything before it is kept; `false` if it was not taken.
    async fn go(self, forward: bool, stride: Stride) -> bool {
        if forward && stride == Stride::Question && self.has_to_answer() {
            let _ = self.unanswered.try_set(true);
            return false;
        }
        let _ = self.waiting.try_set(true);
        let kept = self.outbox.flush().await;
        let _ = self.waiting.try_set(false);
        let place = self.form.try_with_untracked(|form| {
            self.place.try_with_untracked(|place| step(form, place, forward, stride))
        });
        match (kept, place) {
            (Ok(()), Some(Some(place))) => {
                self.arrive(place);
                true
            }
            _ => false,
        }
    }

    /// On a page of its own a question is answered, declined or skipped before the next one comes.
    fn has_to_answer(self) -> bool {
        if self.whole_page.get_untracked() {
            return false;
        }
        let Some(Place::Question(spot)) = self.place.try_get_untracked() else { return false };
        let open = |form: &FormView| {
            find(form, &spot).is_some_and(|(_, _, _, item)| !dealt_with(item) && !item.optional)
        };
        self.form.try_with_untracked(open) == Some(true)
    }

    /// Goes to a place, once everything before is kept.
    pub fn jump(self, place: Place) {
        spawn_local(async move {
            // What could not be kept is still in the outbox, and the page says so wherever the person is.
            let _ = self.outbox.flush().await;
            self.arrive(place);
        });
    }

    fn arrive(self, place: Place) {
        let _ = self.unanswered.try_set(false);
        let _ = self.place.try_set(place);
        let _ = self.arrived.try_update(|n| *n = n.wrapping_add(1));
    }

    /// Ends the screening. Everything typed so far is kept first.
    pub async fn finish(self) -> Result<(), ApiError> {
        self.outbox.flush().await?;
        let form = self.api.call(FinishScreening { screening_id: self.id }).await?;
        KEPT.with_borrow_mut(|all| all.remove(&self.id));
        self.take(form);
        Ok(())
    }
}

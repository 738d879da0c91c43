//! What else there is to know about a session: goals, homework, mood, fee; saved by itself. Below it, the consents.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use contract::sessions::{GetSession, PaymentStatus, SessionDetails, SessionKind, UpdateSession};
use contract::{ApiError, ErrorCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::steps::SessionConsents;
use crate::components::{
    Button, Choice, DateTimeField, ErrorNote, Notice, SaveNote, Select, TextArea, TextField, Tone, unique_id,
};
use crate::format;
use crate::pages::clients::session_kinds;
use crate::state::{SaveState, use_api, use_autosave};
use crate::strings::sessions as words;

/// What stands in the fields. Copy it into callbacks freely.
#[derive(Clone, Copy)]
struct Fields {
    kind: RwSignal<SessionKind>,
    start: RwSignal<String>,
    end: RwSignal<String>,
    place: RwSignal<String>,
    goals: RwSignal<String>,
    homework: RwSignal<String>,
    next_goals: RwSignal<String>,
    mood_before: RwSignal<Option<u8>>,
    mood_after: RwSignal<Option<u8>>,
    effectiveness: RwSignal<Option<u8>>,
    fee: RwSignal<String>,
    payment: RwSignal<PaymentStatus>,
}

impl Fields {
    fn new(details: &SessionDetails) -> Self {
        let fields = Self {
            kind: RwSignal::default(),
            start: RwSignal::default(),
            end: RwSignal::default(),
            place: RwSignal::default(),
            goals: RwSignal::default(),
            homework: RwSignal::default(),
            next_goals: RwSignal::default(),
            mood_before: RwSignal::default(),
            mood_after: RwSignal::default(),
            effectiveness: RwSignal::default(),
            fee: RwSignal::default(),
            payment: RwSignal::default(),
        };
        fields.fill(details);
        fields
    }

    fn fill(self, details: &SessionDetails) {
        self.kind.set(details.kind);
        self.start.set(details.scheduled_start.map(format::local_input).unwrap_or_default());
        self.end.set(details.scheduled_end.map(format::local_input).unwrap_or_default());
        self.place.set(details.place.clone());
        self.goals.set(details.goals.clone());
        self.homework.set(details.homework.clone());
        self.next_goals.set(details.next_goals.clone());
        self.mood_before.set(details.mood_before);
        self.mood_after.set(details.mood_after);
        self.effectiveness.set(details.effectiveness);
        self.fee.set(details.fee_minor.map(written_fee).unwrap_or_default());
        self.payment.set(details.payment_status);
    }

    fn read(self) -> Result<SessionDetails, ApiError> {
        Ok(SessionDetails {
            kind: self.kind.get_untracked(),
            scheduled_start: format::from_local_input(&self.start.get_untracked()),
            scheduled_end: format::from_local_input(&self.end.get_untracked()),
            place: self.place.get_untracked(),
            goals: self.goals.get_untracked(),
            homework: self.homework.get_untracked(),
            next_goals: self.next_goals.get_untracked(),
            mood_before: self.mood_before.get_untracked(),
            mood_after: self.mood_after.get_untracked(),
            effectiveness: self.effectiveness.get_untracked(),
            fee_minor: read_fee(&self.fee.get_untracked())?,
            payment_status: self.payment.get_untracked(),
        })
    }
}

/// A fee as a person writes it, from the smallest unit.
fn written_fee(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, part) = (minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:02}") }
}

/// Reads a fee into the smallest unit; a comma counts as a point.
fn read_fee(text: &str) -> Result<Option<i64>, ApiError> {
    let text = text.trim().replace(',', ".");
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let fee = (digits(whole) && digits(part) && part.len() <= 2 && !(whole.is_empty() && part.is_empty()))
        .then(|| format!("{whole}{part:0<2}").parse::<i64>().ok())
        .flatten();
    fee.map(Some).ok_or_else(|| ApiError::invalid("fee_minor", words::FEE_UNREADABLE))
}

/// The second tab of the right half.
#[component]
pub fn DetailsPane(desk: Desk) -> impl IntoView {
    let api = use_api();
    let session_id = desk.session_id;
    let first = desk.view.get_untracked();
    // Outlives the page, because the last save may still be on its way when it is left.
    let revision = Arc::new(AtomicU32::new(first.revision));
    let fields = Fields::new(&first.details);
    let unreadable = RwSignal::new(None::<ApiError>);
    let of_save = Arc::clone(&revision);
    let save = use_autosave(move |details: SessionDetails| {
        let revision = Arc::clone(&of_save);
        async move {
            let command = UpdateSession { session_id, revision: revision.load(Ordering::Relaxed), details };
            let saved = api.call(command).await?;
            revision.store(saved.revision, Ordering::Relaxed);
            desk.session.set(saved);
            Ok(())
        }
    });
    let change = Callback::from(move || match fields.read() {
        Ok(details) => {
            unreadable.set(None);
            save.touch(details);
        }
        Err(error) => unreadable.set(Some(error)),
    });
    // Moving the session or giving it a client also makes a new revision; the fields stay as they are then.
    let of_view = Arc::clone(&revision);
    Effect::new(move |_| {
        let newest = desk.view.with(|v| v.revision);
        of_view.fetch_max(newest, Ordering::Relaxed);
    });
    let refused = Signal::derive(move || match save.state() {
        SaveState::Failed(error) => Some(error),
        _ => unreadable.get(),
    });
    let load_newer = move || {
        let revision = Arc::clone(&revision);
        spawn_local(async move {
            match api.call(GetSession { session_id }).await {
                Ok(newer) => {
                    save.forget();
                    revision.store(newer.revision, Ordering::Relaxed);
                    fields.fill(&newer.details);
                    desk.session.set(newer);
                }
                Err(error) => {
                    let _ = unreadable.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <div class="details">
            <Trouble refused load_newer=Callback::from(load_newer) />
            <FieldsForm fields refused change />
            <SaveNote state=save.state_signal() />
            <h3>{words::CONSENTS}</h3>
            <SessionConsents desk scopes=&[] />
        </div>
    }
}

/// What was refused and belongs to no field.
#[component]
fn Trouble(refused: Signal<Option<ApiError>>, load_newer: Callback<()>) -> impl IntoView {
    let conflict = Memo::new(move |_| refused.get().is_some_and(|error| error.code == ErrorCode::Conflict));
    let other = Signal::derive(move || {
        refused.get().filter(|e| e.code != ErrorCode::Conflict && e.field.as_deref() != Some("fee_minor"))
    });
    let actions = move || view! { <Button on_press=move || load_newer.run(())>{words::LOAD_NEWER}</Button> };
    view! {
        <Show when=move || conflict.get()>
            <Notice tone=Tone::Warn heading=words::DETAILS_CONFLICT actions>{words::DETAILS_CONFLICT_DETAIL}</Notice>
        </Show>
        <ErrorNote error=other />
    }
}

#[component]
fn FieldsForm(fields: Fields, refused: Signal<Option<ApiError>>, change: Callback<()>) -> impl IntoView {
    let wrong = move |name: &'static str| {
        Signal::derive(move || refused.get().filter(|e| e.field.as_deref() == Some(name)).map(|e| e.message))
    };
    let scale: Vec<Choice<Option<u8>>> = std::iter::once(Choice::new(None, words::NOT_KNOWN))
        .chain((1..=10).map(|n| Choice::new(Some(n), n.to_string())))
        .collect();
    let rating = move |label: &'static str, value: RwSignal<Option<u8>>| {
        view! { <Select label choices=scale.clone() value on_change=change /> }
    };
    let ratings = unique_id("ratings");
    let payments: Vec<_> = [
        PaymentStatus::Pending,
        PaymentStatus::Paid,
        PaymentStatus::Partial,
        PaymentStatus::Waived,
        PaymentStatus::Cancelled,
    ]
    .map(|status| Choice::new(status, words::payment(status)))
    .to_vec();
    view! {
        <TextArea label=words::GOALS value=fields.goals rows=2 on_input=change />
        <TextArea label=words::HOMEWORK value=fields.homework rows=2 on_input=change />
        <TextArea label=words::NEXT_GOALS value=fields.next_goals rows=2 on_input=change />
        <div class="ratings" role="group" aria-labelledby=ratings>
            <p class="quiet" id=ratings.clone()>{words::SCALE_HINT}</p>
            <div class="form-grid">
                {rating(words::MOOD_BEFORE, fields.mood_before)}
                {rating(words::MOOD_AFTER, fields.mood_after)}
                {rating(words::EFFECTIVENESS, fields.effectiveness)}
            </div>
        </div>
        <div class="form-grid">
            <Select label=words::KIND choices=session_kinds() value=fields.kind on_change=change />
            <TextField label=words::PLACE_FIELD value=fields.place error=wrong("place") on_input=change />
            <DateTimeField
                label=words::WHEN
                value=fields.start
                error=wrong("scheduled_start")
                on_input=change
            />
            <DateTimeField label=words::UNTIL value=fields.end error=wrong("scheduled_end") on_input=change />
            <TextField label=words::FEE value=fields.fee error=wrong("fee_minor") on_input=change />
            <Select label=words::PAYMENT choices=payments value=fields.payment on_change=change />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fees_are_read_as_they_are_written() {
        for minor in [0, 5, 50, 100, 12_000, 12_050, 99_999] {
            assert_eq!(read_fee(&written_fee(minor)), Ok(Some(minor)), "{minor} comes back");
        }
        assert_eq!(read_fee(" 120,5 "), Ok(Some(12_050)), "a comma counts as a point");
        assert_eq!(read_fee(""), Ok(None), "no fee is not known");
        for unreadable in ["12o", "1.234", "-5", ".", "1.2.3", "99999999999999999999"] {
            assert!(read_fee(unreadable).is_err(), "{unreadable:?} is refused");
        }
    }
}

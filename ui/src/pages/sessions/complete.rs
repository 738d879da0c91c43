//! Putting on record that a session took place, and when.

use chrono::{DateTime, TimeDelta, Utc};
use contract::ApiError;
use contract::notes::NoteStatus;
use contract::sessions::{MoveSession, SessionStatus, SessionView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::components::{Button, ButtonKind, DateTimeField, Dialog, ErrorNote, focus_first_wrong};
use crate::format;
use crate::state::use_api;
use crate::strings::sessions as words;

/// Whether the session can be put on record as completed from where it stands.
pub fn may_complete(view: &SessionView) -> bool {
    matches!(view.status, SessionStatus::Upcoming | SessionStatus::InProgress)
}

/// Whether something shows that it took place: a recording or a signed note.
pub fn took_place(view: &SessionView) -> bool {
    let signed = |status| matches!(status, NoteStatus::Signed | NoteStatus::Archived);
    !view.recordings.is_empty() || view.note.is_some_and(|(_, status)| signed(status))
}

/// Asks when the session took place and completes it.
#[component]
pub fn CompleteDialog(desk: Desk) -> impl IntoView {
    view! {
        <Dialog open=desk.completing title=words::COMPLETE_TITLE><CompleteForm desk /></Dialog>
    }
}

/// A moment as the field shows it, to the minute, and as it was offered, to the millisecond.
#[derive(Clone, Copy)]
struct Moment {
    text: RwSignal<String>,
    offered: DateTime<Utc>,
}

impl Moment {
    fn new(offered: DateTime<Utc>) -> Self {
        Self { text: RwSignal::new(format::local_input(offered)), offered }
    }

    fn read(self) -> Option<DateTime<Utc>> {
        let text = self.text.get_untracked();
        // Left as it was offered it keeps its seconds: an end in the minute of the beginning still lies after it.
        if text == format::local_input(self.offered) {
            return Some(self.offered);
        }
        format::from_local_input(&text)
    }
}

/// Which of the two moments an error is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Began,
    Ended,
}

#[component]
fn CompleteForm(desk: Desk) -> impl IntoView {
    let api = use_api();
    let (began, ended) = desk.view.with_untracked(|view| Known::of(view).likely_times(format::now()));
    let (began, ended) = (Moment::new(began), Moment::new(ended));
    let begun = Memo::new(move |_| desk.view.with(|view| view.status == SessionStatus::InProgress));
    let trouble = RwSignal::new(None::<(End, ApiError)>);
    let busy = RwSignal::new(false);
    let refuse = move |end: End, error: ApiError| {
        let _ = trouble.try_set(Some((end, error)));
        focus_first_wrong();
    };
    let complete = move || {
        let missing = || ApiError::invalid("at", words::MOMENT_MISSING);
        let Some(start) = began.read() else { return refuse(End::Began, missing()) };
        let Some(end) = ended.read() else { return refuse(End::Ended, missing()) };
        if end < start && !begun.get_untracked() {
            return refuse(End::Ended, ApiError::invalid("at", words::END_BEFORE_START));
        }
        trouble.set(None);
        busy.set(true);
        let session_id = desk.session_id;
        spawn_local(async move {
            let step = async |to, at| {
                let moved = api.call(MoveSession { session_id, to, at: Some(at) }).await?;
                desk.session.set(moved);
                Ok::<(), ApiError>(())
            };
            let outcome = match begun.get_untracked() {
                true => Ok(()),
                false => step(SessionStatus::InProgress, start).await.map_err(|error| (End::Began, error)),
            };
            let outcome = match outcome {
                Ok(()) => step(SessionStatus::Completed, end).await.map_err(|error| (End::Ended, error)),
                refused => refused,
            };
            let _ = busy.try_set(false);
            match outcome {
                Ok(()) => {
                    let _ = desk.completing.try_set(false);
                }
                Err((end, error)) => refuse(end, error),
            }
        });
    };
    let wrong = move |of: End| {
        Signal::derive(move || {
            let here = |(end, error): &(End, ApiError)| *end == of && error.field.as_deref() == Some("at");
            trouble.get().filter(here).map(|(_, error)| error.message)
        })
    };
    let other = Signal::derive(move || {
        trouble.get().map(|(_, error)| error).filter(|error| error.field.as_deref() != Some("at"))
    });
    let touched = Callback::new(move |()| trouble.set(None));
    view! {
        <p class="dialog-detail">{words::COMPLETE_DETAIL}</p>
        <div class="stack">
            <Show when=move || !begun.get()>
                <DateTimeField label=words::BEGAN value=began.text error=wrong(End::Began) on_input=touched />
            </Show>
            <DateTimeField label=words::ENDED value=ended.text error=wrong(End::Ended) on_input=touched />
            <ErrorNote error=other />
            <div class="actions actions-end">
                <Button on_press=move || desk.completing.set(false)>{words::NOT_NOW}</Button>
                <Button kind=ButtonKind::Primary busy on_press=complete attr:data-testid="session-complete-confirm">
                    {words::COMPLETE}
                </Button>
            </div>
        </div>
    }
}

/// What is known about the times of a session.
#[derive(Clone, Copy, Default)]
struct Known {
    /// When it was begun on record, else when it was planned to.
    start: Option<DateTime<Utc>>,
    planned_end: Option<DateTime<Utc>>,
    /// Length of the longest recording.
    recorded: Option<TimeDelta>,
}

impl Known {
    fn of(view: &SessionView) -> Self {
        let longest = view.recordings.iter().map(|recording| recording.duration_ms).max();
        Self {
            start: view.started_at.or(view.details.scheduled_start),
            planned_end: view.details.scheduled_end,
            recorded: longest.and_then(|ms| i64::try_from(ms).ok()).and_then(TimeDelta::try_milliseconds),
        }
    }

    /// When it most likely began and ended, for a person to set right. Nothing of it lies in the future.
    fn likely_times(self, now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
        let past = |at: &DateTime<Utc>| *at <= now;
        let began = self.start.filter(past).unwrap_or(now);
        let planned = self.planned_end.filter(|end| *end > began && past(end));
        let recorded = self.recorded.and_then(|length| began.checked_add_signed(length)).filter(past);
        (began, planned.or(recorded).unwrap_or(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_offered_are_the_planned_ones_as_far_as_they_have_passed() {
        let at = |minute: i64| DateTime::UNIX_EPOCH + TimeDelta::minutes(minute);
        let known = |start: Option<i64>, end: Option<i64>, minutes: Option<i64>| Known {
            start: start.map(at),
            planned_end: end.map(at),
            recorded: minutes.map(TimeDelta::minutes),
        };
        for (known, likely, why) in [
            (known(Some(0), Some(50), Some(48)), (0, 50), "as planned, whatever was recorded of it"),
            (known(Some(0), None, Some(48)), (0, 48), "as long as the recording"),
            (known(Some(60), Some(150), Some(20)), (60, 80), "a planned end that has not come is none"),
            (known(Some(60), Some(50), None), (60, 100), "nor is one before the beginning"),
            (known(Some(200), Some(250), Some(48)), (100, 100), "nothing lies in the future"),
            (Known::default(), (100, 100), "nothing known is now"),
        ] {
            assert_eq!(known.likely_times(at(100)), (at(likely.0), at(likely.1)), "{why}");
        }
    }
}

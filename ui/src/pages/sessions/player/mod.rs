//! The player at the foot of the session: sound, its picture, and where it stands.

mod engine;
mod plan;
mod shape;

pub use engine::{Player, use_player};
pub use shape::segment_at;

use contract::recordings::{GetWaveform, RecordingView, Waveform};
use contract::{ApiError, RecordingId};
use leptos::html;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use shape::{COLUMN, HEIGHT, shape};

use super::desk::Desk;
use crate::components::{Button, ButtonKind, Choice, ErrorNote, Icon, IconName, Select};
use crate::format;
use crate::state::use_api;
use crate::strings::sessions as words;

const COLUMNS: u32 = 600;
const STEP_MS: i64 = 5_000;
const LEAP_MS: i64 = 60_000;
const SPEEDS: [f64; 6] = [0.75, 1.0, 1.25, 1.5, 1.75, 2.0];

/// The player's bar.
#[component]
pub fn PlayerBar(desk: Desk) -> impl IntoView {
    let player = desk.player;
    let word = move || if player.playing.get() { words::PAUSE } else { words::PLAY };
    let icon = move || {
        let name = if player.playing.get() { IconName::Pause } else { IconName::Play };
        view! { <Icon name /> }
    };
    let told = move || {
        words::place_of(&format::clock(player.position_ms.get()), &format::clock(player.duration_ms.get()))
    };
    let speeds: Vec<_> = SPEEDS.map(|rate| Choice::new(rate, words::speed(&format::number(rate)))).to_vec();
    let rate = RwSignal::new(1.0);
    let damaged = move || {
        let recording = desk.recording.get().filter(|r| r.readable_ms < r.duration_ms)?;
        Some(words::readable(&format::clock(recording.readable_ms), &format::clock(recording.duration_ms)))
    };
    view! {
        <section
            class="player"
            aria-label=words::PLAYER
            data-testid="player"
            data-state=move || if player.playing.get() { "playing" } else { "paused" }
            data-position-ms=move || player.position_ms.get().to_string()
        >
            <div class="player-buttons">
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Back5
                    label=words::BACK
                    on_press=move || player.skip(-STEP_MS)
                    attr:data-testid="player-back"
                />
                <button
                    type="button"
                    class="button player-play"
                    aria-label=word
                    title=word
                    data-testid="player-toggle"
                    on:click=move |_| player.toggle()
                >
                    {icon}
                </button>
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Forward5
                    label=words::FORWARD
                    on_press=move || player.skip(STEP_MS)
                    attr:data-testid="player-forward"
                />
            </div>
            <span class="player-time">{told}</span>
            <Picture desk told=Signal::derive(told) />
            <Select
                label=words::SPEED
                choices=speeds
                value=rate
                on_change=move || player.set_rate(rate.get_untracked())
                attr:class="player-speed field"
            />
            <Recordings desk />
            <p class="visually-hidden" role="status">
                {move || player.waiting.get().then_some(words::SOUND_LOADING)}
            </p>
            <div class="player-trouble">
                {move || damaged().map(|text| view! { <p class="quiet">{text}</p> })}
                <ErrorNote error=player.trouble />
            </div>
        </section>
    }
}

/// Which recording is played, where there are several.
#[component]
pub fn Recordings(desk: Desk) -> impl IntoView {
    let several = Memo::new(move |_| desk.view.with(|view| view.recordings.len() > 1));
    let choices = Signal::derive(move || {
        let name = |r: &RecordingView| {
            format!("{}, {}", format::clock(r.duration_ms), format::date_time(r.created_at))
        };
        desk.view
            .with(|view| view.recordings.iter().map(|r| Choice::new(Some(r.id), name(r))).collect::<Vec<_>>())
    });
    let value = RwSignal::new(None::<RecordingId>);
    Effect::new(move |_| value.set(desk.recording.get().map(|recording| recording.id)));
    view! {
        <Show when=move || several.get()>
            <Select
                label=words::WHICH_RECORDING
                choices
                value
                on_change=move || desk.chosen_recording.set(value.get_untracked())
                attr:class="player-recording field"
            />
        </Show>
    }
}

/// The picture of the sound; also the slider that tells and sets the place.
#[component]
fn Picture(desk: Desk, told: Signal<String>) -> impl IntoView {
    let player = desk.player;
    let waveform = use_waveform(desk);
    let drawn = Memo::new(move |_| {
        waveform.with(|w| w.as_ref().map(|w| desk.words.segments.with(|segments| shape(w, segments))))
    });
    let frame = NodeRef::<html::Div>::new();
    let width = f64::from(COLUMNS) * COLUMN;
    let played = move || {
        let duration = player.duration_ms.get().max(1) as f64;
        player.position_ms.get() as f64 / duration * width
    };
    let seek_to = move |event: &web_sys::PointerEvent| {
        if let Some(frame) = frame.get_untracked() {
            let bounds = frame.get_bounding_client_rect();
            let part =
                ((f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0)).clamp(0.0, 1.0);
            player.seek((part * player.duration_ms.get_untracked() as f64) as u64);
        }
    };
    let dragging = RwSignal::new(false);
    let keys = move |event: web_sys::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => player.skip(STEP_MS),
            "ArrowLeft" | "ArrowDown" => player.skip(-STEP_MS),
            "PageUp" => player.skip(LEAP_MS),
            "PageDown" => player.skip(-LEAP_MS),
            "Home" => player.seek(0),
            "End" => player.seek(player.duration_ms.get_untracked()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let bars = move || {
        drawn.get().map(|shape| {
            view! {
                <path class="wave-therapist" d=shape.therapist />
                <path class="wave-client" d=shape.client />
                <path class="wave-unknown" d=shape.unknown />
            }
        })
    };
    let view_box = format!("0 0 {width} {HEIGHT}");
    view! {
        <div
            class="wave"
            node_ref=frame
            role="slider"
            tabindex="0"
            aria-label=words::PLACE
            aria-valuemin="0"
            aria-valuemax=move || (player.duration_ms.get() / 1000).to_string()
            aria-valuenow=move || (player.position_ms.get() / 1000).to_string()
            aria-valuetext=told
            data-testid="player-slider"
            on:keydown=keys
            on:pointerdown=move |event| {
                dragging.set(true);
                seek_to(&event);
            }
            on:pointermove=move |event| if dragging.get_untracked() { seek_to(&event) }
            on:pointerup=move |_| dragging.set(false)
            on:pointerleave=move |_| dragging.set(false)
        >
            <svg viewBox=view_box.clone() preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <g class="wave-all">{bars}</g>
            </svg>
            <div class="wave-played" style:clip-path=move || {
                format!("inset(0 {:.3}% 0 0)", 100.0 - played() / width * 100.0)
            }>
                <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true" focusable="false">{bars}</svg>
            </div>
            <div class="wave-place" style:left=move || format!("{:.3}%", played() / width * 100.0)></div>
        </div>
    }
}

/// The shape of the recording that is played.
fn use_waveform(desk: Desk) -> RwSignal<Option<Waveform>> {
    let api = use_api();
    let waveform = RwSignal::new(None);
    let which = Memo::new(move |_| desk.recording.get().map(|recording| recording.id));
    Effect::new(move |_| {
        waveform.set(None);
        let Some(recording_id) = which.get() else { return };
        spawn_local_scoped_with_cancellation(async move {
            // Without its picture a recording can still be heard.
            let answer: Result<Waveform, ApiError> =
                api.call(GetWaveform { recording_id, columns: COLUMNS }).await;
            let _ = waveform.try_set(answer.ok());
        });
    });
    waveform
}

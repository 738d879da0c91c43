//! Plays a recording through the browser's sound system: stretch after stretch, each scheduled to the sample where the
//! one before it ends. Sound is on the page only for a few stretches around what is heard, and only until it is left.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::recordings::{AudioChunk, ReadAudio};
use contract::{ApiError, ErrorCode, RecordingId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{AudioBuffer, AudioBufferSourceNode, AudioContext, AudioContextState};

use super::plan::{CHUNK_MS, Run, chunk_of};
use crate::state::Api;
use crate::strings::sessions as words;

/// How often what is due is scheduled and the place is told.
const TICK: Duration = Duration::from_millis(80);
/// How long sound may take to start before we say that it does not.
const PATIENCE_MS: f64 = 2_500.0;
/// Between scheduling and hearing, so that the first samples are not cut off.
const LEAD_SECONDS: f64 = 0.04;

/// A player of one recording at a time. Copy it into callbacks freely.
#[derive(Clone, Copy)]
pub struct Player {
    engine: StoredValue<Rc<Engine>, LocalStorage>,
    /// It plays, or will as soon as sound is there.
    pub playing: RwSignal<bool>,
    /// Sound is being fetched.
    pub waiting: RwSignal<bool>,
    /// The place that is heard.
    pub position_ms: RwSignal<u64>,
    /// Length of the recording; 0 while there is none.
    pub duration_ms: RwSignal<u64>,
    /// How many times faster than recorded.
    pub rate: RwSignal<f64>,
    /// Why it does not play.
    pub trouble: RwSignal<Option<ApiError>>,
}

struct Engine {
    api: Api,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    context: Option<AudioContext>,
    recording: Option<RecordingId>,
    chunks: BTreeMap<u64, AudioBuffer>,
    asked: BTreeSet<u64>,
    run: Option<Run>,
    sources: Vec<AudioBufferSourceNode>,
    /// When the sound card's clock last moved, and what it showed then.
    alive: (f64, f64),
}

impl State {
    fn silence(&mut self) {
        for source in self.sources.drain(..) {
            // A source that has ended already says so; there is nothing to stop then.
            #[allow(deprecated, reason = "the replacement lives on a parent class and does the same")]
            let _ = source.stop();
        }
        self.run = None;
    }
}

/// A player for this page; silent until a recording is loaded.
pub fn use_player(api: Api) -> Player {
    let engine = Rc::new(Engine { api, state: RefCell::new(State::default()) });
    let player = Player {
        engine: StoredValue::new_local(Rc::clone(&engine)),
        playing: RwSignal::new(false),
        waiting: RwSignal::new(false),
        position_ms: RwSignal::new(0),
        duration_ms: RwSignal::new(0),
        rate: RwSignal::new(1.0),
        trouble: RwSignal::new(None),
    };
    let ticking = set_interval_with_handle(move || player.tick(), TICK);
    let leaving = send_wrapper::SendWrapper::new(engine);
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
        let mut state = leaving.state.borrow_mut();
        state.silence();
        state.chunks.clear();
        if let Some(context) = state.context.take() {
            // The page is gone; a context that cannot be closed is silent anyway.
            let _ = context.close();
        }
    });
    player
}

impl Player {
    /// Takes another recording; it stands at its beginning.
    pub fn load(self, recording: Option<(RecordingId, u64)>) {
        let Some(engine) = self.engine.try_get_value() else { return };
        {
            let mut state = engine.state.borrow_mut();
            if state.recording == recording.map(|(id, _)| id) {
                return;
            }
            state.silence();
            state.chunks.clear();
            state.asked.clear();
            state.recording = recording.map(|(id, _)| id);
        }
        self.playing.set(false);
        self.waiting.set(false);
        self.trouble.set(None);
        self.position_ms.set(0);
        self.duration_ms.set(recording.map_or(0, |(_, duration)| duration));
    }

    /// Plays from a place. Has to be called from a person's press: browsers let sound begin only then.
    pub fn play_from(self, place_ms: u64) {
        let duration = self.duration_ms.get_untracked();
        if duration == 0 {
            return;
        }
        self.go_to(if place_ms >= duration { 0 } else { place_ms });
        self.trouble.set(None);
        self.playing.set(true);
        let Some(engine) = self.engine.try_get_value() else { return };
        if engine.open().is_none() {
            return self.fail(no_sound());
        }
        self.tick();
    }

    /// Plays on, or stops.
    pub fn toggle(self) {
        if self.playing.get_untracked() {
            self.pause();
        } else {
            self.play_from(self.position_ms.get_untracked());
        }
    }

    /// Stops where it is.
    pub fn pause(self) {
        self.playing.set(false);
        self.waiting.set(false);
        if let Some(engine) = self.engine.try_get_value() {
            engine.state.borrow_mut().silence();
        }
    }

    /// Goes to a place and plays on from there if it was playing.
    pub fn seek(self, place_ms: u64) {
        self.go_to(place_ms.min(self.duration_ms.get_untracked()));
        self.tick();
    }

    /// Goes back (below 0) or forward from where it is.
    pub fn skip(self, by_ms: i64) {
        self.seek(self.position_ms.get_untracked().saturating_add_signed(by_ms));
    }

    /// Plays faster or slower from where it is.
    pub fn set_rate(self, rate: f64) {
        self.rate.set(rate);
        self.go_to(self.position_ms.get_untracked());
        self.tick();
    }

    fn go_to(self, place_ms: u64) {
        if let Some(engine) = self.engine.try_get_value() {
            engine.state.borrow_mut().silence();
        }
        self.position_ms.set(place_ms);
    }

    fn fail(self, error: ApiError) {
        self.pause();
        self.trouble.set(Some(error));
    }

    /// Tells the place, schedules what is due, and asks for what will be.
    fn tick(self) {
        if self.playing.try_get_untracked() != Some(true) {
            return;
        }
        let Some(engine) = self.engine.try_get_value() else { return };
        let Some(context) = engine.state.borrow().context.clone() else { return };
        let now = context.current_time();
        if engine.stuck(&context, now) {
            return self.fail(no_sound());
        }
        if context.state() != AudioContextState::Running {
            return;
        }
        let duration = self.duration_ms.get_untracked() as f64;
        let mut place = self.position_ms.get_untracked() as f64;
        if let Some(run) = engine.state.borrow().run {
            place = run.place_at(now).min(duration);
            if run.starved(now, duration) {
                place = run.scheduled_ms;
            }
        }
        if place as u64 != self.position_ms.get_untracked() {
            self.position_ms.set(place as u64);
        }
        if place >= duration {
            return self.pause();
        }
        let starved = engine.state.borrow().run.is_some_and(|run| run.starved(now, duration));
        if starved {
            engine.state.borrow_mut().silence();
        }
        let missing = engine.schedule(&context, place, duration, self.rate.get_untracked());
        let waits = engine.state.borrow().run.is_none();
        if self.waiting.get_untracked() != waits {
            self.waiting.set(waits);
        }
        if let Some(chunk) = missing {
            self.fetch(&engine, chunk);
        }
    }

    fn fetch(self, engine: &Rc<Engine>, chunk: u64) {
        let (recording_id, duration) = {
            let mut state = engine.state.borrow_mut();
            let Some(recording) = state.recording else { return };
            if !state.asked.insert(chunk) {
                return;
            }
            (recording, self.duration_ms.get_untracked())
        };
        let start_ms = chunk * CHUNK_MS;
        let command = ReadAudio { recording_id, start_ms, end_ms: (start_ms + CHUNK_MS).min(duration) };
        let engine = Rc::clone(engine);
        spawn_local(async move {
            let answer = engine.api.call(command).await;
            if engine.state.borrow().recording != Some(recording_id) {
                return;
            }
            engine.state.borrow_mut().asked.remove(&chunk);
            match answer {
                Ok(sound) => {
                    if engine.keep(chunk, &sound).is_none() && !self.trouble.is_disposed() {
                        self.fail(no_sound());
                    }
                    self.tick();
                }
                Err(error) if !self.trouble.is_disposed() => self.fail(error),
                Err(_) => {}
            }
        });
    }
}

impl Engine {
    /// The sound system, opened at the first press.
    fn open(&self) -> Option<AudioContext> {
        let mut state = self.state.borrow_mut();
        if state.context.is_none() {
            state.context = AudioContext::new().ok();
        }
        let context = state.context.clone()?;
        state.alive = (js_sys::Date::now(), context.current_time());
        if context.state() != AudioContextState::Running {
            // Whether it resumes is seen by its clock.
            let _ = context.resume();
        }
        Some(context)
    }

    /// Sound was asked for and the sound card's clock has been standing still for too long.
    fn stuck(&self, context: &AudioContext, now: f64) -> bool {
        let mut state = self.state.borrow_mut();
        let today = js_sys::Date::now();
        let moving = context.state() == AudioContextState::Running && now > state.alive.1;
        if moving {
            state.alive = (today, now);
        }
        !moving && today - state.alive.0 > PATIENCE_MS
    }

    /// Schedules all that is here and due; answers with the stretch that is missing.
    fn schedule(&self, context: &AudioContext, place: f64, duration: f64, rate: f64) -> Option<u64> {
        let mut state = self.state.borrow_mut();
        let around = chunk_of(place).0;
        state.chunks.retain(|chunk, _| (around.saturating_sub(1)..around + 5).contains(chunk));
        let now = context.current_time();
        loop {
            let run = state.run.unwrap_or(Run {
                from_ms: place,
                at: now + LEAD_SECONDS,
                rate,
                scheduled_ms: place,
            });
            let (chunk, into_ms) = run.due(now, duration)?;
            let Some(buffer) = state.chunks.get(&chunk) else { return Some(chunk) };
            let source = start(context, buffer, &run, into_ms)?;
            let end = (chunk as f64 + 1.0) * CHUNK_MS as f64;
            state.run = Some(Run { scheduled_ms: end.min(duration), ..run });
            state.sources.push(source);
            // Those of long ago have ended.
            let ended = state.sources.len().saturating_sub(6);
            state.sources.drain(..ended);
        }
    }

    /// Makes sound of a stretch. Two channels are mixed, so that both ears hear both people.
    fn keep(&self, chunk: u64, sound: &AudioChunk) -> Option<()> {
        let mut state = self.state.borrow_mut();
        let samples = mix(&STANDARD.decode(&sound.pcm_base64).ok()?, sound.channels);
        let count = u32::try_from(samples.len()).ok()?;
        let context = state.context.as_ref()?;
        let buffer = context.create_buffer(1, count.max(1), sound.sample_rate as f32).ok()?;
        buffer.copy_to_channel(&samples, 0).ok()?;
        state.chunks.insert(chunk, buffer);
        Some(())
    }
}

fn start(
    context: &AudioContext,
    buffer: &AudioBuffer,
    run: &Run,
    into_ms: f64,
) -> Option<AudioBufferSourceNode> {
    let source = context.create_buffer_source().ok()?;
    source.set_buffer(Some(buffer));
    source.playback_rate().set_value(run.rate as f32);
    source.connect_with_audio_node(&context.destination()).ok()?;
    source.start_with_when_and_grain_offset(run.moment_of(run.scheduled_ms), into_ms / 1000.0).ok()?;
    Some(source)
}

/// Samples from -1 to 1 of all channels together. A voice is mostly on one of them, so they are added and not averaged.
fn mix(pcm: &[u8], channels: u8) -> Vec<f32> {
    let frame = usize::from(channels.max(1)) * 2;
    let gain = if channels > 1 { 0.8 } else { 1.0 };
    let sample = |bytes: &[u8]| f32::from(i16::from_le_bytes([bytes[0], bytes[1]])) / 32_768.0;
    pcm.chunks_exact(frame)
        .map(|frame| (frame.chunks_exact(2).map(sample).sum::<f32>() * gain).clamp(-1.0, 1.0))
        .collect()
}

fn no_sound() -> ApiError {
    ApiError::new(ErrorCode::Internal, words::NO_SOUND)
}

#[cfg(test)]
mod tests {
    use super::mix;

    #[test]
    fn both_channels_are_heard_and_nothing_is_too_loud() {
        let pcm: Vec<u8> =
            [16_384_i16, 0, 0, 16_384, 32_767, 32_767].into_iter().flat_map(i16::to_le_bytes).collect();
        let mixed = mix(&pcm, 2);
        assert_eq!(mixed.len(), 3, "one sample for each pair");
        assert_eq!(mixed[0], mixed[1], "left and right count the same");
        assert_eq!(mixed[2], 1.0, "two loud voices stay within bounds");
        assert_eq!(mix(&pcm, 1)[0], 0.5, "one channel stays as it is");
        assert_eq!(mix(&pcm[..3], 2).len(), 0, "half a frame is no sound");
    }
}

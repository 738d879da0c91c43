//! Word error rate, speakers and times on the sample sessions, through the real worker and the demo model.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod support;

use speech::{ChannelCount, MemoryPcm, Segment, Speaker, SpeakerChannels};
use support::*;

/// whisper.cpp's own word error rate on these sessions without earlier text, plus five points.
const SESSIONS: [(&str, f64); 3] = [("a", 0.000 + 0.05), ("b", 0.033 + 0.05), ("c", 0.039 + 0.05)];

#[test]
fn sample_sessions_reach_the_word_error_rate() {
    for (session, limit) in SESSIONS {
        let reference = Reference::load(session);
        for kind in ["-mono", ""] {
            let run = transcribe(
                &demo_request(),
                &mut read_flac(&fixture(&format!("session-{session}{kind}.flac"))),
            );
            let outcome = run.result.unwrap();
            let rate = word_error_rate(&reference.words(), &words_of(&run.segments));
            println!("session-{session}{kind}: word error rate {rate:.3}");
            assert!(rate <= limit, "session-{session}{kind} has a word error rate of {rate:.3}");
            assert_eq!(outcome.duration_ms, reference.duration_ms, "all audio must be read");
            assert_well_formed(&run.segments, outcome.duration_ms);
        }
    }
}

#[test]
fn voice_activity_model_keeps_the_word_error_rate() {
    let Some(silero) = silero() else { return };
    for (session, limit) in SESSIONS {
        let reference = Reference::load(session);
        for kind in ["-mono", ""] {
            let mut request = demo_request();
            request.voice_activity = Some(silero.clone());
            let run =
                transcribe(&request, &mut read_flac(&fixture(&format!("session-{session}{kind}.flac"))));
            run.result.unwrap();
            let rate = word_error_rate(&reference.words(), &words_of(&run.segments));
            println!("session-{session}{kind} with Silero: word error rate {rate:.3}");
            assert!(rate <= limit, "session-{session}{kind} has {rate:.3} with the voice-activity model");
        }
    }
}

/// The share of reference words of turns whose segment, the one that overlaps most, has the right speaker.
fn speaker_accuracy(reference: &Reference, segments: &[Segment]) -> f64 {
    let (mut right, mut all) = (0, 0);
    for turn in &reference.turns {
        let overlap = |segment: &&Segment| {
            segment.end_ms.min(turn.end_ms).saturating_sub(segment.start_ms.max(turn.start_ms))
        };
        let count = words(&turn.text).len();
        all += count;
        if segments.iter().max_by_key(overlap).is_some_and(|segment| segment.speaker == turn.speaker()) {
            right += count;
        }
    }
    f64::from(right as u32) / f64::from(all as u32)
}

#[test]
fn stereo_sessions_name_the_speakers_and_others_do_not() {
    for (session, _) in SESSIONS {
        let reference = Reference::load(session);
        let stereo = read_flac(&fixture(&format!("session-{session}.flac")));
        let run = transcribe(&demo_request(), &mut stereo.clone());
        assert_eq!(run.result.unwrap().channels, SpeakerChannels::Distinct, "one voice per channel");
        let accuracy = speaker_accuracy(&reference, &run.segments);
        println!("session-{session}: speakers right for {:.1} % of words", accuracy * 100.0);
        assert!(accuracy >= 0.98, "speakers are right for only {accuracy:.3} of session-{session}");

        let mono = samples_of(read_flac(&fixture(&format!("session-{session}-mono.flac"))));
        let copied = mono.iter().flat_map(|sample| [*sample, *sample / 3]).collect();
        let run = transcribe(&demo_request(), &mut MemoryPcm::new(ChannelCount::Stereo, copied));
        assert_eq!(run.result.unwrap().channels, SpeakerChannels::Shared, "both channels hold both voices");
        assert!(
            run.segments.iter().all(|segment| segment.speaker == Speaker::Unknown),
            "one sound on two channels says nothing about who speaks"
        );
    }
}

/// One side of a session with nothing but that person's turns, and the words of the turns that fit.
fn one_side(session: &str, speaker: Speaker, frames: usize) -> (Vec<i16>, Vec<String>) {
    let side = usize::from(speaker == Speaker::Client);
    let stereo = samples_of(read_flac(&fixture(&format!("session-{session}.flac"))));
    let mut samples = vec![0; frames];
    let mut said = Vec::new();
    for turn in Reference::load(session).turns.iter().filter(|turn| turn.speaker() == speaker) {
        let (from, to) = (turn.start_ms as usize * 16, turn.end_ms as usize * 16);
        if to <= frames {
            said.extend(words(&turn.text));
            for frame in from..to {
                samples[frame] = stereo[2 * frame + side];
            }
        }
    }
    (samples, said)
}

#[test]
fn most_words_of_both_are_heard_when_they_talk_at_once() {
    // The therapist of one session beside the client of another, each faint on the other side: nobody
    // waits for anybody.
    let frames = 70 * 16_000;
    let (left, therapist) = one_side("a", Speaker::Therapist, frames);
    let (right, client) = one_side("b", Speaker::Client, frames);
    let joined = left.iter().zip(&right).flat_map(|(l, r)| [l / 2 + r / 20, r / 2 + l / 20]).collect();
    let run = transcribe(&demo_request(), &mut MemoryPcm::new(ChannelCount::Stereo, joined));
    run.result.unwrap();
    for (speaker, said) in [(Speaker::Therapist, therapist), (Speaker::Client, client)] {
        let own: Vec<Segment> =
            run.segments.iter().filter(|segment| segment.speaker == speaker).cloned().collect();
        let rate = word_error_rate(&said, &words_of(&own));
        println!("talking at once, {speaker:?}: word error rate {rate:.3}");
        assert!(rate <= 0.5, "{speaker:?} has a word error rate of {rate:.3} while both talk");
    }
}

#[test]
fn ten_minutes_of_joined_sessions_stay_accurate() {
    let mut samples = Vec::new();
    let mut reference = Vec::new();
    for session in ["a", "b", "c", "b", "a", "c", "a"] {
        samples.extend(samples_of(read_flac(&fixture(&format!("session-{session}-mono.flac")))));
        reference.extend(Reference::load(session).words());
    }
    let run = transcribe(&demo_request(), &mut MemoryPcm::new(ChannelCount::Mono, samples));
    let outcome = run.result.unwrap();
    let rate = word_error_rate(&reference, &words_of(&run.segments));
    println!("{} s joined: word error rate {rate:.3}", outcome.duration_ms / 1000);
    assert!(rate <= 0.08, "joining sessions raised the word error rate to {rate:.3}");
    assert_well_formed(&run.segments, outcome.duration_ms);
}

#[test]
fn silence_noise_and_scraps_give_no_invented_words() {
    let noise = |amplitude: i16, count: usize| -> Vec<i16> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as i16 % amplitude.max(1)
        };
        (0..count).map(|_| next()).collect()
    };
    let cases = [
        ("nothing", Vec::new()),
        ("one sample", vec![100]),
        ("less than a frame", noise(8000, 500)),
        ("silence", vec![0; 16_000 * 40]),
        ("steady noise", noise(300, 16_000 * 40)),
    ];
    for (name, samples) in cases {
        let run = transcribe(&demo_request(), &mut MemoryPcm::new(ChannelCount::Mono, samples));
        assert!(run.result.is_ok(), "{name} is valid audio");
        assert!(run.segments.is_empty(), "{name} holds no words");
    }
}

#[test]
fn a_real_voice_does_no_harm() {
    let Some(path) = shared("audio/jfk.wav") else { return };
    let bytes = std::fs::read(path).unwrap();
    let samples = bytes[44..].as_chunks().0.iter().map(|pair| i16::from_le_bytes(*pair)).collect();
    let run = transcribe(&demo_request(), &mut MemoryPcm::new(ChannelCount::Mono, samples));
    assert_well_formed(&run.segments, run.result.unwrap().duration_ms);
}

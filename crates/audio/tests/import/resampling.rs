use crate::sound::{db, ffmpeg, import, measure, rms, tones, wav};
use audio::Resampler;
use proptest::prelude::*;

const RATES: [u32; 8] = [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000];

#[test]
fn every_rate_keeps_length_level_and_purity() {
    for rate in RATES {
        let (seconds, hertz) = (1.37, 1_000.0);
        let result = import(wav(rate, 1, &tones(rate, seconds, &[hertz])), Some("wav")).unwrap();
        let frames = (f64::from(rate) * seconds).round();
        let expected = frames * 16_000.0 / f64::from(rate);
        assert!((result.pcm.len() as f64 - expected).abs() <= 1.0, "{rate} Hz: the length is exact");
        let (level, rest) = measure(&result.channel(0), hertz);
        assert!(db(level / 0.5).abs() < 0.05, "{rate} Hz: the tone keeps its level, is {level}");
        assert!(
            db(rest / level) < -80.0,
            "{rate} Hz: no clicks, images or drift, is {} dB",
            db(rest / level)
        );
    }
}

#[test]
fn what_16_khz_cannot_hold_vanishes_and_what_it_can_stays() {
    for (rate, hertz) in [(48_000, 12_000.0), (48_000, 8_400.0), (44_100, 9_000.0), (96_000, 40_000.0)] {
        let result = import(wav(rate, 1, &tones(rate, 1.0, &[hertz])), Some("wav")).unwrap();
        let sound = result.channel(0);
        let left = db(rms(&sound[800..15_200]) / 0.3536);
        assert!(left < -70.0, "{hertz} Hz at {rate} Hz must not fold back, is {left} dB");
    }
    for (rate, hertz) in [(48_000, 7_500.0), (44_100, 7_500.0), (8_000, 3_700.0)] {
        let result = import(wav(rate, 1, &tones(rate, 1.0, &[hertz])), Some("wav")).unwrap();
        let (level, _) = measure(&result.channel(0), hertz);
        assert!(db(level / 0.5).abs() < 0.3, "{hertz} Hz at {rate} Hz is speech and stays, is {level}");
    }
}

#[test]
fn sound_at_16_khz_passes_unchanged() {
    let mut seed = 7u32;
    let samples: Vec<i16> = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as i16
    })
    .take(20_002)
    .collect();
    let result = import(audio::wav_bytes(audio::PcmSpec::kept(2), &samples), Some("wav")).unwrap();
    assert!(result.pcm == samples, "16 kHz 16-bit stereo needs no change and gets none");
}

#[test]
fn events_stay_at_their_time() {
    for rate in RATES {
        let mut samples = vec![0f32; rate as usize];
        // A pulse wider than a sample of either rate, its middle at 0.5 s.
        let half = rate as usize / 2000;
        let middle = rate as usize / 2;
        for k in 0..=2 * half {
            samples[middle - half + k] = 0.9 * (std::f32::consts::PI * k as f32 / (2 * half) as f32).sin();
        }
        let result = import(wav(rate, 1, &samples), Some("wav")).unwrap();
        let sound = result.channel(0);
        let centre = sound.iter().enumerate().map(|(n, x)| n as f64 * x * x).sum::<f64>()
            / sound.iter().map(|x| x * x).sum::<f64>();
        let expected = middle as f64 * 16_000.0 / f64::from(rate);
        assert!((centre - expected).abs() < 0.05, "{rate} Hz: the pulse sits at {centre}, not {expected}");
    }
}

#[test]
fn agrees_with_ffmpegs_own_resampler() {
    for rate in [11_025, 44_100, 48_000] {
        let mix: Vec<f32> = tones(rate, 1.0, &[300.0])
            .iter()
            .zip(tones(rate, 1.0, &[2_900.0]))
            .map(|(a, b)| 0.5 * (a + b))
            .collect();
        let file = wav(rate, 1, &mix);
        let Some(theirs) = ffmpeg(&file, "raw.wav", &["-ar", "16000", "-c:a", "pcm_s16le"]) else { return };
        let ours = import(file, Some("wav")).unwrap().channel(0);
        let theirs = import(theirs, Some("wav")).unwrap().channel(0);
        let difference: Vec<f64> =
            ours.iter().zip(&theirs).skip(800).take(14_000).map(|(a, b)| a - b).collect();
        let apart = db(rms(&difference) / rms(&ours));
        assert!(apart < -50.0, "{rate} Hz: two good resamplers agree, ours is {apart} dB away");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn pieces_of_any_size_give_the_same_sound(
        rate in prop_oneof![proptest::sample::select(&RATES[..]), 1_000u32..=768_000],
        frames in 0usize..20_000,
        cuts in proptest::collection::vec(1usize..3_000, 1..20),
        channels in 1usize..=2,
    ) {
        let samples: Vec<f32> =
            (0..frames * channels).map(|n| ((n * 7_919 % 2_003) as f32 / 1_001.0) - 1.0).collect();
        let mut whole = Vec::new();
        let mut resampler = Resampler::new(rate, channels);
        resampler.push(&samples, &mut whole);
        resampler.finish(&mut whole);
        let mut pieces = Vec::new();
        let mut resampler = Resampler::new(rate, channels);
        let (mut rest, mut sizes) = (&samples[..], cuts.iter().cycle());
        while !rest.is_empty() {
            let size = (sizes.next().unwrap() * channels).min(rest.len());
            resampler.push(&rest[..size], &mut pieces);
            rest = &rest[size..];
        }
        resampler.finish(&mut pieces);
        prop_assert!(whole == pieces, "no seams: how the input is cut must not be audible");
        let expected = frames as f64 * 16_000.0 / f64::from(rate);
        prop_assert!((whole.len() as f64 / channels as f64 - expected).abs() <= 1.0, "the length is exact");
    }
}

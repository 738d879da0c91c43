use crate::sound::{import, tones, wav};
use audio::{PcmSpec, Waveform, wav_bytes};
use proptest::prelude::*;
use std::io::Cursor;

#[test]
fn the_waveform_shows_each_channel_where_it_sounds() {
    let mut samples = tones(16_000, 1.0, &[400.0, 400.0]);
    samples.iter_mut().step_by(2).take(8_000).for_each(|s| *s = 0.0);
    let result = import(wav(16_000, 2, &samples), Some("wav")).unwrap();
    let [left, right] = &result.imported.waveform.channels[..] else { panic!("two channels") };
    assert_eq!((left.len(), right.len()), (10, 10), "ten windows of 100 ms");
    assert_eq!(left[2].rms, 0, "the left side is quiet at first");
    let sine = (0.5f64 * 32_767.0 / 2f64.sqrt()).round() as u16;
    assert!(right[2].rms.abs_diff(sine) < 20, "the loudness of a sine, is {}", right[2].rms);
    assert!(
        left[7].max.abs_diff(16_383) < 50 && left[7].min.abs_diff(-16_383) < 50,
        "extremes: {:?}",
        left[7]
    );
}

proptest! {
    #[test]
    fn a_waveform_covers_every_sample(samples in proptest::collection::vec(any::<i16>(), 1..9_000)) {
        let mut waveform = Waveform::new(1);
        for piece in samples.chunks(777) {
            waveform.push(piece);
        }
        waveform.finish();
        let peaks = &waveform.channels[0];
        prop_assert_eq!(peaks.len(), samples.len().div_ceil(1_600), "a window per 100 ms, the last one short");
        for (peak, window) in peaks.iter().zip(samples.chunks(1_600)) {
            prop_assert_eq!(Some(&peak.min), window.iter().min(), "the lowest sample");
            prop_assert_eq!(Some(&peak.max), window.iter().max(), "the highest sample");
        }
    }

    #[test]
    fn wav_files_read_back(samples in proptest::collection::vec(any::<i16>(), 0..500), stereo: bool) {
        let channels = 1 + u16::from(stereo);
        let whole = &samples[..samples.len() / usize::from(channels) * usize::from(channels)];
        let mut reader = hound::WavReader::new(Cursor::new(wav_bytes(PcmSpec::kept(channels), whole))).unwrap();
        prop_assert_eq!((reader.spec().channels, reader.spec().sample_rate), (channels, 16_000), "the shape");
        let read: Vec<i16> = reader.samples().map(Result::unwrap).collect();
        prop_assert_eq!(read, whole, "another reader sees the same samples");
    }
}

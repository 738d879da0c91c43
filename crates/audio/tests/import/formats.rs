use crate::sound::{Result16k, db, ffmpeg, import, measure, shared, tones, wav};
use std::io::Cursor;

/// Checks duration, gaps, and a tone per kept channel.
fn check(what: &str, result: &Result16k, ms: u64, slack_ms: u64, hertz: &[f64]) {
    let imported = &result.imported;
    assert!(
        imported.duration_ms.abs_diff(ms) <= slack_ms,
        "{what}: lasts {} of {ms} ms",
        imported.duration_ms
    );
    assert_eq!((imported.gaps, imported.gap_ms), (0, 0), "{what}: a whole file has no gaps");
    assert_eq!(imported.channels, hertz.len(), "{what}: the channel rule holds");
    for (channel, hz) in hertz.iter().enumerate() {
        let mut sound = result.channel(channel);
        sound.truncate(ms as usize * 16);
        let (level, rest) = measure(&sound, *hz);
        assert!(db(level / 0.5).abs() < 1.0, "{what}: channel {channel} has its {hz} Hz tone, level {level}");
        assert!(db(rest / level) < -20.0, "{what}: and little else, {} dB", db(rest / level));
    }
}

#[test]
fn every_kind_of_wav_sample() {
    let samples = tones(22_050, 0.7, &[440.0, 1_250.0]);
    for (bits, format) in [
        (8, hound::SampleFormat::Int),
        (16, hound::SampleFormat::Int),
        (24, hound::SampleFormat::Int),
        (32, hound::SampleFormat::Int),
        (32, hound::SampleFormat::Float),
    ] {
        let spec =
            hound::WavSpec { channels: 2, sample_rate: 22_050, bits_per_sample: bits, sample_format: format };
        let mut bytes = Cursor::new(Vec::new());
        let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
        for sample in &samples {
            match format {
                hound::SampleFormat::Float => writer.write_sample(*sample).unwrap(),
                hound::SampleFormat::Int => {
                    let full = f64::from((1u32 << (bits - 1)) - 1);
                    writer.write_sample((f64::from(*sample) * full).round() as i32).unwrap()
                }
            }
        }
        writer.finalize().unwrap();
        let result = import(bytes.into_inner(), Some("wav")).unwrap();
        check(&format!("{bits}-bit {format:?}"), &result, 700, 0, &[440.0, 1_250.0]);
    }
}

#[test]
fn float_samples_beyond_all_bounds_are_clipped() {
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: 44_100,
        bits_per_sample: 32,
        sample_format: hound::SampleFormat::Float,
    };
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    let wild = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e30, -1e30];
    for n in 0..44_100 {
        writer.write_sample(wild.get(n).copied().unwrap_or(0.0)).unwrap();
    }
    writer.finalize().unwrap();
    let result = import(bytes.into_inner(), Some("wav")).unwrap();
    assert!(result.pcm[2_000..].iter().all(|s| *s == 0), "wild samples must not poison the sound after them");
}

#[test]
fn more_than_two_channels_are_mixed_without_the_low_frequency_one() {
    // 5.1 by the usual order: the fourth channel is for low frequencies.
    let mut samples = tones(48_000, 0.5, &[500.0; 6]);
    samples.iter_mut().skip(3).step_by(6).for_each(|s| *s = 0.9);
    let Some(surround) = ffmpeg(&wav(48_000, 6, &samples), "flac", &["-channel_layout", "5.1"]) else {
        return;
    };
    let result = import(surround, Some("flac")).unwrap();
    check("5.1", &result, 500, 0, &[500.0]);
    let mean = result.channel(0).iter().sum::<f64>() / result.pcm.len() as f64;
    assert!(mean.abs() < 0.01, "the low-frequency channel stays out, the mean is {mean}");
    let result = import(wav(16_000, 6, &samples[..48_000]), Some("wav")).unwrap();
    assert_eq!(result.imported.channels, 1, "six plain channels become one");
}

#[test]
fn formats_that_ffmpeg_writes() {
    // Extension, arguments, and how far the duration may be off: lossy codecs pad at both ends.
    let kinds: [(&str, &[&str], f64); 13] = [
        ("flac", &[], 0.0),
        ("wav", &["-c:a", "pcm_alaw"], 0.0),
        ("wav", &["-c:a", "pcm_mulaw"], 0.0),
        ("wav", &["-c:a", "pcm_f64le"], 0.0),
        ("wav", &["-c:a", "adpcm_ima_wav"], 2_048.0),
        ("aiff", &[], 0.0),
        ("caf", &["-c:a", "pcm_s16le"], 0.0),
        ("mp3", &["-b:a", "96k"], 64.0),
        ("mp3", &["-q:a", "4", "-write_xing", "0"], 3_000.0),
        ("ogg", &["-c:a", "libvorbis"], 64.0),
        ("oga", &["-c:a", "flac"], 0.0),
        ("m4a", &["-c:a", "aac"], 3_072.0),
        ("aac", &["-c:a", "aac"], 3_072.0),
    ];
    for rate in [8_000u32, 11_025, 22_050, 44_100, 48_000] {
        for hertz in [&[440.0][..], &[440.0, 1_250.0]] {
            let file = wav(rate, hertz.len() as u16, &tones(rate, 2.0, hertz));
            for (extension, arguments, slack) in kinds {
                let Some(bytes) = ffmpeg(&file, extension, arguments) else { continue };
                let what = format!("{extension} {arguments:?} {rate} Hz");
                let slack_ms = (slack * 1000.0 / f64::from(rate)).ceil() as u64;
                // The extension is a hint and may be missing or wrong.
                for hint in [Some(extension), None, Some("txt")] {
                    let result = import(bytes.clone(), hint).unwrap_or_else(|e| panic!("{what}: {e}"));
                    check(&what, &result, 2_000, slack_ms, hertz);
                }
            }
        }
    }
}

#[test]
fn a_wav_written_to_a_pipe_has_no_length_and_is_whole() {
    let mut file = wav(16_000, 1, &tones(16_000, 1.0, &[440.0]));
    file[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    file[40..44].copy_from_slice(&u32::MAX.to_le_bytes());
    let result = import(file, Some("wav")).unwrap();
    check("streamed wav", &result, 1_000, 72, &[440.0]);
}

#[test]
fn the_sample_sessions() {
    let Some(folder) = shared("speech") else { return };
    for (name, channels) in [("session-a.flac", 2), ("session-a-mono.flac", 1)] {
        let result = import(std::fs::read(folder.join(name)).unwrap(), Some("flac")).unwrap();
        assert_eq!(result.imported.channels, channels, "{name}: channels are kept");
        assert_eq!(
            result.imported.source.declared_ms,
            Some(result.imported.duration_ms),
            "{name}: nothing missing"
        );
        assert!(result.pcm.iter().any(|s| s.unsigned_abs() > 3_000), "{name}: there is speech in it");
    }
}

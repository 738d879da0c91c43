use crate::sound::{db, ffmpeg, import, measure, rms, tones, wav};
use audio::ImportError;

fn sample() -> Vec<u8> {
    wav(44_100, 1, &tones(44_100, 4.0, &[440.0]))
}

#[test]
fn a_file_cut_short_is_refused_and_says_how_far_it_went() {
    let kinds: [(&str, &[&str]); 6] = [
        ("wav", &[]),
        ("aiff", &[]),
        ("flac", &[]),
        ("mp3", &[]),
        ("ogg", &["-c:a", "libvorbis"]),
        ("m4a", &[]),
    ];
    for (extension, arguments) in kinds {
        let Some(whole) = ffmpeg(&sample(), extension, arguments) else { continue };
        for percent in [1, 10, 50, 80, 95] {
            let cut = whole[..whole.len() * percent / 100].to_vec();
            let error = import(cut, Some(extension)).err();
            let error = error.unwrap_or_else(|| panic!("{extension} cut to {percent} % must be refused"));
            if let ImportError::Truncated { read_ms, declared_ms } = error {
                assert!(
                    read_ms < 4_000,
                    "{extension} at {percent} %: read {read_ms} ms, less than the whole"
                );
                assert!(
                    declared_ms.is_none_or(|ms| ms.abs_diff(4_000) < 100),
                    "{extension} at {percent} %: it should last 4 s, not {declared_ms:?}"
                );
            }
        }
    }
    let whole = sample();
    let error = import(whole[..44 + 44_100 * 2].to_vec(), Some("wav")).err();
    assert!(
        matches!(
            error,
            Some(ImportError::Truncated { read_ms: 1_000, declared_ms: Some(4_000) })
                | Some(ImportError::Truncated { read_ms: 967..=1_000, declared_ms: Some(4_000) })
        ),
        "a WAV file cut after a second says so: {error:?}"
    );
}

/// A quiet second, then a tone for two, then quiet again: damage before the tone must not move it.
#[test]
fn damage_in_the_middle_becomes_silence_and_times_stay() {
    let mut samples = tones(44_100, 6.0, &[440.0]);
    samples[..4 * 44_100].iter_mut().for_each(|s| *s *= 0.2);
    let kinds: [(&str, &[&str]); 5] = [
        ("mp3", &["-b:a", "128k"]),
        ("mp3", &["-b:a", "64k", "-write_xing", "0", "-id3v2_version", "0"]),
        ("ogg", &["-c:a", "libvorbis", "-page_duration", "100000"]),
        ("flac", &[]),
        ("m4a", &["-movflags", "+faststart"]),
    ];
    for (extension, arguments) in kinds {
        let Some(mut bytes) = ffmpeg(&wav(44_100, 1, &samples), extension, arguments) else { continue };
        let whole = import(bytes.clone(), Some(extension)).unwrap();
        let (from, to) = (bytes.len() * 35 / 100, bytes.len() * 40 / 100);
        bytes[from..to].fill(0);
        let what = format!("{extension} {arguments:?}");
        let result = import(bytes, Some(extension)).unwrap_or_else(|e| panic!("{what}: {e:?}"));
        let apart = result.imported.duration_ms.abs_diff(whole.imported.duration_ms);
        assert!(apart <= 60, "{what}: the length stays, {apart} ms apart");
        assert!(result.imported.gaps > 0, "{what}: the damage is reported");
        let share = result.imported.gap_ms * 100 / whole.imported.duration_ms;
        assert!((1..=15).contains(&share), "{what}: {share} % of it is silence now");
        let onset = |sound: &[f64]| sound.windows(160).position(|w| rms(w) > 0.25).unwrap_or(0) / 16;
        let moved = onset(&result.channel(0)).abs_diff(onset(&whole.channel(0)));
        assert!(moved <= 60, "{what}: the loud part moved by {moved} ms");
        let tail = result.channel(0).split_off(16_000 * 9 / 2);
        let (level, _) = measure(&tail, 440.0);
        assert!(db(level / 0.5).abs() < 1.0, "{what}: the sound after the damage is whole");
    }
}

#[test]
fn too_much_damage_is_refused() {
    let Some(mut bytes) = ffmpeg(&sample(), "mp3", &["-b:a", "128k"]) else { return };
    let (from, to) = (bytes.len() * 30 / 100, bytes.len() * 70 / 100);
    bytes[from..to].fill(0);
    let error = import(bytes, Some("mp3")).err();
    assert!(
        matches!(error, Some(ImportError::TooDamaged { percent: 21..=60 })),
        "two fifths of silence are no recording: {error:?}"
    );
}

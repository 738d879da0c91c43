//! One minute of 44.1 kHz stereo into the encrypted container on disk. The throughput is counted in
//! milliseconds of sound: 1 Kelem/s is real time, so 500 Kelem/s is 500 times real time.

use audio::{CancelToken, Recording};
use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use crypto::MasterKey;
use crypto::container::{AudioSpec, ContainerIds, ContainerWriter};
use std::io::Cursor;
use std::process::Command;
use uuid::Uuid;

const MINUTE_MS: u64 = 60_000;

/// A minute of two voices' worth of tones and noise, so that FLAC has something to do.
fn minute() -> Vec<u8> {
    let mut seed = 1u32;
    let samples: Vec<i16> = (0..44_100 * 60 * 2)
        .map(|n| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let tone = (f64::from(n) * 0.01 * f64::from(1 + n % 2)).sin() * 9_000.0;
            tone as i16 + (seed >> 22) as i16
        })
        .collect();
    audio::wav_bytes(audio::PcmSpec { rate: 44_100, channels: 2 }, &samples)
}

fn flac(wav: &[u8]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().ok()?;
    let (from, to) = (folder.path().join("a.wav"), folder.path().join("a.flac"));
    std::fs::write(&from, wav).ok()?;
    let status = Command::new("ffmpeg").args(["-v", "error", "-i"]).arg(&from).arg(&to).status().ok()?;
    status.success().then(|| std::fs::read(&to).ok())?
}

fn import(criterion: &mut Criterion) {
    let wav = minute();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let media = MasterKey::from_bytes([7; 32]).derive_media_key();
    let mut group = criterion.benchmark_group("import");
    group.throughput(Throughput::Elements(MINUTE_MS)).sampling_mode(SamplingMode::Flat).sample_size(10);
    for (name, file) in [("wav", Some(wav.clone())), ("flac", flac(&wav))] {
        let Some(file) = file else { continue };
        let path = folder.path().join(name);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let source = Box::new(Cursor::new(file.clone()));
                let recording = Recording::open(source, Some(name), &CancelToken::new()).expect("opens");
                let spec = AudioSpec { sample_rate: 16_000, channels: recording.channels() as u16 };
                let ids = ContainerIds { file_id: Uuid::from_u128(1), key_id: Uuid::from_u128(2) };
                let mut writer = ContainerWriter::create(&path, &media, spec, ids).expect("creates");
                recording.import(&mut writer, &mut |_| {}).expect("imports");
                writer.finish().expect("finishes");
                std::fs::remove_file(&path).expect("removes");
            })
        });
    }
}

criterion_group!(benches, import);
criterion_main!(benches);

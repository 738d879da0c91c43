//! How fast the container takes an imported file and gives ranges back, and how long an unlock takes.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use crypto::container::{AudioSpec, ContainerIds, ContainerReader, ContainerWriter};
use crypto::{Argon2Cost, MasterKey, Passphrase, RecoveryKey, VaultHeader};
use uuid::Uuid;

const SPEC: AudioSpec = AudioSpec { sample_rate: 16_000, channels: 1 };
const IDS: ContainerIds = ContainerIds { file_id: Uuid::from_u128(1), key_id: Uuid::from_u128(2) };
const MINUTES: usize = 10;

fn container(criterion: &mut Criterion) {
    let media = MasterKey::from_bytes([1; 32]).derive_media_key();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let samples: Vec<i16> =
        (0..16_000 * 60 * MINUTES as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 16) as i16).collect();
    let write = |path: &std::path::Path| {
        let mut writer = ContainerWriter::create(path, &media, SPEC, IDS).expect("created");
        for piece in samples.chunks(16_000) {
            writer.append(piece).expect("taken");
        }
        writer.finish().expect("finished")
    };

    let mut group = criterion.benchmark_group("container");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(samples.len() as u64 * 2));
    group.bench_function("write 10 minutes", |bencher| {
        bencher.iter_batched_ref(
            || tempfile::tempdir_in(directory.path()).expect("a temporary directory"),
            |place| write(&place.path().join("recording")),
            BatchSize::PerIteration,
        );
    });
    let path = directory.path().join("recording");
    write(&path);
    group.bench_function("read 10 minutes in ranges of 30 s", |bencher| {
        let mut out = vec![0; 30 * 16_000];
        bencher.iter(|| {
            let mut reader = ContainerReader::open(&path, &media).expect("opens");
            for start in (0..samples.len()).step_by(out.len()) {
                black_box(reader.read(start as u64, &mut out).expect("reads"));
            }
        });
    });
    group.throughput(Throughput::Elements(1));
    group.bench_function("open and read 1 s in the middle", |bencher| {
        let mut out = vec![0; 16_000];
        bencher.iter(|| {
            let mut reader = ContainerReader::open(&path, &media).expect("opens");
            black_box(reader.read(samples.len() as u64 / 2, &mut out).expect("reads"));
        });
    });
    group.finish();
}

fn unlock(criterion: &mut Criterion) {
    let (master, passphrase) =
        (MasterKey::from_bytes([1; 32]), Passphrase::new("tidal ferret lantern").expect("short"));
    let recovery = RecoveryKey::make().expect("randomness");
    let header = VaultHeader::create(Uuid::nil(), "", &master, &passphrase, Argon2Cost::STANDARD, &recovery)
        .expect("a header is made");
    let mut group = criterion.benchmark_group("header");
    group.sample_size(10);
    group.bench_function("unlock at the standard cost", |bencher| {
        bencher.iter(|| black_box(header.unlock(&passphrase).expect("opens")));
    });
    group.finish();
}

criterion_group!(benches, container, unlock);
criterion_main!(benches);

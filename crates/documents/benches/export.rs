//! How long an export of a typical note of two pages takes.

#[path = "../tests/sample/mod.rs"]
mod sample;

use criterion::{Criterion, criterion_group, criterion_main};
use documents::{Paper, to_json, to_markdown, to_pdf};

fn export(criterion: &mut Criterion) {
    let (note, long) = (sample::signed(), sample::long(900));
    criterion.bench_function("pdf, two pages", |b| b.iter(|| to_pdf(&note, Paper::A4)));
    criterion.bench_function("markdown, two pages", |b| b.iter(|| to_markdown(&note)));
    criterion.bench_function("json, two pages", |b| b.iter(|| to_json(&note)));
    let mut group = criterion.benchmark_group("long");
    group.sample_size(10);
    group.bench_function("pdf, two hundred pages", |b| b.iter(|| to_pdf(&long, Paper::A4)));
}

criterion_group!(benches, export);
criterion_main!(benches);

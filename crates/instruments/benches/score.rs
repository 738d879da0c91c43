//! How long scoring takes for ten thousand forms.

use std::hint::black_box;

use clinical::screening::{Answers, Instrument, score};
use criterion::{Criterion, criterion_group, criterion_main};
use instruments::bundled;

/// Forms of all instruments in turn, every question answered, differently each time.
fn forms(count: usize) -> Vec<(&'static Instrument, Answers)> {
    let instruments = bundled();
    (0..count)
        .map(|at| {
            let instrument = &instruments[at % instruments.len()];
            let answers = instrument.items.iter().enumerate().map(|(place, item)| {
                let options = instrument.options(item);
                (item.id.clone(), options[(at / instruments.len() + place * 7) % options.len()].value)
            });
            (instrument, answers.collect())
        })
        .collect()
}

fn bench(c: &mut Criterion) {
    let forms = forms(10_000);
    c.bench_function("score 10,000 responses", |b| {
        b.iter(|| {
            forms
                .iter()
                .map(|(instrument, answers)| score(instrument, black_box(answers)).answered)
                .sum::<u32>()
        });
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);

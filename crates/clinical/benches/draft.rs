//! How long drafting takes for an hour of talk.

use std::hint::black_box;

use clinical::notes::{Format, Speaker, Turn, draft, extract_facts};
use criterion::{Criterion, criterion_group, criterion_main};

/// About sixty minutes: 9,000 words in 900 turns, in sentences that keep every reader busy.
fn hour() -> Vec<Turn> {
    const SAID: &[(Speaker, &str)] = &[
        (Speaker::Therapist, "So, um, how have you been sleeping since we last met?"),
        (Speaker::Client, "About four hours a night, I, I wake up at three and then I worry about work."),
        (Speaker::Therapist, "Have you had any chest pain, palpitations or dizziness?"),
        (Speaker::Client, "No, but I had two panic attacks on the bus."),
        (Speaker::Therapist, "What is the evidence for the thought that you will lose your job?"),
        (Speaker::Client, "My boss was short with me, but my review was fine, you know."),
        (Speaker::Therapist, "I'd like you to keep a thought record every evening until we meet."),
        (Speaker::Client, "That makes sense, I will try it."),
    ];
    (0..900)
        .map(|at| {
            let (speaker, text) = SAID[at % SAID.len()];
            let start_ms = at as u64 * 4_000;
            Turn {
                speaker,
                start_ms,
                end_ms: start_ms + 3_900,
                text: format!("{text} That was number {at}."),
            }
        })
        .collect()
}

fn bench(c: &mut Criterion) {
    let turns = hour();
    c.bench_function("draft 60 minutes", |b| {
        b.iter(|| draft(&extract_facts(black_box(&turns)), Format::Soap));
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);

//! How long an assessment takes.

use std::hint::black_box;

use clinical::risk::{Role, Turn, assess};
use criterion::{Criterion, criterion_group, criterion_main};

fn risk(c: &mut Criterion) {
    let said = [
        "Work has been a lot, and the kids were up half the night again, so I’m tired more than anything.",
        "Some days I can’t see the point, honestly. I wouldn’t do anything, I’ve got the dog to think of.",
        "My sister came over on Sunday and we cooked. It was nice to be out of my head for a bit.",
        "He shouts when dinner is late. He hasn’t hit me, but I keep my phone in my pocket.",
    ];
    let turns: Vec<Turn<'_>> = (0..200)
        .map(|n| match n % 2 {
            0 => Turn { role: Role::Assistant, text: "Have you had any thoughts of ending your life?" },
            _ => Turn { role: Role::User, text: said[n / 2 % said.len()] },
        })
        .collect();
    c.bench_function("assess a conversation of 200 turns that was read before", |b| {
        b.iter(|| assess(black_box(&turns)));
    });
    // What was read is remembered, so that only words that are new each time tell what a reading takes.
    let mut number = 0_u32;
    c.bench_function("assess one turn, new each time", |b| {
        b.iter(|| {
            number += 1;
            let text = format!("{} {number}", said[0]);
            assess(black_box(&[Turn { role: Role::User, text: &text }]))
        });
    });
}

criterion_group!(benches, risk);
criterion_main!(benches);

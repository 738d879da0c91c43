//! The tables of patterns, one file per topic, each group with the published principle it stands on.

mod abuse;
pub(crate) mod constellations;
mod conversation;
mod cues;
mod cues_others;
mod despair;
mod frames;
mod idiom;
mod injury;
mod others;
mod suicide;
mod suicide_acts;
mod third;

use super::concepts::CONCEPTS;
use super::pattern::Book;
use super::sign::Mark;

/// A mark and the patterns that carry it.
pub(crate) type Row = (Mark, &'static [&'static str]);

/// All tables as one book.
pub(crate) fn book() -> Book<Mark> {
    let mut book = Book::new(CONCEPTS);
    let tables = [
        idiom::ROWS,
        frames::ROWS,
        suicide::ROWS,
        suicide_acts::ROWS,
        despair::ROWS,
        injury::ROWS,
        others::ROWS,
        abuse::ROWS,
        third::ROWS,
        conversation::ROWS,
        cues::ROWS,
        cues_others::ROWS,
    ];
    for (mark, patterns) in tables.into_iter().flatten() {
        for pattern in *patterns {
            book.add(*mark, pattern);
            // People leave "I" and "I am" out: "Took them all." "Standing on the ledge."
            if let (Mark::Sign(_), Some(rest)) = (mark, pattern.strip_prefix("i ")) {
                let rest = rest.strip_prefix("am ").unwrap_or(rest);
                book.add(*mark, &format!("^ {rest}"));
            }
        }
    }
    book
}

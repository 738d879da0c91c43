//! Tables, read back by another reader.

mod sample;

use clinical::screening::{Answers, Instrument};
use interop::csv::{ITEM_COLUMNS, SCORE_COLUMNS, items, scores};
use proptest::prelude::*;

/// A reader of RFC 4180 by its own words: records end in CR LF; quoted fields hold anything, quotes doubled.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut table, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => field.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "CR LF ends a record");
                row.push(std::mem::take(&mut field));
                table.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    assert!(!quoted && field.is_empty() && row.is_empty(), "the last record has its end");
    table
}

fn column<'t>(table: &'t [Vec<String>], name: &str) -> Vec<&'t str> {
    let at = table[0].iter().position(|heading| heading == name).expect("a column");
    table[1..].iter().map(|row| row[at].as_str()).collect()
}

#[test]
fn scores_have_a_row_per_form_and_per_further_score() {
    let forms = sample::varied();
    let table = read(&scores(&sample::results(&forms)));
    assert_eq!(table[0], SCORE_COLUMNS, "the heading");
    let further: usize = forms.iter().map(|form| form.instrument.scoring.subscales.len()).sum();
    assert_eq!(table.len(), 1 + forms.len() + further, "one row for each");
    let totals = column(&table, "scale").iter().filter(|scale| **scale == "total").count();
    assert_eq!(totals, forms.len(), "every form has one row of its own");
    let row = |at: usize| -> Vec<&str> {
        ["instrument", "scale", "value", "severity", "band", "complete", "estimated", "missing"]
            .map(|name| column(&table, name)[at])
            .to_vec()
    };
    assert_eq!(row(0), ["phq9", "total", "11", "moderate", "Moderate", "yes", "no", "0"], "a finished form");
    assert_eq!(row(4), ["phq9", "total", "", "", "", "no", "no", "6"], "an unfinished one has no score");
    assert_eq!(row(9)[..4], ["asq", "result", "acute_positive", "positive"], "bands stand where they belong");
}

#[test]
fn items_say_how_each_question_stands() {
    let forms = sample::varied();
    let table = read(&items(&sample::results(&forms)));
    assert_eq!(table[0], ITEM_COLUMNS, "the heading");
    let asked: usize = forms.iter().map(|form| form.instrument.items.len()).sum();
    assert_eq!(table.len(), 1 + asked, "one row per question");
    let status = column(&table, "status");
    assert_eq!(status[..10], ["answered"; 10], "the first form is full");
    assert_eq!(
        status[10..14],
        ["answered", "answered", "declined", "declined"],
        "refusals are told from gaps"
    );
    assert_eq!(status[14], "missing", "and gaps from refusals");
    let gate = 20 + 5;
    assert_eq!(
        status[gate..gate + 6],
        ["answered", "not_asked", "not_asked", "not_asked", "not_asked", "not_asked"],
        "after a no"
    );
    assert!(
        !column(&table, "needs_attention")[8].is_empty(),
        "the ninth question of the PHQ-9 was answered with 1"
    );
}

/// An instrument whose every text is the given one.
fn hostile(text: &str) -> Instrument {
    let mut instrument = instruments::find("gad7").expect("bundled").clone();
    instrument.title = text.to_owned();
    instrument.version = text.to_owned();
    instrument.items.iter_mut().for_each(|item| item.text = text.to_owned());
    instrument.bands.iter_mut().for_each(|band| band.label = text.to_owned());
    instrument.option_lists.values_mut().flatten().for_each(|option| option.label = text.to_owned());
    instrument
}

fn cells(text: &str) -> Vec<String> {
    let instrument = hostile(text);
    let answers: Answers = instrument.items.iter().map(|item| (item.id.clone(), 1.0)).collect();
    let forms = [sample::Filled::of(&instrument, answers, Vec::new())];
    let results = sample::results(&forms);
    [scores(&results), items(&results)].iter().flat_map(|text| read(text).into_iter().flatten()).collect()
}

#[test]
fn no_cell_is_a_formula() {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "  =1", "＝1", "|cmd", "%0A=1", "\u{0}=1"]
    {
        for cell in cells(text) {
            let first = cell.chars().next().unwrap_or(' ');
            assert!(!"=+-@|%\t\r＝＋－＠".contains(first), "{cell:?} of {text:?} is no formula");
        }
    }
    assert!(cells("=1+1").contains(&"'=1+1".to_owned()), "the words are kept");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_come_back_as_one_line(text in ".*") {
        let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let words = words.collect::<Vec<_>>().join(" ");
        let cells = cells(&text);
        prop_assert!(cells.iter().any(|cell| *cell == words || *cell == format!("'{words}")), "{:?} is there", words);
        prop_assert!(cells.iter().all(|cell| !cell.contains(['\n', '\r'])), "cells are one line");
    }
}

//! Results as PDF, read back by another program.

mod poppler;
mod sample;

use documents::{BandLine, InstrumentResult, Paper, Point, ResultsDocument, ScoreLine, results_to_pdf};
use poppler::{compact, poppler, spoken};
use proptest::prelude::*;

fn pdf(document: &ResultsDocument) -> Vec<u8> {
    results_to_pdf(document, Paper::A4).expect("a document")
}

/// The same result many times over.
fn long() -> ResultsDocument {
    let mut document = sample::results();
    document.results = document.results.iter().cycle().take(12).cloned().collect();
    document
}

#[test]
fn every_word_is_said_in_reading_order() {
    for document in [sample::results(), long()] {
        let Some(text) = spoken(&pdf(&document)) else { return };
        let mut at = 0;
        for result in &document.results {
            let mut words =
                vec![result.title.as_str(), &result.recall_period, &result.incomplete, &result.change];
            words.extend(result.critical.iter().map(String::as_str));
            words.extend(result.scales.iter().flat_map(|scale| [scale.label.as_str(), &scale.value]));
            words.extend(result.answers.iter().flat_map(|answer| [answer.question.as_str(), &answer.answer]));
            words.push(&result.attribution);
            for word in words {
                let found = text[at..].find(&compact(word));
                at += found.unwrap_or_else(|| panic!("“{word}” comes after {}", &text[..at]));
            }
        }
    }
}

#[test]
fn every_page_says_that_it_is_no_diagnosis() {
    let Some(text) = poppler("pdftotext", &[], &pdf(&long())) else { return };
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 5, "many pages");
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains("A screening result, not a diagnosis."), "page {}: {page}", index + 1);
        assert!(page.contains(&format!("Page {} of {}", index + 1, pages.len())), "its number: {page}");
        assert!(index == 0 || page.contains("Jordan Marsh"), "whose results: {page}");
    }
}

#[test]
fn the_file_is_tagged_and_names_no_client_in_its_records() {
    let file = pdf(&sample::results());
    let Some(info) = poppler("pdfinfo", &[], &file) else { return };
    assert!(info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "tagged: {info}");
    assert!(info.contains("Screening results") && !info.contains("Jordan"), "the records: {info}");
    let Some(tree) = poppler("pdfinfo", &["-struct"], &file) else { return };
    let count = |name: &str| tree.lines().filter(|line| line.trim_start().starts_with(name)).count();
    assert_eq!(count("Figure"), 2, "a bar and a chart; without a score there is nothing to draw: {tree}");
    assert_eq!(count("Table"), 1 + 1 + 2, "particulars, further scores, answers of both forms: {tree}");
    let Some(fonts) = poppler("pdffonts", &[], &file) else { return };
    assert!(fonts.lines().skip(2).all(|line| line.contains(" yes yes yes ")), "fonts are embedded: {fonts}");
}

#[test]
fn the_mark_stands_where_the_score_lies() {
    for value in [3.5, 8.5, 23.5] {
        let mut document = sample::results();
        document.results.truncate(1);
        let result = &mut document.results[0];
        result.series.clear();
        result.answers.clear();
        result.score = Some(ScoreLine { value, min: 0.0, max: 27.0, estimated: false });
        let Some(words) = poppler("pdftotext", &["-bbox"], &pdf(&document)) else { return };
        // The number stands in the headline, at the left margin, and above the bar.
        let wanted = format!(">{value}</word>");
        let edge = |line: &str, name: &str| line.split(name).nth(1)?.split('"').nth(1)?.parse::<f64>().ok();
        let middle = |line: &str| Some((edge(line, "xMin")? + edge(line, "xMax")?) / 2.0);
        let places: Vec<f64> =
            words.lines().filter(|line| line.contains(&wanted)).filter_map(middle).collect();
        let expected = 70.0 + value / 27.0 * (595.28 - 140.0);
        assert_eq!(places.len(), 2, "said and drawn: {places:?}");
        assert!((places[1] - expected).abs() < 1.0, "{value} of 27 is at {expected}, drawn at {}", places[1]);
    }
}

#[test]
fn equal_results_give_equal_bytes() {
    let mut document = sample::results();
    let first = pdf(&document);
    assert!(first == pdf(&document), "the same bytes twice");
    document.results[0].series[0].value += 1.0;
    assert!(first != pdf(&document), "another point is another chart");
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        0.0..30.0,
        any::<f64>(),
        prop::sample::select(vec![
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            0.0,
            -0.0,
            f64::MAX,
            f64::MIN_POSITIVE
        ]),
    ]
}

fn any_result() -> impl Strategy<Value = InstrumentResult> {
    let bands = prop::collection::vec((any_number(), any_number(), ".{0,40}", any::<u8>()), 0..7);
    let series = prop::collection::vec((any_number(), 0i64..4_000_000_000_000), 0..40);
    let score = prop::option::of((any_number(), any_number(), any_number(), any::<bool>()));
    (score, bands, series, ".{0,60}").prop_map(|(score, bands, series, text)| {
        let band = |(min, max, label, severity)| BandLine { min, max, label, severity };
        let point = |(value, at)| Point {
            at: chrono::DateTime::from_timestamp_millis(at).expect("an instant"),
            value,
        };
        let mut result = sample::results().results[0].clone();
        result.score = score.map(|(value, min, max, estimated)| ScoreLine { value, min, max, estimated });
        result.bands = bands.into_iter().map(band).collect();
        result.series = series.into_iter().map(point).collect();
        for free in
            [&mut result.title, &mut result.change, &mut result.attribution, &mut result.recall_period]
        {
            free.clone_from(&text);
        }
        result.answers[0].question.clone_from(&text);
        result.answers[2].stem.clone_from(&text);
        result.band = Some(text);
        result
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_numbers_and_words_become_a_document(result in any_result(), letter in any::<bool>()) {
        let document = ResultsDocument { results: vec![result.clone()], ..sample::results() };
        let pdf = results_to_pdf(&document, if letter { Paper::Letter } else { Paper::A4 });
        prop_assert!(pdf.is_ok(), "{:?} of {:?}", pdf.err(), result);
    }
}

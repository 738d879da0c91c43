//! PDF, read back by another program.

mod poppler;
mod sample;

use documents::{Addendum, NoteDocument, Paper, Screening, Sentence, Source, to_pdf};
use poppler::{compact, poppler, spoken};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

fn is_left_to_right(text: &str) -> bool {
    !text.chars().any(|c| ('\u{590}'..='\u{8ff}').contains(&c))
}

/// What a sentence is cited by: words before screenings, each kind in order.
fn marks(sentence: &Sentence) -> Vec<String> {
    let sorted = |numbers: &[usize]| {
        let mut numbers = numbers.to_vec();
        numbers.sort_unstable();
        numbers
    };
    let said = sorted(&sentence.evidence).into_iter().map(|index| (index + 1).to_string());
    let screened = sorted(&sentence.screenings).into_iter().map(|index| format!("S{}", index + 1));
    said.chain(screened).collect()
}

#[test]
fn every_word_is_in_the_document() {
    for note in [sample::draft(), sample::signed(), sample::long(60)] {
        for paper in [Paper::A4, Paper::Letter] {
            let pdf = to_pdf(&note, paper).expect("a document");
            let Some(text) = spoken(&pdf) else { return };
            let sentences = note.sections.iter().flat_map(|s| &s.sentences);
            let mut at = 0;
            for sentence in sentences {
                let marks = marks(sentence);
                let doubtful = marks.is_empty() && !sentence.not_assessed;
                let doubt = if doubtful { "no support found" } else { "" };
                let expected = compact(&format!("{}{}{doubt}", sentence.text, marks.join(",")));
                let found = text[at..].find(&expected);
                assert!(found.is_some(), "in order, with its numbers: {expected}");
                at += found.unwrap_or(0);
            }
            for addendum in &note.addenda {
                assert!(text.contains(&compact(&addendum.text)), "addendum: {}", addendum.text);
                assert!(text.contains(&compact(&addendum.author)), "its author: {}", addendum.author);
            }
            for (index, source) in note.sources.iter().enumerate() {
                let row = compact(&format!("{}{}", source.speaker, source.text));
                assert!(text.contains(&row), "source {}: {row}", index + 1);
            }
            let mut rows = String::from("ScreeningsNo.FinishedSetQuestionnaires");
            for (index, screening) in note.screenings.iter().enumerate() {
                let at = screening.completed_at + chrono::TimeDelta::hours(1);
                let day = at.format("%-d %B %Y, %H:%M (UTC+01:00)");
                rows.push_str(&format!(
                    "S{}{day}{}{}",
                    index + 1,
                    screening.name,
                    screening.instruments.join(";")
                ));
            }
            assert!(text[at..].contains(&compact(&rows)), "the screenings in a table of their own: {rows}");
        }
    }
}

#[test]
fn every_mark_leads_to_its_evidence() {
    for note in [sample::draft(), sample::long(60)] {
        let pdf = to_pdf(&note, Paper::A4).expect("a document");
        let Some(tree) = poppler("pdfinfo", &["-struct"], &pdf) else { return };
        let count = |name: &str| tree.lines().filter(|line| line.trim_start().starts_with(name)).count();
        let marks: usize = note.sections.iter().flat_map(|s| &s.sentences).map(|s| marks(s).len()).sum();
        assert_eq!(count("Link"), marks, "each mark is a link: {tree}");
        assert_eq!(count("Table"), 3, "particulars, what was said, screenings: {tree}");
    }
}

#[test]
fn text_of_every_script_keeps_its_characters() {
    let note = sample::scripts();
    let pdf = to_pdf(&note, Paper::A4).expect("a document");
    let Some(text) = poppler("pdftotext", &[], &pdf) else { return };
    for sentence in note.sections[0].sentences.iter().filter(|s| is_left_to_right(&s.text)) {
        // A reader may give a letter with marks in one character or several, and a ligature as its letters.
        let (sentence, text) = (normal(&sentence.text), normal(&text));
        assert!(text.contains(&sentence), "{sentence} in {text}");
    }
    for words in ["قال العميل إنه ينام أربع ساعات", "עייף", "שלום"] {
        assert!(text.contains(words), "in reading order: {words} in {text}");
    }
}

fn normal(text: &str) -> String {
    compact(&text.nfkc().collect::<String>())
}

#[test]
fn every_page_says_whether_the_note_is_signed() {
    let draft = sample::draft();
    let mut unsigned = sample::signed();
    unsigned.signed = None;
    let cases = [
        (draft, "Draft: not signed"),
        (unsigned, "No signature on record: not signed"),
        (
            sample::long(20),
            "Signed by Dr. Ana Keller on 12 November 2026, 11:02 (UTC+01:00) · SHA-256 9f2c4e1a",
        ),
    ];
    for (note, status) in cases {
        let pdf = to_pdf(&note, Paper::A4).expect("a document");
        let Some(text) = poppler("pdftotext", &[], &pdf) else { return };
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!(pages.len() > 1, "more than one page");
        for (index, page) in pages.iter().enumerate() {
            assert!(compact(page).contains(&compact(status)), "status on page {}: {page}", index + 1);
            let number = format!("Page {} of {}", index + 1, pages.len());
            assert!(page.contains(&number), "{number} in {page}");
        }
    }
}

#[test]
fn the_file_is_tagged_and_its_fonts_are_embedded() {
    for (note, size) in [(sample::scripts(), "A4"), (sample::signed(), "letter")] {
        let paper = if size == "A4" { Paper::A4 } else { Paper::Letter };
        let pdf = to_pdf(&note, paper).expect("a document");
        let Some(info) = poppler("pdfinfo", &[], &pdf) else { return };
        assert!(info.lines().any(|l| l.starts_with("Tagged:") && l.ends_with("yes")), "tagged: {info}");
        assert!(info.lines().any(|l| l.starts_with("Page size:") && l.contains(size)), "paper: {info}");
        assert!(info.contains("Session note (SOAP)"), "title: {info}");
        assert!(!info.contains("Jordan"), "the records name no client: {info}");
        let Some(fonts) = poppler("pdffonts", &[], &pdf) else { return };
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "fonts are used");
        assert!(fonts.iter().all(|l| l.contains(" yes yes yes ")), "embedded, subset, with text: {fonts:?}");
    }
}

#[test]
fn the_demonstration_model_is_named_as_such() {
    let pdf = to_pdf(&sample::scripts(), Paper::A4).expect("a document");
    let Some(text) = poppler("pdftotext", &[], &pdf) else { return };
    assert!(text.contains("Do not rely on its words."), "the warning is in {text}");
}

#[test]
fn equal_notes_give_equal_bytes() {
    let mut note = sample::scripts();
    let first = to_pdf(&note, Paper::A4).expect("a document");
    assert!(first == to_pdf(&note, Paper::A4).expect("a document"), "the same bytes twice");
    note.exported_at += chrono::TimeDelta::seconds(1);
    assert!(first != to_pdf(&note, Paper::A4).expect("a document"), "the date comes from the note");
}

#[test]
fn long_hostile_texts_become_documents() {
    let pieces = [
        "a",
        "word ",
        "\u{301}",
        "( ",
        "א(b",
        "日",
        "👩\u{200d}",
        "\u{0}\n",
        "\u{e000}",
        "\u{200b}",
        "ﷺ",
        "\u{ad}-",
    ];
    for piece in pieces {
        let note = filled(&piece.repeat(20_000 / piece.len()));
        assert!(to_pdf(&note, Paper::Letter).is_ok(), "a document of {piece:?}");
    }
}

/// A note in which many free texts are the given one.
fn filled(text: &str) -> NoteDocument {
    let mut note = sample::signed();
    note.client_name = Some(text.to_owned());
    for free in [&mut note.clinician, &mut note.format, &mut note.hash, &mut note.session.place] {
        text.clone_into(free);
    }
    if let Some(signature) = &mut note.signed {
        text.clone_into(&mut signature.by);
    }
    text.clone_into(&mut note.sections[0].name);
    text.clone_into(&mut note.sections[1].sentences[0].text);
    note.addenda = vec![Addendum { text: text.to_owned(), author: text.to_owned(), at: note.exported_at }];
    note.sources[0] = Source { speaker: text.to_owned(), text: text.to_owned(), ..note.sources[0].clone() };
    note.screenings[0] =
        Screening { name: text.to_owned(), instruments: vec![text.to_owned()], ..note.screenings[0].clone() };
    note
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_a_document(parts in prop::collection::vec(any::<String>(), 0..6), letter in any::<bool>()) {
        let paper = if letter { Paper::Letter } else { Paper::A4 };
        let pdf = to_pdf(&filled(&parts.join(" ")), paper);
        prop_assert!(pdf.is_ok_and(|bytes| bytes.starts_with(b"%PDF-1.7")), "a document of {:?}", parts);
    }
}

//! Markdown and JSON: what they look like, and that no text comes alive in them.

mod sample;

use documents::{Addendum, NoteDocument, Screening, Source, to_json, to_markdown};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

#[test]
fn the_markdown_form_stays_as_published() {
    insta::assert_snapshot!("draft.md", to_markdown(&sample::draft()));
    insta::assert_snapshot!("signed.md", to_markdown(&sample::signed()));
}

#[test]
fn the_json_form_stays_as_published() {
    insta::assert_snapshot!("note.json", to_json(&sample::signed()));
}

#[test]
fn json_keeps_every_field() {
    let mut note = sample::signed();
    note.client_name = Some("\u{0}\"\\</script>\u{202e}😀\r\n".to_owned());
    note.sections[0].sentences[0].evidence = vec![usize::MAX, 0];
    let json = to_json(&note);
    assert!(json.starts_with("{\n  \"schema\": \"attune.note/1\","), "the form names itself first");
    let read: NoteDocument = serde_json::from_str(&json).expect("reads back");
    assert_eq!(read, note, "nothing is lost or changed");
}

#[test]
fn json_from_before_screenings_were_cited_still_reads() {
    let mut note = sample::signed();
    let mut json: serde_json::Value = serde_json::from_str(&to_json(&note)).expect("it is JSON");
    json.as_object_mut().expect("an object").remove("screenings").expect("the note’s own list");
    for section in json["sections"].as_array_mut().expect("sections") {
        for sentence in section["sentences"].as_array_mut().expect("sentences") {
            sentence
                .as_object_mut()
                .expect("an object")
                .remove("screenings")
                .expect("a list of each sentence");
        }
    }
    let read: NoteDocument = serde_json::from_value(json).expect("reads without them");
    note.screenings.clear();
    note.sections.iter_mut().flat_map(|s| &mut s.sentences).for_each(|s| s.screenings.clear());
    assert_eq!(read, note, "nothing else is lost or changed");
}

#[test]
fn a_screening_is_support_of_its_own_kind() {
    let mut note = sample::draft();
    let finding = &mut note.sections[1].sentences[3];
    finding.screenings = vec![1, 7, 1];
    let text = finding.text.clone();
    let markdown = to_markdown(&note);
    assert!(markdown.contains(&format!("{text} [S2]\n")), "each once, and it is support:\n{markdown}");
    note.sections[1].sentences[3].screenings = vec![2, usize::MAX];
    let markdown = to_markdown(&note);
    assert!(markdown.contains(&format!("{text} *(no support found)*")), "none is there:\n{markdown}");
    note.screenings.clear();
    assert!(!to_markdown(&note).contains("## Screenings"), "no list of nothing");
}

#[test]
fn evidence_that_points_nowhere_is_no_support() {
    let mut note = sample::draft();
    note.sections[0].sentences[0].evidence = vec![12, usize::MAX];
    note.sections[0].sentences[1].evidence = vec![2, 99, 1, 2];
    let markdown = to_markdown(&note);
    assert!(markdown.contains("racing thoughts. *(no support found)*"), "said plainly:\n{markdown}");
    assert!(markdown.contains("as proof. [2, 3]"), "each number once, in order:\n{markdown}");
}

#[test]
fn times_at_the_ends_of_time_and_impossible_offsets_are_shown() {
    let mut note = sample::signed();
    for offset in [i32::MIN, -1440, -1439, 0, 1439, 1440, i32::MAX] {
        note.offset_minutes = offset;
        note.exported_at = chrono::DateTime::<chrono::Utc>::MAX_UTC;
        note.session.began_at = Some(chrono::DateTime::<chrono::Utc>::MIN_UTC);
        note.sources[0].start_ms = u64::MAX;
        assert!(to_markdown(&note).contains("Exported"), "offset {offset} gives a document");
    }
}

/// Every extension of Markdown that adds meaning; typographic quotes only change how text looks.
fn extensions() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

/// What a reader's program makes of Markdown: the text it shows, and the kinds of things other than text.
fn rendered(markdown: &str) -> (String, Vec<String>) {
    let mut shown = String::new();
    let mut alive = Vec::new();
    for event in Parser::new_ext(markdown, extensions()) {
        match event {
            Event::Text(text) | Event::Code(text) => shown.push_str(&text),
            Event::SoftBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                shown.push('\n')
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::List(_)) => {}
            Event::Start(Tag::Strong | Tag::Emphasis) | Event::End(TagEnd::Strong | TagEnd::Emphasis) => {}
            Event::End(TagEnd::List(_)) => {}
            other => alive.push(format!("{other:?}")),
        }
    }
    (shown, alive)
}

/// The structure alone: every heading, list, item and emphasis, without text.
fn structure(markdown: &str) -> Vec<String> {
    let parser = Parser::new_ext(markdown, extensions());
    parser.filter(|e| matches!(e, Event::Start(_) | Event::End(_))).map(|e| format!("{e:?}")).collect()
}

/// A note in which every free text is the given one.
fn filled(text: &str) -> NoteDocument {
    let mut note = sample::signed();
    note.client_name = Some(text.to_owned());
    for free in [
        &mut note.pronouns,
        &mut note.session.kind,
        &mut note.session.place,
        &mut note.clinician,
        &mut note.format,
        &mut note.hash,
    ] {
        text.clone_into(free);
    }
    for section in &mut note.sections {
        text.clone_into(&mut section.name);
        text.clone_into(&mut section.sentences[1].text);
    }
    note.addenda = vec![Addendum { text: text.to_owned(), author: text.to_owned(), at: note.exported_at }];
    note.sources[0] = Source { speaker: text.to_owned(), text: text.to_owned(), ..note.sources[0].clone() };
    note.screenings[0] =
        Screening { name: text.to_owned(), instruments: vec![text.to_owned()], ..note.screenings[0].clone() };
    if let Some(transcript) = &mut note.transcript {
        text.clone_into(&mut transcript.model);
        text.clone_into(&mut transcript.language);
    }
    note
}

/// Text with more of what could come alive than chance would bring.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[ -~]{0,12}",
        prop::sample::select(vec![
            "\n",
            "\r\n\r\n",
            "    ",
            "\t",
            "# ",
            "- ",
            "+ ",
            "1. ",
            "1) ",
            "> ",
            "---",
            "===",
            "```",
            "~~~",
            "`",
            "``",
            "\\",
            "[x](javascript:alert(1))",
            "![x](http://e.org/p.png)",
            "[x]: http://e.org",
            "[^1]: n",
            "[^1]",
            "<b>",
            "<!--",
            "-->",
            "</div>",
            "<script>alert(1)</script>",
            "&lt;",
            "&#64;",
            "https://e.org",
            "www.e.org",
            "e.org",
            "a@b.org",
            "mailto:a@b.org",
            "|",
            "| a | b |\n|---|---|",
            ":-",
            ": d",
            "$x$",
            "$$",
            "{.c}",
            "{=html}",
            "**",
            "__",
            "~~",
            "^a^",
            "*",
            "_",
            "\u{0}",
            "\u{202e}",
            "\u{2028}",
            "😀",
            "א",
            "e\u{301}",
            "[[w]]",
            "- [ ] t",
            "+++",
            "a. b",
            "::: x",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_comes_alive_in_markdown(text in hostile()) {
        // The word in front keeps empty text from leaving a line out; the tail shows where a construct ran on.
        let (inner, plain) = (format!("{text} zq"), "zq");
        let markdown = to_markdown(&filled(&inner));
        let (shown, alive) = rendered(&markdown);
        prop_assert!(alive.is_empty(), "only text, headings and lists: {:?} in\n{}", alive, markdown);
        let lone = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']).count() == 1;
        if lone {
            let expected = structure(&to_markdown(&filled(plain)));
            prop_assert_eq!(structure(&markdown), expected, "the same skeleton in\n{}", markdown);
        }
        let words: String = inner.split_whitespace().map(|w| w.chars().map(visible).collect::<String>()).collect::<Vec<_>>().join(" ");
        let count = shown.matches(&words).count();
        prop_assert!(count >= 12, "the text is shown as it is, {} times in\n{}", count, markdown);
    }
}

/// What must be shown for a character.
fn visible(c: char) -> char {
    let acts = c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}')
        || u32::from(c) & 0xfffe == 0xfffe;
    if acts { '\u{fffd}' } else { c }
}

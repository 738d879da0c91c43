//! Full-text search: whatever is typed, nothing fails, and what holds all the words is found.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::Vault;
use store::search::Kind;
use uuid::Uuid;

use crate::fixtures::{CLIENT, NOW, Place, SESSION, Seeded, client, id, segment, session, write_story};

const DOCUMENTS: u32 = 150;

/// Short words over few letters, so that many documents share words and beginnings.
fn corpus() -> Vec<Vec<String>> {
    let mut seeded = Seeded(5);
    let mut word = || {
        let length = 1 + seeded.below(4);
        (0..length).map(|_| char::from(b'a' + seeded.below(4) as u8)).collect::<String>()
    };
    (0..DOCUMENTS).map(|_| (0..8).map(|_| word()).collect()).collect()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made")
}

async fn found(vault: &Vault, query: &str) -> BTreeSet<Uuid> {
    let mut tx = vault.begin().await.expect("a transaction begins");
    let hits = store::search::find(&mut tx, query, 1_000).await;
    let hits = hits.unwrap_or_else(|error| panic!("{query:?} must not fail: {error:?}"));
    hits.into_iter().map(|hit| hit.id).collect()
}

#[test]
fn all_and_only_documents_with_all_words_are_found() {
    let (runtime, place, corpus) = (runtime(), Place::new(), corpus());
    let vault = runtime.block_on(async {
        let vault = place.create().await;
        let marks = [", ", " - ", "... ", " (", ") ", "\n", "; ", " \"", "! ", "/"];
        let text = |words: &Vec<String>| words.join(marks[words[0].len() % marks.len()]);
        write_story(&vault, &corpus.iter().map(text).collect::<Vec<_>>()).await.expect("it is written");
        vault
    });
    // Asked: some words of one document, the last perhaps unfinished, in any order and case, between any marks.
    let asked = (
        0..corpus.len(),
        proptest::sample::subsequence((0..8_usize).collect::<Vec<_>>(), 1..4).prop_shuffle(),
        1..5_usize,
        proptest::sample::select(vec![" ", " AND ", "-", "\" OR \"", " * ", ": ", "(", "^", "  ", " NEAR/"]),
        any::<bool>(),
    );
    let mut runner = TestRunner::new(Config { cases: 400, failure_persistence: None, ..Config::default() });
    let result = runner.run(&asked, |(document, picks, kept, mark, upper)| {
        let mut words: Vec<String> = picks.iter().map(|pick| corpus[document][*pick].clone()).collect();
        let last = words.last_mut().expect("at least one word is picked");
        last.truncate(kept);
        let mut query = words.join(mark);
        if upper {
            query = query.to_uppercase();
        }
        // What the query means, said without a query language: its words, the last one as a beginning.
        let lower = query.to_lowercase();
        let asked: Vec<&str> =
            lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let (beginning, whole) = asked.split_last().expect("there is a word");
        let holds = |words: &Vec<String>| {
            whole.iter().all(|word| words.iter().any(|w| w == word))
                && words.iter().any(|w| w.starts_with(beginning))
        };
        let said = (0..).zip(&corpus).filter(|(_, words)| holds(words)).map(|(n, _)| segment(n, "").id);
        let named = holds(&vec!["ada".to_owned()]).then_some(CLIENT);
        let expected: BTreeSet<_> = said.chain(named).collect();
        prop_assert_eq!(runtime.block_on(found(&vault, &query)), expected, "asked {:?}", query);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn nothing_that_can_be_typed_fails() {
    let (runtime, place) = (runtime(), Place::new());
    let vault = runtime.block_on(async {
        let vault = place.create().await;
        write_story(&vault, &["every good thing".to_owned()]).await.expect("it is written");
        vault
    });
    let typed = prop_oneof![
        any::<String>(),
        proptest::collection::vec(
            proptest::sample::select(vec![
                "\"",
                "'",
                "*",
                "AND",
                "OR",
                "NOT",
                "NEAR(",
                ")",
                "{",
                "}",
                "body:",
                "^",
                "+",
                "-",
                "\0",
                "%",
                ";",
                "good",
                "\u{301}",
                "\u{200d}",
                "ß",
                "İ",
                "你",
                "\u{e000}",
                "\u{10ffff}",
            ]),
            0..30,
        )
        .prop_map(|parts| parts.join(" ")),
    ];
    let mut runner = TestRunner::new(Config { cases: 500, failure_persistence: None, ..Config::default() });
    let result = runner.run(&typed, |query| {
        runtime.block_on(found(&vault, &query));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    let long = "good ".repeat(5_000) + &"x".repeat(100_000);
    assert!(runtime.block_on(found(&vault, &long)).is_empty(), "a page pasted into the field finds nothing");
    let many = "good ".repeat(500);
    assert_eq!(runtime.block_on(found(&vault, &many)).len(), 1, "a word typed often asks no more than once");
}

#[tokio::test]
async fn words_of_every_script_are_found_however_they_are_typed() {
    let pairs = [
        (
            "Émile visited Zoë in the café",
            vec!["emile", "ÉMILE", "zoe", "café", "CAFE", "cafe\u{301}", "caf\u{e9}"],
        ),
        ("She said cafe\u{301}s were re\u{301}sume\u{301}", vec!["cafés", "cafe\u{301}s", "résumé", "resum"]),
        ("Ångström and Łukasz don't mind", vec!["angstrom", "łukasz", "don't", "don’t mind", "don"]),
        ("привет, Ёлка", vec!["Привет", "ПРИВ", "ёлка"]),
        ("हिन्दी में बात", vec!["हिन्दी", "बात"]),
        ("שָׁלוֹם לכולם", vec!["לכולם", "שָׁלוֹם"]),
        ("مرحبا بالعالم", vec!["مرحبا", "بالع"]),
        ("你好世界", vec!["你好", "你好世界"]),
        ("สวัสดีครับ", vec!["สวัสดี"]),
        ("10 mg at 22:30, 👩‍🚀 emoji", vec!["10 mg", "22:30", "emoji", "👩‍🚀 mg"]),
    ];
    let place = Place::new();
    let vault = place.create().await;
    let texts: Vec<_> = pairs.iter().map(|(text, _)| (*text).to_owned()).collect();
    write_story(&vault, &texts).await.expect("it is written");
    for ((text, queries), n) in pairs.iter().zip(0..) {
        for query in queries {
            let found = found(&vault, query).await;
            assert!(found.contains(&segment(n, "").id), "{query:?} must find {text:?}");
        }
    }
    assert!(found(&vault, "👩‍🚀 … !?").await.is_empty(), "marks alone ask for nothing");
}

#[tokio::test]
async fn hits_tell_whose_they_are_and_show_the_words() {
    let place = Place::new();
    let vault = place.create().await;
    write_story(&vault, &["I walked along the harbour at dawn".to_owned()]).await.expect("it is written");
    let mut tx = vault.begin().await.expect("a transaction begins");
    let hits = store::search::find(&mut tx, "harb", 10).await.expect("the search runs");
    let hit = &hits[0];
    assert_eq!(
        (hit.kind, hit.session_id, hit.at),
        (Kind::Segment, Some(SESSION), NOW),
        "where and when it was"
    );
    assert_eq!(hit.client_name().as_deref(), Some("Ada"), "whose it is");
    assert!(hit.snippet.contains("\u{e000}harbour\u{e001}"), "the words are marked: {:?}", hit.snippet);

    let (quick, said) = (id(40), segment(7, "nobody knows whose lighthouse this is"));
    store::sessions::insert(&mut tx, &session(quick, None)).await.expect("a quick session is written");
    let owner = store::transcripts::Owner { session_id: quick, client_id: None };
    store::transcripts::append_segments(&mut tx, owner, &[said]).await.expect("something is said in it");
    let hits = store::search::find(&mut tx, "lighthouse", 10).await.expect("the search runs");
    assert_eq!((hits.len(), hits[0].client_id), (1, None), "a quick session is nobody's at first");
    store::search::assign_session(&mut tx, quick, CLIENT).await.expect("the session is assigned");
    let hits = store::search::find(&mut tx, "lighthouse", 10).await.expect("the search runs");
    assert_eq!(hits[0].client_id, Some(CLIENT), "then it is its client's");

    let mut row = client(CLIENT, "Adelheid");
    (row.revision, row.conditions.0) = (2, vec!["insomnia".to_owned()]);
    store::clients::update(&mut tx, &row).await.expect("the client is changed");
    for (query, expected) in [("adelheid", 1), ("insomnia", 1), ("Ada", 0)] {
        let hits = store::search::find(&mut tx, query, 10).await.expect("the search runs");
        let clients = hits.iter().filter(|hit| hit.kind == Kind::Client).count();
        assert_eq!(clients, expected, "{query}: a client is found by what the record says now");
    }
    let limited = store::search::find(&mut tx, "a", 1).await.expect("the search runs");
    assert!(limited.len() <= 1, "no more than asked for come back");
}

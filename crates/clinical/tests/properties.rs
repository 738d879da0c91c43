//! What holds for every transcript, however odd.

use clinical::notes::{Draft, Format, Kind, Speaker, Turn, draft, extract_facts};
use proptest::prelude::*;

/// Pieces of talk that reach the readers, mixed with anything at all.
const PIECES: &[&str] = &[
    "no",
    "yes",
    "not really",
    "any fever or chills?",
    "have you had any thoughts of hurting yourself",
    "I feel hopeless, um, really",
    "my mum has diabetes",
    "i don't have a cough",
    "I take sertraline, fifty milligrams",
    "for homework please try cooking",
    "let us meet next friday at nine",
    "“quoted” words \"here\"",
    "I'm, I'm- I'm tired because you know",
    "it's getting worse",
    "what is the evidence for that thought?",
    "I think you may have a migraine.",
    "if it gets worse come back straight away",
    "<b>bold</b>",
    "I took an overdose years ago",
    "he hits me",
    "we’ll arrange a blood test",
    "…",
    "-- — -",
    "  ",
    "I sleep 4.5 hours",
    "ß İ ﬁ e\u{301} \u{202e}",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[ a-zA-Z'’,.?!-]{0,60}",
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.join(" "))
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let speaker = prop_oneof![Just(Speaker::Therapist), Just(Speaker::Client), Just(Speaker::Unknown)];
    let turn = (speaker, any::<u64>(), any::<u64>(), words());
    let turn = turn.prop_map(|(speaker, start_ms, end_ms, text)| Turn { speaker, start_ms, end_ms, text });
    proptest::collection::vec(turn, 0..14)
}

fn drafted(turns: &[Turn]) -> Draft {
    draft(&extract_facts(turns), Format::Soap)
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Quotation marks inside a quotation change their form, and one that closes nothing goes; the words stay.
fn unmarked(text: &str) -> String {
    text.replace(['"', '“', '”', '‘', '’', '\''], "")
}

/// The stretches between typographic quotation marks.
fn quotations(text: &str) -> Vec<&str> {
    text.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(inside, _)| inside).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_transcript_gives_a_sound_draft(turns in turns()) {
        let draft = drafted(&turns);
        prop_assert_eq!(&draft, &drafted(&turns), "equal input gives an equal draft");
        prop_assert_eq!(draft.sections.len(), 4, "SOAP has four sections, found or not");
        for sentence in draft.sections.iter().flat_map(|s| &s.sentences) {
            let evidence = &sentence.evidence;
            prop_assert!(evidence.iter().all(|at| *at < turns.len()), "evidence of {:?} points into the turns", sentence.text);
            prop_assert!(evidence.windows(2).all(|w| w[0] < w[1]), "evidence of {:?} is sorted, without repeats", sentence.text);
            prop_assert_eq!(evidence.is_empty(), sentence.kind == Kind::NotAssessed, "only what was not assessed stands on nothing: {:?}", &sentence.text);
            for quoted in quotations(&sentence.text) {
                let said = evidence.iter().any(|at| spaced(&unmarked(&turns[*at].text)).contains(&spaced(&unmarked(quoted))));
                prop_assert!(said, "{quoted:?} is quoted as said in one of its turns");
            }
        }
    }

    #[test]
    fn what_is_denied_is_never_reported(
        symptom in proptest::sample::select(&["fever", "chest pain", "nausea", "headaches", "palpitations", "a rash", "diarrhoea", "nightmares", "panic attacks", "night sweats"][..]),
        form in 0..8_usize,
    ) {
        let (asked, said) = match form {
            0 => (format!("Any {symptom}?"), "No.".to_owned()),
            1 => (format!("Have you had {symptom}?"), "No, nothing like that.".to_owned()),
            2 => ("Anything else?".to_owned(), format!("I don't have {symptom}.")),
            3 => ("How are you?".to_owned(), format!("I haven't had any {symptom}.")),
            4 => ("Right.".to_owned(), format!("no {symptom} at all")),
            5 => (format!("do you get {symptom}"), "nope".to_owned()),
            6 => (format!("Um, have you, have you noticed any, uh, {symptom} at all?"), "Uh, no. No.".to_owned()),
            _ => ("OK.".to_owned(), format!("I've never had {symptom}.")),
        };
        let turn = |speaker, text: String| Turn { speaker, start_ms: 0, end_ms: 1, text };
        let turns = [turn(Speaker::Therapist, asked), turn(Speaker::Client, said), turn(Speaker::Therapist, "All right.".to_owned())];
        let word = symptom.trim_start_matches("a ").split(' ').next_back().unwrap_or(symptom);
        for sentence in drafted(&turns).sections.iter().flat_map(|s| &s.sentences) {
            let text = sentence.text.to_lowercase();
            if text.contains(word) {
                let negative = ["denies", "no ", "not ", "never", "don't", "haven't"].iter().any(|n| text.contains(n));
                prop_assert!(negative && sentence.kind != Kind::Reported, "denied, but drafted as {text:?}");
            }
        }
    }
}

#[test]
fn two_hours_of_one_word_turns_and_one_endless_turn() {
    let word = |at: usize| Turn {
        speaker: Speaker::Client,
        start_ms: at as u64,
        end_ms: at as u64,
        text: "yeah".to_owned(),
    };
    let mut turns: Vec<Turn> = (0..7_000).map(word).collect();
    turns.push(Turn {
        speaker: Speaker::Client,
        start_ms: 0,
        end_ms: 0,
        text: "i feel sad and then i sleep badly ".repeat(1_500),
    });
    let count = drafted(&turns).sections.iter().map(|s| s.sentences.len()).sum::<usize>();
    assert!((2..60).contains(&count), "a note stays a note: {count} sentences");
}

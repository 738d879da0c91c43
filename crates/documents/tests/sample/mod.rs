//! Invented notes for tests and benches.
#![allow(dead_code, unreachable_pub, reason = "each test and bench uses a part of this module")]

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use documents::{
    Addendum, Answer, BandLine, InstrumentResult, NoteDocument, Origin, Point, ResultsDocument, Scale,
    ScoreLine, Screening, Section, Sentence, SessionLine, Signature, Source, Status, TranscriptLine,
};
use uuid::Uuid;

/// A note as first drafted, of about two pages.
pub fn draft() -> NoteDocument {
    let mut sections = vec![
        section(
            "Subjective",
            &[
                (
                    "Client reports about four hours of sleep most nights, waking at 3 a.m. with racing thoughts.",
                    &[0],
                    Origin::Rules,
                ),
                ("States “I will lose my job” and reads mistakes as proof.", &[1, 2], Origin::Rules),
                ("Appetite is “smaller than it was”; skips lunch on work days.", &[3], Origin::Rules),
                (
                    "Takes sertraline 50 mg each morning, no missed doses in the last two weeks.",
                    &[4],
                    Origin::Rules,
                ),
                ("Denies thoughts of self-harm.", &[6, 5], Origin::Rules),
            ],
        ),
        section(
            "Objective",
            &[
                ("Spoke at a steady pace and returned to the topic without prompting.", &[], Origin::Person),
                ("Affect: not assessed.", &[], Origin::Rules),
                ("Orientation: not assessed.", &[], Origin::Rules),
                (
                    "ISM-9 on 10 November 2026: 11 of 27, moderate; 8 points lower than on 3 November 2026.",
                    &[],
                    Origin::Rules,
                ),
            ],
        ),
        section(
            "Assessment",
            &[
                (
                    "Early waking persists; catastrophic prediction about work, partly answered by evidence in session.",
                    &[2, 7, 8],
                    Origin::Model,
                ),
                ("Insight appears improved.", &[], Origin::Model),
            ],
        ),
        section(
            "Plan",
            &[
                ("Thought record on work worries, daily until the next session.", &[9], Origin::Rules),
                ("Bed at the same hour each night; no phone in the bedroom.", &[10], Origin::Rules),
                ("Next session on 19 November at 10:00.", &[11], Origin::Rules),
            ],
        ),
    ];
    sections[1].sentences[3].screenings = vec![1, 0];
    // A sentence may stand on words and on a screening.
    sections[2].sentences[0].screenings = vec![1];
    NoteDocument {
        note_id: Uuid::from_u128(0x0199_a0b1_c2d3_7e4f_8a5b_6c7d_8e9f_a0b1),
        session_id: Uuid::from_u128(0x0199_a0b1_0000_7000_8000_0000_0000_0007),
        client_name: Some("Jordan Marsh".to_owned()),
        pronouns: "they/them".to_owned(),
        birth_date: NaiveDate::from_ymd_opt(1990, 3, 2),
        session: SessionLine {
            kind: "Individual".to_owned(),
            number: Some(7),
            began_at: Some(at(12, 9, 0)),
            ended_at: Some(at(12, 9, 50)),
            place: "Room 2".to_owned(),
        },
        clinician: "Dr. Ana Keller".to_owned(),
        format: "SOAP".to_owned(),
        status: Status::Draft,
        version: 3,
        hash: "9f2c4e1ab37d58e06c1f7a92d4b8e35f0a6d1c9e72b4f8053d6e9a1c7f20b48d".to_owned(),
        signed: None,
        sections,
        sources: sources(),
        screenings: screenings(),
        addenda: Vec::new(),
        transcript: Some(TranscriptLine {
            model: "Whisper small".to_owned(),
            demo_model: false,
            language: "en".to_owned(),
            covered_ms: 2_950_000,
            duration_ms: 3_000_000,
        }),
        exported_at: at(12, 10, 5),
        offset_minutes: 60,
    }
}

/// The same note read through, signed, and added to.
pub fn signed() -> NoteDocument {
    let mut note = draft();
    note.status = Status::Signed;
    note.signed = Some(Signature { by: "Dr. Ana Keller".to_owned(), at: at(12, 10, 2) });
    note.sections[2].sentences[1].edited = true;
    note.addenda = vec![
        Addendum {
            text: "Client telephoned: the dose was raised to 75 mg on Friday.\nPharmacy informed.".to_owned(),
            author: "Dr. Ana Keller".to_owned(),
            at: at(14, 15, 30),
        },
        Addendum {
            text: "Session on 19 November moved to 11:00.".to_owned(),
            author: "M. Oyelaran".to_owned(),
            at: at(17, 8, 12),
        },
    ];
    note
}

/// A sentence with nothing special about it.
pub fn sentence(text: &str, evidence: &[usize], origin: Origin) -> Sentence {
    Sentence {
        text: text.to_owned(),
        evidence: evidence.to_vec(),
        screenings: Vec::new(),
        origin,
        edited: false,
        not_assessed: text.ends_with("not assessed."),
    }
}

fn section(name: &str, sentences: &[(&str, &[usize], Origin)]) -> Section {
    let sentences =
        sentences.iter().map(|&(text, evidence, origin)| sentence(text, evidence, origin)).collect();
    Section { name: name.to_owned(), sentences }
}

fn sources() -> Vec<Source> {
    let said: [(u64, &str, &str); 12] = [
        (
            195,
            "Client",
            "About four hours most nights. I wake up at three and then my thoughts start racing.",
        ),
        (211, "Client", "That I will lose my job. Every mistake proves it."),
        (
            224,
            "Client",
            "My boss was short with me on Monday, so that is it, I thought, they are done with me.",
        ),
        (
            512,
            "Client",
            "It is smaller than it was. On work days I mostly skip lunch, I just drink coffee at the desk and then it is four o'clock.",
        ),
        (640, "Client", "The sertraline, fifty, every morning. I have not missed one for two weeks."),
        (905, "Therapist", "Have you had any thoughts of hurting yourself?"),
        (908, "Client", "No. I do not have thoughts of hurting myself."),
        (1502, "Therapist", "What is the evidence for the thought that you will lose your job?"),
        (
            1509,
            "Client",
            "My boss was short with me on Monday. But my review was fine, and she did ask me to lead the spring project.",
        ),
        (
            2610,
            "Therapist",
            "Would you write a thought record when the worry about work comes, once a day, until we meet again?",
        ),
        (2655, "Unknown", "Same hour every night, and the phone stays in the kitchen."),
        (2930, "Therapist", "So we meet again on the nineteenth, at ten."),
    ];
    let source = |&(second, speaker, text): &(u64, &str, &str)| Source {
        start_ms: second * 1000,
        end_ms: (second + 6) * 1000,
        speaker: speaker.to_owned(),
        text: text.to_owned(),
    };
    said.iter().map(source).collect()
}

fn screenings() -> Vec<Screening> {
    let mood = "Invented scale of mood (ISM-9)".to_owned();
    let worries = "Invented list of worries".to_owned();
    vec![
        Screening {
            id: Uuid::from_u128(0x0199_a0b1_0000_7000_8000_0000_0000_0031),
            name: "ISM-9".to_owned(),
            instruments: vec![mood.clone()],
            completed_at: at(3, 8, 40),
        },
        Screening {
            id: Uuid::from_u128(0x0199_a0b1_0000_7000_8000_0000_0000_0032),
            name: "Weekly".to_owned(),
            instruments: vec![mood, worries],
            completed_at: at(10, 8, 55),
        },
    ]
}

fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, day, hour, minute, 0).single().expect("an instant that exists")
}

/// A note whose text is in many scripts, with long words and a demonstration model.
pub fn scripts() -> NoteDocument {
    let mut note = draft();
    note.client_name = Some("Ελένη Παπαδοπούλου-Семёнова".to_owned());
    if let Some(transcript) = &mut note.transcript {
        transcript.demo_model = true;
        transcript.model = "Demo".to_owned();
    }
    let texts = [
        "Клиент сообщает о четырёх часах сна. Η πελάτισσα κοιμάται τέσσερις ώρες.",
        "The client said שלום, אני עייף (42) מאוד and then went on in English.",
        "قال العميل إنه ينام أربع ساعات فقط في الليل، ثم تتسارع أفكاره ولا يستطيع العودة إلى النوم حتى الصباح الباكر.",
        "Score ≥ 10 → moderate; ½ dose; 37 °C; naïve café façade, Łódź, İstanbul, Ångström, ﬁnal.",
        "Emoji 🙂 and 日本語 and हिन्दी have no picture here; e\u{301}\u{323} has one.",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzendenstellvertreterin",
    ];
    note.sections[0].sentences = texts.iter().map(|t| sentence(t, &[0, 3, 7], Origin::Rules)).collect();
    note.sources[0].text = "ينام أربع ساعات (تقريبا) every night.".to_owned();
    note.sources[1].speaker = "Bezugsperson/Pflegekraft".to_owned();
    note
}

/// A signed note with this many sentences in each section and a source for each.
pub fn long(sentences: usize) -> NoteDocument {
    let mut note = signed();
    let source = note.sources.clone();
    note.sources = source.iter().cycle().take(sentences * 4).cloned().collect();
    for (index, source) in (0u64..).zip(&mut note.sources) {
        source.start_ms = index * 7_300;
        source.end_ms = source.start_ms + 6_000;
    }
    for (at, section) in note.sections.iter_mut().enumerate() {
        let model: Vec<Sentence> = section.sentences.clone();
        section.sentences = model.iter().cycle().take(sentences).cloned().collect();
        for (index, sentence) in section.sentences.iter_mut().enumerate() {
            sentence.evidence = vec![at * sentences + index];
        }
    }
    note
}

/// Results of two forms, one with a history and answers that need attention, one unfinished.
pub fn results() -> ResultsDocument {
    let band = |min: f64, max: f64, label: &str, severity: u8| BandLine {
        min,
        max,
        label: label.to_owned(),
        severity,
    };
    let bands = vec![
        band(0.0, 4.0, "None or minimal", 0),
        band(5.0, 9.0, "Mild", 1),
        band(10.0, 14.0, "Moderate", 2),
        band(15.0, 19.0, "Moderately severe", 3),
        band(20.0, 27.0, "Severe", 4),
    ];
    let earlier = [(1, 19.0), (3, 17.0), (6, 18.0), (8, 14.0), (10, 12.0), (12, 11.0)];
    let answer = |stem: &str, question: &str, answer: &str, critical| Answer {
        stem: stem.to_owned(),
        question: question.to_owned(),
        answer: answer.to_owned(),
        critical,
    };
    let answers = vec![
        answer(
            "",
            "An invented question about joy in the things of the day",
            "More than half the days (2)",
            false,
        ),
        answer("", "An invented question about a low mood", "Several days (1)", false),
        answer(
            "At night …",
            "An invented question about sleep that is long enough to need a second line on the page",
            "Nearly every day (3)",
            false,
        ),
        answer("At night …", "An invented question about dreams", "declined", false),
        answer("", "An invented question that asks for attention", "Several days (1)", true),
    ];
    let mood = InstrumentResult {
        title: "Invented scale of mood (ISM-9)".to_owned(),
        version: "second edition".to_owned(),
        recall_period: "last 2 weeks".to_owned(),
        completed_at: at(12, 9, 0),
        score: Some(ScoreLine { value: 11.0, min: 0.0, max: 27.0, estimated: false }),
        band: Some("Moderate".to_owned()),
        bands,
        incomplete: String::new(),
        change: "The score is 8 points lower than before: a reliable change for the better.".to_owned(),
        series: earlier.iter().map(|&(day, value)| Point { at: at(day, 9, 0), value }).collect(),
        scales: vec![
            Scale { label: "Core symptoms present".to_owned(), value: "1".to_owned() },
            Scale { label: "Syndrome".to_owned(), value: "not scored".to_owned() },
        ],
        critical: vec!["An answer about self-harm".to_owned()],
        answers,
        attribution: "© The invented authors. Used with their permission.".to_owned(),
    };
    let unfinished = InstrumentResult {
        title: "Invented list of worries".to_owned(),
        score: None,
        band: None,
        incomplete:
            "The list is incomplete: one question that is needed was not answered. There is no total."
                .to_owned(),
        change: String::new(),
        series: Vec::new(),
        scales: Vec::new(),
        critical: Vec::new(),
        ..mood.clone()
    };
    ResultsDocument {
        document_id: Uuid::from_u128(0x0199_a0b1_0000_7000_8000_0000_0000_0099),
        client_name: Some("Jordan Marsh".to_owned()),
        pronouns: "they/them".to_owned(),
        birth_date: NaiveDate::from_ymd_opt(1990, 3, 2),
        clinician: "Dr. Ana Keller".to_owned(),
        results: vec![mood, unfinished],
        exported_at: at(12, 10, 5),
        offset_minutes: 60,
    }
}

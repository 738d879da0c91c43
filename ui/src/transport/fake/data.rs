//! The invented people, their words and their notes.

use chrono::{Duration, NaiveDate};
use contract::clients::ClientDetails;
use contract::consents::*;
use contract::models::{ModelKind, ModelView};
use contract::notes::*;
use contract::recordings::RecordingView;
use contract::sessions::{SessionDetails, SessionKind, SessionStatus};
use contract::transcripts::*;
use contract::{ClientId, NoteId, RecordingId, SegmentId, SentenceId, SessionId, TranscriptId};

use super::world::{World, now};
use crate::format::midnight;

/// Length of the invented session.
pub(super) const SESSION_MS: u64 = 176_000;

const T: Speaker = Speaker::Therapist;
const C: Speaker = Speaker::Client;

/// Who, when it begins in seconds, what.
const WORDS: [(Speaker, u64, &str); 22] = [
    (T, 2, "Good to see you again. How has the week since we last met been?"),
    (C, 8, "Mixed, I think. Work was quieter, but the nights are still bad."),
    (T, 15, "Tell me about the nights. How much sleep are you getting?"),
    (C, 20, "About four hours most nights. I fall asleep quickly and then I am awake at three."),
    (T, 29, "And what happens when you wake up at three?"),
    (C, 33, "My thoughts start racing. I go over everything that could go wrong the next day."),
    (T, 41, "So you lie awake from three with racing thoughts. What is the thought that comes most often?"),
    (C, 48, "That I will lose my job. Every small mistake feels like the proof of it."),
    (T, 56, "How strongly did you believe that this week, from zero to a hundred?"),
    (C, 61, "Eighty, maybe. On Sunday it was lower because I was out with my sister."),
    (T, 69, "You mentioned last time that your appetite had gone. How is that now?"),
    (C, 75, "A bit better. I have breakfast again, but I still skip lunch at work."),
    (T, 82, "I ask everyone this. Have you had any thoughts of hurting yourself or of not wanting to live?"),
    (C, 90, "No. I get exhausted, but I do not have thoughts like that."),
    (T, 96, "Thank you. Let us look at the thought about the job. What speaks for it?"),
    (C, 103, "My manager was short with me on Monday. She did not look at me in the meeting."),
    (T, 111, "And what speaks against it?"),
    (C, 114, "My review in October was fine. And she was short with everybody on Monday."),
    (T, 122, "Would you try writing such a thought down once a day, with what speaks for it and against it?"),
    (C, 131, "I can try that. In the evening would be best."),
    (T, 137, "Good. And the sleep: could you get up for ten minutes when you wake, instead of lying there?"),
    (C, 147, "I can do that. Shall we meet again next Thursday at ten?"),
];

pub(super) fn recovery_words() -> Vec<String> {
    let words = "amber basket cliff dawn ember fabric garden harbor island jacket kettle lantern meadow needle \
                 orchard pepper quarter ribbon saddle timber upper velvet window yellow";
    words.split_whitespace().map(str::to_owned).collect()
}

fn person(given: &str, family: &str, pronouns: &str, born: (i32, u32, u32)) -> ClientDetails {
    ClientDetails {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        pronouns: pronouns.to_owned(),
        birth_date: NaiveDate::from_ymd_opt(born.0, born.1, born.2),
        ..ClientDetails::default()
    }
}

fn at(day: i32, hour: i64, minute: i64) -> SessionDetails {
    let start = midnight(day) + Duration::minutes(hour * 60 + minute);
    SessionDetails {
        scheduled_start: Some(start),
        scheduled_end: Some(start + Duration::minutes(50)),
        ..SessionDetails::default()
    }
}

/// A small caseload with a day in it.
pub(super) fn fill(world: &mut World) {
    let jordan = world.new_client(ClientDetails {
        phone: "555 0134".to_owned(),
        location: "Portland, Oregon".to_owned(),
        languages: vec!["English".to_owned()],
        conditions: vec!["Insomnia".to_owned()],
        ..person("Jordan", "Merrit", "they/them", (1991, 4, 12))
    });
    let alex = world.new_client(person("Alex", "Tannen", "he/him", (1984, 9, 30)));
    let priya = world.new_client(person("Priya", "Kavel", "she/her", (1988, 1, 5)));
    let sam = world.new_client(person("Sam", "Rooke", "", (2001, 7, 19)));
    for client in [jordan, alex] {
        consent(world, client, ConsentScope::Recording);
        consent(world, client, ConsentScope::Analysis);
    }
    for week in (1..=6).rev() {
        let id = past(world, jordan, -7 * week, 10);
        recorded(world, id, NoteStatus::Signed);
    }
    for week in (1..=3).rev() {
        past(world, alex, -7 * week, 9);
    }
    let morning = past(world, alex, 0, 9);
    recorded(world, morning, NoteStatus::Signed);
    let current = past(world, jordan, 0, 10);
    recorded(world, current, NoteStatus::Draft);
    let details = SessionDetails { kind: SessionKind::Couples, ..at(0, 13, 30) };
    world.new_session(Some(priya), details, SessionStatus::Upcoming);
    world.new_session(Some(sam), at(0, 15, 0), SessionStatus::Upcoming);
    world.new_session(Some(sam), at(3, 11, 0), SessionStatus::Upcoming);
    world.new_session(Some(jordan), at(5, 10, 0), SessionStatus::Upcoming);
    let yesterday = past(world, alex, -1, 16);
    let recording = recording(RecordingId(world.id()));
    if let Ok(session) = world.session_mut(yesterday) {
        session.recordings.push(recording);
    }
}

/// Enough rows to see whether lists are virtual.
pub(super) fn fill_many(world: &mut World) {
    for n in 0..10_000 {
        world.new_client(person(
            "Invented",
            &format!("Person {n:05}"),
            "",
            (1970 + n % 40, 1 + n as u32 % 12, 1),
        ));
    }
}

fn consent(world: &mut World, client: ClientId, scope: ConsentScope) {
    world.give(GiveConsent {
        subject: ConsentSubject::Client(client),
        scope,
        version: 2,
        method: ConsentMethod::Written,
        given_by: "the client".to_owned(),
    });
}

fn past(world: &mut World, client: ClientId, day: i32, hour: i64) -> SessionId {
    let details = at(day, hour, 0);
    let (start, end) = (details.scheduled_start, details.scheduled_end);
    let id = world.new_session(Some(client), details, SessionStatus::Completed);
    if let Ok(session) = world.session_mut(id) {
        session.started_at = start;
        session.ended_at = end;
    }
    id
}

fn recorded(world: &mut World, session_id: SessionId, status: NoteStatus) {
    let recording = recording(RecordingId(world.id()));
    let transcript_id = TranscriptId(world.id());
    let transcript = transcript(world, transcript_id, recording.id);
    let sections = sections(world, &transcript.segments);
    let signed = status == NoteStatus::Signed;
    let note = NoteView {
        id: NoteId(world.id()),
        session_id,
        transcript_id: Some(transcript_id),
        format: NoteFormat::Soap,
        status,
        version: 1,
        sections,
        addenda: Vec::new(),
        signed_by: signed.then(|| world.owner.name.clone()),
        signed_at: signed.then(now),
        hash: "a3c1".repeat(16),
        updated_at: now(),
    };
    world.keep_version(&note, Origin::Rules, "Drafted from the transcript");
    world.notes.push(note);
    if let Ok(session) = world.session_mut(session_id) {
        session.recordings.push(recording);
        session.transcripts.push(transcript.summary.clone());
    }
    world.transcripts.push(transcript);
}

pub(super) fn recording(id: RecordingId) -> RecordingView {
    RecordingView {
        id,
        duration_ms: SESSION_MS,
        channels: 2,
        source: "FLAC, 44,100 Hz, stereo".to_owned(),
        gaps: 0,
        readable_ms: SESSION_MS,
        created_at: now(),
    }
}

pub(super) fn transcript(world: &mut World, id: TranscriptId, recording_id: RecordingId) -> TranscriptView {
    let ends = WORDS.iter().skip(1).map(|(_, start, _)| *start).chain([SESSION_MS / 1000]);
    let segments =
        WORDS.iter().zip(ends).enumerate().map(|(index, ((speaker, start, text), end))| SegmentView {
            id: SegmentId(world.id()),
            speaker: if index == 9 { Speaker::Unknown } else { *speaker },
            start_ms: start * 1000,
            end_ms: (end * 1000).saturating_sub(600),
            text: (*text).to_owned(),
            original_text: (index == 11).then(|| text.replace("breakfast", "break fast")),
            confidence: if index % 5 == 3 { 0.58 } else { 0.93 },
        });
    let segments = segments.collect();
    let summary = TranscriptSummary {
        id,
        recording_id,
        status: TranscriptStatus::Completed,
        model: "Small (English)".to_owned(),
        demo_model: false,
        language: "en".to_owned(),
        covered_ms: SESSION_MS,
        duration_ms: SESSION_MS,
        created_at: now(),
    };
    TranscriptView { summary, segments }
}

/// Section, sentence, the places of the segments it stands on.
const SENTENCES: [(&str, &str, &[usize]); 12] = [
    ("Subjective", "Client reports about four hours of sleep most nights, waking at 3 a.m.", &[3]),
    ("Subjective", "Describes racing thoughts on waking, going over what could go wrong the next day.", &[5]),
    ("Subjective", "States “I will lose my job”, believed at about 80 out of 100.", &[7, 9]),
    ("Subjective", "Appetite somewhat better: breakfast again, lunch still skipped at work.", &[11]),
    ("Subjective", "Denies thoughts of self-harm and of not wanting to live.", &[12, 13]),
    ("Objective", "Speech, affect and orientation: not assessed.", &[]),
    ("Assessment", "Early waking with worry about work persists.", &[3, 5]),
    ("Assessment", "The prediction of losing the job was weighed against evidence in session.", &[15, 17]),
    ("Assessment", "Insight appears improved.", &[]),
    ("Plan", "Thought record once a day, in the evening.", &[18, 19]),
    ("Plan", "Get up for ten minutes when awake at night instead of lying in bed.", &[20, 21]),
    ("Plan", "Next session on Thursday at 10:00.", &[21]),
];

pub(super) fn sections(world: &mut World, segments: &[SegmentView]) -> Vec<SectionView> {
    let names = ["Subjective", "Objective", "Assessment", "Plan"];
    let mut sections = Vec::new();
    for name in names {
        let mut sentences = Vec::new();
        for (_, text, places) in SENTENCES.iter().filter(|(section, ..)| *section == name) {
            sentences.push(SentenceView {
                id: SentenceId(world.id()),
                text: (*text).to_owned(),
                evidence: places.iter().filter_map(|place| segments.get(*place).map(|s| s.id)).collect(),
                screenings: Vec::new(),
                origin: Origin::Rules,
                drafted_text: None,
                not_assessed: text.contains("not assessed"),
            });
        }
        sections.push(SectionView { name: name.to_owned(), sentences });
    }
    sections
}

pub(super) fn consent_texts() -> Vec<ConsentText> {
    let text = |scope, title: &str, body: &str| ConsentText {
        scope,
        version: 2,
        title: title.to_owned(),
        body: body.to_owned(),
    };
    vec![
        text(
            ConsentScope::Recording,
            "Recording of sessions",
            "Our sessions may be recorded. The recording is encrypted and stays on the therapist’s computer.\n\nYou can \
             withdraw this at any time; nothing is recorded after that.",
        ),
        text(
            ConsentScope::Analysis,
            "Transcription and drafting on this computer",
            "The recording may be turned into text, and a draft of the note may be made from it, by software on the \
             therapist’s computer. Nothing is sent anywhere.\n\nThe therapist reads, corrects and signs every note.",
        ),
    ]
}

pub(super) fn models() -> Vec<ModelView> {
    let model = |id: &str, name: &str, description: &str, kind, bytes, multilingual, installed| ModelView {
        id: id.to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
        kind,
        bytes,
        sha256: "c6138d6d58ecc8322097e0f987c32f1be8bb0a18532a3f88f734d1bbf9c41e5d".to_owned(),
        multilingual,
        installed,
        listed: true,
    };
    use ModelKind::{Demo, Speech, VoiceActivity};
    vec![
        model("demo", "Demo model", "Knows the words of the sample sessions.", Demo, 2_310_442, false, true),
        model(
            "tiny.en",
            "Tiny (English)",
            "Fast, on any computer. Misses many words.",
            Speech,
            77_704_715,
            false,
            false,
        ),
        model(
            "base.en",
            "Base (English)",
            "Fast. For clear voices close to the microphone.",
            Speech,
            147_964_211,
            false,
            false,
        ),
        model(
            "small.en",
            "Small (English)",
            "A good balance on most computers.",
            Speech,
            487_614_201,
            false,
            false,
        ),
        model(
            "medium",
            "Medium",
            "Hears better in noise and with accents; slow without a fast processor.",
            Speech,
            1_533_763_059,
            true,
            false,
        ),
        model(
            "silero-6.2.0",
            "Voice activity",
            "Skips silence, so that transcription is quicker.",
            VoiceActivity,
            885_098,
            true,
            true,
        ),
    ]
}

/// A history long enough to scroll through.
pub(super) fn fill_audit(world: &mut World) {
    let actions = [
        ("vault.unlock", "security", "ok"),
        ("clients.list", "read", "ok"),
        ("sessions.get", "read", "ok"),
        ("transcripts.get", "read", "ok"),
        ("notes.save", "change", "ok"),
        ("notes.sign", "change", "ok"),
        ("notes.export", "export", "ok"),
        ("recordings.import", "change", "consent_missing"),
        ("vault.auto_lock", "security", "ok"),
        ("vault.unlock", "security", "wrong_passphrase"),
    ];
    let count = 2_400;
    for n in 0..count {
        let (action, kind, outcome) = actions[n * 7 % actions.len()];
        let at = now() - Duration::minutes(((count - n) * 17) as i64);
        let entry = world.entry(at, action, kind, outcome);
        world.audit.push(entry);
    }
}

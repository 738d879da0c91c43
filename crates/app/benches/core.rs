//! How long a person waits for the core: opening a client with many sessions, long lists, search, a drafted note of a
//! whole hour, an import. Through the dispatcher, with the vault on disk and each call audited, as in use.

use std::hint::black_box;

use app::{Front, Handle, WorkerCommand};
use clinical::screening::{Answers, score};
use contract::clients::{GetClient, ListClients};
use contract::consents::{ConsentMethod, ConsentScope, ConsentSubject, GiveConsent};
use contract::jobs::{JobState, WatchJob};
use contract::notes::{DraftNote, NoteFormat};
use contract::recordings::{FileSource, ImportRecording};
use contract::results::{GetResults, GetTrends};
use contract::screenings::ListScreenings;
use contract::search::Search;
use contract::sessions::{CreateSession, ListSessions, SessionDetails, StartQuickSession};
use contract::{ClientId, Command, Page, SessionId, TranscriptId};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use crypto::{HeaderFile, Passphrase};
use store::Vault;
use store::recordings::{RecordingRow, RecordingStatus};
use store::screenings::{AdministrationRow, DimensionScoreRow, ResponseRow, ScreeningRow, ScreeningStatus};
use store::transcripts::{Owner, SegmentRow, Speaker, TranscriptRow, TranscriptStatus};
use testkit::{PASSPHRASE, TestCore, create_client, create_vault};
use tokio::runtime::Runtime;
use uuid::Uuid;

const SESSIONS: i64 = 500;
const CLIENTS: usize = 1_000;
const HOUR_MS: i64 = 3_600_000;
const TURN_MS: i64 = 5_000;

struct Bench {
    runtime: Runtime,
    core: TestCore,
}

impl Bench {
    /// A core with an open vault. No bench needs the speech worker.
    fn new() -> Self {
        let runtime = Runtime::new().expect("a runtime can be made");
        let worker = WorkerCommand { executable: "/nonexistent".into(), args: Vec::new() };
        let core = TestCore::new(worker).expect("a temporary folder can be made");
        let bench = Self { runtime, core };
        bench.run(create_vault());
        bench
    }

    fn run<C>(&self, command: C) -> C::Reply
    where
        C: Command,
        app::App: Handle<C>,
    {
        let reply = self.runtime.block_on(self.core.app.run(Front::Window, command));
        reply.unwrap_or_else(|error| panic!("{} was refused: {error:?}", C::NAME))
    }

    fn add_client(&self, name: &str) -> ClientId {
        self.run(create_client(name)).id
    }

    /// A quick session with both consents.
    fn add_session(&self) -> SessionId {
        let session = self.run(StartQuickSession { client_id: None }).id;
        for scope in [ConsentScope::Recording, ConsentScope::Analysis] {
            self.run(GiveConsent {
                subject: ConsentSubject::Session(session),
                scope,
                version: 1,
                method: ConsentMethod::Verbal,
                given_by: "the client".to_owned(),
            });
        }
        session
    }

    /// The vault's database, beside the core: what would take long through commands is written directly.
    async fn vault(&self) -> Result<Vault, store::StoreError> {
        let folder = self.core.data_dir().join("vault");
        let (header, _) = HeaderFile::at(&folder).read().expect("the vault has a header");
        let keys = header.unlock(&Passphrase::new(PASSPHRASE).expect("short enough")).expect("it opens");
        Vault::open(&folder.join("vault.db"), &keys.current.derive_database_key()).await
    }

    /// Puts a finished transcript into the vault, as the speech worker would have made it in an hour.
    fn add_transcript(&self, session: SessionId) -> TranscriptId {
        let write = async {
            let vault = self.vault().await?;
            let mut tx = vault.begin().await?;
            let (recording, transcript) = (recording(session), transcript());
            store::recordings::insert(&mut tx, &recording).await?;
            store::transcripts::insert(&mut tx, &transcript).await?;
            let owner = Owner { session_id: session.0, client_id: None };
            store::transcripts::append_segments(&mut tx, owner, &turns()).await?;
            tx.commit().await?;
            vault.close().await;
            Ok::<_, store::StoreError>(TranscriptId(transcript.id))
        };
        self.runtime.block_on(write).expect("the transcript is written")
    }
}

/// Writes the weekly set of so many weeks into the vault, as if it had been filled in.
async fn weekly_screenings(
    tx: &mut store::Tx<'_>,
    client: Uuid,
    weeks: u32,
) -> Result<(), store::StoreError> {
    const WEEK_MS: i64 = 7 * 86_400_000;
    let mut last = 1_u128 << 64;
    let mut make_id = || {
        last += 1;
        Uuid::from_u128(last)
    };
    for week in 0..weeks {
        let at = i64::from(week) * WEEK_MS;
        let mut row = ScreeningRow {
            id: make_id(),
            client_id: client,
            session_id: None,
            plan_id: None,
            name: "Weekly".to_owned(),
            status: ScreeningStatus::Open,
            comment: String::new(),
            asked: 26,
            answered: 26,
            completed_at: None,
            created_at: at,
            updated_at: at,
        };
        store::screenings::insert(tx, &row, &[]).await?;
        for (position, code) in (0..).zip(["phq9", "gad7", "core10"]) {
            let instrument = instruments::find(code).expect("it comes with the program");
            let mut answers = Answers::new();
            for (nth, item) in instrument.items.iter().enumerate() {
                let options = instrument.options(item);
                let option = &options[(week as usize + nth) % options.len()];
                answers.insert(item.id.clone(), option.value);
            }
            let score = score(instrument, &answers);
            let administration = AdministrationRow {
                id: make_id(),
                screening_id: row.id,
                position,
                instrument: code.to_owned(),
                version: instrument.version.clone(),
                revision: 0,
                asked_by: None,
                complete: Some(score.complete),
                total: score.total,
                severity: score.severity.map(|severity| severity.as_str().to_owned()),
                band: score.band.map(|band| instrument.bands[band].label.clone()),
                created_at: at,
                updated_at: at,
            };
            store::screenings::insert_administration(tx, &administration).await?;
            for (item, value) in &answers {
                let response = ResponseRow {
                    id: make_id(),
                    administration_id: administration.id,
                    item: item.clone(),
                    value: Some(*value),
                    created_at: at,
                    updated_at: at,
                };
                store::screenings::put_response(tx, &response).await?;
            }
            let dimension = DimensionScoreRow {
                id: make_id(),
                screening_id: row.id,
                dimension: ["depression", "anxiety", "therapy_outcome"][position as usize].to_owned(),
                instrument: code.to_owned(),
                score: score.total,
                position: f64::from(week % 100),
                severity: None,
                band: None,
                created_at: at,
                updated_at: at,
            };
            store::screenings::insert_dimension(tx, &dimension).await?;
        }
        row.status = ScreeningStatus::Completed;
        row.completed_at = Some(at);
        store::screenings::update(tx, &row).await?;
    }
    Ok(())
}

fn screenings(criterion: &mut Criterion) {
    let bench = Bench::new();
    let client_id = bench.add_client("Ada");
    let write = async {
        let vault = bench.vault().await?;
        let mut tx = vault.begin().await?;
        weekly_screenings(&mut tx, client_id.0, 520).await?;
        tx.commit().await?;
        vault.close().await;
        Ok::<_, store::StoreError>(())
    };
    bench.runtime.block_on(write).expect("the screenings are written");
    let latest = bench.run(ListScreenings { client_id })[0].id;
    let mut group = criterion.benchmark_group("ten years of weekly screenings");
    group.sample_size(10);
    group.bench_function("open the scores over time", |bencher| {
        bencher.iter(|| black_box(bench.run(GetTrends { client_id })));
    });
    group.bench_function("list the screenings", |bencher| {
        bencher.iter(|| black_box(bench.run(ListScreenings { client_id })));
    });
    group.bench_function("open the latest results", |bencher| {
        bencher.iter(|| black_box(bench.run(GetResults { screening_id: latest })));
    });
    group.finish();
}

fn recording(session: SessionId) -> RecordingRow {
    RecordingRow {
        id: Uuid::from_u128(1),
        session_id: session.0,
        status: RecordingStatus::Ready,
        duration_ms: HOUR_MS,
        channels: 1,
        source: "WAV".to_owned(),
        gaps: 0,
        peaks: Vec::new(),
        created_at: 0,
        updated_at: 0,
    }
}

fn transcript() -> TranscriptRow {
    TranscriptRow {
        id: Uuid::from_u128(2),
        recording_id: Uuid::from_u128(1),
        status: TranscriptStatus::Completed,
        model: "invented".to_owned(),
        demo_model: false,
        language: "en".to_owned(),
        covered_ms: HOUR_MS,
        created_at: 0,
        updated_at: 0,
    }
}

/// An hour of invented talk.
fn turns() -> Vec<SegmentRow> {
    const ASKED: [&str; 8] = [
        "How has the week been since we last met?",
        "What went through your mind at that moment?",
        "On a scale from zero to ten, how strong was the anxiety?",
        "Have you had any thoughts of hurting yourself?",
        "What would you say to a friend in the same place?",
        "Shall we look at the thought record together?",
        "For next week, would you keep the sleep diary every morning?",
        "It sounds as though that was a lot to carry alone.",
    ];
    const FEELINGS: [&str; 6] = ["anxious", "tired", "sad", "a bit calmer", "ashamed", "angry"];
    const ABOUT: [&str; 7] =
        ["my sister", "the new job", "the exam", "my mother", "the flat", "the medication", "driving"];
    let turn = |n: i64| {
        let k = usize::try_from(n).unwrap_or(0);
        let (feeling, about) = (FEELINGS[k * 5 % 6], ABOUT[k * 3 % 7]);
        let text = match (n % 2, k / 2 % 6) {
            (0, _) => ASKED[k / 2 % 8].to_owned(),
            (_, 0) => format!("I have been feeling {feeling} about {about} most days this week."),
            (_, 1) => format!("I slept about {} hours and woke up thinking of {about}.", 4 + k % 4),
            (_, 2) => format!("When {about} came up I thought I would fail again and my chest went tight."),
            (_, 3) => "No, nothing like that, I do not want to hurt myself.".to_owned(),
            (_, 4) => format!("I did the breathing exercise before {about} and it helped a little."),
            _ => format!("I will write down what happens with {about} before Thursday."),
        };
        SegmentRow {
            id: Uuid::from_u128(1_000 + k as u128),
            transcript_id: Uuid::from_u128(2),
            speaker: if n % 2 == 0 { Speaker::Therapist } else { Speaker::Client },
            start_ms: n * TURN_MS,
            end_ms: n * TURN_MS + TURN_MS - 400,
            text,
            original_text: None,
            confidence: 0.9,
            created_at: 0,
            updated_at: 0,
        }
    };
    (0..HOUR_MS / TURN_MS).map(turn).collect()
}

/// A minute of two tones as a WAV file, 44,100 Hz, 16 bits, mono.
fn minute_of_wav() -> Vec<u8> {
    const RATE: u32 = 44_100;
    let samples = (0..RATE * 60).flat_map(|n| {
        let t = f64::from(n) / f64::from(RATE);
        let sound = (t * 220.0 * std::f64::consts::TAU).sin() + (t * 1_330.0 * std::f64::consts::TAU).sin();
        ((sound * 8_000.0) as i16).to_le_bytes()
    });
    let data: Vec<u8> = samples.collect();
    let length = u32::try_from(data.len()).expect("a minute is short");
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + length).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    wav.extend(1_u16.to_le_bytes());
    wav.extend(1_u16.to_le_bytes());
    wav.extend(RATE.to_le_bytes());
    wav.extend((RATE * 2).to_le_bytes());
    wav.extend(2_u16.to_le_bytes());
    wav.extend(16_u16.to_le_bytes());
    wav.extend(b"data");
    wav.extend(length.to_le_bytes());
    wav.extend(data);
    wav
}

fn lists(criterion: &mut Criterion) {
    let bench = Bench::new();
    let busy = bench.add_client("Ada");
    for n in 1..CLIENTS {
        bench.add_client(["Bo", "Cy", "Dee", "Eli", "Fay"][n % 5]);
    }
    let start = chrono::DateTime::from_timestamp(1_795_255_200, 0).unwrap_or_default();
    for n in 0..SESSIONS {
        let details = SessionDetails {
            scheduled_start: Some(start + chrono::Duration::days(7 * n)),
            goals: format!("Goal {n}"),
            ..SessionDetails::default()
        };
        bench.run(CreateSession { client_id: busy, details });
    }
    let mut group = criterion.benchmark_group("core");
    group.sample_size(10);
    group.bench_function("open a client with 500 sessions", |bencher| {
        bencher.iter(|| {
            black_box(bench.run(GetClient { client_id: busy }));
            let page = Page { offset: 0, limit: 200 };
            black_box(bench.run(ListSessions { client_id: Some(busy), page, ..ListSessions::default() }))
        });
    });
    group.bench_function("list 200 of 1,000 clients", |bencher| {
        bencher.iter(|| black_box(bench.run(ListClients::default())));
    });
    group.bench_function("list clients by part of a name", |bencher| {
        bencher
            .iter(|| black_box(bench.run(ListClients { query: "ad".to_owned(), ..ListClients::default() })));
    });
    group.finish();
}

fn words(criterion: &mut Criterion) {
    let bench = Bench::new();
    let session_id = bench.add_session();
    let transcript_id = bench.add_transcript(session_id);
    let mut group = criterion.benchmark_group("core");
    group.sample_size(10);
    for (name, query) in [("one word", "medic"), ("three words", "anxious about sist")] {
        group.bench_function(format!("search an hour of talk for {name}"), |bencher| {
            bencher.iter(|| black_box(bench.run(Search { query: query.to_owned(), limit: 50 })));
        });
    }
    group.bench_function("draft a note of an hour of talk", |bencher| {
        let format = NoteFormat::Soap;
        bencher.iter(|| black_box(bench.run(DraftNote { session_id, transcript_id, format })));
    });
    group.finish();
}

fn import(criterion: &mut Criterion) {
    let bench = Bench::new();
    let session_id = bench.add_session();
    let wav = minute_of_wav();
    let mut group = criterion.benchmark_group("core");
    group.sample_size(10);
    group.bench_function("import one minute of WAV", |bencher| {
        bencher.iter_batched(
            || bench.core.app.pick_bytes("minute.wav", wav.clone()).expect("it can be picked").pick_id,
            |pick| {
                let job_id = bench.run(ImportRecording { session_id, source: FileSource::Picked(pick) });
                let end = bench.run(WatchJob { job_id });
                assert!(
                    matches!(end.state, JobState::Finished { .. }),
                    "the import ends well: {:?}",
                    end.state
                );
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, lists, words, import, screenings);
criterion_main!(benches);

//! `attunectl demo`: the main job on a sample session, from sound to signed and exported note.

mod folder;
mod story;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use contract::audit::{AuditVerdict, VerifyAudit};
use contract::clients::{ClientDetails, CreateClient};
use contract::consents::{ConsentMethod, ConsentScope, ConsentSubject, GiveConsent};
use contract::notes::{DraftNote, ExportFormat, NoteFormat, NoteView, SignNote};
use contract::sessions::{MoveSession, SessionStatus, SessionView, StartQuickSession};
use contract::transcripts::TranscriptView;
use contract::vault::{CreateVault, LockVault, Role};
use crypto::NoKeyStore;
use serde::Serialize;

use crate::context::{Context, Core, path_text};
use crate::exit::{Exit, Failure};
use crate::export::{self, ExportArgs, Written};
use crate::model;
use crate::session::{import_file, transcribe_recording, version_in_force};
use folder::DemoFolder;

const MODEL: &str = "attune-tiny-therapy.bin";
const SOUND: &str = "session-b.flac";

#[derive(Args)]
pub(crate) struct DemoArgs {
    /// Where to put the vault and the exported notes.
    #[arg(long, value_name = "DIR", default_value = "demo-out")]
    out: PathBuf,
}

/// What the demo made.
#[derive(Serialize)]
struct Demo {
    folder: String,
    /// Opens the vault in the folder, with `--data-dir FOLDER/data`.
    passphrase: String,
    model: String,
    transcript: TranscriptView,
    note: NoteView,
    files: Vec<Written>,
    audit: AuditVerdict,
}

pub(crate) async fn run(context: &Context, args: DemoArgs) -> Result<Exit, Failure> {
    let Some(samples) = &context.samples_dir else {
        return Err(Failure::unreadable(
            "The sample sessions are not installed beside the program. Name their folder with --samples.",
        ));
    };
    let folder = DemoFolder::prepare(&args.out)?;
    let core = context.core_at(&folder.data_dir(), Arc::new(NoKeyStore))?;
    let demo = play(&core, &folder, samples).await;
    // Whatever came of it, jobs end and the vault closes before the program does.
    core.app.shut_down().await;
    let demo = demo?;
    let exit = match demo.audit {
        AuditVerdict::Intact { .. } => Exit::Ok,
        AuditVerdict::Broken { .. } => Exit::Damaged,
    };
    context.output.show(&demo, story::tell)?;
    Ok(exit)
}

async fn play(core: &Core, folder: &DemoFolder, samples: &Path) -> Result<Demo, Failure> {
    let say = |text: &str| core.output.remark(text);
    let passphrase = throw_away_passphrase()?;
    say("1/7  A new encrypted vault");
    let create = CreateVault {
        role: Role::Clinician,
        name: "Demo Clinician".to_owned(),
        passphrase: passphrase.clone(),
        use_key_store: false,
    };
    core.run(create).await?;
    say("2/7  A sample client, a session, and the consents it needs");
    let session = begin_session(core).await?;
    say("3/7  The sample session's sound goes into the vault");
    let recording = import_file(core, session.id, &samples.join(SOUND)).await?;
    say("4/7  The demo model is installed: 259 words, synthetic voices, no substitute for a real model");
    let model = model::add(core, path_text(&samples.join(MODEL))?, false).await?;
    say("5/7  The sound becomes text on this device");
    let transcript =
        transcribe_recording(core, recording.id, model.id.clone(), Some("en".to_owned())).await?;
    say("6/7  The text becomes a note, and the note is signed");
    let draft =
        DraftNote { session_id: session.id, transcript_id: transcript.summary.id, format: NoteFormat::Soap };
    let draft = core.run(draft).await?;
    core.run(MoveSession { session_id: session.id, to: SessionStatus::Completed, at: None }).await?;
    let note = core.run(SignNote { note_id: draft.id, version: draft.version }).await?;
    say("7/7  The note leaves the vault as PDF, Markdown and JSON");
    let formats = vec![ExportFormat::Pdf, ExportFormat::Markdown, ExportFormat::Json];
    let files = export::write(core, note.id, &ExportArgs { formats, out: folder.root().to_owned() }).await?;
    folder.remember(&files)?;
    let audit = core.run(VerifyAudit { checkpoint: None }).await?;
    core.run(LockVault {}).await?;
    let folder = folder.root().display().to_string();
    Ok(Demo { folder, passphrase, model: model.name, transcript, note, files, audit })
}

async fn begin_session(core: &Core) -> Result<SessionView, Failure> {
    let details = ClientDetails {
        given_name: "Robin".to_owned(),
        family_name: "Sample".to_owned(),
        pronouns: "they/them".to_owned(),
        ..ClientDetails::default()
    };
    let client = core.run(CreateClient { details }).await?;
    for scope in [ConsentScope::Recording, ConsentScope::Analysis] {
        let version = version_in_force(core, scope).await?;
        let consent = GiveConsent {
            subject: ConsentSubject::Client(client.id),
            scope,
            version,
            method: ConsentMethod::Verbal,
            given_by: "the client".to_owned(),
        };
        core.run(consent).await?;
    }
    core.run(StartQuickSession { client_id: Some(client.id) }).await
}

/// Finds the sample sessions: where the person says, beside the executable, or in the source tree it was built from.
pub(crate) fn samples_dir(given: Option<&Path>) -> Option<PathBuf> {
    let executable = std::env::current_exe().ok();
    let beside = executable.as_deref().and_then(Path::parent);
    let installed = beside.map(|folder| folder.join("samples"));
    let shared = beside.map(|folder| folder.join("../share/attune/samples"));
    let source = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/speech"));
    let places = match given {
        Some(given) => vec![given.to_owned()],
        None => [installed, shared, Some(source)].into_iter().flatten().collect(),
    };
    places.into_iter().find(|folder| folder.join(MODEL).is_file() && folder.join(SOUND).is_file())
}

/// 125 random bits in five groups of letters and digits, none of which look alike.
pub(crate) fn throw_away_passphrase() -> Result<String, Failure> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567899";
    let mut bytes = [0u8; 25];
    getrandom::fill(&mut bytes).map_err(|_| Failure::internal("The system gave no random numbers."))?;
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    Ok(letters.chunks(5).map(String::from_iter).collect::<Vec<_>>().join("-"))
}

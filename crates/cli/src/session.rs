//! `attunectl session`: sessions, and everything that hangs on them.

mod consent;
mod note;
mod sound;
mod text;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use contract::sessions::{
    AssignSession, CreateSession, GetSession, ListSessions, MoveSession, SessionDetails, SessionKind,
    SessionStatus, StartQuickSession,
};
use contract::{ClientId, RecordingId, SessionId, TranscriptId};

use crate::arguments::wire_value;
use crate::client::{PageArgs, merged};
use crate::context::{Context, Core};
use crate::exit::{Exit, Failure};
use crate::export::ExportArgs;
use crate::note::read_text;

pub(crate) use consent::version_in_force;
pub(crate) use sound::{import_file, transcribe_recording};

#[derive(Subcommand)]
pub(crate) enum SessionCommand {
    /// List sessions, newest first.
    List {
        /// Only this client's.
        #[arg(long, value_name = "ID")]
        client: Option<ClientId>,
        /// Only sessions at or after this instant, as in 2026-01-31T10:00:00Z.
        #[arg(long, value_name = "INSTANT")]
        from: Option<DateTime<Utc>>,
        /// Only sessions before this instant.
        #[arg(long, value_name = "INSTANT")]
        until: Option<DateTime<Utc>>,
        #[command(flatten)]
        page: PageArgs,
    },
    /// Show one session with its consents, recordings, transcripts and note.
    Show {
        /// The session's id.
        session: SessionId,
    },
    /// Plan a session.
    Create(CreateArgs),
    /// Begin a session now, with a client or without one yet.
    Start {
        /// The client's id.
        #[arg(long, value_name = "ID")]
        client: Option<ClientId>,
    },
    /// Give a quick session its client.
    Assign {
        /// The session's id.
        session: SessionId,
        /// The client's id.
        #[arg(long, value_name = "ID")]
        client: ClientId,
    },
    /// Move a session to another status: upcoming, in-progress, completed, cancelled, rescheduled or no-show.
    Move {
        /// The session's id.
        session: SessionId,
        /// Where to.
        #[arg(value_parser = wire_value::<SessionStatus>)]
        to: SessionStatus,
        /// When it began or ended, where that is not now, as in 2026-01-31T10:00:00Z.
        #[arg(long, value_name = "INSTANT")]
        at: Option<DateTime<Utc>>,
    },
    /// Record and withdraw consents.
    #[command(subcommand)]
    Consent(consent::ConsentCommand),
    /// List the consents about a client or a session, with withdrawn ones.
    Consents(consent::SubjectArgs),
    /// Import a sound file into a session. Needs recording consent.
    Import {
        /// The session's id.
        session: SessionId,
        /// The sound file.
        audio: PathBuf,
    },
    /// Turn a session's recording into a transcript. Needs analysis consent.
    Transcribe {
        /// The session's id.
        session: SessionId,
        /// Which installed model, as `model list` shows it.
        #[arg(long, value_name = "ID")]
        model: String,
        /// Which recording; the newest unless said otherwise.
        #[arg(long, value_name = "ID")]
        recording: Option<RecordingId>,
        /// Language, such as en; without it a multilingual model finds out.
        #[arg(long)]
        language: Option<String>,
    },
    /// Print a session's transcript.
    Transcript {
        /// The session's id.
        session: SessionId,
        /// Which transcript; the newest complete one unless said otherwise.
        #[arg(long, value_name = "ID")]
        transcript: Option<TranscriptId>,
    },
    /// Draft the session's note from its transcript. Needs analysis consent.
    Draft {
        /// The session's id.
        session: SessionId,
        /// From which transcript; the newest complete one unless said otherwise.
        #[arg(long, value_name = "ID")]
        transcript: Option<TranscriptId>,
    },
    /// Print a session's note.
    Note {
        /// The session's id.
        session: SessionId,
    },
    /// Sign a session's note: it never changes again.
    Sign {
        /// The session's id.
        session: SessionId,
        /// The version that was read and is meant; `session note` shows it.
        #[arg(long, value_name = "N")]
        version: u32,
    },
    /// Add a remark to a signed note.
    Addendum {
        /// The session's id.
        session: SessionId,
        /// A file with the words; `-` for standard input.
        #[arg(value_name = "FILE")]
        text: PathBuf,
    },
    /// Write a session's note to a file in the clear.
    Export {
        /// The session's id.
        session: SessionId,
        #[command(flatten)]
        export: ExportArgs,
    },
}

#[derive(Args)]
pub(crate) struct CreateArgs {
    /// The client's id.
    #[arg(long, value_name = "ID")]
    client: ClientId,
    /// A JSON file with any of the fields (`-` for standard input); the other options go before it.
    #[arg(long, value_name = "FILE")]
    details: Option<PathBuf>,
    /// individual, group, family, couples, assessment or follow-up.
    #[arg(long, value_parser = wire_value::<SessionKind>)]
    kind: Option<SessionKind>,
    /// When it is planned to begin, as in 2026-01-31T10:00:00Z.
    #[arg(long, value_name = "INSTANT")]
    start: Option<DateTime<Utc>>,
    /// When it is planned to end.
    #[arg(long, value_name = "INSTANT")]
    end: Option<DateTime<Utc>>,
    /// Place, or the link of an online session.
    #[arg(long)]
    place: Option<String>,
    /// Goals for this session.
    #[arg(long)]
    goals: Option<String>,
}

impl CreateArgs {
    fn command(self) -> Result<CreateSession, Failure> {
        let mut details = SessionDetails::default();
        if let Some(path) = self.details {
            details = merged(&details, &read_text(&path)?)?;
        }
        details.kind = self.kind.unwrap_or(details.kind);
        details.scheduled_start = self.start.or(details.scheduled_start);
        details.scheduled_end = self.end.or(details.scheduled_end);
        details.place = self.place.unwrap_or(details.place);
        details.goals = self.goals.unwrap_or(details.goals);
        Ok(CreateSession { client_id: self.client, details })
    }
}

pub(crate) async fn run(context: &Context, command: SessionCommand) -> Result<Exit, Failure> {
    context.with_vault(async |core| Box::pin(carry_out(core, command)).await).await
}

async fn carry_out(core: &Core, command: SessionCommand) -> Result<Exit, Failure> {
    let session = match command {
        SessionCommand::List { client, from, until, page } => {
            let command = ListSessions { client_id: client, from, until, page: page.into() };
            return core.output.show(&core.run(command).await?, text::table);
        }
        SessionCommand::Consent(command) => return consent::run(core, command).await,
        SessionCommand::Consents(subject) => return consent::list(core, subject).await,
        SessionCommand::Import { session, audio } => return sound::import(core, session, &audio).await,
        SessionCommand::Transcribe { session, model, recording, language } => {
            return sound::transcribe(core, session, model, recording, language).await;
        }
        SessionCommand::Transcript { session, transcript } => {
            return sound::show_transcript(core, session, transcript).await;
        }
        SessionCommand::Draft { session, transcript } => return note::draft(core, session, transcript).await,
        SessionCommand::Note { session } => return note::show(core, session).await,
        SessionCommand::Sign { session, version } => return note::sign(core, session, version).await,
        SessionCommand::Addendum { session, text } => return note::add_addendum(core, session, &text).await,
        SessionCommand::Export { session, export } => return note::export(core, session, export).await,
        SessionCommand::Show { session } => core.run(GetSession { session_id: session }).await?,
        SessionCommand::Create(args) => core.run(args.command()?).await?,
        SessionCommand::Start { client } => core.run(StartQuickSession { client_id: client }).await?,
        SessionCommand::Assign { session, client } => {
            core.run(AssignSession { session_id: session, client_id: client }).await?
        }
        SessionCommand::Move { session, to, at } => {
            core.run(MoveSession { session_id: session, to, at }).await?
        }
    };
    core.output.show(&session, text::describe)
}

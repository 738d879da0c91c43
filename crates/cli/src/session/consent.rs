use clap::{Args, Subcommand};
use contract::consents::{
    ConsentMethod, ConsentScope, ConsentSubject, GiveConsent, ListConsentTexts, ListConsents, WithdrawConsent,
};
use contract::{ClientId, ConsentId, SessionId};

use super::text;
use crate::arguments::{invalid, wire_value};
use crate::context::Core;
use crate::exit::{Exit, Failure};

#[derive(Subcommand)]
pub(crate) enum ConsentCommand {
    /// Record that consent was given.
    Give {
        #[command(flatten)]
        subject: SubjectArgs,
        /// What it covers: recording, analysis, cloud, sharing or research.
        #[arg(long, value_parser = wire_value::<ConsentScope>)]
        scope: ConsentScope,
        /// How it was given: verbal, written or electronic.
        #[arg(long, value_parser = wire_value::<ConsentMethod>)]
        method: ConsentMethod,
        /// Who gave it, in words.
        #[arg(long, default_value = "the client")]
        given_by: String,
        /// The version of the text that was shown; the one in force unless said otherwise.
        #[arg(long, value_name = "N")]
        version: Option<u32>,
    },
    /// Record that consent was withdrawn.
    Withdraw {
        /// The consent's id, as `session consents` shows it.
        consent: ConsentId,
        /// Why or how.
        #[arg(long, default_value = "")]
        note: String,
    },
}

/// Whom or what a consent is about.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct SubjectArgs {
    /// A client: holds for all their sessions.
    #[arg(long, value_name = "ID")]
    client: Option<ClientId>,
    /// One session.
    #[arg(long, value_name = "ID")]
    session: Option<SessionId>,
}

impl SubjectArgs {
    fn subject(self) -> Result<ConsentSubject, Failure> {
        match (self.client, self.session) {
            (Some(client), None) => Ok(ConsentSubject::Client(client)),
            (None, Some(session)) => Ok(ConsentSubject::Session(session)),
            _ => Err(Failure::usage("Say either --client or --session.")),
        }
    }
}

pub(crate) async fn run(core: &Core, command: ConsentCommand) -> Result<Exit, Failure> {
    let consent = match command {
        ConsentCommand::Give { subject, scope, method, given_by, version } => {
            let version = match version {
                Some(version) => version,
                None => version_in_force(core, scope).await?,
            };
            let subject = subject.subject()?;
            core.run(GiveConsent { subject, scope, version, method, given_by }).await?
        }
        ConsentCommand::Withdraw { consent, note } => {
            core.run(WithdrawConsent { consent_id: consent, note }).await?
        }
    };
    core.output.show(&consent, text::consent)
}

pub(crate) async fn list(core: &Core, subject: SubjectArgs) -> Result<Exit, Failure> {
    let consents = core.run(ListConsents { subject: subject.subject()? }).await?;
    core.output.show(&consents, |consents| {
        consents
            .iter()
            .map(text::consent)
            .reduce(|all, one| all + "\n" + &one)
            .unwrap_or_else(|| "None.".to_owned())
    })
}

/// The version of the consent text that holds today.
pub(crate) async fn version_in_force(core: &Core, scope: ConsentScope) -> Result<u32, Failure> {
    let texts = core.run(ListConsentTexts {}).await?;
    let versions = texts.iter().filter(|text| text.scope == scope).map(|text| text.version);
    versions
        .max()
        .ok_or_else(|| invalid("scope", "There is no consent text for this yet. Nothing was recorded."))
}

//! `attunectl audit`: the hash-chained log.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Subcommand;
use contract::audit::{
    AuditCheckpoint, AuditList, AuditVerdict, ExportAuditCheckpoint, ListAuditEntries, VerifyAudit,
};
use uuid::Uuid;

use crate::client::PageArgs;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::note::read_text;

#[derive(Subcommand)]
pub(crate) enum AuditCommand {
    /// List entries, newest first.
    List {
        /// Only entries about this record.
        #[arg(long, value_name = "ID")]
        subject: Option<Uuid>,
        #[command(flatten)]
        page: PageArgs,
    },
    /// Check the whole chain: finds edits, removals and reordering.
    Verify {
        /// An earlier checkpoint that the chain must still contain (`-` for standard input).
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
    },
    /// Print a checkpoint to keep elsewhere, as JSON.
    Checkpoint,
}

pub(crate) async fn run(context: &Context, command: AuditCommand) -> Result<Exit, Failure> {
    context
        .with_vault(async |core| match command {
            AuditCommand::List { subject, page } => {
                let list = core.run(ListAuditEntries { subject, page: page.into() }).await?;
                context.output.show(&list, table)
            }
            AuditCommand::Verify { checkpoint } => {
                let checkpoint = checkpoint.map(|path| read_checkpoint(&read_text(&path)?)).transpose()?;
                let verdict = core.run(VerifyAudit { checkpoint }).await?;
                context.output.show(&verdict, describe)?;
                Ok(match verdict {
                    AuditVerdict::Intact { .. } => Exit::Ok,
                    AuditVerdict::Broken { .. } => Exit::Damaged,
                })
            }
            AuditCommand::Checkpoint => {
                let checkpoint = core.run(ExportAuditCheckpoint {}).await?;
                context.output.show(&checkpoint, |checkpoint| {
                    serde_json::to_string_pretty(checkpoint).unwrap_or_default()
                })
            }
        })
        .await
}

fn read_checkpoint(text: &str) -> Result<AuditCheckpoint, Failure> {
    serde_json::from_str(text).map_err(|_| {
        Failure::unreadable("This is no checkpoint of `attunectl audit checkpoint`. Nothing was checked.")
    })
}

pub(crate) fn describe(verdict: &AuditVerdict) -> String {
    match verdict {
        AuditVerdict::Intact { entries } => format!("The audit log is whole: {entries} entries."),
        AuditVerdict::Broken { sequence, message } => {
            format!("The audit log does not hold together from entry {sequence} on: {message}")
        }
    }
}

fn table(list: &AuditList) -> String {
    let mut text = String::new();
    for entry in &list.entries {
        let subject = entry.subject.map(|id| id.to_string()).unwrap_or_default();
        let _ = writeln!(
            text,
            "{:>6}  {}  {:<10} {:<9} {:<28} {:<18} {subject}",
            entry.sequence,
            entry.at.format("%Y-%m-%d %H:%M:%S"),
            entry.front,
            entry.kind,
            entry.action,
            entry.outcome,
        );
    }
    let _ = write!(text, "{} of {} entries", list.entries.len(), list.total);
    text
}

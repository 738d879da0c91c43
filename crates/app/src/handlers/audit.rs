use contract::ApiError;
use contract::audit::{
    AuditCheckpoint, AuditEntryView, AuditList, AuditVerdict, ExportAuditCheckpoint, ListAuditEntries,
    VerifyAudit,
};
use store::audit::{AuditRow, Break, Point, Verdict};

use super::bounded;
use crate::convert::instant;
use crate::errors::from_store;
use crate::{App, Cx, Handle};

fn view(row: AuditRow) -> AuditEntryView {
    AuditEntryView {
        sequence: row.sequence.unsigned_abs(),
        at: instant(row.at),
        actor: row.actor,
        front: row.front,
        action: row.action,
        kind: row.kind,
        outcome: row.outcome,
        subject: row.subject,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

impl Handle<ListAuditEntries> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListAuditEntries>,
        command: ListAuditEntries,
    ) -> Result<AuditList, ApiError> {
        let page = bounded(command.page);
        let tx = cx.tx()?;
        let total = store::audit::count(tx, command.subject).await.map_err(from_store)?;
        let rows =
            store::audit::list(tx, command.subject, page.offset, page.limit).await.map_err(from_store)?;
        Ok(AuditList { total, entries: rows.into_iter().map(view).collect() })
    }
}

impl Handle<VerifyAudit> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, VerifyAudit>,
        command: VerifyAudit,
    ) -> Result<AuditVerdict, ApiError> {
        let open = cx.open()?;
        let checkpoint = command.checkpoint.map(|point| -> Result<Point, ApiError> {
            if point.vault_id != open.id() {
                return Err(ApiError::invalid("checkpoint", "This checkpoint is of another vault."));
            }
            let chain = unhex(&point.chain).ok_or_else(|| {
                ApiError::invalid("checkpoint", "This checkpoint’s chain value is not readable.")
            })?;
            let sequence = i64::try_from(point.sequence)
                .map_err(|_| ApiError::invalid("checkpoint", "This checkpoint’s number is out of range."))?;
            Ok(Point { sequence, chain })
        });
        let checkpoint = checkpoint.transpose()?;
        let verdict = store::audit::verify(cx.tx()?, open.audit_key(), checkpoint.as_ref()).await;
        Ok(match verdict.map_err(from_store)? {
            Verdict::Intact { entries } => AuditVerdict::Intact { entries },
            Verdict::Broken { sequence, reason } => {
                let message = match reason {
                    Break::Missing => "An entry is missing here, or entries were put in another order.",
                    Break::Changed => "This entry is not what was written.",
                    Break::Shortened => "Entries at the end were removed, or the log’s end was changed.",
                    Break::Checkpoint => {
                        "The log does not contain the checkpoint: it was replaced by another one."
                    }
                };
                AuditVerdict::Broken { sequence: sequence.unsigned_abs(), message: message.to_owned() }
            }
        })
    }
}

impl Handle<ExportAuditCheckpoint> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ExportAuditCheckpoint>,
        _: ExportAuditCheckpoint,
    ) -> Result<AuditCheckpoint, ApiError> {
        let vault_id = cx.open()?.id();
        let now = cx.now;
        let point = store::audit::checkpoint(cx.tx()?).await.map_err(from_store)?;
        let sequence = point.sequence.unsigned_abs();
        Ok(AuditCheckpoint { vault_id, sequence, chain: hex(&point.chain), at: instant(now) })
    }
}

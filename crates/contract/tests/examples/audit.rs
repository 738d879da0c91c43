use contract::Page;
use contract::audit::*;

use super::{Group, at, id, text};

pub(super) fn group() -> Group {
    let entry = AuditEntryView {
        sequence: 42,
        at: at(3),
        actor: text("Robin Field"),
        front: text("window"),
        action: text("clients.get"),
        kind: text("read"),
        outcome: text("ok"),
        subject: Some(id(10)),
    };
    let by_itself = AuditEntryView {
        sequence: 43,
        front: text("core"),
        action: text("vault.auto_lock"),
        kind: text("security"),
        subject: None,
        ..entry.clone()
    };
    let checkpoint =
        AuditCheckpoint { vault_id: id(1), sequence: 42, chain: "0123456789abcdef".repeat(4), at: at(4) };
    Group::default()
        .command(
            vec![
                ListAuditEntries::default(),
                ListAuditEntries { subject: Some(id(10)), page: Page { offset: 0, limit: 100 } },
            ],
            vec![AuditList { total: 43, entries: vec![by_itself, entry] }],
        )
        .command(
            vec![VerifyAudit::default(), VerifyAudit { checkpoint: Some(checkpoint.clone()) }],
            vec![
                AuditVerdict::Intact { entries: 43 },
                AuditVerdict::Broken { sequence: 7, message: text("Entry 7 was changed.") },
            ],
        )
        .command(vec![ExportAuditCheckpoint {}], vec![checkpoint])
}

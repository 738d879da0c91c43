//! The audit log: hash-chained, append-only, without clinical text.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::command::{STAFF, command};
use crate::{Audit, Page};

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntryView {
    /// Counted from 1, without gaps.
    pub sequence: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// The front it came through.
    pub front: String,
    /// The command's wire name, or what the core did by itself ("vault.auto_lock").
    pub action: String,
    /// "read", "change", "export" or "security".
    pub kind: String,
    /// "ok", or the code of the refusal.
    pub outcome: String,
    /// What it was about.
    pub subject: Option<Uuid>,
}

/// Lists entries, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAuditEntries {
    /// Only entries about this record.
    pub subject: Option<Uuid>,
    /// Which slice.
    pub page: Page,
}
command!(ListAuditEntries, "audit.list", STAFF, Audit::Read, AuditList);

/// A slice of the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditList {
    /// How many entries there are in all.
    pub total: u64,
    /// The slice.
    pub entries: Vec<AuditEntryView>,
}

/// Checks the whole chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VerifyAudit {
    /// An earlier checkpoint that the chain must still contain.
    pub checkpoint: Option<AuditCheckpoint>,
}
command!(VerifyAudit, "audit.verify", STAFF, Audit::None, AuditVerdict);

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum AuditVerdict {
    /// Whole.
    Intact {
        /// Entries checked.
        entries: u64,
    },
    /// Edited, removed or reordered.
    Broken {
        /// The first entry that does not fit.
        sequence: u64,
        /// What is wrong with it.
        message: String,
    },
}

/// A point of the chain to compare with later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditCheckpoint {
    /// The vault it is of.
    pub vault_id: Uuid,
    /// The newest entry then.
    pub sequence: u64,
    /// Its chain value, hexadecimal.
    pub chain: String,
    /// When it was taken.
    pub at: DateTime<Utc>,
}

/// Gives a checkpoint to keep elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportAuditCheckpoint {}
command!(ExportAuditCheckpoint, "audit.checkpoint", STAFF, Audit::Export, AuditCheckpoint);

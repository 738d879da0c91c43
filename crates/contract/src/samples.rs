//! Sample data to look around with.

use serde::{Deserialize, Serialize};

use crate::command::{CLINICIAN, command};
use crate::{Audit, ClientId};

/// Adds invented clients with sessions, marked as samples.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddSampleData {}
command!(AddSampleData, "samples.add", CLINICIAN, Audit::Change, SampleData);

/// What was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleData {
    /// The clients.
    pub clients: Vec<ClientId>,
}

//! Clients: the people in care.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CLINICIAN, command};
use crate::{Audit, ClientId, Page};

/// Whether a client is being seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientStatus {
    /// On the caseload.
    #[default]
    Active,
    /// Not at present.
    Paused,
    /// Care has ended; the record stays.
    Discharged,
}

/// What a person can fill in about a client. Empty means not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClientDetails {
    /// Given name; the one field that must be filled.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// What they want to be called, if not the given name.
    pub preferred_name: String,
    /// Pronouns, in their words.
    pub pronouns: String,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Where they live, as far as care needs it (town, state, country).
    pub location: String,
    /// Languages they speak well.
    pub languages: Vec<String>,
    /// Conditions known so far, in the clinician's words.
    pub conditions: Vec<String>,
    /// Whom to call in an emergency.
    pub emergency_contact: EmergencyContact,
    /// Who pays.
    pub insurance: Insurance,
    /// On the caseload or not.
    pub status: ClientStatus,
}

/// Whom to call in an emergency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EmergencyContact {
    /// Name.
    pub name: String,
    /// What they are to the client.
    pub relationship: String,
    /// Telephone.
    pub phone: String,
}

/// Who pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Insurance {
    /// The payer.
    pub payer: String,
    /// The plan.
    pub plan: String,
    /// The client's number there.
    pub member_id: String,
}

/// A client with everything known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientView {
    /// Id.
    pub id: ClientId,
    /// Grows by one at each change.
    pub revision: u32,
    /// The name to show.
    pub display_name: String,
    /// All fields.
    pub details: ClientDetails,
    /// Sessions there are, of any status.
    pub session_count: u32,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A row of the clients list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientSummary {
    /// Id.
    pub id: ClientId,
    /// The name to show.
    pub display_name: String,
    /// Pronouns.
    pub pronouns: String,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// On the caseload or not.
    pub status: ClientStatus,
    /// Sessions there are.
    pub session_count: u32,
    /// The last session that took place.
    pub last_session_at: Option<DateTime<Utc>>,
    /// The next one planned.
    pub next_session_at: Option<DateTime<Utc>>,
    /// Notes drafted and not signed.
    pub notes_to_sign: u32,
}

/// Lists clients by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListClients {
    /// Part of a name; empty for all.
    pub query: String,
    /// Only this status.
    pub status: Option<ClientStatus>,
    /// Which slice.
    pub page: Page,
}
command!(ListClients, "clients.list", CLINICIAN, Audit::Read, ClientList);

/// A slice of the clients list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientList {
    /// How many there are in all.
    pub total: u32,
    /// The slice.
    pub clients: Vec<ClientSummary>,
}

/// Opens one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetClient {
    /// Which.
    pub client_id: ClientId,
}
command!(GetClient, "clients.get", CLINICIAN, Audit::Read, ClientView);

/// Makes a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateClient {
    /// What is known.
    pub details: ClientDetails,
}
command!(CreateClient, "clients.create", CLINICIAN, Audit::Change, ClientView);

/// Replaces a client's details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateClient {
    /// Which.
    pub client_id: ClientId,
    /// The revision the change started from; a newer one on record is a conflict.
    pub revision: u32,
    /// All fields.
    pub details: ClientDetails,
}
command!(UpdateClient, "clients.update", CLINICIAN, Audit::Change, ClientView);

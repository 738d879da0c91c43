//! The risk protocol: helplines, alerts, safety plans. It works offline and only ever escalates.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CARE, CLINICIAN, command};
use crate::{Access, AlertId, Audit, ClientId, ScreeningId};

/// How grave a risk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    /// No sign of risk.
    None,
    /// Distress, or something long past.
    Mild,
    /// Needs a question soon.
    Moderate,
    /// Needs a safety assessment today.
    High,
    /// Immediate danger.
    Critical,
}

/// Helplines of one country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helplines {
    /// ISO 3166 code the list is for; `ZZ` for the list that holds anywhere.
    pub country: String,
    /// The country's name.
    pub name: String,
    /// The emergency number; none on the list that holds anywhere.
    pub emergency: Option<String>,
    /// Lines, those for everyone first.
    pub lines: Vec<Helpline>,
    /// The day the list was last checked.
    pub as_of: NaiveDate,
    /// All countries there are lists for: code and name.
    pub countries: Vec<(String, String)>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helpline {
    /// Its name.
    pub name: String,
    /// For whom, in words.
    pub audience: String,
    /// Number to call.
    pub phone: Option<String>,
    /// Further numbers to call.
    pub also: Vec<String>,
    /// Number to text, with the word to send if one is needed.
    pub text: Option<String>,
    /// Address of its page.
    pub web: Option<String>,
    /// When it answers; empty if that is not known.
    pub hours: String,
    /// What a caller has to know, "press 1 after the greeting"; empty if nothing.
    pub note: String,
}

/// Shows the helplines of a country, also while the vault is locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetHelplines {
    /// ISO 3166 code; unknown ones give the list that holds anywhere.
    pub country: String,
}
command!(GetHelplines, "risk.helplines", Access::Anyone, Audit::None, Helplines);

/// Something a clinician has to look at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertView {
    /// Id.
    pub id: AlertId,
    /// Whose.
    pub client_id: ClientId,
    /// Their name.
    pub client_name: String,
    /// The screening it was raised by.
    pub screening_id: Option<ScreeningId>,
    /// How grave.
    pub level: RiskLevel,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// What was done about it.
    pub acknowledged: Option<Acknowledgement>,
}

/// What was done about an alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// What.
    pub action: String,
}

/// Lists alerts: unacknowledged first, gravest first, then newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAlerts {
    /// Only this client's.
    pub client_id: Option<ClientId>,
    /// Also those that were acknowledged.
    pub with_acknowledged: bool,
}
command!(ListAlerts, "risk.alerts", CLINICIAN, Audit::Read, Vec<AlertView>);

/// Acknowledges an alert with what was done. This cannot be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcknowledgeAlert {
    /// Which.
    pub alert_id: AlertId,
    /// What was done; must not be empty.
    pub action: String,
}
command!(AcknowledgeAlert, "risk.acknowledge", CLINICIAN, Audit::Change, AlertView);

/// A safety plan in the client's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SafetyPlan {
    /// How they notice that it is getting worse.
    pub warning_signs: Vec<String>,
    /// What they can do by themselves.
    pub coping: Vec<String>,
    /// People and places that take their mind off it.
    pub distractions: Vec<String>,
    /// Whom they can ask for help, with numbers.
    pub people: Vec<String>,
    /// Professionals and services, with numbers.
    pub professionals: Vec<String>,
    /// How the place is made safe.
    pub making_safe: Vec<String>,
    /// What they live for.
    pub reasons: Vec<String>,
}

/// A safety plan as kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyPlanView {
    /// Whose.
    pub client_id: ClientId,
    /// Counted from 1; 0 while there is none.
    pub version: u32,
    /// The plan.
    pub plan: SafetyPlan,
    /// Who wrote this version; empty while there is none.
    pub author: String,
    /// When this version was written.
    pub updated_at: Option<DateTime<Utc>>,
}

/// Opens a client's safety plan; while the device is handed over, only that client's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSafetyPlan {
    /// Whose.
    pub client_id: ClientId,
}
command!(GetSafetyPlan, "safety_plans.get", Access::Respondent, Audit::Read, SafetyPlanView);

/// Keeps a new version of a safety plan; earlier ones stay on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveSafetyPlan {
    /// Whose.
    pub client_id: ClientId,
    /// The version the change started from; a newer one on record is a conflict.
    pub version: u32,
    /// The plan.
    pub plan: SafetyPlan,
}
command!(SaveSafetyPlan, "safety_plans.save", CARE, Audit::Change, SafetyPlanView);

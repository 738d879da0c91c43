//! Screenings: a person fills in a set of instruments; answers are kept one by one.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::clients::ClientView;
use crate::command::{CARE, CLINICIAN, command};
use crate::instruments::OptionView;
use crate::risk::RiskLevel;
use crate::vault::Role;
use crate::{Access, Audit, ClientId, Done, ScreeningId, ScreeningPlanId, SessionId};

/// How far a screening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScreeningStatus {
    /// Being filled in; can be gone on with.
    Open,
    /// Finished and scored; its answers never change.
    Completed,
    /// Put aside before it was finished; what was answered stays on record.
    Discarded,
}

/// A screening as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreeningView {
    /// Id.
    pub id: ScreeningId,
    /// Whose.
    pub client_id: ClientId,
    /// Their name.
    pub client_name: String,
    /// The set's name as it was at the start.
    pub name: String,
    /// Titles of its instruments.
    pub instruments: Vec<String>,
    /// How far it is.
    pub status: ScreeningStatus,
    /// Questions answered or declined.
    pub answered: u32,
    /// Questions shown so far that are meant to be answered; grows when an answer opens further ones.
    pub asked: u32,
    /// When it was begun.
    pub started_at: DateTime<Utc>,
    /// When an answer was last given.
    pub updated_at: DateTime<Utc>,
    /// When it was finished.
    pub completed_at: Option<DateTime<Utc>>,
}

/// What is on the screen while a person fills in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormView {
    /// The screening.
    pub screening: ScreeningView,
    /// Its instruments in order, each with the questions that apply now.
    pub instruments: Vec<FormInstrument>,
    /// What the person added in their own words.
    pub comment: String,
    /// That an answer or the words started the risk protocol: the supportive screen is shown at once.
    pub supportive: bool,
}

/// One instrument of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormInstrument {
    /// `phq9`.
    pub id: String,
    /// Full name.
    pub title: String,
    /// "last 2 weeks".
    pub recall_period: String,
    /// As published; may be empty.
    pub instructions: String,
    /// The credit that has to be shown.
    pub attribution: String,
    /// Language of the wording, `en`.
    pub language: String,
    /// The questions that apply now.
    pub items: Vec<FormItem>,
}

/// One question of a form with its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormItem {
    /// `q1`.
    pub id: String,
    /// Text printed above a group; empty if none.
    pub stem: String,
    /// The question.
    pub text: String,
    /// Answers in published order.
    pub options: Vec<OptionView>,
    /// The answer marked.
    pub answer: Option<f64>,
    /// That the person would rather not answer.
    pub declined: bool,
    /// That it may stay empty and the result is still complete.
    pub optional: bool,
}

/// Whose own screening record this vault is: for vaults of clients. Made when it is first asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetOwnRecord {}
command!(GetOwnRecord, "clients.own", Access::Roles(&[Role::Client]), Audit::Read, ClientView);

/// Begins a screening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartScreening {
    /// Whose.
    pub client_id: ClientId,
    /// Key of the set; or `instruments` instead.
    #[serde(default)]
    pub battery: Option<String>,
    /// Ids of single instruments, where no set is named.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// The session it is filled in for.
    #[serde(default)]
    pub session_id: Option<SessionId>,
    /// The plan it answers; its next due date moves on when the screening is finished.
    #[serde(default)]
    pub plan_id: Option<ScreeningPlanId>,
}
command!(StartScreening, "screenings.start", CARE, Audit::Change, FormView);

/// Opens the form where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetForm {
    /// Which.
    pub screening_id: ScreeningId,
}
command!(GetForm, "screenings.form", Access::Respondent, Audit::Read, FormView);

/// Keeps one answer, or that the person would rather not answer, or takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerItem {
    /// Which screening.
    pub screening_id: ScreeningId,
    /// Which instrument.
    pub instrument: String,
    /// Which question.
    pub item: String,
    /// The answer.
    pub answer: Answer,
}
command!(AnswerItem, "screenings.answer", Access::Respondent, Audit::Change, FormView);

/// What a person does with a question.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// Marks an answer: the value of one of its options.
    Value {
        /// The value.
        value: f64,
    },
    /// Would rather not answer.
    Declined,
    /// Takes the answer back.
    Cleared,
}

/// Keeps what the person adds in their own words. It is read for signs of danger at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveComment {
    /// Which screening.
    pub screening_id: ScreeningId,
    /// The words; empty to take them back.
    pub text: String,
}
command!(SaveComment, "screenings.comment", Access::Respondent, Audit::Change, FormView);

/// Ends a screening and scores it. What was not answered is reported as missing, never made up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishScreening {
    /// Which.
    pub screening_id: ScreeningId,
}
command!(FinishScreening, "screenings.finish", Access::Respondent, Audit::Change, FormView);

/// Puts an open screening aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscardScreening {
    /// Which.
    pub screening_id: ScreeningId,
}
command!(DiscardScreening, "screenings.discard", CARE, Audit::Change, ScreeningView);

/// Lists a client's screenings, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListScreenings {
    /// Whose.
    pub client_id: ClientId,
}
command!(ListScreenings, "screenings.list", CARE, Audit::Read, Vec<ScreeningView>);

/// A set to be filled in again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanView {
    /// Id.
    pub id: ScreeningPlanId,
    /// Whose.
    pub client_id: ClientId,
    /// Their name.
    pub client_name: String,
    /// Key of the set.
    pub battery: String,
    /// The set's name.
    pub name: String,
    /// Days from one to the next; none if it is filled in once.
    pub every_days: Option<u32>,
    /// The day it is due next.
    pub due_on: NaiveDate,
    /// Days it is late at present; 0 on the day itself, negative before.
    pub days_late: i32,
    /// A screening begun for it and not finished.
    pub open_screening: Option<ScreeningId>,
}

/// Lists a client's plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPlans {
    /// Whose.
    pub client_id: ClientId,
}
command!(ListPlans, "screening_plans.list", CARE, Audit::Read, Vec<PlanView>);

/// Lists what is due for anyone, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDue {}
command!(ListDue, "screening_plans.due", CARE, Audit::Read, Vec<PlanView>);

/// Makes or changes a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavePlan {
    /// Which; none to make one.
    #[serde(default)]
    pub plan_id: Option<ScreeningPlanId>,
    /// Whose.
    pub client_id: ClientId,
    /// Key of the set.
    pub battery: String,
    /// Days from one to the next, 1 to 366; none for once.
    #[serde(default)]
    pub every_days: Option<u32>,
    /// The day it is due next.
    pub due_on: NaiveDate,
}
command!(SavePlan, "screening_plans.save", CARE, Audit::Change, PlanView);

/// Ends a plan. What was filled in stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndPlan {
    /// Which.
    pub plan_id: ScreeningPlanId,
}
command!(EndPlan, "screening_plans.end", CARE, Audit::Change, Done);

/// Hands the device to the client: until the passphrase is given, nothing but this screening, the client's own safety
/// plan and the helplines can be reached, through any front, also after a restart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeginHandOver {
    /// The open screening to fill in.
    pub screening_id: ScreeningId,
}
command!(BeginHandOver, "hand_over.begin", CLINICIAN, Audit::Security, Done);

/// Takes the device back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndHandOver {
    /// The clinician's passphrase; wrong ones are counted and delayed like at the locked door.
    pub passphrase: String,
}
command!(EndHandOver, "hand_over.end", Access::Respondent, Audit::Security, Done);

/// Reads words for signs of danger without keeping them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRisk {
    /// How grave.
    pub level: RiskLevel,
    /// Why, with the words seen.
    pub reasons: Vec<String>,
}

//! Instruments: what can be filled in, and which of it a practice has brought in itself.

use serde::{Deserialize, Serialize};

use crate::command::{CARE, STAFF, command};
use crate::recordings::FileSource;
use crate::{Access, Audit, BatteryId, Done};

/// Where an instrument comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentOrigin {
    /// Part of the program.
    Bundled,
    /// A pack the practice added, under a condition it accepted.
    Pack,
    /// A licensed instrument the practice imported as a FHIR Questionnaire into a slot.
    Licensed,
}

/// An instrument as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentSummary {
    /// Its id, `phq9`.
    pub id: String,
    /// Full name.
    pub title: String,
    /// Edition and coding.
    pub version: String,
    /// Ids of the dimensions it feeds.
    pub dimensions: Vec<String>,
    /// Where it comes from.
    pub origin: InstrumentOrigin,
    /// The slot it fills, for licensed ones.
    pub slot: Option<String>,
    /// The licence's class, `public-domain`.
    pub licence: String,
    /// The condition or credit that has to be shown.
    pub attribution: String,
    /// What the practice said about its licence, for those it added.
    pub statement: String,
    /// Whether it can be used now.
    pub enabled: bool,
    /// Number of its questions.
    pub items: u32,
}

/// A slot for a licensed instrument, of which none is shipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotView {
    /// `sleep`.
    pub id: String,
    /// "Sleep".
    pub title: String,
    /// Instruments a practice may hold, in words.
    pub candidates: String,
    /// Why none is shipped.
    pub reason: String,
}

/// What there is to fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentCatalogue {
    /// Instruments, bundled ones first.
    pub instruments: Vec<InstrumentSummary>,
    /// Slots.
    pub slots: Vec<SlotView>,
}

/// Lists instruments and slots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListInstruments {}
command!(ListInstruments, "instruments.list", Access::Owner, Audit::None, InstrumentCatalogue);

/// An instrument with its questions, to be looked at before it is used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstrumentView {
    /// The row.
    pub summary: InstrumentSummary,
    /// "last 2 weeks".
    pub recall_period: String,
    /// As published; may be empty.
    pub instructions: String,
    /// The rule of scoring, in words.
    pub algorithm: String,
    /// Bands of the score.
    pub bands: Vec<BandView>,
    /// Questions in order.
    pub items: Vec<ItemView>,
    /// Where wording, rule and bands come from.
    pub sources: Vec<String>,
    /// Traps and what is not confirmed.
    pub notes: Vec<String>,
}

/// A band of a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BandView {
    /// Lowest score in it.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// "Moderate".
    pub label: String,
    /// How grave.
    pub severity: Severity,
}

/// How grave a score is, in the instrument's own bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the words are the instruments' own
pub enum Severity {
    None,
    Negative,
    Mild,
    Moderate,
    ModeratelySevere,
    Severe,
    Positive,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemView {
    /// `q1`.
    pub id: String,
    /// Text printed above a group; empty if none.
    pub stem: String,
    /// The question.
    pub text: String,
    /// Answers in published order.
    pub options: Vec<OptionView>,
}

/// One answer that can be given. Values belong to labels, not to positions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionView {
    /// What is stored.
    pub value: f64,
    /// What is read.
    pub label: String,
}

/// Opens an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetInstrument {
    /// Its id.
    pub instrument: String,
}
command!(GetInstrument, "instruments.get", Access::Owner, Audit::None, InstrumentView);

/// Adds an instrument from a file: a pack, or a FHIR R4 Questionnaire for a slot. It is off until switched on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddInstrument {
    /// The file.
    pub source: FileSource,
    /// The slot it fills; needed for a Questionnaire, refused for a pack.
    #[serde(default)]
    pub slot: Option<String>,
    /// By what right the practice uses it; needed for a Questionnaire.
    #[serde(default)]
    pub statement: String,
}
command!(AddInstrument, "instruments.add", STAFF, Audit::Change, InstrumentSummary);

/// Switches an added instrument on or off. What was filled in with it stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetInstrumentEnabled {
    /// Its id.
    pub instrument: String,
    /// On or off.
    pub enabled: bool,
    /// That its condition was read and is kept; without it nothing is switched on.
    #[serde(default)]
    pub condition_accepted: bool,
}
command!(SetInstrumentEnabled, "instruments.set_enabled", STAFF, Audit::Change, InstrumentSummary);

/// A set of instruments that are filled in together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatteryView {
    /// Id; standard ones have none of their own and are named by `key` alone.
    pub id: Option<BatteryId>,
    /// What screenings and plans refer to: `intake`, `weekly`, or the id of one's own.
    pub key: String,
    /// "Intake".
    pub name: String,
    /// When it is meant to be used, in a sentence; empty for one's own.
    pub purpose: String,
    /// Ids of its instruments in order.
    pub instruments: Vec<String>,
    /// Number of questions at most.
    pub items: u32,
}

/// Lists the sets, standard ones first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListBatteries {}
command!(ListBatteries, "batteries.list", CARE, Audit::None, Vec<BatteryView>);

/// Makes or changes a set of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveBattery {
    /// Which; none to make one.
    #[serde(default)]
    pub battery_id: Option<BatteryId>,
    /// Its name.
    pub name: String,
    /// Ids of its instruments in order; at least one, each once, all switched on.
    pub instruments: Vec<String>,
}
command!(SaveBattery, "batteries.save", CARE, Audit::Change, BatteryView);

/// Removes a set of one's own. What was filled in stays; plans that use it end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveBattery {
    /// Which.
    pub battery_id: BatteryId,
}
command!(RemoveBattery, "batteries.remove", CARE, Audit::Change, Done);

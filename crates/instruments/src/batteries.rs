//! Sets of instruments for common occasions, and the places for instruments that cannot be shipped.

/// Instruments that are given together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Battery {
    /// Stable id.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// Ids of the instruments in the order they are given.
    pub instruments: &'static [&'static str],
    /// What a result asks for next.
    pub step_ups: &'static [StepUp],
    /// Days until it is due again; `None` if it is given once.
    pub every_days: Option<u32>,
}

/// A positive result of a short instrument that asks for a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepUp {
    /// The short instrument; its severity has to be positive.
    pub after: &'static str,
    /// The longer one.
    pub give: &'static str,
    /// In words.
    pub reason: &'static str,
}

/// The standard sets.
///
/// - Intake covers depression, anxiety, panic, trauma, bodily complaints, alcohol, drugs, tobacco, global outcome and
///   suicide risk with about 65 questions, many of them behind gates. The ASQ stands last: it asks directly about suicide,
///   and a follow-up must be at hand when it is given.
/// - Weekly has the three measures for which a reliable change is published (PHQ-9, GAD-7, CORE-10). Two of them have a
///   question about suicide or self-harm.
pub const BATTERIES: &[Battery] = &[
    Battery {
        id: "intake",
        name: "Intake",
        purpose: "A first look at mood, anxiety, trauma, body, alcohol and drugs, and suicide risk, \
                  and the base for later change.",
        instruments: &["phq9", "gad7", "phq_panic", "pcptsd5", "phq15", "auditc", "taps1", "core10", "asq"],
        step_ups: &[StepUp {
            after: "pcptsd5",
            give: "pcl5",
            reason: "The short screen is positive: the PCL-5 asks about each symptom.",
        }],
        every_days: None,
    },
    Battery {
        id: "weekly",
        name: "Weekly",
        purpose: "The course between sessions, with measures for which a reliable change is published.",
        instruments: &["phq9", "gad7", "core10"],
        step_ups: &[],
        every_days: Some(7),
    },
];

/// A place for an instrument that a practice adds with a licence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Stable id.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Instruments a practice may hold.
    pub instruments: &'static [&'static str],
    /// Why none is shipped.
    pub why_none: &'static str,
}

/// The places, each empty until a practice fills it with a questionnaire and a statement of its licence.
pub const SLOTS: &[Slot] = &[
    Slot {
        id: "sleep",
        name: "Sleep",
        instruments: &["ISI", "SCI-8", "PIRS-20", "MOS Sleep"],
        why_none: "ISI is © Morin/Mapi; SCI-8 is CC BY-NC; PIRS-20 is for non-commercial use; the terms of MOS Sleep \
                   are not confirmed.",
    },
    Slot {
        id: "ocd",
        name: "Obsessive-compulsive symptoms",
        instruments: &["OCI-R"],
        why_none: "That it is free with attribution was seen only second-hand.",
    },
    Slot {
        id: "social_anxiety",
        name: "Social anxiety",
        instruments: &["Mini-SPIN", "SPIN"],
        why_none: "Available from the author on request.",
    },
    Slot {
        id: "bipolar",
        name: "Bipolar symptoms",
        instruments: &["MDQ"],
        why_none: "© Hirschfeld, not for commercial use; truncated 10-item copies circulate.",
    },
    Slot {
        id: "perceived_stress",
        name: "Perceived stress",
        instruments: &["PSS-10"],
        why_none: "Use for profit needs permission.",
    },
    Slot {
        id: "burnout",
        name: "Burnout",
        instruments: &["CBI"],
        why_none: "That it is in the public domain was seen only second-hand.",
    },
    Slot {
        id: "perinatal",
        name: "Perinatal depression",
        instruments: &["EPDS"],
        why_none: "© Royal College of Psychiatrists; written permission is needed.",
    },
];

//! The types that go in and come out of drafting.

/// Who speaks in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// The clinician who leads the session.
    Therapist,
    /// The person the session is for.
    Client,
    /// Not known, for example in a recording with one channel.
    Unknown,
}

/// One stretch of speech by one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Who speaks.
    pub speaker: Speaker,
    /// Start within the recording, in milliseconds.
    pub start_ms: u64,
    /// End within the recording, in milliseconds. May lie after the start of the next turn: people overlap.
    pub end_ms: u64,
    /// The words, with or without punctuation and capitals.
    pub text: String,
}

/// The layout of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Subjective, Objective, Assessment, Plan.
    Soap,
}

impl Format {
    /// The sections of this format, in order.
    #[must_use]
    pub fn sections(self) -> &'static [SectionName] {
        match self {
            Format::Soap => {
                &[SectionName::Subjective, SectionName::Objective, SectionName::Assessment, SectionName::Plan]
            }
        }
    }

    /// The short name used on the command line and in files: `soap`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Soap => "soap",
        }
    }
}

/// A section of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SectionName {
    /// What the client reports.
    Subjective,
    /// What was observed and done in the session.
    Objective,
    /// What the clinician made of it, as voiced in the session, and the client's progress and response.
    Assessment,
    /// What happens next.
    Plan,
}

impl SectionName {
    /// The heading, in English.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            SectionName::Subjective => "Subjective",
            SectionName::Objective => "Objective",
            SectionName::Assessment => "Assessment",
            SectionName::Plan => "Plan",
        }
    }
}

/// What a fact is about. The order is the order within a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Topic {
    /// Why the person is here.
    Concern,
    /// Bodily symptoms and their course.
    Physical,
    /// Mood and feelings.
    Mood,
    /// Anxiety, panic, worry.
    Anxiety,
    /// Thoughts, beliefs, concentration, memory.
    Thoughts,
    /// Sleep and nightmares.
    Sleep,
    /// Appetite, eating and weight.
    Appetite,
    /// Energy and daily functioning.
    Energy,
    /// Trauma and its after-effects.
    Trauma,
    /// Relationships, work, school, money, housing.
    Social,
    /// Alcohol, tobacco, caffeine, other drugs.
    Substances,
    /// Medicines taken: dose, adherence, effects.
    Medication,
    /// Allergies.
    Allergies,
    /// Earlier illnesses, operations and treatment.
    MedicalHistory,
    /// Illnesses of relatives.
    FamilyHistory,
    /// Strengths, goals, motivation, coping.
    Strengths,
    /// Homework or exercises tried since the last session.
    HomeworkDone,
    /// Suicide, self-harm, harm to or from others, safety.
    Risk,
    /// Appearance, behaviour, speech, affect as remarked upon in the session.
    MentalStatus,
    /// Measurements and examination named in the session.
    Examination,
    /// What the clinician did.
    Interventions,
    /// What the clinician said they think it is.
    Impression,
    /// Change since an earlier time.
    Progress,
    /// How the client took an intervention or a proposal.
    Response,
    /// Homework given.
    Homework,
    /// Medicines started, changed or advised.
    MedicationPlan,
    /// Tests arranged or proposed.
    Tests,
    /// Referrals and certificates.
    Referrals,
    /// Other advice.
    Advice,
    /// When to seek help sooner.
    SafetyNet,
    /// The next meeting.
    FollowUp,
}

impl Topic {
    /// The section of `format` that this topic belongs to.
    #[must_use]
    pub fn section(self, format: Format) -> SectionName {
        match format {
            Format::Soap => match self {
                Topic::MentalStatus | Topic::Examination | Topic::Interventions => SectionName::Objective,
                Topic::Impression | Topic::Progress | Topic::Response => SectionName::Assessment,
                t if t >= Topic::Homework => SectionName::Plan,
                _ => SectionName::Subjective,
            },
        }
    }
}

/// How a statement stands to what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Said by the client, put into the third person.
    Reported,
    /// Denied by the client.
    Denied,
    /// The client's own words, in quotation marks.
    Quoted,
    /// Remarked upon in the session by the clinician.
    Observed,
    /// Done or said by the clinician.
    Clinician,
    /// Proposed or agreed for the time after the session.
    Planned,
    /// Said in the session, by whom is not certain.
    Discussed,
    /// Not assessed or not discussed; the only kind without evidence.
    NotAssessed,
}

/// One thing that was said, worded for a note but not yet merged with others or chosen for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// How it stands to what was said.
    pub kind: Kind,
    /// The wording without capital and full stop; with `item` set, only the thing itself, such as "fever".
    pub text: String,
    /// The text is one thing of a list of things denied.
    pub item: bool,
    /// Indexes of the turns it stands on, ascending, without repeats.
    pub evidence: Vec<usize>,
    /// How much it matters for a note; larger is more.
    pub salience: f32,
    /// Its place in the session: the number of the spoken sentence.
    pub order: usize,
}

/// All facts of a transcript, before any choice of what a note has room for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// The facts, in the order in which they were said.
    pub items: Vec<Fact>,
}

/// A note as drafted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The layout.
    pub format: Format,
    /// The sections, in the order of the format; all are present.
    pub sections: Vec<Section>,
}

/// A section of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which section.
    pub name: SectionName,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// One sentence of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The wording.
    pub text: String,
    /// Indexes of the turns it stands on, ascending, without repeats. Empty only for [`Kind::NotAssessed`].
    pub evidence: Vec<usize>,
    /// How it stands to what was said.
    pub kind: Kind,
    /// What it is about.
    pub topic: Topic,
}

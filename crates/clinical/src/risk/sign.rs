//! What a pattern can mark: a sign of risk, a frame around it, a time, a question, an answer.

use super::cue::Cue as AnyCue;
use super::{Kind, Level};

/// A sign of risk. Its level is what it means said of oneself, now, by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Sign {
    /// Wish to be dead (C-SSRS ideation 1).
    Wish,
    /// Nothing left to live for (IS PATH WARM: purposelessness).
    NoReason,
    /// Perceived burdensomeness (Joiner's interpersonal theory).
    Burden,
    /// Death or going away hinted at.
    Hint,
    /// Thoughts of killing oneself, no more said (C-SSRS ideation 2).
    Thought,
    /// Wanting to kill oneself.
    Desire,
    /// Not being able to promise safety.
    Unsafe,
    /// Thoughts with a method (C-SSRS ideation 3).
    Method,
    /// Saying that one will (C-SSRS ideation 4).
    Intent,
    /// A plan, a day, a place (C-SSRS ideation 5).
    Plan,
    /// The means within reach, with the thought of using them.
    MeansReady,
    /// The means within reach, by themselves.
    Means,
    /// Letters, a will, collecting means (C-SSRS preparatory acts).
    Prepare,
    /// Belongings or pets given away.
    GiveAway,
    /// Saying goodbye.
    Farewell,
    /// An attempt under way or just made.
    Act,
    /// An earlier attempt, aborted or interrupted ones included (C-SSRS behaviour).
    Attempt,
    /// An attempt within the last weeks.
    AttemptLately,
    /// Asking what kills.
    Lethal,
    /// Asking for heights, trains, crossings: a sign beside despair only.
    Probe,
    /// Speaking of "it" where the talk has been of dying or killing.
    DoIt,
    /// Sudden calm.
    Calm,
    /// No hope.
    Hopeless,
    /// No worth.
    Worthless,
    /// No way out, pain that cannot be borne.
    Trapped,
    /// Nobody there.
    Alone,
    /// Strain and sadness as life brings them.
    Strain,
    /// Strong distress.
    Distress,
    /// A loss that weighs beside other signs.
    Loss,
    /// Hurting oneself now or lately.
    Injury,
    /// The urge to.
    InjuryUrge,
    /// Having hurt oneself.
    InjuryPast,
    /// Refusing or stopping what keeps one alive.
    RefuseVital,
    /// Refusing or stopping other treatment.
    Refuse,
    /// Eating nothing, or vomiting, to the point of danger.
    Starve,
    /// Eating too little.
    Restrict,
    /// Neglecting oneself to the point of danger.
    NeglectGrave,
    /// Neglecting oneself.
    Neglect,
    /// Thoughts of hurting others.
    HarmThought,
    /// Wanting to hurt others, threats.
    Threat,
    /// Saying that one will, at once or with a plan.
    ThreatNow,
    /// An attack on many.
    Mass,
    /// Revenge, admiration for attackers.
    Grievance,
    /// A weapon carried or got.
    Weapon,
    /// Voices that command harm.
    Voices,
    /// Having hurt somebody.
    Violence,
    /// Fear of hurting a child.
    ChildFear,
    /// A child hurt by the speaker.
    ChildHarm,
    /// A child hurt, neglected or afraid, by others.
    ChildThird,
    /// Violence or sexual abuse by others.
    Abuse,
    /// The same, with danger at this moment.
    AbuseNow,
    /// Controlled, locked in, cut off.
    Control,
    /// Watched, belittled, afraid of somebody.
    Afraid,
    /// Threatened by somebody.
    Threatened,
    /// Followed, watched.
    Stalked,
    /// Made to work, to have sex, to pay; blackmailed with pictures.
    Exploited,
    /// Assaulted.
    Assault,
    /// Bullied.
    Bullied,
    /// Somebody else speaks of suicide or hurts themselves.
    Third,
    /// Somebody else is about to die.
    ThirdNow,
    /// The conversation reads as those do that speak of risk.
    Words,
}

impl Sign {
    pub(crate) const ALL: usize = Self::Words as usize + 1;

    /// The level by itself, of oneself, now.
    pub(crate) fn level(self) -> Level {
        use Sign::*;
        match self {
            Means | Probe | DoIt | Calm | Loss | Weapon | GiveAway | Strain | Distress | Alone | Trapped => {
                Level::None
            }
            Hopeless | Worthless | Grievance | Third => Level::Mild,
            Wish | NoReason | Burden | Hint | Thought | Farewell | Attempt | InjuryUrge | InjuryPast
            | Refuse | Restrict | Neglect | HarmThought | Afraid | Bullied => Level::Moderate,
            Desire | Unsafe | Method | AttemptLately | Prepare | Lethal | Injury | RefuseVital | Starve
            | NeglectGrave | Threat | Voices | Violence | ChildFear | ChildThird | Abuse | Control
            | Threatened | Stalked | Exploited | Words | Assault => Level::High,
            Intent | Plan | MeansReady | Act | ThreatNow | Mass | ChildHarm | AbuseNow | ThirdNow => {
                Level::Critical
            }
        }
    }

    /// The level when it lies well in the past.
    pub(crate) fn past(self) -> Level {
        match self.level() {
            Level::None => Level::None,
            _ if matches!(self, Sign::Distress | Sign::Alone | Sign::Bullied | Sign::Afraid) => Level::None,
            _ => Level::Mild,
        }
    }

    pub(crate) fn kind(self) -> Kind {
        use Sign::*;
        match self {
            Wish | NoReason | Burden | Hint | Thought | Desire | Unsafe | Method | Intent | Plan
            | MeansReady | Means | Prepare | GiveAway | Farewell | Act | Attempt | AttemptLately | Lethal
            | Probe | DoIt | Calm => Kind::Suicide,
            Hopeless | Worthless | Trapped | Alone | Distress | Strain | Loss => Kind::Distress,
            Injury | InjuryUrge | InjuryPast => Kind::SelfInjury,
            RefuseVital | Refuse => Kind::RefusedTreatment,
            Starve | Restrict => Kind::Starvation,
            NeglectGrave | Neglect => Kind::SelfNeglect,
            HarmThought | Threat | ThreatNow | Grievance | Weapon | Voices | Violence => Kind::ToOthers,
            Mass => Kind::MassAttack,
            ChildFear | ChildHarm | ChildThird => Kind::ChildSafety,
            Abuse | AbuseNow | Afraid | Assault | Bullied | Threatened => Kind::Abuse,
            Control => Kind::Coercion,
            Stalked => Kind::Stalking,
            Exploited => Kind::Exploitation,
            Third | ThirdNow => Kind::SomeoneElse,
            Words => Kind::Indirect,
        }
    }

    /// Plain words for a clinician.
    pub(crate) fn says(self) -> &'static str {
        use Sign::*;
        match self {
            Wish => "wish to be dead",
            NoReason => "no reason to live",
            Burden => "feels a burden to others",
            Hint => "hints at dying or going away",
            Thought => "thoughts of suicide",
            Desire => "wants to kill themselves",
            Unsafe => "cannot promise to stay safe",
            Method => "thoughts of suicide with a method",
            Intent => "intent to die",
            Plan => "a plan to die",
            MeansReady => "means at hand",
            Means => "means within reach",
            Prepare => "preparations for death",
            GiveAway => "giving belongings away",
            Farewell => "saying goodbye",
            Act => "a suicidal act under way or just made",
            Attempt => "an earlier suicide attempt",
            AttemptLately => "a suicide attempt lately",
            Lethal => "asks what would be lethal",
            Probe => "asks about a place or means of dying",
            DoIt => "speaks of doing it",
            Calm => "sudden calm",
            Hopeless => "hopelessness",
            Worthless => "worthlessness",
            Trapped => "sees no way out",
            Alone => "isolation",
            Distress => "strong distress",
            Strain => "strain or sadness",
            Loss => "a heavy loss",
            Injury => "hurting themselves",
            InjuryUrge => "urge to hurt themselves",
            InjuryPast => "earlier self-injury",
            RefuseVital => "stops or refuses treatment that keeps them alive",
            Refuse => "stops or refuses treatment",
            Starve => "eats nothing or purges",
            Restrict => "eats too little",
            NeglectGrave => "dangerous self-neglect",
            Neglect => "self-neglect",
            HarmThought => "thoughts of hurting others",
            Threat => "a threat against others",
            ThreatNow => "intent or plan to hurt others",
            Mass => "an attack on many people",
            Grievance => "talk of revenge",
            Weapon => "a weapon",
            Voices => "voices that command harm",
            Violence => "violence against others",
            ChildFear => "fears hurting a child",
            ChildHarm => "a child hurt by the speaker",
            ChildThird => "a child in danger",
            Abuse => "violence or abuse by someone else",
            AbuseNow => "immediate danger from someone else",
            Control => "controlled or held by someone else",
            Afraid => "afraid of someone",
            Threatened => "threatened by someone",
            Stalked => "followed or watched",
            Exploited => "exploited, coerced or trafficked",
            Assault => "an assault",
            Bullied => "bullied",
            Third => "someone else speaks of suicide or self-injury",
            ThirdNow => "someone else in immediate danger",
            Words => "reads as risk, though no single sign was recognised",
        }
    }

    /// What happened rather than what is felt: said of long ago it is history.
    pub(crate) fn is_event(self) -> bool {
        !matches!(self, Sign::Prepare | Sign::Unsafe | Sign::DoIt | Sign::ChildThird)
    }
}

/// What a question of the other side is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Topic {
    Wish,
    Suicide,
    Plan,
    When,
    Intent,
    Means,
    Attempt,
    /// Whether a wound was an accident, or meant.
    Accident,
    Purpose,
    /// Whether something was taken.
    Taken,
    Injury,
    Others,
    Abuse,
    Treatment,
    /// Treatment that keeps alive.
    Vital,
    /// Doing it, an overdose: named without more.
    DoIt,
    Overdose,
    /// Whether something was stopped.
    Stopped,
    /// Whether something was ever so.
    Ever,
    Eating,
    Child,
    Weapon,
    /// Asked for safety: a no is the bad answer.
    Promise,
    Safe,
}

/// How a question is answered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Reply {
    Yes,
    No,
    Unsure,
    Often,
    /// Well and safe.
    Fine,
    /// A no taken back.
    Back,
}

/// What surrounds a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Frame {
    /// A story, film, song, play.
    Fiction,
    /// Played: nothing in it is done to anybody.
    Game,
    /// Asked as part of work, study or training.
    Work,
    /// Somebody's question or suspicion, not a statement.
    Asked,
    /// A dream.
    Dream,
    /// A trifle as the cause: exaggeration.
    Trifle,
    /// Laughed at.
    Laugh,
    /// The story is the speaker's own after all.
    Real,
}

/// What a pattern marks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Mark {
    Sign(Sign),
    /// A cue that counts where several meet.
    Cue(AnyCue),
    Frame(Frame),
    /// A figure of speech; its words mean nothing else.
    Idiom,
    /// Long ago.
    Remote,
    /// Within the last weeks, or still going on.
    Recent,
    /// At this moment or soon.
    Now,
    Ask(Topic),
    Reply(Reply),
    /// A verb of now, a verb of then.
    Present,
    Past,
    /// Negates what follows.
    Not,
    /// Takes the force out of a negation before it: "cannot stop thinking of".
    Unnot,
    /// Where a negation's reach ends.
    Bound,
    /// Verbs that hand a negation on: "I don't think I want to".
    Raise,
    /// The speaker.
    I,
    /// The speaker as the one who does.
    Subject,
    /// The one spoken to.
    You,
    /// Somebody else.
    They,
    /// Somebody in particular, as the one spoken of.
    Someone,
    /// Something one can die or kill by.
    Tool,
    /// Words of saying.
    Says,
}

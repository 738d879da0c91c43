//! Cues: things that are harmless by themselves and tell of risk where several meet.

/// A group of words and phrases that say one thing of a situation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Cue {
    /// The speaker does it.
    Self_,
    /// Somebody else does it.
    Other,
    /// Done to the speaker.
    Me,
    Pills,
    Weapon,
    Rope,
    Height,
    Water,
    Fumes,
    AtHand,
    Taken,
    Large,
    Sinking,
    Finality,
    Affairs,
    Decided,
    Light,
    Soon,
    OnPurpose,
    Die,
    Vital,
    Stopped,
    NoFood,
    Days,
    Faint,
    Smaller,
    Cut,
    Body,
    Habit,
    Blood,
    Hurt,
    Threat,
    Confine,
    Papers,
    Debt,
    Boss,
    NoPay,
    Money,
    Sex,
    Pictures,
    Send,
    Minor,
    ChildOther,
    Asleep,
    Errand,
    Marry,
    Unwilling,
    Crowd,
    Cause,
    Attack,
    Voice,
    Kill,
    Target,
    Alone,
    Hide,
    Secret,
    Older,
    Alarm,
    Refusal,
    Frail,
    Hope,
    Grudge,
    Near,
    Letters,
    NoPain,
    Dumped,
    Approach,
}

impl Cue {
    pub(crate) fn bit(self) -> u128 {
        1 << self as u32
    }
}

const _: () = assert!((Cue::Approach as u32) < 128, "a set of cues is the bits of a u128");

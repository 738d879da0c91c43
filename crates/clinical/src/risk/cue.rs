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
}

impl Cue {
    pub(crate) fn list(m: u128) -> Vec<Cue> { [Cue::Self_, Cue::Other, Cue::Me, Cue::Pills, Cue::Weapon, Cue::Rope, Cue::Height, Cue::Water, Cue::Fumes, Cue::AtHand, Cue::Taken, Cue::Large, Cue::Sinking, Cue::Finality, Cue::Affairs, Cue::Decided, Cue::Light, Cue::Soon, Cue::OnPurpose, Cue::Die, Cue::Vital, Cue::Stopped, Cue::NoFood, Cue::Days, Cue::Faint, Cue::Smaller, Cue::Cut, Cue::Body, Cue::Habit, Cue::Blood, Cue::Hurt, Cue::Threat, Cue::Confine, Cue::Papers, Cue::Debt, Cue::Boss, Cue::NoPay, Cue::Money, Cue::Sex, Cue::Pictures, Cue::Send, Cue::Minor, Cue::ChildOther, Cue::Asleep, Cue::Errand, Cue::Marry, Cue::Unwilling, Cue::Crowd, Cue::Cause, Cue::Attack, Cue::Voice, Cue::Kill, Cue::Target, Cue::Alone, Cue::Hide, Cue::Secret, Cue::Older, Cue::Alarm, Cue::Refusal, Cue::Frail, Cue::Hope, Cue::Grudge, Cue::Near, Cue::Letters, Cue::NoPain].into_iter().filter(|c| m & c.bit() != 0).collect() }
    pub(crate) fn bit(self) -> u128 {
        1 << self as u32
    }
}

const _: () = assert!((Cue::NoPain as u32) < 128, "a set of cues is the bits of a u128");

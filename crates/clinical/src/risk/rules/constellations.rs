//! Where cues meet: situations told without the words that the other tables look for.
//!
//! Principle: risk is told of in circumstances more often than in clinical words. Each row is a situation of a published
//! list: means within reach and acts under way (Columbia scale), putting affairs in order and sudden calm (IS PATH WARM),
//! strangling, weapons and confinement (Danger Assessment), papers, debt, pay and threats (UNODC indicators of
//! trafficking), pathway and leakage (Meloy et al. 2012).

use crate::risk::cue::Cue::{self, *};
use crate::risk::sign::Sign;

/// How near the cues must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Within {
    /// One sentence.
    Sentence,
    /// A sentence and the next.
    Pair,
    /// The turn, and what it answers.
    Turn,
    /// All that the speaker has said so far.
    Talk,
}

/// A sign and the groups that must all be met, each by any of its cues.
pub(crate) struct Constellation {
    pub(crate) sign: Sign,
    pub(crate) within: Within,
    pub(crate) groups: &'static [&'static [Cue]],
}

const fn row(sign: Sign, within: Within, groups: &'static [&'static [Cue]]) -> Constellation {
    Constellation { sign, within, groups }
}

const MEANS: &[Cue] = &[Pills, Weapon, Rope, Fumes];
const PLACES: &[Cue] = &[Height, Water];

pub(crate) const ROWS: &[Constellation] = &[
    // Means within reach, with an end in view.
    row(
        Sign::MeansReady,
        Within::Pair,
        &[
            MEANS,
            &[AtHand],
            &[Finality, Die, OnPurpose],
            &[Self_, Me],
            &[Hope, Soon, Decided, Die, NoPain, Affairs],
        ],
    ),
    row(Sign::MeansReady, Within::Talk, &[MEANS, &[AtHand], &[Alarm], &[Refusal, Soon, Finality]]),
    row(Sign::MeansReady, Within::Talk, &[&[AtHand], &[Decided], &[Light], &[Finality]]),
    row(Sign::MeansReady, Within::Turn, &[MEANS, &[AtHand], &[Decided], &[Light, Finality, Soon]]),
    // An act under way.
    row(
        Sign::Act,
        Within::Talk,
        &[&[Pills], &[Taken], &[Large], &[Sinking], &[Finality, Alarm, Refusal, Hide]],
    ),
    row(
        Sign::Act,
        Within::Talk,
        &[&[Vital, Fumes], &[Stopped, Taken], &[Finality], &[Light, Alone, Refusal]],
    ),
    row(Sign::Act, Within::Sentence, &[PLACES, &[Finality], &[Soon, Sinking], &[Self_, Me]]),
    row(Sign::Act, Within::Turn, &[&[Blood], &[OnPurpose, Refusal], &[Finality, Alarm]]),
    row(Sign::Act, Within::Turn, &[&[Pills], &[Taken], &[Finality], &[Sinking]]),
    row(Sign::Act, Within::Talk, &[&[Fumes], &[Sinking], &[Alarm, Refusal, Finality], &[Self_, Me]]),
    row(
        Sign::Act,
        Within::Turn,
        &[PLACES, &[Finality, Refusal], &[AtHand, Soon], &[Self_, Me], &[Die, Hope, Alarm, Sinking]],
    ),
    row(
        Sign::MeansReady,
        Within::Turn,
        &[&[Rope], &[AtHand, Soon], &[Finality], &[Hope, Die, Decided, Soon]],
    ),
    // Affairs in order.
    row(Sign::Prepare, Within::Turn, &[&[Letters], &[Affairs], &[Finality]]),
    row(Sign::Prepare, Within::Turn, &[&[Letters, Affairs], &[NoPain], &[Finality], &[Me, Self_]]),
    row(
        Sign::Prepare,
        Within::Turn,
        &[&[Affairs, Letters], &[Finality], &[Decided, Light, Soon, Die], &[Hope, Alone, Die, Decided]],
    ),
    // Vital treatment.
    row(Sign::RefuseVital, Within::Pair, &[&[Vital], &[Stopped], &[OnPurpose, Die, Hope, Finality]]),
    row(Sign::RefuseVital, Within::Talk, &[&[Vital], &[Stopped], &[OnPurpose]]),
    row(Sign::RefuseVital, Within::Pair, &[&[Vital], &[Dumped], &[Self_, Me]]),
    // Starving.
    row(Sign::Starve, Within::Turn, &[&[NoFood], &[Days], &[Faint], &[Smaller, OnPurpose]]),
    row(Sign::Starve, Within::Talk, &[&[NoFood], &[Days], &[Faint]]),
    row(Sign::Starve, Within::Pair, &[&[NoFood], &[Faint], &[Smaller, OnPurpose], &[Self_]]),
    // Self-injury.
    row(Sign::Injury, Within::Pair, &[&[Cut], &[Body], &[Habit], &[Self_], &[Weapon, Secret, OnPurpose]]),
    // Others who hurt.
    row(Sign::Abuse, Within::Sentence, &[&[Other], &[Hurt], &[Me], &[Frail, Papers]]),
    row(Sign::Abuse, Within::Turn, &[&[Other], &[Hurt], &[Threat], &[Confine, Marry]]),
    row(
        Sign::AbuseNow,
        Within::Turn,
        &[&[Other], &[Confine], &[Weapon, Hurt], &[Soon, Hide], &[Threat, Alarm]],
    ),
    row(Sign::AbuseNow, Within::Turn, &[&[Other], &[Hide], &[Near], &[Self_, Me]]),
    row(Sign::AbuseNow, Within::Talk, &[&[Older], &[Confine], &[Minor]]),
    row(
        Sign::Control,
        Within::Pair,
        &[&[Other], &[Confine], &[Threat, Hurt, Marry], &[Unwilling, Papers, Hurt]],
    ),
    row(Sign::Control, Within::Talk, &[&[Marry], &[Threat, Confine], &[Unwilling, Papers, Minor]]),
    row(Sign::Control, Within::Turn, &[&[Marry], &[Unwilling], &[Papers, Confine, Minor]]),
    row(Sign::Control, Within::Turn, &[&[Other], &[Frail], &[Papers], &[Hurt, Confine, Unwilling, Threat]]),
    // Exploited.
    row(
        Sign::Exploited,
        Within::Talk,
        &[&[Boss, Older], &[Papers, Debt], &[NoPay, Threat, Confine], &[Threat, Confine, NoPay]],
    ),
    row(Sign::Exploited, Within::Talk, &[&[Debt], &[Errand], &[Threat]]),
    row(Sign::Exploited, Within::Turn, &[&[Pictures], &[Send], &[Threat], &[Other, Older]]),
    row(Sign::Exploited, Within::Turn, &[&[Boss, Older], &[Sex], &[Debt, Threat, Money]]),
    row(Sign::Exploited, Within::Talk, &[&[Older], &[Minor], &[Sex, Pictures, Secret]]),
    // Children.
    row(Sign::ChildHarm, Within::Turn, &[&[Self_], &[Sex], &[ChildOther], &[Asleep], &[Secret, Hope, Habit]]),
    row(Sign::ChildThird, Within::Turn, &[&[Minor], &[Other], &[Alone], &[NoFood]]),
    // Harm to others.
    row(
        Sign::ThreatNow,
        Within::Turn,
        &[&[Kill], &[Target, ChildOther], &[AtHand], &[Weapon, Water], &[Self_]],
    ),
    row(Sign::ThreatNow, Within::Talk, &[&[ChildOther], &[Kill], &[Taken], &[Alarm, Refusal, Finality]]),
    row(Sign::ThreatNow, Within::Turn, &[&[Voice], &[ChildOther, Target], &[Weapon, Water], &[Soon, AtHand]]),
    row(
        Sign::ThreatNow,
        Within::Turn,
        &[&[Weapon], &[AtHand], &[Soon, Decided], &[Grudge], &[Other, Target, Crowd]],
    ),
    row(Sign::ThreatNow, Within::Turn, &[&[Weapon], &[Approach], &[Target], &[Soon, Grudge, Kill]]),
    row(Sign::Mass, Within::Talk, &[&[Cause], &[Attack], &[Decided, Soon, Weapon], &[Crowd, Kill]]),
];

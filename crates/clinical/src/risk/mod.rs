//! Assessing what is said in a conversation for risk: to oneself, to others, from others.
//!
//! Owns: [`assess`], from turns to a [`Level`] with its [`Reason`]s. Rules over concepts: text is read into words
//! (`token`), patterns of words are found (`pattern`, `rules`), each find is weighed for negation, time, person and
//! frame (`scope`), answers are read with their questions (`exchange`), and signs add up over the whole conversation.
//! A small network beside them has learned from labelled conversations what the rules have no pattern for (`reading`);
//! `weigh` decides from both.
//!
//! Never: lowers a level because of a later turn, diagnoses, or stands in for a clinician. Equal input gives equal output.
//!
//! Entry types: [`Turn`], [`Assessment`]. Sources are named at the tables in `rules`; `docs/risk-assessment.md` has the
//! figures.

mod concepts;
mod constellation;
mod cue;
mod exchange;
mod inflect;
mod pattern;
mod reading;
mod rules;
mod scope;
mod sign;
mod spelling;
mod token;
mod weigh;

use std::fmt;
use std::sync::OnceLock;

use exchange::Asked;
use pattern::Book;
use sign::{Mark, Sign};
use token::Reader;
use weigh::State;

/// Who speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The person assessed.
    User,
    /// The program or person they talk with. Only its questions count.
    Assistant,
}

/// One turn of a conversation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn<'a> {
    /// Who speaks.
    pub role: Role,
    /// What is said, as typed.
    pub text: &'a str,
}

/// How grave the risk is that the words tell of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Level {
    /// No sign of risk.
    #[default]
    None,
    /// Distress, hopelessness, history, worry about somebody else.
    Mild,
    /// A wish to be dead, thoughts without a plan, indirect signs, recent self-injury.
    Moderate,
    /// Thoughts with method or intent, threats, abuse that goes on, treatment refused.
    High,
    /// Intent, a plan, means at hand, an act under way, somebody in immediate danger.
    Critical,
}

impl Level {
    /// The name on the wire: `none`, `mild`, `moderate`, `high`, `critical`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

/// What kind of risk a reason speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Wish to be dead, suicidal thoughts, plans, acts.
    Suicide,
    /// Hurting oneself without the wish to die.
    SelfInjury,
    /// Treatment stopped or refused.
    RefusedTreatment,
    /// Not eating, purging.
    Starvation,
    /// Not caring for oneself.
    SelfNeglect,
    /// Despair and strong distress.
    Distress,
    /// Threats and violence.
    ToOthers,
    /// An attack on many.
    MassAttack,
    /// A child in danger.
    ChildSafety,
    /// Violence and abuse by others.
    Abuse,
    /// Control and confinement by others.
    Coercion,
    /// Being followed and watched.
    Stalking,
    /// Exploitation, trafficking, blackmail.
    Exploitation,
    /// Risk of somebody the speaker knows.
    SomeoneElse,
    /// Words that go together where risk is told of without naming it.
    Indirect,
}

impl Kind {
    /// The name on the wire, in snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Suicide => "suicide",
            Self::SelfInjury => "self_injury",
            Self::RefusedTreatment => "refused_treatment",
            Self::Starvation => "starvation",
            Self::SelfNeglect => "self_neglect",
            Self::Distress => "distress",
            Self::ToOthers => "to_others",
            Self::MassAttack => "mass_attack",
            Self::ChildSafety => "child_safety",
            Self::Abuse => "abuse",
            Self::Coercion => "coercion",
            Self::Stalking => "stalking",
            Self::Exploitation => "exploitation",
            Self::SomeoneElse => "someone_else",
            Self::Indirect => "indirect",
        }
    }
}

/// A sign that was heard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// What kind of risk it speaks of.
    pub kind: Kind,
    /// How grave the sign is by itself, said as it was said.
    pub level: Level,
    /// The words, as typed; at most about 160 characters.
    pub words: String,
    /// Index of the turn.
    pub turn: usize,
    sign: Sign,
    long_ago: bool,
    answer: bool,
}

impl Reason {
    /// A plain line for a clinician: what was heard, in which words, and in which turn.
    pub fn describe(&self) -> String {
        self.to_string()
    }

    /// The same about words that are no conversation: without a turn.
    pub fn describe_words(&self) -> String {
        let kind = self.kind.as_str().replace('_', " ");
        let past = if self.long_ago { ", in the past" } else { "" };
        format!("{kind}: {}{past} (“{}”)", self.sign.says(), self.words)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.as_str().replace('_', " ");
        let past = if self.long_ago { ", in the past" } else { "" };
        let answer = if self.answer { " in answer to a question" } else { "" };
        write!(f, "{kind}: {}{past} (turn {}{answer}: “{}”)", self.sign.says(), self.turn + 1, self.words)
    }
}

/// The outcome.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Assessment {
    /// The highest level that the conversation has reached; it never goes down again.
    pub level: Level,
    /// What was heard, gravest first, then in order.
    pub reasons: Vec<Reason>,
}

/// A sign with where it was heard.
pub(crate) struct Finding {
    sign: Sign,
    long_ago: bool,
    /// Said about a trifle or laughed at.
    light: bool,
    answer: bool,
    /// Bytes of the turn's text.
    start: usize,
    end: usize,
}

struct Engine {
    book: Book<Mark>,
    reader: Reader,
}

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine { book: rules::book(), reader: Reader::new() })
}

/// What the two channels make of each turn of the speaker: the level of the rules so far, and the logarithms of the odds
/// (at least mild, moderate, high, critical) of the passage and of its gravest sentence. For choosing thresholds.
#[doc(hidden)]
pub fn channels(turns: &[Turn<'_>]) -> Vec<(Level, [f32; 4], [f32; 4])> {
    let mut passage = reading::Passage::default();
    let mut read = Vec::new();
    for (at, turn) in turns.iter().enumerate() {
        match turn.role {
            Role::Assistant => passage.ask(turn.text),
            Role::User => {
                let (odds, alone) = (passage.hear(turn.text), reading::gravest_sentence(turn.text).1);
                read.push((listen(&turns[..=at]).ruled(), odds.all(), alone.all()));
            }
        }
    }
    read
}

/// Assesses a conversation. Free text by itself is one turn of the user.
///
/// The level never falls: what a later turn takes back was said all the same.
pub fn assess(turns: &[Turn<'_>]) -> Assessment {
    listen(turns).assessment()
}

fn listen(turns: &[Turn<'_>]) -> State {
    hear(turns, true)
}

/// What the rules alone make of a sentence by itself.
fn ruled_alone(sentence: &str) -> State {
    hear(&[Turn { role: Role::User, text: sentence }], false)
}

fn hear(turns: &[Turn<'_>], with_network: bool) -> State {
    let Engine { book, reader } = engine();
    let mut state = State::default();
    let mut asked = Asked::default();
    for (at, turn) in turns.iter().enumerate() {
        let heard: Vec<_> =
            reader.read(turn.text, book).into_iter().map(|sentence| scope::hear(sentence, book)).collect();
        match turn.role {
            Role::Assistant => {
                asked = exchange::asked(&heard);
                if with_network {
                    state.passage.ask(turn.text);
                }
            }
            Role::User => {
                let mut findings = scope::findings(&heard, &mut state);
                findings.extend(exchange::answers(&asked, &heard, &state));
                findings.extend(constellation::findings(&asked, &heard, &mut state));
                state.add(at, turn.text, findings, &asked, &heard);
                if with_network {
                    state.decide(at, turn.text);
                }
                asked = Asked::default();
            }
        }
    }
    state
}

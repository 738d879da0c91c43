//! What a find means where it stands: denied or not, now or long ago, of oneself or another, meant or played.

use super::Finding;
use super::pattern::{Book, Span};
use super::sign::{Frame, Mark, Reply, Sign, Topic};
use super::token::{Sentence, Token};
use super::weigh::State;
use super::{Kind, Level};

/// A sentence with what was found in it. A set of words is the bits of a `u64`.
pub(crate) struct Heard {
    pub(crate) tokens: Vec<Token>,
    pub(crate) question: bool,
    signs: Vec<(Sign, Span)>,
    idiom: u64,
    not: u64,
    unnot: u64,
    bound: u64,
    raise: u64,
    own: u64,
    subject: u64,
    you: u64,
    they: u64,
    someone: u64,
    says: u64,
    pub(crate) cues: u128,
    pub(crate) tool: bool,
    present: u64,
    past: u64,
    quoted: u64,
    pause: u64,
    remote: Vec<Span>,
    recent: Vec<Span>,
    now: Vec<Span>,
    asked: Vec<Span>,
    frames: Vec<Frame>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) replies: Vec<Reply>,
}

impl Heard {
    pub(crate) fn is_now(&self) -> bool {
        !self.now.is_empty()
    }

    pub(crate) fn is_recent(&self) -> bool {
        !self.recent.is_empty() || self.is_now()
    }

    pub(crate) fn is_remote(&self) -> bool {
        !self.remote.is_empty()
    }

    pub(crate) fn has(&self, frame: Frame) -> bool {
        self.frames.contains(&frame)
    }
}

/// Finds everything in a sentence.
pub(crate) fn hear(sentence: Sentence, book: &Book<Mark>) -> Heard {
    let ids: Vec<u32> = sentence.tokens.iter().map(|t| t.id).collect();
    let bits = |f: fn(&Token) -> bool| {
        sentence.tokens.iter().enumerate().filter(|(_, t)| f(t)).fold(0, |m, (at, _)| m | bit(at))
    };
    let mut heard = Heard {
        quoted: bits(|t| t.quoted),
        pause: bits(|t| t.pause),
        tokens: Vec::new(),
        question: sentence.question,
        signs: Vec::new(),
        idiom: 0,
        not: 0,
        unnot: 0,
        bound: 0,
        raise: 0,
        own: 0,
        subject: 0,
        you: 0,
        they: 0,
        someone: 0,
        says: 0,
        cues: 0,
        tool: false,
        present: 0,
        past: 0,
        remote: Vec::new(),
        recent: Vec::new(),
        now: Vec::new(),
        asked: Vec::new(),
        frames: Vec::new(),
        topics: Vec::new(),
        replies: Vec::new(),
    };
    book.matches(&ids, |mark, span| match mark {
        Mark::Sign(sign) => heard.signs.push((sign, span)),
        Mark::Cue(cue) => heard.cues |= cue.bit(),
        Mark::Idiom => heard.idiom |= span.named,
        Mark::Not => heard.not |= span.named,
        Mark::Unnot => heard.unnot |= span.named,
        Mark::Bound => heard.bound |= bit(span.start),
        Mark::Raise => heard.raise |= span.named,
        Mark::I => heard.own |= span.named,
        Mark::Subject => heard.subject |= span.named,
        Mark::You => heard.you |= span.named,
        Mark::They => heard.they |= span.named,
        Mark::Someone => heard.someone |= span.named,
        Mark::Tool => heard.tool = true,
        Mark::Says => heard.says |= span.named,
        Mark::Present => heard.present |= span.named,
        Mark::Past => heard.past |= span.named,
        Mark::Remote => heard.remote.push(span),
        Mark::Recent => heard.recent.push(span),
        Mark::Now => heard.now.push(span),
        Mark::Frame(Frame::Asked) => heard.asked.push(span),
        Mark::Frame(frame) => heard.frames.push(frame),
        Mark::Ask(topic) => heard.topics.push(topic),
        Mark::Reply(reply) => heard.replies.push(reply),
    });
    heard.tokens = sentence.tokens;
    heard
}

fn bit(at: usize) -> u64 {
    1_u64.checked_shl(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or(0)
}

/// The bits from one place up to before another.
fn range(from: usize, to: usize) -> u64 {
    let below = |n: usize| if n >= 64 { u64::MAX } else { bit(n) - 1 };
    below(to) & !below(from)
}

fn highest(mask: u64) -> Option<usize> {
    (mask != 0).then(|| 63 - mask.leading_zeros() as usize)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    Oneself,
    Other,
    You,
}

/// The signs in a turn that hold where they stand.
pub(crate) fn findings(heard: &[Heard], state: &mut State) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    let real = heard.iter().any(|h| h.has(Frame::Real));
    let laughs = heard.iter().any(|h| h.has(Frame::Laugh));
    let trifle = heard.iter().any(|h| h.has(Frame::Trifle));
    let (mut game, mut carried, mut last) = (false, false, Holder::Oneself);
    for sentence in heard {
        state.story |= sentence.has(Frame::Fiction);
        state.work |= sentence.has(Frame::Work);
        game |= sentence.has(Frame::Game);
        if sentence.is_remote() {
            carried = true;
        } else if sentence.present != 0 || sentence.is_recent() {
            carried = false;
        }
        for (sign, span) in &sentence.signs {
            if sentence.idiom & span.named != 0 || denied(sentence, span) || framed(sentence, *sign, span) {
                continue;
            }
            let holder = holder(sentence, *sign, span, last);
            let imagined = !real
                && (game && played(*sign)
                    || (state.story
                        || state.work && sign.kind() != Kind::SomeoneElse
                        || sentence.has(Frame::Work))
                        && imagined(sentence, *sign, span, holder));
            if imagined {
                continue;
            }
            // "The girl in the story is me": what she wants is what the speaker wants.
            let holder = if real && state.story { Holder::Oneself } else { holder };
            let Some(mut sign) = held_by(*sign, holder) else { continue };
            if sign == Sign::Attempt && sentence.is_recent() && !sentence.is_remote() {
                sign = Sign::AttemptLately;
            }
            out.push(Finding {
                sign,
                long_ago: long_ago(sentence, sign, span, carried),
                light: trifle || laughs && sentence.has(Frame::Laugh) && sign.level() <= Level::Moderate,
                answer: false,
                start: sentence.tokens[span.start].start,
                end: sentence.tokens[span.end - 1].end,
            });
        }
        last = subject(sentence).unwrap_or(last);
    }
    if real {
        state.story = false;
    }
    out
}

/// The same sign, said of somebody else.
fn held_by(sign: Sign, holder: Holder) -> Option<Sign> {
    match (holder, sign.kind()) {
        (Holder::Oneself, _) => Some(sign),
        (Holder::Other, Kind::Suicide | Kind::SelfInjury) if sign.level() > Level::None => Some(Sign::Third),
        (Holder::Other, Kind::Suicide | Kind::SelfInjury | Kind::Distress) => None,
        (Holder::Other, Kind::RefusedTreatment | Kind::Starvation | Kind::SelfNeglect) => Some(Sign::Third),
        (Holder::Other, _) => Some(sign),
        (Holder::You, Kind::Suicide | Kind::SelfInjury | Kind::Distress) => None,
        (Holder::You, _) => Some(sign),
    }
}

/// Of whom a find is said: the nearest person before it, unless it names the speaker.
fn holder(h: &Heard, sign: Sign, span: &Span, last: Holder) -> Holder {
    let quoted = h.quoted & span.named != 0;
    if quoted {
        let opens =
            (0..=span.start).rev().take_while(|at| h.quoted & bit(*at) != 0).last().unwrap_or(span.start);
        let before = range(0, opens);
        let (they, own) = (highest(h.they & before), highest(h.own & before & !h.they));
        return match (they, own) {
            (Some(t), Some(o)) if h.says & range(o, opens) != 0 && h.says & range(t, opens) == 0 => {
                Holder::Oneself
            }
            (Some(t), Some(o)) if o > t + 1 && h.says & range(o, opens) != 0 => Holder::Oneself,
            (Some(_), _) => Holder::Other,
            (None, Some(_)) => Holder::Oneself,
            (None, None) if h.quoted.count_ones() as usize >= h.tokens.len() => last,
            (None, None) if before != 0 => Holder::Other,
            (None, None) => Holder::Oneself,
        };
    }
    if h.own & span.named != 0 {
        return Holder::Oneself;
    }
    // Some things are said of oneself unless somebody in particular is named before.
    let mine = matches!(
        sign,
        Sign::Burden
            | Sign::Hint
            | Sign::Farewell
            | Sign::Prepare
            | Sign::Lethal
            | Sign::Probe
            | Sign::GiveAway
    );
    let they = if mine { h.someone } else { h.they };
    let from = span.start.saturating_sub(10);
    let window = range(from, span.start);
    let nearest = [
        (highest(h.own & window), Holder::Oneself),
        (highest(they & window), Holder::Other),
        (highest(h.you & window), Holder::You),
    ];
    match nearest.iter().max_by_key(|(at, _)| *at) {
        Some((Some(_), holder)) => *holder,
        _ if mine => Holder::Oneself,
        _ => last,
    }
}

/// The first person a sentence speaks of.
fn subject(h: &Heard) -> Option<Holder> {
    let first = |mask: u64| (mask != 0).then(|| mask.trailing_zeros());
    let own = first(h.own & !(h.they >> 1));
    let they = first(h.someone);
    match (own, they) {
        (Some(o), Some(t)) if t < o => Some(Holder::Other),
        (Some(_), _) => Some(Holder::Oneself),
        (None, Some(_)) => Some(Holder::Other),
        (None, None) => None,
    }
}

/// An odd number of negations reaches the find.
fn denied(h: &Heard, span: &Span) -> bool {
    const REACH: usize = 7;
    let mut open = h.not & !span.named & range(span.start.saturating_sub(REACH), span.end);
    let mut count = 0;
    while let Some(at) = highest(open) {
        open &= !bit(at);
        count += usize::from(reaches(h, at, span));
    }
    count % 2 == 1
}

fn reaches(h: &Heard, not: usize, span: &Span) -> bool {
    let to = (not + 1..=span.end).find(|at| span.named & bit(*at) != 0).unwrap_or(span.end);
    let between = range(not + 1, to);
    if between & (h.bound | h.unnot) != 0 || h.unnot & bit(not) != 0 {
        return false;
    }
    // "No, I want": an answer, not a negation of what follows.
    let stops = h.pause & range(not + 1, to + 1) != 0 && h.subject & range(not + 1, to + 1) != 0;
    // A new subject begins a statement of its own, unless it was handed on: "I don't think I want".
    let subject = (not + 1..=to).find(|at| h.subject & bit(*at) != 0);
    let cut = subject.is_some_and(|at| at == not + 1 || h.raise & bit(at - 1) == 0);
    !stops && !cut
}

/// Somebody's question or suspicion, or a dream.
fn framed(h: &Heard, sign: Sign, span: &Span) -> bool {
    let asked = h
        .asked
        .iter()
        .any(|a| a.start < span.start && span.start <= a.end + 8 && h.bound & range(a.end, span.start) == 0);
    let dreamt = h.has(Frame::Dream) && sign != Sign::Wish && sign.kind() != Kind::Distress;
    asked && !matches!(sign.kind(), Kind::Abuse | Kind::Coercion | Kind::Stalking | Kind::Exploitation)
        || dreamt
}

/// What players do to figures.
fn played(sign: Sign) -> bool {
    matches!(
        sign.kind(),
        Kind::ToOthers
            | Kind::MassAttack
            | Kind::Suicide
            | Kind::Abuse
            | Kind::ChildSafety
            | Kind::SomeoneElse
    )
}

/// In a story or a piece of work, what is not said of the speaker, or is quoted, is not theirs.
fn imagined(h: &Heard, sign: Sign, span: &Span, holder: Holder) -> bool {
    let own = h.own & span.named != 0;
    let quoted = h.quoted & span.named != 0;
    let said = h.says & range(span.start.saturating_sub(6), span.start) != 0;
    let asking = matches!(sign, Sign::Lethal | Sign::Probe);
    !own && (holder != Holder::Oneself || h.own == 0 || sign.kind() == Kind::SomeoneElse)
        || quoted
        || said && own
        || asking
}

/// Said of long ago: a time that is nearer than any of now, and no verb of now in the find itself.
fn long_ago(h: &Heard, sign: Sign, span: &Span, carried: bool) -> bool {
    let distance = |spans: &[Span]| {
        spans.iter().map(|s| s.start.saturating_sub(span.end).max(span.start.saturating_sub(s.end))).min()
    };
    let near = [distance(&h.recent), distance(&h.now)].into_iter().flatten().min();
    let then = match (distance(&h.remote), near) {
        (Some(far), Some(near)) => far < near,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => carried && h.past != 0,
    };
    let window = range(span.start.saturating_sub(4), span.end);
    then && sign.is_event() && (h.present & window == 0 || h.past & window != 0)
}

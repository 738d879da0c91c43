//! What the clinician does, observes and thinks aloud.

use super::exchange::Context;
use super::lexicon::Phrases;
use super::lexicon::clinician::{EXAMINATION, FORMULATION, INTERVENTIONS, OBSERVATIONS, OPINION};
use super::lexicon::symptoms::{BODILY, FEELINGS, ILLNESSES};
use super::model::{Fact, Kind, Topic};
use super::person::about_client;
use super::turns::{Answer, Role, Script, Utterance, answer};
use super::weigh::{has_quantity, topic_of};
use super::{cut, quote, sound, text, turns};
use std::sync::LazyLock;

static KINDS_OF_WORK: LazyLock<Vec<(&'static str, Phrases<()>)>> = LazyLock::new(|| {
    INTERVENTIONS.iter().map(|(name, list)| (*name, Phrases::new(&[((), *list)]))).collect()
});

/// All facts from the clinician's side but plans.
pub(crate) fn facts(script: &Script<'_>, contexts: &[Option<Context>]) -> Vec<Fact> {
    let mut out = interventions(script);
    let therapy = out.len() > 2;
    for (at, line) in script.lines.iter().enumerate() {
        if line.role == Role::Clinician {
            observation(script, at, contexts, &mut out);
            let before = out.len();
            // Talk without punctuation runs one sentence into the next.
            let bare = !line.raw.contains([',', '.', ';']);
            for said in if bare { cut::clauses(&line.said) } else { vec![line.said.clone()] } {
                let keys = text::keys(&said);
                impression(&Utterance { said, keys, ..line.clone() }, at, therapy, &mut out);
            }
            if out.len() == before {
                out.extend(formulation(line, at));
            }
        }
    }
    out
}

/// One fact for each kind of work, with all its turns and the shortest telling quotation.
fn interventions(script: &Script<'_>) -> Vec<Fact> {
    const SHORTEST: usize = 4;
    let mut out = Vec::new();
    for (name, phrases) in KINDS_OF_WORK.iter() {
        let mut turns = 0_usize;
        let mut best: Option<(usize, String, usize)> = None;
        for (at, line) in script.lines.iter().enumerate() {
            if line.role != Role::Clinician || line.keys.len() < SHORTEST || !phrases.any(&line.keys) {
                continue;
            }
            let asks = line.question && turns::opens_as_question(&line.keys);
            if asks && matches!(*name, "Reflection" | "Validation" | "Affirmation" | "Psychoeducation")
                || line.question && *name == "Breathing and relaxation"
                || *name == "Reflection"
                    && line.keys.windows(2).any(|w| matches!(w[0].as_str(), "do" | "if") && w[1] == "you")
                || *name == "Psychoeducation"
                    && line.keys.iter().any(|k| matches!(k.as_str(), "this" | "youre" | "sounds"))
            {
                continue;
            }
            turns += 1;
            let Some(said) = quote::words(line.raw, false) else { continue };
            // A whole sentence before one cut short, and one of a length to be read.
            let cut = if line.raw.split_whitespace().count() > quote::LONGEST { 40 } else { 0 };
            let rank = cut + said.split_whitespace().count().abs_diff(11);
            if best.as_ref().is_none_or(|b| rank < b.0) {
                best = Some((rank, said, at));
            }
        }
        if let Some((_, said, at)) = best {
            #[expect(clippy::cast_precision_loss, reason = "capped at ten")]
            let often = turns.min(10) as f32;
            let text = format!("{}: “{said}”", name.to_lowercase());
            let salience = 1.0 + 0.15 * often;
            let fact = Fact {
                topic: Topic::Interventions,
                kind: Kind::Clinician,
                text,
                item: false,
                evidence: vec![script.lines[at].turn],
                salience,
                order: at,
            };
            out.push((turns, fact));
        }
    }
    // A word of warmth in a consultation is not therapy; done again and again, or beside other work, it is.
    let weak = [
        "reflection",
        "validation",
        "affirmation",
        "psychoeducation",
        "permission",
        "eliciting",
        "agenda",
        "homework review",
    ];
    let works = out.iter().any(|(_, f)| !weak.iter().any(|w| f.text.starts_with(w)));
    if !works && out.len() < 3 {
        out.retain(|(often, f)| {
            *often > 2
                || f.text.starts_with("reflection: “it sounds like you")
                || f.text.starts_with("validation")
        });
    }
    out.into_iter().map(|(_, fact)| fact).collect()
}

/// "You look tired": observed in the session. Results and findings named aloud count as examination.
fn observation(script: &Script<'_>, at: usize, contexts: &[Option<Context>], out: &mut Vec<Fact>) {
    let line = &script.lines[at];
    let seen = OBSERVATIONS.find(&line.keys);
    let examined = EXAMINATION.any(&line.keys);
    let Some(said) = quote::words(line.raw, false) else { return };
    if let Some(name) = questionnaire(script, at) {
        let numbers =
            |l: &&Utterance<'_>| has_quantity(&l.keys) || l.keys.iter().any(|k| super::correct::is_number(k));
        let session =
            |l: &&Utterance<'_>| l.keys.iter().any(|k| k == "session" || k == "sessions" || k == "again");
        let scores = script.lines.iter().filter(|l| l.turn == line.turn && !l.question);
        let told = |l: &&Utterance<'_>| {
            let first = l.keys.iter().find(|k| !matches!(k.as_str(), "and" | "so" | "um"));
            named_questionnaire(&l.keys).is_some()
                || first.is_some_and(|k| {
                    matches!(k.as_str(), "it" | "its" | "that" | "thats" | "you" | "youre" | "your")
                })
        };
        let scores: Vec<_> = scores.filter(numbers).filter(|l| !session(l)).filter(told).collect();
        let about = if scores.iter().any(|l| named_questionnaire(&l.keys).is_some()) {
            String::new()
        } else {
            format!(" on the {name}")
        };
        let said: Vec<String> =
            scores.iter().filter_map(|l| quote::words(l.raw, false)).map(|q| format!("“{q}”")).collect();
        if !said.is_empty() {
            out.push(Fact {
                topic: Topic::Examination,
                kind: Kind::Observed,
                text: format!("stated by clinician{about}: {}", said.join(", ")),
                item: false,
                evidence: vec![line.turn],
                salience: 3.0,
                order: at,
            });
        }
        return;
    }
    let examined = examined && (BODILY.any(&line.keys) || has_quantity(&line.keys));
    if examined && !line.question && !line.keys.iter().any(|k| k == "if") {
        let topic = Topic::Examination;
        out.push(Fact {
            topic,
            kind: Kind::Observed,
            text: format!("stated by clinician: “{said}”"),
            item: false,
            evidence: vec![line.turn],
            salience: 1.6,
            order: at,
        });
        return;
    }
    let Some(hit) = seen.first() else { return };
    if line.question && turns::opens_as_question(&line.keys) {
        return;
    }
    if line.keys.iter().any(|k| matches!(k.as_str(), "where" | "which" | "what" | "how")) {
        return;
    }
    let after = &line.keys[hit.end.min(line.keys.len())..];
    let described = FEELINGS.any(after)
        || after.iter().any(|k| DESCRIBED.contains(&k.as_str()))
        || line.keys[hit.start..hit.end].iter().any(|k| DESCRIBED.contains(&k.as_str()));
    let elsewhere =
        after.iter().any(|k| matches!(k.as_str(), "if" | "forward" | "like" | "for" | "at" | "after"));
    let speaking = line.keys.windows(3).any(|w| {
        w[0] == "when"
            && w[1] == "you"
            && matches!(w[2].as_str(), "said" | "say" | "talk" | "talked" | "mention" | "mentioned" | "told")
    });
    if !described
        || elsewhere && after.len() > 6
        || line.keys.len() > 24
        || line.keys.iter().any(|k| k == "if" || k == "when" && !speaking)
    {
        return;
    }
    let refused = script
        .lines
        .get(at + 1)
        .is_some_and(|next| next.role == Role::Client && answer(&next.keys) == Answer::No);
    if refused {
        return;
    }
    let mut evidence = vec![line.turn];
    let reply =
        contexts.iter().enumerate().skip(at + 1).take(4).find(|(_, c)| c.is_some_and(|c| c.question == at));
    if let Some((next, Some(context))) = reply {
        if context.answer == Answer::No {
            return;
        }
        evidence.push(script.lines[next].turn);
    }
    out.push(Fact {
        topic: Topic::MentalStatus,
        kind: Kind::Observed,
        text: format!("clinician remarked: “{said}”"),
        item: false,
        evidence,
        salience: 2.5,
        order: at,
    });
}

/// The questionnaire that is named here.
fn named_questionnaire(keys: &[String]) -> Option<String> {
    const NAMES: &[&str] =
        &["phq", "gad", "pcl", "isi", "ede-q", "edeq", "dass", "bdi", "bai", "k10", "pswq"];
    const SPELLED: &[&[&str]] = &[
        &["p", "h", "q"],
        &["g", "a", "d"],
        &["p", "c", "l"],
        &["i", "s", "i"],
        &["e", "d", "e", "q"],
        &["d", "a", "s", "s"],
    ];
    let whole = keys.iter().find_map(|k| {
        let name = NAMES
            .iter()
            .find(|n| k.strip_prefix(**n).is_some_and(|r| r.chars().all(|c| !c.is_alphabetic())))?;
        Some(name.to_uppercase())
    });
    let spelled =
        || SPELLED.iter().find(|s| keys.windows(s.len()).any(|w| w.iter().zip(**s).all(|(a, b)| a == b)));
    whole.or_else(|| spelled().map(|letters| letters.concat().to_uppercase()))
}

/// The questionnaire a sentence of the clinician names, where none before it in the turn does.
fn questionnaire(script: &Script<'_>, at: usize) -> Option<String> {
    let line = &script.lines[at];
    let name = named_questionnaire(&line.keys)?;
    let earlier = script.lines[..at]
        .iter()
        .rev()
        .take_while(|l| l.turn == line.turn)
        .any(|l| named_questionnaire(&l.keys).is_some());
    (!earlier).then_some(name)
}

/// Words that describe how a person looks, speaks and moves.
const DESCRIBED: &[&str] = &[
    "tired",
    "tearful",
    "tears",
    "crying",
    "shaking",
    "trembling",
    "anxious",
    "upset",
    "quickly",
    "fast",
    "slowly",
    "quiet",
    "quietly",
    "agitated",
    "restless",
    "fidgeting",
    "smiling",
    "bright",
    "brighter",
    "brightened",
    "relaxed",
    "tense",
    "pale",
    "unwell",
    "well",
    "distracted",
    "frustrated",
    "nervous",
    "flat",
    "withdrawn",
    "distressed",
    "exhausted",
    "uncomfortable",
    "worried",
    "hesitant",
    "sad",
    "down",
    "voice",
    "face",
    "contact",
    "dishevelled",
    "thin",
    "short",
    "breath",
    "lighter",
    "energetic",
    "engaged",
    "confused",
    "sleepy",
    "drowsy",
    "loud",
    "loudly",
    "pacing",
    "clenched",
    "clenching",
    "smiled",
    "laughed",
    "paused",
    "sighed",
    "tensed",
    "hesitated",
    "cried",
    "quieter",
    "welled",
];

/// How the therapist puts together what keeps a trouble going, as said.
fn formulation(line: &Utterance<'_>, at: usize) -> Option<Fact> {
    const EARLIEST: f32 = 0.25;
    let minded =
        line.keys.iter().any(|k| topic_of(std::slice::from_ref(k)).is_some_and(|t| t.0 <= Topic::Trauma));
    let asks = line.question && line.raw.ends_with('?') || line.keys.iter().any(|k| k == "if");
    let words = line.raw.split_whitespace().count();
    if !FORMULATION.any(&line.keys) || asks || !minded || line.at < EARLIEST || !(7..=30).contains(&words) {
        return None;
    }
    let said = quote::words(line.raw, false)?;
    Some(Fact {
        topic: Topic::Impression,
        kind: Kind::Clinician,
        text: format!("clinician's impression: “{said}”"),
        item: false,
        evidence: vec![line.turn],
        salience: 1.8,
        order: at,
    })
}

/// What the clinician says they think it is, from the opinion word on.
fn impression(line: &Utterance<'_>, at: usize, therapy: bool, out: &mut Vec<Fact>) {
    let asks = line.question && line.raw.ends_with('?') || turns::opens_as_question(&line.keys);
    if asks || line.at < 0.35 {
        return;
    }
    let hits = OPINION.find(&line.keys);
    let named: Vec<usize> =
        ILLNESSES.find(&line.keys).iter().map(|h| h.start).filter(|at| is_illness(&line.keys[*at])).collect();
    // The opinion is what stands last before the illness it names.
    let naming = |h: &super::lexicon::Hit<()>| {
        line.keys[h.start..h.end].iter().any(|k| matches!(k.as_str(), "call" | "called"))
    };
    let before =
        named.first().and_then(|n| hits.iter().rev().find(|h| h.start < *n && h.end <= *n + 1 && !naming(h)));
    let Some(hit) = before.or(hits.first()) else { return };
    let asks_whether = line.keys[hit.start.saturating_sub(3)..hit.start]
        .iter()
        .any(|k| matches!(k.as_str(), "whether" | "if" | "exclude"));
    if asks_whether {
        return;
    }
    if line.keys[..hit.start]
        .iter()
        .any(|k| matches!(k.as_str(), "not" | "doesnt" | "dont" | "isnt" | "didnt" | "without" | "unlikely"))
    {
        return;
    }
    // "About where we'd say it's no longer …" speaks of a rule, not of this person.
    let general = line.keys[..hit.start]
        .iter()
        .any(|k| matches!(k.as_str(), "where" | "when" | "wed" | "people" | "someone" | "until" | "unless"));
    if general {
        return;
    }
    let illness = named.iter().any(|n| *n > hit.start);
    let asked = line.keys.iter().any(|k| {
        matches!(
            k.as_str(),
            "mentioned"
                | "said"
                | "if"
                | "ask"
                | "test"
                | "tests"
                | "idea"
                | "appointment"
                | "scan"
                | "asking"
                | "questions"
                | "before"
                | "important"
                | "sample"
                | "someone"
                | "people"
                | "mum"
                | "mother"
                | "sister"
                | "family"
        )
    });
    let asked = asked || line.keys.windows(2).any(|w| w[0] == "going" && w[1] == "to");
    let strong = hits.iter().any(|h| STRONG.contains(&line.keys[h.start..h.end].join(" ").as_str()));
    if !illness && (therapy || !strong || !BODILY.any(&line.keys)) || asked || line.keys.len() < 5 {
        return;
    }
    let tokens: Vec<&str> = line.said.split_whitespace().filter(|t| !text::key(t).is_empty()).collect();
    let from = tokens.get(hit.start..).unwrap_or_default();
    let aside = from
        .iter()
        .skip(4)
        .position(|t| matches!(text::key(t).as_str(), "which" | "because" | "given" | "excuse"));
    let mut words = from[..aside.map_or(from.len(), |at| at + 4)].to_vec();
    const LONGEST: usize = 22;
    if words.len() > LONGEST {
        let cut = words[..LONGEST]
            .iter()
            .rposition(|t| t.ends_with([',', '.']))
            .filter(|c| *c > 5)
            .unwrap_or(LONGEST - 1);
        words.truncate(cut + 1);
    }
    if illness
        && !text::keys(&words.join(" "))
            .iter()
            .any(|k| is_illness(k) && ILLNESSES.any(std::slice::from_ref(k)))
        && words.len() < from.len()
    {
        return;
    }
    let Some(view) = without_first_person(&words).filter(|view| sound::is_finished(view)) else { return };
    let salience = 1.0 + if illness { 1.0 } else { 0.0 } + if strong { 0.8 } else { 0.0 } - 0.4 * line.at;
    out.push(Fact {
        topic: Topic::Impression,
        kind: Kind::Clinician,
        text: format!("clinician's impression: {view}"),
        item: false,
        evidence: vec![line.turn],
        salience,
        order: at,
    });
}

/// A word that names an illness, and is not merely of the talk about illness.
fn is_illness(k: &str) -> bool {
    const TALK: &[&str] = &[
        "condition",
        "diagnosed",
        "diagnosis",
        "medical",
        "blood",
        "admitted",
        "kidney",
        "kidneys",
        "liver",
        "thyroid",
        "prostate",
    ];
    !TALK.contains(&k) && !k.starts_with("hospital") && !k.starts_with("operat") && !k.starts_with("surg")
}

/// Openings that announce a clinician's view.
const STRONG: &[&str] = &[
    "i think you",
    "i think youve",
    "i think youre",
    "i think this",
    "i think its",
    "i think it",
    "i wonder whether",
    "i wonder if",
    "im wondering",
    "most likely",
    "sounds like",
    "seems like",
    "likely to be",
    "very likely",
    "suggestive of",
    "consistent with",
    "something called",
    "in keeping with",
    "i suspect",
    "it could be",
    "might have",
    "may have",
    "impression",
    "looks like",
];

/// "I think you might have" loses its "I think"; a clinician's "I" further on makes the wording unsure.
fn without_first_person(words: &[&str]) -> Option<String> {
    let mut rest = words;
    let mut thought = false;
    while rest.len() > 3
        && matches!(
            text::key(rest[0]).as_str(),
            "i" | "im" | "think" | "wonder" | "wondering" | "thinking" | "whether" | "believe" | "that"
        )
    {
        thought |= matches!(text::key(rest[0]).as_str(), "wonder" | "wondering");
        rest = &rest[1..];
    }
    let at = rest
        .iter()
        .position(|t| matches!(text::key(t).as_str(), "i" | "im" | "ive" | "id" | "my" | "me" | "ill"))
        .unwrap_or(rest.len());
    let rest = &rest[..at];
    if rest.len() < 3 {
        return None;
    }
    let view = about_client(&rest.join(" "));
    Some(format!("{}{}", if thought { "wonders whether " } else { "" }, view.trim_end_matches([',', ' '])))
}

//! What is to happen after the session, as the clinician says it: proposed, asked for or arranged.

use super::lexicon::clinician::{MEETING, PLAN_WORDS, PROPOSAL, RESPONSE, WARNING};
use super::lexicon::medicines;
use super::lexicon::verbs::PAST;
use super::meeting::{asked_meeting, meeting, names_a_time, settled_on};
use super::model::{Fact, Kind, Topic};
use super::person::about_client;
use super::proposal::{ASKED_FOR, PROPOSING, asks_to_do};
use super::sound::is_past;
use super::text::{self, key, keys};
use super::turns::{Answer, Role, Script, Utterance, answer};
use super::weigh::{has_quantity, word_salience};
use super::{cut, quote};

/// All plans.
pub(crate) fn facts(script: &Script<'_>) -> Vec<Fact> {
    let mut out = Vec::new();
    // Of several days that were talked of, the one that was settled on last stands.
    let slot = settled_on(script);
    for (at, line) in script.lines.iter().enumerate() {
        if let Some((text, evidence)) = asked_meeting(script, at).filter(|_| slot.is_none()) {
            out.push(fact(Topic::FollowUp, text, evidence, 4.0, at));
            continue;
        }
        if let Some(text) = summed_up(line).or_else(|| tasked(script, at)) {
            out.push(with_reply(script, at, text));
            continue;
        }
        if line.role != Role::Clinician || past_or_asking(line) || done_together(line) {
            continue;
        }
        if let Some(text) = meeting(line) {
            if slot.is_some() {
                continue;
            }
            out.push(fact(Topic::FollowUp, text, vec![line.turn], 4.0, at));
            continue;
        }
        if slot.is_some() && line.question && names_a_time(line) {
            continue;
        }
        let sentence = text::without_opening(&line.said);
        let whole = line.keys.iter().any(|k| k == "if");
        for clause in if whole { vec![sentence] } else { cut::clauses(&sentence) } {
            let clause = text::without_opening(&clause);
            let Some((topic, salience)) = place(&clause, line) else { continue };
            let Some(text) = directive(&clause) else { continue };
            let said = format!(" {} ", keys(&text).join(" "));
            let acts = [" call ", " go to ", " ring ", " 999 ", " ae ", " a and e ", " contact "]
                .iter()
                .any(|a| said.contains(a));
            if topic == Topic::SafetyNet && !MEETING.any(&keys(&text)) && !acts {
                out.extend(completed(script, at, &text, salience));
                continue;
            }
            let reply = taken(script, at);
            let (text, evidence) = match reply {
                Some((false, turn)) => (format!("proposed, not agreed: {text}"), vec![line.turn, turn]),
                Some((true, turn)) if line.question => (format!("agreed: {text}"), vec![line.turn, turn]),
                _ if line.question => (format!("proposed: {text}"), vec![line.turn]),
                _ => (text, vec![line.turn]),
            };
            out.push(fact(topic, text, evidence, salience, at));
        }
    }
    out.extend(slot.map(|(text, evidence)| fact(Topic::FollowUp, text, evidence, 4.0, script.lines.len())));
    out
}

/// "Could that be the thing for this week? You write the thought on a card": a task with the rest of its turn.
fn tasked(script: &Script<'_>, at: usize) -> Option<String> {
    const EARLIEST: f32 = 0.6;
    const LONGEST: usize = 40;
    const TASKING: &[&str] =
        &[" for this week ", " for the week ", " for next week ", " before next time ", " as homework "];
    let line = &script.lines[at];
    let said = format!(" {} ", line.keys.join(" "));
    if line.at < EARLIEST || !line.raw.contains(['.', '?', ',']) || !TASKING.iter().any(|t| said.contains(t))
    {
        return None;
    }
    let rest: Vec<&Utterance<'_>> = script.lines[at..].iter().take_while(|l| l.turn == line.turn).collect();
    let open = |l: &&&Utterance<'_>| {
        l.question && l.keys.iter().any(|k| matches!(k.as_str(), "what" | "how" | "which"))
    };
    if rest.len() < 2 || rest.iter().any(|l| open(&l)) {
        return None;
    }
    let raws: Vec<&str> = rest.iter().map(|l| l.raw).collect();
    Some(format!("for the time until then: “{}”", quote::within(&raws.join(" "), false, LONGEST)?))
}

/// A summary with what the client says to it, where that is more than a yes.
fn with_reply(script: &Script<'_>, at: usize, text: String) -> Fact {
    const SHORTEST: usize = 4;
    let line = &script.lines[at];
    let reply = script.lines.iter().skip(at + 1).find(|next| next.turn != line.turn);
    let reply = reply.filter(|r| r.role == Role::Client && r.keys.len() >= SHORTEST);
    let said = reply.and_then(|r| quote::words(r.raw, false).map(|said| (said, r.turn)));
    let (text, evidence) = match said {
        Some((said, turn)) => (format!("{text}; client: “{said}”"), vec![line.turn, turn]),
        None => (text, vec![line.turn]),
    };
    fact(Topic::Homework, text, evidence, 4.0, at)
}

/// "So, to wrap up: …": what was agreed, in the clinician's own summary.
fn summed_up(line: &Utterance<'_>) -> Option<String> {
    const EARLIEST: f32 = 0.6;
    const LONGEST: usize = 40;
    const SUMMING: &[&str] = &[
        "to wrap up",
        "to sum up",
        "to summarise",
        "to summarize",
        "to recap",
        "just to recap",
        "so this week",
        "so for this week",
        "so for next week",
        "so for homework",
        "so the homework",
        "so the plan is",
        "so the plan for",
        "between now and next",
        "so weve agreed",
        "so weve said",
        "so what weve agreed",
    ];
    let said = line.keys.join(" ");
    let (at, cue) = SUMMING.iter().filter_map(|cue| said.find(cue).map(|at| (at, cue))).min()?;
    let before = said[..at].split_whitespace().count();
    let told = line.keys.len() - before - cue.split(' ').count();
    let asks = line.question && line.raw.ends_with('?')
        || line.keys.iter().any(|k| matches!(k.as_str(), "how" | "what"));
    // A short sentence with its commas can be told as tasks.
    let tasks = cue.starts_with("so ") && line.raw.contains([',', ';']) && told < LONGEST / 2;
    if line.at < EARLIEST || told < 5 || asks && told < 8 || tasks {
        return None;
    }
    let from = quote::stretch_from(line.raw, &line.keys[before..]);
    Some(format!("as summed up: “{}”", quote::within(from, false, LONGEST)?))
}

/// "If it gets worse …" without what to do then: the next sentence may say it.
fn completed(script: &Script<'_>, at: usize, condition: &str, salience: f32) -> Option<Fact> {
    let line = &script.lines[at];
    let mut next =
        script.lines.iter().skip(at + 1).take(4).filter(|l| l.role == Role::Clinician && l.keys.len() > 3);
    let then = next.find(|l| MEETING.any(&l.keys) && l.turn <= line.turn + 2 && meeting(l).is_none())?;
    let what = directive(&text::without_opening(&then.said))?;
    const LONGEST: usize = 36;
    let text = format!("{}: {}", condition.trim_end_matches(['.', ',', ' ']), what);
    (text.split_whitespace().count() <= LONGEST).then_some(())?;
    Some(fact(Topic::SafetyNet, text, vec![line.turn, then.turn], salience, at))
}

fn fact(topic: Topic, text: String, evidence: Vec<usize>, salience: f32, order: usize) -> Fact {
    Fact { topic, kind: Kind::Planned, text, item: false, evidence, salience, order }
}

/// "Let's try a breathing exercise together": done in the session, not planned for after it.
fn done_together(line: &Utterance<'_>) -> bool {
    let said = format!(" {} ", line.keys.join(" "));
    let now = [
        " together ",
        " right now ",
        " right here ",
        " breathe in ",
        " with me ",
        " for a moment ",
        " close your eyes ",
        " while you settle ",
        " while you get ",
    ];
    let later = [" homework ", " this week ", " every day ", " a day ", " next ", " tomorrow ", " at home "];
    now.iter().any(|n| said.contains(n)) && !later.iter().any(|l| said.contains(l))
}

/// Words that show a sentence to be history taking, talk about the past, or a plain question.
fn past_or_asking(line: &Utterance<'_>) -> bool {
    const PAST: &[&str] = &[
        "mentioned",
        "you said",
        "told me",
        "have you",
        "did you",
        "youve been",
        "you were",
        "do you",
        "are you",
        "youve had",
        "last time",
        "before i go",
        "before we",
        "ask you",
        "questions",
        "can you tell",
        "tell me",
        "can i",
        "how can i help",
        "hear me",
        "any other",
        "start by",
        "before proceeding",
        "help you",
        "could you tell",
        "can you describe",
        "would you say",
        "remind me",
        "confirm your",
        "take a history",
        "talk about today",
        "sounds like you",
    ];
    let said = format!(" {} ", line.keys.join(" "));
    let proposing = PROPOSING.iter().any(|p| said.contains(p)) || asks_to_do(line);
    let asks = line.question && line.raw.ends_with('?') && !proposing;
    (PAST.iter().any(|p| said.contains(p)) || asks)
        && !(proposing && line.question)
        && !said.contains(" for homework ")
}

/// The topic of a plan and how much it matters; `None` when the clause proposes nothing.
fn place(clause: &str, line: &Utterance<'_>) -> Option<(Topic, f32)> {
    let ks = keys(clause);
    if ks.len() < 3 || ks.len() > 45 {
        return None;
    }
    let proposal = PROPOSAL.find(&ks);
    let meets = MEETING.any(&ks);
    let warned = WARNING.any(&ks);
    let conditional = ks.iter().any(|k| k == "if") || ks.iter().any(|k| k == "sooner" || k == "urgently");
    let medicine = medicines::mentions(&ks);
    let words = PLAN_WORDS.find(&ks);
    if proposal.is_empty() && !(conditional && warned) && !asks_to_do(line) {
        return None;
    }
    let homework = words.iter().any(|h| h.label == Topic::Homework);
    let late = line.at > 0.5 || homework && line.at > 0.2 || line.keys.iter().take(2).any(|k| k == "please");
    if !late {
        return None;
    }
    let base = 1.0 + 0.6 * word_salience(&ks) + 0.5 * line.at;
    if conditional && warned && (meets || words.iter().any(|h| h.label == Topic::Referrals) || ks[0] == "if")
    {
        return Some((Topic::SafetyNet, base + 0.6));
    }
    if homework {
        return Some((Topic::Homework, base + 1.6));
    }
    if !medicine.is_empty() {
        return Some((Topic::MedicationPlan, base + 0.9));
    }
    if let Some(hit) = words.iter().find(|h| matches!(h.label, Topic::Tests | Topic::Referrals)) {
        return Some((hit.label, base + 0.8));
    }
    let said = format!(" {} ", ks.join(" "));
    let asked_for = ASKED_FOR.iter().any(|a| said.contains(a))
        || PROPOSING.iter().any(|p| said.contains(p))
        || asks_to_do(line);
    if meets && has_quantity(&ks) && !said.contains(" before we meet ") {
        return Some((Topic::FollowUp, base + 1.0));
    }
    if conditional && (warned || meets) {
        return Some((Topic::SafetyNet, base + 0.3));
    }
    // What the clinician asks for in so many words is a task, whatever it is.
    let asked_for = asked_for && !ks.iter().any(|k| IDLE.contains(&k.as_str()));
    words.first().map(|h| (h.label, base + 0.2)).or(asked_for.then_some((Topic::Homework, base + 0.4)))
}

/// How the client took it: taken up, or turned down, with the turn.
fn taken(script: &Script<'_>, at: usize) -> Option<(bool, usize)> {
    let line = &script.lines[at];
    let mut later = false;
    for next in script.lines.iter().skip(at + 1).take(6) {
        match next.role {
            Role::Clinician if next.turn == line.turn => later = true,
            Role::Clinician if next.keys.len() <= 2 => {}
            Role::Client => {
                let hits = RESPONSE.find(&next.keys);
                let hesitant = next.keys.windows(2).any(|w| w[0] == "not" && w[1] == "sure");
                if hits.iter().any(|h| !h.label) && !hesitant {
                    // "I'd rather not do the stool test" turns down the test, whatever else was proposed with it.
                    let particular =
                        !medicines::named(&next.keys).is_empty() || !PLAN_WORDS.find(&next.keys).is_empty();
                    let medicine = |l: &Utterance<'_>| !medicines::mentions(&l.keys).is_empty();
                    let same = medicine(line) && medicine(next)
                        || next.keys.iter().any(|k| {
                            k.len() > 3
                                && !IDLE.contains(&k.as_str())
                                && line.keys.contains(k)
                                && k != "dont"
                                && k != "want"
                        });
                    return (same || !particular && !later).then_some((false, next.turn));
                }
                return match answer(&next.keys) {
                    _ if later => None,
                    Answer::Yes => Some((true, next.turn)),
                    Answer::No if line.question => Some((false, next.turn)),
                    _ if !hits.is_empty() => Some((true, next.turn)),
                    _ => None,
                };
            }
            _ => return None,
        }
    }
    None
}

/// Heads of a proposal and what they become. The longest head at the earliest place is taken.
const HEADS: &[(&str, &str)] = &[
    ("id like you to", ""),
    ("i would like you to", ""),
    ("id also like you to", ""),
    ("i would also like you to", ""),
    ("would like you to", ""),
    ("id really like you to", ""),
    ("i want you to", ""),
    ("want you to", ""),
    ("i need you to", ""),
    ("need you to", ""),
    ("you need to", ""),
    ("youll need to", ""),
    ("you will need to", ""),
    ("you should", "should"),
    ("id advise you to", ""),
    ("i would advise you to", ""),
    ("i advise you to", ""),
    ("you just need to", ""),
    ("for homework please", "homework:"),
    ("for homework", "homework:"),
    ("please", ""),
    ("remember to", ""),
    ("make sure you", "make sure they"),
    ("make sure", "make sure"),
    ("you can also", "can also"),
    ("you can", "can"),
    ("you could", "could"),
    ("you may want to", "may want to"),
    ("you might want to", "might want to"),
    ("im going to", "clinician is going to"),
    ("i am going to", "clinician is going to"),
    ("im gonna", "clinician is going to"),
    ("i will", "clinician will"),
    ("ill", "clinician will"),
    ("we will", "will"),
    ("wewill", "will"),
    ("weare going to", "will"),
    ("were going to", "will"),
    ("we can also", "can also"),
    ("we can", "can"),
    ("we could", "could"),
    ("we should", "should"),
    ("we need to", "need to"),
    ("i can", "clinician can"),
    ("i could", "clinician could"),
    ("lets", ""),
    ("let us", ""),
    ("i would recommend", "clinician recommends"),
    ("id recommend", "clinician recommends"),
    ("i recommend", "clinician recommends"),
    ("i strongly recommend that", "clinician recommends that"),
    ("i would suggest", "clinician suggests"),
    ("id suggest", "clinician suggests"),
    ("i suggest", "clinician suggests"),
    ("id also suggest", "clinician suggests"),
    ("i would also suggest", "clinician suggests"),
    ("id also recommend", "clinician recommends"),
    ("i would also recommend", "clinician recommends"),
    ("i also recommend", "clinician recommends"),
    ("id like your", "clinician would like their"),
    ("i would like your", "clinician would like their"),
    ("could you", ""),
    ("can you", ""),
    ("would you", ""),
    ("id advise", "clinician advises"),
    ("i would advise", "clinician advises"),
    ("i think its worth", "worth"),
    ("its worth", "worth"),
    ("be worth", "worth"),
    ("its certainly worth", "worth"),
    ("definitely worth", "worth"),
    ("certainly worth", "worth"),
    ("probably worth", "worth"),
    ("id like to", "clinician would like to"),
    ("i would like to", "clinician would like to"),
    ("im happy to", "clinician is happy to"),
    ("im quite happy to", "clinician is happy to"),
    ("would you be willing to", ""),
    ("how about", ""),
    ("why dont we", ""),
    ("why dont you", ""),
    ("shall we", ""),
    ("could you try", "try"),
    ("can you try", "try"),
    ("would you like to try", "try"),
    ("i want to", "clinician wants to"),
    ("i think", ""),
    ("i would take", "take"),
    ("i would use", "use"),
    ("i would try", "try"),
    ("i would keep", "keep"),
    ("i would avoid", "avoid"),
    ("i would continue", "continue"),
    ("i would stop", "stop"),
    ("i would see", "see"),
    ("i would start", "start"),
    ("id take", "take"),
    ("id use", "use"),
    ("id try", "try"),
    ("id avoid", "avoid"),
];

/// A clause of the clinician as an instruction or arrangement, or `None` where the grammar is unsure.
fn directive(clause: &str) -> Option<String> {
    let tokens: Vec<&str> = clause.split_whitespace().filter(|t| !key(t).is_empty()).collect();
    let ks: Vec<String> = tokens.iter().map(|t| key(t)).collect();
    let head = (0..ks.len())
        .flat_map(|at| HEADS.iter().map(move |h| (at, h)))
        .filter(|(at, (head, _))| {
            let words: Vec<&str> = head.split(' ').collect();
            let hangs = *at > 0
                && matches!(
                    ks[*at - 1].as_str(),
                    "if" | "when"
                        | "what"
                        | "how"
                        | "where"
                        | "that"
                        | "whether"
                        | "as"
                        | "whatever"
                        | "which"
                        | "who"
                        | "because"
                        | "cause"
                        | "until"
                        | "before"
                        | "after"
                        | "unless"
                        | "things"
                        | "thing"
                );
            // "How about this question?" proposes nothing; "whether you need to" asks.
            let about = head.ends_with("about")
                && !ks.get(at + words.len()).is_some_and(|k| {
                    k.ends_with("ing")
                        || has_quantity(std::slice::from_ref(k))
                        || matches!(k.as_str(), "we" | "you" | "just" | "if" | "doing")
                });
            let asks = ks[*at..].windows(2).skip(1).any(|w| {
                matches!(w[0].as_str(), "are" | "is" | "do" | "does" | "have" | "any")
                    && matches!(w[1].as_str(), "those" | "they" | "you" | "it" | "that" | "these" | "any")
            });
            let asks_which =
                ks[at.saturating_sub(4)..*at].iter().any(|k| matches!(k.as_str(), "what" | "which" | "why"));
            let hangs = hangs
                || asks_which && head.contains("you")
                || about
                || head.ends_with("about") && asks
                || *at > 1
                    && matches!(ks[*at - 2].as_str(), "whether" | "if")
                    && matches!(ks[*at - 1].as_str(), "you" | "we");
            !hangs
                && ks.len() > at + words.len()
                && ks[*at..at + words.len()].iter().zip(&words).all(|(a, b)| a == b)
        })
        .min_by_key(|(at, (head, _))| (*at, usize::MAX - head.len()));
    match head {
        Some((at, (head, becomes))) => {
            let condition = ks[..at].iter().position(|k| k == "if");
            let rest = &tokens[at + head.split(' ').count()..];
            match condition {
                Some(from) => {
                    let lead = about_client(&tokens[from..at].join(" "));
                    tidy(format!("{} {becomes}", lead.trim()).trim(), rest)
                }
                None => tidy(becomes, rest),
            }
        }
        None if week_lead(&ks) > 0 => tidy("this week:", &tokens[week_lead(&ks)..]),
        None if imperative(&ks) || conditional(&tokens, &ks) => tidy("", &tokens),
        None => None,
    }
}

/// "For this week: …": how many words say only when.
fn week_lead(ks: &[String]) -> usize {
    match ks {
        [a, b, c, ..] if a == "for" && b == "this" && c == "week" => 3,
        [a, b, ..] if a == "this" && b == "week" => 2,
        _ => 0,
    }
}

/// "If it gets worse, …": a condition with what is to be done then.
fn conditional(tokens: &[&str], ks: &[String]) -> bool {
    const ACTS: &[&str] = &["ring", "call", "go", "come", "contact", "phone", "book", "seek"];
    let bare = !tokens.iter().any(|t| t.ends_with([',', ';']));
    let acts =
        |at: usize| bare && ACTS.contains(&ks[at].as_str()) && ks[at - 1] != "to" && ks[at - 1] != "you";
    let then = (3..ks.len()).any(|at| {
        if acts(at) {
            return true;
        }
        let begins = tokens[at - 1].ends_with([',', ';']) || ks[at - 1] == "then" || ks[at] == "then";
        begins
            && ks[at..]
                .iter()
                .take(3)
                .any(|k| imperative(std::slice::from_ref(k)) || k == "you" || k == "then")
    });
    ks.first().is_some_and(|k| k == "if") && then
}

/// An instruction by its form: it begins with the verb, or says what would be good.
fn imperative(ks: &[String]) -> bool {
    const VERBS: &[&str] = &[
        "take", "keep", "try", "use", "avoid", "drink", "continue", "stop", "start", "come", "call", "book",
        "rest", "go", "increase", "reduce", "contact", "carry", "apply", "stay", "write", "practise",
        "practice", "make", "have", "wash", "wear", "get", "ring", "bring", "record", "monitor", "put",
        "see", "finish", "eat", "limit", "schedule",
    ];
    const GOOD: &[&str] =
        &["important", "helpful", "useful", "advisable", "worth", "worthwhile", "sensible", "recommended"];
    ks.first().is_some_and(|k| VERBS.contains(&k.as_str())) || ks.iter().any(|k| GOOD.contains(&k.as_str()))
}

/// Words that a plan cannot end in.
const HANGING: &[&str] = &[
    "and", "or", "the", "a", "to", "if", "with", "but", "of", "then", "as", "for", "in", "we", "you", "that",
    "dont", "doesnt", "not", "where", "is", "be", "can", "could", "it", "see", "make", "might", "like",
    "your", "an", "think", "maybe", "which", "who", "what", "until", "because", "at", "by", "from", "on",
    "so", "just", "when", "about", "well", "by", "ok", "okay", "also", "their", "my", "some", "any", "would",
    "will", "should", "are", "was", "were", "than",
];

/// Verbs of talk, which are not plans.
const IDLE: &[&str] = &[
    "think",
    "know",
    "say",
    "ask",
    "mention",
    "understand",
    "tell",
    "explain",
    "hear",
    "apologise",
    "imagine",
    "appreciate",
];

/// Words before a plan that soften it or hang on to the one before.
const SOFT: &[&str] =
    &["just", "also", "really", "kind", "of", "then", "and", "definitely", "certainly", "probably", "maybe"];

/// Joins a lead and the rest, in the third person, cut where the clinician's own "I" or an explanation begins.
fn tidy(lead: &str, rest: &[&str]) -> Option<String> {
    const LONGEST: usize = 24;
    let rest = match rest {
        [a, b, c, more @ ..] if key(a) == "do" && key(b) == "is" => {
            if key(c) == "to" {
                more
            } else {
                &rest[2..]
            }
        }
        _ => rest,
    };
    let mut words: Vec<String> = Vec::new();
    let mut skip = true;
    for (at, token) in rest.iter().enumerate() {
        let k = key(token);
        if skip && SOFT.contains(&k.as_str()) && at < 3 {
            continue;
        }
        skip = false;
        // "The card I gave you" is the clinician's; other sentences of their own begin here.
        let gave = k == "i"
            && at > 0
            && rest.get(at + 1).is_some_and(|t| PAST.contains(&key(t).as_str()) || is_past(&key(t)));
        let own = matches!(k.as_str(), "i" | "im" | "ive" | "id" | "ill" | "my") && !gave;
        let more = || PLAN_WORDS.find(&keys(&rest[at..].join(" "))).iter().any(|h| h.label == Topic::Tests);
        let why = at > 3 && matches!(k.as_str(), "because" | "cause" | "obviously" | "which") && !more()
            || at > 4 && k == "so"
            || at > 3 && k == "just" && !rest[at - 1].ends_with("n't");
        if own || why {
            break;
        }
        let new = match k.as_str() {
            "i" => "clinician".to_owned(),
            "me" => token.replace("me", "clinician"),
            _ => (*token).to_owned(),
        };
        words.push(new);
    }
    if words.len() > LONGEST {
        let comma = words[..LONGEST].iter().rposition(|t| t.ends_with([',', ';'])).filter(|c| *c > 6);
        let joint = || {
            let joins =
                |t: &String| matches!(key(t).as_str(), "and" | "but" | "if" | "or" | "when" | "because");
            words[..LONGEST].iter().rposition(joins).filter(|c| *c > 6).map(|c| c - 1)
        };
        let cut = comma.or_else(joint)?;
        words.truncate(cut + 1);
    }
    let selves = words.iter().any(|t| matches!(key(t).as_str(), "myself" | "ourselves"));
    // "… and stay off it" ends well; an "it" at a cut does not.
    let whole = words.len() == rest.len();
    while words.last().is_some_and(|t| HANGING.contains(&key(t).as_str()) && !(whole && key(t) == "it")) {
        words.pop();
    }
    let idle = IDLE.contains(&key(words.first().map_or("", String::as_str)).as_str());
    if words.len() < 2 || idle && lead.is_empty() || selves {
        return None;
    }
    let body = about_client(&words.join(" "));
    Some(format!("{lead} {}", body.trim_matches(|c: char| matches!(c, ',' | ';' | ' '))).trim().to_owned())
}

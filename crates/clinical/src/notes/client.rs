//! What the client says of their own accord or at length: statements, turned into the third person or quoted.

use super::asked::split_items;
use super::exchange::{Context, asked_noun};
use super::lexicon::clinician::{CHANGE, DONE, RESPONSE};
use super::lexicon::medicines;
use super::lexicon::risk::RISK;
use super::lexicon::symptoms::{BODILY, FEELINGS, ILLNESSES};
use super::lexicon::verbs::PEOPLE;
use super::model::{Fact, Kind, Topic};
use super::person::third_person;
use super::turns::{Answer, Role, Script, Utterance};
use super::weigh::{has_quantity, topic_of, word_salience};
use super::{quote, text};

/// All statements of the client.
pub(crate) fn facts(script: &Script<'_>, contexts: &[Option<Context>]) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut opened = 0;
    for (at, line) in script.lines.iter().enumerate() {
        if line.role != Role::Client || line.question && line.raw.ends_with('?') {
            continue;
        }
        response(script, at, &mut out);
        if RISK.any(&line.keys) {
            continue;
        }
        let before = out.len();
        let sentence = text::without_opening(&line.said);
        let noun = contexts[at].and_then(|c| {
            let question = &script.lines[c.question];
            Some((asked_noun(question)?, question.turn))
        });
        for clause in text::clauses(&sentence).iter().flat_map(|c| split_but(c)) {
            let clause = text::without_opening(&clause);
            statement(line, at, &clause, contexts[at], noun.as_ref(), opened < 2, &mut out);
        }
        if out[before..].iter().any(|f| !matches!(f.topic, Topic::Response)) {
            opened += 1;
        }
        if let Some(context) = contexts[at] {
            let question = script.lines[context.question].turn;
            for fact in &mut out[before..] {
                if text::keys(&fact.text).len() < 8 {
                    fact.evidence.push(question);
                }
            }
        }
    }
    out
}

/// "no fever but a cough" are two statements.
fn split_but(clause: &str) -> Vec<String> {
    let lower = clause.to_ascii_lowercase();
    match lower.find(" but ") {
        Some(at) => vec![clause[..at].to_owned(), clause[at + 5..].to_owned()],
        None => vec![clause.to_owned()],
    }
}

/// Whose matter a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Own,
    /// A relative, or another person.
    Other,
    /// A thing: "it", "the pain".
    Thing,
}

pub(crate) fn subject(keys: &[String]) -> Subject {
    let k = |at: usize| keys.get(at).map(String::as_str).unwrap_or_default();
    let person = |w: &str| PEOPLE.contains(&w) || w.strip_suffix('s').is_some_and(|s| PEOPLE.contains(&s));
    match k(0) {
        "i" | "im" | "ive" | "id" | "ill" | "me" | "we" | "weare" | "weve" => Subject::Own,
        "he" | "she" | "hes" | "shes" | "his" | "her" | "they" | "theyre" | "theyve" | "people"
        | "everyone" => Subject::Other,
        "my" | "our" | "a" | "the" if person(k(1)) || person(k(2)) && !is_link(k(1)) => Subject::Other,
        "my" => Subject::Own,
        w if person(w) => Subject::Other,
        _ => Subject::Thing,
    }
}

fn is_link(k: &str) -> bool {
    matches!(k, "is" | "was" | "and" | "with" | "has")
}

fn statement(
    line: &Utterance<'_>,
    at: usize,
    clause: &str,
    context: Option<Context>,
    noun_asked: Option<&(String, usize)>,
    opening: bool,
    out: &mut Vec<Fact>,
) {
    let keys = text::keys(clause);
    if keys.len() < 2 || line.question && keys.len() < 4 || identifies(&keys) {
        return;
    }
    let whose = subject(&keys);
    if whose != Subject::Other && denial(line, at, clause, &keys, out) {
        return;
    }
    if keys.len() < 3 && !has_short_fact(&keys) {
        return;
    }
    let answers = context.is_some_and(|c| c.open.is_some());
    if whose == Subject::Thing && !answers && !stands_alone(&keys) {
        return;
    }
    let placed = place(&keys, whose, context);
    let Some((topic, weight)) = placed.or(opening
        .then_some((Topic::Concern, 0.3))
        .filter(|_| keys.len() > 6 && whose == Subject::Own && context.is_some()))
    else {
        return;
    };
    let record = [
        Topic::FamilyHistory,
        Topic::Allergies,
        Topic::Medication,
        Topic::MedicalHistory,
        Topic::Substances,
        Topic::Sleep,
    ];
    let mut salience =
        if record.contains(&topic) { 0.7 } else { 0.3 } + 0.45 * weight.min(3.0) + 0.9 * word_salience(&keys);
    salience += if has_quantity(&keys) { 0.3 } else { 0.0 };
    salience += if opening { 1.2 } else { 0.4 * (1.0 - line.at) };
    salience += if context.is_some_and(|c| c.open.is_some()) { 0.5 } else { 0.0 };
    salience -= vagueness(&keys);
    if let Some((kind, mut text)) = worded(line, clause, &keys, topic, whose) {
        let mut evidence = vec![line.turn];
        let pointing = matches!(keys[0].as_str(), "it" | "its" | "thats" | "theyre" | "that");
        if pointing && let Some((noun, turn)) = noun_asked {
            text = format!("{noun}: {text}");
            evidence.push(*turn);
        }
        let topic =
            if opening && whose == Subject::Own && topic == Topic::Physical { Topic::Concern } else { topic };
        out.push(Fact { topic, kind, text, item: false, evidence, salience, order: at });
    }
}

/// Names and dates of birth belong to the record, not into a note.
fn identifies(keys: &[String]) -> bool {
    let said = keys.join(" ");
    let name = [
        "name is",
        "names ",
        "my name",
        "born",
        "date of birth",
        "years old",
        "year old",
        "hear you",
        "see you",
    ];
    let month = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let year =
        keys.iter().any(|k| matches!(k.as_str(), "nineteen" | "th") || k.len() == 4 && k.starts_with("19"));
    name.iter().any(|n| said.contains(n))
        || year && (keys.len() < 12 || month.iter().any(|m| said.contains(m)))
}

fn has_short_fact(keys: &[String]) -> bool {
    !medicines::named(keys).is_empty() || has_quantity(keys) && BODILY.any(keys)
}

/// A clause without a person as subject says what it is about within its first words.
fn stands_alone(keys: &[String]) -> bool {
    let pointing =
        matches!(keys[0].as_str(), "it" | "its" | "there" | "theres" | "this" | "these" | "theyre");
    let near = &keys[..keys.len().min(4)];
    pointing
        || BODILY.any(near)
        || ILLNESSES.any(near)
        || !medicines::named(near).is_empty()
        || FEELINGS.any(near)
        || matches!(topic_of(near), Some((topic, _)) if topic != Topic::Social && topic != Topic::Strengths)
        || keys[0] == "work"
        || keys[0] == "living"
        || keys[0] == "feeling"
        || keys[0] == "had"
        || keys[0] == "been"
        || keys[0] == "having"
}

/// The topic of a statement, by its words, its subject and the question before it.
fn place(keys: &[String], whose: Subject, context: Option<Context>) -> Option<(Topic, f32)> {
    let asked = context.and_then(|c| c.open);
    if whose == Subject::Own
        && keys.iter().take(3).any(|k| matches!(k.as_str(), "tried" | "practiced" | "practised"))
        && asked.is_some_and(|q| q.topic == Topic::HomeworkDone)
        && DONE.any(keys)
    {
        return Some((Topic::HomeworkDone, 2.0));
    }
    let (topic, weight) = match (topic_of(keys), asked) {
        (Some((topic, weight)), Some(open)) if yields(topic, open.topic) => {
            (if open.topic == Topic::Concern { topic } else { open.topic }, weight + 0.6)
        }
        (Some(found), _) => found,
        (None, Some(open))
            if keys.len() <= 14
                && (has_quantity(keys) || keys.len() >= 4 && FREELY_ANSWERED.contains(&open.topic)) =>
        {
            (open.topic, 0.9)
        }
        (None, _) => return None,
    };
    if whose == Subject::Other {
        let ill =
            ILLNESSES.any(keys) || keys.iter().any(|k| matches!(k.as_str(), "died" | "passed" | "dead"));
        let relative = keys.iter().take(4).any(|k| {
            PEOPLE.iter().take(32).any(|p| p == k)
                || matches!(k.as_str(), "he" | "she" | "uncle" | "aunt" | "grandmother" | "grandfather")
        });
        let family = ill && relative || matches!(asked, Some(q) if q.topic == Topic::FamilyHistory);
        let about_self = keys[0].starts_with("they")
            && matches!(topic, Topic::MedicalHistory | Topic::Physical | Topic::Medication);
        return Some((
            if family {
                Topic::FamilyHistory
            } else if about_self {
                topic
            } else {
                Topic::Social
            },
            weight,
        ));
    }
    let tried = asked.is_some_and(|q| q.topic == Topic::HomeworkDone);
    if DONE.any(keys)
        && (tried && topic != Topic::Medication
            || keys
                .iter()
                .any(|k| matches!(k.as_str(), "homework" | "diary" | "exercise" | "exercises" | "record")))
    {
        return Some((Topic::HomeworkDone, weight + 1.0));
    }
    let bodily = matches!(topic, Topic::Physical | Topic::Medication | Topic::MedicalHistory);
    if CHANGE.any(keys) && !bodily {
        return Some((Topic::Progress, weight + 0.4));
    }
    Some((topic, weight))
}

/// A weak topic by words gives way to what was asked: "no, just the headaches" to a question on medical history.
fn yields(topic: Topic, asked: Topic) -> bool {
    match topic {
        Topic::Social | Topic::Strengths => true,
        Topic::Thoughts | Topic::Mood | Topic::Anxiety => asked == Topic::HomeworkDone,
        Topic::Physical => matches!(asked, Topic::FamilyHistory | Topic::MedicalHistory | Topic::Allergies),
        Topic::MedicalHistory => asked == Topic::FamilyHistory,
        Topic::Medication => asked == Topic::Allergies,
        _ => false,
    }
}

/// Topics whose answers are facts even in words that no list has.
const FREELY_ANSWERED: &[Topic] = &[
    Topic::Social,
    Topic::Medication,
    Topic::Allergies,
    Topic::FamilyHistory,
    Topic::MedicalHistory,
    Topic::Substances,
    Topic::Sleep,
    Topic::Concern,
    Topic::HomeworkDone,
];

/// How much of a clause points at things that are not in it.
fn vagueness(keys: &[String]) -> f32 {
    let vague = [
        "that",
        "this",
        "thing",
        "things",
        "stuff",
        "something",
        "anything",
        "you",
        "gonna",
        "maybe",
        "whatever",
        "them",
        "doctor",
        "hello",
        "okay",
        "thanks",
        "thank",
        "question",
        "we",
        "if",
    ];
    let hits = keys.iter().filter(|k| vague.contains(&k.as_str())).count().min(4);
    let long = if keys.len() > 22 { 0.6 } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let hits = hits as f32;
    0.25 * hits + long
}

/// Statements about one's own feelings and thoughts are quoted; others are turned where the grammar allows.
fn worded(
    line: &Utterance<'_>,
    clause: &str,
    keys: &[String],
    topic: Topic,
    whose: Subject,
) -> Option<(Kind, String)> {
    let inner = matches!(topic, Topic::Mood | Topic::Thoughts | Topic::Anxiety | Topic::Trauma);
    let feeling = inner && whose == Subject::Own && FEELINGS.any(keys) && !has_rating(keys);
    let told = text::keys(&text::without_opening(&line.said)).len();
    let whole = told <= keys.len() + 6 && line.raw.split_whitespace().count() <= told + 5;
    if feeling
        && whole
        && keys.len() <= 20
        && let Some(said) = quote::words(line.raw, false)
    {
        return Some((Kind::Quoted, format!("states “{said}”")));
    }
    if keys.len() > 30 {
        return quote::words(line.raw, false)
            .filter(|_| whole)
            .map(|said| (Kind::Quoted, format!("states “{said}”")));
    }
    match third_person(clause) {
        Some(text) => {
            let text = trimmed(&text);
            if !is_told(&text) {
                return None;
            }
            let negative = denies(keys) && whose == Subject::Own;
            Some((if negative { Kind::Denied } else { Kind::Reported }, text))
        }
        None if keys[0].starts_with("you") => None,
        None => quote::words(line.raw, false)
            .filter(|_| whole)
            .map(|said| (Kind::Quoted, format!("states “{said}”"))),
    }
}

/// Without the small words that speech hangs on at either end.
fn trimmed(text: &str) -> String {
    const HEAD: &[&str] = &[
        "just",
        "also",
        "then",
        "like",
        "actually",
        "really",
        "basically",
        "obviously",
        "and",
        "usually,",
        "apparently,",
    ];
    const TAIL: &[&str] = &[
        "actually",
        "really",
        "though",
        "yeah",
        "basically",
        "so",
        "and",
        "anyway",
        "obviously",
        "but",
        "like",
        "well",
        "then",
        "doctor",
        "or",
        "because",
        "just",
        "know",
        "you",
        "yes",
        "guess",
        "cause",
        "too",
    ];
    let mut tokens: Vec<&str> = text.split_whitespace().collect();
    while tokens.len() > 2 && HEAD.contains(&text::key(tokens[0]).as_str()) {
        tokens.remove(0);
    }
    while tokens.len() > 2 && TAIL.contains(&text::key(tokens[tokens.len() - 1]).as_str()) {
        tokens.pop();
    }
    if tokens.len() > 2 && text::key(tokens[tokens.len() - 1]) == "as" {
        tokens.pop();
    }
    tokens.join(" ").trim_end_matches([',', ' ']).to_owned()
}

/// Enough of a sentence to stand alone.
fn is_told(text: &str) -> bool {
    const NO_HEAD: &[&str] = &[
        "to", "that", "them", "than", "which", "who", "because", "if", "when", "whether", "and", "or", "as",
        "of", "though", "thats", "what", "where", "how", "until", "with", "goes", "they", "you",
    ];
    let ks = text::keys(text);
    if ks.first().is_some_and(|k| NO_HEAD.contains(&k.as_str())) {
        return false;
    }
    let dangling = [
        "and", "but", "the", "a", "to", "of", "with", "my", "their", "is", "was", "has", "or", "because",
        "so", "they", "if", "when", "for", "at", "in",
    ];
    ks.len() >= 2 && !ks.last().is_some_and(|k| dangling.contains(&k.as_str()))
}

fn has_rating(keys: &[String]) -> bool {
    keys.windows(2).any(|w| w[0] == "out" && w[1] == "of")
}

fn denies(keys: &[String]) -> bool {
    keys.iter()
        .take(3)
        .any(|k| matches!(k.as_str(), "dont" | "not" | "never" | "havent" | "didnt" | "no" | "wasnt"))
}

/// Openings of a denial; what follows is the thing denied.
const DENIALS: &[&str] = &[
    "i dont have any",
    "i dont have a",
    "i dont have",
    "i do not have any",
    "i do not have",
    "i dont get any",
    "i dont get",
    "i havent had any",
    "i havent had",
    "i have not had any",
    "i have not had",
    "i havent noticed any",
    "i havent noticed",
    "i havent got any",
    "i havent got",
    "i didnt have any",
    "i didnt have",
    "i did not have",
    "ive not had any",
    "ive not had",
    "ive had no",
    "i have no",
    "ive got no",
    "ive never had",
    "i have never had",
    "i never had",
    "i never get",
    "theres no",
    "there is no",
    "there was no",
    "there werent any",
    "there hasnt been any",
    "there isnt any",
    "theres not any",
    "theres been no",
    "im not having any",
    "im not having",
    "im not getting any",
    "i dont feel any",
    "no",
    "not had any",
    "not noticed any",
    "havent had any",
    "didnt notice any",
    "i didnt notice any",
    "without any",
];

/// "I don't have a fever or a cough": the things denied. True when the clause was such a denial.
fn denial(line: &Utterance<'_>, at: usize, clause: &str, keys: &[String], out: &mut Vec<Fact>) -> bool {
    let Some(words) = DENIALS
        .iter()
        .map(|d| d.split(' ').count())
        .zip(DENIALS)
        .filter(|(n, d)| keys.len() > *n && d.split(' ').zip(keys).all(|(a, b)| a == b))
        .map(|(n, _)| n)
        .max()
    else {
        return false;
    };
    let tokens: Vec<&str> = clause.split_whitespace().filter(|t| !text::key(t).is_empty()).collect();
    let rest = tokens.get(words..).unwrap_or_default();
    let end = rest.iter().position(|t| {
        matches!(
            text::key(t).as_str(),
            "but"
                | "though"
                | "except"
                | "because"
                | "when"
                | "if"
                | "so"
                | "then"
                | "i"
                | "im"
                | "just"
                | "its"
                | "unless"
                | "until"
        )
    });
    const WANTED: &[&str] = &[
        "energy",
        "motivation",
        "appetite",
        "interest",
        "confidence",
        "concentration",
        "sleep",
        "support",
        "friends",
        "money",
        "hope",
        "time",
        "job",
        "memory",
        "strength",
        "choice",
        "control",
    ];
    if rest.first().is_some_and(|t| WANTED.contains(&text::key(t).as_str())) {
        return false;
    }
    let named = split_items(&rest[..end.unwrap_or(rest.len())]);
    let found = !named.is_empty();
    for text in named {
        let own = text::keys(&text);
        if own.iter().any(|k| k.starts_with("allerg")) {
            let text = "Allergies: none reported".to_owned();
            out.push(Fact {
                topic: Topic::Allergies,
                kind: Kind::Denied,
                text,
                item: false,
                evidence: vec![line.turn],
                salience: 3.0,
                order: at,
            });
            continue;
        }
        let topic = topic_of(&own).map_or(Topic::Physical, |t| t.0);
        let salience = 1.3 + 0.5 * word_salience(&own);
        out.push(Fact {
            topic,
            kind: Kind::Denied,
            text,
            item: true,
            evidence: vec![line.turn],
            salience,
            order: at,
        });
    }
    found && end.is_none()
}

/// "That makes sense" after something the clinician proposed or did.
fn response(script: &Script<'_>, at: usize, out: &mut Vec<Fact>) {
    let line = &script.lines[at];
    if line.keys.len() > 14 || at == 0 {
        return;
    }
    let Some(hit) = RESPONSE.find(&line.keys).first().copied() else { return };
    let Some(before) = script.lines[..at].iter().rev().find(|l| l.role == Role::Clinician) else { return };
    let invited = before.keys.join(" ");
    if !hit.label
        && !["would you", "how about", "could you", "like to try", "homework", "willing", "like you to"]
            .iter()
            .any(|p| invited.contains(p))
    {
        return;
    }
    if line.turn - before.turn.min(line.turn) > 2
        || before.question && super::turns::answer(&line.keys) == Answer::No
    {
        return;
    }
    if let Some(said) = quote::words(line.raw, false) {
        let text = if hit.label {
            format!("responds “{said}”")
        } else {
            format!("responds with reluctance: “{said}”")
        };
        let evidence = vec![before.turn, line.turn];
        out.push(Fact {
            topic: Topic::Response,
            kind: Kind::Quoted,
            text,
            item: false,
            evidence,
            salience: 0.9 + line.at,
            order: at,
        });
    }
}

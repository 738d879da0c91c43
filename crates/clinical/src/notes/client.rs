//! What the client says of their own accord or at length: statements, turned into the third person or quoted.

use super::denial::denial;
use super::exchange::{Context, bodily_matter, rated};
use super::lexicon::clinician::{CHANGE, DONE, PLAN_WORDS};
use super::lexicon::medicines;
use super::lexicon::risk::RISK;
use super::lexicon::symptoms::{BODILY, FEELINGS, ILLNESSES, REFERENTS};
use super::lexicon::verbs::PEOPLE;
use super::model::{Fact, Kind, Topic};
use super::person::third_person;
use super::pointing::{person_before, referent};
use super::sound::{has_end, has_verb, is_told, trimmed};
use super::turns::{Answer, Role, Script, Utterance};
use super::weigh::{has_quantity, topic_of, word_salience};
use super::{cut, quote, reply, text};

/// All statements of the client.
pub(crate) fn facts(script: &Script<'_>, contexts: &[Option<Context>]) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut opened = 0;
    for (at, line) in script.lines.iter().enumerate() {
        if line.role != Role::Client || line.question && line.raw.ends_with('?') {
            continue;
        }
        if reply::facts(script, at, &mut out) || RISK.any(&line.keys) {
            continue;
        }
        let before = out.len();
        let sentence = text::without_opening(&line.said);
        let mut named = referent(script, at, contexts[at]);
        for clause in cut::clauses(&sentence).iter().flat_map(|c| split_but(c)) {
            let clause = text::without_opening(&clause);
            let heard = Heard { line, at, context: contexts[at], named: named.as_ref(), opening: opened < 2 };
            statement(script, &heard, &clause, &mut out);
            if let [one] = REFERENTS.find(&text::keys(&clause)).as_slice() {
                let said: Vec<String> = text::keys(&clause)[one.start..one.end].to_vec();
                named = Some((said.join(" "), line.turn));
            }
            if let [(start, end)] = medicines::named(&text::keys(&clause)).as_slice() {
                named = Some((text::keys(&clause)[*start..*end].join(" "), line.turn));
            }
        }
        if out.len() > before {
            opened += 1;
        }
    }
    out
}

/// A sentence of the client with what it is heard in.
struct Heard<'s> {
    line: &'s Utterance<'s>,
    at: usize,
    context: Option<Context>,
    /// What "it" points at, and the turn it is named in.
    named: Option<&'s (String, usize)>,
    /// One of the first things told.
    opening: bool,
}

/// "no fever but a cough" are two statements.
fn split_but(clause: &str) -> Vec<String> {
    let lower = clause.to_ascii_lowercase();
    match lower.find(" but ") {
        Some(at) if cut::takes_back(&clause[at + 5..]) => vec![clause.to_owned()],
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

/// The sentence speaks of an "it" that must be named: at its beginning, or as the medicine or the homework it is about.
fn lacks_thing(text: &str, keys: &[String], topic: Topic) -> bool {
    let task = topic == Topic::HomeworkDone && !PLAN_WORDS.any(keys);
    let medicine = topic == Topic::Medication && medicines::named(keys).is_empty();
    text.starts_with("it ")
        || (task || medicine) && keys.iter().any(|k| matches!(k.as_str(), "it" | "them" | "that"))
}

/// Topics of the record, which matter in every note.
const RECORD: &[Topic] = &[
    Topic::FamilyHistory,
    Topic::Allergies,
    Topic::Medication,
    Topic::MedicalHistory,
    Topic::Substances,
    Topic::Sleep,
];

fn statement(script: &Script<'_>, heard: &Heard<'_>, clause: &str, out: &mut Vec<Fact>) {
    let Heard { line, at, context, opening, .. } = *heard;
    let keys = text::keys(clause);
    if keys.len() < 2 || line.question && keys.len() < 4 || identifies(&keys) {
        return;
    }
    let whose = subject(&keys);
    if whose != Subject::Other && denial(line, at, clause, &keys, out) {
        return;
    }
    let task =
        context.and_then(|c| c.open).is_some_and(|q| q.topic == Topic::HomeworkDone) && has_quantity(&keys);
    if keys.len() < 3 && !has_short_fact(&keys) && !task {
        return;
    }
    let answers = context.is_some_and(|c| c.open.is_some());
    if whose == Subject::Thing && !answers && !stands_alone(&keys) {
        return;
    }
    if unknowing(&keys) && keys.len() < 8 || idle(&keys) {
        return;
    }
    let placed = place(&keys, whose, context, script);
    let Some((topic, weight)) = placed.or(opening
        .then_some((Topic::Concern, 0.3))
        .filter(|_| keys.len() > 6 && whose == Subject::Own && context.is_some()))
    else {
        return;
    };
    let mut salience =
        if RECORD.contains(&topic) { 0.7 } else { 0.3 } + 0.45 * weight.min(3.0) + 0.9 * word_salience(&keys);
    salience += if has_quantity(&keys) { 0.3 } else { 0.0 };
    salience += if opening { 1.2 } else { 0.4 * (1.0 - line.at) };
    salience += if answers { 0.5 } else { 0.0 };
    salience -= vagueness(&keys) + if unknowing(&keys) { 0.8 } else { 0.0 };
    let felt = matches!(topic, Topic::Mood | Topic::Anxiety)
        && whose == Subject::Own
        && (FEELINGS.any(&keys) || feels(&keys));
    salience += if felt { 0.7 } else { 0.0 };
    let Some((mut kind, mut text)) = worded(heard, clause, &keys, topic, whose) else { return };
    if topic == Topic::Medication && kind == Kind::Reported && keys.len() < 4 && !has_verb(&text) {
        text = format!("medication: {}", text::uncapitalised(&text));
    }
    let mut evidence = vec![line.turn];
    if matches!(keys[0].as_str(), "he" | "she" | "hes" | "shes") {
        // Somebody who is only "he" is named from what was said just before, or left to be read in the transcript.
        salience -= 0.3;
        if kind != Kind::Quoted {
            let Some((who, turn)) = person_before(script, at, &keys[0]) else { return };
            text = format!("{who}: {}", text::uncapitalised(&text));
            evidence.push(turn);
        }
    } else if kind == Kind::Quoted {
        salience -= 0.15 * quote::murmurs(&text);
    } else if let Some((noun, turn)) = heard.named.filter(|_| lacks_thing(&text, &keys, topic)) {
        text = format!("{noun}: {text}");
        evidence.push(*turn);
    } else if let Some(c) = context
        && (topic_of(&keys).is_none() || !has_verb(&text))
    {
        let question = &script.lines[c.question];
        evidence.push(question.turn);
        // "In the morning" says nothing without what was asked.
        if topic_of(&keys).is_none() && !has_verb(&text) {
            let asked = quote::question(question.raw).filter(|q| quote::asks(q));
            let Some((asked, said)) = asked.zip(quote::words(line.raw, false)) else { return };
            text = format!("asked “{asked}”: “{said}”");
            kind = Kind::Quoted;
        }
    }
    let topic =
        if opening && whose == Subject::Own && topic == Topic::Physical { Topic::Concern } else { topic };
    out.push(Fact { topic, kind, text, item: false, evidence, salience, order: at });
}

/// Figures of speech and phrases of talk: "could murder a pint", "don't worry", "I thought you would".
fn idle(keys: &[String]) -> bool {
    let said = keys.join(" ");
    if keys[0] == "mines" {
        return true;
    }
    let figure = said.contains("murder a ") || said.contains("to be fair to you");
    let told_off = keys[0] == "dont" && matches!(keys[1].as_str(), "worry" | "tell" | "get" | "know" | "ask");
    let of_you = keys.len() < 6
        && ["you would", "you did", "you know", "you said"].iter().any(|end| said.ends_with(end));
    figure || told_off || of_you
}

/// "I know she's ill", "I heard he left": what is said of somebody else by way of oneself.
fn of_another(keys: &[String]) -> bool {
    keys.len() > 2
        && keys[0] == "i"
        && matches!(
            keys[1].as_str(),
            "know" | "think" | "thought" | "heard" | "guess" | "feel" | "hope" | "suppose" | "knew"
        )
        && keys
            .iter()
            .skip(2)
            .take(2)
            .any(|k| matches!(k.as_str(), "he" | "she" | "hes" | "shes" | "they" | "theyre"))
}

/// "I don't know if that's relevant", "I'm not sure what it is".
fn unknowing(keys: &[String]) -> bool {
    let said = keys.join(" ");
    [
        "i dont know",
        "im not sure",
        "im not really sure",
        "i dont really know",
        "i dont remember",
        "i cant remember",
    ]
    .iter()
    .any(|u| said.starts_with(u))
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
    let habit = keys[0] == "i" && matches!(keys[1].as_str(), "vape" | "smoke" | "drink" | "gamble");
    habit || !medicines::named(keys).is_empty() || has_quantity(keys) && BODILY.any(keys)
}

/// A clause without a person as subject says what it is about within its first words.
fn stands_alone(keys: &[String]) -> bool {
    let pointing =
        matches!(keys[0].as_str(), "it" | "its" | "there" | "theres" | "this" | "these" | "theyre");
    let near = &keys[..keys.len().min(4)];
    let own = keys.iter().take(6).any(|k| matches!(k.as_str(), "i" | "my" | "im" | "ive"));
    own || pointing
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
fn place(
    keys: &[String],
    whose: Subject,
    context: Option<Context>,
    script: &Script<'_>,
) -> Option<(Topic, f32)> {
    let asked = context.filter(|c| !rated(script, c.question)).and_then(|c| c.open);
    let bodily_question = context.is_some_and(|c| bodily_matter(script, c.question));
    let says_own =
        whose == Subject::Own || keys.windows(2).any(|w| w[0] == "im" && w[1].starts_with("allerg"));
    if says_own
        && keys.windows(2).any(|w| w[0].starts_with("allerg") && matches!(w[1].as_str(), "to" | "and"))
    {
        return Some((Topic::Allergies, 2.4));
    }
    if whose == Subject::Own
        && keys.iter().take(3).any(|k| matches!(k.as_str(), "tried" | "practiced" | "practised"))
        && asked.is_some_and(|q| q.topic == Topic::HomeworkDone)
        && DONE.any(keys)
    {
        return Some((Topic::HomeworkDone, 2.0));
    }
    let (topic, weight) = match (topic_of(keys), asked) {
        (Some((topic, weight)), Some(open))
            if yields(topic, open.topic) && (open.topic != Topic::Physical || bodily_question) =>
        {
            (if open.topic == Topic::Concern { topic } else { open.topic }, weight + 0.6)
        }
        (Some(found), _) => found,
        (None, Some(open))
            if keys.len() <= 14
                && (open.topic != Topic::Physical || bodily_question)
                && (has_quantity(keys) || keys.len() >= 4 && FREELY_ANSWERED.contains(&open.topic)) =>
        {
            (open.topic, 0.9)
        }
        (None, _) if whose == Subject::Own && feels(keys) => (Topic::Mood, 0.9),
        (None, _) if whose == Subject::Own && (4..=16).contains(&keys.len()) => {
            (by_question(keys, context?, script)?, 0.8)
        }
        (None, _) => return None,
    };
    if whose == Subject::Other {
        let ill = ILLNESSES.any(keys)
            || keys.iter().any(|k| matches!(k.as_str(), "died" | "passed" | "dead" | "migraine"));
        let relative = keys
            .iter()
            .take(4)
            .any(|k| RELATIVES.contains(&k.as_str()) || matches!(k.as_str(), "he" | "she"));
        let family = ill && relative || matches!(asked, Some(q) if q.topic == Topic::FamilyHistory);
        if matches!(asked, Some(q) if q.topic == Topic::Medication)
            && ADHERENCE.iter().any(|a| keys.iter().any(|k| k == a))
        {
            return Some((Topic::Medication, 1.0));
        }
        let strangers =
            ["friend", "friends", "boss", "colleague", "neighbour", "neighbor", "girlfriend", "boyfriend"];
        let own = keys.iter().skip(2).any(|k| matches!(k.as_str(), "i" | "im" | "ive" | "my" | "me"));
        if own && !matches!(topic, Topic::FamilyHistory | Topic::MedicalHistory) {
            return Some((topic, weight));
        }
        let family = family && !keys.iter().take(3).any(|k| strangers.contains(&k.trim_end_matches('s')));
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

/// "I feel like it's too late": said of oneself, in whatever words.
fn feels(keys: &[String]) -> bool {
    let said = keys.join(" ");
    ["i feel ", "i felt ", "im feeling ", "i just feel ", "ive been feeling ", "i was feeling "]
        .iter()
        .any(|f| format!("{said} ").starts_with(f))
        && keys.len() > 4
}

/// The topic of a clinical question that the statement goes on from: "yes, I've stopped going out".
fn by_question(keys: &[String], context: Context, script: &Script<'_>) -> Option<Topic> {
    let question = &script.lines[context.question].keys;
    if !medicines::named(question).is_empty()
        && (has_quantity(keys) || ADHERENCE.iter().any(|a| keys.iter().any(|k| k == a)))
    {
        return Some(Topic::Medication);
    }
    let topic = topic_of(question)?.0;
    let kept = matches!(
        topic,
        Topic::Anxiety
            | Topic::Mood
            | Topic::Sleep
            | Topic::Appetite
            | Topic::Substances
            | Topic::Energy
            | Topic::Trauma
    );
    (kept && context.answer != Answer::No).then_some(topic)
}

/// Words of taking a medicine or not.
const ADHERENCE: &[&str] =
    &["missed", "forgot", "skipped", "stopped", "ran", "take", "taking", "took", "started", "finished"];

/// People whose illnesses are family history.
const RELATIVES: &[&str] = &[
    "mum",
    "mom",
    "mother",
    "dad",
    "father",
    "brother",
    "sister",
    "son",
    "daughter",
    "uncle",
    "aunt",
    "auntie",
    "grandmother",
    "grandfather",
    "grandma",
    "grandad",
    "nan",
    "gran",
    "granny",
    "cousin",
    "nephew",
    "niece",
    "parents",
    "parent",
    "family",
    "brothers",
    "sisters",
    "mums",
    "moms",
    "dads",
    "mothers",
    "fathers",
    "siblings",
    "sibling",
    "twin",
    "grandparents",
];

/// A weak topic by words gives way to what was asked: "no, just the headaches" to a question on medical history.
fn yields(topic: Topic, asked: Topic) -> bool {
    match topic {
        Topic::Social | Topic::Strengths => !matches!(asked, Topic::FamilyHistory | Topic::Physical),
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
    heard: &Heard<'_>,
    clause: &str,
    keys: &[String],
    topic: Topic,
    whose: Subject,
) -> Option<(Kind, String)> {
    let line = heard.line;
    let inner = matches!(topic, Topic::Mood | Topic::Thoughts | Topic::Anxiety | Topic::Trauma);
    let feeling = inner
        && whose == Subject::Own
        && (FEELINGS.any(keys) || topic == Topic::Mood && feels(keys))
        && !has_rating(keys);
    let quoted = || as_said(line, keys);
    if feeling
        && keys.len() <= 20
        && let Some(said) = quoted()
    {
        return Some(said);
    }
    // A sentence taken up from the turn before, or one about somebody who is only "they", means something by its
    // place alone.
    let goes_on = line.raw.starts_with(['-', '—', '–']);
    let somebody =
        matches!(keys[0].as_str(), "they" | "theyre" | "theyve" | "that" | "thats" | "this" | "these");
    let something = matches!(keys[0].as_str(), "it" | "its")
        && heard.named.is_none()
        && !(topic == Topic::Physical && BODILY.any(keys));
    if goes_on
        || somebody
        || something
        || unknowing(keys)
        || keys.len() > 28
        || line.raw.contains(['"', '“', '['])
        || cut::runs_on(clause)
        || of_another(keys)
        || keys[0] == "im" && matches!(keys[1].as_str(), "gonna" | "going") && !has_quantity(keys)
    {
        return quoted();
    }
    match third_person(clause).map(|text| trimmed(&text)).filter(|text| is_told(text)) {
        Some(text) if keys.len() > 6 && !has_verb(&text) && topic != Topic::Medication => quoted(),
        Some(text) => {
            let negative = denies(keys) && whose == Subject::Own;
            Some((if negative { Kind::Denied } else { Kind::Reported }, text))
        }
        None if keys[0].starts_with("you") => None,
        None => quoted(),
    }
}

/// The sentence in quotation marks where the clause is most of it, else the stretch of it that the clause is.
fn as_said(line: &Utterance<'_>, keys: &[String]) -> Option<(Kind, String)> {
    const SHORTEST: usize = 4;
    const NO_HEAD: &[&str] = &[
        "especially",
        "thats",
        "if",
        "because",
        "cause",
        "which",
        "until",
        "than",
        "to",
        "or",
        "that",
        "who",
        "when",
        "not",
    ];
    let told = text::keys(&text::without_opening(&line.said)).len();
    let words = line.raw.split_whitespace().count();
    let whole = told <= keys.len() + 6 && words <= told + 5 && words <= quote::LONGEST;
    // What others are quoted with is not the client's own statement.
    if keys.len() < SHORTEST || line.raw.contains(['"', '“']) {
        return None;
    }
    let said = quote::stretch(line.raw, keys).or_else(|| whole.then(|| quote::words(line.raw, false))?)?;
    let first = text::keys(&said).first().cloned().unwrap_or_default();
    (has_end(&said) && !NO_HEAD.contains(&first.as_str())).then(|| (Kind::Quoted, format!("states “{said}”")))
}

fn has_rating(keys: &[String]) -> bool {
    keys.windows(2).any(|w| w[0] == "out" && w[1] == "of")
}

fn denies(keys: &[String]) -> bool {
    keys.iter()
        .take(3)
        .any(|k| matches!(k.as_str(), "dont" | "not" | "never" | "havent" | "didnt" | "no" | "wasnt"))
}

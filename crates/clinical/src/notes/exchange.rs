//! Questions and their answers. A question is never a fact; its answer makes it one.

use super::asked::{inverted, items};
use super::lexicon::questions::{OPEN_QUESTIONS, OpenQuestion};
use super::lexicon::risk::RISK;
use super::lexicon::symptoms::{BODILY, ILLNESSES, REFERENTS};
use super::lexicon::verbs::PEOPLE;
use super::model::Fact;
use super::model::{Kind, Topic};
use super::person::about_client;
use super::text::{self, key, keys};
use super::turns::{Answer, Role, Script, Utterance, answer};
use super::weigh::{has_quantity, is_clinical, topic_of, word_salience};

/// The question that a client's sentence answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    /// Line number of the question.
    pub(crate) question: usize,
    /// What kind of open question it is, if a known one.
    pub(crate) open: Option<&'static OpenQuestion>,
    /// How the first answering sentence reads.
    pub(crate) answer: Answer,
}

/// For each line, the question it answers; only the client's lines directly after a question have one.
pub(crate) fn contexts(script: &Script<'_>) -> Vec<Option<Context>> {
    let mut out = vec![None; script.lines.len()];
    for at in 0..script.lines.len() {
        let line = &script.lines[at];
        if line.role != Role::Clinician || !line.question {
            continue;
        }
        let lines = answering(script, at);
        let Some(&first) = lines.first() else { continue };
        let context =
            Context { question: at, open: open_question(line), answer: answer(&script.lines[first].keys) };
        for line in lines {
            out[line] = Some(context);
        }
    }
    out
}

/// Lines of the client that answer the question at `at`: the next ones, with only murmurs of the clinician between.
pub(crate) fn answering(script: &Script<'_>, at: usize) -> Vec<usize> {
    const MOST: usize = 4;
    let mut out = Vec::new();
    for (next, line) in script.lines.iter().enumerate().skip(at + 1).take(12) {
        match line.role {
            Role::Client => out.push(next),
            Role::Clinician if out.is_empty() => {
                let same = line.turn == script.lines[at].turn;
                if line.question || !same && line.keys.len() > 2 {
                    break;
                }
            }
            Role::Clinician if line.keys.len() <= 1 && !line.question => {}
            Role::Clinician | Role::Unsure => break,
        }
        if out.len() == MOST {
            break;
        }
    }
    out
}

pub(crate) fn open_question(line: &Utterance<'_>) -> Option<&'static OpenQuestion> {
    let asked = format!(" {} ", line.keys.join(" "));
    let found = OPEN_QUESTIONS.iter().find(|q| q.cues.split('|').any(|cue| asked.contains(cue)));
    // "Which one did you try?" is about a remedy.
    found.filter(|q| q.topic != Topic::HomeworkDone || !line.keys.iter().any(|k| k == "which"))
}

/// Facts that need both the question and the answer: denials, confirmations and short answers.
pub(crate) fn facts(script: &Script<'_>, contexts: &[Option<Context>]) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut done = vec![false; script.lines.len()];
    for (at, context) in contexts.iter().enumerate() {
        let Some(context) = context else { continue };
        if done[context.question] {
            continue;
        }
        done[context.question] = true;
        for asked in asked_together(script, context.question) {
            if !RISK.any(&script.lines[asked].keys) {
                one(script, asked, at, context, &mut out);
            }
        }
    }
    out
}

/// "Any fever? Any rash?" in one breath are answered together when each only names things.
fn asked_together(script: &Script<'_>, at: usize) -> Vec<usize> {
    let mut all = vec![at];
    let named = |n: usize| script.lines[n].question && !items(&script.lines[n].said).is_empty();
    let mut earlier = at;
    while named(at)
        && earlier > 0
        && script.lines[earlier - 1].turn == script.lines[at].turn
        && named(earlier - 1)
    {
        earlier -= 1;
        all.push(earlier);
    }
    all
}

/// A question with the sentence that answers it.
struct Pair<'s> {
    question: &'s Utterance<'s>,
    answered: &'s Utterance<'s>,
    /// The answer without its opening.
    rest: String,
    order: usize,
}

impl Pair<'_> {
    fn fact(&self, topic: Topic, kind: Kind, text: String, salience: f32) -> Fact {
        let evidence = vec![self.question.turn, self.answered.turn];
        Fact { topic, kind, text, item: false, evidence, salience, order: self.order }
    }
}

/// The topic of a phrase, a bodily symptom when nothing tells.
fn topic_or_physical(text: &str) -> Topic {
    topic_of(&keys(text)).map_or(Topic::Physical, |t| t.0)
}

fn one(script: &Script<'_>, asked: usize, reply: usize, context: &Context, out: &mut Vec<Fact>) {
    let (question, answered) = (&script.lines[asked], &script.lines[reply]);
    let pair = Pair { question, answered, rest: text::without_opening(&answered.said), order: asked };
    let open = open_question(question);
    let rest = keys(&pair.rest);
    let either = question.keys.iter().any(|k| k == "or");
    let clinical =
        is_clinical(&question.keys) || bodily_matter(script, asked) || either && in_matter(script, asked);
    if open.is_some_and(|q| q.label == "Feels now") {
        out.extend(as_asked(&pair, Topic::Response, 2.2).filter(|_| !rest.is_empty() && rest.len() <= 24));
    } else if let Some(q) =
        open.filter(|q| matches!(q.topic, Topic::Response | Topic::Thoughts) && q.label != "Concentration")
    {
        considered(script, reply, &pair, q, out);
    } else if rated(script, asked) && has_quantity(&answered.keys) {
        let topic =
            if rates_body(&question.keys) { Topic::Physical } else { topic_or(question, Topic::Progress) };
        match open.filter(|q| q.topic == Topic::Physical && rates_body(&question.keys)) {
            Some(_) => short_answer(&pair, open, topic, out),
            None => out.extend(as_asked(&pair, topic, 2.2)),
        }
    } else if context.answer == Answer::No && (clinical || open.is_some()) && qualified(script, reply) {
        out.extend(as_asked(
            &pair,
            open.map_or_else(|| topic_or(question, Topic::Physical), |q| q.topic),
            1.8,
        ));
    } else if context.answer == Answer::No {
        denied(&pair, open, out);
    } else if context.answer == Answer::Yes
        && open.is_some_and(|q| q.topic == Topic::FamilyHistory)
        && (1..=6).contains(&rest.len())
    {
        out.extend(as_asked(&pair, Topic::FamilyHistory, 2.6));
    } else if either && clinical && bare_choice(question, &rest, context.answer) && !goes_on(script, reply) {
        out.extend(as_asked(&pair, topic_or(question, Topic::Physical), 1.8));
    } else if context.answer == Answer::Yes && rest.is_empty() {
        confirmed(&pair, out);
    } else if let Some((text, more)) = inverted(&question.said, true)
        .filter(|_| context.answer == Answer::Yes && !either)
        .zip(Some(first_part(&pair.rest)).filter(|part| detail(part)))
    {
        let text = format!("{text}: {}", text::uncapitalised(&about_speaker(&more)));
        out.push(pair.fact(topic_or_physical(&text), Kind::Reported, text, 2.2));
    } else {
        let before = out.len();
        // "When did you last …?": the label would not say what.
        if open.is_some_and(|q| q.label == "When") && has_quantity(&rest) && rest.len() <= 11 {
            out.extend(as_asked(&pair, matter(script, asked), 1.8));
            return;
        }
        short_answer(&pair, open, matter(script, asked), out);
        let told = rest.iter().any(|k| !EMPTY_ANSWERS.contains(&k.as_str()));
        let brief = (1..=6).contains(&rest.len()) && told && !answered.question;
        let worry = open.is_some_and(|q| q.topic == Topic::Concern) && told && (2..=16).contains(&rest.len());
        if out.len() == before && worry && !only_unsure(&answered.keys) {
            out.extend(as_asked(&pair, Topic::Concern, 1.8));
        }
        if out.len() == before && brief && asks_effect(&question.keys) {
            out.extend(as_asked(&pair, matter(script, asked), 1.8));
        }
    }
}

/// After the bare yes or choice the client says more, which is told as a statement.
fn goes_on(script: &Script<'_>, reply: usize) -> bool {
    script.lines.get(reply + 1).is_some_and(|next| {
        next.role == Role::Client && !next.question && next.keys.len() > 3 && is_clinical(&next.keys)
    })
}

/// "Is it helping?", "does that work?": a question after the effect of what was just named.
fn asks_effect(asked: &[String]) -> bool {
    let any = |words: &[&str]| asked.iter().any(|k| words.contains(&k.as_str()));
    asked.len() <= 8
        && any(&["helping", "help", "helped", "helps", "working", "work", "worked"])
        && any(&["it", "that", "this", "they", "those", "them"])
}

/// Something clinical was talked of just before.
fn in_matter(script: &Script<'_>, asked: usize) -> bool {
    script.lines[asked.saturating_sub(6)..asked]
        .iter()
        .any(|l| topic_of(&l.keys).is_some_and(|t| !matches!(t.0, Topic::Social | Topic::Strengths)))
}

/// An answer up to where it turns to something else: "a hundred milligrams, but I missed it twice".
fn first_part(rest: &str) -> String {
    let cut = [" but ", " because ", ", and ", ", so "].iter().filter_map(|joint| rest.find(joint)).min();
    rest[..cut.unwrap_or(rest.len())].trim_end_matches([',', ' ']).to_owned()
}

/// The question, or what is said just before it, is about the body or an illness.
pub(crate) fn bodily_matter(script: &Script<'_>, question: usize) -> bool {
    script.lines[question.saturating_sub(3)..=question]
        .iter()
        .any(|l| BODILY.any(&l.keys) || ILLNESSES.any(&l.keys))
}

/// The topic of a question by its words, or another where they do not tell.
fn topic_or(question: &Utterance<'_>, otherwise: Topic) -> Topic {
    topic_of(&question.keys).map_or(otherwise, |t| t.0)
}

/// The answer to "this or that?" in a few words, or a bare yes, which says neither which.
fn bare_choice(question: &Utterance<'_>, rest: &[String], answer: Answer) -> bool {
    let plain = question.keys.first().is_some_and(|k| k != "or") && is_clinical(&question.keys);
    let picks = (1..=5).contains(&rest.len()) && !rest.iter().all(|k| EMPTY_ANSWERS.contains(&k.as_str()));
    let clause = rest.first().is_some_and(|k| text::is_pronoun(k));
    answer == Answer::Yes && rest.is_empty() && plain || answer == Answer::Open && picks && !clause
}

/// The question, or what comes before it in its turn, asks for a number on a scale.
pub(crate) fn rated(script: &Script<'_>, asked: usize) -> bool {
    let cues = [
        "scale",
        "how confident",
        "how important",
        "how ready",
        "how likely",
        "out of ten",
        "out of 10",
        "one to ten",
        "1 to 10",
        "zero to ten",
        "0 to 10",
        "one to hundred",
    ];
    let turn = script.lines[asked].turn;
    script.lines[asked.saturating_sub(2)..=asked]
        .iter()
        .filter(|l| l.turn == turn)
        .any(|l| cues.iter().any(|c| l.keys.join(" ").contains(c)))
}

fn rates_body(asked: &[String]) -> bool {
    BODILY.any(asked) || asked.iter().any(|k| k == "severe" || k == "bad")
}

/// A no that takes something back: "no, not necessarily", "no, sometimes I do", "no, apart from the pill".
fn qualified(script: &Script<'_>, reply: usize) -> bool {
    const HEDGES: &[&str] = &[
        "sometimes",
        "maybe",
        "occasionally",
        "necessarily",
        "apart",
        "except",
        "unless",
        "mostly",
        "usually",
        "slightly",
        "exactly",
        "little",
        "anymore",
        "used",
        "until",
        "other",
        "only",
        "recently",
        "always",
        "perhaps",
        "possibly",
        "bit",
        "feeling",
    ];
    const TURNS: &[&str] =
        &["well", "sometimes", "maybe", "only", "apart", "except", "occasionally", "although"];
    let line = &script.lines[reply];
    let sole = line.keys.windows(2).any(|w| w[0] == "the" && w[1] == "only");
    let hedged = !sole
        && line.keys.iter().any(|k| HEDGES.contains(&k.as_str()))
        && line.keys.len() > 2
        && !line.keys.iter().any(|k| k == "never")
        && !(line.keys.ends_with(&["recently".to_owned()]) && line.keys.len() <= 3);
    hedged
        || script.lines.get(reply + 1).is_some_and(|next| {
            next.turn == line.turn && next.keys.len() > 2 && TURNS.contains(&next.keys[0].as_str())
        })
}

/// Question and answer as said, where neither "denies" nor "reports" would be true.
fn as_asked(pair: &Pair<'_>, topic: Topic, salience: f32) -> Option<Fact> {
    let question = super::quote::question(pair.question.raw).filter(|q| super::quote::asks(q))?;
    let reply = super::quote::words(pair.answered.raw, true)?;
    Some(pair.fact(topic, Kind::Quoted, format!("asked “{question}”: “{reply}”"), salience))
}

/// The answer to a question of the work on thoughts, as said.
fn considered(script: &Script<'_>, reply: usize, pair: &Pair<'_>, q: &OpenQuestion, out: &mut Vec<Fact>) {
    let same = script.lines[reply..].iter().take_while(|l| l.turn == pair.answered.turn);
    let told = same.filter(|l| l.keys.len() >= 4 && !l.question && !only_unsure(&l.keys)).take(3);
    let said: Vec<String> =
        told.filter_map(|l| super::quote::words(l.raw, false)).map(|q| format!("“{q}”")).collect();
    if !said.is_empty() {
        out.push(pair.fact(q.topic, Kind::Quoted, format!("{}: {}", q.label, said.join(", ")), q.salience));
    }
}

/// A line that says no more than that one has no answer: "i am not sure", "well I don't really know". It is no thought
/// and no evidence, and the note must not pass it off as one.
fn only_unsure(line: &[String]) -> bool {
    const UNSURE: [&str; 6] =
        ["not sure", "dont know", "do not know", "no idea", "cant think", "not certain"];
    const MOST_WORDS: usize = 7;
    let said = line.join(" ").replace("really ", "").replace("quite ", "");
    line.len() <= MOST_WORDS && UNSURE.iter().any(|words| said.contains(words))
}

/// A no: "none reported" to a general question, else a denial of what was named or asked.
fn denied(pair: &Pair<'_>, open: Option<&OpenQuestion>, out: &mut Vec<Fact>) {
    let found = items(&pair.question.said);
    if let Some(q) = open.filter(|q| takes_none(q.topic))
        && (q.topic == Topic::FamilyHistory || found.is_empty() || !mentions_specific(&found, q))
    {
        if keys(&pair.rest).len() <= 2 || only_no(&pair.answered.keys) {
            out.push(pair.fact(q.topic, Kind::Denied, format!("{}: none reported", q.label), q.salience));
        }
        return;
    }
    if pair.question.keys.iter().any(|k| k == "family") || found.len() > 1 && names_its_no(pair.answered) {
        return;
    }
    let turned = inverted(&pair.question.said, false).filter(|_| consumes(&pair.question.keys));
    if let Some(text) = turned {
        out.push(pair.fact(topic_or_physical(&text), Kind::Denied, text, 1.4));
        return;
    }
    for item in &found {
        let salience = 1.2 + 0.5 * word_salience(&keys(item));
        let fact = pair.fact(topic_or_physical(item), Kind::Denied, item.clone(), salience);
        out.push(Fact { item: true, ..fact });
    }
    if found.is_empty()
        && let Some(text) = inverted(&pair.question.said, false)
        && !(topic_or_physical(&text) == Topic::Social && keys(&pair.rest).len() > 2)
    {
        out.push(pair.fact(topic_or_physical(&text), Kind::Denied, text, 1.4));
    }
}

/// "No shakes." to a question after shakes and sweats: only what it names is denied, by the statement itself.
fn names_its_no(answered: &Utterance<'_>) -> bool {
    let first = answered.said.split_whitespace().next().unwrap_or_default();
    let second = answered.keys.get(1).map(String::as_str).unwrap_or_default();
    const GENERAL: &[&str] = &[
        "", "no", "not", "nothing", "none", "never", "neither", "thank", "thanks", "doctor", "that", "all",
        "problems", "issues",
    ];
    answered.keys[0] == "no"
        && !first.ends_with([',', '.', '!', ';'])
        && !text::is_pronoun(second)
        && !GENERAL.contains(&second)
}

/// A bare yes to a question after one thing. A yes to "this or that?", or to a negative question, says too little.
fn confirmed(pair: &Pair<'_>, out: &mut Vec<Fact>) {
    let asked = &pair.question.keys;
    let negative =
        asked.iter().any(|k| matches!(k.as_str(), "no" | "not" | "nothing" | "family") || k.ends_with("nt"));
    if negative {
        return;
    }
    let found = items(&pair.question.said);
    let turned = inverted(&pair.question.said, true).filter(|_| found.is_empty() || consumes(asked));
    match (turned, found.as_slice()) {
        (Some(text), _) => out.push(pair.fact(topic_or_physical(&text), Kind::Reported, text, 1.4)),
        (None, [item]) => {
            let salience = 1.6 + 0.5 * word_salience(&keys(item));
            out.push(pair.fact(topic_or_physical(item), Kind::Reported, format!("reports {item}"), salience));
        }
        (None, []) => {}
        (None, _) => out.extend(as_asked(pair, topic_or(pair.question, Topic::Physical), 1.8)),
    }
}

/// "Do you drink …", "do you take …": the verb tells more than the thing.
fn consumes(asked: &[String]) -> bool {
    asked.windows(2).any(|w| {
        w[0] == "you"
            && matches!(w[1].as_str(), "drink" | "smoke" | "take" | "use" | "vape" | "eat" | "exercise")
    })
}

/// A detail without a verb of its own: "fifty milligrams every morning".
fn detail(rest: &str) -> bool {
    let said = keys(rest);
    let clause = said.first().is_some_and(|k| {
        text::is_pronoun(k) || matches!(k.as_str(), "thats" | "that" | "this" | "if" | "you" | "what")
    });
    !clause && (2..=10).contains(&said.len()) && has_quantity(&said)
}

/// What is being talked about when a question such as "How long for?" comes: a medicine, a substance, an illness of
/// a relative, or else a symptom.
fn matter(script: &Script<'_>, asked: usize) -> Topic {
    for line in script.lines[asked.saturating_sub(4)..=asked].iter().rev() {
        if !super::lexicon::medicines::named(&line.keys).is_empty() {
            return Topic::Medication;
        }
        match topic_of(&line.keys) {
            Some((
                topic @ (Topic::Substances | Topic::Sleep | Topic::Anxiety | Topic::Mood | Topic::Social),
                weight,
            )) if weight >= 1.0 => return topic,
            Some((Topic::Physical | Topic::MedicalHistory, _)) => return Topic::Physical,
            _ => {}
        }
    }
    Topic::Physical
}

/// "How long?" "Two days." becomes "Duration: two days".
fn short_answer(pair: &Pair<'_>, open: Option<&OpenQuestion>, matter: Topic, out: &mut Vec<Fact>) {
    let parts = super::cut::clauses(&pair.rest);
    let long = keys(&pair.rest).len() > 11;
    let told = if long { parts.first().cloned().unwrap_or_default() } else { pair.rest.clone() };
    let said = keys(&told);
    let clause = said.first().is_some_and(|k| {
        text::is_pronoun(k) || matches!(k.as_str(), "thats" | "that" | "this" | "if" | "you")
    });
    let empty = said.iter().all(|k| EMPTY_ANSWERS.contains(&k.as_str()));
    let addressed = said.iter().any(|k| k.starts_with("you"));
    // A time or an amount may go on with what happened then: "about a month, after I lost my job".
    let measured =
        has_quantity(&said) && open.is_some_and(|q| matches!(q.topic, Topic::Physical | Topic::Medication));
    let clause = clause || !measured && said.iter().skip(1).any(|k| text::is_pronoun(k) && k != "my");
    if said.is_empty()
        || empty
        || pair.answered.question
        || said.len() > if measured { 14 } else { 11 }
        || addressed
    {
        return;
    }
    let relative = pair.answered.keys.iter().any(|k| PEOPLE.contains(&k.as_str()) || k == "side");
    if open.is_some_and(|q| q.topic == Topic::FamilyHistory) && !relative {
        return;
    }
    if said.iter().all(|k| EVALUATIONS.contains(&k.as_str())) {
        if let Some(noun) = asked_noun(pair.question) {
            let text = format!("{noun}: {}", text::uncapitalised(&pair.rest));
            out.push(pair.fact(topic_or_physical(&noun), Kind::Reported, text, 1.2));
        }
    } else if let Some(q) = open.filter(|_| !clause) {
        let topic = if q.topic == Topic::Physical { matter } else { q.topic };
        let of = match REFERENTS.find(&pair.question.keys).as_slice() {
            [hit] if q.topic == Topic::Physical => {
                format!("{}, {}", pair.question.keys[hit.start..hit.end].join(" "), q.label.to_lowercase())
            }
            _ => match super::lexicon::medicines::named(&pair.question.keys).as_slice() {
                [(start, end)] if q.topic == Topic::Physical => {
                    format!("{}, {}", pair.question.keys[*start..*end].join(" "), q.label.to_lowercase())
                }
                _ => q.label.to_owned(),
            },
        };
        if said.first().is_some_and(|k| k.trim_end_matches('s') == key(q.label)) {
            out.push(pair.fact(topic, Kind::Reported, about_speaker(&told), q.salience));
            return;
        }
        let text = format!("{of}: {}", text::uncapitalised(&about_speaker(&told)));
        out.push(pair.fact(topic, Kind::Reported, text, q.salience));
    }
}

/// Words that say how something is.
const EVALUATIONS: &[&str] = &[
    "fine", "normal", "ok", "okay", "good", "bad", "alright", "great", "terrible", "awful", "poor", "same",
    "the", "its", "theyre", "is", "pretty", "not", "quite", "a", "bit", "very", "really", "all", "so-so",
    "low", "high", "been", "too", "thats",
];

/// Words that answer nothing.
const EMPTY_ANSWERS: &[&str] = &[
    "that", "it", "this", "is", "what", "sorry", "and", "the", "a", "i", "think", "so", "not", "sure",
    "know", "dont", "really", "mean", "hello", "hi", "thank", "you", "thanks", "to", "um", "idea", "can",
    "cant", "remember", "maybe", "neither", "probably",
];

/// "my" in a short answer becomes "their".
fn about_speaker(text: &str) -> String {
    super::person::third_person(text).unwrap_or_else(|| about_client(text))
}

/// Topics of which "none" is a good answer.
fn takes_none(topic: Topic) -> bool {
    matches!(topic, Topic::Allergies | Topic::FamilyHistory | Topic::MedicalHistory | Topic::Medication)
}

/// The question asks for something more particular than its label, such as "any history of migraines".
fn mentions_specific(found: &[String], open: &OpenQuestion) -> bool {
    let general = [
        "medication",
        "medications",
        "medical",
        "history",
        "allergies",
        "conditions",
        "medicines",
        "tablets",
    ];
    open.topic == Topic::MedicalHistory
        && found.iter().any(|item| !keys(item).iter().any(|k| general.contains(&k.as_str())))
}

/// Nothing beyond a no: "No, no, nothing like that."
fn only_no(said: &[String]) -> bool {
    const MORE: &[&str] = &[
        "no",
        "nope",
        "nah",
        "none",
        "nothing",
        "not",
        "that",
        "i",
        "know",
        "of",
        "like",
        "im",
        "aware",
        "at",
        "all",
        "never",
        "neither",
        "ive",
        "noticed",
        "think",
        "dont",
        "so",
        "can",
        "of",
        "any",
        "none",
        "havent",
        "well",
        "moment",
        "the",
        "doctor",
        "else",
        "allergies",
        "really",
        "them",
        "those",
        "it",
        "anything",
        "had",
        "have",
    ];
    said.iter().all(|k| MORE.contains(&k.as_str()))
}

/// The noun asked about: "your bowels" in "And how are your bowels?"
pub(crate) fn asked_noun(question: &Utterance<'_>) -> Option<String> {
    let tokens: Vec<&str> = question.said.split_whitespace().collect();
    let at = tokens.iter().rposition(|t| key(t) == "your")?;
    let noun: Vec<&str> = tokens[at + 1..].iter().take(2).copied().collect();
    let one = keys(&noun.join(" "));
    let named = |n: &usize| topic_of(&one[..(*n).min(one.len())]).is_some_and(|t| t.0 != Topic::Thoughts);
    (1..=noun.len()).find(named).map(|n| bare_words(&noun[..n]))
}

fn bare_words(tokens: &[&str]) -> String {
    tokens.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

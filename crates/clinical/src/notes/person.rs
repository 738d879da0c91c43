//! First person to third: "I wake up at three" becomes "Wakes up at three". Only where the grammar is sure; the
//! caller quotes the rest.

use super::lexicon::symptoms::BODILY;
use super::lexicon::verbs::{ADVERBS, AFTER_OBJECT, BEFORE_OBJECT, PAST, PEOPLE, SAME_PARTICIPLE, VERBS};
use super::text::key;

/// The third person singular of a present-tense verb.
pub(crate) fn third(verb: &str) -> String {
    let s = verb.to_lowercase();
    match s.as_str() {
        "have" => "has".to_owned(),
        "do" => "does".to_owned(),
        "go" => "goes".to_owned(),
        _ if s.ends_with('y') && !s.ends_with(['a', 'e', 'o', 'u']) && !ends_vowel_y(&s) => {
            format!("{}ies", &s[..s.len() - 1])
        }
        _ if s.ends_with("ss") || s.ends_with("sh") || s.ends_with("ch") || s.ends_with('x') => {
            format!("{s}es")
        }
        _ => format!("{s}s"),
    }
}

fn ends_vowel_y(verb: &str) -> bool {
    ["ay", "ey", "oy", "uy"].iter().any(|e| verb.ends_with(e))
}

/// Whether the word is a verb this module can conjugate.
pub(crate) fn is_verb(k: &str) -> bool {
    VERBS.contains(&k)
}

/// Splits trailing punctuation off a token.
fn split_tail(token: &str) -> (&str, &str) {
    let end = token.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\'').len();
    token.split_at(end)
}

/// Maps the pronouns of the speaker in the middle of a clause: "me" to "them", "I'm" to "they are".
fn shift(tokens: &[&str]) -> String {
    let mut out: Vec<String> = Vec::with_capacity(tokens.len());
    let mut after_they = false;
    for (at, token) in tokens.iter().enumerate() {
        let (word, tail) = split_tail(token);
        let k = key(word);
        let bodily = tokens
            .get(at + 1)
            .is_some_and(|next| BODILY.any(&[key(next)]) && !PEOPLE.contains(&key(next).as_str()));
        if k == "my" && bodily {
            continue;
        }
        let new = match k.as_str() {
            "i" => "they",
            "im" => "they are",
            "ive" => "they have",
            "ill" if word.contains('\'') => "they will",
            "id" if word.contains('\'') => match has_happened(&tokens[at + 1..]) {
                Some(true) => "they had",
                _ => "they would",
            },
            "me" => "them",
            "my" => "their",
            "mine" => "theirs",
            "myself" => "themselves",
            "am" if after_they => "are",
            "was" if after_they => "were",
            "wasnt" if after_they => "weren't",
            "because" => "because",
            _ => word,
        };
        after_they = k == "i" || after_they && ADVERBS.contains(&k.as_str());
        out.push(format!("{new}{tail}"));
    }
    out.join(" ")
}

/// Why a clause cannot be turned: it speaks for a "we", to a "you", or repeats speech.
fn must_quote(tokens: &[&str]) -> bool {
    let ks: Vec<String> = tokens.iter().map(|t| key(t)).collect();
    let speech = ks.iter().any(|k| matches!(k.as_str(), "said" | "says" | "saying" | "told" | "asked"));
    let first = ks.iter().skip(1).any(|k| matches!(k.as_str(), "i" | "im" | "ive" | "my" | "me"));
    let second = ks.iter().any(|k| {
        matches!(
            k.as_str(),
            "you" | "your" | "youre" | "youve" | "we" | "weare" | "weve" | "us" | "our" | "yourself"
        )
    });
    let together = ks.windows(2).take(4).any(|w| w[0] == "and" && (w[1] == "i" || w[1] == "me"));
    second || together || speech && first
}

/// A clause of the client in the third person with the subject dropped, or `None` where it should be quoted.
///
/// The result has no capital and no full stop of its own.
pub(crate) fn third_person(clause: &str) -> Option<String> {
    let tokens: Vec<&str> = clause.split_whitespace().collect();
    if tokens.is_empty() || must_quote(&tokens) {
        return None;
    }
    let first = key(tokens[0]);
    let rest = &tokens[1..];
    match first.as_str() {
        "i" => after_i(rest),
        "im" => Some(with("is", rest)),
        "ive"
            if rest
                .first()
                .is_some_and(|t| is_verb(&key(t)) && !SAME_PARTICIPLE.contains(&key(t).as_str())) =>
        {
            None
        }
        "ive" => Some(with("has", rest)),
        "ill" if tokens[0].contains('\'') => Some(with("will", rest)),
        "id" => Some(with(if has_happened(rest)? { "had" } else { "would" }, rest)),
        "my" => {
            let person = rest
                .iter()
                .take(2)
                .any(|t| PEOPLE.contains(&key(t).trim_end_matches('s')) || PEOPLE.contains(&key(t).as_str()));
            Some(if person { with("their", rest) } else { shift(rest) })
        }
        "me" | "we" | "us" | "you" | "mine" => None,
        "its" if !rest.is_empty() => Some(with(
            if rest.first().is_some_and(|t| is_participle(&key(t))) { "it has" } else { "it is" },
            rest,
        )),
        "it" if rest.len() > 1 => Some(with("it", rest)),
        "" => None,
        _ => Some(shift(&tokens)),
    }
}

/// Whether what follows "I'd" is a participle: "I'd gone", "I'd just woken", where "I'd go" is a wish or a habit. `None`
/// where the form is both: "I'd come", "I'd put".
fn has_happened(rest: &[&str]) -> Option<bool> {
    let verb = rest.iter().map(|t| key(t)).find(|k| !ADVERBS.contains(&k.as_str()) && k != "not")?;
    if SAME_PARTICIPLE.contains(&verb.as_str()) || verb == "put" || verb == "better" {
        return None;
    }
    let irregular = matches!(
        verb.as_str(),
        "been" | "gone" | "done" | "seen" | "taken" | "given" | "woken" | "fallen" | "begun"
    );
    Some(
        irregular
            || !is_verb(&verb) && (PAST.contains(&verb.as_str()) || verb.ends_with("ed") && verb.len() > 4),
    )
}

/// "It's been", "it's got": the verb before it is "has". "It's swollen" is left with "is".
fn is_participle(k: &str) -> bool {
    matches!(
        k,
        "been"
            | "got"
            | "become"
            | "gone"
            | "come"
            | "had"
            | "started"
            | "stopped"
            | "happened"
            | "lasted"
            | "never"
            | "always"
    )
}

fn with(lead: &str, rest: &[&str]) -> String {
    format!("{lead} {}", shift(rest)).trim().to_owned()
}

/// The clause after "I": adverbs stay before the verb, the verb takes the third person.
fn after_i(rest: &[&str]) -> Option<String> {
    let at = rest.iter().position(|t| !ADVERBS.contains(&key(t).as_str()))?;
    let adverbs = rest[..at].join(" ");
    let (verb, tail) = split_tail(rest[at]);
    let k = key(verb);
    let more = &rest[at + 1..];
    let lead = match k.as_str() {
        "am" => "is".to_owned(),
        "have" => "has".to_owned(),
        "do" if more.first().is_none_or(|t| {
            matches!(
                key(t).as_str(),
                "my" | "it"
                    | "he"
                    | "she"
                    | "the"
                    | "they"
                    | "this"
                    | "that"
                    | "but"
                    | "and"
                    | "yeah"
                    | "yes"
            )
        }) =>
        {
            return None;
        }
        "do" => "does".to_owned(),
        "dont" => "does not".to_owned(),
        "havent" => "has not".to_owned(),
        "was" | "had" | "did" | "can" | "could" | "will" | "would" | "should" | "may" | "might" | "must" => {
            k.clone()
        }
        "cant" | "cannot" => "cannot".to_owned(),
        "couldnt" => "could not".to_owned(),
        "didnt" => "did not".to_owned(),
        "wasnt" => "was not".to_owned(),
        "wont" => "will not".to_owned(),
        "wouldnt" => "would not".to_owned(),
        "shouldnt" => "should not".to_owned(),
        "hadnt" => "had not".to_owned(),
        "aint" | "no" | "not" | "a" | "the" | "and" | "but" | "so" | "to" | "of" | "if" | "or" | "in"
        | "my" | "it" | "that" | "mean" | "as" | "with" | "for" | "at" | "this" | "like" => return None,
        "used" => "used".to_owned(),
        _ if is_verb(&k) => third(&k),
        _ if PAST.contains(&k.as_str()) || k.ends_with("ed") && k.len() > 4 => k.clone(),
        _ => return None,
    };
    let subject_verbs = third_after_and(more, is_verb(&k));
    let text = format!("{adverbs} {lead}{tail} {subject_verbs}");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// "… and take a tablet" after a conjugated verb becomes "… and takes a tablet".
fn third_after_and(tokens: &[&str], present: bool) -> String {
    let shifted = shift(tokens);
    if !present {
        return shifted;
    }
    let mut out: Vec<String> = Vec::new();
    let mut joined = false;
    for token in shifted.split_whitespace() {
        let (word, tail) = split_tail(token);
        let k = key(word);
        let unclear =
            ["drink", "work", "walk", "run", "talk", "sleep", "panic", "exercise", "stress", "cough", "pick"];
        if joined && is_verb(&k) && !unclear.contains(&k.as_str()) {
            out.push(format!("{}{tail}", third(&k)));
        } else {
            out.push(token.to_owned());
        }
        joined =
            matches!(k.as_str(), "and" | "but" | "or" | "then") || joined && ADVERBS.contains(&k.as_str());
    }
    out.join(" ")
}

/// Whether a phrase with its subject dropped begins with the verb, so that "client" can be put before it.
pub(crate) fn opens_with_verb(text: &str) -> bool {
    let first = text.split_whitespace().next().map(key).unwrap_or_default();
    const AUX: &[&str] = &[
        "is", "has", "was", "had", "does", "did", "will", "would", "can", "cannot", "could", "reports",
        "denies", "states", "should",
    ];
    AUX.contains(&first.as_str())
        || PAST.contains(&first.as_str()) && first != "left"
        || first.ends_with("ed") && first.len() > 4
        || VERBS.iter().any(|v| third(v) == first)
}

/// The clinician's "you" forms as statements about the client: "your" becomes "their".
pub(crate) fn about_client(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut before = String::new();
    let tokens: Vec<&str> = text.split_whitespace().collect();
    for (at, token) in tokens.iter().enumerate() {
        let (word, tail) = split_tail(token);
        let k = key(word);
        let next = tokens.get(at + 1).map(|t| key(t)).unwrap_or_default();
        let object = BEFORE_OBJECT.contains(&before.as_str())
            || next.is_empty()
            || AFTER_OBJECT.contains(&next.as_str());
        let new = match k.as_str() {
            "you"
                if object
                    && at > 0
                    && !matches!(before.as_str(), "if" | "when" | "that" | "and" | "what") =>
            {
                "them"
            }
            "you" if BEFORE_OBJECT.contains(&before.as_str()) => "them",
            "you" => "they",
            "youre" => "they are",
            "youve" => "they have",
            "youll" => "they will",
            "youd" => "they would",
            "your" => "their",
            "yours" => "theirs",
            "yourself" => "themselves",
            _ => word,
        };
        out.push(format!("{new}{tail}"));
        before = k;
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sure_grammar_is_turned_and_unsure_is_left() {
        for (said, turned) in [
            ("I wake up at three and take a tablet", Some("wakes up at three and takes a tablet")),
            ("I'm tired when I get up", Some("is tired when they get up")),
            ("i only slept four hours", Some("only slept four hours")),
            ("my appetite is low", Some("appetite is low")),
            ("my boss shouted at me", Some("their boss shouted at them")),
            ("I worry when I was alone", Some("worries when they were alone")),
            ("we argue", None),
            ("she said I am lazy", None),
        ] {
            assert_eq!(third_person(said).as_deref(), turned, "third person of {said:?}");
        }
    }
}

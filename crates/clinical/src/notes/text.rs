//! Words as spoken, made readable: sentences, fillers, repeats and restarts.

use super::correct::{DAYS, MONTHS};
use super::lexicon::verbs::PEOPLE;

/// Sounds and words that carry nothing.
const FILLERS: &[&str] = &[
    "um",
    "uh",
    "er",
    "erm",
    "uhm",
    "hmm",
    "hm",
    "mm",
    "mmm",
    "mhm",
    "mmhmm",
    "mm-hmm",
    "uh-huh",
    "ah",
    "oh",
    "ohh",
    "eh",
    "ooh",
    "huh",
    "oof",
    "aw",
    "umm",
    "uhh",
    "ehm",
    "basically",
    "literally",
    "obviously",
];

/// Openings of a spoken sentence that add nothing to a written one.
const OPENINGS: &[&str] = &[
    "yeah", "yes", "yep", "yup", "ok", "okay", "k", "right", "alright", "well", "so", "and", "but", "also",
    "then", "anyway", "actually", "honestly", "like", "look", "please", "sorry", "doctor", "just", "sure",
    "great", "lovely", "perfect", "no", "nope", "nah", "now", "or", "cause", "because", "cos",
];

/// Pairs of words that open a sentence and add nothing.
const OPENING_PAIRS: &[[&str; 2]] = &[
    ["i", "mean"],
    ["i", "guess"],
    ["i", "suppose"],
    ["you", "know"],
    ["all", "right"],
    ["i", "said"],
    ["of", "course"],
    ["to", "be"],
    ["you", "see"],
    ["for", "example"],
    ["id", "say"],
    ["would", "say"],
    ["let", "me"],
    ["in", "fact"],
];

/// Words after which "kind of" and "sort of" mean a kind.
const KIND_BEFORE: &[&str] = &[
    "what", "which", "this", "that", "some", "any", "a", "the", "other", "these", "those", "every", "same",
    "one",
];

/// Words after which a bare "like" is a filler.
const LIKE_BEFORE: &[&str] = &[
    "was", "were", "is", "been", "just", "im", "ive", "its", "are", "have", "and", "but", "really", "get",
    "got", "had", "i", "the", "my", "a", "to", "they", "do", "can",
];

/// Words after which "like" is a verb or gives examples.
const LIKING: &[&str] =
    &["symptoms", "things", "you", "i", "they", "we", "would", "id", "youd", "dont", "didnt"];

/// The word in lower case without punctuation and apostrophes, for comparing. "we'll" and "we're" stay apart from
/// "well" and "were".
pub(crate) fn key(token: &str) -> String {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.eq_ignore_ascii_case("we'll") || bare.eq_ignore_ascii_case("we’ll") {
        return "wewill".to_owned();
    }
    if bare.eq_ignore_ascii_case("we're") || bare.eq_ignore_ascii_case("we’re") {
        return "weare".to_owned();
    }
    if matches!(bare.to_ascii_lowercase().as_str(), "cos" | "cuz" | "coz" | "cause") {
        return "because".to_owned();
    }
    token.chars().filter(|c| c.is_alphanumeric() || *c == '-').flat_map(char::to_lowercase).collect()
}

/// The keys of all words of a text that have letters or digits.
pub(crate) fn keys(text: &str) -> Vec<String> {
    text.split_whitespace().map(key).filter(|k| !k.is_empty()).collect()
}

/// One run of white space becomes one space; typographic apostrophes and quotation marks become plain ones.
pub(crate) fn plain(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.replace(['’', '‘', '`'], "'")
}

/// The words of a sentence without fillers, stammers and repeats. Keeps case, and punctuation at the words' ends.
pub(crate) fn fluent(sentence: &str) -> String {
    let text = apart(&plain(sentence));
    let mut out: Vec<String> = Vec::new();
    for raw in text.split(' ') {
        let token = unstammer(raw);
        let k = key(&token);
        if k.is_empty() || token.ends_with("--") || token.ends_with('—') {
            continue;
        }
        if FILLERS.contains(&k.as_str()) || !out.is_empty() && matches!(k.as_str(), "yeah" | "yep") {
            carry_stop(&mut out, &token);
            continue;
        }
        push_unless_repeat(&mut out, token);
    }
    super::correct::drop_corrected(&mut out);
    drop_asides(&mut out);
    let mut once = Vec::with_capacity(out.len());
    for token in out {
        push_unless_repeat(&mut once, token);
    }
    drop_restarts(&mut once);
    drop_pauses(&mut once);
    once.join(" ").trim_matches(|c: char| c == ',' || c == '-' || c.is_whitespace()).to_owned()
}

/// A comma between two words without a space gets its space: "should,suppose". What a transcriber put in square
/// brackets is not said.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut remark = false;
    while let Some(c) = chars.next() {
        remark = (remark || c == '[') && c != ']';
        if remark || c == ']' {
            continue;
        }
        out.push(c);
        if c == ',' && chars.peek().is_some_and(|next| next.is_alphabetic()) {
            out.push(' ');
        }
    }
    out
}

/// "it-it's" becomes "it's", "i-i-i" becomes "i".
fn unstammer(token: &str) -> String {
    let mut rest = token;
    while let Some((head, tail)) = rest.split_once('-') {
        let (h, t) = (head.to_lowercase(), tail.to_lowercase());
        if h.is_empty() || t.is_empty() || h.len() > 6 || !t.starts_with(&h) {
            break;
        }
        rest = tail;
    }
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '£' && c != '$');
    rest.chars().filter(|c| !matches!(c, '"' | '“' | '”' | '„' | '«' | '»')).collect()
}

/// A filler at the end of a sentence hands its full stop to the word before it.
fn carry_stop(out: &mut [String], token: &str) {
    if let (Some(last), Some(c)) = (out.last_mut(), token.chars().last())
        && matches!(c, '.' | '?' | '!')
    {
        last.truncate(last.trim_end_matches([',', '.']).len());
        last.push(c);
    }
}

/// Appends a token; "my, my" and "for a for a" are kept once, "I, I'm" becomes "I'm".
fn push_unless_repeat(out: &mut Vec<String>, token: String) {
    let k = key(&token);
    let n = out.len();
    let last = out.last().map(|t| key(t));
    if last.as_deref() == Some(k.as_str()) && k.chars().all(char::is_alphabetic) {
        out[n - 1] = token;
        return;
    }
    let restart = matches!((last.as_deref(), k.as_str()), (Some("i"), "im" | "ive" | "id" | "ill"))
        || matches!(
            (last.as_deref(), k.as_str()),
            (Some("it"), "its")
                | (Some("i" | "ive"), "my")
                | (
                    Some("the" | "my" | "a" | "an" | "his" | "her"),
                    "the" | "a" | "an" | "my" | "his" | "this"
                )
                | (Some("the"), "that")
        );
    if restart {
        out[n - 1] = token;
        return;
    }
    if n >= 3 && key(&out[n - 3]) == key(&out[n - 1]) && key(&out[n - 2]) == k {
        out.truncate(n - 1);
        out[n - 2] = token;
        return;
    }
    if n >= 5
        && key(&out[n - 2]) == key(&out[n - 5])
        && key(&out[n - 1]) == key(&out[n - 4])
        && key(&out[n - 3]) == k
    {
        out.truncate(n - 2);
        out[n - 3] = token;
        return;
    }
    out.push(token);
}

/// Commas of hesitation, as in "it was, the, headache", are not written.
fn drop_pauses(tokens: &mut [String]) {
    const BINDING: &[&str] = &[
        "a", "an", "the", "to", "of", "in", "on", "at", "for", "with", "my", "your", "their", "is", "was",
        "are", "were", "been", "be", "had", "have", "has", "im", "ive", "its", "i", "it", "that", "and",
        "or", "but", "so", "very", "really", "quite", "just", "get", "got", "feel", "feeling", "take",
        "took", "do", "did", "some", "any", "like", "about", "become", "would", "can", "could", "will",
    ];
    const FINITE: &[&str] = &["is", "was", "are", "were", "has", "had"];
    for at in 0..tokens.len() {
        let before_verb = tokens.get(at + 1).is_some_and(|next| FINITE.contains(&key(next).as_str()));
        if tokens[at].ends_with(',') && (before_verb || BINDING.contains(&key(&tokens[at]).as_str())) {
            let word = tokens[at].trim_end_matches(',').len();
            tokens[at].truncate(word);
        }
    }
}

/// "I don't want- I don't want that" is said once; the hyphen of a broken-off word goes.
fn drop_restarts(tokens: &mut Vec<String>) {
    const LONGEST: usize = 5;
    for n in (1..=LONGEST).rev() {
        let mut at = 0;
        while at + 2 * n <= tokens.len() {
            let same = (at..at + n)
                .all(|i| key(&tokens[i]).trim_end_matches('-') == key(&tokens[i + n]).trim_end_matches('-'));
            if same && key(&tokens[at]).chars().all(|c| c.is_alphabetic() || c == '-') {
                tokens.drain(at..at + n);
            } else {
                at += 1;
            }
        }
    }
    drop_broken_off(tokens);
    for token in tokens.iter_mut().filter(|t| t.ends_with('-')) {
        token.truncate(token.trim_end_matches('-').len());
    }
    tokens.retain(|t| !t.is_empty());
}

/// "I'm just- I'm scared" is said as "I'm scared": what is broken off and begun again with the same word goes. So does
/// "my mum, she has", which says its subject twice, and "I work, well I work".
fn drop_broken_off(tokens: &mut Vec<String>) {
    const BACK: usize = 4;
    let mut at = 1;
    while at < tokens.len() {
        let (before, k) = (key(&tokens[at - 1]), key(&tokens[at]));
        let twice = matches!(k.as_str(), "he" | "she" | "they")
            && PEOPLE.contains(&before.as_str())
            && tokens[at - 1].ends_with(',')
            && tokens.get(at + 1).is_some_and(|next| !key(next).is_empty());
        let broken = tokens[at - 1].ends_with('-')
            || tokens[at - 1].ends_with(',') && tokens[at] == "well" && tokens.len() > at + 1;
        // "I'm just I'm not eating"
        let subject = matches!(k.as_str(), "im" | "its" | "ive" | "hes" | "shes");
        if subject
            && at > 1
            && key(&tokens[at - 2]) == k
            && matches!(before.as_str(), "just" | "really" | "like" | "also" | "not" | "kind")
        {
            tokens.drain(at - 2..at);
            at -= 1;
            continue;
        }
        let anew = if k == "well" { at + 1 } else { at };
        let same = key(tokens.get(anew).map_or("", String::as_str));
        let from = (at.saturating_sub(BACK)..at)
            .rev()
            .find(|&n| broken && key(&tokens[n]).trim_end_matches('-') == same);
        if twice {
            let subject = tokens[at - 1].trim_end_matches(',').len();
            tokens[at - 1].truncate(subject);
            tokens.remove(at);
        } else if let Some(from) = from {
            tokens.drain(from..anew);
            at = from + 1;
        } else {
            at += 1;
        }
    }
}

/// Removes "you know", "I mean", "kind of" and "like" where they are asides.
fn drop_asides(out: &mut Vec<String>) {
    let mut at = 0;
    while at < out.len() {
        let k = key(&out[at]);
        let next = out.get(at + 1).map(|t| key(t)).unwrap_or_default();
        let before = if at == 0 { String::new() } else { key(&out[at - 1]) };
        let aside = (k == "you" && next == "know" && !before.is_empty() && before != "do" && before != "did"
            || k == "i" && next == "mean" && before != "what")
            && out.get(at + 2).is_none_or(|t| !matches!(key(t).as_str(), "that" | "what" | "if" | "how"));
        let unsure = k == "i"
            && matches!(next.as_str(), "dont")
            && at > 0
            && out[at - 1].ends_with(',')
            && out.get(at + 2).is_some_and(|t| key(t) == "know" && t.ends_with(','));
        if unsure {
            out.drain(at..at + 3);
            continue;
        }
        let hedge = (k == "kind" || k == "sort") && next == "of" && !KIND_BEFORE.contains(&before.as_str());
        if aside || hedge {
            out.drain(at..at + 2);
        } else if k == "kinda"
            || k == "like"
                && (out[at].ends_with(',') && !LIKING.contains(&before.as_str()) && next != "but"
                    || LIKE_BEFORE.contains(&before.as_str())
                        && next != "to"
                        && next != "that"
                        && next != "this")
        {
            out.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Cuts off openings such as "Yeah, well, so". What is left can be empty.
pub(crate) fn without_opening(text: &str) -> String {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let mut at = 0;
    while at < tokens.len() {
        let k = key(tokens[at]);
        let next = tokens.get(at + 1).map(|t| key(t)).unwrap_or_default();
        if k == "no"
            && !tokens[at].ends_with([',', '.'])
            && !next.is_empty()
            && !is_pronoun(&next)
            && next != "no"
        {
            break;
        }
        if OPENING_PAIRS.iter().any(|p| p[0] == k && p[1] == next) {
            at += if k == "to" { 3 } else { 2 };
        } else if OPENINGS.contains(&k.as_str()) && !(k == "right" && next == "side") {
            at += 1;
        } else {
            break;
        }
    }
    tokens.get(at..).unwrap_or_default().join(" ")
}

/// Subject pronouns, and their contractions without the apostrophe.
pub(crate) fn is_pronoun(k: &str) -> bool {
    matches!(
        k,
        "i" | "im"
            | "ive"
            | "id"
            | "ill"
            | "it"
            | "its"
            | "he"
            | "hes"
            | "she"
            | "shes"
            | "they"
            | "theyre"
            | "theyve"
            | "there"
            | "theres"
            | "we"
            | "weare"
            | "weve"
            | "my"
    )
}

/// First letter in upper case, one full stop at the end.
pub(crate) fn finish(text: &str) -> String {
    let body = text.trim().trim_end_matches(|c: char| ",.;:-?!…".contains(c) || c.is_whitespace());
    let body = named_days(body);
    let mut chars = body.chars();
    match chars.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

/// Words that carry a capital only at the beginning of a sentence.
const COMMON: &[&str] = &[
    "a",
    "an",
    "about",
    "around",
    "maybe",
    "probably",
    "just",
    "only",
    "once",
    "twice",
    "every",
    "few",
    "couple",
    "most",
    "some",
    "no",
    "none",
    "not",
    "terrible",
    "awful",
    "bad",
    "good",
    "fine",
    "okay",
    "alright",
    "great",
    "poor",
    "normal",
    "low",
    "high",
    "very",
    "pretty",
    "quite",
    "really",
    "usually",
    "sometimes",
    "always",
    "never",
    "since",
    "last",
    "on",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "more",
    "less",
    "up",
    "down",
    "same",
    "mostly",
    "nearly",
    "almost",
    "over",
    "under",
    "between",
    "roughly",
    "any",
    "both",
    "left",
    "right",
    "all",
    "to",
    "as",
];

/// A common word that began a sentence, in lower case where it begins one no more.
pub(crate) fn uncapitalised(text: &str) -> String {
    let first = keys(text).first().cloned().unwrap_or_default();
    let common = COMMON.contains(&first.as_str()) || ENGLISH.contains(&first.as_str()) && first != "i";
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if common => c.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// Days and months get their capital, but not inside a quotation.
fn named_days(text: &str) -> String {
    let mut quoted = false;
    let mut before = String::new();
    let word = |token: &str| {
        quoted = (quoted || token.contains('“')) && !token.contains('”');
        let k = key(token);
        let bare = k.strip_suffix('s').unwrap_or(&k);
        let dated = matches!(
            before.as_str(),
            "in" | "since" | "last" | "until" | "early" | "late" | "from" | "of" | "next"
        );
        before.clone_from(&k);
        let named = dated && matches!(k.as_str(), "march" | "may")
            || DAYS.contains(&bare)
            || MONTHS.contains(&k.as_str());
        if named && !quoted && !token.contains('”') && token.starts_with(|c: char| c.is_ascii_lowercase()) {
            format!("{}{}", token[..1].to_ascii_uppercase(), &token[1..])
        } else {
            token.to_owned()
        }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Common words that are English and hardly anything else.
const ENGLISH: &[&str] = &[
    "the", "and", "you", "my", "that", "this", "have", "not", "yes", "but", "with", "for", "been", "about",
    "she", "they", "what", "how", "just", "like", "really", "feel", "feeling", "got", "think", "know",
    "when", "if", "your", "there", "some", "very", "it", "of", "its", "im", "ive", "dont", "are", "from",
    "am", "yeah", "please", "i", "at", "still", "out", "keep", "taking", "would", "could", "should",
    "because", "to", "up", "go", "going", "will", "one", "two", "three", "start", "here", "lets", "try",
    "hello", "together", "then", "them", "their", "our", "we", "who", "where", "since", "last", "ill", "day",
    "right", "week", "thanks", "good", "him", "his", "youll", "mean", "did", "doing", "today", "tomorrow",
    "night", "morning",
];

/// How many of the words of a text are plainly English ones, from 0 to 1, and how many words it has.
pub(crate) fn english_share(text: &str) -> (f32, usize) {
    let words = keys(text);
    let ends = ["nt", "youre", "ive", "youve", "thats", "theres", "whats"];
    let hits =
        words.iter().filter(|w| ENGLISH.contains(&w.as_str()) || ends.iter().any(|e| w.ends_with(e))).count();
    #[expect(clippy::cast_precision_loss, reason = "a share; exactness beyond 24 bits does not matter")]
    let share = if words.is_empty() { 0.0 } else { hits as f32 / words.len() as f32 };
    (share, words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoken_noise_goes_and_words_stay() {
        for (said, read) in [
            ("Um, I, I'm, uh, I-I'm tired.", "I'm tired."),
            ("for a for a long time", "for a long time"),
            ("it's, you know, it's sort of swollen", "it's swollen"),
            ("a kind of rash", "a kind of rash"),
            ("I was like really scared", "I was really scared"),
        ] {
            assert_eq!(fluent(said), read, "fluent form of {said:?}");
        }
    }

    #[test]
    fn openings_are_cut_but_a_negated_noun_is_kept() {
        assert_eq!(without_opening("Yeah, well, so I slept"), "I slept", "discourse markers carry nothing");
        assert_eq!(
            without_opening("no pain in my chest"),
            "no pain in my chest",
            "the negation belongs to the noun"
        );
    }
}

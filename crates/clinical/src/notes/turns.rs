//! The transcript as a list of spoken sentences, each with the role it is taken to be said in.

use super::cut;
use super::model::{Speaker, Turn};
use super::text::{self, keys};

/// Who is taken to say a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Clinician,
    Client,
    /// The speaker is not known and the form of the sentence does not tell.
    Unsure,
}

/// One spoken sentence.
#[derive(Debug, Clone)]
pub(crate) struct Utterance<'a> {
    /// Index of its turn.
    pub(crate) turn: usize,
    /// Who says it.
    pub(crate) role: Role,
    /// The words exactly as in the turn.
    pub(crate) raw: &'a str,
    /// The words without fillers and repeats.
    pub(crate) said: String,
    /// The compared form of each word of `said`.
    pub(crate) keys: Vec<String>,
    /// It asks something.
    pub(crate) question: bool,
    /// Where in the session it stands, from 0 to 1.
    pub(crate) at: f32,
}

/// A transcript split into sentences.
#[derive(Debug)]
pub(crate) struct Script<'a> {
    pub(crate) lines: Vec<Utterance<'a>>,
    /// Turns whose language is not English, as far as their words tell.
    pub(crate) foreign: Vec<usize>,
}

/// Words that open a question.
const ASKING: &[&str] = &[
    "how",
    "what",
    "whats",
    "when",
    "where",
    "whereabouts",
    "why",
    "who",
    "whos",
    "which",
    "do",
    "does",
    "did",
    "are",
    "is",
    "was",
    "were",
    "have",
    "has",
    "can",
    "could",
    "would",
    "will",
    "any",
    "hows",
    "shall",
    "should",
];

/// Openings that only the person who leads a session uses.
const LEADING: &[&str] = &[
    "it sounds like you",
    "sounds like you",
    "tell me more",
    "tell me a bit",
    "tell me about",
    "tell me how",
    "tell me what",
    "for homework",
    "let us meet",
    "lets meet",
    "that is called",
    "thats called",
    "what is the evidence",
    "what was going through your mind",
    "what is another way",
    "i wonder if you",
    "i wonder whether you",
    "please keep taking",
    "i want you to",
    "id like you to",
    "im going to prescribe",
    "im going to refer",
    "i will refer",
    "it seems like you",
    "what im hearing",
    "i hear that you",
    "id also like you to",
    "shall we meet",
    "you worked",
    "please try",
    "lets set",
    "let us",
    "im hearing",
];

impl<'a> Script<'a> {
    /// Splits and labels a transcript.
    pub(crate) fn read(turns: &'a [Turn]) -> Self {
        let mut script = Script { lines: Vec::new(), foreign: Vec::new() };
        // A turn that names a symptom in English is English, however few words it has.
        let share = |t: &Turn| {
            let (share, words) = text::english_share(&t.text);
            let clinical = share < 0.5 && super::weigh::is_clinical(&keys(&t.text));
            (if clinical { 0.5 } else { share }, words)
        };
        let shares: Vec<(f32, usize)> = turns.iter().map(share).collect();
        let foreign_session = is_foreign(&shares);
        for (index, turn) in turns.iter().enumerate() {
            let (share, words) = shares[index];
            let foreign_turn = words >= 8 && share == 0.0 && !super::weigh::is_clinical(&keys(&turn.text));
            if foreign_turn || foreign_session && share < 0.2 {
                if words > 0 {
                    script.foreign.push(index);
                }
                continue;
            }
            #[expect(clippy::cast_precision_loss, reason = "a position; rough is enough")]
            let at = (index + 1) as f32 / turns.len().max(1) as f32;
            script
                .lines
                .extend(cut::sentences(&turn.text).into_iter().filter_map(|raw| line(index, turn, raw, at)));
        }
        infer_roles(&mut script.lines);
        script
    }
}

/// Whether the session as a whole is in another language.
fn is_foreign(shares: &[(f32, usize)]) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "a share; exactness beyond 24 bits does not matter")]
    let (english, all) =
        shares.iter().fold((0.0_f32, 0.0_f32), |sum, s| (sum.0 + s.0 * s.1 as f32, sum.1 + s.1 as f32));
    all >= 6.0 && english / all < 0.1
}

fn line<'a>(turn: usize, of: &Turn, raw: &'a str, at: f32) -> Option<Utterance<'a>> {
    let said = text::fluent(raw);
    let keys = keys(&said);
    if keys.is_empty() {
        return None;
    }
    let role = match of.speaker {
        Speaker::Therapist => Role::Clinician,
        Speaker::Client => Role::Client,
        Speaker::Unknown => Role::Unsure,
    };
    let looks_back = keys.join(" ");
    let task = ["you were going to", "we agreed you", "the plan was"].iter().any(|t| looks_back.contains(t));
    let question = is_question(raw, &said, &keys) || role == Role::Clinician && (asks_on(raw, &keys) || task);
    Some(Utterance { turn, role, raw, said, keys, question, at })
}

/// A question mark decides; without punctuation, the opening words do.
fn is_question(raw: &str, said: &str, keys: &[String]) -> bool {
    if raw.ends_with('?') {
        return true;
    }
    let opened = text::keys(&text::without_opening(said));
    if opened.first().is_some_and(|k| k == "tell") && opened.get(1).is_some_and(|k| k == "me") {
        return true;
    }
    if raw.ends_with(['.', '!']) {
        return false;
    }
    let first = opened.first().or(keys.first()).map(String::as_str).unwrap_or_default();
    let second = opened.get(1).map(String::as_str).unwrap_or_default();
    let addressed = opened.iter().any(|k| k.starts_with("you"));
    let inverted = opened.windows(2).any(|w| {
        matches!(w[0].as_str(), "do" | "have" | "are" | "did" | "would" | "could" | "can") && w[1] == "you"
            || matches!(w[0].as_str(), "is" | "are") && w[1] == "there"
    });
    const VERBS: &[&str] =
        &["is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "could", "would", "will"];
    let about_thing = VERBS.contains(&first)
        && matches!(
            second,
            "it" | "that"
                | "this"
                | "they"
                | "there"
                | "the"
                | "your"
                | "any"
                | "these"
                | "those"
                | "he"
                | "she"
        )
        && opened.len() > 2;
    if about_thing {
        return true;
    }
    if inverted && opened.len() > 3 && !opened.iter().any(|k| k == "if") {
        return true;
    }
    ASKING.contains(&first)
        && (addressed
            || matches!(first, "how" | "what" | "whats" | "hows" | "any")
                && second != "a"
                && opened.len() > 2)
}

/// "and coffee", "what about your appetite": a few words that name the next thing asked for.
fn asks_on(raw: &str, keys: &[String]) -> bool {
    let leads = matches!(keys[0].as_str(), "and" | "any")
        || keys.len() > 2 && matches!(keys[0].as_str(), "what" | "how") && keys[1] == "about";
    leads && keys.len() <= 5 && !raw.ends_with(['.', '!']) && super::weigh::is_clinical(keys)
}

/// The sentence begins with a question word or an inverted verb.
pub(crate) fn opens_as_question(keys: &[String]) -> bool {
    keys.first().is_some_and(|k| ASKING.contains(&k.as_str()))
}

/// Where the recording does not say who speaks, the form of a sentence sometimes does.
fn infer_roles(lines: &mut [Utterance<'_>]) {
    for at in 0..lines.len() {
        if lines[at].role != Role::Unsure {
            continue;
        }
        let sentence = lines[at].keys.join(" ");
        let asks_for = lines[at].question
            && matches!(
                text::keys(&text::without_opening(&lines[at].said)).first().map(String::as_str),
                Some("any" | "is" | "are" | "have" | "how")
            );
        let same = (at > 0 && lines[at - 1].turn == lines[at].turn).then(|| lines[at - 1].role);
        let first = lines[at].keys[0].clone();
        let addressed = lines[at].keys.iter().any(|k| k.starts_with("you"));
        let own = lines[at].keys.iter().any(|k| matches!(k.as_str(), "my" | "me" | "myself"));
        let after_question = at > 0 && lines[at - 1].role == Role::Clinician && lines[at - 1].question;
        lines[at].role = if LEADING.iter().any(|l| sentence.contains(l))
            || asks_for && !own
            || lines[at].question && addressed && !own
        {
            Role::Clinician
        } else if matches!(first.as_str(), "i" | "im" | "ive" | "my") && !addressed
            || own
                && !addressed
                && !lines[at].question
                && matches!(first.as_str(), "yes" | "yeah" | "no" | "not")
            || after_question && !lines[at].question && !addressed
        {
            Role::Client
        } else if same == Some(Role::Client) && !lines[at].question && !addressed
            || same == Some(Role::Clinician) && !own && !matches!(first.as_str(), "no" | "yes" | "yeah")
        {
            same.unwrap_or(Role::Unsure)
        } else {
            Role::Unsure
        };
    }
}

/// What a short answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes,
    No,
    /// Neither, or both.
    Open,
}

/// Reads an answer by its opening; "no, but …" is a no.
pub(crate) fn answer(keys: &[String]) -> Answer {
    let k: Vec<&str> = keys.iter().map(String::as_str).collect();
    let start = k
        .iter()
        .position(|w| {
            !matches!(
                *w,
                "well" | "so" | "i" | "think" | "guess" | "mean" | "ohh" | "again" | "just" | "sorry"
            )
        })
        .unwrap_or(0);
    let joined = k.iter().take(8).copied().collect::<Vec<_>>().join(" ");
    if [
        "not really",
        "not sure",
        "no idea",
        "not exactly",
        "i dont know",
        "dont know",
        "kind of",
        "yes and no",
    ]
    .iter()
    .any(|p| joined.contains(p))
    {
        return Answer::Open;
    }
    let yes = |w: &str| {
        matches!(
            w,
            "yes" | "yeah" | "yep" | "yup" | "definitely" | "absolutely" | "exactly" | "correct" | "sure"
        )
    };
    let no = |w: &str| matches!(w, "no" | "nope" | "nah" | "never" | "none" | "nothing" | "neither");
    match k.get(start) {
        Some(w) if no(w) && k.iter().skip(start).take(6).any(|w| yes(w)) => Answer::Open,
        Some(w) if no(w) => Answer::No,
        Some(w) if yes(w) => match k.iter().skip(start).find(|w| !yes(w)) {
            Some(w) if no(w) => Answer::Open,
            _ => Answer::Yes,
        },
        _ if joined.starts_with("not that i") || joined.starts_with("i dont think so") || joined == "not" => {
            Answer::No
        }
        _ if joined.starts_with("i havent") && k.len() <= 3
            || joined.starts_with("i dont") && k.len() <= 2 =>
        {
            Answer::No
        }
        _ if matches!(
            joined.as_str(),
            "i have" | "i do" | "i am" | "i did" | "i think so" | "it is" | "it does"
        ) =>
        {
            Answer::Yes
        }
        _ => Answer::Open,
    }
}

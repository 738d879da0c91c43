//! Passphrases: what is accepted for a new one, and how a key is derived from one.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;
use zxcvbn::matching::patterns::MatchPattern;

use crate::keys::Secret;

/// Least length of a new passphrase, in Unicode scalar values after NFC normalisation.
pub const LEAST_PASSPHRASE_CHARACTERS: usize = 15;
/// Greatest length, in bytes after NFC normalisation: far above what anyone types, low enough to bound the work.
pub const MOST_PASSPHRASE_BYTES: usize = 4096;
/// Least number of guesses, as a power of ten, that a new passphrase must withstand by the estimate of zxcvbn.
///
/// At 64 MiB and 3 passes an attacker who holds the header and rents strong hardware makes some 10^4 guesses a
/// second; 10^12 guesses are then about three years for one vault. Random words pass with four or five of them;
/// repeats, keyboard walks, common passwords and names with digits appended stay far below.
pub const LEAST_PASSPHRASE_GUESSES_LOG10: f64 = 12.0;

/// The passphrase as typed, normalised to NFC so that the same text gives the same key on every keyboard.
pub struct Passphrase(Zeroizing<String>);

/// The passphrase could not be used at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// Longer than [`MOST_PASSPHRASE_BYTES`].
    #[error("the passphrase is longer than {MOST_PASSPHRASE_BYTES} bytes")]
    TooLong,
    /// The memory that derivation needs was refused, or the parameters are out of range.
    #[error("there is not enough memory to check the passphrase")]
    OutOfMemory,
}

/// Whether a new passphrase is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassphraseVerdict {
    /// Accepted.
    Good,
    /// Refused, with the first reason that applies.
    Refused(PassphraseRefusal),
}

/// Why a new passphrase is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassphraseRefusal {
    /// Fewer than [`LEAST_PASSPHRASE_CHARACTERS`] characters.
    TooShort {
        /// How many characters it has.
        characters: usize,
    },
    /// More than [`MOST_PASSPHRASE_BYTES`] bytes.
    TooLong,
    /// Mostly one piece said again and again.
    Repeated,
    /// Mostly neighbouring keys.
    KeyboardWalk,
    /// Mostly letters or digits in order.
    Sequence,
    /// Mostly words that belong to the person or the practice.
    Personal,
    /// Mostly words or passwords that are tried first.
    Common,
    /// Guessable in some other way, for example a date.
    Guessable,
}

impl Passphrase {
    /// Takes a passphrase as typed. Only the length is bounded: the policy for new ones is
    /// [`check_passphrase`], and unlocking must accept whatever was once set.
    pub fn new(typed: &str) -> Result<Passphrase, PassphraseError> {
        normalise(typed).map(Passphrase).ok_or(PassphraseError::TooLong)
    }

    pub(crate) fn derive(&self, cost: &Argon2Cost, salt: &[u8; 32]) -> Result<Secret, PassphraseError> {
        let params = Params::new(cost.m_cost_kib, cost.t_cost, cost.p_cost, Some(32))
            .map_err(|_| PassphraseError::OutOfMemory)?;
        let mut out = Secret::default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(self.0.as_bytes(), salt, &mut *out)
            .map_err(|_| PassphraseError::OutOfMemory)?;
        Ok(out)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// What Argon2id is run with. Stored in the header and authenticated there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Argon2Cost {
    m_cost_kib: u32,
    t_cost: u32,
    p_cost: u32,
}

impl Argon2Cost {
    /// The second choice of RFC 9106: 64 MiB, 3 passes, 4 lanes. It runs on every machine the program does.
    pub const STANDARD: Argon2Cost = Argon2Cost { m_cost_kib: 64 * 1024, t_cost: 3, p_cost: 4 };

    /// A stronger choice for a fast machine. `None` below the standard in memory or passes, or above what a
    /// header may ask for (1 GiB, 16 passes, 16 lanes).
    pub fn new(m_cost_kib: u32, t_cost: u32, p_cost: u32) -> Option<Argon2Cost> {
        let cost = Argon2Cost { m_cost_kib, t_cost, p_cost };
        let enough = m_cost_kib >= Self::STANDARD.m_cost_kib && t_cost >= Self::STANDARD.t_cost;
        (enough && cost.is_bounded()).then_some(cost)
    }

    /// Far too weak for anything but a test.
    #[cfg(any(test, feature = "testing"))]
    pub fn weak_for_tests() -> Argon2Cost {
        Argon2Cost { m_cost_kib: 8, t_cost: 1, p_cost: 1 }
    }

    /// Whether parameters read from a file may be run: they are not authenticated before the run, so a hostile
    /// header must not be able to ask for all memory or for hours.
    pub(crate) fn is_bounded(&self) -> bool {
        (8..=1024 * 1024).contains(&self.m_cost_kib)
            && (1..=16).contains(&self.t_cost)
            && (1..=16).contains(&self.p_cost)
            && self.m_cost_kib >= 8 * self.p_cost
    }

    pub(crate) fn to_bytes(self) -> [u8; 12] {
        let mut bytes = [0; 12];
        for (slot, value) in bytes.chunks_exact_mut(4).zip([self.m_cost_kib, self.t_cost, self.p_cost]) {
            slot.copy_from_slice(&value.to_le_bytes());
        }
        bytes
    }
}

impl Default for Argon2Cost {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// Judges a new passphrase. `context` holds words an attacker knows: names, the practice, the address.
///
/// There are no rules about kinds of characters. The estimate looks at the passphrase as typed, at its
/// compatibility form (so that full-width letters gain nothing) and at the form without separators (so that
/// "p a s s w o r d" gains nothing), and the most guessable of the three counts.
pub fn check_passphrase(typed: &str, context: &[&str]) -> PassphraseVerdict {
    let Some(text) = normalise(typed) else {
        return PassphraseVerdict::Refused(PassphraseRefusal::TooLong);
    };
    let characters = text.chars().count();
    if characters < LEAST_PASSPHRASE_CHARACTERS {
        return PassphraseVerdict::Refused(PassphraseRefusal::TooShort { characters });
    }
    let folded = Zeroizing::new(text.nfkc().collect::<String>());
    let joined = Zeroizing::new(
        folded.chars().filter(|c| !c.is_whitespace() && !"-_.,".contains(*c)).collect::<String>(),
    );
    // A passphrase made mostly of separators is judged as typed: what is left of it says nothing.
    let joined_counts = joined.chars().count() * 2 >= characters;
    let words = context_words(context);
    let words: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    let forms = [Some(&text), Some(&folded), joined_counts.then_some(&joined)];
    let estimates = forms.into_iter().flatten().map(|form| estimate(form, &words));
    match estimates.min_by(|a, b| a.guesses_log10.total_cmp(&b.guesses_log10)) {
        Some(Estimate { guesses_log10, reason }) if guesses_log10 < LEAST_PASSPHRASE_GUESSES_LOG10 => {
            PassphraseVerdict::Refused(reason)
        }
        _ => PassphraseVerdict::Good,
    }
}

struct Estimate {
    guesses_log10: f64,
    reason: PassphraseRefusal,
}

/// The estimator reads the first 100 characters only; of a longer text the better of both ends counts.
fn estimate(text: &str, context: &[&str]) -> Estimate {
    let beginning = estimate_window(text, context);
    let characters = text.chars().count();
    if characters <= 100 {
        return beginning;
    }
    let tail = Zeroizing::new(text.chars().skip(characters - 100).collect::<String>());
    let ending = estimate_window(&tail, context);
    if ending.guesses_log10 > beginning.guesses_log10 { ending } else { beginning }
}

fn estimate_window(text: &str, context: &[&str]) -> Estimate {
    let entropy = zxcvbn::zxcvbn(text, context);
    let longest = entropy.sequence().iter().max_by_key(|found| found.token.chars().count());
    let reason = match longest.map(|found| &found.pattern) {
        Some(MatchPattern::Repeat(_)) => PassphraseRefusal::Repeated,
        Some(MatchPattern::Spatial(_)) => PassphraseRefusal::KeyboardWalk,
        Some(MatchPattern::Sequence(_)) => PassphraseRefusal::Sequence,
        Some(MatchPattern::Dictionary(found)) if is_from_context(&found.matched_word, context) => {
            PassphraseRefusal::Personal
        }
        Some(MatchPattern::Dictionary(_)) => PassphraseRefusal::Common,
        _ => PassphraseRefusal::Guessable,
    };
    Estimate { guesses_log10: entropy.guesses_log10(), reason }
}

fn is_from_context(word: &str, context: &[&str]) -> bool {
    context.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The phrases of the context, their words, and the phrases written as one word.
fn context_words(context: &[&str]) -> Vec<Zeroizing<String>> {
    let mut words = Vec::new();
    for phrase in context {
        let phrase: String = phrase.nfkc().flat_map(char::to_lowercase).collect();
        let parts = phrase.split(|c: char| !c.is_alphanumeric()).filter(|part| part.chars().count() >= 3);
        words.extend(parts.map(|part| Zeroizing::new(part.to_owned())));
        words.push(Zeroizing::new(phrase.chars().filter(|c| c.is_alphanumeric()).collect()));
        words.push(Zeroizing::new(phrase));
    }
    words.retain(|word| !word.is_empty());
    words
}

/// NFC form, or nothing if it is too long. The input is bounded first: normalising may not shrink it below a third.
fn normalise(typed: &str) -> Option<Zeroizing<String>> {
    if typed.len() > 3 * MOST_PASSPHRASE_BYTES {
        return None;
    }
    let mut text = Zeroizing::new(String::with_capacity(3 * typed.len()));
    text.extend(typed.nfc());
    (text.len() <= MOST_PASSPHRASE_BYTES).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(text: &str) -> PassphraseVerdict {
        check_passphrase(text, &["Dr. Amelia Whitcombe", "Riverside Counselling"])
    }

    #[test]
    fn guessable_passphrases_are_refused_with_the_reason() {
        use PassphraseRefusal::*;
        let cases = [
            ("fourteen chars", TooShort { characters: 14 }),
            ("aaaaaaaaaaaaaaaaaaaa", Repeated),
            ("abcabcabcabcabcabc", Repeated),
            ("passwordpassword", Repeated),
            ("abcdefghijklmnopqrstuvwxyz", Sequence),
            ("riversidecounselling", Personal),
            ("ameliawhitcombe1", Personal),
        ];
        for (text, reason) in cases {
            assert_eq!(verdict(text), PassphraseVerdict::Refused(reason), "reason for {text:?}");
        }
        let refused = [
            "passwordpassword1",
            "qwertyuiopasdfghjkl",
            "p a s s w o r d 1 2 3 4",
            "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ１",
            "123456789012345",
            "1qaz2wsx3edc4rfv",
            "iloveyouiloveyou",
            "Password1234567!",
            "15 November 1984",
            "AmeliaWhitcombe2024",
        ];
        for text in refused {
            assert!(matches!(verdict(text), PassphraseVerdict::Refused(_)), "{text:?} must be refused");
        }
    }

    #[test]
    fn strong_passphrases_of_any_kind_are_accepted() {
        let long = "k7 ÿ 漢 ".repeat(16) + "lantern obelisk quarry thimble";
        let longest = (0..1024_u32)
            .map(|i| char::from(b'a' + (i.wrapping_mul(2_654_435_761) >> 27) as u8 % 26))
            .collect::<String>();
        let accepted = [
            "tidal ferret lantern quorum",
            "obelisk-thimble-quarry-moth",
            "xk2$9vQ!mz7@Lp4w",
            "Übergrößenträger Käsekuchen Flugzeug",
            "ночной поезд везёт арбузы",
            "雨の日に青い鯨が図書館で眠っている",
            &long,
            &longest,
        ];
        for text in accepted {
            assert_eq!(verdict(text), PassphraseVerdict::Good, "{text:?} must be accepted");
        }
    }

    #[test]
    fn composed_and_decomposed_text_give_the_same_key() {
        let cost = Argon2Cost::weak_for_tests();
        let key = |typed| Passphrase::new(typed).expect("short").derive(&cost, &[1; 32]).expect("derives");
        assert_eq!(*key("caf\u{e9}"), *key("cafe\u{301}"), "NFC makes both the same passphrase");
        assert_ne!(*key("cafe"), *key("caf\u{e9}"), "an accent is part of the passphrase");
    }

    #[test]
    fn lengths_and_costs_are_bounded() {
        let text = "é".repeat(MOST_PASSPHRASE_BYTES / 2);
        assert!(Passphrase::new(&text).is_ok(), "the greatest length is allowed");
        assert_eq!(
            Passphrase::new(&(text + "x")).map(|_| ()),
            Err(PassphraseError::TooLong),
            "one byte more is refused"
        );
        assert!(Argon2Cost::new(64 * 1024, 3, 1).is_some(), "the design's least cost is allowed");
        for (m, t, p) in
            [(64 * 1024 - 1, 3, 4), (64 * 1024, 2, 4), (1024 * 1024 + 1, 3, 4), (65536, 17, 4), (65536, 3, 0)]
        {
            assert!(Argon2Cost::new(m, t, p).is_none(), "cost {m}/{t}/{p} must be refused");
        }
    }
}

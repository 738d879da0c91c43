//! The printed recovery key: 256 random bits as 24 words of the English BIP-39 list, with its checksum.

use std::fmt;

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use crate::keys::{Secret, random_secret};
use crate::random::NoRandomness;

/// Number of words in a recovery key.
const WORDS: usize = 24;
/// The first four letters tell every word of the list apart.
const PREFIX: usize = 4;

/// The key a person prints and keeps, which opens the vault when the passphrase is lost.
pub struct RecoveryKey(Secret);

/// What is wrong with words that were typed in. Positions count from 1; the words themselves are not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// Not 24 words.
    #[error("a recovery key has 24 words; {found} were given")]
    WordCount {
        /// How many words were found.
        found: usize,
    },
    /// A word that is not in the list.
    #[error("word {position} is not a word of the recovery list")]
    UnknownWord {
        /// Which word, from 1.
        position: usize,
    },
    /// Every word exists, but together they are not a recovery key: a word is wrong or out of order.
    #[error("the words do not fit together: one is wrong or out of order")]
    Checksum,
}

impl RecoveryKey {
    /// A new key from the operating system's randomness.
    pub fn make() -> Result<RecoveryKey, NoRandomness> {
        random_secret().map(RecoveryKey)
    }

    /// The 24 words to print.
    pub fn words(&self) -> Vec<&'static str> {
        let mnemonic = Mnemonic::from_entropy(&*self.0).expect("32 bytes make a mnemonic of 24 words");
        mnemonic.words().collect()
    }

    /// Reads words as people type them: any case, any spacing, commas, numbering such as `1.` or `1)`, and
    /// words shortened to four letters or more.
    pub fn parse(text: &str) -> Result<RecoveryKey, RecoveryKeyError> {
        let typed = Zeroizing::new(text.to_lowercase());
        let words: Vec<&str> =
            typed.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        if words.len() != WORDS {
            return Err(RecoveryKeyError::WordCount { found: words.len() });
        }
        let mut phrase = Zeroizing::new(String::with_capacity(WORDS * 9));
        for (index, word) in words.iter().enumerate() {
            let full = look_up(word).ok_or(RecoveryKeyError::UnknownWord { position: index + 1 })?;
            phrase.push_str(full);
            phrase.push(' ');
        }
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, phrase.trim_end())
            .map_err(|_| RecoveryKeyError::Checksum)?;
        let mut key = Secret::default();
        key.copy_from_slice(&Zeroizing::new(mnemonic.to_entropy()));
        Ok(RecoveryKey(key))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(..)")
    }
}

/// The word of the list that `typed` is, or that it begins with at least four letters of.
fn look_up(typed: &str) -> Option<&'static str> {
    let list = Language::English.word_list();
    if let Some(index) = Language::English.find_word(typed) {
        return Some(list[usize::from(index)]);
    }
    if typed.len() < PREFIX {
        return None;
    }
    list.iter().copied().find(|word| word.starts_with(typed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_read_back_however_they_are_typed(
            bytes in any::<[u8; 32]>(),
            style in proptest::collection::vec((any::<bool>(), any::<bool>(), 0_usize..4), WORDS),
        ) {
            let key = RecoveryKey(Zeroizing::new(bytes));
            let mut typed = String::new();
            for (index, (word, (upper, short, separator))) in key.words().into_iter().zip(style).enumerate() {
                let word = if short { &word[..word.len().min(PREFIX)] } else { word };
                let word = if upper { word.to_uppercase() } else { word.to_owned() };
                let before = [format!("{}. ", index + 1), format!("{})", index + 1), "  ".into(), ", ".into()];
                typed.push_str(&before[separator]);
                typed.push_str(&word);
                typed.push_str(["\n", " ", ",", "\t"][separator]);
            }
            let read = RecoveryKey::parse(&typed).expect("forgiving reading of true words");
            prop_assert_eq!(read.bytes(), &bytes, "the words must give the same key back");
        }

        #[test]
        fn any_text_is_answered_without_a_panic(text in ".{0,300}") {
            let _ = RecoveryKey::parse(&text);
        }
    }

    #[test]
    fn faults_are_told_apart_and_words_are_not_repeated() {
        let good = RecoveryKey(Zeroizing::new([7; 32])).words();
        let fault = |words: &[&str]| RecoveryKey::parse(&words.join(" ")).expect_err("must be refused");

        assert_eq!(
            fault(&good[..23]),
            RecoveryKeyError::WordCount { found: 23 },
            "a missing word is counted"
        );
        let mut unknown = good.clone();
        unknown[4] = "zzzebra";
        let answer = fault(&unknown);
        assert_eq!(
            answer,
            RecoveryKeyError::UnknownWord { position: 5 },
            "the unknown word is named by position"
        );
        assert!(!answer.to_string().contains("zzzebra"), "the message must not repeat what was typed");
        let mut swapped = good.clone();
        let other = good.iter().position(|word| *word != good[0]).expect("not all words are equal");
        swapped.swap(0, other);
        assert_eq!(
            fault(&swapped),
            RecoveryKeyError::Checksum,
            "known words in the wrong order fail the checksum"
        );
        let mut short = good;
        short[0] = "abc";
        assert_eq!(
            fault(&short),
            RecoveryKeyError::UnknownWord { position: 1 },
            "three letters do not name a word"
        );
    }

    #[test]
    fn the_words_are_those_of_the_standard() {
        // Published BIP-39 vector for 32 bytes of 0x7f.
        let words = RecoveryKey(Zeroizing::new([0x7f; 32])).words().join(" ");
        assert_eq!(
            words,
            "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful \
             legal winner thank year wave sausage worth title",
            "the words must follow BIP-39"
        );
    }
}

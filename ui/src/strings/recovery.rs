//! Words of the recovery key: showing it, checking it, and using it.

pub const SHOW_TITLE: &str = "Your recovery key";
pub const SHOW_DETAIL: &str = "If you forget the passphrase, these 24 words open the vault. They are shown now and never \
    again. Print them or write them down, and keep them where you keep important papers, away from this computer.";
pub const WORDS_LABEL: &str = "The words of the recovery key, in order";
pub const PRINT: &str = "Print";
pub const WRITTEN_DOWN: &str = "I have them on paper";

pub const PRINT_HEADING: &str = "Attune recovery key";
pub const PRINT_DETAIL: &str = "Whoever has these words can open the vault. Keep this sheet locked away and tell nobody \
    what is on it. To use it: open Attune, choose “I forgot the passphrase”, and type the words in this order.";

/// Which vault a printed key opens.
pub fn print_vault(vault: &str) -> String {
    format!("Vault {vault}")
}

/// When a printed key was made.
pub fn print_made(date: &str) -> String {
    format!("Made {date}")
}

pub const CHECK_TITLE: &str = "Check three of the words";
pub const CHECK_DETAIL: &str =
    "Read them from your paper. This makes sure that the key works when it is needed.";
pub const CHECK: &str = "Check";
pub const SHOW_AGAIN: &str = "Show the words again";
pub const WRONG_WORD: &str = "This is not the word at this place. Look at your paper again.";

/// The name of a field for one word.
pub fn word_number(position: u32) -> String {
    format!("Word {position}")
}

pub const LATER: &str = "Check later";
pub const LATER_DETAIL: &str =
    "Attune will remind you until the key has been checked. The words are not shown again.";
pub const LATER_TITLE: &str = "Go on without checking?";

pub const USE_TITLE: &str = "Open with the recovery key";
pub const USE_DETAIL: &str =
    "Type the 24 words from your paper and choose a new passphrase. Nothing in the vault changes.";
pub const USE_WORDS: &str = "The 24 words";
pub const USE_WORDS_HINT: &str =
    "With spaces or line breaks between them; numbers and capitals do not matter.";
pub const NEW_PASSPHRASE: &str = "New passphrase";
pub const OPEN: &str = "Open the vault";
pub const BACK: &str = "Back to the passphrase";
pub const WRONG_KEY: &str = "These words are a recovery key, but not the one of this vault. If you made a newer key, use \
    the newest sheet.";
pub const WORDS_MISSING: &str = "Type the words from your paper.";

/// How many words there are so far.
pub fn words_so_far(count: usize) -> String {
    format!("{count} of 24 words")
}

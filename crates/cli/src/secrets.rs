//! Passphrases and recovery keys: from a file, from standard input, or asked for without echo.

use std::fs::File;
use std::io::{self, BufRead as _, Read as _};

use zeroize::Zeroizing;

use crate::exit::Failure;

/// More than any passphrase; keeps a wrong file from being read whole.
const MAX_BYTES: u64 = 64 * 1024;

/// A secret in memory, wiped when dropped.
pub(crate) type Secret = Zeroizing<String>;

/// Which secret is needed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    /// The one that opens the vault.
    Passphrase,
    /// The first passphrase of a vault that is being made: asked for twice.
    FirstPassphrase,
    /// The one that replaces another: asked for twice.
    NewPassphrase,
    /// The 24 words.
    RecoveryKey,
}

impl Wanted {
    fn variable(self) -> &'static str {
        match self {
            Self::Passphrase | Self::FirstPassphrase => "ATTUNE_PASSPHRASE_FILE",
            Self::NewPassphrase => "ATTUNE_NEW_PASSPHRASE_FILE",
            Self::RecoveryKey => "ATTUNE_RECOVERY_KEY_FILE",
        }
    }

    fn prompt(self) -> &'static str {
        match self {
            Self::Passphrase => "Passphrase: ",
            Self::FirstPassphrase => "Passphrase for the new vault (15 characters or more): ",
            Self::NewPassphrase => "New passphrase (15 characters or more): ",
            Self::RecoveryKey => "The 24 words of the recovery key: ",
        }
    }

    fn is_asked_twice(self) -> bool {
        matches!(self, Self::FirstPassphrase | Self::NewPassphrase)
    }
}

/// Where secrets come from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Secrets {
    /// One line of standard input each.
    pub(crate) stdin: bool,
}

impl Secrets {
    /// Gets one. Standard input goes before the file, because it was asked for in this very call.
    pub(crate) fn get(self, wanted: Wanted) -> Result<Secret, Failure> {
        if self.stdin {
            return from_stdin();
        }
        match std::env::var_os(wanted.variable()) {
            Some(path) if !path.is_empty() => {
                let file = File::open(path);
                file.and_then(from_file).map_err(|error| Failure::cannot_read("The passphrase file", &error))
            }
            _ => ask(wanted),
        }
    }
}

fn from_stdin() -> Result<Secret, Failure> {
    let mut line = Zeroizing::new(String::with_capacity(1024));
    let read = io::stdin().lock().take(MAX_BYTES).read_line(&mut line);
    match read {
        Ok(0) => Err(Failure::usage("Standard input ended before a passphrase came.")),
        Ok(_) => {
            strip_line_end(&mut line);
            Ok(line)
        }
        Err(error) => Err(Failure::cannot_read("Standard input", &error)),
    }
}

fn from_file(file: File) -> io::Result<Secret> {
    let mut text = Zeroizing::new(String::with_capacity(1024));
    file.take(MAX_BYTES).read_to_string(&mut text)?;
    strip_line_end(&mut text);
    Ok(text)
}

/// Editors end a file with a line break; it is not part of the passphrase. Other white space is.
fn strip_line_end(text: &mut String) {
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
}

fn ask(wanted: Wanted) -> Result<Secret, Failure> {
    let secret = prompt(wanted.prompt(), wanted)?;
    if wanted.is_asked_twice() && *prompt("Once more: ", wanted)? != *secret {
        return Err(Failure::usage("The two passphrases differ. Nothing was changed."));
    }
    Ok(secret)
}

fn prompt(text: &str, wanted: Wanted) -> Result<Secret, Failure> {
    let answer = rpassword::prompt_password(text).map_err(|_| {
        Failure::usage(format!(
            "A passphrase is needed and there is no terminal to ask at. Name a file in {} or use \
             --passphrase-stdin.",
            wanted.variable()
        ))
    })?;
    Ok(Zeroizing::new(answer))
}

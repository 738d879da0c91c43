//! Words of the first page of clients and of practice managers.

pub const CLIENT_TITLE: &str = "Welcome";
pub const CLIENT_HEADING: &str = "Your vault is ready";
pub const CLIENT_DETAIL: &str = "Screenings, conversations and the journal come in a later version of Attune. \
    This vault will hold them; until then there is nothing to fill in.";
pub const CLIENT_SECURITY: &str = "What you can do today is look after the keys of this vault: change the passphrase, \
    make a new recovery key, and set when it locks itself.";
pub const HELP_TITLE: &str = "If you need someone now";
pub const HELP_DETAIL: &str = "Attune does not watch over anyone and calls nobody. In an emergency call your local \
    emergency number. In the United States you can call or text 988 at any time.";

pub const PRACTICE_TITLE: &str = "Practice";
pub const PRACTICE_DETAIL: &str = "This vault looks after one device of the practice. People, policies and back-ups \
    of other devices come in a later version.";
pub const MODELS_DETAIL: &str = "Which speech models this device has, and adding one from a file.";
pub const SECURITY_DETAIL: &str = "Passphrase, recovery key, key store, and when the vault locks itself.";
pub const AUDIT_DETAIL: &str = "Who did what and when. Nobody can change an entry without it being found.";

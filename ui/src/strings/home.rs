//! Words of the first page of clients and of practice managers.

pub const CLIENT_TITLE: &str = "Welcome";
pub const CLIENT_PROMISE: &str = "What you fill in stays in this vault, on this device. Attune does not watch over anyone \
    and calls nobody; in an emergency use “Help now” or call your local emergency number.";

pub const PRACTICE_TITLE: &str = "Practice";
pub const PRACTICE_DETAIL: &str = "This vault looks after one device of the practice. People, policies and back-ups \
    of other devices come in a later version.";
pub const INSTRUMENTS_DETAIL: &str = "Questionnaires, their licences, and adding the practice’s own.";
pub const MODELS_DETAIL: &str = "Which speech models this device has, and adding one from a file.";
pub const SECURITY_DETAIL: &str = "Passphrase, recovery key, key store, and when the vault locks itself.";
pub const AUDIT_DETAIL: &str = "Who did what and when. Nobody can change an entry without it being found.";

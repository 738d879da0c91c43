//! Words of the about page.

pub const TITLE: &str = "About Attune";
pub const WHAT: &str = "From a recorded session to a signed note, on this computer alone.";
pub const PRIVACY: &str = "What stays here";
pub const PRIVACY_DETAIL: &str = "Recordings, transcripts and notes are encrypted from the first byte and never leave \
    this computer unless you export them. Attune opens no connection, sends no statistics and asks no server.";
pub const LIMITS: &str = "What Attune does not do";
pub const LIMITS_DETAIL: &str = "Drafts are made by rules and statistics from what was said. They can miss things and \
    misunderstand; a person reads, corrects and signs. Attune makes no diagnosis, watches over nobody and calls no one.";
pub const VERSION: &str = "Version";
pub const VAULT: &str = "Vault";
pub const OWNER: &str = "Owner";
pub const ROLE: &str = "Role";

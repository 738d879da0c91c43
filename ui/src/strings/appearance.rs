//! Words of the appearance page.

pub const TITLE: &str = "Appearance";
pub const INTRO: &str = "Changes take effect at once, on this computer only.";
pub const TEXT_SIZE: &str = "Text size";
pub const STANDARD: &str = "Standard";
pub const LARGE: &str = "Large";
pub const LARGEST: &str = "Largest";
pub const COLOURS: &str = "Colours";
pub const SYSTEM: &str = "As the system";
pub const LIGHT: &str = "Light";
pub const DARK: &str = "Dark";
pub const KEYS: &str = "Keyboard";
pub const KEY_SEARCH: &str = "Search";
pub const KEY_LOCK: &str = "Lock the vault";
pub const KEY_MOVE: &str = "Move in a list";
pub const KEY_OPEN: &str = "Open a row";
pub const KEY_CLOSE: &str = "Close a dialog or a menu";

//! How a person likes the window: text size and colours. Kept on this device, outside the vault: it says nothing about
//! anyone, and it has to hold on the unlock page too.

use leptos::prelude::*;

const SIZE_KEY: &str = "attune.text-size";
const THEME_KEY: &str = "attune.theme";

/// Text size, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// The browser's own.
    #[default]
    Standard,
    /// A step up.
    Large,
    /// Two steps up.
    Largest,
}

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal),+ }) => {
        impl $type {
            /// The word it is kept under.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads it back; anything unknown is the standard.
            pub fn from_word(word: &str) -> Self {
                match word { $($word => Self::$variant,)+ _ => Self::default() }
            }
        }
    };
}

words!(TextSize { Standard = "standard", Large = "large", Largest = "largest" });
words!(Theme { System = "system", Light = "light", Dark = "dark" });

/// How this person likes the window.
#[derive(Clone, Copy)]
pub struct Appearance {
    /// Text size.
    pub text_size: RwSignal<TextSize>,
    /// Colours.
    pub theme: RwSignal<Theme>,
}

/// Reads what was kept, applies it, and keeps every change.
pub fn provide_appearance() {
    let appearance = Appearance {
        text_size: RwSignal::new(TextSize::from_word(&kept(SIZE_KEY))),
        theme: RwSignal::new(Theme::from_word(&kept(THEME_KEY))),
    };
    Effect::new(move |_| keep(SIZE_KEY, "data-text-size", appearance.text_size.get().word()));
    Effect::new(move |_| keep(THEME_KEY, "data-theme", appearance.theme.get().word()));
    provide_context(appearance);
}

/// How this person likes the window.
pub fn use_appearance() -> Appearance {
    expect_context()
}

fn keep(key: &str, attribute: &str, word: &str) {
    if let Some(root) = document().document_element() {
        // The attribute's name is fixed and valid.
        let _ = root.set_attribute(attribute, word);
    }
    if let Some(storage) = storage() {
        // A browser that refuses storage forgets the choice; nothing else depends on it.
        let _ = storage.set_item(key, word);
    }
}

/// What was kept under a key; empty if nothing was.
pub(super) fn kept(key: &str) -> String {
    storage().and_then(|s| s.get_item(key).ok().flatten()).unwrap_or_default()
}

pub(super) fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_read_back_as_it_was_kept() {
        for size in [TextSize::Standard, TextSize::Large, TextSize::Largest] {
            assert_eq!(TextSize::from_word(size.word()), size, "text size survives");
        }
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::from_word(theme.word()), theme, "theme survives");
        }
        assert_eq!(Theme::from_word("<script>"), Theme::System, "a foreign word is the standard");
    }
}

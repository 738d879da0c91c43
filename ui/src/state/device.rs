//! What is set for this device and no one in particular: where it is, and how questions are shown. Kept outside the vault:
//! it says nothing about anyone, and helplines have to be there while the vault is locked.

use leptos::prelude::*;

use super::TextSize;
use super::appearance::{kept, storage};

/// The code of helplines that hold in any country.
pub const ANYWHERE: &str = "ZZ";

const COUNTRY: &str = "attune.country";
const WHOLE_PAGE: &str = "attune.whole-page";
const QUESTION_SIZE: &str = "attune.question-size";
const NUMBER_KEYS: &str = "attune.number-keys";

/// What is set for this device.
#[derive(Clone, Copy)]
pub struct Device {
    /// ISO 3166 code of the country whose helplines are shown, or [`ANYWHERE`].
    pub country: RwSignal<String>,
    /// All questions of an instrument on one page, instead of one at a time.
    pub whole_page: RwSignal<bool>,
    /// How large questions are written, on top of the text size of the window.
    pub question_size: RwSignal<TextSize>,
    /// Whether number keys choose answers.
    pub number_keys: RwSignal<bool>,
}

/// Reads what was kept, and keeps every change; once, at the root.
pub fn provide_device() {
    let country = Some(kept(COUNTRY)).filter(|kept| !kept.is_empty());
    let device = Device {
        country: RwSignal::new(
            country.or_else(|| region_of(&languages())).unwrap_or_else(|| ANYWHERE.to_owned()),
        ),
        whole_page: RwSignal::new(kept(WHOLE_PAGE) == "yes"),
        question_size: RwSignal::new(TextSize::from_word(&kept(QUESTION_SIZE))),
        number_keys: RwSignal::new(kept(NUMBER_KEYS) != "no"),
    };
    keep_changes(COUNTRY, move || device.country.get());
    keep_changes(WHOLE_PAGE, move || yes_or_no(device.whole_page.get()));
    keep_changes(QUESTION_SIZE, move || device.question_size.get().word().to_owned());
    keep_changes(NUMBER_KEYS, move || yes_or_no(device.number_keys.get()));
    provide_context(device);
}

/// What is set for this device.
pub fn use_device() -> Device {
    expect_context()
}

/// Keeps what a person chose; what nobody chose is found out anew each time.
fn keep_changes(key: &'static str, word: impl Fn() -> String + 'static) {
    Effect::new(move |last: Option<String>| {
        let word = word();
        if last.is_some_and(|last| last != word)
            && let Some(storage) = storage()
        {
            // A browser that refuses storage forgets the choice; nothing else depends on it.
            let _ = storage.set_item(key, &word);
        }
        word
    });
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

/// The languages this device is set to, the preferred one first.
fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// The region of the first language that names one: `GB` of `en-GB`.
fn region_of(languages: &[String]) -> Option<String> {
    languages.iter().find_map(|tag| {
        // The language itself comes first and is no region, even where it has two letters as well.
        let region = tag.split('-').skip(1).take_while(|part| part.len() > 1);
        region
            .into_iter()
            .find(|part| part.len() == 2 && part.chars().all(|letter| letter.is_ascii_alphabetic()))
            .map(str::to_ascii_uppercase)
    })
}

#[cfg(test)]
mod tests {
    use super::region_of;

    #[test]
    fn the_region_is_read_from_language_tags_and_never_guessed() {
        let region = |tags: &[&str]| region_of(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>());
        assert_eq!(region(&["en-GB", "en-US"]).as_deref(), Some("GB"), "the preferred language comes first");
        assert_eq!(
            region(&["de", "fr-ch"]).as_deref(),
            Some("CH"),
            "a language without a region says nothing"
        );
        assert_eq!(region(&["zh-Hant-TW"]).as_deref(), Some("TW"), "a script is no region");
        assert_eq!(region(&["en-x-us", "es-419"]), None, "neither are private parts and areas of the world");
        assert_eq!(region(&[]), None, "and no language is no region");
    }
}

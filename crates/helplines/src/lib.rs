//! Crisis helplines by country, and the number of the emergency services there.
//!
//! Owns: the dated data file `data/helplines.json`, checked when the program is built and carried inside it.
//!
//! Never: networks, files, clocks or settings at run time, so that the numbers can be shown at once, offline, and with the
//! vault locked; an answer of “nothing found”; a number whose source is not written beside it.
//!
//! Entry types: [`for_country`], [`countries`], [`elsewhere`], [`as_of`], [`Country`], [`Line`].

/// Whom to call in one country.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code in capitals; `ZZ` for [`elsewhere`].
    pub code: &'static str,
    /// The country’s name in English.
    pub name: &'static str,
    /// The number to call when life is in danger, as dialled inside the country: one number for all services where there is
    /// one, else that of the ambulance. `None` only for [`elsewhere`]: the local number.
    pub emergency: Option<&'static str>,
    /// Address of the page on which the emergency number was read.
    pub emergency_source: Option<&'static str>,
    /// At least one line, best first; the first is for everyone.
    pub lines: &'static [Line],
}

/// One helpline. It can be reached in at least one of the ways `phone`, `text` and `web`.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// The line’s own name, in its own language.
    pub name: &'static str,
    /// Phone number as dialled inside the country: digits, spaces and hyphens, perhaps after `+` or `*`.
    pub phone: Option<&'static str>,
    /// Further phone numbers of the same line.
    pub also: &'static [&'static str],
    /// Where a text message can be sent.
    pub text: Option<Text>,
    /// An https address of the line.
    pub web: Option<&'static str>,
    /// Opening hours of the phone, in local time and English, `24/7` for always; `None` where no source states them.
    pub hours: Option<&'static str>,
    /// Languages spoken, as ISO 639 codes; empty where no source states them.
    pub languages: &'static [&'static str],
    /// Whom the line is for.
    pub audience: Audience,
    /// One sentence that a caller needs, such as which key to press.
    pub note: Option<&'static str>,
    /// Addresses of the pages on which all this was read; at least one.
    pub sources: &'static [&'static str],
    /// The newest date that those pages carry themselves: YYYY, YYYY-MM or YYYY-MM-DD.
    pub published: Option<&'static str>,
    /// The day on which the pages were read, YYYY-MM-DD.
    pub checked: &'static str,
}

impl Line {
    /// Whether the phone is answered at every hour of every day, as far as the sources say.
    pub fn is_always_open(&self) -> bool {
        self.hours == Some("24/7")
    }
}

/// Where a text message can be sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// The number, in the same form as [`Line::phone`].
    pub number: &'static str,
    /// The word to send first; any message will do where there is none.
    pub word: Option<&'static str>,
}

/// Whom a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Anyone in distress.
    Everyone,
    /// Children, adolescents and young adults.
    YoungPeople,
    /// Those who serve or served in the armed forces.
    Veterans,
    /// Young people who are lesbian, gay, bisexual, transgender or queer.
    LgbtqYoungPeople,
    /// Those who are hurt or threatened by a partner or in the family.
    DomesticAbuse,
}

impl Audience {
    /// In words, as a heading.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everyone => "Everyone",
            Self::YoungPeople => "Young people",
            Self::Veterans => "Veterans and people who serve",
            Self::LgbtqYoungPeople => "LGBTQ+ young people",
            Self::DomesticAbuse => "People hurt or threatened at home",
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// The date of the data, YYYY-MM-DD; no line was checked after it.
pub fn as_of() -> &'static str {
    AS_OF
}

/// All countries of the data, in the order of their codes; [`elsewhere`] is not among them.
pub fn countries() -> &'static [Country] {
    COUNTRIES
}

/// What to show where the country is not known: the international directory, and no emergency number but the local one.
pub fn elsewhere() -> &'static Country {
    &ELSEWHERE
}

/// The country with this ISO 3166-1 alpha-2 code, in capitals or not, else [`elsewhere`]: there is always something to show.
pub fn for_country(code: &str) -> &'static Country {
    let code = code.trim();
    COUNTRIES.iter().find(|country| country.code.eq_ignore_ascii_case(code)).unwrap_or(&ELSEWHERE)
}

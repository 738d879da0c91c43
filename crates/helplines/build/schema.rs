//! The shape of `data/helplines.json` and every rule it must keep. The build refuses a file that breaks one, so that a
//! mistyped number never reaches a person in need; the tests break each rule once.

use std::collections::BTreeSet;

use serde::Deserialize;

/// The code of the entry for countries that the file does not know: CLDR’s “unknown region”.
pub(crate) const ELSEWHERE: &str = "ZZ";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) as_of: String,
    pub(crate) countries: Vec<Country>,
    pub(crate) elsewhere: Country,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Country {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) emergency: Option<String>,
    pub(crate) emergency_source: Option<String>,
    pub(crate) lines: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    pub(crate) text: Option<Text>,
    pub(crate) web: Option<String>,
    pub(crate) hours: Option<String>,
    pub(crate) languages: Vec<String>,
    #[serde(rename = "for")]
    pub(crate) audience: Audience,
    pub(crate) note: Option<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) published: Option<String>,
    pub(crate) checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    pub(crate) number: String,
    pub(crate) word: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub(crate) enum Audience {
    #[serde(rename = "everyone")]
    Everyone,
    #[serde(rename = "young people")]
    YoungPeople,
    #[serde(rename = "veterans")]
    Veterans,
    #[serde(rename = "lgbtq+ young people")]
    LgbtqYoungPeople,
    #[serde(rename = "domestic abuse")]
    DomesticAbuse,
}

/// Reads the file, or names everything that is wrong with it.
pub(crate) fn read(json: &str) -> Result<File, Vec<String>> {
    let file: File = serde_json::from_str(json).map_err(|error| vec![error.to_string()])?;
    let faults = faults(&file);
    if faults.is_empty() { Ok(file) } else { Err(faults) }
}

fn faults(file: &File) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |held: bool, text: String| {
        if !held {
            faults.push(text);
        }
    };
    fault(is_date(&file.as_of), format!("as_of {:?} is no date", file.as_of));
    let codes: Vec<_> = file.countries.iter().map(|country| &country.code).collect();
    fault(
        codes.is_sorted_by(|one, next| one < next),
        "countries are not in the order of their codes, each once".to_owned(),
    );
    for country in &file.countries {
        let code = &country.code;
        fault(
            code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()),
            format!("{code:?} is no country code"),
        );
        fault(code != ELSEWHERE, format!("{ELSEWHERE} is for elsewhere"));
        fault(
            country.emergency.as_deref().is_some_and(is_emergency),
            format!("{code} has no emergency number that can be dialled"),
        );
        fault(
            country.emergency_source.as_deref().is_some_and(is_https),
            format!("{code} does not say where its emergency number was read"),
        );
    }
    let elsewhere = &file.elsewhere;
    fault(
        elsewhere.code == ELSEWHERE && elsewhere.emergency.is_none(),
        "elsewhere has a code or an emergency number of its own".to_owned(),
    );
    for country in file.countries.iter().chain([elsewhere]) {
        let code = &country.code;
        fault(is_text(&country.name), format!("{code} has no name"));
        fault(
            country.lines.first().is_some_and(|line| line.audience == Audience::Everyone),
            format!("the first line of {code} is not for everyone"),
        );
        for line in &country.lines {
            for text in line_faults(line, &file.as_of) {
                fault(false, format!("{code}, {}: {text}", line.name));
            }
        }
    }
    faults
}

fn line_faults(line: &Line, as_of: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |held: bool, text: &str| {
        if !held {
            faults.push(text.to_owned());
        }
    };
    fault(is_text(&line.name), "has no name");
    fault(line.phone.is_some() || line.text.is_some() || line.web.is_some(), "cannot be reached in any way");
    fault(line.also.is_empty() || line.phone.is_some(), "has further numbers and no first one");
    fault(
        line.phone.iter().chain(&line.also).all(|number| is_number(number)),
        "has a phone number that cannot be dialled",
    );
    fault(
        line.text.iter().all(|text| is_number(&text.number)),
        "has a number for messages that cannot be dialled",
    );
    let words = line.text.iter().filter_map(|text| text.word.as_deref());
    fault(words.into_iter().all(is_word), "has a word to send that is not one word of capital letters");
    fault(line.web.iter().all(|address| is_https(address)), "has a web address without https");
    fault(line.hours.iter().chain(&line.note).all(|text| is_text(text)), "has an empty text");
    fault(line.languages.iter().all(|language| is_language(language)), "has a language that is no code");
    fault(
        line.languages.iter().collect::<BTreeSet<_>>().len() == line.languages.len(),
        "names a language twice",
    );
    fault(
        !line.sources.is_empty() && line.sources.iter().all(|source| is_https(source)),
        "has no source with https",
    );
    fault(is_date(&line.checked), "was checked on no date");
    fault(line.checked.as_str() <= as_of, "was checked after the date of the file");
    let published = line.published.as_deref();
    fault(published.is_none_or(is_part_of_date), "has a date of its source that is none");
    fault(
        published.is_none_or(|date| line.checked.get(..date.len()).is_some_and(|day| date <= day)),
        "was checked before its source was published",
    );
    faults
}

fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && text.trim() == text && !text.contains(char::is_control)
}

/// What a phone can dial: digits, with spaces and hyphens between them; a plus sign or the star of a short code may lead.
fn is_number(number: &str) -> bool {
    let body = number.strip_prefix(['+', '*']).unwrap_or(number);
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    (2..=15).contains(&digits)
        && body.starts_with(|first: char| first.is_ascii_digit())
        && body.ends_with(|last: char| last.is_ascii_digit())
        && body.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ' || byte == b'-')
        && !body.contains("  ")
}

fn is_emergency(number: &str) -> bool {
    (2..=5).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_https(address: &str) -> bool {
    address
        .strip_prefix("https://")
        .is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

fn is_language(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_part_of_date(text: &str) -> bool {
    match text.len() {
        4 => is_date(&format!("{text}-01-01")),
        7 => is_date(&format!("{text}-01")),
        _ => is_date(text),
    }
}

/// A day of the calendar as YYYY-MM-DD.
fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return false;
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or(0);
    let leap = number(year).is_multiple_of(4)
        && (!number(year).is_multiple_of(100) || number(year).is_multiple_of(400));
    let days = match number(month) {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&number(day))
}

//! What the data file promises, seen through the crate.

use helplines::{Audience, as_of, countries, elsewhere, for_country};

const HOME: [&str; 25] = [
    "US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "NL", "BE", "ES", "IT", "PT", "SE", "NO",
    "DK", "FI", "PL", "IN", "ZA", "JP", "BR", "MX",
];

#[test]
fn every_country_is_found_by_its_code_however_written() {
    for country in countries() {
        for code in [country.code.to_owned(), country.code.to_lowercase(), format!(" {} ", country.code)] {
            assert_eq!(for_country(&code), country, "{code:?} should find {}", country.name);
        }
        assert!(country.emergency.is_some(), "{} should name its emergency number", country.name);
    }
    for code in HOME {
        assert_eq!(for_country(code).code, code, "{code} should be covered");
    }
}

#[test]
fn an_unknown_country_gets_the_directory_and_no_foreign_number() {
    for code in ["", "ZZ", "XX", "United States", "usa", "\u{0}", "ÄÖ"] {
        let found = for_country(code);
        assert_eq!(found, elsewhere(), "{code:?} should be elsewhere");
        assert_eq!(found.emergency, None, "no emergency number is right everywhere");
        assert!(
            found.lines.iter().all(|line| line.phone.is_none() && line.web.is_some()),
            "only the directory is right everywhere"
        );
    }
}

#[test]
fn every_line_can_be_reached_and_says_where_it_was_read() {
    for country in countries().iter().chain([elsewhere()]) {
        assert_eq!(
            country.lines[0].audience,
            Audience::Everyone,
            "{} should begin with a line for everyone",
            country.name
        );
        for line in country.lines {
            let ways = [line.phone.is_some(), line.text.is_some(), line.web.is_some()];
            assert!(ways.contains(&true), "{} in {} should be reachable", line.name, country.name);
            assert!(!line.sources.is_empty(), "{} in {} should name a source", line.name, country.name);
            assert!(line.checked <= as_of(), "{} in {} is newer than the file", line.name, country.name);
        }
    }
    let newest = countries().iter().flat_map(|country| country.lines).map(|line| line.checked).max();
    assert_eq!(newest, Some(as_of()), "the date of the file should be that of its newest check");
}

#[test]
fn the_united_states_begin_with_988() {
    let line = &for_country("US").lines[0];
    assert_eq!(line.phone, Some("988"), "988 is the national line");
    assert_eq!(line.text.as_ref().map(|text| text.number), Some("988"), "988 takes text messages");
    assert!(line.is_always_open(), "988 is always open");
}

//! The build’s rules for the data file: the file keeps them, and a file that breaks any one of them is refused.

// The build script uses the fields; the tests only need to know whether a file is refused.
#[allow(dead_code)]
#[path = "../build/schema.rs"]
mod schema;

use serde_json::{Value, json};

fn good() -> Value {
    json!({
        "as_of": "2026-02-28",
        "countries": [
            {
                "code": "AA", "name": "First", "emergency": "112", "emergency_source": "https://a.example/112",
                "lines": [
                    {
                        "name": "Line", "phone": "+1 800-555", "also": ["*4141"], "text": { "number": "741 741", "word": "HOME" },
                        "web": "https://line.example", "hours": "24/7", "languages": ["en", "fil"], "for": "everyone",
                        "note": "Press 1.", "sources": ["https://line.example/contact"], "published": "2026-02",
                        "checked": "2026-02-28"
                    },
                    {
                        "name": "Young", "phone": "147", "languages": [], "for": "young people",
                        "sources": ["https://line.example"], "checked": "2026-01-31"
                    }
                ]
            },
            {
                "code": "BB", "name": "Second", "emergency": "000", "emergency_source": "https://b.example",
                "lines": [{ "name": "Only web", "web": "https://b.example", "languages": ["de"], "for": "everyone",
                    "sources": ["https://b.example"], "checked": "2024-02-29" }]
            }
        ],
        "elsewhere": {
            "code": "ZZ", "name": "Elsewhere",
            "lines": [{ "name": "Directory", "web": "https://d.example", "languages": [], "for": "everyone",
                "sources": ["https://d.example"], "checked": "2026-02-28" }]
        }
    })
}

fn is_refused(file: &Value) -> bool {
    schema::read(&file.to_string()).is_err()
}

/// Sets the place to the value; null takes the field away.
fn set(file: &mut Value, place: &str, value: Value) {
    let (parent, key) = place.rsplit_once('/').expect("a place begins with a slash");
    let parent = file.pointer_mut(parent).expect("the place is in the file");
    match parent {
        Value::Array(items) => items[key.parse::<usize>().expect("a list is counted")] = value,
        Value::Object(fields) if value.is_null() => drop(fields.remove(key)),
        _ => parent[key] = value,
    }
}

#[test]
fn the_data_file_and_a_good_file_are_taken() {
    let data = include_str!("../data/helplines.json");
    assert_eq!(schema::read(data).err(), None, "the data file should keep its own rules");
    assert_eq!(
        schema::read(&good().to_string()).err(),
        None,
        "the file that the other test breaks should be whole"
    );
}

#[test]
fn a_file_that_breaks_one_rule_is_refused() {
    let line = "/countries/0/lines/0";
    let numbers = [
        "",
        "9",
        "0800 FLOWERS",
        "116–123",
        "116.123",
        "(02) 1553",
        " 112",
        "112 ",
        "1  2",
        "1+2",
        "+",
        "*",
        "1234567890123456",
        "٩٨٨",
    ];
    let addresses = [
        "",
        "http://line.example",
        "line.example",
        "https://",
        "https://line example.org",
        "javascript:alert(1)",
    ];
    let dates = [
        "",
        "2026",
        "2026-2-28",
        "2026-02-29",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "28.02.2026",
        "2026-02-28T00:00",
        "2026-02-2é",
    ];
    let mut cases = Vec::new();
    for place in ["phone", "also/0", "text/number"] {
        cases.extend(numbers.iter().map(|number| (format!("{line}/{place}"), json!(number))));
    }
    for place in
        [format!("{line}/web"), format!("{line}/sources/0"), "/countries/0/emergency_source".to_owned()]
    {
        cases.extend(addresses.iter().map(|address| (place.clone(), json!(address))));
    }
    for place in [format!("{line}/checked"), "/as_of".to_owned()] {
        cases.extend(dates.iter().map(|date| (place.clone(), json!(date))));
    }
    cases.extend(
        ["", "26", "2026-02-29", "2026-03", "2027", "2026-1"]
            .map(|date| (format!("{line}/published"), json!(date))),
    );
    cases.extend(
        ["", "112 ", "1", "911/112", "+112", "112112"]
            .map(|number| ("/countries/0/emergency".to_owned(), json!(number))),
    );
    cases
        .extend(["", "A", "AAA", "aa", "ZZ", "BB"].map(|code| ("/countries/0/code".to_owned(), json!(code))));
    cases.extend(["", "home", "HOME NOW", "HOME1"].map(|word| (format!("{line}/text/word"), json!(word))));
    cases.extend(["", "e", "EN", "english", "fil"].map(|code| (format!("{line}/languages/0"), json!(code))));
    for place in ["name", "hours", "note"] {
        cases.extend(["", " ", " x", "two\nlines"].map(|text| (format!("{line}/{place}"), json!(text))));
    }
    cases.extend(["veterans", "everybody"].map(|audience| (format!("{line}/for"), json!(audience))));
    for place in ["name", "languages", "for", "sources", "checked", "phone"] {
        cases.push((format!("{line}/{place}"), Value::Null));
    }
    cases.extend([
        (format!("{line}/sources"), json!([])),
        (format!("{line}/colour"), json!("red")),
        ("/countries/1/lines/0/web".to_owned(), Value::Null),
        ("/countries/1/lines".to_owned(), json!([])),
        ("/countries/1/checked".to_owned(), json!("2026-02-28")),
        ("/countries/0/emergency".to_owned(), Value::Null),
        ("/countries/0/emergency_source".to_owned(), Value::Null),
        ("/countries/0/name".to_owned(), json!("")),
        ("/as_of".to_owned(), json!("2026-02-27")),
        ("/elsewhere".to_owned(), Value::Null),
        ("/elsewhere/emergency".to_owned(), json!("112")),
        ("/elsewhere/code".to_owned(), json!("CC")),
        ("/elsewhere/lines".to_owned(), json!([])),
    ]);
    for (place, value) in cases {
        let mut file = good();
        set(&mut file, &place, value.clone());
        assert!(is_refused(&file), "{value} at {place} should be refused");
    }
}

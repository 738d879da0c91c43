//! Turns `data/helplines.json` into constants, after every rule of the file has been checked.

#[path = "build/schema.rs"]
mod schema;

use std::error::Error;
use std::fmt::Write as _;
use std::{env, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let json = fs::read_to_string(Path::new(&root).join("data/helplines.json"))?;
    let file =
        schema::read(&json).map_err(|faults| format!("data/helplines.json:\n  {}", faults.join("\n  ")))?;
    let mut table = String::new();
    writeln!(table, "const AS_OF: &str = {:?};", file.as_of)?;
    writeln!(table, "static ELSEWHERE: Country = {};", country(&file.elsewhere))?;
    let countries: Vec<_> = file.countries.iter().map(country).collect();
    writeln!(table, "static COUNTRIES: &[Country] = &[\n{}\n];", countries.join(",\n"))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("table.rs"), table)?;
    Ok(())
}

fn country(country: &schema::Country) -> String {
    let schema::Country { code, name, emergency, emergency_source, lines } = country;
    let lines: Vec<_> = lines.iter().map(line).collect();
    format!(
        "Country {{ code: {code:?}, name: {name:?}, emergency: {emergency:?}, emergency_source: {emergency_source:?}, \
         lines: &[\n{}\n] }}",
        lines.join(",\n")
    )
}

fn line(line: &schema::Line) -> String {
    let schema::Line {
        name,
        phone,
        also,
        text,
        web,
        hours,
        languages,
        audience,
        note,
        sources,
        published,
        checked,
    } = line;
    let text = text.as_ref().map_or("None".to_owned(), |schema::Text { number, word }| {
        format!("Some(Text {{ number: {number:?}, word: {word:?} }})")
    });
    format!(
        "Line {{ name: {name:?}, phone: {phone:?}, also: &{also:?}, text: {text}, web: {web:?}, hours: {hours:?}, \
         languages: &{languages:?}, audience: Audience::{audience:?}, note: {note:?}, sources: &{sources:?}, \
         published: {published:?}, checked: {checked:?} }}"
    )
}

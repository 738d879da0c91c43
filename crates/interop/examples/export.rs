//! Writes invented results in every form into a folder, to be looked at.

#[path = "../tests/sample/mod.rs"]
mod sample;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    let forms = sample::varied();
    let results = sample::sitting(&forms);
    std::fs::write(folder.join("results.json"), format!("{:#}", interop::fhir::export(&results)))?;
    std::fs::write(folder.join("scores.csv"), interop::csv::scores(&results))?;
    std::fs::write(folder.join("items.csv"), interop::csv::items(&results))?;
    Ok(())
}

//! Writes invented notes and results as PDF files into a folder, to be looked at.

#[path = "../tests/sample/mod.rs"]
mod sample;

use documents::{Paper, results_to_pdf, to_pdf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    std::fs::write(folder.join("draft.pdf"), to_pdf(&sample::draft(), Paper::A4)?)?;
    std::fs::write(folder.join("signed.pdf"), to_pdf(&sample::signed(), Paper::Letter)?)?;
    std::fs::write(folder.join("scripts.pdf"), to_pdf(&sample::scripts(), Paper::A4)?)?;
    std::fs::write(folder.join("long.pdf"), to_pdf(&sample::long(400), Paper::A4)?)?;
    std::fs::write(folder.join("results.pdf"), results_to_pdf(&sample::results(), Paper::A4)?)?;
    Ok(())
}

//! PDF read back by poppler's tools.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of this module")]

use std::process::Command;

/// What one of poppler's tools says about a PDF; none, said loudly, where it is not installed.
pub fn poppler(tool: &str, options: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("note.pdf");
    std::fs::write(&path, pdf).expect("the file is written");
    let mut command = Command::new(tool);
    command.args(options).arg(&path);
    if tool == "pdftotext" {
        command.arg("-");
    }
    match command.output() {
        Ok(output) => {
            assert!(output.status.success(), "{tool} reads the file");
            // Some versions write headings' titles in another encoding.
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("skipped: {tool} is not installed");
            None
        }
        Err(error) => panic!("{tool} does not run: {error}"),
    }
}

/// The text of the structure tree, in reading order and without the white space that line breaks add.
pub fn spoken(pdf: &[u8]) -> Option<String> {
    let tree = poppler("pdfinfo", &["-struct-text"], pdf)?;
    let quoted = tree.lines().filter_map(|l| l.trim_start().strip_prefix('"')?.strip_suffix('"'));
    Some(compact(&quoted.collect::<String>()))
}

pub fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

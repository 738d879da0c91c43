//! Words that may stand in the vault and nowhere else, looked for in everything a program leaves behind.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// Looks through every file under a folder, names included, for any of the words, in any case and also in two bytes a
/// letter. Folders named in `but` are left out.
pub fn none_in(folder: &Path, words: &[&str], but: &[&str], when: &str) -> Result<()> {
    let files = files_under(folder, but)?;
    ensure!(files.len() > 2, "there are files to look through");
    let forms: Vec<(&str, String, Vec<u8>)> = words
        .iter()
        .map(|word| {
            (*word, word.to_lowercase(), word.to_lowercase().bytes().flat_map(|byte| [byte, 0]).collect())
        })
        .collect();
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().to_lowercase();
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes.to_ascii_lowercase(),
            // What a running program removes meanwhile is gone for everyone.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error).with_context(|| format!("reading {}", file.display())),
        };
        for (word, plain, wide) in &forms {
            if name.contains(plain) || contains(&bytes, plain.as_bytes()) || contains(&bytes, wide) {
                bail!("“{word}” stands in {} {when}", file.display());
            }
        }
    }
    Ok(())
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some(first) = wanted.first() else { return false };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        if rest[at..].starts_with(wanted) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

fn files_under(folder: &Path, but: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_symlink() || but.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            files.extend(files_under(&path, &[])?);
        } else if path.is_file() {
            files.push(path);
        }
    }
    Ok(files)
}

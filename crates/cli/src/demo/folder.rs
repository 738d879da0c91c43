//! The folder that a demo writes to, and how it is recognised as the demo's own.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::exit::Failure;
use crate::export::{Written, write_new};

/// Marks a folder as the demo's own and lists what the demo put there.
const MARK: &str = "attune-demo.json";
const DATA: &str = "data";
const MADE_BY: &str = "attunectl demo";

#[derive(Serialize, Deserialize)]
struct Mark {
    made_by: String,
    files: Vec<String>,
}

/// A folder that holds nothing but a demo.
pub(super) struct DemoFolder {
    root: PathBuf,
}

impl DemoFolder {
    /// Takes a new or empty folder, or one that an earlier demo made; of that one it removes what the demo had put
    /// there and nothing else.
    pub(super) fn prepare(root: &Path) -> Result<Self, Failure> {
        let failed = |error: io::Error| Failure::cannot_write("The folder for the demo", &error);
        let is_empty = match std::fs::read_dir(root) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(error) => return Err(failed(error)),
        };
        if !is_empty {
            let mark = read_mark(root).ok_or_else(not_ours)?;
            clear(root, &mark).map_err(failed)?;
        }
        std::fs::create_dir_all(root).map_err(failed)?;
        let folder = Self { root: root.to_owned() };
        folder.mark(Vec::new()).map_err(failed)?;
        Ok(folder)
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Where the demo's vault and model lie.
    pub(super) fn data_dir(&self) -> PathBuf {
        self.root.join(DATA)
    }

    /// Notes which files the demo made, so that the next one may replace them.
    pub(super) fn remember(&self, files: &[Written]) -> Result<(), Failure> {
        let names = files.iter().filter_map(|file| Path::new(&file.path).file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned()).collect();
        self.mark(names).map_err(|error| Failure::cannot_write("The folder for the demo", &error))
    }

    fn mark(&self, files: Vec<String>) -> io::Result<()> {
        let path = self.root.join(MARK);
        remove(&path)?;
        let mark = serde_json::to_vec_pretty(&Mark { made_by: MADE_BY.to_owned(), files })?;
        write_new(&path, &mark)
    }
}

fn not_ours() -> Failure {
    Failure::new(
        contract::ErrorCode::Invalid,
        "This folder holds something that no demo has made. Nothing was changed. Choose another one with --out.",
    )
}

/// Reads the mark; none if the folder is not the demo's.
fn read_mark(root: &Path) -> Option<Mark> {
    let mark: Mark = serde_json::from_slice(&std::fs::read(root.join(MARK)).ok()?).ok()?;
    let plain = |name: &String| Path::new(name).file_name().is_some_and(|last| *last == **name);
    (mark.made_by == MADE_BY && mark.files.iter().all(plain)).then_some(mark)
}

/// Removes what an earlier demo put there. Links are removed and not followed.
fn clear(root: &Path, mark: &Mark) -> io::Result<()> {
    for name in &mark.files {
        remove(&root.join(name))?;
    }
    match std::fs::remove_dir_all(root.join(DATA)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_that_is_empty_or_the_demos_own_is_taken() {
        let parent = tempfile::tempdir().unwrap();
        let root = parent.path().join("demo-out");
        let folder = DemoFolder::prepare(&root).unwrap();
        std::fs::create_dir(folder.data_dir()).unwrap();
        std::fs::write(root.join("note.md"), "x").unwrap();
        std::fs::write(root.join("mine.txt"), "x").unwrap();
        let written = Written {
            format: contract::notes::ExportFormat::Markdown,
            path: root.join("note.md").display().to_string(),
            bytes: 1,
        };
        folder.remember(&[written]).unwrap();
        DemoFolder::prepare(&root).unwrap();
        assert!(!root.join("note.md").exists(), "what the demo made is replaced");
        assert!(!root.join(DATA).exists(), "the demo's vault is made anew");
        assert!(root.join("mine.txt").exists(), "what someone else put there stays");

        let foreign = parent.path().join("foreign");
        std::fs::create_dir(&foreign).unwrap();
        std::fs::write(foreign.join("thesis.txt"), "x").unwrap();
        assert!(DemoFolder::prepare(&foreign).is_err(), "a folder of someone else's is refused");
        let forged = br#"{"made_by":"attunectl demo","files":["../demo-out/mine.txt"]}"#;
        std::fs::write(foreign.join(MARK), forged).unwrap();
        assert!(DemoFolder::prepare(&foreign).is_err(), "a mark that points elsewhere is none");
        assert!(foreign.join("thesis.txt").exists() && root.join("mine.txt").exists(), "nothing was touched");
    }
}

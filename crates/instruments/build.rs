//! Checks every pack before it becomes part of the program. A pack that cannot be read, or that may not be shipped, ends
//! the build.

#[allow(unreachable_pub)] // public in the crate that shares the file
#[path = "src/pack.rs"]
mod pack;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the crate’s folder"))
        .join("packs");
    println!("cargo:rerun-if-changed=packs");
    println!("cargo:rerun-if-changed=src/pack.rs");
    let entries = fs::read_dir(&folder).expect("the packs lie in the folder packs");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a pack can be listed").path()).collect();
    files.sort();
    let mut list = String::from("[\n");
    for file in files {
        let name = file.display();
        println!("cargo:rerun-if-changed={name}");
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        let instrument = pack::parse_bundled(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = format!("{}.json", instrument.id);
        assert!(file.ends_with(&expected), "{name}: the file of this instrument is called {expected}");
        writeln!(list, "    include_str!({:?}),", file.display().to_string()).expect("text takes text");
    }
    list.push(']');
    let target =
        PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for output")).join("packs.rs");
    fs::write(target, list).expect("the list of packs can be written");
}

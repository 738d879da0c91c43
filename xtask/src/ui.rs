//! Builds the interface into `ui/dist`: compiles it for wasm32, writes its loader, and lays the static files beside it.
//!
//! wasm-bindgen runs as a library of exactly the version in Cargo.lock, so that nothing has to be installed. `wasm-opt`
//! makes a release smaller where it is on the path; without it the program is the same, only larger.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// `--release` builds small and fast code; `--fake` builds with invented data and no core, to look at pages.
pub(crate) fn build(arguments: &[String]) -> Result<()> {
    let mut release = false;
    let mut fake = false;
    for argument in arguments {
        match argument.as_str() {
            "--release" => release = true,
            "--fake" => fake = true,
            other => bail!("cargo xtask ui knows --release and --fake, not {other}"),
        }
    }
    ensure!(!(release && fake), "a release never carries invented data: use --release or --fake, not both");

    let root = workspace_root()?;
    let target_dir = target_dir()?;
    let profile = if release { "wasm-release" } else { "dev" };
    compile(&root, &target_dir, profile, fake)?;

    let folder = if release { "wasm-release" } else { "debug" };
    let wasm = target_dir.join(TARGET).join(folder).join("attune-ui.wasm");
    let dist = root.join("ui/dist");
    let fresh = root.join("ui/dist.new");
    remove(&fresh)?;
    fs::create_dir_all(&fresh).with_context(|| format!("making {}", fresh.display()))?;
    bind(&wasm, &fresh, release)?;
    if release {
        shrink(&fresh.join("attune_bg.wasm"))?;
    }
    copy_static(&root.join("ui"), &fresh)?;
    // The finished folder takes the old one's place in one step: a front never serves half of a build.
    remove(&dist)?;
    fs::rename(&fresh, &dist).with_context(|| format!("moving the build to {}", dist.display()))?;
    let size = fs::metadata(dist.join("attune_bg.wasm"))?.len();
    println!("ui/dist is ready ({:.2} MB of wasm)", size as f64 / 1e6);
    Ok(())
}

fn compile(root: &Path, target_dir: &Path, profile: &str, fake: bool) -> Result<()> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).env("CARGO_TARGET_DIR", target_dir).args([
        "build",
        "--package",
        "attune-ui",
        "--target",
        TARGET,
        "--profile",
        profile,
    ]);
    if fake {
        cargo.args(["--features", "fake"]);
    }
    if !std_has_bitcode(root)? {
        cargo.env("CARGO_PROFILE_WASM_RELEASE_LTO", "off");
    }
    let status = cargo.status().context("starting cargo")?;
    ensure!(status.success(), "the interface did not compile");
    Ok(())
}

/// Whether the compiler's standard library for wasm can be optimised together with the program. Those of some
/// distributions come without LLVM's bitcode: there the interface becomes a little larger, and is otherwise the same.
fn std_has_bitcode(root: &Path) -> Result<bool> {
    // Asked in the workspace, where the toolchain file decides which compiler answers.
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let answer = Command::new(rustc)
        .current_dir(root)
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .context("starting rustc")?;
    let folder = PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim());
    let core = fs::read_dir(&folder)
        .with_context(|| format!("looking for the standard library in {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with("libcore-") && name.ends_with(".rlib")
        })
        .with_context(|| format!("there is no standard library in {}", folder.display()))?;
    let bytes = fs::read(&core)?;
    Ok(bytes.windows(b".llvmbc".len()).any(|window| window == b".llvmbc"))
}

fn bind(wasm: &Path, out: &Path, release: bool) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name("attune").typescript(false).debug(!release).keep_debug(!release);
    bindgen.remove_name_section(release).remove_producers_section(true).omit_default_module_path(false);
    bindgen.web(true).and_then(|b| b.generate(out)).context("writing the loader of the wasm module")
}

/// Runs `wasm-opt -Oz` where it is installed. An old one that does not know today's wasm changes nothing.
fn shrink(wasm: &Path) -> Result<()> {
    let small = wasm.with_extension("small");
    let features = ["--enable-bulk-memory", "--enable-reference-types", "--enable-sign-ext"];
    let more = ["--enable-nontrapping-float-to-int", "--enable-mutable-globals", "--enable-multivalue"];
    let run = Command::new("wasm-opt")
        .arg("-Oz")
        .args(features)
        .args(more)
        .arg(wasm)
        .arg("-o")
        .arg(&small)
        .status();
    match run {
        Ok(status) if status.success() => {
            fs::rename(&small, wasm).context("putting the smaller wasm in place")?;
        }
        Ok(_) => {
            println!("wasm-opt could not read this module; it stays as it is");
            remove(&small)?;
        }
        Err(_) => println!("wasm-opt is not installed; the module stays as it is"),
    }
    Ok(())
}

fn copy_static(ui: &Path, out: &Path) -> Result<()> {
    for file in ["index.html", "loader.js"] {
        fs::copy(ui.join(file), out.join(file)).with_context(|| format!("copying {file}"))?;
    }
    copy_folder(&ui.join("styles"), &out.join("styles"))?;
    copy_folder(&ui.join("public"), out)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("copying {}", entry.path().display()))?;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> Result<()> {
    let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match gone {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("removing {}", path.display()))
        }
        _ => Ok(()),
    }
}

/// Beside the target folder of native builds, so that the two do not throw out each other's work.
pub(crate) fn target_dir() -> Result<PathBuf> {
    let native = match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
            PathBuf::from(home.context("neither CARGO_TARGET_DIR nor a home folder is set")?)
                .join(".cache/attune/target")
        }
    };
    let mut name = native.file_name().context("CARGO_TARGET_DIR names no folder")?.to_owned();
    name.push("-wasm");
    Ok(native.with_file_name(name))
}

pub(crate) fn workspace_root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(here.parent().context("xtask lies in the workspace")?.to_owned())
}

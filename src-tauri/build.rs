//! Tells Tauri which commands there are; every other one is refused.

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    // The interface is embedded at compile time; without this a rebuilt one would not reach the window. A folder that is
    // not there yet must not be named: cargo would then run this every time.
    if std::path::Path::new("ui/dist").is_dir() {
        println!("cargo:rerun-if-changed=ui/dist");
    }
    let manifest =
        tauri_build::AppManifest::new().commands(&["call", "call_streaming", "pick_file", "save_file"]);
    let attributes = tauri_build::Attributes::new()
        .app_manifest(manifest)
        .capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("the window's manifest could not be built: {error:#}");
    }
}

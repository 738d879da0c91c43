//! The system key store against a real Secret Service on a private D-Bus session.
//!
//! The test runs itself again under `dbus-run-session`, with a home directory of its own, so that nothing touches
//! the keys of whoever runs it.
#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "the inner run tells the outer one what it did")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crypto::{KeyStore as _, KeyStoreError, KeyStoreState, SystemKeyStore, enrol_device};
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use uuid::Uuid;

const INSIDE: &str = "ATTUNE_TEST_INSIDE_SESSION";

fn available(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn start_keyring(home: &Path) {
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--unlock", "--components=secrets"])
        .env("HOME", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the keyring starts");
    daemon.stdin.take().expect("piped").write_all(b"test").expect("the password is taken");
    // The daemon forks once it has its name on the bus; the program that was started then ends.
    assert!(daemon.wait().expect("ends").success(), "the keyring must start unlocked");
}

#[test]
fn a_real_secret_service_keeps_replaces_and_deletes_device_keys() {
    if let Ok(home) = std::env::var(INSIDE) {
        return if home.is_empty() { without_service() } else { inside(Path::new(&home)) };
    }
    let absent = this_test_again(Command::new(std::env::current_exe().expect("this test")))
        .env(INSIDE, "")
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .output()
        .expect("this test starts");
    check(&absent, "the absence was seen");
    if !available("dbus-run-session") || !available("gnome-keyring-daemon") {
        println!("skipped: dbus-run-session or gnome-keyring-daemon is absent");
        return;
    }
    let home = tempfile::tempdir().expect("a temporary directory");
    let mut session = Command::new("dbus-run-session");
    session.arg("--").arg(std::env::current_exe().expect("this test"));
    let output = this_test_again(session)
        .env(INSIDE, home.path())
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the session starts");
    check(&output, "the Secret Service was used");
}

fn this_test_again(mut command: Command) -> Command {
    command.args(["--exact", "a_real_secret_service_keeps_replaces_and_deletes_device_keys", "--nocapture"]);
    command
}

fn check(output: &Output, says: &str) {
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the inner test must pass: {text}");
    assert!(text.contains(says), "the inner test must have run: {text}");
}

fn without_service() {
    let store = SystemKeyStore::new();
    assert_eq!(store.probe(), KeyStoreState::Unavailable, "without a bus there is no key store");
    let vault = Uuid::from_u128(5);
    assert_eq!(store.read(vault).err(), Some(KeyStoreError::Unavailable), "reading says so");
    assert_eq!(store.write(vault, &[1; 32]).err(), Some(KeyStoreError::Unavailable), "writing says so");
    println!("the absence was seen");
}

fn lock_keyring() {
    let service = SecretService::connect(EncryptionType::Dh).expect("reachable");
    service.get_default_collection().expect("there").lock().expect("locks");
}

fn inside(home: &Path) {
    let store = SystemKeyStore::with_limit(Duration::from_secs(30));
    let vault = Uuid::from_u128(5);
    start_keyring(home);
    assert_eq!(store.probe(), KeyStoreState::Ready, "the unlocked keyring is ready");
    assert_eq!(store.read(vault).expect("readable"), None, "nothing is stored yet");
    enrol_device(&store, vault).expect("a key is stored and read back");
    let first = store.read(vault).expect("readable").expect("stored");
    store.write(Uuid::from_u128(6), &[6; 32]).expect("another vault's key");
    store.write(vault, &[7; 32]).expect("replaced");
    let second = store.read(vault).expect("readable").expect("stored");
    assert_eq!(*second, [7; 32], "the new key is in the place of the old");
    assert_ne!(*first, *second, "and the old one is gone");
    store.delete(vault).expect("deleted");
    store.delete(vault).expect("deleting twice is no error");
    assert_eq!(store.read(vault).expect("readable"), None, "the key is gone");
    let other = store.read(Uuid::from_u128(6)).expect("readable").expect("stored");
    assert_eq!(*other, [6; 32], "the other vault's key is untouched");

    lock_keyring();
    assert_eq!(store.probe(), KeyStoreState::Locked, "a locked keyring is seen without asking anyone");
    let locked = store.read(Uuid::from_u128(6)).map(drop);
    assert_eq!(locked, Err(KeyStoreError::Locked), "and it is told from an absent one");
    println!("the Secret Service was used");
}

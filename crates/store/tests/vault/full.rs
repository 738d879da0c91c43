//! A full disk: a file system of two megabytes, in a mount namespace of the child's own.

use std::path::Path;
use std::process::{Command, Stdio};

use store::{StoreError, Vault};

use crate::fixtures::{Place, client, id};
use crate::kills::{child_command, known_key};

const MOUNT: &str = "mount -t tmpfs -o size=2m none \"$0\" && exec \"$@\"";

/// Writes until the disk is full, and checks that nothing acknowledged is lost and work goes on once there is room.
pub(crate) async fn fill(folder: &Path) {
    let (path, key) = (folder.join("vault.db"), known_key(1).derive_database_key());
    let filler = folder.join("something-else");
    std::fs::write(&filler, vec![1; 300_000]).expect("there is room at first");
    let vault = Vault::create(&path, &key).await.expect("there is room for a new vault");
    let mut committed = 0;
    let error = loop {
        match write_one(&vault, committed).await {
            Ok(()) => committed += 1,
            Err(error) => break error,
        }
        assert!(committed < 10_000, "two megabytes cannot hold all this");
    };
    assert!(matches!(error, StoreError::DiskFull), "a full disk is told as such: {error:?}");
    let again = write_one(&vault, committed).await;
    assert!(matches!(again, Err(StoreError::DiskFull)), "and as often as one tries: {again:?}");
    check(&vault, committed).await;
    std::fs::remove_file(&filler).expect("something else can be deleted");
    write_one(&vault, committed).await.expect("with room again, work goes on in the same vault");
    check(&vault, committed + 1).await;
    vault.close().await;
    let vault = Vault::open(&path, &key).await.expect("it opens again");
    check(&vault, committed + 1).await;
    // Only now: a page that the full disk cut short lies whole in the write-ahead log until it is written again, and the
    // check of pages looks past the log.
    vault.check_integrity().await.expect("nothing is torn");
}

async fn write_one(vault: &Vault, n: u32) -> Result<(), StoreError> {
    let mut tx = vault.begin().await?;
    for part in 0..5 {
        let row = client(id(u128::from(n * 5 + part)), &"a name of many letters ".repeat(80));
        store::clients::insert(&mut tx, &row).await?;
    }
    tx.commit().await
}

async fn check(vault: &Vault, committed: u32) {
    let mut tx = vault.begin().await.expect("a transaction begins");
    let all = store::clients::ClientFilter { query: "", status: None, now: 0, offset: 0, limit: 1 };
    let there = store::clients::count(&mut tx, &all).await.expect("it counts");
    assert_eq!(there, committed * 5, "every acknowledged change is there, and no half of another");
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let place = Place::new();
    let namespace = |program: &[&std::ffi::OsStr]| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", MOUNT]).arg(place.folder());
        command.args(program).stdin(Stdio::null());
        command
    };
    let allowed = namespace(&["true".as_ref()]).stderr(Stdio::null()).status();
    if !allowed.is_ok_and(|status| status.success()) {
        println!("skipped: no file system of its own can be mounted here");
        return;
    }
    let child = child_command("fill", place.folder());
    let program: Vec<_> = std::iter::once(child.get_program()).chain(child.get_args()).collect();
    let environment = child.get_envs().filter_map(|(name, value)| Some((name, value?)));
    let output = namespace(&program).envs(environment).output().expect("the child can be started");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

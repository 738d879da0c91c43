//! kill -9 at seeded points: while the key changes, while the first migration runs, while changes are committed. A child
//! process does the work; it is this test program started again with the work in its environment.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crypto::MasterKey;
use store::audit::Verdict;
use store::{StoreError, Vault};

use crate::fixtures::{Place, Seeded, client, entry, execute, id, raw, read_story, sentences, write_story};

pub(crate) const WORK: &str = "STORE_TEST_CHILD_WORK";
pub(crate) const PATH: &str = "STORE_TEST_CHILD_PATH";
const ROUNDS: u64 = 20;

/// Keys that parent and child both know.
pub(crate) fn known_key(n: u8) -> MasterKey {
    MasterKey::from_bytes([n; 32])
}

/// Starts this test program again, to do one piece of work.
pub(crate) fn child_command(work: &str, path: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("a test knows its own program"));
    command.args(["--exact", "kills::child", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env(WORK, work).env(PATH, path).stdin(Stdio::null()).stdout(Stdio::piped());
    command
}

/// What the child does.
#[tokio::test]
#[ignore = "the other tests start it as a child process"]
async fn child() {
    let (Ok(work), Ok(path)) = (std::env::var(WORK), std::env::var(PATH)) else { return };
    let path = PathBuf::from(path);
    let (first, second) = (known_key(1).derive_database_key(), known_key(2).derive_database_key());
    match work.as_str() {
        "create" => drop(Vault::create(&path, &first).await.expect("a vault is made")),
        "rekey" => Vault::rekey(&path, &first, &second).await.expect("the key is changed"),
        "write" => write_without_end(&path).await.expect("it writes until it is killed"),
        "fill" => crate::full::fill(&path).await,
        other => panic!("no such work: {other}"),
    }
}

/// Commits one client and one audit entry after the other, and says so after each.
async fn write_without_end(path: &Path) -> Result<(), StoreError> {
    let vault = Vault::open(path, &known_key(1).derive_database_key()).await?;
    let audit_key = known_key(1).derive_audit_key();
    loop {
        let mut tx = vault.begin().await?;
        let written = store::audit::count(&mut tx, None).await?;
        let n = u32::try_from(written + 1).expect("a test does not write that much");
        store::clients::insert(&mut tx, &client(id(u128::from(n)), "Ada")).await?;
        store::audit::append(&mut tx, &audit_key, &entry(n)).await?;
        tx.commit().await?;
        let mut out = std::io::stdout();
        writeln!(out, "committed {n}").and_then(|()| out.flush())?;
    }
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| metadata.len())
}

fn side_file(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = std::fs::remove_file(side_file(path, ending));
    }
}

/// Kills the child as soon as `now` says so. Returns whether it was still alive then.
fn kill_when(child: &mut Child, mut now: impl FnMut() -> bool) -> bool {
    loop {
        if let Some(status) = child.try_wait().expect("a child can be asked") {
            assert!(status.success(), "a child that was not killed must succeed: {status}");
            return false;
        }
        if now() {
            child.kill().expect("a child can be killed");
            child.wait().expect("and waited for");
            return true;
        }
        std::thread::yield_now();
    }
}

#[tokio::test]
async fn a_change_of_keys_that_is_killed_leaves_one_key_that_opens_everything() {
    let place = Place::new();
    let path = place.path();
    let (first, second) = (known_key(1).derive_database_key(), known_key(2).derive_database_key());
    let vault = Vault::create(&path, &first).await.expect("a vault is made");
    write_story(&vault, &sentences(6_000)).await.expect("thousands of rows are written");
    let story = read_story(&vault).await.expect("it reads");
    vault.close().await;
    let original = std::fs::read(&path).expect("it can be read");
    let pages = original.len() as u64 / 4_096;
    let mut seeded = Seeded(20);
    let mut opened_with = [0, 0];
    let mut cut_short = 0;
    for round in 0..ROUNDS {
        remove(&path);
        std::fs::write(&path, &original).expect("the vault can be put back");
        let mut child = child_command("rekey", &path).spawn().expect("a child can be started");
        let journal = side_file(&path, "-journal");
        let page = seeded.below(pages) as usize * 4_096;
        let journal_length = 1 + seeded.below(original.len() as u64);
        let mut begun = false;
        // By turns: when the journal has grown so far, when a certain page has been written under the new key, and as
        // soon as the journal is gone.
        let killed = match round % 5 {
            0 | 2 => kill_when(&mut child, || length(&journal) >= journal_length),
            1 | 3 => kill_when(&mut child, || page_differs(&path, &original, page)),
            _ => kill_when(&mut child, || {
                begun |= length(&journal) > 0;
                begun && length(&journal) == 0
            }),
        };
        cut_short += u32::from(killed && length(&journal) > 0);
        // The wrong key first, about every other time: trying it must not spoil what the right one needs.
        let order = if seeded.below(2) == 0 { [&second, &first] } else { [&first, &second] };
        let mut fitting = Vec::new();
        for key in order {
            if Vault::fits(&path, key).await.expect("a key either fits or does not") {
                fitting.push(key);
            }
        }
        assert_eq!(fitting.len(), 1, "round {round}: exactly one of the two keys opens it");
        let vault = Vault::open(&path, fitting[0]).await.expect("it opens with that key");
        vault.check_integrity().await.unwrap_or_else(|error| panic!("round {round}: {error:?}"));
        assert!(read_story(&vault).await.is_ok_and(|now| now == story), "round {round}: every row is there");
        vault.close().await;
        opened_with[usize::from(std::ptr::eq(fitting[0], &second))] += 1;
    }
    println!(
        "{cut_short} of {ROUNDS} rounds left a journal; opened with the old and the new key: {opened_with:?}"
    );
    assert!(cut_short > 0, "no round was cut short in the middle: the vault is too small for this test");
}

fn page_differs(path: &Path, original: &[u8], offset: usize) -> bool {
    use std::io::{Read as _, Seek as _, SeekFrom};
    let mut bytes = [0; 32];
    let mut read = || {
        let mut file = std::fs::File::open(path)?;
        file.seek(SeekFrom::Start(offset as u64))?;
        file.read_exact(&mut bytes)
    };
    read().is_ok() && bytes != original[offset..offset + 32]
}

async fn schema(path: &Path) -> Vec<(String, Option<String>)> {
    let key = known_key(1).derive_database_key();
    let mut conn = raw(path, Some(&key)).await.expect("a raw connection can be made");
    sqlx::query_as("SELECT name, sql FROM sqlite_schema ORDER BY name")
        .fetch_all(&mut conn)
        .await
        .expect("the schema reads")
}

#[tokio::test]
async fn a_migration_that_is_killed_is_finished_at_the_next_opening() {
    let place = Place::new();
    let path = place.path();
    let key = known_key(1).derive_database_key();
    let mut whole = child_command("create", &path).spawn().expect("a child can be started");
    assert!(!kill_when(&mut whole, || false), "left alone it ends by itself");
    let written = length(&path) + length(&side_file(&path, "-wal"));
    Vault::open(&path, &key).await.expect("it opens").close().await;
    let expected = schema(&path).await;
    let mut seeded = Seeded(21);
    let mut cut_short = 0;
    for round in 0..ROUNDS {
        remove(&path);
        let target = 1 + seeded.below(written);
        let mut child = child_command("create", &path).spawn().expect("a child can be started");
        cut_short += u32::from(kill_when(&mut child, || {
            path.exists() && length(&path) + length(&side_file(&path, "-wal")) >= target
        }));
        if length(&path) == 0 {
            let opened = Vault::open(&path, &key).await.map(|_| ());
            assert!(opened.is_err(), "round {round}: a file without a byte is no vault");
            continue;
        }
        let vault = Vault::open(&path, &key).await.unwrap_or_else(|error| panic!("round {round}: {error:?}"));
        vault.check_integrity().await.unwrap_or_else(|error| panic!("round {round}: {error:?}"));
        write_story(&vault, &sentences(3)).await.unwrap_or_else(|error| panic!("round {round}: {error:?}"));
        vault.close().await;
        assert_eq!(
            schema(&path).await,
            expected,
            "round {round}: the tables are those of an undisturbed vault"
        );
    }
    println!("{cut_short} of {ROUNDS} rounds were killed before their end");
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_kill() {
    let place = Place::new();
    let path = place.path();
    let key = known_key(1);
    Vault::create(&path, &key.derive_database_key()).await.expect("a vault is made").close().await;
    let mut seeded = Seeded(22);
    let mut acknowledged = 0;
    for round in 0..ROUNDS {
        let mut child = child_command("write", &path).spawn().expect("a child can be started");
        let wanted = 1 + seeded.below(25);
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let mut seen = 0;
        let mut note = |line: String| {
            if let Some(n) = line.strip_prefix("committed ") {
                acknowledged = n.parse().expect("the child counts");
                seen += 1;
            }
            seen
        };
        while let Some(Ok(line)) = lines.next() {
            if note(line) == wanted {
                // A little further, so that not every kill falls right behind a commit.
                (0..seeded.below(3_000)).for_each(|_| std::hint::spin_loop());
                break;
            }
        }
        child.kill().expect("a child can be killed");
        child.wait().expect("and waited for");
        // Said before the kill and read after it counts too.
        for line in lines.map_while(Result::ok) {
            note(line);
        }
        let vault = Vault::open(&path, &key.derive_database_key()).await.expect("it opens");
        vault.check_integrity().await.unwrap_or_else(|error| panic!("round {round}: {error:?}"));
        let mut tx = vault.begin().await.expect("a transaction begins");
        let entries = store::audit::count(&mut tx, None).await.expect("it counts");
        assert!(
            entries == acknowledged || entries == acknowledged + 1,
            "round {round}: {acknowledged} commits were acknowledged, {entries} are there"
        );
        for n in 1..=entries {
            let there = store::clients::get(&mut tx, id(u128::from(n))).await;
            assert!(there.is_ok(), "round {round}: client {n} was committed with its audit entry: {there:?}");
        }
        let beyond = store::clients::get(&mut tx, id(u128::from(entries + 1))).await;
        assert!(beyond.is_err(), "round {round}: no client without its audit entry");
        let verdict = store::audit::verify(&mut tx, &key.derive_audit_key(), None).await.expect("it runs");
        assert_eq!(verdict, Verdict::Intact { entries }, "round {round}: the log is whole");
        drop(tx);
        vault.close().await;
    }
    let mut conn = raw(&path, Some(&key.derive_database_key())).await.expect("a raw connection can be made");
    execute(&mut conn, "PRAGMA foreign_key_check").await.expect("and nothing dangles");
}

//! Counting failed tries of the passphrase, across restarts.
//!
//! The count lies in a small file beside the header. It cannot be authenticated: no key is at hand before the
//! passphrase is right. Whoever can write the vault's directory can reset it, and whoever can copy the header can
//! try elsewhere; against them stands the cost of Argon2id, not this delay. The delay is for the person at an
//! unattended machine.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::files::{FileSystem, SystemFiles, directory_of, read_bounded, replace};
use crate::header::{UnlockedKeys, Unwrap, VaultHeader};
use crate::passphrase::Passphrase;

/// Tries that are answered at once.
const FREE_TRIES: u32 = 3;
const LONGEST_WAIT_MS: u64 = 15 * 60 * 1000;
const MOST_BYTES: u64 = 256;

/// The counter of failed tries of one vault: the file `tries` in the vault's directory.
#[derive(Clone)]
pub struct TryCounter {
    path: PathBuf,
    files: Arc<dyn FileSystem>,
}

/// What the counter says now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TryState {
    /// Failed tries since the last success.
    pub failures: u32,
    /// Milliseconds to wait before the next try is taken; 0 if none.
    pub wait_ms: u64,
}

/// Why a try was not taken, or did not open the vault.
#[derive(Debug, thiserror::Error)]
pub enum TryError {
    /// Too early after the last failure. The passphrase was not looked at.
    #[error("too many wrong passphrases; the next try is taken in {} s", .wait_ms.div_ceil(1000))]
    Wait {
        /// Milliseconds until the next try is taken.
        wait_ms: u64,
    },
    /// The try could not be counted, so the passphrase was not looked at.
    #[error("the count of tries could not be written")]
    Io(#[from] io::Error),
    /// The try was taken and counted, and the vault stays closed.
    #[error(transparent)]
    Refused(#[from] Unwrap),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    failures: u32,
    last_failure_ms: u64,
}

/// A try that was counted as failed before its outcome is known.
#[must_use = "a try that is not told to have succeeded stays counted as failed"]
pub struct Attempt<'a> {
    counter: &'a TryCounter,
}

impl TryCounter {
    /// The counter of the vault in `directory`.
    pub fn at(directory: &Path) -> TryCounter {
        Self::with_files(directory, Arc::new(SystemFiles))
    }

    pub(crate) fn with_files(directory: &Path, files: Arc<dyn FileSystem>) -> TryCounter {
        TryCounter { path: directory.join("tries"), files }
    }

    /// The failures so far and the wait that is left at `now_ms` (milliseconds since 1970).
    ///
    /// A clock set back to before the last failure starts the wait again, in full and from the new time: it is
    /// neither shortened, nor drawn out for the years that a clock once set far ahead would add. A clock set
    /// forward ends the wait early; nothing here can know better.
    pub fn state(&self, now_ms: u64) -> io::Result<TryState> {
        let Some(record) = self.record(now_ms)? else {
            return Ok(TryState { failures: 0, wait_ms: 0 });
        };
        if now_ms < record.last_failure_ms {
            self.write(Record { last_failure_ms: now_ms, ..record })?;
            return Ok(TryState { failures: record.failures, wait_ms: delay_ms(record.failures) });
        }
        let passed = now_ms - record.last_failure_ms;
        Ok(TryState { failures: record.failures, wait_ms: delay_ms(record.failures).saturating_sub(passed) })
    }

    /// Counts a try as failed, durably, before the passphrase is looked at: a kill in the middle of the check wins
    /// nothing.
    pub fn begin(&self, now_ms: u64) -> Result<Attempt<'_>, TryError> {
        let TryState { failures, wait_ms } = self.state(now_ms)?;
        if wait_ms > 0 {
            return Err(TryError::Wait { wait_ms });
        }
        self.write(Record { failures: failures.saturating_add(1), last_failure_ms: now_ms })?;
        Ok(Attempt { counter: self })
    }

    /// Forgets all failures: the passphrase they were tries at is no longer in force.
    pub fn forget(&self) -> io::Result<()> {
        match self.files.remove(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
            Ok(()) => self.files.sync_directory(&directory_of(&self.path)),
        }
    }

    /// A damaged file counts as all free tries used up, just now: damage must not open the door, nor bar it.
    fn record(&self, now_ms: u64) -> io::Result<Option<Record>> {
        let Some(bytes) = read_bounded(&self.path, MOST_BYTES)? else {
            return Ok(None);
        };
        if let Ok(record) = serde_json::from_slice(&bytes) {
            return Ok(Some(record));
        }
        let record = Record { failures: FREE_TRIES, last_failure_ms: now_ms };
        self.write(record)?;
        Ok(Some(record))
    }

    fn write(&self, record: Record) -> io::Result<()> {
        let bytes = serde_json::to_vec(&record).map_err(io::Error::other)?;
        replace(&*self.files, &self.path, &bytes)
    }
}

impl Attempt<'_> {
    /// The passphrase was right: forgets the failures. On an error they stay counted, which costs a later wait.
    pub fn succeeded(self) -> io::Result<()> {
        self.counter.files.remove(&self.counter.path)?;
        self.counter.files.sync_directory(&directory_of(&self.counter.path))
    }

    /// The try could not be decided (no memory for the check, say): the count goes back to what it was before.
    fn undecided(self, before: u32, now_ms: u64) -> io::Result<()> {
        if before == 0 {
            self.succeeded()
        } else {
            self.counter.write(Record { failures: before, last_failure_ms: now_ms })
        }
    }
}

/// Opens the vault with the passphrase, counting the try. This is the way to unlock.
pub fn try_passphrase(
    header: &VaultHeader,
    tries: &TryCounter,
    passphrase: &Passphrase,
    now_ms: u64,
) -> Result<UnlockedKeys, TryError> {
    let before = tries.state(now_ms)?.failures;
    let attempt = tries.begin(now_ms)?;
    let outcome = header.unlock(passphrase);
    // The vault is open, or the passphrase was right: an error at forgetting the failures must not close it again.
    let _ = match &outcome {
        Err(Unwrap::WrongPassphrase) => Ok(()),
        Ok(_) | Err(Unwrap::Tampered) => attempt.succeeded(),
        Err(_) => attempt.undecided(before, now_ms),
    };
    Ok(outcome?)
}

/// 2 s after the third failure, doubled with each further one, 15 minutes at most.
fn delay_ms(failures: u32) -> u64 {
    match failures.checked_sub(FREE_TRIES) {
        None => 0,
        Some(over) => {
            1000_u64.saturating_mul(2_u64.saturating_pow(over.saturating_add(1))).min(LONGEST_WAIT_MS)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::faults::StopsAfter;
    use crate::keys::MasterKey;
    use crate::passphrase::Argon2Cost;
    use crate::recovery::RecoveryKey;
    use uuid::Uuid;

    const NOW: u64 = 1_800_000_000_000;

    fn wait(result: Result<Attempt<'_>, TryError>) -> u64 {
        match result {
            Err(TryError::Wait { wait_ms }) => wait_ms,
            Err(other) => panic!("unexpected fault: {other}"),
            Ok(_) => 0,
        }
    }

    #[test]
    fn waits_grow_survive_a_restart_and_are_bounded() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let mut now = NOW;
        let expected = [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900];
        for (failures, seconds) in expected.into_iter().enumerate() {
            // A new counter each time: nothing may depend on what is in memory.
            let tries = TryCounter::at(directory.path());
            let state = tries.state(now).expect("readable");
            assert_eq!(
                state,
                TryState { failures: failures as u32, wait_ms: seconds * 1000 },
                "after {failures}"
            );
            if seconds > 0 {
                now += seconds * 1000 - 1;
                assert_eq!(
                    wait(tries.begin(now)),
                    1,
                    "a millisecond early is refused after {failures} failures"
                );
                now += 1;
            }
            let _counted_as_failed = tries.begin(now).expect("the wait is over");
        }
        let tries = TryCounter::at(directory.path());
        tries.begin(now + 900_000).expect("the wait is over").succeeded().expect("forgets");
        assert_eq!(tries.state(now).expect("readable").failures, 0, "a success forgets the failures");
    }

    #[test]
    fn a_clock_set_back_or_a_damaged_file_neither_opens_nor_bars_the_door() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let tries = TryCounter::at(directory.path());
        for _ in 0..4 {
            let _counted = tries.begin(NOW + tries.state(NOW).expect("readable").wait_ms).expect("taken");
        }
        let back = NOW - 365 * 86_400_000;
        assert_eq!(wait(tries.begin(back)), 4000, "the whole wait starts again, and not a year more");
        assert_eq!(wait(tries.begin(back + 1000)), 3000, "and runs from the new time");

        std::fs::write(directory.path().join("tries"), b"{\"failures\":").expect("writable");
        assert_eq!(wait(tries.begin(NOW)), 2000, "damage counts as the free tries used up");
        assert_eq!(wait(tries.begin(NOW + 2000)), 0, "and the wait after it ends");
    }

    #[test]
    fn a_try_that_cannot_be_counted_is_not_taken_and_a_right_passphrase_forgets() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let (master, recovery) = (MasterKey::from_bytes([1; 32]), RecoveryKey::make().expect("random"));
        let (right, wrong) =
            (Passphrase::new("right").expect("short"), Passphrase::new("wrong").expect("short"));
        let cost = Argon2Cost::weak_for_tests();
        let header = VaultHeader::create(Uuid::nil(), "now", &master, &right, cost, &recovery).expect("made");

        for steps in 0..4 {
            let tries = TryCounter::with_files(directory.path(), Arc::new(StopsAfter::new(steps)));
            let outcome = try_passphrase(&header, &tries, &right, NOW);
            assert!(
                matches!(outcome, Err(TryError::Io(_))),
                "not taken when the disk stops after {steps} steps"
            );
        }
        let tries = TryCounter::at(directory.path());
        let before = tries.state(NOW).expect("readable").failures;
        let outcome = try_passphrase(&header, &tries, &wrong, NOW);
        assert!(
            matches!(outcome, Err(TryError::Refused(Unwrap::WrongPassphrase))),
            "a wrong passphrase is refused"
        );
        assert_eq!(tries.state(NOW).expect("readable").failures, before + 1, "and counted");
        try_passphrase(&header, &tries, &right, NOW + 1_000_000).expect("the right passphrase opens");
        assert_eq!(tries.state(NOW).expect("readable").failures, 0, "and forgets the failures");
    }
}

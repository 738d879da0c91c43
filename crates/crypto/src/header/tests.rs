//! What the header must withstand: damage, wrong secrets, tampering, and a kill at every step of a change.

use std::sync::Arc;

use super::*;
use crate::files::faults::StopsAfter;
use crate::keystore::enrol_device;
use crate::keystore::fake::{FakeKeyStore, Fault};

struct Vault {
    header: VaultHeader,
    keys: UnlockedKeys,
    passphrase: Passphrase,
    recovery: RecoveryKey,
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).expect("short enough")
}

fn vault() -> Vault {
    let (current, passphrase) = (MasterKey::from_bytes([9; 32]), passphrase("tidal ferret lantern"));
    let recovery = RecoveryKey::make().expect("randomness");
    let cost = Argon2Cost::weak_for_tests();
    let header = VaultHeader::create(
        Uuid::from_u128(7),
        "2026-01-02T03:04:05Z",
        &current,
        &passphrase,
        cost,
        &recovery,
    )
    .expect("a header is made");
    Vault { header, keys: UnlockedKeys { current, next: None }, passphrase, recovery }
}

/// The header again with one field of the body changed by someone who also fixes the SHA-256.
fn forged(header: &VaultHeader, change: impl FnOnce(&mut Body)) -> VaultHeader {
    let mut body = header.body.clone();
    change(&mut body);
    VaultHeader::from_bytes(&VaultHeader { body }.to_bytes()).expect("a forged header is well formed")
}

fn same(left: &MasterKey, right: &MasterKey) -> bool {
    left.bytes() == right.bytes()
}

#[test]
fn any_accidental_change_is_damage_and_a_wrong_secret_is_not() {
    let Vault { header, .. } = vault();
    let bytes = header.to_bytes();
    assert_eq!(
        VaultHeader::from_bytes(&bytes).expect("reads").to_bytes(),
        bytes,
        "the bytes are the same again"
    );
    serde_json::from_slice::<serde_json::Value>(&bytes).expect("the file is JSON");
    for position in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[position] ^= 1 << bit;
            let answer = VaultHeader::from_bytes(&changed);
            assert!(matches!(answer, Err(HeaderError::Damaged)), "bit {bit} of byte {position} is damage");
        }
        let answer = VaultHeader::from_bytes(&bytes[..position]);
        assert!(matches!(answer, Err(HeaderError::Damaged)), "a cut at byte {position} is damage");
    }
    let wrong = header.unlock(&passphrase("tidal ferret lanterns")).expect_err("wrong");
    assert_eq!(wrong, Unwrap::WrongPassphrase, "a sound header and a wrong passphrase");
    let words = header.recover(&RecoveryKey::make().expect("randomness")).expect_err("wrong");
    assert_eq!(words, Unwrap::WrongRecoveryKey, "a sound header and another vault's words");
}

#[test]
fn tampering_is_found_after_unwrapping_and_hostile_costs_before_running() {
    let Vault { header, passphrase, recovery, .. } = vault();
    let device = DeviceKey::make().expect("randomness");
    let slot = device_slot(&header.body.identity(), &device, &MasterKey::from_bytes([8; 32])).expect("made");
    let forgeries = [
        forged(&header, |body| body.created_at.push('x')),
        forged(&header, |body| body.vault_id = Uuid::from_u128(8)),
        forged(&header, |body| body.revision += 1),
        forged(&header, |body| body.mac.0[0] ^= 1),
        forged(&header, |body| body.master_id.0[0] ^= 1),
        forged(&header, |body| body.key_store = Some(slot)),
    ];
    for (number, forgery) in forgeries.iter().enumerate() {
        let answers = [forgery.unlock(&passphrase), forgery.recover(&recovery)];
        for answer in answers {
            assert_eq!(answer.expect_err("must be refused"), Unwrap::Tampered, "forgery {number} is found");
        }
    }
    let swapped = forged(&header, |body| body.recovery.clone_from(&body.passphrase));
    assert_eq!(
        swapped.recover(&recovery).expect_err("refused"),
        Unwrap::WrongRecoveryKey,
        "slots do not swap"
    );
    assert_eq!(swapped.unlock(&passphrase).expect_err("refused"), Unwrap::Tampered, "and the swap is found");

    let hostile = serde_json::to_string(&header.body)
        .expect("JSON")
        .replace("\"m_cost_kib\":8", "\"m_cost_kib\":4194304");
    let digest = hex::encode(&Sha256::digest(hostile.as_bytes()));
    let bytes = [BEGINNING, &digest, MIDDLE, &hostile, END].concat();
    assert!(
        matches!(VaultHeader::from_bytes(bytes.as_bytes()), Err(HeaderError::Damaged)),
        "4 GiB are not tried"
    );
    let newer = hostile.replace("\"version\":1", "\"version\":2");
    let digest = hex::encode(&Sha256::digest(newer.as_bytes()));
    let bytes = [BEGINNING, &digest, MIDDLE, &newer, END].concat();
    let answer = VaultHeader::from_bytes(bytes.as_bytes());
    assert!(
        matches!(answer, Err(HeaderError::TooNew { version: 2 })),
        "a newer header is not called damaged"
    );
}

#[test]
fn secrets_are_replaced_and_the_old_ones_open_no_copy_on_disk() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = HeaderFile::at(directory.path());
    let Vault { mut header, keys, passphrase: old, recovery: old_words } = vault();
    assert!(matches!(file.read(), Err(HeaderError::Missing)), "nothing is there yet");
    assert_eq!(file.create(&header).expect("written"), Copies::Both, "both copies are written");
    assert!(matches!(file.create(&header), Err(HeaderError::AlreadyThere)), "a vault is never overwritten");

    let (new, words) = (passphrase("quorum obelisk thimble"), RecoveryKey::make().expect("randomness"));
    header.change_passphrase(&keys, &new, Argon2Cost::weak_for_tests()).expect("changed");
    header.replace_recovery_key(&keys, &words).expect("replaced");
    assert_eq!(file.write(&header).expect("written"), Copies::Both, "both copies are replaced");
    for name in ["header", "header.previous"] {
        let bytes = std::fs::read(directory.path().join(name)).expect("readable");
        let copy = VaultHeader::from_bytes(&bytes).expect("sound");
        assert!(copy.unlock(&new).is_ok() && copy.recover(&words).is_ok(), "the new secrets open {name}");
        assert!(
            copy.unlock(&old).is_err() && copy.recover(&old_words).is_err(),
            "the old ones do not open {name}"
        );
    }
    let strangers = UnlockedKeys { current: MasterKey::from_bytes([1; 32]), next: None };
    let refused = header.change_passphrase(&strangers, &new, Argon2Cost::weak_for_tests());
    assert!(matches!(refused, Err(HeaderError::WrongKeys)), "only the master key may change the header");
}

#[test]
fn a_damaged_or_lost_main_copy_falls_back_and_is_mended() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = HeaderFile::at(directory.path());
    let Vault { header, passphrase, .. } = vault();
    let main = directory.path().join("header");
    let whole = header.to_bytes();
    for fault in [None, Some(&whole[..whole.len() / 2]), Some(b"".as_slice())] {
        assert_eq!(file.write(&header).expect("written"), Copies::Both, "both copies are written");
        match fault {
            None => std::fs::remove_file(&main).expect("removable"),
            Some(bytes) => std::fs::write(&main, bytes).expect("writable"),
        }
        let (found, source) = file.read().expect("the second copy is read");
        assert_eq!(source, HeaderSource::Previous, "it is said which copy was read");
        found.unlock(&passphrase).expect("opens");
        assert_eq!(file.settle(&found).expect("written"), Copies::Both, "both copies are mended");
        assert_eq!(file.read().expect("readable").1, HeaderSource::Main, "the main copy is back");
    }
    std::fs::write(&main, b"x").expect("writable");
    std::fs::write(directory.path().join("header.previous"), b"y").expect("writable");
    assert!(matches!(file.read(), Err(HeaderError::Damaged)), "two damaged copies are damage, not absence");
    assert!(matches!(file.create(&header), Err(HeaderError::AlreadyThere)), "and no place for a new vault");
}

/// Which secrets must open the header at a stage of a rekey, and what they must give.
fn check_stage(
    header: &VaultHeader,
    vault: &Vault,
    new_words: &RecoveryKey,
    store: &FakeKeyStore,
    next: &MasterKey,
) {
    let by_passphrase = header.unlock(&vault.passphrase).expect("the passphrase opens at every stage");
    let by_store = header.unlock_with_key_store(store).expect("the key store opens at every stage");
    let (old, new) = (header.recover(&vault.recovery), header.recover(new_words));
    let finished = same(&by_passphrase.current, next);
    let pending = header.is_rekey_pending();
    assert_eq!(old.is_ok(), !finished, "the old words open until the rekey is finished");
    assert_eq!(new.is_ok(), finished || pending, "the new words open from its beginning on");
    for keys in [Some(by_passphrase), Some(by_store), old.ok(), new.ok()].into_iter().flatten() {
        let current = if finished { next } else { &vault.keys.current };
        assert!(same(&keys.current, current), "every way gives the same current key");
        assert_eq!(keys.next.is_some(), pending, "the next key is there exactly while pending");
        assert!(keys.next.as_ref().is_none_or(|key| same(key, next)), "every way gives the same next key");
    }
}

#[test]
fn a_rekey_stopped_at_any_step_leaves_the_vault_open_to_the_same_secrets() {
    let store = FakeKeyStore::default();
    let mut vault = vault();
    let device = enrol_device(&store, vault.header.vault_id()).expect("enrolled");
    vault.header.enable_key_store(&vault.keys, &device).expect("enabled");
    let (next, words) = (MasterKey::from_bytes([10; 32]), RecoveryKey::make().expect("randomness"));
    let mut begun = vault.header.clone();
    let refused = begun.begin_rekey(&vault.keys, &next, &passphrase("another one"), &words, Some(&device));
    assert!(
        matches!(refused, Err(HeaderError::WrongKeys)),
        "a passphrase that does not open is not wrapped for"
    );
    begun.begin_rekey(&vault.keys, &next, &vault.passphrase, &words, Some(&device)).expect("begun");
    let mut outcomes = [0; 3];
    // Two writes of two copies, each of which is a write, a flush, a rename and a flush of the directory.
    for steps in 0..=16 {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let sound = HeaderFile::at(directory.path());
        let _ = sound.create(&vault.header).expect("written");
        let failing = HeaderFile::with_files(directory.path(), Arc::new(StopsAfter::new(steps)));
        let rekey = || -> Result<(), HeaderError> {
            if failing.write(&begun)? == Copies::MainOnly {
                return Ok(());
            }
            let keys = begun.unlock(&vault.passphrase).expect("opens");
            let mut finished = begun.clone();
            finished.finish_rekey(&keys)?;
            failing.write(&finished).map(drop)
        };
        let _stopped_somewhere = rekey();
        let (header, _) = sound.read().expect("a header is there after any kill");
        check_stage(&header, &vault, &words, &store, &next);
        let finished = !header.is_rekey_pending() && header.recover(&words).is_ok();
        outcomes[if finished { 2 } else { usize::from(header.is_rekey_pending()) }] += 1;
        assert_eq!(sound.settle(&header).expect("written"), Copies::Both, "the copies are settled");
        std::fs::remove_file(directory.path().join("header")).expect("removable");
        assert!(
            sound.read().expect("readable").0 == header,
            "after settling the second copy is the same header"
        );
    }
    assert!(outcomes.iter().all(|count| *count > 0), "the loop must have met every stage: {outcomes:?}");
}

#[test]
fn a_pending_rekey_is_guarded_and_can_be_abandoned() {
    let Vault { mut header, keys, passphrase: right, recovery } = vault();
    let (next, words) = (MasterKey::from_bytes([10; 32]), RecoveryKey::make().expect("randomness"));
    assert!(matches!(header.finish_rekey(&keys), Err(HeaderError::NoRekeyPending)), "nothing to finish yet");
    header.begin_rekey(&keys, &next, &right, &words, None).expect("begun");
    let change = header.change_passphrase(&keys, &passphrase("x"), Argon2Cost::weak_for_tests());
    assert!(matches!(change, Err(HeaderError::RekeyPending)), "secrets do not change while pending");
    let forgery = forged(&header, |body| {
        let rekey = body.rekey.as_mut().expect("pending");
        rekey.next_by_current.0[30] ^= 1;
    });
    assert_eq!(forgery.unlock(&right).expect_err("refused"), Unwrap::Tampered, "a changed link is found");
    let forgery = forged(&header, |body| body.rekey = None);
    assert_eq!(forgery.unlock(&right).expect_err("refused"), Unwrap::Tampered, "a removed rekey is found");

    header.abandon_rekey(&header.unlock(&right).expect("opens")).expect("abandoned");
    assert!(header.recover(&words).is_err(), "the new words are void after abandoning");
    let opened = header.recover(&recovery).expect("the old words are in force");
    assert!(same(&opened.current, &keys.current) && opened.next.is_none(), "and give the current key alone");
}

#[test]
fn every_fault_of_the_key_store_has_its_answer_and_leads_to_the_passphrase() {
    let store = FakeKeyStore::default();
    let Vault { mut header, keys, passphrase, .. } = vault();
    let none = header.unlock_with_key_store(&store).expect_err("not set up");
    assert_eq!(none, Unwrap::NoKeyStoreSlot, "a vault without the slot says so");
    let device = enrol_device(&store, header.vault_id()).expect("enrolled");
    header.enable_key_store(&keys, &device).expect("enabled");
    assert!(
        same(&header.unlock_with_key_store(&store).expect("opens").current, &keys.current),
        "the key opens"
    );
    let cases = [
        (Fault::Forgets, Unwrap::NoDeviceKey),
        (Fault::Swaps, Unwrap::WrongDeviceKey),
        (Fault::Fails(KeyStoreError::Unavailable), Unwrap::KeyStore(KeyStoreError::Unavailable)),
        (Fault::Fails(KeyStoreError::Locked), Unwrap::KeyStore(KeyStoreError::Locked)),
        (Fault::Fails(KeyStoreError::Damaged), Unwrap::KeyStore(KeyStoreError::Damaged)),
        (Fault::Fails(KeyStoreError::TimedOut), Unwrap::KeyStore(KeyStoreError::TimedOut)),
    ];
    for (fault, answer) in cases {
        store.set_fault(Some(fault));
        assert_eq!(
            header.unlock_with_key_store(&store).expect_err("refused"),
            answer,
            "the answer to {fault:?}"
        );
        assert!(header.unlock(&passphrase).is_ok(), "the passphrase still opens");
    }
    store.set_fault(Some(Fault::Swaps));
    let lying = enrol_device(&store, header.vault_id()).map(drop);
    assert_eq!(
        lying,
        Err(KeyStoreError::Damaged),
        "a store that does not give back what it took is not used"
    );
    store.set_fault(None);
    header.disable_key_store(&keys).expect("disabled");
    assert!(!header.has_key_store_slot(), "the way through the key store is gone");
}

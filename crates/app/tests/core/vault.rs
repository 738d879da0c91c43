//! Making, opening, locking, recovering and rekeying.

use contract::audit::{AuditVerdict, ListAuditEntries, VerifyAudit};
use contract::clients::{GetClient, ListClients};
use contract::vault::{
    ChangePassphrase, ConfirmRecoveryKey, GetStatus, KeepAwake, KeyStoreState, LockVault, RecoverVault,
    RecoveryCheck, RecoveryWord, RekeyVault, SetKeyStore, UnlockOutcome, UnlockVault, UnlockWithKeyStore,
    VaultState,
};
use contract::{ErrorCode, Page};
use testkit::{PASSPHRASE, TestCore, create_client, create_vault, typed_words};

use crate::{core, ok, run};

async fn unlock(core: &TestCore, passphrase: &str) -> UnlockOutcome {
    ok(core, UnlockVault { passphrase: passphrase.to_owned() }).await
}

async fn assert_audit_intact(core: &TestCore) {
    let verdict = ok(core, VerifyAudit::default()).await;
    assert!(matches!(verdict, AuditVerdict::Intact { .. }), "the log must verify, got {verdict:?}");
}

#[tokio::test]
async fn a_vault_lives_through_locking_restart_and_wrong_passphrases() {
    let core = core();
    assert_eq!(ok(&core, GetStatus {}).await.state, VaultState::Absent, "nothing is there before it is made");
    let key = ok(&core, create_vault()).await;
    assert_eq!(key.words.len(), 24, "the recovery key has 24 words");
    let again = run(&core, create_vault()).await.expect_err("a vault is never overwritten");
    assert_eq!(again.code, ErrorCode::VaultExists, "the refusal says why");
    let client = ok(&core, create_client("Ada")).await;
    ok(&core, LockVault {}).await;
    let locked =
        run(&core, GetClient { client_id: client.id }).await.expect_err("a locked vault shows nothing");
    assert_eq!(locked.code, ErrorCode::Locked, "the refusal says why");

    let core = core.restarted().await;
    assert_eq!(ok(&core, GetStatus {}).await.state, VaultState::Locked, "the vault is still there");
    for tries in 1..=3 {
        let outcome = unlock(&core, "not the passphrase at all").await;
        assert!(
            matches!(outcome, UnlockOutcome::Wrong { failed_tries, .. } if failed_tries == tries),
            "wrong tries are counted, got {outcome:?} at {tries}"
        );
    }
    let core = core.restarted().await;
    assert_eq!(ok(&core, GetStatus {}).await.failed_tries, 3, "the count survives a restart");
    assert!(
        matches!(unlock(&core, PASSPHRASE).await, UnlockOutcome::Delayed { .. }),
        "after three wrong tries even the right passphrase waits"
    );
    core.clock.advance_ms(60_000);
    assert_eq!(unlock(&core, PASSPHRASE).await, UnlockOutcome::Unlocked, "the passphrase opens it");
    assert_eq!(ok(&core, GetClient { client_id: client.id }).await.display_name, "Ada", "nothing was lost");
    let log = ok(&core, ListAuditEntries { subject: None, page: Page::default() }).await;
    let failed = log.entries.iter().find(|entry| entry.action == "vault.failed_tries");
    assert_eq!(failed.map(|entry| entry.outcome.as_str()), Some("3"), "wrong tries are in the log");
    assert_audit_intact(&core).await;
}

#[tokio::test]
async fn the_recovery_key_opens_the_vault_and_sets_a_new_passphrase() {
    let core = core();
    let key = ok(&core, create_vault()).await;
    let client = ok(&core, create_client("Ada")).await;
    let word =
        |position: u32| RecoveryWord { position, word: key.words[position as usize - 1].to_uppercase() };
    let wrong = vec![word(2), word(7), RecoveryWord { position: 9, word: "zebra".to_owned() }];
    let check = ok(&core, ConfirmRecoveryKey { words: wrong }).await;
    assert_eq!(check, RecoveryCheck::Wrong { positions: vec![9] }, "a wrong word is named by its position");
    let check = ok(&core, ConfirmRecoveryKey { words: vec![word(2), word(7), word(24)] }).await;
    assert_eq!(check, RecoveryCheck::Confirmed, "three right words are proof, in capitals too");
    let core = core.restarted().await;
    let new = "copper meadow violin eleven";
    let recover = |words: String| RecoverVault { words, new_passphrase: new.to_owned() };
    let outcome = ok(&core, recover("not a key".to_owned())).await;
    assert!(
        matches!(outcome, UnlockOutcome::NotARecoveryKey { .. }),
        "nonsense is told apart, got {outcome:?}"
    );
    assert_eq!(ok(&core, recover(typed_words(&key))).await, UnlockOutcome::Unlocked, "the words open it");
    assert_eq!(ok(&core, GetStatus {}).await.recovery_confirmed, Some(true), "the proof was kept");
    ok(&core, LockVault {}).await;
    assert!(
        matches!(unlock(&core, PASSPHRASE).await, UnlockOutcome::Wrong { .. }),
        "the old passphrase is gone"
    );
    assert_eq!(unlock(&core, new).await, UnlockOutcome::Unlocked, "the new one opens it");
    assert_eq!(ok(&core, GetClient { client_id: client.id }).await.display_name, "Ada", "nothing was lost");
}

#[tokio::test]
async fn new_keys_keep_records_log_and_recordings_and_end_the_old_recovery_key() {
    let core = core();
    let old = ok(&core, create_vault()).await;
    let client = ok(&core, create_client("Ada")).await;
    let new = ok(&core, RekeyVault { passphrase: PASSPHRASE.to_owned() }).await;
    assert_ne!(old.words, new.words, "a new recovery key comes with new keys");
    assert_eq!(ok(&core, GetClient { client_id: client.id }).await.display_name, "Ada", "records stay");
    assert_audit_intact(&core).await;
    let core = core.restarted().await;
    assert_eq!(unlock(&core, PASSPHRASE).await, UnlockOutcome::Unlocked, "the passphrase stays");
    assert_audit_intact(&core).await;
    ok(&core, LockVault {}).await;
    let recover = |key| RecoverVault {
        words: typed_words(key),
        new_passphrase: "copper meadow violin eleven".to_owned(),
    };
    assert!(
        matches!(ok(&core, recover(&old)).await, UnlockOutcome::Wrong { .. }),
        "the old words open nothing"
    );
    assert_eq!(ok(&core, recover(&new)).await, UnlockOutcome::Unlocked, "the new words do");
}

#[tokio::test]
async fn the_key_store_opens_it_until_it_is_gone_or_faulty() {
    let core = core();
    ok(&core, create_vault()).await;
    let status = ok(&core, SetKeyStore { enrolled: true }).await;
    assert_eq!(status.key_store, KeyStoreState::Enrolled, "the device holds a key");
    ok(&core, LockVault {}).await;
    assert_eq!(ok(&core, UnlockWithKeyStore {}).await, UnlockOutcome::Unlocked, "the device's key opens it");
    ok(&core, LockVault {}).await;
    core.key_store.set_fault(Some(crypto::Fault::Fails(crypto::KeyStoreError::Unavailable)));
    assert_eq!(
        ok(&core, UnlockWithKeyStore {}).await,
        UnlockOutcome::KeyStoreUnusable,
        "a key store that is gone leads to the passphrase, never to a new vault"
    );
    assert_eq!(unlock(&core, PASSPHRASE).await, UnlockOutcome::Unlocked, "which opens it");
}

#[tokio::test]
async fn passphrases_are_changed_only_with_the_present_one() {
    let core = core();
    ok(&core, create_vault()).await;
    let change =
        |current: &str, new: &str| ChangePassphrase { current: current.to_owned(), new: new.to_owned() };
    let error = run(&core, change("wrong wrong wrong", "copper meadow violin eleven")).await;
    assert_eq!(
        error.map_err(|e| e.code),
        Err(ErrorCode::WrongPassphrase),
        "whoever sits down may not change it"
    );
    let error = run(&core, change(PASSPHRASE, "passwordpassword1")).await;
    assert_eq!(error.map_err(|e| e.code), Err(ErrorCode::Invalid), "a common one is refused");
    ok(&core, change(PASSPHRASE, "copper meadow violin eleven")).await;
    ok(&core, LockVault {}).await;
    assert!(matches!(unlock(&core, PASSPHRASE).await, UnlockOutcome::Wrong { .. }), "the old one is gone");
    assert_eq!(
        unlock(&core, "copper meadow violin eleven").await,
        UnlockOutcome::Unlocked,
        "the new one holds"
    );
}

#[tokio::test]
async fn the_file_is_never_plain_and_damage_is_told_from_a_wrong_passphrase() {
    let core = core();
    ok(&core, create_vault()).await;
    ok(&core, create_client("Wilhelmina-Canary")).await;
    ok(&core, LockVault {}).await;
    let vault = core.data_dir().join("vault");
    for entry in std::fs::read_dir(&vault).expect("the vault's folder is there") {
        let path = entry.expect("its entries can be read").path();
        if path.is_file() {
            let bytes = std::fs::read(&path).expect("its files can be read");
            assert!(
                !bytes.starts_with(b"SQLite format 3"),
                "a plain database header would mean no encryption"
            );
            let plain = bytes.windows(10).any(|window| window == b"Wilhelmina");
            assert!(!plain, "a client's name must not lie in the clear in {:?}", path.file_name());
        }
    }
    for name in ["header", "header.previous"] {
        let path = vault.join(name);
        let mut bytes = std::fs::read(&path).expect("the header can be read");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x55;
        std::fs::write(&path, bytes).expect("the header can be written");
    }
    let outcome = unlock(&core, PASSPHRASE).await;
    assert!(
        matches!(outcome, UnlockOutcome::Damaged { .. }),
        "damage is no wrong passphrase, got {outcome:?}"
    );
}

#[tokio::test]
async fn it_locks_itself_when_nobody_is_active() {
    let core = core();
    ok(&core, create_vault()).await;
    core.clock.advance_ms(9 * 60_000);
    ok(&core, KeepAwake {}).await;
    core.clock.advance_ms(9 * 60_000);
    assert_eq!(ok(&core, GetStatus {}).await.state, VaultState::Unlocked, "somebody was active in between");
    core.clock.advance_ms(2 * 60_000);
    // The watch looks once a second of real time; waiting for the state itself keeps the test free of guesses.
    while ok(&core, GetStatus {}).await.state != VaultState::Locked {
        tokio::task::yield_now().await;
    }
    let error = run(&core, ListClients::default()).await.expect_err("nothing is shown any more");
    assert_eq!(error.code, ErrorCode::Locked, "the refusal says why");
    assert_eq!(unlock(&core, PASSPHRASE).await, UnlockOutcome::Unlocked, "and the passphrase opens it again");
    let log = ok(&core, ListAuditEntries { subject: None, page: Page::default() }).await;
    assert!(log.entries.iter().any(|entry| entry.action == "vault.auto_lock"), "the log tells of it");
}

#[tokio::test]
async fn two_programs_never_hold_one_vault() {
    let first = core();
    ok(&first, create_vault()).await;
    let second = first.beside();
    let refused = run(&second, UnlockVault { passphrase: PASSPHRASE.to_owned() }).await;
    assert_eq!(
        refused.map_err(|e| e.code),
        Err(ErrorCode::Busy),
        "the second would undo the first one's work"
    );
    ok(&first, LockVault {}).await;
    assert_eq!(
        unlock(&second, PASSPHRASE).await,
        UnlockOutcome::Unlocked,
        "a locked vault is free to be opened"
    );
}

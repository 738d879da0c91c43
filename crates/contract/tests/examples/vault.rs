use contract::Done;
use contract::vault::*;

use super::{Group, at, every, id, text};

/// Invented words: no real key.
pub(crate) fn recovery_key() -> NewRecoveryKey {
    let words = ["abandon", "zebra", "lantern"].map(text).to_vec();
    NewRecoveryKey { words, made_at: at(0), vault_id: id(1) }
}

fn status(state: VaultState) -> VaultStatus {
    let open = state == VaultState::Unlocked;
    VaultStatus {
        state,
        vault_id: (state != VaultState::Absent).then(|| id(1)),
        owner: open.then(|| Owner { name: text("Robin Field"), role: Role::Clinician }),
        key_store: if open { KeyStoreState::Enrolled } else { KeyStoreState::Unavailable },
        failed_tries: if state == VaultState::Locked { 3 } else { 0 },
        retry_after_ms: if state == VaultState::Locked { 4_000 } else { 0 },
        auto_lock_minutes: open.then_some(10),
        locks_at: open.then(|| at(10)),
        recovery_confirmed: open.then_some(true),
        handed_over: None,
        version: text("0.1.0"),
    }
}

fn outcomes() -> Vec<UnlockOutcome> {
    vec![
        UnlockOutcome::Unlocked,
        UnlockOutcome::Wrong { failed_tries: 2, retry_after_ms: 2_000 },
        UnlockOutcome::Delayed { retry_after_ms: 1_500 },
        UnlockOutcome::KeyStoreUnusable,
        UnlockOutcome::NotARecoveryKey { message: text("Word 7 is not on the list.") },
        UnlockOutcome::Damaged { message: text("The header is damaged. Nothing was changed.") },
    ]
}

pub(super) fn group() -> Group {
    let passphrase = || text("lantern orbit walnut thirteen");
    Group::default()
        .command(
            vec![GetStatus {}],
            every!(VaultState: Absent, Locked, Unlocked).into_iter().map(status).collect(),
        )
        .command(
            vec![CheckPassphrase { passphrase: passphrase(), name: text("Robin Field") }],
            vec![
                PassphraseVerdict::Acceptable,
                PassphraseVerdict::TooShort { characters: 9, needed: 15 },
                PassphraseVerdict::TooLong,
                PassphraseVerdict::TooCommon,
            ],
        )
        .command(
            vec![CreateVault {
                role: Role::Clinician,
                name: text("Robin Field"),
                passphrase: passphrase(),
                use_key_store: true,
            }],
            vec![recovery_key()],
        )
        .command(
            vec![ConfirmRecoveryKey {
                words: vec![
                    RecoveryWord { position: 1, word: text("abandon") },
                    RecoveryWord { position: 3, word: text("lantern") },
                ],
            }],
            vec![RecoveryCheck::Confirmed, RecoveryCheck::Wrong { positions: vec![3] }],
        )
        .command(vec![MakeRecoveryKey { passphrase: passphrase() }], vec![recovery_key()])
        .command(vec![UnlockVault { passphrase: passphrase() }], outcomes())
        .command(vec![UnlockWithKeyStore {}], outcomes())
        .command(
            vec![RecoverVault { words: text("abandon zebra lantern"), new_passphrase: passphrase() }],
            outcomes(),
        )
        .command(vec![LockVault {}], vec![Done {}])
        .command(vec![KeepAwake {}], vec![Done {}])
        .command(
            vec![ChangePassphrase { current: passphrase(), new: text("eleven quiet harbours at dawn") }],
            vec![Done {}],
        )
        .command(vec![RekeyVault { passphrase: passphrase() }], vec![recovery_key()])
        .command(vec![SetKeyStore { enrolled: true }], vec![status(VaultState::Unlocked)])
        .command(vec![SetAutoLock { minutes: 15 }], vec![status(VaultState::Unlocked)])
        .values("Role", every!(Role: Clinician, Client, Practice))
        .values("KeyStoreState", every!(KeyStoreState: Unavailable, Available, Enrolled))
}

//! Passphrases, the recovery key, and changes of keys.

use crate::harness::{Attunectl, PASSPHRASE, shape, words};

const OTHER: &str = "a slow river under 7 green bridges";
const WRONG: &str = "not the passphrase of this vault";

#[test]
fn only_the_passphrase_opens_the_vault_and_wrong_ones_are_counted() {
    let attunectl = Attunectl::new();
    let short = attunectl.run_with(&["vault", "create", "--name", "T", "--passphrase-stdin"], &[], "short\n");
    assert_eq!(
        (short.code, short.refusal().as_str()),
        (1, "invalid"),
        "a short passphrase is refused: {short:?}"
    );
    let key = attunectl.ok(&["vault", "create", "--name", "Dr. Test"]);
    insta::assert_json_snapshot!("recovery_key", shape(&key));
    attunectl.refused(&["vault", "create", "--name", "Someone else"], 1, "vault_exists");
    insta::assert_json_snapshot!("vault_status", shape(&attunectl.ok(&["vault", "status"])));
    attunectl.ok(&["vault", "unlock-check"]);

    let check = ["vault", "unlock-check", "--passphrase-stdin"];
    let wrong = attunectl.run_with(&check, &[], WRONG);
    assert_eq!(
        (wrong.code, wrong.refusal().as_str()),
        (3, "wrong_passphrase"),
        "a wrong one opens nothing: {wrong:?}"
    );
    assert!(!wrong.stdout.contains(WRONG) && !wrong.stderr.contains(WRONG), "and is not repeated");
    assert_eq!(attunectl.ok(&["vault", "status"])["failed_tries"], 1, "the count survives the process");
    let spaced = attunectl.run_with(&check, &[], &format!("{PASSPHRASE} \n"));
    assert_eq!(spaced.code, 3, "a space is part of a passphrase");
}

#[test]
fn the_passphrase_can_be_changed_and_the_recovery_key_opens_a_vault_whose_passphrase_is_lost() {
    let (attunectl, recovery) = Attunectl::with_vault();
    let client = attunectl.ok(&["client", "create", "--given-name", "Robin"]);
    let both = format!("{PASSPHRASE}\n{OTHER}\n");
    let changed = attunectl.run_with(&["vault", "change-passphrase", "--passphrase-stdin"], &[], &both);
    assert_eq!(changed.code, 0, "one line each, the old and the new: {changed:?}");
    attunectl.refused(&["vault", "unlock-check"], 3, "wrong_passphrase");

    let (attunectl, words_of_another) = (attunectl, Attunectl::with_vault().1);
    let recover = |words: &str| {
        let input = format!("{words}\n{PASSPHRASE}\n");
        attunectl.run_with(&["vault", "recover", "--passphrase-stdin"], &[], &input)
    };
    let nonsense = recover("these are no recovery words");
    assert_eq!(nonsense.code, 3, "words that cannot be a key are refused: {nonsense:?}");
    let recovered = recover(&recovery.to_uppercase());
    assert_eq!(recovered.code, 0, "the key opens the vault however it is typed: {recovered:?}");
    let foreign = recover(&words_of_another);
    assert_eq!(foreign.code, 3, "the key of another vault does not: {foreign:?}");
    let files = [("ATTUNE_RECOVERY_KEY_FILE", "words"), ("ATTUNE_NEW_PASSPHRASE_FILE", "passphrase")];
    attunectl.write("words", &recovery);
    let again = attunectl.run_with(&["vault", "recover"], &files, "");
    assert!(
        [0, 3].contains(&again.code),
        "files do as well, unless it is too soon after a wrong try: {again:?}"
    );
    let list = attunectl.ok(&["client", "list"]);
    assert_eq!(list["clients"][0]["id"], client["id"], "the record is there");
}

#[test]
fn a_change_of_all_keys_keeps_everything_and_makes_the_old_recovery_key_useless() {
    let (attunectl, old) = Attunectl::with_vault();
    let client = attunectl.ok(&["client", "create", "--given-name", "Robin"]);
    let before = std::fs::read(attunectl.data_dir().join("vault/vault.db")).unwrap();
    let new = words(&attunectl.ok(&["vault", "rekey"]));
    assert_ne!(old, new, "the recovery key is a new one");
    let after = std::fs::read(attunectl.data_dir().join("vault/vault.db")).unwrap();
    assert_ne!(before[..4096], after[..4096], "the database is encrypted anew");
    assert_eq!(
        attunectl.ok(&["client", "list"])["clients"][0]["id"],
        client["id"],
        "the passphrase and the records stay"
    );
    assert_eq!(attunectl.ok(&["audit", "verify"])["verdict"], "intact", "the log is whole across the change");
    let recover = |words: &str| {
        let input = format!("{words}\n{OTHER}\n");
        attunectl.run_with(&["vault", "recover", "--passphrase-stdin"], &[], &input).code
    };
    assert_eq!(recover(&new), 0, "the new recovery key opens the vault");
    assert_eq!(recover(&old), 3, "the old one does not");
}

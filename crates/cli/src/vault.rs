//! `attunectl vault`: making the vault, opening it, and its keys.

use std::fmt::Write as _;

use clap::Subcommand;
use contract::screenings::EndHandOver;
use contract::vault::{
    ChangePassphrase, CreateVault, GetStatus, LockVault, NewRecoveryKey, RecoverVault, RekeyVault, Role,
    UnlockVault, VaultState, VaultStatus,
};

use crate::arguments::wire_value;
use crate::context::{Context, opened};
use crate::exit::{Exit, Failure};
use crate::output::word;
use crate::secrets::Wanted;

#[derive(Subcommand)]
pub(crate) enum VaultCommand {
    /// Make the vault. Its recovery key is shown once: write it down.
    Create {
        /// The owner's name, as it stands under notes.
        #[arg(long)]
        name: String,
        /// What the owner is: clinician, client or practice.
        #[arg(long, default_value = "clinician", value_parser = wire_value::<Role>)]
        role: Role,
        /// Let this device's key store open the vault as well.
        #[arg(long)]
        enrol: bool,
    },
    /// Say whether there is a vault and how it stands. Opens nothing.
    Status,
    /// Open the vault and lock it again.
    UnlockCheck,
    /// Replace every key of the vault. The passphrase stays; the recovery key is a new one.
    Rekey,
    /// Open the vault with the recovery key and set a new passphrase.
    Recover,
    /// Replace the passphrase.
    ChangePassphrase,
    /// Take back a device that was handed over to a client for a screening.
    TakeBack,
}

pub(crate) async fn run(context: &Context, command: VaultCommand) -> Result<Exit, Failure> {
    match command {
        VaultCommand::Create { name, role, enrol } => create(context, name, role, enrol).await,
        VaultCommand::Status => {
            let status = context.core()?.run(GetStatus {}).await?;
            context.output.show(&status, describe)
        }
        VaultCommand::UnlockCheck => {
            context
                .with_vault(async |core| {
                    let status = core.run(GetStatus {}).await?;
                    context.output.show(&status, |_| "The vault opens.".to_owned())
                })
                .await
        }
        VaultCommand::Rekey => rekey(context).await,
        VaultCommand::Recover => recover(context).await,
        VaultCommand::ChangePassphrase => change_passphrase(context).await,
        VaultCommand::TakeBack => take_back(context).await,
    }
}

async fn create(context: &Context, name: String, role: Role, use_key_store: bool) -> Result<Exit, Failure> {
    let core = context.core()?;
    // Asked first, so that nobody thinks of a passphrase in vain.
    if core.run(GetStatus {}).await?.state != VaultState::Absent {
        return Err(Failure::new(
            contract::ErrorCode::VaultExists,
            "There is a vault on this device already. It is never overwritten.",
        ));
    }
    let passphrase = context.secrets.get(Wanted::FirstPassphrase)?;
    let command = CreateVault { role, name, passphrase: passphrase.to_string(), use_key_store };
    let key = core.run(command).await?;
    core.run(LockVault {}).await?;
    context.output.show(&key, |key| recovery_key(key, "The vault is made."))
}

async fn rekey(context: &Context) -> Result<Exit, Failure> {
    let core = context.core()?;
    let passphrase = context.secrets.get(Wanted::Passphrase)?;
    let unlock = UnlockVault { passphrase: passphrase.to_string() };
    opened(core.run(unlock).await?)?;
    context.output.remark(
        "Every key is being replaced. This can take a while; it goes on where it was if it is cut off.",
    );
    let key = core.run(RekeyVault { passphrase: passphrase.to_string() }).await;
    let locked = core.run(LockVault {}).await;
    let key = key?;
    // A vault that closed itself while its keys changed is as closed as it should be.
    let _ = locked;
    context
        .output
        .show(&key, |key| recovery_key(key, "Every key of the vault is new. The passphrase is the same."))
}

async fn recover(context: &Context) -> Result<Exit, Failure> {
    let core = context.core()?;
    let words = context.secrets.get(Wanted::RecoveryKey)?;
    let new = context.secrets.get(Wanted::NewPassphrase)?;
    let command = RecoverVault { words: words.to_string(), new_passphrase: new.to_string() };
    opened(core.run(command).await?)?;
    let status = core.run(GetStatus {}).await?;
    core.run(LockVault {}).await?;
    context.output.show(&status, |_| {
        "The vault opens with the new passphrase. The recovery key stays valid.".to_owned()
    })
}

async fn change_passphrase(context: &Context) -> Result<Exit, Failure> {
    let core = context.core()?;
    let current = context.secrets.get(Wanted::Passphrase)?;
    let new = context.secrets.get(Wanted::NewPassphrase)?;
    opened(core.run(UnlockVault { passphrase: current.to_string() }).await?)?;
    let command = ChangePassphrase { current: current.to_string(), new: new.to_string() };
    let changed = core.run(command).await;
    let locked = core.run(LockVault {}).await;
    let done = changed?;
    locked?;
    context.output.show(&done, |_| "The passphrase is changed.".to_owned())
}

async fn take_back(context: &Context) -> Result<Exit, Failure> {
    let core = context.core()?;
    let passphrase = context.secrets.get(Wanted::Passphrase)?;
    opened(core.run(UnlockVault { passphrase: passphrase.to_string() }).await?)?;
    let ended = core.run(EndHandOver { passphrase: passphrase.to_string() }).await;
    let locked = core.run(LockVault {}).await;
    let done = ended?;
    locked?;
    context.output.show(&done, |_| "The device is no longer handed over. Every answer is kept.".to_owned())
}

fn describe(status: &VaultStatus) -> String {
    let mut text = match status.state {
        VaultState::Absent => "There is no vault on this device.".to_owned(),
        VaultState::Locked | VaultState::Unlocked => {
            format!("There is a vault; it is {}.", word(&status.state))
        }
    };
    if let Some(id) = status.vault_id {
        let _ = write!(text, "\nVault:        {id}");
    }
    let _ = write!(text, "\nKey store:    {}", word(&status.key_store));
    if status.handed_over.is_some() {
        text.push_str("\nHanded over:  yes, for a screening");
    }
    if status.failed_tries > 0 {
        let _ = write!(text, "\nWrong tries:  {}", status.failed_tries);
    }
    let _ = write!(text, "\nVersion:      {}", status.version);
    text
}

/// The recovery key as a block of numbered words.
fn recovery_key(key: &NewRecoveryKey, first: &str) -> String {
    let mut text = format!(
        "{first}\n\nRecovery key, shown this once. Write it down and keep it away from this device:\n"
    );
    for (row, words) in key.words.chunks(4).enumerate() {
        text.push('\n');
        for (column, word) in words.iter().enumerate() {
            let _ = write!(text, "{:>4}. {word:<10}", row * 4 + column + 1);
        }
    }
    let _ =
        write!(text, "\n\nMade {} for the vault {}.", key.made_at.format("%Y-%m-%d %H:%M UTC"), key.vault_id);
    text
}

//! `attunectl call`: any command by its wire name.

use app::Front;
use clap::Args;
use contract::JobId;
use serde_json::Value;

use crate::context::{Context, Core, interruption};
use crate::exit::{Exit, Failure};
use crate::job::follow;

#[derive(Args)]
pub(crate) struct CallArgs {
    /// The command's wire name, such as clients.list.
    name: String,
    /// The command's fields as JSON; `-` reads them from standard input.
    #[arg(default_value = "{}")]
    fields: String,
    /// Do not open the vault first: for commands that work while it is locked.
    #[arg(long)]
    locked: bool,
    /// Write what the command reports while it runs to standard error, one JSON line each.
    #[arg(long)]
    events: bool,
}

pub(crate) async fn run(context: &Context, args: CallArgs) -> Result<Exit, Failure> {
    let body = fields(&args.fields)?;
    let call = async |core: &Core| {
        let mut on_event = |event: Value| {
            if args.events {
                core.output.remark(&event.to_string());
            }
        };
        let work = core.app.call_streaming(Front::Cli, &args.name, body, &mut on_event);
        let reply = tokio::select! {
            reply = work => reply?,
            () = interruption() => {
                let message = "Stopped. What was saved before is kept.";
                return Err(Failure::new(contract::ErrorCode::Cancelled, message));
            }
        };
        // A job would be stopped when the vault is locked at the end of this process: wait for it.
        match serde_json::from_value::<JobId>(reply.clone()) {
            Ok(job) => {
                let result = follow(core, job, &args.name).await?;
                context
                    .output
                    .show(&result, |result| serde_json::to_string_pretty(result).unwrap_or_default())
            }
            Err(_) => context.output.show(&reply, |reply| format!("{reply:#}")),
        }
    };
    if args.locked { call(&context.core()?).await } else { context.with_vault(call).await }
}

fn fields(text: &str) -> Result<Value, Failure> {
    let text = if text == "-" { crate::note::read_text("-".as_ref())? } else { text.to_owned() };
    serde_json::from_str(&text).map_err(|_| Failure::usage("The fields of the command are not JSON."))
}

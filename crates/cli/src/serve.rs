//! `attunectl serve`: the interface and the commands on loopback.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use http_front::{Options, ServeError, Token};
use serde::Serialize;

use crate::context::{Context, interruption};
use crate::exit::{Exit, Failure};

#[derive(Args)]
pub(crate) struct ServeArgs {
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The folder of the built interface; without it only the commands are served.
    #[arg(long, value_name = "DIR")]
    ui: Option<PathBuf>,
}

/// Where the server is. The token stands behind the `#`, which browsers do not send and do not put into referrers.
#[derive(Serialize)]
struct Serving {
    address: String,
    token: String,
    url: String,
}

pub(crate) async fn run(context: &Context, args: ServeArgs) -> Result<Exit, Failure> {
    let core = context.core()?;
    let token = Token::make().map_err(|_| Failure::internal("The system gave no random numbers."))?;
    let mut options = Options::new(token.clone());
    options.port = args.port;
    options.ui_dir = args.ui;
    let server = http_front::serve(Arc::clone(&core.app), options).await.map_err(|error| match error {
        ServeError::Port(_) => Failure::new(
            contract::ErrorCode::Busy,
            format!("Port {} cannot be used. Choose another one, or 0 for a free one.", args.port),
        ),
        ServeError::Interface(error) => Failure::cannot_read("The folder of the interface", &error),
    })?;
    let address = format!("http://{}", server.addr());
    let url = format!("{address}/#token={}", token.reveal());
    let serving = Serving { address, token: token.reveal().to_owned(), url };
    context.output.show(&serving, |serving| serving.url.clone())?;
    context
        .output
        .remark("Anyone with this address can use the vault while it is unlocked. Ctrl-C stops the server.");
    interruption().await;
    server.shutdown().await;
    core.app.shut_down().await;
    Ok(Exit::Ok)
}

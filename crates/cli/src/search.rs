//! `attunectl search`.

use std::fmt::Write as _;

use clap::Args;
use contract::search::{Search, SearchHit, SearchPlace};

use crate::context::Context;
use crate::exit::{Exit, Failure};

#[derive(Args)]
pub(crate) struct SearchArgs {
    /// Words; all have to occur, the last one may be unfinished.
    #[arg(required = true)]
    words: Vec<String>,
    /// At most so many, up to 100.
    #[arg(long, default_value_t = 20)]
    limit: u32,
}

pub(crate) async fn run(context: &Context, args: SearchArgs) -> Result<Exit, Failure> {
    context
        .with_vault(async |core| {
            let hits = core.run(Search { query: args.words.join(" "), limit: args.limit }).await?;
            context.output.show(&hits, |hits| describe(hits))
        })
        .await
}

fn describe(hits: &[SearchHit]) -> String {
    let mut text = String::new();
    for hit in hits {
        let place = match hit.place {
            SearchPlace::Client { client_id } => format!("client {client_id}"),
            SearchPlace::Segment { session_id, .. } => format!("said in session {session_id}"),
            SearchPlace::Note { session_id } => format!("note of session {session_id}"),
        };
        let name = hit.client.as_ref().map(|(_, name)| name.as_str()).unwrap_or("no client yet");
        let snippet = hit.snippet.replace(['\u{e000}', '\u{e001}'], "*").replace('\n', " ");
        let _ = writeln!(text, "{} {name}, {place}\n    {snippet}", hit.at.format("%Y-%m-%d"));
    }
    if hits.is_empty() { "Nothing was found.".to_owned() } else { text }
}

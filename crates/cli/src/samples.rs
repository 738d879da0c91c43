//! `attunectl sample-data`.

use contract::samples::AddSampleData;

use crate::context::Context;
use crate::exit::{Exit, Failure};

pub(crate) async fn run(context: &Context) -> Result<Exit, Failure> {
    context
        .with_vault(async |core| {
            let added = core.run(AddSampleData {}).await?;
            context.output.show(&added, |added| format!("Added {} invented clients.", added.clients.len()))
        })
        .await
}

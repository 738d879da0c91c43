//! `attunectl client`: the people in care.

use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use contract::clients::{
    ClientDetails, ClientList, ClientStatus, ClientView, CreateClient, GetClient, ListClients, UpdateClient,
};
use contract::{ClientId, Page};

use crate::arguments::wire_value;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::note::read_text;
use crate::output::word;

#[derive(Subcommand)]
pub(crate) enum ClientCommand {
    /// List clients by name.
    List {
        /// Part of a name.
        #[arg(long, default_value = "")]
        query: String,
        /// Only this status: active, paused or discharged.
        #[arg(long, value_parser = wire_value::<ClientStatus>)]
        status: Option<ClientStatus>,
        #[command(flatten)]
        page: PageArgs,
    },
    /// Show one client.
    Show {
        /// The client's id.
        client: ClientId,
    },
    /// Make a client.
    Create(DetailArgs),
    /// Change what is given and leave the rest.
    Update {
        /// The client's id.
        client: ClientId,
        #[command(flatten)]
        details: DetailArgs,
    },
}

/// Which slice of a list.
#[derive(Args, Clone, Copy)]
pub(crate) struct PageArgs {
    /// Rows to skip.
    #[arg(long, default_value_t = 0)]
    offset: u32,
    /// Rows to show, at most 1,000.
    #[arg(long, default_value_t = 200)]
    limit: u32,
}

impl From<PageArgs> for Page {
    fn from(args: PageArgs) -> Self {
        Page { offset: args.offset, limit: args.limit }
    }
}

/// What can be said about a client. Other programs can see arguments: where that matters, use --details -.
#[derive(Args)]
pub(crate) struct DetailArgs {
    /// A JSON file with any of the fields (`-` for standard input); the other options go before it.
    #[arg(long, value_name = "FILE")]
    details: Option<PathBuf>,
    /// Given name.
    #[arg(long)]
    given_name: Option<String>,
    /// Family name.
    #[arg(long)]
    family_name: Option<String>,
    /// What they want to be called.
    #[arg(long)]
    preferred_name: Option<String>,
    /// Pronouns.
    #[arg(long)]
    pronouns: Option<String>,
    /// Date of birth, as in 1990-12-31.
    #[arg(long, value_name = "DATE")]
    birth_date: Option<NaiveDate>,
    /// Telephone.
    #[arg(long)]
    phone: Option<String>,
    /// E-mail.
    #[arg(long)]
    email: Option<String>,
    /// Where they live.
    #[arg(long)]
    location: Option<String>,
    /// A language they speak; may be repeated.
    #[arg(long = "speaks", value_name = "LANGUAGE")]
    languages: Vec<String>,
    /// A condition known so far; may be repeated.
    #[arg(long = "condition", value_name = "CONDITION")]
    conditions: Vec<String>,
    /// active, paused or discharged.
    #[arg(long, value_parser = wire_value::<ClientStatus>)]
    status: Option<ClientStatus>,
}

impl DetailArgs {
    /// Puts what was given over `details`.
    fn apply(self, details: ClientDetails) -> Result<ClientDetails, Failure> {
        let mut details = match self.details {
            Some(path) => merged(&details, &read_text(&path)?)?,
            None => details,
        };
        let texts = [
            (self.given_name, &mut details.given_name),
            (self.family_name, &mut details.family_name),
            (self.preferred_name, &mut details.preferred_name),
            (self.pronouns, &mut details.pronouns),
            (self.phone, &mut details.phone),
            (self.email, &mut details.email),
            (self.location, &mut details.location),
        ];
        for (given, field) in texts {
            if let Some(given) = given {
                *field = given;
            }
        }
        if self.birth_date.is_some() {
            details.birth_date = self.birth_date;
        }
        if !self.languages.is_empty() {
            details.languages = self.languages;
        }
        if !self.conditions.is_empty() {
            details.conditions = self.conditions;
        }
        details.status = self.status.unwrap_or(details.status);
        Ok(details)
    }
}

/// `details` with the fields that a JSON object names.
pub(crate) fn merged<T>(details: &T, json: &str) -> Result<T, Failure>
where
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    let wrong = || {
        Failure::unreadable(
            "The details are not a JSON object with the fields that `show --json` prints. Nothing was changed.",
        )
    };
    let mut whole = serde_json::to_value(details).map_err(|_| wrong())?;
    let serde_json::Value::Object(given) = serde_json::from_str(json).map_err(|_| wrong())? else {
        return Err(wrong());
    };
    for (name, value) in given {
        // A misspelt field would otherwise be lost without a word.
        *whole.get_mut(&name).ok_or_else(wrong)? = value;
    }
    serde_json::from_value(whole).map_err(|_| wrong())
}

pub(crate) async fn run(context: &Context, command: ClientCommand) -> Result<Exit, Failure> {
    context
        .with_vault(async |core| match command {
            ClientCommand::List { query, status, page } => {
                let list = core.run(ListClients { query, status, page: page.into() }).await?;
                context.output.show(&list, table)
            }
            ClientCommand::Show { client } => {
                let client = core.run(GetClient { client_id: client }).await?;
                context.output.show(&client, describe)
            }
            ClientCommand::Create(details) => {
                let details = details.apply(ClientDetails::default())?;
                let client = core.run(CreateClient { details }).await?;
                context.output.show(&client, describe)
            }
            ClientCommand::Update { client, details } => {
                let known = core.run(GetClient { client_id: client }).await?;
                let details = details.apply(known.details)?;
                let command = UpdateClient { client_id: client, revision: known.revision, details };
                let client = core.run(command).await?;
                context.output.show(&client, describe)
            }
        })
        .await
}

fn table(list: &ClientList) -> String {
    let mut text = String::new();
    for client in &list.clients {
        let _ = writeln!(
            text,
            "{}  {:<10}  {:>3} sessions  {}",
            client.id,
            word(&client.status),
            client.session_count,
            client.display_name
        );
    }
    let _ = write!(text, "{} of {} clients", list.clients.len(), list.total);
    text
}

fn describe(client: &ClientView) -> String {
    let details = &client.details;
    let birth_date = details.birth_date.map(|date| date.to_string()).unwrap_or_default();
    let rows = [
        ("Id", client.id.to_string()),
        ("Pronouns", details.pronouns.clone()),
        ("Born", birth_date),
        ("Telephone", details.phone.clone()),
        ("E-mail", details.email.clone()),
        ("Location", details.location.clone()),
        ("Languages", details.languages.join(", ")),
        ("Conditions", details.conditions.join(", ")),
        ("Status", word(&details.status)),
        ("Sessions", client.session_count.to_string()),
    ];
    let mut text = client.display_name.clone();
    for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = write!(text, "\n  {name:<11} {value}");
    }
    text
}

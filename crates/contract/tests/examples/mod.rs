//! One value of everything that crosses the wire, built by hand, grouped as the contract's modules are. All people and
//! records are invented.

mod audit;
mod clients;
mod common;
mod consents;
mod instruments;
mod jobs;
mod models;
mod notes;
mod recordings;
mod results;
mod risk;
mod samples;
mod screenings;
mod search;
mod sessions;
mod transcripts;
mod vault;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use contract::Command;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use uuid::Uuid;

pub(crate) use vault::recovery_key;

/// Examples of one command.
#[derive(Serialize)]
pub(crate) struct Example {
    pub(crate) command: Vec<Value>,
    pub(crate) reply: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) event: Vec<Value>,
}

/// Examples of one module of the contract.
#[derive(Default, Serialize)]
pub(crate) struct Group {
    pub(crate) commands: BTreeMap<&'static str, Example>,
    /// Types that are not themselves a command, reply or event: words of an enum, errors, what fronts tell the page.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) types: BTreeMap<&'static str, Vec<Value>>,
}

impl Group {
    /// Adds a command that answers at once.
    fn command<C>(self, commands: Vec<C>, replies: Vec<C::Reply>) -> Self
    where
        C: Command + PartialEq,
        C::Reply: PartialEq,
        C::Event: PartialEq,
    {
        self.streaming(commands, replies, Vec::new())
    }

    /// Adds a command that reports while it runs.
    fn streaming<C>(mut self, commands: Vec<C>, replies: Vec<C::Reply>, events: Vec<C::Event>) -> Self
    where
        C: Command + PartialEq,
        C::Reply: PartialEq,
        C::Event: PartialEq,
    {
        let example = Example { command: wire(commands), reply: wire(replies), event: wire(events) };
        let earlier = self.commands.insert(C::NAME, example);
        assert!(earlier.is_none(), "{} has its examples twice", C::NAME);
        self
    }

    /// Adds a type by name.
    fn values<T: Serialize + DeserializeOwned + PartialEq>(
        mut self,
        name: &'static str,
        values: Vec<T>,
    ) -> Self {
        self.types.insert(name, wire(values));
        self
    }
}

/// As JSON, after going there and back as text: what arrives is what was sent.
fn wire<T: Serialize + DeserializeOwned + PartialEq>(values: Vec<T>) -> Vec<Value> {
    let there_and_back = |value: T| {
        let what = std::any::type_name::<T>();
        let text = serde_json::to_string(&value).unwrap_or_else(|e| panic!("{what} must serialise: {e}"));
        let back: T =
            serde_json::from_str(&text).unwrap_or_else(|e| panic!("{what} must come back from {text}: {e}"));
        assert!(back == value, "{what} must arrive as it was sent: {text}");
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{what} must be JSON: {e}"))
    };
    values.into_iter().map(there_and_back).collect()
}

/// Every variant of an enum without fields; one that is left out does not compile.
macro_rules! every {
    ($type:ty: $($variant:ident),+ $(,)?) => {{
        let _all_named = |value: $type| match value { $(<$type>::$variant => ()),+ };
        vec![$(<$type>::$variant),+]
    }};
}
pub(crate) use every;

/// All groups, by the name of the contract's module.
pub(crate) fn all() -> Vec<(&'static str, Group)> {
    vec![
        ("common", common::group()),
        ("vault", vault::group()),
        ("clients", clients::group()),
        ("consents", consents::group()),
        ("sessions", sessions::group()),
        ("recordings", recordings::group()),
        ("models", models::group()),
        ("transcripts", transcripts::group()),
        ("notes", notes::group()),
        ("instruments", instruments::group()),
        ("screenings", screenings::group()),
        ("results", results::group()),
        ("risk", risk::group()),
        ("jobs", jobs::group()),
        ("search", search::group()),
        ("audit", audit::group()),
        ("samples", samples::group()),
    ]
}

/// The nth id.
fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_4d2a_b1c0_7000_8000_0000_0000_0000 + n)
}

/// So many minutes into a Saturday morning, UTC.
fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_255_200 + 60 * minute, 0).expect("the year 2026 can be told")
}

fn text(words: &str) -> String {
    words.to_owned()
}

//! What crosses between fronts and core, held still: every command, reply, event and error code as JSON, who may call
//! what, and what may be left out. A change of any of these is a change of the contract and shows as a changed
//! snapshot.

mod examples;

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use contract::{Access, Audit, Command, NoEvent};
use examples::{Example, Group};
use serde_json::Value;

struct Declared {
    name: &'static str,
    access: Access,
    audit: Audit,
    reports: bool,
    parses: fn(Value) -> bool,
}

fn declare<C: Command>() -> Declared
where
    C::Event: 'static,
{
    Declared {
        name: C::NAME,
        access: C::ACCESS,
        audit: C::AUDIT,
        reports: TypeId::of::<C::Event>() != TypeId::of::<NoEvent>(),
        parses: |body| serde_json::from_value::<C>(body).is_ok(),
    }
}

macro_rules! declare_all {
    ($($command:ty),+ $(,)?) => { vec![$(declare::<$command>()),+] };
}

fn declared() -> Vec<Declared> {
    contract::commands!(declare_all)
}

fn snapshot(name: &str, value: &impl serde::Serialize) {
    // Sorted, so that the order of a map's keys depends on no feature of the JSON library.
    insta::with_settings!({ sort_maps => true, omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_json_snapshot!(name, value);
    });
}

#[test]
fn every_wire_type_keeps_its_shape() {
    for (module, group) in examples::all() {
        snapshot(module, &group);
    }
}

#[test]
fn every_command_has_examples() {
    let examples: BTreeMap<&str, Example> =
        examples::all().into_iter().flat_map(|(_, group): (_, Group)| group.commands).collect();
    let declared = declared();
    for command in &declared {
        let name = command.name;
        let example = examples.get(name);
        let example = example.unwrap_or_else(|| panic!("{name} needs examples in tests/examples"));
        assert!(!example.command.is_empty(), "{name} needs an example of itself");
        assert!(!example.reply.is_empty(), "{name} needs an example of its reply");
        assert_eq!(
            !example.event.is_empty(),
            command.reports,
            "{name}: examples of events iff it reports any"
        );
    }
    let names: BTreeSet<&str> = declared.iter().map(|command| command.name).collect();
    let examples: BTreeSet<&str> = examples.into_keys().collect();
    assert_eq!(examples, names, "no example is of a command that is no more");
}

#[test]
fn names_are_unique_and_noun_dot_verb() {
    let declared = declared();
    let names: BTreeSet<&str> = declared.iter().map(|command| command.name).collect();
    assert_eq!(names.len(), declared.len(), "no two commands share a name");
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c == '_')
            && !word.ends_with('_')
    };
    for name in names {
        let parts: Vec<_> = name.split('.').collect();
        assert!(parts.len() == 2 && parts.iter().all(|part| is_word(part)), "{name} is not noun.verb");
    }
}

#[test]
fn who_may_do_what_and_what_is_logged() {
    let rows = declared();
    let table: BTreeMap<_, _> = rows
        .iter()
        .map(|row| {
            let access = match row.access {
                Access::Anyone => "anyone, also while locked".to_owned(),
                Access::Owner => "owner".to_owned(),
                Access::Respondent => "owner, and the client the device was handed to".to_owned(),
                Access::Roles(roles) => format!("roles {roles:?}"),
            };
            (row.name, format!("{access}; audit {:?}", row.audit))
        })
        .collect();
    snapshot("access", &table);
    for row in &rows {
        let locked = matches!(row.access, Access::Anyone);
        assert!(
            !locked || matches!(row.audit, Audit::None | Audit::Security),
            "{}: nothing about clients is open to anyone",
            row.name
        );
    }
}

/// Fields that a front may leave out. One that turns from optional to needed breaks every front and script that leaves
/// it out.
#[test]
fn what_may_be_left_out_stays_so() {
    let parses: BTreeMap<_, _> =
        declared().into_iter().map(|command| (command.name, command.parses)).collect();
    let mut table: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (name, example) in examples::all().into_iter().flat_map(|(_, group)| group.commands) {
        let mut optional: Option<BTreeSet<String>> = None;
        for body in &example.command {
            let fields = body.as_object().unwrap_or_else(|| panic!("{name} must be an object, got {body}"));
            let may_go = |field: &&String| {
                let mut rest = fields.clone();
                rest.remove(*field);
                parses[name](Value::Object(rest))
            };
            let found: BTreeSet<_> = fields.keys().filter(may_go).cloned().collect();
            optional = Some(match optional {
                Some(before) => before.intersection(&found).cloned().collect(),
                None => found,
            });
        }
        table.insert(name, optional.unwrap_or_default());
    }
    snapshot("optional", &table);
}

#[test]
fn a_recovery_key_is_not_printed_by_debug() {
    let key = examples::recovery_key();
    let printed = format!("{key:?}");
    assert!(key.words.iter().all(|word| !printed.contains(word)), "no word may reach a log: {printed}");
}

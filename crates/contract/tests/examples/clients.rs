use chrono::NaiveDate;
use contract::clients::*;
use contract::{ClientId, Page};

use super::{Group, at, every, id, text};

fn details() -> ClientDetails {
    ClientDetails {
        given_name: text("Ada"),
        family_name: text("Brook"),
        preferred_name: text("Addie"),
        pronouns: text("she/her"),
        birth_date: NaiveDate::from_ymd_opt(1990, 2, 28),
        phone: text("+1 555 0100"),
        email: text("ada@example.org"),
        location: text("Albany, NY, US"),
        languages: vec![text("en"), text("sv")],
        conditions: vec![text("panic attacks")],
        emergency_contact: EmergencyContact {
            name: text("Bo Brook"),
            relationship: text("brother"),
            phone: text("+1 555 0101"),
        },
        insurance: Insurance { payer: text("Example Health"), plan: text("Basic"), member_id: text("EX-1") },
        status: ClientStatus::Active,
    }
}

pub(super) fn view() -> ClientView {
    ClientView {
        id: ClientId(id(10)),
        revision: 3,
        display_name: text("Addie Brook"),
        details: details(),
        session_count: 12,
        created_at: at(0),
        updated_at: at(5),
    }
}

fn summary() -> ClientSummary {
    ClientSummary {
        id: ClientId(id(10)),
        display_name: text("Addie Brook"),
        pronouns: text("she/her"),
        birth_date: NaiveDate::from_ymd_opt(1990, 2, 28),
        status: ClientStatus::Active,
        session_count: 12,
        last_session_at: Some(at(-10_080)),
        next_session_at: Some(at(10_080)),
        notes_to_sign: 1,
    }
}

pub(super) fn group() -> Group {
    let unknown = ClientSummary {
        id: ClientId(id(11)),
        display_name: text("Cy"),
        pronouns: text(""),
        birth_date: None,
        status: ClientStatus::Paused,
        session_count: 0,
        last_session_at: None,
        next_session_at: None,
        notes_to_sign: 0,
    };
    let bare = ClientDetails { given_name: text("Cy"), ..ClientDetails::default() };
    Group::default()
        .command(
            vec![
                ListClients::default(),
                ListClients {
                    query: text("bro"),
                    status: Some(ClientStatus::Active),
                    page: Page { offset: 0, limit: 50 },
                },
            ],
            vec![ClientList { total: 2, clients: vec![summary(), unknown] }],
        )
        .command(vec![GetClient { client_id: ClientId(id(10)) }], vec![view()])
        .command(vec![CreateClient { details: details() }, CreateClient { details: bare }], vec![view()])
        .command(
            vec![UpdateClient { client_id: ClientId(id(10)), revision: 2, details: details() }],
            vec![view()],
        )
        .values("ClientStatus", every!(ClientStatus: Active, Paused, Discharged))
}

use chrono::NaiveDate;
use contract::risk::*;
use contract::{AlertId, ClientId, ScreeningId};

use super::screenings::SCREENING;
use super::{Group, at, every, id, text};

fn alert() -> AlertView {
    AlertView {
        id: AlertId(id(73)),
        client_id: ClientId(id(10)),
        client_name: text("Addie Brook"),
        screening_id: Some(ScreeningId(id(SCREENING))),
        level: RiskLevel::High,
        reasons: vec![text("An example of a reason")],
        raised_at: at(2),
        acknowledged: None,
    }
}

fn plan() -> SafetyPlan {
    SafetyPlan {
        warning_signs: vec![text("I stop answering")],
        coping: vec![text("A walk")],
        distractions: vec![text("The library")],
        people: vec![text("Bo, +1 555 0101")],
        professionals: vec![text("The clinic")],
        making_safe: vec![text("Bo keeps the key")],
        reasons: vec![text("My sister")],
    }
}

pub(super) fn group() -> Group {
    let client_id = ClientId(id(10));
    let line = Helpline {
        name: text("Example line"),
        audience: text("Everyone"),
        phone: Some(text("000")),
        also: vec![text("001")],
        text: Some(text("HELLO to 000")),
        web: Some(text("https://example.org")),
        hours: text("24 hours"),
        note: text("Press 1 after the greeting."),
    };
    let helplines = Helplines {
        country: text("XX"),
        name: text("Example"),
        emergency: Some(text("000")),
        lines: vec![line],
        as_of: NaiveDate::from_ymd_opt(2026, 11, 21).expect("the day exists"),
        countries: vec![(text("XX"), text("Example"))],
    };
    let acknowledged = AlertView {
        acknowledged: Some(Acknowledgement {
            at: at(9),
            by: text("Robin Field"),
            action: text("Safety assessment on site"),
        }),
        ..alert()
    };
    let kept = SafetyPlanView {
        client_id,
        version: 2,
        plan: plan(),
        author: text("Robin Field"),
        updated_at: Some(at(9)),
    };
    let none = SafetyPlanView {
        client_id,
        version: 0,
        plan: SafetyPlan::default(),
        author: text(""),
        updated_at: None,
    };
    Group::default()
        .command(vec![GetHelplines { country: text("XX") }], vec![helplines])
        .command(
            vec![ListAlerts::default(), ListAlerts { client_id: Some(client_id), with_acknowledged: true }],
            vec![vec![alert(), acknowledged.clone()]],
        )
        .command(
            vec![AcknowledgeAlert { alert_id: AlertId(id(73)), action: text("Safety assessment on site") }],
            vec![acknowledged],
        )
        .command(vec![GetSafetyPlan { client_id }], vec![none])
        .command(vec![SaveSafetyPlan { client_id, version: 1, plan: plan() }], vec![kept])
        .values("RiskLevel", every!(RiskLevel: None, Mild, Moderate, High, Critical))
}

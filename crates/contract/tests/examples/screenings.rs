use chrono::NaiveDate;
use contract::screenings::*;
use contract::{ClientId, Done, ScreeningId, ScreeningPlanId, SessionId};

use super::instruments::options;
use super::{Group, at, clients, every, id, text};

pub(super) const SCREENING: u128 = 70;

pub(super) fn view() -> ScreeningView {
    ScreeningView {
        id: ScreeningId(id(SCREENING)),
        client_id: ClientId(id(10)),
        client_name: text("Addie Brook"),
        name: text("Weekly"),
        instruments: vec![text("Example Questionnaire-2")],
        status: ScreeningStatus::Completed,
        answered: 2,
        asked: 2,
        started_at: at(0),
        updated_at: at(3),
        completed_at: Some(at(3)),
    }
}

fn open() -> ScreeningView {
    ScreeningView { status: ScreeningStatus::Open, answered: 1, completed_at: None, ..view() }
}

fn form() -> FormView {
    let item = FormItem {
        id: text("q1"),
        stem: text("Over the last 2 weeks"),
        text: text("Little interest"),
        options: options(),
        answer: Some(1.0),
        declined: false,
        optional: false,
    };
    let second = FormItem { id: text("q2"), answer: None, declined: true, optional: true, ..item.clone() };
    let part = FormInstrument {
        id: text("example2"),
        title: text("Example Questionnaire-2"),
        recall_period: text("last 2 weeks"),
        instructions: text("How often were you bothered?"),
        attribution: text("Made for this example."),
        language: text("en"),
        items: vec![item, second],
    };
    FormView { screening: open(), instruments: vec![part], comment: text("Long days."), supportive: false }
}

fn plan() -> PlanView {
    PlanView {
        id: ScreeningPlanId(id(72)),
        client_id: ClientId(id(10)),
        client_name: text("Addie Brook"),
        battery: text("weekly"),
        name: text("Weekly"),
        every_days: Some(7),
        due_on: day(),
        days_late: -2,
        open_screening: Some(ScreeningId(id(SCREENING))),
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("the day exists")
}

fn answer(answer: Answer) -> AnswerItem {
    AnswerItem {
        screening_id: ScreeningId(id(SCREENING)),
        instrument: text("example2"),
        item: text("q1"),
        answer,
    }
}

pub(super) fn group() -> Group {
    let screening_id = ScreeningId(id(SCREENING));
    let client_id = ClientId(id(10));
    Group::default()
        .command(vec![GetOwnRecord {}], vec![clients::view()])
        .command(
            vec![
                StartScreening {
                    client_id,
                    battery: Some(text("weekly")),
                    instruments: Vec::new(),
                    session_id: Some(SessionId(id(20))),
                    plan_id: Some(ScreeningPlanId(id(72))),
                },
                StartScreening {
                    client_id,
                    battery: None,
                    instruments: vec![text("example2")],
                    session_id: None,
                    plan_id: None,
                },
            ],
            vec![form()],
        )
        .command(vec![GetForm { screening_id }], vec![FormView { supportive: true, ..form() }])
        .command(
            vec![answer(Answer::Value { value: 1.0 }), answer(Answer::Declined), answer(Answer::Cleared)],
            vec![form()],
        )
        .command(vec![SaveComment { screening_id, text: text("Long days.") }], vec![form()])
        .command(vec![FinishScreening { screening_id }], vec![FormView { screening: view(), ..form() }])
        .command(
            vec![DiscardScreening { screening_id }],
            vec![ScreeningView { status: ScreeningStatus::Discarded, ..open() }],
        )
        .command(vec![ListScreenings { client_id }], vec![vec![open(), view()]])
        .command(vec![ListPlans { client_id }], vec![vec![plan()]])
        .command(
            vec![ListDue {}],
            vec![vec![PlanView { every_days: None, days_late: 3, open_screening: None, ..plan() }]],
        )
        .command(
            vec![
                SavePlan {
                    plan_id: None,
                    client_id,
                    battery: text("weekly"),
                    every_days: Some(7),
                    due_on: day(),
                },
                SavePlan {
                    plan_id: Some(ScreeningPlanId(id(72))),
                    client_id,
                    battery: text("intake"),
                    every_days: None,
                    due_on: day(),
                },
            ],
            vec![plan()],
        )
        .command(vec![EndPlan { plan_id: ScreeningPlanId(id(72)) }], vec![Done {}])
        .command(vec![BeginHandOver { screening_id }], vec![Done {}])
        .command(vec![EndHandOver { passphrase: text("lantern orbit walnut thirteen") }], vec![Done {}])
        .values("ScreeningStatus", every!(ScreeningStatus: Open, Completed, Discarded))
}

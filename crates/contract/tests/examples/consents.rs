use contract::consents::*;
use contract::{ClientId, ConsentId, SessionId};

use super::{Group, at, every, id, text};

pub(super) fn view() -> ConsentView {
    ConsentView {
        id: ConsentId(id(30)),
        subject: ConsentSubject::Client(ClientId(id(10))),
        scope: ConsentScope::Recording,
        version: 1,
        method: ConsentMethod::Written,
        given_by: text("the client"),
        given_at: at(1),
        recorded_by: text("Robin Field"),
        withdrawn_at: None,
        withdrawn_note: None,
        in_force: true,
    }
}

fn withdrawn() -> ConsentView {
    ConsentView {
        withdrawn_at: Some(at(20)),
        withdrawn_note: Some(text("by telephone")),
        in_force: false,
        ..view()
    }
}

pub(super) fn group() -> Group {
    let wording = ConsentText {
        scope: ConsentScope::Analysis,
        version: 1,
        title: text("Transcription on this device"),
        body: text("First paragraph.\n\nSecond paragraph."),
    };
    Group::default()
        .command(vec![ListConsentTexts {}], vec![vec![wording]])
        .command(
            vec![
                ListConsents { subject: ConsentSubject::Client(ClientId(id(10))) },
                ListConsents { subject: ConsentSubject::Session(SessionId(id(20))) },
            ],
            vec![vec![withdrawn(), view()], vec![]],
        )
        .command(
            vec![GiveConsent {
                subject: ConsentSubject::Session(SessionId(id(20))),
                scope: ConsentScope::Analysis,
                version: 1,
                method: ConsentMethod::Verbal,
                given_by: text("the mother"),
            }],
            vec![view()],
        )
        .command(
            vec![WithdrawConsent { consent_id: ConsentId(id(30)), note: text("by telephone") }],
            vec![withdrawn()],
        )
        .values("ConsentScope", every!(ConsentScope: Recording, Analysis, Cloud, Sharing, Research))
        .values("ConsentMethod", every!(ConsentMethod: Verbal, Written, Electronic))
}

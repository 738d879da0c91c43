use contract::notes::NoteStatus;
use contract::sessions::*;
use contract::{ClientId, NoteId, Page, SessionId};

use super::{Group, at, clients, consents, every, id, jobs, recordings, text, transcripts};

fn details() -> SessionDetails {
    SessionDetails {
        kind: SessionKind::FollowUp,
        scheduled_start: Some(at(0)),
        scheduled_end: Some(at(50)),
        place: text("Room 2"),
        goals: text("Sleep"),
        homework: text("Sleep diary"),
        next_goals: text("Worry time"),
        mood_before: Some(4),
        mood_after: Some(6),
        effectiveness: Some(8),
        fee_minor: Some(12_000),
        payment_status: PaymentStatus::Paid,
    }
}

fn whole() -> SessionView {
    SessionView {
        id: SessionId(id(20)),
        revision: 4,
        client: Some(clients::view()),
        number: Some(12),
        status: SessionStatus::InProgress,
        moves: vec![SessionStatus::Completed, SessionStatus::Cancelled],
        details: details(),
        started_at: Some(at(1)),
        ended_at: None,
        consents: vec![consents::view()],
        may_record: true,
        may_analyse: false,
        recordings: vec![recordings::view()],
        transcripts: vec![transcripts::summary()],
        note: Some((NoteId(id(70)), NoteStatus::Draft)),
        jobs: vec![jobs::running()],
        created_at: at(0),
    }
}

fn quick() -> SessionView {
    SessionView {
        id: SessionId(id(21)),
        revision: 1,
        client: None,
        number: None,
        status: SessionStatus::InProgress,
        moves: vec![SessionStatus::Completed, SessionStatus::Cancelled],
        details: SessionDetails::default(),
        started_at: Some(at(2)),
        ended_at: None,
        consents: vec![],
        may_record: false,
        may_analyse: false,
        recordings: vec![],
        transcripts: vec![],
        note: None,
        jobs: vec![],
        created_at: at(2),
    }
}

fn list() -> SessionList {
    let of_a_client = SessionSummary {
        id: SessionId(id(20)),
        client: Some((ClientId(id(10)), text("Addie Brook"))),
        number: Some(12),
        kind: SessionKind::FollowUp,
        status: SessionStatus::InProgress,
        at: at(1),
        recorded: true,
        transcribed: true,
        note_status: Some(NoteStatus::Draft),
        may_record: true,
    };
    let of_nobody = SessionSummary {
        id: SessionId(id(21)),
        client: None,
        number: None,
        kind: SessionKind::Individual,
        status: SessionStatus::InProgress,
        at: at(2),
        recorded: false,
        transcribed: false,
        note_status: None,
        may_record: false,
    };
    SessionList { total: 2, sessions: vec![of_a_client, of_nobody] }
}

pub(super) fn group() -> Group {
    let session_id = SessionId(id(20));
    let client_id = ClientId(id(10));
    Group::default()
        .command(
            vec![
                ListSessions::default(),
                ListSessions {
                    client_id: Some(client_id),
                    from: Some(at(0)),
                    until: Some(at(1_440)),
                    page: Page { offset: 200, limit: 200 },
                },
            ],
            vec![list()],
        )
        .command(vec![GetSession { session_id }], vec![whole(), quick()])
        .command(vec![CreateSession { client_id, details: details() }], vec![whole()])
        .command(
            vec![StartQuickSession { client_id: None }, StartQuickSession { client_id: Some(client_id) }],
            vec![quick()],
        )
        .command(vec![AssignSession { session_id, client_id }], vec![whole()])
        .command(vec![UpdateSession { session_id, revision: 3, details: details() }], vec![whole()])
        .command(
            vec![
                MoveSession { session_id, to: SessionStatus::NoShow, at: None },
                MoveSession { session_id, to: SessionStatus::Completed, at: Some(at(50)) },
            ],
            vec![whole()],
        )
        .values("SessionKind", every!(SessionKind: Individual, Group, Family, Couples, Assessment, FollowUp))
        .values(
            "SessionStatus",
            every!(SessionStatus: Requested, Upcoming, InProgress, Completed, Cancelled, Rescheduled, NoShow),
        )
        .values("PaymentStatus", every!(PaymentStatus: Pending, Paid, Partial, Waived, Cancelled))
}

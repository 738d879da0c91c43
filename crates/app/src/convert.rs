//! Between wire types, rows and domain types.

use chrono::{DateTime, Utc};
use contract::clients::{ClientDetails, ClientStatus, ClientView, EmergencyContact, Insurance};
use store::clients::ClientRow;

/// A function from one enum to another with the same variants.
macro_rules! map_variants {
    ($name:ident, $from:ty => $to:ty, $($variant:ident),+) => {
        pub(crate) fn $name(value: $from) -> $to {
            match value { $(<$from>::$variant => <$to>::$variant),+ }
        }
    };
}

map_variants!(role_to, contract::vault::Role => store::profiles::Role, Clinician, Client, Practice);
map_variants!(role_from, store::profiles::Role => contract::vault::Role, Clinician, Client, Practice);
map_variants!(client_status_to, ClientStatus => store::clients::ClientStatus, Active, Paused, Discharged);
map_variants!(client_status_from, store::clients::ClientStatus => ClientStatus, Active, Paused, Discharged);
map_variants!(scope_to, contract::consents::ConsentScope => store::consents::ConsentScope, Recording, Analysis, Cloud, Sharing, Research);
map_variants!(scope_from, store::consents::ConsentScope => contract::consents::ConsentScope, Recording, Analysis, Cloud, Sharing, Research);
map_variants!(method_to, contract::consents::ConsentMethod => store::consents::ConsentMethod, Verbal, Written, Electronic);
map_variants!(method_from, store::consents::ConsentMethod => contract::consents::ConsentMethod, Verbal, Written, Electronic);
map_variants!(kind_to, contract::sessions::SessionKind => store::sessions::SessionKind, Individual, Group, Family, Couples, Assessment, FollowUp);
map_variants!(kind_from, store::sessions::SessionKind => contract::sessions::SessionKind, Individual, Group, Family, Couples, Assessment, FollowUp);
map_variants!(session_status_to, contract::sessions::SessionStatus => store::sessions::SessionStatus, Requested, Upcoming, InProgress, Completed, Cancelled, Rescheduled, NoShow);
map_variants!(session_status_from, store::sessions::SessionStatus => contract::sessions::SessionStatus, Requested, Upcoming, InProgress, Completed, Cancelled, Rescheduled, NoShow);
map_variants!(session_rule_to, contract::sessions::SessionStatus => clinical::sessions::SessionStatus, Requested, Upcoming, InProgress, Completed, Cancelled, Rescheduled, NoShow);
map_variants!(session_rule_from, clinical::sessions::SessionStatus => contract::sessions::SessionStatus, Requested, Upcoming, InProgress, Completed, Cancelled, Rescheduled, NoShow);
map_variants!(payment_to, contract::sessions::PaymentStatus => store::sessions::PaymentStatus, Pending, Paid, Partial, Waived, Cancelled);
map_variants!(payment_from, store::sessions::PaymentStatus => contract::sessions::PaymentStatus, Pending, Paid, Partial, Waived, Cancelled);
map_variants!(transcript_status_to, contract::transcripts::TranscriptStatus => store::transcripts::TranscriptStatus, Pending, Processing, Completed, Failed);
map_variants!(transcript_status_from, store::transcripts::TranscriptStatus => contract::transcripts::TranscriptStatus, Pending, Processing, Completed, Failed);
map_variants!(speaker_to, contract::transcripts::Speaker => store::transcripts::Speaker, Therapist, Client, Unknown);
map_variants!(speaker_from, store::transcripts::Speaker => contract::transcripts::Speaker, Therapist, Client, Unknown);
map_variants!(heard_to, speech::Speaker => store::transcripts::Speaker, Therapist, Client, Unknown);
map_variants!(turn_speaker_from, store::transcripts::Speaker => clinical::notes::Speaker, Therapist, Client, Unknown);
map_variants!(note_status_to, contract::notes::NoteStatus => store::notes::NoteStatus, Draft, Reviewed, Signed, Archived);
map_variants!(note_status_from, store::notes::NoteStatus => contract::notes::NoteStatus, Draft, Reviewed, Signed, Archived);
map_variants!(origin_from, store::notes::Origin => contract::notes::Origin, Rules, Model, Person);
map_variants!(document_origin_from, store::notes::Origin => documents::Origin, Rules, Model, Person);
map_variants!(document_status_from, store::notes::NoteStatus => documents::Status, Draft, Reviewed, Signed, Archived);

map_variants!(screening_status_from, store::screenings::ScreeningStatus => contract::screenings::ScreeningStatus, Open, Completed, Discarded);
map_variants!(risk_level_from, clinical::risk::Level => contract::risk::RiskLevel, None, Mild, Moderate, High, Critical);
map_variants!(severity_from, clinical::screening::Severity => contract::instruments::Severity, None, Negative, Mild, Moderate, ModeratelySevere, Severe, Positive);
map_variants!(verdict_from, clinical::screening::Verdict => contract::results::Verdict, Improved, Worse, NoReliableChange, NotDefined);

/// Milliseconds since 1970 as an instant. Values come from our own rows; one out of range shows as 1970.
pub(crate) fn instant(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}

/// An instant as milliseconds since 1970.
pub(crate) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// A count of milliseconds from a row; rows never hold negative ones.
pub(crate) fn span(ms: i64) -> u64 {
    ms.max(0).unsigned_abs()
}

/// A count of milliseconds for a row.
pub(crate) fn span_to(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}

pub(crate) fn client_view(row: ClientRow, session_count: u32) -> ClientView {
    ClientView {
        id: contract::ClientId(row.id),
        revision: row.revision,
        display_name: row.display_name(),
        session_count,
        created_at: instant(row.created_at),
        updated_at: instant(row.updated_at),
        details: ClientDetails {
            given_name: row.given_name,
            family_name: row.family_name,
            preferred_name: row.preferred_name,
            pronouns: row.pronouns,
            birth_date: row.birth_date.and_then(|date| date.parse().ok()),
            phone: row.phone,
            email: row.email,
            location: row.location,
            languages: row.languages.0,
            conditions: row.conditions.0,
            emergency_contact: EmergencyContact {
                name: row.emergency_name,
                relationship: row.emergency_relationship,
                phone: row.emergency_phone,
            },
            insurance: Insurance { payer: row.payer, plan: row.plan, member_id: row.member_id },
            status: client_status_from(row.status),
        },
    }
}

/// A client's row from what a person filled in.
pub(crate) fn client_row(
    id: uuid::Uuid,
    revision: u32,
    details: ClientDetails,
    created_at: i64,
    now: i64,
) -> ClientRow {
    let trimmed = |text: String| text.trim().to_owned();
    ClientRow {
        id,
        revision,
        given_name: trimmed(details.given_name),
        family_name: trimmed(details.family_name),
        preferred_name: trimmed(details.preferred_name),
        pronouns: trimmed(details.pronouns),
        birth_date: details.birth_date.map(|date| date.to_string()),
        phone: trimmed(details.phone),
        email: trimmed(details.email),
        location: trimmed(details.location),
        languages: details.languages.into(),
        conditions: details.conditions.into(),
        emergency_name: trimmed(details.emergency_contact.name),
        emergency_relationship: trimmed(details.emergency_contact.relationship),
        emergency_phone: trimmed(details.emergency_contact.phone),
        payer: trimmed(details.insurance.payer),
        plan: trimmed(details.insurance.plan),
        member_id: trimmed(details.insurance.member_id),
        status: client_status_to(details.status),
        created_at,
        updated_at: now,
    }
}

pub(crate) fn segment_view(row: store::transcripts::SegmentRow) -> contract::transcripts::SegmentView {
    contract::transcripts::SegmentView {
        id: contract::SegmentId(row.id),
        speaker: speaker_from(row.speaker),
        start_ms: span(row.start_ms),
        end_ms: span(row.end_ms),
        text: row.text,
        original_text: row.original_text,
        confidence: row.confidence,
    }
}

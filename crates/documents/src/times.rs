//! Times as people read them.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// `12 November 2026, 10:00 (UTC+01:00)`.
pub(crate) fn instant(offset_minutes: i32, at: DateTime<Utc>) -> String {
    let at = local(offset_minutes, at);
    format!("{}, {} ({})", date(at.date_naive()), at.format("%H:%M"), zone(offset_minutes))
}

/// `12 November 2026`.
pub(crate) fn date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

fn offset(offset_minutes: i32) -> FixedOffset {
    let seconds = offset_minutes.checked_mul(60).and_then(FixedOffset::east_opt);
    seconds.unwrap_or_else(|| chrono::Offset::fix(&Utc))
}

/// An instant in the shown time zone; one at the very ends of time stays in UTC.
pub(crate) fn local(offset_minutes: i32, at: DateTime<Utc>) -> DateTime<FixedOffset> {
    let offset = offset(offset_minutes);
    let fits = at.naive_utc().checked_add_offset(offset).is_some();
    at.with_timezone(&if fits { offset } else { chrono::Offset::fix(&Utc) })
}

/// `UTC+01:00`
pub(crate) fn zone(offset_minutes: i32) -> String {
    match offset(offset_minutes) {
        offset if offset.local_minus_utc() == 0 => "UTC".to_owned(),
        offset => format!("UTC{offset}"),
    }
}

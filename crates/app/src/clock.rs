use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

/// Where time and ids come from. The only place that may ask the machine for them.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> DateTime<Utc>;
    /// A new id (UUIDv7).
    fn make_id(&self) -> Uuid;
    /// Minutes that local time is ahead of UTC at an instant, for documents that people read.
    fn local_offset_minutes(&self, at: DateTime<Utc>) -> i32;
    /// The day it is at an instant where the program runs.
    fn local_day(&self, at: DateTime<Utc>) -> NaiveDate {
        (at + TimeDelta::minutes(i64::from(self.local_offset_minutes(at)))).date_naive()
    }
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

#[allow(clippy::disallowed_methods)] // this is the one implementation that may
impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn make_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn local_offset_minutes(&self, at: DateTime<Utc>) -> i32 {
        at.with_timezone(&chrono::Local).offset().local_minus_utc() / 60
    }
}

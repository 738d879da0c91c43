//! Dates, times and numbers as this device's language writes them, through the browser's Intl.

use chrono::{DateTime, NaiveDate, Utc};
use js_sys::{Date, Intl, JsString, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::strings::common as words;

/// "14:05".
pub fn time(at: DateTime<Utc>) -> String {
    time_of_ms(at.timestamp_millis() as f64)
}

/// The same for an instant in milliseconds since 1970.
pub fn time_of_ms(at_ms: f64) -> String {
    dated(at_ms, &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// "21 November 2026".
pub fn date(at: DateTime<Utc>) -> String {
    dated(at.timestamp_millis() as f64, &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// "Saturday 21 November".
pub fn weekday(at_ms: f64) -> String {
    dated(at_ms, &[("weekday", "long"), ("day", "numeric"), ("month", "long")])
}

/// "21 Nov".
pub fn day_month(at: DateTime<Utc>) -> String {
    dated(at.timestamp_millis() as f64, &[("day", "numeric"), ("month", "short")])
}

/// "Sat 21, 14:05".
pub fn weekday_time(at: DateTime<Utc>) -> String {
    let parts = [("weekday", "short"), ("day", "numeric"), ("hour", "2-digit"), ("minute", "2-digit")];
    dated(at.timestamp_millis() as f64, &parts)
}

/// "21 Nov 2026, 14:05".
pub fn date_time(at: DateTime<Utc>) -> String {
    let parts = [
        ("day", "numeric"),
        ("month", "short"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
    ];
    dated(at.timestamp_millis() as f64, &parts)
}

/// "21 Nov 2026, 14:05:09".
pub fn date_time_seconds(at: DateTime<Utc>) -> String {
    let parts = [
        ("day", "numeric"),
        ("month", "short"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("second", "2-digit"),
    ];
    dated(at.timestamp_millis() as f64, &parts)
}

/// A calendar day, which has no time zone: "3 May 1990".
pub fn day(day: NaiveDate) -> String {
    calendar(day, &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// A calendar day on an axis: "21 Nov".
pub fn axis_day(day: NaiveDate) -> String {
    calendar(day, &[("day", "numeric"), ("month", "short")])
}

/// A calendar month on an axis: "Nov 2026".
pub fn month_year(day: NaiveDate) -> String {
    calendar(day, &[("month", "short"), ("year", "numeric")])
}

/// A calendar year on an axis: "2026".
pub fn year(day: NaiveDate) -> String {
    calendar(day, &[("year", "numeric")])
}

/// "1,234".
pub fn number(value: f64) -> String {
    numbered(value, &[])
}

/// A score: at most one decimal, for totals that a rule estimated.
pub fn score(value: f64) -> String {
    numbered(value, &[("maximumFractionDigits", "1")])
}

/// "45 %".
pub fn percent(of_hundred: f64) -> String {
    numbered(of_hundred / 100.0, &[("style", "percent")])
}

/// "488 MB".
pub fn bytes(bytes: u64) -> String {
    let (value, unit) = match bytes {
        0..1_000 => (bytes as f64, "byte"),
        1_000..1_000_000 => ((bytes as f64 / 1e3).round(), "kilobyte"),
        1_000_000..1_000_000_000 => ((bytes as f64 / 1e6).round(), "megabyte"),
        _ => ((bytes as f64 / 1e8).round() / 10.0, "gigabyte"),
    };
    numbered(value, &[("style", "unit"), ("unit", unit), ("unitDisplay", "short")])
}

/// A place in a recording: "03:15", or "1:02:03" from an hour on.
pub fn clock(ms: u64) -> String {
    let (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}

/// Time left, in whole minutes or, under one, in tens of seconds, so that it does not flicker.
pub fn time_left(ms: u64) -> String {
    if ms >= 60_000 {
        words::minutes_left(&number((ms as f64 / 60_000.0).ceil()))
    } else {
        words::seconds_left(&number(((ms as f64 / 10_000.0).ceil() * 10.0).max(10.0)))
    }
}

/// What a `datetime-local` field shows for an instant, in this device's time zone.
pub fn local_input(at: DateTime<Utc>) -> String {
    let date = date_of(at.timestamp_millis() as f64);
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Reads it back; `None` when it is empty or no date.
pub fn from_local_input(text: &str) -> Option<DateTime<Utc>> {
    // Without a zone at its end the text is read in this device's time zone.
    let at = Date::new(&JsValue::from_str(text)).get_time();
    (!text.is_empty() && at.is_finite()).then(|| DateTime::from_timestamp_millis(at as i64)).flatten()
}

/// The day it is where this device is.
pub fn today() -> NaiveDate {
    let date = date_of(Date::now());
    NaiveDate::from_ymd_opt(date.get_full_year() as i32, date.get_month() + 1, date.get_date())
        .unwrap_or_default()
}

/// Now, as an instant. For showing; what is recorded gets its time from the core.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}

/// The beginning of this device's day, `days` from today, as an instant.
pub fn midnight(days: i32) -> DateTime<Utc> {
    let date = date_of(Date::now());
    date.set_hours(0);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0);
    // Setting the day of the month steps over months and over changes of the clock.
    date.set_date((date.get_date() as i32 + days).max(0) as u32);
    DateTime::from_timestamp_millis(date.get_time() as i64).unwrap_or_default()
}

fn calendar(day: NaiveDate, parts: &[(&str, &str)]) -> String {
    let at = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() as f64;
    dated(at, &[parts, &[("timeZone", "UTC")]].concat())
}

fn date_of(ms: f64) -> Date {
    Date::new(&JsValue::from_f64(ms))
}

fn dated(at_ms: f64, parts: &[(&str, &str)]) -> String {
    let format = Intl::DateTimeFormat::new(&locales(), &options(parts));
    text(format.format().call1(&JsValue::UNDEFINED, &date_of(at_ms)))
}

fn numbered(value: f64, parts: &[(&str, &str)]) -> String {
    let format = Intl::NumberFormat::new(&locales(), &options(parts));
    text(format.format().call1(&JsValue::UNDEFINED, &JsValue::from_f64(value)))
}

/// The page's language, so that words and dates are of one language.
fn locales() -> js_sys::Array {
    js_sys::Array::of1(&JsString::from(words::LOCALE))
}

fn options(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in parts {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn text(formatted: Result<JsValue, JsValue>) -> String {
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_place_in_a_recording_reads_like_a_clock() {
        let told: Vec<String> = [0, 999, 195_000, 3_599_999, 3_723_000].into_iter().map(clock).collect();
        assert_eq!(
            told,
            ["00:00", "00:00", "03:15", "59:59", "1:02:03"],
            "whole seconds, cut off and never rounded up"
        );
    }
}

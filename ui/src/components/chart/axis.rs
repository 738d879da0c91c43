//! What stands beside an axis: few enough marks to be read, however much is drawn.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

/// How a mark on the axis of time is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// "21 Nov".
    Day,
    /// "Nov 2026".
    Month,
    /// "2026".
    Year,
}

/// Steps from fine to coarse.
const STEPS: [(Unit, u32); 13] = [
    (Unit::Day, 1),
    (Unit::Day, 2),
    (Unit::Day, 7),
    (Unit::Day, 14),
    (Unit::Month, 1),
    (Unit::Month, 2),
    (Unit::Month, 3),
    (Unit::Month, 6),
    (Unit::Year, 1),
    (Unit::Year, 2),
    (Unit::Year, 5),
    (Unit::Year, 10),
    (Unit::Year, 50),
];

/// Days to be marked from one moment to another, at most `most` of them, evenly spaced. Days are those of UTC.
pub fn days(from: DateTime<Utc>, to: DateTime<Utc>, most: usize) -> (Unit, Vec<NaiveDate>) {
    let (first, last) = (from.date_naive(), to.date_naive());
    for (unit, every) in STEPS {
        let days = marked(first, last, unit, every, most);
        if days.len() <= most {
            return (unit, days);
        }
    }
    (Unit::Year, Vec::new())
}

/// The days a step marks; one more than `most` are enough to know that they are too many.
fn marked(first: NaiveDate, last: NaiveDate, unit: Unit, every: u32, most: usize) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    let mut next = Some(begin(first, unit, every));
    while let Some(day) = next.filter(|day| *day <= last && days.len() <= most) {
        if day >= first {
            days.push(day);
        }
        next = match unit {
            Unit::Day => day.checked_add_days(Days::new(u64::from(every))),
            Unit::Month => day.checked_add_months(Months::new(every)),
            Unit::Year => day.checked_add_months(Months::new(12 * every)),
        };
    }
    days
}

/// The last day at or before `first` that a step falls on: weeks on their Monday, months and years on their first day.
fn begin(first: NaiveDate, unit: Unit, every: u32) -> NaiveDate {
    let begun = match unit {
        Unit::Day if every >= 7 => {
            first.checked_sub_days(Days::new(u64::from(first.weekday().num_days_from_monday())))
        }
        Unit::Day => Some(first),
        Unit::Month => NaiveDate::from_ymd_opt(first.year(), first.month0() / every * every + 1, 1),
        Unit::Year => NaiveDate::from_ymd_opt(first.year().div_euclid(every as i32) * every as i32, 1, 1),
    };
    begun.unwrap_or(first)
}

/// Round values from `min` to `max`, at most `most` of them; the ends are always among them.
pub fn values(min: f64, max: f64, most: usize) -> Vec<f64> {
    let span = max - min;
    if !span.is_finite() || span <= 0.0 {
        return vec![min];
    }
    let rough = span / most.saturating_sub(1).max(1) as f64;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|n| n * power).into_iter().find(|step| *step >= rough);
    let step = step.unwrap_or(span);
    let mut values = vec![min];
    let mut value = (min / step).floor() * step + step;
    // A value nearly at the end would lie on the end's own mark.
    while value < max - step * 0.45 {
        values.push(value);
        value += step;
    }
    values.push(max);
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> DateTime<Utc> {
        text.parse::<NaiveDate>().unwrap_or_default().and_time(chrono::NaiveTime::MIN).and_utc()
    }

    #[test]
    fn there_are_never_more_marks_than_fit_and_all_lie_on_the_axis() {
        for end in ["2026-01-01", "2026-01-02", "2026-01-20", "2026-06-30", "2031-03-03", "2126-01-01"] {
            for most in [1, 2, 4, 7, 12] {
                let (_, days) = days(day("2026-01-01"), day(end), most);
                assert!(days.len() <= most, "{} marks up to {end} where {most} fit", days.len());
                assert!(days.is_sorted(), "in order of time: {days:?}");
                let inside =
                    days.iter().all(|d| (day("2026-01-01").date_naive()..=day(end).date_naive()).contains(d));
                assert!(inside, "none lies beside the axis up to {end}: {days:?}");
            }
        }
    }

    #[test]
    fn ten_years_are_marked_by_years_and_half_a_year_by_months() {
        let ten = days(day("2016-03-04"), day("2026-03-04"), 10);
        assert_eq!((ten.0, ten.1.len()), (Unit::Year, 10), "every first of January: {ten:?}");
        let half = days(day("2026-01-15"), day("2026-07-15"), 6);
        assert_eq!((half.0, half.1.len()), (Unit::Month, 6), "every first of a month: {half:?}");
        let weeks = days(day("2026-01-01"), day("2026-01-29"), 5);
        assert_eq!(
            weeks.1.first().map(|d| d.weekday()),
            Some(chrono::Weekday::Mon),
            "weeks begin on Mondays"
        );
    }

    #[test]
    fn values_are_round_few_and_hold_both_ends() {
        for (min, max) in [(0.0, 27.0), (0.0, 100.0), (10.0, 50.0), (0.0, 1.0), (3.0, 9.0), (5.0, 5.0)] {
            let values = values(min, max, 6);
            assert_eq!(values.first().copied(), Some(min), "the lower end of {min} to {max}");
            assert_eq!(values.last().copied(), Some(max), "the upper end of {min} to {max}");
            assert!(values.len() <= 7 && values.is_sorted(), "few and in order: {values:?}");
        }
    }
}

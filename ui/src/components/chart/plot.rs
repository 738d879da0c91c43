//! Where everything of a line over time lies, in CSS pixels. Free of web types.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::axis::{self, Unit};
use super::{Mark, Point, TrendPicture, edges};

/// The room a picture has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
    /// How large letters of the page are.
    pub rem: f64,
}

/// A word at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub x: f64,
    pub y: f64,
    pub text: String,
}

/// A band's rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    pub y: f64,
    pub height: f64,
    pub class: &'static str,
}

/// Everything to be drawn but the words of dates, which are the browser's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub strips: Vec<Strip>,
    pub strip_labels: Vec<Label>,
    /// There is no room for the strips' names beside them: they have to be listed below.
    pub names_below: bool,
    pub values: Vec<Label>,
    pub days: Vec<(f64, NaiveDate)>,
    pub day_unit: Option<Unit>,
    pub line: String,
    pub dots: String,
    pub rings: String,
    pub dot_size: f64,
    pub line_width: f64,
    pub better: String,
    pub worse: String,
    /// Beside each point its value, where there is room for that.
    pub point_values: Vec<Label>,
    /// Where the points are.
    pub at: Vec<(f64, f64)>,
}

/// Width of a letter of the small size, about.
const LETTER: f64 = 0.37;
/// Points up to which each carries its value.
const NUMBERED: usize = 12;

/// Lays a picture out.
pub fn plot(picture: &TrendPicture, room: Room, number: fn(f64) -> String) -> Plot {
    let rem = room.rem;
    let names_below = room.width < 36.0 * rem;
    let longest = picture.bands.iter().map(|band| short(&band.label).chars().count()).max().unwrap_or(0);
    let widest = (room.width / rem * 0.28).min(16.0);
    let gutter = if names_below || longest == 0 { 0.75 } else { (longest as f64 * LETTER + 1.0).min(widest) };
    let mut plot = Plot {
        left: 2.25 * rem,
        right: room.width - gutter * rem,
        top: 0.9 * rem,
        bottom: room.height - 1.75 * rem,
        names_below: names_below && longest > 0,
        ..Plot::default()
    };
    if plot.right - plot.left < 2.0 * rem {
        return plot;
    }
    draw_bands(&mut plot, picture, rem, gutter);
    draw_values(&mut plot, picture, rem, number);
    draw_days(&mut plot, &picture.points, rem);
    draw_line(&mut plot, picture, rem, number);
    plot
}

impl Plot {
    fn y(&self, picture: &TrendPicture, value: f64) -> f64 {
        let share = (value - picture.min) / (picture.max - picture.min).max(f64::MIN_POSITIVE);
        self.bottom - share.clamp(0.0, 1.0) * (self.bottom - self.top)
    }

    /// The point nearest to a place from left to right.
    pub fn nearest(&self, x: f64) -> Option<usize> {
        let after = self.at.partition_point(|(at, _)| *at < x);
        let near = [after.checked_sub(1), (after < self.at.len()).then_some(after)];
        let far = |index: &usize| (self.at[*index].0 - x).abs();
        near.into_iter().flatten().min_by(|a, b| far(a).total_cmp(&far(b)))
    }
}

fn draw_bands(plot: &mut Plot, picture: &TrendPicture, rem: f64, gutter: f64) {
    for (band, (from, to)) in picture.bands.iter().zip(edges(&picture.bands, picture.min, picture.max)) {
        let (y, floor) = (plot.y(picture, to), plot.y(picture, from));
        plot.strips.push(Strip { y, height: floor - y, class: band.level.class() });
        if plot.names_below || floor - y < 0.85 * rem {
            continue;
        }
        let text = cut(short(&band.label), ((gutter - 0.5) / LETTER) as usize);
        plot.strip_labels.push(Label {
            x: plot.right + 0.5 * rem,
            y: f64::midpoint(y, floor) + 0.26 * rem,
            text,
        });
    }
}

/// Where there are bands, their edges are the values worth knowing; else round ones.
fn draw_values(plot: &mut Plot, picture: &TrendPicture, rem: f64, number: fn(f64) -> String) {
    let wanted = if picture.bands.is_empty() {
        axis::values(picture.min, picture.max, 5)
    } else {
        picture.bands.iter().map(|band| band.min).chain([picture.max]).collect()
    };
    let mut last = f64::INFINITY;
    for value in wanted {
        let y = plot.y(picture, value);
        if last - y < 0.85 * rem {
            continue;
        }
        last = y;
        plot.values.push(Label { x: plot.left - 0.5 * rem, y: y + 0.26 * rem, text: number(value) });
    }
}

fn draw_days(plot: &mut Plot, points: &[Point], rem: f64) {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
    if last.at - first.at < TimeDelta::days(1) {
        // One day is one label, wherever midnight was.
        plot.day_unit = Some(Unit::Day);
        plot.days.push((f64::midpoint(plot.left, plot.right), first.at.date_naive()));
        return;
    }
    let most = ((plot.right - plot.left) / (5.0 * rem)).floor().max(1.0) as usize;
    let (unit, days) = axis::days(first.at, last.at, most);
    plot.day_unit = Some(unit);
    let place = |day: NaiveDate| plot.at_time(points, rem, day.and_time(NaiveTime::MIN).and_utc());
    plot.days = days.into_iter().map(|day| (place(day), day)).collect();
}

impl Plot {
    /// A moment's place from left to right; a single moment stands in the middle.
    fn at_time(&self, points: &[Point], rem: f64, at: DateTime<Utc>) -> f64 {
        let (left, right) = (self.left + 0.9 * rem, self.right - 0.9 * rem);
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return left };
        let span = (last.at - first.at).num_milliseconds() as f64;
        if span <= 0.0 {
            return f64::midpoint(left, right);
        }
        let share = (at - first.at).num_milliseconds() as f64 / span;
        left + share.clamp(-0.05, 1.0) * (right - left)
    }
}

fn draw_line(plot: &mut Plot, picture: &TrendPicture, rem: f64, number: fn(f64) -> String) {
    let points = &picture.points;
    plot.at = points
        .iter()
        .map(|point| (plot.at_time(points, rem, point.at), plot.y(picture, point.value)))
        .collect();
    let spacing = (plot.right - plot.left) / points.len().max(1) as f64;
    plot.dot_size = (spacing * 0.7).clamp(2.0, 8.0);
    plot.line_width = (spacing * 0.3).clamp(1.0, 2.0);
    for (index, (point, &(x, y))) in points.iter().zip(&plot.at).enumerate() {
        let pen = if index == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(plot.line, "{pen}{x:.1} {y:.1}");
        let dots = if point.hollow { &mut plot.rings } else { &mut plot.dots };
        let _ = write!(dots, "M{x:.1} {y:.1}h0");
    }
    draw_marks(plot, picture, spacing, rem);
    if points.len() <= NUMBERED && spacing > 2.5 * rem {
        for (point, &(x, y)) in points.iter().zip(&plot.at) {
            let above = y - plot.top > 0.6 * rem;
            let y = if above { y - 0.6 * rem } else { y + 1.2 * rem };
            plot.point_values.push(Label { x, y, text: number(point.value) });
        }
    }
}

/// Arrowheads halfway between two points, pointing the way the line goes.
fn draw_marks(plot: &mut Plot, picture: &TrendPicture, spacing: f64, rem: f64) {
    let size = (spacing * 0.45).clamp(3.0, 0.4 * rem);
    for index in 1..picture.points.len() {
        let Some(mark) = picture.points[index].mark else { continue };
        let ((x1, y1), (x2, y2)) = (plot.at[index - 1], plot.at[index]);
        let (x, y) = (f64::midpoint(x1, x2), f64::midpoint(y1, y2));
        let tip = if y2 > y1 { size } else { -size };
        let path = match mark {
            Mark::Better => &mut plot.better,
            Mark::Worse => &mut plot.worse,
        };
        let _ = write!(path, "M{:.1} {:.1}h{:.1}L{x:.1} {:.1}Z", x - size, y - tip, 2.0 * size, y + tip);
    }
}

/// A band's name without what stands in brackets behind it.
fn short(label: &str) -> &str {
    label.split_once(" (").map_or(label, |(name, _)| name)
}

fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::super::{Band, Level};
    use super::*;

    const ROOM: Room = Room { width: 800.0, height: 240.0, rem: 16.0 };

    fn weekly(count: usize) -> TrendPicture {
        let point = |week: usize| Point {
            at: DateTime::UNIX_EPOCH + TimeDelta::weeks(week as i64),
            value: (week * 7 % 28) as f64,
            mark: (week % 3 == 1).then_some(Mark::Worse),
            hollow: week % 50 == 49,
        };
        let band = |min: f64, max: f64| Band {
            min,
            max,
            label: "Moderately severe (of five)".into(),
            level: Level::new(2),
        };
        TrendPicture {
            min: 0.0,
            max: 27.0,
            bands: vec![band(0.0, 9.0), band(10.0, 19.0), band(20.0, 27.0)],
            lower_is_better: true,
            points: (0..count).map(point).collect(),
        }
    }

    #[test]
    fn everything_lies_inside_however_many_points_and_however_little_room() {
        for count in [0, 1, 2, 12, 520] {
            for width in [0.0, 120.0, 320.0, 800.0, 2_000.0] {
                let plot = plot(&weekly(count), Room { width, ..ROOM }, |value| value.to_string());
                let inside = |(x, y): &(f64, f64)| {
                    (plot.left..=plot.right).contains(x) && (plot.top..=plot.bottom).contains(y)
                };
                assert!(plot.at.iter().all(inside), "{count} points in {width}: {:?}", plot.at);
                let drawn = plot.dots.matches('M').count() + plot.rings.matches('M').count();
                assert_eq!(drawn, plot.at.len(), "every point is drawn, labels are thinned instead");
            }
        }
    }

    #[test]
    fn a_single_point_stands_in_the_middle() {
        let plot = plot(&weekly(1), ROOM, |value| value.to_string());
        let x = plot.at[0].0;
        assert!((x - f64::midpoint(plot.left, plot.right)).abs() < 1.0, "at {x}");
    }

    #[test]
    fn the_nearest_point_is_found_from_anywhere() {
        let plot = plot(&weekly(30), ROOM, |value| value.to_string());
        for (index, (x, _)) in plot.at.iter().enumerate() {
            assert_eq!(plot.nearest(x + 0.4), Some(index), "close to point {index}");
        }
        assert_eq!(plot.nearest(-50.0), Some(0), "far to the left");
        assert_eq!(plot.nearest(5_000.0), Some(29), "far to the right");
        assert_eq!(
            super::plot(&weekly(0), ROOM, |value| value.to_string()).nearest(10.0),
            None,
            "nothing to find"
        );
    }

    #[test]
    fn names_of_bands_are_cut_before_they_leave_their_room() {
        assert_eq!(short("Healthy or low level (below the cut-off)"), "Healthy or low level", "brackets");
        assert_eq!(cut("Moderately severe", 10), "Moderatel…", "cut");
        assert_eq!(cut("Severe", 10), "Severe", "left as it is");
    }
}

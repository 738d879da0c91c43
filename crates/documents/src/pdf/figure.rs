//! Drawings of scores: a bar of bands with the place of a score, and scores over time.
//!
//! Drawings repeat what is said in words beside them; colours follow severity and are never the only sign.

use chrono::{DateTime, NaiveDate, Utc};
use krilla::color::rgb;

use super::blocks::{Block, Cell, Composer, Role};
use super::style;
use crate::results::{BandLine, InstrumentResult, ScoreLine};
use crate::text::line;
use crate::times::{date, local};

/// Distance of the lines of a label.
pub(super) const LABEL_LEADING: f32 = 8.5;
/// A label needs this much room to be of use.
const LEAST_LABEL: f32 = 26.0;
/// More points than this are told in summary, and drawn as a line without dots.
const MOST_TOLD: usize = 24;

/// Shapes and words, in points from the left margin and the top of the drawing.
pub(super) struct Drawing {
    pub(super) height: f32,
    pub(super) shapes: Vec<Shape>,
    pub(super) labels: Vec<Label>,
}

/// A filled polygon, or a line where it has a stroke.
pub(super) struct Shape {
    pub(super) points: Vec<(f32, f32)>,
    pub(super) color: rgb::Color,
    /// Width of the line.
    pub(super) stroke: Option<f32>,
}

/// Words at a place; `y` is the base line of the first line.
pub(super) struct Label {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) cell: Cell,
}

impl Shape {
    fn filled(points: Vec<(f32, f32)>, color: rgb::Color) -> Self {
        Self { points, color, stroke: None }
    }

    fn rectangle(x: f32, y: f32, width: f32, height: f32, color: rgb::Color) -> Self {
        Self::filled(vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)], color)
    }

    /// A dot, as a polygon with enough corners to look round.
    fn dot((x, y): (f32, f32), radius: f32, color: rgb::Color) -> Self {
        let corner = |at: u8| {
            let angle = f32::from(at) * std::f32::consts::TAU / 16.0;
            (x + radius * angle.cos(), y + radius * angle.sin())
        };
        Self::filled((0..16).map(corner).collect(), color)
    }
}

/// Numbers on their way to lengths.
#[derive(Clone, Copy)]
struct Axis {
    min: f64,
    max: f64,
    from: f32,
    to: f32,
}

impl Axis {
    /// None where the numbers span nothing.
    fn new(min: f64, max: f64, from: f32, to: f32) -> Option<Self> {
        (min.is_finite() && max.is_finite() && min < max).then_some(Self { min, max, from, to })
    }

    fn at(self, value: f64) -> f32 {
        let part = ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0);
        self.from + part as f32 * (self.to - self.from)
    }
}

/// Bands with their starts and ends along the numbers, each up to where the next one starts.
fn stretches(bands: &[BandLine], score: ScoreLine) -> Vec<(&BandLine, f64, f64)> {
    let ends = bands.iter().skip(1).map(|next| next.min).chain([score.max]);
    let stretches =
        bands.iter().zip(ends).map(|(band, end)| (band, band.min.max(score.min), end.min(score.max)));
    stretches.filter(|(_, start, end)| start < end).collect()
}

/// The bands as a bar, with the score’s place on it.
pub(super) fn band_bar(composer: &mut Composer<'_>, result: &InstrumentResult) -> Option<Block> {
    let score = result.score?;
    let axis = Axis::new(score.min, score.max, 0.0, composer.width)?;
    let stretches = stretches(&result.bands, score);
    if stretches.is_empty() || !score.value.is_finite() {
        return None;
    }
    let mut drawing = Drawing { height: 50.0, shapes: Vec::new(), labels: Vec::new() };
    for (band, start, end) in &stretches {
        let (left, right) = (axis.at(*start), axis.at(*end));
        let gap = if *end < score.max { 1.2 } else { 0.0 };
        drawing.shapes.push(Shape::rectangle(
            left,
            20.0,
            right - left - gap,
            9.0,
            style::severity(band.severity),
        ));
        if right - left >= LEAST_LABEL {
            let words = format!("{} · {}", range(band), band.label);
            let cell = composer.short(&words, style::plain(6.8, style::ink_2()), right - left - 5.0, 2);
            drawing.labels.push(Label { x: left, y: 38.0, cell });
        }
    }
    let place = axis.at(score.value);
    drawing
        .shapes
        .push(Shape::filled(vec![(place - 4.0, 12.0), (place + 4.0, 12.0), (place, 19.0)], style::ink()));
    drawing.shapes.push(Shape::rectangle(place - 0.5, 19.0, 1.0, 11.0, style::ink()));
    let cell = composer.short(&number(score.value), style::bold(8.5, style::ink()), 60.0, 1);
    let width = width(&cell);
    let x = (place - width / 2.0).clamp(0.0, (composer.width - width).max(0.0));
    drawing.labels.push(Label { x, y: 9.5, cell });
    Some(figure(drawing, bar_words(result, score)))
}

/// Scores over time above their bands.
pub(super) fn trend(
    composer: &mut Composer<'_>,
    result: &InstrumentResult,
    offset_minutes: i32,
) -> Option<Block> {
    let score = result.score?;
    let points: Vec<_> = result.series.iter().filter(|point| point.value.is_finite()).collect();
    let (first, last) = (points.first()?, points.last()?);
    if points.len() < 2 {
        return None;
    }
    let (left, right, top, bottom) = (26.0, composer.width - 30.0, 8.0, 104.0);
    let values = Axis::new(score.min, score.max, bottom, top)?;
    let mut drawing = Drawing { height: 122.0, shapes: Vec::new(), labels: Vec::new() };
    let mut marks = vec![score.min, score.max];
    for (band, start, end) in stretches(&result.bands, score) {
        let (low, high) = (values.at(start), values.at(end));
        drawing.shapes.push(Shape::rectangle(
            left,
            high,
            right - left,
            low - high - 0.8,
            style::severity(band.severity),
        ));
        marks.push(start);
    }
    scale(composer, &mut drawing, values, marks);
    let millis = |at: DateTime<Utc>| at.timestamp_millis() as f64;
    let times = Axis::new(millis(first.at), millis(last.at), left + 6.0, right - 6.0);
    let steps = Axis::new(0.0, (points.len() - 1) as f64, left + 6.0, right - 6.0)?;
    // Scores of one moment stand in their order.
    let x = |at: usize| times.map_or_else(|| steps.at(at as f64), |times| times.at(millis(points[at].at)));
    let places: Vec<_> =
        points.iter().enumerate().map(|(at, point)| (x(at), values.at(point.value))).collect();
    drawing.shapes.push(Shape { points: places.clone(), color: style::accent(), stroke: Some(1.3) });
    if places.len() <= MOST_TOLD {
        drawing.shapes.extend(places.iter().map(|place| Shape::dot(*place, 2.2, style::accent())));
    }
    let end = places[places.len() - 1];
    drawing.shapes.push(Shape::dot(end, 3.2, style::ink()));
    let cell = composer.short(&number(last.value), style::bold(8.5, style::ink()), 24.0, 1);
    drawing.labels.push(Label { x: right + 4.0, y: end.1 + 3.0, cell });
    for (at, ends) in [(first.at, false), (last.at, true)] {
        let words = date(day(offset_minutes, at));
        let cell = composer.short(&words, style::plain(7.0, style::ink_3()), 140.0, 1);
        let x = if ends { right - width(&cell) } else { left };
        drawing.labels.push(Label { x, y: bottom + 13.0, cell });
    }
    let words = trend_words(result, offset_minutes);
    Some(figure(drawing, words))
}

/// Numbers beside the axis, as many as have room.
fn scale(composer: &mut Composer<'_>, drawing: &mut Drawing, values: Axis, mut marks: Vec<f64>) {
    marks.sort_by(f64::total_cmp);
    marks.dedup();
    let mut free = f32::INFINITY;
    for mark in marks {
        let y = values.at(mark);
        if y > free {
            continue;
        }
        free = y - 9.0;
        let cell = composer.short(&number(mark), style::plain(7.0, style::ink_3()), 22.0, 1);
        drawing.labels.push(Label { x: 20.0 - width(&cell), y: y + 2.5, cell });
    }
}

fn figure(drawing: Drawing, words: String) -> Block {
    let cells = vec![Cell { x: 0.0, marks: Vec::new(), lines: Vec::new(), spoken: false }];
    let leading = drawing.height;
    Block { role: Role::Figure(words), cells, leading, before: 8.0, frame: None, drawing: Some(drawing) }
}

fn bar_words(result: &InstrumentResult, score: ScoreLine) -> String {
    let bands = result.bands.iter().map(|band| format!("{} {}", line(&band.label), range(band)));
    let within =
        result.band.as_deref().map(|band| format!(", in the band “{}”", line(band))).unwrap_or_default();
    format!(
        "Bar of the bands of the total: {}. The score is {}{within}.",
        bands.collect::<Vec<_>>().join(", "),
        number(score.value)
    )
}

fn trend_words(result: &InstrumentResult, offset_minutes: i32) -> String {
    let told = |point: &crate::results::Point| {
        format!("{}: {}", date(day(offset_minutes, point.at)), number(point.value))
    };
    let series = &result.series;
    let few = series.len() <= MOST_TOLD;
    let shown = if few {
        series.iter().collect::<Vec<_>>()
    } else {
        series.first().into_iter().chain(series.last()).collect()
    };
    let shown = shown.into_iter().map(told).collect::<Vec<_>>().join("; ");
    if few {
        return format!("Chart of the scores over time. {shown}.");
    }
    let values = || series.iter().map(|point| point.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    format!(
        "Chart of {} scores over time, the lowest {}, the highest {}. First and last: {shown}.",
        series.len(),
        number(low),
        number(high)
    )
}

fn day(offset_minutes: i32, at: DateTime<Utc>) -> NaiveDate {
    local(offset_minutes, at).date_naive()
}

fn range(band: &BandLine) -> String {
    if band.min == band.max {
        number(band.min)
    } else {
        format!("{}–{}", number(band.min), number(band.max))
    }
}

/// A number with at most one decimal place.
pub(super) fn number(value: f64) -> String {
    // Adding zero makes a negative zero a plain one.
    ((value * 10.0).round() / 10.0 + 0.0).to_string()
}

fn width(cell: &Cell) -> f32 {
    cell.lines.first().map_or(0.0, |line| line.width)
}

#[cfg(test)]
mod tests {
    use super::{Axis, BandLine, ScoreLine, stretches};
    use crate::pdf::style;
    use krilla::color::rgb;

    /// Contrast of two colours (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
    fn contrast(one: rgb::Color, other: rgb::Color) -> f64 {
        let luminance = |color: rgb::Color| {
            let part = |value: u8| {
                let value = f64::from(value) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(color.red()) + 0.7152 * part(color.green()) + 0.0722 * part(color.blue())
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn marks_can_be_seen_on_every_band() {
        for rank in 0..=4 {
            let ground = style::severity(rank);
            assert!(contrast(style::ink(), ground) >= 7.0, "the mark on band {rank}");
            assert!(contrast(style::accent(), ground) >= 3.0, "the line on band {rank}");
        }
    }

    #[test]
    fn bands_cover_the_numbers_without_gaps() {
        let band = |min, max| BandLine { min, max, label: String::new(), severity: 0 };
        let score = ScoreLine { value: 3.0, min: 0.0, max: 12.0, estimated: false };
        let ends: Vec<_> = stretches(&[band(0.0, 2.0), band(3.0, 12.0)], score)
            .iter()
            .map(|(_, start, end)| (*start, *end))
            .collect();
        assert_eq!(ends, [(0.0, 3.0), (3.0, 12.0)], "each goes up to the next");
        let axis = Axis::new(0.0, 12.0, 10.0, 130.0).expect("it spans something");
        assert_eq!(
            (axis.at(0.0), axis.at(6.0), axis.at(99.0)),
            (10.0, 70.0, 130.0),
            "what is outside stays at the end"
        );
        assert!(
            Axis::new(1.0, 1.0, 0.0, 1.0).is_none() && Axis::new(f64::NAN, 1.0, 0.0, 1.0).is_none(),
            "no axis"
        );
    }
}

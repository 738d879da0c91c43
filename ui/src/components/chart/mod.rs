//! Pictures of numbers, drawn here: a line over time, a scale with bands, a bar. Each says in words what it shows, and none
//! says anything by colour alone. What the numbers mean is the page's to know.

mod axis;
mod bars;
mod plot;
mod table;
mod trend;

pub use bars::{BandScale, LevelMark, PositionBar};
pub use table::{ChartTable, TableRow};
pub use trend::{TrendChart, TrendPicture};

use std::sync::Arc;

use chrono::{DateTime, Utc};

/// How strong a band is, from 0 (nothing to see to) to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// A level; more than 4 is 4.
    pub const fn new(level: u8) -> Self {
        Self(if level > 4 { 4 } else { level })
    }

    /// Its class, which gives it its colour.
    pub(super) const fn class(self) -> &'static str {
        ["level-0", "level-1", "level-2", "level-3", "level-4"][self.0 as usize]
    }
}

/// A part of a scale that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Lowest value in it.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// Its name.
    pub label: String,
    /// How strong.
    pub level: Level,
}

/// Something worth a mark between one point and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// For the better.
    Better,
    /// For the worse.
    Worse,
}

/// One point of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// When.
    pub at: DateTime<Utc>,
    /// How much.
    pub value: f64,
    /// What happened since the point before.
    pub mark: Option<Mark>,
    /// Drawn as a ring: there is a reservation about it.
    pub hollow: bool,
}

/// Says a point in words, when it is asked for.
pub type Tell = Arc<dyn Fn(usize) -> String + Send + Sync>;

/// Where one band ends and the next begins: halfway between them, so that a value never lies on a line.
fn edges(bands: &[Band], min: f64, max: f64) -> Vec<(f64, f64)> {
    let between = |lower: &Band, upper: &Band| f64::midpoint(lower.max, upper.min);
    let count = bands.len();
    (0..count)
        .map(|index| {
            let from = if index == 0 { min } else { between(&bands[index - 1], &bands[index]) };
            let to = if index + 1 == count { max } else { between(&bands[index], &bands[index + 1]) };
            (from, to)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands(limits: &[(f64, f64)]) -> Vec<Band> {
        let band = |&(min, max): &(f64, f64)| Band { min, max, label: String::new(), level: Level::new(0) };
        limits.iter().map(band).collect()
    }

    #[test]
    fn bands_fill_the_scale_and_every_score_lies_inside_its_own() {
        let all = bands(&[(0.0, 4.0), (5.0, 9.0), (10.0, 14.0), (15.0, 19.0), (20.0, 27.0)]);
        let edges = edges(&all, 0.0, 27.0);
        assert_eq!(edges.first().map(|e| e.0), Some(0.0), "the first begins where the scale does");
        assert_eq!(edges.last().map(|e| e.1), Some(27.0), "the last ends where the scale does");
        assert!(edges.windows(2).all(|pair| pair[0].1 == pair[1].0), "there is no gap: {edges:?}");
        for (band, (from, to)) in all.iter().zip(&edges) {
            assert!(*from <= band.min && band.max <= *to, "{band:?} lies within {from} to {to}");
        }
    }

    #[test]
    fn no_level_is_beyond_the_last() {
        assert_eq!(Level::new(9), Level::new(4), "more than the most is the most");
    }
}

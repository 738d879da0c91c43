//! When which stretch of sound has to be where. Free of web types.

/// Length of the stretches that are asked for.
pub const CHUNK_MS: u64 = 10_000;
/// Sound that is scheduled ahead of what is heard.
const AHEAD_MS: f64 = 12_000.0;

/// A run of playing without a stop: from a place, from a moment, at a speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Where in the recording it began.
    pub from_ms: f64,
    /// When on the sound card's clock that place is heard, in seconds.
    pub at: f64,
    /// How many times faster than recorded.
    pub rate: f64,
    /// Up to where sound is scheduled.
    pub scheduled_ms: f64,
}

impl Run {
    /// The place that is heard at a moment.
    pub fn place_at(&self, now: f64) -> f64 {
        self.from_ms + (now - self.at).max(0.0) * 1000.0 * self.rate
    }

    /// The moment at which a place is heard.
    pub fn moment_of(&self, place_ms: f64) -> f64 {
        self.at + (place_ms - self.from_ms) / 1000.0 / self.rate
    }

    /// The stretch to schedule next, if it is time for it: its number and where in it to begin.
    pub fn due(&self, now: f64, duration_ms: f64) -> Option<(u64, f64)> {
        let wanted = self.scheduled_ms < self.place_at(now) + AHEAD_MS * self.rate;
        (wanted && self.scheduled_ms < duration_ms).then(|| chunk_of(self.scheduled_ms))
    }

    /// All that was scheduled has been heard, and there is more to come: the next stretch is late.
    pub fn starved(&self, now: f64, duration_ms: f64) -> bool {
        self.scheduled_ms < duration_ms && self.place_at(now) >= self.scheduled_ms
    }
}

/// The stretch a place is in, and how far into it.
pub fn chunk_of(place_ms: f64) -> (u64, f64) {
    let chunk = (place_ms.max(0.0) as u64) / CHUNK_MS;
    (chunk, place_ms.max(0.0) - (chunk * CHUNK_MS) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_follow_each_other_without_gap_or_overlap_at_every_speed() {
        for rate in [0.75, 1.0, 1.25, 2.0] {
            let duration = 47_000.0;
            let mut run = Run { from_ms: 13_000.0, at: 100.0, rate, scheduled_ms: 13_000.0 };
            let mut heard_until = run.at;
            let mut now = 100.0;
            while run.scheduled_ms < duration {
                if let Some((chunk, into)) = run.due(now, duration) {
                    let starts = run.moment_of(run.scheduled_ms);
                    assert!(
                        (starts - heard_until).abs() < 1e-9,
                        "stretch {chunk} at {rate} begins where the last ends"
                    );
                    let end = ((chunk + 1) * CHUNK_MS) as f64;
                    let length = end.min(duration) - (chunk * CHUNK_MS) as f64 - into;
                    run.scheduled_ms += length;
                    heard_until = run.moment_of(run.scheduled_ms);
                    assert!(!run.starved(now, duration), "it is never late when sound is there at once");
                }
                now += 0.1;
            }
            let seconds = (duration - 13_000.0) / 1000.0 / rate;
            assert!((heard_until - 100.0 - seconds).abs() < 1e-9, "the whole takes its time at {rate}");
            assert_eq!(run.due(now, duration), None, "nothing is due beyond the end");
        }
    }

    #[test]
    fn places_and_moments_are_each_others_inverse() {
        let run = Run { from_ms: 5_000.0, at: 2.0, rate: 1.5, scheduled_ms: 10_000.0 };
        for place in [5_000.0, 7_500.0, 123_456.0] {
            assert!((run.place_at(run.moment_of(place)) - place).abs() < 1e-6, "place {place}");
        }
        assert_eq!(run.place_at(0.0), 5_000.0, "before it is heard it stands where it begins");
    }
}

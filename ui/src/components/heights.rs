//! Where each row of a long list begins, when rows are of different heights. Free of web types.

/// Row heights with their running sums (a Fenwick tree): every question takes steps in the logarithm of the row count.
#[derive(Clone, Debug)]
pub(super) struct Heights {
    guess: f64,
    rows: Vec<f64>,
    sums: Vec<f64>,
}

impl Heights {
    /// `count` rows that are all as tall as the guess.
    pub fn new(count: usize, guess: f64) -> Self {
        let mut heights = Self { guess: guess.max(1.0), rows: Vec::new(), sums: Vec::new() };
        heights.resize(count);
        heights
    }

    /// Keeps the heights of rows that stay; new rows are as tall as the guess.
    pub fn resize(&mut self, count: usize) {
        if count == self.rows.len() {
            return;
        }
        self.rows.resize(count, self.guess);
        self.sums = vec![0.0; count + 1];
        for index in 1..=count {
            self.sums[index] += self.rows[index - 1];
            let parent = index + (index & index.wrapping_neg());
            if parent <= count {
                self.sums[parent] += self.sums[index];
            }
        }
    }

    /// Sets a row's height; answers by how much it grew.
    pub fn set(&mut self, index: usize, height: f64) -> f64 {
        let Some(row) = self.rows.get_mut(index) else { return 0.0 };
        let grown = height - *row;
        *row = height;
        let mut at = index + 1;
        while at < self.sums.len() {
            self.sums[at] += grown;
            at += at & at.wrapping_neg();
        }
        grown
    }

    /// A row's height.
    pub fn height(&self, index: usize) -> f64 {
        self.rows.get(index).copied().unwrap_or(self.guess)
    }

    /// Where a row begins: the heights of all rows before it.
    pub fn offset(&self, index: usize) -> f64 {
        let mut at = index.min(self.rows.len());
        let mut sum = 0.0;
        while at > 0 {
            sum += self.sums[at];
            at &= at - 1;
        }
        sum
    }

    /// The height of all rows.
    pub fn total(&self) -> f64 {
        self.offset(self.rows.len())
    }

    /// The row at a distance from the top; the last one beyond the end.
    pub fn index_at(&self, distance: f64) -> usize {
        let count = self.rows.len();
        let mut left = distance;
        let mut at = 0;
        let mut step = count.checked_next_power_of_two().unwrap_or(1);
        while step > 0 {
            let next = at + step;
            if next <= count && self.sums[next] <= left {
                left -= self.sums[next];
                at = next;
            }
            step /= 2;
        }
        at.min(count.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::Heights;

    /// The same answers by walking over all rows.
    fn walk_to(rows: &[f64], distance: f64) -> usize {
        let mut top = 0.0;
        for (index, row) in rows.iter().enumerate() {
            top += row;
            if distance < top {
                return index;
            }
        }
        rows.len().saturating_sub(1)
    }

    #[test]
    fn it_agrees_with_walking_over_all_rows() {
        // A small generator of numbers that look arbitrary and are the same on every run.
        let mut seed = 12_345_u64;
        let mut next = move |limit: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % limit
        };
        for count in [0, 1, 2, 7, 64, 1000] {
            let mut heights = Heights::new(count, 20.0);
            let mut rows = vec![20.0; count];
            for _ in 0..count {
                let (index, height) = (next(count as u64) as usize, (next(90) + 1) as f64);
                let grown = heights.set(index, height);
                assert_eq!(grown, height - rows[index], "growth of row {index} of {count}");
                rows[index] = height;
            }
            let total: f64 = rows.iter().sum();
            assert_eq!(heights.total(), total, "the sum of {count} rows");
            for _ in 0..200 {
                let distance = next(total as u64 + 50) as f64;
                assert_eq!(
                    heights.index_at(distance),
                    walk_to(&rows, distance),
                    "{count} rows, {distance} px down"
                );
            }
        }
    }

    #[test]
    fn growing_and_shrinking_keep_what_was_measured() {
        let mut heights = Heights::new(3, 10.0);
        heights.set(1, 50.0);
        heights.resize(5);
        assert_eq!(heights.offset(2), 60.0, "the measured row keeps its height");
        assert_eq!(heights.total(), 90.0, "new rows are as tall as the guess");
        heights.resize(2);
        assert_eq!(heights.total(), 60.0, "rows that are gone count no more");
        assert_eq!(heights.set(7, 99.0), 0.0, "a row that is gone is not set");
    }
}

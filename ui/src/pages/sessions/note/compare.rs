//! What changed between two texts, word by word. Free of web types.

/// A stretch of words that is in both texts or in one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// In both.
    Same(String),
    /// Only in the earlier one.
    Gone(String),
    /// Only in the later one.
    New(String),
}

/// Words beyond which two texts are shown as one gone and one new: the table of a comparison grows with their product.
const MOST_WORDS: usize = 400;

/// Compares two texts by their longest common run of words.
pub fn compare(earlier: &str, later: &str) -> Vec<Part> {
    let before: Vec<&str> = earlier.split_whitespace().collect();
    let after: Vec<&str> = later.split_whitespace().collect();
    if before == after {
        return if before.is_empty() { Vec::new() } else { vec![Part::Same(before.join(" "))] };
    }
    if before.len() > MOST_WORDS || after.len() > MOST_WORDS {
        return vec![Part::Gone(before.join(" ")), Part::New(after.join(" "))];
    }
    let common = common_lengths(&before, &after);
    let mut parts = Parts::default();
    let (mut i, mut j) = (0, 0);
    while i < before.len() || j < after.len() {
        if i < before.len() && j < after.len() && before[i] == after[j] {
            parts.push(Kind::Same, before[i]);
            i += 1;
            j += 1;
        } else if i < before.len() && (j == after.len() || common[i + 1][j] >= common[i][j + 1]) {
            parts.push(Kind::Gone, before[i]);
            i += 1;
        } else {
            parts.push(Kind::New, after[j]);
            j += 1;
        }
    }
    parts.finish()
}

/// For every pair of ends the length of the longest common sequence of what follows.
fn common_lengths(before: &[&str], after: &[&str]) -> Vec<Vec<usize>> {
    let mut common = vec![vec![0; after.len() + 1]; before.len() + 1];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            common[i][j] = if before[i] == after[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    common
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Gone,
    New,
}

/// Joins words of one kind that follow each other.
#[derive(Default)]
struct Parts {
    done: Vec<Part>,
    open: Option<(Kind, Vec<String>)>,
}

impl Parts {
    fn push(&mut self, kind: Kind, word: &str) {
        match &mut self.open {
            Some((open, words)) if *open == kind => words.push(word.to_owned()),
            _ => {
                self.close();
                self.open = Some((kind, vec![word.to_owned()]));
            }
        }
    }

    fn close(&mut self) {
        if let Some((kind, words)) = self.open.take() {
            let text = words.join(" ");
            self.done.push(match kind {
                Kind::Same => Part::Same(text),
                Kind::Gone => Part::Gone(text),
                Kind::New => Part::New(text),
            });
        }
    }

    fn finish(mut self) -> Vec<Part> {
        self.close();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(parts: &[Part], earlier: bool) -> String {
        let words = parts.iter().filter_map(|part| match part {
            Part::Same(text) => Some(text.as_str()),
            Part::Gone(text) if earlier => Some(text.as_str()),
            Part::New(text) if !earlier => Some(text.as_str()),
            _ => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn both_texts_can_be_read_off_every_comparison() {
        let texts = [
            "",
            "sleeps four hours",
            "sleeps about four hours most nights",
            "four hours of sleep",
            "hours four hours four",
            "wakes at three and sleeps four hours",
        ];
        for earlier in texts {
            for later in texts {
                let parts = compare(earlier, later);
                assert_eq!(side(&parts, true), earlier, "the earlier text of {earlier:?} and {later:?}");
                assert_eq!(side(&parts, false), later, "the later text of {earlier:?} and {later:?}");
            }
        }
    }

    #[test]
    fn what_stays_is_marked_as_the_same() {
        let parts = compare("sleeps four hours", "sleeps about four hours");
        let expected =
            [Part::Same("sleeps".into()), Part::New("about".into()), Part::Same("four hours".into())];
        assert_eq!(parts, expected, "one word is new and nothing is gone");
    }

    #[test]
    fn very_long_texts_are_not_compared_word_by_word() {
        let long = "word ".repeat(MOST_WORDS + 1);
        assert_eq!(compare(&long, "short").len(), 2, "one gone and one new");
    }
}

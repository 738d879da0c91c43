//! Which segments are selected, and where words are found. Free of web types.

use std::collections::BTreeSet;

/// Rows selected by hand: one, a run, or several apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    rows: BTreeSet<usize>,
    anchor: Option<usize>,
}

impl Picked {
    /// Selects or deselects one row; runs begin here from now on.
    pub fn toggle(&mut self, row: usize) {
        if !self.rows.remove(&row) {
            self.rows.insert(row);
        }
        self.anchor = Some(row);
    }

    /// Selects everything from where the last row was picked to this one.
    pub fn extend_to(&mut self, row: usize) {
        let from = *self.anchor.get_or_insert(row);
        self.rows.extend(from.min(row)..=from.max(row));
    }

    /// Selects every row.
    pub fn all(&mut self, count: usize) {
        self.rows = (0..count).collect();
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether a row is selected.
    pub fn contains(&self, row: usize) -> bool {
        self.rows.contains(&row)
    }

    /// How many rows are selected.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().copied()
    }
}

/// A text cut at what was looked for: `(stretch, found)` in order. Letters match whatever their case.
pub fn cut_at(text: &str, wanted: &str) -> Vec<(String, bool)> {
    let wanted: Vec<char> = folded(wanted.trim()).collect();
    if wanted.is_empty() {
        return vec![(text.to_owned(), false)];
    }
    // One entry for each folded character, with the byte its letter begins at: folding may lengthen a text.
    let letters: Vec<(usize, char)> =
        text.char_indices().flat_map(|(at, letter)| letter.to_lowercase().map(move |l| (at, l))).collect();
    let mut parts = Vec::new();
    let (mut done, mut at) = (0, 0);
    while at + wanted.len() <= letters.len() {
        if letters[at..at + wanted.len()].iter().map(|(_, letter)| letter).eq(&wanted) {
            let start = letters[at].0;
            let last = letters[at + wanted.len() - 1].0;
            let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
            if start > done {
                parts.push((text[done..start].to_owned(), false));
            }
            parts.push((text[start.max(done)..end].to_owned(), true));
            done = end;
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    if done < text.len() {
        parts.push((text[done..].to_owned(), false));
    }
    parts
}

/// Whether a text holds what is looked for.
pub fn holds(text: &str, wanted: &str) -> bool {
    let wanted: String = folded(wanted.trim()).collect();
    !wanted.is_empty() && folded(text).collect::<String>().contains(&wanted)
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_goes_from_the_last_picked_row_in_either_direction() {
        let mut picked = Picked::default();
        picked.toggle(5);
        picked.extend_to(3);
        assert_eq!(picked.rows().collect::<Vec<_>>(), [3, 4, 5], "upwards");
        picked.extend_to(7);
        assert_eq!(
            picked.rows().collect::<Vec<_>>(),
            [3, 4, 5, 6, 7],
            "and then downwards from the same row"
        );
        picked.toggle(4);
        assert!(!picked.contains(4), "a second time deselects");
        picked.clear();
        picked.extend_to(2);
        assert_eq!(picked.rows().collect::<Vec<_>>(), [2], "a run from nowhere is one row");
    }

    #[test]
    fn the_parts_make_up_the_text_and_every_found_part_is_what_was_looked_for() {
        let cases = [
            ("I wake at three. THREE!", "three", 2),
            ("Straße, STRASSE", "strasse", 1),
            ("İstanbul ist", "ist", 1),
            ("aaaa", "aa", 2),
            ("nothing", "  ", 0),
            ("", "x", 0),
            ("naïve Naïve", "NAÏVE", 2),
        ];
        for (text, wanted, count) in cases {
            let parts = cut_at(text, wanted);
            let whole: String = parts.iter().map(|(part, _)| part.as_str()).collect();
            assert_eq!(whole, text, "nothing of {text:?} is lost");
            let found: Vec<&str> =
                parts.iter().filter(|(_, found)| *found).map(|(p, _)| p.as_str()).collect();
            assert_eq!(found.len(), count, "matches of {wanted:?} in {text:?}: {found:?}");
            assert_eq!(holds(text, wanted), count > 0, "{wanted:?} in {text:?}");
        }
    }
}

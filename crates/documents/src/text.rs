//! Text from people and models, made fit to be shown.

/// What stands for a character that must not be passed on: a control character, or one that reorders its neighbours.
const REPLACEMENT: char = '\u{fffd}';

/// One line: every run of white space becomes a space, none at the ends; characters that would act on the page or
/// on their neighbours instead of being seen become U+FFFD.
pub(crate) fn line(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.extend(word.chars().map(|c| if acts(c) { REPLACEMENT } else { c }));
    }
    shown
}

/// The paragraphs of a text, each as one [`line`]; none of them empty.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(line)
        .filter(|l| !l.is_empty())
}

/// Whether a character acts instead of being seen: controls, noncharacters, and the marks that override or embed a
/// writing direction (they could make a sentence read differently from what was signed).
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}')
        || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}

#[cfg(test)]
mod tests {
    use super::{line, paragraphs};

    #[test]
    fn a_line_is_one_line_and_hides_nothing() {
        assert_eq!(line(" a\r\n\tb\u{2028}c "), "a b c", "white space runs become one space");
        assert_eq!(line("a\u{0}b\u{1b}[31m\u{202e}c"), "a\u{fffd}b\u{fffd}[31m\u{fffd}c", "actors are shown");
        assert_eq!(line("e\u{301} 😀 \u{5d0}"), "e\u{301} 😀 \u{5d0}", "other text is left alone");
    }

    #[test]
    fn paragraphs_part_at_line_ends() {
        let parts: Vec<String> = paragraphs("one\r\n\r\ntwo  2\n \u{2029}three").collect();
        assert_eq!(parts, ["one", "two 2", "three"], "empty ones are left out");
    }
}

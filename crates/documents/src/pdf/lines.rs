//! Text in several styles, broken into lines and ordered for both writing directions.

use std::rc::Rc;

use krilla::color::rgb;
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;

use super::fonts::{Fonts, Shaped, clusters};
use crate::note::Mark;

/// Bytes of an unbreakable stretch beyond which it is cut without measuring it as a whole.
const LONGEST_WHOLE: usize = 512;

/// How a stretch of text looks. Lengths in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) color: rgb::Color,
    pub(super) bold: bool,
    /// Height above the base line.
    pub(super) rise: f32,
    /// Colour behind the text.
    pub(super) ground: Option<rgb::Color>,
    /// Lines do not break inside.
    pub(super) whole: bool,
}

/// A stretch of text in one style.
pub(super) struct Span {
    pub(super) text: String,
    pub(super) style: Style,
    /// The mark of the evidence it leads to.
    pub(super) target: Option<Mark>,
}

/// A shaped run on a line.
pub(super) struct Piece {
    pub(super) run: Rc<Shaped>,
    /// Which span it belongs to.
    pub(super) span: u32,
    /// Distance of its left edge from the line's, in points.
    pub(super) x: f32,
    level: Level,
}

/// A line: pieces in the order they are read.
#[derive(Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// Width up to the last visible piece, in points.
    pub(super) width: f32,
}

/// A stretch of one span and one writing direction.
struct Stretch<'a> {
    text: &'a str,
    span: u32,
    level: Level,
}

/// Breaks spans into lines no wider than `width` points.
pub(super) fn break_lines(spans: &[Span], width: f32, fonts: &mut Fonts) -> Vec<Line> {
    let text: String = spans.iter().map(|s| s.text.as_str()).collect();
    if text.is_empty() {
        return Vec::new();
    }
    let bidi = (!text.is_ascii()).then(|| BidiInfo::new(&text, None));
    let base = bidi.as_ref().and_then(|b| b.paragraphs.first()).map_or(Level::ltr(), |p| p.level);
    let mut filler = Filler { spans, width, base, fonts, lines: Vec::new(), line: Line::default(), x: 0.0 };
    let mut stretches = Stretches { text: &text, spans, bidi: bidi.as_ref(), span: 0, span_end: 0 };
    let mut from = 0;
    let mut span = Bounds::new(spans);
    for (to, _) in linebreaks(&text) {
        if to < text.len() && span.inside_whole(to) {
            continue;
        }
        filler.unit(&stretches.cut(from, to));
        from = to;
    }
    filler.end_line();
    filler.lines
}

/// Walks the spans' boundaries along the text.
struct Bounds<'a> {
    spans: &'a [Span],
    at: usize,
    end: usize,
}

impl<'a> Bounds<'a> {
    fn new(spans: &'a [Span]) -> Self {
        Self { spans, at: 0, end: spans.first().map_or(0, |s| s.text.len()) }
    }

    /// Whether a position, not before the last one asked for, lies inside a span that must stay whole.
    fn inside_whole(&mut self, position: usize) -> bool {
        while self.end < position && self.at + 1 < self.spans.len() {
            self.at += 1;
            self.end += self.spans[self.at].text.len();
        }
        position < self.end && self.spans[self.at].style.whole
    }
}

/// Cuts the text, walked once from start to end, into stretches.
struct Stretches<'a> {
    text: &'a str,
    spans: &'a [Span],
    bidi: Option<&'a BidiInfo<'a>>,
    span: usize,
    span_end: usize,
}

impl<'a> Stretches<'a> {
    fn cut(&mut self, mut from: usize, to: usize) -> Vec<Stretch<'a>> {
        let mut out = Vec::with_capacity(2);
        // White space at the end hangs over the margin, so it is a stretch of its own.
        let ink = from + self.text[from..to].trim_end_matches(' ').len();
        while from < to {
            while self.span_end <= from {
                self.span_end += self.spans[self.span].text.len();
                self.span += 1;
            }
            let mut end = to.min(self.span_end);
            if from < ink {
                end = end.min(ink);
            }
            let mut level = Level::ltr();
            if let Some(bidi) = self.bidi {
                level = bidi.levels[from];
                end = (from..end).find(|&i| bidi.levels[i] != level).unwrap_or(end);
            }
            out.push(Stretch { text: &self.text[from..end], span: (self.span - 1) as u32, level });
            from = end;
        }
        out
    }
}

/// Fills lines with units that break only at their ends.
struct Filler<'a> {
    spans: &'a [Span],
    width: f32,
    base: Level,
    fonts: &'a mut Fonts,
    lines: Vec<Line>,
    line: Line,
    x: f32,
}

impl Filler<'_> {
    fn unit(&mut self, stretches: &[Stretch<'_>]) {
        let length: usize = stretches.iter().map(|s| s.text.len()).sum();
        if length > LONGEST_WHOLE {
            return self.long_unit(stretches);
        }
        let mut pieces = Vec::with_capacity(stretches.len());
        let (mut ink, mut all) = (0.0, 0.0);
        for stretch in stretches {
            for piece in self.shape(stretch) {
                all += self.advance(&piece);
                if &*piece.run.text != " " {
                    ink = all;
                }
                pieces.push(piece);
            }
        }
        if self.x > 0.0 && self.x + ink > self.width {
            self.end_line();
        }
        if ink > self.width {
            return self.long_unit(stretches);
        }
        for piece in pieces {
            self.push(piece);
        }
    }

    /// Puts a unit that no line can hold, cut wherever a line is full.
    fn long_unit(&mut self, stretches: &[Stretch<'_>]) {
        for stretch in stretches {
            let style = self.spans[stretch.span as usize].style;
            let rtl = stretch.level.is_rtl();
            let (mut from, mut at, mut x) = (0, 0, self.x);
            for cluster in clusters(stretch.text) {
                let runs = self.fonts.shape(cluster, style.bold, rtl);
                let advance: f32 = runs.iter().map(|r| r.advance * style.size).sum();
                let full = x > 0.0 && x + advance > self.width && cluster != " ";
                // Very long runs are cut too, so that what is remembered of them stays small.
                if full || at - from > LONGEST_WHOLE {
                    self.put(&Stretch { text: &stretch.text[from..at], ..*stretch });
                    from = at;
                    if full {
                        self.end_line();
                        x = 0.0;
                    }
                }
                x += advance;
                at += cluster.len();
            }
            self.put(&Stretch { text: &stretch.text[from..], ..*stretch });
        }
    }

    fn put(&mut self, stretch: &Stretch<'_>) {
        for piece in self.shape(stretch) {
            self.push(piece);
        }
    }

    fn shape(&mut self, stretch: &Stretch<'_>) -> Vec<Piece> {
        let bold = self.spans[stretch.span as usize].style.bold;
        let runs = self.fonts.shape(stretch.text, bold, stretch.level.is_rtl());
        runs.into_iter().map(|run| Piece { run, span: stretch.span, x: 0.0, level: stretch.level }).collect()
    }

    fn advance(&self, piece: &Piece) -> f32 {
        piece.run.advance * self.spans[piece.span as usize].style.size
    }

    fn push(&mut self, mut piece: Piece) {
        let advance = self.advance(&piece);
        piece.x = self.x;
        self.x += advance;
        if &*piece.run.text != " " {
            self.line.width = self.x;
        }
        self.line.pieces.push(piece);
    }

    /// Ends a line: what hangs over its end takes the paragraph's direction, then the pieces take their places.
    fn end_line(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        self.x = 0.0;
        if line.pieces.is_empty() {
            return;
        }
        let mixed = self.base.is_rtl() || line.pieces.iter().any(|p| p.level.is_rtl());
        if mixed {
            for piece in line.pieces.iter_mut().rev().take_while(|p| &*p.run.text == " ") {
                piece.level = self.base;
            }
            let levels: Vec<Level> = line.pieces.iter().map(|p| p.level).collect();
            let all: f32 = line.pieces.iter().map(|p| self.advance(p)).sum();
            // In a right-to-left paragraph the hanging space lies left of the line's first visible piece.
            let mut x = if self.base.is_rtl() { self.width - all } else { 0.0 };
            for index in BidiInfo::reorder_visual(&levels) {
                let advance = self.advance(&line.pieces[index]);
                line.pieces[index].x = x;
                x += advance;
            }
        }
        line.pieces.shrink_to_fit();
        self.lines.push(line);
    }
}

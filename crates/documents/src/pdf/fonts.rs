//! The bundled fonts, which of them shows a character, and shaping.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};
use unicode_segmentation::UnicodeSegmentation as _;

static REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");
static WIDE: &[u8] = include_bytes!("../../fonts/DejaVuSans.ttf");

/// Shown for what no bundled font can show.
const BOX: char = '□';
/// Characters of one cluster that are shaped together; longer stacks of marks are shaped in parts.
const CLUSTER_CHARS: usize = 32;

/// A bundled font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
    /// Arabic, Hebrew, Armenian, Georgian, mathematics, arrows and symbols.
    Wide,
}

/// A font as the shaper and the writer read it. None when its bytes are damaged.
struct Loaded {
    shaper: rustybuzz::Face<'static>,
    writer: Font,
}

/// Reading a font costs more than a page of text, and it never changes.
static LOADED: LazyLock<[Option<Loaded>; 3]> = LazyLock::new(|| {
    [REGULAR, BOLD, WIDE].map(|bytes| {
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        Some(Loaded { shaper, writer: Font::new(bytes.into(), 0)? })
    })
});

/// A run of text in one font and direction, shaped; lengths in em.
pub(super) struct Shaped {
    pub(super) text: Box<str>,
    pub(super) face: Face,
    pub(super) rtl: bool,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) advance: f32,
}

/// How a run is to be shaped: in which font and direction, or as boxes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Manner {
    face: Face,
    rtl: bool,
    boxed: bool,
}

/// The fonts, with every run shaped so far: notes repeat their words.
pub(super) struct Fonts {
    loaded: [&'static Loaded; 3],
    runs: [HashMap<Box<str>, Rc<Shaped>>; 12],
}

impl Fonts {
    /// None when a bundled font is damaged.
    pub(super) fn load() -> Option<Self> {
        let [regular, bold, wide] = &*LOADED;
        Some(Self { loaded: [regular.as_ref()?, bold.as_ref()?, wide.as_ref()?], runs: Default::default() })
    }

    pub(super) fn writer(&self, face: Face) -> Font {
        self.loaded[face as usize].writer.clone()
    }

    /// Shapes a text of one direction: a run for each change of font, in the order of the text.
    pub(super) fn shape(&mut self, text: &str, bold: bool, rtl: bool) -> Vec<Rc<Shaped>> {
        let mut runs = Vec::with_capacity(1);
        let mut open: Option<(Manner, usize)> = None;
        let mut at = 0;
        for cluster in clusters(text) {
            let manner = self.manner(cluster, bold, rtl);
            if let Some((was, from)) = open
                && was != manner
            {
                runs.push(self.run(&text[from..at], was));
                open = None;
            }
            open.get_or_insert((manner, at));
            at += cluster.len();
        }
        if let Some((manner, from)) = open {
            runs.push(self.run(&text[from..], manner));
        }
        runs
    }

    fn manner(&self, cluster: &str, bold: bool, rtl: bool) -> Manner {
        let first = if bold { Face::Bold } else { Face::Regular };
        let face = [first, Face::Wide].into_iter().find(|&f| self.covers(f, cluster));
        Manner { face: face.unwrap_or(Face::Wide), rtl, boxed: face.is_none() }
    }

    fn covers(&self, face: Face, cluster: &str) -> bool {
        let shaper = &self.loaded[face as usize].shaper;
        cluster.chars().all(|c| is_ignorable(c) || shaper.glyph_index(c).is_some_and(|g| g.0 != 0))
    }

    fn run(&mut self, text: &str, manner: Manner) -> Rc<Shaped> {
        let Manner { face, rtl, boxed } = manner;
        let slot = face as usize * 4 + usize::from(rtl) * 2 + usize::from(boxed);
        if let Some(run) = self.runs[slot].get(text) {
            return Rc::clone(run);
        }
        let shaper = &self.loaded[face as usize].shaper;
        let glyphs = if boxed { boxes(shaper, text, rtl) } else { shape_run(shaper, text, rtl) };
        let advance = glyphs.iter().map(|g| g.x_advance).sum();
        let run = Rc::new(Shaped { text: text.into(), face, rtl, glyphs, advance });
        self.runs[slot].insert(text.into(), Rc::clone(&run));
        run
    }
}

/// The smallest parts a text may be cut into: what a reader sees as one character, up to a bound.
pub(super) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    text.graphemes(true).flat_map(|grapheme| {
        let mut rest = grapheme;
        std::iter::from_fn(move || {
            let end = rest.char_indices().nth(CLUSTER_CHARS).map_or(rest.len(), |(at, _)| at);
            let (part, tail) = rest.split_at(end);
            rest = tail;
            (!part.is_empty()).then_some(part)
        })
    })
}

/// Whether a character has no picture of its own and asks only for a variant or a joint of its neighbours.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

fn shape_run(shaper: &rustybuzz::Face<'_>, text: &str, rtl: bool) -> Vec<KrillaGlyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    let shaped = rustybuzz::shape(shaper, &[], buffer);
    let em = units(shaper);
    let clusters: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let ranges = text_ranges(&clusters, text.len());
    let placed = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).zip(ranges);
    placed
        .map(|((info, position), range)| KrillaGlyph {
            glyph_id: GlyphId::new(info.glyph_id),
            text_range: range,
            x_advance: position.x_advance as f32 / em,
            x_offset: position.x_offset as f32 / em,
            y_offset: position.y_offset as f32 / em,
            y_advance: position.y_advance as f32 / em,
            location: None,
        })
        .collect()
}

/// The text each glyph stands for: from its cluster's start to the next start in the text.
fn text_ranges(clusters: &[usize], len: usize) -> Vec<Range<usize>> {
    let mut starts = clusters.to_vec();
    starts.sort_unstable();
    starts.dedup();
    let end = |start: usize| starts.get(starts.partition_point(|&s| s <= start)).copied().unwrap_or(len);
    clusters.iter().map(|&start| start..end(start)).collect()
}

/// A box for each cluster of the text. The text itself stays what is copied, searched and read aloud.
fn boxes(shaper: &rustybuzz::Face<'_>, text: &str, rtl: bool) -> Vec<KrillaGlyph> {
    let glyph = shaper.glyph_index(BOX).unwrap_or_default();
    let advance = f32::from(shaper.glyph_hor_advance(glyph).unwrap_or(0)) / units(shaper);
    let mut at = 0;
    let mut glyphs: Vec<KrillaGlyph> = clusters(text)
        .map(|cluster| {
            let range = at..at + cluster.len();
            at = range.end;
            KrillaGlyph::new(GlyphId::new(glyph.0.into()), advance, 0.0, 0.0, 0.0, range, None)
        })
        .collect();
    if rtl {
        glyphs.reverse();
    }
    glyphs
}

fn units(shaper: &rustybuzz::Face<'_>) -> f32 {
    shaper.units_per_em() as f32
}

#[cfg(test)]
mod tests {
    use super::{Face, Fonts, clusters};

    #[test]
    fn every_character_has_a_picture_and_keeps_its_text() {
        let mut fonts = Fonts::load().expect("the bundled fonts are whole");
        let cases = [
            ("fi Привет Ελλάδα ≥", &[Face::Regular, Face::Wide][..]),
            ("שלום", &[Face::Wide][..]),
            ("日本語", &[Face::Wide][..]),
            ("👩‍👩‍👧", &[Face::Wide][..]),
        ];
        for (text, faces) in cases {
            for rtl in [false, true] {
                let runs = fonts.shape(text, false, rtl);
                let joined: String = runs.iter().map(|r| &*r.text).collect();
                assert_eq!(joined, text, "the runs hold the whole text");
                assert!(runs.iter().map(|r| r.face).eq(faces.iter().copied()), "fonts chosen for {text:?}");
                for run in &runs {
                    let mut covered: Vec<_> = run.glyphs.iter().map(|g| g.text_range.clone()).collect();
                    covered.sort_by_key(|r| r.start);
                    covered.dedup();
                    assert!(
                        covered.windows(2).all(|w| w[0].end == w[1].start),
                        "no text between glyphs is lost"
                    );
                    assert!(
                        run.glyphs.iter().all(|g| g.glyph_id.to_u32() != 0),
                        "no empty picture in {text:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_stack_of_marks_is_cut() {
        let text = format!("a{}", "\u{301}".repeat(100));
        assert!(clusters(&text).all(|c| c.chars().count() <= 32), "no part is longer than the bound");
        assert_eq!(clusters(&text).collect::<String>(), text, "nothing is lost");
    }
}

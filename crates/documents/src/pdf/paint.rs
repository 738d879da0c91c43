//! Draws the pages and builds the tree that tells a screen reader what is what.

use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup};
use krilla::text::KrillaGlyph;

use super::blocks::{Block, Cell, Composer};
use super::figure::{Drawing, LABEL_LEADING, Shape};
use super::fonts::Fonts;
use super::lines::{Line, Piece, Span, Style, break_lines};
use super::pages::{Page, Placed};
use super::style::{self, FOOT, HEAD, MARGIN, Paper};
use super::{PdfError, tree};
use crate::note::Mark;
use crate::wording;

/// What stands at the head and foot of pages.
pub(super) struct Running {
    head: Cell,
    status: Cell,
    foot: Cell,
}

impl Running {
    /// A line for the head, a word about how the document stands, and the foot; in warning colours or calm ones.
    pub(super) fn new(composer: &mut Composer<'_>, texts: [&str; 3], warns: bool) -> Self {
        let [head, status, foot] = texts;
        let width = composer.width;
        let (color, bold) = if warns { (style::warn(), true) } else { (style::ink_2(), false) };
        let quiet = Style { bold, ..style::plain(7.5, color) };
        Self {
            head: composer.short(head, style::plain(8.0, style::ink_2()), width - 150.0, 1),
            status: composer.short(status, Style { size: 8.0, bold: true, ..quiet }, 140.0, 1),
            foot: composer.short(foot, quiet, width - 90.0, 2),
        }
    }
}

/// Everything that is to be drawn.
pub(super) struct Layout<'a> {
    /// Language of what was said, where it is known.
    pub(super) language: Option<&'a str>,
    pub(super) paper: Paper,
    pub(super) blocks: Vec<Block>,
    pub(super) pages: Vec<Page>,
    pub(super) running: Running,
}

/// Something drawn that belongs into the structure tree.
struct Drawn {
    block: usize,
    cell: usize,
    content: Identifier,
    link: Option<(Rect, Mark)>,
}

/// Draws all pages into the document, with structure tree and bookmarks.
pub(super) fn draw(document: &mut Document, layout: &Layout<'_>, fonts: &mut Fonts) -> Result<(), PdfError> {
    let (width, height) = layout.paper.size();
    let targets = tree::targets(&layout.blocks, &layout.pages);
    let mut content: tree::Content =
        layout.blocks.iter().map(|b| b.cells.iter().map(|_| Vec::new()).collect()).collect();
    for (number, page) in layout.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(width, height).ok_or(PdfError::Write)?;
        let mut sheet = document.start_page_with(settings);
        let mut painter =
            Painter { surface: sheet.surface(), fonts, drawn: Vec::new(), language: layout.language };
        painter.running(layout, number, width, height);
        if let Some(head) = &page.repeated_head {
            painter.repeated(&layout.blocks[head.block], head);
        }
        for placed in &page.placed {
            painter.block(&layout.blocks[placed.block], placed, width);
        }
        let drawn = painter.finish();
        for item in drawn {
            let mut node: Node = item.content.into();
            if let Some((rect, mark)) = item.link
                && let Some(target) = targets.get(&mark)
            {
                let link = LinkAnnotation::new(rect, Target::Destination(target.clone().into()));
                let words = wording::target(mark);
                let annotation = sheet.add_tagged_annotation(Annotation::new_link(link, Some(words)));
                node = TagGroup::with_children(Tag::Link, vec![node, annotation.into()]).into();
            }
            content[item.block][item.cell].push(node);
        }
        sheet.finish();
    }
    document.set_outline(tree::outline(&layout.blocks, &layout.pages));
    document.set_tag_tree(tree::tags(&layout.blocks, &layout.pages, width, content));
    Ok(())
}

struct Painter<'a, 'p> {
    surface: Surface<'p>,
    fonts: &'a mut Fonts,
    drawn: Vec<Drawn>,
    language: Option<&'a str>,
}

impl Painter<'_, '_> {
    /// Ends the page's content.
    fn finish(self) -> Vec<Drawn> {
        self.surface.finish();
        self.drawn
    }

    /// The head and foot of a page.
    fn running(&mut self, layout: &Layout<'_>, number: usize, width: f32, height: f32) {
        let running = &layout.running;
        let inner = width - 2.0 * MARGIN;
        if number > 0 {
            self.artifact(ArtifactType::Header);
            self.text(&running.head, 0, MARGIN, HEAD);
            let status = running.status.lines.first().map_or(0.0, |l| l.width);
            self.text(&running.status, 0, width - MARGIN - status, HEAD);
            self.surface.end_tagged();
            self.rectangle(MARGIN, HEAD + 8.0, inner, 0.6, style::hairline());
        } else {
            self.rectangle(MARGIN, HEAD - 6.0, 36.0, 3.0, style::accent());
        }
        self.rectangle(MARGIN, height - FOOT - 15.0, inner, 0.6, style::hairline());
        self.artifact(ArtifactType::Footer);
        for line in 0..running.foot.lines.len() {
            self.text(&running.foot, line, MARGIN, height - FOOT + 11.0 * line as f32);
        }
        let page = wording::page(number + 1, layout.pages.len());
        let style = style::plain(7.5, style::ink_2());
        let spans = [Span { text: page, style, target: None }];
        let lines = break_lines(&spans, inner, self.fonts);
        let page_width = lines.first().map_or(0.0, |l| l.width);
        let cell = Cell { x: 0.0, marks: vec![(style, None)], lines, spoken: false };
        self.text(&cell, 0, width - MARGIN - page_width, height - FOOT);
        self.surface.end_tagged();
    }

    /// The heading row of a table on a page after its first.
    fn repeated(&mut self, block: &Block, placed: &Placed) {
        self.artifact(ArtifactType::PaginationOther);
        for cell in &block.cells {
            for (row, line) in placed.lines.clone().enumerate() {
                let y = base_line(block, cell, placed.top, row);
                self.text(cell, line, MARGIN + cell.x, y);
            }
        }
        self.surface.end_tagged();
    }

    fn block(&mut self, block: &Block, placed: &Placed, width: f32) {
        let inner = width - 2.0 * MARGIN;
        let height = placed.lines.len() as f32 * block.leading;
        if let Some(frame) = block.frame {
            let (top, height) = (placed.top - block.padding(), height + 2.0 * block.padding());
            self.rectangle(MARGIN, top, inner, height, frame.ground);
            self.rectangle(MARGIN, top, 3.0, height, frame.edge);
        }
        if block.role.is_row() && placed.lines.start == 0 {
            self.rectangle(MARGIN, placed.top - block.before / 2.0, inner, 0.5, style::hairline());
        }
        if let Some(drawing) = &block.drawing {
            return self.drawing(placed, drawing);
        }
        for (index, cell) in block.cells.iter().enumerate() {
            for (row, line) in placed.lines.clone().enumerate() {
                if let Some(line) = cell.lines.get(line) {
                    let y = base_line(block, cell, placed.top, row);
                    self.line(placed.block, index, cell, line, y);
                }
            }
        }
    }

    /// A drawing is one part of the structure tree; its words stand in for it there.
    fn drawing(&mut self, placed: &Placed, drawing: &Drawing) {
        let content = self.surface.start_tagged(ContentTag::Other);
        for shape in &drawing.shapes {
            self.shape(shape, placed.top);
        }
        for label in &drawing.labels {
            for line in 0..label.cell.lines.len() {
                self.text(
                    &label.cell,
                    line,
                    MARGIN + label.x,
                    placed.top + label.y + LABEL_LEADING * line as f32,
                );
            }
        }
        self.surface.end_tagged();
        self.drawn.push(Drawn { block: placed.block, cell: 0, content, link: None });
    }

    fn shape(&mut self, shape: &Shape, top: f32) {
        let mut path = PathBuilder::new();
        let at = |(x, y): (f32, f32)| (MARGIN + x, top + y);
        for (index, point) in shape.points.iter().enumerate() {
            let (x, y) = at(*point);
            if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
        if shape.stroke.is_none() {
            path.close();
        }
        let Some(path) = path.finish() else { return };
        let stroke = shape.stroke.map(|width| Stroke {
            paint: shape.color.into(),
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        });
        self.surface.set_fill(stroke.is_none().then(|| fill(shape.color)));
        self.surface.set_stroke(stroke);
        self.surface.draw_path(&path);
        self.surface.set_stroke(None);
    }

    /// A line of the text itself: each stretch up to a change of link is one part of the structure tree.
    fn line(&mut self, block: usize, index: usize, cell: &Cell, line: &Line, y: f32) {
        let x = MARGIN + cell.x;
        self.grounds(cell, line, x, y);
        let language = if cell.spoken { self.language } else { None };
        for part in line.pieces.chunk_by(|a, b| target(cell, a) == target(cell, b)) {
            let content = self.surface.start_tagged(ContentTag::Span(SpanTag::empty().with_lang(language)));
            self.pieces(cell, part, x, y);
            self.surface.end_tagged();
            let link = target(cell, &part[0]).and_then(|mark| Some((extent(cell, part, x, y)?, mark)));
            self.drawn.push(Drawn { block, cell: index, content, link });
        }
    }

    /// Colour behind the stretches that have one.
    fn grounds(&mut self, cell: &Cell, line: &Line, x: f32, y: f32) {
        for part in line.pieces.chunk_by(|a, b| a.span == b.span) {
            let Some(color) = cell.marks[part[0].span as usize].0.ground else { continue };
            if let Some(area) = extent(cell, part, x, y) {
                self.rectangle(area.left(), area.top(), area.width(), area.height(), color);
            }
        }
    }

    fn text(&mut self, cell: &Cell, line: usize, x: f32, y: f32) {
        if let Some(line) = cell.lines.get(line) {
            self.pieces(cell, &line.pieces, x, y);
        }
    }

    /// Draws pieces in reading order. Neighbours in one style, font and direction are drawn as one.
    fn pieces(&mut self, cell: &Cell, pieces: &[Piece], x: f32, y: f32) {
        let joined =
            |a: &Piece, b: &Piece| a.span == b.span && a.run.face == b.run.face && !a.run.rtl && !b.run.rtl;
        for part in pieces.chunk_by(|a, b| joined(a, b) && b.x > a.x) {
            let style = cell.marks[part[0].span as usize].0;
            let mut text = String::new();
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            for piece in part {
                let shift = text.len();
                text.push_str(&piece.run.text);
                glyphs.extend(piece.run.glyphs.iter().cloned().map(|mut glyph| {
                    glyph.text_range = glyph.text_range.start + shift..glyph.text_range.end + shift;
                    glyph
                }));
            }
            self.surface.set_fill(Some(fill(style.color)));
            let start = Point::from_xy(x + part[0].x, y - style.rise);
            self.surface.draw_glyphs(
                start,
                &glyphs,
                self.fonts.writer(part[0].run.face),
                &text,
                style.size,
                false,
            );
        }
    }

    /// A filled rectangle that means nothing to a reader.
    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, color: rgb::Color) {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            path.push_rect(rect);
        }
        let Some(path) = path.finish() else { return };
        self.artifact(ArtifactType::Layout);
        self.surface.set_fill(Some(fill(color)));
        self.surface.draw_path(&path);
        self.surface.end_tagged();
    }

    fn artifact(&mut self, kind: ArtifactType) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    }
}

/// The base line of a row of text: capitals stand in the middle of the leading.
fn base_line(block: &Block, cell: &Cell, top: f32, row: usize) -> f32 {
    let size = cell.marks.first().map_or(block.leading * 0.65, |(style, _)| style.size);
    let widest = block.cells.iter().flat_map(|c| &c.marks).map(|(s, _)| s.size).fold(size, f32::max);
    top + row as f32 * block.leading + (block.leading + 0.714 * widest) / 2.0
}

fn target(cell: &Cell, piece: &Piece) -> Option<Mark> {
    cell.marks[piece.span as usize].1
}

/// The area that pieces of one style cover.
fn extent(cell: &Cell, pieces: &[Piece], x: f32, y: f32) -> Option<Rect> {
    let style = cell.marks[pieces.first()?.span as usize].0;
    let left = pieces.iter().map(|p| p.x).fold(f32::INFINITY, f32::min);
    let right = pieces.iter().map(|p| p.x + p.run.advance * style.size).fold(0.0, f32::max);
    let base = y - style.rise;
    Rect::from_ltrb(x + left, base - style.size, x + right, base + 0.32 * style.size)
}

fn fill(color: rgb::Color) -> Fill {
    Fill { paint: color.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

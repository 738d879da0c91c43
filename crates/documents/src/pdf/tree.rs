//! The structure tree, the bookmarks and the places that links lead to.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{BBox, Node, TableHeaderScope, Tag, TagGroup, TagTree};

use super::blocks::{Block, Role};
use super::pages::Page;
use super::record;
use super::style::MARGIN;
use crate::note::Mark;

/// The children of each cell of each block, in reading order.
pub(super) type Content = Vec<Vec<Vec<Node>>>;

/// Where each piece of evidence is printed, by its mark.
pub(super) fn targets(blocks: &[Block], pages: &[Page]) -> HashMap<Mark, XyzDestination> {
    let mut targets = HashMap::new();
    each_start(blocks, pages, |block, place| {
        if let Role::TableRow(Some(mark)) = block.role {
            targets.insert(mark, place);
        }
    });
    targets
}

/// Bookmarks for the headings below the title.
pub(super) fn outline(blocks: &[Block], pages: &[Page]) -> Outline {
    let mut outline = Outline::new();
    each_start(blocks, pages, |block, place| {
        if let Role::Heading(1 | 2, text) = &block.role {
            outline.push_child(OutlineNode::new(record(text), place));
        }
    });
    outline
}

/// Calls with each block and the place it starts at.
fn each_start(blocks: &[Block], pages: &[Page], mut call: impl FnMut(&Block, XyzDestination)) {
    for (number, page) in pages.iter().enumerate() {
        for placed in page.placed.iter().filter(|p| p.lines.start == 0) {
            let point = Point::from_xy(MARGIN, (placed.top - 8.0).max(0.0));
            call(&blocks[placed.block], XyzDestination::new(number, point));
        }
    }
}

/// The structure tree: headings and paragraphs in order, rows gathered into tables.
pub(super) fn tags(blocks: &[Block], pages: &[Page], width: f32, content: Content) -> TagTree {
    let areas = areas(blocks, pages, width);
    let mut tree = TagTree::new().with_lang(Some("en".to_owned()));
    let mut table: Option<TagGroup> = None;
    for (index, (block, cells)) in blocks.iter().zip(content).enumerate() {
        let summary = match &block.role {
            Role::Particular(summary) | Role::TableHead(summary) => Some((*summary).to_owned()),
            Role::TableRow(_) | Role::TableStem => None,
            Role::Heading(..) | Role::Paragraph | Role::Figure(_) => {
                tree_push(&mut tree, table.take());
                tree.push(plain_block(&block.role, areas.get(&index), cells));
                continue;
            }
        };
        if matches!(block.role, Role::TableHead(_)) {
            tree_push(&mut tree, table.take());
        }
        table
            .get_or_insert_with(|| TagGroup::new(Tag::Table.with_summary(summary)))
            .push(row(&block.role, cells));
    }
    tree_push(&mut tree, table);
    tree
}

/// Where each drawing is printed.
fn areas(blocks: &[Block], pages: &[Page], width: f32) -> HashMap<usize, BBox> {
    let mut areas = HashMap::new();
    for (number, page) in pages.iter().enumerate() {
        for placed in &page.placed {
            let height = blocks[placed.block].drawing.as_ref().map(|drawing| drawing.height);
            let area = height.and_then(|h| Rect::from_xywh(MARGIN, placed.top, width - 2.0 * MARGIN, h));
            areas.extend(area.map(|area| (placed.block, BBox::new(number, area))));
        }
    }
    areas
}

fn tree_push(tree: &mut TagTree, table: Option<TagGroup>) {
    if let Some(table) = table {
        tree.push(table);
    }
}

fn plain_block(role: &Role, area: Option<&BBox>, cells: Vec<Vec<Node>>) -> TagGroup {
    let children = cells.into_iter().flatten().collect();
    match role {
        Role::Heading(level, text) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::with_children(Tag::Hn(level, Some(record(text))), children)
        }
        Role::Figure(words) => {
            TagGroup::with_children(Tag::Figure(Some(words.clone())).with_bbox(area.copied()), children)
        }
        _ => TagGroup::with_children(Tag::P, children),
    }
}

fn row(role: &Role, cells: Vec<Vec<Node>>) -> TagGroup {
    let mut row = TagGroup::new(Tag::TR);
    for (column, children) in cells.into_iter().enumerate() {
        let scope = match role {
            Role::TableHead(_) => Some(TableHeaderScope::Column),
            _ if column == 0 => Some(TableHeaderScope::Row),
            _ => None,
        };
        row.push(match scope {
            Some(scope) => TagGroup::with_children(Tag::TH(scope), children),
            None => TagGroup::with_children(Tag::TD, children),
        });
    }
    row
}

/// The language, if it has the form of a language tag.
pub(super) fn language_tag(language: &str) -> Option<&str> {
    let mut parts = language.split('-');
    let first = parts.next()?;
    let known = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    (known && rest && language.len() <= 35).then_some(language)
}

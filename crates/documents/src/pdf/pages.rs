//! Blocks placed on pages.

use std::ops::Range;

use super::blocks::{Block, Role};
use super::style::{BOTTOM, Paper, TOP, TOP_AGAIN};

/// Fewest lines of a paragraph that stand alone at the foot or the head of a page.
const KEPT_TOGETHER: usize = 2;
/// Rows of the table up to this many lines are not split.
const WHOLE_ROW: usize = 12;

/// Lines of a block at a place on a page.
pub(super) struct Placed {
    pub(super) block: usize,
    pub(super) lines: Range<usize>,
    /// Distance of the first line's top from the top of the page.
    pub(super) top: f32,
}

/// What stands on a page, from top to bottom.
#[derive(Default)]
pub(super) struct Page {
    /// The table's heading row, said again at the top.
    pub(super) repeated_head: Option<Placed>,
    pub(super) placed: Vec<Placed>,
}

/// Distributes blocks over as many pages as they need.
pub(super) fn paginate(blocks: &[Block], paper: Paper) -> Vec<Page> {
    let mut sheet = Sheet { blocks, bottom: paper.size().1 - BOTTOM, y: TOP, pages: vec![Page::default()] };
    for index in 0..blocks.len() {
        sheet.place(index);
    }
    sheet.pages
}

struct Sheet<'a> {
    blocks: &'a [Block],
    bottom: f32,
    y: f32,
    pages: Vec<Page>,
}

impl Sheet<'_> {
    fn is_empty(&self) -> bool {
        self.pages.last().is_none_or(|p| p.placed.is_empty())
    }

    fn place(&mut self, index: usize) {
        let block = &self.blocks[index];
        let (len, padding) = (block.len(), block.padding());
        if !self.is_empty() && self.y + self.needed(index) > self.bottom {
            self.turn(index);
        }
        if !self.is_empty() {
            self.y += block.before;
        }
        let mut from = 0;
        while from < len {
            let room =
                ((self.bottom - self.y - 2.0 * padding + 0.01) / block.leading).floor().max(0.0) as usize;
            let left = len - from;
            let mut take = left.min(room);
            if take < left && left - take < KEPT_TOGETHER {
                take = take.saturating_sub(KEPT_TOGETHER - (left - take));
            }
            let alone = take < KEPT_TOGETHER.min(left);
            if alone && !self.is_empty() {
                self.turn(index);
                continue;
            }
            let take = take.clamp(1, left);
            self.put(index, from..from + take, padding);
            from += take;
            if from < len {
                self.turn(index);
            }
        }
    }

    /// Height that must be free for a block to start on this page: itself if it stays whole, else its first lines,
    /// and for a heading what it leads.
    fn needed(&self, index: usize) -> f32 {
        let mut height = 0.0;
        for block in &self.blocks[index..] {
            let len = block.len();
            let whole = block.frame.is_some() || block.leads() || !matches!(block.role, Role::Paragraph);
            let shown = if whole && len <= WHOLE_ROW { len } else { KEPT_TOGETHER.min(len) };
            // A paragraph of three lines cannot be parted without leaving one alone.
            let shown = if len < 2 * KEPT_TOGETHER { len } else { shown };
            height += block.before + 2.0 * block.padding() + shown as f32 * block.leading;
            if !block.leads() {
                break;
            }
        }
        height
    }

    fn turn(&mut self, index: usize) {
        self.pages.push(Page::default());
        self.y = TOP_AGAIN;
        let head = self.blocks[..index].iter().rposition(|b| matches!(b.role, Role::TableHead(_)));
        if let Some(head) = head.filter(|_| self.blocks[index].role.is_row()) {
            let lines = 0..self.blocks[head].len();
            self.y += self.blocks[head].before;
            let placed = Placed { block: head, lines, top: self.y };
            self.y += placed.lines.len() as f32 * self.blocks[head].leading + self.blocks[index].before;
            if let Some(page) = self.pages.last_mut() {
                page.repeated_head = Some(placed);
            }
        }
    }

    fn put(&mut self, index: usize, lines: Range<usize>, padding: f32) {
        let top = self.y + padding;
        self.y = top + lines.len() as f32 * self.blocks[index].leading + padding;
        if let Some(page) = self.pages.last_mut() {
            page.placed.push(Placed { block: index, lines, top });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT_TOGETHER, paginate};
    use crate::note::Mark;
    use crate::pdf::blocks::{Block, Cell, Role};
    use crate::pdf::lines::Line;
    use crate::pdf::style::{BOTTOM, Paper};
    use proptest::prelude::*;

    fn block(role: Role, lines: usize) -> Block {
        let lines = (0..lines).map(|_| Line::default()).collect();
        let cells = vec![Cell { x: 0.0, marks: Vec::new(), lines, spoken: false }];
        Block { role, cells, leading: 15.0, before: 12.0, frame: None, drawing: None }
    }

    fn column(prose: &[(bool, usize)], said: &[usize]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for &(headed, lines) in prose {
            if headed {
                blocks.push(block(Role::Heading(2, String::new()), 1));
            }
            blocks.push(block(Role::Paragraph, lines));
        }
        if !said.is_empty() {
            blocks.push(block(Role::TableHead("said"), 1));
        }
        for (i, &lines) in said.iter().enumerate() {
            if i % 3 == 1 {
                blocks.push(block(Role::TableStem, 1));
            }
            blocks.push(block(Role::TableRow(Some(Mark::Said(i + 1))), lines));
        }
        blocks
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_line_is_placed_once_and_none_stands_alone(
            prose in prop::collection::vec((any::<bool>(), 1usize..120), 1..12),
            said in prop::collection::vec(1usize..70, 0..12),
        ) {
            let blocks = column(&prose, &said);
            let pages = paginate(&blocks, Paper::A4);
            let bottom = Paper::A4.size().1 - BOTTOM;
            let mut next = (0, 0);
            for page in &pages {
                let mut y = 0.0;
                prop_assert!(!page.placed.is_empty(), "no page is empty");
                for placed in &page.placed {
                    let block = &blocks[placed.block];
                    prop_assert_eq!((placed.block, placed.lines.start), next, "in order, none twice");
                    let end = placed.lines.end;
                    next = if end == block.len() { (placed.block + 1, 0) } else { (placed.block, end) };
                    prop_assert!(placed.top >= y, "nothing overlaps");
                    y = placed.top + placed.lines.len() as f32 * block.leading;
                    prop_assert!(y <= bottom + 0.1, "nothing runs into the foot");
                    let alone = placed.lines.len() < KEPT_TOGETHER.min(block.len());
                    prop_assert!(!alone, "no line stands alone: {:?} of {}", placed.lines, block.len());
                }
                let last = page.placed.last().map(|p| &blocks[p.block]);
                let ends = next.0 == blocks.len();
                prop_assert!(ends || last.is_some_and(|b| !b.leads()), "no heading at the foot");
                let first = &page.placed[0];
                let continued = blocks[first.block].role.is_row();
                prop_assert_eq!(page.repeated_head.is_some(), continued, "a table says its heading on each page");
            }
            prop_assert_eq!(next, (blocks.len(), 0), "everything is placed");
        }
    }
}

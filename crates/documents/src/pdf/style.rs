//! Paper, colours and type sizes of the printed note. Lengths in points.

use krilla::color::rgb;

use super::lines::Style;

/// A paper size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8½ × 11 inches.
    Letter,
}

impl Paper {
    /// Width and height.
    pub(super) fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

pub(super) const MARGIN: f32 = 70.0;
pub(super) const TOP: f32 = 62.0;
pub(super) const BOTTOM: f32 = 78.0;
/// Base line of the running head, from the top of the page.
pub(super) const HEAD: f32 = 46.0;
/// Where the text starts on a page with a running head.
pub(super) const TOP_AGAIN: f32 = 76.0;
/// First base line of the foot, from the bottom of the page.
pub(super) const FOOT: f32 = 46.0;

pub(super) fn ink() -> rgb::Color {
    rgb::Color::new(0x1d, 0x25, 0x24)
}
pub(super) fn ink_2() -> rgb::Color {
    rgb::Color::new(0x4c, 0x58, 0x56)
}
pub(super) fn ink_3() -> rgb::Color {
    rgb::Color::new(0x66, 0x71, 0x6f)
}
pub(super) fn accent() -> rgb::Color {
    rgb::Color::new(0x0f, 0x6b, 0x62)
}
pub(super) fn accent_soft() -> rgb::Color {
    rgb::Color::new(0xdc, 0xef, 0xeb)
}
pub(super) fn warn() -> rgb::Color {
    rgb::Color::new(0x8a, 0x5a, 0x00)
}
pub(super) fn warn_soft() -> rgb::Color {
    rgb::Color::new(0xfb, 0xee, 0xcd)
}
pub(super) fn danger() -> rgb::Color {
    rgb::Color::new(0xa1, 0x2a, 0x23)
}
pub(super) fn danger_soft() -> rgb::Color {
    rgb::Color::new(0xfb, 0xe3, 0xdf)
}
pub(super) fn hairline() -> rgb::Color {
    rgb::Color::new(0xdd, 0xda, 0xd0)
}

/// The colour of a speaker's name.
pub(super) fn speaker(name: &str) -> rgb::Color {
    match name.to_lowercase().as_str() {
        "therapist" => accent(),
        "client" => rgb::Color::new(0x7a, 0x4a, 0x9c),
        _ => ink_2(),
    }
}

/// Plain text of a size and colour.
pub(super) fn plain(size: f32, color: rgb::Color) -> Style {
    Style { size, color, bold: false, rise: 0.0, ground: None, whole: false }
}

pub(super) fn bold(size: f32, color: rgb::Color) -> Style {
    Style { bold: true, ..plain(size, color) }
}

/// The ground of a band, from 0 (none) to 4 (severe). Dark ink is readable on all of them.
pub(super) fn severity(rank: u8) -> rgb::Color {
    match rank {
        0 => accent_soft(),
        1 => rgb::Color::new(0xe9, 0xee, 0xc8),
        2 => warn_soft(),
        3 => rgb::Color::new(0xf8, 0xd9, 0xb8),
        _ => rgb::Color::new(0xf2, 0xbf, 0xb6),
    }
}

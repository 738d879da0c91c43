//! The parts pages are made of. Each names itself to screen readers, works by keyboard, and takes its looks from
//! `styles/components.css`. None of them knows what a client or a session is.

mod button;
mod chart;
mod choice;
mod dialog;
mod entrance;
mod error_note;
mod fields;
mod heights;
mod icon;
mod layout;
mod loaded;
mod menu;
mod passphrase;
mod progress;
mod save_note;
mod tabs;
mod toasts;
mod virtual_list;

pub use button::{Button, ButtonKind, LinkButton};
pub use chart::{
    Band, BandScale, ChartTable, Level, LevelMark, Mark as ChartMark, Point, PositionBar, TableRow, Tell,
    TrendChart, TrendPicture,
};
pub use choice::{Checkbox, Choice, RadioCards, Select};
pub use dialog::{Confirm, Dialog};
pub use entrance::{Entrance, Mark};
pub use error_note::ErrorNote;
pub use fields::{DateField, DateTimeField, TextArea, TextField, focus_first_wrong};
pub use icon::{Icon, IconName};
pub use layout::{Breadcrumb, Card, Crumb, EmptyState, Notice, PageHeader, Pill, Tone, focus_on_arrival};
pub use loaded::Loaded;
pub use menu::{Menu, MenuItem};
pub use passphrase::{NewPassphrase, PassphraseField};
pub use progress::{JobProgress, Progress};
pub use save_note::SaveNote;
pub use tabs::{Tab, TabPanel, Tabs};
pub use toasts::ToastRegion;
pub use virtual_list::{ListKind, RowHeight, VirtualList};

use std::sync::atomic::{AtomicUsize, Ordering};

/// An id no other element of this page has, to tie a label to its field.
pub fn unique_id(prefix: &str) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

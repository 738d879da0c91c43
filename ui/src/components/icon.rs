//! Attune's own small set of icons, drawn on a 20 by 20 grid in the colour of the text around them.

use leptos::prelude::*;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $path:literal),+ $(,)?) => {
        /// Which icon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName { $($(#[$doc])* $name),+ }

        impl IconName {
            const fn path(self) -> &'static str {
                match self { $(Self::$name => $path),+ }
            }
        }
    };
}

icons! {
    /// Today's page.
    Today = "M4 5.5h12v10.5h-12zM4 8.5h12M7 3.5v3M13 3.5v3M10 11v2.5h2",
    /// People in care.
    Clients = "M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16c.4-2.7 2.3-4.3 5-4.3s4.600 1.600 5 4.300M13 4.300a2.600 2.600 0 0 1 0 5M14.500 12c1.700.5 2.700 1.900 3 4",
    /// The practice.
    Practice = "M3.500 16.500v-9l6.500-4 6.500 4v9M3 16.500h14M8 16.500v-4.500h4v4.500M7.500 8.500h.01M12.500 8.500h.01",
    /// Speech models.
    Models = "M3 10h1.500l1.500-4 2.500 9 2.500-11 2.500 8.500 1.500-2.500h2",
    /// Keys and locking.
    Security = "M10 3l6 2.200v4.300c0 3.600-2.400 6.200-6 7.500-3.600-1.300-6-3.900-6-7.500v-4.300zM7.500 10l1.800 1.800 3.200-3.400",
    /// Text size and colours.
    Appearance = "M3 15.500l4-10.500 4 10.500M4.400 12h5.200M12 15.500l2.500-6.500 2.500 6.500M12.900 13.500h3.200",
    /// The audit log.
    Audit = "M5 3.500h10v13h-10zM7.500 7h5M7.500 10h5M7.500 13h3",
    /// About the program.
    About = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.500v4M10 6.600h.01",
    /// Closed.
    Lock = "M5 9.500h10v7h-10zM7 9.500v-2.500a3 3 0 0 1 6 0v2.500M10 12.300v1.700",
    /// Looking for something.
    Search = "M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.700 12.700l4 4",
    /// Something new.
    Plus = "M10 4v12M4 10h12",
    /// Done, right.
    Check = "M4 10.500l4 4 8-9",
    /// Away with it.
    Close = "M5 5l10 10M15 5l-10 10",
    /// More to choose from.
    More = "M5 10h.01M10 10h.01M15 10h.01",
    /// Opens downwards.
    Down = "M5.500 8l4.500 4.500 4.500-4.500",
    /// Further on.
    Right = "M8 5.500l4.500 4.500-4.500 4.500",
    /// Back.
    Left = "M12 5.500l-4.500 4.500 4.500 4.500",
    /// Show what is hidden.
    Eye = "M2.500 10c1.800-3.200 4.400-5 7.500-5s5.700 1.800 7.500 5c-1.800 3.200-4.400 5-7.500 5s-5.700-1.800-7.500-5zM10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z",
    /// Hide what is shown.
    EyeOff = "M3.500 3.500l13 13M8.300 5.200c.6-.1 1.100-.2 1.700-.2 3.100 0 5.700 1.800 7.500 5-.7 1.200-1.500 2.200-2.400 3M5.500 6.500c-1.200.9-2.200 2-3 3.500 1.800 3.200 4.400 5 7.500 5 1 0 2-.2 2.900-.6",
    /// Take care.
    Warning = "M10 3.500l7.500 13h-15zM10 8.500v3.500M10 14.300h.01",
    /// On paper.
    Print = "M6 8v-4.500h8v4.500M6 14h-2.500v-6h13v6h-2.500M6 12h8v4.500h-8z",
    /// Into the vault.
    Import = "M10 3.500v9M6.500 9.500l3.500 3.500 3.500-3.500M4 16.500h12",
    /// Out of the vault.
    Export = "M10 13v-9.500M6.500 7l3.500-3.500 3.500 3.500M4 16.500h12",
    /// Write.
    Edit = "M4 16l.800-3.500 8.700-8.700 2.700 2.700-8.700 8.700zM11.800 5.500l2.700 2.700",
    /// Play.
    Play = "M6.500 4.500l9 5.500-9 5.500z",
    /// Pause.
    Pause = "M7 4.500v11M13 4.500v11",
    /// Five seconds back.
    Back5 = "M4.500 4.500v3.800h3.800M4.800 8.200a6 6 0 1 1-.7 3.800M12 8.500h-2.600l-.3 2.200c1.600-.7 3.100.1 3.100 1.500 0 1.500-1.800 2.100-3.200 1.200",
    /// Five seconds on.
    Forward5 = "M15.500 4.500v3.800h-3.800M15.200 8.200a6 6 0 1 0 .7 3.800M11.500 8.500h-2.600l-.3 2.200c1.600-.7 3.100.1 3.100 1.500 0 1.500-1.800 2.100-3.200 1.200",
    /// Up.
    Up = "M5.500 12l4.500-4.500 4.500 4.500",
    /// Taken back.
    Undo = "M7.500 5l-3.500 3.500 3.500 3.500M4.500 8.500h7a4 4 0 0 1 0 8h-3",
    /// Two who change places.
    Swap = "M4 7h11M12 4l3 3-3 3M16 13h-11M8 10l-3 3 3 3",
    /// Speaking and recording.
    Microphone = "M10 12.500a2.500 2.500 0 0 0 2.500-2.500v-4a2.500 2.500 0 0 0-5 0v4a2.500 2.500 0 0 0 2.500 2.500zM5.500 10a4.500 4.500 0 0 0 9 0M10 14.500v2.500",
    /// A note.
    Note = "M5 3.500h7l3.500 3.500v9.500h-10.500zM12 3.500v3.500h3.500M7.500 10.500h5M7.500 13.500h5",
    /// A key.
    Key = "M7 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10.500 10h6.500v2.500M14 10v2",
    /// Take away.
    Trash = "M4 6h12M8 6v-2.500h4v2.500M5.500 6l.7 10.500h7.600l.7-10.500",
    /// Once more.
    Retry = "M15.500 9a5.700 5.700 0 1 0-.6 4M15.700 4.500v4.500h-4.500",
    /// A person giving agreement.
    Consent = "M4 16.500v-13h8l4 4v9zM7 11.500l2 2 4-4.500",
    /// Someone is there.
    Support = "M10 16.300l-5.300-5.200a3.600 3.600 0 0 1 5.300-4.900 3.600 3.600 0 0 1 5.300 4.900z",
    /// A score went up.
    ArrowUp = "M10 16.500v-13M4.500 9l5.500-5.500 5.500 5.500",
    /// A score went down.
    ArrowDown = "M10 3.500v13M4.500 11l5.500 5.500 5.500-5.500",
    /// A score stands about where it stood.
    Level = "M3.500 7.500h13M3.500 12.500h13",
    /// A line over time.
    Trend = "M3.500 3.500v13h13M6.500 12.500l3-4 2.500 2.500 4-5.500",
    /// A list with marks.
    Checklist = "M3.500 5.500l1.500 1.500 2.500-3M3.500 13.500l1.500 1.500 2.500-3M10.500 6h6M10.500 14h6",
    /// Comes again.
    Calendar = "M4 5.500h12v10.500h-12zM4 8.500h12M7 3.500v3M13 3.500v3M7.500 12h.01M10 12h.01M12.500 12h.01",
    /// Copies to the clipboard.
    Copy = "M7 7h9.500v9.500h-9.500zM4.500 13h-1v-9.500h9.500v1",
}

/// An icon. It says nothing to screen readers: the words beside it do.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=name.path() />
        </svg>
    }
}

//! A list of many rows of which only those in sight are on the page.

use std::ops::Range;

use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ResizeObserver, ResizeObserverEntry};

use super::heights::Heights;
use super::unique_id;

/// How tall rows are, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowHeight {
    /// All the same.
    Fixed(f64),
    /// Each as its words need; this is the guess until a row has been in sight.
    Measured(f64),
}

/// What the list is to screen readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListKind {
    /// A list of items.
    #[default]
    List,
    /// The rows of a table whose frame (`role="table"` with the heading row) the page puts around it.
    Rows,
}

impl ListKind {
    const fn roles(self) -> (&'static str, &'static str) {
        match self {
            Self::List => ("list", "listitem"),
            Self::Rows => ("rowgroup", "row"),
        }
    }
}

/// Rows kept on the page beyond those in sight, so that scrolling shows no gaps.
const SPARE: usize = 8;

/// What the list knows about its geometry. Copied into every row and handler.
#[derive(Clone, Copy)]
struct Geometry {
    heights: StoredValue<Heights>,
    /// Changes with every height.
    measured: RwSignal<u32>,
    scroll_top: RwSignal<f64>,
    view_height: RwSignal<f64>,
    frame: NodeRef<html::Div>,
}

impl Geometry {
    fn read<R>(self, look: impl FnOnce(&Heights) -> R) -> R {
        self.measured.track();
        self.heights.with_value(look)
    }

    /// Takes what the observer saw, unless the list has gone meanwhile.
    fn take(self, frame: Option<f64>, rows: &[(usize, f64)]) {
        if self.measured.is_disposed() {
            return;
        }
        if let Some(height) = frame {
            // No more than a window's height can be seen, whatever the frame was given.
            self.view_height.set(height.min(window_height()));
        }
        if !rows.is_empty() {
            self.measure(rows);
        }
    }

    /// Takes measured heights. Rows above the sight that grow push the sight along, so that it does not jump.
    fn measure(self, rows: &[(usize, f64)]) {
        let Some(frame) = self.frame.get_untracked() else { return };
        let top = frame.scroll_top() as f64;
        let mut pushed = 0.0;
        let mut changed = false;
        self.heights.update_value(|heights| {
            for (index, height) in rows {
                let above = heights.offset(*index) + heights.height(*index) <= top;
                let grown = heights.set(*index, *height);
                changed |= grown.abs() > 0.5;
                pushed += if above { grown } else { 0.0 };
            }
        });
        if changed {
            self.measured.update(|n| *n = n.wrapping_add(1));
        }
        if pushed.abs() > 0.5 {
            frame.set_scroll_top((top + pushed) as i32);
        }
    }

    /// Scrolls as little as needed to bring a row into sight.
    fn reveal(self, index: usize) {
        let Some(frame) = self.frame.get_untracked() else { return };
        let (top, height) = self.heights.with_value(|h| (h.offset(index), h.height(index)));
        let (seen, room) = (frame.scroll_top() as f64, frame.client_height() as f64);
        if top < seen {
            frame.set_scroll_top(top as i32);
        } else if top + height > seen + room {
            frame.set_scroll_top((top + height - room).ceil() as i32);
        }
        self.scroll_top.set(frame.scroll_top() as f64);
    }

    /// Brings a row into sight with room around it, unless it is in sight already.
    fn show(self, index: usize) {
        let Some(frame) = self.frame.get_untracked() else { return };
        let (top, height) = self.heights.with_value(|h| (h.offset(index), h.height(index)));
        let (seen, room) = (frame.scroll_top() as f64, frame.client_height() as f64);
        if top < seen || top + height > seen + room {
            frame.set_scroll_top((top - room / 3.0).max(0.0) as i32);
            self.scroll_top.set(frame.scroll_top() as f64);
        }
    }
}

/// A list of any length. It is one stop of the Tab key; arrow keys, Page Up, Page Down, Home and End move between rows,
/// Enter does what `on_activate` says. Rows are built by index (`let:index`): a row that has to change when the data does
/// reads a signal inside.
#[component]
pub fn VirtualList<F, V>(
    /// What it lists.
    #[prop(into)]
    label: String,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// How tall they are.
    height: RowHeight,
    /// What it is to screen readers.
    #[prop(optional)]
    kind: ListKind,
    /// The row the keyboard is at. Set it to mark a row and bring it into sight.
    #[prop(optional, into)]
    active: Option<RwSignal<Option<usize>>>,
    /// A row to bring into sight without moving the keyboard there.
    #[prop(optional, into)]
    shown: Option<Signal<Option<usize>>>,
    /// Does what a row is for.
    #[prop(optional, into)]
    on_activate: Option<Callback<(usize,)>>,
    /// Hears which rows are on the page, to fetch them.
    #[prop(optional, into)]
    on_range: Option<Callback<(Range<usize>,)>>,
    /// Builds the row of an index.
    children: F,
) -> impl IntoView
where
    F: Fn(usize) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let (guess, fixed) = match height {
        RowHeight::Fixed(height) => (height, Some(format!("{height}px"))),
        RowHeight::Measured(guess) => (guess, None),
    };
    let geometry = Geometry {
        heights: StoredValue::new(Heights::new(count.get_untracked(), guess)),
        measured: RwSignal::new(0),
        scroll_top: RwSignal::new(0.0),
        view_height: RwSignal::new(600.0),
        frame: NodeRef::new(),
    };
    let active = active.unwrap_or_else(|| RwSignal::new(None));
    let list_id = unique_id("list");
    let (list_role, row_role) = kind.roles();
    let range = shown_range(geometry, count);
    if let Some(on_range) = on_range {
        Effect::new(move |_| on_range.run((range.get(),)));
    }
    let observer = observe(geometry);

    let focus_wanted = StoredValue::new(false);
    let id_stem = list_id.clone();
    Effect::new(move |_| {
        let Some(index) = active.get() else { return };
        geometry.reveal(index);
        if focus_wanted.get_value() {
            focus_wanted.set_value(false);
            let id = format!("{id_stem}-{index}");
            request_animation_frame(move || focus_row(&id));
        }
    });

    if let Some(shown) = shown {
        Effect::new(move |_| {
            let Some(index) = shown.get() else { return };
            geometry.show(index);
            // Rows on the way there are measured only once they are on the page, which may move the row again.
            request_animation_frame(move || request_animation_frame(move || geometry.show(index)));
        });
    }

    // The active row stays on the page wherever the list is scrolled to: taking it away would lose the focus.
    let each = move || {
        let range = range.get();
        let outside = active.get().filter(|index| !range.contains(index) && *index < count.get_untracked());
        let mut rows: Vec<usize> = range.chain(outside).collect();
        rows.sort_unstable();
        rows
    };
    let row_stem = list_id.clone();
    let row = move |index: usize| {
        let element = NodeRef::<html::Div>::new();
        if fixed.is_none() {
            watch_row(element, observer);
        }
        let at_row = move || active.get() == Some(index);
        let stop = move || at_row() || (active.get().is_none() && index == 0);
        view! {
            <div
                role=row_role
                id=format!("{row_stem}-{index}")
                class="vlist-row"
                class:is-active=at_row
                data-index=index.to_string()
                tabindex=move || if stop() { "0" } else { "-1" }
                aria-posinset=(kind == ListKind::List).then(|| (index + 1).to_string())
                aria-setsize=move || (kind == ListKind::List).then(|| count.get().to_string())
                aria-rowindex=(kind == ListKind::Rows).then(|| (index + 2).to_string())
                style:transform=move || format!("translateY({}px)", geometry.read(|h| h.offset(index)))
                style:height=fixed.clone()
                node_ref=element
                on:focus=move |_| active.set(Some(index))
            >
                {children(index)}
            </div>
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let now = active.get_untracked().unwrap_or(0);
        if event.key() == "Enter" && on_row(&event) {
            if let Some(on_activate) = on_activate {
                event.prevent_default();
                on_activate.run((now,));
            }
            return;
        }
        let page = (geometry.view_height.get_untracked() / guess).floor().max(1.0) as usize;
        if let Some(next) = next_row(&event.key(), now, count.get_untracked(), page)
            && !in_field(&event)
        {
            event.prevent_default();
            focus_wanted.set_value(true);
            active.set(Some(next));
            // Moving to the row it is at already still has to give it the focus.
            active.notify();
        }
    };
    view! {
        <div
            class="vlist"
            node_ref=geometry.frame
            on:scroll=move |_| {
                if let Some(frame) = geometry.frame.get_untracked() {
                    geometry.scroll_top.set(frame.scroll_top() as f64);
                }
            }
            on:keydown=keys
        >
            <div
                class="vlist-space"
                role=list_role
                aria-label=label
                style:height=move || format!("{}px", { count.track(); range.track(); geometry.read(Heights::total) })
            >
                <For each key=|index| *index children=row />
            </div>
        </div>
    }
}

fn shown_range(geometry: Geometry, count: Signal<usize>) -> Memo<Range<usize>> {
    Memo::new(move |_| {
        let count = count.get();
        geometry.heights.update_value(|heights| heights.resize(count));
        let top = geometry.scroll_top.get();
        let end = top + geometry.view_height.get();
        geometry.read(|heights| {
            let first = heights.index_at(top).saturating_sub(SPARE);
            let last = (heights.index_at(end) + 1 + SPARE).min(count);
            first.min(last)..last
        })
    })
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(1_000.0)
}

type Observer = StoredValue<SendWrapper<ResizeObserver>>;

/// One observer for the frame and for every row; an element with `data-index` is a row. What it sees is taken in with
/// the next frame: a change of the page from inside the observer would be reported as a loop.
fn observe(geometry: Geometry) -> Option<Observer> {
    let react = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let mut rows = Vec::new();
        let mut frame = None;
        for entry in entries.iter() {
            let element: HtmlElement =
                entry.unchecked_into::<ResizeObserverEntry>().target().unchecked_into();
            let height = element.offset_height() as f64;
            match element.get_attribute("data-index").and_then(|index| index.parse().ok()) {
                // A row that was just taken away reports a height of 0.
                Some(index) if height > 0.0 => rows.push((index, height)),
                Some(_) => {}
                None => frame = Some(height),
            }
        }
        request_animation_frame(move || geometry.take(frame, &rows));
    });
    let observer = ResizeObserver::new(react.as_ref().unchecked_ref()).ok()?;
    let kept = StoredValue::new(SendWrapper::new(observer));
    let react = SendWrapper::new(react);
    on_cleanup(move || {
        if let Some(observer) = kept.try_get_value() {
            observer.disconnect();
        }
        drop(react);
    });
    Effect::new(move |_| {
        if let Some(frame) = geometry.frame.get() {
            geometry.view_height.set((frame.client_height() as f64).min(window_height()));
            kept.with_value(|observer| observer.observe(&frame));
        }
    });
    Some(kept)
}

fn watch_row(element: NodeRef<html::Div>, observer: Option<Observer>) {
    let Some(observer) = observer else { return };
    element.on_load(move |row| {
        observer.try_with_value(|observer| observer.observe(&row));
        let row = SendWrapper::new(row);
        on_cleanup(move || {
            observer.try_with_value(|observer| observer.unobserve(&row));
        });
    });
}

fn focus_row(id: &str) {
    let row = document().get_element_by_id(id).and_then(|row| row.dyn_into::<HtmlElement>().ok());
    if let Some(row) = row {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // A row on the page can be focused.
        let _ = row.focus_with_options(&options);
    }
}

/// The event came from a row itself and not from a button in it.
fn on_row(event: &web_sys::KeyboardEvent) -> bool {
    target(event).is_some_and(|element| element.has_attribute("data-index"))
}

/// The event came from something to type into, where arrow keys mean something else.
fn in_field(event: &web_sys::KeyboardEvent) -> bool {
    let name = target(event).map(|element| element.tag_name()).unwrap_or_default();
    matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || target(event)
            .is_some_and(|element| element.closest("[contenteditable=true]").ok().flatten().is_some())
}

fn target(event: &web_sys::KeyboardEvent) -> Option<web_sys::Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// Which row a key leads to.
fn next_row(key: &str, now: usize, count: usize, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some((now + 1).min(last)),
        "ArrowUp" => Some(now.saturating_sub(1)),
        "PageDown" => Some((now + page).min(last)),
        "PageUp" => Some(now.saturating_sub(page)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::next_row;

    #[test]
    fn keys_never_lead_out_of_the_list() {
        for key in ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"] {
            assert_eq!(next_row(key, 0, 0, 5), None, "an empty list has no rows to move to");
            for now in 0..7 {
                let next = next_row(key, now, 7, 5);
                assert!(next.is_some_and(|n| n < 7), "{key} from {now} leads to {next:?}");
            }
        }
        assert_eq!(next_row("a", 3, 7, 5), None, "other keys do not move");
    }
}

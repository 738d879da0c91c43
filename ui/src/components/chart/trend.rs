//! A line over time, with bands behind it and marks where something changed.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;

use super::axis::Unit;
use super::plot::{Label, Plot, Room, plot};
use super::{Band, Mark, Point, Tell};
use crate::format;
use crate::strings::results as words;

/// How tall a chart is, in letters of the page.
const HEIGHT: f64 = 15.0;

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPicture {
    /// Lowest value there can be.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// Bands from low to high; may be none.
    pub bands: Vec<Band>,
    /// Which way is better.
    pub lower_is_better: bool,
    /// Points, oldest first.
    pub points: Vec<Point>,
}

/// The line. It is one stop of the Tab key: arrow keys, Home and End go from point to point, Enter opens one. Pointing at it
/// says the nearest point.
#[component]
pub fn TrendChart(
    /// What it shows, in a sentence.
    #[prop(into)]
    name: String,
    /// What its points are, in a few words.
    #[prop(into)]
    label: String,
    /// What is drawn.
    picture: TrendPicture,
    /// Says a point in words.
    tell: Tell,
    /// Opens what is behind a point.
    #[prop(optional, into)]
    on_open: Option<Callback<(usize,)>>,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let room = use_room(frame);
    let picture = Arc::new(picture);
    let marks = legend(&picture);
    let bands = StoredValue::new(picture.bands.clone());
    let last = picture.points.len().saturating_sub(1);
    let laid = picture.clone();
    let plotted = Memo::new(move |_| plot(&laid, room.get(), format::score));
    let names_below = Memo::new(move |_| plotted.with(|plot| plot.names_below));
    let active = RwSignal::new(None::<usize>);
    let stop = RwSignal::new(last);
    let point_at = move |event: &web_sys::MouseEvent| {
        let left = frame.get_untracked()?.get_bounding_client_rect().left();
        plotted.with_untracked(|plot| plot.nearest(f64::from(event.client_x()) - left))
    };
    let said = tell.clone();
    view! {
        <div
            class="chart"
            class:chart-opens=on_open.is_some()
            node_ref=frame
            on:pointermove=move |event| active.set(point_at(&event))
            on:pointerleave=move |_| active.set(None)
            on:click=move |event| if let (Some(index), Some(on_open)) = (point_at(&event), on_open) {
                on_open.run((index,));
            }
        >
            {move || plotted.with(|plot| picture_of(plot, room.get(), &name))}
            {move || plotted.with(|plot| pointed(plot, active.get(), room.get(), &tell))}
            <PointRange label last stop active tell=said open=on_open />
        </div>
        <Show when=move || names_below.get()>
            <ul class="chart-legend chart-names">{bands.with_value(|bands| band_names(bands))}</ul>
        </Show>
        {marks}
    }
}

/// The way through the points for keyboards and screen readers: a slider whose places are the points.
#[component]
fn PointRange(
    label: String,
    last: usize,
    stop: RwSignal<usize>,
    active: RwSignal<Option<usize>>,
    tell: Tell,
    open: Option<Callback<(usize,)>>,
) -> impl IntoView {
    let keys = move |event: web_sys::KeyboardEvent| match (event.key().as_str(), open) {
        ("Enter", Some(open)) => open.run((stop.get_untracked(),)),
        ("Escape", _) => active.set(None),
        _ => {}
    };
    view! {
        <input
            type="range"
            class="chart-range"
            aria-label=label
            min="0"
            max=last.to_string()
            prop:value=move || stop.get().to_string()
            aria-valuetext=move || tell(stop.get())
            on:input=move |event| {
                let index = event_target_value(&event).parse().unwrap_or(last).min(last);
                stop.set(index);
                active.set(Some(index));
            }
            on:focus=move |_| active.set(Some(stop.get_untracked()))
            on:blur=move |_| active.set(None)
            on:keydown=keys
        />
    }
}

/// The bands by name, from the highest down, for where they cannot stand beside the picture.
fn band_names(bands: &[Band]) -> impl IntoView + use<> {
    let name = |band: &Band| {
        let text = words::band_range(&band.label, &format::number(band.min), &format::number(band.max));
        view! { <li><span class=format!("chart-swatch {}", band.level.class()) aria-hidden="true"></span>{text}</li> }
    };
    bands.iter().rev().map(name).collect_view()
}

/// The drawing itself.
fn picture_of(plot: &Plot, room: Room, name: &str) -> impl IntoView + use<> {
    let strips = plot.strips.iter().map(|strip| {
        view! {
            <rect
                class=format!("chart-strip {}", strip.class)
                x=px(plot.left) y=px(strip.y) width=px((plot.right - plot.left).max(0.0)) height=px(strip.height)
            />
        }
    });
    let unit = plot.day_unit.unwrap_or(Unit::Day);
    let days = plot.days.iter().map(|(x, day)| {
        let text = match unit {
            Unit::Day => format::axis_day(*day),
            Unit::Month => format::month_year(*day),
            Unit::Year => format::year(*day),
        };
        view! {
            <path class="chart-tick" d=format!("M{x:.1} {:.1}v4", plot.bottom) />
            <text class="chart-day" x=px(*x) y=px(plot.bottom + 18.0)>{text}</text>
        }
    });
    let lines = plot.values.iter().map(|label| {
        let y = label.y - 4.0;
        view! { <path class="chart-line-value" d=format!("M{:.1} {y:.1}H{:.1}", plot.left, plot.right) /> }
    });
    let lines = plot.strips.is_empty().then(|| lines.collect_view());
    view! {
        <svg
            class="chart-picture"
            viewBox=format!("0 0 {:.1} {:.1}", room.width, room.height)
            role="img"
            aria-label=name.to_owned()
        >
            {strips.collect_view()}
            {lines}
            {texts(&plot.values, "chart-value")}
            {days.collect_view()}
            {texts(&plot.strip_labels, "chart-band")}
            <path class="chart-line" d=plot.line.clone() stroke-width=px(plot.line_width) />
            <path class="chart-dots" d=plot.dots.clone() stroke-width=px(plot.dot_size) />
            <path class="chart-dots" d=plot.rings.clone() stroke-width=px(plot.dot_size + 1.0) />
            <path class="chart-rings" d=plot.rings.clone() stroke-width=px((plot.dot_size - 3.0).max(1.0)) />
            <path class="chart-mark chart-better" d=plot.better.clone() />
            <path class="chart-mark chart-worse" d=plot.worse.clone() />
            {texts(&plot.point_values, "chart-number")}
        </svg>
    }
}

fn texts(labels: &[Label], class: &'static str) -> impl IntoView + use<> {
    labels
        .iter()
        .map(|label| view! { <text class=class x=px(label.x) y=px(label.y)>{label.text.clone()}</text> })
        .collect_view()
}

/// What is said about the point that is pointed at.
fn pointed(plot: &Plot, active: Option<usize>, room: Room, tell: &Tell) -> impl IntoView + use<> {
    let index = active?;
    let &(x, y) = plot.at.get(index)?;
    // The words stand on the side where there is room, and never over the point they are about.
    let beside = |x: f64| Some(format!("calc({x:.1}px + .75rem)"));
    let (left, right) = if x < room.width / 2.0 { (beside(x), None) } else { (None, beside(room.width - x)) };
    let low = y < f64::midpoint(plot.top, plot.bottom);
    Some(view! {
        <span
            class="chart-here"
            style:left=format!("{x:.1}px")
            style:top=format!("{y:.1}px")
            aria-hidden="true"
        ></span>
        <p class="chart-told" class:is-low=low style:left=left style:right=right aria-hidden="true">{tell(index)}</p>
    })
}

/// What the marks mean, where there are any.
fn legend(picture: &TrendPicture) -> impl IntoView + use<> {
    let has = |mark| picture.points.iter().any(|point| point.mark == Some(mark));
    let entry = |mark: Mark| {
        let down = picture.lower_is_better == (mark == Mark::Better);
        let (class, text) = match mark {
            Mark::Better => ("chart-mark chart-better", words::MARK_BETTER),
            Mark::Worse => ("chart-mark chart-worse", words::MARK_WORSE),
        };
        let path = if down { "M2 4h12L8 13Z" } else { "M2 13h12L8 4Z" };
        view! {
            <li><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path class=class d=path /></svg>{text}</li>
        }
    };
    let hollow = picture.points.iter().any(|point| point.hollow).then(|| {
        view! {
            <li>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle class="chart-ring" cx="8" cy="8" r="4.5" /></svg>
                {words::MARK_INCOMPLETE}
            </li>
        }
    });
    let marks: Vec<_> =
        [Mark::Better, Mark::Worse].into_iter().filter(|mark| has(*mark)).map(entry).collect();
    (!marks.is_empty() || hollow.is_some()).then(|| view! { <ul class="chart-legend">{marks} {hollow}</ul> })
}

/// How much room the frame has; changes with the window.
fn use_room(frame: NodeRef<html::Div>) -> Signal<Room> {
    let room = RwSignal::new(Room { width: 640.0, height: 16.0 * HEIGHT, rem: 16.0 });
    let measure = move || {
        let Some(frame) = frame.try_get_untracked().flatten() else { return };
        let height = f64::from(frame.client_height());
        let now = Room { width: f64::from(frame.client_width()), height, rem: height / HEIGHT };
        if now.width > 0.0 && room.try_get_untracked().is_some_and(|before| before != now) {
            room.set(now);
        }
    };
    let react = Closure::<dyn FnMut()>::new(measure);
    let Ok(observer) = ResizeObserver::new(react.as_ref().unchecked_ref()) else { return room.into() };
    let kept = StoredValue::new(SendWrapper::new((observer, react)));
    on_cleanup(move || {
        kept.try_with_value(|kept| kept.0.disconnect());
    });
    Effect::new(move |_| {
        if let Some(frame) = frame.get() {
            kept.with_value(|kept| kept.0.observe(&frame));
        }
    });
    room.into()
}

fn px(value: f64) -> String {
    format!("{value:.1}")
}

//! A value on a scale with bands, a bar from 0 to 100, and a mark of how strong something is. All three repeat what stands
//! in words beside them, and are silent to screen readers.

use leptos::prelude::*;

use super::{Band, Level, edges};
use crate::format;

/// A value on its scale.
#[component]
pub fn BandScale(
    /// Lowest value there can be.
    min: f64,
    /// Highest.
    max: f64,
    /// The scale's bands, from low to high.
    bands: Vec<Band>,
    /// Where on it.
    value: f64,
) -> impl IntoView {
    let span = (max - min).max(f64::MIN_POSITIVE);
    let share = move |value: f64| ((value - min) / span * 100.0).clamp(0.0, 100.0);
    let limits = edges(&bands, min, max);
    let parts = bands.iter().zip(&limits).map(|(band, (from, to))| {
        let class = format!("scale-part {}", band.level.class());
        view! { <span class=class style:width=format!("{:.2}%", share(*to) - share(*from))></span> }
    });
    let parts = parts.collect_view();
    // The highest value stands at the end; a band that begins close to it goes without its number.
    let starts = bands.iter().map(|band| band.min).filter(|start| share(*start) < 92.0);
    let numbers = starts.chain([max]).map(|number| {
        view! { <span style:left=format!("{:.2}%", share(number))>{format::number(number)}</span> }
    });
    let numbers = numbers.collect_view();
    view! {
        <div class="scale" aria-hidden="true">
            <div class="scale-track">{parts}</div>
            <span class="scale-mark" style:left=format!("{:.2}%", share(value))></span>
            <div class="scale-numbers">{numbers}</div>
        </div>
    }
}

/// A bar from 0 to 100.
#[component]
pub fn PositionBar(
    /// How far, 0 to 100.
    position: f64,
    /// How strong.
    level: Level,
) -> impl IntoView {
    // Something that stands at 0 was measured: it is drawn, as the narrowest bar there is.
    let width = format!("max({:.1}%, 3px)", position.clamp(0.0, 100.0));
    view! {
        <div class="position" aria-hidden="true">
            <div class=format!("position-bar {}", level.class()) style:width=width></div>
        </div>
    }
}

/// How strong, as one to five steps.
#[component]
pub fn LevelMark(
    /// How strong.
    level: Level,
) -> impl IntoView {
    let steps = (0..5_u8).map(|step| {
        let height = 4 + 3 * step;
        let class = if Level::new(step) <= level { "level-step is-on" } else { "level-step" };
        view! { <rect class=class x=(4 * step).to_string() y=(16 - height).to_string() width="3" height=height.to_string() /> }
    });
    view! {
        <svg class=format!("level-mark {}", level.class()) viewBox="0 0 19 16" aria-hidden="true" focusable="false">
            {steps.collect_view()}
        </svg>
    }
}

//! How scores are shown everywhere: bands, how grave, change, and where pages are.

use contract::instruments::{BandView, Severity};
use contract::results::{ChangeView, Verdict};
use contract::{ClientId, ScreeningId};
use leptos::prelude::*;

use crate::components::{Band, ChartMark, Icon, IconName, Level, LevelMark};
use crate::format;
use crate::strings::results as words;

/// Where a client’s scores over time are.
pub fn trends_path(id: ClientId) -> String {
    format!("/clients/{id}/results")
}

/// Where two screenings stand side by side.
pub fn compare_path(one: ScreeningId, other: ScreeningId) -> String {
    format!("/screenings/compare?one={one}&other={other}")
}

/// How strongly a severity is drawn.
pub const fn level(severity: Severity) -> Level {
    Level::new(match severity {
        Severity::None | Severity::Negative => 0,
        Severity::Mild => 1,
        Severity::Moderate => 2,
        Severity::ModeratelySevere | Severity::Positive => 3,
        Severity::Severe => 4,
    })
}

/// An instrument’s bands as they are drawn.
pub fn bands(views: &[BandView]) -> Vec<Band> {
    let band = |view: &BandView| Band {
        min: view.min,
        max: view.max,
        label: view.label.clone(),
        level: level(view.severity),
    };
    views.iter().map(band).collect()
}

/// A verdict as a mark on a line.
pub const fn mark(verdict: Verdict) -> Option<ChartMark> {
    match verdict {
        Verdict::Improved => Some(ChartMark::Better),
        Verdict::Worse => Some(ChartMark::Worse),
        Verdict::NoReliableChange | Verdict::NotDefined => None,
    }
}

/// The short name a title carries in brackets, such as "PHQ-9"; else what stands before a remark in brackets.
pub fn short_title(title: &str) -> &str {
    let parts =
        title.rsplit_once(" (").and_then(|(before, rest)| Some((before, rest.split_once(')')?.0.trim())));
    match parts {
        Some((_, short)) if (1..=14).contains(&short.chars().count()) => short,
        Some((before, short)) if !short.is_empty() => before,
        _ => title,
    }
}

/// A band’s name, or the severity’s where the band has none.
pub fn band_name(band: Option<&str>, severity: Option<Severity>) -> Option<String> {
    band.map(str::to_owned).or_else(|| severity.map(|severity| words::severity(severity).to_owned()))
}

/// A band in words, with a mark of how strong it is.
#[component]
pub fn BandWords(
    /// Its name.
    #[prop(into)]
    label: String,
    /// How grave, where that is known.
    severity: Option<Severity>,
) -> impl IntoView {
    let mark = severity.map(|severity| view! { <LevelMark level=level(severity) /> });
    view! { <span class="band-words">{mark} <span>{label}</span></span> }
}

/// A change in words, with an arrow the way the score went.
#[component]
pub fn ChangeLine(
    /// The change.
    change: ChangeView,
) -> impl IntoView {
    let points = change.to - change.from;
    let (class, icon) = match (change.verdict, points) {
        (_, 0.0) | (Verdict::NoReliableChange, _) => ("change", IconName::Level),
        (Verdict::Improved, p) if p < 0.0 => ("change change-better", IconName::ArrowDown),
        (Verdict::Improved, _) => ("change change-better", IconName::ArrowUp),
        (Verdict::Worse, p) if p < 0.0 => ("change change-worse", IconName::ArrowDown),
        (Verdict::Worse, _) => ("change change-worse", IconName::ArrowUp),
        (Verdict::NotDefined, p) if p < 0.0 => ("change", IconName::ArrowDown),
        (Verdict::NotDefined, _) => ("change", IconName::ArrowUp),
    };
    let told = words::change(points, &format::score(points.abs()), &format::date(change.since));
    let counts = match change.reliable {
        Some(points) => words::reliable(&format::number(points)),
        None => words::NOT_DEFINED.to_owned(),
    };
    view! {
        <div class=class>
            <Icon name=icon />
            <p>
                <strong>{words::verdict(change.verdict)}</strong> ": " {told} ". "
                <span class="quiet">{counts}</span>
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_shortened_to_what_it_carries_in_brackets() {
        assert_eq!(short_title("Patient Health Questionnaire-9 (PHQ-9)"), "PHQ-9", "the usual form");
        assert_eq!(short_title("PHQ panic module"), "PHQ panic module", "no brackets");
        let remark = "TAPS tool, part 1 (Tobacco, Alcohol, Prescription medication, and other Substance use)";
        assert_eq!(short_title(remark), "TAPS tool, part 1", "a long remark is no short name");
        assert_eq!(short_title("Odd ()"), "Odd ()", "empty brackets name nothing");
        assert_eq!(short_title("Odd (open"), "Odd (open", "brackets that never close name nothing");
    }

    #[test]
    fn graver_is_never_drawn_weaker() {
        let order = [
            Severity::None,
            Severity::Mild,
            Severity::Moderate,
            Severity::ModeratelySevere,
            Severity::Severe,
        ];
        assert!(order.map(level).is_sorted(), "levels follow the severities");
        assert!(level(Severity::Positive) > level(Severity::Negative), "positive stands out");
    }
}

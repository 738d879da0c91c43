use contract::instruments::Severity;
use contract::notes::ExportedFile;
use contract::results::*;
use contract::risk::RiskLevel;
use contract::screenings::{ScreeningView, TextRisk};
use contract::{ClientId, ScreeningId};

use super::instruments::band;
use super::screenings::{SCREENING, view};
use super::{Group, at, every, id, text};

fn change() -> ChangeView {
    ChangeView {
        since: at(-10_080),
        from: 2.0,
        to: 1.0,
        verdict: Verdict::NoReliableChange,
        reliable: Some(2.0),
    }
}

fn dimension() -> DimensionView {
    DimensionView {
        id: text("depression"),
        name: text("Depression"),
        score: Some(1.0),
        band: Some(text("Mild")),
        severity: Some(Severity::Mild),
        position: Some(25.0),
        instrument: Some(text("example2")),
        at: Some(at(3)),
    }
}

fn never() -> DimensionView {
    DimensionView {
        id: text("worry"),
        name: text("Worry"),
        score: None,
        band: None,
        severity: None,
        position: None,
        instrument: None,
        at: None,
    }
}

fn result() -> InstrumentResult {
    InstrumentResult {
        instrument: text("example2"),
        title: text("Example Questionnaire-2"),
        version: text("Example-2 (2026)"),
        recall_period: text("last 2 weeks"),
        attribution: text("Made for this example."),
        complete: false,
        total: Some(1.0),
        min: Some(0.0),
        max: Some(2.0),
        severity: Some(Severity::Mild),
        band: Some(text("Mild")),
        bands: vec![band()],
        subscales: vec![
            SubscaleView { id: text("core"), label: text("Core"), value: Some(text("1")) },
            SubscaleView { id: text("rest"), label: text("Rest"), value: None },
        ],
        critical: vec![CriticalView {
            item: text("q1"),
            text: text("Little interest"),
            answer: text("Several days"),
            reason: text("An example of a reason"),
        }],
        missing: 1,
        change: Some(change()),
        insights: vec![text("The total is 1 of 2.")],
        items: vec![ItemAnswer {
            item: text("q1"),
            stem: text(""),
            text: text("Little interest"),
            value: Some(1.0),
            label: Some(text("Several days")),
            declined: false,
            critical: true,
        }],
    }
}

fn trends() -> Trends {
    let point = SeriesPoint {
        screening_id: ScreeningId(id(SCREENING)),
        at: at(3),
        total: 1.0,
        band: Some(text("Mild")),
        severity: Some(Severity::Mild),
        verdict: Some(Verdict::NoReliableChange),
        complete: true,
    };
    let series = Series {
        instrument: text("example2"),
        title: text("Example Questionnaire-2"),
        min: 0.0,
        max: 2.0,
        bands: vec![band()],
        reliable: Some(2.0),
        higher_is_worse: true,
        points: vec![point],
    };
    let course =
        DimensionSeries { id: text("depression"), name: text("Depression"), points: vec![(at(3), 25.0)] };
    Trends { series: vec![series], dimensions: vec![dimension(), never()], dimension_series: vec![course] }
}

pub(super) fn group() -> Group {
    let (screening_id, client_id) = (ScreeningId(id(SCREENING)), ClientId(id(10)));
    let seen = TextRisk { level: RiskLevel::Mild, reasons: vec![text("Distress: “long days”")] };
    let results = ScreeningResults {
        screening: view(),
        results: vec![result()],
        dimensions: vec![dimension()],
        comment: text("Long days."),
        comment_risk: Some(seen),
    };
    let compared = InstrumentComparison {
        instrument: text("example2"),
        title: text("Example Questionnaire-2"),
        from: Some(2.0),
        to: Some(1.0),
        from_band: Some(text("Mild")),
        to_band: None,
        change: Some(change()),
        items: vec![ItemComparison {
            item: text("q1"),
            text: text("Little interest"),
            from: Some(text("Several days")),
            to: None,
            changed: true,
        }],
    };
    let comparison = Comparison {
        earlier: ScreeningView { id: ScreeningId(id(69)), ..view() },
        later: view(),
        instruments: vec![compared],
        only_in_one: vec![text("Another Questionnaire")],
    };
    let file = ExportedFile {
        file_name: text("screening-2026-11-21.csv"),
        media_type: text("text/csv"),
        data_base64: text("YQ=="),
    };
    Group::default()
        .command(vec![GetResults { screening_id }], vec![results])
        .command(vec![GetTrends { client_id }], vec![trends()])
        .command(vec![CompareScreenings { one: ScreeningId(id(69)), other: screening_id }], vec![comparison])
        .command(
            vec![
                ExportResults { client_id, screening_id: Some(screening_id), format: ResultFormat::Pdf },
                ExportResults { client_id, screening_id: None, format: ResultFormat::CsvScores },
            ],
            vec![file],
        )
        .values("Verdict", every!(Verdict: Improved, Worse, NoReliableChange, NotDefined))
        .values("ResultFormat", every!(ResultFormat: Pdf, Fhir, CsvScores, CsvItems))
}

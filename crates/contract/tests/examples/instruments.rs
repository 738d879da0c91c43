use contract::instruments::*;
use contract::recordings::FileSource;
use contract::{BatteryId, Done, PickId};

use super::{Group, every, id, text};

fn bundled() -> InstrumentSummary {
    InstrumentSummary {
        id: text("example2"),
        title: text("Example Questionnaire-2"),
        version: text("Example-2 (2026)"),
        dimensions: vec![text("depression")],
        origin: InstrumentOrigin::Bundled,
        slot: None,
        licence: text("public-domain"),
        attribution: text("Made for this example."),
        statement: text(""),
        enabled: true,
        items: 2,
    }
}

fn licensed() -> InstrumentSummary {
    InstrumentSummary {
        id: text("licensed_sleep"),
        origin: InstrumentOrigin::Licensed,
        slot: Some(text("sleep")),
        licence: text("permission-required"),
        statement: text("Licence 12 of the practice"),
        enabled: false,
        ..bundled()
    }
}

fn battery() -> BatteryView {
    BatteryView {
        id: Some(BatteryId(id(71))),
        key: id(71).to_string(),
        name: text("Evening set"),
        purpose: text(""),
        instruments: vec![text("example2")],
        items: 2,
    }
}

pub(super) fn options() -> Vec<OptionView> {
    vec![
        OptionView { value: 0.0, label: text("Not at all") },
        OptionView { value: 1.0, label: text("Several days") },
    ]
}

pub(super) fn band() -> BandView {
    BandView { min: 0.0, max: 2.0, label: text("Mild"), severity: Severity::Mild }
}

pub(super) fn group() -> Group {
    let slot = SlotView {
        id: text("sleep"),
        title: text("Sleep"),
        candidates: text("Example Sleep Index"),
        reason: text("Needs a licence."),
    };
    let standard = BatteryView {
        id: None,
        key: text("weekly"),
        name: text("Weekly"),
        purpose: text("Between sessions."),
        ..battery()
    };
    let view = InstrumentView {
        summary: bundled(),
        recall_period: text("last 2 weeks"),
        instructions: text("How often were you bothered?"),
        algorithm: text("Total = sum of both."),
        bands: vec![band()],
        items: vec![ItemView {
            id: text("q1"),
            stem: text(""),
            text: text("Little interest"),
            options: options(),
        }],
        sources: vec![text("An example, 2026.")],
        notes: vec![text("Not real.")],
    };
    Group::default()
        .command(
            vec![ListInstruments {}],
            vec![InstrumentCatalogue { instruments: vec![bundled(), licensed()], slots: vec![slot] }],
        )
        .command(vec![GetInstrument { instrument: text("example2") }], vec![view])
        .command(
            vec![
                AddInstrument {
                    source: FileSource::Picked(PickId(id(80))),
                    slot: Some(text("sleep")),
                    statement: text("Licence 12 of the practice"),
                },
                AddInstrument {
                    source: FileSource::Path(text("pack.json")),
                    slot: None,
                    statement: text(""),
                },
            ],
            vec![licensed()],
        )
        .command(
            vec![SetInstrumentEnabled {
                instrument: text("licensed_sleep"),
                enabled: true,
                condition_accepted: true,
            }],
            vec![InstrumentSummary { enabled: true, ..licensed() }],
        )
        .command(vec![ListBatteries {}], vec![vec![standard, battery()]])
        .command(
            vec![
                SaveBattery {
                    battery_id: None,
                    name: text("Evening set"),
                    instruments: vec![text("example2")],
                },
                SaveBattery {
                    battery_id: Some(BatteryId(id(71))),
                    name: text("Evening set"),
                    instruments: vec![text("example2")],
                },
            ],
            vec![battery()],
        )
        .command(vec![RemoveBattery { battery_id: BatteryId(id(71)) }], vec![Done {}])
        .values("InstrumentOrigin", every!(InstrumentOrigin: Bundled, Pack, Licensed))
        .values(
            "Severity",
            every!(Severity: None, Negative, Mild, Moderate, ModeratelySevere, Severe, Positive),
        )
}

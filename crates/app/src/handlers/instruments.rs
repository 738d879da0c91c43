//! Instruments and sets of instruments.

use std::io::Read as _;

use clinical::risk::{Level, Role, Turn};
use clinical::screening::{Instrument, Item};
use contract::instruments::{
    AddInstrument, BandView, BatteryView, GetInstrument, InstrumentCatalogue, InstrumentOrigin,
    InstrumentSummary, InstrumentView, ItemView, ListBatteries, ListInstruments, RemoveBattery, SaveBattery,
    SetInstrumentEnabled, SlotView,
};
use contract::{ApiError, BatteryId, Command, Done};
use store::instruments::{BatteryRow, InstrumentRow};

use super::{MAX_LINE, MAX_TEXT, blocking, check_length};
use crate::convert::severity_from;
use crate::errors::{from_store, internal, not_found};
use crate::filled::options;
use crate::library::{Library, Own};
use crate::{App, Cx, Handle};

fn summary(instrument: &Instrument, own: Option<&InstrumentRow>) -> InstrumentSummary {
    let origin = match own {
        None => InstrumentOrigin::Bundled,
        Some(row) if row.slot.is_some() => InstrumentOrigin::Licensed,
        Some(_) => InstrumentOrigin::Pack,
    };
    InstrumentSummary {
        id: instrument.id.clone(),
        title: instrument.title.clone(),
        version: instrument.version.clone(),
        dimensions: instrument.dimensions.clone(),
        origin,
        slot: own.and_then(|row| row.slot.clone()),
        licence: instrument.licence.class.as_str().to_owned(),
        attribution: instrument.licence.attribution.clone(),
        statement: own.map(|row| row.statement.clone()).unwrap_or_default(),
        enabled: own.is_none_or(|row| row.enabled),
        items: u32::try_from(instrument.items.len()).unwrap_or(u32::MAX),
    }
}

fn own_summary(own: &Own) -> InstrumentSummary {
    summary(&own.instrument, Some(&own.row))
}

/// The bands of an instrument that hold for anyone.
pub(super) fn bands(instrument: &Instrument) -> Vec<BandView> {
    let view = |band: &clinical::screening::Band| BandView {
        min: band.min,
        max: band.max,
        label: band.label.clone(),
        severity: severity_from(band.severity),
    };
    instrument.bands.iter().filter(|band| band.sex.is_none()).map(view).collect()
}

impl Handle<ListInstruments> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListInstruments>,
        _: ListInstruments,
    ) -> Result<InstrumentCatalogue, ApiError> {
        let library = Library::load(cx.tx()?).await?;
        let bundled = instruments::bundled().iter().map(|instrument| summary(instrument, None));
        let slot = |slot: &instruments::Slot| SlotView {
            id: slot.id.to_owned(),
            title: slot.name.to_owned(),
            candidates: slot.instruments.join(", "),
            reason: slot.why_none.to_owned(),
        };
        Ok(InstrumentCatalogue {
            instruments: bundled.chain(library.own().map(own_summary)).collect(),
            slots: instruments::SLOTS.iter().map(slot).collect(),
        })
    }
}

impl Handle<GetInstrument> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, GetInstrument>,
        command: GetInstrument,
    ) -> Result<InstrumentView, ApiError> {
        let library = Library::load(cx.tx()?).await?;
        let own = library.own().find(|own| own.row.code == command.instrument);
        let instrument = match own {
            Some(own) => &own.instrument,
            None => instruments::find(&command.instrument).ok_or_else(|| not_found("instrument"))?,
        };
        let item = |item: &Item| ItemView {
            id: item.id.clone(),
            stem: item.stem.clone().unwrap_or_default(),
            text: item.text.clone(),
            options: options(instrument, item),
        };
        Ok(InstrumentView {
            summary: summary(instrument, own.map(|own| &own.row)),
            recall_period: instrument.recall_period.clone(),
            instructions: instrument.instructions.clone(),
            algorithm: instrument.scoring.algorithm.clone(),
            bands: bands(instrument),
            items: instrument.items.iter().map(item).collect(),
            sources: instrument.sources.clone(),
            notes: instrument.notes.clone(),
        })
    }
}

impl Handle<AddInstrument> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, AddInstrument>,
        command: AddInstrument,
    ) -> Result<InstrumentSummary, ApiError> {
        let statement = command.statement.trim().to_owned();
        check_length("statement", &statement, MAX_TEXT)?;
        let text = read_text(self, cx.front, &command)?;
        let pack = match &command.slot {
            Some(slot) => {
                let (slot, statement) = (slot.clone(), statement.clone());
                blocking(move || questionnaire(&text, &slot, &statement)).await??
            }
            None => text,
        };
        let instrument = instruments::parse_pack(&pack).map_err(|error| unusable(&error))?;
        if instruments::find(&instrument.id).is_some() {
            return Err(ApiError::invalid(
                "source",
                "An instrument of this id comes with the program. The file was not added.",
            ));
        }
        let (id, now) = (cx.make_id(), cx.now);
        cx.about(id);
        let library = Library::load(cx.tx()?).await?;
        let revision =
            library.own().find(|own| own.row.code == instrument.id).map_or(0, |own| own.row.revision);
        store::instruments::disable(cx.tx()?, &instrument.id, now).await.map_err(from_store)?;
        let row = InstrumentRow {
            id,
            code: instrument.id.clone(),
            revision: revision + 1,
            slot: command.slot,
            pack,
            statement,
            enabled: false,
            accepted_by: None,
            accepted_at: None,
            created_at: now,
            updated_at: now,
        };
        store::instruments::insert(cx.tx()?, &row).await.map_err(from_store)?;
        self.picks().forget(&command.source);
        Ok(summary(&instrument, Some(&row)))
    }
}

fn read_text(app: &App, front: crate::Front, command: &AddInstrument) -> Result<String, ApiError> {
    let unreadable = || {
        ApiError::invalid("source", "The file is not text, or longer than any instrument. It was not added.")
    };
    let file = app.source_file(front, &command.source)?.open().map_err(|_| unreadable())?;
    let mut bytes = Vec::new();
    let most = instruments::MAX_BYTES as u64;
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| unreadable())?;
    if bytes.len() as u64 > most {
        return Err(unreadable());
    }
    String::from_utf8(bytes).map_err(|_| unreadable())
}

/// A licensed instrument as a pack. A Questionnaire does not say which answers are critical: questions that speak of
/// suicide, self-harm or violence by the words they use are marked, so that no answer to them stays unseen.
fn questionnaire(text: &str, slot: &str, statement: &str) -> Result<String, ApiError> {
    if !instruments::SLOTS.iter().any(|known| known.id == slot) {
        return Err(ApiError::invalid("slot", "There is no such slot. The file was not added."));
    }
    if statement.is_empty() {
        return Err(ApiError::invalid(
            "statement",
            "Say by what right the practice uses this instrument. The file was not added.",
        ));
    }
    let pack =
        interop::fhir::import_questionnaire(text, slot, statement).map_err(|error| unusable(&error))?;
    let instrument = instruments::parse_pack(&pack).map_err(|error| unusable(&error))?;
    let mut json: serde_json::Value = serde_json::from_str(&pack).map_err(|error| internal(&error))?;
    let items = json["items"].as_array_mut().into_iter().flatten();
    let mut marked = Vec::new();
    for (item, json) in instrument.items.iter().zip(items) {
        if let Some(least) = watched(&instrument, item) {
            json["critical"] = serde_json::json!({
                "when": format!(">={least}"),
                "reason": format!("Answered above the lowest option: {}", item.text),
            });
            marked.push(item.id.as_str());
        }
    }
    if !marked.is_empty() {
        let note = format!(
            "Marked as critical by the program because of their words: {}. Check this against the published instructions.",
            marked.join(", ")
        );
        if let Some(notes) = json["notes"].as_array_mut() {
            notes.push(note.into());
        }
    }
    serde_json::to_string(&json).map_err(|error| internal(&error))
}

/// The least answer to a question about danger that has to be looked at; none for other questions.
fn watched(instrument: &Instrument, item: &Item) -> Option<f64> {
    let asked = Turn { role: Role::User, text: &item.text };
    if item.critical.is_some() || clinical::risk::assess(&[asked]).level < Level::Moderate {
        return None;
    }
    let mut values: Vec<f64> = instrument.options(item).iter().map(|option| option.value).collect();
    values.sort_by(f64::total_cmp);
    values.get(1).copied()
}

fn unusable(error: &dyn std::error::Error) -> ApiError {
    ApiError::invalid("source", format!("The file was not added. {error}"))
}

impl Handle<SetInstrumentEnabled> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, SetInstrumentEnabled>,
        command: SetInstrumentEnabled,
    ) -> Result<InstrumentSummary, ApiError> {
        let library = Library::load(cx.tx()?).await?;
        if instruments::find(&command.instrument).is_some() {
            return Err(ApiError::invalid("instrument", "Instruments of the program are always on."));
        }
        let own = library.own().find(|own| own.row.code == command.instrument);
        let own = own.ok_or_else(|| not_found("instrument"))?;
        cx.about(own.row.id);
        if command.enabled && !command.condition_accepted {
            return Err(ApiError::invalid(
                "condition_accepted",
                "Read the condition of this instrument and confirm that it is kept. It was not switched on.",
            ));
        }
        let mut row = own.row.clone();
        row.enabled = command.enabled;
        row.updated_at = cx.now;
        if command.enabled {
            row.accepted_by = Some(cx.open()?.owner_name());
            row.accepted_at = Some(cx.now);
        }
        store::instruments::set_enabled(cx.tx()?, &row).await.map_err(from_store)?;
        Ok(summary(&own.instrument, Some(&row)))
    }
}

/// The most questions a set can come to.
fn count_items(library: &Library, codes: &[String]) -> u32 {
    let items = codes.iter().filter_map(|code| Some(library.usable(code)?.0.items.len()));
    u32::try_from(items.sum::<usize>()).unwrap_or(u32::MAX)
}

fn standard(library: &Library, battery: &instruments::Battery) -> BatteryView {
    let instruments: Vec<_> = battery.instruments.iter().map(|code| (*code).to_owned()).collect();
    BatteryView {
        id: None,
        key: battery.id.to_owned(),
        name: battery.name.to_owned(),
        purpose: battery.purpose.to_owned(),
        items: count_items(library, &instruments),
        instruments,
    }
}

fn own_battery(library: &Library, row: BatteryRow) -> BatteryView {
    BatteryView {
        id: Some(BatteryId(row.id)),
        key: row.id.to_string(),
        name: row.name,
        purpose: String::new(),
        items: count_items(library, &row.instruments),
        instruments: row.instruments.0,
    }
}

/// The set of a key.
pub(super) async fn battery<C: Command>(
    cx: &mut Cx<'_, C>,
    library: &Library,
    key: &str,
) -> Result<BatteryView, ApiError> {
    if let Some(battery) = instruments::BATTERIES.iter().find(|battery| battery.id == key) {
        return Ok(standard(library, battery));
    }
    let unknown = || ApiError::invalid("battery", "This set is not in the vault. Nothing was changed.");
    let id = key.parse().map_err(|_| unknown())?;
    match store::instruments::get_battery(cx.tx()?, id).await {
        Ok(row) => Ok(own_battery(library, row)),
        Err(store::StoreError::NotFound) => Err(unknown()),
        Err(error) => Err(from_store(error)),
    }
}

impl Handle<ListBatteries> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListBatteries>,
        _: ListBatteries,
    ) -> Result<Vec<BatteryView>, ApiError> {
        let library = Library::load(cx.tx()?).await?;
        let own = store::instruments::list_batteries(cx.tx()?).await.map_err(from_store)?;
        let own = own.into_iter().map(|row| own_battery(&library, row));
        let standard = instruments::BATTERIES.iter().map(|battery| standard(&library, battery));
        Ok(standard.chain(own).collect())
    }
}

impl Handle<SaveBattery> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, SaveBattery>,
        command: SaveBattery,
    ) -> Result<BatteryView, ApiError> {
        let name = command.name.trim().to_owned();
        check_length("name", &name, MAX_LINE)?;
        if name.is_empty() {
            return Err(ApiError::invalid("name", "Give the set a name."));
        }
        let library = Library::load(cx.tx()?).await?;
        super::screenings::check_codes(&library, &command.instruments)?;
        let (new_id, now) = (cx.make_id(), cx.now);
        let earlier = match command.battery_id {
            Some(id) => Some(store::instruments::get_battery(cx.tx()?, id.0).await.map_err(from_store)?),
            None => None,
        };
        let row = BatteryRow {
            id: earlier.as_ref().map_or(new_id, |row| row.id),
            name,
            instruments: command.instruments.into(),
            created_at: earlier.as_ref().map_or(now, |row| row.created_at),
            updated_at: now,
        };
        cx.about(row.id);
        store::instruments::put_battery(cx.tx()?, &row).await.map_err(from_store)?;
        Ok(own_battery(&library, row))
    }
}

impl Handle<RemoveBattery> for App {
    async fn handle(&self, cx: &mut Cx<'_, RemoveBattery>, command: RemoveBattery) -> Result<Done, ApiError> {
        let (id, now) = (command.battery_id.0, cx.now);
        cx.about(id);
        store::screenings::end_plans_with(cx.tx()?, &id.to_string(), now).await.map_err(from_store)?;
        store::instruments::remove_battery(cx.tx()?, id).await.map_err(from_store)?;
        Ok(Done {})
    }
}

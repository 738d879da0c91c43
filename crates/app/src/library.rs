//! The instruments a vault can use: those of the program, and those its practice brought in.

use clinical::screening::Instrument;
use contract::ApiError;
use store::Tx;
use store::instruments::InstrumentRow;

use crate::errors::from_store;

/// One instrument of the practice, in one revision.
pub(crate) struct Own {
    pub(crate) row: InstrumentRow,
    pub(crate) instrument: Instrument,
}

/// All instruments of a vault.
pub(crate) struct Library {
    /// By code, the newest revision of each first.
    own: Vec<Own>,
}

impl Library {
    pub(crate) async fn load(tx: &mut Tx<'_>) -> Result<Self, ApiError> {
        let mut own = Vec::new();
        for row in store::instruments::list(tx).await.map_err(from_store)? {
            // One that cannot be read any more must not take the others with it.
            match instruments::parse_pack(&row.pack) {
                Ok(instrument) => own.push(Own { row, instrument }),
                Err(_) => {
                    tracing::error!(id = %row.id, "an instrument of the practice cannot be read and is left out")
                }
            }
        }
        Ok(Self { own })
    }

    /// The practice's instruments, each in its newest revision.
    pub(crate) fn own(&self) -> impl Iterator<Item = &Own> {
        let mut last = None;
        self.own.iter().filter(move |own| {
            let newest = last != Some(own.row.code.as_str());
            last = Some(own.row.code.as_str());
            newest
        })
    }

    /// An instrument that can be used now, with its revision; 0 for those of the program.
    pub(crate) fn usable(&self, code: &str) -> Option<(&Instrument, u32)> {
        if let Some(instrument) = instruments::find(code) {
            return Some((instrument, 0));
        }
        let own = self.own().find(|own| own.row.code == code && own.row.enabled)?;
        Some((&own.instrument, own.row.revision))
    }

    /// An instrument as it was in a revision, whether or not it can be used now.
    pub(crate) fn revision(&self, code: &str, revision: u32) -> Option<&Instrument> {
        if revision == 0 {
            return instruments::find(code);
        }
        let own = self.own.iter().find(|own| own.row.code == code && own.row.revision == revision)?;
        Some(&own.instrument)
    }

    /// The title of an instrument in a revision; its code where it is not known any more.
    pub(crate) fn title(&self, code: String, revision: u32) -> String {
        self.revision(&code, revision).map_or(code, |instrument| instrument.title.clone())
    }
}

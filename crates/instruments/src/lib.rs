//! Screening instruments as data, and the one way from a pack file to an [`Instrument`].
//!
//! Owns: the packs that are shipped (`packs/`, one file each, checked when the program is built), reading packs of others
//! ([`parse_pack`]), sets of instruments for common occasions ([`BATTERIES`]), and the list of what a practice may add
//! under a licence of its own ([`SLOTS`]).
//!
//! Never: scoring (that is in `clinical::screening`), answers, files, or an instrument whose licence does not let it be
//! shipped.
//!
//! This material contains content from LOINC (<https://loinc.org>). LOINC is copyright © Regenstrief Institute, Inc. and
//! the LOINC Committee and is available at no cost under the licence at <https://loinc.org/license>.
//!
//! Entry points: [`bundled`], [`find`], [`parse_pack`], [`BATTERIES`], [`SLOTS`].

mod batteries;
mod pack;

use std::sync::LazyLock;

pub use batteries::{BATTERIES, Battery, SLOTS, Slot, StepUp};
pub use clinical::screening::Instrument;
pub use pack::{MAX_BYTES, PackError, parse_bundled, parse_pack};

/// The packs as they stand in their files, in the order of their names.
const PACKS: &[&str] = &include!(concat!(env!("OUT_DIR"), "/packs.rs"));

static BUNDLED: LazyLock<Vec<Instrument>> = LazyLock::new(|| {
    let packs = PACKS.iter().map(|text| parse_bundled(text).expect("the build script has read every pack"));
    packs.collect()
});

/// The instruments that come with the program, in the order of their ids. They are read once.
pub fn bundled() -> &'static [Instrument] {
    &BUNDLED
}

/// The instrument of this id, if it comes with the program.
pub fn find(id: &str) -> Option<&'static Instrument> {
    bundled().iter().find(|instrument| instrument.id == id)
}

//! When an answer of a screening starts the risk protocol, and how grave it is.
//!
//! An instrument's pack says which answers are critical. How soon a person has to be seen is a second question, answered
//! here; an answer not named here is grave, because its pack calls it critical.

use crate::risk::Level;
use crate::screening::Instrument;

/// The level and the reason of a critical answer; none for any other.
///
/// - ASQ: a yes to the question about the present is an acute positive screen, which needs an immediate safety
///   evaluation; any other yes is a non-acute positive screen, which needs a brief safety assessment before the person
///   leaves (NIMH ASQ Toolkit; Horowitz et al. 2012, 2020).
/// - PHQ-9 item 9 and CAPE-42 item 14 ask about wishes to be dead and thoughts of self-harm. On rare days such thoughts
///   need a question; on more than half the days, or often, an assessment the same day (Simon GE et al., Psychiatr Serv
///   2013;64:1195–1202: the risk of an attempt rises with the frequency answered).
/// - CORE-10 item 6 asks about plans: having made plans is more than thinking of it.
pub fn critical_answer(instrument: &Instrument, item: &str, answer: f64) -> Option<(Level, String)> {
    let found = instrument.item(item)?;
    let critical = found.critical.as_ref()?;
    if !critical.when.holds(answer) {
        return None;
    }
    let level = match (instrument.id.as_str(), item) {
        ("asq", "q5") => Level::Critical,
        ("phq9", "q9") if answer < 2.0 => Level::Moderate,
        ("cape42", _) if answer < 3.0 => Level::Moderate,
        _ => Level::High,
    };
    let label = instrument.label(found, answer).unwrap_or_default();
    Some((level, format!("{}: {} (“{label}”)", instrument.short_title(), critical.reason)))
}

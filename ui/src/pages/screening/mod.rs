//! Screenings: starting one, filling it in, and handing the device over for it; then results, scores over time, plans,
//! alerts, instruments and sets. Which questions apply, what they score and when the risk protocol starts is the core's to
//! say; these pages show it.

mod add;
mod alerts;
mod batteries;
mod compare;
mod due;
mod ending;
mod export;
mod fill;
mod hand_over;
mod instruments;
mod keys;
mod list;
mod look;
mod overview;
mod own;
mod place;
mod plans;
mod question;
mod record;
mod results;
mod sheet;
mod shown;
mod start;
mod trends;

pub use alerts::{AlertList, ClientAlerts};
pub use compare::ComparePage;
pub use due::DueList;
pub use fill::FillPage;
pub use hand_over::HandedOver;
pub use instruments::{InstrumentPage, InstrumentsPage};
pub use own::OwnScreenings;
pub use record::ScreeningCard;
pub use results::ResultsPage;
pub use start::StartPage;
pub use trends::{OwnTrendsPage, TrendsPage};

use contract::{ClientId, ScreeningId};

/// Where a screening is filled in.
pub fn screening_path(id: ScreeningId) -> String {
    format!("/screenings/{id}")
}

/// Where the results of a screening are.
pub fn results_path(id: ScreeningId) -> String {
    format!("/screenings/{id}/results")
}

/// Where a screening of a client is started.
pub fn start_path(id: ClientId) -> String {
    format!("/clients/{id}/screening/start")
}

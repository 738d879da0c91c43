//! Screenings: starting one, filling it in, and handing the device over for it. Which questions apply, what they score and
//! when the risk protocol starts is the core's to say; these pages show it.

mod ending;
mod fill;
mod hand_over;
mod keys;
mod look;
mod own;
mod place;
mod question;
mod sheet;
mod start;

pub use fill::FillPage;
pub use hand_over::HandedOver;
pub use own::OwnScreenings;
pub use start::StartPage;

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

//! Support at any time: helplines that work while the vault is locked, the supportive screen of the risk protocol, and
//! the safety plan. Resources are never withheld: nothing here asks who may see them.

mod editor;
mod helplines;
mod layer;
mod plan;

pub use editor::SafetyPlanPage;
pub use layer::{HelpButton, HelpLayer, Occasion, Told, provide_help, use_help};
pub use plan::plan_path;

//! Looking after the vault and the device: speech models, keys, the audit log, how the window looks.

mod about;
mod appearance;
mod audit;
mod models;
mod security;

pub use about::AboutPage;
pub use appearance::AppearancePage;
pub use audit::AuditPage;
pub use models::ModelsPage;
pub use security::SecurityPage;

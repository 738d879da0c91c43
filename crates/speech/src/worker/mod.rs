//! The worker process and its two ends: [`run`] is the child, [`WorkerTranscriber`] the parent.
//!
//! Messages are frames on the child's standard input and output (see `protocol`). The child holds
//! nothing worth keeping: killing it at any moment is safe. It ends itself when its standard input ends,
//! so it never outlives its parent, and it lowers its own limits before native code runs (see `limits`).

mod child;
mod limits;
mod parent;
mod protocol;

pub use child::run;
pub use parent::WorkerTranscriber;
pub(crate) use protocol::{FromWorker, Start};

//! Limits the worker puts on itself. They are a second line: the first is that it is a process of its
//! own. Where the system has no such limit, or refuses, the worker goes on without.

/// Before anything is read: no core dump (it would hold the recording), no peeking by other processes of
/// the same person, and first in line when the system is short of memory.
pub(super) fn apply_early() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        let _ = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        // In this order: the files under /proc are no longer ours once the process is not dumpable.
        let _ = std::fs::OpenOptions::new()
            .write(true)
            .open("/proc/self/oom_score_adj")
            .and_then(|mut file| std::io::Write::write_all(&mut file, b"800"));
        let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
    }
}

/// Once the size of the model is known: address space for the model, its working buffers (which grow with
/// it), the threads' stacks and a margin. A model that makes native code allocate without end then fails
/// in the worker and does not take the machine with it.
pub(super) fn apply_for_model(model_bytes: u64) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        const MARGIN_BYTES: u64 = 4 * 1024 * 1024 * 1024;
        let limit = Some(model_bytes.saturating_mul(3).saturating_add(MARGIN_BYTES));
        let _ = setrlimit(Resource::As, Rlimit { current: limit, maximum: limit });
    }
    #[cfg(not(unix))]
    let _ = model_bytes;
}

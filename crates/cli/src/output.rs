//! Standard output for results, standard error for everything else.

use std::io::{self, IsTerminal as _, Write as _};

use contract::jobs::{JobUnit, JobView};
use serde::Serialize;

use crate::exit::{Exit, Failure};

/// How a person wants to be told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    pub(crate) json: bool,
    pub(crate) quiet: bool,
}

impl Output {
    /// Shows a result: as JSON, or as the text `human` makes of it.
    pub(crate) fn show<T: Serialize>(
        self,
        value: &T,
        human: impl FnOnce(&T) -> String,
    ) -> Result<Exit, Failure> {
        let mut text = if self.json {
            serde_json::to_string_pretty(value)
                .map_err(|_| Failure::internal("The result has no JSON form."))?
        } else {
            human(value)
        };
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        write_out(text.as_bytes())?;
        Ok(Exit::Ok)
    }

    /// Says how a command failed.
    pub(crate) fn show_failure(self, failure: &Failure) {
        if self.json {
            let text = serde_json::json!({ "error": failure.error });
            // Nobody reads: the exit code still tells.
            let _ = write_out(format!("{text:#}\n").as_bytes());
        } else {
            self.remark_always(&failure.error.message);
            if let Some(incident) = failure.error.incident {
                self.remark_always(&format!("Details stand in the log under {incident}."));
            }
        }
    }

    /// A remark for the person, not part of the result.
    pub(crate) fn remark(self, text: &str) {
        if !self.quiet {
            self.remark_always(text);
        }
    }

    fn remark_always(self, text: &str) {
        // Without standard error there is nobody to tell.
        let _ = writeln!(io::stderr(), "{text}");
    }

    /// A progress line for one piece of long work.
    pub(crate) fn progress(self, title: &str) -> Progress {
        let live = io::stderr().is_terminal();
        Progress { output: self, title: title.to_owned(), live, shown: None, open: false }
    }
}

/// Writes to standard output. A reader that went away (`| head`) is no failure: it had what it wanted.
fn write_out(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::cannot_write("Standard output", &error))
        }
        _ => Ok(()),
    }
}

/// Progress of long work: one line that is rewritten on a terminal, a line every ten percent elsewhere.
pub(crate) struct Progress {
    output: Output,
    title: String,
    live: bool,
    /// The last percentage that was written.
    shown: Option<u64>,
    /// The cursor stands at the end of a live line.
    open: bool,
}

impl Progress {
    /// Takes note of a job's state.
    pub(crate) fn job(&mut self, job: &JobView) {
        let amount = match job.unit {
            JobUnit::AudioMs => clock(job.done),
            JobUnit::Bytes => format!("{:.1} MB", job.done as f64 / 1e6),
        };
        self.at(job.done, job.total, &amount, job.left_ms);
    }

    /// Takes note of `done` of `total`; `amount` is how far that is in words.
    pub(crate) fn at(&mut self, done: u64, total: Option<u64>, amount: &str, left_ms: Option<u64>) {
        if self.output.quiet {
            return;
        }
        let percent = total.filter(|total| *total > 0).map(|total| (done.min(total) * 100) / total);
        let step = percent.map(|percent| if self.live { percent } else { percent / 10 * 10 });
        if step.is_some() && step == self.shown || step.is_none() && !self.live {
            return;
        }
        self.shown = step;
        let share = step.map(|step| format!(" {step:3} %")).unwrap_or_default();
        let left =
            left_ms.filter(|_| self.live).map(|ms| format!(", {} left", clock(ms))).unwrap_or_default();
        let line = format!("{}{share} ({amount}{left})", self.title);
        let mut err = io::stderr().lock();
        // Progress that cannot be shown is no reason to stop the work.
        let _ = if self.live { write!(err, "\r\x1b[K{line}") } else { writeln!(err, "{line}") };
        let _ = err.flush();
        self.open = self.live;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.open {
            let _ = writeln!(io::stderr());
        }
    }
}

/// Minutes and seconds, with hours where there are any.
pub(crate) fn clock(ms: u64) -> String {
    let (minutes, seconds) = (ms / 60_000, ms / 1_000 % 60);
    if minutes < 60 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{}:{:02}:{seconds:02}", minutes / 60, minutes % 60)
    }
}

/// The wire name of a plain enum value, for people: `in_progress` becomes `in progress`.
pub(crate) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name.replace('_', " "),
        _ => String::new(),
    }
}

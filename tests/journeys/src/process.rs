//! Processes a journey starts: each leads a group of its own, so that what it starts ends with it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// A running process with everything it started.
pub struct Process {
    name: String,
    child: Child,
    /// What it wrote to standard error.
    log: PathBuf,
}

impl Process {
    /// Starts it. Standard error, and standard output unless it is read, go to `log`.
    pub fn start(name: &str, command: &mut Command, log: &Path) -> Result<Self> {
        Self::start_with(name, command.stdout(log_file(log)?), log)
    }

    /// Starts it and waits until `read` has made something of the lines on its standard output.
    pub fn start_reading<T: Send + 'static>(
        name: &str,
        command: &mut Command,
        log: &Path,
        mut read: impl FnMut(&str) -> Option<T> + Send + 'static,
    ) -> Result<(Self, T)> {
        let mut process = Self::start_with(name, command.stdout(Stdio::piped()), log)?;
        let output = process.child.stdout.take().context("standard output is a pipe")?;
        let (sender, found) = mpsc::channel();
        // Reads to the end, so that the process never stops at a full pipe.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(value) = read(&line) {
                    let _ = sender.send(value);
                }
            }
        });
        match found.recv_timeout(Duration::from_secs(30)) {
            Ok(value) => Ok((process, value)),
            Err(_) => bail!("{name} did not say that it is ready; it wrote: {}", process.said()),
        }
    }

    fn start_with(name: &str, command: &mut Command, log: &Path) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .stderr(log_file(log)?)
            .process_group(0)
            .spawn()
            .with_context(|| format!("starting {name}"))?;
        Ok(Self { name: name.to_owned(), child, log: log.to_owned() })
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// The end of what it wrote, for a failure's message.
    pub fn said(&self) -> String {
        let text = std::fs::read(&self.log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let text = text.unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }

    /// Ends it and everything it started, at once and without a chance to tidy up.
    pub fn kill(&mut self) {
        if let Ok(raw) = i32::try_from(self.child.id())
            && let Some(pid) = Pid::from_raw(raw)
        {
            // A group that is gone already is what was wanted.
            let _ = kill_process_group(pid, Signal::KILL);
        }
        let _ = self.child.wait();
    }

    /// Kills the children it started, one by one, and leaves itself alive. Answers how many there were.
    pub fn kill_children(&self) -> Result<usize> {
        let id = self.child.id();
        let listed = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children"))
            .with_context(|| format!("reading the children of {}", self.name))?;
        let children: Vec<Pid> =
            listed.split_whitespace().filter_map(|pid| pid.parse().ok().and_then(Pid::from_raw)).collect();
        for child in &children {
            kill_process(*child, Signal::KILL)
                .with_context(|| format!("killing a child of {}", self.name))?;
        }
        Ok(children.len())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

fn log_file(path: &Path) -> Result<File> {
    File::options()
        .create(true)
        .append(true)
        .open(path)
        .with_context(|| format!("opening the log {}", path.display()))
}

/// A port nobody listens on at this moment.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("finding a free port")?;
    Ok(listener.local_addr().context("reading the port")?.port())
}

/// A command that gets nothing from the person who runs the tests but the path, a temporary folder and a home of its own.
pub(crate) fn apart(program: impl AsRef<OsStr>, home: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear();
    for name in ["PATH", "LANG", "LD_LIBRARY_PATH", "CHROME_DEVEL_SANDBOX"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command.env("HOME", home).env("TMPDIR", home.join("tmp")).env("TZ", "UTC");
    for (name, folder) in [
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_DATA_HOME", "share"),
        ("XDG_RUNTIME_DIR", "run"),
    ] {
        command.env(name, home.join(folder));
    }
    command
}

/// Makes the folders that [`apart`] points at.
pub(crate) fn make_home(home: &Path) -> Result<()> {
    for folder in ["tmp", "config", "cache", "share", "run", "data", "downloads", "profile"] {
        std::fs::create_dir_all(home.join(folder)).with_context(|| format!("making {folder}"))?;
    }
    Ok(())
}

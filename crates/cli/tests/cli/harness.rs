use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "quiet harbour lantern 58 moss";

/// A data folder of its own, and the program that works on it.
pub(crate) struct Attunectl {
    folder: TempDir,
}

/// How a call ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ended {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("standard output must be JSON ({error}): {self:?}"))
    }

    /// The code of the refusal.
    pub(crate) fn refusal(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl Attunectl {
    /// Without a vault.
    pub(crate) fn new() -> Self {
        let this = Self { folder: tempfile::tempdir().unwrap() };
        this.write("passphrase", PASSPHRASE);
        this
    }

    /// With a vault; gives its recovery key too.
    pub(crate) fn with_vault() -> (Self, String) {
        let this = Self::new();
        let key = this.ok(&["vault", "create", "--name", "Dr. Test"]);
        (this, words(&key))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data_dir(&self) -> PathBuf {
        self.path("data")
    }

    /// Writes a file beside the data folder and gives its path.
    pub(crate) fn write(&self, name: &str, content: &str) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name).display().to_string()
    }

    /// The program with everything but its arguments.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attunectl"));
        command
            .env("ATTUNE_DATA_DIR", self.data_dir())
            .env("ATTUNE_SAMPLES_DIR", fixtures())
            .env("ATTUNE_PASSPHRASE_FILE", self.path("passphrase"))
            .current_dir(self.folder.path())
            .args(["--json", "--no-key-store"]);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ended {
        self.run_with(args, &[], "")
    }

    /// Runs with more environment and with something on standard input.
    pub(crate) fn run_with(&self, args: &[&str], environment: &[(&str, &str)], input: &str) -> Ended {
        let mut command = self.command();
        command.args(args).envs(environment.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that refuses at once does not read its input.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Ended {
            code: output.status.code().expect("the program ends by itself"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs what must succeed and gives its JSON.
    pub(crate) fn ok(&self, args: &[&str]) -> Value {
        let ended = self.run(args);
        assert_eq!(ended.code, 0, "{args:?} must succeed: {ended:?}");
        ended.json()
    }

    /// Runs what must be refused, and checks exit code and reason.
    pub(crate) fn refused(&self, args: &[&str], code: i32, refusal: &str) {
        let ended = self.run(args);
        assert_eq!(
            (ended.code, ended.refusal().as_str()),
            (code, refusal),
            "{args:?} must be refused: {ended:?}"
        );
    }

    /// A client, a session under way, and both consents; gives the session's id.
    pub(crate) fn session_with_consents(&self) -> String {
        let client = self.ok(&["client", "create", "--given-name", "Robin", "--family-name", "Sample"]);
        let session = self.ok(&["session", "start", "--client", id(&client)]);
        for scope in ["recording", "analysis"] {
            let give = [
                "session",
                "consent",
                "give",
                "--scope",
                scope,
                "--method",
                "verbal",
                "--client",
                id(&client),
            ];
            self.ok(&give);
        }
        id(&session).to_owned()
    }

    pub(crate) fn install_demo_model(&self) {
        self.ok(&["model", "add", &fixture("attune-tiny-therapy.bin")]);
    }
}

pub(crate) fn id(record: &Value) -> &str {
    record["id"].as_str().expect("a record has an id")
}

/// The words of a new recovery key as one line.
pub(crate) fn words(key: &Value) -> String {
    let words: Vec<_> = key["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
    words.join(" ")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/speech")
}

/// A file of the sample sessions.
pub(crate) fn fixture(name: &str) -> String {
    let path = fixtures().join(name);
    assert!(path.is_file(), "{name} is part of the repository");
    path.display().to_string()
}

/// The shape of a JSON value: types in place of values, the first element in place of a list.
pub(crate) fn shape(value: &Value) -> Value {
    match value {
        Value::Null => json!("null"),
        Value::Bool(_) => json!("bool"),
        Value::Number(number) if number.is_f64() => json!("fraction"),
        Value::Number(_) => json!("whole number"),
        Value::String(_) => json!("text"),
        Value::Array(items) => items.iter().take(1).map(shape).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
    }
}

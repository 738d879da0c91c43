//! Killed without warning, again and again: the vault opens, what was acknowledged is there, and nothing half is.
//!
//! `ATTUNE_KILL_ROUNDS` sets how often (12 unless said otherwise), `ATTUNE_KILL_SEED` where the dice begin.

use std::collections::HashMap;
use std::io::Read as _;
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::harness::{Attunectl, fixture, id};

/// Dice that fall the same way each time.
struct Dice(u64);

impl Dice {
    fn from_environment() -> Self {
        Self(setting("ATTUNE_KILL_SEED", 58).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    /// Somewhere between the start of something and a little after its usual end.
    fn moment(&mut self, usual: Duration) -> Duration {
        let span = (usual.as_micros() as u64).max(1_000) * 11 / 10;
        Duration::from_micros(self.roll(span))
    }
}

fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// Starts a command and kills it after a while. Gives its result if it was acknowledged before, and how long it ran.
fn run_until(attunectl: &Attunectl, args: &[&str], patience: Duration) -> (Option<Value>, Duration) {
    let mut command = attunectl.command();
    command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let began = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let (ended, end) = channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        let _ = stdout.read_to_string(&mut text);
        let _ = ended.send(text);
    });
    // Waits for the end of the command's output; what comes first, that or the kill, is the dice's business.
    let early = end.recv_timeout(patience).ok();
    let _ = child.kill();
    let spent = began.elapsed();
    let status = child.wait().unwrap();
    let text = early.or_else(|| end.recv().ok()).unwrap_or_default();
    if let Some(code) = status.code() {
        assert_eq!(code, 0, "{args:?} was not killed and must have succeeded: {text}");
    }
    // A result that was written out whole was acknowledged, even if the kill came before the process was gone.
    (serde_json::from_str(&text).ok(), spent)
}

/// What the program has said is done.
#[derive(Default)]
struct Acknowledged {
    recordings: Vec<String>,
    transcripts: Vec<String>,
}

#[test]
fn killed_at_work_the_vault_opens_and_keeps_what_was_acknowledged() {
    let (attunectl, _) = Attunectl::with_vault();
    let session = attunectl.session_with_consents();
    attunectl.install_demo_model();
    let sound = fixture("session-a.flac");
    let import: Vec<&str> = vec!["session", "import", &session, &sound];
    let transcribe: Vec<&str> = vec!["session", "transcribe", &session, "--model", "attune-demo"];
    let rekey: Vec<&str> = vec!["vault", "rekey"];
    let mut usual = HashMap::new();
    let mut known = Acknowledged::default();
    // Once each in peace: to know how long they take, and to have something to lose.
    for work in [&import, &transcribe, &rekey] {
        let (result, spent) = run_until(&attunectl, work, Duration::from_secs(300));
        note(&mut known, work, &result.expect("undisturbed, it succeeds"));
        usual.insert(work[1], spent);
    }
    let duration = check(&attunectl, &session, &known, None);
    let mut dice = Dice::from_environment();
    let mut killed = 0;
    for round in 0..setting("ATTUNE_KILL_ROUNDS", 12) {
        let work = [&import, &transcribe, &rekey][round as usize % 3];
        let patience = dice.moment(usual[work[1]]);
        let (result, _) = run_until(&attunectl, work, patience);
        match result {
            Some(result) => note(&mut known, work, &result),
            None => killed += 1,
        }
        println!("round {round}: {} after {patience:?}", work[1]);
        check(&attunectl, &session, &known, Some(duration));
    }
    assert!(killed > 0, "dice that never kill test nothing");
}

fn note(known: &mut Acknowledged, work: &[&str], result: &Value) {
    match work[1] {
        "import" => known.recordings.push(id(result).to_owned()),
        "transcribe" => known.transcripts.push(id(result).to_owned()),
        _ => assert!(result["words"].is_array(), "a rekey gives a recovery key: {result}"),
    }
}

/// Opens the vault and looks at everything. Gives the length of the recordings, which are all of one file.
fn check(attunectl: &Attunectl, session: &str, known: &Acknowledged, duration: Option<u64>) -> u64 {
    let shown = attunectl.ok(&["session", "show", session]);
    let recordings = shown["recordings"].as_array().unwrap();
    let transcripts = shown["transcripts"].as_array().unwrap();
    for id in &known.recordings {
        assert!(recordings.iter().any(|r| r["id"] == **id), "an acknowledged recording is gone");
    }
    let duration = duration.unwrap_or_else(|| recordings[0]["duration_ms"].as_u64().unwrap());
    for recording in recordings {
        assert_eq!(recording["duration_ms"], duration, "half a recording was kept");
        assert_eq!(recording["readable_ms"], duration, "a recording cannot be read to its end");
    }
    for id in &known.transcripts {
        let whole = transcripts.iter().any(|t| t["id"] == **id && t["status"] == "completed");
        assert!(whole, "an acknowledged transcript is gone or no longer whole");
    }
    for transcript in transcripts {
        let status = transcript["status"].as_str().unwrap_or_default();
        assert!(["completed", "failed"].contains(&status), "a transcript still looks at work: {status}");
    }
    let media = attunectl.data_dir().join("vault/media");
    let files = std::fs::read_dir(media).map_or(0, Iterator::count);
    assert_eq!(
        files,
        recordings.len(),
        "the media folder holds a file that belongs to no recording, or lacks one"
    );
    assert_eq!(attunectl.ok(&["audit", "verify"])["verdict"], "intact", "the audit log must be whole");
    duration
}

#[test]
fn killed_while_it_is_made_a_vault_is_there_whole_or_can_be_made_again() {
    let mut dice = Dice::from_environment();
    let create = ["vault", "create", "--name", "Dr. Test"];
    let (_, usual) = run_until(&Attunectl::new(), &create, Duration::from_secs(300));
    for _ in 0..setting("ATTUNE_KILL_ROUNDS", 12).div_ceil(2) {
        let attunectl = Attunectl::new();
        let (made, _) = run_until(&attunectl, &create, dice.moment(usual));
        let there = attunectl.ok(&["vault", "status"])["state"] != "absent";
        assert!(there || made.is_none(), "an acknowledged vault is gone");
        if !there {
            attunectl.ok(&create);
        }
        attunectl.ok(&["vault", "unlock-check"]);
        assert_eq!(
            attunectl.ok(&["audit", "verify"])["verdict"],
            "intact",
            "its log is whole from the first entry"
        );
    }
}

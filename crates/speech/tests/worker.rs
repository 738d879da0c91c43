//! The worker as a process: crashes, kills, cancels, garbage, and models it must refuse.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod support;

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use speech::{
    CancelToken, ChannelCount, Event, FailureCode, MemoryPcm, SpeechError, Transcriber, WorkerExit,
    WorkerTranscriber,
};
use support::*;

fn session() -> MemoryPcm {
    read_flac(&fixture("session-c-mono.flac"))
}

#[cfg(target_os = "linux")]
fn children_named(name: &str) -> Vec<u32> {
    let own = std::process::id().to_string();
    let processes = std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    processes
        .filter(|pid| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let Some((head, tail)) = stat.rsplit_once(')') else { return false };
            head.ends_with(name) && tail.split_whitespace().nth(1) == Some(own.as_str())
        })
        .collect()
}

#[cfg(target_os = "linux")]
#[test]
fn a_killed_worker_is_reported_and_its_segments_stay() {
    // A name of its own, so that the process of no other test is meant.
    let folder = tempfile::tempdir().unwrap();
    let executable = folder.path().join("victim");
    std::fs::copy(worker().executable, &executable).unwrap();
    let transcriber = WorkerTranscriber { executable, args: Vec::new() };
    let mut segments = 0;
    let result = transcriber.transcribe(
        &demo_request(),
        &mut session(),
        &mut |event| {
            if matches!(event, Event::Segment(_)) {
                segments += 1;
                if segments == 3 {
                    for pid in children_named("victim") {
                        let killed = Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap();
                        assert!(killed.success(), "the worker must be there to be killed");
                    }
                }
            }
        },
        &CancelToken::new(),
    );
    let crashed = matches!(result, Err(SpeechError::WorkerCrashed { exit: WorkerExit::Signal(9) }));
    assert!(crashed, "a kill in the middle must be reported as a crash, not as {result:?}");
    assert!(segments >= 3, "segments reported before the crash were given to the caller");
}

#[test]
fn a_cancel_ends_the_work() {
    let cancel = CancelToken::new();
    let mut events = 0;
    let result = worker().transcribe(
        &demo_request(),
        &mut session(),
        &mut |event| {
            events += 1;
            if matches!(event, Event::Ready { .. }) {
                cancel.cancel();
            }
        },
        &cancel,
    );
    assert!(matches!(result, Err(SpeechError::Cancelled)), "a cancel must give Cancelled, not {result:?}");
    assert_eq!(events, 1, "nothing is reported after a cancel");
}

#[test]
fn programs_that_are_no_worker_are_found_out() {
    let missing = WorkerTranscriber { executable: PathBuf::from("no-such-program"), args: Vec::new() };
    let result = missing.transcribe(&demo_request(), &mut session(), &mut |_| {}, &CancelToken::new());
    assert!(matches!(result, Err(SpeechError::WorkerStart(_))), "a missing program cannot start");
    #[cfg(unix)]
    for (program, args) in [("true", vec![]), ("echo", vec!["this is no frame at all".to_owned()])] {
        let other = WorkerTranscriber { executable: program.into(), args };
        let result = other.transcribe(&demo_request(), &mut session(), &mut |_| {}, &CancelToken::new());
        let found = matches!(result, Err(SpeechError::WorkerCrashed { .. } | SpeechError::Protocol));
        assert!(found, "{program} must not pass for a worker: {result:?}");
    }
}

/// Sends raw bytes to a worker, closes its input and gives what it answered.
fn answer_to(bytes: &[u8]) -> Vec<u8> {
    let mut child = Command::new(worker().executable)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // The worker may refuse and end before it has read everything.
    let _ = stdin.write_all(bytes);
    let mut answer = Vec::new();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_to_end(&mut answer).unwrap();
    drop(stdin);
    child.wait().unwrap();
    answer
}

fn frame(kind: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len() + 1).unwrap();
    [&length.to_le_bytes()[..], &[kind], content].concat()
}

#[test]
fn garbage_and_oversize_frames_are_refused() {
    let cases = [
        ("an oversize length", u32::MAX.to_le_bytes().to_vec()),
        ("an empty frame", 0u32.to_le_bytes().to_vec()),
        ("text", b"hello, this is nothing like a frame".to_vec()),
        ("an unknown kind", frame(7, b"{}")),
        ("malformed JSON", frame(0, b"{\"type\":")),
        ("audio before the start", frame(1, &[0; 64])),
        ("half a sample", frame(1, &[0; 63])),
        ("an end before the start", frame(0, b"{\"type\":\"end\"}")),
    ];
    for (name, bytes) in cases {
        let answer = String::from_utf8_lossy(&answer_to(&bytes)).into_owned();
        assert!(answer.contains("invalid_message"), "{name} must be refused by name, not with {answer:?}");
    }
}

#[test]
fn a_worker_without_a_parent_ends() {
    let mut child =
        Command::new(worker().executable).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    drop(child.stdin.take());
    assert!(!child.wait().unwrap().success(), "end of input without a start is no success");
}

#[test]
fn models_that_must_not_be_loaded_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let demo = std::fs::read(fixture("attune-tiny-therapy.bin")).unwrap();
    let cut = folder.path().join("cut.bin");
    std::fs::write(&cut, &demo[..demo.len() / 2]).unwrap();

    let refusal = |path: PathBuf, sha256: Option<String>, language: &str| {
        let mut request = demo_request();
        request.model.sha256 = sha256.unwrap_or_else(|| hash_of(&path));
        request.model.path = path;
        request.language = Some(language.into());
        match transcribe(&request, &mut session()).result {
            Err(SpeechError::Failed(code)) => code,
            other => panic!("the model must be refused with a reason, not {other:?}"),
        }
    };
    let whole = fixture("attune-tiny-therapy.bin");
    assert_eq!(refusal(cut, None, "en"), FailureCode::ModelMalformed, "half a model");
    assert_eq!(
        refusal(whole.clone(), Some("0".repeat(64)), "en"),
        FailureCode::ModelHashMismatch,
        "other bytes"
    );
    assert_eq!(
        refusal(folder.path().join("none"), Some("0".repeat(64)), "en"),
        FailureCode::ModelUnreadable,
        "no file"
    );
    assert_eq!(refusal(whole, None, "de"), FailureCode::LanguageUnsupported, "English only");
}

fn hash_of(path: &std::path::Path) -> String {
    match speech::catalogue::identify(path).unwrap() {
        speech::Identified::Listed(entry) => entry.sha256.into(),
        speech::Identified::Unknown { sha256 } => sha256,
    }
}

#[test]
fn an_audio_source_that_fails_is_reported() {
    struct Failing;
    impl speech::PcmSource for Failing {
        fn channels(&self) -> ChannelCount {
            ChannelCount::Mono
        }
        fn total_frames(&self) -> Option<u64> {
            None
        }
        fn read(&mut self, _: &mut [i16]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::InvalidData.into())
        }
        fn rewind(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let result = transcribe(&demo_request(), &mut Failing).result;
    assert!(matches!(result, Err(SpeechError::Audio(_))), "the source's error is the caller's to see");
}

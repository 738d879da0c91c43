//! Ctrl-C: what runs is stopped in good order.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::harness::Attunectl;

fn interrupt(child: &Child) {
    kill_process(Pid::from_child(child), Signal::INT).unwrap();
}

#[test]
fn an_import_that_is_stopped_leaves_nothing_behind() {
    let (attunectl, _) = Attunectl::with_vault();
    let session = attunectl.session_with_consents();
    // Two hours of silence: nothing finishes that between two lines.
    let samples = 2 * 3600 * 16_000u32;
    let mut file = std::fs::File::create(attunectl.path("long.wav")).unwrap();
    file.write_all(&audio::wav_header(audio::PcmSpec::kept(1), samples.into())).unwrap();
    file.set_len(44 + u64::from(samples) * 2).unwrap();
    let mut command = attunectl.command();
    command.args(["session", "import", &session, "long.wav"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut progress = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    progress.read_line(&mut line).unwrap();
    assert!(line.starts_with("Importing"), "progress is told as it goes: {line:?}");
    interrupt(&child);
    let mut rest = String::new();
    progress.read_to_string(&mut rest).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "the program says that it was stopped: {rest}");
    let error: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(error["error"]["code"], "cancelled", "and says so in JSON");
    let shown = attunectl.ok(&["session", "show", &session]);
    assert_eq!(shown["recordings"].as_array().map(Vec::len), Some(0), "no half recording is listed");
    let files = std::fs::read_dir(attunectl.data_dir().join("vault/media")).map_or(0, Iterator::count);
    assert_eq!(files, 0, "and none lies in the media folder");
}

#[test]
fn the_server_tells_its_address_and_stops_when_asked() {
    let attunectl = Attunectl::new();
    let mut command = attunectl.command();
    command.args(["serve"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let mut values = serde_json::Deserializer::from_reader(stdout).into_iter::<Value>();
    let serving = values.next().expect("the address is told").unwrap();
    let address = serving["address"].as_str().and_then(|url| url.strip_prefix("http://")).unwrap().to_owned();
    let token = serving["token"].as_str().unwrap();
    assert_eq!(
        serving["url"],
        format!("http://{address}/#token={token}"),
        "the token stands in the fragment"
    );
    let ask = |head: &str| {
        let mut stream = TcpStream::connect(&address).unwrap();
        let request =
            format!("{head}\r\nHost: {address}\r\nConnection: close\r\nContent-Type: application/json\r\n");
        write!(stream, "{request}Content-Length: 2\r\n\r\n{{}}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    assert!(ask("GET /api/health HTTP/1.1").starts_with("HTTP/1.1 200"), "the server answers");
    let status = "POST /api/call/vault.status HTTP/1.1";
    assert!(ask(status).starts_with("HTTP/1.1 403"), "without the token nobody is let in");
    let with_token = ask(&format!("{status}\r\nAuthorization: Bearer {token}"));
    assert!(with_token.contains("\"absent\""), "with it the core answers: {with_token}");
    interrupt(&child);
    assert_eq!(child.wait().unwrap().code(), Some(0), "being asked to stop is a good end");
}

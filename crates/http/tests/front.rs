//! The HTTP front over a real core with a real vault in a temporary folder. Requests are written byte by byte, because
//! what a well-behaved client would never send is what matters here.

#![allow(clippy::unwrap_used)] // the helpers of a test may fail it

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, Config, WorkerCommand};
use http_front::{Options, Server, Token, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

struct Running {
    server: Server,
    app: Arc<App>,
    token: Token,
    folder: tempfile::TempDir,
}

struct Answer {
    status: u16,
    headers: HashMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body must be JSON")
    }

    fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl Running {
    async fn start(max_pick_bytes: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ui = folder.path().join("ui");
        std::fs::create_dir_all(ui.join("styles")).unwrap();
        std::fs::write(ui.join("index.html"), "<!doctype html><title>Attune</title>").unwrap();
        std::fs::write(ui.join("attune_bg.wasm"), b"\0asm").unwrap();
        std::fs::write(ui.join("styles/base.css"), "body{}").unwrap();
        std::fs::write(folder.path().join("secret.txt"), "not for the page").unwrap();
        let worker = WorkerCommand { executable: PathBuf::from("no-worker"), args: Vec::new() };
        let mut config = Config::standard(folder.path().join("data"), worker, None);
        config.key_store = Arc::new(crypto::NoKeyStore);
        let app = App::new(config);
        let token = Token::make().unwrap();
        let mut options = Options::new(token.clone());
        options.ui_dir = Some(ui);
        options.max_pick_bytes = max_pick_bytes;
        let server = serve(Arc::clone(&app), options).await.unwrap();
        Running { server, app, token, folder }
    }

    fn port(&self) -> u16 {
        self.server.addr().port()
    }

    /// The headers a page of this server would send.
    fn own(&self) -> Vec<(String, String)> {
        let port = self.port();
        vec![
            ("Host".into(), format!("127.0.0.1:{port}")),
            ("Origin".into(), format!("http://127.0.0.1:{port}")),
            ("Authorization".into(), format!("Bearer {}", self.token.reveal())),
            ("Content-Type".into(), "application/json".into()),
        ]
    }

    async fn send(&self, line: &str, headers: &[(String, String)], body: &[u8]) -> Answer {
        let mut request =
            format!("{line} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        let mut stream = TcpStream::connect(self.server.addr()).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        stream.write_all(b"\r\n").await.unwrap();
        stream.write_all(body).await.unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.unwrap();
        parse(&bytes)
    }

    async fn call(&self, name: &str, body: Value) -> Answer {
        self.send(&format!("POST /api/call/{name}"), &self.own(), body.to_string().as_bytes()).await
    }
}

fn parse(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|w| w == b"\r\n\r\n").expect("an answer has headers");
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers: HashMap<_, _> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let mut body = bytes[end + 4..].to_vec();
    if headers.get("transfer-encoding").is_some_and(|coding| coding == "chunked") {
        body = unchunked(&body);
    }
    Answer { status, headers, body }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|w| w == b"\r\n").expect("a chunk has a length");
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..line]).unwrap(), 16).unwrap();
        if length == 0 {
            return body;
        }
        body.extend_from_slice(&rest[line + 2..line + 2 + length]);
        rest = &rest[line + 4 + length..];
    }
}

fn with(headers: &[(String, String)], name: &str, value: Option<&str>) -> Vec<(String, String)> {
    let mut changed: Vec<_> = headers.iter().filter(|(known, _)| known != name).cloned().collect();
    changed.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    changed
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_page_of_this_server_with_its_token_may_call() {
    let running = Running::start(1 << 20).await;
    let (own, port) = (running.own(), running.port());
    let status = "POST /api/call/vault.status";
    let welcome = running.send(status, &own, b"{}").await;
    assert_eq!(
        welcome.status,
        200,
        "the page itself is let in: {:?}",
        String::from_utf8_lossy(&welcome.body)
    );
    assert_eq!(welcome.json()["state"], "absent", "the core answers");

    let localhost = with(&own, "Host", Some(&format!("localhost:{port}")));
    let localhost = with(&localhost, "Origin", Some(&format!("http://localhost:{port}")));
    assert_eq!(running.send(status, &localhost, b"{}").await.status, 200, "localhost is this server too");
    let script = with(&own, "Origin", None);
    assert_eq!(running.send(status, &script, b"{}").await.status, 200, "a script sends no origin");

    let token = running.token.reveal();
    let mut twice = own.clone();
    twice.push(("Host".into(), format!("127.0.0.1:{port}")));
    let refused = [
        ("no host", with(&own, "Host", None)),
        ("a rebound name", with(&own, "Host", Some(&format!("attacker.example:{port}")))),
        ("another port", with(&own, "Host", Some("127.0.0.1:1"))),
        ("no port", with(&own, "Host", Some("127.0.0.1"))),
        ("a name that begins alike", with(&own, "Host", Some(&format!("127.0.0.1:{port}.attacker.example")))),
        ("two hosts", twice),
        ("a foreign page", with(&own, "Origin", Some("https://attacker.example"))),
        ("a page of another port", with(&own, "Origin", Some("http://127.0.0.1:1"))),
        ("a sandboxed page", with(&own, "Origin", Some("null"))),
        ("the other name's page", with(&own, "Origin", Some(&format!("http://localhost:{port}")))),
        ("a foreign page that hides its origin", with(&script, "Sec-Fetch-Site", Some("cross-site"))),
        ("no token", with(&own, "Authorization", None)),
        ("an empty token", with(&own, "Authorization", Some("Bearer "))),
        ("another token", with(&own, "Authorization", Some(&format!("Bearer {}", "0".repeat(64))))),
        ("a part of the token", with(&own, "Authorization", Some(&format!("Bearer {}", &token[..63])))),
        ("another scheme", with(&own, "Authorization", Some(&format!("Basic {token}")))),
        ("a token alone", with(&own, "Authorization", Some(token))),
    ];
    for path in ["/api/call/vault.status", "/api/stream/vault.status", "/api/picks?name=a.wav", "/api/none"] {
        for (why, headers) in &refused {
            let answer = running.send(&format!("POST {path}"), headers, b"{}").await;
            // Without a host the request is no HTTP/1.1 at all, and hyper may say so first.
            let expected: &[u16] = if *why == "no host" { &[400, 403] } else { &[403] };
            assert!(
                expected.contains(&answer.status),
                "{path} must refuse {why}, not answer {}",
                answer.status
            );
            if answer.status == 403 {
                assert_eq!(answer.code(), "forbidden", "the refusal of {why} is an ApiError");
            }
        }
    }
    let page = with(&with(&own, "Authorization", None), "Host", Some(&format!("attacker.example:{port}")));
    assert_eq!(running.send("GET /", &page, b"").await.status, 403, "a rebound name gets no page either");
    let health = with(&own, "Authorization", None);
    assert_eq!(running.send("GET /api/health", &health, b"").await.status, 200, "health asks for no token");
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_calls_are_told_what_is_wrong() {
    let running = Running::start(1 << 20).await;
    let own = running.own();
    let call = "POST /api/call/vault.status";
    for body in ["", "{", "{}{}", "nonsense", "\u{0}"] {
        let answer = running.send(call, &own, body.as_bytes()).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "bad_call"), "{body:?} is not JSON");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(
        running.send(call, &own, deep.as_bytes()).await.status,
        400,
        "deep nesting must not end the process"
    );
    let unknown = running.call("vault.open_everything", json!({})).await;
    assert_eq!((unknown.status, unknown.code().as_str()), (400, "bad_call"), "an unknown command is refused");
    let shape = running.call("vault.unlock", json!({ "passphrase": 7 })).await;
    assert_eq!((shape.status, shape.code().as_str()), (400, "bad_call"), "a wrong shape is refused");
    let locked = running.call("clients.list", json!({})).await;
    assert!(
        [409, 423].contains(&locked.status),
        "without a vault there are no clients, but {}",
        locked.status
    );

    for media_type in
        [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("application/jsonp")]
    {
        let answer = running.send(call, &with(&own, "Content-Type", media_type), b"{}").await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (415, "bad_call"),
            "{media_type:?} is not the type"
        );
    }
    let charset = with(&own, "Content-Type", Some("application/json; charset=utf-8"));
    assert_eq!(running.send(call, &charset, b"{}").await.status, 200, "a charset does no harm");
    for line in
        ["GET /api/call/vault.status", "PUT /api/call/vault.status", "DELETE /api/picks", "POST /api/health"]
    {
        let answer = running.send(line, &own, b"{}").await;
        assert_eq!((answer.status, answer.code().as_str()), (405, "bad_call"), "{line} is the wrong method");
    }
    let large = vec![b' '; 17 << 20];
    let answer = running.send(call, &own, &large).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (413, "bad_call"),
        "a body beyond every command is refused"
    );
    let nowhere = running.send("POST /api/elsewhere", &own, b"{}").await;
    assert_eq!((nowhere.status, nowhere.code().as_str()), (404, "not_found"), "an unknown address is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn picked_files_are_bounded_and_used_by_commands_that_stream() {
    let model =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/speech/attune-tiny-therapy.bin");
    let model = std::fs::read(model).expect("the demo model is part of the repository");
    let running = Running::start(model.len() as u64).await;
    let own = with(&running.own(), "Content-Type", Some("application/octet-stream"));

    let too_large = running.send("POST /api/picks?name=a.wav", &own, &vec![0; model.len() + 1]).await;
    assert_eq!(too_large.status, 413, "one byte more than the limit is refused");
    assert_eq!(too_large.json()["field"], "source", "the refusal names the field");
    let wrong = running.send("POST /api/picks?name=a.wav", &running.own(), b"{}").await;
    assert_eq!(wrong.status, 415, "a file is sent as bytes");

    let pick = running.send("POST /api/picks?name=..%2Fattune%20model.bin", &own, &model).await;
    assert_eq!(pick.status, 200, "a file of the limit's size is taken");
    assert_eq!(pick.json()["name"], "attune model.bin", "folders are cut off");
    assert_eq!(pick.json()["bytes"], model.len(), "the size is told");

    let vault = json!({
        "role": "clinician", "name": "T", "passphrase": "quiet harbour lantern 58 moss", "use_key_store": false
    });
    assert_eq!(running.call("vault.create", vault).await.status, 200, "a vault can be made");
    let add = json!({ "source": { "picked": pick.json()["pick_id"] } });
    let job = running.call("models.add", add).await;
    assert_eq!(job.status, 200, "the picked file is installed: {:?}", String::from_utf8_lossy(&job.body));
    let watch = json!({ "job_id": job.json() }).to_string();
    let stream = running.send("POST /api/stream/jobs.watch", &running.own(), watch.as_bytes()).await;
    assert_eq!(stream.headers["content-type"], "application/x-ndjson", "a stream is lines of JSON");
    let lines: Vec<Value> = String::from_utf8(stream.body)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    let (last, events) = lines.split_last().expect("there is at least the reply");
    assert!(
        !events.is_empty() && events.iter().all(|l| l.get("event").is_some()),
        "events come first: {events:?}"
    );
    assert_eq!(last["reply"]["state"], "finished", "the reply comes last: {last}");

    let path = json!({ "source": { "path": "/etc/hostname" } });
    let refused = running.call("models.add", path).await;
    assert_eq!((refused.status, refused.code().as_str()), (403, "forbidden"), "a page names no paths");
    let refused = running.send("POST /api/stream/vault.nothing", &running.own(), b"{}").await;
    let line: Value = serde_json::from_slice(&refused.body).unwrap();
    assert_eq!(line["error"]["code"], "bad_call", "a stream ends with its error");
    let left = files_under(running.folder.path());
    let plain = left.iter().filter(|path| !path.starts_with(running.folder.path().join("data/models")));
    let copies = plain.filter(|path| std::fs::read(path).is_ok_and(|bytes| bytes.len() >= model.len()));
    assert_eq!(copies.count(), 0, "a picked file is written nowhere else");
    running.app.shut_down().await;
    running.server.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_interface_is_served_under_a_strict_policy_and_nothing_else_is() {
    let running = Running::start(1 << 20).await;
    let host = vec![("Host".to_owned(), format!("127.0.0.1:{}", running.port()))];
    for (path, media_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/clients/42", "text/html; charset=utf-8"),
        ("/attune_bg.wasm", "application/wasm"),
        ("/styles/base.css", "text/css; charset=utf-8"),
    ] {
        let answer = running.send(&format!("GET {path}"), &host, b"").await;
        assert_eq!(answer.status, 200, "{path} is part of the interface");
        assert_eq!(answer.headers["content-type"], media_type, "{path} has its type");
        let policy = &answer.headers["content-security-policy"];
        for part in
            ["default-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "object-src 'none'"]
        {
            assert!(policy.contains(part), "the policy of {path} says {part}");
        }
        assert!(
            !policy.contains("ipc:") && !policy.contains("unsafe-eval' 'unsafe"),
            "nothing more is allowed"
        );
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "types are not guessed");
        assert_eq!(answer.headers["referrer-policy"], "no-referrer", "addresses are not passed on");
    }
    let head = running.send("HEAD /", &host, b"").await;
    assert_eq!((head.status, head.body.len()), (200, 0), "HEAD sends no body");
    assert_eq!(running.send("POST /", &host, b"").await.status, 405, "the interface is only read");
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/styles/../../secret.txt",
        "/styles/..%5c..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/secret.txt",
        "/styles%00/base.css",
        "/missing.js",
    ] {
        let answer = running.send(&format!("GET {path}"), &host, b"").await;
        assert_eq!(answer.status, 404, "{path} is not part of the interface");
        let text = String::from_utf8_lossy(&answer.body);
        assert!(!text.contains("not for the page"), "{path} must not lead outside");
    }
    #[cfg(unix)]
    {
        let link = running.folder.path().join("ui/link.txt");
        std::os::unix::fs::symlink(running.folder.path().join("secret.txt"), link).unwrap();
        assert_eq!(
            running.send("GET /link.txt", &host, b"").await.status,
            404,
            "a link leads nowhere outside"
        );
    }
    let api = running.call("vault.status", json!({})).await;
    assert_eq!(api.headers["cache-control"], "no-store", "answers of the core are not kept");
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_under(&path)) } else { files.push(path) }
    }
    files
}

//! Who is kept out: strangers on this machine, other people's pages, and everyone while the vault is locked.

use anyhow::{Context, Result, ensure};
use contract::{Access, Command};
use journeys::raw::request;
use journeys::{Served, journey};
use serde_json::{Value, json};

/// Any id.
const ID: &str = "00000000-0000-7000-8000-000000000001";

fn served() -> Result<(tempfile::TempDir, Served)> {
    let home = tempfile::tempdir().context("a folder of its own")?;
    let served = Served::start(home.path())?;
    Ok((home, served))
}

macro_rules! list_commands {
    ($($command:ty),+ $(,)?) => {
        /// Every command there is, and who may call it.
        fn commands() -> Vec<(&'static str, Access)> {
            vec![$((<$command as Command>::NAME, <$command as Command>::ACCESS)),+]
        }
    };
}
contract::commands!(list_commands);

/// Fields of every command at once: each takes its own and leaves the rest.
fn every_field() -> Value {
    let mut fields = json!({
        "session_id": ID, "client_id": ID, "consent_id": ID, "recording_id": ID, "transcript_id": ID, "segment_id": ID,
        "note_id": ID, "job_id": ID, "model_id": "tiny", "segment_ids": [ID], "subject": { "client": ID },
        "source": { "picked": ID }, "scope": "recording", "method": "verbal", "speaker": "client", "to": "upcoming",
        "format": "soap", "version": 1, "revision": 1, "columns": 10, "start_ms": 0, "end_ms": 1000, "minutes": 5,
        "limit": 10, "given_by": "x", "note": "x", "text": "x", "query": "x", "passphrase": "x", "current": "x",
        "new": "x", "enrolled": false, "details": {}, "sections": [], "words": [], "page": { "offset": 0, "limit": 1 },
    });
    let of_screening = json!({
        "screening_id": ID, "battery_id": ID, "plan_id": ID, "alert_id": ID, "one": ID, "other": ID, "name": "x",
        "instrument": "phq9", "instruments": ["phq9"], "item": "q1", "answer": { "kind": "declined" }, "plan": {},
        "battery": "weekly", "due_on": "2026-11-21", "action": "x", "enabled": false,
    });
    for (name, value) in of_screening.as_object().into_iter().flatten() {
        fields[name] = value.clone();
    }
    fields
}

/// Fields that mean something else to one command than to the others.
fn fields_of(name: &str) -> Value {
    let mut fields = every_field();
    match name {
        "notes.export" => fields["format"] = json!("json"),
        "screenings.export" => fields["format"] = json!("pdf"),
        "audit.list" => fields["subject"] = json!(ID),
        _ => {}
    }
    fields
}

#[tokio::test]
async fn a_locked_vault_refuses_every_command_that_needs_it() -> Result<()> {
    let (_home, served) = served()?;
    for state in ["absent", "locked"] {
        if state == "locked" {
            let create = json!({ "role": "clinician", "name": "Dr. Test", "passphrase": journey::PASSPHRASE, "use_key_store": false });
            served.ask("vault.create", &create).await?;
            served
                .ask("clients.list", &json!({}))
                .await
                .context("open first, so that locking means something")?;
            served.ask("vault.lock", &json!({})).await?;
        }
        for (name, access) in commands() {
            if access == Access::Anyone {
                continue;
            }
            let (status, refusal) = served.call(name, &fields_of(name)).await?;
            ensure!(
                refusal["code"] == "locked" && status == 423,
                "{name} on an {state} vault: {status} {refusal}"
            );
            let (status, refusal) = served.call(name, &json!(["nonsense"])).await?;
            ensure!(
                status >= 400 && refusal["code"].is_string(),
                "nonsense to {name} on an {state} vault: {status}"
            );
        }
    }
    let open = commands().into_iter().filter(|(_, access)| *access == Access::Anyone).count();
    ensure!(open < 10, "few commands work on a locked vault, not {open}");
    Ok(())
}

#[tokio::test]
async fn callers_without_the_token_are_refused() -> Result<()> {
    let (_home, served) = served()?;
    let mut other = served.token.clone();
    other.replace_range(0..1, if other.starts_with('0') { "1" } else { "0" });
    let shown = [
        None,
        Some(String::new()),
        Some("Bearer ".to_owned()),
        Some(format!("Bearer {other}")),
        Some(format!("Bearer {}", &served.token[..63])),
        Some(format!("Bearer {}0", served.token)),
        Some(format!("Basic {}", served.token)),
        Some(served.token.clone()),
    ];
    for path in ["/api/call/vault.status", "/api/stream/jobs.watch", "/api/picks?name=a.wav", "/api/nothing"]
    {
        for authorization in &shown {
            let mut headers = vec![("Content-Type", "application/json")];
            headers.extend(authorization.as_deref().map(|value| ("Authorization", value)));
            let answer = request(&served.address, "POST", path, &headers, b"{}").await?;
            ensure!(
                answer.status == 401 || answer.status == 403,
                "{path} with {authorization:?}: {}",
                answer.status
            );
            ensure!(!answer.text().contains("absent"), "nothing about the vault is told: {}", answer.text());
        }
    }
    let in_query = format!("/api/call/vault.status?token={}", served.token);
    let answer =
        request(&served.address, "POST", &in_query, &[("Content-Type", "application/json")], b"{}").await?;
    ensure!(answer.status >= 400, "a token in the address does not count: {}", answer.status);
    let answer = request(&served.address, "GET", "/", &[], b"").await?;
    ensure!(!answer.text().contains(&served.token), "the token is in nothing that is served without it");
    Ok(())
}

#[tokio::test]
async fn other_peoples_pages_are_refused_even_with_the_token() -> Result<()> {
    let (_home, served) = served()?;
    let port = served.address.rsplit(':').next().context("an address has a port")?.to_owned();
    let authorization = format!("Bearer {}", served.token);
    let foreign = [
        ("Host", "attacker.example".to_owned()),
        ("Host", format!("attacker.example:{port}")),
        ("Host", "127.0.0.1".to_owned()),
        ("Host", format!("127.0.0.1:{port}.attacker.example")),
        ("Host", format!("[::1]:{port}")),
        ("Origin", "http://attacker.example".to_owned()),
        ("Origin", format!("https://127.0.0.1:{port}")),
        ("Origin", format!("http://127.0.0.1:{port}.attacker.example")),
        ("Origin", "http://127.0.0.1:1".to_owned()),
        ("Origin", "null".to_owned()),
        ("Sec-Fetch-Site", "cross-site".to_owned()),
        ("Sec-Fetch-Site", "same-site".to_owned()),
    ];
    for (name, value) in &foreign {
        let headers = [
            ("Authorization", authorization.as_str()),
            ("Content-Type", "application/json"),
            (*name, value.as_str()),
        ];
        let answer = request(&served.address, "POST", "/api/call/vault.status", &headers, b"{}").await?;
        ensure!((400..500).contains(&answer.status), "{name}: {value} gets {}", answer.status);
        ensure!(!answer.text().contains("absent"), "{name}: {value} learns nothing: {}", answer.text());
        let shared = answer.header("access-control-allow-origin");
        ensure!(shared.is_none(), "no page is ever allowed in across origins: {shared:?}");
    }
    let preflight = [("Origin", "http://attacker.example"), ("Access-Control-Request-Method", "POST")];
    let answer = request(&served.address, "OPTIONS", "/api/call/vault.status", &preflight, b"").await?;
    ensure!(answer.status >= 400, "a page's question whether it may call is refused: {}", answer.status);
    Ok(())
}

#[tokio::test]
async fn no_address_leads_out_of_the_interface() -> Result<()> {
    let (home, served) = served()?;
    std::fs::write(home.path().join("data/secret.txt"), "SECRET-OUTSIDE").context("a file outside")?;
    let depth = "../".repeat(20);
    let encoded = "%2e%2e/".repeat(20);
    let mixed = "..%2f".repeat(20);
    let back = "..%5c".repeat(20);
    let outside = home.path().join("data/secret.txt");
    let outside = outside.to_str().context("the path is text")?.trim_start_matches('/');
    let double = "%252e%252e%252f".repeat(20);
    for target in [
        format!("/{depth}{outside}"),
        format!("/{encoded}{outside}"),
        format!("/{mixed}{outside}"),
        format!("/{back}{outside}"),
        format!("/{double}{outside}"),
        format!("/styles/{depth}{outside}"),
        format!("//{outside}"),
        format!("/%2f{outside}"),
        format!("/file:///{outside}"),
        "/../Cargo.toml".to_owned(),
        "/%2e%2e/Cargo.toml".to_owned(),
        "/..%00/secret.txt".to_owned(),
        format!("http://127.0.0.1/{depth}{outside}"),
    ] {
        let answer = request(&served.address, "GET", &target, &[], b"").await?;
        let text = answer.text();
        ensure!(!text.contains("SECRET-OUTSIDE") && !text.contains("[workspace]"), "{target} leads out");
        ensure!(answer.status >= 400, "{target} is refused, not answered with {}", answer.status);
    }
    let page = request(&served.address, "GET", "/clients/anything", &[], b"").await?;
    ensure!(page.status == 200, "a page's address leads to the interface");
    let policy = page.header("content-security-policy").context("every page has a policy")?;
    ensure!(
        policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"),
        "strict: {policy}"
    );
    Ok(())
}

//! The plainest HTTP client there is: it sends exactly what it is given, also what no well-behaved client would.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The longest a whole exchange may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers as sent, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, put together from its chunks.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Sends a request to `http://host:port`. `Host` is the server's own unless `headers` has one.
pub async fn request(
    server: &str,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Result<Answer> {
    let host = server.trim_start_matches("http://");
    let mut head =
        format!("{method} {target} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
        head.push_str(&format!("Host: {host}\r\n"));
    }
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let exchange = async {
        let mut stream = TcpStream::connect(host).await.context("connecting")?;
        stream.write_all(head.as_bytes()).await.context("sending the head")?;
        // A server may answer and hang up before it has read the whole body of a request it refuses.
        let _ = stream.write_all(body).await;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.context("reading the answer")?;
        parse(&answer)
    };
    tokio::time::timeout(PATIENCE, exchange)
        .await
        .with_context(|| format!("{method} {target} never ended"))?
}

fn parse(bytes: &[u8]) -> Result<Answer> {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        bail!("the answer has no head: {:?}", String::from_utf8_lossy(bytes));
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let rest = &bytes[end + 4..];
    let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let body = if chunked { unchunk(rest)? } else { rest.to_vec() };
    Ok(Answer { status: status.context("the answer has a status")?, headers, body })
}

fn unchunk(mut rest: &[u8]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n").context("a chunk has a length")?;
        let length = std::str::from_utf8(&rest[..end]).context("a length is text")?;
        let length = usize::from_str_radix(length.trim(), 16).context("a length is hexadecimal")?;
        if length == 0 {
            return Ok(body);
        }
        let chunk = rest.get(end + 2..end + 2 + length).context("a chunk is whole")?;
        body.extend_from_slice(chunk);
        rest = rest.get(end + 4 + length..).context("a chunk ends")?;
    }
}

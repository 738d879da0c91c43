//! Who is let in.
//!
//! Any page in the person's browser can send requests to this port, and any name can be made to point at 127.0.0.1.
//! So every request must name this server as its host (a page that rebinds its own name does not), a page must be this
//! server's own (`Origin`, `Sec-Fetch-Site`), and whoever calls a command must show the token.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::refusal::Refusal;
use crate::{Front, Token};

/// What the interface may do: load from here and nowhere else, compile its own wasm, and stand in nobody's frame.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; \
    connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Headers of every answer, unless the answer has its own.
pub(crate) const HEADERS: [(HeaderName, HeaderValue); 7] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
];

/// Checks every request before anything else looks at it.
pub(crate) async fn admit(State(front): State<Arc<Front>>, request: Request, next: Next) -> Response {
    match check(&front, request.uri().path(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

fn check(front: &Front, path: &str, headers: &HeaderMap) -> Result<(), Refusal> {
    let host = only(headers, &header::HOST)?.ok_or_else(wrong_host)?;
    let port = front.port;
    if host != format!("127.0.0.1:{port}").as_bytes() && host != format!("localhost:{port}").as_bytes() {
        return Err(wrong_host());
    }
    if let Some(origin) = only(headers, &header::ORIGIN)?
        && origin.strip_prefix(b"http://") != Some(host)
    {
        return Err(foreign_page());
    }
    let called = path.starts_with("/api/") && path != "/api/health";
    if !called {
        return Ok(());
    }
    let site = only(headers, &HeaderName::from_static("sec-fetch-site"))?;
    if site.is_some_and(|site| site != b"same-origin" && site != b"none") {
        return Err(foreign_page());
    }
    if shows(headers, &front.token)? { Ok(()) } else { Err(no_token()) }
}

/// The value of a header that may occur once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a [u8]>, Refusal> {
    let mut values = headers.get_all(name).iter();
    let first = values.next().map(HeaderValue::as_bytes);
    if values.next().is_some() {
        return Err(Refusal::forbidden("A header that may occur once occurs twice."));
    }
    Ok(first)
}

fn shows(headers: &HeaderMap, token: &Token) -> Result<bool, Refusal> {
    let Some(value) = only(headers, &header::AUTHORIZATION)? else { return Ok(false) };
    let Some((scheme, shown)) = value.split_at_checked(b"Bearer ".len()) else { return Ok(false) };
    Ok(scheme.eq_ignore_ascii_case(b"Bearer ") && token.is(shown))
}

fn wrong_host() -> Refusal {
    Refusal::forbidden("This server answers only to the address it was started with.")
}

fn foreign_page() -> Refusal {
    Refusal::forbidden("Another page may not call Attune.")
}

fn no_token() -> Refusal {
    Refusal::forbidden(
        "This call does not carry the token of this server. Open the address that was printed when it was started.",
    )
}

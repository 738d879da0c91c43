//! The HTTP front: the program's commands for a browser, a script or a test on this machine.
//!
//! Owns a server on the loopback address, the checks that keep other pages and other programs out ([`Token`], the
//! `Host` and `Origin` headers), the way a command travels over HTTP, and the interface's static files. It holds no
//! rules and no SQL: every command goes through the dispatcher in `app`. It must never listen on another address than
//! loopback, never write a body to disk, and never log a body, a token or a file's name.
//!
//! | Request | Body | Answer |
//! |---|---|---|
//! | `POST /api/call/{name}` | the command, JSON | the reply, JSON |
//! | `POST /api/stream/{name}` | the command, JSON | lines of JSON: `{"event":…}`, then `{"reply":…}` or `{"error":…}` |
//! | `POST /api/picks?name=` | the bytes of a file | `PickedFile`, JSON |
//! | `GET /api/health` | | `{"status":"ok"}` |
//! | `GET` anything else | | the interface |
//!
//! Every refusal is an `ApiError` in JSON with a fitting status. All of `/api` but health needs
//! `Authorization: Bearer <token>`.
//!
//! Entry types: [`serve`], [`Options`], [`Server`], [`Token`].

mod body;
mod calls;
mod files;
mod guard;
mod refusal;
mod token;

use std::future::IntoFuture as _;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app::App;
use axum::Router;
use axum::http::Uri;
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};
use contract::{ApiError, ErrorCode};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

pub use token::Token;

use files::Files;
use refusal::Refusal;

/// The largest file a page may hand over unless [`Options`] says otherwise: 2 GiB.
pub const MAX_PICK_BYTES: u64 = 2 << 30;
/// How long open answers may go on after the server was asked to stop.
const GRACE: Duration = Duration::from_secs(2);

/// How to serve.
pub struct Options {
    /// The port; 0 takes a free one.
    pub port: u16,
    /// The folder of the built interface; none serves the commands alone.
    pub ui_dir: Option<PathBuf>,
    /// What callers have to show.
    pub token: Token,
    /// The largest file a page may hand over, in bytes. It is held in memory until the core has read it.
    pub max_pick_bytes: u64,
}

impl Options {
    /// A free port, no interface, files of at most [`MAX_PICK_BYTES`].
    pub fn new(token: Token) -> Self {
        Self { port: 0, ui_dir: None, token, max_pick_bytes: MAX_PICK_BYTES }
    }
}

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken, or the system does not allow it.
    #[error("the port cannot be used")]
    Port(#[source] io::Error),
    /// The interface's folder is missing or cannot be read.
    #[error("the folder of the interface cannot be read")]
    Interface(#[source] io::Error),
}

/// A running server. Dropping it stops it without waiting.
pub struct Server {
    addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Takes no more calls, lets open answers end for a moment, and stops.
    pub async fn shutdown(mut self) {
        if let Some(stop) = self.stop.take() {
            // The receiver is gone only if the server has stopped by itself.
            let _ = stop.send(());
        }
        let _ = tokio::time::timeout(GRACE, &mut self.task).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What every handler needs.
pub(crate) struct Front {
    pub(crate) app: Arc<App>,
    pub(crate) token: Token,
    pub(crate) port: u16,
    pub(crate) files: Option<Files>,
    pub(crate) max_pick_bytes: u64,
}

/// Starts serving on 127.0.0.1. Returns as soon as calls are taken.
pub async fn serve(app: Arc<App>, options: Options) -> Result<Server, ServeError> {
    let files = options.ui_dir.as_deref().map(Files::open).transpose().map_err(ServeError::Interface)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await.map_err(ServeError::Port)?;
    let addr = listener.local_addr().map_err(ServeError::Port)?;
    let front =
        Front { app, token: options.token, port: addr.port(), files, max_pick_bytes: options.max_pick_bytes };
    let (stop, stopped) = oneshot::channel();
    let server = axum::serve(listener, routes(Arc::new(front))).with_graceful_shutdown(async {
        // A dropped sender means the same as a sent stop.
        let _ = stopped.await;
    });
    Ok(Server { addr, stop: Some(stop), task: tokio::spawn(server.into_future()) })
}

fn routes(front: Arc<Front>) -> Router {
    Router::new()
        .route("/api/health", get(calls::health))
        .route("/api/call/{name}", post(calls::call))
        .route("/api/stream/{name}", post(calls::stream))
        .route("/api/picks", post(calls::pick))
        .route("/api/{*rest}", axum::routing::any(no_such_call))
        .fallback(files::serve)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(Arc::clone(&front), guard::admit))
        .layer(map_response(with_headers))
        .with_state(front)
}

async fn no_such_call(_: Uri) -> Refusal {
    Refusal::of(ApiError::new(ErrorCode::NotFound, "There is nothing at this address."))
}

async fn wrong_method() -> Refusal {
    Refusal::method()
}

/// Put on every answer, also on refusals.
async fn with_headers(mut response: Response) -> Response {
    for (name, value) in guard::HEADERS {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

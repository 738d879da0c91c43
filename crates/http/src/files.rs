//! The interface's static files.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};

use crate::Front;
use crate::refusal::Refusal;

/// The folder of the interface, resolved once.
pub(crate) struct Files {
    root: PathBuf,
}

impl Files {
    /// A folder that has no `index.html` is not an interface.
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        if !root.join("index.html").is_file() {
            return Err(io::Error::new(io::ErrorKind::NotFound, "the folder has no index.html"));
        }
        Ok(Self { root })
    }

    /// The file of an address: inside the folder also after links are followed. Addresses of pages, which have no
    /// ending, all lead to `index.html`, where the interface finds its way by itself.
    fn find(&self, address: &str) -> Option<PathBuf> {
        let relative = relative(address)?;
        let last = relative.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let path = if last.contains('.') { self.root.join(relative) } else { self.root.join("index.html") };
        let path = path.canonicalize().ok()?;
        (path.starts_with(&self.root) && path.is_file()).then_some(path)
    }
}

/// Serves everything that is not under `/api`.
pub(crate) async fn serve(State(front): State<Arc<Front>>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return Refusal::method().into_response();
    }
    let found = match &front.files {
        Some(files) => match files.find(uri.path()) {
            Some(path) => tokio::fs::read(&path).await.ok().map(|bytes| (media_type(&path), bytes)),
            None => None,
        },
        None => None,
    };
    let Some((media_type, bytes)) = found else {
        let text = "There is nothing at this address.\n";
        return (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text)
            .into_response();
    };
    // The files belong to this start of the program; a browser has to ask again after the next one.
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (headers, Body::from(bytes)).into_response()
}

/// The address as a path made of plain names only; none for everything that could lead elsewhere.
fn relative(address: &str) -> Option<PathBuf> {
    let decoded = percent_decoded(address)?;
    if decoded.contains(['\\', '\0', ':']) {
        return None;
    }
    let mut path = PathBuf::new();
    for component in Path::new(decoded.trim_start_matches('/')).components() {
        match component {
            Component::Normal(name) => path.push(name),
            _ => return None,
        }
    }
    Some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            bytes.push((digit()? * 16 + digit()?) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    match extension {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_become_paths() {
        for address in [
            "/../secret",
            "/a/../../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/..%5csecret",
            "/a\\..\\secret",
            "/C:/secret",
            "/%00",
            "/%zz",
            "/%f",
            "/%ff",
        ] {
            assert_eq!(relative(address), None, "{address} could lead elsewhere");
        }
        assert_eq!(
            relative("/styles/a%20b.css"),
            Some(PathBuf::from("styles/a b.css")),
            "plain names are kept"
        );
        assert_eq!(
            relative("//etc/passwd"),
            Some(PathBuf::from("etc/passwd")),
            "an absolute path stays inside"
        );
    }
}

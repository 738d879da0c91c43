//! The two commands that lead into the dispatcher.

use std::sync::Arc;

use app::{App, Front};
use contract::ApiError;
use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

/// Carries out a command that answers at once.
#[tauri::command]
pub(crate) async fn call(
    window: WebviewWindow,
    core: State<'_, Arc<App>>,
    name: String,
    body: Value,
) -> Result<Value, ApiError> {
    let before = core.is_handed_over();
    let reply = core.inner().call(Front::Window, &name, body).await;
    let handed_over = core.is_handed_over();
    if before != handed_over {
        // In a client's hands the window fills the screen. That is a courtesy: what can be reached, the core decides.
        let _ = window.set_fullscreen(handed_over);
    }
    reply
}

/// Carries out a command that reports while it runs; each report is `{"event": …}`.
#[tauri::command]
pub(crate) async fn call_streaming(
    core: State<'_, Arc<App>>,
    name: String,
    body: Value,
    channel: Channel<Value>,
) -> Result<Value, ApiError> {
    let mut forward = |event: Value| {
        // A page that has gone no longer listens; the work goes on.
        let _ = channel.send(serde_json::json!({ "event": event }));
    };
    core.inner().call_streaming(Front::Window, &name, body, &mut forward).await
}

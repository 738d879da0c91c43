//! The two commands that lead into the dispatcher.

use std::sync::Arc;

use app::{App, Front};
use contract::ApiError;
use serde_json::Value;
use tauri::State;
use tauri::ipc::Channel;

/// Carries out a command that answers at once.
#[tauri::command]
pub(crate) async fn call(core: State<'_, Arc<App>>, name: String, body: Value) -> Result<Value, ApiError> {
    core.inner().call(Front::Window, &name, body).await
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

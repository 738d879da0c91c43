//! The desktop window's bridge: four commands of the shell, JSON both ways.

use contract::ApiError;
use js_sys::{Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{Purpose, refusal, unreachable};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = invoke)]
    fn invoke(command: &str, arguments: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = transformCallback)]
    fn transform_callback(callback: &Function, once: bool) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = unregisterCallback)]
    fn unregister_callback(id: &JsValue) -> Result<(), JsValue>;
}

/// Whether this page runs in the desktop window.
pub fn present() -> bool {
    web_sys::window()
        .and_then(|window| Reflect::get(&window, &"__TAURI_INTERNALS__".into()).ok())
        .is_some_and(|internals| internals.is_object())
}

pub async fn call(name: &str, body: &str) -> Result<String, ApiError> {
    let arguments = object(&[("name", name.into()), ("body", parse(body))]);
    send("call", &arguments).await
}

pub async fn stream(name: &str, body: &str, hear: impl FnMut(&str) + 'static) -> Result<String, ApiError> {
    let channel = Channel::open(hear)?;
    let arguments = object(&[
        ("name", name.into()),
        ("body", parse(body)),
        ("channel", format!("__CHANNEL__:{}", channel.id()).into()),
    ]);
    send("call_streaming", &arguments).await
}

pub async fn pick_file(purpose: Purpose) -> Result<String, ApiError> {
    send("pick_file", &object(&[("purpose", purpose.name().into())])).await
}

pub async fn save_file(file: &str) -> Result<String, ApiError> {
    send("save_file", &object(&[("file", parse(file))])).await
}

async fn send(command: &str, arguments: &JsValue) -> Result<String, ApiError> {
    let promise = invoke(command, arguments).map_err(|_| unreachable())?;
    match JsFuture::from(promise).await {
        Ok(reply) => Ok(text_of(&reply)),
        Err(refused) => Err(refusal(&text_of(&refused))),
    }
}

/// One end of a Tauri channel. Messages carry an index because they may arrive out of order; they are heard in order.
struct Channel {
    id: JsValue,
    _closure: Closure<dyn FnMut(JsValue)>,
}

impl Channel {
    fn open(mut hear: impl FnMut(&str) + 'static) -> Result<Self, ApiError> {
        let mut order = Order::default();
        let closure = Closure::new(move |raw: JsValue| {
            let index = Reflect::get(&raw, &"index".into()).ok().and_then(|v| v.as_f64());
            let message = Reflect::get(&raw, &"message".into()).unwrap_or(JsValue::UNDEFINED);
            let Some(index) = index else { return };
            // The shell's own end marker has no message.
            if message.is_undefined() {
                return;
            }
            let event = Reflect::get(&message, &"event".into()).unwrap_or(JsValue::UNDEFINED);
            for text in order.take(index as u64, text_of(&event)) {
                hear(&text);
            }
        });
        let id = transform_callback(closure.as_ref().unchecked_ref(), false).map_err(|_| unreachable())?;
        Ok(Self { id, _closure: closure })
    }

    fn id(&self) -> u64 {
        self.id.as_f64().unwrap_or_default() as u64
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        // Older shells cannot unregister; then the callback stays registered and is never called again.
        let _ = unregister_callback(&self.id);
    }
}

/// Puts messages back in order by their index, counted from 0.
#[derive(Default)]
struct Order {
    next: u64,
    early: std::collections::BTreeMap<u64, String>,
}

impl Order {
    fn take(&mut self, index: u64, text: String) -> Vec<String> {
        self.early.insert(index, text);
        let mut due = Vec::new();
        while let Some(text) = self.early.remove(&self.next) {
            due.push(text);
            self.next += 1;
        }
        due
    }
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn parse(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or(JsValue::NULL)
}

fn text_of(value: &JsValue) -> String {
    JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_else(|| "null".to_owned())
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn messages_are_heard_in_order_whatever_order_they_arrive_in() {
        let mut order = Order::default();
        let heard: Vec<String> =
            [2, 0, 1, 4, 3].into_iter().flat_map(|i| order.take(i, i.to_string())).collect();
        assert_eq!(heard, ["0", "1", "2", "3", "4"], "the order is by index");
        assert!(order.early.is_empty(), "nothing is held back once the gap is filled");
    }
}

//! Pictures, workbooks and tables to paste: a binding to `chart/take.js`, loaded when something is taken away.

use super::{later, page};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/browser/load.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn load(url: &str) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The module of `chart/take.js`.
    type Tools;
    #[wasm_bindgen(method)]
    fn picture(this: &Tools, json: &str, kind: &str, fonts: &str, chart: &JsValue) -> js_sys::Promise;
    #[wasm_bindgen(method)]
    fn workbook(this: &Tools, json: &str) -> js_sys::Promise;
    #[wasm_bindgen(method, js_name = copyTable)]
    fn copy_table(this: &Tools, html: &str, text: &str) -> js_sys::Promise;
}

async fn tools() -> Result<Tools, JsValue> {
    Ok(load(&page::said("data-tools")).await?.unchecked_into())
}

async fn save(blob: js_sys::Promise, name: &str) -> Result<(), JsValue> {
    let blob: web_sys::Blob = JsFuture::from(blob).await?.dyn_into()?;
    page::save_blob(name, &blob)
}

/// Makes a picture of its description and saves it; calls back with whether it worked. The name's ending says which kind.
pub fn picture(json: String, name: String, done: impl FnOnce(bool) + 'static) {
    later::begin(async move {
        let made = async {
            let tools = tools().await?;
            let chart = load(&page::said("data-chart")).await?;
            let kind = name.rsplit('.').next().unwrap_or("svg");
            save(tools.picture(&json, kind, &page::said("data-fonts"), &chart), &name).await
        };
        done(made.await.is_ok());
    });
}

/// Makes a workbook of its sheets and saves it; calls back with whether it worked.
pub fn workbook(json: String, name: String, done: impl FnOnce(bool) + 'static) {
    later::begin(async move {
        let made = async { save(tools().await?.workbook(&json), &name).await };
        done(made.await.is_ok());
    });
}

/// Copies a table in both forms; calls back with whether it worked.
pub fn copy_table(html: String, text: String, done: impl FnOnce(bool) + 'static) {
    later::begin(async move {
        let copied = async { JsFuture::from(tools().await?.copy_table(&html, &text)).await };
        done(copied.await.is_ok_and(|it| it.as_bool() == Some(true)));
    });
}

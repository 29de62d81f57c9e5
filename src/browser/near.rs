//! A place in the page and what stands around it: for handlers of plain markup, which are told only where a click was.

use super::page;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{
    Element, Event, FocusOptions, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, NodeList,
};

#[wasm_bindgen(module = "/src/browser/markup.js")]
extern "C" {
    fn write(element: &Element, markup: &str);
    fn append(element: &Element, markup: &str);
}

/// An element.
#[derive(Debug, Clone)]
pub struct Near(Element);

impl Near {
    /// The nearest such element around what an event happened to.
    pub fn target(event: &Event, selector: &str) -> Option<Self> {
        Self(event.target()?.dyn_into().ok()?).around(selector)
    }

    /// This element.
    pub fn of(element: &impl AsRef<Element>) -> Self {
        Self(element.as_ref().clone())
    }

    /// The first such element of the page.
    pub fn first(selector: &str) -> Option<Self> {
        document().query_selector(selector).ok().flatten().map(Self)
    }

    /// All such elements of the page.
    pub fn all(selector: &str) -> Vec<Self> {
        document().query_selector_all(selector).map(listed).unwrap_or_default()
    }

    /// The element that has the focus.
    pub fn focused() -> Option<Self> {
        document().active_element().map(Self)
    }

    /// The nearest such element around it, itself included.
    pub fn around(&self, selector: &str) -> Option<Self> {
        self.0.closest(selector).ok().flatten().map(Self)
    }

    /// The first such element in it.
    pub fn within(&self, selector: &str) -> Option<Self> {
        self.0.query_selector(selector).ok().flatten().map(Self)
    }

    /// What it says under a name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name)
    }

    /// What it says under a name as a part of a whole; all of it where it says no number.
    pub fn share(&self, name: &str) -> f64 {
        self.attribute(name).and_then(|it| it.parse().ok()).unwrap_or(1.0)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.child_element_count() == 0
    }

    /// The text in it.
    pub fn words(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    /// Writes plain text into it.
    pub fn say(&self, words: &str) {
        self.0.set_text_content(Some(words));
    }

    /// Writes our own markup into it.
    pub fn write(&self, markup: &str) {
        write(&self.0, markup);
    }

    /// Writes our own markup after what stands in it.
    pub fn append(&self, markup: &str) {
        append(&self.0, markup);
    }

    /// All such elements in it.
    pub fn all_within(&self, selector: &str) -> Vec<Self> {
        self.0.query_selector_all(selector).map(listed).unwrap_or_default()
    }

    /// Takes an attribute away.
    pub fn remove(&self, name: &str) {
        let _ = self.0.remove_attribute(name);
    }

    /// Sets an attribute without a value, or takes it away.
    pub fn toggle(&self, name: &str, there: bool) {
        let _ = self.0.toggle_attribute_with_force(name, there);
    }

    /// Whether it still stands in the page.
    pub fn is_there(&self) -> bool {
        self.0.is_connected()
    }

    /// Where it begins and ends, in pixels below the upper edge of the window. The page is laid out for it.
    pub fn extent(&self) -> (f64, f64) {
        let box_of = self.0.get_bounding_client_rect();
        (box_of.top(), box_of.bottom())
    }

    /// What a control says: the value of a choice or a button.
    pub fn value(&self) -> String {
        let select = self.0.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
        select.or_else(|| Some(self.0.dyn_ref::<HtmlButtonElement>()?.value())).unwrap_or_default()
    }

    /// Makes a choice in a list, unless the list does not have it; resetting its form keeps to it.
    pub fn choose(&self, value: &str) {
        let Some(select) = self.0.dyn_ref::<HtmlSelectElement>() else { return };
        if select.value() == value {
            return;
        }
        let option = |selector: &str| self.within(selector).map(|it| it.0);
        if let Some(chosen) = option(&format!("option[value='{value}']")) {
            if let Some(before) = option("option[selected]") {
                let _ = before.remove_attribute("selected");
            }
            let _ = chosen.set_attribute("selected", "");
            select.set_value(value);
        }
    }

    /// Gives it the focus; nothing scrolls.
    pub fn focus(&self) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = self.html().focus_with_options(&options);
    }

    /// As the element of HTML it is.
    pub fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }

    /// Hides it, or shows it.
    pub fn set_hidden(&self, hidden: bool) {
        self.html().set_hidden(hidden);
    }

    /// Shows it.
    pub fn show(&self) {
        let _ = self.0.remove_attribute("hidden");
    }

    /// The choice made among the radio buttons of this name.
    pub fn chosen(&self, name: &str) -> Option<String> {
        self.input(&format!("[name={name}]:checked")).map(|it| it.value())
    }

    /// Whether the box of this name is ticked; `None` without one.
    pub fn ticked(&self, name: &str) -> Option<bool> {
        self.input(&format!("[name={name}]")).map(|it| it.checked())
    }

    fn input(&self, selector: &str) -> Option<HtmlInputElement> {
        self.within(selector)?.0.dyn_into().ok()
    }
}

fn listed(found: NodeList) -> Vec<Near> {
    (0..found.length()).filter_map(|n| found.item(n)?.dyn_into().ok()).map(Near).collect()
}

fn field(id: &str) -> Option<HtmlTextAreaElement> {
    page::element(id)?.dyn_into().ok()
}

/// The text of a field, which is selected so that it can be copied by hand too.
pub fn select_text(id: &str) -> Option<String> {
    let field = field(id)?;
    field.select();
    Some(field.value())
}

/// Writes a field's text.
pub fn set_text(id: &str, text: &str) {
    if let Some(field) = field(id) {
        field.set_value(text);
    }
}

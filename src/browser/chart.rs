//! The live chart: a binding to our bundle of ECharts (`chart/bundle.js`), loaded on demand.

use super::{later, near::Near, page};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};

#[wasm_bindgen(module = "/src/browser/load.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    pub(super) async fn load(url: &str) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    type Bundle;
    #[wasm_bindgen(method, catch)]
    fn init(this: &Bundle, element: &HtmlElement, option: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method)]
    fn update(this: &Bundle, handle: &JsValue, option: &str);
    #[wasm_bindgen(method)]
    fn resize(this: &Bundle, handle: &JsValue);
    #[wasm_bindgen(method)]
    fn dispose(this: &Bundle, handle: &JsValue);
    #[wasm_bindgen(method)]
    fn on(this: &Bundle, handle: &JsValue, callback: &Closure<dyn FnMut(i32, i32, String)>);
    #[wasm_bindgen(method)]
    fn highlight(this: &Bundle, handle: &JsValue, series: u32, datum: u32);
    #[wasm_bindgen(method)]
    fn downplay(this: &Bundle, handle: &JsValue);
}

/// Begins to fetch the chart code.
pub fn prefetch() {
    later::begin(async { _ = load(&page::chart_url()).await });
}

/// What the pointer or finger is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touched {
    /// A mark, by series and data index.
    Mark {
        /// The series.
        series: usize,
        /// The data index.
        datum: usize,
    },
    /// None.
    Nothing,
}

/// A chart on the page; dropping it takes it away.
pub struct LiveChart {
    bundle: Bundle,
    handle: JsValue,
    place: Place,
    option: Rc<RefCell<String>>,
    resizes: ResizeObserver,
    _scheme: Option<page::SchemeWatch>,
    _on_resize: Closure<dyn FnMut()>,
    _on_touch: Closure<dyn FnMut(i32, i32, String)>,
}

/// An element of a chart's own. Frames are taken over from one view to the next, so that a chart that comes late may
/// find another one in its frame: they must not share an element, or the late one takes the other away with itself.
struct Place {
    frame: HtmlElement,
    live: HtmlElement,
    own: HtmlElement,
}

impl Place {
    fn new(frame: &HtmlElement, live: &HtmlElement) -> Result<Self, JsValue> {
        let own = leptos::prelude::document().create_element("div")?.unchecked_into::<HtmlElement>();
        let place = Self { frame: frame.clone(), live: live.clone(), own };
        place.stand()?;
        Ok(place)
    }

    /// Stands in its frame, in the place of the drawings.
    fn stand(&self) -> Result<(), JsValue> {
        self.live.append_child(&self.own)?;
        self.live.set_hidden(false);
        self.frame.class_list().add_1("is-live")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.own.remove();
        if self.live.child_element_count() == 0 {
            self.live.set_hidden(true);
            let _ = self.frame.class_list().remove_1("is-live");
        }
    }
}

impl LiveChart {
    /// Draws a chart and shows it in place of the drawings in its frame. `wanted` is asked once the chart code is here: the
    /// frame, the room in it and the option, or nothing if nobody waits for it any longer.
    ///
    /// # Errors
    /// The chart code could not be fetched, or refused the option.
    pub async fn start(
        wanted: impl FnOnce() -> Option<(Near, Near, String)>,
        mut touched: impl FnMut(Touched) + 'static,
    ) -> Result<Option<Self>, JsValue> {
        let bundle: Bundle = load(&page::chart_url()).await?.unchecked_into();
        let Some((frame, live, option)) = wanted() else { return Ok(None) };
        let place = Place::new(frame.html(), live.html())?;
        let handle = bundle.init(&place.own, &option)?;
        let option = Rc::new(RefCell::new(option));
        let on_touch = Closure::new(move |series: i32, datum: i32, kind: String| {
            touched(match (usize::try_from(series), usize::try_from(datum)) {
                (Ok(series), Ok(datum)) if kind != "out" => Touched::Mark { series, datum },
                _ => Touched::Nothing,
            });
        });
        bundle.on(&handle, &on_touch);
        let on_resize = {
            let (bundle, handle) = (bundle.clone().unchecked_into::<Bundle>(), handle.clone());
            Closure::<dyn FnMut()>::new(move || bundle.resize(&handle))
        };
        let resizes = ResizeObserver::new(on_resize.as_ref().unchecked_ref())?;
        resizes.observe(&place.own);
        // Colours are taken from the page when drawn: drawn again when the page changes its colours.
        let scheme = {
            let (bundle, handle, option) = (bundle.clone().unchecked_into::<Bundle>(), handle.clone(), option.clone());
            page::on_scheme_change(move || bundle.update(&handle, &option.borrow()))
        };
        Ok(Some(Self {
            _scheme: scheme,
            bundle,
            handle,
            place,
            option,
            resizes,
            _on_resize: on_resize,
            _on_touch: on_touch,
        }))
    }

    /// Draws another option in another frame, with the chart that is there.
    pub fn draw_again(&mut self, frame: &Near, live: &Near, option: String) {
        self.place.frame = frame.html().clone();
        self.place.live = live.html().clone();
        let _ = self.place.stand();
        self.bundle.resize(&self.handle);
        self.bundle.update(&self.handle, &option);
        self.option.replace(option);
    }

    /// Points at a mark.
    pub fn point(&self, series: usize, datum: usize) {
        self.bundle.highlight(&self.handle, series as u32, datum as u32);
    }

    /// Points at nothing.
    pub fn calm(&self) {
        self.bundle.downplay(&self.handle);
    }
}

impl Drop for LiveChart {
    fn drop(&mut self) {
        self.resizes.disconnect();
        self.bundle.dispose(&self.handle);
    }
}

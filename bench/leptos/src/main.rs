//! A ranking of places as a plain Leptos page in the browser: fetch the figures, build the option with charming, let the
//! full ECharts file draw it. Written as most people would begin, to be measured beside our own page.

use charming::{
    Chart, WasmRenderer,
    component::{Axis, Grid},
    element::{AxisType, Tooltip, Trigger},
    series::Bar,
};
use gloo_net::http::Request;
use leptos::prelude::*;
use serde::Deserialize;

/// What `data.json` holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Ranking {
    title: String,
    source: String,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Row {
    name: String,
    value: f64,
}

async fn load() -> Result<Ranking, String> {
    let response = Request::get("data.json").send().await.map_err(|error| error.to_string())?;
    response.json().await.map_err(|error| error.to_string())
}

fn option(ranking: &Ranking) -> Chart {
    let names = ranking.rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
    let values = ranking.rows.iter().map(|row| row.value).collect::<Vec<_>>();
    Chart::new()
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .grid(Grid::new().left(130).right(16).top(8).bottom(32))
        .x_axis(Axis::new().type_(AxisType::Value))
        .y_axis(Axis::new().type_(AxisType::Category).inverse(true).data(names))
        .series(Bar::new().data(values))
}

#[component]
fn RankingChart(ranking: Ranking) -> impl IntoView {
    let chart = option(&ranking);
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if place.get().is_none() {
            return;
        }
        let chart = chart.clone();
        // The element is made before it stands in the document, where charming looks for it.
        request_animation_frame(move || {
            let width = window().inner_width().ok().and_then(|it| it.as_f64()).unwrap_or(360.0) - 32.0;
            if let Err(error) = WasmRenderer::new(width.min(680.0) as u32, 1300).render("chart", &chart) {
                leptos::logging::error!("the chart was not drawn: {error:?}");
            }
        });
    });
    view! {
        <h1>{ranking.title}</h1>
        <div id="chart" style="height: 1300px" node_ref=place></div>
        <p>{ranking.source}</p>
    }
}

#[component]
fn App() -> impl IntoView {
    let ranking = LocalResource::new(load);
    view! {
        <main>
            <Suspense fallback=|| view! { <p>"…"</p> }>
                {move || Suspend::new(async move {
                    match ranking.await {
                        Ok(ranking) => view! { <RankingChart ranking=ranking/> }.into_any(),
                        Err(error) => view! { <p>{error}</p> }.into_any(),
                    }
                })}
            </Suspense>
        </main>
    }
}

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(App);
}

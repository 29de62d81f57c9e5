//! A live chart: what pointer, finger and keys do, and what its read-out says.

use crate::{
    browser::{
        chart::{LiveChart, Touched},
        later::Unavailable,
        near::Near,
        page,
    },
    domain::{ViewKind, arrange},
    figure::{self, Drawing, Panel},
    ui::{parts::read_out, site::Site},
};
use std::{any::Any, cell::RefCell, rc::Rc};

/// What the page asks of a chart, without knowing what it is made with.
pub trait Operated {
    /// A key was pressed on it: whether it was for the chart.
    fn key(&self, key: &str) -> bool;
    /// The chart itself, to be drawn anew.
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

/// A chart with what it shows.
pub struct OpenChart {
    live: LiveChart,
    content: Rc<RefCell<Content>>,
}

struct Content {
    site: Site,
    panel: Panel,
    number: Option<usize>,
    figure: Near,
    /// Which row each mark of each series stands for.
    marks: Vec<Vec<Option<usize>>>,
    /// The marks in the order in which the keyboard walks them: series, place in it, row.
    order: Vec<(usize, usize, usize)>,
    /// The row that is pointed at.
    at: Option<usize>,
}

impl OpenChart {
    /// Draws a panel into its figure; none where there is nothing to draw, or the figure has gone in the meantime.
    pub async fn open(
        site: Site,
        panel: Panel,
        number: Option<usize>,
        figure: Near,
        kept: Option<Box<dyn Operated>>,
    ) -> Result<Option<Box<dyn Operated>>, Unavailable> {
        let Some(drawing) = figure::drawing(&panel, site.locale()) else { return Ok(None) };
        let Some((frame, live)) = figure.within(".frame").zip(figure.within(".live")) else { return Ok(None) };
        // Nothing may move: the room is kept until the chart is there, and is as high as the drawing was.
        page::set_height(live.html(), drawing.height);
        page::set_min_height(frame.html(), drawing.height);
        let option = drawing.option.to_string();
        let content = Content::new(site, panel, number, figure.clone(), drawing);
        if let Some(mut chart) = kept.and_then(|it| it.into_any().downcast::<Self>().ok()) {
            chart.content.replace(content);
            chart.live.draw_again(&frame, &live, option);
            return Ok(Some(chart));
        }
        let content = Rc::new(RefCell::new(content));
        let touched = {
            let content = content.clone();
            move |touched: Touched| {
                if let Touched::Mark { series, datum } = touched {
                    content.borrow_mut().point(series, datum);
                }
            }
        };
        let wanted = || figure.is_there();
        let live = LiveChart::start(frame.html(), live.html(), option, wanted, touched).await;
        let live = live.map_err(|error| Unavailable(format!("{error:?}")))?;
        Ok(live.map(|live| Box::new(Self { live, content }) as Box<dyn Operated>))
    }
}

impl Operated for OpenChart {
    fn key(&self, key: &str) -> bool {
        let next = {
            let content = self.content.borrow();
            let now = content.at.and_then(|row| content.order.iter().position(|(_, _, r)| *r == row));
            let last = content.order.len().saturating_sub(1);
            match key {
                "ArrowDown" | "ArrowRight" => now.map_or(0, |n| (n + 1).min(last)),
                "ArrowUp" | "ArrowLeft" => now.map_or(last, |n| n.saturating_sub(1)),
                "Home" => 0,
                "End" => last,
                "Escape" => {
                    drop(content);
                    self.content.borrow_mut().say(None);
                    self.live.calm();
                    return false;
                }
                _ => return false,
            }
        };
        let mark = self.content.borrow().order.get(next).copied();
        if let Some((series, datum, row)) = mark {
            self.content.borrow_mut().say(Some(row));
            self.live.point(series, datum);
        }
        true
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

impl Content {
    fn new(site: Site, panel: Panel, number: Option<usize>, figure: Near, drawing: Drawing) -> Self {
        let order = reading_order(&panel, &drawing);
        Self { site, panel, number, figure, marks: drawing.marks, order, at: None }
    }

    fn point(&mut self, series: usize, datum: usize) {
        let row = self.marks.get(series).and_then(|data| data.get(datum)).copied().flatten();
        self.say(row);
    }

    /// Says a row's figure below the chart.
    fn say(&mut self, row: Option<usize>) {
        if self.at == row {
            return;
        }
        self.at = row;
        if let Some(place) = self.figure.within(".readout") {
            place.write(&read_out(&self.panel, row, self.number, &self.site).into_string());
        }
    }
}

/// The marks in the order in which the keyboard walks them: top to bottom, or along each line.
fn reading_order(panel: &Panel, drawing: &Drawing) -> Vec<(usize, usize, usize)> {
    let mut order = Vec::new();
    for (series, data) in drawing.marks.iter().enumerate() {
        for (datum, row) in data.iter().enumerate() {
            if let Some(row) = row {
                order.push((series, datum, *row));
            }
        }
    }
    if panel.kind == ViewKind::Bar {
        order = arrange(order, |(_, _, row)| [*row as i64, 0, 0]);
    }
    order
}

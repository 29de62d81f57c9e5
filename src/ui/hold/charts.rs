//! A live chart: what pointer, finger and keys do, and what its read-out says.

use crate::{
    browser::{
        chart::{LiveChart, Touched},
        later,
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
    /// A reader is about to use it: the live chart is drawn, unless it is there or on its way.
    fn wake(&self);
    /// A key was pressed on it: whether it was for the chart.
    fn key(&self, key: &str) -> bool;
    /// The chart itself, to be drawn anew.
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

/// A chart with what it shows. Its figures are read out by keyboard whether or not the live chart can be drawn.
pub struct OpenChart(Rc<Open>);

struct Open {
    content: RefCell<Content>,
    live: RefCell<Live>,
}

enum Live {
    Not,
    Coming,
    There(LiveChart),
}

struct Content {
    site: Site,
    panel: Panel,
    number: Option<usize>,
    figure: Near,
    /// What is drawn, for the chart library.
    option: String,
    /// Which row each mark of each series stands for.
    marks: Vec<Vec<Option<usize>>>,
    /// The marks in the order in which the keyboard walks them: series, place in it, row.
    order: Vec<(usize, usize, usize)>,
    /// The row that is pointed at.
    at: Option<usize>,
}

impl OpenChart {
    /// Opens the chart of a panel in its figure, with the live chart of the one that stood there before if there was one;
    /// none where there is nothing to draw.
    pub fn open(
        site: Site,
        panel: Panel,
        number: Option<usize>,
        figure: Near,
        kept: Option<Box<dyn Operated>>,
    ) -> Option<Self> {
        let drawing = figure::drawing(&panel, site.locale())?;
        let (frame, live) = figure.within(".frame").zip(figure.within(".live"))?;
        // Nothing may move: the room is kept until the chart is there, and is as high as the drawing was.
        page::set_height(live.html(), drawing.height);
        page::set_min_height(frame.html(), drawing.height);
        let content = Content::new(site, panel, number, figure, drawing);
        if let Some(chart) = kept.and_then(|it| it.into_any().downcast::<Self>().ok()) {
            if let Live::There(chart) = &mut *chart.0.live.borrow_mut() {
                chart.draw_again(&frame, &live, content.option.clone());
            }
            chart.0.content.replace(content);
            chart.wake();
            return Some(*chart);
        }
        let chart = Self(Rc::new(Open { content: RefCell::new(content), live: RefCell::new(Live::Not) }));
        chart.wake();
        Some(chart)
    }
}

impl Open {
    /// Draws the live chart; what it shows may be another thing by the time its code is there.
    async fn draw(self: Rc<Self>) {
        let touched = {
            let open = Rc::downgrade(&self);
            move |touched: Touched| {
                if let (Touched::Mark { series, datum }, Some(open)) = (touched, open.upgrade()) {
                    open.content.borrow_mut().point(series, datum);
                }
            }
        };
        let wanted = || {
            let content = self.content.borrow();
            let figure = content.figure.is_there().then_some(&content.figure)?;
            Some((figure.within(".frame")?, figure.within(".live")?, content.option.clone()))
        };
        let made = LiveChart::start(wanted, touched).await;
        let content = self.content.borrow();
        if let Some(problem) = content.figure.within(".problem") {
            problem.say(if made.is_ok() { "" } else { content.site.messages().chart_failed });
        }
        drop(content);
        self.live.replace(match made {
            Ok(Some(chart)) => Live::There(chart),
            _ => Live::Not,
        });
    }
}

impl Operated for OpenChart {
    fn wake(&self) {
        let idle = matches!(*self.0.live.borrow(), Live::Not);
        if idle {
            self.0.live.replace(Live::Coming);
            later::begin(self.0.clone().draw());
        }
    }

    fn key(&self, key: &str) -> bool {
        let mut content = self.0.content.borrow_mut();
        let live = self.0.live.borrow();
        let now = content.at.and_then(|row| content.order.iter().position(|(_, _, r)| *r == row));
        let last = content.order.len().saturating_sub(1);
        let next = match key {
            "ArrowDown" | "ArrowRight" => now.map_or(0, |n| (n + 1).min(last)),
            "ArrowUp" | "ArrowLeft" => now.map_or(last, |n| n.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            "Escape" => {
                content.say(None);
                if let Live::There(chart) = &*live {
                    chart.calm();
                }
                return false;
            }
            _ => return false,
        };
        if let Some((series, datum, row)) = content.order.get(next).copied() {
            content.say(Some(row));
            if let Live::There(chart) = &*live {
                chart.point(series, datum);
            }
        }
        true
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// The keys a chart answers to.
pub const KEYS: [&str; 7] = ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "Home", "End", "Escape"];

impl Content {
    fn new(site: Site, panel: Panel, number: Option<usize>, figure: Near, drawing: Drawing) -> Self {
        let order = reading_order(&panel, &drawing);
        let option = drawing.option.to_string();
        Self { site, panel, number, figure, option, marks: drawing.marks, order, at: None }
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

//! What the figures of a page are made with: panes and charts. In a file of its own, which is fetched once the page
//! stands and its controls answer.

use super::charts::{OpenChart, Operated};
use crate::{
    address::Embed,
    browser::{later::Unavailable, near::Near},
    figure::Panel,
    later,
    ui::{
        embed::{embed_pane, embed_panel},
        head::head,
        pages::{self, Pane},
        site::Site,
    },
};
/// What a view is made of.
pub struct Made {
    /// What follows the view.
    pub panes: Vec<Pane>,
    /// The page's title.
    pub title: String,
}

later! { figures:
    /// Fetches the file.
    pub fn ready() -> Result<(), Unavailable> {
        Ok(())
    }
}

later! { figures:
    /// The panes of a page or an embed, and the page's title.
    pub fn made(site: Site, embed: Option<Embed>) -> Result<Made, Unavailable> {
        let panes = match embed {
            Some(embed) => vec![Pane { name: "view", markup: embed_pane(&site, &embed) }],
            None => pages::panes(&site),
        };
        Ok(Made { panes, title: head(&site.shown.data.record, &site.shown.address).title })
    }
}

later! { figures:
    /// Opens the chart of a panel in its figure; `kept` is the one that stood there before. None where there is nothing
    /// to draw.
    pub fn open(
        site: Site,
        embed: Option<Embed>,
        number: usize,
        figure: Near,
        kept: Option<Box<dyn Operated>>,
    ) -> Result<Option<Box<dyn Operated>>, Unavailable> {
        let numbered = embed.is_none().then_some(number);
        let panel = panel(&site, embed.is_some(), number);
        let open = panel.and_then(|panel| OpenChart::open(site, panel, numbered, figure, kept));
        Ok(open.map(|it| Box::new(it) as Box<dyn Operated>))
    }
}

fn panel(site: &Site, embedded: bool, number: usize) -> Option<Panel> {
    let view = site.shown.view()?;
    if embedded { embed_panel(&view) } else { view.panels.into_iter().nth(number) }
}

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
use std::{future::Future, pin::Pin};

/// What a view is made of.
pub struct Made {
    /// What follows the view.
    pub panes: Vec<Pane>,
    /// The page's title.
    pub title: String,
}

/// A chart on its way; none where there is nothing to draw or nobody waits for it any longer.
pub type Opening = Pin<Box<dyn Future<Output = Result<Option<Box<dyn Operated>>, Unavailable>>>>;

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
    /// Draws the live chart of a panel into its figure; `kept` is the one that stood there before.
    pub fn open(
        site: Site,
        embed: Option<Embed>,
        number: usize,
        figure: Near,
        kept: Option<Box<dyn Operated>>,
    ) -> Result<Opening, Unavailable> {
        let numbered = embed.is_none().then_some(number);
        let panel = panel(&site, embed.is_some(), number);
        Ok(match panel {
            Some(panel) => Box::pin(OpenChart::open(site, panel, numbered, figure, kept)),
            None => Box::pin(async { Ok(None) }),
        })
    }
}

fn panel(site: &Site, embedded: bool, number: usize) -> Option<Panel> {
    let view = site.shown.view()?;
    if embedded { embed_panel(&view) } else { view.panels.into_iter().nth(number) }
}

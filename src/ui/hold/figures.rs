//! What the figures of a page are made with: its panes. In a file of its own, which is fetched once the page
//! stands and its controls answer.

use crate::{
    address::Embed,
    browser::later::Unavailable,
    figure, later,
    ui::{
        embed::embed_pane,
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
    /// What is chosen in the list of subjects, where there is one.
    pub subject: Option<String>,
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
            Some(embed) => vec![Pane { name: "view".into(), markup: embed_pane(&site, &embed) }],
            None => pages::panes(&site),
        };
        let subject = site.shown.view().map(|view| figure::subject_code(&view.question.subject));
        Ok(Made { panes, title: head(&site.shown).title, subject })
    }
}

later! { figures:
    /// The panes that open when they are asked for.
    pub fn opened(site: Site) -> Result<Vec<Pane>, Unavailable> {
        Ok(pages::opened_panes(&site))
    }
}

/// A part of the work of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What is to be said and drawn.
    View,
    /// What is looked at.
    Panes,
    /// What opens when it is asked for.
    Opened,
}

later! { figures:
    /// Does a part of the work of a choice for what is on screen already; the panes it has made.
    pub fn rehearse(site: Site, step: Step) -> Result<Vec<Pane>, Unavailable> {
        Ok(match step {
            Step::View => {
                site.shown.view();
                Vec::new()
            }
            Step::Panes => pages::panes(&site),
            Step::Opened => pages::opened_panes(&site),
        })
    }
}

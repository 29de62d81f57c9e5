//! The control that was used, which keeps the focus though it is written anew with the view.

use crate::browser::near::Near;

/// What a control is called, in this view and the next.
pub(super) enum Control {
    /// A button or a list that asks for something: what for, and what it said.
    Asking(String, String),
    /// A link among the choices of a view: where it leads, and what it says. Two may lead to the same view.
    Leading(String, String),
}

impl Control {
    /// What has the focus, if it is such a control.
    pub(super) fn focused() -> Option<Self> {
        let near = Near::focused()?;
        let asking = || Some(Self::Asking(near.attribute("data-ask")?, near.value()));
        let leading = || {
            near.attribute("data-noscroll")?;
            Some(Self::Leading(near.attribute("href")?, near.words()))
        };
        asking().or_else(leading)
    }

    /// The same in the view that stands there now.
    pub(super) fn again(&self) -> Option<Near> {
        match self {
            Self::Asking(kind, value) => Near::first(&format!("[data-ask={kind}][value='{value}']"))
                .or_else(|| Near::first(&format!("select[data-ask={kind}]"))),
            Self::Leading(href, words) => Near::all("[data-pane] a[data-noscroll]")
                .into_iter()
                .find(|link| link.attribute("href").as_ref() == Some(href) && link.words() == *words),
        }
    }
}

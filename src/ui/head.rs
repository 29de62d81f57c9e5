//! The title and description of each page, for the tab, for search engines and for messengers.

use super::site::Shown;
use crate::{address::Page, figure, text::Locale};

/// What stands in a page's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What the page is called.
    pub name: String,
    /// The title: the name and the site's.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

/// The head of a page, with the view on it.
pub fn head(shown: &Shown) -> Head {
    let (record, address) = (&shown.data.record, &shown.address);
    let locale = address.locale;
    let m = locale.messages();
    let (name, description) = match &address.page {
        Page::Home => (m.home_title.to_owned(), m.home_lead.to_owned()),
        Page::Compare => (m.compare_title.to_owned(), m.tagline.to_owned()),
        Page::Theme(id) => record
            .theme(id)
            .map(|it| (locale.pick(&it.name).to_string(), locale.pick(&it.question).to_string()))
            .unwrap_or_else(|| not_found(locale)),
        Page::Indicator(id) => indicator(shown, id).unwrap_or_else(|| not_found(locale)),
        Page::Place(id) => record
            .place(id)
            .map(|it| {
                let name = locale.pick(&it.name);
                let about = locale.either(
                    format!("Số liệu chuyển đổi số của {name}: băng rộng, điện thoại thông minh, thanh toán điện tử, dịch vụ công trực tuyến, kèm nguồn và định nghĩa."),
                    format!("Figures on digital transformation in {name}: broadband, smartphones, e-payments, online public services, with sources and definitions."),
                );
                (name.to_string(), about)
            })
            .unwrap_or_else(|| not_found(locale)),
        Page::Sources => (m.sources_title.to_owned(), m.sources_lead.to_owned()),
        Page::Source(id) => record
            .source(id)
            .map(|it| (it.title.to_string(), crate::text::published(locale, it)))
            .unwrap_or_else(|| not_found(locale)),
        Page::Method => (
            m.method_title.to_owned(),
            locale
                .either(
                    "Hai con số khi nào so sánh được, các dấu và từ dùng trên trang này nghĩa là gì.",
                    "When two figures may be compared, and what the signs and words of this site mean.",
                )
                .to_owned(),
        ),
        Page::Coverage => (m.coverage_title.to_owned(), m.coverage_found.to_owned()),
        Page::Data => (m.data_title.to_owned(), m.data_lead.to_owned()),
        Page::Changes => (m.changes_title.to_owned(), m.changes_lead.to_owned()),
        Page::EmbedGuide => (m.embed_guide.to_owned(), m.embed_lead.to_owned()),
        Page::About => (m.about_title.to_owned(), m.tagline.to_owned()),
        Page::NotFound => not_found(locale),
    };
    let title = match address.page {
        Page::Home => format!("{} · {name}", m.site),
        _ => format!("{name} · {}", m.site),
    };
    Head { name, title, description }
}

fn not_found(locale: Locale) -> (String, String) {
    let m = locale.messages();
    (m.not_found_title.to_owned(), m.not_found_lead.to_owned())
}

fn indicator(shown: &Shown, id: &str) -> Option<(String, String)> {
    let locale = shown.address.locale;
    let name = locale.pick(&shown.data.record.summary(id)?.name).to_string();
    let said = shown.view()?.panels.first().map(|panel| figure::headline(panel, locale).to_string());
    Some((name, said.unwrap_or_default()))
}

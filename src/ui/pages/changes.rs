//! What each data version changed, newest first.

use crate::{
    text,
    ui::{
        parts::{Releases, Setting, release_changes},
        site::Site,
    },
};
use leptos::prelude::*;
use maud::html;

/// The page of changes.
#[component]
pub fn Changes() -> impl IntoView {
    let site = Site::get();
    let (locale, m, data) = (site.locale(), site.messages(), site.data());
    let releases = expect_context::<Releases>().0;
    let feed = site.base.file(locale.either("feed.xml", "en/feed.xml"));
    let link = |page| site.link(page);
    let at = Setting { locale, record: &data.record, link: &link };
    let list = html! {
        @for release in releases.iter() {
            section id=(release.version) {
                h2 { (m.version) " " span.number { (release.version) } }
                @if release.is_draft() {
                    p.fine { (m.changes_draft) }
                } @else {
                    p.fine { (text::period(locale, &release.date)) }
                }
                @if !release.note.is_empty() { p { (locale.pick(&release.note)) } }
                @let counts = text::change_counts(locale, release);
                @if !counts.is_empty() { p { (counts) "." } }
                (release_changes(&at, release))
            }
        }
    };
    view! {
        <div class="changes">
            <h1>{m.changes_title}</h1>
            <p class="lead">{m.changes_lead}</p>
            <p><a href=feed rel="external" type="application/atom+xml">{m.changes_feed}</a></p>
            <div inner_html=list.into_string()></div>
        </div>
    }
}

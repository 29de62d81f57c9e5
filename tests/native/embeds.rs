//! Embeds: their addresses, what stands in their snippets, what they draw, and how much room they need.

use crate::{
    address::selection,
    support::{ask, indicator, laws, record},
};
use proptest::prelude::*;
use tinh_so::{
    address::{Base, Embed, Scheme, Snippets, frame},
    figure::{EMBED_BARS, drawing, embed_height, indicator_view},
    text::Locale,
};

fn embed() -> impl Strategy<Value = Embed> {
    let version = prop_oneof![Just(None), "20[0-9]{2}\\.[0-9]{1,2}\\.[0-9]".prop_map(|it| Some(it.as_str().into()))];
    let scheme = prop::sample::select(Scheme::CODES.map(|(it, _)| it).to_vec());
    let locale = prop::sample::select(Locale::ALL.to_vec());
    let id = "[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?".prop_map(|it| it.as_str().into());
    (locale, version, id, selection(), scheme, any::<bool>(), any::<bool>()).prop_map(
        |(locale, version, indicator, mut selection, scheme, transparent, title)| {
            selection.subject = None;
            Embed { locale, version, indicator, selection, scheme, transparent, title }
        },
    )
}

proptest! {
    #![proptest_config(laws(512))]

    #[test]
    fn every_embed_survives_its_address(embed in embed()) {
        let path = embed.to_path();
        let (path, query) = path.split_once('?').unwrap_or((&path, ""));
        prop_assert_eq!(Embed::parse(path, query), Some((embed, Vec::new())));
    }

    #[test]
    fn no_path_is_too_strange_to_be_read_or_refused(path in ".{0,80}", query in ".{0,80}") {
        Embed::parse(&path, &query);
        Embed::parse(&format!("nhung/{path}"), &query);
        Embed::parse(&format!("en/embed/v/{path}"), &query);
    }
}

#[test]
fn addresses_are_those_that_were_promised() {
    let live = Embed::of(Locale::Vi, "dti".into());
    assert_eq!(live.to_path(), "nhung/dti/");
    let pinned = Embed { version: Some("2026.11.1".into()), scheme: Scheme::Dark, title: false, ..live };
    assert_eq!(pinned.to_path(), "nhung/v/2026.11.1/dti/?theme=dark&title=0");
    assert_eq!(Embed { locale: Locale::En, ..pinned }.document(), "en/embed/v/2026.11.1/dti/");
    for none in ["nhung/", "nhung/v/dti/x/y/", "chi-so/dti/", "nhung/D%20TI/", "en/nhung/dti/", "nhungdti/"] {
        assert_eq!(Embed::parse(none, ""), None, "{none}");
    }
}

#[test]
fn unknown_words_in_an_address_change_nothing() {
    let (embed, notices) =
        Embed::parse("nhung/dti/", "theme=pink&bg=red&title=yes&utm_source=zalo&__proto__=x").unwrap();
    assert_eq!((embed, notices.len()), (Embed::of(Locale::Vi, "dti".into()), 0));
    let (embed, notices) = Embed::parse("nhung/dti/", "view=pie&theme=light").unwrap();
    assert_eq!((embed.scheme, notices.len()), (Scheme::Light, 1), "what is left aside is said");
}

#[test]
fn nothing_in_a_snippet_breaks_out_of_it() {
    let base = Base::new("/mot/thu-muc/").at("https://tinhso.example/");
    let embed = Embed { selection: Default::default(), ..Embed::of(Locale::Vi, "dti".into()) };
    let hostile = "\"><script>alert(1)</script> & 'Đồng'";
    let snippets = Snippets::of(&base, &embed, 500, hostile, hostile);
    for text in [&snippets.frame, &snippets.picture] {
        assert!(!text.contains("<script"), "{text}");
        assert_eq!(text.matches('<').count(), if text.starts_with("<a") { 3 } else { 2 }, "{text}");
    }
    assert!(snippets.frame.contains("src=\"https://tinhso.example/mot/thu-muc/nhung/dti/\""));
    assert!(snippets.frame.contains(" height=\"500\"") && snippets.frame.contains(" width=\"100%\""));
    assert!(
        snippets.script.ends_with("<script async src=\"https://tinhso.example/mot/thu-muc/nhung/tinhso.js\"></script>")
    );
    assert_eq!(snippets.oembed, "https://tinhso.example/mot/thu-muc/chi-so/dti/");
    assert!(frame("https://a.example/?a=1&b=2", 80, "x", "").contains("?a=1&amp;b=2"));
}

/// 63 provinces in one common measurement, p00 the best.
fn provinces() -> crate::support::Builder {
    (0..63).fold(record(), |it, n| it.observation(&format!("p{n:02}"), "fibre", "2022", 99.0 - f64::from(n)))
}

#[test]
fn an_embed_draws_the_ends_of_a_ranking_and_the_chosen_place_and_marks_the_gaps() {
    let record = provinces().build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &["p30"]));
    let short = view.panels[0].shortened(EMBED_BARS);
    let ranks: Vec<u16> = short.rows.iter().map(|row| row.rank.unwrap().place).collect();
    assert_eq!(ranks, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 31, 59, 60, 61, 62, 63], "ranks are those among all");
    let option = drawing(&short, Locale::Vi).unwrap().option();
    let names = option["yAxis"]["data"].as_array().unwrap();
    let gaps: Vec<usize> = (0..names.len()).filter(|n| names[*n] == "…").collect();
    assert_eq!((gaps, names.len()), (vec![10, 12], 18));
    // Each bar stands on the line of its own name, past the gaps.
    let last = option["series"][0]["data"].as_array().unwrap().last().unwrap()["value"].clone();
    assert_eq!((last[0].as_f64(), last[1].as_f64()), (Some(37.0), Some(17.0)));
    assert_eq!(view.panels[0].rows.len(), 63, "the table has all");
}

#[test]
fn of_separate_reports_nobody_is_first_or_last() {
    let own = (0..30).fold(record(), |it, n| {
        it.observation(&format!("p{n:02}"), "fibre", "2022", f64::from(n)).from(&format!("report-{n}"))
    });
    let record = own.build();
    let view = indicator_view(&record, ask(&record, indicator("fibre"), &[]));
    let short = view.panels[0].shortened(EMBED_BARS);
    assert_eq!((short.rows.len(), short.folded.len()), (EMBED_BARS, 15));
    let option = drawing(&short, Locale::Vi).unwrap().option();
    assert!(option["yAxis"]["data"].as_array().unwrap().iter().all(|it| it != "…"));
}

#[test]
fn more_bars_need_more_room() {
    let few = (0..4).fold(record(), |it, n| it.observation(&format!("p{n}"), "fibre", "2022", f64::from(n))).build();
    let many = provinces().build();
    let height =
        |record| embed_height(record, &indicator_view(record, ask(record, indicator("fibre"), &[])), Locale::Vi);
    assert!(height(&few) + 200 < height(&many), "{} {}", height(&few), height(&many));
    assert!(height(&many) < 1000, "WordPress shows no more than 1000 pixels");
}

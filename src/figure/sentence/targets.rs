//! Sentences about targets: how many were met, and the way to each.

use crate::{
    domain::{Indicator, Observation, Outcome, Pace, Progress, Unknown},
    figure::{Panel, Said},
    text::{self, Locale},
};

/// How many targets, and how they ended.
pub(super) fn headline(panel: &Panel, locale: Locale) -> Said {
    let count = panel.progress.len();
    if count == 0 {
        return Said::words(
            locale
                .either("Chưa tìm thấy mục tiêu nào theo cách đếm này.", "No target under this definition was found."),
        );
    }
    let of = |wanted: fn(&Outcome) -> bool| panel.progress.iter().filter(|it| wanted(&it.outcome)).count();
    let groups = [
        (Outcome::Met, of(|it| *it == Outcome::Met)),
        (Outcome::Missed, of(|it| *it == Outcome::Missed)),
        (Outcome::OnTheWay, of(|it| *it == Outcome::OnTheWay)),
    ];
    let mut said: Vec<String> = groups
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(outcome, n)| format!("{n} {}", text::outcome(locale, *outcome).to_lowercase()))
        .collect();
    match (of(|it| matches!(it, Outcome::Unknown(_))), locale) {
        (0, _) => {}
        (n, Locale::Vi) => said.push(format!("{n} chưa rõ đạt hay không")),
        (n, Locale::En) => said.push(format!("outcome unknown for {n}")),
    }
    let begin = match (locale, count) {
        (Locale::Vi, _) => format!("{count} mục tiêu"),
        (Locale::En, 1) => "1 target".to_owned(),
        (Locale::En, _) => format!("{count} targets"),
    };
    Said::words(format!("{begin}: {}.", said.join(", ")))
}

/// Where a place stood, what was due, and how far it was; where nobody can say, the figures nearest to the date due.
/// Differences are worked out here from the two figures, and are as vague as those.
pub fn progress_sentence(name: &str, indicator: &Indicator, progress: &Progress, locale: Locale) -> Said {
    let when = |o: &Observation| text::when(locale, o);
    let Progress { target, latest, outcome, .. } = progress;
    let due = text::period(locale, &target.period);
    let outcome_name = text::outcome(locale, *outcome);
    let why = match outcome {
        Outcome::Unknown(why) => format!(": {}", text::unknown(locale, *why)),
        _ => String::new(),
    };
    let nearest = matches!(outcome, Outcome::Unknown(Unknown::NoFigureAtDue));
    let said = match (latest.as_ref().filter(|_| !nearest), locale) {
        (Some(latest), Locale::Vi) => Said::words(format!("{name} ở mức "))
            .figure(latest, indicator, locale)
            .say(format!(" ({}); mục tiêu đến hết {due} là ", when(latest)))
            .figure(target, indicator, locale),
        (Some(latest), Locale::En) => Said::words(format!("{name} stood at "))
            .figure(latest, indicator, locale)
            .say(format!(" ({}), against a target of ", when(latest)))
            .figure(target, indicator, locale)
            .say(format!(" by {due}")),
        (None, Locale::Vi) => Said::words(format!("{name} đặt mục tiêu "))
            .figure(target, indicator, locale)
            .say(format!(" đến hết {due}")),
        (None, Locale::En) => {
            Said::words(format!("{name} set a target of ")).figure(target, indicator, locale).say(format!(" by {due}"))
        }
    };
    let vague = |o: &Observation| o.qualifier.vagueness() != (0.0, 0.0);
    let about =
        if vague(target) || latest.as_deref().is_some_and(vague) { locale.either("khoảng ", "about ") } else { "" };
    let far = progress.gap.filter(|gap| *gap > 0.0).map(|gap| {
        let gap = text::gap(locale, gap, indicator);
        locale.either(format!(", còn kém {about}{gap}"), format!(", {about}{gap} short"))
    });
    let far = far.unwrap_or_default();
    let mut said = said.say(if nearest { "" } else { &far }).say(format!(". {outcome_name}{why}."));
    if let Some(before) = latest.as_ref().filter(|_| nearest) {
        said = said
            .say(locale.either(" Gần nhất trước hạn: ", " Nearest before that date: "))
            .figure(before, indicator, locale)
            .say(format!(" ({}){far}.", when(before)));
    }
    match &progress.after {
        Some(after) => said
            .say(locale.either(" Sau hạn: ", " After that date: "))
            .figure(after, indicator, locale)
            .say(format!(" ({}).", when(after))),
        None => said,
    }
}

/// The pace needed and the pace made, each where two figures give it; empty where none does.
pub fn pace_sentence(indicator: &Indicator, progress: &Progress, locale: Locale) -> String {
    let monthly = |pace: &Pace| {
        // One decimal is all that such a division can bear.
        let each = (pace.change / f64::from(pace.months) * 10.0).round() / 10.0;
        format!("{} {}", locale.either("khoảng", "about"), text::gap(locale, each, indicator))
    };
    let months = |n: u32| if n == 1 { "1 month".to_owned() } else { format!("{n} months") };
    // Of a date that has passed it is said what would have been needed.
    let ahead = progress.outcome == Outcome::OnTheWay;
    let needed = progress.needed.map(|pace| match (locale, ahead) {
        (Locale::Vi, true) => format!("Từ con số đó đến hạn ({} tháng) cần {} mỗi tháng", pace.months, monthly(&pace)),
        (Locale::Vi, false) => {
            format!("Từ con số đó đến hạn ({} tháng), khi ấy cần {} mỗi tháng", pace.months, monthly(&pace))
        }
        (Locale::En, true) => {
            format!("Needed from that figure to the date due: {} a month for {}", monthly(&pace), months(pace.months))
        }
        (Locale::En, false) => {
            format!("It would have taken {} a month for {} to reach it", monthly(&pace), months(pace.months))
        }
    });
    let made = progress.made.map(|pace| match locale {
        Locale::Vi => format!("{} tháng trước con số đó: {} mỗi tháng", pace.months, monthly(&pace)),
        Locale::En => format!("in the {} before it: {} a month", months(pace.months), monthly(&pace)),
    });
    let said: Vec<String> = needed.into_iter().chain(made).collect();
    if said.is_empty() { String::new() } else { format!("{}.", text::capital(&said.join("; "))) }
}

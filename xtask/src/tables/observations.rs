//! Observations and breaks: the figures, and the dates after which they start anew.

use super::{
    cells::{Cells, Known},
    places::{Places, overlaps},
    problem::Reported,
};
use std::collections::BTreeMap;
use tinh_so::{domain::*, text};

/// Indicators whose results for a time before the merger were published for the 34 units of after it. The ministry
/// ranked 2024 both ways: on the 63 units of that year and, in these indicators, on the 34 that had just been formed.
/// The resolution that merged the provinces states how many people each new unit was to have.
/// An entry covers the indicator itself and those whose id continues it after a hyphen.
const PUBLISHED_FOR_NEW_UNITS: &[&str] = &["dti-34", "population-administrative"];

/// What an observation may refer to.
pub(super) struct Context<'a> {
    pub(super) known_places: &'a Known,
    pub(super) known_indicators: &'a Known,
    pub(super) known_sources: &'a Known,
    pub(super) places: &'a Places,
    pub(super) indicators: &'a BTreeMap<Id, Indicator>,
    pub(super) sources: &'a BTreeMap<Id, Source>,
    /// In days since 1970.
    pub(super) today: i32,
    pub(super) lineage: &'a [(u64, Lineage)],
}

pub(super) fn observation(cells: Cells, context: &Context) -> Result<Observation, Reported> {
    let (place, indicator) = place_and_indicator(cells, context);
    let source = match cells.get("source") {
        "" => {
            let hint = "name the document, by its id in sources.csv".to_owned();
            Err(cells.wrong("source", "is empty: every figure comes from a document", Some(hint)))
        }
        _ => cells.reference("source", context.known_sources),
    };
    let status = cells.code("status", Status::CODES);
    let (period, inferred) = (period(cells, status.ok()), cells.mark("period_inferred", "yes"));
    let reading = reading(cells);
    let note = cells.maybe_words("note");
    let mut sound = Ok(());
    if let (Ok(indicator), Ok((Reading::Value(value), _))) = (&indicator, &reading)
        && let Some(indicator) = context.indicators.get(indicator)
    {
        sound = sound.and(fits_indicator(cells, value.number(), indicator));
    }
    if let (Ok(place), Ok(indicator), Ok(period), Ok(Status::Actual)) = (&place, &indicator, &period, &status)
        && let Some(place) = context.places.get(place)
    {
        let timely = has_begun(cells, period, context)
            .and_then(|()| fits_era(cells, place, indicator, period, context))
            .and_then(|()| fits_source(cells, source.as_ref().ok(), period, context));
        sound = sound.and(timely);
    }
    sound?;
    let (reading, qualifier) = reading?;
    Ok(Observation {
        place: place?,
        indicator: indicator?,
        period: period?,
        period_inferred: inferred?,
        status: status?,
        reading,
        qualifier,
        source: source?,
        note: note?,
    })
}

/// The two, unless each stands in the column of the other: that is one slip.
fn place_and_indicator(cells: Cells, context: &Context) -> (Result<Id, Reported>, Result<Id, Reported>) {
    let (place, indicator) = (cells.get("place"), cells.get("indicator"));
    if context.known_indicators.has(place) && context.known_places.has(indicator) {
        let message = format!("“{place}” is an indicator and “{indicator}” is a place");
        cells.wrong("place", message, Some("the two cells are swapped: write the place first".to_owned()));
        return (Err(Reported), Err(Reported));
    }
    (cells.reference("place", context.known_places), cells.reference("indicator", context.known_indicators))
}

fn period(cells: Cells, status: Option<Status>) -> Result<Period, Reported> {
    if !cells.get("period").is_empty() {
        return cells.period("period");
    }
    let hint = match status {
        Some(Status::Target) => "write when the target falls due, such as 2030",
        _ => {
            "write the time the figure is about; if the document gives none, infer it and write yes into period_inferred"
        }
    };
    Err(cells.wrong("period", "is empty", Some(hint.to_owned())))
}

/// A value with how it was stated, or the reason why there is none.
fn reading(cells: Cells) -> Result<(Reading, Qualifier), Reported> {
    let (value, missing, qualifier) = (cells.get("value"), cells.get("missing"), cells.get("qualifier"));
    let number = cells.maybe_number("value");
    let reason = if missing.is_empty() { Ok(None) } else { cells.code("missing", Missing::CODES).map(Some) };
    let stated = match (qualifier.is_empty(), value.is_empty()) {
        (false, _) => cells.code("qualifier", Qualifier::CODES).map(Some),
        (true, true) => Ok(None),
        (true, false) => {
            let codes: Vec<&str> = Qualifier::CODES.iter().map(|(_, code)| *code).collect();
            let hint = format!("say how the value was stated: {}", codes.join(", "));
            Err(cells.wrong("qualifier", "is empty", Some(hint)))
        }
    };
    if !value.is_empty() && !missing.is_empty() {
        let hint = "delete one of the two".to_owned();
        let message = format!("there is a value, “{value}”, and a reason why there is none, “{missing}”");
        return Err(cells.wrong("missing", message, Some(hint)));
    }
    match (number?.and_then(Value::new), reason?, stated?) {
        (Some(value), None, Some(qualifier)) => Ok((Reading::Value(value), qualifier)),
        (None, Some(_), Some(_)) => {
            let message = format!("“{qualifier}” says how a value was stated, but there is none");
            Err(cells.wrong("qualifier", message, Some("leave it empty".to_owned())))
        }
        (None, Some(reason), None) => Ok((Reading::Missing(reason), Qualifier::Exact)),
        _ => {
            let codes: Vec<&str> = Missing::CODES.iter().map(|(_, code)| *code).collect();
            let hint = format!("write a number, or the reason why there is none into missing: {}", codes.join(", "));
            Err(cells.wrong("value", "is empty", Some(hint)))
        }
    }
}

fn fits_indicator(cells: Cells, value: f64, indicator: &Indicator) -> Result<(), Reported> {
    let id = &indicator.id;
    let whole = matches!(indicator.unit.kind, UnitKind::Rank | UnitKind::Count);
    if whole && value.fract() != 0.0 {
        let hint = match indicator.unit.kind {
            UnitKind::Rank => "a rank is a whole number; a score belongs to another indicator".to_owned(),
            _ => format!("it counts {}; thousands are written without a point", indicator.unit.name.en),
        };
        return Err(cells.wrong("value", format!("“{}” is not a whole number", cells.get("value")), Some(hint)));
    }
    let written = cells.get("value").split_once('.').map_or(0, |(_, decimals)| decimals.len());
    // What drawings round may be recorded with as many as the survey gives.
    let most = text::padding(indicator);
    if let Some(most) = most.filter(|most| written > usize::from(*most)) {
        let message = format!("“{}” has {written} decimals, {id} is stated with {most}", cells.get("value"));
        let hint = "check the figure, or the decimals in indicators.csv".to_owned();
        return Err(cells.wrong("value", message, Some(hint)));
    }
    let bound = match (indicator.min, indicator.max) {
        (Some(min), _) if value < min => Some(("less", "min", min)),
        (_, Some(max)) if value > max => Some(("more", "max", max)),
        _ => None,
    };
    bound.map_or(Ok(()), |(how, column, bound)| {
        let message = format!("{value} is {how} than {bound}, the {column} of {id}");
        let hint = "check the figure; what a document prints although it cannot be goes to set_aside.csv";
        Err(cells.wrong("value", message, Some(hint.to_owned())))
    })
}

/// A result is about a time that has begun.
fn has_begun(cells: Cells, period: &Period, context: &Context) -> Result<(), Reported> {
    if period.first_day() <= context.today {
        return Ok(());
    }
    let hint = "check the period; if it was promised, the status is target".to_owned();
    Err(cells.wrong("period", format!("{period} has not begun, but the status is actual"), Some(hint)))
}

/// A document states no result of a time after it came out.
fn fits_source(cells: Cells, source: Option<&Id>, period: &Period, context: &Context) -> Result<(), Reported> {
    let published = source.and_then(|id| context.sources.get(id)).and_then(|source| source.published);
    let Some(published) = published.filter(|date| date.last_day() < period.first_day()) else { return Ok(()) };
    let message = format!("{period} began after the source came out, on {published}");
    let hint = "check both dates; if it was promised, the status is target".to_owned();
    Err(cells.wrong("period", message, Some(hint)))
}

/// A figure belongs to the unit that existed at its time.
fn fits_era(cells: Cells, place: &Place, indicator: &str, period: &Period, context: &Context) -> Result<(), Reported> {
    let continues = |rest: &str| rest.is_empty() || rest.starts_with('-');
    let published_so = PUBLISHED_FOR_NEW_UNITS.iter().any(|id| indicator.strip_prefix(id).is_some_and(continues));
    if published_so || overlaps(place, period) {
        return Ok(());
    }
    let id = &place.id;
    let (message, others): (String, Vec<&str>) = match (&place.valid_from, &place.valid_to) {
        (Some(from), _) if period.last_day() < from.first_day() => (
            format!("“{id}” exists only since {from}, the figure is about {period}"),
            context.lineage.iter().filter(|(_, row)| row.to == *id).map(|(_, row)| &*row.from).collect(),
        ),
        (_, Some(to)) => (
            format!("“{id}” existed only until {to}, the figure is about {period}"),
            context.lineage.iter().filter(|(_, row)| row.from == *id).map(|(_, row)| &*row.to).collect(),
        ),
        _ => return Ok(()),
    };
    let hint = (!others.is_empty()).then(|| format!("the unit of that time: {}", others.join(" or ")));
    Err(cells.wrong("place", message, hint))
}

/// What a document prints and no chart shows.
pub(super) fn set_aside(cells: Cells, context: &Context) -> Result<SetAside, Reported> {
    let source = cells.reference("source", context.known_sources);
    let place = cells.reference("place", context.known_places);
    let indicator = cells.reference("indicator", context.known_indicators);
    let (period, printed, note) = (cells.period("period"), cells.text("printed"), cells.words("note"));
    Ok(SetAside {
        source: source?,
        place: place?,
        indicator: indicator?,
        period: period?,
        printed: printed?,
        note: note?,
    })
}

pub(super) fn one_break(cells: Cells, indicators: &Known, places: &Known) -> Result<Break, Reported> {
    let indicator = cells.maybe_reference("indicator", indicators);
    let place = cells.maybe_reference("place", places);
    let (date, note) = (cells.day("date"), cells.words("note"));
    let kind = cells.word("kind", &["method", "boundary"]);
    let (indicator, place, kind) = (indicator?, place?, kind?);
    let (one, other) = (("indicator", &indicator), ("place", &place));
    let (needed, other) = if kind == "method" { (one, other) } else { (other, one) };
    if needed.1.is_none() {
        let message = format!("is empty: a break of {kind} concerns one {}", needed.0);
        return Err(cells.wrong(needed.0, message, None));
    }
    // A method may change at one place only; a boundary is not a matter of one indicator.
    if let Some(given) = other.1.as_ref().filter(|_| kind == "boundary") {
        let message = format!("“{given}” is given, but a break of {kind} concerns the {} alone", needed.0);
        return Err(cells.wrong(other.0, message, Some("leave it empty".to_owned())));
    }
    Ok(Break { indicator, place, date: date?, kind: kind.into(), note: note? })
}

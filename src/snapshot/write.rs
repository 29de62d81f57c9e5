//! From the domain to the published shapes.

use super::wire::*;
use crate::domain::*;

fn words(words: &Words) -> WordsRow {
    WordsRow { vi: words.vi.clone(), en: words.en.clone() }
}

fn period(period: &Option<Period>) -> Option<String> {
    period.map(|p| p.to_string())
}

impl From<&Theme> for ThemeRow {
    fn from(t: &Theme) -> Self {
        Self { id: t.id.clone(), main: t.main, name: words(&t.name), question: words(&t.question) }
    }
}

impl From<&Topic> for TopicRow {
    fn from(t: &Topic) -> Self {
        Self { id: t.id.clone(), theme: t.theme.clone(), name: words(&t.name), nearest: t.nearest.clone() }
    }
}

impl From<&IndicatorSummary> for SummaryRow {
    fn from(s: &IndicatorSummary) -> Self {
        Self {
            id: s.id.clone(),
            theme: s.theme.clone(),
            topic: s.topic.clone(),
            name: words(&s.name),
            headline: s.headline,
            common: s.common,
            places: s.places,
            figures: s.figures,
            targets: s.targets,
            latest: period(&s.latest),
            counterpart: s.counterpart.clone(),
            set_period: s.set.as_ref().map(|set| set.period.to_string()),
            set_basis: s.set.as_ref().map(|set| set.basis.number() as u8),
            set_places: s.set.as_ref().map(|set| set.places),
            set_lacks: s.set.as_ref().map(|set| set.lacks.clone()).unwrap_or_default(),
            set_sign: s.set.as_ref().map(|set| set.sign.code()),
        }
    }
}

impl From<&Place> for PlaceRow {
    fn from(p: &Place) -> Self {
        Self {
            id: p.id.clone(),
            name: words(&p.name),
            short: p.short.clone(),
            kind: p.kind.code().to_owned(),
            gso_code: p.gso_code.clone(),
            regions: p.regions.clone(),
            valid_from: period(&p.valid_from),
            valid_to: period(&p.valid_to),
            aliases: p.aliases.clone(),
        }
    }
}

impl From<&Lineage> for LineageRow {
    fn from(l: &Lineage) -> Self {
        Self { from: l.from.clone(), to: l.to.clone(), date: l.date.to_string(), act: l.act.clone() }
    }
}

impl From<&StatusChange> for StatusChangeRow {
    fn from(c: &StatusChange) -> Self {
        Self {
            place: c.place.clone(),
            date: c.date.to_string(),
            kind: c.kind.clone(),
            act: c.act.clone(),
            note: words(&c.note),
        }
    }
}

impl From<&Tile> for TileRow {
    fn from(t: &Tile) -> Self {
        Self {
            basis: t.basis.number(),
            row: t.row,
            col: t.col,
            archipelago: t.archipelago,
            place: t.place.clone(),
            label: words(&t.label),
        }
    }
}

impl From<&Indicator> for IndicatorRow {
    fn from(i: &Indicator) -> Self {
        Self {
            id: i.id.clone(),
            theme: i.theme.clone(),
            topic: i.topic.clone(),
            name: words(&i.name),
            definition: words(&i.definition),
            population: words(&i.population),
            unit: UnitRow {
                id: i.unit.id.clone(),
                name: words(&i.unit.name),
                symbol: words(&i.unit.symbol),
                kind: i.unit.kind.code().to_owned(),
            },
            better: i.better.code().to_owned(),
            min: i.min,
            max: i.max,
            decimals: i.decimals,
            headline: i.headline,
            counterpart: i.counterpart.clone(),
            rankable: i.rankable.code(),
            comparable: i.comparable.code(),
            resolution: i.resolution,
            caveat: words(&i.caveat),
        }
    }
}

impl From<&Source> for SourceRow {
    fn from(s: &Source) -> Self {
        Self {
            id: s.id.clone(),
            title: s.title.clone(),
            publisher: s.publisher.clone(),
            author: s.author.clone(),
            published: period(&s.published),
            published_inferred: s.published_inferred,
            url: s.url.clone(),
            kind: s.kind.code().to_owned(),
            series: s.series.clone(),
            series_name: words(&s.series_name),
            measured_by: words(&s.measured_by),
            licence: s.licence.clone(),
            note: words(&s.note),
        }
    }
}

impl From<&Break> for BreakRow {
    fn from(b: &Break) -> Self {
        Self {
            indicator: b.indicator.clone(),
            place: b.place.clone(),
            date: b.date.to_string(),
            kind: b.kind.clone(),
            note: words(&b.note),
        }
    }
}

impl From<&SetAside> for SetAsideRow {
    fn from(s: &SetAside) -> Self {
        Self {
            place: s.place.clone(),
            indicator: s.indicator.clone(),
            period: s.period.to_string(),
            printed: s.printed.clone(),
            note: words(&s.note),
        }
    }
}

impl From<&Answer> for AnswerRow {
    fn from(it: &Answer) -> Self {
        Self {
            theme: it.theme.clone(),
            kind: it.kind.code(),
            own: it.own.as_deref().map(ObservationRow::from).into_iter().collect(),
            lands: it.lands.iter().map(|o| ObservationRow::from(&**o)).collect(),
            silent: it.silent.clone(),
            nearest: it.nearest.as_deref().map(ObservationRow::from).into_iter().collect(),
        }
    }
}

impl From<&Observation> for ObservationRow {
    fn from(o: &Observation) -> Self {
        let (value, missing) = match o.reading {
            Reading::Value(value) => (Some(value.number()), None),
            Reading::Missing(reason) => (None, Some(reason.code().to_owned())),
        };
        Self {
            place: o.place.clone(),
            indicator: o.indicator.clone(),
            period: o.period.to_string(),
            period_inferred: o.period_inferred,
            status: o.status.code().to_owned(),
            value,
            missing,
            qualifier: o.qualifier.code().to_owned(),
            source: o.source.clone(),
            flag: Flag::of(o).code(),
            note: words(&o.note),
        }
    }
}

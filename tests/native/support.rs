//! Small made-up records. Places, indicators and sources come into being when an observation names them; say more about
//! one by naming it first: `record().indicator("fibre").among("household").observation("a", "fibre", "2022", 83.5)`.

use proptest::prelude::ProptestConfig;
use std::sync::Arc;
use tinh_so::{domain::*, figure::Question};

/// The source of figures that name no other: a survey of all places, hence one common measurement.
pub const SURVEY: &str = "survey";
pub const VERSION: &str = "2026.11.0";

/// How property tests run here: many cases, and no file left behind.
pub fn laws(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub fn ids(all: &[&str]) -> Vec<Id> {
    all.iter().map(|id| Id::from(*id)).collect()
}

/// May all figures of the record be compared with each other?
pub fn verdict(record: &Record) -> Verdict {
    compare(record, record.observations.iter().map(|o| &**o))
}

/// The question a page would ask about these places.
pub fn ask(record: &Record, subject: Subject, places: &[&str]) -> Question {
    let places = places.iter().map(|id| record.place(id).unwrap().clone()).collect();
    Question { subject, places, time: None, view: None, basis: None }
}

pub fn indicator(id: &str) -> Subject {
    Subject::Indicator(id.into())
}

pub fn topic(id: &str) -> Subject {
    Subject::Topic(id.into())
}

#[derive(Debug, Clone, Default)]
pub struct Builder {
    record: Record,
    places: Vec<Place>,
    indicators: Vec<Indicator>,
    sources: Vec<Source>,
    observations: Vec<Observation>,
}

pub fn record() -> Builder {
    Builder { record: Record::of_version(VERSION), ..Builder::default() }
}

impl Builder {
    /// A province; named after its id until [`Self::named`] says otherwise.
    pub fn place(mut self, id: &str) -> Self {
        self.need_place(id);
        self
    }

    pub fn country(self, id: &str) -> Self {
        self.place(id).with_place(|place| place.kind = PlaceKind::Country)
    }

    pub fn region(self, id: &str) -> Self {
        self.place(id).with_place(|place| place.kind = PlaceKind::Region)
    }

    /// The last place lies in this region.
    pub fn lying_in(self, region: &str) -> Self {
        self.with_place(|place| place.regions.push(region.into()))
    }

    pub fn named(self, vi: &str, en: &str, short: &str) -> Self {
        self.with_place(|place| {
            place.name = Words::new(vi, en);
            place.short = short.into();
        })
    }

    pub fn alias(self, other: &str) -> Self {
        self.with_place(|place| place.aliases.push(other.into()))
    }

    /// The last place ended with the mergers.
    pub fn former(self) -> Self {
        self.with_place(|place| place.valid_to = Some(period("2025-06-30")))
    }

    /// The last place began with the mergers.
    pub fn current(self) -> Self {
        self.with_place(|place| place.valid_from = Some(period("2025-07-01")))
    }

    pub fn joined(mut self, from: &str, to: &str) -> Self {
        let row = Lineage { from: from.into(), to: to.into(), date: period("2025-07-01"), act: "202/2025/QH15".into() };
        self.record.lineage.push(row);
        self
    }

    /// A share of households in per cent, more being better, until what follows says otherwise.
    pub fn indicator(mut self, id: &str) -> Self {
        self.need_indicator(id);
        self
    }

    pub fn called(self, vi: &str, en: &str) -> Self {
        self.with_indicator(|it| it.name = Words::new(vi, en))
    }

    /// The denominator of the last indicator; empty for none.
    pub fn among(self, vi: &str, en: &str) -> Self {
        self.with_indicator(|it| it.population = Words::new(vi, en))
    }

    pub fn under_topic(self, topic: &str) -> Self {
        self.with_indicator(|it| it.topic = topic.into())
    }

    pub fn better(self, better: Better) -> Self {
        self.with_indicator(|it| it.better = better)
    }

    pub fn decimals(self, decimals: u8) -> Self {
        self.with_indicator(|it| it.decimals = Some(decimals))
    }

    /// The last indicator is a score of a sample survey, drawn with so many decimals.
    pub fn survey_score(self, decimals: u8) -> Self {
        let of = unit("papi-score", "điểm PAPI", "PAPI points", "điểm", UnitKind::Score);
        self.with_indicator(|it| (it.unit, it.decimals) = (of, Some(decimals)))
    }

    pub fn headline(self) -> Self {
        self.with_indicator(|it| it.headline = true)
    }

    /// The last indicator tells figures apart only beyond this gap.
    pub fn telling_apart(self, least: f64) -> Self {
        self.with_indicator(|it| it.resolution = Some(least)).beside("Số còn thay đổi.", "It still moves.")
    }

    /// The last indicator must not be ranked.
    pub fn not_ranked(self) -> Self {
        self.with_indicator(|it| it.rankable = Rankable::No).beside("Chưa rõ cách đếm.", "How it counts is not clear.")
    }

    /// The last indicator tells only quarters of the list apart.
    pub fn in_quarters(self) -> Self {
        self.with_indicator(|it| it.rankable = Rankable::Quarters).beside("Khảo sát chọn mẫu.", "A sample survey.")
    }

    /// Which figures of the last indicator may stand beside each other.
    pub fn comparable(self, comparable: Comparable) -> Self {
        self.with_indicator(|it| it.comparable = comparable).beside("Mỗi kỳ một khác.", "Each edition differs.")
    }

    /// What has to be said beside the last indicator's figures.
    pub fn beside(self, vi: &str, en: &str) -> Self {
        self.with_indicator(|it| it.caveat = Words::new(vi, en))
    }

    /// The last indicator is a place in a ranking of so many.
    pub fn rank_of(self, most: f64) -> Self {
        self.with_indicator(|it| {
            it.unit = unit("rank", "hạng", "rank", "", UnitKind::Rank);
            (it.min, it.max, it.better) = (Some(1.0), Some(most), Better::Lower);
        })
    }

    /// The last indicator is a place in a ranking whose length nobody states.
    pub fn unlisted_rank(self) -> Self {
        self.rank_of(99.0).with_indicator(|it| it.max = None)
    }

    /// The last indicator is a count of things.
    pub fn counted_in(self, vi: &str, en: &str) -> Self {
        self.with_indicator(|it| {
            it.unit = Unit { symbol: Words::new(vi, en), ..unit("count", vi, en, "", UnitKind::Count) };
            (it.max, it.population) = (None, Words::default());
        })
    }

    pub fn source(mut self, id: &str, kind: SourceKind, series: &str) -> Self {
        self.need_source(id);
        let source = self.sources.last_mut().unwrap();
        (source.kind, source.series) = (kind, series.into());
        if kind == SourceKind::Copy {
            // Its publisher is who copied, at an address of that name.
            source.publisher = id.into();
        }
        self
    }

    /// A new method for an indicator from this date.
    pub fn new_method(mut self, indicator: &str, date: &str) -> Self {
        self.record.breaks.push(Break {
            indicator: Some(indicator.into()),
            place: None,
            date: period(date),
            kind: "method".into(),
            note: Words::new("Đổi cách tính", "New method"),
        });
        self
    }

    /// New boundaries of a place from this date.
    pub fn new_boundary(mut self, place: &str, date: &str) -> Self {
        self.record.breaks.push(Break {
            indicator: None,
            place: Some(place.into()),
            date: period(date),
            kind: "boundary".into(),
            note: Words::new("Đổi địa giới", "New boundary"),
        });
        self
    }

    /// A result stated exactly by the common survey, until what follows says otherwise.
    pub fn observation(mut self, place: &str, indicator: &str, when: &str, value: f64) -> Self {
        self.need_place(place);
        self.need_indicator(indicator);
        if !self.sources.iter().any(|source| &*source.id == SURVEY) {
            self = self.source(SURVEY, SourceKind::Survey, "papi");
        }
        self.observations.push(Observation {
            place: place.into(),
            indicator: indicator.into(),
            period: period(when),
            period_inferred: false,
            status: Status::Actual,
            reading: Reading::Value(Value::new(value).unwrap()),
            qualifier: Qualifier::Exact,
            source: SURVEY.into(),
            note: Words::default(),
        });
        self
    }

    /// A reason why there is no figure.
    pub fn missing(self, place: &str, indicator: &str, when: &str, why: Missing) -> Self {
        self.observation(place, indicator, when, 0.0).with_observation(|o| o.reading = Reading::Missing(why))
    }

    pub fn qualified(self, qualifier: Qualifier) -> Self {
        self.with_observation(|o| o.qualifier = qualifier)
    }

    pub fn about(self) -> Self {
        self.qualified(Qualifier::About)
    }

    pub fn target(self) -> Self {
        self.with_observation(|o| o.status = Status::Target)
    }

    /// The last observation stands in this source: a report of one place about itself, unless it was described before.
    pub fn from(mut self, source: &str) -> Self {
        self.need_source(source);
        self.with_observation(|o| o.source = source.into())
    }

    /// When the document of the last observation came out.
    pub fn published(mut self, when: &str) -> Self {
        let id = &self.observations.last().unwrap().source;
        self.sources.iter_mut().find(|it| it.id == *id).unwrap().published = Some(period(when));
        self
    }

    pub fn noted(self, vi: &str, en: &str) -> Self {
        self.with_observation(|o| o.note = Words::new(vi, en))
    }

    /// The document gives no date for the last observation.
    pub fn inferred(self) -> Self {
        self.with_observation(|o| o.period_inferred = true)
    }

    pub fn build(self) -> Record {
        let Self { mut record, places, indicators, sources, observations } = self;
        for it in &indicators {
            let own = || observations.iter().filter(|o| o.indicator == it.id);
            let actual = || own().filter(|o| o.status == Status::Actual && o.reading.number().is_some());
            let with: std::collections::BTreeSet<_> = actual().map(|o| &o.place).collect();
            let series = |o: &Observation| sources.iter().any(|s| s.id == o.source && !s.series.is_empty());
            record.summaries.push(IndicatorSummary {
                id: it.id.clone(),
                theme: it.theme.clone(),
                topic: it.topic.clone(),
                name: it.name.clone(),
                headline: it.headline,
                common: actual().all(series),
                places: with.len() as u16,
                figures: actual().count() as u32,
                targets: own().filter(|o| o.status == Status::Target).count() as u32,
                latest: actual().map(|o| o.period).max(),
                counterpart: it.counterpart.clone(),
                set: None,
            });
            if record.topic(&it.topic).is_none() {
                let (id, theme) = (it.topic.clone(), it.theme.clone());
                record.topics.push(Topic { name: Words::new(&id, &id), id, theme, nearest: None });
            }
            if record.theme(&it.theme).is_none() {
                let words = Words::new("Băng rộng", "Broadband");
                record.themes.push(Theme { id: it.theme.clone(), main: true, name: words.clone(), question: words });
            }
        }
        record.set_places(places.into_iter().map(Arc::new).collect());
        record.indicators = indicators.into_iter().map(|it| (it.id.clone(), Arc::new(it))).collect();
        record.sources = sources.into_iter().map(|it| (it.id.clone(), Arc::new(it))).collect();
        record.observations = observations.into_iter().map(Arc::new).collect();
        record
    }

    fn with_place(mut self, change: impl FnOnce(&mut Place)) -> Self {
        change(self.places.last_mut().unwrap());
        self
    }

    fn with_indicator(mut self, change: impl FnOnce(&mut Indicator)) -> Self {
        change(self.indicators.last_mut().unwrap());
        self
    }

    fn with_observation(mut self, change: impl FnOnce(&mut Observation)) -> Self {
        change(self.observations.last_mut().unwrap());
        self
    }

    fn need_place(&mut self, id: &str) {
        if self.places.iter().any(|place| &*place.id == id) {
            return;
        }
        self.places.push(Place {
            id: id.into(),
            name: Words::new(&format!("Tỉnh {id}"), &format!("{id} province")),
            short: id.into(),
            kind: PlaceKind::Province,
            gso_code: "".into(),
            regions: Vec::new(),
            valid_from: None,
            valid_to: None,
            aliases: Vec::new(),
        });
    }

    fn need_indicator(&mut self, id: &str) {
        if self.indicators.iter().any(|it| &*it.id == id) {
            return;
        }
        self.indicators.push(Indicator {
            id: id.into(),
            theme: "broadband".into(),
            topic: format!("topic-of-{id}").into(),
            name: Words::new(&format!("Chỉ số {id}"), &format!("Indicator {id}")),
            definition: Words::new("Đếm như sau.", "Counted like this."),
            population: Words::new("hộ gia đình", "households"),
            unit: unit("percent", "phần trăm", "per cent", "%", UnitKind::Share),
            better: Better::Higher,
            min: Some(0.0),
            max: Some(100.0),
            decimals: None,
            headline: false,
            counterpart: None,
            rankable: Rankable::Each,
            comparable: Comparable::Always,
            resolution: None,
            caveat: Words::default(),
        });
    }

    fn need_source(&mut self, id: &str) {
        if self.sources.iter().any(|source| &*source.id == id) {
            return;
        }
        self.sources.push(Source {
            id: id.into(),
            title: format!("Báo cáo {id}").into(),
            publisher: format!("Sở {id}").into(),
            author: "".into(),
            published: Some(period("2023-01")),
            published_inferred: false,
            url: format!("https://{id}.example/").into(),
            kind: SourceKind::Official,
            series: "".into(),
            series_name: Words::default(),
            measured_by: Words::default(),
            licence: "".into(),
            note: Words::default(),
        });
    }
}

fn unit(id: &str, vi: &str, en: &str, symbol: &str, kind: UnitKind) -> Unit {
    Unit { id: id.into(), name: Words::new(vi, en), symbol: Words::new(symbol, symbol), kind }
}

//! Whom a province is set beside on its page: the units of its own region and the three nearest in population, with
//! their figures in the few indicators shown first; and the country's figure under each definition it has one for.

use super::Figures;
use std::collections::{BTreeMap, BTreeSet};
use tinh_so::domain::*;
use tinh_so::snapshot::wire::{PeerRow, StandingRow};

/// The topic whose indicators say how many people live somewhere.
const POPULATION: &str = "population";
/// So many units of similar size.
const OF_SIZE: usize = 3;
/// So many units of the region at the most; of a larger one those nearest in population.
const OF_REGION: usize = 14;

/// Peers of every unit, looked up once for all.
pub(super) struct Peers<'a> {
    record: &'a Record,
    by_indicator: &'a BTreeMap<Id, Figures<'a>>,
    /// Population by place, for each list of provinces under the indicator that counts most of its units; by size.
    lists: Vec<(Basis, Vec<(f64, &'a Id)>)>,
    country: Option<&'a Id>,
}

impl<'a> Peers<'a> {
    pub(super) fn of(record: &'a Record, by_indicator: &'a BTreeMap<Id, Figures<'a>>) -> Self {
        let lists = [Basis::Former63, Basis::Current34].map(|basis| (basis, population(record, by_indicator, basis)));
        let country = record.places().iter().find(|place| place.kind == PlaceKind::Country).map(|place| &place.id);
        Self { record, by_indicator, lists: lists.into(), country }
    }

    /// The peers of a place, those of its region first; none of what is no unit. A unit the mergers left alone has peers in
    /// both lists.
    pub(super) fn of_place(&self, place: &Place) -> Vec<PeerRow> {
        let mut rows: Vec<PeerRow> = Vec::new();
        for (basis, sizes) in self.lists.iter().filter(|(basis, _)| place.is_of(*basis)) {
            for row in self.in_list(place, *basis, sizes) {
                match rows.iter_mut().find(|known| known.place == row.place) {
                    Some(known) => (known.region, known.size) = (known.region || row.region, known.size || row.size),
                    None => rows.push(row),
                }
            }
        }
        rows.sort_by_key(|row| !row.region);
        rows
    }

    fn in_list(&self, place: &Place, basis: Basis, sizes: &[(f64, &'a Id)]) -> Vec<PeerRow> {
        let own = sizes.iter().find(|(_, id)| **id == place.id).map(|(size, _)| *size);
        // As a ratio: half and double are equally far.
        let far = |size: f64| own.map_or(f64::MAX, |own| (size / own).ln().abs());
        let mut others: Vec<(f64, &Id)> =
            sizes.iter().filter(|(_, id)| **id != place.id).map(|(size, id)| (far(*size), *id)).collect();
        others.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        let in_region = |other: &Place| {
            other.id != place.id && other.is_of(basis) && other.regions.iter().any(|id| place.regions.contains(id))
        };
        let mut region: Vec<&Id> =
            self.record.places().iter().filter(|other| in_region(other)).map(|other| &other.id).collect();
        if region.len() > OF_REGION {
            let known: BTreeSet<&Id> = region.iter().copied().collect();
            region = others.iter().map(|(_, id)| *id).filter(|id| known.contains(id)).take(OF_REGION).collect();
        }
        let near: Vec<&Id> = match own {
            Some(_) => others.iter().take(OF_SIZE).map(|(_, id)| *id).collect(),
            None => Vec::new(),
        };
        let row = |id: &Id| PeerRow { place: id.clone(), region: region.contains(&id), size: near.contains(&id) };
        let rest = near.iter().filter(|id| !region.contains(id));
        region.iter().chain(rest).map(|id| row(id)).collect()
    }

    /// The figures of others that a place's page shows: its peers' under each headline indicator the place stands in,
    /// and the country's under each definition of the place, the nearest in time to the place's own newest.
    pub(super) fn context(&self, own: &[&'a Observation], peers: &[PeerRow], standings: &[StandingRow]) -> Figures<'a> {
        let mut context = Figures::new();
        for standing in standings {
            let headline = self.record.indicators.get(&standing.indicator).is_some_and(|it| it.headline);
            let figures = self.by_indicator.get(&standing.indicator).filter(|_| headline);
            context.extend(figures.into_iter().flatten().copied().filter(|o| {
                let peer = peers.iter().any(|peer| peer.place == o.place);
                peer && o.period.to_string() == standing.period && stated(o) && self.record.is_common(o)
            }));
        }
        let Some(country) = self.country else { return context };
        let mut newest: BTreeMap<&Id, &Observation> = BTreeMap::new();
        for &o in own.iter().filter(|o| stated(o) && o.place != *country) {
            let known = newest.entry(&o.indicator).or_insert(o);
            if o.period > known.period {
                *known = o;
            }
        }
        for (indicator, o) in newest {
            let figures = self.by_indicator.get(indicator).into_iter().flatten().copied();
            let days = |it: &Observation| (it.period.last_day() - o.period.last_day()).abs();
            context.extend(figures.filter(|it| it.place == *country && stated(it)).min_by_key(|it| days(it)));
        }
        context
    }
}

fn stated(o: &Observation) -> bool {
    o.status == Status::Actual && o.reading.number().is_some()
}

/// How many people live in each unit of a list, under the one indicator that counts most of them.
fn population<'a>(record: &'a Record, by_indicator: &BTreeMap<Id, Figures<'a>>, basis: Basis) -> Vec<(f64, &'a Id)> {
    let counts = record.summaries.iter().filter(|it| &*it.topic == POPULATION).map(|it| {
        let figures = by_indicator.get(&it.id).into_iter().flatten();
        let mut latest: BTreeMap<&Id, &Observation> = BTreeMap::new();
        for &o in figures {
            if stated(o) && record.place(&o.place).is_some_and(|place| place.is_of(basis)) {
                let known = latest.entry(&o.place).or_insert(o);
                if o.period > known.period {
                    *known = o;
                }
            }
        }
        let sizes = latest.into_iter().filter_map(|(id, o)| Some((o.reading.number().filter(|n| *n > 0.0)?, id)));
        sizes.collect::<Vec<_>>()
    });
    counts.max_by_key(Vec::len).unwrap_or_default()
}

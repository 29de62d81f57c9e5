//! Writes a data version: the JSON files of `tinh_so::snapshot`, the tables themselves, the formats of [`formats`], and
//! their checksums. The same record always makes the same bytes.

mod by_indicator;
mod peers;
mod standings;
#[cfg(test)]
mod tests;
mod who_has_what;

use crate::{formats, releases::Files};
use anyhow::{Context, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use tinh_so::domain::{
    Answer, Basis, Id, Observation, Period, Place, ReasonKind, Record, Release, Status, answers, compare, coverage,
};
use tinh_so::snapshot::{self, SnapshotId, wire::*};

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// How long it is.
    pub bytes: u64,
}

/// A data version to be published: its record, the tables it was read from, and what it changed.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// What the tables say.
    pub record: &'a Record,
    /// The tables and their description, byte for byte.
    pub files: &'a Files,
    /// Its version, date and changes.
    pub release: &'a Release,
}

/// Every file of a data version by its path, but the checksums.
#[derive(Debug)]
pub struct Contents(BTreeMap<String, Vec<u8>>);

impl Contents {
    /// Makes all files of a version.
    ///
    /// # Errors
    /// If a file cannot be made, or cannot be read back as what it should be.
    pub fn of(edition: &Edition) -> Result<Self> {
        let record = edition.record;
        let mut contents: BTreeMap<String, Vec<u8>> =
            edition.files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect();
        let made = formats::files(record, &contents)?;
        contents.extend(made);
        for (id, text) in files(record)? {
            snapshot::read(&id, &text, &record.version).context("a file just made cannot be read back")?;
            contents.insert(id.path(), text.into_bytes());
        }
        for (id, text) in by_indicator::csv(record) {
            contents.insert(format!("indicators/{id}.csv"), text.into_bytes());
        }
        if tells_answers(record) {
            contents.insert("coverage.csv".to_owned(), who_has_what::csv(record, &coverage(record))?.into_bytes());
        }
        let changes = json(&snapshot::ChangesFile::from(edition.release))?;
        contents.insert("changes.json".to_owned(), changes.into_bytes());
        Ok(Self(contents))
    }

    /// One checksum for everything but the workbook: that is made from the same tables, and its container may change
    /// with the library that writes it.
    pub fn seal(&self) -> String {
        let lines: String = self.sums().filter(|(name, _)| !name.ends_with(".xlsx")).map(|(_, line)| line).collect();
        sha256(lines.as_bytes())
    }

    /// How long each file is, by its path.
    pub fn sizes(&self) -> BTreeMap<String, u64> {
        self.0.iter().map(|(name, bytes)| (name.clone(), bytes.len() as u64)).collect()
    }

    /// Writes the files below a folder, with their checksums as `sha256sum --check` reads them.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        for (name, bytes) in &self.0 {
            put(&folder.join(name), bytes)?;
        }
        let lines: String = self.sums().map(|(_, line)| line).collect();
        put(&folder.join("SHA256SUMS"), lines.as_bytes())?;
        Ok(())
    }

    fn sums(&self) -> impl Iterator<Item = (&String, String)> {
        self.0.iter().map(|(name, bytes)| (name, format!("{}  {name}\n", sha256(bytes))))
    }
}

/// The text of every JSON file of a data version.
///
/// # Errors
/// If something cannot be said in JSON, which no checked record holds.
pub fn files(record: &Record) -> Result<BTreeMap<SnapshotId, String>> {
    let mut files = BTreeMap::new();
    let mut add = |id: SnapshotId, text: String| files.insert(id, text);
    add(SnapshotId::Index, json(&catalog(record, &SnapshotId::Index))?);
    add(SnapshotId::Catalog, json(&catalog(record, &SnapshotId::Catalog))?);
    let parts = Parts::of(record);
    let standings = standings::by_place(record, &parts.by_indicator);
    let peers_of = peers::Peers::of(record, &parts.by_indicator);
    for summary in &record.summaries {
        let about = SnapshotId::Indicator(summary.id.clone());
        add(
            about.clone(),
            json(&parts.figures(record, &about, &summary.id, parts.by_indicator.get(&summary.id), Beside::default()))?,
        );
    }
    for place in record.places() {
        let about = SnapshotId::Place(place.id.clone());
        let own = parts.by_place.get(&place.id);
        let standings = standings.get(&place.id).cloned().unwrap_or_default();
        let peers = peers_of.of_place(place);
        let context = peers_of.context(own.map(Vec::as_slice).unwrap_or_default(), &peers, &standings);
        let answers = if tells_answers(record) { parts.answers(record, place, &standings) } else { Vec::new() };
        let beside = Beside { standings, peers, context, answers };
        add(about.clone(), json(&parts.figures(record, &about, &place.id, own, beside))?);
    }
    for id in record.sources.keys() {
        let about = SnapshotId::Source(id.clone());
        add(about.clone(), json(&parts.figures(record, &about, id, parts.by_source.get(id), Beside::default()))?);
    }
    Ok(files)
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

fn catalog(record: &Record, id: &SnapshotId) -> CatalogFile {
    let full = *id == SnapshotId::Catalog;
    let in_order = || record.summaries.iter().filter_map(|summary| record.indicators.get(&summary.id));
    CatalogFile {
        schema: id.schema(),
        version: record.version.clone(),
        themes: record.themes.iter().map(ThemeRow::from).collect(),
        topics: record.topics.iter().map(TopicRow::from).collect(),
        summaries: record.summaries.iter().map(SummaryRow::from).collect(),
        places: record.places().iter().map(|place| PlaceRow::from(&**place)).collect(),
        lineage: record.lineage.iter().map(LineageRow::from).collect(),
        status_changes: record.status_changes.iter().map(StatusChangeRow::from).collect(),
        tiles: record.tiles.iter().map(TileRow::from).collect(),
        indicators: if full { in_order().map(|one| IndicatorRow::from(&**one)).collect() } else { Vec::new() },
        sources: if full { record.sources.values().map(|one| SourceRow::from(&**one)).collect() } else { Vec::new() },
    }
}

/// Figures in the order in which every file lists them.
pub(crate) type Figures<'a> = Vec<&'a Observation>;

/// What a place's file says about others.
#[derive(Default)]
struct Beside<'a> {
    standings: Vec<StandingRow>,
    peers: Vec<PeerRow>,
    context: Figures<'a>,
    answers: Vec<Answer>,
}

/// The last version that was sealed before place files told answers and before there was `coverage.csv`.
const LAST_WITHOUT_ANSWERS: [u32; 3] = [2026, 11, 1];

/// Whether the files of a version tell answers and coverage: those published before stay as they are.
fn tells_answers(record: &Record) -> bool {
    let mut number = record.version.split('.').map(|part| part.parse().unwrap_or(u32::MAX));
    let number = [(); 3].map(|()| number.next().unwrap_or(0));
    // A draft is called after the version before it, and reads as later than any.
    number > LAST_WITHOUT_ANSWERS
}

/// The record's figures and breaks, grouped once for all files.
struct Parts<'a> {
    /// Where each indicator stands in the editor's order.
    order: BTreeMap<&'a str, usize>,
    by_indicator: BTreeMap<Id, Figures<'a>>,
    by_place: BTreeMap<Id, Figures<'a>>,
    by_source: BTreeMap<Id, Figures<'a>>,
    /// The figures of each place as the record shares them.
    shared: BTreeMap<&'a Id, Vec<&'a Arc<Observation>>>,
    /// Indices into the record's breaks; those of no one indicator under the empty id.
    breaks: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Parts<'a> {
    fn of(record: &'a Record) -> Self {
        let order: BTreeMap<&str, usize> = record.summaries.iter().enumerate().map(|(n, s)| (&*s.id, n)).collect();
        let mut sorted: Figures = record.observations.iter().map(|observation| &**observation).collect();
        sorted.sort_by_cached_key(|o| {
            let indicator = order.get(&*o.indicator).copied().unwrap_or(usize::MAX);
            (indicator, record.place_order(&o.place), o.period, o.status, o.source.clone())
        });
        let grouped = |id: fn(&Observation) -> &Id| {
            let mut groups: BTreeMap<Id, Figures> = BTreeMap::new();
            for &observation in &sorted {
                groups.entry(id(observation).clone()).or_default().push(observation);
            }
            groups
        };
        let mut shared: BTreeMap<&Id, Vec<&Arc<Observation>>> = BTreeMap::new();
        for o in &record.observations {
            shared.entry(&o.place).or_default().push(o);
        }
        let mut breaks: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (n, one) in record.breaks.iter().enumerate() {
            breaks.entry(one.indicator.as_deref().unwrap_or_default()).or_default().push(n);
        }
        Self {
            by_indicator: grouped(|o| &o.indicator),
            by_place: grouped(|o| &o.place),
            by_source: grouped(|o| &o.source),
            shared,
            order,
            breaks,
        }
    }

    /// A file of figures with everything that explains them.
    fn figures(
        &self,
        record: &Record,
        about: &SnapshotId,
        id: &Id,
        observations: Option<&Figures>,
        beside: Beside,
    ) -> FiguresFile {
        let observations = observations.map(Vec::as_slice).unwrap_or_default();
        let mut indicators: BTreeSet<(usize, &Id)> = BTreeSet::new();
        let (mut places, mut sources): (BTreeSet<&str>, BTreeSet<&Id>) = (BTreeSet::new(), BTreeSet::new());
        // A file about an indicator or a source explains it even if it has no figures.
        match about {
            SnapshotId::Indicator(id) => _ = indicators.insert((0, id)),
            SnapshotId::Source(id) => _ = sources.insert(id),
            _ => {}
        }
        sources.extend(beside.context.iter().map(|o| &o.source));
        for o in beside.answers.iter().flat_map(|it| it.own.iter().chain(&it.lands).chain(&it.nearest)) {
            indicators.insert((self.order.get(&*o.indicator).copied().unwrap_or(usize::MAX), &o.indicator));
            sources.insert(&o.source);
        }
        for o in observations {
            let place_in_order = match about {
                SnapshotId::Indicator(_) => 0,
                _ => self.order.get(&*o.indicator).copied().unwrap_or(usize::MAX),
            };
            indicators.insert((place_in_order, &o.indicator));
            sources.insert(&o.source);
            places.insert(&o.place);
        }
        let of_indicators = indicators.iter().map(|(_, id)| &***id).chain([""]);
        let mut breaks: Vec<usize> = of_indicators.filter_map(|id| self.breaks.get(id)).flatten().copied().collect();
        breaks.sort_unstable();
        let concerned = |n: &usize| record.breaks[*n].place.as_deref().is_none_or(|place| places.contains(place));
        let explained = indicators.iter().filter_map(|(_, id)| record.indicators.get(*id));
        let cited = sources.iter().filter_map(|id| record.sources.get(*id));
        FiguresFile {
            schema: about.schema(),
            version: record.version.clone(),
            id: id.clone(),
            indicators: explained.map(|one| IndicatorRow::from(&**one)).collect(),
            sources: cited.map(|one| SourceRow::from(&**one)).collect(),
            breaks: breaks.iter().filter(|n| concerned(n)).map(|n| BreakRow::from(&record.breaks[*n])).collect(),
            set_aside: match about {
                SnapshotId::Source(id) => {
                    record.set_aside.iter().filter(|one| one.source == *id).map(SetAsideRow::from).collect()
                }
                _ => Vec::new(),
            },
            comparability: match about {
                SnapshotId::Indicator(_) => comparability(record, observations),
                _ => Vec::new(),
            },
            observations: observations.iter().map(|one| ObservationRow::from(*one)).collect(),
            standings: beside.standings,
            peers: beside.peers,
            context: beside.context.iter().map(|one| ObservationRow::from(*one)).collect(),
            answers: beside.answers.iter().map(AnswerRow::from).collect(),
        }
    }

    /// What a province is told on each theme; nothing of what is no province.
    fn answers(&self, record: &Record, place: &Place, standings: &[StandingRow]) -> Vec<Answer> {
        if !place.is_unit() {
            return Vec::new();
        }
        let ranked = |o: &Observation| {
            standings.iter().any(|it| it.indicator == o.indicator && it.period == o.period.to_string())
        };
        answers(record, place, ranked, |id| self.shared.get(id).into_iter().flatten().copied().collect())
    }
}

/// The verdict over the results of each period, for each list of provinces with at least two of them: those of the common
/// measurement among themselves, and, where provinces also reported about themselves, all of them.
fn comparability(record: &Record, observations: &[&Observation]) -> Vec<ComparabilityRow> {
    let mut rows = Vec::new();
    let mut periods: BTreeMap<Period, Figures> = BTreeMap::new();
    for &o in observations.iter().filter(|o| o.status == Status::Actual && o.reading.number().is_some()) {
        periods.entry(o.period).or_default().push(o);
    }
    let lists = [Basis::Former63, Basis::Current34];
    for (&period, of_period, basis) in
        periods.iter().flat_map(|(period, figures)| lists.map(|basis| (period, figures, basis)))
    {
        let of_list = |o: &&&Observation| record.place(&o.place).is_some_and(|it| it.is_of(basis));
        let all: Vec<&Observation> = of_period.iter().filter(of_list).copied().collect();
        // Units that the mergers left alone stand on both lists: what is about the other list is not told of this one.
        let other = |o: &Observation| {
            let is_of = |basis| record.place(&o.place).is_some_and(|it| it.is_of(basis));
            is_of(Basis::Former63) && is_of(Basis::Current34)
        };
        let units = of_period.iter().filter(|o| record.place(&o.place).is_some_and(|it| it.is_unit())).count();
        if all.len() < units && all.iter().all(|o| other(o)) {
            continue;
        }
        let common: Vec<&Observation> = all.iter().filter(|o| record.is_common(o)).copied().collect();
        let own = (common.len() < all.len()).then_some(&all);
        for figures in [Some(&common), own].into_iter().flatten().filter(|figures| figures.len() > 1) {
            let verdict = compare(record, figures.iter().copied());
            let of_one = figures.len() == common.len();
            let mut reasons: Vec<&str> = verdict.reasons.iter().map(|it| it.kind().id()).collect();
            reasons.dedup();
            rows.push(ComparabilityRow {
                period: period.to_string(),
                basis: basis.number(),
                figures: u16::try_from(figures.len()).unwrap_or(u16::MAX),
                common: of_one,
                sign: verdict.sign.symbol(),
                reasons,
                ranked: of_one
                    && verdict.may_rank()
                    && !verdict.has(ReasonKind::Quarters)
                    && figures.len() * 2 > usize::from(basis.number()),
            });
        }
    }
    rows
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file and the folders it needs.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<Written> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(Written { path: path.to_owned(), bytes: bytes.len() as u64 })
}

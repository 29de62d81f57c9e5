//! The tables and their columns, as `datapackage.json` describes them (a test holds the two together).

/// A table: its file and its columns in order.
#[derive(Debug)]
pub(super) struct Spec {
    /// The file's name.
    pub(super) file: &'static str,
    /// The columns of the header.
    pub(super) columns: &'static [&'static str],
    /// What one row is called; empty where rows have no id of their own.
    pub(super) noun: &'static str,
}

macro_rules! specs {
    ($($name:ident: $file:literal $noun:literal [$($column:literal),+ $(,)?])+) => {
        $(pub(super) const $name: Spec = Spec { file: $file, noun: $noun, columns: &[$($column),+] };)+
        /// Every table, in the order in which problems are listed.
        pub(super) const ALL: &[&Spec] = &[$(&$name),+];
    };
}

specs! {
    THEMES: "themes.csv" "theme" ["theme", "kind", "name_vi", "name_en", "question_vi", "question_en"]
    TOPICS: "topics.csv" "topic" ["topic", "theme", "name_vi", "name_en", "nearest"]
    UNITS: "units.csv" "unit" ["unit", "name_vi", "name_en", "symbol_vi", "symbol_en", "kind"]
    PLACES: "places.csv" "place" [
        "place", "name_vi", "name_en", "short_name", "kind", "gso_code", "region", "valid_from", "valid_to", "aliases",
    ]
    LINEAGE: "lineage.csv" "" ["from", "to", "date", "act"]
    STATUS_CHANGES: "status_changes.csv" "" ["place", "date", "kind", "act", "note_vi", "note_en"]
    TILES: "tiles.csv" "" ["basis", "row", "col", "kind", "place", "label_vi", "label_en"]
    INDICATORS: "indicators.csv" "indicator" [
        "indicator", "theme", "topic", "name_vi", "name_en", "definition_vi", "definition_en", "population_vi",
        "population_en", "unit", "better", "min", "max", "decimals", "headline", "counterpart", "rankable",
        "comparable", "resolution", "caveat_vi", "caveat_en",
    ]
    SERIES: "series.csv" "series" ["series", "name_vi", "name_en", "measured_by_vi", "measured_by_en"]
    SOURCES: "sources.csv" "source" [
        "source", "title", "publisher", "author", "published", "published_inferred", "url", "kind", "series", "licence",
        "accessed", "note_vi", "note_en",
    ]
    BREAKS: "breaks.csv" "" ["indicator", "place", "date", "kind", "note_vi", "note_en"]
    SET_ASIDE: "set_aside.csv" "" ["source", "place", "indicator", "period", "printed", "note_vi", "note_en"]
    OBSERVATIONS: "observations.csv" "" [
        "place", "indicator", "period", "period_inferred", "status", "value", "qualifier", "missing", "source",
        "note_vi", "note_en",
    ]
    LOOKED_AT: "looked_at.csv" "" ["warning", "key", "note"]
}

/// The file that names the data version.
pub(super) const VERSION_FILE: &str = "version.txt";

/// Where a file stands in the list of problems.
pub(super) fn order(file: &str) -> usize {
    ALL.iter().position(|spec| file.ends_with(spec.file)).unwrap_or(usize::MAX)
}

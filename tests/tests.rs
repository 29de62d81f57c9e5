//! What the pure rooms promise, asked from outside. One binary, so that there is one thing to link. Its contents:
#![allow(clippy::unwrap_used, reason = "a failing unwrap is a failing test")]

// Small made-up records, so that each test says only what it is about.
#[path = "native/support.rs"]
mod support;

// --- What the site speaks of ---

// Reading, writing, ordering and counting periods.
#[path = "native/period.rs"]
mod period;
// Vietnamese alphabetical order.
#[path = "native/sort.rs"]
mod sort;
// Finding a place by what people type.
#[path = "native/search.rs"]
mod search;
// Ties, directions, no ranking.
#[path = "native/ranking.rs"]
mod ranking;

// --- When two figures may be compared ---

// Each reason: what calls for it, and the near miss that does not.
#[path = "native/comparability.rs"]
mod comparability;
// How figures were stated: hedges, bounds, contradictions.
#[path = "native/statements.rs"]
mod statements;

#[path = "native/limits.rs"]
mod limits;
// What holds for any figures, and the same answer found pair by pair.
#[path = "native/comparability_laws.rs"]
mod comparability_laws;

// What a province is told on each theme, and who has published what.
#[path = "native/answers.rs"]
mod answers;

// --- How a figure came to be ---

// Who measured, who copied, how a rank was read.
#[path = "native/origins.rs"]
mod origins;

// --- Targets and flags ---

// Met, missed, on the way, unknown; how far and how fast.
#[path = "native/progress.rs"]
mod progress;
// Status codes, and the CSV that carries them.
#[path = "native/flags.rs"]
mod flags;

// --- The two languages ---

// Numbers and periods as each language writes them.
#[path = "native/writing.rs"]
mod writing;

// How the data page explains the files: examples and columns.
#[path = "native/api.rs"]
mod api;

// --- Addresses ---

// Pages and views to and from a URL, in both languages, under any folder.
#[path = "native/address.rs"]
mod address;
// What messengers, typos and attackers make of one.
#[path = "native/hostile_address.rs"]
mod hostile_address;

// Those of embeds, their snippets, what they draw.
#[path = "native/embeds.rs"]
mod embeds;

// --- The published files ---

// Reading back what was written, and the exact word for each fault.
#[path = "native/snapshot.rs"]
mod snapshot;

// --- What a chart says ---

// From what the reader asked to what a page shows.
#[path = "native/question.rs"]
mod question;
// Which figures stand together: panels, rankings, own reports, gaps.
#[path = "native/panels.rs"]
mod panels;
// What is offered where the chosen places cannot be compared.
#[path = "native/nearest.rs"]
mod nearest;
// What of many figures is drawn, listed or only named.
#[path = "native/lists.rs"]
mod lists;
// Of thousands of places: what a page shows, what the files hold.
#[path = "native/many.rs"]
mod many;
// What a data version changed: in words, and read back from its file.
#[path = "native/changes.rs"]
mod changes;
// The sentences: headlines, verdicts, descriptions.
#[path = "native/sentences.rs"]
mod sentences;
// The chart option and the table, which must agree. Holds the two approved drawings.
#[path = "native/drawing.rs"]
mod drawing;
// Drawings as they stand in the document, bars and lines.
#[path = "native/drawn.rs"]
mod drawn;
// Small multiples: a chart for each place.
#[path = "native/multiples.rs"]
mod multiples;
// Lines between two periods, and what is written at the ends of lines.
#[path = "native/slope.rs"]
mod slope;
// Files, tables, citations and pictures to take away.
#[path = "native/takeaway.rs"]
mod takeaway;
// Pictures and embeds carry what their page carries: periods, eras, gaps, signs.
#[path = "native/pictures.rs"]
mod pictures;
// The classes of the map.
#[path = "native/steps.rs"]
mod steps;

// --- The house ---

// Which room may know which, and that files stay small and say what they are.
#[path = "native/tidy.rs"]
mod tidy;

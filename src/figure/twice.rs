//! One figure that two documents state: it is one figure, with two sources.

use super::Row;

/// Whether two rows state the very same: place, period, status, number and hedge.
pub(super) fn is_same(a: &Row, b: &Row) -> bool {
    let (one, other) = (&a.observation, &b.observation);
    one.place == other.place
        && one.period == other.period
        && one.status == other.status
        && one.qualifier == other.qualifier
        && one.reading == other.reading
}

/// Takes out of rows what another of them states too, and gives it back: it is listed as the other source's, and neither
/// drawn nor said a second time. The one whose document names the period stays, else the first.
pub(super) fn take_repeated(rows: &mut Vec<Row>) -> Vec<Row> {
    let (mut kept, mut repeated): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    for row in std::mem::take(rows) {
        match kept.iter_mut().find(|it| is_same(it, &row)) {
            Some(it) if it.observation.period_inferred && !row.observation.period_inferred => {
                repeated.push(std::mem::replace(it, row));
            }
            Some(_) => repeated.push(row),
            None => kept.push(row),
        }
    }
    *rows = kept;
    repeated
}

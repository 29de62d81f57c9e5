//! One figure that two documents state is drawn once: the other document stands beside it in the table.

use super::Row;

/// Takes out the rows that say of the same place and time what another one says. Stays who dates the figure, or the first.
pub(super) fn take_repeated(rows: &mut Vec<Row>) -> Vec<Row> {
    let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
    let mut repeated = Vec::new();
    for row in std::mem::take(rows) {
        // Rows are in the order of places and periods: what says the same is not far back.
        let near = kept.iter().rposition(|known| known.place.id != row.place.id).map_or(0, |at| at + 1);
        match kept[near..].iter_mut().find(|known| says_the_same(known, &row)) {
            Some(known) if known.observation.period_inferred && !row.observation.period_inferred => {
                repeated.push(std::mem::replace(known, row));
            }
            Some(_) => repeated.push(row),
            None => kept.push(row),
        }
    }
    *rows = kept;
    repeated
}

fn says_the_same(one: &Row, other: &Row) -> bool {
    let (a, b) = (&one.observation, &other.observation);
    a.period == b.period
        && a.qualifier == b.qualifier
        && a.reading.number().is_some()
        && a.reading.number() == b.reading.number()
}

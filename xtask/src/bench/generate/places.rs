//! Places in two eras: units that ended, units they became, units that went on; their regions, their squares on the maps.

use super::{
    Size, Table,
    names::{name, plain, slug},
};

const ENDED: &str = "2025-06-30";
const BEGAN: &str = "2025-07-01";
const ACT: &str = "202/2025/QH15";
const REGIONS: [(&str, &str, &str); 6] = [
    ("vung-mot", "Vùng Một", "Region One"),
    ("vung-hai", "Vùng Hai", "Region Two"),
    ("vung-ba", "Vùng Ba", "Region Three"),
    ("vung-bon", "Vùng Bốn", "Region Four"),
    ("vung-nam", "Vùng Năm", "Region Five"),
    ("vung-sau", "Vùng Sáu", "Region Six"),
];

/// The ids that figures are about.
#[derive(Debug)]
pub(super) struct Units {
    /// The list until the mergers: those that ended, and those that went on.
    pub(super) former: Vec<String>,
    /// The list since: those that began, and those that went on.
    pub(super) current: Vec<String>,
}

/// A unit about to be written.
struct Unit {
    id: String,
    name: String,
    code: usize,
    ended: bool,
    began: bool,
}

/// Writes `places`, `lineage`, `status_changes` and `tiles`. Of every 63 units 52 end and become 23, as in 2025.
pub(super) fn write(size: &Size) -> (Units, Vec<Table>) {
    let stay = (size.places * 11).div_ceil(63);
    let heirs = ((size.places * 23) / 63).max(1);
    let ended = size.places - stay;
    let mut units = Vec::new();
    let mut lineage = Table::new("lineage.csv", "from,to,date,act");
    let mut known: Vec<Unit> = Vec::new();
    for n in 0..ended {
        // The first of each group lends its name and code to what the group became.
        let heir = name(n % heirs);
        let (id, former) = match n < heirs {
            true => (format!("{}-cu", slug(&heir)), format!("{heir} (cũ)")),
            false => (slug(&name(n)), name(n)),
        };
        lineage.row([&id, &slug(&heir), BEGAN, ACT]);
        known.push(Unit { id, name: former, code: n + 1, ended: true, began: false });
        if n < heirs {
            units.push(Unit { id: slug(&heir), name: heir, code: n + 1, ended: false, began: true });
        }
    }
    for n in ended..size.places {
        known.push(Unit { id: slug(&name(n)), name: name(n), code: n + 1, ended: false, began: false });
    }
    known.extend(units);
    let ids = |of: fn(&Unit) -> bool| known.iter().filter(|it| of(it)).map(|it| it.id.clone()).collect::<Vec<_>>();
    let lists = Units { former: ids(|it| !it.began), current: ids(|it| !it.ended) };
    let tables = vec![places(size, &known), lineage, changes(&known), tiles(&known)];
    (lists, tables)
}

fn places(size: &Size, units: &[Unit]) -> Table {
    let mut table =
        Table::new("places.csv", "place,name_vi,name_en,short_name,kind,gso_code,region,valid_from,valid_to,aliases");
    table.row(["viet-nam", "Việt Nam", "Viet Nam", "Việt Nam", "country", "", "", "", "", "CHXHCN Việt Nam|Vietnam"]);
    for (id, vi, en) in REGIONS {
        let (former, vi_former, en_former) = (format!("{id}-cu"), format!("{vi} (cũ)"), format!("{en} (former)"));
        table.row([&former, &vi_former, &en_former, vi, "region", "", "viet-nam", "", ENDED, ""]);
        table.row([id, vi, en, vi, "region", "", "viet-nam", BEGAN, "", ""]);
    }
    // The codes of provinces, of districts and of communes have two, three and five digits.
    let digits = if size.places < 100 {
        2
    } else if size.places < 1000 {
        3
    } else {
        5
    };
    for it in units {
        let short = it.name.trim_end_matches(" (cũ)");
        let english = if it.ended && short != it.name { format!("{} (former)", plain(short)) } else { plain(short) };
        let city = it.code % 10 == 1;
        let alias = format!("{} {short}", if city { "TP." } else { "Tỉnh" });
        let (region, _, _) = REGIONS[it.code % REGIONS.len()];
        let region = match (it.ended, it.began) {
            (true, _) => format!("{region}-cu"),
            (_, true) => region.to_owned(),
            _ => format!("{region}-cu|{region}"),
        };
        table.row([
            it.id.as_str(),
            &it.name,
            &english,
            short,
            if city { "city" } else { "province" },
            &format!("{:0digits$}", it.code),
            &region,
            if it.began { BEGAN } else { "" },
            if it.ended { ENDED } else { "" },
            &alias,
        ]);
    }
    table
}

fn changes(units: &[Unit]) -> Table {
    let mut table = Table::new("status_changes.csv", "place,date,kind,act,note_vi,note_en");
    let (vi, en) = ("Các đơn vị được gộp lại.", "The units were merged.");
    table.row(["viet-nam", BEGAN, "merger", ACT, vi, en]);
    for it in units.iter().filter(|it| it.code % 10 == 1 && it.began) {
        let (vi, en) = ("Tỉnh trở thành thành phố.", "The province became a city.");
        table.row([it.id.as_str(), "2026-04-30", "became-city", "30/2026/QH16", vi, en]);
    }
    table
}

/// Two maps, row by row; the archipelagos stand below them.
fn tiles(units: &[Unit]) -> Table {
    let mut table = Table::new("tiles.csv", "basis,row,col,kind,place,label_vi,label_en");
    for (basis, of) in [("63", (|it| !it.began) as fn(&Unit) -> bool), ("34", |it| !it.ended)] {
        let list: Vec<&Unit> = units.iter().filter(|it| of(it)).collect();
        let columns = (list.len() as f64).sqrt().ceil() as usize;
        for (n, it) in list.iter().enumerate() {
            let (row, col) = ((n / columns).to_string(), (n % columns).to_string());
            let short = it.name.trim_end_matches(" (cũ)");
            table.row([basis, &row, &col, "unit", &it.id, short, &plain(short)]);
        }
        let below = (list.len() / columns + 1).to_string();
        for (col, vi, en) in [("0", "Quần đảo Hoàng Sa", "Hoang Sa"), ("1", "Quần đảo Trường Sa", "Truong Sa")]
        {
            table.row([basis, &below, col, "archipelago", &list[0].id, vi, en]);
        }
    }
    table
}

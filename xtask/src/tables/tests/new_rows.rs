//! A new indicator, a new place, a new document and their figures are rows, not code: they come out as snapshots.

use super::*;
use crate::snapshots;
use tinh_so::snapshot::{self, SnapshotId};

#[test]
fn a_new_indicator_and_a_new_place_get_their_snapshots() {
    let tables = Tables::copy()
        .append("topics.csv", "public-wifi,broadband,Wi-Fi công cộng,Public Wi-Fi,")
        .append("units.csv", "hotspots,điểm truy cập,hotspots,điểm,hotspots,count")
        .append(
            "indicators.csv",
            "public-wifi-hotspots,broadband,public-wifi,Điểm Wi-Fi công cộng,Public Wi-Fi hotspots,Số điểm Wi-Fi mở cho mọi \
             người.,Number of Wi-Fi hotspots open to all.,,,hotspots,higher,0,,,,,,,,,",
        )
        // A province of the former list, with all that belongs to one.
        .append(
            "places.csv",
            "ha-tay,Hà Tây,Ha Tay,Hà Tây,province,28,vung-dong-bang-song-hong-cu,,2025-06-30,Tỉnh Hà Tây",
        )
        .append("lineage.csv", "ha-tay,hung-yen,2025-07-01,202/2025/QH15")
        .append("tiles.csv", "63,0,0,unit,ha-tay,Hà Tây,Ha Tay")
        .append("sources.csv", "hatay-2024,Báo cáo năm 2024,UBND tỉnh Hà Tây,,2025-01,,,official,,,,,")
        .insert("ha-tay,public-wifi-hotspots,2024,,actual,120,about,,hatay-2024,,")
        .insert("ha-noi,public-wifi-hotspots,2024,,actual,340,exact,,hatay-2024,,");
    assert_eq!(tables.asks(), []);
    let record = load(&tables.dir).unwrap();
    let files = snapshots::files(&record).unwrap();
    let loaded = |id: SnapshotId| snapshot::read(&id, &files[&id], &record.version).unwrap().record;
    let places = |record: &Record| -> Vec<String> {
        record.figures("public-wifi-hotspots").map(|o| o.place.to_string()).collect()
    };
    assert_eq!(places(&loaded(SnapshotId::Indicator("public-wifi-hotspots".into()))), ["ha-noi", "ha-tay"]);
    assert_eq!(places(&loaded(SnapshotId::Place("ha-tay".into()))), ["ha-tay"]);
    assert_eq!(loaded(SnapshotId::Source("hatay-2024".into())).observations.len(), 2);
    let catalog = loaded(SnapshotId::Catalog);
    assert_eq!(catalog.place("ha-tay").map(|place| &*place.name.vi), Some("Hà Tây"));
    let summary = catalog.summary("public-wifi-hotspots").unwrap();
    assert_eq!((summary.places, summary.figures, &*summary.topic), (2, 2, "public-wifi"));
}

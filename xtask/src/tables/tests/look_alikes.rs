//! What looks like a slip: asked once, answered once, asked again when a figure changes.

use super::{super::look_alikes::Rule, *};

#[test]
fn the_real_tables_ask_nothing_that_is_not_answered() {
    let read = read(REAL.as_ref()).unwrap_or_else(|problems| panic!("{problems}"));
    let asked: Vec<String> = read.warnings.iter().map(|warning| warning.problem.to_string()).collect();
    assert!(asked.is_empty(), "{}", asked.join("\n"));
    assert_eq!(read.looked_at, Tables::copy().text("looked_at.csv").lines().count() - 1);
}

#[test]
fn an_answer_is_the_line_that_the_question_prints_and_holds_for_these_figures_only() {
    let row = "dong-nai-cu,account-population,2022-Q3,,actual,81,exact,,baodongnai-2022-11-07,,";
    let tables = Tables::copy().insert(row);
    let (rule, key) = tables.asks()[0].look.clone().unwrap();
    let line = format!("{},{key},The article states both.", rule.code());
    assert_eq!(
        line,
        "two-indicators,dong-nai-cu 2022-Q3 81 account-adults account-population,The article states both."
    );
    let tables = tables.append("looked_at.csv", &line);
    assert_eq!(tables.asks(), []);
    // Both figures change: the old answer holds no longer, and the new case is asked about.
    let spoil = |tables: Tables, start: &str| tables.edit("observations.csv", start, ",81,", ",79,");
    let tables = spoil(spoil(tables, ROW), "dong-nai-cu,account-population,2022-Q3,");
    let asked: Vec<String> = tables.asks().iter().map(|warning| warning.problem.to_string()).collect();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked[0].contains("value: 79 is also the value of account-adults"), "{asked:?}");
    assert!(asked[1].contains("key: nothing looks like “dong-nai-cu 2022-Q3 81 account-adults"), "{asked:?}");
}

#[test]
fn what_is_no_look_alike() {
    for row in [
        // A round value under another topic.
        "dong-nai-cu,procedures-level-4,2022-Q3,,actual,80,exact,,baodongnai-2022-11-07,,",
        // Another place.
        "hai-phong-cu,account-adults,2022-Q3,,actual,81,exact,,baodongnai-2022-11-07,,",
        // “About 81” beside “81”.
        "dong-nai-cu,account-adults,2022-Q3,,actual,81,about,,dongnai-nq05-2023-09-08,,",
        // A target is no result, and 30 points are no leap.
        "dong-nai-cu,account-adults,2030,,target,20,exact,,baodongnai-2022-11-07,,",
        "dong-nai-cu,account-adults,2022-12,,actual,51,exact,,dongnai-nq05-2023-09-08,,",
    ] {
        assert_eq!(Tables::copy().insert(row).asks(), [], "{row}");
    }
}

#[test]
fn a_leap_across_a_change_of_method_is_none() {
    let row = "dong-nai-cu,account-adults,2022-12,,actual,18,exact,,dongnai-nq05-2023-09-08,,";
    let tables = Tables::copy().insert(row);
    assert_eq!(tables.asks().len(), 1);
    let tables = tables.append("breaks.csv", "account-adults,,2022-10-01,method,Đổi cách đếm.,Counted anew.");
    assert_eq!(tables.asks(), []);
}

#[test]
fn the_guide_and_the_data_package_name_every_table_and_every_rule() {
    let tables = Tables::copy();
    let (guide, package) = (tables.text("README.md"), tables.text("datapackage.json"));
    for spec in ALL {
        assert!(guide.contains(&format!("`{}`", spec.file)), "{}", spec.file);
    }
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let table = resources.iter().find(|resource| resource["path"] == LOOKED_AT.file).unwrap();
    let codes: Vec<&str> = Rule::CODES.iter().map(|(_, code)| *code).collect();
    assert_eq!(table["schema"]["fields"][0]["constraints"]["enum"], serde_json::json!(codes));
    for code in codes {
        assert!(guide.contains(&format!("\n| `{code}` |")), "{code}");
    }
}

#[test]
fn the_worked_example_of_the_guide_is_in_the_record() {
    let (guide, record) = (Tables::copy().text("README.md"), load(REAL.as_ref()).unwrap());
    let rows: Vec<&str> = guide.lines().filter(|line| line.starts_with("dong-nai-cu,")).collect();
    assert_eq!(rows.len(), 3);
    for row in rows {
        // The notes are cut short in the guide.
        let stated = row.split(',').take(9).collect::<Vec<_>>().join(",");
        assert!(Tables::copy().text("observations.csv").contains(&format!("\n{stated},")), "{stated}");
        assert!(record.sources.contains_key(row.split(',').nth(8).unwrap()));
    }
}

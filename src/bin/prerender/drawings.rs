//! Has the charts drawn by `chart/render.mjs`.

use crate::Outcome;
use std::{
    collections::BTreeMap,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};
use tinh_so::ui::ChartJob;

/// So many drawings are made by one run of the renderer: what is in memory at once stays the same however large the
/// record is.
const AT_ONCE: usize = 400;

/// All drawings by the key of their job.
pub(crate) fn draw(renderer: &Path, jobs: &[ChartJob]) -> Outcome<BTreeMap<String, String>> {
    let mut drawn = BTreeMap::new();
    for some in jobs.chunks(AT_ONCE) {
        drawn.extend(draw_some(renderer, some)?);
    }
    Ok(drawn)
}

fn draw_some(renderer: &Path, jobs: &[ChartJob]) -> Outcome<BTreeMap<String, String>> {
    let mut lines = String::new();
    for job in jobs {
        let line = serde_json::json!({
            "id": job.key, "width": job.width, "height": job.height, "option": job.option,
            "title": job.title, "desc": job.description,
        });
        lines.push_str(&line.to_string());
        lines.push('\n');
    }
    let mut node = Command::new("node")
        .arg(renderer)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("node could not be started ({error}); Node 20 is needed"))?;
    let mut stdin = node.stdin.take().ok_or("no way to write to node")?;
    // Written from a thread of its own: the renderer answers while it reads.
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = node.wait_with_output()?;
    writer.join().map_err(|_| "writing to the renderer failed")??;
    if !output.status.success() {
        return Err("the chart renderer failed; its messages are above".into());
    }
    let mut drawn = BTreeMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let answer: BTreeMap<String, String> = serde_json::from_str(line)?;
        if let (Some(id), Some(svg)) = (answer.get("id"), answer.get("svg")) {
            drawn.insert(id.clone(), svg.clone());
        }
    }
    match jobs.iter().find(|job| !drawn.contains_key(&job.key)) {
        Some(missing) => Err(format!("no drawing came back for “{}”", missing.title).into()),
        None => Ok(drawn),
    }
}

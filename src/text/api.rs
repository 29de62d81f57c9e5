//! How to use the published files from programs and spreadsheets: examples that answer one question, in both languages.
//! `cargo xtask test --extended` takes them out of the built page and runs each.

use super::Locale;

/// Stands for the address of the site where the build was not told it.
pub const NO_ORIGIN: &str = "https://tinhso.example";

/// What stands on a page as one example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The name of its place on the page.
    pub id: &'static str,
    /// What it is for: a program, a language.
    pub title: &'static str,
    /// What to know before; what stands between backticks is code.
    pub lead: &'static str,
    /// To be copied as it is.
    pub code: String,
}

/// The examples. `root` is the address of the site's folder, ending in a slash; `version` the newest data version.
///
/// Each answers "which five provinces had the highest DTI in the newest edition?"; the first only fetches and verifies,
/// and those of spreadsheets give the table to sort.
pub fn examples(locale: Locale, root: &str, version: &str) -> Vec<Example> {
    let data = format!("{root}data");
    let csv = format!("{data}/latest/indicators/dti.csv");
    let name = locale.either("place_vi", "place_en");
    let example = |id, (title_vi, title_en), (lead_vi, lead_en), code: String| Example {
        id,
        title: locale.either(title_vi, title_en),
        lead: locale.either(lead_vi, lead_en),
        code,
    };
    vec![
        example(
            "python",
            ("Python, chỉ dùng thư viện có sẵn", "Python, standard library alone"),
            (
                "Tệp mở đầu bằng dấu thứ tự byte (BOM), nên bảng mã là `utf-8-sig`.",
                "The file begins with a byte order mark (BOM), hence `utf-8-sig`.",
            ),
            format!(
                r#"import csv, io, urllib.request

with urllib.request.urlopen("{csv}") as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8-sig", newline="")))
rows = [row for row in rows if row["status"] == "actual" and row["value"]]
newest = max(row["period"] for row in rows)
rows = [row for row in rows if row["period"] == newest]
rows.sort(key=lambda row: float(row["value"]), reverse=True)
for row in rows[:5]:
    print(row["{name}"], row["value"], sep="\t")"#
            ),
        ),
        example(
            "pandas",
            ("Python với pandas", "Python with pandas"),
            (
                "pandas tự nhận ra BOM; kỳ đọc thành chữ vì có kỳ như `2022-Q3`.",
                "pandas sees to the BOM; periods are read as text, since some are like `2022-Q3`.",
            ),
            format!(
                r#"import pandas

rows = pandas.read_csv("{csv}", dtype={{"period": str}})
rows = rows[(rows.status == "actual") & rows.value.notna()]
top = rows[rows.period == rows.period.max()].nlargest(5, "value")
print(top[["{name}", "value"]].to_csv(sep="\t", index=False, header=False))"#
            ),
        ),
        example(
            "r",
            ("R, không cần gói nào thêm", "R, without further packages"),
            (
                "Với `fileEncoding = \"UTF-8-BOM\"`, cột đầu giữ đúng tên `place`.",
                "With `fileEncoding = \"UTF-8-BOM\"` the first column keeps its name, `place`.",
            ),
            format!(
                r#"rows <- read.csv("{csv}",
                 fileEncoding = "UTF-8-BOM", colClasses = c(period = "character"))
rows <- subset(rows, status == "actual" & !is.na(value))
rows <- subset(rows, period == max(period))
top <- head(rows[order(-rows$value), c("{name}", "value")], 5)
write.table(top, sep = "\t", quote = FALSE, row.names = FALSE, col.names = FALSE)"#
            ),
        ),
        example(
            "jq",
            ("JSON với curl và jq", "JSON with curl and jq"),
            (
                "Trong JSON, tỉnh là mã (tên ở `catalog.json`) và kết quả thực tế không ghi `status`.",
                "In JSON a place is its id (names are in `catalog.json`), and an actual result has no `status`.",
            ),
            format!(
                r#"curl -fsS {data}/latest/indicators/dti.json |
  jq -r '.observations
    | map(select(.value != null and (.status // "actual") == "actual"))
    | (map(.period) | max) as $newest
    | map(select(.period == $newest)) | sort_by(-.value) | .[:5][]
    | "\(.place)\t\(.value)"'"#
            ),
        ),
        example(
            "curl",
            ("Một bản cố định, có kiểm tra (curl)", "A fixed version, verified (curl)"),
            (
                "`SHA256SUMS` liệt kê mọi tệp của bản ấy; trên macOS, thay `sha256sum` bằng `shasum -a 256`.",
                "`SHA256SUMS` lists every file of that version; on macOS, write `shasum -a 256` for `sha256sum`.",
            ),
            format!(
                r"curl -fsSO {data}/v/{version}/SHA256SUMS
curl -fsS --create-dirs -o indicators/dti.csv {data}/v/{version}/indicators/dti.csv
sha256sum --ignore-missing --check SHA256SUMS"
            ),
        ),
        example(
            "libreoffice",
            ("LibreOffice và Excel", "LibreOffice and Excel"),
            (
                "LibreOffice: Tệp → Mở, dán địa chỉ này vào ô tên tệp; chọn bảng mã UTF-8, dấu phẩy, ngôn ngữ Tiếng Anh (Mỹ). Excel: Dữ liệu → Lấy dữ liệu → Từ web, dán địa chỉ này; chọn bảng mã 65001 (UTF-8), rồi đặt kiểu số thập phân theo tiếng Anh (Mỹ) cho cột `value`. Sau đó lọc cột `period` và sắp xếp cột `value`.",
                "LibreOffice: File → Open, paste this address as the file name; choose UTF-8, comma, and the language English (USA). Excel: Data → Get Data → From Web, paste this address; choose file origin 65001 (UTF-8), and set column `value` to decimal number using the locale English (United States). Then filter by `period` and sort by `value`.",
            ),
            csv.clone(),
        ),
        example(
            "google",
            ("Google Trang tính", "Google Sheets"),
            (
                "Số ở đây viết dấu chấm thập phân: trước hết vào Tệp → Cài đặt, chọn ngôn ngữ Hoa Kỳ, nếu không, cột `value` có thể thành chữ.",
                "Numbers here have a decimal point: under File → Settings choose the locale United States first, or column `value` may become text.",
            ),
            format!("=IMPORTDATA(\"{csv}\")"),
        ),
    ]
}

/// The columns of an indicator's CSV, grouped: names as in its first line, and what they say; what stands
/// between backticks is code.
pub fn columns(locale: Locale) -> Vec<(&'static [&'static str], &'static str)> {
    let all: [(&[&str], &str, &str); 10] = [
        (
            &["place", "place_vi", "place_en"],
            "nơi: mã, tên tiếng Việt, tên tiếng Anh; mã có đuôi `-cu` là địa giới trước ngày 1/7/2025",
            "the place: id, Vietnamese and English name; ids ending in `-cu` have the boundaries before 1 July 2025",
        ),
        (&["indicator", "indicator_vi", "indicator_en"], "chỉ số: mã và tên", "the indicator: id and names"),
        (
            &["period", "period_inferred", "after_break"],
            "kỳ: `2024`, `2022-H1`, `2022-Q3`, `2023-09`…; `yes` nếu suy từ tài liệu; ngày của lần đổi cách tính gần nhất trước đó",
            "the period: `2024`, `2022-H1`, `2022-Q3`, `2023-09` …; `yes` where inferred; the date of the last break before it",
        ),
        (
            &["status"],
            "`actual` là kết quả, `target` là mục tiêu: đừng trộn hai loại",
            "`actual` is a result, `target` an aim: do not mix them",
        ),
        (
            &["value", "unit"],
            "số đúng như nguồn nêu, dấu chấm thập phân; đơn vị",
            "the number as stated, with a decimal point; its unit",
        ),
        (
            &["qualifier", "flag"],
            "cách nêu: `exact`, `about`, `more_than`, `estimate`…; mã trạng thái SDMX",
            "how it was stated: `exact`, `about`, `more_than`, `estimate` …; the SDMX status flag",
        ),
        (
            &["missing"],
            "lý do không có số; khi đó `value` để trống, không phải số 0",
            "why there is no number; `value` is then empty, never zero",
        ),
        (
            &["comparable", "reasons", "reasons_vi", "reasons_en"],
            "so được với các số cùng kỳ hay không (`yes`, `caution`, `no`), và vì sao",
            "whether it may be compared with the others of its period (`yes`, `caution`, `no`), and why",
        ),
        (
            &["rank", "ranked_of"],
            "hạng trong bảng đang xem; để trống trong tệp của cả chỉ số",
            "the rank in a view on screen; empty in the file of a whole indicator",
        ),
        (
            &[
                "source",
                "source_title",
                "measured_by_vi",
                "measured_by_en",
                "publisher",
                "published",
                "url",
                "note_vi",
                "note_en",
            ],
            "tài liệu nêu con số, bên đo, và ghi chú",
            "the document that states the figure, who measured, and notes",
        ),
    ];
    all.into_iter().map(|(names, vi, en)| (names, locale.either(vi, en))).collect()
}

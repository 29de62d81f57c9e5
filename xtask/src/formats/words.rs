//! The fixed words of the published formats, Vietnamese and English side by side.

/// A text in both languages.
pub(super) struct Both {
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
}

/// Who publishes, and what it is.
pub(super) const TITLE: Both =
    Both { vi: "Tỉnh Số", en: "Figures about Vietnam’s provinces, each with its evidence" };

/// The licence of our part.
pub(super) const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// What the licence covers, and what it does not (`data/LICENCE.md` says it at length).
pub(super) const RIGHTS: Both = Both {
    vi: "Cách chọn và sắp xếp các bảng, mã định danh, tên, định nghĩa, ghi chú và bản đồ ô vuông là của Tỉnh Số, theo \
         giấy phép CC BY 4.0: được dùng lại, kể cả để kinh doanh, miễn là ghi tên Tỉnh Số. Bản thân các con số do người \
         khác nêu và theo điều khoản của từng nguồn; hãy ghi cả nguồn của mỗi con số.",
    en: "The selection and arrangement of the tables, the identifiers, names, definitions, notes and tile maps are by \
         Tỉnh Số under CC BY 4.0: reuse them, for profit or not, and name Tỉnh Số. The figures themselves were stated by \
         others and stay under the terms of each source; name the source of every figure too.",
};

/// What the sheet `about` says before it lists the columns: item, Vietnamese, English.
pub(super) const ABOUT: [(&str, &str, &str); 6] = [
    (
        "version.kept",
        "Nội dung đã công bố dưới số bản này không bao giờ thay đổi; số liệu sửa hoặc thêm mang số bản mới.",
        "What was published under this version never changes; corrected or added figures come under a new one.",
    ),
    ("licence", RIGHTS.vi, RIGHTS.en),
    (
        "licence.sources",
        "Cột licence của bảng sources ghi giấy phép của từng tài liệu, nếu tìm thấy. Ô trống nghĩa là không tìm thấy, \
         không phải là không có. Giấy phép của nơi giữ một bản chép (copy) không phải là của số liệu.",
        "The column licence of the sheet sources holds each document’s licence as far as one was found. An empty cell \
         means none was found, not that there is none. The licence of a place that keeps a copy is not that of the \
         figures.",
    ),
    (
        "cite",
        "Tỉnh Số, bản dữ liệu {version}; kèm tên tài liệu, nơi công bố và kỳ của từng con số được dùng.",
        "Tỉnh Số, data version {version}; with the document, its publisher and the period of every figure used.",
    ),
    (
        "reading",
        "Mỗi dòng của observations là một con số được nêu. Ô trống nghĩa là không có thông tin, không phải số không. \
         Số hiện đủ chữ số thập phân như tài liệu nêu. Mã và kỳ là chữ, không phải số. Mục tiêu có status là target, và \
         kỳ của nó là lúc đến hạn.",
        "Each row of observations is one stated figure. An empty cell means not given, never zero. Numbers show the \
         decimals they were stated with. Codes and periods are text, not numbers. A target has the status target, and \
         its period is when it falls due.",
    ),
    (
        "comparing",
        "Không phải hai con số nào cũng so sánh được: ít nhất phải cùng chỉ số, cùng status và cùng after_break; trang \
         Phương pháp của Tỉnh Số nêu đủ các lý do. Cột có tên in nghiêng được lấy từ các bảng khác, thêm vào cho dễ đọc.",
        "Not any two figures may be compared: they need at least the same indicator, status and after_break; the method \
         page of Tỉnh Số has all the reasons. Columns with a name in italics come from the other tables, for reading.",
    ),
];

/// A column that the sheet of figures adds to the table's own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Added {
    /// The status flag.
    Flag,
    /// The day the figures start anew.
    AfterBreak,
    /// The place's name.
    PlaceVi,
    /// The same in English.
    PlaceEn,
    /// The indicator's name.
    IndicatorVi,
    /// The same in English.
    IndicatorEn,
    /// The unit's id.
    Unit,
    /// The document's title.
    SourceTitle,
    /// Who measured, in Vietnamese.
    MeasuredByVi,
    /// In English.
    MeasuredByEn,
    /// Who published it.
    Publisher,
    /// Where it is.
    Url,
    /// Its licence.
    Licence,
}

/// The added columns in order: their names are those of the site's CSV files; what they hold.
pub(super) const ADDED: [(Added, &str, &str, &str); 13] = [
    (
        Added::Flag,
        "flag",
        "Mã trạng thái của SDMX (CL_OBS_STATUS), giải thích ở bảng flags",
        "Status flag of SDMX (CL_OBS_STATUS), explained in the sheet flags",
    ),
    (
        Added::AfterBreak,
        "after_break",
        "Mốc thay đổi gần nhất trước con số: không so với số liệu mang mốc khác",
        "The latest break before the figure: not compared with figures after another one",
    ),
    (Added::PlaceVi, "place_vi", "Tên nơi (tiếng Việt)", "Name of the place (Vietnamese)"),
    (Added::PlaceEn, "place_en", "Tên nơi (tiếng Anh)", "Name of the place (English)"),
    (Added::IndicatorVi, "indicator_vi", "Tên chỉ số (tiếng Việt)", "Name of the indicator (Vietnamese)"),
    (Added::IndicatorEn, "indicator_en", "Tên chỉ số (tiếng Anh)", "Name of the indicator (English)"),
    (Added::Unit, "unit", "Đơn vị đo", "Unit"),
    (Added::SourceTitle, "source_title", "Tên tài liệu", "Title of the document"),
    (Added::MeasuredByVi, "measured_by_vi", "Bên đo (tiếng Việt)", "Who measured (Vietnamese)"),
    (Added::MeasuredByEn, "measured_by_en", "Bên đo (tiếng Anh)", "Who measured (English)"),
    (Added::Publisher, "publisher", "Nơi công bố", "Publisher"),
    (Added::Url, "url", "Địa chỉ của tài liệu", "Address of the document"),
    (
        Added::Licence,
        "licence",
        "Giấy phép của tài liệu, nếu tìm thấy",
        "The document’s licence, as far as one was found",
    ),
];

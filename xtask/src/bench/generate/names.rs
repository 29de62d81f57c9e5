//! Names that read like Vietnamese places, each once. No two syllables of a list differ by marks alone, so that every
//! name has an id of its own.

/// The places some pages name by themselves; they come first.
const KNOWN: [&str; 3] = ["Đồng Nai", "Đồng Tháp", "Bình Thuận"];

const FIRST: [&str; 32] = [
    "An", "Bảo", "Cẩm", "Châu", "Diên", "Đại", "Gia", "Hòa", "Hưng", "Kim", "Lộc", "Long", "Lương", "Minh", "Mỹ",
    "Nam", "Nghĩa", "Ninh", "Phú", "Phước", "Quảng", "Sơn", "Tam", "Tân", "Thanh", "Thiện", "Thới", "Trung", "Vạn",
    "Viên", "Vĩnh", "Xuân",
];
const SECOND: [&str; 25] = [
    "Bắc",
    "Biên",
    "Chánh",
    "Cường",
    "Dương",
    "Điền",
    "Đức",
    "Giang",
    "Hải",
    "Khánh",
    "Lạc",
    "Lập",
    "Mai",
    "Ngọc",
    "Nhơn",
    "Phong",
    "Quới",
    "Sa",
    "Thạnh",
    "Thịnh",
    "Thọ",
    "Thượng",
    "Tiến",
    "Trạch",
    "Yên",
];
const THIRD: [&str; 24] = [
    "Đông", "Tây", "Thuận", "Hậu", "Trì", "Khê", "Lâm", "Lễ", "Lý", "Mông", "Nguyên", "Nội", "Ngoại", "Phổ", "Sen",
    "Tập", "Thái", "Thủy", "Tiên", "Tịnh", "Trà", "Tuyền", "Vũ", "Xá",
];

/// The most names there are.
pub(super) const MOST: usize = KNOWN.len() + FIRST.len() * SECOND.len() * (THIRD.len() + 1);

/// The name with this number, below [`MOST`]: the known ones, then names of two syllables, then of three.
pub(super) fn name(number: usize) -> String {
    if let Some(known) = KNOWN.get(number) {
        return (*known).to_owned();
    }
    let pairs = FIRST.len() * SECOND.len();
    let number = number - KNOWN.len();
    // Neighbours in the list should not be neighbours in the alphabet: 321 has no factor in common with their number.
    let pair = number % pairs * 321 % pairs;
    let two = format!("{} {}", FIRST[pair / SECOND.len()], SECOND[pair % SECOND.len()]);
    match number / pairs {
        0 => two,
        third => format!("{two} {}", THIRD[(third - 1) % THIRD.len()]),
    }
}

/// Its English form: the same letters without marks.
pub(super) fn plain(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    tinh_so::domain::fold(name).split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// Its id.
pub(super) fn slug(name: &str) -> String {
    tinh_so::domain::fold(name).replace(' ', "-")
}

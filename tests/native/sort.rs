//! Vietnamese alphabetical order.

use crate::support::laws;
use proptest::prelude::*;
use tinh_so::domain::{arrange, number_key, sort_key};

/// The 63 names in the order of the Unicode collation for Vietnamese, as Chromium's `Intl.Collator('vi')` sorts them.
const PROVINCES: &str = "An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, \
    Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, \
    Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hồ Chí Minh, \
    Huế, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, \
    Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, \
    Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, \
    Yên Bái";

fn provinces() -> Vec<&'static str> {
    PROVINCES.split(", ").collect()
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_by_key(|name| sort_key(name));
    names
}

/// In this order, and no two of them equal.
fn assert_order(names: &[&str]) {
    for pair in names.windows(2) {
        assert!(sort_key(pair[0]) < sort_key(pair[1]), "{} before {}", pair[0], pair[1]);
    }
}

proptest! {
    #![proptest_config(laws(64))]

    #[test]
    fn the_provinces_sort_as_a_vietnamese_reader_expects(shuffled in Just(provinces()).prop_shuffle()) {
        prop_assert_eq!(shuffled.len(), 63);
        prop_assert_eq!(sorted(shuffled), provinces());
    }

    #[test]
    fn any_list_is_arranged_by_its_keys_and_equals_keep_their_order(
        items in prop::collection::vec((-3..3_i64, -3..3_i64, any::<i64>()), 0..60)
    ) {
        let mut expected = items.clone();
        expected.sort_by_key(|it| (it.0, it.1));
        prop_assert_eq!(arrange(items, |it| [it.0, it.1, 0]), expected);
    }

    #[test]
    fn numbers_keep_their_order_as_keys(a in any::<f64>(), b in any::<f64>()) {
        prop_assert_eq!(number_key(a).cmp(&number_key(b)), a.total_cmp(&b));
    }
}

#[test]
fn the_alphabet_has_twenty_nine_letters_and_four_guests() {
    let letters: Vec<String> = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".chars().map(String::from).collect();
    assert_order(&letters.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn d_with_a_bar_comes_after_everything_with_plain_d() {
    assert_order(&["Da", "Dương", "Dy", "Đa", "Đà Nẵng", "E"]);
}

#[test]
fn tones_decide_only_between_equal_letters_and_in_their_own_order() {
    assert_order(&["ma", "mà", "mả", "mã", "má", "mạ"]);
    assert_order(&["hoa", "hóa", "hoan", "hòan"]);
    assert_order(&["Hà Nam", "Hạ Nam", "Ha Nan"]);
    for vowels in
        ["ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"]
    {
        let vowels: Vec<String> = vowels.chars().map(String::from).collect();
        assert_order(&vowels.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn a_space_comes_before_any_letter() {
    assert_order(&["Bà Rịa", "Bạc Liêu", "Bắc"]);
    assert_order(&["An Giang", "Ana"]);
    assert_order(&["Quảng Z", "Quảnga"]);
}

#[test]
fn a_shorter_name_comes_before_the_one_it_begins() {
    assert_order(&["Hà", "Hà Nam", "Hà Nam (cũ)"]);
}

#[test]
fn capitals_make_no_difference() {
    assert_eq!(sort_key("ĐỒNG NAI"), sort_key("đồng nai"));
}

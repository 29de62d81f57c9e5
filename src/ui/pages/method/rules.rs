//! The rules of comparing in words: one row for each reason, in the order of [`ReasonKind::ALL`].

use crate::{
    domain::{MOST_MONTHS_APART, ReasonKind},
    text::Locale,
};

/// The name and the rule of a reason; thresholds are those the code decides by.
pub(super) fn rule(locale: Locale, kind: ReasonKind) -> (&'static str, String) {
    let (vi, en) = match kind {
        ReasonKind::Population => (
            ("Mẫu số khác nhau", "Tính trên những đối tượng khác nhau: dân số, hộ gia đình, thuê bao…".to_owned()),
            ("Different populations", "Counted among different things: people, households, subscriptions …".to_owned()),
        ),
        ReasonKind::Definition => (
            ("Định nghĩa khác nhau", "Hai chỉ số đếm hai thứ: vùng phủ mạng không phải là số hộ dùng mạng.".to_owned()),
            ("Different definitions", "Two indicators count two things: coverage is not use.".to_owned()),
        ),
        ReasonKind::Target => (
            ("Kết quả và mục tiêu", "Mục tiêu chỉ để xem đã đi được bao xa, không so như kết quả.".to_owned()),
            ("Result and target", "A target shows how far there is to go; it is not compared like a result.".to_owned()),
        ),
        ReasonKind::MethodBreak => (
            ("Đổi cách tính", "Giữa hai kỳ có thay đổi cách tính; đường vẽ bị ngắt ở đó, và chỉ so được trong từng đoạn. Kỳ nào chứa chính ngày thay đổi thì không so với kỳ nào khác.".to_owned()),
            ("Change of method", "The method changed between the two periods; lines are broken there, and only what lies within one stretch compares. A period that contains the day of the change is compared with no other.".to_owned()),
        ),
        ReasonKind::Era => (
            ("Khác địa giới", "Hai địa giới của hai thời kỳ chồng lên nhau: tỉnh cũ và tỉnh đã nhận nó từ 1/7/2025, vùng cũ và vùng mới.".to_owned()),
            ("Different territory", "Territories of two eras that overlap: a former province and the one it joined on 1 July 2025, a former region and a present one.".to_owned()),
        ),
        ReasonKind::Part => (
            ("Phần và toàn thể", "Số đếm của một tỉnh cạnh số đếm của vùng chứa nó hoặc của cả nước. Tỷ lệ, điểm và chỉ số thì đặt cạnh được, và trang nói rõ số chung gồm cả tỉnh ấy.".to_owned()),
            ("Part and whole", "A count of a province beside that of its region or the country. Rates, scores and indices may stand there, and the page says that the whole includes the part.".to_owned()),
        ),
        ReasonKind::CountedApart => (
            ("Mỗi nơi đếm một kiểu", "Nguồn không nói rõ đếm thế nào, và các nơi có thể đếm khác nhau: trạm phát sóng là một ví dụ.".to_owned()),
            ("Each place counts in its own way", "The sources do not say how they count, and places may differ: mobile stations are one example.".to_owned()),
        ),
        ReasonKind::DifferentReading => (
            ("Hai ngày đọc khác nhau", "Có số thay đổi theo ngày đọc, như điểm 766 trên Cổng. Chỉ so những số đọc cùng ngày, hoặc trong cùng bảy ngày.".to_owned()),
            ("Read on different days", "Some values change with the day they are read, such as the portal’s 766 scores. Only those read on the same day, or within seven days, compare.".to_owned()),
        ),
        ReasonKind::DifferentLength => (
            ("Khoảng thời gian dài ngắn khác nhau", "Số đếm cộng dồn theo thời gian, như hồ sơ tiếp nhận: 23 ngày không so được với 156 ngày.".to_owned()),
            ("Stretches of unequal length", "Counts that add up over time, such as dossiers received: 23 days do not compare with 156.".to_owned()),
        ),
        ReasonKind::OwnReports => (
            ("Báo cáo riêng", "Hai con số lấy từ hai báo cáo riêng (của hai nơi, hoặc của một nơi vào hai lúc), không chung một cuộc đo: không bao giờ xếp hạng.".to_owned()),
            ("Separate reports", "Two figures from two separate reports (of two places, or of one place at two times) rather than one common measurement: never ranked.".to_owned()),
        ),
        ReasonKind::PeriodsApart => (
            ("Thời điểm xa nhau", format!("Hai tỉnh, hai kỳ kết thúc cách nhau hơn {MOST_MONTHS_APART} tháng.")),
            ("Dates apart", format!("Two places whose periods end more than {MOST_MONTHS_APART} months apart.")),
        ),
        ReasonKind::Vague => (
            ("Lời nêu mơ hồ", "Con số chỉ là ước chừng, và khoảng dao động của nó, theo bảng dưới, chạm tới con số kia.".to_owned()),
            ("Hedged figures", "The figure is only approximate, and its range, by the table below, reaches the other.".to_owned()),
        ),
        ReasonKind::OpenEnded => (
            ("Chỉ nêu một mức trên", "Nguồn chỉ nói là dưới một mức: không biết thấp hơn bao nhiêu, nên không nói được nơi nào cao hơn.".to_owned()),
            ("Only a bound", "The source only says “below” a bound and not by how much, so the figures do not show which is higher.".to_owned()),
        ),
        ReasonKind::Disputed => (
            ("Con số có chỗ mâu thuẫn", "Nguồn tự mâu thuẫn hoặc bị nguồn khác bác; con số khác nằm trong khoảng một phần mười của nó.".to_owned()),
            ("Disputed figure", "The source contradicts itself or is contradicted; the other figure lies within a tenth of it.".to_owned()),
        ),
        ReasonKind::Noise => (
            ("Chênh lệch quá nhỏ", "Ở một số chỉ số, trang này ghi mức chênh nhỏ nhất đáng kể (sai số chọn mẫu, số đếm còn thay đổi). Hơn kém nhau không quá mức ấy thì không nói nơi nào hơn: bảng xếp hạng nêu những hạng còn có thể.".to_owned()),
            ("Gap too small", "For some indicators this site gives the smallest gap that counts (sampling error, a running count that still moves). Figures no further apart do not say which place is ahead: rankings give the ranks that remain possible.".to_owned()),
        ),
        ReasonKind::Unranked => (
            ("Không dùng để xếp hạng", "Ở một số chỉ số, trang này ghi vì sao không xếp hạng; các nơi khi ấy xếp theo tên.".to_owned()),
            ("Not for ranking", "For some indicators this site says why it does not rank by them; places are then listed by name.".to_owned()),
        ),
        ReasonKind::Quarters => (
            ("Chỉ chia được bốn nhóm", "Khảo sát chọn mẫu mà nguồn đọc được không kèm sai số: mỗi nơi thuộc một trong bốn nhóm bằng nhau của danh sách, không có hạng riêng.".to_owned()),
            ("Four groups only", "A sample survey whose margins of error are not stated where we read it: each place stands in one of four equal groups of the list and has no rank of its own.".to_owned()),
        ),
        ReasonKind::OtherEdition => (
            ("Hai kỳ xếp hạng", "Số nơi được xếp hạng mỗi kỳ một khác, nên hạng của hai kỳ không so thẳng với nhau.".to_owned()),
            ("Two editions", "Each edition ranked a different number of places, so ranks of two editions do not compare directly.".to_owned()),
        ),
        ReasonKind::Means => (
            ("Số là trung bình cộng", "Một phần, hoặc tất cả, là trung bình cộng của các tỉnh, thành hợp thành, không theo số dân.".to_owned()),
            ("Means", "Some or all figures are unweighted means of the provinces merged, whatever their population.".to_owned()),
        ),
        ReasonKind::WorkedOut => (
            ("Hạng do trang này suy ra", "Nguồn không in hạng mà chỉ kể theo thứ tự, và danh sách không đầy đủ.".to_owned()),
            ("Rank worked out by this site", "The source prints no rank, only an order, and the list is not complete.".to_owned()),
        ),
        ReasonKind::Counts => (
            ("Số đếm theo quy mô", "Số đếm và số tiền phụ thuộc số dân và diện tích: nhiều hơn chưa phải là tốt hơn. Không bao giờ xếp hạng.".to_owned()),
            ("Counts follow size", "Counts and sums of money depend on population and area: more is not necessarily better. Never ranked.".to_owned()),
        ),
        ReasonKind::OrderUnknown => (
            ("Không rõ con số nào sau", "Hai con số của một nơi, có kỳ do suy ra và chồng lên nhau: không rõ đó là thay đổi hay mâu thuẫn.".to_owned()),
            ("Order unknown", "Two figures of one place whose periods overlap, one of them inferred: it is unclear whether they show a change or a contradiction.".to_owned()),
        ),
        ReasonKind::Disagreement => (
            ("Hai nguồn khác nhau", "Hai tài liệu nêu hai con số khác nhau cho cùng nơi và cùng một thời gian (hoặc, khi một kỳ là suy ra, hơn kém nhau quá một phần mười). Làm tròn khác nhau (51 và 51,3) thì không tính. Cả hai đều được giữ và đánh dấu, không lấy trung bình.".to_owned()),
            ("Sources disagree", "Two documents state different figures for the same place and the same time (or, where a period is inferred, more than a tenth apart). Mere rounding (51 and 51.3) does not count. Both are kept and marked, never averaged.".to_owned()),
        ),
        ReasonKind::SourceKind => (
            ("Báo chí và nguồn khác", "Một bên lấy từ báo chí, bên kia từ trang của cơ quan nhà nước, khảo sát hoặc bản chép bảng số liệu, và là hai cuộc đo khác nhau. Hai bản chép của cùng một bảng thì như nhau.".to_owned()),
            ("Press and other sources", "One was read in the press, the other on an official page, in a survey or in a copy of a table, and they are two measurements. Two copies of one table are alike.".to_owned()),
        ),
    };
    locale.either(vi, en)
}

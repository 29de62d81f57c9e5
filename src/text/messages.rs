//! Every fixed text of the pages, in both languages; the compiler sees to it that neither lacks one.
//! Vietnamese is written for citizens, not translated; use the words of this file's glossary everywhere:
//! figure = số liệu, indicator = chỉ số, source = nguồn, target = mục tiêu, place = tỉnh (thành), period = kỳ.

macro_rules! messages {
    (
        everywhere { $($(#[doc = $doc:literal])? $key:ident: $vi:literal, $en:literal;)+ }
        pages { $($(#[doc = $page_doc:literal])? $page_key:ident: $page_vi:literal, $page_en:literal;)+ }
    ) => {
        /// The fixed texts of one language. Those of pages that are only made natively are left out of what a browser loads.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each text says itself")]
        pub struct Messages {
            $(pub $key: &'static str,)+
            $(#[cfg(any(not(feature = "browser"), feature = "csr"))] pub $page_key: &'static str,)+
        }

        impl Messages {
            /// Vietnamese.
            pub const VI: Messages = Messages {
                $($key: $vi,)+
                $(#[cfg(any(not(feature = "browser"), feature = "csr"))] $page_key: $page_vi,)+
            };
            /// English.
            pub const EN: Messages = Messages {
                $($key: $en,)+
                $(#[cfg(any(not(feature = "browser"), feature = "csr"))] $page_key: $page_en,)+
            };
        }

        #[cfg(test)]
        pub(crate) const PAIRS: &[(&str, &str, &str)] = &[
            $((stringify!($key), $vi, $en),)+
            $((stringify!($page_key), $page_vi, $page_en),)+
        ];
    };
}

messages! {
    everywhere {
        site: "Tỉnh Số", "Tỉnh Số";
        tagline: "So sánh các tỉnh, thành bằng số liệu có nguồn", "Compare Vietnam’s provinces on figures with sources";
        menu: "Các trang", "Pages";
        other_language: "English", "Tiếng Việt";
        nav_compare: "So sánh", "Compare";
        nav_coverage: "Ai công bố gì", "Who publishes what";
        nav_sources: "Nguồn", "Sources";
        nav_method: "Phương pháp", "Method";
        nav_data: "Dữ liệu", "Data";
        nav_about: "Giới thiệu", "About";
        footer: "Mỗi con số ở đây đều có nguồn, kỳ, định nghĩa và cách nêu. Không quảng cáo, không theo dõi.", "Every figure here has its source, period, definition and how it was stated. No advertising, no tracking.";
        version: "Bản dữ liệu", "Data version";

        home_title: "Tỉnh bạn chuyển đổi số đến đâu?", "How digital is your province?";
        home_lead: "Ai nêu con số nào, đếm cái gì, vào lúc nào, và những con số nào so sánh được với nhau.", "Who stated which figure, what was counted and when, and which figures may be compared.";
        find_label: "Tìm tỉnh, thành của bạn", "Find your province";
        find_hint: "Gõ có dấu hay không dấu đều được, ví dụ: dong nai", "With or without marks, for instance: dong nai";
        find_none: "Không có tỉnh nào tên như vậy. Thử tên cũ hoặc tên mới sau sáp nhập, hay chọn trên bản đồ.", "No province by that name. Try its name before or after the mergers, or choose on the map.";
        map_keys: "Phím mũi tên: sang tỉnh bên cạnh. Enter: mở.", "Arrow keys: to the province beside it. Enter: open.";
        map_63: "63 tỉnh, thành (đến 30/6/2025)", "63 provinces (until 30 June 2025)";
        map_34: "34 tỉnh, thành (từ 1/7/2025)", "34 provinces (since 1 July 2025)";

        compare_title: "So sánh các tỉnh", "Compare provinces";
        compare_word: "So sánh", "Compare";
        compare_in: "ở", "in";
        compare_when: "trong", "for";
        subject_label: "Nhóm chỉ số hoặc chỉ số", "Topic or indicator";
        whole_topic: "cả nhóm chỉ số", "the whole topic";
        place_label: "Thêm tỉnh, thành", "Add a province";
        place_most: "Tối đa sáu tỉnh. Bỏ bớt một tỉnh để thêm tỉnh khác.", "Six at the most. Remove one to add another.";
        remove: "Bỏ", "Remove";
        time_label: "Thời gian", "Time";
        all_time: "mọi kỳ", "all periods";
        time_from: "Từ", "From";
        time_to: "Đến", "To";
        view_label: "Cách vẽ", "Drawn as";
        basis_label: "Địa giới", "Boundaries";
        try_these: "Thử các tỉnh này", "Try these";
        no_places: "Chọn ít nhất một tỉnh để bắt đầu.", "Choose a province to begin.";
        no_script_view: "Trình duyệt không chạy JavaScript nên trang chỉ hiện phép so sánh mặc định. Trang của từng chỉ số và từng tỉnh vẫn có đủ số liệu.", "Without JavaScript this page shows its default comparison only. The pages of indicators and provinces hold all figures.";
        nearest: "Một cuộc đo có số liệu của mọi nơi đã chọn:", "One measurement that covers all chosen places:";
        nearest_none: "Chưa tìm thấy cuộc đo chung nào có số liệu của mọi nơi đã chọn.", "No common measurement with figures for all chosen places was found.";
        copy_link: "Sao chép liên kết", "Copy link";
        copied: "Đã sao chép liên kết tới hình này.", "Link to this view copied.";

        chart: "Biểu đồ", "Chart";
        table: "Bảng số liệu", "Table";
        col_place: "Tỉnh, thành", "Place";
        col_rank: "Hạng", "Rank";
        col_figure: "Số liệu", "Figure";
        col_period: "Kỳ", "Period";
        col_stated: "Cách nêu", "Stated";
        col_source: "Nguồn", "Source";
        inferred: "suy từ tài liệu", "inferred";
        target: "mục tiêu", "target";
        definition: "Định nghĩa", "Definition";
        caveat: "Khi so sánh, nhớ rằng", "When comparing";
        unit: "Đơn vị", "Unit";
        period: "Kỳ", "Period";
        stated: "Cách nêu", "Stated";
        source: "Nguồn", "Source";
        note: "Ghi chú", "Note";
        evidence: "Căn cứ", "Evidence";
        flag: "mã", "code";
        open_source: "mở trang", "open";
        others_say: "Nguồn khác nêu, cùng kỳ", "Other sources, same period";
        others_of_other_times: "Nguồn khác, kỳ khác", "Other sources, other periods";
        close_calls: "Chênh nhau đúng một đơn vị ở chữ số cuối", "Apart by one unit of the last digit";
        no_targets: "Chưa tìm thấy mục tiêu nào theo cách đếm này.", "No target under this definition was found.";
        worked_out: "Mức mỗi tháng do trang này tính từ hai con số.", "Monthly paces are worked out by this site from two figures.";
        set_by: "Mục tiêu nêu trong:", "The target is set in:";
        can_say: "Có thể nói:", "What can be said:";
        cannot_say: "Mỗi con số trên chỉ nói về nơi, cách đếm và thời điểm của nó.", "Each figure above speaks only for its own place, definition and time.";
        each_its_own: "Mỗi nơi chỉ đặt cạnh mục tiêu của chính nơi đó.", "Each place stands beside its own target only.";
        new_method: "đổi cách tính", "new method";
        new_territory: "sáp nhập tỉnh", "mergers";
        no_two_ends: "Chưa có hai thời điểm để so, nên hình vẽ bằng thanh.", "There are not two periods to compare, so bars are drawn.";
        noted: "có ghi chú, chạm vào con số để đọc", "has a note: touch the figure to read it";
        further: "Các cách đếm khác trong nhóm này", "Other definitions under this topic";
        era_switch: "Địa giới", "Boundaries";
        era_none: "chưa tìm thấy số liệu", "none found";
        legend: "Chú giải", "Legend";
        legend_target: "mục tiêu", "target";
        legend_estimate: "rỗng: ước tính, hoặc chỉ biết là dưới mức này", "hollow: an estimate, or only known to be below";
        legend_missing: "chưa tìm thấy số liệu", "no figure found";
        relatives: "Cùng vùng đất ấy, trước hay sau sáp nhập, có số liệu:", "The same land before or after the mergers has figures:";
        places_without: "Chưa tìm thấy số liệu", "No figure found";
        places_without_then: "Không có số liệu trong thời gian đã chọn", "No figure in the chosen time";
        places_without_period: "Chưa tìm thấy số liệu của kỳ này", "No figure of this period found";

        breaks: "Mốc thay đổi", "Break";
        chart_keys: "Chạm vào biểu đồ, hoặc dùng phím mũi tên, để xem từng số liệu cùng nguồn; Esc để rời.", "Touch the chart, or use the arrow keys, to see each figure with its source; Esc to leave.";
        map_own_reports: "Số liệu lấy từ nhiều báo cáo riêng nên bản đồ chỉ cho biết nơi nào có số liệu, không tô theo mức.", "The figures come from separate reports, so the map shows only where figures exist, not levels.";
        has_figure: "có số liệu", "has a figure";
        tie: "Dấu = sau hạng: đồng hạng.", "= after a rank: shared.";
        compare_topic: "So sánh trong nhóm này", "Compare under this topic";

        not_the_same: "Dễ nhầm với", "Not the same as";
        sources_title: "Nguồn", "Sources";
        sources_lead: "Mọi tài liệu mà trang này lấy số liệu.", "Every document this site takes figures from.";

        coverage_title: "Ai công bố gì", "Who has published what";
        coverage_found: "Những gì trang này đã tìm thấy trong báo cáo của các tỉnh, thành. Chưa tìm thấy không có nghĩa là chưa công bố. Chủ đề điện thoại thông minh gồm cả số liệu về điện thoại nói chung và máy tính.", "What this site has found in reports of the provinces. Not found does not mean not published. The theme of smartphones includes figures on phones of any kind and computers.";

        data_title: "Dữ liệu để tải về", "Data to download";
        data_lead: "Toàn bộ số liệu, kèm nguồn, kỳ, định nghĩa và cách nêu, ở những định dạng thông dụng.", "All figures with source, period, definition and how each was stated, in common file formats.";
        changes_title: "Những thay đổi của số liệu", "What changed in the data";
        changes_lead: "Bản dữ liệu đã phát hành thì giữ nguyên. Mọi bổ sung, sửa chữa và lý do đều ghi ở đây.", "A data version that was published stays as it is. Every addition, every correction and its reason is listed here.";
        changes_all: "Mọi thay đổi", "All changes";

        take_title: "Tải về, nhúng, trích dẫn", "Download, embed, cite";
        take_embed: "Nhúng vào trang khác", "Embed";
        take_picture: "Ảnh", "Picture";
        take_data: "Số liệu", "Data";
        take_cite: "Trích dẫn", "Cite";
        share: "Chia sẻ", "Share";
        copy: "Sao chép", "Copy";
        copied_it: "Đã sao chép.", "Copied.";
        copy_failed: "Trình duyệt không cho sao chép. Hãy chọn đoạn chữ rồi tự sao chép.", "The browser does not allow copying. Select the text and copy it by hand.";
        saved: "Đã lưu tệp.", "File saved.";
        save_failed: "Không làm được tệp này. Hãy thử lại, hoặc dùng các tệp làm sẵn.", "This file could not be made. Try again, or use the ready-made files.";
        making: "Đang làm tệp…", "Making the file…";
        embed_lead: "Dán đoạn mã này vào bài. Hình vẽ giữ nguyên nguồn, kỳ, lời lưu ý và đường dẫn, cả khi trang của bạn chặn script.", "Paste this into your story. The chart keeps its source, period, caveat and link, even where scripts are blocked.";
        embed_one: "Mỗi khung nhúng có một chỉ số. Mã dưới đây là của:", "Each frame shows one indicator. The code below is for:";
        embed_frame: "Khung nhúng", "Frame";
        embed_script: "Khung nhúng tự vừa chiều cao (kèm một script nhỏ)", "Frame that fits its height (with a small script)";
        embed_picture: "Ảnh có đường dẫn, hình mặc định của chỉ số, cho trang không nhận khung", "Picture with a link, the indicator’s default view, where frames are not taken";
        embed_oembed: "Địa chỉ oEmbed, hình mặc định của chỉ số: dán vào WordPress hay hệ thống khác có hỗ trợ oEmbed", "oEmbed address, the indicator’s default view: paste it into WordPress or another system that supports oEmbed";
        embed_pinned: "Giữ nguyên số liệu của bản này", "Keep the figures of this version";
        embed_latest: "Luôn theo số liệu mới nhất", "Follow the newest figures";
        embed_figures: "Số liệu", "Figures";
        embed_scheme: "Màu nền", "Background";
        scheme_auto: "theo máy người đọc", "as the reader’s device";
        scheme_light: "sáng", "light";
        scheme_dark: "tối", "dark";
        embed_transparent: "Nền trong suốt", "Transparent";
        embed_title: "Có tên chỉ số", "With the indicator’s name";
        embed_language: "Ngôn ngữ", "Language";
        embed_preview: "Xem thử", "Preview";
        embed_guide: "Hướng dẫn nhúng", "Embed guide";
        embed_home: "Xem và so sánh", "See and compare";
        embed_default: "Chỗ nhúng này chặn script nên hiện hình mặc định của chỉ số.", "Scripts are blocked here, so this is the indicator’s default view.";
        embed_find: "Chọn chỉ số", "Choose an indicator";
        embed_places: "Tỉnh, thành cần làm nổi", "Places to highlight";
        view_now: "Hình đang xem", "The view on screen";
        ready_made: "Làm sẵn, hình mặc định của chỉ số", "Ready-made, the indicator’s default view";
        picture_wide: "PNG ngang 1200 × 630", "PNG, wide 1200 × 630";
        picture_tall: "PNG đứng 1080 × 1350", "PNG, tall 1080 × 1350";
        picture_svg: "SVG ngang", "SVG, wide";
        copy_table: "Sao chép bảng", "Copy the table";
        whole_indicator: "Cả chỉ số", "The whole indicator";
        cite_vi: "Tiếng Việt", "In Vietnamese";
        cite_en: "Tiếng Anh", "In English";

        method_title: "Phương pháp", "Method";
        about_title: "Giới thiệu", "About";
        not_found_title: "Không có trang này", "No such page";
        not_found_lead: "Có thể địa chỉ bị cắt khi gửi qua tin nhắn. Hãy tìm tỉnh của bạn, hoặc mở một chủ đề.", "The address may have been cut in a message. Find your province, or open a theme.";

        load_failed: "Không tải được số liệu.", "The figures could not be loaded.";
        load_hint: "Nội dung có sẵn trên trang vẫn đọc được.", "What is already on the page can still be read.";
        chart_failed: "Không tải được biểu đồ động; hình vẽ và bảng ở đây vẫn đủ số liệu.", "The live chart could not be loaded; the drawing and the table here have all figures.";
        close: "Đóng", "Close";
        notice_unknown: "Địa chỉ có phần không hiểu được, đã bỏ qua:", "Part of the address was not understood and was left aside:";
        notice_many: "Chỉ hiện sáu tỉnh đầu; số tỉnh bị bỏ:", "Only the first six places are shown; left out:";
        notice_twice: "Địa chỉ nêu hai lần, chỉ tính lần đầu:", "Given twice in the address; only the first counts:";
    }
    pages {
        skip: "Tới nội dung chính", "Skip to the content";
        last_place: "Lần trước bạn xem", "You last looked at";
        forget: "xóa", "clear";
        or_map: "Hoặc chọn trên bản đồ", "Or choose on the map";
        rankings_of_today: "Cả 34 tỉnh, thành", "All 34 provinces";
        coverage_of: "34 tỉnh, thành theo từng chủ đề: số liệu nào mới, số liệu nào cũ, chỗ nào chưa tìm thấy.", "the 34 provinces by theme: which figures are new, which are old, and where none was found.";
        four_themes: "Bốn chủ đề", "Four themes";
        three_signs: "Ba dấu của trang này", "The three signs of this site";
        signs_lead: "Ở biểu đồ có nhiều con số, một dấu cho biết chúng có so sánh với nhau được không. Ví dụ thật:", "Where a chart has several figures, a sign says whether they may be compared. A real example:";
        sign_equal: "So sánh được: cùng một cuộc đo, cùng cách tính, thời gian gần nhau.", "Comparable: one measurement, one method, dates close together.";
        sign_caution: "Thận trọng: chẳng hạn số liệu từ những báo cáo riêng, hoặc hai thời điểm cách xa nhau.", "With caution: for instance separate reports, or dates far apart.";
        sign_not: "Không so sánh được: chẳng hạn đếm những thứ khác nhau, hoặc đã đổi cách tính.", "Not comparable: for instance different things were counted, or the method changed.";
        to_theme: "Xem chủ đề", "See the theme";
        for_press: "Dành cho nhà báo: biểu đồ nào cũng dùng lại được, dưới dạng khung nhúng, ảnh, bảng hoặc lời trích dẫn.", "For journalists: every chart can be reused as an embed, a picture, a table or a citation.";
        for_data: "Dành cho người làm dữ liệu: toàn bộ số liệu ở dạng bảng tính, CSV và JSON, kèm mô tả từng cột.", "For data users: all figures as a workbook, CSV and JSON, with every column described.";
        also: "nguồn khác", "other source";
        joined: "Tỉnh nào nhập với tỉnh nào", "Which provinces merged";
        not_joined: "Giữ nguyên", "Unchanged";
        set_aside: "Nguồn có nêu, nhưng không đưa lên biểu đồ", "Stated by the source, but not charted";
        does_not_say: "Trang này không lấy từ đây con số nào về", "This site takes no figure from it on";
        no_result_yet: "chưa có kết quả", "no result yet";

        theme_comparable: "Nhiều tỉnh, cùng một cách đo", "Many provinces, one measurement";
        theme_self: "Số liệu từ báo cáo riêng", "Figures from separate reports";
        theme_self_lead: "Mỗi dòng là một cách đếm riêng, lấy từ nhiều báo cáo: không xếp hạng.", "Each line is a definition of its own, from separate reports: not for ranking.";
        theme_more: "Những cách đếm khác", "Other definitions";
        theme_more_common: "Những cuộc đo chung khác", "Other common measurements";
        theme_none_common: "Chúng tôi chưa tìm thấy cuộc đo nào chung cho mọi tỉnh trong chủ đề này.", "We found no measurement common to all provinces on this theme.";
        indicators: "Chỉ số", "Indicators";
        states: "Tài liệu này nêu", "What this document states";
        no_main_theme: "Trang này không lấy từ tài liệu này số liệu nào thuộc bốn chủ đề (băng rộng, điện thoại thông minh, thanh toán điện tử, dịch vụ công trực tuyến).", "This site takes no figure of the four themes from this document (broadband, smartphones, e-payments, online public services).";
        publisher: "Nơi đăng", "Publisher";
        author: "Tác giả", "Author";
        published: "Ngày đăng", "Published";
        kind: "Loại", "Kind";
        series: "Thuộc bộ số liệu", "Part of";
        measured_by: "Bên đo", "Measured by";
        licence: "Giấy phép", "Licence";
        address: "Địa chỉ", "Address";
        not_stated: "không nêu", "not stated";
        undated: "Không ghi ngày", "Undated";
        not_recorded: "không ghi lại", "not recorded";

        era_former: "đến hết 30/6/2025; nay thuộc", "until 30 June 2025; now part of";
        era_both: "Không thay đổi địa giới khi sáp nhập 1/7/2025.", "Its boundaries did not change in the mergers of 1 July 2025.";
        place_no_theme: "Chúng tôi chưa tìm thấy số liệu nào của chủ đề này.", "We found no figures on this theme.";
        place_none_since: "Chưa tìm thấy số liệu từ sau sáp nhập. Trước đó:", "None found since the merger. Before it:";
        before_merger_each: "Trước sáp nhập, từng nơi nêu", "Before the merger, each place stated";
        none_found: "chưa tìm thấy", "none found";
        own_report: "báo cáo riêng, không xếp hạng", "a separate report, not ranked";
        not_ranked: "không xếp hạng", "not ranked";
        nearest_is: "Số liệu gần với chủ đề này nhất", "Closest figure to this theme";
        place_rest: "Số liệu khác", "Other figures";
        compare_neighbours: "So sánh với tỉnh khác", "Compare with others";
        place_not_said: "Chúng tôi chưa tìm thấy số liệu về", "We found no figures on";
        country_says: "Cả nước, cùng định nghĩa", "The country, same definition";
        beside: "So với những nơi cùng vùng hoặc có số dân tương đương", "Beside its region and places of similar size";
        beside_columns: "Mỗi cột là một cuộc đo chung trong một kỳ. Chạm vào con số để xem bảng xếp hạng và nguồn.", "Each column is one common measurement in one period. Touch a figure for its ranking and source.";
        same_region: "Cùng vùng", "Same region";
        similar_size: "Số dân tương đương", "Similar population";
        place_files: "Mọi số liệu của nơi này ở dạng JSON", "All figures of this place as JSON";
        before_mergers: "Số liệu trước ngày 1/7/2025 nằm ở trang của các tỉnh, thành cũ", "Figures from before 1 July 2025 are on the pages of the former provinces";
        regions: "Vùng", "Region";
        members: "Gồm", "Consists of";
        coverage_each: "Từng tỉnh, thành", "Each province";
        coverage_cell: "Mỗi ô dẫn tới số liệu và nguồn; ô của một chủ đề ghi thời điểm của số mới nhất.", "Each cell leads to the figures and their sources; that of a theme gives the date of the newest.";
        coverage_own: "Số mục có số liệu từ 7/2025", "Topics with a figure since 7/2025";
        copy_sentence: "Sao chép câu này kèm nguồn", "Copy this sentence with its source";
        known_since: "số của tỉnh, từ 7/2025", "the province’s own, since July 2025";
        known_before: "số của tỉnh, trước 7/2025", "the province’s own, before July 2025";
        known_lands: "chỉ tìm thấy số của tỉnh cũ", "found for former provinces only";
        known_none: "chưa tìm thấy", "none found";
        all_regions: "mọi vùng", "all regions";
        by_topic: "theo từng mục của chủ đề", "by the topics of each theme";
        sort_by: "Xếp theo", "Sort by";
        sort_known: "số mục có số liệu từ 7/2025", "topics with a figure since July 2025";
        sort_newest: "Mới nhất", "Newest";
        measured_for_all: "Số liệu đo chung các tỉnh, thành", "Measured in common across provinces";
        measured_apart: "Những bảng này do bộ, Cổng Dịch vụ công quốc gia hoặc một khảo sát lập cho các tỉnh, thành, nên không tính ở trên.", "These lists are made for the provinces by a ministry, the National Public Service Portal or a survey, so they do not count above.";
        exists_not_here: "Biết là có nhưng chưa đọc được", "Known to exist, not read yet";
        send_title: "Góp một con số", "Contribute a figure";
        send_lead: "Bạn biết tài liệu nào nêu một con số mà trang này chưa có? Điền vào đây, trang này soạn sẵn nội dung ngay trên máy bạn; bạn tự gửi đi.", "Do you know a document with a figure that is missing here? Fill this in: the page prepares the text on your device, and you send it yourself.";
        send_without_script: "Biểu mẫu cần JavaScript. Nếu không bật được, hãy góp ý ở kho mã nguồn: tỉnh, chỉ số, kỳ, con số, cách nêu, tên và địa chỉ tài liệu.", "The form needs JavaScript. If you cannot turn it on, tell us at the repository: the province, what was counted, the period, the figure, how it was stated, and the document’s title and address.";
        send_place: "Gõ vài chữ rồi chọn; số liệu trước 1/7/2025 thuộc tỉnh cũ.", "Type a few letters and choose; figures before 1 July 2025 belong to the former province.";
        send_indicator: "Chỉ số", "Indicator";
        send_indicator_hint: "Chọn chỉ số có định nghĩa khớp với tài liệu; nếu không có, ghi “mới:” rồi tên của nó.", "Choose the indicator whose definition matches the document; if none does, write “new:” and its name.";
        send_period: "Ví dụ: 2025, quý III/2025, 11/2025 hoặc 15/11/2025.", "For instance 2025, Q3 2025, 2025-11 or 2025-11-15.";
        send_status: "Kết quả hay mục tiêu", "Result or target";
        send_value: "Dùng dấu phẩy cho phần thập phân: 89,99.", "Use a point for decimals: 89.99.";
        send_source: "Tên tài liệu", "Title of the document";
        send_source_hint: "Như in trên trang.", "As printed.";
        send_publisher: "Báo hoặc cơ quan đăng.", "The newspaper or office.";
        send_published: "Ví dụ: 15/11/2025; để trống nếu không rõ.", "For instance 2025-11-15; empty if not known.";
        send_url: "Để trống nếu không có.", "Empty if there is none.";
        send_result: "Nội dung để gửi", "Text to send";
        send_issue: "Mở mục góp ý ở kho mã nguồn", "Open a new issue at the repository";
        changes_first: "Bản đầu tiên: không có gì trước đó để so.", "The first version: there is nothing before it to compare with.";
        changes_draft: "Chưa phát hành", "Not released yet";
        changes_lately: "Thay đổi gần đây", "Latest changes";
        changes_feed: "Theo dõi bằng tin Atom", "Follow by Atom feed";
        changes_feed_place: "Theo dõi số liệu của nơi này bằng tin Atom", "Follow this place’s figures by Atom feed";
        new_figures: "Số liệu mới, theo chỉ số", "New figures, by indicator";
        new_definitions: "Định nghĩa mới", "New definitions";
        new_documents: "Tài liệu mới", "New documents";
        other_changes: "Thay đổi khác", "Other changes";
        why: "Lý do", "Reason";
        was: "trước là", "formerly";
        now: "nay là", "now";
        embed_newer: "Đã có số liệu mới hơn:", "Newer figures exist:";
        embed_blocked: "Không mở được hình này ở đây. Xem tại:", "This view cannot be opened here. See it at:";
        blocked: "Phần tương tác không tải được, hoặc trình duyệt này không chạy được nó. Mọi con số, biểu đồ và bảng trên trang vẫn đọc được.", "The interactive part could not be loaded, or this browser cannot run it. Every figure, chart and table on the page can still be read.";
        retry: "Thử lại", "Try again";
        saved_offline: "Bản lưu ngày {}, vì bạn đang ngoại tuyến.", "Copy kept on {}, because you are offline.";
        saved_slow: "Bản lưu ngày {}, vì mạng đang chậm.", "Copy kept on {}, because the network is slow.";
        offline_title: "Bạn đang ngoại tuyến", "You are offline";
        offline_text: "Trang này chưa được lưu trên máy của bạn. Khi có mạng, hãy thử lại.", "This page has not been kept on your device. Try again once you are connected.";
        offline_kept: "Những trang đọc được ngay bây giờ", "Pages you can read now";
    }
}

#[cfg(test)]
mod tests;

//! Periods and spans of time: what is read is written as it was, and has its days in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tinh_so::domain::{Period, TimeSpan};

fuzz_target!(|text: &str| {
    if let Ok(period) = text.parse::<Period>() {
        assert_eq!(period.to_string(), text);
        assert!(period.first_day() <= period.last_day(), "{text}");
        assert!(period.is_within(&period) && period.months_apart(&period) == 0, "{text}");
    }
    if let Ok(span) = text.parse::<TimeSpan>() {
        let written = span.to_string();
        assert_eq!(written.parse::<TimeSpan>().ok().map(|it| it.to_string()), Some(written), "{text}");
    }
});

//! What names a person is left out before words are shown as a draft or saved: phones, numbers of identity and bank cards, mail
//! addresses, orders, where somebody lives, and the names of those who spoke.
//!
//! Patterns find too much rather than too little: whoever reads the draft can put a word back.

mod numbers;
mod places;

/// What stands for something left out.
pub const MASK: &str = "***";

/// A text without what names a person. `names` are those of the customer and of the agents.
#[must_use]
pub fn mask(text: &str, names: &[String]) -> String {
    let text = emails(text);
    let text = numbers::mask(&text);
    let text = places::mask(&text);
    let text = names.iter().fold(text, |text, name| without_name(&text, name));
    // One mark says enough.
    let mut joined = text;
    for twice in ["******", "*** ***", "***，***", "***-***"] {
        while joined.contains(twice) {
            joined = joined.replace(twice, MASK);
        }
    }
    joined
}

/// Replaces the ranges, which ascend and do not overlap.
fn cut(text: &str, ranges: &[std::ops::Range<usize>]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for range in ranges {
        if range.start < at {
            continue;
        }
        masked.push_str(&text[at..range.start]);
        masked.push_str(MASK);
        at = range.end;
    }
    masked.push_str(&text[at..]);
    masked
}

fn emails(text: &str) -> String {
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let is_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let mut ranges = Vec::new();
    for (at, sign) in text.match_indices(['@', '＠']) {
        let local = text[..at].trim_end_matches(is_local).len();
        let behind = &text[at + sign.len()..];
        let length = behind.find(|c| !is_domain(c)).unwrap_or(behind.len());
        let domain = behind[..length].trim_end_matches(['.', '-']);
        if local < at && domain.contains('.') {
            ranges.push(local..at + sign.len() + domain.len());
        }
    }
    cut(text, &ranges)
}

/// Leaves out a name and, of several words, each of them.
fn without_name(text: &str, name: &str) -> String {
    let name = name.trim();
    let mut parts = vec![name];
    parts.extend(name.split_whitespace());
    let mut masked = text.to_owned();
    for part in parts {
        let latin = part.is_ascii();
        let long_enough = part.chars().count() >= if latin { 3 } else { 2 };
        if !long_enough {
            continue;
        }
        let ranges: Vec<_> = masked
            .match_indices(part)
            .map(|(at, found)| at..at + found.len())
            .filter(|range| !latin || stands_alone(&masked, range))
            .collect();
        masked = cut(&masked, &ranges);
    }
    masked
}

/// Whether no Latin letter or digit touches the range.
fn stands_alone(text: &str, range: &std::ops::Range<usize>) -> bool {
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    !touches(text[..range.start].chars().next_back()) && !touches(text[range.end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> String {
        mask(text, &["李娜".to_owned(), "Anna Berg".to_owned(), "梅".to_owned(), "Al".to_owned()])
    }

    #[test]
    fn what_names_a_person_is_left_out() {
        for (text, expected) in [
            // Phones.
            ("我的手机是13800138000", "我的手机是***"),
            ("打 138 0013 8000 给我", "打 *** 给我"),
            ("打138-0013-8000给我", "打***给我"),
            ("+86 13800138000", "***"),
            ("座机 021-62345678", "座机 ***"),
            ("call +44 20 7946 0958 please", "call *** please"),
            ("call (415) 555-2671 please", "call *** please"),
            ("手机１３８００１３８０００", "手机***"),
            // The shop's own line is for everybody.
            ("请拨打 400-820-8820", "请拨打 400-820-8820"),
            // Identity and bank cards.
            ("身份证 11010519491231002X", "身份证 ***"),
            ("卡号 6222 0212 3456 7890 128", "卡号 ***"),
            ("card 4111 1111 1111 1111", "card ***"),
            // Mail.
            ("写到 li.na+shop@mail.example.com。", "写到 ***。"),
            ("mail me at a@b.co!", "mail me at ***!"),
            ("价格@三件", "价格@三件"),
            // Orders.
            ("订单号20261130123456怎么退", "订单号***怎么退"),
            ("order SF1234567890 is late", "order *** is late"),
            ("订单 A-1042 什么时候到", "订单 *** 什么时候到"),
            ("order #1042 is late", "order *** is late"),
            // What is none.
            ("满 199 元包邮", "满 199 元包邮"),
            ("2026-11-30 发货", "2026-11-30 发货"),
            ("iPhone15 的壳", "iPhone15 的壳"),
            ("WH-1000XM5 多少钱", "WH-1000XM5 多少钱"),
            ("2000 毫升的水壶", "2000 毫升的水壶"),
            ("100000元的单", "100000元的单"),
            ("7-15 天送达，9:00-18:00", "7-15 天送达，9:00-18:00"),
            // Where somebody lives.
            ("寄到浙江省杭州市西湖区文三路 90 号 3 栋 501 室，谢谢", "寄到***，谢谢"),
            ("我住在人民路12号", "我住在***"),
            ("ship to 221b Baker Street please", "ship to *** please"),
            ("12 Old Mill Road", "***"),
            ("你们市区有门店吗", "你们市区有门店吗"),
            ("上海市有门店吗", "上海市有门店吗"),
            // Names.
            ("李娜您好，可以退", "***您好，可以退"),
            ("Hi Anna, yes", "Hi ***, yes"),
            ("Anna Berg here", "*** here"),
            ("Annabel is another", "Annabel is another"),
            ("梅花图案", "梅花图案"),
            ("Also, Al Capone", "Also, Al Capone"),
            ("", ""),
        ] {
            assert_eq!(masked(text), expected, "{text}");
            assert_eq!(masked(&masked(text)), masked(text), "{text}: once is enough");
        }
    }
}

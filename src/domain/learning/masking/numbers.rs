//! Numbers that name somebody or something of theirs.

use std::ops::Range;

use super::cut;

/// Digits from which a number alone names an order.
const ORDER_DIGITS: usize = 6;
/// Fewest digits of a number that is said to name one.
const SAID_DIGITS: usize = 3;
/// Said before a number that names an order.
const SAID: &[&str] = &["订单", "单号", "编号", "order", "order no", "order number", "tracking", "#", "no.", "运单", "快递"];
/// Around a number that is a quantity.
const UNITS: &[&str] = &["元", "块", "人民币", "毫升", "克", "米", "件", "个", "ml", "usd", "eur", "rmb", "分", "积分", "mah", "万"];
const CURRENCIES: &[char] = &['¥', '￥', '$', '€', '£'];

/// A run of digits, with letters and separators between, as it stands in the text.
#[derive(Debug)]
struct Run {
    range: Range<usize>,
    /// Digits alone, in ASCII.
    digits: String,
    /// Its characters in ASCII.
    form: String,
}

/// An ASCII character for a full-width one.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Runs of letters, digits and what may stand between digits.
fn runs(text: &str) -> Vec<Run> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, narrow(c))).collect();
    let end_of = |at: usize| chars.get(at + 1).map_or(text.len(), |(next, _)| *next);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let begins = chars[at].1.is_ascii_alphanumeric() || matches!(chars[at].1, '+' | '(' | '#');
        if !begins {
            at += 1;
            continue;
        }
        let start = at;
        let mut last = at;
        let mut next = at + 1;
        while next < chars.len() {
            let c = chars[next].1;
            if c.is_ascii_alphanumeric() {
                // Words apart are words: only digits go on behind a space.
                let spaced = next > 0 && matches!(chars[next - 1].1, ' ' | '(' | ')');
                if spaced && !(c.is_ascii_digit() && ends_in_digit(&chars[start..=last])) {
                    break;
                }
                last = next;
            } else if !matches!(c, ' ' | '-' | '(' | ')') || next - last > 2 {
                break;
            }
            next += 1;
        }
        let form: String = chars[start..=last].iter().map(|(_, c)| *c).collect();
        let digits: String = form.chars().filter(char::is_ascii_digit).collect();
        if !digits.is_empty() {
            found.push(Run { range: chars[start].0..end_of(last), digits, form });
        }
        at = last + 1;
    }
    found
}

/// Whether a run so far may go on behind a space: its last word is of digits, or opens a phone number.
fn ends_in_digit(chars: &[(usize, char)]) -> bool {
    let word = chars.iter().rev().take_while(|(_, c)| c.is_ascii_alphanumeric());
    word.clone().all(|(_, c)| c.is_ascii_digit())
}

/// Whether the last digit of an identity number fits the others.
fn is_identity(form: &str) -> bool {
    let form: Vec<char> = form.chars().collect();
    if form.len() != 18 || !form[..17].iter().all(char::is_ascii_digit) {
        return false;
    }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = form.iter().zip(weights).map(|(c, weight)| c.to_digit(10).unwrap_or(0) * weight).sum();
    let check = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][(sum % 11) as usize];
    form[17].to_ascii_uppercase() == check
}

/// Whether the digits of a bank card fit one another.
fn is_card(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    (13..=19).contains(&digits.len()) && sum.is_multiple_of(10)
}

/// Whether it is how phones are written.
fn is_phone(run: &Run) -> bool {
    let digits = run.digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&run.digits);
    let only_digits = run.form.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+'));
    let mobile = digits.len() == 11 && digits.starts_with('1') && digits.as_bytes()[1] >= b'3';
    let landline = digits.starts_with('0') && (10..=12).contains(&digits.len()) && run.form.contains('-');
    let abroad = run.form.starts_with('+') && (8..=15).contains(&digits.len());
    let grouped = run.form.starts_with('(') && (10..=11).contains(&digits.len());
    only_digits && (mobile || landline || abroad || grouped)
}

/// Whether it is a line for everybody: 400 and 800 numbers.
fn is_hotline(run: &Run) -> bool {
    run.digits.len() == 10 && (run.digits.starts_with("400") || run.digits.starts_with("800"))
}

/// Whether it is a day or a span: groups of at most four digits that make no order.
fn is_date_or_span(form: &str) -> bool {
    let parts: Vec<&str> = form.split(['-', ' ']).collect();
    let small = parts.iter().all(|part| part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit()));
    let is_year = |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    small && parts.len() > 1 && (parts.first().is_some_and(is_year) || parts.iter().all(|part| part.len() <= 2))
}

/// Whether it counts or costs something.
fn is_quantity(text: &str, run: &Run) -> bool {
    let behind = text[run.range.end..].trim_start().to_lowercase();
    let before = text[..run.range.start].trim_end();
    let only_digits = run.form.chars().all(|c| c.is_ascii_digit());
    only_digits && (UNITS.iter().any(|unit| behind.starts_with(unit)) || before.ends_with(CURRENCIES))
}

/// Whether it names an order.
fn is_order(text: &str, run: &Run) -> bool {
    if is_date_or_span(&run.form) || is_quantity(text, run) || is_hotline(run) {
        return false;
    }
    if run.digits.len() >= ORDER_DIGITS && !run.form.contains(' ') {
        return true;
    }
    let before = text[..run.range.start].trim_end_matches([' ', ':', '：', '是', '号', '码']).to_lowercase();
    let said = run.form.starts_with('#') || SAID.iter().any(|word| before.ends_with(word));
    said && run.digits.len() >= SAID_DIGITS && !run.form.contains(' ')
}

/// Leaves them out.
pub(super) fn mask(text: &str) -> String {
    let named = |run: &Run| {
        let solid: String = run.form.chars().filter(char::is_ascii_alphanumeric).collect();
        is_phone(run) || is_identity(&solid) || is_card(&run.digits) || is_order(text, run)
    };
    let ranges: Vec<Range<usize>> = runs(text).into_iter().filter(named).map(|run| run.range).collect();
    cut(text, &ranges)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_tell_cards_from_other_numbers() {
        for (number, fits) in [
            ("11010519491231002X", true),
            ("11010519491231002x", true),
            ("110105194912310021", false),
            ("440524188001010014", true),
            ("1101051949123100", false),
        ] {
            assert_eq!(is_identity(number), fits, "{number}");
        }
        for (number, fits) in
            [("4111111111111111", true), ("4111111111111112", false), ("6222021234567890128", true), ("0", false)]
        {
            assert_eq!(is_card(number), fits, "{number}");
        }
    }
}

//! Where somebody lives, as addresses are written in Chinese and in English.

use std::ops::Range;

use super::cut;

/// Ends of the parts of a Chinese address, from the largest to the smallest.
const LARGE: &[&str] = &["省", "自治区", "市", "区", "县", "镇", "乡", "街道", "村", "小区", "新区"];
const STREET: &[&str] = &["路", "街", "道", "巷", "弄", "胡同", "大道"];
/// With a number before them.
const DOOR: &[&str] = &["号楼", "号", "栋", "幢", "单元", "室", "楼", "弄", "座", "层", "组"];
/// Said before an address, and no part of it.
const BEFORE: &[&str] = &["寄到", "送到", "发到", "发往", "寄往", "住在", "地址是", "地址", "在", "到", "是", "我住", "改成", "改为"];
/// Longest name of a part.
const NAME_CHARS: usize = 8;

/// Ends of an English street.
const WAYS: &[&str] = &[
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "boulevard", "blvd", "court", "ct", "way", "close",
    "terrace", "square", "crescent",
];
/// Words between the number and the end.
const WORDS_MAX: usize = 4;

/// Leaves them out.
pub(super) fn mask(text: &str) -> String {
    let text = cut(text, &chinese(text));
    cut(&text, &english(&text))
}

/// A run of Han, digits and letters that ends in a numbered door behind a street or a larger part.
fn chinese(text: &str) -> Vec<Range<usize>> {
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '#' | '－');
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(skip) = text[at..].find(|c: char| belongs(c) && c != ' ') else { break };
        let start = at + skip;
        let length = text[start..].find(|c| !belongs(c)).unwrap_or(text.len() - start);
        if let Some(range) = address(&text[start..start + length]) {
            found.push(start + range.start..start + range.end);
        }
        at = start + length;
    }
    found
}

fn address(run: &str) -> Option<Range<usize>> {
    // The last numbered door ends it.
    let mut end = None;
    for door in DOOR {
        for (at, _) in run.match_indices(door) {
            let before = run[..at].trim_end();
            let numbered = before.chars().next_back().is_some_and(|c| c.is_ascii_digit() || numeral(c));
            if numbered {
                end = end.max(Some(at + door.len()));
            }
        }
    }
    let end = end?;
    let parts = LARGE.iter().chain(STREET);
    // The first part begins at most so many characters before its end.
    let first = parts.filter_map(|part| run[..end].find(part)).min()?;
    let name: Vec<(usize, char)> = run[..first].char_indices().collect();
    let from = name.len().saturating_sub(NAME_CHARS);
    let mut start = name.get(from).map_or(first, |(at, _)| *at);
    for said in BEFORE {
        if let Some(at) = run[start..first].rfind(said) {
            start += at + said.len();
        }
    }
    (start < first || first == 0).then_some(start..end)
}

const fn numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// A number, up to four words, and what a street ends in.
fn english(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_alphanumeric() || c == '\'', start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (at, number) in words.iter().enumerate() {
        let word = &text[number.clone()];
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 5 || word.len() > digits + 1 {
            continue;
        }
        let behind = words.iter().skip(at + 1).take(WORDS_MAX + 1);
        let mut last = number.end;
        for (far, word) in behind.enumerate() {
            // Anything but spaces between words ends it.
            if !text[last..word.start].chars().all(|c| c == ' ') {
                break;
            }
            last = word.end;
            let lower = text[word.clone()].to_lowercase();
            let named = text[words[at + 1].clone()].starts_with(|c: char| c.is_ascii_uppercase());
            if far > 0 && named && WAYS.contains(&lower.as_str()) {
                found.push(number.start..word.end);
                break;
            }
        }
    }
    found
}

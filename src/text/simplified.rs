//! Traditional characters as simplified ones, so that either spelling finds the other.
//!
//! Character by character, which may join words that a reader tells apart; what is found is shown as it was written, and so
//! finding a little more does no harm. The table is that of `OpenCC`.

use std::sync::LazyLock;

/// Pairs of characters, each traditional one before its simplified one.
const PAIRS: &str = include_str!("simplified.txt");
/// The range that the table covers.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// The simplified character of each in the range; itself where there is none.
static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table: Vec<char> = (FIRST..=LAST).filter_map(char::from_u32).collect();
    for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
        let mut characters = line.chars();
        while let (Some(traditional), Some(simplified)) = (characters.next(), characters.next()) {
            if let Some(entry) = table.get_mut((traditional as usize).wrapping_sub(FIRST as usize)) {
                *entry = simplified;
            }
        }
    }
    table
});

/// The simplified character; itself where there is none.
#[must_use]
pub fn simplified(c: char) -> char {
    match u32::from(c) {
        at @ FIRST..=LAST => TABLE.get((at - FIRST) as usize).copied().unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_spelling_is_one() {
        for (traditional, expected) in [
            ("退貨", "退货"),
            ("發髮", "发发"),
            ("臺灣", "台湾"),
            ("乾杯", "干杯"),
            ("看著", "看着"),
            ("妳們", "你们"),
            ("这里", "这里"),
            ("abc，々", "abc，々"),
        ] {
            assert_eq!(traditional.chars().map(simplified).collect::<String>(), expected);
        }
    }

    #[test]
    fn what_is_simplified_stays_as_it_is() {
        for c in (FIRST..=LAST).filter_map(char::from_u32) {
            assert_eq!(simplified(simplified(c)), simplified(c), "{c}");
        }
    }
}

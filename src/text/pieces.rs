//! A text cut into pieces that are compared: runs of a script without spaces, words, and numbers.
//!
//! Pieces stand in one form (compatibility forms composed, lower case, simplified) and know where each of their characters
//! stands in the text. What is no letter and no digit separates.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::simplified::simplified;

/// Fewest digits of each group, and of all of them, for a number that is written in groups, as phones are.
const GROUP_DIGITS: usize = 3;
const GROUPED_DIGITS: usize = 7;

/// What a piece is made of, which says how it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Characters of a script that puts no spaces between words: Chinese, Japanese, Korean, Thai and their like.
    Unspaced,
    /// Letters.
    Word,
    /// Digits.
    Number,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is made of.
    pub kind: Script,
    /// Its characters in the form that is compared.
    pub chars: Vec<char>,
    /// Where each of them stands in the text, in bytes.
    pub places: Vec<(u32, u32)>,
}

impl Piece {
    fn new(kind: Script) -> Self {
        Self { kind, chars: Vec::new(), places: Vec::new() }
    }

    fn push(&mut self, c: char, place: (u32, u32)) {
        self.chars.push(c);
        self.places.push(place);
    }

    /// Its form as text.
    #[must_use]
    pub fn form(&self) -> String {
        self.chars.iter().collect()
    }

    /// Where the characters of a range stand in the text.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        let first = self.places.get(range.start).map_or(0, |place| place.0);
        let last = range.end.checked_sub(1).and_then(|at| self.places.get(at)).map_or(first, |place| place.1);
        first as usize..last as usize
    }
}

/// Whether `c` is of a script without spaces.
const fn is_unspaced(c: char) -> bool {
    matches!(c,
        // Chinese; Japanese signs and kana; bopomofo.
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3ffff}' | '\u{f900}'..='\u{faff}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{3099}'..='\u{309a}' | '\u{309d}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3105}'..='\u{312f}' | '\u{31f0}'..='\u{31ff}'
        // Korean.
        | '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}'
        // Thai, Lao, Burmese, Khmer.
        | '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17d3}')
}

/// Whether `c` belongs to the character before it.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

fn kind_of(c: char) -> Option<Script> {
    match c {
        '0'..='9' => Some(Script::Number),
        c if is_unspaced(c) => Some(Script::Unspaced),
        c if c.is_alphanumeric() || is_mark(c) => Some(Script::Word),
        _ => None,
    }
}

/// The pieces of a text. A number that is written in groups is one, where `grouped` says so.
#[must_use]
pub fn pieces(text: &str, grouped: bool) -> Vec<Piece> {
    let mut cut = Cut::default();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let mut end = at + c.len_utf8();
        if c.is_ascii() && rest.peek().is_none_or(|(_, next)| next.is_ascii() || !is_mark(*next)) {
            cut.push(c.to_ascii_lowercase(), (at as u32, end as u32));
            continue;
        }
        if matches!(c, '\u{4e00}'..='\u{9fff}') {
            cut.push(simplified(c), (at as u32, end as u32));
            continue;
        }
        while let Some((mark_at, mark)) = rest.next_if(|(_, next)| is_mark(*next)) {
            end = mark_at + mark.len_utf8();
        }
        let normal = ComposingNormalizerBorrowed::new_nfkc();
        let composed = normal.normalize(&text[at..end]);
        // Upper case first: it folds what lower case alone keeps apart (ß and ss, the two sigmas).
        let folded = composed.to_uppercase().to_lowercase();
        for c in normal.normalize(&folded).chars() {
            cut.push(simplified(c), (at as u32, end as u32));
        }
    }
    cut.finish(grouped)
}

/// Pieces while they are cut.
#[derive(Default)]
struct Cut {
    pieces: Vec<Piece>,
    /// What stood between the last piece and here.
    gap: Gap,
    /// For each number that is followed by one, at one dash or space.
    joins: Vec<bool>,
}

/// What stands between two pieces.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Gap {
    /// Nothing.
    None,
    /// An apostrophe, which belongs to a word.
    Apostrophe,
    /// One dash or space, which may stand inside a number.
    Thin,
    /// Anything else.
    #[default]
    Wide,
}

impl Cut {
    fn push(&mut self, c: char, place: (u32, u32)) {
        let Some(kind) = kind_of(c) else {
            self.gap = match (self.gap, c) {
                (Gap::None, '\'' | '’') => Gap::Apostrophe,
                (Gap::None, '-' | ' ') => Gap::Thin,
                _ => Gap::Wide,
            };
            return;
        };
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        let goes_on = |last: &Piece| {
            last.kind == kind && (gap == Gap::None || gap == Gap::Apostrophe && kind == Script::Word)
        };
        if let Some(last) = self.pieces.last_mut().filter(|last| goes_on(last)) {
            last.push(c, place);
            return;
        }
        let after_number = self.pieces.last().is_some_and(|last| last.kind == Script::Number);
        self.joins.push(gap == Gap::Thin && after_number && kind == Script::Number);
        let mut piece = Piece::new(kind);
        piece.push(c, place);
        self.pieces.push(piece);
    }

    fn finish(self, grouped: bool) -> Vec<Piece> {
        if !grouped || !self.joins.contains(&true) {
            return self.pieces;
        }
        let mut whole: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        let mut group: Vec<Piece> = Vec::new();
        for (piece, joins) in self.pieces.into_iter().zip(self.joins) {
            if !joins || piece.chars.len() < GROUP_DIGITS {
                close(&mut group, &mut whole);
            }
            if piece.kind == Script::Number && piece.chars.len() >= GROUP_DIGITS {
                group.push(piece);
            } else {
                whole.push(piece);
            }
        }
        close(&mut group, &mut whole);
        whole
    }
}

/// Puts groups of digits behind the other pieces: as one number where they are long enough together.
fn close(group: &mut Vec<Piece>, whole: &mut Vec<Piece>) {
    let digits: usize = group.iter().map(|piece| piece.chars.len()).sum();
    if group.len() < 2 || digits < GROUPED_DIGITS {
        whole.append(group);
        return;
    }
    let mut number = Piece::new(Script::Number);
    for mut piece in group.drain(..) {
        number.chars.append(&mut piece.chars);
        number.places.append(&mut piece.places);
    }
    whole.push(number);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str, grouped: bool) -> Vec<String> {
        pieces(text, grouped).iter().map(Piece::form).collect()
    }

    #[test]
    fn a_text_is_cut_where_its_scripts_change() {
        for (text, expected) in [
            ("", &[][..]),
            ("退貨流程", &["退货流程"]),
            ("我的iPhone15手机壳坏了", &["我的", "iphone", "15", "手机壳坏了"]),
            ("SF1234567890", &["sf", "1234567890"]),
            ("Don't you, o’clock?", &["dont", "you", "oclock"]),
            ("ＡＢＣ１２３ ﬁne ①", &["abc", "123", "fine", "1"]),
            ("cafe\u{301} CAFÉ Straße", &["café", "café", "strasse"]),
            ("50% \"quoted\" a_b*", &["50", "quoted", "a", "b"]),
            ("テスト、です。", &["テスト", "です"]),
            ("ﾃｽﾄ", &["テスト"]),
            ("반품 สินค้า", &["반품", "สินค้า"]),
            ("Возврат 🎉👍", &["возврат"]),
            ("2026-03-01 12:30", &["2026", "03", "01", "12", "30"]),
        ] {
            assert_eq!(forms(text, true), expected, "{text}");
        }
    }

    #[test]
    fn a_number_in_groups_is_one() {
        for (text, grouped, alone) in [
            ("138 0013 8000", &["13800138000"][..], &["138", "0013", "8000"][..]),
            ("+86 138-0013-8000.", &["86", "13800138000"], &["86", "138", "0013", "8000"]),
            ("12 500 000", &["12", "500", "000"], &["12", "500", "000"]),
            ("400-820-8820 555", &["4008208820555"], &["400", "820", "8820", "555"]),
            ("1234  5678", &["1234", "5678"], &["1234", "5678"]),
            ("123 456, 1234", &["123", "456", "1234"], &["123", "456", "1234"]),
            ("a 123 b 4567890 1", &["a", "123", "b", "4567890", "1"], &["a", "123", "b", "4567890", "1"]),
        ] {
            assert_eq!(forms(text, true), grouped, "{text}");
            assert_eq!(forms(text, false), alone, "{text}");
        }
    }

    #[test]
    fn each_character_knows_its_place() {
        let text = "a 退貨 cafe\u{301}!";
        let pieces = pieces(text, true);
        let shown: Vec<&str> = pieces.iter().map(|piece| &text[piece.place(0..piece.chars.len())]).collect();
        assert_eq!(shown, ["a", "退貨", "cafe\u{301}"]);
        assert_eq!(&text[pieces[1].place(1..2)], "貨");
    }
}

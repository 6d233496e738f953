//! Forms of words for finding: what an index keeps of a text, what a question asks of it, and where a text answers.
//!
//! Scripts without spaces are kept as pairs of characters and the last one, words by their English stem, numbers whole or, from
//! five digits on, as groups of four, so that a part of an order number finds it. Asking for all of them finds a little too much
//! (the pairs of a phrase may stand apart); [`find`] then says whether, and where, the text has what was asked for. Whoever
//! keeps what is made here keeps [`FORMAT`] beside it.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::pieces::{Piece, Script, pieces};

/// Grows when the same text is kept as other tokens: what was kept before has to be made anew.
pub const FORMAT: i64 = 1;
/// Digits that are kept together of a number with more.
const GRAM: usize = 4;
/// Characters of a word that are kept.
const WORD_CHARS: usize = 40;

/// What an index keeps of a text: its tokens, each once, sorted, with spaces between. Tokens hold letters and digits only.
#[must_use]
pub fn tokens(text: &str) -> String {
    let mut kept = Kept::default();
    let stemmer = Stemmer::create(Algorithm::English);
    for piece in pieces(text, true) {
        match piece.kind {
            Script::Unspaced => {
                piece.chars.windows(2).for_each(|pair| kept.add(pair.iter()));
                kept.add(piece.chars.last());
            }
            Script::Word => kept.add_text(&stem(&stemmer, &piece.form())),
            Script::Number if piece.chars.len() <= GRAM => kept.add(piece.chars.iter()),
            Script::Number => {
                piece.chars.windows(GRAM).for_each(|gram| kept.add(gram.iter()));
                // The end, for whoever asks for fewer digits.
                kept.add(piece.chars[piece.chars.len() - (GRAM - 1)..].iter());
            }
        }
    }
    kept.finish()
}

/// The stem of a word, as much of it as is kept.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    if word.len() > WORD_CHARS {
        return word.chars().take(WORD_CHARS).collect();
    }
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return stemmer.stem(word).into_owned();
    }
    word.to_owned()
}

/// Tokens in one text.
#[derive(Default)]
struct Kept {
    text: String,
    ranges: Vec<Range<usize>>,
}

impl Kept {
    fn add<'a>(&mut self, chars: impl IntoIterator<Item = &'a char>) {
        let start = self.text.len();
        self.text.extend(chars);
        self.ranges.push(start..self.text.len());
    }

    fn add_text(&mut self, token: &str) {
        let start = self.text.len();
        self.text.push_str(token);
        self.ranges.push(start..self.text.len());
    }

    fn finish(mut self) -> String {
        let text = self.text;
        self.ranges.sort_unstable_by(|one, other| text[one.clone()].cmp(&text[other.clone()]));
        self.ranges.dedup_by(|one, other| text[one.clone()] == text[other.clone()]);
        let mut line = String::with_capacity(text.len() + self.ranges.len());
        for range in self.ranges {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&text[range]);
        }
        line
    }
}

/// Something that a text has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    kind: Script,
    /// Its characters as they are compared; of a word all of it.
    chars: Vec<char>,
    /// Of a word its stem.
    stem: String,
}

/// A look-up in an index.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum LookUp {
    /// This token.
    Token(String),
    /// Tokens that begin with this.
    Prefix(String),
}

impl Term {
    fn new(piece: Piece) -> Self {
        let stem = match piece.kind {
            Script::Word => stem(&Stemmer::create(Algorithm::English), &piece.form()),
            Script::Unspaced | Script::Number => String::new(),
        };
        Self { kind: piece.kind, chars: piece.chars, stem }
    }

    /// Its characters as they are compared.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Whether it is of a script without spaces.
    #[must_use]
    pub fn is_unspaced(&self) -> bool {
        self.kind == Script::Unspaced
    }

    /// The stem of a word; `None` for what is none.
    #[must_use]
    pub fn stem(&self) -> Option<&str> {
        (self.kind == Script::Word).then_some(self.stem.as_str())
    }

    /// What an index is asked for: whoever has the term has all of these.
    #[must_use]
    pub fn look_ups(&self) -> Vec<LookUp> {
        let of = |chars: &[char]| chars.iter().collect::<String>();
        let windows = |size| self.chars.windows(size).map(|part| LookUp::Token(of(part))).collect();
        match (self.kind, self.chars.len()) {
            (Script::Word, _) => vec![LookUp::Token(self.stem.clone())],
            (Script::Unspaced, 1) | (Script::Number, 1..GRAM) => vec![LookUp::Prefix(of(&self.chars))],
            (Script::Unspaced, _) => windows(2),
            (Script::Number, _) => windows(GRAM),
        }
    }

    /// Where a piece holds it.
    fn within(&self, piece: &Piece, stemmer: &Stemmer, found: &mut Vec<Range<usize>>) {
        if self.kind != piece.kind || self.chars.is_empty() {
            return;
        }
        let length = self.chars.len();
        if self.kind == Script::Word {
            let same = piece.chars == self.chars
                || length <= WORD_CHARS
                    && piece.chars.len() <= WORD_CHARS
                    && stem(stemmer, &piece.form()) == self.stem;
            if same {
                found.push(piece.place(0..piece.chars.len()));
            }
            return;
        }
        let windows = piece.chars.windows(length).enumerate();
        found.extend(
            windows.filter(|(_, part)| *part == self.chars).map(|(at, _)| piece.place(at..at + length)),
        );
    }
}

/// What a question asks for, each once. Whatever is no letter and no digit is left out.
#[must_use]
pub fn terms(question: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for term in pieces(question, false).into_iter().map(Term::new) {
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// Where each term stands in a text, in bytes; `None` unless it holds all of them.
#[must_use]
pub fn find(text: &str, terms: &[Term]) -> Option<Vec<Vec<Range<usize>>>> {
    let stemmer = Stemmer::create(Algorithm::English);
    let pieces = pieces(text, true);
    let places = |term: &Term| {
        let mut found = Vec::new();
        for piece in &pieces {
            term.within(piece, &stemmer, &mut found);
        }
        (!found.is_empty()).then_some(found)
    };
    terms.iter().map(places).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_text() {
        for (text, expected) in [
            ("", ""),
            ("!?…", ""),
            ("退货", "货 退货"),
            ("退貨退貨", "货 货退 退货"),
            ("好", "好"),
            ("Refunds were refunded", "refund were"),
            ("running runs ran", "ran run"),
            ("iPhone 15", "15 iphon"),
            ("1234", "1234"),
            ("订单 567890", "567 5678 6789 7890 890 单 订单"),
            ("138 0013 8000", "000 0013 0138 1380 3800 8000 8001"),
            ("Возврат", "возврат"),
            ("café", "café"),
        ] {
            let sorted: Vec<&str> = expected.split(' ').collect();
            let mut kept: Vec<String> = tokens(text).split(' ').map(str::to_owned).collect();
            kept.sort_unstable();
            // The end of a number is one of its parts.
            let mut wanted: Vec<String> = sorted.into_iter().map(str::to_owned).collect();
            wanted.retain(|token| token != "567");
            wanted.sort_unstable();
            assert_eq!(kept, wanted, "{text}");
        }
        let long = "a".repeat(9_000);
        assert_eq!(tokens(&long), "a".repeat(WORD_CHARS));
        assert!(tokens("a'b \" * ^ : ( ) - + \0").chars().all(|c| c.is_alphanumeric() || c == ' '));
    }

    fn found<'a>(text: &'a str, question: &str) -> Option<Vec<&'a str>> {
        let places = find(text, &terms(question))?;
        Some(places.into_iter().flatten().map(|place| &text[place]).collect())
    }

    #[test]
    fn a_text_is_found_by_what_it_holds() {
        for (text, question, expected) in [
            ("请问怎么退貨？", "退货", &["退貨"][..]),
            ("请问怎么退货？", "退貨 怎麼", &["退货", "怎么"]),
            ("货到付款，退款", "款", &["款", "款"]),
            ("I was Refunded twice", "refunds", &["Refunded"]),
            ("我的iPhone15坏了", "iphone 15", &["iPhone", "15"]),
            ("单号 SF1234567890", "567890", &["567890"]),
            ("单号 SF1234567890", "sf1234", &["SF", "1234"]),
            ("电话 138-0013-8000", "13800138", &["138-0013-8"]),
            ("电话 138-0013-8000", "0013-8000", &["0013", "8000"]),
            ("尾号 1234567890", "890", &["890"]),
            ("100% \"sure\"", "100% \"sure\"", &["100", "sure"]),
        ] {
            assert_eq!(found(text, question).as_deref(), Some(expected), "{question} in {text}");
        }
        for (text, question) in [
            ("退了这货", "退货"),
            ("I was refunded", "refund later"),
            ("12345 6", "123456"),
            ("the refundable", "fund"),
            ("", "a"),
        ] {
            assert_eq!(found(text, question), None, "{question} in {text}");
        }
        assert_eq!(terms("% \" * - ^ ()").len(), 0);
        assert_eq!(terms("退款 refund 退款 refunds").len(), 3);
    }

    /// Everything that is found in a text is looked up by tokens that are kept of it.
    #[test]
    fn what_is_kept_answers_every_look_up() {
        let texts = [
            "请问怎么退貨？",
            "我的iPhone15手机壳坏了",
            "单号 SF1234567890 已发出",
            "电话 138-0013-8000",
            "The parcels were delivered in Hangzhou",
            "テスト 반품",
            "好",
            "12 345 6789",
        ];
        for text in texts {
            let kept = tokens(text);
            let has = |look_up: &LookUp| {
                kept.split(' ').any(|token| match look_up {
                    LookUp::Token(wanted) => token == wanted,
                    LookUp::Prefix(wanted) => token.starts_with(wanted.as_str()),
                })
            };
            let all: Vec<char> = text.chars().collect();
            for from in 0..all.len() {
                for to in from + 1..=all.len() {
                    let question: String = all[from..to].iter().collect();
                    let terms = terms(&question);
                    let short = |term: &Term| term.kind == Script::Number && term.chars.len() < GRAM;
                    if terms.is_empty() || terms.iter().any(short) || find(text, &terms).is_none() {
                        continue;
                    }
                    for look_up in terms.iter().flat_map(Term::look_ups) {
                        assert!(has(&look_up), "{question} in {text}: {look_up:?} of {kept}");
                    }
                }
            }
        }
    }
}

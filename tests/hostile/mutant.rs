//! Makes wrong frames and bodies out of right ones: a seeded generator that keeps enough of the structure to get far.

use serde_json::{Map, Value, json};
use servicedesk::entropy::{SeededEntropy, SharedEntropy};

/// Marks the second of two equal keys until the text is written.
const AGAIN: &str = "\\u0002";
/// Marks a string that stands for JSON which no value can hold.
const RAW: &str = "\\u0003";
/// Longest text of a message, and a frame and a body that are surely too long.
const TOO_MANY_CHARS: usize = 8_001;
/// A message of this many bytes is over `frame_bytes`, and not over the longest body.
const TOO_MANY_BYTES: usize = 131_100;

/// JSON that no `Value` can hold, or that parsers disagree about.
const RAW_JSON: [&str; 12] = [
    "1e999",
    "-1e999",
    "9223372036854775808",
    "18446744073709551616",
    "-9223372036854775809",
    "1e-999",
    "-0",
    r#""\ud800""#,
    r#""\udc00\ud800 x""#,
    r#""a\u0000b""#,
    "NaN",
    "01",
];

/// A seeded source of mutants.
pub struct Mutants {
    entropy: SharedEntropy,
}

impl Mutants {
    pub fn new(seed: u64) -> Self {
        Self { entropy: SeededEntropy::shared(seed) }
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.entropy.number() % end as u64).unwrap()
    }

    /// A mutant of `right` as text.
    pub fn of(&mut self, right: &Value) -> String {
        match self.below(20) {
            0 => return self.no_json(&right.to_string()),
            1 => return self.nested(),
            _ => {}
        }
        let mut wrong = right.clone();
        for _ in 0..=self.below(3) {
            self.change(&mut wrong);
        }
        let mut text = written(&wrong);
        match self.below(30) {
            0 => text = format!("{text}\n{text}"),
            1 => text = format!("{text} {right}"),
            2 => text = format!("\t\n {text} \r\n"),
            3 => text = text.replace(',', ",,"),
            _ => {}
        }
        text
    }

    fn no_json(&mut self, right: &str) -> String {
        let cut = right.char_indices().nth(self.below(right.chars().count())).map_or(0, |(at, _)| at);
        match self.below(8) {
            0 => String::new(),
            1 => " \n".into(),
            2 => right[..cut].into(),
            3 => right[cut..].into(),
            4 => format!("{}\0{}", &right[..cut], &right[cut..]),
            5 => format!("{}茶\u{feff}{}", &right[..cut], &right[cut..]),
            6 => right.replace('"', "'"),
            _ => "x".repeat(self.below(9_000)),
        }
    }

    fn nested(&mut self) -> String {
        let depth = [10, 126, 127, 128, 129, 5_000, 20_000][self.below(7)];
        match self.below(3) {
            0 => format!("{}{}", "[".repeat(depth), "]".repeat(depth)),
            1 => "{\"type\":".repeat(depth),
            _ => format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)),
        }
    }

    /// Changes something, somewhere.
    fn change(&mut self, value: &mut Value) {
        match value {
            Value::Object(fields) if !fields.is_empty() && self.below(5) > 0 => self.change_fields(fields),
            Value::Array(items) if !items.is_empty() && self.below(3) > 0 => {
                let place = self.below(items.len());
                match self.below(4) {
                    0 => drop(items.remove(place)),
                    1 => *items = vec![items[place].clone(); 300],
                    _ => self.change(&mut items[place]),
                }
            }
            _ => *value = self.odd(),
        }
    }

    fn change_fields(&mut self, fields: &mut Map<String, Value>) {
        let place = self.below(fields.len());
        let key = fields.keys().nth(place).unwrap().clone();
        match self.below(10) {
            0 => drop(fields.remove(&key)),
            1 => drop(fields.insert(format!("{key}\u{2}"), self.odd())),
            2 => drop(fields.insert(format!("{key}\u{2}"), fields[&key].clone())),
            3 => drop(fields.insert("extra".into(), self.odd())),
            4 => {
                let value = fields.remove(&key).unwrap();
                fields.insert(key.to_uppercase(), value);
            }
            // `type` says which frame it is: what is wrong behind it is reached only while it is right.
            _ if key == "type" && self.below(10) > 0 => {}
            5..=7 => {
                let odd = self.odd();
                fields.insert(key, odd);
            }
            _ => self.change(&mut fields[&key]),
        }
    }

    /// A value that was not meant.
    fn odd(&mut self) -> Value {
        let raw = RAW_JSON[self.below(RAW_JSON.len())];
        match self.below(24) {
            0 => Value::Null,
            1 => true.into(),
            2 => 0.into(),
            3 => (-1).into(),
            4 => i64::MAX.into(),
            5 => i64::MIN.into(),
            6 => u64::MAX.into(),
            7 => 0.5.into(),
            8 => "".into(),
            9 => "   ".into(),
            10 => json!([]),
            11 => json!({}),
            12 => json!([[[{ "kind": "text" }]]]),
            13 => "茶".repeat(TOO_MANY_CHARS).into(),
            14 => "😀".repeat(8_000).into(),
            15 if self.below(4) == 0 => "x".repeat(TOO_MANY_BYTES).into(),
            16 => "e\u{301}\u{202e}\u{200b}\u{fffe}\u{10ffff}\r\n\t".into(),
            17 => "a\0b".into(),
            18 => "'; DROP TABLE messages; -- %s %n ${x} <script>".into(),
            19 => "c_zzzzzzzzzzzzz".into(),
            20 => "9999-12-31T23:59:59.999Z".into(),
            _ => format!("\u{3}{raw}").into(),
        }
    }
}

/// The value as text, with keys doubled and raw pieces put in.
fn written(value: &Value) -> String {
    let mut text = value.to_string().replace(AGAIN, "");
    for raw in RAW_JSON {
        let held = serde_json::to_string(&format!("\u{3}{raw}")).unwrap();
        debug_assert!(held.contains(RAW));
        text = text.replace(&held, raw);
    }
    text
}

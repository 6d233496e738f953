//! A JSON object a line: `{"id","question","alternatives":[],"answer"}`, with `locale`, `category` and `state` where wanted. A list
//! of such objects is read as well.

use serde::Deserialize;
use serde_json::Value;

use super::{Given, Taking, unreadable};
use crate::fault::Fault;

/// An object as it comes; what is not known here is left alone.
#[derive(Debug, Deserialize)]
struct Object {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    locale: Option<String>,
    #[serde(default)]
    question: String,
    #[serde(default)]
    alternatives: Option<Vec<String>>,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    state: Option<String>,
}

impl Object {
    fn given(self, line: u64) -> Given {
        Given {
            line,
            key: match self.id {
                Value::String(id) => id,
                Value::Number(id) => id.to_string(),
                _ => String::new(),
            },
            locale: self.locale.unwrap_or_default(),
            question: self.question,
            alternatives: self.alternatives.unwrap_or_default(),
            answer: self.answer,
            category: self.category,
            state: self.state.unwrap_or_default(),
        }
    }
}

pub(super) fn read(text: &str, taking: &mut Taking) -> Result<(), Fault> {
    if text.trim_start().starts_with('[') {
        let list: Vec<Value> =
            serde_json::from_str(text).map_err(|_| unreadable("The file cannot be read as JSON."))?;
        for (at, value) in list.into_iter().enumerate() {
            let line = at as u64 + 1;
            match serde_json::from_value::<Object>(value) {
                Ok(object) => taking.take(&object.given(line)),
                Err(_) => taking.refuse(line, "line", "unreadable"),
            }
        }
        return Ok(());
    }
    for (at, text) in text.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        let line = at as u64 + 1;
        match serde_json::from_str::<Object>(text) {
            Ok(object) => taking.take(&object.given(line)),
            Err(_) => taking.refuse(line, "line", "unreadable"),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_read_line_by_line_or_as_a_list() {
        let one = r#"{"id":7,"question":"How long?","alternatives":["How many days"],"answer":"Two days","more":1}"#;
        let two = r#"{"id":"x","question":"多久到?","answer":"两天","category":"物流","state":"draft","locale":null}"#;
        for text in [format!("{one}\n\n{two}\nnonsense\n"), format!("[{one},{two},7]")] {
            let mut taking = Taking::default();
            read(&text, &mut taking).expect("read");
            let rows = &taking.read.rows;
            assert_eq!(rows.len(), 2, "{text}");
            assert_eq!((rows[0].key.as_deref(), rows[0].locale.as_str()), (Some("7"), "en"));
            assert_eq!(rows[0].alternatives, ["How many days"]);
            assert_eq!((rows[1].category.as_deref(), rows[1].draft), (Some("物流"), true));
            assert_eq!(taking.read.refused[0].reason, "unreadable", "{text}");
        }
        assert!(read("[1,", &mut Taking::default()).is_err());
    }
}

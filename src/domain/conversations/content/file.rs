//! A file: a picture, a recording, a document. The message names it; its type was determined when it arrived.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::shape;
use super::text::check_length;
use crate::fault::Fault;
use crate::ids::FileId;

/// Longest recording, in milliseconds: a day.
const DURATION_MAX_MS: u32 = 86_400_000;

/// A file with, perhaps, words to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileMessage {
    /// The file.
    pub file_id: FileId,
    /// How long a recorded message is, in milliseconds; what its sender says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<u32>,
    /// Words to it; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What the desk knows of the file, told with every message that shows it.
#[derive(Debug, Clone, Serialize)]
pub struct About {
    /// Its name, for people.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub byte_size: u64,
    /// Width of a picture as shown, in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height of a picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

#[derive(Deserialize)]
struct Wire {
    file_id: String,
    #[serde(default)]
    duration_ms: Option<u32>,
    #[serde(default)]
    text: Option<String>,
}

#[derive(Serialize)]
struct Described<'a> {
    kind: &'static str,
    #[serde(flatten)]
    said: &'a FileMessage,
    #[serde(flatten)]
    about: &'a About,
}

impl FileMessage {
    /// Reads `{"kind":"file","file_id":"f_…"}` with `duration_ms` and `text`, where given.
    pub(super) fn parse(value: &Value, text_chars: usize) -> Result<Self, Fault> {
        let Wire { file_id, duration_ms, text } = shape::read(value, "content")?;
        let file_id = file_id.parse().map_err(|_| no_file())?;
        let text = text.unwrap_or_default();
        check_length(&text, text_chars)?;
        if text.contains('\0') {
            return Err(Fault::invalid("content.text", "The text holds a NUL character."));
        }
        if duration_ms.is_some_and(|duration| duration > DURATION_MAX_MS) {
            return Err(Fault::invalid("content.duration_ms", format!("Use at most {DURATION_MAX_MS}.")));
        }
        let text = if crate::text::is_blank(&text) { String::new() } else { text };
        Ok(Self { file_id, duration_ms, text })
    }

    /// The content as it is stored: what was sent, and what the desk knows of the file.
    #[must_use]
    pub fn described(&self, about: &About) -> String {
        serde_json::to_string(&Described { kind: "file", said: self, about })
            .expect("content holds only what JSON can say")
    }
}

/// A message names a file that is not there, not whole, or somebody else's.
#[must_use]
pub fn no_file() -> Fault {
    Fault::invalid("content.file_id", "You have no such file. Upload it first.")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_file_is_named_and_may_have_words() {
        let id = FileId(9);
        let parse =
            |value: Value| FileMessage::parse(&value, 5).map_err(|fault| fault.field.unwrap_or_default());
        let bare = FileMessage { file_id: id, duration_ms: None, text: String::new() };
        assert_eq!(parse(json!({"file_id":id})), Ok(bare.clone()));
        // What the desk knows of it is not taken from outside.
        assert_eq!(parse(json!({"file_id":id,"text":"  ","name":"virus.exe","byte_size":1})), Ok(bare));
        for (wrong, field) in [
            (json!({}), "content.file_id"),
            (json!({"file_id":"c_0000000000001"}), "content.file_id"),
            (json!({"file_id":id,"text":"a\0"}), "content.text"),
            (json!({"file_id":id,"text":"much too long"}), "content.text"),
            (json!({"file_id":id,"duration_ms":-1}), "content.duration_ms"),
            (json!({"file_id":id,"duration_ms":DURATION_MAX_MS + 1}), "content.duration_ms"),
        ] {
            assert_eq!(parse(wrong.clone()), Err(field.into()), "{wrong}");
        }
    }

    #[test]
    fn it_is_stored_with_what_is_known_of_it() {
        let said = FileMessage { file_id: FileId(9), duration_ms: None, text: "看".into() };
        let about = About {
            name: "茶.png".into(),
            media_type: "image/png".into(),
            byte_size: 7,
            width: Some(2),
            height: Some(1),
        };
        let stored = said.described(&about);
        assert_eq!(
            stored,
            format!(
                r#"{{"kind":"file","file_id":"{}","text":"看","name":"茶.png","media_type":"image/png","byte_size":7,"width":2,"height":1}}"#,
                FileId(9)
            )
        );
        assert_eq!(super::super::Content::stored(&stored), Some(super::super::Content::File(said)));
    }
}

//! What a widget asks before the first message, or instead of a talk while the shop is closed.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::words::{Bilingual, filled, short};
use crate::fault::Fault;

/// Most fields of a form.
pub const FIELDS_MAX: usize = 8;
/// Longest name of a field, in bytes.
pub const FIELD_ID_BYTES: usize = 32;
/// Longest label of a field, in characters.
pub const LABEL_CHARS: usize = 80;
/// Most choices of a field.
pub const OPTIONS_MAX: usize = 20;

/// When the form stands before the talk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = WidgetFormWhen)]
pub enum When {
    /// Not at all.
    #[default]
    Never,
    /// Before the first message of somebody unknown.
    Before,
    /// While the shop is closed.
    Closed,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = WidgetFieldKind)]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// One of several choices.
    Select,
    /// Yes or no.
    Checkbox,
    /// Consent, which must be given to go on where it is required.
    Consent,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WidgetField)]
pub struct Field {
    /// Its name in answers; `name`, `email` and `phone` fill the contact's own.
    pub id: String,
    /// What it takes.
    #[serde(rename = "type")]
    pub kind: FieldKind,
    /// What stands over it; in at least one language.
    pub label: Bilingual<String>,
    /// Must be filled in.
    #[serde(default)]
    pub required: bool,
    /// Choices of a `select`.
    #[serde(default)]
    pub options: Vec<Bilingual<String>>,
}

/// The form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = WidgetForm)]
pub struct Form {
    /// When it is asked.
    pub when: When,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

impl Form {
    /// Checks every field; `path` names the form in faults.
    pub fn check(&self, path: &str) -> Result<(), Fault> {
        if self.fields.len() > FIELDS_MAX {
            return Err(Fault::invalid(
                format!("{path}.fields"),
                format!("Use at most {FIELDS_MAX} fields."),
            ));
        }
        if self.when != When::Never && self.fields.is_empty() {
            return Err(Fault::invalid(format!("{path}.fields"), "Add a field, or ask nothing."));
        }
        for (at, field) in self.fields.iter().enumerate() {
            let path = format!("{path}.fields.{at}");
            if self.fields[..at].iter().any(|earlier| earlier.id == field.id) || !is_field_id(&field.id) {
                return Err(Fault::invalid(
                    format!("{path}.id"),
                    format!("Use 1 to {FIELD_ID_BYTES} of a–z, 0–9 and _, each name once."),
                ));
            }
            both(&format!("{path}.label"), &field.label)?;
            let choices = if field.kind == FieldKind::Select { 1..=OPTIONS_MAX } else { 0..=0 };
            if !choices.contains(&field.options.len()) {
                return Err(Fault::invalid(
                    format!("{path}.options"),
                    format!("A choice has 1 to {OPTIONS_MAX} options, other fields none."),
                ));
            }
            for option in &field.options {
                both(&format!("{path}.options"), option)?;
            }
        }
        Ok(())
    }
}

/// Whether this can be the name of a field.
#[must_use]
pub fn is_field_id(id: &str) -> bool {
    (1..=FIELD_ID_BYTES).contains(&id.len())
        && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Said in one language at least.
fn both(path: &str, text: &Bilingual<String>) -> Result<(), Fault> {
    filled(path, text.or_other("zh-CN"), LABEL_CHARS)?;
    text.each().into_iter().try_for_each(|(_, text)| short(path, text, LABEL_CHARS))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn check(form: Value) -> Result<(), String> {
        let form: Form = serde_json::from_value(form).map_err(|error| error.to_string())?;
        form.check("form").map_err(|fault| fault.field.unwrap_or_default().into_owned())
    }

    #[test]
    fn fields_are_named_once_and_labelled() {
        let name = json!({"id": "name", "type": "text", "label": {"en": "Name"}, "required": true});
        let size =
            json!({"id": "size", "type": "select", "label": {"zh-CN": "尺寸"}, "options": [{"en": "S"}]});
        assert_eq!(check(json!({"when": "before", "fields": [name, size]})), Ok(()));
        for (form, field) in [
            (json!({"when": "before"}), "form.fields"),
            (json!({"fields": [name, name]}), "form.fields.1.id"),
            (json!({"fields": [{"id": "Name", "type": "text", "label": {"en": "x"}}]}), "form.fields.0.id"),
            (json!({"fields": [{"id": "a", "type": "text", "label": {}}]}), "form.fields.0.label"),
            (
                json!({"fields": [{"id": "a", "type": "select", "label": {"en": "x"}}]}),
                "form.fields.0.options",
            ),
            (
                json!({"fields": [{"id": "a", "type": "text", "label": {"en": "x"}, "options": [{"en": "S"}]}]}),
                "form.fields.0.options",
            ),
        ] {
            assert_eq!(check(form.clone()), Err(field.to_owned()), "{form}");
        }
    }
}

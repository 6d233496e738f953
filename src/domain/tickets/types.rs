//! Types of tickets: what each asks for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::words::Words;
use crate::fault::Fault;
use crate::ids::TicketTypeId;
use crate::text;

/// Most types.
pub const TYPES_MAX: usize = 50;
/// Most fields of a type.
pub const FIELDS_MAX: usize = 20;
/// Longest name of a type, and of what stands beside a field, in characters.
const NAME_CHARS: usize = 40;
/// Longest key of a field, in bytes.
const KEY_BYTES: usize = 32;
/// Most options of a field.
const OPTIONS_MAX: usize = 50;
/// Longest option, in characters.
const OPTION_CHARS: usize = 80;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = TicketFieldKind)]
pub enum FieldKind {
    /// A few words.
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A number.
    Number,
    /// A day, `2026-03-01`.
    Date,
    /// One of the options.
    Select,
    /// Yes or no.
    Checkbox,
}

/// A field of a type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketField)]
pub struct Field {
    /// Its name in values: a–z, 0–9 and _.
    #[schema(example = "order_no")]
    pub key: String,
    /// What stands beside it, by language.
    pub label: Words,
    /// What it takes.
    #[serde(rename = "type")]
    pub kind: FieldKind,
    /// What a `select` offers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Whether it has to be given.
    #[serde(default)]
    pub required: bool,
    /// Whether customers are asked for it.
    #[serde(default)]
    pub public: bool,
}

/// A type as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TicketType)]
pub struct TicketType {
    /// The id.
    #[schema(value_type = String, example = "tt_01jb7q2m4k9zz")]
    pub id: TicketTypeId,
    /// What the team and customers call it.
    #[schema(example = "Broken on arrival")]
    pub name: String,
    /// Whether customers are offered it.
    pub public: bool,
    /// What it asks for.
    pub fields: Vec<Field>,
}

impl TicketType {
    /// The same with what customers are asked for alone.
    #[must_use]
    pub fn for_customers(&self) -> Self {
        let fields = self.fields.iter().filter(|field| field.public).cloned().collect();
        Self { fields, ..self.clone() }
    }
}

/// A type as somebody sends it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTicketType)]
pub struct Wanted {
    /// The one that it is; a new one has none.
    #[serde(default)]
    pub id: Option<String>,
    /// What the team and customers call it.
    pub name: String,
    /// Whether customers are offered it.
    #[serde(default)]
    pub public: bool,
    /// What it asks for.
    #[serde(default)]
    pub fields: Vec<Field>,
}

/// The types that are wanted, in order; new ones have no id yet.
pub fn check(wanted: Vec<Wanted>) -> Result<Vec<(Option<TicketTypeId>, TicketType)>, Fault> {
    if wanted.len() > TYPES_MAX {
        return Err(Fault::invalid("types", format!("There are at most {TYPES_MAX} types.")));
    }
    let mut checked: Vec<(Option<TicketTypeId>, TicketType)> = Vec::new();
    for (place, one) in wanted.into_iter().enumerate() {
        let path = |field: &str| format!("types[{place}].{field}");
        let id = match &one.id {
            None => None,
            Some(text) => Some(
                text.parse::<TicketTypeId>()
                    .map_err(|_| Fault::invalid(path("id"), "This is not the id of a type."))?,
            ),
        };
        if id.is_some() && checked.iter().any(|(other, _)| *other == id) {
            return Err(Fault::invalid(path("id"), "Name each type once."));
        }
        let name = text::given(&one.name, NAME_CHARS).ok_or_else(|| {
            Fault::invalid(path("name"), format!("Use 1 to {NAME_CHARS} printable characters."))
        })?;
        if one.fields.len() > FIELDS_MAX {
            return Err(Fault::invalid(path("fields"), format!("A type has at most {FIELDS_MAX} fields.")));
        }
        let mut fields: Vec<Field> = Vec::new();
        for (at, field) in one.fields.into_iter().enumerate() {
            let field = check_field(&path(&format!("fields[{at}]")), field)?;
            if fields.iter().any(|other| other.key == field.key) {
                return Err(Fault::invalid(path(&format!("fields[{at}].key")), "Name each field once."));
            }
            fields.push(field);
        }
        let id_or_none = id.unwrap_or(TicketTypeId(0));
        checked.push((id, TicketType { id: id_or_none, name, public: one.public, fields }));
    }
    Ok(checked)
}

fn check_field(path: &str, field: Field) -> Result<Field, Fault> {
    let named = (1..=KEY_BYTES).contains(&field.key.len())
        && field.key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    if !named {
        return Err(Fault::invalid(format!("{path}.key"), format!("Use 1 to {KEY_BYTES} of a–z, 0–9 and _.")));
    }
    let label = field.label.clean(&format!("{path}.label"), NAME_CHARS)?;
    let most = if field.kind == FieldKind::Select { 1..=OPTIONS_MAX } else { 0..=0 };
    if !most.contains(&field.options.len()) {
        let message = format!("A select has 1 to {OPTIONS_MAX} options, other fields none.");
        return Err(Fault::invalid(format!("{path}.options"), message));
    }
    let mut options: Vec<String> = Vec::new();
    for (at, option) in field.options.iter().enumerate() {
        let option = text::given(option, OPTION_CHARS).filter(|option| !options.contains(option));
        options.push(option.ok_or_else(|| {
            let message = format!("Use 1 to {OPTION_CHARS} printable characters, each option once.");
            Fault::invalid(format!("{path}.options[{at}]"), message)
        })?);
    }
    Ok(Field { label, options, ..field })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_document_is_checked_by_its_places() {
        let order = json!({ "key": "order_no", "label": { "zh-CN": "订单号" }, "type": "text", "required": true });
        let size = json!({ "key": "size", "label": { "en": "Size" }, "type": "select", "options": ["S", "M"] });
        let told = |fields: Value| {
            let wanted = json!([{ "name": "破损", "public": true, "fields": fields }]);
            check(serde_json::from_value(wanted).expect("types"))
                .map(|types| types.len())
                .map_err(|fault| fault.field.unwrap_or_default().into_owned())
        };
        assert_eq!(told(json!([order, size])), Ok(1));
        let with = |of: &Value, field: &str, value: Value| {
            let mut other = of.clone();
            other[field] = value;
            json!([other])
        };
        for (fields, path) in [
            (json!([order, order]), "types[0].fields[1].key"),
            (with(&order, "key", json!("Order")), "types[0].fields[0].key"),
            (with(&order, "key", json!("")), "types[0].fields[0].key"),
            (with(&order, "label", json!({})), "types[0].fields[0].label"),
            (with(&order, "options", json!(["a"])), "types[0].fields[0].options"),
            (with(&size, "options", json!([])), "types[0].fields[0].options"),
            (with(&size, "options", json!(["S", " S "])), "types[0].fields[0].options[1]"),
            (json!(vec![order.clone(); FIELDS_MAX + 1]), "types[0].fields"),
        ] {
            assert_eq!(told(fields.clone()), Err(path.to_owned()), "{fields}");
        }
        let named = |name: &str| check(vec![serde_json::from_value(json!({ "name": name })).expect("a type")]);
        assert_eq!(named(" ").unwrap_err().field.as_deref(), Some("types[0].name"));
    }
}

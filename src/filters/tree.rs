//! The tree, and how it is written as JSON.

use serde::de::{Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::fields::Field;

/// Conditions over a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Filter {
    /// Each of these holds.
    All(Vec<Filter>),
    /// At least one of these holds.
    Any(Vec<Filter>),
    /// A single condition.
    One(Condition),
}

/// What one field has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The field that is asked for.
    pub field: Field,
    /// How it is compared.
    pub op: Op,
    /// What it is compared with.
    pub value: Operand,
}

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// It is this.
    Is,
    /// It is something else.
    IsNot,
    /// It is one of these.
    In,
    /// It is none of these.
    NotIn,
    /// The words hold these, in capitals or not.
    Contains,
    /// The words do not hold these.
    ContainsNot,
    /// This is among them.
    Has,
    /// This is not among them.
    HasNot,
    /// At least one of these is among them.
    HasAny,
    /// It is more than this.
    MoreThan,
    /// It is less than this.
    LessThan,
}

/// What a field is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// One value; `None` stands for none.
    Single(Option<String>),
    /// Several of them.
    Several(Vec<Option<String>>),
    /// A number.
    Number(i64),
    /// Yes or no.
    Bool(bool),
    /// Something that no condition can be compared with; no check lets it pass.
    Unfit,
}

impl Operand {
    /// The values, if it is some.
    #[must_use]
    pub fn values(&self) -> &[Option<String>] {
        match self {
            Self::Single(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
            Self::Number(_) | Self::Bool(_) | Self::Unfit => &[],
        }
    }
}

/// A node of the tree as JSON: either a group or a condition.
#[derive(Default, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Filter>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Filter>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<Field>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    op: Option<Op>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    value: Option<Operand>,
}

/// Null is a value, too: it stands for none.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Operand>, D::Error> {
    Operand::deserialize(deserializer).map(Some)
}

impl TryFrom<Written> for Filter {
    type Error = String;

    /// What is wrong is said as serde says it, so that it is told like everything else that cannot be read.
    fn try_from(written: Written) -> Result<Self, String> {
        let missing = |name: &str| format!("missing field `{name}`");
        let beside = |name: &str, known: &str| Err(format!("unknown field `{name}`, expected {known}"));
        match written {
            Written { all: Some(_), any: Some(_), .. } => beside("any", "`all`"),
            Written { all: Some(filters), any: None, field: None, op: None, value: None } => {
                Ok(Self::All(filters))
            }
            Written { all: None, any: Some(filters), field: None, op: None, value: None } => {
                Ok(Self::Any(filters))
            }
            Written { all: Some(_), .. } => beside("field", "`all`"),
            Written { any: Some(_), .. } => beside("field", "`any`"),
            Written { field, op, value, .. } => Ok(Self::One(Condition {
                field: field.ok_or_else(|| missing("field"))?,
                op: op.ok_or_else(|| missing("op"))?,
                value: value.ok_or_else(|| missing("value"))?,
            })),
        }
    }
}

impl From<Filter> for Written {
    fn from(filter: Filter) -> Self {
        match filter {
            Filter::All(filters) => Self { all: Some(filters), ..Self::default() },
            Filter::Any(filters) => Self { any: Some(filters), ..Self::default() },
            Filter::One(Condition { field, op, value }) => {
                Self { field: Some(field), op: Some(op), value: Some(value), ..Self::default() }
            }
        }
    }
}

impl Serialize for Operand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Single(value) => value.serialize(serializer),
            Self::Several(values) => values.serialize(serializer),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Unfit => serializer.serialize_map(Some(0)).and_then(serde::ser::SerializeMap::end),
        }
    }
}

impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OperandVisitor)
    }
}

struct OperandVisitor;

impl<'de> Visitor<'de> for OperandVisitor {
    type Value = Operand;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Operand, E> {
        Ok(Operand::Single(None))
    }

    fn visit_str<E>(self, value: &str) -> Result<Operand, E> {
        Ok(Operand::Single(Some(value.to_owned())))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Operand, E> {
        Ok(Operand::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Operand, E> {
        Ok(Operand::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Operand, E> {
        Ok(i64::try_from(value).map_or(Operand::Unfit, Operand::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Operand, E> {
        Ok(Operand::Unfit)
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Operand, A::Error> {
        while map.next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?.is_some() {}
        Ok(Operand::Unfit)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Operand, A::Error> {
        let mut values = Vec::new();
        let mut fits = true;
        while let Some(value) = list.next_element()? {
            match value {
                Operand::Single(value) => values.push(value),
                _ => fits = false,
            }
        }
        Ok(if fits { Operand::Several(values) } else { Operand::Unfit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Fault;

    fn read(json: &str) -> Result<Filter, Fault> {
        let deserializer = &mut serde_json::Deserializer::from_str(json);
        serde_path_to_error::deserialize(deserializer).map_err(|error| Fault::misread("filter", &error))
    }

    #[test]
    fn trees_are_written_as_they_were_read() {
        for json in [
            r#"{"all":[]}"#,
            r#"{"field":"agent","op":"is","value":null}"#,
            r#"{"field":"agent","op":"in","value":["me",null]}"#,
            r#"{"any":[{"field":"waiting_ms","op":"more_than","value":-5},{"all":[{"field":"verified","op":"is","value":true}]}]}"#,
            r#"{"field":"attribute:level","op":"contains_not","value":"gold"}"#,
        ] {
            let filter = read(json).expect(json);
            assert_eq!(serde_json::to_string(&filter).expect("JSON"), json);
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_by_its_place() {
        for (json, field, says) in [
            (
                r#"{"all":[{"field":"nope","op":"is","value":1}]}"#,
                "filter.all[0].field",
                "There is no nope here",
            ),
            (
                r#"{"any":[{"field":"state","op":"like","value":1}]}"#,
                "filter.any[0].op",
                "There is no like here",
            ),
            (r#"{"field":"state","op":"is"}"#, "filter.value", "The field value is missing."),
            ("{}", "filter.field", "The field field is missing."),
            (r#"{"all":[],"any":[]}"#, "filter", "There is no field any. Use all."),
            (r#"{"any":[],"op":"is"}"#, "filter", "There is no field field. Use any."),
            (r#"{"all":{}}"#, "filter.all", "Use a list instead of an object."),
            (r#"{"none":[]}"#, "filter.none", "There is no field none."),
        ] {
            let fault = read(json).expect_err(json);
            assert_eq!(fault.field.as_deref(), Some(field), "{json}: {fault}");
            assert!(fault.message.starts_with(says), "{json}: {fault}");
        }
    }
}

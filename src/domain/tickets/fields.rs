//! What a ticket says in the fields of its type, checked by their places.

use serde_json::{Map, Value};

use super::types::{Field, FieldKind, TicketType};
use crate::fault::Fault;
use crate::text;

/// Longest text, in characters.
const TEXT_CHARS: usize = 2_000;
/// Longest e-mail address, in bytes.
const EMAIL_BYTES: usize = 254;
/// Fewest and most digits of a telephone number.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=20;

/// Values by key.
pub type Values = Map<String, Value>;

/// The values that `had` becomes with `given`, where null takes one away; whatever the type does not ask for is refused.
pub fn change(of: Option<&TicketType>, had: &Values, given: &Values) -> Result<Values, Fault> {
    let mut values = had.clone();
    for (key, value) in given {
        let field = of.and_then(|of| of.fields.iter().find(|field| field.key == *key));
        let field = field.ok_or_else(|| wrong(key, "The type of this ticket has no such field."))?;
        match read(field, value)? {
            Some(value) => drop(values.insert(key.clone(), value)),
            None if field.required => return Err(wrong(key, "This has to be given.")),
            None => drop(values.remove(key)),
        }
    }
    Ok(values)
}

/// The values that a ticket of this type begins with, or goes on with: what is required is there, what it does not ask for is gone.
pub fn begin(of: Option<&TicketType>, had: &Values, given: &Values) -> Result<Values, Fault> {
    let mut kept = Values::new();
    for field in of.iter().flat_map(|of| &of.fields) {
        if let Some(value) = had.get(&field.key)
            && let Ok(Some(value)) = read(field, value)
        {
            kept.insert(field.key.clone(), value);
        }
    }
    let values = change(of, &kept, given)?;
    let missing = |field: &&Field| field.required && !values.contains_key(&field.key);
    match of.iter().flat_map(|of| &of.fields).find(missing) {
        Some(field) => Err(wrong(&field.key, "This has to be given.")),
        None => Ok(values),
    }
}

fn wrong(key: &str, message: impl Into<std::borrow::Cow<'static, str>>) -> Fault {
    Fault::invalid(format!("fields.{key}"), message)
}

/// A value as it is kept; `None` where nothing is said.
fn read(field: &Field, value: &Value) -> Result<Option<Value>, Fault> {
    if value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty()) {
        return Ok(None);
    }
    let words = || value.as_str().map(str::trim);
    let kept = match field.kind {
        FieldKind::Checkbox => match value.as_bool() {
            // A box that has to be ticked is ticked.
            Some(false) if field.required => return Ok(None),
            ticked => ticked.map(Value::Bool),
        },
        FieldKind::Number => value.as_f64().filter(|number| number.is_finite()).map(|_| value.clone()),
        FieldKind::Text => words()
            .filter(|text| text.chars().count() <= TEXT_CHARS && !text.contains('\0') && !text::is_blank(text))
            .map(Value::from),
        FieldKind::Email => words().filter(|text| is_email(text)).map(Value::from),
        FieldKind::Phone => words().filter(|text| is_phone(text)).map(Value::from),
        FieldKind::Date => words().filter(|text| is_date(text)).map(Value::from),
        FieldKind::Select => {
            words().filter(|text| field.options.iter().any(|option| option == text)).map(Value::from)
        }
    };
    kept.map(Some).ok_or_else(|| {
        let message = match field.kind {
            FieldKind::Text => format!("Use a text of at most {TEXT_CHARS} characters."),
            FieldKind::Email => "Use an e-mail address.".to_owned(),
            FieldKind::Phone => "Use a telephone number.".to_owned(),
            FieldKind::Number => "Use a number.".to_owned(),
            FieldKind::Date => "Use a day such as 2026-03-01.".to_owned(),
            FieldKind::Select => format!("Use one of {}.", field.options.join(", ")),
            FieldKind::Checkbox => "Use true or false.".to_owned(),
        };
        wrong(&field.key, message)
    })
}

fn is_email(text: &str) -> bool {
    let plain = text.len() <= EMAIL_BYTES && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    let parts = text.rsplit_once('@');
    plain
        && parts.is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        })
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    DIGITS.contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +-().#".contains(c))
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::tickets::words::Words;
    use crate::ids::TicketTypeId;

    fn of(fields: &[(&str, FieldKind, bool)]) -> TicketType {
        let fields = fields.iter().map(|(key, kind, required)| Field {
            key: (*key).to_owned(),
            label: Words::default(),
            kind: *kind,
            options: vec!["S".to_owned(), "M".to_owned()],
            required: *required,
            public: false,
        });
        TicketType { id: TicketTypeId(9), name: "破损".to_owned(), public: true, fields: fields.collect() }
    }

    fn values(value: Value) -> Values {
        serde_json::from_value(value).expect("an object")
    }

    #[test]
    fn each_kind_takes_what_it_says() {
        use FieldKind::{Checkbox, Date, Email, Number, Phone, Select, Text};
        for (kind, value, kept) in [
            (Text, json!(" 盖碗 "), Some(json!("盖碗"))),
            (Text, json!(5), None),
            (Text, json!("长".repeat(TEXT_CHARS + 1)), None),
            (Text, json!("\u{200b}"), None),
            (Email, json!("li@shop.cn"), Some(json!("li@shop.cn"))),
            (Email, json!("li@shop"), None),
            (Email, json!("li li@shop.cn"), None),
            (Phone, json!("+86 138-0000 0000"), Some(json!("+86 138-0000 0000"))),
            (Phone, json!("12"), None),
            (Phone, json!("call 12345"), None),
            (Number, json!(3), Some(json!(3))),
            (Number, json!(2.5), Some(json!(2.5))),
            (Number, json!("3"), None),
            (Date, json!("2026-03-01"), Some(json!("2026-03-01"))),
            (Date, json!("2026-02-30"), None),
            (Date, json!("2026-3-1"), None),
            (Select, json!("M"), Some(json!("M"))),
            (Select, json!("L"), None),
            (Checkbox, json!(true), Some(json!(true))),
            (Checkbox, json!(false), Some(json!(false))),
            (Checkbox, json!("true"), None),
            (Text, json!({}), None),
            (Select, json!(["S"]), None),
        ] {
            let of = of(&[("a", kind, false)]);
            let told = begin(Some(&of), &Values::new(), &values(json!({ "a": value })));
            match kept {
                Some(kept) => assert_eq!(told.map(Value::from), Ok(json!({ "a": kept })), "{kind:?} {value}"),
                None => {
                    assert_eq!(told.unwrap_err().field.as_deref(), Some("fields.a"), "{kind:?} {value}");
                }
            }
        }
    }

    #[test]
    fn what_is_required_is_there_and_nothing_else_than_is_asked_for() {
        let of = of(&[("order", FieldKind::Text, true), ("ok", FieldKind::Checkbox, true), ("note", FieldKind::Text, false)]);
        let field = |given: Value| {
            let told = begin(Some(&of), &Values::new(), &values(given));
            told.map_err(|fault| fault.field.unwrap_or_default().into_owned())
        };
        assert!(field(json!({ "order": "1042", "ok": true })).is_ok());
        for (given, path) in [
            (json!({ "ok": true }), "fields.order"),
            (json!({ "order": " ", "ok": true }), "fields.order"),
            (json!({ "order": "1042", "ok": false }), "fields.ok"),
            (json!({ "order": "1042", "ok": true, "size": "S" }), "fields.size"),
        ] {
            assert_eq!(field(given.clone()), Err(path.to_owned()), "{given}");
        }
        assert!(begin(None, &Values::new(), &values(json!({ "order": "1" }))).is_err(), "no type, no field");
        let had = values(json!({ "order": "1042", "ok": true, "note": "x" }));
        assert_eq!(
            change(Some(&of), &had, &values(json!({ "note": null }))).map(Value::from),
            Ok(json!({ "order": "1042", "ok": true }))
        );
        assert!(change(Some(&of), &had, &values(json!({ "order": null }))).is_err());
        // Of another type what it asks for, too, stays.
        let had = values(json!({ "order": "1042", "size": "S", "ok": "yes" }));
        let kept = begin(Some(&of), &had, &values(json!({ "ok": true })));
        assert_eq!(kept.map(Value::from), Ok(json!({ "order": "1042", "ok": true })));
    }
}

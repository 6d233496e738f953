//! What the API says of itself, held against what it answers: every answer that a test gets is looked at.

use std::sync::LazyLock;

use reqwest::Method;
use serde_json::{Map, Value};

static DOCUMENT: LazyLock<Value> = LazyLock::new(servicedesk::web::openapi_document);

/// Panics where an answer is not what the description says of this call; calls that are not described are passed over.
#[track_caller]
pub fn check(method: &Method, path: &str, status: u16, media_type: &str, body: &[u8]) {
    let Some(operation) = operation(method, path) else { return };
    let call = format!("{method} {path}: {status}");
    let response = &operation["responses"][status.to_string()];
    if (200..300).contains(&status) && status != 206 {
        assert!(response.is_object(), "{call} is not described");
    }
    let Some(content) = response["content"].as_object() else {
        assert!(response.is_null() || body.is_empty(), "{call} should have no body");
        return;
    };
    let media_type = media_type.split(';').next().unwrap_or_default();
    if media_type.ends_with("json") {
        let schema = &content.get(media_type).unwrap_or_else(|| panic!("{call} as {media_type}"))["schema"];
        let value = serde_json::from_slice(body).expect("JSON");
        if let Err(wrong) = fits(schema, &value) {
            panic!("{call} is not as described: {wrong}\n{value}");
        }
    }
}

/// The operation with the fewest blanks whose path this is.
fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let path = path.split('?').next()?;
    let paths = DOCUMENT["paths"].as_object()?.iter();
    let mut found: Vec<_> = paths
        .filter(|(pattern, _)| {
            let (one, other) = (pattern.split('/'), path.split('/'));
            one.clone().count() == other.clone().count()
                && one.zip(other).all(|(blank, part)| blank.starts_with('{') || blank == part)
        })
        .filter_map(|(pattern, item)| {
            Some((pattern.matches('{').count(), item.get(method.as_str().to_lowercase())?))
        })
        .collect();
    found.sort_by_key(|(blanks, _)| *blanks);
    found.first().map(|(_, operation)| *operation)
}

/// A schema itself, where this one refers to it.
fn resolved(schema: &'static Value) -> &'static Value {
    match schema["$ref"].as_str() {
        Some(name) => resolved(DOCUMENT.pointer(&name[1..]).expect("references lead somewhere")),
        None => schema,
    }
}

/// Whether a value is what a schema says, with every field described.
fn fits(schema: &'static Value, value: &Value) -> Result<(), String> {
    let schema = resolved(schema);
    if let Some(choices) = schema["oneOf"].as_array() {
        let wrong: Vec<String> = choices.iter().filter_map(|choice| fits(choice, value).err()).collect();
        return if wrong.len() < choices.len() { Ok(()) } else { Err(wrong.join(" or ")) };
    }
    if schema["allOf"].is_array() {
        return fields_fit(schema, value.as_object().ok_or("no object")?);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let whole_number = kind == "integer" && types.contains(&"number");
    if !types.is_empty() && !types.contains(&kind) && !whole_number {
        return Err(format!("{value} is {kind}, not {types:?}"));
    }
    if let Some(names) = schema["enum"].as_array().filter(|names| !names.contains(value)) {
        return Err(format!("{value} is none of {names:?}"));
    }
    match value {
        Value::Array(items) => items
            .iter()
            .try_for_each(|item| fits(&schema["items"], item).map_err(|wrong| format!("[]: {wrong}"))),
        Value::Object(fields) => fields_fit(schema, fields),
        _ => Ok(()),
    }
}

fn fields_fit(schema: &'static Value, fields: &Map<String, Value>) -> Result<(), String> {
    let mut parts = vec![schema];
    let mut at = 0;
    while let Some(part) = parts.get(at).copied() {
        parts.extend(part["allOf"].as_array().into_iter().flatten().map(resolved));
        at += 1;
    }
    for name in parts.iter().flat_map(|part| part["required"].as_array().into_iter().flatten()) {
        if name.as_str().is_some_and(|name| !fields.contains_key(name)) {
            return Err(format!("{name} is missing"));
        }
    }
    let open =
        parts.iter().all(|part| part["properties"].is_null() && part["additionalProperties"].is_null());
    for (name, field) in fields {
        let named = parts.iter().map(|part| &part["properties"][name]).find(|schema| !schema.is_null());
        let any = parts.iter().map(|part| &part["additionalProperties"]).find(|schema| schema.is_object());
        match named.or(any) {
            Some(schema) => fits(schema, field).map_err(|wrong| format!("{name}: {wrong}"))?,
            None if open => {}
            None => return Err(format!("{name} is not described")),
        }
    }
    Ok(())
}

//! The API reference: our own page over the OpenAPI document.

use std::sync::OnceLock;

use actix_web::HttpRequest;
use askama::Template;
use serde_json::Value;

use crate::fault::Fault;
use crate::i18n::{Locale, Texts};
use crate::web::error::Reply;
use crate::web::page::{Kept, kept_page, workbench_policy};
use crate::web::{assets, locale, openapi_document};

#[derive(Template)]
#[template(path = "public/docs.html")]
struct DocsPage {
    t: Texts,
    assets: &'static str,
    spec: Spec,
}

struct Spec {
    groups: Vec<Group>,
}

struct Group {
    name: String,
    operations: Vec<Operation>,
}

struct Operation {
    method: String,
    path: String,
    summary: String,
    description: String,
    auth: &'static str,
    parameters: Vec<Parameter>,
    request: Option<String>,
    responses: Vec<Response>,
}

struct Parameter {
    name: String,
    place: String,
    required: bool,
    kind: String,
    description: String,
}

struct Response {
    status: String,
    description: String,
    example: Option<String>,
}

/// The page in each language. It is made of the code alone, and once.
static PAGES: [OnceLock<Kept>; Locale::ALL.len()] = [const { OnceLock::new() }; Locale::ALL.len()];

pub(super) async fn docs(request: HttpRequest) -> Reply {
    let locale = locale::of(&request);
    let place = Locale::ALL.iter().position(|one| *one == locale).unwrap_or_default();
    let page = if let Some(page) = PAGES[place].get() {
        page
    } else {
        let made = make(locale)?;
        PAGES[place].get_or_init(|| made)
    };
    Ok(kept_page(&request, workbench_policy(&request), page))
}

fn make(locale: Locale) -> Result<Kept, Fault> {
    let page = DocsPage { t: Texts::new(locale), assets: assets::prefix(), spec: read(&openapi_document()) };
    Kept::new(page.render().map_err(Fault::internal)?)
}

fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().replace('`', "")
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn entries<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.get(name).and_then(Value::as_object).into_iter().flatten()
}

/// Groups the operations by tag, in the order of the tags.
fn read(document: &Value) -> Spec {
    let mut groups: Vec<Group> =
        list(document, "tags").map(|tag| Group { name: text(tag, "name"), operations: Vec::new() }).collect();
    for (path, methods) in entries(document, "paths") {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let tag = list(operation, "tags").next().and_then(Value::as_str).unwrap_or_default();
            if let Some(group) = groups.iter_mut().find(|group| group.name == tag) {
                group.operations.push(self::operation(document, path, method, operation));
            }
        }
    }
    Spec { groups }
}

fn operation(document: &Value, path: &str, method: &str, operation: &Value) -> Operation {
    let open =
        list(operation, "security").any(|need| need.as_object().is_some_and(serde_json::Map::is_empty));
    let body = operation.pointer("/requestBody/content/application~1json/schema");
    Operation {
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: text(operation, "summary"),
        description: text(operation, "description"),
        auth: if open { "" } else { "API token, or cookie with X-CSRF-Token" },
        parameters: list(operation, "parameters").map(parameter).collect(),
        request: body.map(|schema| pretty(&example(document, schema, 0))),
        responses: entries(operation, "responses")
            .map(|(status, response)| Response {
                status: status.clone(),
                description: text(response, "description"),
                example: response
                    .pointer("/content/application~1json/schema")
                    .filter(|_| status.starts_with('2'))
                    .map(|schema| pretty(&example(document, schema, 0))),
            })
            .collect(),
    }
}

fn parameter(parameter: &Value) -> Parameter {
    let kind = parameter.pointer("/schema/type");
    let kind = match kind {
        Some(Value::Array(kinds)) => kinds.first().and_then(Value::as_str),
        Some(kind) => kind.as_str(),
        None => None,
    };
    Parameter {
        name: text(parameter, "name"),
        place: text(parameter, "in"),
        required: parameter.get("required").and_then(Value::as_bool).unwrap_or_default(),
        kind: kind.unwrap_or("string").to_owned(),
        description: text(parameter, "description"),
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// An example that fits a schema; references are followed a few levels deep.
fn example(document: &Value, schema: &Value, depth: usize) -> Value {
    const DEPTH_MAX: usize = 10;
    if let Some(example) = schema.get("example") {
        return example.clone();
    }
    if let Some(one) = list(schema, "enum").next().or_else(|| schema.get("default")) {
        return one.clone();
    }
    if depth > DEPTH_MAX {
        return Value::Null;
    }
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        let found = document.pointer(target.trim_start_matches('#'));
        return found.map_or(Value::Null, |schema| example(document, schema, depth + 1));
    }
    let parts: Vec<&Value> = list(schema, "allOf").collect();
    if !parts.is_empty() {
        let mut whole = serde_json::Map::new();
        for part in parts {
            if let Value::Object(fields) = example(document, part, depth + 1) {
                whole.extend(fields);
            }
        }
        return Value::Object(whole);
    }
    if let Some(one) =
        list(schema, "oneOf").chain(list(schema, "anyOf")).find(|one| one.get("type") != Some(&"null".into()))
    {
        return example(document, one, depth + 1);
    }
    let kind = match schema.get("type") {
        Some(Value::Array(kinds)) => kinds.first().and_then(Value::as_str),
        Some(kind) => kind.as_str(),
        None => None,
    };
    match kind {
        Some("object") => {
            let fields = entries(schema, "properties");
            Value::Object(
                fields.map(|(name, field)| (name.clone(), example(document, field, depth + 1))).collect(),
            )
        }
        Some("array") => {
            let items = schema.get("items").map(|items| example(document, items, depth + 1));
            Value::Array(items.into_iter().collect())
        }
        Some("integer" | "number") => 1.into(),
        Some("boolean") => true.into(),
        _ => "text".into(),
    }
}

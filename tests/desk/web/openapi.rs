//! The description of the API is that of what the desk really routes.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::Value;

use crate::support::{Answer, TestDesk};

/// The route tables of the API and of files, as they are written down.
const ROUTES: [&str; 2] =
    [include_str!("../../../src/web/api/mod.rs"), include_str!("../../../src/web/files/mod.rs")];

/// Routes that are no calls: the description itself, and what browsers ask before a call.
const NO_CALLS: [&str; 2] = ["/openapi.json", "/files/v1/{rest:.*}"];

fn described(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().unwrap();
    let methods = |(path, methods): (&String, &Value)| {
        let path = path.clone();
        let methods: Vec<String> = methods.as_object().unwrap().keys().cloned().collect();
        methods.into_iter().map(move |method| (method, path.clone()))
    };
    paths.iter().flat_map(methods).collect()
}

#[tokio::test]
async fn every_route_is_described_and_every_description_routed() {
    let desk = TestDesk::open().await;
    let document = desk.get("/openapi.json").await.ok(200);
    // A handler that is put into a table as a service describes itself; `.route` would describe nothing.
    let lines: Vec<&str> = ROUTES.iter().flat_map(|table| table.lines().map(str::trim)).collect();
    let undescribed =
        lines.iter().filter_map(|line| line.trim_start_matches("app").strip_prefix(".route(\""));
    let undescribed: Vec<&str> = undescribed.map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(undescribed, NO_CALLS);
    let handlers =
        lines.iter().filter(|line| line.starts_with(".service(") || line.starts_with("app.service("));
    let handlers = handlers.filter(|line| line.contains("::")).count();
    assert_eq!(described(&document).len(), handlers);
    for (method, path) in described(&document) {
        let path = path
            .replace("{id}", "c_0000000000001")
            .replace("{message_id}", "m_0000000000001_1")
            .replace("{name}", "default")
            .replace("{n}", "0");
        let method: Method = method.to_uppercase().parse().unwrap();
        let answer = Answer::to(desk.request(method.clone(), &path)).await;
        assert!([400, 401].contains(&answer.status), "{method} {path}: {}", answer.status);
    }
}

#[tokio::test]
async fn every_operation_says_what_it_does_and_what_can_go_wrong() {
    let document = servicedesk::web::openapi_document();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let name = format!("{method} {path}");
            assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
            assert_eq!(operation["tags"].as_array().unwrap().len(), 1, "{name}");
            let responses = operation["responses"].as_object().unwrap();
            assert!(responses.keys().any(|status| status.starts_with('2')), "{name}");
            for (status, response) in responses.iter().filter(|(status, _)| status.starts_with(['4', '5'])) {
                let schema = &response["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(schema, "#/components/schemas/Problem", "{name} {status}");
            }
        }
    }
}

/// Collects what is referred to.
fn walk<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|field| walk(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn every_reference_leads_to_a_schema() {
    let document = servicedesk::web::openapi_document();
    let mut references = Vec::new();
    walk(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
}

/// Every operation with its name, method and path.
fn operations(document: &Value) -> Vec<(String, &str, &Value)> {
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            all.push((format!("{method} {path}"), path.as_str(), operation));
        }
    }
    all
}

#[test]
fn every_operation_has_an_id_of_its_own() {
    let document = servicedesk::web::openapi_document();
    let mut ids = BTreeSet::new();
    for (name, _, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{name}"));
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{name}: {id}");
        assert!(ids.insert(id), "{name}: {id} is somebody else's");
    }
}

#[test]
fn every_body_has_a_schema() {
    let document = servicedesk::web::openapi_document();
    for (name, _, operation) in operations(&document) {
        let answers = operation["responses"].as_object().unwrap();
        for (status, answer) in answers {
            assert!(!answer["description"].as_str().unwrap().is_empty(), "{name} {status}");
            assert_eq!(answer["content"].is_null(), status == "204", "{name} {status}");
        }
        let bodies = answers.values().chain([&operation["requestBody"]]);
        for (media_type, content) in bodies.filter_map(|body| body["content"].as_object()).flatten() {
            let schema = content["schema"].as_object().unwrap_or_else(|| panic!("{name} {media_type}"));
            assert!(!schema.is_empty(), "{name} {media_type}");
        }
    }
}

#[test]
fn every_blank_of_a_path_is_a_parameter() {
    let document = servicedesk::web::openapi_document();
    for (name, path, operation) in operations(&document) {
        let blanks: BTreeSet<&str> =
            path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        let all = operation["parameters"].as_array().map_or(&[][..], Vec::as_slice);
        let in_path = all.iter().filter(|parameter| parameter["in"] == "path");
        let names: Vec<&str> = in_path.map(|parameter| parameter["name"].as_str().unwrap()).collect();
        assert_eq!(names.iter().copied().collect::<BTreeSet<_>>(), blanks, "{name}");
        assert_eq!(names.len(), blanks.len(), "{name}");
        for parameter in all {
            assert!(
                parameter["schema"]["type"].is_string() || parameter["schema"]["type"].is_array(),
                "{name}"
            );
            assert!(parameter["description"].is_string(), "{name}: {}", parameter["name"]);
            assert!(parameter["in"] != "path" || parameter["required"] == true, "{name}");
        }
    }
}

/// Checks a schema, and every one within it, for saying what it is; gives their number.
fn check_schema(at: &str, schema: &Value) -> usize {
    let said = ["type", "$ref", "oneOf", "allOf"].iter().any(|key| !schema[key].is_null());
    assert!(said, "{at}: {schema}");
    let kinds = &schema["type"];
    if kinds == "array" || kinds.as_array().is_some_and(|kinds| kinds.contains(&"array".into())) {
        assert!(schema["items"].is_object(), "{at}: {schema}");
    }
    let mut seen = 1;
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        assert!(name != "items" || field["type"] == "array", "{at}: {schema}");
        seen += check_schema(&format!("{at}.{name}"), field);
    }
    for part in
        ["items", "additionalProperties"].iter().map(|key| &schema[key]).filter(|part| part.is_object())
    {
        seen += check_schema(at, part);
    }
    let parts = ["oneOf", "allOf"].iter().filter_map(|key| schema[key].as_array()).flatten();
    seen + parts.map(|part| check_schema(at, part)).sum::<usize>()
}

#[test]
fn every_list_and_every_field_says_what_it_is() {
    let document = servicedesk::web::openapi_document();
    let named = document["components"]["schemas"].as_object().unwrap();
    let mut seen: usize = named.iter().map(|(name, schema)| check_schema(name, schema)).sum();
    for (name, _, operation) in operations(&document) {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let bodies = operation["responses"].as_object().unwrap().values().chain([&operation["requestBody"]]);
        let contents =
            bodies.filter_map(|body| body["content"].as_object()).flat_map(|content| content.values());
        seen +=
            parameters.chain(contents).map(|holder| check_schema(&name, &holder["schema"])).sum::<usize>();
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn the_description_as_it_stands() {
    insta::assert_json_snapshot!("openapi", servicedesk::web::openapi_document());
}

//! The description of the API is that of what the desk really routes.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::Value;

use crate::support::{Answer, TestDesk};

/// The route tables of the API and of files, as they are written down, and what their paths begin with.
const ROUTES: [(&str, &str); 2] = [
    (include_str!("../../../src/web/api/mod.rs"), "/api/v1"),
    (include_str!("../../../src/web/files/mod.rs"), ""),
];

fn described(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().unwrap();
    let methods = |(path, methods): (&String, &Value)| {
        let path = path.clone();
        let methods: Vec<String> = methods.as_object().unwrap().keys().cloned().collect();
        methods.into_iter().map(move |method| (method, path.clone()))
    };
    paths.iter().flat_map(methods).collect()
}

fn routed() -> BTreeSet<(String, String)> {
    let lines = |(table, prefix): (&'static str, &'static str)| {
        let routes =
            table.lines().filter_map(|line| line.trim().trim_start_matches("app").strip_prefix(".route(\""));
        routes.map(move |line| {
            let (path, rest) = line.split_once("\", ").unwrap();
            let method = rest.split_once("()").unwrap().0;
            (method.to_owned(), format!("{prefix}{path}"))
        })
    };
    // The description of the API is not part of it.
    ROUTES.into_iter().flat_map(lines).filter(|(_, path)| path != "/api/v1/openapi.json").collect()
}

#[tokio::test]
async fn every_route_is_described_and_every_description_routed() {
    let desk = TestDesk::open().await;
    let document = desk.get("/openapi.json").await.ok(200);
    assert_eq!(described(&document), routed());
    assert!(routed().len() > 25);
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
                let schema = &response["content"]["application/json"]["schema"]["$ref"];
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
async fn references_lead_somewhere() {
    let document = servicedesk::web::openapi_document();
    let mut references = Vec::new();
    walk(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
}

#[test]
fn the_description_as_it_stands() {
    insta::assert_json_snapshot!("openapi", servicedesk::web::openapi_document());
}

//! No setting without an effect: every leaf of what an owner can set is changed once, and what visitors get must differ.

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::domain::pictures::{MediaType, digest, store};

use crate::support::{Agent, Answer, TestDesk};

/// Everything that visitors get: the loader, the boot answer and the session's settings, in both languages and in one that
/// the desk does not speak.
async fn seen(desk: &TestDesk) -> Vec<Value> {
    let mut all = Vec::new();
    for locale in ["zh-CN", "en", "fr"] {
        let loader = desk.request(Method::GET, "/w.js").header("accept-language", locale);
        let loader = Answer::to(loader).await;
        all.push(json!(loader.text.rsplit_once("servicedesk.look=").map(|(_, look)| look)));
        all.push(desk.get(&format!("/w/boot?k={}&locale={locale}", desk.key)).await.ok(200));
        let session =
            json!({ "key": desk.key, "device_id": "4f1c7a52-93d8-4d0e-8b0f-5b6f9a1f2c3d", "locale": locale });
        let session =
            Answer::to(desk.request(Method::POST, "/widget/v1/session").json(&session)).await.ok(200);
        all.push(session["settings"].clone());
    }
    all
}

/// The leaves of a document as JSON pointers. An empty object or list is one.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(parts) if !parts.is_empty() => {
            for (name, part) in parts {
                leaves(part, &format!("{at}/{name}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// `{"a":{"b":value}}` for `/a/b`.
fn nested(pointer: &str, value: Value) -> Value {
    pointer.rsplit('/').filter(|name| !name.is_empty()).fold(value, |inner, name| json!({ name: inner }))
}

/// Changes one leaf after the other, each from where it was, and looks whether anybody sees it. `wrapped` puts a part of the
/// document into the body of a change.
async fn each_leaf_is_seen(
    desk: &TestDesk,
    owner: &Agent,
    path: &str,
    before: &Value,
    changes: &[(&str, Value)],
    wrapped: impl Fn(Value) -> Value,
) {
    let mut all = Vec::new();
    leaves(before, "", &mut all);
    all.sort();
    let mut tried: Vec<&str> = changes.iter().map(|(pointer, _)| *pointer).collect();
    tried.sort_unstable();
    assert_eq!(all, tried, "every leaf of {path} is tried");

    let first = seen(desk).await;
    let mut known = vec![first.clone()];
    for (pointer, change) in changes {
        let top = pointer.split('/').nth(1).unwrap_or_default();
        owner.call(Method::PATCH, path, &wrapped(change.clone())).await.ok(200);
        // Nor may it be what another leaf brought: some can only be changed together with their neighbour.
        let now = seen(desk).await;
        assert!(!known.contains(&now), "{pointer} changes nothing that a visitor gets");
        known.push(now);
        owner.call(Method::PATCH, path, &wrapped(json!({ top: before[top] }))).await.ok(200);
        assert_eq!(seen(desk).await, first, "{pointer} is taken back");
    }
}

/// A change of the leaf at a pointer.
fn to(pointer: &'static str, value: Value) -> (&'static str, Value) {
    (pointer, nested(pointer, value))
}

#[tokio::test]
async fn each_setting_of_the_widget_reaches_visitors() {
    let desk = TestDesk::open().await;
    let bytes = b"\x89PNG\r\n\x1a\nlogo".as_slice();
    let picture = digest(bytes);
    let name = picture.clone();
    let stored = desk
        .inside()
        .db
        .write(move |unit| Ok(store::insert(unit.conn(), &name, MediaType::Png, bytes, unit.now())?));
    stored.await.unwrap();
    let field = json!({ "id": "name", "type": "text", "label": { "en": "Your name" }, "required": true });
    let changes = [
        to("/accent", json!("#123456")),
        to("/theme", json!("dark")),
        to("/radius", json!(4)),
        to("/launcher/position", json!("left")),
        to("/launcher/offset/x", json!(90)),
        to("/launcher/offset/y", json!(91)),
        to("/launcher/icon", json!("leaf")),
        to("/launcher/label/zh-CN", json!("问一句")),
        to("/launcher/label/en", json!("Ask us")),
        to("/launcher/hidden", json!(true)),
        to("/logo", json!(picture)),
        to("/header", json!(picture)),
        to("/texts/zh-CN/title", json!("半山")),
        to("/texts/zh-CN/greeting", json!("您好呀")),
        to("/texts/zh-CN/welcome", json!("想喝什么？")),
        to("/texts/zh-CN/offline", json!("明早见")),
        to("/texts/en/title", json!("Halfway")),
        to("/texts/en/greeting", json!("Hi there")),
        to("/texts/en/welcome", json!("Which tea?")),
        to("/texts/en/offline", json!("See you tomorrow")),
        to("/questions/zh-CN", json!(["几点发货？"])),
        to("/questions/en", json!(["When do you ship?"])),
        ("/form/when", json!({ "form": { "when": "closed", "fields": [field.clone()] } })),
        // A form that is never asked has no fields for anybody.
        ("/form/fields", json!({ "form": { "when": "before", "fields": [field] } })),
        to("/typing_preview", json!(true)),
        to("/rating", json!(false)),
        to("/sound", json!(false)),
        to("/custom", json!({ "--sd-font": "Georgia" })),
    ];
    let path = "/api/v1/widgets/default";
    let owner = desk.owner().await;
    let before = owner.get(path).await.ok(200)["settings"].clone();
    each_leaf_is_seen(&desk, &owner, path, &before, &changes, |part| json!({ "settings": part })).await;
}

#[tokio::test]
async fn each_setting_of_the_shop_reaches_visitors() {
    let desk = TestDesk::open().await;
    let path = "/api/v1/shop";
    let owner = desk.owner().await;
    let mut before = owner.get(path).await.ok(200);
    // What follows from the hours is nothing to set.
    before.as_object_mut().unwrap().remove("open");
    let hours = |always: bool, week: Value, holidays: Value| json!({ "hours": { "always": always, "week": week, "holidays": holidays } });
    let early: Vec<Value> =
        (1..=7).map(|day| json!({ "day": day, "opens": "00:00", "closes": "00:01" })).collect();
    let changes = [
        to("/name", json!("半山茶铺")),
        to("/locale", json!("en")),
        to("/time_zone", json!("Europe/Lisbon")),
        ("/hours/always", hours(false, json!([]), json!([]))),
        ("/hours/week", hours(false, json!(early), json!([]))),
        (
            "/hours/holidays",
            hours(false, json!([]), json!([{ "date": "2026-03-02", "opens": "09:00", "closes": "12:00" }])),
        ),
    ];
    each_leaf_is_seen(&desk, &owner, path, &before, &changes, |part| part).await;
}

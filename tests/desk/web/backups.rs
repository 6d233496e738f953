//! Data and backups over HTTP. That a backup is put back in the same process is told in `tests/cli/restart.rs`.

use std::fs;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Agent, TestDesk};

/// Waits until nothing is being made; the list.
async fn made(owner: &Agent) -> Value {
    loop {
        let list = owner.get("/api/v1/backups").await.ok(200);
        if list["running"].is_null() {
            return list;
        }
        assert!(list["running"]["copied_bytes"].as_u64() <= list["running"]["total_bytes"].as_u64());
    }
}

#[tokio::test]
async fn backups_are_made_listed_fetched_and_removed() {
    let desk = TestDesk::with(|config| config.backups.kept = 2).await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let all = "/api/v1/backups";
    for call in [Method::GET, Method::POST] {
        colleague.call(call, all, &json!({})).await.problem(403, "forbidden");
    }
    assert_eq!(
        made(&owner).await,
        json!({ "items": [], "running": null, "failed_at": null, "last_restore": null })
    );
    let begun = owner.post(all, &json!({})).await.ok(202);
    assert_eq!(begun["name"], "desk-2026-03-01T08-00-00-000Z");
    let list = made(&owner).await;
    assert_eq!((&list["items"][0]["name"], &list["failed_at"]), (&begun["name"], &json!(null)));
    let own = format!("{all}/desk-2026-03-01T08-00-00-000Z");
    colleague.get(&own).await.problem(403, "forbidden");
    let request = desk.request(Method::GET, &own).bearer_auth(&owner.token).send().await.unwrap();
    assert_eq!(request.headers()["content-type"], "application/vnd.sqlite3");
    assert!(request.headers()["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let bytes = request.bytes().await.unwrap();
    assert_eq!(Some(bytes.len() as u64), list["items"][0]["bytes"].as_u64());
    assert!(bytes.starts_with(b"SQLite format 3"));

    let data = owner.get("/api/v1/data").await.ok(200);
    assert_eq!(data["backups_bytes"], list["items"][0]["bytes"]);
    assert!(data["database_bytes"].as_u64() > Some(0) && data["disk_free_bytes"].as_u64() > Some(0));
    assert_eq!(json!([data["conversations"], data["messages"], data["contacts"]]), json!([0, 0, 0]));
    colleague.get("/api/v1/data").await.problem(403, "forbidden");

    for _ in 0..2 {
        desk.pass(std::time::Duration::from_secs(1));
        owner.post(all, &json!({})).await.ok(202);
        made(&owner).await;
    }
    let names: Vec<Value> =
        made(&owner).await["items"].as_array().unwrap().iter().map(|item| item["name"].clone()).collect();
    assert_eq!(json!(names), json!(["desk-2026-03-01T08-00-02-000Z", "desk-2026-03-01T08-00-01-000Z"]));
    let newest = format!("{all}/desk-2026-03-01T08-00-02-000Z");
    colleague.call(Method::DELETE, &newest, &json!({})).await.problem(403, "forbidden");
    owner.call(Method::DELETE, &newest, &json!({})).await.ok(204);
    owner.call(Method::DELETE, &newest, &json!({})).await.problem(404, "not_found");
    for elsewhere in ["..%2Fdesk", "desk-..%2F..", ".making"] {
        owner.get(&format!("{all}/{elsewhere}")).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn only_a_whole_backup_that_was_named_twice_is_put_back_and_by_an_owner() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let name = owner.post("/api/v1/backups", &json!({})).await.ok(202)["name"].as_str().unwrap().to_owned();
    made(&owner).await;
    let path = format!("/api/v1/backups/{name}/restore");
    colleague.post(&path, &json!({ "confirm": name })).await.problem(403, "forbidden");
    assert_eq!(owner.post(&path, &json!({ "confirm": "yes" })).await.wrong_field(), "confirm");
    let missing = "/api/v1/backups/desk-1/restore";
    owner.post(missing, &json!({ "confirm": "desk-1" })).await.problem(404, "not_found");
    let file = desk.inside().db.folder().join("backups").join(&name).join("desk.sqlite");
    let mut torn = fs::read(&file).unwrap();
    torn[4096 * 5..4096 * 9].fill(0x5a);
    fs::write(&file, torn).unwrap();
    owner.post(&path, &json!({ "confirm": name })).await.problem(422, "damaged_backup");
}

#[tokio::test]
async fn the_desk_tells_what_it_is_made_of() {
    let desk = TestDesk::open().await;
    let about = desk.owner().await.get("/api/v1/about").await.ok(200);
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(about["started_at"], "2026-03-01T08:00:00.000Z");
    assert_eq!(about["seats"], json!({ "used": 1, "allowed": 2 }));
    assert!(about["sqlite"].as_str().unwrap().starts_with("3."));
    assert_eq!(about["log_epoch"], desk.inside().db.meta().log_epoch);

    // The list of libraries is that of Cargo.toml, in the versions of Cargo.lock.
    let read = |file: &str| -> toml::Table {
        fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
            .unwrap()
            .parse()
            .unwrap()
    };
    let (manifest, lock) = (read("Cargo.toml"), read("Cargo.lock"));
    let mut named: Vec<&String> = manifest["dependencies"].as_table().unwrap().keys().collect();
    named.sort();
    let locked = lock["package"].as_array().unwrap();
    let told = about["licences"].as_array().unwrap();
    assert_eq!(told.iter().map(|row| row["name"].as_str().unwrap()).collect::<Vec<_>>(), named);
    for row in told {
        let same = |package: &&toml::Value| {
            Some(package["name"].as_str().unwrap()) == row["name"].as_str()
                && Some(package["version"].as_str().unwrap()) == row["version"].as_str()
        };
        assert!(locked.iter().any(|package| same(&package)), "Cargo.lock has another version: {row}");
        assert!(!row["licence"].as_str().unwrap().is_empty(), "{row}");
    }
}

//! A backup put back from the workbench: the desk stops, restores and starts again in the same process.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use crate::Place;
use crate::process::rest::{Program, status};
use crate::process::visitor::Link;
use crate::process::{PATIENCE, Served};

/// Asks until the answer is what is waited for.
#[expect(clippy::disallowed_methods, reason = "waits for another process, whose clock is the real one")]
async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    while !is_so().await {
        assert!(tokio::time::Instant::now() < deadline, "never {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Makes a backup over HTTP and waits until it is whole; its name.
pub(crate) async fn backed_up(program: &Program) -> String {
    let begun: Value = program.call("/api/v1/backups", Some(json!({}))).await.json().await.expect("JSON");
    until("made", async || program.get("/api/v1/backups").await["running"].is_null()).await;
    begun["name"].as_str().expect("a name").to_owned()
}

/// What the list says of the last restore, once the desk answers again.
pub(crate) async fn last_restore(origin: &str, program: &Program) -> Value {
    let mut last = Value::Null;
    until("restored", async || {
        let Ok(response) = crate::process::http::client().get(format!("{origin}/healthz")).send().await
        else {
            return false;
        };
        if !response.status().is_success() {
            return false;
        }
        let answer = program.try_get("/api/v1/backups").await;
        last = answer.map(|list| list["last_restore"].clone()).unwrap_or_default();
        !last.is_null()
    })
    .await;
    last
}

#[tokio::test]
async fn the_desk_comes_back_with_what_the_backup_holds() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[("SERVICEDESK_SERVER__SHUTDOWN_GRACE", "100ms")]);
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let program = Program::new(&desk.origin, &token);
    let link = Link::open(&desk, &program.session_token().await).await.expect("the desk runs");
    let cursor =
        json!({"log_epoch": link.welcome["log_epoch"], "log_position": link.welcome["log_position"]});
    drop(link);
    let name = backed_up(&program).await;
    place.add("bo@example.cn", "agent");
    assert_eq!(place.done(&["seat", "status"]), "used\t2\nallowed\t2");

    let path = format!("/api/v1/backups/{name}/restore");
    let asked = program.call(&path, Some(json!({ "confirm": name }))).await;
    assert_eq!(asked.status(), 202);
    let last = last_restore(&desk.origin, &program).await;
    assert_eq!((&last["name"], &last["done"]), (&json!(name), &json!(true)));
    // Commands reach it through its socket, and the folder is still held.
    assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
    assert!(place.fails(&["restore", "x"], "").contains("stop the desk before"));
    let link = Link::resume(&desk, &program.session_token().await, &cursor).await.expect("the desk runs");
    assert_eq!(link.welcome["resume"], "reload");
    drop(link);
    let kept = fs::read_dir(place.data.join("snapshots")).expect("snapshots").count();
    assert_eq!(kept, 1, "the database that was there is kept");
    assert_eq!(program.get("/api/v1/backups").await["items"][0]["name"], name.as_str());
    desk.stop();
}

#[tokio::test]
async fn a_restore_that_fails_leaves_the_desk_as_it_was() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[("SERVICEDESK_SERVER__SHUTDOWN_GRACE", "100ms")]);
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let program = Program::new(&desk.origin, &token);
    let name = backed_up(&program).await;
    // Its place is taken by something that cannot be removed as a folder.
    fs::write(place.data.join("restoring"), "in the way").expect("writes");
    let path = format!("/api/v1/backups/{name}/restore");
    assert_eq!(program.call(&path, Some(json!({ "confirm": name }))).await.status(), 202);
    let last = last_restore(&desk.origin, &program).await;
    assert_eq!((&last["name"], &last["done"]), (&json!(name), &json!(false)));
    assert_eq!(status(&desk.origin, "/readyz").await, 200);
    assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
    desk.stop();
}

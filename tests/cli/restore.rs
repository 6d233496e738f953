//! `restore`: what it refuses, what it keeps, and that an erased person stays erased.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use servicedesk::app::{Options, open_desk};
use servicedesk::clock::SystemClock;
use servicedesk::config::Config;
use servicedesk::domain::contacts::{journal, store as contacts};
use servicedesk::entropy::SystemEntropy;
use servicedesk::flows::contacts::erase_contact::erase_contact;
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::ContactId;

use crate::Place;
use crate::process::Served;
use crate::process::rest::Program;
use crate::process::visitor::Link;

/// Opens a stopped desk from inside, for what has no command yet.
async fn inside<T>(data: &Path, work: impl AsyncFnOnce(&Desk) -> T) -> T {
    let options = Options {
        config: Config::default(),
        data: data.to_owned(),
        clock: SystemClock::shared(),
        entropy: Arc::new(SystemEntropy),
    };
    let (desk, writer) = open_desk(&options, false).expect("the folder is free");
    let outcome = work(&desk).await;
    drop(desk);
    writer.join().expect("the writer ends well");
    outcome
}

/// Lets two customers write, and gives a token and their conversations.
async fn two_customers(place: &Place) -> (String, [Value; 2]) {
    let desk = Served::start(&place.data, &[]);
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let program = Program::new(&desk.origin, &token);
    let open = async |user: &str, text: &str| {
        let content = json!({"kind": "text", "text": text});
        let body = json!({"user_id": user, "channel": "api", "initial_message": content});
        let response = program.call("/api/v1/conversations", Some(body)).await;
        assert_eq!(response.status(), 201);
        response.json::<Value>().await.expect("JSON")
    };
    let both = [open("u-1", "forget me").await, open("u-2", "remember me").await];
    desk.stop();
    (token, both)
}

fn contact(conversation: &Value) -> ContactId {
    conversation["contact"]["id"].as_str().and_then(|id| id.parse().ok()).expect("a contact")
}

#[tokio::test]
async fn whoever_was_erased_after_the_copy_stays_erased() {
    let place = Place::new();
    let (token, [gone, stays]) = two_customers(&place).await;
    place.done(&["backup", "copy"]);
    let id = contact(&gone);
    inside(&place.data, async |desk| {
        desk.db.write(move |unit| erase_contact(unit, &Caller::operator(), id)).await.expect("is erased");
    })
    .await;

    let said = place.done(&["restore", "copy"]);
    assert!(said.contains("\nerased again: 1\n"), "{said}");
    let left = inside(&place.data, async |desk| {
        desk.db
            .read(move |conn| Ok((contacts::find(conn, id)?.is_some(), journal::read(conn)?.contacts)))
            .await
    })
    .await;
    assert_eq!(left, Ok((false, vec![id])));
    let bytes = fs::read(place.data.join("desk.sqlite")).expect("the database");
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(!holds("forget me") && holds("remember me"), "not a word of it is left in the file");

    let desk = Served::start(&place.data, &[]);
    let program = Program::new(&desk.origin, &token);
    let path =
        |conversation: &Value| format!("/api/v1/conversations/{}", conversation["id"].as_str().expect("id"));
    assert_eq!(program.call(&path(&gone), None).await.status(), 404);
    assert_eq!(program.get(&path(&stays)).await["last_message"]["text"], "remember me");
    desk.stop();

    // A copy that knows of it restores the same into a new folder.
    place.done(&["backup", "later"]);
    let elsewhere = Place::new();
    let later = place.folder.path().join("later");
    let said = elsewhere.done(&["restore", later.to_str().expect("UTF-8")]);
    assert!(!said.contains("erased again"), "{said}");
}

#[tokio::test]
async fn clients_of_the_old_epoch_reload() {
    let place = Place::new();
    let (token, _) = two_customers(&place).await;
    let desk = Served::start(&place.data, &[]);
    let program = Program::new(&desk.origin, &token);
    let link = Link::open(&desk, &program.session_token().await).await.expect("the desk runs");
    let cursor =
        json!({"log_epoch": link.welcome["log_epoch"], "log_position": link.welcome["log_position"]});
    drop(link);
    place.done(&["backup", "copy"]);
    desk.stop();

    let desk = Served::start(&place.data, &[]);
    let token = program_token(&desk, &token).await;
    let link = Link::resume(&desk, &token, &cursor).await.expect("the desk runs");
    assert_eq!(link.welcome["resume"], "replaying", "a restart changes nothing");
    drop(link);
    desk.stop();

    place.done(&["restore", "copy"]);
    let desk = Served::start(&place.data, &[]);
    let link = Link::resume(&desk, &token, &cursor).await.expect("the token still holds");
    assert_eq!(link.welcome["resume"], "reload");
    assert_ne!(link.welcome["log_epoch"], cursor["log_epoch"]);
}

async fn program_token(desk: &Served, token: &str) -> String {
    Program::new(&desk.origin, token).session_token().await
}

#[test]
fn a_database_that_a_copy_only_points_to_is_not_taken() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    place.done(&["backup", "real"]);
    let copies = place.folder.path();
    fs::create_dir(copies.join("crafted")).expect("a folder");
    std::os::unix::fs::symlink(copies.join("real/desk.sqlite"), copies.join("crafted/desk.sqlite"))
        .expect("a link");
    let said = place.fails(&["restore", "crafted"], "");
    assert!(said.contains("crafted holds no backup"), "{said}");
}

#[test]
fn a_desk_that_runs_is_not_replaced() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    place.done(&["backup", "copy"]);
    let desk = Served::start(&place.data, &[]);
    let said = place.fails(&["restore", "copy"], "");
    assert!(
        said.starts_with("error: stop the desk before its data is replaced\n  caused by: the data folder"),
        "{said}"
    );
    assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
    desk.stop();
}

#[test]
fn the_database_that_was_there_is_kept() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    place.done(&["backup", "copy"]);
    place.add("bo@example.cn", "agent");
    let said = place.done(&["restore", "copy"]);
    let kept = said.rsplit_once("is kept as ").expect("it says where").1;
    assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
    // And it is a way back.
    place.done(&["restore", kept]);
    assert_eq!(place.done(&["seat", "status"]), "used\t2\nallowed\t2");
    assert!(!place.data.join("restoring").exists());
}

#[test]
fn what_is_no_good_copy_is_refused_and_nothing_is_touched() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    place.done(&["backup", "copy"]);
    let copy = place.folder.path().join("copy/desk.sqlite");
    let whole = fs::read(&copy).expect("the copy");

    let mut torn = whole.clone();
    torn[4096 * 5..4096 * 9].fill(0x5a);
    fs::write(&copy, torn).expect("writes");
    let said = place.fails(&["restore", "copy"], "");
    assert!(said.contains("error: cannot restore copy\n  caused by: "), "{said}");

    fs::write(&copy, "not a database, ".repeat(1000)).expect("writes");
    let said = place.fails(&["restore", "copy"], "");
    assert!(said.contains("is not a servicedesk database"), "{said}");

    fs::remove_file(&copy).expect("removes");
    let said = place.fails(&["restore", "copy"], "");
    assert!(said.contains("copy holds no backup"), "{said}");
    assert!(place.fails(&["restore", "nowhere"], "").contains("nowhere holds no backup"));

    assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
    assert!(!place.data.join("snapshots").exists() && !place.data.join("restoring").exists());
}

#[test]
fn a_damaged_database_is_replaced_and_kept_as_it_lies_there() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    place.done(&["backup", "copy"]);
    let database = place.data.join("desk.sqlite");
    let ruin = "ruined by a disk, ".repeat(1000);
    fs::write(&database, &ruin).expect("writes");
    assert!(place.fails(&["agent", "list"], "").contains("is not a servicedesk database"));
    let ended = place.run(&["restore", "copy"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(
        ended.err.contains("warning: who was erased since the copy was made cannot be read"),
        "{}",
        ended.err
    );
    assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
    let kept = ended.out.trim_end().rsplit_once("is kept as ").expect("it says where").1;
    assert_eq!(fs::read_to_string(kept).expect("the ruin"), ruin);
}

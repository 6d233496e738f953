//! `backup`: a copy that holds everything accepted before, made while clients write.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::storage::blobs::Digest;

use crate::Place;
use crate::process::rest::Program;
use crate::process::visitor::{Link, Session};
use crate::process::{Served, UNLIMITED};

#[test]
fn a_stopped_desk_is_copied_into_a_new_folder() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let ended = place.run(&["backup", "copies/monday"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let copy = place.folder.path().join("copies/monday");
    assert!(
        ended.out.starts_with(&format!("backed up to {}", copy.join("desk.sqlite").display())),
        "{}",
        ended.out
    );
    assert_eq!(ended.err, "copying the database\nchecking the copy\n", "each step is told");
    let mode = |path: &std::path::Path| fs::metadata(path).expect("is there").permissions().mode() & 0o777;
    assert_eq!((mode(&copy), mode(&copy.join("desk.sqlite"))), (0o700, 0o600));
    assert_eq!(fs::read_dir(&copy).expect("a folder").count(), 1);
    // An empty folder will do as well; one with something in it will not.
    fs::create_dir(place.folder.path().join("empty")).expect("a folder");
    place.done(&["backup", "empty"]);
    let said = place.fails(&["backup", "copies/monday"], "");
    assert!(said.contains("[backup_exists]") && said.contains("name a new folder"), "{said}");
}

#[test]
fn what_cannot_be_written_leaves_no_half_copy() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    fs::write(place.folder.path().join("file"), "").expect("writes");
    let said = place.fails(&["backup", "file/copy"], "");
    assert!(said.contains("Not a directory"), "{said}");
    let desk = Served::start(&place.data, &[]);
    let said = place.fails(&["backup", "file/copy"], "");
    assert!(said.contains("Not a directory"), "{said}");
    desk.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_a_busy_desk_holds_whatever_was_accepted_before() {
    let place = Place::new();
    let desk = Served::start(&place.data, &UNLIMITED);
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let key = place.done(&["widget", "list"]).split_once('\t').expect("name and key").1.to_owned();
    let session = Session::open(&desk, &key, None).await;
    let mut link = Link::open(&desk, &session.session_token).await.expect("the desk runs");

    let copy = place.folder.path().join("copy");
    let mut accepted: i64 = 0;
    let mut copying = None;
    let before = loop {
        link.send(&accepted.to_string(), "text").await.expect("the desk runs");
        let answer = link.next_of("accepted").await.expect("an answer");
        accepted = answer["sequence"].as_i64().expect("a sequence");
        if accepted == 100 {
            let data = place.data.clone();
            let args = ["backup".to_owned(), copy.to_str().expect("UTF-8").to_owned()];
            copying = Some(tokio::task::spawn_blocking(move || {
                crate::run(crate::servicedesk(&data).args(args), "")
            }));
        }
        if copying.as_ref().is_some_and(tokio::task::JoinHandle::is_finished) {
            break 100;
        }
    };
    let ended = copying.expect("it was started").await.expect("it ran");
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("desk.sqlite ("), "{}", ended.out);
    desk.stop();

    let elsewhere = Place::new();
    elsewhere.done(&["restore", copy.to_str().expect("UTF-8")]);
    let restored = Served::start(&elsewhere.data, &UNLIMITED);
    let program = Program::new(&restored.origin, &token);
    let all = program.get("/api/v1/conversations?view=all").await;
    let id = all["items"][0]["id"].as_str().expect("a conversation").to_owned();
    let entries = program.entries(&id).await;
    let found = i64::try_from(entries.len()).expect("few");
    assert!((before..=accepted).contains(&found), "{before} were accepted before, {found} are in the copy");
    for (place, entry) in entries.iter().enumerate() {
        assert_eq!(entry["sequence"], place + 1, "no hole");
    }
}

/// Sends a small file and shows it to a customer; its id.
async fn send_file(origin: &str, token: &str, conversation: &str, bytes: &'static [u8]) -> String {
    let http = crate::process::http::client();
    let ask = |method: Method, path: &str| http.request(method, format!("{origin}{path}")).bearer_auth(token);
    let json = async |request: reqwest::RequestBuilder| {
        let answer = request.send().await.expect("the desk runs");
        assert!(answer.status().is_success(), "{}", answer.status());
        serde_json::from_str::<Value>(&answer.text().await.expect("an answer")).unwrap_or_default()
    };
    let digest = Digest::of(bytes);
    let announced = json!({ "file_name": "tea.txt", "byte_size": bytes.len(), "sha256": digest.to_string() });
    let begun = json(ask(Method::POST, "/files/v1/uploads").json(&announced)).await;
    let upload = begun["upload_id"].as_str().expect("an upload").to_owned();
    let header = format!("sha-256=:{}:", STANDARD.encode(digest.0));
    let slice = ask(Method::PUT, &format!("/files/v1/uploads/{upload}/slices/0"));
    json(slice.header("content-digest", header).body(bytes)).await;
    let file =
        json(ask(Method::POST, &format!("/files/v1/uploads/{upload}/complete")).json(&json!({}))).await;
    let content = json!({ "content": { "kind": "file", "file_id": file["file_id"] } });
    json(ask(Method::POST, &format!("/api/v1/conversations/{conversation}/messages")).json(&content)).await;
    file["file_id"].as_str().expect("a file").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_come_along_and_come_back() {
    const BYTES: &[u8] = b"spring water, eighty degrees";
    let place = Place::new();
    let desk = Served::start(&place.data, &UNLIMITED);
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let key = place.done(&["widget", "list"]).split_once('\t').expect("name and key").1.to_owned();
    let session = Session::open(&desk, &key, None).await;
    let mut link = Link::open(&desk, &session.session_token).await.expect("the desk runs");
    link.send("1", "text").await.expect("the desk runs");
    let said = link.next_of("accepted").await.expect("an answer");
    let conversation = said["conversation_id"].as_str().expect("a conversation").to_owned();
    let file = send_file(&desk.origin, &token, &conversation, BYTES).await;
    let copy = place.folder.path().join("copy");
    let ended =
        crate::run(crate::servicedesk(&place.data).args(["backup", copy.to_str().expect("UTF-8")]), "");
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    desk.stop();

    let elsewhere = Place::new();
    let said = elsewhere.done(&["restore", copy.to_str().expect("UTF-8")]);
    assert!(said.contains("files brought back: 1"), "{said}");
    let restored = Served::start(&elsewhere.data, &UNLIMITED);
    let fetched = crate::process::http::client()
        .get(format!("{}/files/v1/{file}", restored.origin))
        .bearer_auth(&token)
        .send()
        .await
        .expect("the desk runs");
    assert_eq!(fetched.bytes().await.expect("a file"), BYTES);
}

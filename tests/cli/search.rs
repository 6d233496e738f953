//! `search rebuild`, on a running desk and on a stopped one; what `doctor` says of the index; and that a copy from before forgets
//! whom the desk has forgotten, in the form that only the index has.

use serde_json::{Value, json};
use servicedesk::storage::DATABASE_FILE;

use crate::Place;
use crate::process::Served;
use crate::process::rest::Program;

/// A desk with demo conversations, and its owner's token.
fn shop() -> (Place, String) {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    place.done(&["seed", "--conversations", "60"]);
    (place, token)
}

/// What `doctor` says of the index.
fn health(place: &Place) -> String {
    let said = place.run(&["doctor"]).out;
    said.lines().find(|line| line.contains("search")).unwrap_or(&said).to_owned()
}

/// Asks until everything that is stored is in the index.
async fn asked(program: &Program, question: &str) -> Value {
    loop {
        let answer = program.get(&format!("/api/v1/search?q={question}&limit=200")).await;
        if answer["partial"] == false {
            return answer["items"].clone();
        }
    }
}

#[tokio::test]
async fn the_index_is_made_anew_on_a_running_and_on_a_stopped_desk() {
    let (place, token) = shop();
    assert!(health(&place).contains("messages behind") && health(&place).contains("is being made"));
    let ended = place.run(&["search", "rebuild"]);
    assert_eq!(
        (ended.code, ended.out.trim_end()),
        (Some(0), "the index of the search is made anew"),
        "{}",
        ended.err
    );
    assert!(ended.err.contains("entries of the log"), "{}", ended.err);
    assert!(health(&place).contains(" 0 messages behind"), "{}", health(&place));
    let desk = Served::start(&place.data, &[]);
    let program = Program::new(&desk.origin, &token);
    let before = asked(&program, "%E8%8C%B6").await;
    assert_ne!(before, json!([]), "tea is what they sell");
    assert_eq!(place.done(&["search", "rebuild"]), "the index of the search is made anew");
    assert_eq!(asked(&program, "%E8%8C%B6").await, before);
    assert!(health(&place).starts_with("ok "), "{}", health(&place));
    // What goes by the thousand takes its words along.
    place.done(&["seed", "--remove"]);
    assert_eq!(asked(&program, "%E8%8C%B6").await, json!([]));
    desk.stop();
}

/// Whether a stem that is no word, and pairs of characters, stand in the database.
fn forms(place: &Place) -> Vec<&'static str> {
    let bytes = std::fs::read(place.data.join(DATABASE_FILE)).expect("the database");
    let text = String::from_utf8_lossy(&bytes).replace("麒麟瑞兽", "");
    ["zygomorph", "麒麟", "麟瑞"].into_iter().filter(|form| text.contains(form)).collect()
}

#[tokio::test]
async fn a_copy_from_before_forgets_the_forms_of_words_too() {
    let (place, token) = shop();
    let desk = Served::start(&place.data, &[]);
    let program = Program::new(&desk.origin, &token);
    let said = json!({ "user_id": "lina", "channel": "api", "initial_message": "Zygomorphing 麒麟瑞兽" });
    let opened: Value =
        program.call("/api/v1/conversations", Some(said)).await.json().await.expect("a conversation");
    while asked(&program, "zygomorph").await == json!([]) {}
    let copy = place.data.with_extension("copy");
    place.done(&["backup", copy.to_str().expect("a path")]);
    let contact = opened["contact"]["id"].as_str().expect("the contact");
    let erased = crate::process::http::client()
        .delete(format!("{}/api/v1/contacts/{contact}", desk.origin))
        .bearer_auth(&token)
        .json(&json!({}));
    assert!(erased.send().await.expect("an answer").status().is_success());
    assert_eq!(asked(&program, "zygomorph").await, json!([]));
    desk.stop();
    assert_eq!(forms(&place), [""; 0]);
    place.done(&["restore", copy.to_str().expect("a path")]);
    assert_eq!(forms(&place), [""; 0], "erased again");
    let desk = Served::start(&place.data, &[]);
    assert_eq!(asked(&Program::new(&desk.origin, &token), "zygomorph").await, json!([]));
    desk.stop();
    assert_eq!(forms(&place), [""; 0]);
}

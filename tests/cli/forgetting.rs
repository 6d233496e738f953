//! Whoever was erased stays erased, whichever of their ids a copy knows them by.

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use serde_json::{Value, json};
use servicedesk::app::{Options, open_desk};
use servicedesk::clock::SystemClock;
use servicedesk::config::Config;
use servicedesk::domain::contacts::journal::{self, Erased};
use servicedesk::entropy::SystemEntropy;

use crate::Place;
use crate::process::Served;
use crate::process::rest::Program;
use crate::process::visitor::{Link, Session};

/// A desk that runs, its owner's program and what its widget is known by.
struct Shop {
    place: Place,
    token: String,
    key: String,
    secret: String,
}

impl Shop {
    fn open() -> (Self, Served) {
        let place = Place::new();
        let desk = Served::start(&place.data, &[("SERVICEDESK_SERVER__SHUTDOWN_GRACE", "100ms")]);
        place.add("mei@example.cn", "owner");
        let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
        let key = place.done(&["widget", "list"]).split_once('\t').expect("a key").1.to_owned();
        let secret = place.done(&["widget", "secret", "default"]);
        (Self { place, token, key, secret }, desk)
    }

    fn program(&self, desk: &Served) -> Program {
        Program::new(&desk.origin, &self.token)
    }

    /// Somebody comes and writes; the token they can come back with.
    async fn writes(&self, desk: &Served, text: &str) -> String {
        let session = Session::open(desk, &self.key, None).await;
        let mut link = Link::open(desk, &session.session_token).await.expect("the desk runs");
        let content = json!({"kind": "text", "text": text});
        link.say(&json!({"type": "send", "client_message_id": text, "conversation_id": null, "note": false,
                         "content": content}))
            .await
            .expect("it is said");
        while link.next().await.expect("an answer")["type"] != "accepted" {}
        session.visitor_token
    }

    /// They prove who they are.
    async fn proves(&self, desk: &Served, visitor_token: Option<&str>, user: &str) {
        use hmac::{Hmac, KeyInit, Mac};
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(self.secret.as_bytes()).expect("a key");
        mac.update(user.as_bytes());
        let digit = |nibble: u8| char::from_digit(nibble.into(), 16).expect("a nibble");
        let hash = mac.finalize().into_bytes();
        let hash: String = hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        let body = json!({"key": self.key, "device_id": null, "visitor_token": visitor_token,
                          "identity": {"id": user, "hash": hash}, "page": null, "locale": "zh-CN"});
        let call = crate::process::http::client()
            .post(format!("{}/widget/v1/session", desk.origin))
            .json(&body)
            .send();
        assert_eq!(call.await.expect("the desk answers").status(), 200);
    }

    /// Erases whoever has this id at the shop.
    async fn erases(&self, desk: &Served, user: &str) {
        let found = self.program(desk).get(&format!("/api/v1/contacts?q={user}")).await;
        let id = found["items"][0]["id"].as_str().expect("the contact");
        let call = crate::process::http::client()
            .delete(format!("{}/api/v1/contacts/{id}", desk.origin))
            .bearer_auth(&self.token)
            .json(&json!({}))
            .send();
        assert_eq!(call.await.expect("the desk answers").status(), 204);
    }

    /// The words of every conversation there is, and every contact.
    async fn left(&self, desk: &Served) -> (Vec<String>, usize) {
        let program = self.program(desk);
        let rows = program.get("/api/v1/conversations?view=all&limit=200").await;
        let words = rows["items"].as_array().expect("items").iter();
        let mut words: Vec<String> =
            words.map(|row| row["last_message"]["text"].as_str().unwrap_or_default().to_owned()).collect();
        words.sort();
        let contacts = program.get("/api/v1/contacts?limit=200").await;
        (words, contacts["items"].as_array().map_or(0, Vec::len))
    }
}

/// Reads the journal of a folder that nobody uses.
async fn journal_of(data: &Path) -> Erased {
    let options = Options {
        config: Config::default(),
        data: data.to_owned(),
        clock: SystemClock::shared(),
        entropy: Arc::new(SystemEntropy),
    };
    let (desk, writer) = open_desk(&options, false).expect("the folder is free");
    let journal = desk.db.read(|conn| Ok(journal::read(conn)?)).await.expect("reads");
    drop(desk);
    writer.join().expect("the writer ends well");
    journal
}

/// What an older version left: without what the newest schema added.
#[expect(clippy::disallowed_methods, reason = "looks into files as an older version would")]
fn age(database: &Path) {
    let conn = Connection::open(database).expect("opens");
    conn.execute_batch("DELETE FROM erased_visitors; DELETE FROM contact_lineage;").expect("is aged");
    let names: i64 = conn
        .query_row("SELECT COUNT(*) FROM event_log WHERE kind = 25 AND amount = 2", [], |row| row.get(0))
        .expect("the log");
    assert!(names > 0, "the log of every version names visitors");
}

#[tokio::test]
async fn a_person_does_not_come_back_under_who_they_were_before_they_proved_it() {
    let (shop, desk) = Shop::open();
    let first = shop.writes(&desk, "from the phone").await;
    let second = shop.writes(&desk, "from the office").await;
    let _ = shop.writes(&desk, "somebody else").await;
    // At this time they are three strangers.
    shop.place.done(&["backup", "strangers"]);
    shop.proves(&desk, Some(&first), "u-1").await;
    shop.place.done(&["backup", "half"]);
    shop.proves(&desk, Some(&second), "u-1").await;
    shop.proves(&desk, None, "u-1").await;
    assert_eq!(shop.left(&desk).await.1, 2, "one person and somebody else");
    shop.erases(&desk, "u-1").await;
    assert_eq!(shop.left(&desk).await, (vec!["somebody else".to_owned()], 1));
    desk.stop();
    let journal = journal_of(&shop.place.data).await;
    assert_eq!((journal.contacts.len(), journal.visitors.len()), (3, 3), "{journal:?}");

    for copy in ["strangers", "half", "strangers"] {
        let said = shop.place.done(&["restore", copy]);
        assert!(said.contains("\nerased again: 2\n"), "{said}");
        let bytes = std::fs::read(shop.place.data.join("desk.sqlite")).expect("the database");
        let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!holds("from the phone") && !holds("from the office") && holds("somebody else"), "{copy}");
        let desk = Served::start(&shop.place.data, &[]);
        assert_eq!(shop.left(&desk).await, (vec!["somebody else".to_owned()], 1), "{copy}");
        desk.stop();
        // The restored desk knows all of it: the next copy may go anywhere.
        assert_eq!(journal_of(&shop.place.data).await, journal, "{copy}");
    }
}

#[tokio::test]
async fn the_workbench_restores_them_no_more_than_the_command() {
    let (shop, desk) = Shop::open();
    let token = shop.writes(&desk, "from the phone").await;
    let program = shop.program(&desk);
    let name = crate::restart::backed_up(&program).await;
    shop.proves(&desk, Some(&token), "u-1").await;
    shop.erases(&desk, "u-1").await;
    let path = format!("/api/v1/backups/{name}/restore");
    assert_eq!(program.call(&path, Some(json!({ "confirm": name }))).await.status(), 202);
    let last = crate::restart::last_restore(&desk.origin, &program).await;
    assert_eq!((&last["name"], &last["done"]), (&json!(name), &Value::Bool(true)));
    assert_eq!(shop.left(&desk).await, (Vec::new(), 0));
    desk.stop();
}

#[tokio::test]
async fn journals_of_older_versions_name_visitors_by_their_log() {
    let (shop, desk) = Shop::open();
    let token = shop.writes(&desk, "from the phone").await;
    shop.place.done(&["backup", "stranger"]);
    shop.proves(&desk, Some(&token), "u-1").await;
    shop.erases(&desk, "u-1").await;
    desk.stop();
    let database = shop.place.data.join("desk.sqlite");
    age(&database);
    #[expect(clippy::disallowed_methods, reason = "looks into files as an older version would")]
    let older = Connection::open(&database).expect("opens");
    // It noted whom it erased, not who they had been before.
    older
        .execute_batch(
            "DROP TABLE erased_visitors; DROP TABLE contact_lineage;
             DELETE FROM erase_journal WHERE contact_id < (SELECT max(contact_id) FROM erase_journal);",
        )
        .expect("is aged");
    let known = journal::read(&older).expect("reads");
    assert_eq!((known.contacts.len(), known.visitors.len()), (1, 1), "{known:?}");
    drop(older);
    shop.place.done(&["restore", "stranger"]);
    let desk = Served::start(&shop.place.data, &[]);
    assert_eq!(shop.left(&desk).await, (Vec::new(), 0));
    desk.stop();
}

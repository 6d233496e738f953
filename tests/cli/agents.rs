//! Agents, tokens, widgets and seats: the same on a running desk and on a stopped one.

use serde_json::json;

use crate::Place;
use crate::process::rest::{Program, sign_in};
use crate::process::visitor::Link;
use crate::process::{Served, done, run, servicedesk};

/// Runs a story on a stopped desk, then another time on a running one.
fn both(story: fn(&Place)) {
    story(&Place::new());
    let place = Place::new();
    let desk = Served::start(&place.data, &[]);
    story(&place);
    desk.stop();
}

#[test]
fn agents_are_added_listed_and_disabled() {
    both(|place| {
        let added = place.add("Mei@Example.cn", "owner");
        let id = added.strip_prefix("added a_").and_then(|rest| rest.strip_suffix(" Mei@Example.cn"));
        let id = format!("a_{}", id.expect(&added));
        assert_eq!(place.done(&["agent", "list"]), format!("{id}\tMei@Example.cn\towner\tactive\tMei"));
        place.add("bo@example.cn", "agent");
        let disabled = place.done(&["agent", "disable", "--email", "BO@example.cn"]);
        assert_eq!(disabled, "disabled BO@example.cn");
        let list = place.done(&["agent", "list"]);
        let rows: Vec<Vec<&str>> = list.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1][1..], ["bo@example.cn", "agent", "disabled", "Mei"]);
        // Asked for again, it is still so.
        place.done(&["agent", "disable", "--email", "bo@example.cn"]);
    });
}

#[test]
fn what_cannot_be_added_is_told_with_its_code() {
    both(|place| {
        place.add("mei@example.cn", "owner");
        let add = |email, name, password| {
            place.fails(&["agent", "add", "--email", email, "--name", name, "--password-stdin"], password)
        };
        let strong = "a kettle of spring water\n";
        for (said, code) in [
            (add("MEI@Example.CN", "Mei", strong), "[email_taken]"),
            (add("bo@example.cn", "Bo", "short\n"), "[weak_password]"),
            (add("bo@example.cn", "Bo", "password1234\n"), "[weak_password]"),
            (add("bo", "Bo", strong), "email: "),
            (add("bo@example.cn", " ", strong), "name: "),
            (add("bo@example.cn", "Bo", ""), "no password on standard input"),
        ] {
            assert!(said.contains(code), "{said}");
            assert_eq!(said.trim_end().lines().count(), 1, "one clear line: {said}");
        }
        let unknown = place.fails(&["agent", "disable", "--email", "nobody@example.cn"], "");
        assert!(unknown.contains("No agent has this e-mail"), "{unknown}");
        assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
        // The only owner may go: whoever runs commands can make another.
        place.done(&["agent", "disable", "--email", "mei@example.cn"]);
        assert_eq!(place.done(&["seat", "status"]), "used\t0\nallowed\t2");
    });
}

#[test]
fn a_third_seat_is_refused_until_one_is_free() {
    both(|place| {
        place.add("mei@example.cn", "owner");
        place.add("bo@example.cn", "agent");
        assert_eq!(place.done(&["seat", "status"]), "used\t2\nallowed\t2");
        let add = ["agent", "add", "--email", "li@example.cn", "--name", "Li", "--password-stdin"];
        let said = place.fails(&add, "a kettle of spring water\n");
        assert!(said.contains("[seat_limit]") && said.contains("2 of 2 seats are in use"), "{said}");
        place.done(&["agent", "disable", "--email", "bo@example.cn"]);
        assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
        done(&place.data, &add, "a kettle of spring water\n");
        assert_eq!(place.done(&["seat", "status"]), "used\t2\nallowed\t2");
    });
}

#[test]
fn tokens_are_made_listed_and_revoked() {
    both(|place| {
        place.add("mei@example.cn", "owner");
        let token = place.done(&["token", "create", "--agent", "MEI@example.cn", "--name", "夜班"]);
        assert!(
            token.starts_with("sd_") && token.len() > 40 && !token.contains(char::is_whitespace),
            "{token}"
        );
        let row = place.done(&["token", "list"]);
        let cells: Vec<_> = row.split('\t').collect();
        assert_eq!((cells[1], cells[3], cells[4]), ("mei@example.cn", "-", "夜班"));
        assert!(cells[5].ends_with('Z'), "it ends: {row}");
        assert!(!row.contains(&token), "its text is shown once");
        place.done(&["token", "revoke", cells[0]]);
        let revoked = place.done(&["token", "list"]);
        assert_ne!(revoked.split('\t').nth(3), Some("-"), "{revoked}");
        for id in [cells[0], "t_0000000000000", "nonsense"] {
            let said = place.fails(&["token", "revoke", id], "");
            assert!(said.contains("No token with this id holds"), "{said}");
        }
        let short = ["token", "create", "--agent", "mei@example.cn", "--name", "x", "--days"];
        assert!(place.done(&[&short[..], &["1"]].concat()).starts_with("sd_"));
        assert!(place.fails(&[&short[..], &["731"]].concat(), "").contains("1 to 730 days"));
        for weak in ["password12", "P@ssw0rd2024", "mei@example.cn", "mei.example1", "1qaz2wsx3edc"] {
            let change = ["agent", "passwd", "--email", "mei@example.cn", "--password-stdin"];
            assert!(place.fails(&change, weak).contains("[weak_password]"), "{weak}");
        }
        let nobody = place.fails(&["token", "create", "--agent", "bo@example.cn", "--name", "x"], "");
        assert!(nobody.contains("No active agent has this e-mail"), "{nobody}");
    });
}

#[test]
fn widgets_show_their_keys() {
    both(|place| {
        place.add("mei@example.cn", "owner");
        let list = place.done(&["widget", "list"]);
        let (name, key) = list.split_once('\t').expect("name and key");
        assert_eq!(name, "default");
        assert!(key.starts_with("pk_") && key.len() > 15 && !list.contains('\n'), "{list}");
        let secret = place.done(&["widget", "secret", "default"]);
        assert!(secret.starts_with("sk_") && secret.len() > 40, "{secret}");
        let unknown = place.fails(&["widget", "secret", "other"], "");
        assert!(unknown.contains("No widget has this name"), "{unknown}");
    });
}

#[tokio::test]
async fn a_new_password_is_the_only_one_that_signs_in() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[]);
    place.add("mei@example.cn", "owner");
    assert_eq!(sign_in(&desk.origin, "mei@example.cn", "a kettle of spring water").await, 200);
    let args = ["agent", "passwd", "--email", "mei@example.cn", "--password-stdin"];
    assert!(place.fails(&args, "short\n").contains("[weak_password]"));
    done(&place.data, &args, "a kettle of river water\r\n");
    assert_eq!(sign_in(&desk.origin, "mei@example.cn", "a kettle of spring water").await, 401);
    assert_eq!(sign_in(&desk.origin, "mei@example.cn", "a kettle of river water").await, 200);
    desk.stop();
    // On a stopped desk it is the same.
    done(&place.data, &args, "a kettle of sea water\n");
    let desk = Served::start(&place.data, &[]);
    assert_eq!(sign_in(&desk.origin, "mei@example.cn", "a kettle of river water").await, 401);
    assert_eq!(sign_in(&desk.origin, "mei@example.cn", "a kettle of sea water").await, 200);
}

#[tokio::test]
async fn revoking_and_disabling_end_live_sockets_at_once() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[]);
    place.add("mei@example.cn", "owner");
    place.add("bo@example.cn", "agent");
    let program = async |email: &str| {
        let token = place.done(&["token", "create", "--agent", email, "--name", "socket"]);
        let program = Program::new(&desk.origin, &token);
        let link = Link::open(&desk, &program.session_token().await).await.expect("the desk runs");
        (program, link)
    };
    let (first, mut first_link) = program("mei@example.cn").await;
    let (second, mut second_link) = program("mei@example.cn").await;
    let (third, mut third_link) = program("bo@example.cn").await;

    let list = place.done(&["token", "list"]);
    let id = list.split('\t').next().expect("an id");
    place.done(&["token", "revoke", id]);
    let ended = first_link.next_of("session_ended").await.expect("told before the end");
    assert_eq!((&ended["code"], &ended["reconnect"]), (&json!("logged_out"), &json!(false)));
    assert_eq!(first.call("/api/v1/me", None).await.status(), 401);
    assert_eq!(second.call("/api/v1/me", None).await.status(), 200);

    place.done(&["agent", "disable", "--email", "bo@example.cn"]);
    let ended = third_link.next_of("session_ended").await.expect("told before the end");
    assert_eq!(ended["code"], "blocked");
    assert_eq!(third.call("/api/v1/me", None).await.status(), 401);

    second_link.say(&json!({"type": "ping"})).await.expect("others go on");
    second_link.next_of("pong").await.expect("others go on");
}

#[test]
fn nobody_reading_the_output_is_no_failure() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let mut child = servicedesk(&place.data)
        .args(["agent", "list"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(run(servicedesk(&place.data).args(["agent", "list"]), "").err.is_empty());
}

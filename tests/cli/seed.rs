//! `seed`: demo data comes and goes, on a running desk and on a stopped one.

use crate::Place;
use crate::process::Served;
use crate::process::rest::Program;

#[tokio::test]
async fn demo_conversations_come_and_go() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let ended = place.run(&["seed", "--conversations", "40"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.starts_with("added 40 demo conversations with "), "{}", ended.out);
    assert!(ended.err.ends_with("40 of 40 conversations\n"), "{}", ended.err);

    let desk = Served::start(&place.data, &[]);
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let program = Program::new(&desk.origin, &token);
    let all = async || {
        let page = program.get("/api/v1/conversations?view=all&limit=200").await;
        page["items"].as_array().expect("items").clone()
    };
    let rows = all().await;
    assert_eq!(rows.len(), 40);
    let going_on = rows.iter().filter(|row| row["state"] != "closed").count();
    assert_eq!(going_on, 12, "a desk that is kept up with: a dozen and one in a hundred go on");
    place.done(&["seed", "--conversations", "3", "--messages", "30"]);
    let rows = all().await;
    assert_eq!(rows.len(), 43);
    let long: Vec<_> = rows.iter().filter(|row| row["last_sequence"].as_i64() >= Some(30)).collect();
    assert_eq!(long.len(), 3);
    // What demo conversations are labelled with can be chosen for others, too.
    let catalogue = async || program.get("/api/v1/labels").await["items"].as_array().expect("items").clone();
    let known = catalogue().await;
    let mut given = rows.iter().flat_map(|row| row["labels"].as_array().expect("labels")).peekable();
    assert!(given.peek().is_some(), "no demo conversation has a label");
    for label in given {
        assert!(known.iter().any(|row| row["name"] == *label), "{label} is not among {known:?}");
    }
    for row in &rows {
        let entries = program.entries(row["id"].as_str().expect("an id")).await;
        assert_eq!(Some(entries.len() as i64), row["last_sequence"].as_i64(), "{row}");
        let times: Vec<_> =
            entries.iter().map(|entry| entry["sent_at"].as_str().or(entry["at"].as_str())).collect();
        assert!(times.is_sorted(), "{times:?}");
    }
    let removed = place.done(&["seed", "--remove"]);
    assert!(removed.starts_with("removed 43 demo conversations with "), "{removed}");
    assert!(all().await.is_empty());
    assert!(catalogue().await.is_empty());
    assert_eq!(place.done(&["seed", "--remove"]), "removed 0 demo conversations with 0 entries");
    desk.stop();
}

#[test]
fn a_desk_without_agents_gets_customers_who_wait() {
    let place = Place::new();
    let said = place.done(&["seed", "--conversations", "5"]);
    assert!(said.starts_with("added 5 demo conversations"), "{said}");
    for args in
        [&["seed", "--conversations", "0"][..], &["seed", "--conversations", "2", "--messages", "10001"]]
    {
        let said = place.fails(args, "");
        assert!(said.contains("[invalid]") && said.contains("Use 1 to "), "{said}");
    }
}

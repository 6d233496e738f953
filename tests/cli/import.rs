//! `import history`: another desk's conversations, on a stopped desk and on a running one, once however often.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::Place;
use crate::process::rest::Program;
use crate::process::{Served, run, servicedesk};

/// An entry, said in the minute of its number.
fn entry(number: usize, sender: &str, text: &str) -> Value {
    json!({
        "external_id": number.to_string(), "sender": sender, "name": if sender == "visitor" { "李娜" } else { "老陈" },
        "text": text, "sent_at": format!("2024-03-{:02}T08:{:02}:12.000Z", 1 + number / 60, number % 60),
    })
}

fn line(id: &str, state: &str, entries: &[Value]) -> Value {
    json!({
        "external_id": id, "channel": "web", "state": state,
        "contact": { "external_id": format!("person-{id}"), "name": "李娜", "email": "li@na.cn", "phone": "138 0000 0001" },
        "entries": entries,
    })
}

impl Place {
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    fn lines(&self, name: &str, lines: &[Value]) -> PathBuf {
        let mut text = String::new();
        for line in lines {
            writeln!(text, "{line}").expect("a string takes all");
        }
        self.file(name, text.as_bytes())
    }

    fn import(&self, file: &std::path::Path) -> String {
        self.done(&["import", "history", file.to_str().expect("a path")])
    }
}

/// How many imported events the log holds.
fn stored(data: &std::path::Path) -> i64 {
    #[expect(clippy::disallowed_methods, reason = "looks at what was stored")]
    let conn = rusqlite::Connection::open(data.join("desk.sqlite")).expect("the database");
    let count = conn.query_row("SELECT COUNT(*) FROM event_log WHERE imported = 1", [], |row| row.get(0));
    // Busy while it is recovered.
    count.unwrap_or(0)
}

async fn rows(program: &Program, view: &str) -> Vec<Value> {
    let page = program.get(&format!("/api/v1/conversations?view={view}&limit=200")).await;
    page["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn a_history_keeps_its_dates_and_names_and_comes_once() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let talk = [entry(1, "visitor", "茶杯碎了"), entry(2, "agent", "马上补发"), entry(3, "bot", "自动回复")];
    let file = place.lines(
        "old.jsonl",
        &[line("1", "closed", &talk), line("2", "open", &talk[..1]), line("3", "open", &talk[..2])],
    );
    let said = place.import(&file);
    assert_eq!(
        said,
        "added 3 conversations with 6 entries, 0 continued, 0 known before, 0 lines and 0 entries left out"
    );
    let again =
        "added 0 conversations with 0 entries, 0 continued, 3 known before, 0 lines and 0 entries left out";
    assert_eq!(place.import(&file), again);

    let desk = Served::start(&place.data, &[]);
    assert_eq!(place.import(&file), again, "beside the running desk");
    let program = Program::new(&desk.origin, &token);
    let closed = rows(&program, "closed").await;
    assert_eq!(closed.len(), 1);
    let row = &closed[0];
    assert_eq!(row["updated_at"], "2024-03-01T08:03:12.000Z");
    assert_eq!(row["opened_at"], "2024-03-01T08:01:12.000Z");
    assert_eq!((&row["unread"], &row["agent_id"]), (&json!(0), &Value::Null));
    assert_eq!((&row["contact"]["name"], &row["contact"]["verified"]), (&json!("李娜"), &json!(false)));
    let waiting = rows(&program, "waiting").await;
    assert_eq!(waiting.len(), 1, "the customer had the last word in one of two that are open");
    assert_eq!(waiting[0]["waiting_since"], "2024-03-01T08:01:12.000Z");
    let entries = program.entries(row["id"].as_str().expect("an id")).await;
    let told: Vec<_> = entries
        .iter()
        .map(|entry| {
            (&entry["sender"]["kind"], &entry["sender"]["name"], &entry["sender"]["id"], &entry["sent_at"])
        })
        .collect();
    assert_eq!(told[1], (&json!("agent"), &json!("老陈"), &Value::Null, &json!("2024-03-01T08:02:12.000Z")));
    assert_eq!((told[2].0, told[2].1), (&json!("bot"), &json!("老陈").clone()), "{:?}", told[2]);
    assert_eq!(entries[3]["state"], "closed");
    assert_eq!(
        program.get("/api/v1/agents").await["items"].as_array().map(Vec::len),
        Some(1),
        "nobody joined"
    );

    // A later export has more of one, and one is closed since.
    let mut more = talk.to_vec();
    more.push(entry(4, "visitor", "收到了"));
    let later = place.lines(
        "later.jsonl",
        &[line("1", "closed", &more), line("2", "closed", &talk[..1]), line("4", "closed", &talk[..1])],
    );
    let said = place.import(&later);
    assert!(said.starts_with("added 1 conversations with 2 entries, 1 continued, 1 known before"), "{said}");
    assert_eq!(rows(&program, "closed").await.len(), 3);
    let texts: Vec<_> = program.entries(row["id"].as_str().expect("an id")).await;
    let texts: Vec<_> = texts.iter().filter_map(|entry| entry["content"]["text"].as_str()).collect();
    assert_eq!(texts, ["茶杯碎了", "马上补发", "自动回复", "收到了"]);
    desk.stop();
}

#[tokio::test]
async fn what_cannot_be_taken_is_named_by_its_line_and_the_rest_goes_in() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let good = |id: usize| line(&id.to_string(), "closed", &[entry(1, "visitor", "在吗")]).to_string();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut wrong = line("x", "open", &[entry(1, "visitor", "在吗"), entry(2, "agent", "在的")]);
        change(&mut wrong);
        wrong.to_string()
    };
    let lines: Vec<Vec<u8>> = vec![
        good(1).into_bytes(),
        b"{\"external_id\":".to_vec(),
        format!("{{\"external_id\":\"long\",\"x\":\"{}\"}}", "a".repeat(4 << 20)).into_bytes(),
        b"{\"external_id\":\"\xc0\xee\xc4\xc8\"}".to_vec(),
        with(&|line| line["state"] = "maybe".into()).into_bytes(),
        Vec::new(),
        with(&|line| line["entries"][1]["sent_at"] = "yesterday".into()).into_bytes(),
        with(&|line| {
            line["entries"] = json!([{ "sender": "nobody", "text": "x", "sent_at": "2024-03-01T08:00:00Z" }]);
        })
        .into_bytes(),
        with(&|line| line["entries"][0]["text"] = "  ".into()).into_bytes(),
        with(&|line| line["entries"][0]["text"] = "a\u{0}b".into()).into_bytes(),
        good(2).into_bytes(),
    ];
    let file = place.file("mixed.jsonl", &lines.join(&b'\n'));
    let ended = place.run(&["import", "history", file.to_str().expect("a path")]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert_eq!(
        ended.out,
        "added 3 conversations with 4 entries, 1 continued, 1 known before, 5 lines and 3 entries left out\n"
    );
    for (number, why) in [
        ("line 2", "is not JSON"),
        ("line 3", "longer than 4 MiB"),
        ("line 4", "not UTF-8"),
        ("line 5", "neither open nor closed"),
        ("line 7, entry 2", "sent_at"),
        ("line 8", "neither visitor, agent nor bot"),
        ("line 9, entry 1", "text is empty"),
        ("line 10, entry 1", "NUL"),
    ] {
        assert!(
            ended.err.lines().any(|said| said.starts_with(&format!("{number}: ")) && said.contains(why)),
            "{number} {why}: {}",
            ended.err
        );
    }
    // Nothing at all.
    let chinese = place.file("gb18030.jsonl", &[lines[3].clone(), lines[3].clone()].join(&b'\n'));
    let said = place.fails(&["import", "history", chinese.to_str().expect("a path")], "");
    assert!(said.contains("iconv -f GB18030") && said.contains("none of the 2 lines"), "{said}");
    let empty = place.file("empty.jsonl", b"\n\n");
    assert!(place.fails(&["import", "history", empty.to_str().expect("a path")], "").contains("no line in"));
    let said = place.fails(&["import", "history", "missing.jsonl"], "");
    assert!(said.contains("[unreadable_file]"), "{said}");
}

#[tokio::test]
async fn killed_at_any_point_and_repeated_it_is_in_once() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let mut lines: Vec<Value> = (0..400)
        .map(|id| {
            let talk: Vec<Value> =
                (0..5).map(|n| entry(n, ["visitor", "agent"][n % 2], &format!("{id} {n}"))).collect();
            line(&id.to_string(), "closed", &talk)
        })
        .collect();
    // One that takes several units by itself.
    let long: Vec<Value> = (0..1_000).map(|n| entry(n, "visitor", &format!("long {n}"))).collect();
    lines.insert(200, line("long", "closed", &long));
    let file = place.lines("old.jsonl", &lines);
    let mut killed = 0;
    for events in [1, 100, 400, 800, 1_300, 1_900, 2_400] {
        let mut child = servicedesk(&place.data)
            .args(["import", "history"])
            .arg(&file)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the executable starts");
        while stored(&place.data) < events && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        killed += usize::from(child.try_wait().expect("a child").is_none());
        drop(child.kill());
        drop(child.wait());
    }
    assert!(killed > 0, "none was cut");
    place.import(&file);
    let said = place.import(&file);
    assert!(said.starts_with("added 0 conversations with 0 entries, 0 continued, 401 known"), "{said}");

    let desk = Served::start(&place.data, &[]);
    let program = Program::new(&desk.origin, &token);
    let (mut cursor, mut all) = (String::new(), Vec::new());
    loop {
        let page = program.get(&format!("/api/v1/conversations?view=all&limit=200{cursor}")).await;
        all.extend(page["items"].as_array().expect("items").clone());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(all.len(), 401);
    assert!(all.iter().all(|row| row["state"] == "closed"));
    let longest = all.iter().find(|row| row["last_sequence"].as_i64() > Some(900)).expect("the long one");
    let texts: Vec<_> = program.entries(longest["id"].as_str().expect("an id")).await;
    let texts: Vec<_> = texts.iter().filter_map(|entry| entry["content"]["text"].as_str()).collect();
    assert_eq!(texts, (0..1_000).map(|n| format!("long {n}")).collect::<Vec<_>>());
    desk.stop();
}

#[test]
fn the_command_explains_itself() {
    let place = Place::new();
    let ended = run(servicedesk(&place.data).args(["import", "history", "--help"]), "");
    assert!(ended.out.contains("--user-ids") && ended.out.contains("external_id"), "{}", ended.out);
}

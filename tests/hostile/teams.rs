//! Who reads by teams gets no byte of another team's conversations, by whichever door. Somebody who reads everything goes through
//! the same doors, and gets something at each: a door that tells nobody anything would prove nothing.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::units::TimeSpan;

use crate::ground::{agents_calls, call, nothing};
use crate::support::{
    Agent, Answer, Arrival, Courier, Cursor, Event, Events, Link, TestDesk, Visitor, hurried,
};
use crate::support::{said, send, spoken};

/// Said in the other team's conversation, and nowhere else.
const SECRET: &str = "malachite";
/// Said in one's own team's conversation, after everything else.
const LAST: &str = "that was all";

/// A desk with two teams, an agent who reads by teams, and a conversation of each team.
struct Story {
    desk: TestDesk,
    owner: Agent,
    ours: Agent,
    teams: [String; 2],
    own: (Visitor, Link, String),
    theirs: (Visitor, Link, String),
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

impl Story {
    async fn begin() -> Self {
        let desk = TestDesk::with(|config| {
            hurried(config);
            config.storage.readers = 1;
            config.im.rows_every = TimeSpan::from_millis(0);
            config.im.counts_every = TimeSpan::from_millis(0);
        })
        .await;
        let (owner, ours) = (desk.owner().await, desk.colleague().await);
        let browser = owner.sign_in().await;
        let role = json!({ "name": "By teams", "reading": "teams" });
        let role = browser.call(Method::POST, "/api/v1/roles", &role).await.ok(201);
        let to = json!({ "role_id": role["id"] });
        browser.call(Method::PATCH, &format!("/api/v1/agents/{}", ours.id), &to).await.ok(200);
        let mut teams = Vec::new();
        for (name, member) in [("Ours", &ours), ("Theirs", &owner)] {
            let made = owner.post("/api/v1/teams", &json!({ "name": name })).await.ok(201);
            let members = format!("/api/v1/teams/{}/members", text(&made["id"]));
            owner.call(Method::PUT, &members, &json!({ "agent_ids": [member.id] })).await.ok(200);
            teams.push(text(&made["id"]));
        }
        let mut both = Vec::new();
        for team in &teams {
            let visitor = desk.visitor().await;
            let (link, conversation) = visitor.begin("hello").await;
            owner.act(&conversation, "transfer", json!({ "team_id": team })).await.ok(200);
            both.push((visitor, link, conversation));
        }
        let on = json!({ "settings": { "typing_preview": true } });
        owner.call(Method::PATCH, "/api/v1/widgets/default", &on).await.ok(200);
        let (theirs, own) = (both.pop().unwrap(), both.pop().unwrap());
        let teams = teams.try_into().unwrap();
        Self { desk, owner, ours, teams, own, theirs }
    }

    /// All that can happen in the other team's conversation; the file that was sent there, and the message with a link.
    async fn happens(&mut self) -> (String, String) {
        let (visitor, link, id) = &mut self.theirs;
        let owner = &self.owner;
        let at = |action: &str| format!("/api/v1/conversations/{id}/{action}");
        link.say(&json!({ "type": "typing", "conversation_id": id, "active": true, "preview": SECRET }))
            .await;
        says(link, &send("secret", id.as_str(), SECRET)).await;
        let courier = Courier::new(&self.desk, &visitor.session_token);
        let file = text(&courier.send("malachite.txt", SECRET.as_bytes()).await["file_id"]);
        let shown = json!({ "kind": "file", "file_id": file });
        let sent =
            json!({ "type": "send", "client_message_id": "file", "conversation_id": id, "content": shown });
        says(link, &sent).await;
        owner.post(&at("typing"), &json!({ "active": true })).await.ok(204);
        let answered = owner.reply(id, &format!("{SECRET}: https://malachite.example/")).await;
        let changed = json!({ "content": said(&format!("{SECRET}: https://malachite.example/tea")) });
        let message = text(&answered["message_id"]);
        owner.call(Method::PATCH, &at(&format!("messages/{message}")), &changed).await.ok(200);
        let note = json!({ "content": said(SECRET), "note": true });
        owner.post(&at("messages"), &note).await.ok(201);
        owner.post(&at("labels"), &json!({ "labels": ["vip"] })).await.ok(200);
        owner.post(&at("priority"), &json!({ "priority": "urgent" })).await.ok(200);
        owner.post(&at("rate"), &json!({ "score": 5, "comment": SECRET })).await.ok(200);
        owner.post(&at("snooze"), &json!({ "until": null })).await.ok(200);
        owner.post(&at("resolve"), &json!({})).await.ok(200);
        owner.post(&at("reopen"), &json!({})).await.ok(200);
        let draft = json!({ "text": SECRET, "note": false });
        owner.call(Method::PUT, &format!("/api/v1/drafts/{id}"), &draft).await.ok(204);
        let marks = json!({ "type": "progress", "received": { id.as_str(): 2 }, "read": { id.as_str(): 2 } });
        link.say(&marks).await;
        self.desk.pass(Duration::from_secs(2));
        link.say(&marks).await;
        says(link, &send("more", id.as_str(), &format!("more {SECRET}"))).await;
        // The last word, of one's own: who hears it has heard all that came before.
        says(&mut self.own.1, &send("last", self.own.2.as_str(), LAST)).await;
        (file, message)
    }
}

/// Says something that is accepted, whatever is told before.
async fn says(link: &mut Link, frame: &Value) {
    link.say(frame).await;
    while link.told().await["type"] != "accepted" {}
}

/// What somebody hears while things happen.
struct Ears {
    /// Watches the list of all, and looks at the other team's conversation.
    socket: Link,
    stream: Events,
    /// The welcome of a link that polls.
    poll: Value,
    token: String,
    before: Cursor,
}

impl Ears {
    async fn open(desk: &TestDesk, agent: &Agent, theirs: &str) -> (Self, String) {
        let token = agent.session_token().await;
        let mut socket = agent.connect().await;
        let before = socket.cursor();
        socket.say(&json!({ "type": "viewing", "conversation_id": theirs })).await;
        socket.say(&json!({ "type": "watch", "view": "all", "rows": 50 })).await;
        let seen = hears(&mut socket, |heard| heard.contains("\"rows\"")).await;
        let stream = Events::open(desk, &token, None).await;
        let first = json!({ "session_id": null, "resume": null, "frames": [], "wait_ms": 0 });
        let poll = call(desk, &token, &Method::POST, "/im/v1/poll", &first).await.ok(200)[0].clone();
        (Self { socket, stream, poll, token, before }, seen)
    }

    /// All that came, by door.
    async fn heard(mut self, desk: &TestDesk, agent: &Agent) -> Vec<(&'static str, String)> {
        // The word itself, and the row that shows it.
        let told = hears(&mut self.socket, |heard| heard.matches(LAST).count() > 1).await;
        let mut streamed = String::new();
        while !streamed.contains(LAST) {
            let Event::Frame(frame, _) = self.stream.next().await else { panic!("the stream ended") };
            streamed += &frame.to_string();
        }
        let mut polled = String::new();
        let resume = json!({ "log_epoch": self.before.epoch, "log_position": self.poll["log_position"] });
        let ask = json!({
            "session_id": self.poll["session_id"], "resume": resume, "frames": [], "wait_ms": 1_000,
        });
        while !polled.contains(LAST) {
            polled += &call(desk, &self.token, &Method::POST, "/im/v1/poll", &ask).await.ok(200).to_string();
        }
        let mut resumed = agent.resume(&self.before).await;
        let welcome = resumed.welcome.to_string();
        let (replayed, _) = resumed.replayed().await;
        let since = format!("{}:{}", self.before.epoch, self.before.position);
        let mut again = Events::open(desk, &self.token, Some(&since)).await;
        let mut restreamed = String::new();
        while !restreamed.contains("caught_up") {
            let Event::Frame(frame, _) = again.next().await else { panic!("the stream ended") };
            restreamed += &frame.to_string();
        }
        vec![
            ("socket", told),
            ("stream", streamed),
            ("poll", polled),
            ("welcome", welcome),
            ("replay", Value::from(replayed).to_string()),
            ("stream with a cursor", restreamed),
        ]
    }
}

/// Every frame until enough was heard.
async fn hears(link: &mut Link, enough: impl Fn(&str) -> bool) -> String {
    let mut heard = String::new();
    while !enough(&heard) {
        match link.next().await {
            Arrival::Frame(frame) => heard += &frame.to_string(),
            Arrival::Ping => {}
            Arrival::Closed(code) => panic!("closed with {code} after {heard}"),
        }
    }
    heard
}

/// What somebody gets who asks, by door.
async fn asked(story: &Story, agent: &Agent, file: &str) -> Vec<(&'static str, String)> {
    let id = &story.theirs.2;
    let contact =
        story.owner.get(&format!("/api/v1/conversations/{id}")).await.ok(200)["contact"]["id"].clone();
    let contact = text(&contact);
    story.desk.searchable().await;
    let mut found = Vec::new();
    for (door, path) in [
        ("list", "/api/v1/conversations?view=all".to_owned()),
        ("list of those that wait", "/api/v1/conversations?view=waiting".to_owned()),
        ("list of open ones", "/api/v1/conversations?view=open".to_owned()),
        ("list by label", "/api/v1/conversations?view=all&label=vip".to_owned()),
        ("row", format!("/api/v1/conversations/{id}")),
        ("entries", format!("/api/v1/conversations/{id}/entries?after_sequence=0")),
        ("contact", format!("/api/v1/contacts/{contact}")),
        ("drafts", "/api/v1/drafts".to_owned()),
        ("search", format!("/api/v1/search?q={SECRET}&limit=200")),
        ("search of files", format!("/api/v1/search?q=has%3Afile%20{SECRET}")),
        ("search of notes by who wrote them", format!("/api/v1/search?q=from%3Aagent%20{SECRET}")),
        ("search without words", "/api/v1/search?q=from%3Acustomer".to_owned()),
        // One letter is wrong: what is suggested is somebody's word.
        ("search that finds nothing", "/api/v1/search?q=malachitte".to_owned()),
    ] {
        found.push((door, agent.get(&path).await.text));
    }
    let (_, bytes) = Courier::new(&story.desk, &agent.token).fetch(file).await;
    found.push(("file", String::from_utf8_lossy(&bytes).into_owned()));
    let mut link = agent.connect().await;
    let fetch = json!({ "type": "fetch", "request_id": "r", "conversation_id": id, "after_sequence": 0 });
    link.say(&fetch).await;
    found.push(("fetch", link.told().await["entries"].to_string()));
    found
}

#[tokio::test]
async fn who_reads_by_teams_gets_no_byte_of_another_team() {
    let mut story = Story::begin().await;
    let theirs = story.theirs.2.clone();
    let (mine, seen) = Ears::open(&story.desk, &story.ours, &theirs).await;
    let (owners, _) = Ears::open(&story.desk, &story.owner, &theirs).await;
    assert!(!seen.contains(&theirs), "{seen}");
    let counts = story.ours.get("/api/v1/conversations/counts").await.ok(200);
    let (file, message) = story.happens().await;
    let tells = |words: &str| words.contains(SECRET) || words.contains(&theirs);
    let mut everything = owners.heard(&story.desk, &story.owner).await;
    everything.extend(asked(&story, &story.owner, &file).await);
    let silent: Vec<_> = everything.iter().filter(|(_, words)| !tells(words)).collect();
    assert!(silent.is_empty(), "doors that prove nothing: {silent:#?}");
    for kind in ["typing", "progress", "\"row\"", "counts"] {
        assert!(everything[0].1.contains(kind), "no {kind}: {}", everything[0].1);
    }
    let mut little = mine.heard(&story.desk, &story.ours).await;
    little.extend(asked(&story, &story.ours, &file).await);
    assert_eq!(little.len(), everything.len());
    let open: Vec<_> = little.iter().filter(|(_, words)| tells(words)).collect();
    assert!(open.is_empty(), "doors that stand open: {open:#?}");
    // Numbers tell, too.
    assert_eq!(story.ours.get("/api/v1/conversations/counts").await.ok(200), counts);
    for (agent, count) in [(&story.owner, 1), (&story.ours, 0)] {
        assert_eq!(agent.get("/api/v1/labels").await.ok(200)["items"][0]["conversations"], count);
    }
    let preview = format!("/api/v1/link-preview?message={message}&url=https%3A%2F%2Fmalachite.example%2Ftea");
    story.ours.get(&preview).await.problem(404, "not_found");
}

/// Acts of an agent that would change something.
fn acts(id: &str, ours: &Agent, team: &str) -> Vec<(Method, String, Value)> {
    let at = |action: &str| format!("/api/v1/conversations/{id}/{action}");
    vec![
        (Method::POST, at("messages"), json!({ "content": said("let me in") })),
        (Method::POST, at("messages"), json!({ "content": said("@"), "note": true })),
        (Method::POST, at("assign"), json!({ "agent_id": ours.id })),
        (Method::POST, at("transfer"), json!({ "agent_id": ours.id })),
        (Method::POST, at("transfer"), json!({ "team_id": team })),
        (Method::POST, at("labels"), json!({ "labels": ["mine"] })),
        (Method::POST, at("priority"), json!({ "priority": "low" })),
        (Method::POST, at("no-answer-needed"), json!({})),
        (Method::POST, at("snooze"), json!({ "until": null })),
        (Method::POST, at("resolve"), json!({})),
        (Method::POST, at("rate"), json!({ "score": 1 })),
        (Method::POST, at("typing"), json!({ "active": true })),
        (Method::PUT, format!("/api/v1/drafts/{id}"), json!({ "text": "mine", "note": false })),
    ]
}

#[tokio::test]
async fn acts_on_another_teams_conversation_find_nothing_and_change_nothing() {
    let mut story = Story::begin().await;
    let (_, message) = story.happens().await;
    let theirs = story.theirs.2.clone();
    let kept = async || {
        let row = story.owner.get(&format!("/api/v1/conversations/{theirs}")).await.ok(200);
        (row, story.owner.entries(&theirs).await)
    };
    let before = kept().await;
    let ask = async |method: &Method, path: &str, body: &Value| -> Answer {
        call(&story.desk, &story.ours.token, method, path, body).await
    };
    for (method, path, body) in acts(&nothing()[0], &story.ours, &story.teams[0]) {
        let missing = ask(&method, &path, &body).await;
        missing.problem(404, "not_found");
        let answer = ask(&method, &path.replace(&nothing()[0], &theirs), &body).await;
        assert_eq!(answer.tells(), missing.tells(), "{method} {path}");
    }
    // And all others that have the id of a conversation or of a message in their address.
    for (id, never) in [&theirs, &message].into_iter().zip(nothing()) {
        for ((method, path), (_, none)) in agents_calls(id).into_iter().zip(agents_calls(&never)) {
            if path.contains(id.as_str()) {
                let (answer, missing) =
                    (ask(&method, &path, &json!({})).await, ask(&method, &none, &json!({})).await);
                assert_eq!(answer.tells(), missing.tells(), "{method} {path}");
            }
        }
    }
    let several = json!({ "action": "close", "ids": [theirs, nothing()[0]] });
    let done = ask(&Method::POST, "/api/v1/conversations/bulk", &several).await.ok(200)["items"].clone();
    assert_eq!((&done[0]["done"], &done[0]["code"]), (&json!(false), &done[1]["code"]), "{done}");
    // Nor is anything told by a link, or heard of it.
    let mut looking = story.owner.view(&theirs).await;
    let mut link = story.ours.connect().await;
    link.say(&json!({ "type": "viewing", "conversation_id": theirs })).await;
    link.say(&json!({ "type": "typing", "conversation_id": theirs, "active": true })).await;
    link.say(
        &json!({ "type": "progress", "received": { theirs.as_str(): 9 }, "read": { theirs.as_str(): 9 } }),
    )
    .await;
    assert_eq!(link.refused(&send("in", theirs.as_str(), "let me in")).await, "not_found");
    link.silent().await;
    for kind in ["typing", "progress", "presence"] {
        let told = looking.ephemerals(kind).await;
        assert!(!Value::from(told.clone()).to_string().contains(&theirs), "{kind}: {told:?}");
    }
    assert_eq!(kept().await, before);
}

#[tokio::test]
async fn what_moves_between_teams_comes_and_goes() {
    let story = Story::begin().await;
    let (owner, ours) = (&story.owner, &story.ours);
    let theirs = story.theirs.2.as_str();
    let to = async |id: &str, team: usize| {
        owner.act(id, "transfer", json!({ "team_id": story.teams[team] })).await.ok(200)
    };
    let mut link = ours.connect().await;
    let head = link.head().await;
    owner.reply(theirs, SECRET).await;
    let own = owner.reply(&story.own.2, "ours").await;
    link.expect("message").await;
    assert_eq!(link.head().await, own["log_position"], "what is not theirs moves no head");
    assert!(link.head().await > head);
    // Who gains it is told by the entry that brings it, and fetches what came before.
    to(theirs, 0).await;
    let entry = link.expect("entry").await;
    assert_eq!((&entry["kind"], &entry["conversation_id"]), (&json!("team"), &json!(theirs)));
    let before = entry["sequence"].as_i64().unwrap();
    let page = link.fetch(theirs, json!({ "before_sequence": before })).await;
    assert_eq!(spoken(page["entries"].as_array().unwrap()).last().unwrap(), SECRET);
    assert_eq!(page["entries"].as_array().unwrap().len() as i64, before - 1, "the whole hole");
    // Who loses it hears nothing more, and reloads if they look at it.
    let mut looking = ours.view(theirs).await;
    link.say(&json!({ "type": "watch", "view": "all", "rows": 50 })).await;
    link.expect("rows").await;
    to(theirs, 1).await;
    assert_eq!(looking.expect("behind").await["reason"], "rights_changed");
    loop {
        let row = link.expect("row").await;
        if row["gone"] == true {
            break assert_eq!(row["id"], theirs);
        }
    }
    // The note below opens all of the conversation to them: the word before it must have been told to others by then.
    let mut witness = owner.view(theirs).await;
    owner.reply(theirs, "behind the door").await;
    witness.expect("message").await;
    link.silent().await;
    // A colleague whom a note names reads it, whatever their team.
    let note = json!({ "kind": "text", "text": "@", "mentions": [ours.id] });
    let note = json!({ "content": note, "note": true });
    owner.post(&format!("/api/v1/conversations/{theirs}/messages"), &note).await.ok(201);
    assert_eq!(link.expect("message").await["note"], true);
    let row = ours.get(&format!("/api/v1/conversations/{theirs}")).await.ok(200);
    assert_eq!(row["team_id"], story.teams[1]);
}

#[tokio::test]
async fn a_colleague_who_goes_elsewhere_is_told_to_have_left_and_not_where_to() {
    let story = Story::begin().await;
    let mut beside = story.ours.view(&story.own.2).await;
    let mut owners = story.owner.view(&story.own.2).await;
    while beside.expect("presence").await["viewing"] != json!(story.own.2) {}
    owners.say(&json!({ "type": "viewing", "conversation_id": story.theirs.2 })).await;
    let left = beside.expect("presence").await;
    assert_eq!((&left["member"]["id"], &left["viewing"]), (&json!(story.owner.id), &json!(null)));
}

#[tokio::test]
async fn a_narrowed_role_shuts_every_door_at_once() {
    let story = Story::begin().await;
    let theirs = story.theirs.2.as_str();
    let path = format!("/api/v1/conversations/{theirs}");
    let browser = story.owner.sign_in().await;
    let me = format!("/api/v1/agents/{}", story.ours.id);
    browser.call(Method::PATCH, &me, &json!({ "role": "agent" })).await.ok(200);
    story.ours.get(&path).await.ok(200);
    let mut link = story.ours.view(theirs).await;
    let cursor = link.cursor();
    let roles = story.owner.get("/api/v1/roles").await.ok(200)["items"].clone();
    browser.call(Method::PATCH, &me, &json!({ "role_id": roles[4]["id"] })).await.ok(200);
    story.owner.reply(theirs, SECRET).await;
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
    story.ours.get(&path).await.problem(404, "not_found");
    let resumed = story.ours.resume(&cursor).await;
    assert_eq!(resumed.welcome["resume"], "reload", "what was read before is forgotten");
}

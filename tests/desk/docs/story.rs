//! A story in which everything happens that the protocol can tell, told to an agent and to the customer.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::config::units::TimeSpan;
use servicedesk::domain::conversations::conversation::{Asks, Conversation, Moment, Step};
use servicedesk::domain::conversations::state::State;
use servicedesk::domain::tickets::category::Category;
use servicedesk::domain::tickets::changes::{self, Change};
use servicedesk::domain::tickets::statuses::{Status, usual};
use servicedesk::domain::tickets;
use servicedesk::events::{Actor, Alarm, ClockKind};
use servicedesk::fault::Fault;
use servicedesk::flows::conversations::append;
use servicedesk::i18n::Locale;
use servicedesk::ids::ConversationId;
use servicedesk::storage::Unit;

use crate::support::{Agent, Link, TestDesk, Visitor, hash, jwt, said, send};

/// A desk on which it happened.
pub struct Story {
    pub desk: TestDesk,
    pub owner: Agent,
    /// What each entry is, by the first column of the document's table, in the order of the sequences.
    pub cases: Vec<&'static str>,
    /// The same entries as the agent's link was told live.
    pub live_to_agent: Vec<Value>,
    /// As the visitor's link was told live, up to the moment when their rights changed.
    pub live_to_visitor: Vec<Value>,
    /// The visitor, who has proven who they are.
    pub visitor: Visitor,
    pub conversation: String,
}

/// The kinds of entries, each made for real.
pub async fn every_kind() -> Story {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let visitor = Visitor::come(&desk, json!({ "name": "李娜" })).await;
    let mut agent = owner.connect().await;
    let (mut link, conversation) = visitor.begin("几点发货?").await;
    let mut tale = Tale { owner: &owner, agent: &mut agent, conversation: &conversation, told: Vec::new() };
    tale.hear("`message`").await;
    let question = tale.told[0].1["message_id"].as_str().unwrap().to_owned();

    let note = tale.say("常客", true).await;
    tale.hear("`message` of the team: a note").await;
    let own = format!("/widget/v1/messages/{question}");
    visitor.call(Method::PATCH, &own, &json!({ "content": said("今天几点?") })).await.ok(200);
    tale.hear("`edited`").await;
    let noted = format!("/api/v1/conversations/{conversation}/messages/{note}");
    owner.call(Method::PATCH, &noted, &json!({ "content": said("老客人") })).await.ok(200);
    tale.hear("`edited` of the team: an edit of a note").await;
    visitor.call(Method::DELETE, &own, &json!({})).await.ok(200);
    tale.hear("`recalled`").await;
    owner.call(Method::DELETE, &noted, &json!({})).await.ok(200);
    tale.hear("`recalled` of the team: a recalled note").await;
    tale.act("assign", json!({ "agent_id": owner.id }), "`assigned`").await;
    tale.act("assign", json!({ "agent_id": null }), "`unassigned`").await;
    let team = desk.team("售后").await;
    tale.act("transfer", json!({ "team_id": team, "note": "破损，要补发" }), "`team`").await;
    tale.act("priority", json!({ "priority": "urgent" }), "`priority`").await;
    tale.raise(&desk).await;
    tale.hear("`clock`").await;
    tale.act("no-answer-needed", json!({}), "`no_answer_needed`").await;
    let transfer = json!({ "agent_id": colleague.id, "note": "认识快递" });
    tale.act("transfer", transfer, "`transferred`").await;
    let snooze = json!({ "until": "2026-03-02T09:00:00Z" });
    tale.act("snooze", snooze, "`state` of the team: a snooze").await;
    tale.act("resolve", json!({}), "`state`").await;
    let rating = json!({ "score": 5, "comment": "很快" });
    visitor.post(&format!("/widget/v1/conversations/{conversation}/rate"), &rating).await.ok(200);
    tale.hear("`rated`").await;
    tale.act("rate", json!({ "score": 4 }), "`rated` of the team: a rating by an agent").await;
    tale.act("labels", json!({ "labels": ["物流"] }), "`labels`").await;
    tale.ticket(&desk).await;
    let told = tale.told;

    // The first message was their own: its place was taken by `accepted`.
    let live_to_visitor = link.entries(told.len() - 1).await;
    let proof = json!({ "id": "u1", "hash": hash(&desk, "u1"), "name": "李娜" });
    let visitor = visitor.come_back(&desk, proof).await;
    let (mut cases, mut live_to_agent): (Vec<&str>, Vec<Value>) = told.into_iter().unzip();
    live_to_agent.push(agent.expect("entry").await);
    cases.push("`contact_changed`");
    Story { desk, owner, cases, live_to_agent, live_to_visitor, visitor, conversation }
}

/// What has happened so far.
struct Tale<'a> {
    owner: &'a Agent,
    agent: &'a mut Link,
    conversation: &'a str,
    told: Vec<(&'static str, Value)>,
}

impl Tale<'_> {
    async fn hear(&mut self, case: &'static str) {
        let entry = self.agent.entries(1).await.remove(0);
        assert_eq!(entry["sequence"], self.told.len() + 1, "{case}");
        self.told.push((case, entry));
    }

    async fn act(&mut self, action: &str, body: Value, case: &'static str) {
        self.owner.act(self.conversation, action, body).await.ok(200);
        self.hear(case).await;
    }

    async fn raise(&self, desk: &TestDesk) {
        let id: ConversationId = self.conversation.parse().unwrap();
        let work = move |unit: &mut Unit<'_>| {
            let mut conversation = append::conversation_of(unit, id)?;
            let moment = append::moment(unit, Actor::SYSTEM);
            let due = moment.at.plus(Duration::from_secs(30));
            let steps = conversation.raise(moment, ClockKind::First, Alarm::Warned, due);
            append::finish(unit, &conversation, &steps, None)
        };
        desk.inside().db.write(work).await.unwrap();
    }

    /// What happens to a ticket, each entry decided by the conversation itself.
    async fn ticket(&mut self, desk: &TestDesk) {
        let status = |category| Status { id: usual(category), name: None, public: None, category };
        let of = |category| status(category).named(Locale::ZhCn).to_change();
        let to = |category| Change::of(changes::STATUS, of(Category::New), of(category));
        let first = vec![
            Change::of(changes::TITLE, json!(null), json!("盖碗破损")),
            Change::of(changes::STATUS, json!(null), of(Category::Solved)),
        ];
        let title = vec![Change::of(changes::TITLE, json!("盖碗破损"), json!("盖碗补发"))];
        let due = vec![Change::of(changes::DUE, json!(null), json!("2026-03-02T09:00:00.000Z"))];
        let link = vec![Change::of(changes::LINK, json!(null), json!({ "id": "c_1", "kind": "related" }))];
        let other = ConversationId(77);
        self.decide(desk, first, |it, at| it.become_ticket(at, 218, Asks::Closed, false)).await;
        self.hear("`ticket`").await;
        self.decide(desk, title, |it, at| it.change_ticket(at, true, None, false)).await;
        self.hear("`ticket_changed`").await;
        self.decide(desk, vec![to(Category::Closed)], |it, at| it.change_ticket(at, true, None, false)).await;
        self.hear("`ticket_changed`").await;
        self.decide(desk, due, |it, at| it.change_ticket(at, false, None, false)).await;
        self.hear("`ticket_changed` of the team: neither title nor public status").await;
        self.decide(desk, Vec::new(), move |it, at| it.merge(at, other)).await;
        self.hear("`merged`").await;
        self.decide(desk, Vec::new(), |it, at| it.unmerge(at, (State::Closed, None), false)).await;
        self.hear("`unmerged`").await;
        self.decide(desk, link, move |it, at| Ok(it.link(at, other))).await;
        self.hear("`linked`").await;
    }

    async fn decide(
        &self,
        desk: &TestDesk,
        changes: Vec<Change>,
        decide: impl FnOnce(&mut Conversation, Moment) -> Result<Vec<Step>, Fault> + Send + 'static,
    ) {
        let id: ConversationId = self.conversation.parse().unwrap();
        let work = move |unit: &mut Unit<'_>| {
            let mut conversation = append::conversation_of(unit, id)?;
            let moment = append::moment(unit, Actor::SYSTEM);
            let steps = decide(&mut conversation, moment)?;
            tickets::store::note_changes(unit.conn(), id, conversation.last_sequence(), &changes)?;
            append::finish(unit, &conversation, &steps, None)
        };
        desk.inside().db.write(work).await.unwrap();
    }

    async fn say(&self, text: &str, note: bool) -> String {
        let body = json!({ "content": said(text), "note": note });
        let stored = self.owner.act(self.conversation, "messages", body).await.ok(201);
        stored["message_id"].as_str().unwrap().to_owned()
    }
}

/// Every frame the desk can say, as clients really got them.
pub async fn every_frame() -> Vec<Value> {
    let story = every_kind().await;
    let mut frames = story.live_to_agent.clone();
    frames.extend(story.live_to_visitor.clone());
    let Story { desk, owner, visitor, conversation, .. } = story;
    let mut link = visitor.connect().await;
    frames.push(link.welcome.clone());
    frames.push(link.expect("shop").await);
    let hours = json!({ "always": false, "week": [{ "day": 1, "opens": "09:00", "closes": "10:00" }] });
    owner.call(Method::PATCH, "/api/v1/shop", &json!({ "hours": hours })).await.ok(200);
    frames.push(link.expect("shop").await);
    owner.call(Method::PATCH, "/api/v1/shop", &json!({ "hours": { "always": true } })).await.ok(200);
    frames.push(link.fetch(&conversation, json!({})).await);
    frames.extend(link.fetch(&conversation, json!({})).await["entries"].as_array().unwrap().clone());
    let mut agent = owner.view(&conversation).await;
    frames.push(agent.welcome.clone());
    link.say(&json!({ "type": "typing", "conversation_id": conversation, "active": true })).await;
    frames.push(agent.expect("typing").await);
    agent.say(&json!({ "type": "typing", "conversation_id": conversation, "active": true })).await;
    frames.push(link.expect("typing").await);
    agent.say(&json!({ "type": "progress", "read": { &conversation: 3 } })).await;
    frames.push(link.expect("progress").await);
    frames.push(link.post("m2", json!(null), "再问一句").await);
    frames.push(agent.expect("message").await);
    // It was closed, so that the reply re-opens it.
    let stored = owner.reply(&conversation, "改一下").await;
    frames.push(link.expect("entry").await);
    frames.push(link.expect("message").await);
    let path =
        format!("/api/v1/conversations/{conversation}/messages/{}", stored["message_id"].as_str().unwrap());
    for (method, body) in [(Method::PATCH, json!({ "content": said("改好了") })), (Method::DELETE, json!({}))]
    {
        owner.call(method, &path, &body).await.ok(200);
        frames.push(link.expect("entry").await);
    }
    // Edited and then recalled.
    frames.extend(link.fetch(&conversation, json!({})).await["entries"].as_array().unwrap().clone());
    link.say(&send("m2", json!(null), "另一句")).await;
    frames.push(link.expect("refused").await);
    link.say(&json!({ "type": "dance" })).await;
    frames.push(link.expect("error").await);
    link.say(&json!({ "type": "fetch", "request_id": "7", "conversation_id": "c_0" })).await;
    frames.push(link.expect("error").await);
    link.say(&json!({ "type": "ping" })).await;
    frames.push(link.expect("pong").await);
    frames.extend(presences(&desk, &owner, &conversation).await);
    frames.extend(endings(&desk, &owner, link, &visitor).await);
    frames.extend(pauses().await);
    frames.push(drain().await);
    frames.extend(places().await);
    frames.push(wake().await);
    frames.extend(lists().await);
    frames
}

async fn presences(desk: &TestDesk, owner: &Agent, conversation: &str) -> Vec<Value> {
    let mut frames = Vec::new();
    let mut agent = owner.connect().await;
    owner.post("/api/v1/blocks", &json!({ "address": "203.0.113.7" })).await.ok(201);
    frames.push(agent.expect("settings").await);
    agent.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
    frames.push(until_presence(&mut agent, |told| told["member"]["kind"] == "visitor").await);
    let other = servicedesk::domain::access::agent::Role::Agent;
    for (away, reason) in [
        (json!({ "state": "away", "reason": "meal", "until": "2026-03-01T09:30:00Z" }), json!("meal")),
        (json!({ "state": "away" }), json!(null)),
    ] {
        owner.call(Method::PUT, "/api/v1/agents/me/availability", &away).await.ok(200);
        let is_told = |told: &Value| told["availability"] == "away" && told["presence"]["reason"] == reason;
        frames.push(until_presence(&mut agent, is_told).await);
    }
    let _waits = desk.visitor().await.begin("几点发货?").await;
    agent.entries(1).await;
    agent.say(&json!({ "type": "watch_wall", "active": true })).await;
    frames.push(agent.expect("wall").await);
    // There are two seats; a third person takes the colleague's.
    let colleagues = owner.all("/api/v1/agents?limit=10").await;
    assert_eq!(colleagues.len(), 2);
    desk.disable_by_mail("qiang@example.com").await;
    let colleague = Agent::join(desk, "小王", "wang@example.com", other).await;
    let mut theirs = colleague.view(conversation).await;
    frames.push(until_presence(&mut agent, |told| told["viewing"] == conversation).await);
    let look = json!({ "type": "viewing", "conversation_id": conversation, "look_in": true });
    agent.say(&look).await;
    frames.push(until_presence(&mut theirs, |told| told["look_in"] == true).await);
    frames
}

async fn until_presence(link: &mut Link, is_it: impl Fn(&Value) -> bool) -> Value {
    loop {
        let told = link.expect("presence").await;
        if is_it(&told) {
            return told;
        }
    }
}

async fn endings(desk: &TestDesk, owner: &Agent, mut link: Link, visitor: &Visitor) -> Vec<Value> {
    let mut frames = Vec::new();
    let cursor = link.cursor();
    let mut back = visitor.resume(&cursor).await;
    frames.push(back.welcome.clone());
    // The colleague who left had the conversation in hand.
    frames.push(back.expect("entry").await);
    frames.push(back.expect("caught_up").await);
    let replaced = json!({ "previous_session_id": back.session_id() });
    let _next = visitor.connect_with(replaced).await;
    frames.push(back.expect("session_ended").await);
    let anonymous = desk.visitor().await;
    let mut before = anonymous.connect().await;
    anonymous.come_back(desk, json!({ "token": jwt(desk, "u2") })).await;
    frames.push(before.expect("behind").await);
    let mut agent = owner.connect().await;
    let contact = owner.all("/api/v1/contacts?limit=10&q=u1").await[0]["id"].as_str().unwrap().to_owned();
    owner.call(Method::DELETE, &format!("/api/v1/contacts/{contact}"), &json!({})).await.ok(204);
    frames.push(agent.expect("erased").await);
    frames.push(link.expect("entry").await);
    frames.push(link.expect("session_ended").await);
    frames
}

async fn pauses() -> Vec<Value> {
    let desk = TestDesk::with(|config| config.limits.sends_hard_per_minute = 1).await;
    let (mut link, _) = desk.visitor().await.begin("一").await;
    link.say(&send("2", json!(null), "二")).await;
    vec![link.expect("paused").await]
}

async fn drain() -> Value {
    let mut desk = TestDesk::open().await;
    let mut link = desk.visitor().await.connect().await;
    drop(desk.stop());
    link.expect("drain").await
}

/// Places in the queue: before anybody is there, and with a wait once some were answered.
async fn places() -> Vec<Value> {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    let path = format!("/api/v1/agents/{}", owner.id);
    owner.call(Method::PATCH, &path, &json!({ "capacity": 5 })).await.ok(200);
    let mut links = Vec::new();
    for number in 0..5 {
        links.push(desk.visitor().await.begin(&number.to_string()).await.0);
    }
    let mut frames = vec![place(&desk, &mut links[0]).await];
    let _workbench = owner.connect().await;
    for link in &mut links {
        link.expect("entry").await;
    }
    let (mut last, _) = desk.visitor().await.begin("5").await;
    frames.push(place(&desk, &mut last).await);
    frames
}

async fn place(desk: &TestDesk, link: &mut Link) -> Value {
    let mut told = Vec::new();
    desk.pass_until(async || {
        told = link.ephemerals("queue").await;
        !told.is_empty()
    })
    .await;
    told.remove(0)
}

/// A list that an agent watches.
async fn lists() -> Vec<Value> {
    let desk = TestDesk::with(|config| {
        config.im.rows_every = TimeSpan::from_millis(0);
        config.im.counts_every = TimeSpan::from_millis(0);
    })
    .await;
    let owner = desk.owner().await;
    let (_one, first) = desk.visitor().await.begin("一").await;
    let soon = json!({ "urgent": 60_000, "high": 120_000, "normal": 120_000, "low": 120_000 });
    let policy = json!({ "name": "两分钟", "targets": { "first": soon } });
    owner.post("/api/v1/sla/policies", &policy).await.ok(201);
    let mut agent = owner.connect().await;
    agent.say(&json!({ "type": "watch", "view": "open", "request_id": "7" })).await;
    let mut frames = vec![agent.expect("rows").await];
    let (_two, _) = desk.visitor().await.begin("二").await;
    // The promise is read from the log, a moment after what was said.
    let promised = loop {
        let row = agent.expect("row").await;
        if row["row"]["clock"] != Value::Null && row["row"]["id"] != first {
            break row;
        }
    };
    frames.push(promised);
    frames.push(agent.expect("counts").await);
    owner.act(&first, "resolve", json!({})).await.ok(200);
    loop {
        let row = agent.expect("row").await;
        if row["gone"] == true {
            frames.push(row);
            return frames;
        }
    }
}

/// A state entry of the desk's own.
async fn wake() -> Value {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (_link, conversation) = desk.visitor().await.begin("一").await;
    let mut agent = owner.connect().await;
    owner.act(&conversation, "snooze", json!({ "until": "2026-03-01T08:00:01Z" })).await.ok(200);
    agent.expect("entry").await;
    let path = format!("/api/v1/conversations/{conversation}");
    desk.pass_until(async || owner.get(&path).await.ok(200)["state"] != "snoozed").await;
    agent.expect("entry").await
}

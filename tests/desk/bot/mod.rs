//! The bot through the public door: an FAQ that the tests know, and time that stands still unless a test moves it.

mod duty;
mod handing_over;
mod talking;

use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
use serde_json::{Value, json};
use servicedesk::domain::bot::decide::{Asked, Person, SmallTalk};
use servicedesk::domain::bot::settings::Carefulness;
use servicedesk::domain::bot::slots::{Slot, Takes};
use servicedesk::domain::bot::store;
use servicedesk::fault::Fault;
use servicedesk::flows::bot::faq::{Faq, Place, Task, Told, Topic};
use servicedesk::i18n::Locale;
use servicedesk::ids::FaqId;

use crate::support::{Agent, Link, TestDesk};

/// An FAQ that goes by single words.
#[derive(Debug)]
struct Words;

const RETURNS: i64 = 101;
const SHIPPING: i64 = 102;
const FEES: i64 = 103;
const ORDER: i64 = 104;

impl Faq for Words {
    fn ask(&self, text: &str, topic: Option<&Topic>, _: Place<'_>) -> Asked {
        let mut candidates = Vec::new();
        for (word, entry, p) in
            [("退货", RETURNS, 0.95), ("发货", SHIPPING, 0.94), ("运费", FEES, 0.93), ("查订单", ORDER, 0.92)]
        {
            if text.contains(word) {
                candidates.push((entry, p));
            }
        }
        if text.contains("多久") && candidates.is_empty() {
            // What it is about says which.
            match topic.and_then(|topic| topic.entry) {
                Some(entry) => candidates.push((entry, 0.9)),
                None => candidates.extend([(SHIPPING, 0.5), (RETURNS, 0.4)]),
            }
        }
        candidates.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        Asked {
            known: if candidates.is_empty() { 0.0 } else { 0.9 },
            candidates,
            small_talk: (text == "你好").then_some(SmallTalk::Greeting),
            person: text.contains("人工").then_some(Person::Only),
            anger: text.contains("骗子"),
        }
    }

    fn find(&self, _: &Connection, id: i64, _: Locale, _: Place<'_>) -> Result<Option<Told>, Fault> {
        let (question, answer) = match id {
            RETURNS => ("怎么退货?", "**七天**内可退。"),
            SHIPPING => ("多久发货?", "当天发货。"),
            FEES => ("运费多少?", "满九十九包邮。"),
            ORDER => ("查订单", "请告诉我们订单号。"),
            _ => return Ok(None),
        };
        let slot = Slot {
            id: "order".to_owned(),
            label: "订单号".to_owned(),
            takes: Takes::Order,
            required: true,
            options: Vec::new(),
        };
        Ok(Some(Told {
            id,
            question: question.to_owned(),
            answer: answer.to_owned(),
            buttons: Vec::new(),
            picture: None,
            links: Vec::new(),
            task: (id == ORDER).then(|| Task { slots: vec![slot], hands_over: true }),
        }))
    }

    fn threshold(&self, _: Carefulness, _: Locale) -> f32 {
        0.8
    }

    fn entries(&self, _: Place<'_>) -> usize {
        4
    }
}

/// The bot has something to say, and is on duty.
async fn on_duty(desk: &TestDesk) {
    desk.inside().shelf.put(Arc::new(Words));
    for _ in 0..2_000 {
        if desk.inside().db.read(|conn| Ok(store::is_on_duty(conn, "web")?)).await.unwrap() {
            return;
        }
        desk.written().await;
    }
    panic!("the bot does not come");
}

async fn with_bot() -> TestDesk {
    let desk = TestDesk::hurried().await;
    on_duty(&desk).await;
    desk
}

/// Lets time go by until as many messages of the bot's stand there; all entries.
async fn until_said(desk: &TestDesk, agent: &Agent, conversation: &str, count: usize) -> Vec<Value> {
    for _ in 0..400 {
        let entries = agent.entries(conversation).await;
        if of_bot(&entries).len() >= count {
            return entries;
        }
        desk.pass(Duration::from_millis(50));
        desk.written().await;
    }
    panic!("the bot said too little: {:?}", agent.entries(conversation).await);
}

/// Lets time go by until the conversation stands so.
async fn until_state(desk: &TestDesk, agent: &Agent, conversation: &str, state: &str) -> Value {
    for _ in 0..400 {
        let row = row(agent, conversation).await;
        if row["state"] == state {
            return row;
        }
        desk.pass(Duration::from_millis(50));
        desk.written().await;
    }
    panic!("it is not {state}: {:?}", row(agent, conversation).await);
}

async fn row(agent: &Agent, conversation: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)
}

/// The bot's messages.
fn of_bot(entries: &[Value]) -> Vec<&Value> {
    entries.iter().filter(|entry| entry["type"] == "message" && entry["sender"]["kind"] == "bot").collect()
}

/// What the bot said last.
fn last_word(entries: &[Value]) -> Value {
    of_bot(entries).last().copied().cloned().unwrap_or_default()
}

/// The hand-overs.
fn handed_over(entries: &[Value]) -> Vec<&Value> {
    entries.iter().filter(|entry| entry["kind"] == "state" && entry["state"] == "waiting").collect()
}

/// The customer presses a button of a card.
async fn press(link: &mut Link, id: &str, conversation: &str, card: &Value, choice: &str) {
    let buttons = card["content"]["card"]["buttons"].as_array().unwrap();
    let label = buttons.iter().find(|button| button["id"] == choice).unwrap()["label"].clone();
    let content = json!({ "kind": "choice", "of": card["message_id"], "choice": choice, "text": label });
    answer(link, id, conversation, content).await;
}

async fn answer(link: &mut Link, id: &str, conversation: &str, content: Value) {
    link.say(&json!({
        "type": "send", "client_message_id": id, "conversation_id": conversation, "content": content,
    }))
    .await;
    loop {
        let told = link.told().await;
        if told["type"] == "accepted" && told["client_message_id"] == id {
            return;
        }
    }
}

fn choice_of(entry: i64) -> String {
    format!("faq:{}", FaqId(entry))
}

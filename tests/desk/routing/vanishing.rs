//! Every way to vanish: what becomes of a customer who waits, and of one who does not.

use std::time::Duration;

use serde_json::{Value, json};
use servicedesk::domain::routing::store;

use super::{at_work, begun, choose, given, of_kind, patient, row, say, settled};
use crate::support::{Agent, Link, TestDesk, said};

/// How somebody vanishes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    Offline,
    Away,
    LaptopClosed,
    Disabled,
    NotTaken,
}

/// What their vanishing is called, after how long it counts, and whether it also takes what does not wait.
const WAYS: [(Way, &str, u64, bool); 5] = [
    (Way::Offline, "offline", 0, false),
    (Way::Away, "away", 300, false),
    (Way::LaptopClosed, "gone", 120, false),
    (Way::Disabled, "disabled", 0, true),
    (Way::NotTaken, "not_taken", 90, false),
];

async fn vanish(desk: &TestDesk, way: Way, agent: &Agent, link: Link) -> Option<Link> {
    match way {
        Way::Offline => choose(agent, "offline").await,
        Way::Away => choose(agent, "away").await,
        Way::LaptopClosed => {
            link.leave().await;
            while agent.get("/api/v1/me").await.ok(200)["agent"]["online"] == true {}
            return None;
        }
        Way::Disabled => desk.disable(agent).await,
        Way::NotTaken => {}
    }
    Some(link)
}

#[tokio::test]
async fn a_customer_who_waits_goes_to_somebody_who_is_there() {
    for (way, code, seconds, _) in WAYS {
        let desk = TestDesk::routing().await;
        let (owner, colleague) = (desk.owner().await, desk.colleague().await);
        let link = at_work(&colleague).await;
        let mut customer = patient(&desk).await;
        let conversation = say(&mut customer, Value::Null, "在吗?").await;
        assert_eq!(given(&owner, &conversation).await, colleague.id, "{way:?}");
        if way != Way::NotTaken {
            // Taken, answered, and asked again.
            colleague.reply(&conversation, "在的").await;
            say(&mut customer, json!(conversation), "还在吗?").await;
        }
        settled(&desk).await;
        let _workbench = at_work(&owner).await;
        let _link = vanish(&desk, way, &colleague, link).await;
        settled(&desk).await;
        if seconds > 0 {
            desk.pass(Duration::from_secs(seconds - 1));
            settled(&desk).await;
            assert_eq!(row(&owner, &conversation).await["agent_id"], json!(colleague.id), "{way:?}");
            desk.pass(Duration::from_secs(1));
        }
        while row(&owner, &conversation).await["agent_id"] != json!(owner.id) {
            settled(&desk).await;
        }
        let left = of_kind(&owner, &conversation, "unassigned").await;
        assert_eq!(left[0]["why"], json!({ "code": code, "agent_id": colleague.id }), "{way:?}");
        // Who loses their seat gives everything up themselves, before the routing looks.
        if way != Way::Disabled {
            assert!(left[0]["reason"].as_str().unwrap().contains("阿强"), "{left:?}");
        }
    }
}

#[tokio::test]
async fn a_conversation_at_rest_stays_until_the_customer_writes() {
    for (way, _, seconds, leaves) in WAYS.into_iter().filter(|(way, ..)| *way != Way::NotTaken) {
        let desk = TestDesk::routing().await;
        let (owner, colleague) = (desk.owner().await, desk.colleague().await);
        let link = at_work(&colleague).await;
        let mut customer = patient(&desk).await;
        let conversation = say(&mut customer, Value::Null, "在吗?").await;
        assert_eq!(given(&owner, &conversation).await, colleague.id, "{way:?}");
        colleague.reply(&conversation, "在的").await;
        let _workbench = at_work(&owner).await;
        let _link = vanish(&desk, way, &colleague, link).await;
        settled(&desk).await;
        if leaves {
            assert_eq!(given(&owner, &conversation).await, owner.id, "{way:?}");
            continue;
        }
        desk.pass(Duration::from_secs(seconds));
        settled(&desk).await;
        assert_eq!(row(&owner, &conversation).await["agent_id"], json!(colleague.id), "{way:?}");
        say(&mut customer, json!(conversation), "还在吗?").await;
        while row(&owner, &conversation).await["agent_id"] != json!(owner.id) {
            settled(&desk).await;
        }
    }
}

#[tokio::test]
async fn after_a_restart_nobody_loses_a_customer_who_is_back_in_time() {
    for (back_after, stays) in [(100, true), (121, false)] {
        let desk = TestDesk::routing().await;
        let (owner, colleague) = (desk.owner().await, desk.colleague().await);
        let link = at_work(&colleague).await;
        let conversation = begun(&desk.visitor().await, "在吗?").await;
        assert_eq!(given(&owner, &conversation).await, colleague.id);
        let note = json!({ "content": said("看看"), "note": true });
        colleague.act(&conversation, "messages", note).await.ok(201);
        settled(&desk).await;
        drop(link);
        let desk = desk.reopened(|_| {}).await;
        let (owner, colleague) = (owner.at(&desk), colleague.at(&desk));
        let _workbench = at_work(&owner).await;
        settled(&desk).await;
        desk.pass(Duration::from_secs(back_after));
        settled(&desk).await;
        if stays {
            let _back = at_work(&colleague).await;
            desk.pass(Duration::from_secs(30));
            settled(&desk).await;
            assert_eq!(row(&owner, &conversation).await["agent_id"], json!(colleague.id));
        } else {
            while row(&owner, &conversation).await["agent_id"] != json!(owner.id) {
                settled(&desk).await;
            }
        }
    }
}

#[tokio::test]
async fn whoever_misses_two_in_a_row_is_away() {
    let desk = TestDesk::routing().await;
    let owner = desk.owner().await;
    let _workbench = at_work(&owner).await;
    let mut conversations = Vec::new();
    for text in ["一", "二"] {
        let conversation = begun(&desk.visitor().await, text).await;
        assert_eq!(given(&owner, &conversation).await, owner.id);
        conversations.push(conversation);
    }
    settled(&desk).await;
    desk.pass(Duration::from_secs(90));
    while row(&owner, &conversations[1]).await["agent_id"] != Value::Null {
        settled(&desk).await;
    }
    let me = owner.get("/api/v1/me").await.ok(200)["agent"].take();
    assert_eq!(me["availability"], "away");
    // Back, they get both: they are free anew.
    desk.pass(Duration::from_secs(1));
    choose(&owner, "online").await;
    for conversation in &conversations {
        assert_eq!(given(&owner, conversation).await, owner.id);
    }
    let me = owner.get("/api/v1/me").await.ok(200)["agent"].take();
    assert_eq!(me["availability"], "online");
}

#[tokio::test]
async fn a_word_a_note_or_a_look_takes_what_was_given() {
    for taken_by in ["reply", "note", "look", "nothing"] {
        let desk = TestDesk::routing().await;
        let owner = desk.owner().await;
        let mut workbench = at_work(&owner).await;
        let conversation = begun(&desk.visitor().await, "在吗?").await;
        assert_eq!(given(&owner, &conversation).await, owner.id);
        match taken_by {
            "reply" => drop(owner.reply(&conversation, "在的").await),
            "note" => {
                let note = json!({ "content": said("看看"), "note": true });
                owner.act(&conversation, "messages", note).await.ok(201);
            }
            "look" => {
                workbench.say(&json!({ "type": "viewing", "conversation_id": conversation })).await;
                let read = json!({ conversation.clone(): 1 });
                workbench.say(&json!({ "type": "progress", "received": read, "read": read })).await;
                // Kept once a second at most.
                desk.pass(Duration::from_secs(1));
                while !desk.inside().db.read(|conn| Ok(store::given(conn)?)).await.unwrap().is_empty() {}
            }
            _ => {}
        }
        settled(&desk).await;
        desk.pass(Duration::from_secs(90));
        settled(&desk).await;
        desk.written().await;
        if taken_by == "nothing" {
            while row(&owner, &conversation).await["agent_id"] != Value::Null {
                settled(&desk).await;
            }
        } else {
            assert_eq!(row(&owner, &conversation).await["agent_id"], json!(owner.id), "{taken_by}");
        }
    }
}

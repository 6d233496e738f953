//! Rules of the routing: kept as a whole, refused with the path of what is wrong, and what they make of a conversation.

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::flows::routing::{apply_rules::apply_rules, rules};
use servicedesk::ids::{ConversationId, RuleId, TeamId};
use servicedesk::storage::Unit;

use crate::support::{Agent, Answer, TestDesk, Visitor, send};

const RULES: &str = "/api/v1/routing/rules";

fn web() -> Value {
    json!({ "field": "channel", "op": "is", "value": "web" })
}

fn rule(name: &str, when: &Value, then: &Value) -> Value {
    json!({ "name": name, "when": when, "then": then })
}

async fn put(agent: &Agent, version: i64, rules: Value) -> Answer {
    agent.call(Method::PUT, RULES, &json!({ "version": version, "rules": rules })).await
}

async fn row(agent: &Agent, conversation: &str) -> Value {
    agent.get(&format!("/api/v1/conversations/{conversation}")).await.ok(200)
}

/// Asks the rules about a conversation; whether they had a say.
async fn apply(desk: &TestDesk, conversation: &str) -> bool {
    let id: ConversationId = conversation.parse().unwrap();
    let work = move |unit: &mut Unit<'_>| {
        let rules = rules::asked(unit.conn())?;
        apply_rules(unit, &rules, id).map(|outcome| outcome.is_some())
    };
    desk.inside().db.write(work).await.unwrap()
}

/// What another version stored, which this one cannot read.
async fn store_unreadable(desk: &TestDesk, rule: &Value) {
    let id: RuleId = rule["id"].as_str().unwrap().parse().unwrap();
    let work = move |unit: &mut Unit<'_>| {
        unit.conn().write(
            "UPDATE routing_rules SET conditions = ?2 WHERE id = ?1",
            rusqlite::params![id, r#"{"field":"mood","op":"is","value":"good"}"#],
        )?;
        Ok(())
    };
    desk.inside().db.write(work).await.unwrap();
}

#[tokio::test]
async fn rules_are_kept_as_a_whole_and_in_order() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let team = desk.team("售后").await.to_string();
    let empty = owner.get(RULES).await.ok(200);
    assert_eq!(empty, json!({ "version": 0, "rules": [], "rules_max": 100 }));

    let mut link = owner.connect().await;
    let then = json!({ "team_id": team, "priority": "high", "required_skills": ["法语"] });
    let sent = json!([
        rule(" 退款 ", &web(), &then),
        rule("晚上", &json!({ "all": [] }), &json!({ "priority": "low" }))
    ]);
    let kept = put(&owner, 0, sent).await.ok(200);
    assert_eq!((&kept["version"], &kept["rules"][0]["name"]), (&json!(1), &json!("退款")));
    assert_eq!((&kept["rules"][0]["when"], &kept["rules"][0]["then"]), (&web(), &then));
    assert_eq!(
        (&kept["rules"][0]["enabled"], &kept["rules"][0]["stop"], &kept["rules"][0]["broken"]),
        (&json!(true), &json!(false), &json!(null))
    );
    assert_eq!(owner.get(RULES).await.ok(200), kept);
    assert_eq!(link.expect("settings").await["area"], "routing");

    // The other way round, one of them switched off; ids stay.
    let mut turned = json!([kept["rules"][1], kept["rules"][0]]);
    turned[0]["enabled"] = json!(false);
    turned[1]["stop"] = json!(true);
    let kept = put(&owner, 1, turned.clone()).await.ok(200);
    assert_eq!((&kept["version"], &kept["rules"]), (&json!(2), &turned));
    // Saved without a change, nobody else has to read anything.
    assert_eq!(put(&owner, 2, turned.clone()).await.ok(200)["version"], 2);
    put(&owner, 1, json!([])).await.problem(409, "version");
    assert_eq!(owner.get(RULES).await.ok(200)["rules"], turned);
}

#[tokio::test]
async fn only_who_manages_sees_and_changes_rules() {
    let desk = TestDesk::open().await;
    let (_owner, colleague) = (desk.owner().await, desk.colleague().await);
    colleague.get(RULES).await.problem(403, "forbidden");
    put(&colleague, 0, json!([])).await.problem(403, "forbidden");
    desk.get(RULES).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn what_is_wrong_is_named_by_its_path() {
    let desk = TestDesk::with(|config| config.routing.rules_max = 3).await;
    let owner = desk.owner().await;
    let low = json!({ "priority": "low" });
    let unknown = "tm_0000000000001";
    let many = json!({ "all": vec![web(); 31] });
    let team_is = json!({ "any": [web(), { "field": "team", "op": "is", "value": unknown }] });
    let good = rule("a", &web(), &low);
    for (rules, field) in [
        (json!([good, rule("b", &many, &low)]), "rules[1].when.all[30]"),
        (
            json!([rule("b", &json!({ "field": "channel", "op": "like", "value": "x" }), &low)]),
            "rules[0].when.op",
        ),
        (
            json!([rule("b", &json!({ "field": "mood", "op": "is", "value": "x" }), &low)]),
            "rules[0].when.field",
        ),
        (
            json!([rule("b", &json!({ "field": "agent", "op": "is", "value": "me" }), &low)]),
            "rules[0].when.value",
        ),
        (json!([rule("b", &web(), &json!({ "team_id": unknown }))]), "rules[0].then.team_id"),
        (json!([rule("b", &team_is, &low)]), "rules[0].when.any[1].value"),
        (json!([rule("b", &web(), &json!({}))]), "rules[0].then"),
        (json!([rule("b", &web(), &json!({ "agent_id": owner.id }))]), "rules[0].then.agent_id"),
        (json!([rule(" ", &web(), &low)]), "rules[0].name"),
        (json!([rule(&"x".repeat(61), &web(), &low)]), "rules[0].name"),
        (json!([{ "name": "b", "when": web() }]), "rules[0].then"),
        (json!([{ "id": "rr_0000000000001", "name": "b", "when": web(), "then": low }]), "rules[0].id"),
        (json!([good, good, good, good]), "rules"),
    ] {
        assert_eq!(put(&owner, 0, rules.clone()).await.wrong_field(), field, "{rules}");
    }
    let kept = put(&owner, 0, json!([good])).await.ok(200);
    let twice = json!([kept["rules"][0], kept["rules"][0]]);
    assert_eq!(put(&owner, 1, twice).await.wrong_field(), "rules[1].id");
    assert_eq!(owner.get(RULES).await.ok(200)["version"], 1);
}

#[tokio::test]
async fn a_rule_that_no_longer_reads_is_shown_and_skipped() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let sent = json!([
        rule("旧", &web(), &json!({ "priority": "urgent" })),
        rule("新", &web(), &json!({ "priority": "low" })),
    ]);
    let kept = put(&owner, 0, sent).await.ok(200);
    store_unreadable(&desk, &kept["rules"][0]).await;
    let read = owner.get(RULES).await.ok(200);
    assert_eq!(read["rules"][0]["broken"]["path"], "when.field");
    assert_eq!(read["rules"][0]["when"]["field"], "mood");
    assert_eq!(read["rules"][1]["broken"], json!(null));

    // It stops nothing.
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    apply(&desk, &conversation).await;
    assert_eq!(row(&owner, &conversation).await["priority"], "low");

    // Others can be changed beside it; it is kept as it is until somebody mends it or puts it away.
    let mut rules = read["rules"].clone();
    rules[1]["name"] = json!("更新");
    let kept = put(&owner, 1, rules.clone()).await.ok(200);
    assert_eq!(kept["rules"], rules);
    rules[0]["then"] = json!({ "priority": "high" });
    assert_eq!(put(&owner, 2, rules.clone()).await.wrong_field(), "rules[0].when.field");
    rules[0]["when"] = web();
    assert_eq!(put(&owner, 2, rules).await.ok(200)["rules"][0]["broken"], json!(null));
}

#[tokio::test]
async fn rules_give_a_new_conversation_its_team_and_priority() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (sales, refunds) = (desk.team("售前").await.to_string(), desk.team("售后").await.to_string());
    let refund = json!({ "field": "label", "op": "has", "value": "退款" });
    let gold = json!({ "field": "attribute:level", "op": "is", "value": "gold" });
    let sent = json!([
        rule("网页", &web(), &json!({ "team_id": sales })),
        rule("退款", &refund, &json!({ "team_id": refunds, "required_skills": ["财务"] })),
        rule("贵宾", &gold, &json!({ "priority": "urgent" })),
    ]);
    put(&owner, 0, sent).await.ok(200);
    let visitor = desk.visitor().await;
    let (_link, conversation) = visitor.begin("我要退款").await;
    // What the page says of its visitor is shown, and decides nothing.
    visitor.call(Method::PATCH, "/widget/v1/me", &json!({ "attributes": { "level": "gold" } })).await.ok(204);
    let labels = json!({ "add": ["退款"] });
    visitor.post(&format!("/widget/v1/conversations/{conversation}/labels"), &labels).await.ok(204);
    assert!(apply(&desk, &conversation).await);
    let stands = async || {
        let row = row(&owner, &conversation).await;
        (row["team_id"].clone(), row["priority"].clone())
    };
    assert_eq!(stands().await, (json!(sales), json!("normal")));
    let entries = owner.entries(&conversation).await;
    let moved = entries.iter().find(|entry| entry["kind"] == "team").unwrap();
    assert_eq!((&moved["team_id"], &moved["reason"]), (&json!(sales), &json!("网页")));
    // Asked again they change nothing.
    assert!(apply(&desk, &conversation).await);
    assert_eq!(owner.entries(&conversation).await.len(), entries.len());

    // What the team says counts.
    let contact = row(&owner, &conversation).await["contact"]["id"].clone();
    let contact = format!("/api/v1/contacts/{}", contact.as_str().unwrap());
    owner.call(Method::PATCH, &contact, &json!({ "attributes": { "level": "gold" } })).await.ok(200);
    owner.act(&conversation, "labels", json!({ "labels": [] })).await.ok(200);
    owner.act(&conversation, "labels", json!({ "labels": ["退款"] })).await.ok(200);
    apply(&desk, &conversation).await;
    assert_eq!(stands().await, (json!(refunds), json!("urgent")));
    // And when it no longer holds, what followed from it goes.
    owner.act(&conversation, "labels", json!({ "labels": [] })).await.ok(200);
    visitor.call(Method::PATCH, "/widget/v1/me", &json!({ "attributes": { "level": "none" } })).await.ok(204);
    apply(&desk, &conversation).await;
    assert_eq!(stands().await, (json!(sales), json!("urgent")));

    // What a person decided stays.
    owner.act(&conversation, "transfer", json!({ "team_id": refunds })).await.ok(200);
    owner.act(&conversation, "priority", json!({ "priority": "high" })).await.ok(200);
    apply(&desk, &conversation).await;
    assert_eq!(stands().await, (json!(refunds), json!("high")));
    // And once somebody has had it, rules have no say.
    owner.act(&conversation, "assign", json!({ "agent_id": owner.id })).await.ok(200);
    owner.act(&conversation, "assign", json!({ "agent_id": null })).await.ok(200);
    assert!(!apply(&desk, &conversation).await);
}

#[tokio::test]
async fn rules_that_name_a_team_are_found() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (sales, refunds) = (desk.team("售前").await, desk.team("售后").await);
    let chosen = json!({ "all": [{ "field": "chosen_team", "op": "in", "value": [sales.to_string()] }] });
    let sent = json!([
        rule("选了售前", &chosen, &json!({ "priority": "high" })),
        rule("网页", &web(), &json!({ "team_id": sales.to_string() })),
    ]);
    put(&owner, 0, sent).await.ok(200);
    let naming = async |team: TeamId| {
        let found = desk.inside().db.read(move |conn| rules::naming_team(conn, team)).await.unwrap();
        found.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(naming(sales).await, ["选了售前", "网页"]);
    assert!(naming(refunds).await.is_empty());
    let path = |team: TeamId| format!("/api/v1/teams/{team}");
    let refused = owner.call(Method::DELETE, &path(sales), &json!({})).await.problem(422, "in_use");
    assert_eq!(refused["named"][1]["name"], "网页");
    assert_eq!(refused["named"][0]["kind"], "rule");
    owner.call(Method::DELETE, &path(refunds), &json!({})).await.ok(204);
}

/// Offers a team to customers, and whatever else shall be so.
async fn offer(owner: &Agent, team: TeamId, more: Value) {
    let mut change = json!({ "offered": true });
    change.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    owner.call(Method::PATCH, &format!("/api/v1/teams/{team}"), &change).await.ok(200);
}

#[tokio::test]
async fn customers_choose_among_the_teams_that_are_offered() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let (sales, refunds, night) = (desk.team("售前").await, desk.team("售后").await, desk.team("夜班").await);
    offer(&owner, sales, json!({})).await;
    offer(&owner, night, json!({ "only_in_hours": true })).await;
    let shown = async || {
        let session = Visitor::ask(&desk, Value::Null, Value::Null).await.ok(200);
        let teams = session["settings"]["teams"].as_array().unwrap().clone();
        let mut names: Vec<String> =
            teams.iter().map(|team| team["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(shown().await, ["售前", "夜班"]);
    // The shop closes; who works only in its hours is not offered then.
    let closed = json!({ "hours": { "always": false, "week": [], "holidays": [] } });
    owner.call(Method::PATCH, "/api/v1/shop", &closed).await.ok(200);
    assert_eq!(shown().await, ["售前"]);

    let opening = |id: &str, team: Value| {
        let mut frame = send(id, json!("new"), "在吗?");
        frame["team"] = team;
        frame
    };
    for (team, expected) in [
        (json!(sales), json!(sales)),
        // Neither what is not offered nor what names nothing is a choice; nobody's words are refused for it.
        (json!(refunds), json!(null)),
        (json!(night), json!(null)),
        (json!("tm_0000000000001"), json!(null)),
        (json!("sales"), json!(null)),
        (json!(null), json!(null)),
    ] {
        let mut link = desk.visitor().await.connect().await;
        let conversation = link.send_again(&opening("m1", team.clone())).await["conversation_id"].clone();
        let conversation = conversation.as_str().unwrap();
        apply(&desk, conversation).await;
        assert_eq!(row(&owner, conversation).await["team_id"], expected, "{team}");
        if !expected.is_null() {
            assert_eq!(link.expect("entry").await["kind"], "hidden", "nothing that the customer has to know");
        }
        // Chosen with the first words, not with later ones.
        let mut later = send("m2", json!(conversation), "还在吗?");
        later["team"] = json!(sales);
        link.send_again(&later).await;
        apply(&desk, conversation).await;
        assert_eq!(row(&owner, conversation).await["team_id"], expected, "{team}");
    }

    // A rule goes by what was chosen.
    let chose = json!({ "field": "chosen_team", "op": "is", "value": sales.to_string() });
    put(&owner, 0, json!([rule("售前转售后", &chose, &json!({ "team_id": refunds.to_string() }))]))
        .await
        .ok(200);
    let mut link = desk.visitor().await.connect().await;
    let conversation = link.send_again(&opening("m1", json!(sales))).await["conversation_id"].clone();
    apply(&desk, conversation.as_str().unwrap()).await;
    assert_eq!(row(&owner, conversation.as_str().unwrap()).await["team_id"], json!(refunds));
}

const TRY: &str = "/api/v1/routing/test";

/// Each of the team with what keeps them from it.
fn tested<'a>(tried: &'a Value) -> Vec<(&'a str, &'a str)> {
    let candidates = tried["candidates"].as_array().unwrap();
    let one = |one: &'a Value| (one["name"].as_str().unwrap(), one["why_not"].as_str().unwrap_or("eligible"));
    candidates.iter().map(one).collect()
}

#[tokio::test]
async fn a_trial_says_who_and_why_and_why_nobody_else() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let refunds = desk.team("售后").await;
    let french = json!({ "field": "language", "op": "is", "value": "fr" });
    let then = json!({ "team_id": refunds.to_string(), "required_skills": ["法语"] });
    put(&owner, 0, json!([rule("法语", &french, &then)])).await.ok(200);
    let ask = async |body: Value| owner.post(TRY, &body).await.ok(200);

    // Nobody is there: it would wait.
    let tried = ask(json!({})).await;
    assert_eq!((&tried["agent"], &tried["why"], &tried["rules"]), (&json!(null), &json!(null), &json!([])));
    assert_eq!(tested(&tried), [("小梅", "not_there"), ("阿强", "not_there")]);
    let _bench = owner.connect().await;
    let tried = ask(json!({})).await;
    assert_eq!((&tried["agent"]["name"], &tried["why"]["code"]), (&json!("小梅"), &json!("only_one")));
    assert!(tried["reason"].as_str().unwrap().contains("小梅"));
    assert_eq!(tested(&tried), [("小梅", "eligible"), ("阿强", "not_there")]);

    // Who is not in the team that the rule gives does not get it, nor does who lacks the skill.
    let tried = ask(json!({ "language": "fr-CA" })).await;
    assert_eq!((&tried["rules"][0]["name"], &tried["team_id"]), (&json!("法语"), &json!(refunds)));
    assert_eq!(tried["required_skills"], json!(["法语"]));
    assert_eq!((&tried["agent"], tested(&tried)[0]), (&json!(null), ("小梅", "other_team")));
    let members = json!({ "agent_ids": [owner.id, colleague.id] });
    owner.call(Method::PUT, &format!("/api/v1/teams/{refunds}/members"), &members).await.ok(200);
    assert_eq!(tested(&ask(json!({ "language": "fr" })).await)[0], ("小梅", "lacks_skill"));
    let skilled = json!({ "skills": ["法语"] });
    owner.call(Method::PATCH, &format!("/api/v1/agents/{}", owner.id), &skilled).await.ok(200);
    assert_eq!(ask(json!({ "language": "fr" })).await["agent"]["name"], "小梅");

    // A conversation is asked about as if it waited now; nothing happens to it.
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    let before = row(&owner, &conversation).await;
    let tried = ask(json!({ "conversation_id": conversation })).await;
    assert_eq!(tried["agent"]["name"], "小梅");
    assert_eq!(row(&owner, &conversation).await, before);

    for (body, field) in [
        (json!({ "conversation_id": "x" }), "conversation_id"),
        (json!({ "widget_id": "default" }), "widget_id"),
        (json!({ "chosen_team_id": 7 }), "chosen_team_id"),
        (json!({ "mood": "good" }), "mood"),
        (json!({ "page": "x".repeat(2_001) }), "page"),
        (json!({ "labels": vec!["x"; 51] }), "labels"),
    ] {
        assert_eq!(owner.post(TRY, &body).await.wrong_field(), field, "{body}");
    }
    owner.post(TRY, &json!({ "conversation_id": "c_0000000000001" })).await.problem(404, "not_found");
    colleague.post(TRY, &json!({})).await.problem(403, "forbidden");
}

#[tokio::test]
async fn a_new_conversation_is_judged_before_it_is_given_out() {
    let desk = TestDesk::with(|config| config.routing.enabled = true).await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let refunds = desk.team("售后").await;
    let members = json!({ "agent_ids": [colleague.id] });
    owner.call(Method::PUT, &format!("/api/v1/teams/{refunds}/members"), &members).await.ok(200);
    put(&owner, 0, json!([rule("网页", &web(), &json!({ "team_id": refunds.to_string() }))])).await.ok(200);
    let _benches = (owner.connect().await, colleague.connect().await);
    let (_link, conversation) = desk.visitor().await.begin("在吗?").await;
    // The owner is there and free, and in no team: only the colleague may get it.
    while row(&owner, &conversation).await["agent_id"].is_null() {}
    let row = row(&owner, &conversation).await;
    assert_eq!((&row["agent_id"], &row["team_id"]), (&json!(colleague.id), &json!(refunds)));
    let entries = owner.entries(&conversation).await;
    let kinds: Vec<&str> = entries.iter().filter_map(|entry| entry["kind"].as_str()).collect();
    assert_eq!(kinds, ["team", "assigned"]);
}

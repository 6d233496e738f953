//! Teams and roles: who makes them, who is in them, and that nobody gives what they lack.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::fold::the_log_tells_where_all_stand;
use crate::support::{Agent, Answer, TestDesk};

const TEAMS: &str = "/api/v1/teams";
const ROLES: &str = "/api/v1/roles";

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A team with these members.
async fn team(owner: &Agent, name: &str, members: &[&Agent]) -> Value {
    let made = owner.post(TEAMS, &json!({ "name": name })).await.ok(201);
    let ids: Vec<&str> = members.iter().map(|agent| agent.id.as_str()).collect();
    let path = format!("{TEAMS}/{}/members", text(&made["id"]));
    owner.call(Method::PUT, &path, &json!({ "agent_ids": ids })).await.ok(200)
}

/// A role of its own that reads by teams, for this agent.
async fn reads_by_teams(owner: &Agent, whom: &Agent) -> Value {
    let role = json!({ "name": "By teams", "reading": "teams" });
    let made = owner.sign_in().await.call(Method::POST, ROLES, &role).await.ok(201);
    patch_agent(owner, whom, json!({ "role_id": made["id"] })).await.ok(200);
    made
}

async fn patch_agent(owner: &Agent, whom: &Agent, body: Value) -> Answer {
    let browser = owner.sign_in().await;
    browser.call(Method::PATCH, &format!("/api/v1/agents/{}", whom.id), &body).await
}

#[tokio::test]
async fn teams_are_made_filled_and_changed() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    assert_eq!(colleague.get(TEAMS).await.ok(200)["items"], json!([]));
    let made = owner.post(TEAMS, &json!({ "name": " 售后 " })).await.ok(201);
    assert_eq!(
        (&made["name"], &made["agent_ids"], &made["offered"]),
        (&json!("售后"), &json!([]), &json!(false))
    );
    for wrong in [json!({}), json!({ "name": " " }), json!({ "name": "长".repeat(61) })] {
        assert_eq!(owner.post(TEAMS, &wrong).await.wrong_field(), "name");
    }
    owner.post(TEAMS, &json!({ "name": "售后" })).await.problem(409, "name_taken");
    let own = format!("{TEAMS}/{}", text(&made["id"]));
    let changed =
        owner.call(Method::PATCH, &own, &json!({ "name": "Returns", "offered": true })).await.ok(200);
    assert_eq!((&changed["name"], &changed["offered"]), (&json!("Returns"), &json!(true)));
    let hours = owner.get("/api/v1/calendars").await.ok(200)["items"][0]["id"].clone();
    for calendar in [hours, json!(null)] {
        let row = owner.call(Method::PATCH, &own, &json!({ "calendar_id": calendar })).await.ok(200);
        assert_eq!((&row["calendar_id"], &row["name"]), (&calendar, &json!("Returns")));
    }
    for wrong in ["cal_nothing", "cal_0000000000099"] {
        let answer = owner.call(Method::PATCH, &own, &json!({ "calendar_id": wrong })).await;
        assert_eq!(answer.wrong_field(), "calendar_id");
    }
    let members = format!("{own}/members");
    let wrong = owner.call(Method::PUT, &members, &json!({ "agent_ids": ["a_nobody"] })).await;
    assert_eq!(wrong.wrong_field(), "agent_ids");
    let both = json!({ "agent_ids": [colleague.id, owner.id, colleague.id] });
    let filled = owner.call(Method::PUT, &members, &both).await.ok(200);
    assert_eq!(filled["agent_ids"], json!([owner.id, colleague.id]));
    let row = colleague.get(&format!("/api/v1/agents/{}", colleague.id)).await.ok(200);
    assert_eq!(row["team_ids"], json!([made["id"]]));
    // Agents see teams and make none.
    assert_eq!(colleague.get(TEAMS).await.ok(200)["items"], json!([filled]));
    colleague.post(TEAMS, &json!({ "name": "Mine" })).await.problem(403, "forbidden");
    colleague.call(Method::PUT, &members, &json!({ "agent_ids": [] })).await.problem(403, "forbidden");
}

#[tokio::test]
async fn there_are_sixty_four_teams_and_no_more() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for number in 0..64 {
        owner.post(TEAMS, &json!({ "name": format!("Team {number}") })).await.ok(201);
    }
    owner.post(TEAMS, &json!({ "name": "One more" })).await.problem(422, "team_limit");
}

#[tokio::test]
async fn what_a_deleted_team_had_belongs_to_everybody() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let full = team(&owner, "Returns", &[&owner]).await;
    let own = format!("{TEAMS}/{}", text(&full["id"]));
    let (_first, open) = desk.visitor().await.begin("杯子碎了").await;
    let (_second, closed) = desk.visitor().await.begin("谢谢").await;
    for conversation in [&open, &closed] {
        owner.act(conversation, "transfer", json!({ "team_id": full["id"] })).await.ok(200);
    }
    owner.act(&closed, "resolve", json!({})).await.ok(200);
    reads_by_teams(&owner, &colleague).await;
    let path = |conversation: &str| format!("/api/v1/conversations/{conversation}");
    colleague.get(&path(&open)).await.problem(404, "not_found");
    let before = owner.get(&path(&closed)).await.ok(200);
    let mut link = colleague.connect().await;
    colleague.call(Method::DELETE, &own, &json!({})).await.problem(403, "forbidden");
    owner.call(Method::DELETE, &own, &json!({})).await.ok(204);
    owner.call(Method::DELETE, &own, &json!({})).await.problem(404, "not_found");
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
    for conversation in [&open, &closed] {
        assert!(colleague.get(&path(conversation)).await.ok(200)["team_id"].is_null());
    }
    let mut after = owner.get(&path(&closed)).await.ok(200);
    after["team_id"] = before["team_id"].clone();
    assert_eq!(after, before, "nothing else about it changed");
    assert_eq!(owner.get(&format!("/api/v1/agents/{}", owner.id)).await.ok(200)["team_ids"], json!([]));
    // The slot is free again.
    team(&owner, "Returns", &[]).await;
    the_log_tells_where_all_stand(&desk).await;
}

#[tokio::test]
async fn roles_are_made_of_rights_and_given() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = owner.sign_in().await;
    let names: Vec<String> = owner.get(ROLES).await.ok(200)["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|role| text(&role["name"]))
        .collect();
    assert_eq!(names, ["owner", "admin", "supervisor", "agent"]);
    // A token cannot change who may do what.
    owner.post(ROLES, &json!({ "name": "Night" })).await.problem(403, "sign_in_required");
    let made = browser.call(Method::POST, ROLES, &json!({ "name": "Night" })).await.ok(201);
    let agent = owner.get(ROLES).await.ok(200)["items"][3].clone();
    assert_eq!(
        (&made["rights"], &made["reading"]),
        (&agent["rights"], &json!("all")),
        "it starts from the agent's"
    );
    let own = format!("{ROLES}/{}", text(&made["id"]));
    for (body, field) in [
        (json!({ "rights": ["fly"] }), "rights"),
        (json!({ "rights": ["owners"] }), "rights"),
        (json!({ "reading": "some" }), "reading"),
        (json!({ "name": "" }), "name"),
    ] {
        assert_eq!(browser.call(Method::PATCH, &own, &body).await.wrong_field(), field, "{body}");
    }
    browser.call(Method::PATCH, &own, &json!({ "name": "Supervisor" })).await.problem(409, "name_taken");
    let given = patch_agent(&owner, &colleague, json!({ "role_id": made["id"] })).await.ok(200);
    assert_eq!((&given["role"], &given["role_name"]), (&json!("agent"), &json!("Night")));
    let few = json!({ "rights": ["reply", "note", "erase"], "reading": "teams" });
    browser.call(Method::PATCH, &own, &few).await.ok(200);
    let me = colleague.get("/api/v1/me").await.ok(200);
    assert_eq!(me["rights"], json!(["reply", "note", "erase"]));
    colleague.post("/api/v1/labels", &json!({ "name": "vip" })).await.problem(403, "forbidden");
    let said = browser.call(Method::DELETE, &own, &json!({})).await.problem(422, "in_use");
    assert_eq!(said["named"], json!([{ "kind": "agent", "id": colleague.id, "name": "阿强" }]), "{said}");
    let back = patch_agent(&owner, &colleague, json!({ "role": "agent" })).await.ok(200);
    assert_eq!(back["role_name"], "agent");
    browser.call(Method::DELETE, &own, &json!({})).await.ok(204);
    // What is built in stays as it is.
    let supervisor = format!("{ROLES}/{}", text(&owner.get(ROLES).await.ok(200)["items"][2]["id"]));
    browser.call(Method::PATCH, &supervisor, &json!({ "rights": [] })).await.problem(403, "forbidden");
    browser.call(Method::DELETE, &supervisor, &json!({})).await.problem(403, "forbidden");
}

#[tokio::test]
async fn nobody_gives_a_right_that_they_lack() {
    let desk = TestDesk::open().await;
    let (owner, lead) = (desk.owner().await, desk.colleague().await);
    let browser = owner.sign_in().await;
    let rights = json!(["reply", "note", "agents", "roles", "teams"]);
    let made = browser.call(Method::POST, ROLES, &json!({ "name": "Lead", "rights": rights })).await.ok(201);
    let wide =
        browser.call(Method::POST, ROLES, &json!({ "name": "Wide", "rights": ["shop"] })).await.ok(201);
    patch_agent(&owner, &lead, json!({ "role_id": made["id"] })).await.ok(200);
    let leads = lead.sign_in().await;
    let post = async |body: Value| leads.call(Method::POST, ROLES, &body).await;
    post(json!({ "name": "More", "rights": ["erase"] })).await.problem(403, "forbidden");
    let less = post(json!({ "name": "Less", "rights": ["reply"] })).await.ok(201);
    let start = post(json!({ "name": "Start" })).await.ok(201);
    assert_eq!(start["rights"], json!(["reply", "note"]), "of the agent's what its maker has");
    let own = format!("{ROLES}/{}", text(&less["id"]));
    leads.call(Method::PATCH, &own, &json!({ "rights": ["reply", "shop"] })).await.problem(403, "forbidden");
    let wider = format!("{ROLES}/{}", text(&wide["id"]));
    leads.call(Method::PATCH, &wider, &json!({ "rights": ["reply"] })).await.problem(403, "forbidden");
    // Nor by raising somebody, by an invitation, or by taking over whoever has more.
    let me = format!("/api/v1/agents/{}", lead.id);
    for role in [&wide["id"], &json!("ro_0000000000002")] {
        leads.call(Method::PATCH, &me, &json!({ "role_id": role })).await.problem(403, "forbidden");
    }
    let invited = json!({ "email": "li@example.com", "role": "agent" });
    leads.call(Method::POST, "/api/v1/agents/invitations", &invited).await.problem(403, "forbidden");
    let owners = format!("/api/v1/agents/{}", owner.id);
    leads.call(Method::PATCH, &owners, &json!({ "capacity": 1 })).await.problem(403, "forbidden");
    leads.call(Method::PATCH, &me, &json!({ "role_id": less["id"] })).await.ok(200);
    assert_eq!(lead.get("/api/v1/me").await.ok(200)["rights"], json!(["reply"]));
}

#[tokio::test]
async fn the_last_owner_stays_whatever_the_role() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    for role in ["ro_0000000000002", "ro_0000000000003", "ro_0000000000004"] {
        patch_agent(&owner, &owner, json!({ "role_id": role })).await.problem(422, "last_owner");
    }
    let nobodys = patch_agent(&owner, &owner, json!({ "role_id": "ro_0000000000009" })).await;
    assert_eq!(nobodys.wrong_field(), "role_id");
}

#[tokio::test]
async fn a_supervisor_is_an_agent_with_more_rights() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let mut link = colleague.connect().await;
    let row = patch_agent(&owner, &colleague, json!({ "role_id": "ro_0000000000003" })).await.ok(200);
    assert_eq!((&row["role"], &row["role_name"]), (&json!("agent"), &json!("supervisor")));
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
    let rights = colleague.get("/api/v1/me").await.ok(200)["rights"].clone();
    assert!(rights.as_array().unwrap().contains(&json!("supervise")));
    assert_eq!(
        patch_agent(&owner, &colleague, json!({ "role": "admin" })).await.ok(200)["role_name"],
        "admin"
    );
}

#[tokio::test]
async fn whoever_reads_by_teams_reads_the_persons_of_their_conversations() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let returns = team(&owner, "Returns", &[&owner]).await;
    let (stranger, known, _new) = (desk.visitor().await, desk.visitor().await, desk.visitor().await);
    let (_first, foreign) = stranger.begin("杯子碎了").await;
    let (_second, open) = known.begin("几点发货?").await;
    owner.act(&foreign, "transfer", json!({ "team_id": returns["id"] })).await.ok(200);
    reads_by_teams(&owner, &colleague).await;
    let contact = async |conversation: &str| {
        let path = format!("/api/v1/conversations/{conversation}");
        text(&owner.get(&path).await.ok(200)["contact"]["id"])
    };
    let (foreign, open) = (contact(&foreign).await, contact(&open).await);

    let path = |id: &str| format!("/api/v1/contacts/{id}");
    colleague.get(&path(&open)).await.ok(200);
    colleague.get(&path(&foreign)).await.problem(404, "not_found");
    let name = json!({ "name": "Li Na" });
    colleague.call(Method::PATCH, &path(&foreign), &name).await.problem(404, "not_found");
    let block = json!({ "contact_id": foreign });
    colleague.post("/api/v1/blocks", &block).await.problem(404, "not_found");
    let listed = async |agent: &Agent| {
        let page = agent.get("/api/v1/contacts?limit=50").await.ok(200);
        page["items"].as_array().unwrap().iter().map(|row| text(&row["id"])).collect::<Vec<_>>()
    };
    let (all, read) = (listed(&owner).await, listed(&colleague).await);
    assert!(all.contains(&foreign) && !read.contains(&foreign));
    // Who has not said anything yet is nobody's, and there for everybody.
    assert_eq!((all.len(), read.len()), (3, 2));
    // Once they are in the team, the person is there.
    let members = format!("{TEAMS}/{}/members", text(&returns["id"]));
    owner.call(Method::PUT, &members, &json!({ "agent_ids": [owner.id, colleague.id] })).await.ok(200);
    colleague.get(&path(&foreign)).await.ok(200);
}

#[tokio::test]
async fn languages_and_skills_are_short_lists() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let own = format!("/api/v1/agents/{}", colleague.id);
    let body = json!({ "languages": ["zh-CN", "en", "EN"], "skills": ["refunds", "物流", "Refunds"] });
    let row = colleague.call(Method::PATCH, &own, &body).await.ok(200);
    assert_eq!(row["languages"], json!(["zh-CN", "en"]));
    assert_eq!(row["skills"], json!(["refunds", "物流"]));
    for (body, field) in [
        (json!({ "languages": ["english"] }), "languages"),
        (json!({ "skills": [""] }), "skills"),
        (json!({ "skills": vec!["x"; 31] }), "skills"),
    ] {
        assert_eq!(owner.call(Method::PATCH, &own, &body).await.wrong_field(), field);
    }
    let row = owner.call(Method::PATCH, &own, &json!({ "skills": [] })).await.ok(200);
    assert_eq!((&row["skills"], &row["languages"]), (&json!([]), &json!(["zh-CN", "en"])));
}

#[tokio::test]
async fn what_changes_tells_open_pages_and_reloads_only_whom_it_concerns() {
    let desk = TestDesk::open().await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    let browser = owner.sign_in().await;
    let mut link = colleague.connect().await;
    let full = team(&owner, "Returns", &[&colleague]).await;
    assert_eq!(link.expect("settings").await["area"], "teams");
    assert_eq!(link.expect("settings").await["area"], "members");
    // Who reads everything reads on.
    link.silent().await;
    let role = json!({ "name": "By teams", "reading": "teams" });
    let made = browser.call(Method::POST, ROLES, &role).await.ok(201);
    patch_agent(&owner, &colleague, json!({ "role_id": made["id"] })).await.ok(200);
    let mut link = colleague.connect().await;
    let path = format!("{TEAMS}/{}/members", text(&full["id"]));
    owner.call(Method::PUT, &path, &json!({ "agent_ids": [] })).await.ok(200);
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
    let mut link = colleague.connect().await;
    let own = format!("{ROLES}/{}", text(&made["id"]));
    browser.call(Method::PATCH, &own, &json!({ "name": "Narrow" })).await.ok(200);
    assert_eq!(link.expect("settings").await["area"], "members");
    browser.call(Method::PATCH, &own, &json!({ "reading": "all" })).await.ok(200);
    assert_eq!(link.expect("behind").await["reason"], "rights_changed");
}

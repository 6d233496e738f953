//! Who may call what: every call of the API as every role, held against the table beside the routes.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::json;
use servicedesk::domain::access::agent::Role;
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::domain::access::rights::{Right, Rights};
use servicedesk::domain::access::roles;
use servicedesk::domain::blocks::Target;
use servicedesk::fault::Fault;
use servicedesk::flows::Caller;
use servicedesk::flows::access::change_password;
use servicedesk::flows::access::disable_agent::disable_agent;
use servicedesk::flows::access::invite;
use servicedesk::flows::access::roles as own_roles;
use servicedesk::flows::access::teams;
use servicedesk::flows::access::update_agent::set_standing;
use servicedesk::flows::contacts::block;
use servicedesk::flows::contacts::edit_contact::{Edit, edit_contact};
use servicedesk::flows::contacts::erase_contact::erase_contact;
use servicedesk::flows::conversations::assign;
use servicedesk::flows::conversations::bulk;
use servicedesk::flows::conversations::change_state;
use servicedesk::flows::conversations::label;
use servicedesk::flows::conversations::label_catalogue;
use servicedesk::flows::conversations::open_conversation::open_conversation;
use servicedesk::flows::conversations::rate;
use servicedesk::flows::demo;
use servicedesk::flows::shop::update_shop;
use servicedesk::flows::views::keep;
use servicedesk::flows::widgets::update_widget;
use servicedesk::ids::{
    AgentId, AgentSessionId, ApiTokenId, BlockId, CannedReplyId, ContactId, ConversationId, FileId,
    InvitationId, LabelId, MessageId, RoleId, TeamId, UploadId, ViewId, VisitorId,
};
use servicedesk::storage::Unit;
use servicedesk::web::{CallRights, call_rights, openapi_document};

use crate::support::{Agent, Answer, TestDesk, hurried};

/// These end what they are asked with.
const FAREWELLS: [&str; 2] = ["/api/v1/logout", "/api/v1/logout-everywhere"];

#[test]
fn every_described_call_has_a_line_and_every_line_is_described() {
    let document = openapi_document();
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().keys();
            methods.map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
        })
        .collect();
    let lines = call_rights();
    let known: BTreeSet<(String, String)> =
        lines.iter().map(|line| (line.method.clone(), line.path.clone())).collect();
    assert_eq!(known, described);
    assert_eq!(known.len(), lines.len(), "a call has one line");
    for line in lines {
        // What asks for no credential says so in the description, and nothing else does.
        let call = &document["paths"][&line.path][line.method.to_lowercase()];
        let open = call["security"] == json!([{}]) || call["security"] == json!([]);
        assert_eq!(open, line.needs == "nothing", "{} {}", line.method, line.path);
    }
}

/// The address with ids that are well-formed and name nothing.
fn address(path: &str) -> String {
    const NONE: i64 = 1 << 40;
    let conversation = ConversationId(NONE);
    let id = match path.trim_start_matches("/api/v1/").split('/').next().unwrap() {
        "agents" if path.contains("sessions") => AgentSessionId(NONE).to_string(),
        "agents" if path.contains("invitations") => InvitationId(NONE).to_string(),
        "agents" => AgentId(NONE).to_string(),
        "blocks" => BlockId(NONE).to_string(),
        "canned" => CannedReplyId(NONE).to_string(),
        "contacts" => ContactId(NONE).to_string(),
        "labels" => LabelId(NONE).to_string(),
        "roles" => RoleId(NONE).to_string(),
        "teams" => TeamId(NONE).to_string(),
        "tokens" => ApiTokenId(NONE).to_string(),
        "views" => ViewId(NONE).to_string(),
        _ if path.starts_with("/files/v1/uploads") => UploadId(NONE).to_string(),
        _ if path.starts_with("/files/") => FileId(NONE).to_string(),
        _ => conversation.to_string(),
    };
    path.replace("{id}", &id)
        .replace("{other}", &ConversationId(NONE + 1).to_string())
        .replace("{message_id}", &MessageId { conversation, sequence: 1 }.to_string())
        .replace("{name}", "nothing")
        .replace("{n}", "0")
}

/// Holds an answer against what the table says.
fn check(call: &CallRights, who: &str, answer: &Answer, expected: Option<(u16, &str)>) {
    let name = format!("{} {} as {who}", call.method, call.path);
    match expected {
        Some((status, code)) => {
            assert_eq!(answer.status, status, "{name}: {}", answer.text);
            drop(answer.problem(status, code));
        }
        None => assert!(![401, 403].contains(&answer.status), "{name}: {}", answer.text),
    }
}

async fn everything_as(agent: &Agent, role: usize, name: &str) {
    let mut browser = agent.sign_in().await;
    for call in call_rights() {
        let (method, path): (Method, _) = (call.method.parse().unwrap(), address(&call.path));
        let forbidden = (!call.lets_in[role]).then_some((403, "forbidden"));
        let by_token = agent.call(method.clone(), &path, &json!({})).await;
        // Where a token will do for some of it, this may be the rest: the flow says so, by this code alone.
        let refused = call.token == "no" || (call.token == "in part" && by_token.status == 403);
        let no_token = refused.then_some((403, "sign_in_required"));
        check(&call, &format!("{name} with a token"), &by_token, forbidden.or(no_token));
        let answer = browser.call(method, &path, &json!({})).await;
        check(&call, name, &answer, forbidden);
        if FAREWELLS.contains(&call.path.as_str()) {
            browser = agent.sign_in().await;
        }
    }
}

#[tokio::test]
async fn each_call_lets_in_exactly_whom_the_table_names() {
    let desk = TestDesk::with(|config| {
        hurried(config);
        config.limits.login_per_minute = 1_000_000;
        config.limits.login_burst = 1_000_000;
    })
    .await;
    let (owner, colleague) = (desk.owner().await, desk.colleague().await);
    everything_as(&colleague, 0, "an agent").await;
    let id: AgentId = colleague.id.parse().unwrap();
    for (at, name, role) in
        [(1, "a supervisor", roles::SUPERVISOR), (2, "an admin", RoleId::from(Role::Admin))]
    {
        let raise = move |unit: &mut Unit<'_>| {
            set_standing(unit, &Caller::operator(), id, Some(role), None).map(drop)
        };
        desk.inside().db.write(raise).await.unwrap();
        everything_as(&colleague, at, name).await;
    }
    everything_as(&owner, 3, "an owner").await;

    let visitor = desk.visitor().await;
    for call in call_rights() {
        let (method, path): (Method, _) = (call.method.parse().unwrap(), address(&call.path));
        let unknown = |lets_in: bool| (!lets_in).then_some((401, "unauthenticated"));
        let answer = visitor.call(method.clone(), &path, &json!({})).await;
        check(&call, "a visitor", &answer, unknown(call.lets_in[4]));
        let answer = Answer::to(desk.request(method, &path).json(&json!({}))).await;
        check(&call, "nobody", &answer, unknown(call.lets_in[5]));
    }
}

#[tokio::test]
async fn an_address_is_one_call_however_it_is_written() {
    let desk = TestDesk::open().await;
    let (owner, agent) = (desk.owner().await, desk.colleague().await);
    for path in ["/api/v1/backups", "/api/v1/b%61ckups", "/api/v1/%62%61ckups"] {
        agent.get(path).await.problem(403, "forbidden");
        owner.get(path).await.ok(200);
    }
    // With blanks and without: what is named goes before what fits.
    agent.get("/api/v1/agents/invitations").await.problem(403, "forbidden");
    agent.get("/api/v1/agents/nobody").await.problem(404, "not_found");
    // Where a call is known nobody hears anything without a credential, whatever the method.
    let answer = Answer::to(desk.request(Method::PUT, "/api/v1/backups").json(&json!({}))).await;
    answer.problem(401, "unauthenticated");
}

type Flow = fn(&mut Unit<'_>, &Caller) -> Result<(), Fault>;

const NOBODY: i64 = 1 << 40;
const TALK: ConversationId = ConversationId(NOBODY);
const LABEL: LabelId = LabelId(NOBODY);
const TEAM: TeamId = TeamId(NOBODY);
const ROLE: RoleId = RoleId(NOBODY);

/// Flows with the right that each asks for, about things that never were.
fn flows() -> Vec<(Right, Flow)> {
    vec![
        (Right::Assign, |unit, who| assign::assign(unit, who, TALK, None).map(drop)),
        (Right::Assign, |unit, who| assign::assign(unit, who, TALK, Some(AgentId(NOBODY))).map(drop)),
        (Right::Assign, |unit, who| assign::transfer(unit, who, TALK, AgentId(NOBODY), None).map(drop)),
        (Right::Close, |unit, who| change_state::resolve(unit, who, TALK, None).map(drop)),
        (Right::Close, |unit, who| change_state::reopen(unit, who, TALK).map(drop)),
        (Right::Snooze, |unit, who| change_state::snooze(unit, who, TALK, None, None).map(drop)),
        (Right::Rate, |unit, who| rate::rate(unit, who, TALK, 5, None).map(drop)),
        (Right::Label, |unit, who| label::label(unit, who, TALK, &[]).map(drop)),
        (Right::Label, |unit, who| label_catalogue::add(unit, who, "vip", None).map(drop)),
        (Right::Labels, |unit, who| label_catalogue::change(unit, who, LABEL, None, None).map(drop)),
        (Right::Labels, |unit, who| label_catalogue::merge(unit, who, LABEL, LABEL).map(drop)),
        (Right::Labels, |unit, who| label_catalogue::remove(unit, who, LABEL)),
        (Right::Bulk, |unit, who| bulk::act_on(unit, who, &[], &bulk::Action::Reopen).map(drop)),
        (Right::Bulk, |unit, who| bulk::restore(unit, who, &[]).map(drop)),
        (Right::Block, |unit, who| {
            let target = Target::Contact(ContactId(NOBODY));
            block::block(unit, who, &block::NewBlock { target, reason: None, until: None }).map(drop)
        }),
        (Right::Block, |unit, who| block::unblock(unit, who, BlockId(NOBODY))),
        (Right::ContactEdit, |unit, who| edit_contact(unit, who, ContactId(NOBODY), Edit::default())),
        (Right::Erase, |unit, who| erase_contact(unit, who, ContactId(NOBODY))),
        (Right::Open, |unit, who| open_conversation(unit, who, &[0; 32], "", "api", None).map(drop)),
        (Right::Agents, |unit, who| {
            let email = EmailAddress::parse("wang@example.com")?;
            let asked = invite::Asked { email, name: String::new(), role: Role::Agent };
            invite::invite(unit, who, &asked, &[0; 32]).map(drop)
        }),
        (Right::Agents, |unit, who| invite::take_back(unit, who, InvitationId(NOBODY))),
        (Right::Owners, |unit, who| {
            let email = EmailAddress::parse("mei@example.com")?;
            change_password::change_password(unit, who, &email, "")
        }),
        (Right::Owners, |unit, who| {
            disable_agent(unit, who, &EmailAddress::parse("mei@example.com")?).map(drop)
        }),
        (Right::Teams, |unit, who| teams::add(unit, who, teams::Changes::default()).map(drop)),
        (Right::Teams, |unit, who| teams::change(unit, who, TEAM, teams::Changes::default()).map(drop)),
        (Right::Teams, |unit, who| teams::set_members(unit, who, TEAM, &[]).map(drop)),
        (Right::Roles, |unit, who| own_roles::add(unit, who, own_roles::Changes::default()).map(drop)),
        (Right::Roles, |unit, who| {
            own_roles::change(unit, who, ROLE, own_roles::Changes::default()).map(drop)
        }),
        (Right::Roles, |unit, who| own_roles::remove(unit, who, ROLE)),
        (Right::Shop, |unit, who| {
            update_shop::update_shop(unit, who, update_shop::Changes::default()).map(drop)
        }),
        (Right::Shop, |unit, who| update_shop::dismiss_list(unit, who, true)),
        (Right::Widgets, |unit, who| {
            update_widget::change_widget(unit, who, "nothing", &update_widget::Changes::default()).map(drop)
        }),
        (Right::ViewShared, |unit, who| {
            let wanted = keep::Wanted { shared: Some(true), ..keep::Wanted::default() };
            keep::add(unit, who, wanted, 9).map(drop)
        }),
        (Right::Widgets, |unit, who| update_widget::set_allowed_origins(unit, who, "nothing", &[])),
        (Right::Widgets, |unit, who| update_widget::replace_secret(unit, who, "nothing", "")),
    ]
}

#[tokio::test]
async fn flows_refuse_by_themselves_whoever_calls() {
    let desk = TestDesk::open().await;
    let id: AgentId = desk.owner().await.id.parse().unwrap();
    for caller in [
        Caller::visitor(VisitorId(NOBODY), ContactId(NOBODY), true),
        Caller::agent(AgentId(NOBODY + 1), Role::Agent),
        Caller { rights: Rights::SUPERVISOR, ..Caller::agent(AgentId(NOBODY + 1), Role::Agent) },
        Caller::agent(AgentId(NOBODY + 1), Role::Admin),
        Caller::agent(AgentId(NOBODY + 1), Role::Owner),
    ] {
        for (number, (right, flow)) in flows().into_iter().enumerate() {
            // Nothing that it did is kept.
            let tried = desk.inside().db.write(move |unit| {
                let code = flow(unit, &caller).err().map(|fault| fault.code);
                Err::<(), _>(Fault::not_found().saying(code.unwrap_or("done")))
            });
            let said = tried.await.unwrap_err().message;
            let forbidden = !caller.rights.hold(right);
            assert_eq!(said == "forbidden", forbidden, "{right:?}, flow {number} as {caller:?}: {said}");
        }
        let removed = demo::remove(desk.inside(), caller, &|_| {}).await.map_err(|fault| fault.code);
        assert_eq!(removed.is_ok(), caller.rights.hold(Right::DemoData), "{caller:?}: {removed:?}");
        let owner = desk
            .inside()
            .db
            .write(move |unit| set_standing(unit, &caller, id, Some(Role::Agent.into()), None).map(drop));
        let code = owner.await.unwrap_err().code;
        let expected = if caller.rights.hold(Right::Owners) { "last_owner" } else { "forbidden" };
        assert_eq!(code, expected, "{caller:?}");
    }
}

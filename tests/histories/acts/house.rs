//! The team, the shop's settings, and what is cleared away.

use std::time::Duration;

use serde_json::{Map, json};
use servicedesk::domain::access::agent::{Availability, Role};
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::domain::access::idleness::Change;
use servicedesk::domain::access::presence::Move;
use servicedesk::domain::access::{credentials, invitations, roles, sessions, store as agents};
use servicedesk::domain::calendars::holidays::File;
use servicedesk::domain::calendars::{DayRange, Plan as Hours};
use servicedesk::domain::canned::Reply;
use servicedesk::domain::conversations::view::Sort;
use servicedesk::domain::idempotency::Key;
use servicedesk::domain::pictures::{self, MediaType};
use servicedesk::domain::{blocks, contacts, files, idempotency, shop, widgets};
use servicedesk::fault::Fault;
use servicedesk::flows::access::add_agent::NewAgent;
use servicedesk::flows::access::api_tokens;
use servicedesk::flows::access::availability;
use servicedesk::flows::access::change_password;
use servicedesk::flows::access::invite as inviting;
use servicedesk::flows::access::reasons;
use servicedesk::flows::access::sign_in;
use servicedesk::flows::access::update_agent;
use servicedesk::flows::conversations::label_catalogue;
use servicedesk::flows::demo::{self as seeding, Plan};
use servicedesk::flows::idempotent::{self, Answer};
use servicedesk::flows::routing::{apply_rules as asking, rules};
use servicedesk::flows::search::keep as search;
use servicedesk::flows::shop::calendars::{self, Wanted};
use servicedesk::flows::shop::canned_replies;
use servicedesk::flows::shop::import_holidays::{self, Import};
use servicedesk::flows::shop::set_up_desk::{self, Setup};
use servicedesk::flows::shop::update_shop;
use servicedesk::flows::views::keep;
use servicedesk::flows::widgets::update_widget;
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::{
    AgentSessionId, ApiTokenId, CalendarId, CannedReplyId, ContactId, ConversationId, FileId, LabelId,
    TeamId, ViewId, VisitorId,
};
use servicedesk::storage::Unit;

use super::{any, any_agent, somebody, words};
use crate::random::Random;

/// The team before anything else happens, set up as on the first day.
pub fn populate(unit: &mut Unit<'_>) -> Result<(), Fault> {
    set_up_desk::ensure_defaults(unit, "pk_test", "sk_test")?;
    set_up_desk::offer_setup(unit, "token", Duration::from_hours(1))?;
    let setup = Setup {
        token: "token".into(),
        owner: new_agent("owner@example.com", Role::Owner)?,
        password_hash: "none".into(),
        shop_name: "A shop".into(),
        locale: "en".into(),
        time_zone: Some("Asia/Shanghai".into()),
        accent: "#336699".into(),
        allowed_origins: Vec::new(),
    };
    set_up_desk::set_up_desk(unit, &setup).map(drop)
}

fn new_agent(email: &str, role: Role) -> Result<NewAgent, Fault> {
    Ok(NewAgent { email: EmailAddress::parse(email)?, name: email.to_owned(), role, locale: "en".to_owned() })
}

pub fn catalogue(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let actor = somebody(unit, dice)?;
    let name = format!("label {}", dice.below(8));
    let one = any(unit, dice, "labels").map(LabelId);
    match dice.below(4) {
        0 => label_catalogue::change(unit, &actor, one?, Some(&name), Some(dice.below(4) as i64)).map(drop),
        1 => {
            let into = LabelId(any(unit, dice, "labels")?);
            label_catalogue::merge(unit, &actor, one?, into).map(drop)
        }
        2 => label_catalogue::remove(unit, &actor, one?),
        _ => label_catalogue::add(unit, &actor, &name, None).map(drop),
    }
}

pub fn canned(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let reply = Reply::checked(&format!("short{}", dice.below(9)), "A title", words(dice), 1_000)?;
    let one = any(unit, dice, "canned_replies").map(CannedReplyId);
    match dice.below(5) {
        0 => canned_replies::change(unit, &who, one?, Some(dice.once_in(2)), |_| Ok(reply)).map(drop),
        1 => canned_replies::remove(unit, &who, one?),
        2 => canned_replies::used(unit, &who, one?),
        _ => canned_replies::add(unit, &who, reply, dice.once_in(2)).map(drop),
    }
}

pub fn views(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let one = any(unit, dice, "views").map(ViewId);
    let filters = [r#"{"all":[]}"#, r#"{"field":"label","op":"has","value":"label 1"}"#];
    let wanted = keep::Wanted {
        name: Some(words(dice).chars().take(20).collect()),
        filter: serde_json::from_str(filters[dice.below(2)]).ok(),
        sort: Some(Sort::ALL[dice.below(3)]),
        shared: Some(dice.once_in(2)),
    };
    match dice.below(5) {
        0 => keep::change(unit, &who, one?, wanted, 9).map(drop),
        1 => keep::remove(unit, &who, one?),
        2 => keep::order(unit, &who, &[one?]),
        _ => keep::add(unit, &who, wanted, 9).map(drop),
    }
}

pub fn calendar(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let range = DayRange { day: 1 + dice.below(7) as i8, opens: "09:00".into(), closes: "18:00".into() };
    let zone = ["Asia/Shanghai", "Europe/Berlin"][dice.below(2)];
    let plan = Hours { always: dice.once_in(3), week: vec![range], ..Hours::always(zone) };
    let wanted = Wanted { name: words(dice).chars().take(9).collect(), plan };
    let (one, version) = (any(unit, dice, "calendars").map(CalendarId)?, 1 + dice.below(3) as i64);
    match dice.below(5) {
        0 => calendars::remove(unit, &who, one),
        1 => calendars::replace(unit, &who, one, version, wanted).map(drop),
        2 => {
            let file = File::read(format!("2026-10-{:02}", 1 + dice.below(31)).as_bytes())?;
            let import = Import { file, like: 1, version: None };
            import_holidays::import_holidays(unit, &who, one, import).map(drop)
        }
        3 => {
            let hours =
                update_shop::Changes { time_zone: Some(zone.into()), ..update_shop::Changes::default() };
            update_shop::update_shop(unit, &who, hours).map(drop)
        }
        _ => calendars::add(unit, &who, wanted).map(drop),
    }
}

pub fn agent(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, actor) = (any_agent(unit, dice)?, somebody(unit, dice)?);
    let picture = any_picture(unit, dice)?;
    let changes = update_agent::Changes {
        name: Some(words(dice)),
        email: Some(EmailAddress::parse(&format!("agent{}@example.com", dice.below(50)))?),
        picture: Some(picture),
        capacity: Some(dice.below(9) as i64),
        ..update_agent::Changes::default()
    };
    update_agent::update_agent(unit, &actor, id, &changes)?;
    update_agent::set_preferences(unit, &actor, &json!({ "muted": dice.once_in(2) }).to_string())?;
    let availability = if dice.once_in(2) { Availability::Away } else { Availability::Online };
    let reason = (availability == Availability::Away && dice.once_in(2)).then(|| "meal".to_owned());
    let until = reason.is_some().then(|| unit.now().plus(Duration::from_mins(30)));
    availability::choose(unit, &actor, id, &availability::Choice { availability, reason, until }).map(drop)
}

/// Somebody comes, is gone, goes idle or is back.
pub fn presence(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, at) = (any_agent(unit, dice)?, unit.now());
    let moved = if dice.once_in(2) { Move::Came { since: at } } else { Move::Gone { last_seen: at } };
    availability::moved(unit, id, moved)?;
    let change = if dice.once_in(2) { Change::Away } else { Change::Back };
    availability::change_by_clock(unit, id, change)?;
    if dice.once_in(3) { availability::set_missed(unit, id) } else { Ok(()) }
}

/// The team's words for being away.
pub fn reasons(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let actor = somebody(unit, dice)?;
    let added = reasons::add(unit, &actor, &words(dice))?;
    reasons::rename(unit, &actor, added.id.clone(), &words(dice))?;
    if dice.once_in(2) { reasons::remove(unit, &actor, &added.id) } else { Ok(()) }
}

/// The digest of a picture that is there or comes.
fn any_picture(unit: &Unit<'_>, dice: &mut Random) -> Result<Option<String>, Fault> {
    if dice.once_in(3) {
        return Ok(None);
    }
    let bytes = [dice.below(5) as u8; 64];
    let digest = pictures::digest(&bytes);
    pictures::store::insert(unit.conn(), &digest, MediaType::Png, &bytes, unit.now())?;
    Ok(Some(digest))
}

pub fn standing(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let asking = somebody(unit, dice)?;
    let role =
        [None, Some(Role::Admin.into()), Some(Role::Agent.into()), Some(roles::SUPERVISOR)][dice.below(4)];
    update_agent::set_standing(unit, &asking, any_agent(unit, dice)?, role, Some(!dice.once_in(3))).map(drop)
}

pub fn password(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let keep = any(unit, dice, "agent_sessions").ok().map(AgentSessionId);
    change_password::change_own_password(unit, &caller, &words(dice), keep, None)
}

pub fn sign_out(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let actor = somebody(unit, dice)?;
    match any(unit, dice, "agent_sessions") {
        Ok(session) if !dice.once_in(3) => {
            sessions::touch(unit.conn(), AgentSessionId(session), "192.0.2.9", unit.now())?;
            sign_in::sign_out(unit, &actor, AgentSessionId(session)).map(drop)
        }
        _ => sign_in::sign_out_everywhere(unit, &actor),
    }
}

pub fn token(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    if dice.once_in(3) {
        let (token, actor) = (ApiTokenId(any(unit, dice, "api_tokens")?), somebody(unit, dice)?);
        agents::touch_token(unit.conn(), token, unit.now())?;
        return api_tokens::revoke(unit, &actor, token);
    }
    let caller = somebody(unit, dice)?;
    let digest = credentials::digest(&dice.number().to_string());
    api_tokens::create_own(unit, &caller, &words(dice), Some(1 + dice.below(30) as u32), &digest).map(drop)
}

/// Somebody is asked, and joins at once at times.
pub fn invite(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let email = EmailAddress::parse(&format!("new{}@example.com", dice.below(6)))?;
    let token = dice.number().to_string();
    let asked = inviting::Asked { email, name: words(dice), role: Role::Agent };
    inviting::invite(unit, &somebody(unit, dice)?, &asked, &credentials::digest(&token))?;
    if dice.once_in(2) {
        inviting::join(unit, &token, "New", "en", "none")?;
    }
    Ok(())
}

/// The shop and its widget, asked for with a key that may have been used.
pub fn replace_rules(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let version = rules::rule_set(unit.conn())?.version;
    let rule = |unit: &mut Unit<'_>, dice: &mut Random| {
        let team =
            any(unit, dice, "teams").map_or(serde_json::Value::Null, |id| json!(TeamId(id).to_string()));
        rules::Sent {
            id: None,
            name: words(dice),
            enabled: dice.below(4) > 0,
            stop: dice.below(4) == 0,
            when: json!({ "all": [] }),
            then: json!({ "team_id": team, "priority": "high", "required_skills": ["fr"] }),
        }
    };
    let sent = (0..dice.below(3)).map(|_| rule(unit, dice)).collect();
    rules::replace(unit, &somebody(unit, dice)?, version, sent, 3).map(drop)
}

pub fn apply_rules(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (id, rules) = (any(unit, dice, "conversations")?, rules::asked(unit.conn())?);
    asking::apply_rules(unit, &rules, ConversationId(id)).map(drop)
}

pub fn settings(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let key = Key {
        principal: any(unit, dice, "visitors")
            .map_or_else(|_| "nobody".to_owned(), |id| VisitorId(id).to_string()),
        route: "PATCH /api/v1/shop".to_owned(),
        key: dice.below(12).to_string(),
    };
    let (choice, name, actor) = (dice.below(5), words(dice), somebody(unit, dice)?);
    let page = format!("https://shop.example/{}", dice.below(9));
    let named = any(unit, dice, "contacts").map_or_else(|_| "{}".to_owned(), |id| ContactId(id).to_string());
    let work = |unit: &mut Unit<'_>| {
        match choice {
            0 => {
                let changes = update_shop::Changes { name: Some(name), ..update_shop::Changes::default() };
                update_shop::update_shop(unit, &actor, changes)?;
            }
            1 => {
                let settings = Map::from_iter([("accent".to_owned(), json!("#112233"))]);
                let changes = update_widget::Changes { settings, allowed_origins: Some(Vec::new()) };
                update_widget::change_widget(unit, &actor, widgets::DEFAULT_NAME, &changes)?;
            }
            2 => update_widget::replace_secret(unit, &actor, widgets::DEFAULT_NAME, &name)?,
            3 => {
                let found = widgets::store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)?;
                let widget = found.ok_or_else(Fault::not_found)?;
                update_widget::note_seen(unit, widget.id, &page, unit.now())?;
            }
            _ => shop::first_steps::set_dismissed(unit.conn(), name.len() % 2 == 0)?,
        }
        Ok(Answer { status: 200, body: named })
    };
    let refused = |fault: &Fault| Answer { status: 404, body: fault.code.to_owned() };
    idempotent::once(unit, &key, &[choice as u8; 32], Duration::from_hours(24), work, refused).map(drop)
}

/// What the workers clear away, few at a time, so that which of them go matters.
pub fn prune(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (conn, now) = (unit.conn(), unit.now());
    let limit = 1 + dice.below(4);
    let before = now.minus(Duration::from_hours(dice.between(1, 72)));
    agents::prune_sessions(conn, now, before, limit)?;
    idempotency::store::prune(conn, before, limit)?;
    for contact in contacts::store::prune_silent(conn, before, limit)? {
        search::contact_changed(unit, contact)?;
    }
    invitations::prune(conn, now, limit)?;
    blocks::store::prune(conn, now, limit)?;
    for digest in pictures::store::unused(conn, before, limit)? {
        if dice.once_in(2) {
            pictures::store::touch(conn, &digest, now)?;
        } else {
            pictures::store::remove(conn, &digest)?;
        }
    }
    for upload in files::store::expired(conn, now, limit)? {
        files::store::remove_upload(conn, upload)?;
    }
    let unused: Vec<FileId> = files::store::unused(conn, before, limit)?;
    unused.into_iter().try_for_each(|file| files::store::remove(conn, file))?;
    for digest in files::store::removals(conn, limit)? {
        files::store::removed(conn, digest)?;
    }
    Ok(())
}

pub async fn seed(desk: Desk, mut dice: Random) -> Result<(), Fault> {
    let wanted = Plan { conversations: 1 + dice.below(3), messages: None, locale: None };
    seeding::seed(&desk, Caller::operator(), wanted, &|_| ()).await.map(drop)
}

pub async fn unseed(desk: Desk) -> Result<(), Fault> {
    seeding::remove(&desk, Caller::operator(), &|_| ()).await.map(drop)
}

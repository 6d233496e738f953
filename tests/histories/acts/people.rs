//! Visitors, the persons they are, and who signs in.

use std::time::Duration;

use serde_json::{Map, Value, json};
use servicedesk::domain::access::credentials;
use servicedesk::domain::access::store as agents;
use servicedesk::domain::blocks::Target;
use servicedesk::domain::contacts::identity::Identity;
use servicedesk::domain::contacts::journal;
use servicedesk::domain::contacts::profile::Profile;
use servicedesk::domain::contacts::store::Page;
use servicedesk::domain::contacts::taken::Taking;
use servicedesk::domain::widgets::{self, store as widgets_store};
use servicedesk::fault::Fault;
use servicedesk::flows::access::sign_in::{self, Shown};
use servicedesk::flows::contacts::block;
use servicedesk::flows::contacts::edit_contact::{self, Edit};
use servicedesk::flows::contacts::erase_contact;
use servicedesk::flows::contacts::forget_visitor as forgetting;
use servicedesk::flows::contacts::open_visitor_session::{Arrival, open_visitor_session};
use servicedesk::flows::contacts::report_page as pages;
use servicedesk::flows::contacts::visitor_says;
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::BlockId;
use servicedesk::storage::Unit;

use super::{any, any_contact, any_conversation, any_customer, any_visitor, somebody, words};
use crate::random::Random;

/// Persons whom the shop knows.
const PERSONS: usize = 4;

fn session(
    unit: &mut Unit<'_>,
    dice: &mut Random,
    known: bool,
    identity: Option<Identity>,
) -> Result<(), Fault> {
    let widget =
        widgets_store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)?.ok_or_else(Fault::not_found)?.id;
    let tokens: Vec<[u8; 32]> = unit
        .conn()
        .prepare_cached("SELECT token_digest FROM visitors WHERE token_digest IS NOT NULL ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let arrival = Arrival {
        widget,
        device_id: None,
        known_token: dice.pick(&tokens).copied().filter(|_| known),
        new_token: credentials::digest(&dice.number().to_string()),
        identity,
        locale: Some("en".to_owned()),
        page: Some(page(dice)),
        time_zone: Some("Asia/Shanghai".to_owned()),
        user_agent: Some(words(dice)),
        address: "192.0.2.7".parse().ok(),
    };
    open_visitor_session(unit, &arrival).map(drop)
}

fn page(dice: &mut Random) -> Page {
    Page {
        url: Some(format!("https://shop.example/{}", dice.below(9))),
        title: Some(words(dice)),
        referrer: None,
    }
}

fn profile(dice: &mut Random) -> Profile {
    let mut said = |words: &str| (!dice.once_in(3)).then(|| format!("{words}{}", dice.below(20)));
    Profile { name: said("Ann "), email: said("ann@example.com"), phone: said("+86 1") }
}

fn attributes(dice: &mut Random) -> Map<String, Value> {
    let value = if dice.once_in(4) { Value::Null } else { json!(words(dice)) };
    Map::from_iter([(format!("field {}", dice.below(4)), value)])
}

pub fn arrive(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    session(unit, dice, false, None)
}

pub fn arrive_again(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let said = dice.once_in(2).then(|| Identity::Said(profile(dice)));
    session(unit, dice, true, said)
}

/// The shop vouches for somebody: persons are joined.
pub fn prove(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let user_id = format!("user {}", dice.below(PERSONS));
    let identity = Identity::Verified { user_id, proven: profile(dice), said: profile(dice) };
    session(unit, dice, !dice.clone().once_in(3), Some(identity))
}

pub fn report_page(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    pages::report_page(unit, &any_customer(unit, dice)?, page(dice))
}

pub fn edit_contact(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let Profile { name, email, phone } = profile(dice);
    let said = |value: Option<String>| value.map(Some);
    let (city, note) = (Some(Some(words(dice))), Some(Some(words(dice))));
    let edit = Edit {
        name: said(name),
        email: said(email),
        phone: said(phone),
        city,
        note,
        attributes: attributes(dice),
    };
    edit_contact::edit_contact(unit, &somebody(unit, dice)?, any_contact(unit, dice)?, edit)
}

pub fn clear_contact(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let edit = Edit { name: Some(None), email: Some(None), note: Some(None), ..Edit::default() };
    edit_contact::edit_contact(unit, &somebody(unit, dice)?, any_contact(unit, dice)?, edit)
}

pub fn answer_form(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = any_customer(unit, dice)?;
    visitor_says::answer_form(unit, &caller, &profile(dice), &attributes(dice))
}

pub fn say_attributes(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = any_customer(unit, dice)?;
    let taking = visitor_says::set_attributes(unit, &caller, &attributes(dice), Taking::default())?;
    let conversation = any_conversation(unit, dice)?;
    visitor_says::set_conversation_attributes(unit, &caller, conversation, &attributes(dice), taking)
        .map(drop)
}

pub fn track(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = any_customer(unit, dice)?;
    // More than are kept.
    (0..dice.below(70)).try_for_each(|_| visitor_says::track(unit, &caller, &words(dice), &attributes(dice)))
}

pub fn block(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let target = match dice.below(3) {
        0 => Target::Visitor(any_visitor(unit, dice)?),
        1 => Target::Contact(any_contact(unit, dice)?),
        _ => Target::Network(format!("192.0.2.{}", dice.below(9)).parse().map_err(Fault::internal)?),
    };
    let until = dice.once_in(2).then(|| unit.now().plus(Duration::from_secs(60 * dice.between(1, 3_000))));
    let by = somebody(unit, dice)?;
    block::block(unit, &by, &block::NewBlock { target, reason: Some(words(dice)), until }).map(drop)
}

pub fn unblock(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let block = BlockId(any(unit, dice, "blocks")?);
    block::unblock(unit, &Caller::operator(), block)
}

pub fn forget_visitor(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    forgetting::forget_visitor(unit, &any_customer(unit, dice)?)
}

pub fn erase(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (contact, actor) = (any_contact(unit, dice)?, somebody(unit, dice)?);
    erase_contact::erase_contact(unit, &actor, contact)
}

/// As after a restore.
pub fn erase_again(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let mut gone = journal::read(unit.conn())?;
    if dice.once_in(4) {
        gone.contacts.push(any_contact(unit, dice)?);
    }
    erase_contact::erase_again(unit, &gone).map(drop)
}

/// Somebody signs in, perhaps in place of who was there.
pub async fn sign_in(desk: Desk, mut dice: Random) -> Result<(), Fault> {
    let all = desk.db.read(|conn| Ok(agents::list(conn, 0, 100)?)).await?;
    let agent = dice.pick(&all).cloned().ok_or_else(Fault::not_found)?;
    let life = Duration::from_hours(dice.between(1, 100));
    let first = sign_in::open_session(&desk, agent.clone(), Shown::default(), life).await?;
    if dice.once_in(2) {
        let shown = Shown { session: Some(first.cookie), device: Some(first.device), ..Shown::default() };
        sign_in::open_session(&desk, agent, shown, life).await?;
    }
    Ok(())
}

//! Tickets: made, changed, linked, and what every desk may call them.

use std::time::Duration;

use serde_json::json;
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::target::Target;
use servicedesk::domain::tickets::documents::{self as store, Document};
use servicedesk::domain::tickets::fields::Values;
use servicedesk::domain::tickets::links::LinkKind;
use servicedesk::events::ActorKind;
use servicedesk::fault::Fault;
use servicedesk::flows::conversations::post_message::Post;
use servicedesk::flows::tickets::answer_children::answer_children;
use servicedesk::flows::tickets::change::{Wanted, change as revise};
use servicedesk::flows::tickets::create::{self, Begin, Customer};
use servicedesk::flows::tickets::followers::set_followers;
use servicedesk::flows::tickets::set_status::set_status;
use servicedesk::flows::tickets::{documents, links, prefix as prefixes};
use servicedesk::ids::{ConversationId, TicketStatusId, TicketTypeId};
use servicedesk::storage::Unit;

use super::{any, any_agent, any_contact, any_conversation, somebody, words};
use crate::random::Random;

const KEY: [u8; 32] = [7; 32];

fn ticket(unit: &Unit<'_>, dice: &mut Random) -> Result<ConversationId, Fault> {
    let ids: Vec<i64> = unit
        .conn()
        .prepare_cached("SELECT conversation_id FROM tickets ORDER BY conversation_id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    dice.pick(&ids).copied().map(ConversationId).ok_or_else(Fault::not_found)
}

fn begin(unit: &Unit<'_>, dice: &mut Random) -> Begin {
    let of = any(unit, dice, "ticket_types").ok().filter(|_| dice.once_in(2)).map(TicketTypeId);
    let status = any(unit, dice, "ticket_statuses").ok().filter(|_| dice.once_in(3)).map(TicketStatusId);
    let agent = any_agent(unit, dice).ok().filter(|_| dice.once_in(3));
    let external_id = dice.once_in(3).then(|| format!("erp-{}", dice.below(20)));
    let due_at = dice.once_in(3).then(|| unit.now().plus(Duration::from_hours(dice.between(1, 99))));
    Begin { title: words(dice), of, status, agent, external_id, due_at, ..Begin::default() }
}

pub fn turn_into(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, any_conversation(unit, dice)?);
    let begin = Begin { external_id: None, ..begin(unit, dice) };
    create::turn_into(unit, &caller, id, &begin).map(drop)
}

pub fn open(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, begin) = (somebody(unit, dice)?, begin(unit, dice));
    let customer = if dice.once_in(2) {
        Customer::UserId(format!("user-{}", dice.below(6)))
    } else {
        Customer::Contact(any_contact(unit, dice)?)
    };
    let said = dice.once_in(2).then(|| Content::text(words(dice)));
    create::create(unit, &caller, &KEY, &customer, said, &begin).map(drop)
}

pub fn status(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, ticket(unit, dice)?);
    let status = TicketStatusId(any(unit, dice, "ticket_statuses")?);
    set_status(unit, &caller, id, status).map(drop)
}

pub fn change(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, ticket(unit, dice)?);
    let of = any(unit, dice, "ticket_types").ok().map(TicketTypeId);
    let mut fields = Values::new();
    if of.is_some() && dice.once_in(2) {
        fields.insert("order_no".to_owned(), json!(words(dice)));
    }
    let wanted = Wanted {
        title: dice.once_in(2).then(|| words(dice)),
        of: (!fields.is_empty() || dice.once_in(4)).then_some(of),
        fields,
        due_at: dice.once_in(3).then(|| dice.once_in(2).then(|| unit.now())),
    };
    revise(unit, &caller, id, &wanted).map(drop)
}

pub fn followers(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, ticket(unit, dice)?);
    let agents = (0..dice.below(3)).map(|_| any_agent(unit, dice)).collect::<Result<Vec<_>, _>>()?;
    set_followers(unit, &caller, id, &agents).map(drop)
}

pub fn link(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, ticket(unit, dice)?);
    let kinds = [LinkKind::Related, LinkKind::Duplicate, LinkKind::Parent, LinkKind::Child];
    let kind = kinds[dice.below(4).max(dice.below(4))];
    let other = if dice.once_in(4) { any_conversation(unit, dice)? } else { ticket(unit, dice)? };
    links::link(unit, &caller, id, (other, kind)).map(drop)
}

fn linked(unit: &Unit<'_>, dice: &mut Random, kind: i64) -> Result<(i64, i64), Fault> {
    let pairs: Vec<(i64, i64)> = unit
        .conn()
        .prepare_cached("SELECT one, other FROM ticket_links WHERE kind >= ?1 ORDER BY one, other")?
        .query_map([kind], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    dice.pick(&pairs).copied().ok_or_else(Fault::not_found)
}

pub fn unlink(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let (one, other) = linked(unit, dice, 0)?;
    links::unlink(unit, &caller, ConversationId(one), ConversationId(other)).map(drop)
}

pub fn answer_below(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let (parent, _) = linked(unit, dice, 3)?;
    let (within, content) = (Duration::from_hours(1), Content::text(words(dice)));
    let nowhere = Target::Named(ConversationId(0));
    let post = Post::new(&KEY, ActorKind::Agent, None, nowhere, false, content, within)?;
    answer_children(unit, &caller, ConversationId(parent), &post).map(drop)
}

pub fn statuses(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let (version, mut known) = documents::read_statuses(unit.conn())?;
    known.retain(|status| status.builtin || !dice.once_in(3));
    let mut wanted: Vec<serde_json::Value> = known.iter().map(|status| json!(status)).collect();
    if dice.once_in(2) {
        let category = ["open", "pending", "on_hold", "solved"][dice.below(4)];
        wanted.push(json!({ "name": format!("status {}", dice.below(9)), "category": category }));
    }
    let wanted = serde_json::from_value(json!(wanted)).map_err(Fault::internal)?;
    let wanted: Vec<_> = wanted;
    documents::replace_statuses(unit, &caller, version, &wanted).map(drop)
}

pub fn types(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let version = store::version(unit.conn(), Document::Types)?;
    let mut known = store::types(unit.conn())?;
    known.retain(|_| !dice.once_in(4));
    let mut wanted: Vec<serde_json::Value> = known.iter().map(|of| json!(of)).collect();
    let field = json!({ "key": "order_no", "label": { "en": "Order" }, "type": "text" });
    wanted.push(json!({ "name": format!("type {}", dice.below(9)), "fields": [field] }));
    let wanted = serde_json::from_value(json!(wanted)).map_err(Fault::internal)?;
    documents::replace_types(unit, &caller, version, wanted).map(drop)
}

pub fn prefix(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    prefixes::settle(unit, ["T-", "#"][dice.below(2)])
}

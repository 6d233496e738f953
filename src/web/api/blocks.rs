//! Who may not write to the shop.

use actix_web::web::{Data, Path, Query};
use actix_web::{delete, get, post};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::{self, Items, Page, Paging};
use super::id;
use crate::clock::Timestamp;
use crate::domain::blocks::{self, Block, Target, store};
use crate::domain::contacts::store as contacts;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::contacts::block::{NewBlock, PersonBlock, block, block_person, unblock, unblock_person};
use crate::ids::{BlockId, ContactId};
use crate::im::hub::Hub;
use crate::im::tail::load_blocks;
use crate::storage::Unit;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A block that holds.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BlockRow {
    #[schema(example = "b_01jb7q2m4k9zz")]
    id: String,
    /// One browser or app; one of `visitor_id`, `contact_id` and `address` is set.
    visitor_id: Option<String>,
    /// A person with all their browsers and apps.
    contact_id: Option<String>,
    /// An address or a range of them.
    #[schema(example = "203.0.113.7")]
    address: Option<String>,
    /// Name of the person, where one is known.
    name: Option<String>,
    /// Why, for the team alone.
    reason: Option<String>,
    /// Who blocked; null for the command line.
    agent_id: Option<String>,
    #[schema(value_type = String)]
    blocked_at: Timestamp,
    /// Until when; null until it is lifted.
    #[schema(value_type = Option<String>)]
    until: Option<Timestamp>,
}

impl BlockRow {
    pub(super) fn new(conn: &Connection, block: &Block) -> Result<Self, Fault> {
        let (visitor, contact, address) = match block.target {
            Target::Visitor(id) => {
                (Some(id), contacts::find_visitor(conn, id)?.map(|visitor| visitor.contact), None)
            }
            Target::Contact(id) => (None, Some(id), None),
            Target::Network(network) => (None, None, Some(network)),
        };
        let person = contact.map(|contact| contacts::find(conn, contact)).transpose()?.flatten();
        Ok(Self {
            id: block.id.to_string(),
            visitor_id: visitor.map(|id| id.to_string()),
            contact_id: contact.filter(|_| visitor.is_none()).map(|id| id.to_string()),
            address: address.map(|network| network.to_string()),
            name: person.and_then(|person| person.profile.name),
            reason: block.reason.clone(),
            agent_id: block.by.map(|id| id.to_string()),
            blocked_at: block.at,
            until: block.until,
        })
    }
}

/// List blocks
///
/// Those that hold, newest first.
#[utoipa::path(operation_id = "list_blocks", tag = "Blocks", params(Paging), responses(
        (status = 200, description = "A page", body = Page<BlockRow>),
        (status = 401, description = "unauthenticated", body = Problem),
    ))]
#[get("/blocks")]
pub(super) async fn list(
    _who: CurrentAgent,
    paging: Query<Paging>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let limit = paging.limit(settings.page_items_max)?;
    let [before] = paging.cursor::<1>()?.unwrap_or([i64::MAX]);
    let now = desk.clock.now();
    let (rows, next) = desk
        .db
        .read(move |conn| {
            let mut blocks = store::list(conn, before, now, limit + 1)?;
            let more = blocks.len() > limit;
            blocks.truncate(limit);
            let next = blocks.last().filter(|_| more).map(|last| cursor::encode(&[last.id.0]));
            let rows =
                blocks.iter().map(|block| BlockRow::new(conn, block)).collect::<Result<Vec<_>, Fault>>();
            Ok((rows?, next))
        })
        .await?;
    Ok(cursor::page(rows, next))
}

/// Who shall be blocked: exactly one of `visitor_id`, `contact_id` and `address`.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct BlockRequest {
    visitor_id: Option<String>,
    contact_id: Option<String>,
    /// An address (`203.0.113.7`) or a range (`203.0.113.0/24`); a single IPv6 address stands for its /64.
    #[schema(example = "203.0.113.7")]
    address: Option<String>,
    /// Why, for the team alone: one line of at most 200 characters.
    #[schema(example = "Sends advertising")]
    reason: Option<String>,
    /// RFC 3339; without it until the block is lifted.
    #[schema(example = "2026-04-01T00:00:00Z")]
    until: Option<String>,
}

fn read_until(text: Option<&str>) -> Result<Option<Timestamp>, Fault> {
    let wrong = || Fault::invalid("until", "Write the time as RFC 3339, with its offset.");
    text.map(|text| Timestamp::parse(text).ok_or_else(wrong)).transpose()
}

impl BlockRequest {
    fn until(&self) -> Result<Option<Timestamp>, Fault> {
        read_until(self.until.as_deref())
    }

    fn target(&self) -> Result<Target, Fault> {
        match (&self.visitor_id, &self.contact_id, &self.address) {
            (Some(visitor), None, None) => Ok(Target::Visitor(id(visitor)?)),
            (None, Some(contact), None) => Ok(Target::Contact(id(contact)?)),
            (None, None, Some(address)) => Ok(Target::Network(blocks::read_network(address)?)),
            _ => Err(Fault::invalid("contact_id", "Name one of visitor_id, contact_id and address.")),
        }
    }
}

/// Applied before the answer, so that the change holds when it arrives; the tail of the log would apply it a moment later.
async fn applied(reply: Reply, desk: &Desk, hub: &Hub) -> Reply {
    let answer = reply?;
    load_blocks(&desk.db, hub).await;
    Ok(answer)
}

/// Block a customer or an address
///
/// What they write from now on is refused with `blocked`, on live links too; what was said stays readable for them. Blocking the
/// same target again replaces reason and end. Customers are told nothing of reason, author and end.
#[utoipa::path(operation_id = "add_block", tag = "Blocks", request_body = BlockRequest, responses(
    (status = 201, description = "The block", body = BlockRow),
    (status = 400, description = "invalid: the address, the range, the reason or the end is wrong", body = Problem),
    (status = 404, description = "not_found: no such visitor or contact", body = Problem),
    (status = 422, description = "block_limit: the desk has as many blocks as it can keep", body = Problem),
))]
#[post("/blocks")]
pub(super) async fn add(
    who: CurrentAgent,
    body: Body<BlockRequest>,
    call: Call,
    desk: Data<Desk>,
    hub: Data<Hub>,
) -> Reply {
    let target = body.value.target()?;
    let until = body.value.until()?;
    let new = NewBlock { target, reason: body.value.reason, until };
    let caller = who.caller();
    let write = move |unit: &mut Unit<'_>| {
        let block = block(unit, &caller, &new)?;
        BlockRow::new(unit.conn(), &block)
    };
    applied(call.write(&who, &body.raw, 201, write).await, &desk, &hub).await
}

/// Lift a block
#[utoipa::path(operation_id = "lift_block", tag = "Blocks",
    params(("id" = String, Path, description = "The block's id")), responses(
    (status = 204, description = "Lifted"),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/blocks/{id}")]
pub(super) async fn remove(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
    desk: Data<Desk>,
    hub: Data<Hub>,
) -> Reply {
    let block: BlockId = id(&path)?;
    let caller = who.caller();
    applied(call.write(&who, &body.raw, 204, move |unit| unblock(unit, &caller, block)).await, &desk, &hub)
        .await
}

/// How a person is blocked.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct PersonBlockRequest {
    /// Why, for the team alone: one line of at most 200 characters.
    #[schema(example = "Sends advertising")]
    reason: Option<String>,
    /// RFC 3339; without it until the block is lifted.
    #[schema(example = "2026-04-01T00:00:00Z")]
    until: Option<String>,
    /// Block the addresses that the person came from last, too. Whoever shares one cannot write either.
    #[serde(default)]
    addresses: bool,
}

/// Block a person
///
/// With all their browsers and apps, those that come later included; with `addresses` also where these came from last. As
/// `POST /blocks` else. The person's own block comes first.
#[utoipa::path(operation_id = "block_contact", tag = "Blocks", request_body = PersonBlockRequest,
    params(("id" = String, Path, description = "The contact's id")), responses(
    (status = 201, description = "The blocks", body = Items<BlockRow>),
    (status = 400, description = "invalid: the reason or the end is wrong", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "block_limit: the desk has as many blocks as it can keep", body = Problem),
))]
#[post("/contacts/{id}/block")]
pub(super) async fn block_contact(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<PersonBlockRequest>,
    call: Call,
    desk: Data<Desk>,
    hub: Data<Hub>,
) -> Reply {
    let contact: ContactId = id(&path)?;
    let Body { value: PersonBlockRequest { reason, until, addresses }, raw } = body;
    let how = PersonBlock { reason, until: read_until(until.as_deref())?, addresses };
    let caller = who.caller();
    let write = move |unit: &mut Unit<'_>| {
        let blocks = block_person(unit, &caller, contact, &how)?;
        let items = blocks.iter().map(|block| BlockRow::new(unit.conn(), block));
        Ok::<_, Fault>(Items { items: items.collect::<Result<Vec<_>, _>>()? })
    };
    applied(call.write(&who, &raw, 201, write).await, &desk, &hub).await
}

/// Lift all blocks of a person
///
/// Their own, those of their browsers and apps, and those of the addresses that these came from last.
#[utoipa::path(operation_id = "unblock_contact", tag = "Blocks",
    params(("id" = String, Path, description = "The contact's id")), responses(
    (status = 204, description = "Lifted, or there was none"),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/contacts/{id}/block")]
pub(super) async fn unblock_contact(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Nothing>,
    call: Call,
    desk: Data<Desk>,
    hub: Data<Hub>,
) -> Reply {
    let contact: ContactId = id(&path)?;
    let caller = who.caller();
    let write = move |unit: &mut Unit<'_>| unblock_person(unit, &caller, contact);
    applied(call.write(&who, &body.raw, 204, write).await, &desk, &hub).await
}

/// The block that holds for a contact, for whoever shows the contact.
pub(super) fn of_contact(
    conn: &Connection,
    contact: ContactId,
    now: Timestamp,
) -> Result<Option<BlockRow>, Fault> {
    let block = store::of_contact(conn, contact, now)?;
    block.map(|block| BlockRow::new(conn, &block)).transpose()
}

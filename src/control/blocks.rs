//! Blocks, as commands ask for them.

use std::time::Duration;

use super::{BlockedRow, Reply};
use crate::domain::blocks::{BLOCKS_MAX, Target, read_network, store};
use crate::fault::{Fault, Kind};
use crate::flows::contacts::block::{NewBlock, block, unblock};
use crate::flows::{Caller, Desk};
use crate::ids::BlockId;

const DAY: Duration = Duration::from_hours(24);

/// A target as a command names it: exactly one of the three.
pub(super) struct Named {
    pub(super) visitor: Option<String>,
    pub(super) contact: Option<String>,
    pub(super) address: Option<String>,
}

impl Named {
    fn target(&self) -> Result<Target, Fault> {
        match (&self.visitor, &self.contact, &self.address) {
            (Some(id), None, None) => id.parse().map(Target::Visitor).map_err(|_| nobody()),
            (None, Some(id), None) => id.parse().map(Target::Contact).map_err(|_| nobody()),
            (None, None, Some(address)) => read_network(address).map(Target::Network),
            _ => Err(Fault::invalid("contact", "Name one of visitor, contact and address.")),
        }
    }
}

fn nobody() -> Fault {
    Fault::not_found()
        .saying("Nobody has this id. The address of a conversation in the workbench shows whom it is with.")
}

pub(super) async fn add(
    desk: &Desk,
    named: Named,
    reason: Option<String>,
    days: Option<u32>,
) -> Result<Reply, Fault> {
    let target = named.target()?;
    let until = days.map(|days| desk.clock.now().plus(DAY * days));
    let new = NewBlock { target, reason, until };
    let written = desk.db.write(move |unit| block(unit, &Caller::operator(), &new)).await;
    let made = written.map_err(|fault| if fault.kind == Kind::NotFound { nobody() } else { fault })?;
    Ok(Reply::Made(made.id.to_string()))
}

pub(super) async fn list(desk: &Desk) -> Result<Reply, Fault> {
    let now = desk.clock.now();
    let blocks = desk.db.read(move |conn| Ok(store::list(conn, i64::MAX, now, BLOCKS_MAX)?)).await?;
    let rows = blocks.into_iter().map(|block| BlockedRow {
        id: block.id.to_string(),
        who: match block.target {
            Target::Visitor(id) => id.to_string(),
            Target::Contact(id) => id.to_string(),
            Target::Network(network) => network.to_string(),
        },
        reason: block.reason,
        blocked_at: block.at.to_string(),
        until: block.until.map(|until| until.to_string()),
    });
    Ok(Reply::Blocks(rows.collect()))
}

pub(super) async fn remove(desk: &Desk, id: &str) -> Result<Reply, Fault> {
    let unknown = || Fault::not_found().saying("No block with this id holds. `block list` shows all.");
    let id: BlockId = id.parse().map_err(|_| unknown())?;
    let lifted = desk.db.write(move |unit| unblock(unit, &Caller::operator(), id)).await;
    lifted.map_err(|fault| if fault.kind == Kind::NotFound { unknown() } else { fault })?;
    Ok(Reply::Done)
}

//! One answer in every part of a ticket that is not done.

use super::find;
use crate::domain::access::rights::Right;
use crate::domain::conversations::target::Target;
use crate::domain::tickets::links::LinkKind;
use crate::domain::tickets::store;
use crate::events::ActorKind;
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::conversations::post_message::{Post, Posted, post_message};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// There is nobody to answer.
const fn no_children() -> Fault {
    Fault::new(Kind::RuleBroken, "no_children", "No ticket below this one waits for an answer.")
}

/// Says the same in every ticket below this one that is not done and that the caller reads; all of them, or none.
pub fn answer_children(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    post: &Post,
) -> Result<Vec<Posted>, Fault> {
    caller.may(Right::Ticket)?;
    caller.may(Right::Reply)?;
    debug_assert_eq!(post.speaker, ActorKind::Agent, "agents answer");
    find::within(unit, caller, id)?;
    let mut posted = Vec::new();
    for (child, kind) in store::links(unit.conn(), id)? {
        if kind != LinkKind::Child {
            continue;
        }
        let (conversation, ticket) = match find::within(unit, caller, child) {
            Ok(found) => found,
            Err(fault) if fault.kind == Kind::NotFound => continue,
            Err(fault) => return Err(fault),
        };
        if ticket.category.is_done() || conversation.merged_into().is_some() {
            continue;
        }
        let post = Post { target: Target::Named(child), client_message_id: None, ..post.clone() };
        posted.push(post_message(unit, caller, &post)?);
    }
    if posted.is_empty() { Err(no_children()) } else { Ok(posted) }
}

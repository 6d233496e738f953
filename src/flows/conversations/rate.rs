//! Rating a conversation with one to five stars.

use serde_json::json;

use crate::domain::access::rights::Right;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Longest comment, in characters.
pub const COMMENT_CHARS: usize = 2_000;

/// Adds a rating.
pub fn rate(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    score: i64,
    comment: Option<&str>,
) -> Result<Appended, Fault> {
    caller.may(Right::Rate)?;
    let mut conversation = append::within(unit, caller, id)?;
    if !(1..=5).contains(&score) {
        return Err(Fault::invalid("score", "Give 1 to 5 stars."));
    }
    let detail = comment.map(|comment| json!({ "comment": comment }));
    let steps = conversation.rate(append::moment(unit, caller.actor), score);
    append::finish(unit, &conversation, &steps, detail.as_ref())
}

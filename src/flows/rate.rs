//! Rating a conversation with one to five stars.

use serde_json::json;

use crate::domain::conversations::store::Reach;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::append::{self, Appended};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Longest comment, in characters.
pub const COMMENT_CHARS: usize = 2_000;

/// Adds a rating; `reach` limits visitors to their own conversations.
pub fn rate(
    unit: &mut Unit<'_>,
    id: ConversationId,
    reach: Option<Reach>,
    score: i64,
    comment: Option<&str>,
    actor: Actor,
) -> Result<Appended, Fault> {
    let mut conversation = append::conversation_of(unit, id)?;
    if reach.is_some_and(|reach| !reach.covers(conversation.contact(), conversation.visitor())) {
        return Err(Fault::not_found());
    }
    if !(1..=5).contains(&score) {
        return Err(Fault::invalid("score", "Give 1 to 5 stars."));
    }
    let detail = comment.map(|comment| json!({ "comment": comment }));
    let steps = conversation.rate(append::moment(unit, actor), score);
    append::finish(unit, &conversation, &steps, detail.as_ref())
}

//! Closing what the bot answered and where nothing is said any more. Nobody is asked for a rating: silence closed it.

use crate::clock::Timestamp;
use crate::domain::conversations::bot_queue;
use crate::domain::conversations::state::State;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::conversations::append;
use crate::storage::Unit;

/// Closes what was quiet for so long, at most `limit`; how many.
pub fn close_quiet(unit: &mut Unit<'_>, idle_ms: i64, limit: usize) -> Result<usize, Fault> {
    let before = Timestamp(unit.now().0 - idle_ms);
    let quiet = bot_queue::quiet(unit.conn(), before, limit)?;
    for id in &quiet {
        let mut conversation = append::conversation_of(unit, *id)?;
        // Never with a word unanswered.
        if conversation.state() == State::Bot && conversation.asked_since().is_none() {
            let steps = conversation.close(append::moment(unit, Actor::BOT))?;
            append::finish(unit, &conversation, &steps, None)?;
        }
    }
    Ok(quiet.len())
}

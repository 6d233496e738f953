//! Giving a conversation to the bot.

use crate::domain::access::rights::Right;
use crate::domain::bot::duty::Mode;
use crate::domain::bot::store;
use crate::domain::conversations::store as conversations;
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// The bot answers nothing there.
#[must_use]
pub const fn no_bot() -> Fault {
    Fault::new(Kind::RuleBroken, "no_bot", "The bot does not answer on this channel, or there is nothing that it could answer.")
}

/// Gives a conversation to the bot; a question that is unanswered it answers.
pub fn give_to_bot(unit: &mut Unit<'_>, caller: &Caller, id: ConversationId) -> Result<Appended, Fault> {
    caller.may(Right::Assign)?;
    let mut conversation = append::within(unit, caller, id)?;
    let steps = conversation.give_to_bot(append::moment(unit, caller.actor))?;
    let channel = conversations::channel(unit.conn(), id)?;
    let (settings, _) = store::settings(unit.conn())?;
    // Whatever the hours: somebody wants it now.
    let known = store::duty(unit.conn())?.into_iter().any(|(name, ..)| name == channel);
    if !known || settings.mode(&channel) == Mode::Off {
        return Err(no_bot());
    }
    store::end_handed_over(unit.conn(), id)?;
    append::finish(unit, &conversation, &steps, None)
}

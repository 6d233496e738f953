//! What a customer writes into the form by which the bot asked how to reach them: said, not proven.

use serde_json::Map;

use super::hand_over::thanks;
use super::say::Voice;
use crate::domain::bot::store;
use crate::domain::contacts::profile::Profile;
use crate::domain::conversations::content::{Content, FormAnswer};
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::facts::had_somebody_since;
use crate::domain::conversations::state::State;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::contacts::visitor_says;
use crate::flows::tickets::customers_view::language;
use crate::i18n::Texts;
use crate::storage::Unit;

/// What is thanked with is the same for everybody: its digest tells nothing.
const NO_KEY: [u8; 32] = [0; 32];

/// Takes the answer of such a form; anything else is left alone.
pub fn take(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    caller: &Caller,
    content: &Content,
) -> Result<(), Fault> {
    let Content::FormAnswer(FormAnswer { of, values, .. }) = content else { return Ok(()) };
    let Some(row) = store::find_handed_over(unit.conn(), conversation.id())? else { return Ok(()) };
    if of.conversation != conversation.id() || row.form != Some(of.sequence) {
        return Ok(());
    }
    let said = |name: &str| values.get(name).map(String::as_str);
    let profile = Profile::cleaned(None, said("email"), said("phone"))?;
    if profile == Profile::default() {
        return Ok(());
    }
    visitor_says::answer_form(unit, caller, &profile, &Map::new())?;
    // Once a person is there the bot is silent.
    let came = had_somebody_since(unit.conn(), conversation.id(), row.at)?;
    if conversation.state() != State::Waiting || came {
        return Ok(());
    }
    let locale = language(unit.conn(), conversation.visitor())?;
    let (settings, _) = store::settings(unit.conn())?;
    let name = settings.called(locale).to_owned();
    let occasion = format!("bot:{}:{}:form", conversation.id(), conversation.last_sequence());
    let mut voice = Voice::new(&NO_KEY, &name, occasion);
    voice.say(unit, conversation, &thanks(Texts::new(locale)), false).map(drop)
}

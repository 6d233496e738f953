//! Looks after what was handed over: who came, or what the customer is told where nobody did. Two further notices at most, and only
//! while the conversation waits.

use super::alert;
use super::cards::Show;
use super::hand_over::ask_contact;
use super::notices::{self, Around};
use super::read::has_cards;
use super::say::Voice;
use crate::clock::Timestamp;
use crate::domain::bot::duty::Staff;
use crate::domain::bot::store::{self, HandedOver};
use crate::domain::conversations::content::Content;
use crate::domain::conversations::facts::had_somebody_since;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store as conversations;
use crate::fault::Fault;
use crate::flows::tickets::customers_view::language;
use crate::i18n::Texts;
use crate::storage::Unit;

/// Notices after the first.
const NOTICES_MAX: u32 = 2;

/// Looks after what is due, a bounded part of it.
pub fn look_after(
    unit: &mut Unit<'_>,
    key: &[u8; 32],
    around: &Around,
    unattended_ms: i64,
    limit: usize,
) -> Result<usize, Fault> {
    let due = store::due_handed_over(unit.conn(), unit.now(), limit)?;
    for row in &due {
        one(unit, key, around, unattended_ms, row)?;
    }
    Ok(due.len())
}

fn one(
    unit: &mut Unit<'_>,
    key: &[u8; 32],
    around: &Around,
    unattended_ms: i64,
    row: &HandedOver,
) -> Result<(), Fault> {
    let id = row.conversation;
    let found = conversations::find(unit.conn(), id)?;
    // Whoever was given it meanwhile was there, even if they are gone again: the bot is silent from then on.
    let came = had_somebody_since(unit.conn(), id, row.at)?;
    let Some(mut conversation) = found.filter(|it| {
        it.state() == State::Waiting && it.waiting_since().is_some() && it.merged_into().is_none() && !came
    }) else {
        return Ok(store::end_handed_over(unit.conn(), id)?);
    };
    let now = unit.now();
    let known = notices::staff(unit.conn(), around, conversation.team(), now)?;
    // Nobody is there who could come: the first notice said when somebody is.
    let closed = known.staff == Staff::Gone && known.opens_at.is_some();
    if row.notices == 0 && closed {
        let due_at = known.opens_at.map(|opens| Timestamp(opens.0 + unattended_ms));
        return Ok(store::put_handed_over(unit.conn(), &HandedOver { due_at, form: None, ..*row })?);
    }
    let locale = language(unit.conn(), conversation.visitor())?;
    let (settings, _) = store::settings(unit.conn())?;
    let name = settings.called(locale).to_owned();
    let mut voice = Voice::new(key, &name, format!("bot:{id}:{}:n{}", row.at.0, row.notices + 1));
    let texts = Texts::new(locale);
    let show = Show { cards: has_cards(&conversations::channel(unit.conn(), id)?), texts };
    let is_last = row.notices + 1 >= NOTICES_MAX;
    let mut form = None;
    if is_last {
        let notice = notices::still_nobody(unit.conn(), &conversation, &known, locale, now)?;
        voice.say(unit, &mut conversation, &Content::text(notice), false)?;
        form = ask_contact(unit, &mut conversation, &mut voice, show)?;
        alert::alert_owner(unit, &conversation)?;
    } else {
        let notice = Content::text(texts.get("bot.still_looking"));
        voice.say(unit, &mut conversation, &notice, false)?;
    }
    alert::alert_online(unit, &conversation)?;
    let due_at = (!is_last).then(|| Timestamp(now.0 + unattended_ms));
    let next = HandedOver { notices: row.notices + 1, due_at, form, ..*row };
    Ok(store::put_handed_over(unit.conn(), &next)?)
}

//! Handing over to people: the entry with its reason and summary, what the customer is told, whoever is called, and when to look
//! again, in one unit. What is handed over already is left alone.

use serde::Serialize;
use serde_json::json;

use super::alert;
use super::cards::Show;
use super::notices::{self, Around};
use super::say::Voice;
use crate::clock::Timestamp;
use crate::domain::bot::Reason;
use crate::domain::bot::duty::Staff;
use crate::domain::bot::settings::Settings;
use crate::domain::bot::store::{self, HandedOver};
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::store as conversations;
use crate::events::Actor;
use crate::fault::Fault;
use crate::flows::conversations::append;
use crate::i18n::Texts;
use crate::storage::Unit;

/// What whoever takes it has to know.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Summary {
    /// What was asked, in the customer's words.
    pub asked: Vec<String>,
    /// What was shown.
    pub shown: Vec<Shown>,
    /// How often the bot tried.
    pub tried: usize,
    /// What a task was told.
    pub fields: serde_json::Map<String, serde_json::Value>,
}

/// An entry that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The entry.
    pub faq_id: String,
    /// Its question.
    pub question: String,
}

/// What a hand-over is made with.
#[derive(Debug)]
pub(super) struct With<'a> {
    pub around: &'a Around,
    pub settings: &'a Settings,
    pub show: Show,
    pub unattended_ms: i64,
}

/// Hands over. The first entry's sequence.
pub(super) fn hand_over(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    (reason, summary): (Reason, &Summary),
    voice: &mut Voice<'_>,
    with: &With<'_>,
) -> Result<i64, Fault> {
    let (id, now) = (conversation.id(), unit.now());
    let steps = conversation.hand_over(append::moment(unit, Actor::BOT))?;
    let entry = append::write(unit, id, &steps)?;
    let detail = json!({ "reason": reason.name(), "summary": summary });
    conversations::insert_detail(unit.conn(), entry, id, &detail)?;
    conversations::save(unit.conn(), conversation, None, Some(now))?;
    let sequence = conversation.last_sequence();
    let locale = with.show.texts.locale();
    let known = notices::staff(unit.conn(), with.around, conversation.team(), now)?;
    let mut notice = notices::first(unit.conn(), (with.settings, locale), conversation, &known, now)?;
    if reason == Reason::Late {
        notice = format!("{} {notice}", with.show.texts.get("bot.late")).trim().to_owned();
    }
    voice.say(unit, conversation, &Content::text(notice), false)?;
    let form = match known.staff {
        Staff::Free => None,
        Staff::Busy | Staff::Gone => ask_contact(unit, conversation, voice, with.show)?,
    };
    let due = match (known.staff, known.opens_at) {
        (Staff::Gone, Some(opens)) => opens,
        _ => now,
    };
    let row = HandedOver {
        conversation: id,
        at: now,
        reason,
        notices: 0,
        due_at: Some(Timestamp(due.0 + with.unattended_ms)),
        form,
    };
    store::put_handed_over(unit.conn(), &row)?;
    match known.staff {
        Staff::Gone => alert::alert_owner(unit, conversation)?,
        Staff::Busy => alert::alert_online(unit, conversation)?,
        Staff::Free => {}
    }
    Ok(sequence)
}

/// Asks how to reach somebody of whom neither an address nor a number is known.
pub(super) fn ask_contact(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    voice: &mut Voice<'_>,
    show: Show,
) -> Result<Option<i64>, Fault> {
    let contact = contacts::find(unit.conn(), conversation.contact())?;
    let is_known = contact
        .is_some_and(|contact| contact.profile.email.is_some() || contact.profile.phone.is_some());
    let asked = store::find_handed_over(unit.conn(), conversation.id())?.is_some_and(|row| row.form.is_some());
    let Some(form) = show.contact_form().filter(|_| !is_known && !asked) else { return Ok(None) };
    voice.say(unit, conversation, &form, false).map(Some)
}

/// Thanks in the customer's language.
pub(super) fn thanks(texts: Texts) -> Content {
    Content::text(texts.get("bot.contact_thanks"))
}

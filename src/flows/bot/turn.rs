//! A turn of the bot as one unit: what it says, what it handed over, the note of it, and the queue, or nothing of these.
//!
//! It was decided outside the writer. So the unit looks again: a conversation that a person has meanwhile is left alone, and a newer
//! word has the turn decided anew.

use super::cards::Show;
use super::hand_over::{With, hand_over};
use super::notices::Around;
use super::read::{Decided, FAILED};
use super::say::Voice;
use crate::clock::Timestamp;
use crate::config;
use crate::domain::bot::decide::{Act, Pending, SmallTalk};
use crate::domain::bot::settings::{Line, Settings};
use crate::domain::bot::slots::{Takes, Told};
use crate::domain::bot::store::{self, Turn};
use crate::domain::bot::{Outcome, Reason};
use crate::domain::faq::daily::Counted;
use crate::domain::conversations::bot_queue::{self, Due};
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store as conversations;
use crate::events::{ActorKind, EventKind};
use crate::fault::Fault;
use crate::flows::bot::faq::Told as Entry;
use crate::flows::faq::count as counting;
use crate::i18n::Texts;
use crate::ids::{ConversationId, FaqId};
use crate::storage::Unit;

/// After so many tries that a newer word ended, what was read is answered.
const NEWER_MAX: u32 = 5;

/// What became of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was carried out.
    Carried,
    /// The conversation is no longer the bot's, or the turn was carried out before.
    Dropped,
    /// The customer said more meanwhile.
    Newer,
}

/// Carries a turn out.
pub fn carry_out(
    unit: &mut Unit<'_>,
    key: &[u8; 32],
    limits: &config::Bot,
    around: &Around,
    decided: &Decided,
) -> Result<Done, Fault> {
    let id = decided.due.id;
    let found = conversations::find(unit.conn(), id)?.filter(|it| it.state() == State::Bot);
    let (Some(mut conversation), Some(due)) = (found, bot_queue::find(unit.conn(), id)?) else {
        // Whatever took it from the bot took it from the queue.
        return Ok(Done::Dropped);
    };
    if due.from != decided.due.from {
        return Ok(Done::Dropped);
    }
    let newer = conversations::has_word_after(unit.conn(), id, decided.through)?;
    if newer && due.tries % FAILED < NEWER_MAX {
        let due_at = due.due_at.max(unit.now());
        bot_queue::again(unit.conn(), id, (due.from, due.tries + 1), due_at)?;
        return Ok(Done::Newer);
    }
    let (settings, _) = store::settings(unit.conn())?;
    let name = settings.called(decided.locale).to_owned();
    let mut voice = Voice::new(key, &name, format!("bot:{id}:{}", decided.through));
    if voice.has_spoken(unit)? {
        bot_queue::clear(unit.conn(), id)?;
        return Ok(Done::Dropped);
    }
    let show = Show { cards: super::read::has_cards(&decided.channel), texts: Texts::new(decided.locale) };
    let with = With { around, settings: &settings, show, unattended_ms: limits.unattended_after.millis() };
    let turn = act(unit, &mut conversation, &mut voice, &with, decided)?;
    store::insert_turn(unit.conn(), id, &turn)?;
    count(unit, decided, &turn)?;
    bot_queue::clear(unit.conn(), id)?;
    if newer && conversation.state() == State::Bot {
        let from = next_word(unit, id, decided.through)?;
        bot_queue::again(unit.conn(), id, (from, 0), unit.now())?;
    }
    Ok(Done::Carried)
}

/// Counts what became of the question, by the day of the shop.
fn count(unit: &Unit<'_>, decided: &Decided, turn: &Turn) -> Result<(), Fault> {
    let place = (decided.channel.as_str(), decided.locale);
    let entry = turn.entry.map(FaqId);
    let one = |entry, what| counting::count(unit, entry, place, what);
    match turn.outcome {
        Outcome::Answer => {
            one(entry, Counted::Asked)?;
            one(entry, Counted::Answered)
        }
        Outcome::Two => turn.others.iter().map(|(id, _)| Some(FaqId(*id))).chain([entry]).try_for_each(|entry| {
            one(entry, Counted::Asked)?;
            one(entry, Counted::Answered)
        }),
        Outcome::DidYouMean => {
            one(None, Counted::Asked)?;
            turn.others.iter().try_for_each(|(id, _)| one(Some(FaqId(*id)), Counted::Suggested))
        }
        Outcome::Task => one(entry, Counted::Asked),
        Outcome::Helpful => one(entry, Counted::Helpful),
        Outcome::Unhelpful => one(entry, Counted::Unhelpful),
        Outcome::HandOver => one(entry, Counted::Handed),
        Outcome::Nothing | Outcome::SmallTalk => Ok(()),
    }
}

/// Notes that a turn failed; it is tried again after a while.
pub fn failed(unit: &mut Unit<'_>, due: &Due, pause_ms: i64) -> Result<(), Fault> {
    let again = Timestamp(unit.now().0 + pause_ms);
    let tries = due.tries - due.tries % FAILED + FAILED;
    Ok(bot_queue::again(unit.conn(), due.id, (due.from, tries), again)?)
}

fn next_word(unit: &Unit<'_>, id: ConversationId, after: i64) -> Result<i64, Fault> {
    Ok(unit
        .conn()
        .prepare_cached(
            "SELECT MIN(sequence) FROM event_log
              WHERE conversation_id = ?1 AND sequence > ?2 AND kind IN (?3, ?4) AND actor_kind = ?5",
        )?
        .query_row(
            rusqlite::params![
                id,
                after,
                EventKind::Message as i64,
                EventKind::Edited as i64,
                ActorKind::Visitor.number()
            ],
            |row| row.get::<_, Option<i64>>(0),
        )?
        .unwrap_or(after + 1))
}

/// Says what was decided. The note of it.
fn act(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    voice: &mut Voice<'_>,
    with: &With<'_>,
    decided: &Decided,
) -> Result<Turn, Fault> {
    let mut turn = note(unit, decided);
    match &decided.act {
        Act::Nothing => turn.outcome = Outcome::Nothing,
        Act::Helpful => {
            turn.outcome = Outcome::Helpful;
            turn.entry = last_entry(unit, conversation.id())?;
        }
        Act::Unhelpful => {
            turn.outcome = Outcome::Unhelpful;
            turn.entry = last_entry(unit, conversation.id())?;
            voice.say(unit, conversation, &with.show.words(with.show.texts.get("bot.sorry")), true)?;
        }
        Act::SmallTalk(talk) => {
            turn.outcome = Outcome::SmallTalk;
            let words = small_talk(*talk, with.settings, with.show.texts);
            voice.say(unit, conversation, &with.show.words(&words), true)?;
        }
        Act::Answer(..) | Act::Two(_) => answer(unit, conversation, voice, with, decided, &mut turn)?,
        Act::DidYouMean(_) => {
            turn.outcome = Outcome::DidYouMean;
            let offered: Vec<(i64, String)> =
                decided.entries.iter().map(|entry| (entry.id, entry.question.clone())).collect();
            voice.say(unit, conversation, &with.show.did_you_mean(&offered), true)?;
        }
        Act::Task(pending) => go_on(unit, conversation, voice, with, decided, (*pending, &mut turn))?,
        Act::HandOver(reason) => {
            over(unit, conversation, voice, with, decided, (*reason, &mut turn))?;
        }
    }
    turn.sequence = turn.sequence.or(voice.first);
    Ok(turn)
}

fn note(unit: &Unit<'_>, decided: &Decided) -> Turn {
    let nearest = decided.asked.candidates.first().copied();
    let (entry, p) = match &decided.act {
        Act::Answer(entry, p) => (Some(*entry), Some(*p)),
        Act::Two([(entry, p), _]) => (Some(*entry), Some(*p)),
        _ => (None, nearest.map(|(_, p)| p)),
    };
    let others = match &decided.act {
        Act::Two([_, other]) => vec![*other],
        Act::DidYouMean(offered) => offered.clone(),
        _ => decided.asked.candidates.iter().filter(|(id, _)| Some(*id) != entry).take(5).copied().collect(),
    };
    Turn {
        from: decided.due.from,
        through: decided.through,
        sequence: None,
        at: unit.now(),
        outcome: Outcome::Nothing,
        reason: None,
        entry,
        p,
        others,
        language: decided.locale.tag().to_owned(),
        known: Some(decided.asked.known),
        fields: None,
    }
}

/// The entry that answered last.
fn last_entry(unit: &Unit<'_>, id: ConversationId) -> Result<Option<i64>, Fault> {
    let turns = store::turns(unit.conn(), id, 10)?;
    Ok(turns.into_iter().find(|turn| matches!(turn.outcome, Outcome::Answer | Outcome::Two)).and_then(|turn| turn.entry))
}

fn small_talk(talk: SmallTalk, settings: &Settings, texts: Texts) -> String {
    let usual = match talk {
        SmallTalk::Greeting => return settings.line(Line::Greeting, texts.locale(), "bot.greeting").to_owned(),
        SmallTalk::Okay => "bot.okay",
        SmallTalk::Thanks => "bot.thanks",
        SmallTalk::Bye => "bot.bye",
        SmallTalk::HowAreYou => "bot.how_are_you",
        SmallTalk::WhoAreYou => "bot.who_are_you",
        SmallTalk::Praise => "bot.praise",
    };
    texts.get(usual).to_owned()
}

fn answer(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    voice: &mut Voice<'_>,
    with: &With<'_>,
    decided: &Decided,
    turn: &mut Turn,
) -> Result<(), Fault> {
    if let [entry] = decided.entries.as_slice()
        && let Some(task) = &entry.task
    {
        // What was said already is not asked for again.
        let mut told = Told::default();
        if let Some(text) = decided.summary.asked.last() {
            let slots = task.slots.iter().filter(|slot| slot.takes != Takes::Text);
            told.read(&slots.cloned().collect::<Vec<_>>(), text);
        }
        if told.is_complete(&task.slots) {
            return complete(unit, conversation, voice, with, decided, (entry, &told, turn));
        }
        turn.outcome = Outcome::Task;
        turn.fields = serde_json::to_string(&told).ok();
        let title = if entry.answer.trim().is_empty() { with.show.texts.get("bot.fill_in") } else { &entry.answer };
        voice.say(unit, conversation, &with.show.form(title, &told.missing(&task.slots)), true)?;
        return Ok(());
    }
    turn.outcome = if decided.entries.len() > 1 { Outcome::Two } else { Outcome::Answer };
    for entry in &decided.entries {
        for content in with.show.answer(entry) {
            voice.say(unit, conversation, &content, true)?;
        }
    }
    Ok(())
}

/// Goes on with a task, or ends it.
fn go_on(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    voice: &mut Voice<'_>,
    with: &With<'_>,
    decided: &Decided,
    (pending, turn): (Pending, &mut Turn),
) -> Result<(), Fault> {
    let found = decided.task.as_ref().zip(decided.entries.first());
    let Some(((id, told), entry)) = found else {
        return over(unit, conversation, voice, with, decided, (Reason::Task, turn));
    };
    let Some(task) = &entry.task else {
        return over(unit, conversation, voice, with, decided, (Reason::Task, turn));
    };
    if pending == Pending::Complete {
        return complete(unit, conversation, voice, with, decided, (entry, told, turn));
    }
    turn.outcome = Outcome::Task;
    turn.entry = Some(*id);
    turn.fields = serde_json::to_string(told).ok();
    let title = with.show.texts.get("bot.fill_in_again");
    voice.say(unit, conversation, &with.show.form(title, &told.missing(&task.slots)), true)?;
    Ok(())
}

/// All that a task asked for is there.
fn complete(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    voice: &mut Voice<'_>,
    with: &With<'_>,
    decided: &Decided,
    (entry, told, turn): (&Entry, &Told, &mut Turn),
) -> Result<(), Fault> {
    turn.entry = Some(entry.id);
    if entry.task.as_ref().is_none_or(|task| task.hands_over) {
        let mut decided = decided.clone();
        decided.summary.fields =
            told.values.iter().map(|(id, value)| (id.clone(), value.clone().into())).collect();
        return over(unit, conversation, voice, with, &decided, (Reason::Task, turn));
    }
    turn.outcome = Outcome::Answer;
    for content in with.show.answer(entry) {
        voice.say(unit, conversation, &content, true)?;
    }
    Ok(())
}

fn over(
    unit: &mut Unit<'_>,
    conversation: &mut Conversation,
    voice: &mut Voice<'_>,
    with: &With<'_>,
    decided: &Decided,
    (reason, turn): (Reason, &mut Turn),
) -> Result<(), Fault> {
    turn.outcome = Outcome::HandOver;
    turn.reason = Some(reason);
    turn.sequence = Some(hand_over(unit, conversation, (reason, &decided.summary), voice, with)?);
    Ok(())
}

//! An answer that a model writes out of published entries, for the bot and for agents. Without a model, or where it fails, there is none.

use rusqlite::Connection;

use super::words::language;
use crate::clock::Timestamp;
use crate::domain::faq::{EntryKind, store as entries};
use crate::fault::{Fault, Kind};
use crate::flows::Desk;
use crate::ids::FaqId;
use crate::model::{Grounded, PASSAGES_MAX, Passage, Unhelped};

/// Answers a question out of these entries, those that are published and hold on the channel. Verified whole; within the time that is
/// set; whoever asks hands over where there is none.
pub async fn help(
    desk: &Desk,
    question: &str,
    candidates: &[FaqId],
    channel: &str,
) -> Result<Grounded, Unhelped> {
    let Some(helper) = desk.helper.clone() else { return Err(Unhelped::Off) };
    let (wanted, asked, channel, now) =
        (candidates.to_vec(), question.to_owned(), channel.to_owned(), desk.clock.now());
    let read = desk.db.read(move |conn| passages(conn, &wanted, &asked, &channel, now)).await;
    let passages = read.map_err(|_| Unhelped::NothingToCite)?;
    let answer = helper.help(question, &passages, desk.entropy.number()).await;
    if let Err(unhelped) = &answer {
        tracing::info!(%unhelped, "the model did not help");
    }
    answer
}

fn passages(
    conn: &Connection,
    wanted: &[FaqId],
    question: &str,
    channel: &str,
    now: Timestamp,
) -> Result<Vec<Passage>, Fault> {
    let locale = language(question);
    let mut found = Vec::new();
    for id in wanted {
        let Some(entry) = entries::find(conn, *id)? else { continue };
        let facts = entry.facts();
        let asked = entry.document.texts.nearest(locale).map(|(_, words)| words.question.clone());
        let fits = facts.holds(now) && facts.is_on(channel) && facts.kind == EntryKind::Answer;
        if let (true, Some(question), Some((_, answer))) =
            (fits, asked, entry.document.answer(channel, locale))
        {
            found.push(Passage { entry: id.0, question, answer: answer.to_owned() });
        }
        if found.len() == PASSAGES_MAX {
            break;
        }
    }
    Ok(found)
}

/// No model is switched on.
#[must_use]
pub const fn model_off() -> Fault {
    Fault::new(Kind::RuleBroken, "model_off", "No model is switched on; see [model] in the settings.")
}

/// Nothing that stands up was written.
#[must_use]
pub const fn no_help() -> Fault {
    Fault::new(Kind::RuleBroken, "no_help", "No answer could be written from the FAQ. Write one yourself.")
}

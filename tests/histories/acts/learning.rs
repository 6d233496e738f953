//! What the FAQ lacks: questions, groups of them, what is decided, and suggestions.

use servicedesk::domain::faq::Document;
use servicedesk::domain::learning::outcome::Outcome;
use servicedesk::domain::learning::store::{self, Example, Gap};
use servicedesk::domain::learning::{GapKind, GapState, Used, origins};
use servicedesk::fault::Fault;
use servicedesk::flows::faq::Bounds;
use servicedesk::flows::faq::keep::{self, Wanted};
use servicedesk::flows::learning::{decide, suggest};
use servicedesk::ids::{AgentId, ConversationId, FaqId, GapId};
use servicedesk::storage::{Unit, follower};

use super::{any, owner};
use crate::random::Random;

const BOUNDS: Bounds = Bounds { entries: 100, phrasings: 1_000 };

/// A customer's message.
fn asked(unit: &Unit<'_>, dice: &mut Random) -> Result<(ConversationId, i64), Fault> {
    let id = super::any_conversation(unit, dice)?;
    let said = store::said(unit.conn(), id, 0, 50)?;
    let sequences: Vec<i64> = said.iter().map(|words| words.sequence).collect();
    Ok((id, *dice.pick(&sequences).ok_or_else(Fault::not_found)?))
}

fn document(dice: &mut Random) -> Document {
    let words = format!("question {}", dice.below(9));
    let texts = format!(r#"{{"en":{{"question":"{words}","answer":"yes"}}}}"#);
    Document { texts: serde_json::from_str(&texts).unwrap_or_default(), ..Document::default() }
}

pub fn ask(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (conversation, sequence) = asked(unit, dice)?;
    let gap = match any(unit, dice, "faq_gaps") {
        Ok(id) if !dice.once_in(3) => GapId(id),
        _ => {
            let gap = Gap::new(unit.mint(), GapKind::ALL[dice.below(3)], None, unit.now());
            store::save(unit.conn(), &gap)?;
            gap.id
        }
    };
    let example = Example {
        conversation,
        sequence,
        at: unit.now(),
        outcome: Outcome::ALL[dice.below(Outcome::ALL.len())],
        entry: None,
        p: 0.25,
        gap: Some(gap),
        answer: dice.once_in(2).then_some((sequence, sequence)),
    };
    store::put(unit.conn(), &example)?;
    let head = unit.head();
    Ok(follower::reach(unit, "learning", "epoch", head)?)
}

pub fn decide(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = owner(AgentId(any(unit, dice, "agents")?));
    let gap = GapId(any(unit, dice, "faq_gaps")?);
    match dice.below(8) {
        0 => decide::dismiss(unit, &who, gap).map(drop),
        1 => decide::later(unit, &who, gap).map(drop),
        2 => {
            let into = GapId(any(unit, dice, "faq_gaps")?);
            decide::merge(unit, &who, gap, into).map(drop)
        }
        3 => decide::restore(unit, &who, gap, BOUNDS).map(drop),
        4 => {
            let entry = FaqId(any(unit, dice, "faq_entries")?);
            decide::attach(unit, &who, gap, entry, &["another way".to_owned()], BOUNDS).map(drop)
        }
        _ => {
            let said = store::of_gap(unit.conn(), gap, None, 1)?;
            let wanted = document(dice);
            let entry = decide::approve(unit, &who, gap, (None, |_: Document| Ok(wanted)), &[], BOUNDS)?;
            for one in said {
                origins::put_source(unit.conn(), entry.id, "question1", (one.conversation, one.sequence))?;
            }
            Ok(())
        }
    }
}

pub fn suggest(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = owner(AgentId(any(unit, dice, "agents")?));
    let entry = match any(unit, dice, "faq_entries") {
        Ok(id) => FaqId(id),
        Err(_) => keep::add(unit, &who, document(dice), &Wanted::default(), BOUNDS)?.id,
    };
    let place = asked(unit, dice)?;
    suggest::note_use(unit, &who, place, entry, Used::ALL[dice.below(Used::ALL.len())])
}

pub fn freshen(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (conn, now) = (unit.conn(), unit.now());
    store::bring_back(conn, now)?;
    store::remove_empty(conn, 3)?;
    if dice.once_in(3) {
        store::prune(conn, now, dice.below(20), 5)?;
    }
    if let (Ok((conversation, sequence)), Ok(gap)) = (asked(unit, dice), any(unit, dice, "faq_gaps")) {
        if dice.once_in(4) {
            store::remove(conn, conversation, sequence)?;
        } else {
            store::move_some(conn, &[(conversation, sequence)], GapId(gap))?;
        }
    }
    if let Ok(gap) = any(unit, dice, "faq_gaps") {
        let found = store::find(conn, GapId(gap))?.filter(|gap| gap.state == GapState::Open);
        if let Some(gap) = found {
            store::save(conn, &Gap { updated_at: now, ..gap })?;
        }
    }
    Ok(store::freshened(conn, now)?)
}

//! What a merged conversation brings along: drafts, messages for later, labels, followers and links, and how they come back. Drafts move; the rest stays
//! with the source as well, which shows how it was and tells nobody anything any more.

use crate::domain::access::store as agents;
use crate::domain::conversations::drafts::{self, Draft};
use crate::domain::conversations::kind::Kind;
use crate::domain::conversations::labels::{self, Given};
use crate::domain::conversations::merges::{self, Move, What};
use crate::domain::conversations::scheduled;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::flows::conversations::label::{LABELS_MAX, put};
use crate::flows::tickets::merged;
use crate::ids::{AgentId, ConversationId};
use crate::storage::Unit;
use crate::text;

/// What stands between two drafts that became one.
const BETWEEN: &str = "\n\n";

/// Gives the target what the source has.
pub(super) fn hand_over(
    unit: &mut Unit<'_>,
    caller: &Caller,
    source: ConversationId,
    target: ConversationId,
) -> Result<(), Fault> {
    hand_over_drafts(unit, source, target)?;
    scheduled::move_on(unit.conn(), source, target)?;
    hand_over_labels(unit, caller, source, target)?;
    for id in [source, target] {
        if append::conversation_of(unit, id)?.kind() != Kind::Ticket {
            return Ok(());
        }
    }
    merged::hand_over_followers(unit, caller, source, target)?;
    merged::hand_over_links(unit, caller, source, target)
}

/// Takes back what the target got, as far as it is still as it was.
pub(super) fn bring_back(
    unit: &mut Unit<'_>,
    caller: &Caller,
    source: ConversationId,
    target: ConversationId,
) -> Result<(), Fault> {
    scheduled::move_back(unit.conn(), source, target)?;
    let moves = merges::moves(unit.conn(), source)?;
    for one in &moves {
        match one.what {
            What::Reply | What::Note => bring_back_draft(unit, source, target, one)?,
            What::Link => merged::bring_back_link(unit, caller, target, ConversationId(one.number))?,
            What::Follower | What::Label => {}
        }
    }
    bring_back_labels(unit, caller, target, &moves)?;
    merged::bring_back_followers(unit, caller, target, &moves)
}

/// Drafts follow to where the words will go, but for those of agents who may not read there. Of two drafts nothing is lost.
fn hand_over_drafts(unit: &Unit<'_>, source: ConversationId, target: ConversationId) -> Result<(), Fault> {
    for (agent, draft) in drafts::of_conversation(unit.conn(), source)? {
        if !reads(unit, agent, target)? {
            continue;
        }
        let there = drafts::find(unit.conn(), agent, target, draft.note)?;
        let words =
            there.map_or_else(|| draft.text.clone(), |there| [&there.text, BETWEEN, &draft.text].concat());
        keep(unit, agent, target, draft.note, words)?;
        drafts::remove(unit.conn(), agent, source, draft.note)?;
        let what = if draft.note { What::Note } else { What::Reply };
        merges::note_move(unit.conn(), source, &Move { what, number: agent.0, text: draft.text })?;
    }
    Ok(())
}

/// A draft goes back as long as its words stand in the target as they came; what was changed or sent since stays there.
fn bring_back_draft(
    unit: &Unit<'_>,
    source: ConversationId,
    target: ConversationId,
    one: &Move,
) -> Result<(), Fault> {
    let (agent, note) = (AgentId(one.number), one.what == What::Note);
    let there = drafts::find(unit.conn(), agent, target, note)?;
    let Some(left) = there.as_ref().and_then(|there| there.text.strip_suffix(&one.text)) else {
        return Ok(());
    };
    if left.is_empty() {
        drafts::remove(unit.conn(), agent, target, note)?;
    } else {
        keep(unit, agent, target, note, left.strip_suffix(BETWEEN).unwrap_or(left).to_owned())?;
    }
    if drafts::find(unit.conn(), agent, source, note)?.is_none() {
        keep(unit, agent, source, note, one.text.clone())?;
    }
    Ok(())
}

fn keep(
    unit: &Unit<'_>,
    agent: AgentId,
    conversation: ConversationId,
    note: bool,
    text: String,
) -> Result<(), Fault> {
    let draft = Draft { conversation, note, text, updated_at: unit.now() };
    Ok(drafts::keep(unit.conn(), agent, &draft)?)
}

/// Whether an agent may read a conversation.
fn reads(unit: &Unit<'_>, agent: AgentId, id: ConversationId) -> Result<bool, Fault> {
    let Some(agent) = agents::find(unit.conn(), agent)? else { return Ok(false) };
    let conversation = append::conversation_of(unit, id)?;
    Ok(Caller::of(&agent).reaches(unit.conn(), &conversation).is_ok())
}

/// Labels of the team that the target lacks, as many as there is room for.
fn hand_over_labels(
    unit: &mut Unit<'_>,
    caller: &Caller,
    source: ConversationId,
    target: ConversationId,
) -> Result<(), Fault> {
    let mut given = labels::given(unit.conn(), target)?;
    let had = given.len();
    for label in labels::given(unit.conn(), source)?.into_iter().filter(|one| one.by_team) {
        let team = given.iter().filter(|one| one.by_team);
        let is_there = team.clone().any(|one| text::alike(&one.label) == text::alike(&label.label));
        if is_there || team.count() >= LABELS_MAX {
            continue;
        }
        let text = label.label.clone();
        merges::note_move(unit.conn(), source, &Move { what: What::Label, number: 0, text })?;
        given.push(label);
    }
    if given.len() > had {
        put(unit, caller, append::conversation_of(unit, target)?, &given)?;
    }
    Ok(())
}

fn bring_back_labels(
    unit: &mut Unit<'_>,
    caller: &Caller,
    target: ConversationId,
    moves: &[Move],
) -> Result<(), Fault> {
    let came = |given: &Given| {
        given.by_team && moves.iter().any(|one| one.what == What::Label && one.text == given.label)
    };
    let given = labels::given(unit.conn(), target)?;
    let left: Vec<Given> = given.iter().filter(|given| !came(given)).cloned().collect();
    if left.len() < given.len() {
        put(unit, caller, append::conversation_of(unit, target)?, &left)?;
    }
    Ok(())
}

//! Labelling a conversation: the team's labels and those that the shop's page gave stand beside each other, and a page neither
//! sees nor touches those of the team.

use serde_json::json;

use crate::domain::access::rights::Right;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::labels::{self, Given, clean_name};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::append::{self, Appended};
use crate::flows::conversations::label_catalogue;
use crate::ids::ConversationId;
use crate::storage::Unit;
use crate::text;

/// Most labels that the team gives one conversation, and again as many that a page gives.
pub const LABELS_MAX: usize = 20;

/// Replaces the labels of a conversation for the team; order stays as given, what looks alike counts once. What a page gave
/// and the team leaves stays the page's; new names join the catalogue.
pub fn label(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    labels: &[String],
) -> Result<Appended, Fault> {
    caller.may(Right::Label)?;
    let conversation = append::within(unit, caller, id)?;
    let had = labels::given(unit.conn(), id)?;
    let wanted = spelled(unit, &had, cleaned(labels)?)?;
    let mut given = Vec::new();
    for label in wanted {
        let by = |by_team| had.iter().any(|had| had.by_team == by_team && had.label == label);
        if by(false) {
            given.push(Given { label: label.clone(), by_team: false });
        }
        if by(true) || !by(false) {
            given.push(Given { label, by_team: true });
        }
    }
    let team: Vec<String> = of(&given, true).collect();
    bounded(team.len())?;
    label_catalogue::add_unknown(unit, caller, &team)?;
    put(unit, caller, conversation, &given)
}

/// Adds and removes labels for the shop's page; `None` where nothing of the page's own changes. What the team gave is as if it
/// were not there.
pub fn label_for_page(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    (add, remove): (&[String], &[String]),
) -> Result<Option<Appended>, Fault> {
    caller.as_visitor()?;
    let conversation = append::within(unit, caller, id)?;
    let had = labels::given(unit.conn(), id)?;
    let before: Vec<String> = of(&had, false).collect();
    let gone: Vec<String> = remove.iter().map(|label| text::alike(&text::line(label))).collect();
    let mut page: Vec<String> =
        before.iter().filter(|label| !gone.contains(&text::alike(label))).cloned().collect();
    let own: Vec<Given> = had.iter().filter(|given| !given.by_team).cloned().collect();
    for label in spelled(unit, &own, cleaned(add)?)? {
        if !page.iter().any(|there| text::alike(there) == text::alike(&label)) {
            page.push(label);
        }
    }
    bounded(page.len())?;
    if page == before {
        return Ok(None);
    }
    let mut given: Vec<Given> =
        had.into_iter().filter(|given| given.by_team || page.contains(&given.label)).collect();
    let new = page.into_iter().filter(|label| !before.contains(label));
    given.extend(new.map(|label| Given { label, by_team: false }));
    put(unit, caller, conversation, &given).map(Some)
}

fn of(given: &[Given], by_team: bool) -> impl Iterator<Item = String> + '_ {
    given.iter().filter(move |given| given.by_team == by_team).map(|given| given.label.clone())
}

/// Gives a conversation these labels and enters it.
pub(super) fn put(
    unit: &mut Unit<'_>,
    caller: &Caller,
    mut conversation: Conversation,
    given: &[Given],
) -> Result<Appended, Fault> {
    let id = conversation.id();
    labels::give(unit.conn(), id, given)?;
    // Promises depend on what the team gave; readers are shown all of them.
    let team: Vec<String> = of(given, true).collect();
    let detail = json!({ "labels": labels::of_conversation(unit.conn(), id)?, "team": team });
    let steps = conversation.label(append::moment(unit, caller.actor));
    append::finish(unit, &conversation, &steps, Some(&detail))
}

/// Labels as stored: one line each, without duplicates that look alike.
pub(in crate::flows) fn cleaned(labels: &[String]) -> Result<Vec<String>, Fault> {
    let mut cleaned: Vec<String> = Vec::new();
    for label in labels {
        let label = clean_name("labels", label)?;
        if !cleaned.iter().any(|there| text::alike(there) == text::alike(&label)) {
            cleaned.push(label);
        }
    }
    // Both givers' labels are in what a workbench sends back.
    if cleaned.len() > 2 * LABELS_MAX {
        return Err(too_many());
    }
    Ok(cleaned)
}

/// The names in the spelling that exists already: on the conversation, or in the catalogue.
pub(super) fn spelled(unit: &Unit<'_>, had: &[Given], names: Vec<String>) -> Result<Vec<String>, Fault> {
    let known = |name: String| {
        if let Some(there) = had.iter().find(|there| text::alike(&there.label) == text::alike(&name)) {
            return Ok(there.label.clone());
        }
        Ok(labels::named(unit.conn(), &name)?.map_or(name, |(_, known)| known))
    };
    names.into_iter().map(known).collect()
}

fn bounded(count: usize) -> Result<(), Fault> {
    if count > LABELS_MAX { Err(too_many()) } else { Ok(()) }
}

fn too_many() -> Fault {
    Fault::invalid("labels", format!("Use at most {LABELS_MAX} labels."))
}

//! Labelling a conversation.

use serde_json::json;

use crate::domain::conversations::{labels::clean_name, store};
use crate::events::{Actor, ActorKind, EventKind};
use crate::fault::Fault;
use crate::flows::append::{self, Appended};
use crate::flows::label_catalogue;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Most labels of one conversation.
pub const LABELS_MAX: usize = 20;

/// Replaces the labels of a conversation; order stays as given, repeats count once. Names that an agent gives join the
/// catalogue; those of a shop's page do not.
pub fn label(
    unit: &mut Unit<'_>,
    id: ConversationId,
    labels: &[String],
    actor: Actor,
) -> Result<Appended, Fault> {
    let labels = cleaned(labels)?;
    let mut head = append::head_of(unit, id)?;
    store::set_labels(unit.conn(), id, &labels)?;
    if actor.kind == ActorKind::Agent {
        label_catalogue::add_unknown(unit, &labels)?;
    }
    let detail = json!({ "labels": labels });
    let position = append::entry(unit, &mut head, EventKind::Labelled, actor, (0, 0), Some(&detail))?;
    append::finish(unit, &head, position)
}

/// Labels as they are kept: trimmed, each once, not too many.
pub(super) fn cleaned(labels: &[String]) -> Result<Vec<String>, Fault> {
    let mut cleaned: Vec<String> = Vec::new();
    for label in labels {
        let label = clean_name("labels", label)?;
        if !cleaned.contains(&label) {
            cleaned.push(label);
        }
    }
    if cleaned.len() > LABELS_MAX {
        return Err(Fault::invalid("labels", format!("Use at most {LABELS_MAX} labels.")));
    }
    Ok(cleaned)
}

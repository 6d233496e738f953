//! Labelling a conversation.

use serde_json::json;

use crate::domain::conversations::store;
use crate::events::{Actor, EventKind};
use crate::fault::Fault;
use crate::flows::append::{self, Appended};
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Most labels of one conversation.
pub const LABELS_MAX: usize = 20;
/// Longest label, in characters.
pub const LABEL_CHARS: usize = 40;

/// Replaces the labels of a conversation; order stays as given, repeats count once.
pub fn label(
    unit: &mut Unit<'_>,
    id: ConversationId,
    labels: &[String],
    actor: Actor,
) -> Result<Appended, Fault> {
    let labels = cleaned(labels)?;
    let mut head = append::head_of(unit, id)?;
    store::set_labels(unit.conn(), id, &labels)?;
    let detail = json!({ "labels": labels });
    let position = append::entry(unit, &mut head, EventKind::Labelled, actor, (0, 0), Some(&detail))?;
    append::finish(unit, &head, position)
}

fn cleaned(labels: &[String]) -> Result<Vec<String>, Fault> {
    let mut cleaned: Vec<String> = Vec::new();
    for label in labels {
        let label = label.trim();
        if label.is_empty() || label.chars().count() > LABEL_CHARS || label.chars().any(char::is_control) {
            return Err(Fault::invalid(
                "labels",
                format!("A label has 1 to {LABEL_CHARS} printable characters."),
            ));
        }
        if !cleaned.iter().any(|known| known == label) {
            cleaned.push(label.to_owned());
        }
    }
    if cleaned.len() > LABELS_MAX {
        return Err(Fault::invalid("labels", format!("Use at most {LABELS_MAX} labels.")));
    }
    Ok(cleaned)
}

//! Forgetting in summaries of hand-overs, and in what tasks were told, what a customer took back or changed.

use rusqlite::params;
use serde_json::Value;

use super::read::ASKED_CHARS;
use crate::domain::bot::store;
use crate::domain::conversations::content;
use crate::events::EventKind;
use crate::fault::Fault;
use crate::ids::ConversationId;
use crate::storage::Unit;

/// Takes the words of stored content out of everything that the bot kept of a conversation.
pub fn forget_words(unit: &Unit<'_>, id: ConversationId, stored: &str) -> Result<(), Fault> {
    let words = content::words(stored);
    store::forget_fields(unit.conn(), id)?;
    let details: Vec<(i64, String)> = unit
        .conn()
        .prepare_cached(
            "SELECT d.log_position, d.detail FROM event_log e JOIN entry_details d ON d.log_position = e.log_position
              WHERE e.conversation_id = ?1 AND e.sequence > 0 AND e.kind = ?2",
        )?
        .query_map(params![id, EventKind::StateChanged as i64], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (position, detail) in details {
        if let Some(without) = without(&detail, &words) {
            unit.conn().write(
                "UPDATE entry_details SET detail = ?2 WHERE log_position = ?1",
                params![position, without],
            )?;
        }
    }
    Ok(())
}

/// A summary without these words; `None` where they are not in it.
fn without(detail: &str, words: &str) -> Option<String> {
    let mut detail: Value = serde_json::from_str(detail).ok()?;
    let before = detail.clone();
    let cut: String = words.chars().take(ASKED_CHARS).collect();
    let summary = detail.get_mut("summary")?;
    if let Some(asked) = summary.get_mut("asked").and_then(Value::as_array_mut) {
        asked.retain(|said| said.as_str() != Some(&cut));
    }
    if let Some(fields) = summary.get_mut("fields").and_then(Value::as_object_mut) {
        let lower = words.to_lowercase();
        fields.retain(|_, value| !value.as_str().is_some_and(|value| lower.contains(&value.to_lowercase())));
    }
    (detail != before).then(|| detail.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_taken_back_stands_in_no_summary() {
        let detail = json!({ "reason": "task", "summary": {
            "asked": ["查订单", "单号 a1234567"], "fields": { "order": "A1234567", "why": "太大" }, "shown": [], "tried": 2,
        }});
        let kept: Value =
            serde_json::from_str(&without(&detail.to_string(), "单号 a1234567").unwrap()).unwrap();
        assert_eq!(kept["summary"]["asked"], json!(["查订单"]));
        assert_eq!(kept["summary"]["fields"], json!({ "why": "太大" }));
        assert_eq!(without(&detail.to_string(), "什么"), None);
        assert_eq!(without(r#"{"name":"小助手"}"#, "小助手"), None);
    }
}

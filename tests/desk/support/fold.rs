//! What the log alone tells of where every conversation stands.

use std::collections::BTreeMap;

use servicedesk::domain::conversations::conversation::{Conversation, Moment};
use servicedesk::domain::conversations::store;
use servicedesk::events::{ConversationEvent, Event};
use servicedesk::ids::ConversationId;
use servicedesk::storage::event_log;

use super::TestDesk;

/// Holds the rows of all conversations against the log; how many there are.
pub async fn the_log_tells_where_all_stand(desk: &TestDesk) -> usize {
    let (events, told) = desk
        .inside()
        .db
        .read(|conn| {
            let events = event_log::after(conn, 0, i64::MAX, usize::MAX >> 1)?;
            let mut told: BTreeMap<ConversationId, Option<Conversation>> = BTreeMap::new();
            let mut ids = conn.prepare("SELECT id FROM conversations")?;
            for id in ids.query_map([], |row| row.get(0))? {
                let id = id?;
                told.insert(id, store::find(conn, id)?);
            }
            Ok((events, told))
        })
        .await
        .unwrap();
    let mut folded: BTreeMap<ConversationId, Conversation> = BTreeMap::new();
    for logged in &events {
        let Event::Conversation(id, event) = logged.record.event else { continue };
        let moment = Moment { actor: logged.record.actor, at: logged.at };
        match event {
            ConversationEvent::Opened { contact, visitor } => {
                folded.insert(id, Conversation::opened(id, contact, visitor));
            }
            ConversationEvent::Erased => drop(folded.remove(&id)),
            _ => {
                let there =
                    folded.get_mut(&id).unwrap_or_else(|| panic!("{id} was never opened: {logged:?}"));
                there.apply(&event, logged.record.sequence, moment);
            }
        }
        if let Some(cause) = logged.record.cause {
            let caused =
                events.iter().find(|one| one.position == cause).expect("the cause stands in the log");
            assert_eq!(caused.record.event.conversation(), Some(id));
            assert!(caused.record.sequence.is_some() && logged.record.sequence.is_none());
        }
    }
    let folded: BTreeMap<ConversationId, Option<Conversation>> =
        folded.into_iter().map(|(id, conversation)| (id, Some(conversation))).collect();
    assert_eq!(folded, told);
    folded.len()
}

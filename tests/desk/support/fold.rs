//! What the log alone tells of where every conversation stands.

use std::collections::BTreeMap;

use servicedesk::domain::conversations::conversation::{Conversation, Moment};
use servicedesk::domain::conversations::store;
use servicedesk::domain::tickets::store as tickets;
use servicedesk::domain::tickets::ticket::Ticket;
use servicedesk::events::{ConversationEvent, Event, Logged};
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
    tickets_are_their_changes(desk, &events).await;
    folded.len()
}

/// Holds the rows of all tickets against what changed about them, entry by entry, and what lists read against the rows.
async fn tickets_are_their_changes(desk: &TestDesk, events: &[Logged]) {
    let told = desk.inside().db.read(|conn| {
        let mut told = Vec::new();
        let mut ids = conn.prepare(
            "SELECT conversation_id, c.ticket_number = t.number AND c.ticket_status_id = t.status_id
                    AND c.ticket_category = s.category AND c.ticket_type_id IS t.type_id AND c.ticket_due_at IS t.due_at
               FROM tickets t JOIN conversations c ON c.id = t.conversation_id JOIN ticket_statuses s ON s.id = t.status_id",
        )?;
        for row in ids.query_map([], |row| Ok((row.get(0)?, row.get::<_, bool>(1)?)))? {
            let (id, is_mirrored) = row?;
            assert!(is_mirrored, "lists read something else of {id}");
            told.push((tickets::find(conn, id)?.expect("a ticket"), tickets::changes(conn, id)?));
        }
        Ok(told)
    });
    for (ticket, changes) in told.await.unwrap() {
        let mut folded: Option<Ticket> = None;
        for logged in events {
            let (Event::Conversation(id, event), Some(sequence)) =
                (logged.record.event, logged.record.sequence)
            else {
                continue;
            };
            if id != ticket.id {
                continue;
            }
            if let ConversationEvent::Ticket { number } = event {
                folded = Some(Ticket::begun(id, number, logged.at));
            }
            if let (Some(folded), Some(changes)) = (&mut folded, changes.get(&sequence)) {
                folded.apply(changes, logged.at);
            }
        }
        assert_eq!(folded, Some(ticket));
    }
}

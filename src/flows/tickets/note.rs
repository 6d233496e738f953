//! Noting what changed about a ticket under the entry that tells it, and storing the ticket that it leads to.

use crate::domain::conversations::conversation::Step;
use crate::domain::tickets::changes::Change;
use crate::domain::tickets::store;
use crate::domain::tickets::ticket::Ticket;
use crate::events::ConversationEvent;
use crate::fault::Fault;
use crate::flows::search::keep as search;
use crate::storage::Unit;

/// Notes changes under the entry of theirs among `steps`, and stores the ticket that they lead to.
pub fn note(unit: &Unit<'_>, ticket: &mut Ticket, steps: &[Step], changes: &[Change]) -> Result<(), Fault> {
    let of_ticket = |step: &&Step| {
        matches!(step.event, ConversationEvent::Ticket { .. } | ConversationEvent::TicketChanged { .. })
    };
    let sequence = steps.iter().find(of_ticket).and_then(|step| step.sequence);
    let sequence = sequence.ok_or_else(|| Fault::internal("changes of a ticket without an entry"))?;
    store::note_changes(unit.conn(), ticket.id, sequence, changes)?;
    ticket.apply(changes, unit.now());
    store::save(unit.conn(), ticket)?;
    search::ticket_changed(unit, ticket.id)
}

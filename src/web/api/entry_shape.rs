//! How entries look, for whoever reads the description: `im/entry_frame.rs` writes them, `docs/protocol.md` has each kind.

use utoipa::ToSchema;

use crate::im::conversation_row::SenderRow;

/// What happened in a conversation, as the socket tells it.
#[derive(ToSchema)]
#[schema(as = Entry)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(
    dead_code,
    clippy::large_enum_variant,
    reason = "describes what another room writes; there never is one"
)]
pub(super) enum EntryShape {
    /// Somebody wrote.
    Message {
        #[schema(example = "c_01jb7q2m4k9zz")]
        conversation_id: String,
        sequence: i64,
        log_position: i64,
        #[schema(example = "m_01jb7q2m4k9zz_12")]
        message_id: String,
        client_message_id: Option<String>,
        sender: SenderRow,
        /// Only for the team.
        note: bool,
        sent_at: String,
        edited_at: Option<String>,
        /// As in messages; null once recalled.
        #[schema(value_type = Option<Object>)]
        content: Option<()>,
    },
    /// Anything else; which fields there are depends on its kind.
    Entry {
        #[schema(example = "c_01jb7q2m4k9zz")]
        conversation_id: String,
        sequence: i64,
        log_position: i64,
        /// `edited`, `recalled`, `assigned`, `unassigned`, `transferred`, `state`, `rated`, `labels`, `contact_changed`,
        /// `team`, `priority`, `clock`, `no_answer_needed`, `ticket`, `ticket_changed`, `merged`, `unmerged`, `linked` or `hidden`.
        #[schema(example = "assigned")]
        kind: String,
        at: Option<String>,
        by: Option<SenderRow>,
        agent_id: Option<String>,
        agent_name: Option<String>,
        /// Why, in the shop's language; of the bot's hand-overs a code.
        reason: Option<String>,
        /// What was asked, shown and told before the bot handed over.
        #[schema(value_type = Option<Object>)]
        summary: Option<()>,
        /// The same for programs: `code`, and the numbers that it names.
        #[schema(value_type = Option<Object>)]
        why: Option<()>,
        team_id: Option<String>,
        team_name: Option<String>,
        priority: Option<String>,
        clock: Option<String>,
        alarm: Option<String>,
        due_at: Option<String>,
        /// Whom an alarm calls: agents' ids.
        calls: Option<Vec<String>>,
        note: Option<String>,
        state: Option<String>,
        until: Option<String>,
        score: Option<i64>,
        comment: Option<String>,
        labels: Option<Vec<String>>,
        contact_id: Option<String>,
        /// Of a new ticket.
        number: Option<i64>,
        title: Option<String>,
        #[schema(value_type = Option<Object>)]
        status: Option<()>,
        #[schema(value_type = Option<Object>)]
        ticket_type: Option<()>,
        #[schema(value_type = Option<Object>)]
        source: Option<()>,
        /// What changed about a ticket: `field`, `from` and `to`.
        #[schema(value_type = Option<Vec<Object>>)]
        changes: Option<()>,
        /// The conversation in which it goes on, or went on.
        into: Option<String>,
        /// What it was linked with, and how: `related`, `duplicate`, `parent`, `child`; `merged` and `unmerged` for what goes on here,
        /// or no longer does; `split` for what was split off, `source` for what this was split off.
        other: Option<String>,
        link: Option<String>,
        /// With `source`: messages of the other one that are shown here.
        sequences: Option<Vec<i64>>,
        message_id: Option<String>,
        message_sequence: Option<i64>,
        #[schema(value_type = Option<Object>)]
        content: Option<()>,
    },
}

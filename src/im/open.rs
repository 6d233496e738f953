//! Opening a link: who it is, how it goes on, and from which position its mailbox is complete.

use std::time::Duration;

use rusqlite::Connection;

use super::frames::{ConversationState, Resumed};
use super::hub::{Hub, Registered};
use super::protocol::{Hello, Resume};
use super::requests::Opened;
use crate::clock::Timestamp;
use crate::domain::conversations::progress;
use crate::domain::conversations::replay::{self, Missed};
use crate::domain::conversations::store::{self, Head};
use crate::events::{ActorKind, LogPosition};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::authenticate::{Viewer, authenticate};
use crate::ids::ConversationId;

/// Conversations a visitor gets with `fresh` and `reload`.
const NEWEST: usize = 50;

/// Authenticates, registers, and only then looks at the log: whatever comes after is in the mailbox.
pub(super) async fn open(desk: &Desk, hub: &Hub, hello: Hello) -> Result<(Opened, Registered), Fault> {
    let key = desk.db.meta().token_key;
    let now = desk.clock.now();
    let token = hello.session_token;
    let again = token.clone();
    let viewer = desk.db.read(move |conn| authenticate(conn, &key, &token, now)).await?;
    let replaces = hello.previous_session_id.and_then(|id| id.parse().ok());
    let registered = hub.register(&viewer, replaces);
    let (link, tail) = (registered.id, registered.tail);
    let epoch = desk.db.meta().log_epoch.clone();
    let (most, oldest) = (hub.limits.replay_entries, hub.limits.replay_age);
    let resume = hello.resume;
    let looked_up = desk
        .db
        .read(move |conn| {
            // Once more: what was revoked before the registration was not put into the mailbox.
            let viewer = authenticate(conn, &key, &again, now)?;
            let plan = plan(conn, &viewer, &resume, &epoch, tail, most, oldest, now)?;
            Ok((viewer, plan))
        })
        .await;
    match looked_up {
        Ok((viewer, plan)) => {
            let opened = Opened {
                link,
                viewer,
                resumed: plan.resumed,
                head: plan.head,
                tail,
                cursor: plan.cursor,
                missed: plan.missed,
                conversations: plan.conversations,
            };
            Ok((opened, registered))
        }
        Err(fault) => {
            hub.unregister(link);
            Err(fault)
        }
    }
}

struct Plan {
    resumed: Resumed,
    head: LogPosition,
    cursor: LogPosition,
    missed: Vec<LogPosition>,
    conversations: Vec<ConversationState>,
}

#[expect(clippy::too_many_arguments, reason = "the facts a resume is decided from, each named once")]
fn plan(
    conn: &Connection,
    viewer: &Viewer,
    resume: &Resume,
    epoch: &str,
    tail: LogPosition,
    most: usize,
    oldest: Duration,
    now: Timestamp,
) -> Result<Plan, Fault> {
    let reach = viewer.reach();
    // A cursor below the last change of rights reloads, so what a client starts from must not be below it.
    let head = replay::head_of(conn, reach, tail)?.max(viewer.rights_position());
    if let Resume::From { log_epoch, log_position } = resume
        && log_epoch == epoch
        && *log_position <= tail.max(head)
        && *log_position >= viewer.rights_position()
    {
        let missed = replay::missed(conn, reach, *log_position, tail, most)?;
        if is_replayable(&missed, oldest, now) {
            let changed = changed_since(conn, viewer, *log_position, &missed.positions, most)?;
            return Ok(Plan {
                resumed: Resumed::Replaying,
                head: head.max(*log_position),
                cursor: *log_position,
                missed: missed.positions,
                conversations: states(conn, viewer, &changed)?,
            });
        }
    }
    let resumed = if matches!(resume, Resume::From { .. }) { Resumed::Reload } else { Resumed::Fresh };
    let newest = match reach {
        Some(reach) => store::newest(conn, reach, NEWEST)?,
        None => Vec::new(),
    };
    Ok(Plan {
        resumed,
        head,
        cursor: tail,
        missed: Vec::new(),
        conversations: states(conn, viewer, &newest)?,
    })
}

fn is_replayable(missed: &Missed, oldest: Duration, now: Timestamp) -> bool {
    !missed.more && missed.first_at.is_none_or(|at| at >= now.minus(oldest))
}

/// The conversations with new entries or marks since `position`.
fn changed_since(
    conn: &Connection,
    viewer: &Viewer,
    position: LogPosition,
    missed: &[LogPosition],
    most: usize,
) -> Result<Vec<Head>, Fault> {
    let mut ids: Vec<ConversationId> = progress::moved_since(conn, position, most)?;
    ids.extend(replay::conversations_at(conn, missed)?);
    ids.sort_unstable();
    ids.dedup();
    let reach = viewer.reach();
    let mut heads = Vec::new();
    // Ids grow with time: newest first.
    for id in ids.into_iter().rev() {
        let head = store::find(conn, id)?;
        heads.extend(head.filter(|head| reach.is_none_or(|reach| reach.covers(head.contact, head.visitor))));
    }
    Ok(heads)
}

fn states(conn: &Connection, viewer: &Viewer, heads: &[Head]) -> Result<Vec<ConversationState>, Fault> {
    let actor = viewer.actor();
    let person = match viewer {
        Viewer::Visitor { contact, verified: true, .. } => Some(*contact),
        _ => None,
    };
    let mut states = Vec::with_capacity(heads.len());
    for head in heads {
        let marks = progress::both(conn, head.id, actor, person)?;
        let state =
            if actor.kind == ActorKind::Visitor { head.state.shown_to_visitors() } else { head.state };
        states.push(ConversationState {
            conversation_id: head.id,
            state,
            last_sequence: head.last_sequence,
            mine: marks.mine,
            theirs: marks.theirs,
        });
    }
    Ok(states)
}

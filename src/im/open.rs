//! Opening a link: who it is, how it goes on, and from which position its mailbox is complete.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

use super::frames::{ConversationState, Resumed};
use super::hub::{Entry, Hub};
use super::protocol::{Hello, Resume};
use super::requests::Opened;
use crate::clock::Timestamp;
use crate::domain::access::teams;
use crate::domain::conversations::audience::Audience;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::read_marks;
use crate::domain::conversations::replay::{self, Missed};
use crate::domain::conversations::scope::Scope;
use crate::domain::conversations::store;
use crate::events::{ActorKind, LogPosition};
use crate::fault::Fault;
use crate::flows::access::authenticate::{Viewer, authenticate};
use crate::flows::tickets::customers_view;
use crate::flows::{Caller, Desk};
use crate::ids::ConversationId;

/// Conversations a visitor gets with `fresh` and `reload`.
const NEWEST: usize = 50;

/// Times a link is looked up anew when the viewer's rights change in between.
const TRIES: usize = 3;

/// Authenticates, registers, and only then reads the log: whatever comes after is in the mailbox.
pub(super) async fn open(desk: &Desk, hub: &Arc<Hub>, hello: Hello) -> Result<(Opened, Entry), Fault> {
    let replaces = hello.previous_session_id.as_deref().and_then(|id| id.parse().ok());
    for _ in 0..TRIES {
        let viewer = look_up(desk, &hello.session_token).await?;
        let entry = hub.register(&viewer, replaces);
        let tail = entry.tail;
        let (key, now) = (desk.db.meta().token_key, desk.clock.now());
        let (token, resume) = (hello.session_token.clone(), hello.resume.clone());
        let bounds = Bounds {
            epoch: desk.db.meta().log_epoch.clone(),
            most: hub.limits.replay_entries,
            oldest: hub.limits.replay_age,
        };
        let looked_up = desk.db.read(move |conn| {
            // Once more: what was revoked before the registration was not put into the mailbox.
            let viewer = authenticate(conn, &key, &token, now)?;
            let plan = plan(conn, &viewer, &resume, &bounds, tail, now)?;
            let slot = team_slot(conn, &viewer)?;
            Ok((viewer, plan, slot))
        });
        let (now_viewer, plan, slot) = looked_up.await?;
        // The mailbox is filled by the rights it was registered with.
        if now_viewer.caller() == viewer.caller() {
            entry.registered.link().begin_with(slot);
            let opened = Opened {
                link: entry.registered.link().id,
                viewer: now_viewer,
                resumed: plan.resumed,
                head: plan.head,
                tail,
                cursor: plan.cursor,
                missed: plan.missed,
                conversations: plan.conversations,
            };
            return Ok((opened, entry));
        }
    }
    Err(Fault::unavailable("overloaded"))
}

/// The slot of the team that has a visitor's conversation.
fn team_slot(conn: &Connection, viewer: &Viewer) -> Result<Option<i64>, Fault> {
    let scope = viewer.caller().scope;
    if scope.audience() == Audience::Agents {
        return Ok(None);
    }
    let team = store::newest_open(conn, scope)?.and_then(|conversation| conversation.team());
    Ok(team.map(|team| teams::find(conn, team)).transpose()?.flatten().map(|team| team.slot))
}

async fn look_up(desk: &Desk, token: &str) -> Result<Viewer, Fault> {
    let (key, now, token) = (desk.db.meta().token_key, desk.clock.now(), token.to_owned());
    desk.db.read(move |conn| authenticate(conn, &key, &token, now)).await
}

/// What a resume is measured by.
struct Bounds {
    epoch: String,
    most: usize,
    oldest: Duration,
}

struct Plan {
    resumed: Resumed,
    head: LogPosition,
    cursor: LogPosition,
    missed: Vec<LogPosition>,
    conversations: Vec<ConversationState>,
}

fn plan(
    conn: &Connection,
    viewer: &Viewer,
    resume: &Resume,
    bounds: &Bounds,
    tail: LogPosition,
    now: Timestamp,
) -> Result<Plan, Fault> {
    let scope = viewer.caller().scope;
    // A cursor below the last change of rights reloads, so what a client starts from must not be below it.
    let head = replay::head_of(conn, scope, tail)?.max(viewer.rights_position());
    if let Resume::From { log_epoch, log_position } = resume
        && *log_epoch == bounds.epoch
        && *log_position <= tail.max(head)
        && *log_position >= viewer.rights_position()
    {
        let missed = replay::missed(conn, scope, *log_position, tail, bounds.most)?;
        if is_replayable(&missed, bounds.oldest, now) {
            let changed = changed_since(conn, viewer, *log_position, &missed.positions, bounds.most)?;
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
    // Agents have lists instead.
    let newest = match scope.audience() {
        Audience::Visitors => store::newest(conn, scope, NEWEST)?,
        Audience::Agents => Vec::new(),
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
) -> Result<Vec<Conversation>, Fault> {
    let mut ids: Vec<ConversationId> = read_marks::moved_since(conn, position, most)?;
    ids.extend(replay::conversations_at(conn, missed)?);
    ids.sort_unstable();
    ids.dedup();
    let caller = viewer.caller();
    let mut heads = Vec::new();
    // Ids grow with time: newest first.
    for id in ids.into_iter().rev() {
        heads.extend(store::find(conn, id)?.filter(|head| caller.reaches(conn, head).is_ok()));
    }
    Ok(heads)
}

fn states(
    conn: &Connection,
    viewer: &Viewer,
    heads: &[Conversation],
) -> Result<Vec<ConversationState>, Fault> {
    let Caller { actor, scope, .. } = viewer.caller();
    let person = match scope {
        Scope::Contact(contact) => Some(contact),
        Scope::Everything | Scope::Teams { .. } | Scope::Visitor(_) => None,
    };
    let visitor = viewer.caller().visitor_id();
    let language = visitor.map(|visitor| customers_view::language(conn, visitor)).transpose()?;
    let mut states = Vec::with_capacity(heads.len());
    for head in heads {
        let marks = read_marks::both(conn, head.id(), actor, person)?;
        let state =
            if actor.kind == ActorKind::Visitor { head.state().shown_to_visitors() } else { head.state() };
        states.push(ConversationState {
            conversation_id: head.id(),
            state,
            last_sequence: head.last_sequence(),
            mine: marks.mine,
            theirs: marks.theirs,
            ticket: language
                .map(|language| customers_view::of_conversation(conn, head, language))
                .transpose()?
                .flatten(),
        });
    }
    Ok(states)
}

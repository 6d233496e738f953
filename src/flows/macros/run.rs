//! Doing what a macro says to one or many conversations, and trying what it would do. Each conversation gets all of it or nothing;
//! where a person or a team that it names is gone, or a variable has no value, nothing is done to any.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::json;

use crate::domain::access::rights::Right;
use crate::domain::access::store as agents;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::state::State;
use crate::domain::conversations::store as conversations;
use crate::domain::conversations::target::Target;
use crate::domain::conversations::wrong_state;
use crate::domain::macros::variables::{self, Values};
use crate::domain::macros::{
    Action, Assignee, Document, Macro, missing_variables, of_action, store, unknown_status, unreadable,
};
use crate::domain::shop::store as shop;
use crate::domain::tickets::{documents, store as tickets};
use crate::events::{ActorKind, By, Priority};
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::conversations::append;
use crate::flows::conversations::assign::{assign_by, check_active, may_assign};
use crate::flows::conversations::bulk::{self, Before, Outcome, Seen};
use crate::flows::conversations::change_state::{newer_message, resolve, snooze};
use crate::flows::conversations::label::cleaned;
use crate::flows::conversations::post_message::{Post, post_message};
use crate::flows::conversations::triage::{check_team, set_priority_by, transfer_to_team_by};
use crate::flows::tickets::set_status::set_status;
use crate::ids::{AgentId, ConversationId, MacroId, TeamId, TicketStatusId};
use crate::storage::Unit;

/// What stands in a preview where a variable has no value.
const GAP: &str = "…";

/// How a macro is run.
#[derive(Debug, Clone)]
pub struct How {
    /// What to write where nothing is known, by the name of the variable.
    pub values: BTreeMap<String, String>,
    /// The newest sequence that was seen of a conversation: where its customer wrote since, nothing is said, closed or put off.
    pub seen: Seen,
    /// Key of the digests of messages.
    pub digest_key: [u8; 32],
    /// Longest message, in characters.
    pub text_chars: usize,
}

impl How {
    /// Checks the given values.
    pub fn check(&self) -> Result<(), Fault> {
        for (name, value) in &self.values {
            if !variables::NAMES.contains(&name.as_str()) {
                let message = format!("Use one of {}.", variables::NAMES.join(", "));
                return Err(Fault::invalid(format!("values.{name:.60}"), message));
            }
            let value = value.trim();
            if value.is_empty() || value.chars().count() > variables::VALUE_CHARS || value.contains('\0') {
                let message = format!("Use 1 to {} characters.", variables::VALUE_CHARS);
                return Err(Fault::invalid(format!("values.{name}"), message));
            }
        }
        Ok(())
    }
}

/// What would become of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previewed {
    /// What the customer would be told.
    pub reply: Option<String>,
    /// Variables without a value.
    pub missing: Vec<&'static str>,
    /// As it is, and as it would be; or the code of why nothing would be done.
    pub outcome: Result<(Before, Before), &'static str>,
}

/// Runs a macro. Returns for each conversation its state before, or the code of why nothing was done.
pub fn run(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: MacroId,
    ids: &[Option<ConversationId>],
    how: &How,
) -> Result<Vec<Outcome>, Fault> {
    let (mut kept, document) = usable(unit, caller, id, ids.len())?;
    let mut missing = BTreeSet::new();
    for id in ids.iter().flatten() {
        // What the caller cannot reach is told below, by its place.
        let Ok(conversation) = append::within(unit, caller, *id) else { continue };
        missing.extend(Words::of(&document, &values(unit, caller, &conversation, how)?).missing);
    }
    if !missing.is_empty() {
        return Err(missing_variables(&missing.into_iter().collect::<Vec<_>>()));
    }
    let outcomes = ids
        .iter()
        .map(|id| bulk::attempt(unit, caller, *id, |unit, id| one(unit, caller, id, (&document, how))))
        .collect::<Result<Vec<_>, Fault>>()?;
    kept.used += outcomes.iter().filter(|outcome| outcome.is_ok()).count() as i64;
    store::save(unit.conn(), &kept)?;
    Ok(outcomes)
}

/// Tries a macro: does all of it and takes it back.
pub fn preview(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: MacroId,
    ids: &[Option<ConversationId>],
    how: &How,
) -> Result<Vec<Previewed>, Fault> {
    let (_, document) = usable(unit, caller, id, ids.len())?;
    ids.iter().map(|id| try_one(unit, caller, *id, (&document, how))).collect()
}

fn try_one(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: Option<ConversationId>,
    (document, how): (&Document, &How),
) -> Result<Previewed, Fault> {
    let found = id.map(|id| append::within(unit, caller, id));
    let Some(Ok(conversation)) = found else {
        let outcome = Err(Fault::not_found().code);
        return Ok(Previewed { reply: None, missing: Vec::new(), outcome });
    };
    let known = values(unit, caller, &conversation, how)?;
    let missing = Words::of(document, &known).missing;
    let mut how = how.clone();
    how.values.extend(missing.iter().map(|name| ((*name).to_owned(), GAP.to_owned())));
    let filled = values(unit, caller, &conversation, &how)?;
    let reply = Words::of(document, &filled).reply;
    let before = Before::of(unit, &conversation)?;
    let mut after = None;
    let done = unit.attempt(|unit| {
        one(unit, caller, conversation.id(), (document, &how))?;
        let conversation = append::conversation_of(unit, conversation.id())?;
        after = Some(Before::of(unit, &conversation)?);
        // Nothing of it stays.
        Err::<(), _>(Fault::not_found())
    });
    let outcome = match (after, done) {
        (Some(after), _) => Ok((before, after)),
        (None, Err(fault)) if matches!(fault.kind, Kind::Internal | Kind::Unavailable) => return Err(fault),
        (None, done) => Err(done.err().map_or("internal", |fault| fault.code)),
    };
    Ok(Previewed { reply, missing, outcome })
}

/// The macro, if the caller may do all that it does.
fn usable(
    unit: &Unit<'_>,
    caller: &Caller,
    id: MacroId,
    conversations: usize,
) -> Result<(Macro, Document), Fault> {
    let kept = store::find(unit.conn(), id, caller.as_agent()?)?.ok_or_else(Fault::not_found)?;
    let document = kept.document.clone().ok_or_else(unreadable)?;
    if conversations > 1 {
        caller.may(Right::Bulk)?;
    }
    if document.reply.is_some() {
        caller.may(Right::Reply)?;
    }
    for (place, action) in document.actions.iter().enumerate() {
        may(caller, action).map_err(|fault| of_action(fault, place, action))?;
    }
    check_named(unit, &document)?;
    Ok((kept, document))
}

fn may(caller: &Caller, action: &Action) -> Result<(), Fault> {
    match action {
        Action::Assign { .. } => may_assign(caller, assignee(caller, action)?),
        Action::Team { .. } | Action::Priority { .. } => caller.may(Right::Assign),
        Action::AddLabels { .. } | Action::RemoveLabels { .. } => caller.may(Right::Label),
        Action::Note { .. } => caller.may(Right::Note),
        Action::Snooze { .. } => caller.may(Right::Snooze),
        Action::Close {} => caller.may(Right::Close),
        Action::Status { .. } => caller.may(Right::Ticket),
    }
}

fn assignee(caller: &Caller, action: &Action) -> Result<Option<AgentId>, Fault> {
    Ok(match action.assignee() {
        Some(Assignee::Me) => Some(caller.as_agent()?),
        Some(Assignee::Agent(agent)) => Some(agent),
        Some(Assignee::Nobody) | None => None,
    })
}

/// Whether everybody and everything that a macro names is there. The fault names the action.
pub(super) fn check_named(unit: &Unit<'_>, document: &Document) -> Result<(), Fault> {
    for (place, action) in document.actions.iter().enumerate() {
        let checked = match action {
            Action::Assign { .. } => match action.assignee() {
                Some(Assignee::Agent(agent)) => check_active(unit, agent),
                _ => Ok(()),
            },
            Action::Team { team_id } => team(team_id).and_then(|team| check_team(unit, team)),
            Action::Status { status_id } => status(status_id).and_then(|status| check_status(unit, status)),
            Action::AddLabels { labels } | Action::RemoveLabels { labels } => cleaned(labels).map(drop),
            _ => Ok(()),
        };
        checked.map_err(|fault| of_action(fault, place, action))?;
    }
    Ok(())
}

fn status(id: &str) -> Result<TicketStatusId, Fault> {
    id.parse().map_err(Fault::internal)
}

fn check_status(unit: &Unit<'_>, id: TicketStatusId) -> Result<(), Fault> {
    documents::find_status(unit.conn(), id)?.map(drop).ok_or_else(unknown_status)
}

fn team(id: &str) -> Result<TeamId, Fault> {
    id.parse().map_err(Fault::internal)
}

/// What is known of the customer, the agent and the shop, and what was said for the rest.
fn values(unit: &Unit<'_>, caller: &Caller, conversation: &Conversation, how: &How) -> Result<Values, Fault> {
    let person = contacts::find(unit.conn(), conversation.contact())?;
    let profile = person.map(|person| person.profile).unwrap_or_default();
    let page = contacts::latest_of(unit.conn(), conversation.contact())?;
    let page = page.and_then(|visitor| visitor.page.title);
    let agent = agents::find(unit.conn(), caller.as_agent()?)?.map(|agent| agent.name);
    let known = [
        ("contact.name", profile.name),
        ("contact.email", profile.email),
        ("contact.phone", profile.phone),
        ("agent.name", agent),
        ("shop.name", Some(shop::name(unit.conn())?)),
        ("page.title", page),
    ];
    let known = known.map(|(name, value)| {
        let given = || how.values.get(name).map(|value| value.trim().to_owned());
        (name, value.filter(|value| !value.trim().is_empty()).or_else(given))
    });
    Ok(known.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))).collect())
}

/// The words of a macro, filled in.
struct Words {
    reply: Option<String>,
    /// Of each action that writes a note, in their order.
    notes: Vec<String>,
    missing: Vec<&'static str>,
}

impl Words {
    fn of(document: &Document, values: &Values) -> Self {
        let mut missing = Vec::new();
        let mut fill = |text: &str| {
            variables::fill(text, values)
                .map_err(|names| missing.extend(names.into_iter().collect::<BTreeSet<_>>()))
                .unwrap_or_default()
        };
        let reply = document.reply.as_deref().map(&mut fill);
        let notes = document.actions.iter().filter_map(|action| match action {
            Action::Note { text } => Some(fill(text)),
            _ => None,
        });
        let notes = notes.collect();
        missing.sort_unstable();
        missing.dedup();
        Self { reply, notes, missing }
    }
}

/// All of it, on one conversation.
fn one(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    (document, how): (&Document, &How),
) -> Result<(), Fault> {
    let conversation = append::within(unit, caller, id)?;
    let words = Words::of(document, &values(unit, caller, &conversation, how)?);
    if !words.missing.is_empty() {
        return Err(missing_variables(&words.missing));
    }
    let seen = how.seen.get(&id).copied();
    let answers = document.reply.is_some()
        || document.actions.iter().any(|action| matches!(action, Action::Close {} | Action::Snooze { .. }));
    if answers
        && let Some(seen) = seen
        && conversations::has_word_after(unit.conn(), id, seen)?
    {
        return Err(newer_message());
    }
    if let Some(reply) = words.reply {
        say(unit, caller, id, (reply, false), how)?;
    }
    let mut notes = words.notes.into_iter();
    for (place, action) in document.actions.iter().enumerate() {
        let note = if matches!(action, Action::Note { .. }) { notes.next() } else { None };
        take(unit, caller, id, (action, note), how).map_err(|fault| of_action(fault, place, action))?;
    }
    Ok(())
}

fn say(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    (text, note): (String, bool),
    how: &How,
) -> Result<(), Fault> {
    let content = Content::parse(&json!({ "kind": "text", "text": text }), how.text_chars)?;
    let target = Target::Named(id);
    let mut post = Post::new(&how.digest_key, ActorKind::Agent, None, target, note, content, Duration::ZERO)?;
    post.keeps_draft = true;
    post_message(unit, caller, &post).map(drop)
}

/// One action; what the conversation is already, is left.
fn take(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ConversationId,
    (action, note): (&Action, Option<String>),
    how: &How,
) -> Result<(), Fault> {
    let conversation = append::conversation_of(unit, id)?;
    match action {
        Action::Assign { .. } => {
            let agent = assignee(caller, action)?;
            if conversation.agent() == agent {
                return Ok(());
            }
            assign_by(unit, caller, id, agent, By::Macro).map(drop)
        }
        Action::Team { team_id } => {
            let team = team(team_id)?;
            if conversation.team() == Some(team) && conversation.agent().is_none() {
                return Ok(());
            }
            transfer_to_team_by(unit, caller, id, (team, None), By::Macro).map(drop)
        }
        Action::Priority { priority } => {
            let priority = Priority::from_name(priority).unwrap_or(Priority::Normal);
            if conversation.priority() == priority {
                return Ok(());
            }
            set_priority_by(unit, caller, id, priority, By::Macro).map(drop)
        }
        Action::AddLabels { labels } => bulk::add_labels(unit, caller, id, labels),
        Action::RemoveLabels { labels } => bulk::remove_labels(unit, caller, id, labels),
        Action::Note { .. } => say(unit, caller, id, (note.unwrap_or_default(), true), how),
        Action::Snooze { minutes } => {
            let minutes = minutes.and_then(|minutes| u64::try_from(minutes).ok());
            let until = minutes.map(|minutes| unit.now().plus(Duration::from_mins(minutes)));
            snooze(unit, caller, id, until, None).map(drop)
        }
        Action::Status { status_id } => match tickets::find(unit.conn(), id)? {
            // A chat has no status.
            None => Err(wrong_state()),
            Some(ticket) if ticket.status == status(status_id)? => Ok(()),
            Some(_) => set_status(unit, caller, id, status(status_id)?).map(drop),
        },
        Action::Close {} if conversation.state() == State::Closed => Ok(()),
        Action::Close {} => resolve(unit, caller, id, None).map(drop),
    }
}

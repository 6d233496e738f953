//! "This customer, now": what rules make of somebody, and whom the routing would give them. The functions that decide are asked;
//! nothing is written.

use rusqlite::Connection;

use crate::domain::access::rights::Right;
use crate::domain::access::store as agents;
use crate::domain::conversations::store as conversations;
use crate::domain::routing::Candidate;
use crate::domain::routing::eligible::Refusal;
use crate::domain::routing::rules::{self, Outcome};
use crate::domain::routing::why::Why;
use crate::domain::shop::store as shop;
use crate::events::{Priority, State};
use crate::fault::Fault;
use crate::filters::Facts;
use crate::flows::Caller;
use crate::flows::routing::apply_rules::before_rules;
use crate::flows::routing::gather::Around;
use crate::flows::routing::trial::{Imagined, Trial, trial};
use crate::flows::routing::{facts, reason, rules as kept};
use crate::i18n::{Locale, Texts};
use crate::ids::{AgentId, ConversationId, RuleId, TeamId, WidgetId};

/// Somebody who is described.
#[derive(Debug, Clone, Default)]
pub struct Described {
    /// The channel they come by.
    pub channel: String,
    /// The language that their browser asks for.
    pub language: Option<String>,
    /// The page they look at.
    pub page: Option<String>,
    /// The widget they come by.
    pub widget: Option<WidgetId>,
    /// The team that they choose.
    pub chosen_team: Option<TeamId>,
    /// Whether the shop vouches for them.
    pub verified: bool,
    /// Whether they have written before.
    pub returning: bool,
    /// Labels that the team would give.
    pub labels: Vec<String>,
    /// Attributes that the team wrote.
    pub attributes: Vec<(String, String)>,
}

/// Who is asked about.
#[derive(Debug, Clone)]
pub enum Whom {
    /// The customer of a conversation, as if it waited.
    Conversation(ConversationId),
    /// Somebody who is described, as if they wrote now.
    Somebody(Box<Described>),
}

/// An agent, and what keeps them from it.
#[derive(Debug, Clone)]
pub struct Tested {
    /// The agent.
    pub agent: AgentId,
    /// Their name.
    pub name: String,
    /// How many conversations they have.
    pub load: i64,
    /// How many they can take.
    pub capacity: i64,
    /// What keeps them from it.
    pub refusal: Option<Refusal>,
}

/// What would happen.
#[derive(Debug, Clone)]
pub struct Tried {
    /// The rules that hold.
    pub rules: Vec<(RuleId, String)>,
    /// What follows from them.
    pub outcome: Outcome,
    /// Who would get it, why, and that as a sentence.
    pub given: Option<(AgentId, String, Why, String)>,
    /// Everybody, those who may get it first.
    pub candidates: Vec<Tested>,
}

/// Tries it.
pub fn try_rules(
    conn: &Connection,
    caller: &Caller,
    whom: Whom,
    around: &Around<'_>,
) -> Result<Tried, Fault> {
    caller.may(Right::Routing)?;
    let rules = kept::asked(conn)?;
    let (facts, contact) = match whom {
        Whom::Conversation(id) => {
            let conversation = conversations::find(conn, id)?.ok_or_else(Fault::not_found)?;
            caller.reaches(conn, &conversation)?;
            let now = facts::of(conn, &conversation, around.now)?;
            let facts = Facts { agent: None, state: State::Waiting, ..now };
            (before_rules(facts, &rules::store::wants(conn, id)?), Some(conversation.contact()))
        }
        Whom::Somebody(described) => (imagined(conn, *described, around)?, None),
    };
    let outcome = rules::apply(&rules, &facts);
    let Outcome { team, priority, required, preferred, .. } = outcome.clone();
    let Trial { chosen, candidates } =
        trial(conn, Imagined { team, priority, required, preferred, contact }, around)?;
    let given = match chosen {
        Some((agent, why)) => {
            let texts = Texts::new(Locale::parse(&shop::shop(conn)?.locale).unwrap_or_default());
            let name = name(conn, agent)?;
            let reason = reason::of_giving(texts, &name, &why);
            Some((agent, name, why, reason))
        }
        None => None,
    };
    let held = rules.iter().filter(|rule| outcome.matched.contains(&rule.id));
    Ok(Tried {
        rules: held.map(|rule| (rule.id, rule.name.clone())).collect(),
        outcome,
        given,
        candidates: tested(conn, candidates)?,
    })
}

/// What is known of somebody who is described.
fn imagined(conn: &Connection, described: Described, around: &Around<'_>) -> Result<Facts, Fault> {
    let Described { channel, language, page, widget, chosen_team, verified, returning, labels, attributes } =
        described;
    Ok(Facts {
        now: around.now,
        me: None,
        state: State::Waiting,
        agent: None,
        team: None,
        priority: Priority::Normal,
        kind: 0,
        channel,
        labels,
        waiting_since: Some(around.now),
        updated_at: around.now,
        opened_at: around.now,
        due_at: None,
        verified,
        status: None,
        category: None,
        ticket_type: None,
        language,
        widget,
        page,
        chosen_team,
        hours_open: facts::is_open(conn, around.now)?,
        returning,
        attributes,
    })
}

fn name(conn: &Connection, id: AgentId) -> Result<String, Fault> {
    Ok(agents::find(conn, id)?.map(|agent| agent.name).unwrap_or_default())
}

/// Everybody who may sign in, those who may get it first.
fn tested(conn: &Connection, candidates: Vec<(Candidate, Option<Refusal>)>) -> Result<Vec<Tested>, Fault> {
    let mut all = Vec::new();
    for (one, refusal) in candidates.into_iter().filter(|(one, _)| one.active) {
        let Candidate { agent, load, capacity, .. } = one;
        all.push(Tested { agent, name: name(conn, agent)?, load, capacity, refusal });
    }
    all.sort_by_key(|one| (one.refusal.is_some(), one.agent));
    Ok(all)
}

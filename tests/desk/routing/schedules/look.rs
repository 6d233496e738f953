//! What a round did, counted again from the tables: plain SQL and plain loops, nothing of the routing's own rules.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde_json::{Value, json};

const MINUTE: i64 = 60_000;

#[derive(Debug, Clone)]
pub struct Agent {
    pub id: i64,
    active: bool,
    availability: i64,
    pub capacity: i64,
    /// When they lost their last link; `None` while they have one.
    left: Option<i64>,
    since: i64,
    free_since: i64,
    pub given_at: Option<i64>,
    missed: i64,
    teams: BTreeSet<i64>,
    pub load: i64,
}

#[derive(Debug, Clone)]
struct Talk {
    id: i64,
    contact: i64,
    state: i64,
    agent: Option<i64>,
    team: i64,
    priority: i64,
    waiting_since: Option<i64>,
    /// Since when it stands in the queue, which only matters where its customer does not wait.
    queued_since: Option<i64>,
    given: Option<(i64, i64)>,
}

impl Talk {
    fn since(&self) -> i64 {
        self.waiting_since.or(self.queued_since).unwrap_or_default()
    }

    fn key(&self) -> (i64, i64) {
        let ahead = [30, 10, 0, -10][usize::try_from(self.priority - 1).unwrap()] * MINUTE;
        (self.since() - ahead, self.id)
    }
}

/// Everything before a round.
#[derive(Debug, Clone)]
pub struct Before {
    now: i64,
    pub head: i64,
    pub agents: BTreeMap<i64, Agent>,
    talks: BTreeMap<i64, Talk>,
    missed: BTreeMap<(i64, i64), i64>,
    answered: BTreeMap<i64, (i64, i64)>,
}

/// Something that the round wrote.
#[derive(Debug, Clone)]
pub enum Deed {
    Assigned { talk: i64, to: i64, why: Value },
    Taken { talk: i64, by: i64 },
    SentAway { agent: i64 },
}

/// All rows of a query.
fn rows<T>(conn: &Connection, sql: &str, read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    let mut query = conn.prepare(sql).unwrap();
    query.query_map([], |row| read(row)).unwrap().map(Result::unwrap).collect()
}

/// Reads everything. `links` holds when each agent who has no link was last heard of, and when they came.
pub fn before(conn: &Connection, now: i64, links: &BTreeMap<i64, (Option<i64>, i64)>) -> Before {
    let teams: Vec<(i64, i64)> =
        rows(conn, "SELECT agent_id, team_id FROM team_members", |row| Ok((row.get(0)?, row.get(1)?)));
    let agents = rows(
        conn,
        "SELECT a.id, a.active, a.availability, a.capacity, COALESCE(r.availability_since, a.created_at),
                COALESCE(r.free_since, a.created_at), r.given_at, COALESCE(r.missed, 0)
           FROM agents a LEFT JOIN routing_agents r ON r.agent_id = a.id",
        |row| {
            let id: i64 = row.get(0)?;
            Ok(Agent {
                id,
                active: row.get(1)?,
                availability: row.get(2)?,
                capacity: row.get(3)?,
                left: links[&id].0,
                since: row.get(4)?,
                free_since: row.get::<_, i64>(5)?.max(links[&id].1),
                given_at: row.get(6)?,
                missed: row.get(7)?,
                teams: teams.iter().filter(|(agent, _)| *agent == id).map(|(_, team)| *team).collect(),
                load: 0,
            })
        },
    );
    let mut agents: BTreeMap<i64, Agent> = agents.into_iter().map(|agent| (agent.id, agent)).collect();
    let talks = rows(
        conn,
        "SELECT c.id, c.contact_id, c.state, c.agent_id, COALESCE(c.team_id, 0), c.priority, c.waiting_since,
                c.updated_at, q.since, g.agent_id, g.given_at
           FROM conversations c LEFT JOIN routing_queue q ON q.conversation_id = c.id
                                LEFT JOIN routing_given g ON g.conversation_id = c.id",
        |row| {
            let (agent, at): (Option<i64>, Option<i64>) = (row.get(9)?, row.get(10)?);
            let talk = Talk {
                id: row.get(0)?,
                contact: row.get(1)?,
                state: row.get(2)?,
                agent: row.get(3)?,
                team: row.get(4)?,
                priority: row.get(5)?,
                waiting_since: row.get(6)?,
                queued_since: row.get(8)?,
                given: agent.zip(at),
            };
            let updated_at: i64 = row.get(7)?;
            Ok((talk, updated_at))
        },
    );
    for (talk, updated_at) in &talks {
        let awake = talk.waiting_since.is_some() || *updated_at > now - 30 * MINUTE;
        if let Some(agent) = talk.agent.filter(|_| talk.state == 3 && awake) {
            agents.get_mut(&agent).unwrap().load += 1;
        }
    }
    let missed = rows(conn, "SELECT conversation_id, agent_id, at FROM routing_missed", |row| {
        Ok(((row.get(0)?, row.get(1)?), row.get(2)?))
    });
    let answered = rows(conn, "SELECT contact_id, agent_id, at FROM routing_answered", |row| {
        Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
    });
    let head =
        conn.query_row("SELECT COALESCE(MAX(log_position), 0) FROM event_log", [], |row| row.get(0)).unwrap();
    Before {
        now,
        head,
        agents,
        talks: talks.into_iter().map(|(talk, _)| (talk.id, talk)).collect(),
        missed: missed.into_iter().collect(),
        answered: answered.into_iter().collect(),
    }
}

/// What was written after `head`, in order.
pub fn deeds(conn: &Connection, head: i64) -> Vec<Deed> {
    let sql = format!(
        "SELECT e.kind, e.conversation_id, e.subject_id, e.amount, d.detail
           FROM event_log e LEFT JOIN entry_details d ON d.log_position = e.log_position
          WHERE e.log_position > {head} AND (e.kind IN (4, 5) AND e.sequence IS NOT NULL OR e.kind = 23)
          ORDER BY e.log_position"
    );
    rows(conn, &sql, |row| {
        let kind: i64 = row.get(0)?;
        let detail: Option<String> = row.get(4)?;
        let detail: Value = detail.map_or(Value::Null, |text| serde_json::from_str(&text).unwrap());
        Ok(match kind {
            4 => Deed::Assigned { talk: row.get(1)?, to: row.get(2)?, why: detail["why"].clone() },
            5 => Deed::Taken { talk: row.get(1)?, by: row.get(3)? },
            _ => Deed::SentAway { agent: row.get(2)? },
        })
    })
}

impl Before {
    /// Who may get it, but for the number of their places.
    fn fits(&self, talk: &Talk, one: &Agent) -> bool {
        let missed = self.missed.get(&(talk.id, one.id)).is_some_and(|at| one.free_since <= *at);
        one.active
            && one.availability == 1
            && one.left.is_none()
            && (talk.team == 0 || one.teams.contains(&talk.team))
            && !missed
    }

    fn may(&self, talk: &Talk, one: &Agent) -> bool {
        self.fits(talk, one) && one.load < one.capacity
    }

    /// Somebody who may get it, too, and has more to do.
    pub fn heavier(&self, talk: i64, than: i64) -> Option<i64> {
        let (talk, than) = (self.talks.get(&talk)?, self.agents.get(&than)?);
        let is_heavier = |one: &&Agent| one.load * than.capacity > than.load * one.capacity;
        self.agents.values().filter(|one| self.may(talk, one)).find(is_heavier).map(|one| one.id)
    }

    fn last(&self, talk: &Talk) -> Option<(i64, i64)> {
        self.answered.get(&talk.contact).copied().filter(|(_, at)| self.now - at <= 30 * 24 * 60 * MINUTE)
    }

    /// Whether it waits for whoever answered last, who is full.
    fn waits_for_last(&self, talk: &Talk) -> bool {
        let last = self.last(talk).and_then(|(agent, _)| self.agents.get(&agent));
        self.now - talk.since() < MINUTE
            && last.is_some_and(|one| self.fits(talk, one) && one.load >= one.capacity)
    }

    fn waiting(&self) -> impl Iterator<Item = &Talk> {
        self.talks.values().filter(|talk| talk.state == 2 && talk.queued_since.is_some())
    }

    /// Why a conversation may not stay where it is: the number of the cause.
    fn cause(&self, talk: &Talk) -> Option<i64> {
        let one = self.agents.get(&talk.agent?)?;
        if talk.state != 3 {
            return None;
        }
        let waits = talk.waiting_since.is_some();
        let past = |at: i64, ms: i64| at + ms <= self.now;
        if waits && !one.active {
            Some(8)
        } else if waits && one.availability == 3 {
            Some(6)
        } else if waits && one.left.is_some_and(|at| past(at, 2 * MINUTE)) {
            Some(4)
        } else if waits && one.availability == 2 && past(one.since, 5 * MINUTE) {
            Some(5)
        } else if talk.given.is_some_and(|(_, at)| past(at, 90_000)) {
            Some(7)
        } else {
            None
        }
    }

    /// Goes through what was done, one after another. What is wrong is told.
    pub fn check(mut self, deeds: &[Deed]) -> Result<(), String> {
        for deed in deeds {
            match deed {
                Deed::Taken { talk, by } => self.take(*talk, *by)?,
                Deed::SentAway { agent } => {
                    let one = self.agents.get_mut(agent).unwrap();
                    if one.missed < 2 {
                        return Err(format!("{agent} was sent away after missing {}", one.missed));
                    }
                    (one.availability, one.since) = (2, self.now);
                }
                Deed::Assigned { talk, to, why } => self.assign(*talk, *to, why)?,
            }
        }
        for talk in self.talks.values() {
            if let Some(cause) = self.cause(talk) {
                return Err(format!("{} stays with somebody who vanished: {cause}", talk.id));
            }
        }
        for talk in self.waiting().filter(|talk| !self.waits_for_last(talk)) {
            if let Some(free) = self.agents.values().find(|one| self.may(talk, one)) {
                return Err(format!("{} waits while {} is free", talk.id, free.id));
            }
        }
        Ok(())
    }

    fn take(&mut self, id: i64, by: i64) -> Result<(), String> {
        let talk = self.talks[&id].clone();
        if self.cause(&talk) != Some(by) {
            return Err(format!("{id} was taken for {by}, and not for {:?}", self.cause(&talk)));
        }
        let from = talk.agent.unwrap();
        let one = self.agents.get_mut(&from).unwrap();
        one.load -= 1;
        if by == 7 {
            one.missed += 1;
            self.missed.insert((id, from), self.now);
        }
        let now = self.now;
        let talk = self.talks.get_mut(&id).unwrap();
        (talk.state, talk.agent, talk.given) = (2, None, None);
        talk.queued_since = Some(now);
        Ok(())
    }

    fn assign(&mut self, id: i64, to: i64, why: &Value) -> Result<(), String> {
        let talk = self.talks[&id].clone();
        let chosen = self.agents[&to].clone();
        if talk.state != 2 || !self.fits(&talk, &chosen) {
            return Err(format!("{id} went to {to}, who may not get it"));
        }
        if chosen.load >= chosen.capacity {
            return Err(format!("{id} went to {to}, who was full"));
        }
        let older = self.waiting().find(|other| {
            other.key() < talk.key() && self.may(other, &chosen) && !self.waits_for_last(other)
        });
        if let Some(older) = older {
            return Err(format!("{id} came before {}", older.id));
        }
        let last = self.last(&talk);
        let rank = |one: &Agent| {
            (self.missed.contains_key(&(id, one.id)), last.is_none_or(|(agent, _)| agent != one.id))
        };
        let free: Vec<&Agent> = self.agents.values().filter(|one| self.may(&talk, one)).collect();
        let lighter = free.iter().find(|one| {
            rank(one) < rank(&chosen)
                || rank(one) == rank(&chosen) && one.load * chosen.capacity < chosen.load * one.capacity
        });
        if let Some(lighter) = lighter {
            return Err(format!("{id} went to {to} though {} had less", lighter.id));
        }
        let behind =
            self.waiting().filter(|other| other.team == talk.team && other.key() > talk.key()).count();
        let expected = match (last.filter(|(agent, _)| *agent == to), free.len()) {
            (Some((_, at)), _) => json!({ "code": "last_agent", "ago_ms": self.now - at }),
            (None, 1) if behind == 0 => json!({ "code": "only_one" }),
            (None, 1) => {
                json!({ "code": "longest_wait", "waited_ms": self.now - talk.since(), "behind": behind })
            }
            (None, free) => {
                json!({ "code": "least_load", "load": chosen.load, "capacity": chosen.capacity, "free": free })
            }
        };
        if *why != expected {
            return Err(format!("{id} went to {to} for {why}, and not for {expected}"));
        }
        let now = self.now;
        let one = self.agents.get_mut(&to).unwrap();
        (one.load, one.given_at) = (one.load + 1, Some(now));
        let talk = self.talks.get_mut(&id).unwrap();
        (talk.state, talk.agent, talk.given) = (3, Some(to), Some((to, now)));
        Ok(())
    }
}

//! What the operators of a question name: people, teams, days.

use jiff::tz::TimeZone;
use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::access::{store as agents, teams};
use crate::domain::calendars::zone;
use crate::domain::search::filters::Filter;
use crate::domain::search::question::{Operator, When};
use crate::domain::shop::store as shop;
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::{AgentId, TeamId};
use crate::text;

/// Agents among whom a name is looked for.
const AGENTS_MAX: usize = 10_000;

/// What operators mean now, to whoever asks.
pub fn filters(conn: &Connection, caller: &Caller, operators: &[Operator]) -> Result<Vec<Filter>, Fault> {
    operators.iter().map(|operator| filter(conn, caller, operator)).collect()
}

fn filter(conn: &Connection, caller: &Caller, operator: &Operator) -> Result<Filter, Fault> {
    Ok(match operator {
        Operator::From(name) => match text::alike(name).as_str() {
            "visitor" | "customer" | "客户" | "顾客" | "访客" => Filter::Kind(ActorKind::Visitor),
            "agent" | "客服" => Filter::Kind(ActorKind::Agent),
            "bot" | "机器人" => Filter::Kind(ActorKind::Bot),
            "me" | "我" => caller.agent_id().map_or(Filter::Kind(ActorKind::System), Filter::By),
            _ => Filter::Named(agents_called(conn, name)?, name.clone()),
        },
        Operator::Tag(label) => Filter::Tag(label.clone()),
        Operator::Agent(name) => match text::alike(name).as_str() {
            "me" | "我" => Filter::Agent(caller.agent_id().into_iter().collect()),
            "none" | "无" => Filter::NoAgent,
            _ => Filter::Agent(agents_called(conn, name)?),
        },
        Operator::Team(name) => match text::alike(name).as_str() {
            "none" | "无" => Filter::NoTeam,
            _ => Filter::Team(teams_called(conn, name)?),
        },
        Operator::Channel(channel) => Filter::Channel(channel.clone()),
        Operator::Before(when) => Filter::Before(moment(conn, *when)?),
        Operator::After(when) => Filter::After(moment(conn, *when)?),
        Operator::In(place) => Filter::Place(*place),
        Operator::HasFile => Filter::HasFile,
    })
}

/// Those whose name is the one that was typed, or has it where none is; an id and an e-mail name one.
fn agents_called(conn: &Connection, typed: &str) -> Result<Vec<AgentId>, Fault> {
    if let Ok(id) = typed.parse() {
        return Ok(vec![id]);
    }
    let all = agents::list(conn, 0, AGENTS_MAX)?;
    let named = all.iter().map(|agent| (agent.id, [agent.name.as_str(), agent.email.as_str()]));
    Ok(called(typed, named))
}

fn teams_called(conn: &Connection, typed: &str) -> Result<Vec<TeamId>, Fault> {
    if let Ok(id) = typed.parse() {
        return Ok(vec![id]);
    }
    let all = teams::all(conn)?;
    Ok(called(typed, all.iter().map(|team| (team.id, [team.name.as_str()]))))
}

fn called<'a, Id, const N: usize>(typed: &str, named: impl Iterator<Item = (Id, [&'a str; N])>) -> Vec<Id> {
    let typed = text::alike(typed);
    let (mut same, mut holding) = (Vec::new(), Vec::new());
    for (id, names) in named {
        let alike = names.map(text::alike);
        if alike.contains(&typed) {
            same.push(id);
        } else if alike.iter().any(|name| name.contains(&typed)) {
            holding.push(id);
        }
    }
    if same.is_empty() { holding } else { same }
}

/// A moment, or the begin of a day of the shop.
fn moment(conn: &Connection, when: When) -> Result<Timestamp, Fault> {
    match when {
        When::Moment(at) => Ok(at),
        When::Day(day) => {
            let zone = zone(&shop::shop(conn)?.time_zone).unwrap_or(TimeZone::UTC);
            let begin = day.to_zoned(zone).map_err(|_| Fault::invalid("q", "There is no such day."))?;
            Ok(Timestamp(begin.timestamp().as_millisecond()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_the_same_goes_before_those_that_hold_it() {
        let all = [
            (1, ["Mei", "mei@shop.example"]),
            (2, ["Meike", "k@shop.example"]),
            (3, ["李娜", "l@shop.example"]),
        ];
        for (typed, expected) in [
            ("mei", vec![1]),
            ("ME", vec![1, 2]),
            ("李", vec![3]),
            ("K@shop.example", vec![2]),
            ("nobody", vec![]),
        ] {
            assert_eq!(called(typed, all.into_iter()), expected, "{typed}");
        }
    }
}

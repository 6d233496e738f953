//! Reads the room as a supervisor sees it now.

use jiff::tz::TimeZone;
use rusqlite::Connection;

use super::alarms::{self, Person};
use super::{PEOPLE_MAX, PersonRow, QUEUE_MAX, QueueRow, SAID_CHARS, TodayRow, Wall};
use crate::clock::Timestamp;
use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::availability;
use crate::domain::access::store as agents;
use crate::domain::calendars::{today, zone as zone_of};
use crate::domain::conversations::demand;
use crate::domain::conversations::list::{Asker, Summary};
use crate::domain::conversations::paging::{self, ListQuery};
use crate::domain::conversations::scope::Scope;
use crate::domain::conversations::view::{Sort, View};
use crate::domain::conversations::wall::{self, TARGET, Waits};
use crate::domain::shop::store as shops;
use crate::fault::Fault;
use crate::flows::access::presence::Presence;
use crate::im::agent_presence::AgentPresence;
use crate::im::shop_status::AGENTS_READ;

/// The wall, as the asker sees it.
pub fn read(conn: &Connection, presence: &Presence, asker: Asker, now: Timestamp) -> Result<Wall, Fault> {
    let shop = shops::shop(conn)?;
    let zone = zone_of(&shop.time_zone).unwrap_or(TimeZone::UTC);
    let Waits { waiting, late, longest_since, next_late_at, open } = wall::waits(conn, asker.scope, now)?;
    let wanted = ListQuery::of(View::Waiting, Sort::Waiting, None);
    let queue = paging::page(conn, &wanted, asker, None, QUEUE_MAX)?.rows;
    let longest = queue.first().map(|row| row.id);
    let mut people = people(conn, presence, now)?;
    let people_count = people.len();
    let room: Vec<Person> = people.iter().map(|(_, person)| *person).collect();
    people.truncate(PEOPLE_MAX);
    Ok(Wall {
        shop_name: shop.name,
        time_zone: shop.time_zone,
        waiting,
        late,
        longest_since,
        target_ms: TARGET.as_millis() as u64,
        open,
        queue: queue.into_iter().filter_map(queue_row).collect(),
        people: people.into_iter().map(|(row, _)| row).collect(),
        people_count,
        today: day_row(conn, asker.scope, &zone, now)?,
        alarms: alarms::alarms(&alarms::Waits { waiting, late, longest }, &room),
        next_late_at,
    })
}

fn queue_row(row: Summary) -> Option<QueueRow> {
    let waiting_since = row.waiting_since?;
    let visitor = row.visitor.to_string();
    let said = row.last_message.filter(|message| !message.note).and_then(|message| message.text);
    Some(QueueRow {
        id: row.id.to_string(),
        name: row.contact_name,
        label: visitor.get(visitor.len() - 4..).unwrap_or_default().to_owned(),
        text: said.map(|text| text.chars().take(SAID_CHARS).collect()),
        channel: row.channel,
        agent_id: row.agent.map(|id| id.to_string()),
        team_id: row.team.map(|id| id.to_string()),
        priority: row.priority.name(),
        waiting_since,
        late_at: wall::late_at(waiting_since, row.due_at),
    })
}

/// Everybody who has a seat: who is there and takes conversations first, then who is there, then the others.
fn people(conn: &Connection, presence: &Presence, now: Timestamp) -> Result<Vec<(PersonRow, Person)>, Fault> {
    let loads = demand::loads(conn, now)?;
    let standings = availability::all(conn)?;
    let mut people = Vec::new();
    for Agent { id, name, picture, capacity, .. } in
        agents::list(conn, 0, AGENTS_READ)?.into_iter().filter(|agent| agent.active)
    {
        let Some(standing) = standings.get(&id) else { continue };
        let there = presence.find(id, now);
        let load = loads.get(&id).map_or(0, |load| load.awake);
        let person = Person {
            id,
            is_there: there.is_some(),
            availability: standing.availability,
            set_by: standing.set_by,
            load,
            capacity,
        };
        let presence = AgentPresence::new(there, standing);
        people.push((PersonRow { id: id.to_string(), name, picture, presence, load, capacity }, person));
    }
    people.sort_by_key(|(_, person)| {
        let place = match person.availability {
            Availability::Online => 0,
            Availability::Away => 1,
            Availability::Offline => 2,
        };
        (!person.is_there, place, person.id.0)
    });
    Ok(people)
}

fn day_row(conn: &Connection, scope: Scope, zone: &TimeZone, now: Timestamp) -> Result<TodayRow, Fault> {
    let today::Today { began_at, before } =
        today::today(zone, now).ok_or_else(|| Fault::internal("the clock shows no day"))?;
    let day = wall::day(conn, scope, began_at, now.plus(std::time::Duration::from_millis(1)))?;
    let past = wall::day(conn, scope, before.0, before.1)?;
    let elapsed = Timestamp(before.0.0 + (now.0 - began_at.0));
    let so_far = wall::day(conn, scope, before.0, elapsed.min(before.1))?;
    Ok(TodayRow {
        began_at,
        conversations: day.hours.iter().sum(),
        answered: day.answered,
        closed: wall::closed_since(conn, scope, began_at)?,
        first_answer_ms: wall::first_answer_ms(conn, scope, began_at)?,
        hours: by_hour(zone, began_at, &day.hours, today::hour(zone, now) + 1),
        hours_before: by_hour(zone, before.0, &past.hours, 24),
        conversations_before: so_far.hours.iter().sum(),
    })
}

/// What came in each hour that the shop's clocks showed, from hours that passed since the day began.
fn by_hour(zone: &TimeZone, began_at: Timestamp, passed: &[i64], shown: usize) -> Vec<i64> {
    let mut hours = vec![0; shown];
    let mut at = began_at;
    for count in passed {
        if let Some(hour) = hours.get_mut(today::hour(zone, at)) {
            *hour += count;
        }
        at = at.plus(std::time::Duration::from_hours(1));
    }
    hours
}

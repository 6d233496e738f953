//! Who is there for a customer, and what the customer is told when the bot hands over.

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::access::presence::There as Stay;
use crate::domain::access::teams;
use crate::domain::bot::duty::Staff;
use crate::domain::bot::settings::{Line, Settings};
use crate::domain::bot::when::when;
use crate::domain::calendars::store as calendars;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::routing::place::wait_ms;
use crate::domain::routing::store as routing;
use crate::domain::routing::{Candidate, There};
use crate::domain::shop::store as shop;
use crate::events::Availability;
use crate::fault::Fault;
use crate::flows::routing::gather;
use crate::i18n::{Locale, Texts};
use crate::ids::{AgentId, TeamId};

/// Who waits before somebody counts up to here.
const PLACES: usize = 50;
/// When somebody answers at the latest where nothing says when.
const PROMISED_MS: i64 = 24 * 3_600_000;

/// What is known besides the database.
#[derive(Debug, Clone)]
pub struct Around {
    /// Who is there, and whether a link of theirs is open.
    pub there: Vec<(AgentId, Stay, bool)>,
    /// When the desk started.
    pub started_at: Timestamp,
}

/// What is known of who could answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) staff: Staff,
    /// The one who is free, where it is one alone.
    pub(super) free: Option<AgentId>,
    /// When somebody is there again, where nobody is.
    pub(super) opens_at: Option<Timestamp>,
}

fn is_ready(one: &Candidate, team: Option<TeamId>) -> bool {
    one.active
        && one.availability == Availability::Online
        && one.there == There::Here
        && one.capacity > 0
        && team.is_none_or(|team| one.teams.contains(&team.0))
}

/// Who could answer a conversation of a team now.
pub(super) fn staff(
    conn: &Connection,
    around: &Around,
    team: Option<TeamId>,
    now: Timestamp,
) -> Result<Known, Fault> {
    let asked =
        gather::Around { there: &around.there, started_at: around.started_at, looked_at: PLACES, now };
    let all = gather::everybody(conn, &asked)?;
    let ready: Vec<&Candidate> = all.iter().filter(|one| is_ready(one, team)).collect();
    let free: Vec<AgentId> =
        ready.iter().filter(|one| one.load < one.capacity).map(|one| one.agent).collect();
    let staff = Staff::of(!ready.is_empty(), !free.is_empty());
    let calendar = match team {
        Some(team) => teams::find(conn, team)?.and_then(|team| team.calendar),
        None => None,
    };
    let opens_at = match staff {
        Staff::Gone => calendars::open_at(conn, calendar, now)?.opens_at,
        _ => None,
    };
    let only = (free.len() == 1).then(|| free[0]);
    Ok(Known { staff, free: only, opens_at })
}

/// The first notice, and until when somebody answers where nobody is there.
pub(super) fn first(
    conn: &Connection,
    (settings, locale): (&Settings, Locale),
    conversation: &Conversation,
    known: &Known,
    now: Timestamp,
) -> Result<String, Fault> {
    let texts = Texts::new(locale);
    Ok(match known.staff {
        Staff::Free => {
            let name = match known.free {
                Some(agent) => crate::domain::access::store::find(conn, agent)?.map(|agent| agent.name),
                None => None,
            };
            let usual = settings.line(Line::HandOver, locale, "bot.hand_over");
            match name.filter(|_| usual == texts.get("bot.hand_over")) {
                Some(name) => texts.get("bot.hand_over_named").replace("{name}", &name),
                None => usual.to_owned(),
            }
        }
        Staff::Busy => busy(conn, settings, (conversation, locale), now)?,
        Staff::Gone => gone(conn, settings, (conversation, locale), known.opens_at, now)?,
    })
}

/// The place and the wait, as far as they are known.
fn busy(
    conn: &Connection,
    settings: &Settings,
    (conversation, locale): (&Conversation, Locale),
    now: Timestamp,
) -> Result<String, Fault> {
    let texts = Texts::new(locale);
    let own = settings.line(Line::Busy, locale, "bot.busy");
    if own != texts.get("bot.busy") {
        return Ok(own.to_owned());
    }
    let waiting = routing::waiting(conn, PLACES)?;
    let before = waiting
        .iter()
        .filter(|row| row.team == conversation.team() && row.conversation != conversation.id())
        .count();
    if before >= PLACES {
        return Ok(own.to_owned());
    }
    let place = before + 1;
    let wait = wait_ms(place, &routing::paces(conn, conversation.team())?, now);
    let minutes = wait.map(|wait| (wait + 59_999) / 60_000);
    let text = match minutes {
        None => texts.get("bot.busy_place").to_owned(),
        Some(1) => texts.get("bot.busy_wait.one").replace("{count}", "1"),
        Some(minutes) => texts.get("bot.busy_wait.other").replace("{count}", &minutes.to_string()),
    };
    Ok(text.replace("{place}", &place.to_string()))
}

/// Nobody is there: when somebody is again.
fn gone(
    conn: &Connection,
    settings: &Settings,
    (conversation, locale): (&Conversation, Locale),
    opens_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<String, Fault> {
    let texts = Texts::new(locale);
    let (key, at) = match opens_at {
        Some(at) => ("bot.closed", at),
        None => ("bot.nobody", Timestamp(now.0 + PROMISED_MS)),
    };
    let line = match opens_at {
        Some(_) => settings.line(Line::Closed, locale, "bot.closed"),
        None => texts.get(key),
    };
    Ok(line.replace("{time}", &told(conn, conversation, (at, locale), now)?))
}

/// That nobody is free, with the time by which somebody answers.
pub(super) fn still_nobody(
    conn: &Connection,
    conversation: &Conversation,
    known: &Known,
    locale: Locale,
    now: Timestamp,
) -> Result<String, Fault> {
    let at = known.opens_at.unwrap_or(Timestamp(now.0 + PROMISED_MS));
    let time = told(conn, conversation, (at, locale), now)?;
    Ok(Texts::new(locale).get("bot.still_nobody").replace("{time}", &time))
}

/// A time by the customer's own clock, where it is known.
fn told(
    conn: &Connection,
    conversation: &Conversation,
    (at, locale): (Timestamp, Locale),
    now: Timestamp,
) -> Result<String, Fault> {
    let own = contacts::find_visitor(conn, conversation.visitor())?.and_then(|visitor| visitor.time_zone);
    let zone = match own {
        Some(zone) => zone,
        None => shop::shop(conn)?.time_zone,
    };
    Ok(when(at, now, &zone, locale))
}

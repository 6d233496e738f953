//! Who gets which conversation: rounds with whoever happens to be there, and other settings.

use servicedesk::domain::access::agent::Availability;
use servicedesk::domain::access::presence::There;
use servicedesk::domain::routing::settings::Settings;
use servicedesk::domain::routing::store;
use servicedesk::fault::Fault;
use servicedesk::flows::access::availability::{Choice, choose};
use servicedesk::flows::routing::round::{Asked, round};
use servicedesk::flows::routing::settings::change;
use servicedesk::storage::Unit;

use super::{any_agent, somebody};
use crate::random::Random;

pub fn route(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let now = unit.now();
    let mut there = Vec::new();
    for _ in 0..dice.below(4) {
        there.push((any_agent(unit, dice)?, There { since: now, last_seen: now }, dice.once_in(2)));
    }
    let asked =
        Asked { epoch: "one", reached: -1, is_due: true, there: &there, started_at: now, looked_at: 20 };
    round(unit, &asked).map(drop)
}

pub fn go_online(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (agent, caller) = (any_agent(unit, dice)?, somebody(unit, dice)?);
    let choice = Choice { availability: Availability::Online, reason: None, until: None };
    choose(unit, &caller, agent, &choice).map(drop)
}

pub fn settings(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let (_, version) = store::settings(unit.conn())?;
    let settings = Settings { high_head_start_ms: dice.between(0, 600_000) as i64, ..Settings::default() };
    change(unit, &caller, &settings, version).map(drop)
}

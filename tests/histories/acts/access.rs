//! Teams and roles, and what agents are good at.

use servicedesk::domain::access::rights::Rights;
use servicedesk::domain::access::roles::Reading;
use servicedesk::fault::Fault;
use servicedesk::flows::access::roles as changing_roles;
use servicedesk::flows::access::teams as changing_teams;
use servicedesk::flows::access::update_agent::{self, Changes};
use servicedesk::ids::{RoleId, TeamId};
use servicedesk::storage::Unit;

use super::{any, any_agent, somebody};
use crate::random::Random;

pub fn team(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let name = Some(format!("team {}", dice.below(8)));
    let changes = changing_teams::Changes { name, offered: Some(dice.once_in(2)), ..Default::default() };
    let one = any(unit, dice, "teams").map(TeamId);
    match dice.below(6) {
        0 => changing_teams::change(unit, &who, one?, changes).map(drop),
        1 => changing_teams::remove(unit, &who, one?),
        2 | 3 => {
            let members = [any_agent(unit, dice)?, any_agent(unit, dice)?];
            changing_teams::set_members(unit, &who, one?, &members).map(drop)
        }
        _ => changing_teams::add(unit, &who, changes).map(drop),
    }
}

pub fn role(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let rights = Rights::named([["reply", "note"], ["take", "label"]][dice.below(2)]);
    let changes = changing_roles::Changes {
        name: Some(format!("role {}", dice.below(8))),
        rights: Some(rights),
        reading: Some([Reading::All, Reading::Teams][dice.below(2)]),
    };
    let one = any(unit, dice, "roles").map(RoleId);
    match dice.below(5) {
        0 => changing_roles::change(unit, &who, one?, changes).map(drop),
        1 => changing_roles::remove(unit, &who, one?),
        2 => {
            let whom = any_agent(unit, dice)?;
            update_agent::set_standing(unit, &who, whom, Some(one?), None).map(drop)
        }
        _ => changing_roles::add(unit, &who, changes).map(drop),
    }
}

pub fn skills(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let changes = Changes {
        languages: Some(vec!["zh-CN".to_owned()]),
        skills: Some(vec![format!("skill {}", dice.below(4)), "refunds".to_owned()]),
        ..Changes::default()
    };
    update_agent::update_agent(unit, &who, any_agent(unit, dice)?, &changes).map(drop)
}

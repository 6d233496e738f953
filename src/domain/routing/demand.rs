//! Whether a conversation stays with whoever has it. A customer who waits is not left with somebody who vanished; one who does not
//! wait stays until they write.

use super::settings::Settings;
use super::{Candidate, Cause, Held, There};
use crate::clock::Timestamp;
use crate::events::Availability;

/// What becomes of a conversation that somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// It stays until something happens.
    Stays,
    /// It stays until this time, if nothing happens before.
    Until(Timestamp),
    /// It leaves them now.
    Leaves(Cause),
}

/// Judges by the first cause that holds. `agent` is `None` for somebody whom the desk does not know any more.
#[must_use]
pub fn stay(held: &Held, agent: Option<&Candidate>, settings: &Settings, now: Timestamp) -> Stay {
    let Some(agent) = agent.filter(|agent| agent.active) else { return Stay::Leaves(Cause::Disabled) };
    let waits = held.customer_waits;
    if waits && agent.availability == Availability::Offline {
        return Stay::Leaves(Cause::Offline);
    }
    let gone = match agent.there {
        There::Left(at) if waits => Some((at.plus(settings.gone_after()), Cause::Gone)),
        _ => None,
    };
    let away = (waits && agent.availability == Availability::Away)
        .then(|| (agent.availability_since.plus(settings.away_after()), Cause::Away));
    let untaken = held.given_at.map(|at| (at.plus(settings.taken_within()), Cause::NotTaken));
    let ends = || [gone, away, untaken].into_iter().flatten();
    if let Some((_, cause)) = ends().find(|(end, _)| *end <= now) {
        return Stay::Leaves(cause);
    }
    ends().map(|(end, _)| end).min().map_or(Stay::Stays, Stay::Until)
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{agent, at, minutes};
    use super::*;
    use crate::events::Availability::{Away, Offline, Online};
    use crate::ids::AgentId;

    const WAITS: Held = Held { agent: AgentId(1), given_at: None, customer_waits: true };
    const RESTS: Held = Held { customer_waits: false, ..WAITS };

    #[test]
    fn who_vanished_keeps_no_customer_who_waits() {
        let here = agent(1);
        let given = Held { given_at: Some(at(10)), ..WAITS };
        let given_at_rest = Held { customer_waits: false, ..given };
        let second = |second: i64| at(0).plus(std::time::Duration::from_secs(second.unsigned_abs()));
        for (name, held, somebody, now, expected) in [
            ("there and online", WAITS, here.clone(), at(900), Stay::Stays),
            ("offline: at once", WAITS, here.clone().is(Offline, 10), at(10), Stay::Leaves(Cause::Offline)),
            ("offline, nobody waits", RESTS, here.clone().is(Offline, 10), at(900), Stay::Stays),
            ("gone, in the grace", WAITS, here.clone().left(10), at(11), Stay::Until(at(12))),
            ("gone, two minutes", WAITS, here.clone().left(10), at(12), Stay::Leaves(Cause::Gone)),
            ("gone, nobody waits", RESTS, here.clone().left(10), at(900), Stay::Stays),
            ("away, a while", WAITS, here.clone().is(Away, 10), at(14), Stay::Until(at(15))),
            ("away, five minutes", WAITS, here.clone().is(Away, 10), at(15), Stay::Leaves(Cause::Away)),
            ("away, nobody waits", RESTS, here.clone().is(Away, 10), at(900), Stay::Stays),
            (
                "away and gone: the earlier",
                WAITS,
                here.clone().is(Away, 8).left(10),
                at(11),
                Stay::Until(at(12)),
            ),
            ("disabled: at once", WAITS, here.clone().disabled(), at(10), Stay::Leaves(Cause::Disabled)),
            ("given, time left", given, here.clone(), at(11), Stay::Until(second(690))),
            ("given, not taken", given, here.clone(), second(690), Stay::Leaves(Cause::NotTaken)),
            ("given at rest, not taken", given_at_rest, here.clone(), at(12), Stay::Leaves(Cause::NotTaken)),
            ("online, over capacity", WAITS, here.clone().has(9, 1), at(900), Stay::Stays),
        ] {
            assert_eq!(stay(&held, Some(&somebody), &Settings::default(), now), expected, "{name}");
        }
        assert_eq!(stay(&WAITS, None, &Settings::default(), at(0)), Stay::Leaves(Cause::Disabled));
        assert_eq!(minutes(2), Settings::default().gone_after_ms);
        assert_eq!(here.availability, Online);
    }
}

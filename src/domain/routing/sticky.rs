//! Coming back to whoever answered last: preferred while free, and waited for a short while while there and full.

use super::Item;
use super::eligible::Refusal;
use super::settings::Settings;
use crate::clock::Timestamp;
use crate::ids::AgentId;

/// The agent to whom the customer comes back, if that is not too long ago.
#[must_use]
pub fn last_agent(item: &Item, settings: &Settings, now: Timestamp) -> Option<AgentId> {
    let (agent, at) = item.last?;
    (settings.sticky_days > 0 && now <= at.plus(settings.sticky())).then_some(agent)
}

/// Until when the last agent is waited for; `refusal` is what keeps them from the item.
#[must_use]
pub fn waits_until(
    item: &Item,
    refusal: Option<Refusal>,
    settings: &Settings,
    now: Timestamp,
) -> Option<Timestamp> {
    let end = item.since.plus(settings.sticky_wait());
    (refusal == Some(Refusal::Full) && now < end).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::properties::scene::{at, item};
    use super::*;

    #[test]
    fn a_customer_comes_back_for_thirty_days() {
        let days = |days: i64| days * 24 * 60;
        let never = Settings { sticky_days: 0, ..Settings::default() };
        let ours = Settings::default();
        for (name, last, settings, now, expected) in [
            ("nobody answered", None, &ours, 0, None),
            ("yesterday", Some((AgentId(4), at(0))), &ours, days(1), Some(AgentId(4))),
            ("thirty days ago", Some((AgentId(4), at(0))), &ours, days(30), Some(AgentId(4))),
            ("longer ago", Some((AgentId(4), at(0))), &ours, days(30) + 1, None),
            ("switched off", Some((AgentId(4), at(0))), &never, 0, None),
        ] {
            let item = Item { last, ..item(1) };
            assert_eq!(last_agent(&item, settings, at(now)), expected, "{name}");
        }
    }

    #[test]
    fn they_are_waited_for_only_while_full_and_only_for_a_minute() {
        let item = item(1).since(10);
        for (name, refusal, now, expected) in [
            ("full", Some(Refusal::Full), 10, Some(at(11))),
            ("full for a minute", Some(Refusal::Full), 11, None),
            ("free", None, 10, None),
            ("away", Some(Refusal::Away), 10, None),
            ("not there", Some(Refusal::NotThere), 10, None),
            ("did not take it", Some(Refusal::Missed), 10, None),
        ] {
            assert_eq!(waits_until(&item, refusal, &Settings::default(), at(now)), expected, "{name}");
        }
    }
}

//! Who is there: which agents have a link open, since when, and when they last gave a sign of life. Pure; time is an argument.
//!
//! *There* is who has at least one link, whatever page or machine. Who has none any more is gone two minutes after their last sign of
//! life, so that a page that is loaded anew, a tunnel or a restart of the desk is no leaving. Links count for presence alone, never for
//! load.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::clock::Timestamp;
use crate::ids::{AgentId, LinkId};

/// Without a sign of life for so long, an agent without a link is gone.
pub const GRACE: Duration = Duration::from_mins(2);

/// An agent who is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct There {
    /// When they came.
    pub since: Timestamp,
    /// Their last sign of life; the time asked for while a link is open.
    pub last_seen: Timestamp,
}

/// When an agent who is there did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activity {
    /// The last touch of any of their pages, or when they came.
    pub idle_since: Timestamp,
    /// The last touch since they came.
    pub touched_at: Option<Timestamp>,
}

/// What the log is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Their first link opened.
    Came {
        /// When.
        since: Timestamp,
    },
    /// Nothing was heard of them for [`GRACE`].
    Gone {
        /// Their last sign of life, with which the stay ends.
        last_seen: Timestamp,
    },
}

/// An agent's stay, from coming to being gone.
#[derive(Debug, Clone)]
struct Stay {
    since: Timestamp,
    /// The last sign of life over a link that is gone, or over one from before the desk started.
    seen: Timestamp,
    links: BTreeSet<LinkId>,
    /// Those of them whose page is hidden.
    hidden: BTreeSet<LinkId>,
    /// When they are gone; counts only while there is no link.
    gone_at: Timestamp,
    activity: Activity,
    /// Whether the next touch changes something.
    awaits_touch: bool,
    /// Whether the log says that they came.
    is_logged: bool,
}

impl Stay {
    fn is_over(&self, now: Timestamp) -> bool {
        self.links.is_empty() && now >= self.gone_at
    }

    fn there(&self, now: Timestamp) -> There {
        There { since: self.since, last_seen: if self.links.is_empty() { self.seen } else { now } }
    }
}

/// Everybody who is there. As many agents as have a seat, as many links as the hub lets them open.
#[derive(Debug, Default)]
pub struct Board {
    stays: BTreeMap<AgentId, Stay>,
}

impl Board {
    /// What was so before the desk started: nobody of them is gone before [`GRACE`] is over.
    pub fn restore(&mut self, agent: AgentId, there: There, now: Timestamp) {
        let stay = self.stays.entry(agent).or_insert_with(|| Stay {
            since: there.since,
            seen: there.last_seen,
            links: BTreeSet::new(),
            hidden: BTreeSet::new(),
            gone_at: now.plus(GRACE),
            activity: Activity { idle_since: now, touched_at: None },
            awaits_touch: false,
            is_logged: true,
        });
        stay.since = stay.since.min(there.since);
        stay.is_logged = true;
    }

    /// A link opened. Whether the agent had not been there.
    pub fn came(&mut self, agent: AgentId, link: LinkId, now: Timestamp) -> bool {
        let is_new = !self.stays.contains_key(&agent);
        let stay = self.stays.entry(agent).or_insert_with(|| Stay {
            since: now,
            seen: now,
            links: BTreeSet::new(),
            hidden: BTreeSet::new(),
            gone_at: now,
            activity: Activity { idle_since: now, touched_at: None },
            awaits_touch: false,
            is_logged: false,
        });
        stay.links.insert(link);
        is_new
    }

    /// A link closed that was last heard at `heard`. Whether it was the agent's last one.
    pub fn went(&mut self, agent: AgentId, link: LinkId, heard: Timestamp) -> bool {
        let Some(stay) = self.stays.get_mut(&agent) else { return false };
        if !stay.links.remove(&link) {
            return false;
        }
        stay.hidden.remove(&link);
        stay.seen = stay.seen.max(heard);
        stay.gone_at = stay.seen.plus(GRACE);
        stay.links.is_empty()
    }

    /// A page of the agent's was hidden, or shown.
    pub fn shown(&mut self, agent: AgentId, link: LinkId, is_hidden: bool) {
        let Some(stay) = self.stays.get_mut(&agent).filter(|stay| stay.links.contains(&link)) else { return };
        if is_hidden {
            stay.hidden.insert(link);
        } else {
            stay.hidden.remove(&link);
        }
    }

    /// Whether a page of the agent's is in sight.
    #[must_use]
    pub fn is_in_sight(&self, agent: AgentId) -> bool {
        self.stays.get(&agent).is_some_and(|stay| stay.links.len() > stay.hidden.len())
    }

    /// The agent did something. Whether that was waited for.
    pub fn touched(&mut self, agent: AgentId, now: Timestamp) -> bool {
        let Some(stay) = self.stays.get_mut(&agent) else { return false };
        stay.activity = Activity { idle_since: now, touched_at: Some(now) };
        stay.awaits_touch
    }

    /// The next touch of these agents is told, and of no others.
    pub fn watch_for_touches(&mut self, agents: &BTreeSet<AgentId>) {
        for (agent, stay) in &mut self.stays {
            stay.awaits_touch = agents.contains(agent);
        }
    }

    /// Who is there, by id.
    #[must_use]
    pub fn list(&self, now: Timestamp) -> Vec<(AgentId, There)> {
        let there = self.stays.iter().filter(|(_, stay)| !stay.is_over(now));
        there.map(|(agent, stay)| (*agent, stay.there(now))).collect()
    }

    /// Who is there, and whether a link of theirs is open.
    #[must_use]
    pub fn seen(&self, now: Timestamp) -> Vec<(AgentId, There, bool)> {
        let there = self.stays.iter().filter(|(_, stay)| !stay.is_over(now));
        there.map(|(agent, stay)| (*agent, stay.there(now), !stay.links.is_empty())).collect()
    }

    /// An agent, if they are there.
    #[must_use]
    pub fn find(&self, agent: AgentId, now: Timestamp) -> Option<There> {
        self.stays.get(&agent).filter(|stay| !stay.is_over(now)).map(|stay| stay.there(now))
    }

    /// When an agent who is there did something.
    #[must_use]
    pub fn activity(&self, agent: AgentId) -> Option<Activity> {
        self.stays.get(&agent).map(|stay| stay.activity)
    }

    /// What the log does not say yet. A stay that the log never heard of ends without a word.
    pub fn moves(&mut self, now: Timestamp) -> Vec<(AgentId, Move)> {
        self.stays.retain(|_, stay| stay.is_logged || !stay.is_over(now));
        for stay in self.stays.values_mut() {
            // The wall clock was set back: nobody stays there for longer because of it.
            stay.gone_at = stay.gone_at.min(now.plus(GRACE));
            stay.seen = stay.seen.min(now);
            stay.activity.idle_since = stay.activity.idle_since.min(now);
        }
        let moved = self.stays.iter().filter_map(|(agent, stay)| {
            let moved = match (stay.is_logged, stay.is_over(now)) {
                (false, _) => Move::Came { since: stay.since },
                (true, true) => Move::Gone { last_seen: stay.seen },
                (true, false) => return None,
            };
            Some((*agent, moved))
        });
        moved.collect()
    }

    /// The log says so now. Who came back while their going was written has come anew.
    pub fn logged(&mut self, moves: &[(AgentId, Move)], now: Timestamp) {
        for (agent, moved) in moves {
            let Some(stay) = self.stays.get_mut(agent) else { continue };
            match moved {
                Move::Came { .. } => stay.is_logged = true,
                Move::Gone { .. } if stay.links.is_empty() => drop(self.stays.remove(agent)),
                Move::Gone { .. } => (stay.since, stay.is_logged) = (now, false),
            }
        }
    }

    /// When the next of those without a link is gone.
    #[must_use]
    pub fn next_gone(&self) -> Option<Timestamp> {
        self.stays.values().filter(|stay| stay.links.is_empty()).map(|stay| stay.gone_at).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEI: AgentId = AgentId(1);

    /// Seconds after the start.
    const fn at(seconds: i64) -> Timestamp {
        Timestamp(1_000_000 + seconds * 1_000)
    }

    /// Plays a story: a line each of `second what [link [heard at second]]`. What is looked at is answered by what was logged since
    /// the look before, and by whether Mei is there.
    fn play(story: &str) -> Vec<String> {
        let mut board = Board::default();
        let mut seen = Vec::new();
        for line in story.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let now = at(words[0].parse().unwrap());
            let link = || LinkId(words[2].parse().unwrap());
            let heard = || words.get(3).map_or(now, |second| at(second.parse().unwrap()));
            match words[1] {
                "came" => drop(board.came(MEI, link(), now)),
                "went" => drop(board.went(MEI, link(), heard())),
                // The process is killed and starts: what the log and the table say is what is left.
                "crash" => {
                    let known =
                        board.stays.get(&MEI).filter(|stay| stay.is_logged).map(|stay| stay.there(now));
                    board = Board::default();
                    if let Some(there) = known {
                        board.restore(MEI, there, now);
                    }
                }
                "look" => {
                    let moves = board.moves(now);
                    board.logged(&moves, now);
                    let seconds = |time: Timestamp| (time.0 - at(0).0) / 1_000;
                    let mut said: Vec<String> = moves
                        .iter()
                        .map(|(_, moved)| match moved {
                            Move::Came { since } => format!("came {}", seconds(*since)),
                            Move::Gone { last_seen } => format!("gone {}", seconds(*last_seen)),
                        })
                        .collect();
                    said.push(board.find(MEI, now).map_or("not there".into(), |there| {
                        assert_eq!(board.list(now), [(MEI, there)]);
                        format!("since {}", seconds(there.since))
                    }));
                    seen.push(said.join(", "));
                }
                other => panic!("{other}"),
            }
        }
        seen
    }

    #[test]
    fn one_truth_for_machines_tabs_sleep_and_crashes() {
        for (what, story, expected) in [
            ("a tab", "0 came 1\n0 look\n60 look", vec!["came 0, since 0", "since 0"]),
            (
                "two machines: one of them closes",
                "0 came 1\n5 came 2\n10 look\n20 went 1\n400 look",
                vec!["came 0, since 0", "since 0"],
            ),
            (
                "both close",
                "0 came 1\n5 came 2\n10 look\n20 went 1\n30 went 2\n149 look\n150 look\n151 look",
                vec!["came 0, since 0", "since 0", "gone 30, not there", "not there"],
            ),
            (
                "a page is loaded anew",
                "0 came 1\n0 look\n60 went 1\n61 came 2\n500 look",
                vec!["came 0, since 0", "since 0"],
            ),
            (
                "a phone asleep: its link ends a minute after it was last heard",
                "0 came 1\n0 look\n160 went 1 100\n219 look\n220 look",
                vec!["came 0, since 0", "since 0", "gone 100, not there"],
            ),
            (
                "a phone with a long heartbeat is gone when its link is",
                "0 came 1\n0 look\n700 look\n800 went 1 200\n800 look",
                vec!["came 0, since 0", "since 0", "gone 200, not there"],
            ),
            (
                "a crash: back within two minutes",
                "0 came 1\n0 look\n50 crash\n169 came 2\n400 look",
                vec!["came 0, since 0", "since 0"],
            ),
            (
                "a crash: nobody comes back",
                "0 came 1\n0 look\n50 crash\n169 look\n170 look",
                vec!["came 0, since 0", "since 0", "gone 50, not there"],
            ),
            ("a crash before the log heard of them", "0 came 1\n1 crash\n2 look", vec!["not there"]),
            ("they left before anybody looked", "0 came 1\n1 went 1\n200 look", vec!["not there"]),
            (
                "they come back after they were gone and before it was written",
                "0 came 1\n0 look\n10 went 1\n200 came 2\n200 look",
                vec!["came 0, since 0", "since 0"],
            ),
            (
                "the clock is set back by an hour",
                "7200 came 1\n7200 look\n7210 went 1\n3610 look\n3729 look\n3730 look",
                vec!["came 7200, since 7200", "since 7200", "since 7200", "gone 3610, not there"],
            ),
            ("a link that was never there", "0 went 9\n0 look", vec!["not there"]),
            (
                "a link that closes twice",
                "0 came 1\n0 came 2\n0 look\n1 went 1\n2 went 1\n300 look",
                vec!["came 0, since 0", "since 0"],
            ),
        ] {
            assert_eq!(play(story), expected, "{what}");
        }
    }

    #[test]
    fn who_comes_back_while_it_is_written_that_they_went_comes_anew() {
        let mut board = Board::default();
        board.came(MEI, LinkId(1), at(0));
        let moves = board.moves(at(0));
        board.logged(&moves, at(0));
        board.went(MEI, LinkId(1), at(10));
        let moves = board.moves(at(130));
        assert_eq!(moves, [(MEI, Move::Gone { last_seen: at(10) })]);
        board.came(MEI, LinkId(2), at(131));
        board.logged(&moves, at(131));
        assert_eq!(board.moves(at(132)), [(MEI, Move::Came { since: at(131) })]);
    }

    #[test]
    fn the_next_to_be_gone_is_known() {
        let mut board = Board::default();
        board.came(MEI, LinkId(1), at(0));
        board.came(AgentId(2), LinkId(2), at(0));
        assert_eq!(board.next_gone(), None);
        board.went(MEI, LinkId(1), at(30));
        assert_eq!(board.next_gone(), Some(at(150)));
    }
}

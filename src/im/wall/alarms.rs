//! What somebody should do something about now, each with what would help. Pure.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::access::agent::Availability;
use crate::domain::access::availability::SetBy;
use crate::ids::{AgentId, ConversationId};

/// Alarms at once; the worst come first.
const ALARMS_MAX: usize = 6;

/// A colleague, as far as alarms ask.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) id: AgentId,
    pub(super) is_there: bool,
    pub(super) availability: Availability,
    pub(super) set_by: SetBy,
    pub(super) load: i64,
    pub(super) capacity: i64,
}

impl Person {
    fn takes(&self) -> bool {
        self.is_there && self.availability == Availability::Online
    }

    fn room(&self) -> i64 {
        (self.capacity - self.load).max(0)
    }
}

/// Who waits, as far as alarms ask.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waits {
    pub(super) waiting: i64,
    pub(super) late: i64,
    pub(super) longest: Option<ConversationId>,
}

/// Something that is wrong, and what would help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Alarm {
    /// `nobody_there`: customers wait, and nobody takes conversations. `late`: customers wait for too long. `missed`: somebody did
    /// not take what they were given. `full`: customers wait, and somebody has as many as they can.
    #[schema(example = "late")]
    code: &'static str,
    /// How many customers it is about.
    count: Option<i64>,
    /// The conversation it is about.
    conversation_id: Option<String>,
    /// The agent it is about.
    agent_id: Option<String>,
    cure: Cure,
}

/// What would help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Cure {
    /// `set_online`: set somebody online. `give_to`: somebody has room. `call_in`: nobody is there. `make_room`: everybody is full. `ask`: ask
    /// them, and set them online.
    #[schema(example = "give_to")]
    code: &'static str,
    /// Who could.
    agent_id: Option<String>,
    /// How many more they can take.
    room: Option<i64>,
}

impl Cure {
    fn new(code: &'static str, person: Option<&Person>) -> Self {
        let room = person.map(Person::room).filter(|_| code == "give_to");
        Self { code, agent_id: person.map(|person| person.id.to_string()), room }
    }
}

/// Who would help a customer who waits: who has most room, else who is there and could be set online.
fn cure(people: &[Person], but: Option<AgentId>) -> Cure {
    let others = || people.iter().filter(|person| Some(person.id) != but);
    let free = others().filter(|person| person.takes() && person.room() > 0);
    if let Some(free) = free.min_by_key(|person| (-person.room(), person.id.0)) {
        return Cure::new("give_to", Some(free));
    }
    let idle = others().filter(|person| person.is_there && !person.takes() && person.room() > 0);
    if let Some(idle) = idle.min_by_key(|person| (person.availability == Availability::Offline, person.id.0))
    {
        return Cure::new("set_online", Some(idle));
    }
    Cure::new(if people.iter().any(Person::takes) { "make_room" } else { "call_in" }, None)
}

/// What is wrong, the worst first.
pub(super) fn alarms(waits: &Waits, people: &[Person]) -> Vec<Alarm> {
    let mut alarms = Vec::new();
    let mut tell = |code, count, conversation: Option<ConversationId>, agent: Option<AgentId>, cure| {
        let conversation_id = conversation.map(|id| id.to_string());
        alarms.push(Alarm { code, count, conversation_id, agent_id: agent.map(|id| id.to_string()), cure });
    };
    let nobody = waits.waiting > 0 && !people.iter().any(Person::takes);
    if nobody {
        tell("nobody_there", Some(waits.waiting), waits.longest, None, cure(people, None));
    }
    if waits.late > 0 && !nobody {
        tell("late", Some(waits.late), waits.longest, None, cure(people, None));
    }
    for person in people.iter().filter(|person| person.set_by == SetBy::Missed) {
        tell("missed", None, None, Some(person.id), Cure::new("ask", Some(person)));
    }
    if waits.waiting > 0 {
        for person in people.iter().filter(|person| person.takes() && person.room() == 0) {
            tell("full", None, None, Some(person.id), cure(people, Some(person.id)));
        }
    }
    alarms.truncate(ALARMS_MAX);
    alarms
}

#[cfg(test)]
mod tests {
    use super::*;
    use Availability::{Away, Offline, Online};

    fn person(id: i64, is_there: bool, availability: Availability, load: i64) -> Person {
        Person { id: AgentId(id), is_there, availability, set_by: SetBy::Person, load, capacity: 5 }
    }

    /// As `code about>cure who room`.
    fn told(waiting: i64, late: i64, people: &[Person]) -> Vec<String> {
        let waits = Waits { waiting, late, longest: (waiting > 0).then_some(ConversationId(9)) };
        let number = |id: Option<&String>| {
            let of = |id: &String| id.parse::<AgentId>().map_or(0, |agent| agent.0);
            id.map_or_else(|| "-".to_owned(), |id| of(id).to_string())
        };
        let line = |alarm: Alarm| {
            let (about, who) = (number(alarm.agent_id.as_ref()), number(alarm.cure.agent_id.as_ref()));
            let room = alarm.cure.room.map_or_else(|| "-".to_owned(), |room| room.to_string());
            format!("{} {about} > {} {who} {room}", alarm.code, alarm.cure.code)
        };
        alarms(&waits, people).into_iter().map(line).collect()
    }

    #[test]
    fn each_alarm_names_what_would_help() {
        let missed = Person { set_by: SetBy::Missed, ..person(2, true, Away, 0) };
        for (what, waiting, late, people, expected) in [
            ("nobody waits", 0, 0, vec![person(1, true, Online, 5)], vec![]),
            ("a short wait", 1, 0, vec![person(1, true, Online, 1)], vec![]),
            ("no agent at all", 1, 0, vec![], vec!["nobody_there - > call_in - -"]),
            (
                "everybody went home",
                2,
                1,
                vec![person(1, false, Online, 0)],
                vec!["nobody_there - > call_in - -"],
            ),
            (
                "somebody is there and away",
                2,
                0,
                vec![person(1, false, Online, 0), person(2, true, Offline, 0), person(3, true, Away, 0)],
                vec!["nobody_there - > set_online 3 -"],
            ),
            (
                "too long, somebody has room",
                3,
                1,
                vec![person(1, true, Online, 5), person(2, true, Online, 2), person(3, true, Online, 4)],
                vec!["late - > give_to 2 3", "full 1 > give_to 2 3"],
            ),
            (
                "too long, everybody is full",
                3,
                1,
                vec![person(1, true, Online, 5)],
                vec!["late - > make_room - -", "full 1 > make_room - -"],
            ),
            (
                "full, and somebody could be set online",
                1,
                0,
                vec![person(1, true, Online, 6), person(2, true, Away, 0)],
                vec!["full 1 > set_online 2 -"],
            ),
            (
                "somebody did not answer",
                0,
                0,
                vec![person(1, true, Online, 0), missed],
                vec!["missed 2 > ask 2 -"],
            ),
        ] {
            assert_eq!(told(waiting, late, &people), expected, "{what}");
        }
    }

    #[test]
    fn there_are_few_at_once() {
        let people: Vec<Person> = (1..40).map(|id| person(id, true, Online, 5)).collect();
        assert_eq!(told(9, 9, &people).len(), ALARMS_MAX);
        assert!(told(9, 9, &people)[0].starts_with("late"));
    }
}

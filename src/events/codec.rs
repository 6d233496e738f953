//! Events as numbers: the one place that knows which number means what.

use super::{
    AccessEvent, AgentEvent, Alarm, Area, Availability, By, ClockKind, ConversationEvent, Ended, Event,
    EventKind, Priority, State, VisitorEvent,
};
use crate::clock::Timestamp;
use crate::ids::{AgentId, ContactId, ConversationId, TeamId, VisitorId};

/// The number of a message that says whether an answer of the bot helped.
const FEEDBACK: i64 = 2;
/// Added to the number of a state that a closing was undone to.
const UNDONE: i64 = 16;
/// What the number of a clock is multiplied by before that of its alarm is added.
const CLOCKS: i64 = 16;

/// An event as its row holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// The number of its kind.
    pub kind: i64,
    /// The conversation it is about.
    pub conversation: Option<ConversationId>,
    /// An id, a time or a number, by kind.
    pub subject: i64,
    /// A number, by kind.
    pub amount: i64,
}

impl Event {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Conversation(_, event) => event.kind(),
            Self::Agent(_, AgentEvent::Disabled) => EventKind::AgentDisabled,
            Self::Agent(_, AgentEvent::AvailabilityChanged { .. }) => EventKind::AvailabilityChanged,
            Self::Agent(_, AgentEvent::Changed) => EventKind::AgentChanged,
            Self::Agent(_, AgentEvent::Presence { .. }) => EventKind::Presence,
            Self::Visitor(_, VisitorEvent::Ended { .. }) => EventKind::VisitorEnded,
            Self::Access(AccessEvent::CredentialRevoked { .. }) => EventKind::CredentialRevoked,
            Self::Access(AccessEvent::RightsChanged { .. }) => EventKind::RightsChanged,
            Self::ContactErased(_) => EventKind::ContactErased,
            Self::SettingsChanged(_) => EventKind::SettingsChanged,
        }
    }

    /// The conversation it happened to.
    #[must_use]
    pub const fn conversation(&self) -> Option<ConversationId> {
        match self {
            Self::Conversation(id, _) => Some(*id),
            _ => None,
        }
    }
}

impl ConversationEvent {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Opened { .. } => EventKind::Opened,
            Self::Message { .. } | Self::Feedback => EventKind::Message,
            Self::Edited { .. } => EventKind::Edited,
            Self::Recalled { .. } => EventKind::Recalled,
            Self::Assigned { .. } => EventKind::Assigned,
            Self::Unassigned { .. } => EventKind::Unassigned,
            Self::Transferred { .. } => EventKind::Transferred,
            Self::StateChanged { .. } => EventKind::StateChanged,
            Self::Rated { .. } => EventKind::Rated,
            Self::Labelled => EventKind::Labelled,
            Self::ContactChanged { .. } => EventKind::ContactChanged,
            Self::TeamChanged { .. } => EventKind::TeamChanged,
            Self::PriorityChanged { .. } => EventKind::PriorityChanged,
            Self::Clock { .. } => EventKind::Clock,
            Self::NoAnswerNeeded => EventKind::NoAnswerNeeded,
            Self::Ticket { .. } => EventKind::Ticket,
            Self::TicketChanged { .. } => EventKind::TicketChanged,
            Self::Merged { .. } => EventKind::Merged,
            Self::Unmerged { .. } => EventKind::Unmerged,
            Self::Linked { .. } => EventKind::Linked,
            Self::Erased => EventKind::Erased,
        }
    }

    fn numbers(self) -> (i64, i64) {
        match self {
            Self::Opened { contact, visitor } => (contact.0, visitor.0),
            Self::Message { note } => (0, note.into()),
            Self::Feedback => (0, FEEDBACK),
            Self::Edited { message } | Self::Recalled { message } => (0, message),
            Self::Assigned { to, by } => (to.0, by as i64),
            Self::Unassigned { by } => (0, by as i64),
            Self::Transferred { to } => (to.0, 0),
            Self::StateChanged { to, until, undone } => {
                (until.map_or(0, |at| at.0), to as i64 + if undone { UNDONE } else { 0 })
            }
            Self::Rated { stars } => (0, stars),
            Self::Labelled | Self::NoAnswerNeeded | Self::Erased => (0, 0),
            Self::TeamChanged { to, by } => (to.map_or(0, |team| team.0), by as i64),
            Self::PriorityChanged { to, by } => (by as i64, to as i64),
            Self::Clock { clock, alarm, due } => (due.0, clock as i64 * CLOCKS + alarm as i64),
            Self::ContactChanged { to } => (to.0, 0),
            Self::Ticket { number } => (0, number),
            Self::TicketChanged { public } => (0, public.into()),
            Self::Merged { into } | Self::Unmerged { into } => (into.0, 0),
            Self::Linked { other, waits_since } => (other.0, waits_since.map_or(0, |since| since.0)),
        }
    }
}

/// The numbers of an event.
#[must_use]
pub fn encode(event: &Event) -> Stored {
    let (subject, amount) = match *event {
        Event::Conversation(_, event) => event.numbers(),
        Event::Agent(id, AgentEvent::AvailabilityChanged { to }) => (id.0, to as i64),
        Event::Agent(id, AgentEvent::Presence { there }) => (id.0, there.into()),
        Event::Agent(id, AgentEvent::Disabled | AgentEvent::Changed) => (id.0, 0),
        Event::Visitor(id, VisitorEvent::Ended { how }) => (id.0, how as i64),
        Event::Access(AccessEvent::CredentialRevoked { credential }) => (credential, 0),
        Event::Access(AccessEvent::RightsChanged { member }) => (member, 0),
        Event::ContactErased(id) => (id.0, 0),
        Event::SettingsChanged(area) => (area as i64, 0),
    };
    Stored { kind: event.kind() as i64, conversation: event.conversation(), subject, amount }
}

/// The event of these numbers; `None` for one that this version does not know.
#[must_use]
pub fn decode(stored: &Stored) -> Option<Event> {
    let Stored { kind, conversation, subject, amount } = *stored;
    let in_conversation = |event| Some(Event::Conversation(conversation?, event));
    match EventKind::from_number(kind)? {
        EventKind::Opened => in_conversation(ConversationEvent::Opened {
            contact: ContactId(subject),
            visitor: VisitorId(amount),
        }),
        EventKind::Message if amount == FEEDBACK => in_conversation(ConversationEvent::Feedback),
        EventKind::Message => in_conversation(ConversationEvent::Message { note: amount == 1 }),
        EventKind::Edited => in_conversation(ConversationEvent::Edited { message: amount }),
        EventKind::Recalled => in_conversation(ConversationEvent::Recalled { message: amount }),
        EventKind::Assigned => {
            in_conversation(ConversationEvent::Assigned { to: AgentId(subject), by: By::from_number(amount) })
        }
        EventKind::Unassigned => {
            in_conversation(ConversationEvent::Unassigned { by: By::from_number(amount) })
        }
        EventKind::Transferred => in_conversation(ConversationEvent::Transferred { to: AgentId(subject) }),
        EventKind::StateChanged => in_conversation(ConversationEvent::StateChanged {
            to: State::from_number(amount % UNDONE),
            until: (subject != 0).then_some(Timestamp(subject)),
            undone: amount >= UNDONE,
        }),
        EventKind::Rated => in_conversation(ConversationEvent::Rated { stars: amount }),
        EventKind::Labelled => in_conversation(ConversationEvent::Labelled),
        EventKind::ContactChanged => {
            in_conversation(ConversationEvent::ContactChanged { to: ContactId(subject) })
        }
        EventKind::TeamChanged => in_conversation(ConversationEvent::TeamChanged {
            to: (subject != 0).then_some(TeamId(subject)),
            by: By::from_number(amount),
        }),
        EventKind::PriorityChanged => in_conversation(ConversationEvent::PriorityChanged {
            to: Priority::from_number(amount),
            by: By::from_number(subject),
        }),
        EventKind::Clock => in_conversation(ConversationEvent::Clock {
            clock: ClockKind::from_number(amount.div_euclid(CLOCKS))?,
            alarm: Alarm::from_number(amount.rem_euclid(CLOCKS))?,
            due: Timestamp(subject),
        }),
        EventKind::NoAnswerNeeded => in_conversation(ConversationEvent::NoAnswerNeeded),
        EventKind::Ticket => in_conversation(ConversationEvent::Ticket { number: amount }),
        EventKind::TicketChanged => in_conversation(ConversationEvent::TicketChanged { public: amount == 1 }),
        EventKind::Merged => in_conversation(ConversationEvent::Merged { into: ConversationId(subject) }),
        EventKind::Unmerged => in_conversation(ConversationEvent::Unmerged { into: ConversationId(subject) }),
        EventKind::Linked => in_conversation(ConversationEvent::Linked {
            other: ConversationId(subject),
            waits_since: (amount != 0).then_some(Timestamp(amount)),
        }),
        EventKind::Erased => in_conversation(ConversationEvent::Erased),
        EventKind::AgentDisabled => Some(Event::Agent(AgentId(subject), AgentEvent::Disabled)),
        EventKind::AvailabilityChanged => {
            let to = Availability::from_number(amount);
            Some(Event::Agent(AgentId(subject), AgentEvent::AvailabilityChanged { to }))
        }
        EventKind::AgentChanged => Some(Event::Agent(AgentId(subject), AgentEvent::Changed)),
        EventKind::Presence => {
            Some(Event::Agent(AgentId(subject), AgentEvent::Presence { there: amount == 1 }))
        }
        EventKind::VisitorEnded => {
            let how = if amount == Ended::Erased as i64 { Ended::Erased } else { Ended::GivenUp };
            Some(Event::Visitor(VisitorId(subject), VisitorEvent::Ended { how }))
        }
        EventKind::CredentialRevoked => {
            Some(Event::Access(AccessEvent::CredentialRevoked { credential: subject }))
        }
        EventKind::RightsChanged => Some(Event::Access(AccessEvent::RightsChanged { member: subject })),
        EventKind::ContactErased => Some(Event::ContactErased(ContactId(subject))),
        EventKind::SettingsChanged => Area::from_number(subject).map(Event::SettingsChanged),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn state() -> impl Strategy<Value = State> {
        proptest::sample::select(State::ALL.to_vec())
    }

    fn by() -> impl Strategy<Value = By> {
        proptest::sample::select(By::ALL.to_vec())
    }

    fn in_conversation() -> impl Strategy<Value = ConversationEvent> {
        let id = 1..i64::MAX;
        prop_oneof![
            (id.clone(), id.clone()).prop_map(|(contact, visitor)| ConversationEvent::Opened {
                contact: ContactId(contact),
                visitor: VisitorId(visitor)
            }),
            any::<bool>().prop_map(|note| ConversationEvent::Message { note }),
            Just(ConversationEvent::Feedback),
            id.clone().prop_map(|message| ConversationEvent::Edited { message }),
            id.clone().prop_map(|message| ConversationEvent::Recalled { message }),
            (id.clone(), by()).prop_map(|(to, by)| ConversationEvent::Assigned { to: AgentId(to), by }),
            by().prop_map(|by| ConversationEvent::Unassigned { by }),
            id.clone().prop_map(|to| ConversationEvent::Transferred { to: AgentId(to) }),
            (state(), proptest::option::of(id.clone()), any::<bool>()).prop_map(|(to, until, undone)| {
                ConversationEvent::StateChanged { to, until: until.map(Timestamp), undone }
            }),
            (1..=5_i64).prop_map(|stars| ConversationEvent::Rated { stars }),
            Just(ConversationEvent::Labelled),
            Just(ConversationEvent::NoAnswerNeeded),
            id.clone().prop_map(|number| ConversationEvent::Ticket { number }),
            any::<bool>().prop_map(|public| ConversationEvent::TicketChanged { public }),
            id.clone().prop_map(|into| ConversationEvent::Merged { into: ConversationId(into) }),
            id.clone().prop_map(|into| ConversationEvent::Unmerged { into: ConversationId(into) }),
            (id.clone(), proptest::option::of(id.clone())).prop_map(|(other, since)| {
                ConversationEvent::Linked { other: ConversationId(other), waits_since: since.map(Timestamp) }
            }),
            (proptest::option::of(id.clone()), by())
                .prop_map(|(to, by)| ConversationEvent::TeamChanged { to: to.map(TeamId), by }),
            (proptest::sample::select(Priority::ALL.to_vec()), by())
                .prop_map(|(to, by)| ConversationEvent::PriorityChanged { to, by }),
            (proptest::sample::select(ClockKind::ALL.to_vec()), any::<bool>(), id.clone()).prop_map(
                |(clock, broken, due)| {
                    let alarm = if broken { Alarm::Broken } else { Alarm::Warned };
                    ConversationEvent::Clock { clock, alarm, due: Timestamp(due) }
                }
            ),
            id.prop_map(|to| ConversationEvent::ContactChanged { to: ContactId(to) }),
            Just(ConversationEvent::Erased),
        ]
    }

    fn event() -> impl Strategy<Value = Event> {
        let id = 1..i64::MAX;
        prop_oneof![
            4 => (id.clone(), in_conversation())
                .prop_map(|(id, event)| Event::Conversation(ConversationId(id), event)),
            1 => id.clone().prop_map(|id| Event::Agent(AgentId(id), AgentEvent::Disabled)),
            1 => id.clone().prop_map(|id| Event::Agent(AgentId(id), AgentEvent::Changed)),
            1 => (id.clone(), any::<bool>())
                .prop_map(|(id, there)| Event::Agent(AgentId(id), AgentEvent::Presence { there })),
            1 => (id.clone(), 1..=3_i64).prop_map(|(id, to)| {
                let to = Availability::from_number(to);
                Event::Agent(AgentId(id), AgentEvent::AvailabilityChanged { to })
            }),
            1 => (id.clone(), any::<bool>()).prop_map(|(id, erased)| {
                let how = if erased { Ended::Erased } else { Ended::GivenUp };
                Event::Visitor(VisitorId(id), VisitorEvent::Ended { how })
            }),
            1 => id.clone().prop_map(|credential| Event::Access(AccessEvent::CredentialRevoked { credential })),
            1 => id.clone().prop_map(|member| Event::Access(AccessEvent::RightsChanged { member })),
            1 => id.prop_map(|id| Event::ContactErased(ContactId(id))),
            1 => proptest::sample::select(Area::ALL.to_vec()).prop_map(Event::SettingsChanged),
        ]
    }

    proptest! {
        #[test]
        fn what_was_encoded_is_decoded_again(event in event()) {
            prop_assert_eq!(decode(&encode(&event)), Some(event));
        }

        #[test]
        fn no_number_is_a_panic(kind in 0..60_i64, conversation: Option<i64>, subject: i64, amount: i64) {
            let stored = Stored { kind, conversation: conversation.map(ConversationId), subject, amount };
            let _ = decode(&stored);
        }
    }

    #[test]
    fn every_kind_comes_back_under_its_number() {
        let conversation = Some(ConversationId(3));
        for kind in EventKind::ALL {
            let subject = if kind == EventKind::SettingsChanged { Area::Blocks as i64 } else { 5 };
            let amount = if kind == EventKind::Clock { CLOCKS + 1 } else { 1 };
            let stored = Stored { kind: kind as i64, conversation, subject, amount };
            assert_eq!(decode(&stored).map(|event| event.kind()), Some(kind));
        }
    }
}

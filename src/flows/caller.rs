//! The caller of a flow: who it is, what they may do, and with which conversations. Made where a credential was checked;
//! every flow checks it itself, so that socket, REST, bulk and command line cannot differ.

use crate::domain::access::agent::Role;
use crate::domain::access::forbidden;
use crate::domain::access::rights::{Right, Rights};
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::scope::Scope;
use crate::events::{Actor, ActorKind};
use crate::fault::Fault;
use crate::ids::{AgentId, ContactId, VisitorId};

/// Somebody who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    /// The actor of their events.
    pub actor: Actor,
    /// What they may do.
    pub rights: Rights,
    /// Which conversations they may read, and act in.
    pub scope: Scope,
}

impl Caller {
    /// A person at the desk.
    #[must_use]
    pub const fn agent(id: AgentId, role: Role) -> Self {
        Self { actor: Actor::agent(id), rights: Rights::of(role), scope: Scope::Everything }
    }

    /// A customer's browser or app; `verified` says whether the shop vouched for the person.
    #[must_use]
    pub const fn visitor(id: VisitorId, contact: ContactId, verified: bool) -> Self {
        let scope = Scope::of_visitor(id, contact, verified);
        Self { actor: Actor::visitor(id), rights: Rights::VISITOR, scope }
    }

    /// The desk itself: its workers, and what a link of its own lets somebody do.
    #[must_use]
    pub const fn system() -> Self {
        Self { actor: Actor::SYSTEM, rights: Rights::ALL, scope: Scope::Everything }
    }

    /// Whoever reaches the data folder: they need no role, and events name the desk.
    #[must_use]
    pub const fn operator() -> Self {
        Self::system()
    }

    /// Refuses what the caller has no right to.
    pub fn may(&self, right: Right) -> Result<(), Fault> {
        if self.rights.hold(right) { Ok(()) } else { Err(forbidden()) }
    }

    /// Refuses what lies outside the caller's scope, as if it were not there.
    pub fn reaches(&self, conversation: &Conversation) -> Result<(), Fault> {
        let covered = self.scope.covers(conversation.contact(), conversation.visitor());
        if covered { Ok(()) } else { Err(Fault::not_found()) }
    }

    /// Refuses changes of an agent who is neither the caller nor of a role that the caller stands over.
    pub fn may_change(&self, id: AgentId, role: Role) -> Result<(), Fault> {
        if self.agent_id() == Some(id) { Ok(()) } else { self.may(Right::over(role)) }
    }

    /// The caller's id, if it is an agent.
    #[must_use]
    pub fn agent_id(&self) -> Option<AgentId> {
        (self.actor.kind == ActorKind::Agent).then_some(AgentId(self.actor.id))
    }

    /// The caller's id, if it is a visitor.
    #[must_use]
    pub fn visitor_id(&self) -> Option<VisitorId> {
        (self.actor.kind == ActorKind::Visitor).then_some(VisitorId(self.actor.id))
    }

    /// The caller's id, where only an agent has what is asked for.
    pub fn as_agent(&self) -> Result<AgentId, Fault> {
        self.agent_id().ok_or_else(forbidden)
    }

    /// The caller's id, where only a visitor has what is asked for.
    pub fn as_visitor(&self) -> Result<VisitorId, Fault> {
        self.visitor_id().ok_or_else(forbidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEI: AgentId = AgentId(1);
    const LI: AgentId = AgentId(2);

    #[test]
    fn agents_change_themselves_admins_all_but_owners_owners_everybody() {
        for (caller, id, role, may) in [
            (Caller::agent(MEI, Role::Agent), MEI, Role::Agent, true),
            (Caller::agent(MEI, Role::Agent), LI, Role::Agent, false),
            (Caller::agent(MEI, Role::Admin), LI, Role::Agent, true),
            (Caller::agent(MEI, Role::Admin), LI, Role::Admin, true),
            (Caller::agent(MEI, Role::Admin), LI, Role::Owner, false),
            (Caller::agent(MEI, Role::Owner), LI, Role::Owner, true),
            (Caller::operator(), LI, Role::Owner, true),
            // A visitor whose number is the agent's is not the agent.
            (Caller::visitor(VisitorId(1), ContactId(3), true), MEI, Role::Agent, false),
        ] {
            assert_eq!(caller.may_change(id, role).is_ok(), may, "{caller:?} {id:?} {role:?}");
        }
    }

    #[test]
    fn a_caller_is_an_agent_a_visitor_or_the_desk() {
        let visitor = Caller::visitor(VisitorId(7), ContactId(3), false);
        assert_eq!((visitor.agent_id(), visitor.visitor_id()), (None, Some(VisitorId(7))));
        let agent = Caller::agent(MEI, Role::Agent);
        assert_eq!((agent.agent_id(), agent.visitor_id()), (Some(MEI), None));
        assert!(Caller::system().as_agent().is_err() && Caller::system().as_visitor().is_err());
    }
}

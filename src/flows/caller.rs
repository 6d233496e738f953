//! The caller of a flow: who it is, what they may do, and with which conversations. Made where a credential was checked;
//! every flow checks it itself, so that socket, REST, bulk and command line cannot differ.

use rusqlite::Connection;

use crate::domain::access::agent::{Agent, Role};
use crate::domain::access::forbidden;
use crate::domain::access::rights::{Right, Rights};
use crate::domain::access::roles::{Reading, RoleDescription};
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

    /// A person at the desk, with the rights of their role, who reads what it lets them read.
    #[must_use]
    pub fn of(agent: &Agent) -> Self {
        let scope = match agent.standing.role.reading {
            Reading::All => Scope::Everything,
            Reading::Teams => Scope::Teams { agent: agent.id, teams: agent.standing.team_set() },
        };
        Self { actor: Actor::agent(agent.id), rights: agent.standing.role.rights, scope }
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
    pub fn reaches(&self, conn: &Connection, conversation: &Conversation) -> Result<(), Fault> {
        if self.scope.holds(conn, conversation)? { Ok(()) } else { Err(Fault::not_found()) }
    }

    /// Refuses changes of an agent who is neither the caller nor of a role that the caller stands over.
    pub fn may_change(&self, agent: &Agent) -> Result<(), Fault> {
        if self.agent_id() == Some(agent.id) { Ok(()) } else { self.may_give(&agent.standing.role) }
    }

    /// Refuses to give, or to take, a role that the caller does not stand over: nobody gives a right that they lack, nor
    /// conversations to read that they may not read.
    pub fn may_give(&self, role: &RoleDescription) -> Result<(), Fault> {
        self.may(Right::over(role.base))?;
        self.may_hand_out(role)
    }

    /// Refuses rights that the caller lacks, and more to read than they read.
    pub fn may_hand_out(&self, role: &RoleDescription) -> Result<(), Fault> {
        let reads_more = role.reading == Reading::All && self.scope != Scope::Everything;
        if role.rights.exceed(self.rights) || reads_more { Err(forbidden()) } else { Ok(()) }
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
    use crate::clock::Timestamp;
    use crate::domain::access::agent::{Availability, Standing};
    use crate::ids::RoleId;

    const MEI: AgentId = AgentId(1);
    const LI: AgentId = AgentId(2);

    /// An agent with a role.
    fn somebody(id: AgentId, role: &RoleDescription) -> Agent {
        let standing = Standing { role: role.clone(), ..Standing::of(role.base) };
        Agent {
            id,
            email: String::new(),
            name: String::new(),
            role: role.base,
            standing,
            active: true,
            availability: Availability::Online,
            capacity: 1,
            locale: String::new(),
            theme: String::new(),
            picture: None,
            rights_position: 0,
            created_at: Timestamp(0),
        }
    }

    /// A role of the desk's own.
    fn own(rights: &[&str], reading: Reading) -> RoleDescription {
        RoleDescription {
            id: RoleId(1 << 40),
            name: "own".to_owned(),
            rights: Rights::named(rights.iter().copied()),
            reading,
            base: Role::Agent,
        }
    }

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
            let whom = somebody(id, &RoleDescription::of(role));
            assert_eq!(caller.may_change(&whom).is_ok(), may, "{caller:?} {id:?} {role:?}");
        }
    }

    #[test]
    fn nobody_gives_a_right_that_they_lack_nor_reads_more_through_others() {
        let lead = own(&["reply", "note", "take", "agents"], Reading::All);
        let narrow = own(&["reply", "agents"], Reading::Teams);
        for (who, gives, may) in [
            (lead.clone(), own(&["reply"], Reading::All), true),
            (lead.clone(), own(&["reply", "erase"], Reading::All), false),
            (lead.clone(), RoleDescription::of(Role::Agent), false),
            (lead.clone(), RoleDescription::of(Role::Admin), false),
            (lead.clone(), lead.clone(), true),
            (narrow.clone(), own(&["reply"], Reading::All), false),
            (narrow.clone(), own(&["reply"], Reading::Teams), true),
            (RoleDescription::of(Role::Agent), own(&[], Reading::Teams), false),
            (RoleDescription::of(Role::Admin), RoleDescription::all_built_in()[2].clone(), true),
            (RoleDescription::of(Role::Admin), RoleDescription::of(Role::Owner), false),
        ] {
            let caller = Caller::of(&somebody(MEI, &who));
            assert_eq!(caller.may_give(&gives).is_ok(), may, "{who:?} {gives:?}");
            // Whom one could not make one does not change either.
            assert_eq!(caller.may_change(&somebody(LI, &gives)).is_ok(), may);
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

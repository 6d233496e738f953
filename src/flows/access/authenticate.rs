//! Turning a session token into a viewer: who it is and what they may read.

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::access::agent::Agent;
use crate::domain::access::session_token::{self, Subject};
use crate::domain::access::store as agents;
use crate::domain::contacts::store as contacts;
use crate::events::LogPosition;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::{ContactId, VisitorId};

/// The holder of a valid token.
#[derive(Debug, Clone)]
pub enum Viewer {
    /// A customer's browser or app.
    Visitor {
        /// The visitor.
        id: VisitorId,
        /// The person.
        contact: ContactId,
        /// Whether the shop vouched for the person.
        verified: bool,
        /// Log position of the last change of the visitor's rights.
        rights_position: LogPosition,
    },
    /// A person at the desk.
    Agent {
        /// The agent.
        agent: Box<Agent>,
        /// The signed-in browser or API token behind the session.
        credential: i64,
    },
}

impl Viewer {
    /// The viewer as the caller of flows.
    #[must_use]
    pub fn caller(&self) -> Caller {
        match self {
            Self::Visitor { id, contact, verified, .. } => Caller::visitor(*id, *contact, *verified),
            Self::Agent { agent, .. } => Caller::of(agent),
        }
    }

    /// Log position of the last change of the viewer's rights.
    #[must_use]
    pub fn rights_position(&self) -> LogPosition {
        match self {
            Self::Visitor { rights_position, .. } => *rights_position,
            Self::Agent { agent, .. } => agent.rights_position,
        }
    }
}

/// The holder of `token`. A forged, expired, foreign or revoked one gives the same fault.
pub fn authenticate(conn: &Connection, key: &[u8; 32], token: &str, now: Timestamp) -> Result<Viewer, Fault> {
    let claims = session_token::verify(key, token, now).ok_or_else(Fault::unauthenticated)?;
    match claims.subject {
        Subject::Visitor { id, generation } => {
            let visitor = contacts::find_visitor(conn, id)?
                .filter(|visitor| visitor.generation == generation)
                .ok_or_else(Fault::unauthenticated)?;
            Ok(Viewer::Visitor {
                id,
                contact: visitor.contact,
                verified: visitor.verified,
                rights_position: visitor.rights_position,
            })
        }
        Subject::Agent { id, credential } => {
            let holds = agents::credential_holds(conn, id, credential, now)?;
            let agent = agents::find(conn, id)?.filter(|agent| holds && agent.active);
            let agent = Box::new(agent.ok_or_else(Fault::unauthenticated)?);
            Ok(Viewer::Agent { agent, credential })
        }
    }
}

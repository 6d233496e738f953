//! Adding an agent.

use crate::domain::access::agent::{Agent, Availability, Role, Standing};
use crate::domain::access::email::EmailAddress;
use crate::domain::access::password_strength::Whose;
use crate::domain::access::roles::RoleDescription;
use crate::domain::access::{email_taken, seat_limit, seats, store};
use crate::events::{AgentEvent, Event, Record};
use crate::fault::Fault;
use crate::flows::{Caller, Desk};
use crate::ids::AgentId;
use crate::storage::Unit;
use crate::text;

/// Longest name, in characters.
const NAME_CHARS: usize = 60;
/// Live conversations an agent takes unless told otherwise.
const CAPACITY: i64 = 8;

/// An agent to be added.
#[derive(Debug, Clone)]
pub struct NewAgent {
    /// Checked.
    pub email: EmailAddress,
    /// Checked.
    pub name: String,
    /// Role of the agent.
    pub role: Role,
    /// Language of the workbench.
    pub locale: String,
}

/// Checks what was typed and hashes the password; everything that needs no transaction.
pub async fn prepare(
    desk: &Desk,
    email: &str,
    name: &str,
    role: Role,
    locale: &str,
    password: String,
    shop: String,
) -> Result<(NewAgent, String), Fault> {
    let email = EmailAddress::parse(email)?;
    let name = check_name(name)?;
    let whose = Whose { email: email.as_str().to_owned(), name: name.clone(), shop };
    let hash = desk.hash_password(password, whose).await?;
    Ok((NewAgent { email, name, role, locale: locale.to_owned() }, hash))
}

/// Trims and bounds an agent's name.
pub fn check_name(name: &str) -> Result<String, Fault> {
    text::given(name, NAME_CHARS)
        .ok_or_else(|| Fault::invalid("name", format!("Use 1 to {NAME_CHARS} printable characters.")))
}

/// Adds the agent if there is a seat and nobody has the e-mail. Whoever joins by a link does so by themselves: the link's desk is
/// the caller.
pub fn add_agent(
    unit: &mut Unit<'_>,
    caller: &Caller,
    new: &NewAgent,
    password_hash: &str,
) -> Result<AgentId, Fault> {
    caller.may_give(&RoleDescription::of(new.role))?;
    let key = new.email.key();
    if store::find_by_email(unit.conn(), &key)?.is_some() {
        return Err(email_taken());
    }
    let used = store::active_count(unit.conn())?;
    if !seats::has_room(used, seats::FREE_SEATS) {
        return Err(seat_limit(used, seats::FREE_SEATS));
    }
    let agent = Agent {
        id: unit.mint(),
        email: new.email.as_str().to_owned(),
        name: new.name.clone(),
        role: new.role,
        standing: Standing::of(new.role),
        active: true,
        availability: Availability::Online,
        capacity: CAPACITY,
        locale: new.locale.clone(),
        theme: "auto".into(),
        picture: None,
        rights_position: 0,
        created_at: unit.now(),
    };
    store::insert(unit.conn(), &agent, &key, password_hash)?;
    unit.emit(&Record::of(caller.actor, Event::Agent(agent.id, AgentEvent::Changed)))?;
    Ok(agent.id)
}

//! Who is there when a run begins.

use std::time::Duration;

use servicedesk::domain::access::agent::Role;
use servicedesk::domain::access::credentials;
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::domain::access::sessions::{self, Browser};
use servicedesk::domain::widgets::{self, store as widget_store};
use servicedesk::fault::Fault;
use servicedesk::flows::Caller;
use servicedesk::flows::access::add_agent::{NewAgent, add_agent};
use servicedesk::flows::contacts::open_visitor_session::{Arrival, open_visitor_session};
use servicedesk::flows::shop::set_up_desk::ensure_defaults;
use servicedesk::ids::{AgentId, AgentSessionId, VisitorId, WidgetId};
use servicedesk::storage::Unit;

pub fn visitor_token(device: usize) -> String {
    format!("token-{device}")
}

pub fn nobody(widget: WidgetId, device: usize) -> Arrival {
    Arrival {
        widget,
        device_id: None,
        known_token: None,
        new_token: credentials::digest(&visitor_token(device)),
        identity: None,
        locale: None,
        page: None,
        time_zone: None,
        user_agent: None,
        address: None,
    }
}

pub type People = (Vec<(AgentId, i64)>, Vec<VisitorId>);

pub fn populate(unit: &mut Unit<'_>) -> Result<People, Fault> {
    ensure_defaults(unit, "pk_test", "sk_test")?;
    let mut signed_in = Vec::new();
    for (email, role, browsers) in [("a@example.com", Role::Owner, 2), ("b@example.com", Role::Agent, 1)] {
        let new =
            NewAgent { email: EmailAddress::parse(email)?, name: email.into(), role, locale: "en".into() };
        let agent = add_agent(unit, &Caller::operator(), &new, "no password")?;
        for browser in 0..browsers {
            let session: AgentSessionId = unit.mint();
            let digest = credentials::digest(&format!("{email}{browser}"));
            let browser = Browser { user_agent: None, address: None };
            let until = unit.now().plus(Duration::from_hours(1_000));
            sessions::insert(unit.conn(), session, agent, &digest, &browser, unit.now(), until)?;
            signed_in.push((agent, session.0));
        }
    }
    let widget =
        widget_store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)?.ok_or_else(Fault::not_found)?;
    let mut visitors = Vec::new();
    for device in 0..4 {
        visitors.push(open_visitor_session(unit, &nobody(widget.id, device))?.visitor);
    }
    Ok((signed_in, visitors))
}

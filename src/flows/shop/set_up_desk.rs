//! The first minutes of a desk: the default widget, the one-time set-up link, the owner.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::domain::access::{credentials, store as agents};
use crate::domain::calendars::zone;
use crate::domain::widgets::origins::AllowedOrigin;
use crate::domain::widgets::settings::Settings;
use crate::domain::widgets::{self, is_colour, store as widget_store};
use crate::entropy::Entropy;
use crate::fault::{Fault, Kind};
use crate::flows::Caller;
use crate::flows::access::add_agent::{NewAgent, add_agent};
use crate::flows::shop::update_shop::{Changes, update_shop};
use crate::flows::widgets::update_widget;
use crate::ids::{AgentId, WidgetId};
use crate::storage::{Unit, meta};

const TOKEN: &str = "setup_token";

/// The link was used, replaced or has expired.
#[must_use]
pub const fn invalid_setup_token() -> Fault {
    Fault::new(
        Kind::Unauthenticated,
        "invalid_setup_token",
        "This set-up link was used, replaced or has expired. Restart servicedesk to get a new one.",
    )
}

/// Makes sure that the default widget exists. The keys are random bytes drawn before.
pub fn ensure_defaults(unit: &mut Unit<'_>, public_key: &str, secret: &str) -> Result<(), Fault> {
    if widget_store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)?.is_none() {
        let id: WidgetId = unit.mint();
        widget_store::insert(unit.conn(), id, widgets::DEFAULT_NAME, public_key, secret, unit.now())?;
    }
    Ok(())
}

/// A widget's public key and secret.
#[must_use]
pub fn make_widget_keys(random: &dyn Entropy) -> (String, String) {
    let public: String =
        credentials::make("", random).chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    (format!("pk_{public}"), credentials::make("sk_", random))
}

/// Makes `token` the one that set-up accepts, while the desk has no agent. Returns whether it did.
pub fn offer_setup(unit: &mut Unit<'_>, token: &str, life: Duration) -> Result<bool, Fault> {
    if agents::list(unit.conn(), 0, 1)?.is_empty() {
        let mut value = unit.now().plus(life).0.to_be_bytes().to_vec();
        value.extend(credentials::digest(token));
        meta::write(unit.conn(), TOKEN, &value)?;
        return Ok(true);
    }
    meta::remove(unit.conn(), TOKEN)?;
    Ok(false)
}

/// Whether set-up takes `token` now.
pub fn is_setup_token(conn: &rusqlite::Connection, token: &str, now: Timestamp) -> Result<bool, Fault> {
    let Some(value) = meta::read(conn, TOKEN)? else { return Ok(false) };
    let Some((expires, digest)) = value.split_at_checked(8) else { return Ok(false) };
    let expires = expires.try_into().map_or(0, i64::from_be_bytes);
    let same: bool = subtle::ConstantTimeEq::ct_eq(digest, credentials::digest(token).as_slice()).into();
    Ok(same && now.0 < expires)
}

/// Answers of the set-up page.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The token of the link.
    pub token: String,
    /// The owner.
    pub owner: NewAgent,
    /// The owner's hashed password.
    pub password_hash: String,
    /// The shop's name.
    pub shop_name: String,
    /// Default language of the shop, as a tag of the desk.
    pub locale: String,
    /// IANA time zone of the shop, as the owner's browser names it; an unknown one is left out.
    pub time_zone: Option<String>,
    /// The widget's colour.
    pub accent: String,
    /// Sites that may show the widget.
    pub allowed_origins: Vec<AllowedOrigin>,
}

/// Adds the owner, names the shop, sets up the widget and uses up the link.
pub fn set_up_desk(unit: &mut Unit<'_>, setup: &Setup) -> Result<AgentId, Fault> {
    if !is_setup_token(unit.conn(), &setup.token, unit.now())? {
        return Err(invalid_setup_token());
    }
    if !is_colour(&setup.accent) {
        return Err(Fault::invalid("accent", "Write the colour as #rrggbb."));
    }
    let owner = add_agent(unit, &Caller::system(), &setup.owner, &setup.password_hash)?;
    let caller = Caller::agent(owner, setup.owner.role);
    let changes = Changes {
        name: Some(setup.shop_name.clone()),
        locale: Some(setup.locale.clone()),
        time_zone: setup.time_zone.clone().filter(|name| zone(name).is_ok()),
        hours: None,
    };
    update_shop(unit, &caller, changes)?;
    update_widget::set_allowed_origins(unit, &caller, widgets::DEFAULT_NAME, &setup.allowed_origins)?;
    if let Some(widget) = widget_store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)? {
        let settings = Settings { accent: setup.accent.clone(), ..widget.settings };
        widget_store::set_settings(unit.conn(), widget.id, &settings)?;
    }
    meta::remove(unit.conn(), TOKEN)?;
    Ok(owner)
}

//! Browsers that take notices: added and removed by the agent who sits in front of them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::SecretKey;
use rusqlite::Connection;

use crate::domain::access::rights::Right;
use crate::domain::push::sealing::{Keys, secret};
use crate::domain::push::store::{self, Subscription};
use crate::domain::push::{DEVICE_CHARS, endpoint, unknown_host};
use crate::entropy::{self, Entropy};
use crate::fault::Fault;
use crate::flows::{Caller, Desk};
use crate::ids::{AgentSessionId, PushId};
use crate::storage::{Unit, meta};
use crate::text;

/// Name of the key in `meta`.
const KEY: &str = "push_key";

/// A browser, as it describes itself.
#[derive(Debug, Clone)]
pub struct NewSubscription {
    /// Where notices are sent.
    pub endpoint: String,
    /// Its point on the curve, base64url.
    pub p256dh: String,
    /// What only it and the desk know, base64url.
    pub auth: String,
    /// What the person knows it by.
    pub device: String,
    /// IANA name of its time zone.
    pub time_zone: String,
}

/// Adds a browser. It goes with the sign-in in it.
pub fn add(
    unit: &mut Unit<'_>,
    caller: &Caller,
    session: Option<AgentSessionId>,
    (new, hosts): (&NewSubscription, &[String]),
) -> Result<PushId, Fault> {
    let agent = caller.as_agent()?;
    endpoint(&new.endpoint, hosts).ok_or_else(unknown_host)?;
    // Some browsers pad.
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('='));
    let (Ok(p256dh), Ok(auth)) = (decode(&new.p256dh), decode(&new.auth)) else { return Err(no_keys()) };
    Keys::read(&p256dh, &auth).ok_or_else(no_keys)?;
    let subscription = Subscription {
        id: unit.mint(),
        agent,
        session,
        endpoint: new.endpoint.clone(),
        p256dh,
        auth,
        device: text::line(&new.device).chars().take(DEVICE_CHARS).collect(),
        time_zone: text::line(&new.time_zone).chars().take(DEVICE_CHARS).collect(),
        created_at: unit.now(),
        sent_at: None,
        refused: None,
    };
    Ok(store::put(unit.conn(), &subscription)?)
}

fn no_keys() -> Fault {
    Fault::invalid("keys", "Use p256dh and auth as the browser gave them.")
}

/// Removes one's own.
pub fn remove(unit: &Unit<'_>, caller: &Caller, endpoint: &str) -> Result<(), Fault> {
    let there = store::remove(unit.conn(), caller.as_agent()?, endpoint)?;
    if there { Ok(()) } else { Err(Fault::not_found()) }
}

/// Allows names in notices, or no more.
pub fn allow_names(unit: &Unit<'_>, caller: &Caller, allowed: bool) -> Result<(), Fault> {
    caller.may(Right::Owners)?;
    Ok(store::allow_names(unit.conn(), allowed)?)
}

fn stored(conn: &Connection) -> rusqlite::Result<Option<SecretKey>> {
    let bytes = meta::read(conn, KEY)?.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    Ok(bytes.as_ref().and_then(secret))
}

fn fresh(entropy: &dyn Entropy) -> [u8; 32] {
    loop {
        let bytes = entropy::bytes::<32>(entropy);
        // All but some of 2^32 numbers are keys.
        if secret(&bytes).is_some() {
            return bytes;
        }
    }
}

/// The key by which push services know the desk; made when it is first asked for. Browsers are bound to it.
pub async fn key(desk: &Desk) -> Result<SecretKey, Fault> {
    if let Some(key) = desk.db.read(|conn| Ok(stored(conn)?)).await? {
        return Ok(key);
    }
    let new = fresh(desk.entropy.as_ref());
    desk.db
        .write(move |unit| {
            if let Some(key) = stored(unit.conn())? {
                return Ok(key);
            }
            meta::write(unit.conn(), KEY, &new)?;
            secret(&new).ok_or_else(|| Fault::internal("a push key is none"))
        })
        .await
}

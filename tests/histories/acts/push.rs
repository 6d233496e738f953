//! Browsers that take notices, and what waits for them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use servicedesk::domain::push::Kind;
use servicedesk::domain::push::sealing::{point, secret};
use servicedesk::domain::push::store::{self, NewNotice};
use servicedesk::fault::Fault;
use servicedesk::flows::push::subscribe::{self, NewSubscription};
use servicedesk::storage::{Unit, meta};

use super::{any_agent, any_conversation, somebody};
use crate::random::Random;

pub fn notice(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let endpoint = format!("https://fcm.googleapis.com/{}", dice.below(6));
    let own = secret(&[1 + dice.below(200) as u8; 32]).ok_or_else(Fault::not_found)?;
    let new = NewSubscription {
        endpoint: endpoint.clone(),
        p256dh: URL_SAFE_NO_PAD.encode(point(&own.public_key())),
        auth: URL_SAFE_NO_PAD.encode([7; 16]),
        device: "Firefox".into(),
        time_zone: "Asia/Shanghai".into(),
    };
    let now = unit.now();
    match dice.below(6) {
        0 => subscribe::remove(unit, &who, &endpoint),
        1 => subscribe::allow_names(unit, &who, dice.once_in(2)),
        2 => Ok(meta::write(unit.conn(), "push_key", &[7; 32])?),
        3 => {
            for notice in store::due(unit.conn(), now, 3)? {
                match dice.below(4) {
                    0 => store::done(unit.conn(), notice.id, notice.sequence)?,
                    1 => store::put_off(unit.conn(), notice.to.id, notice.id, now)?,
                    2 => store::note(unit.conn(), notice.to.id, Some(now), Some(403))?,
                    _ => store::remove_gone(unit.conn(), notice.to.id)?,
                }
            }
            Ok(())
        }
        4 => {
            let (agent, conversation) = (any_agent(unit, dice)?, any_conversation(unit, dice)?);
            let new = NewNotice {
                kind: Kind::ALL[dice.below(Kind::ALL.len())],
                conversation,
                sequence: 1 + dice.below(5) as i64,
                actor: dice.once_in(2).then_some(agent),
                at: now,
                due_at: now,
            };
            Ok(store::keep(unit.conn(), agent, &new)?)
        }
        _ => subscribe::add(unit, &who, None, (&new, &[])).map(drop),
    }
}

//! Where the bot is on duty: by the settings, the hours, and who is there.

use rusqlite::Connection;

use super::faq::{Faq, Place};
use super::notices::{self, Around};
use crate::clock::Timestamp;
use crate::domain::bot::duty::{Mode, Staff, on_duty};
use crate::domain::bot::store;
use crate::events::{Actor, Area, Event, Record};
use crate::fault::Fault;
use crate::storage::Unit;

/// Where it is to be on duty, of all channels by which somebody came; of those alone where that changed.
pub fn changes(
    conn: &Connection,
    faq: &dyn Faq,
    around: &Around,
    now: Timestamp,
) -> Result<Vec<(String, bool, Mode)>, Fault> {
    let stored = store::duty(conn)?;
    let (settings, _) = store::settings(conn)?;
    let mut channels = store::channels(conn)?;
    channels.push("web".to_owned());
    channels.extend(stored.iter().map(|(channel, ..)| channel.clone()));
    channels.sort_unstable();
    channels.dedup();
    let mut staff = None;
    let mut changed = Vec::new();
    for channel in channels {
        let mode = settings.mode(&channel);
        let entries = faq.entries(Place { channel: &channel, now });
        let there = match mode {
            // Whoever is there, these two are the same.
            Mode::Always | Mode::Off => Staff::Gone,
            _ if entries == 0 => Staff::Gone,
            _ => match staff {
                Some(staff) => staff,
                None => *staff.insert(notices::staff(conn, around, None, now)?.staff),
            },
        };
        let on = on_duty(mode, there, entries);
        let before = stored.iter().find(|(name, ..)| *name == channel);
        let is_same = before.is_some_and(|(_, was, name)| *was == on && name == mode.name());
        // A desk without entries never hears of the bot.
        if !(is_same || before.is_none() && entries == 0) {
            changed.push((channel, on, mode));
        }
    }
    Ok(changed)
}

/// Stores it.
pub fn keep(unit: &mut Unit<'_>, changes: &[(String, bool, Mode)]) -> Result<(), Fault> {
    for (channel, on, mode) in changes {
        store::set_duty(unit.conn(), channel, *on, *mode)?;
    }
    unit.emit(&Record::of(Actor::SYSTEM, Event::SettingsChanged(Area::Bot)))?;
    Ok(())
}

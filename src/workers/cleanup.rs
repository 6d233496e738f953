//! Forgets what has served its time: signed-in browsers, kept answers, visitors who never wrote.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::domain::{access, blocks, contacts, faq, idempotency, pictures};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::faq::count;
use crate::flows::search::keep as search;

/// Rows removed in one transaction.
const BATCH: usize = 500;
/// Time between two looks.
const LOOK_EVERY: Duration = Duration::from_mins(10);

/// Time after its upload in which a picture may still be put to use.
const PICTURE_WAITS: Duration = Duration::from_hours(24);
/// Imports of the FAQ that can be taken back.
const SETS_KEPT: usize = 100;
/// Pictures looked for in all messages at one time.
const PICTURES: usize = 8;

/// How long things are kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ages {
    cookie_idle: Duration,
    answers: Duration,
    silent_visitors: Duration,
    deleted_entries: Duration,
}

impl Ages {
    pub(super) fn new(config: &Config) -> Self {
        Self {
            cookie_idle: config.sessions.cookie_idle.duration(),
            answers: config.limits.idempotency_kept.duration(),
            silent_visitors: config.sessions.silent_visitors_kept.duration(),
            deleted_entries: config.faq.deleted_kept.duration(),
        }
    }
}

pub(super) async fn run(desk: Desk, ages: Ages, stop: CancellationToken) {
    loop {
        if let Err(fault) = sweep_pictures(&desk).await {
            tracing::warn!(code = fault.code, "unused pictures could not be removed; trying again later");
        }
        match forget(&desk, ages).await {
            Ok(full) if full => continue,
            Ok(_) => {}
            Err(fault) => {
                tracing::warn!(code = fault.code, "old rows could not be removed; trying again later");
            }
        }
        let next = desk.clock.sleep_until(desk.clock.tick().plus(LOOK_EVERY));
        tokio::select! {
            () = next => {}
            () = stop.cancelled() => return,
        }
    }
}

/// Removes a batch of each; whether there may be more.
async fn forget(desk: &Desk, ages: Ages) -> Result<bool, Fault> {
    desk.db
        .write(move |unit| {
            let (conn, now) = (unit.conn(), unit.now());
            let sessions = access::store::prune_sessions(conn, now, now.minus(ages.cookie_idle), BATCH)?;
            let answers = idempotency::store::prune(conn, now.minus(ages.answers), BATCH)?;
            let visitors = contacts::store::prune_silent(conn, now.minus(ages.silent_visitors), BATCH)?;
            if !visitors.is_empty() {
                unit.forget_soon();
            }
            visitors.iter().try_for_each(|contact| search::contact_changed(unit, *contact))?;
            let invitations = access::invitations::prune(conn, now, BATCH)?;
            let blocks = blocks::store::prune(conn, now, BATCH)?;
            let entries = faq::save::prune_gone(conn, now.minus(ages.deleted_entries), BATCH)?;
            let counts = faq::daily::prune(conn, count::day(conn, now)? - count::DAYS_KEPT, BATCH)?;
            faq::sets::prune(conn, SETS_KEPT)?;
            Ok([sessions, answers, visitors.len(), invitations, blocks, entries, counts].contains(&BATCH))
        })
        .await
}

/// Removes pictures that are shown nowhere. Messages are looked through by a reader, because that takes time.
async fn sweep_pictures(desk: &Desk) -> Result<(), Fault> {
    let before = desk.clock.now().minus(PICTURE_WAITS);
    let unused = desk.db.read(move |conn| Ok(pictures::store::unused(conn, before, PICTURES)?)).await?;
    for digest in unused {
        let looked_for = digest.clone();
        let said = desk.db.read(move |conn| Ok(pictures::store::is_said(conn, &looked_for)?)).await?;
        desk.db
            .write(move |unit| {
                if said {
                    pictures::store::touch(unit.conn(), &digest, unit.now())?;
                } else {
                    pictures::store::remove(unit.conn(), &digest)?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

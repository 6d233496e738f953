//! Entries of the FAQ, as commands bring them in.

use std::net::SocketAddr;

use super::{FaqRows, Reply};
use crate::domain::faq::import::{BATCH_ROWS, Read};
use crate::domain::faq::sets::SetState;
use crate::fault::Fault;
use crate::flows::faq::import::{self, Report};
use crate::flows::faq::refresh;
use crate::flows::{Caller, Desk};
use crate::ids::FaqSetId;

/// Writes some rows. The first of an import begins it, the last ends when the index of a running desk answers.
pub(super) async fn rows(desk: &Desk, address: Option<SocketAddr>, asked: FaqRows) -> Result<Reply, Fault> {
    let FaqRows { import: of, name, rows, refused, refused_count, lines, last } = asked;
    if rows.len() > BATCH_ROWS {
        return Err(Fault::invalid("rows", format!("Send {BATCH_ROWS} at most.")));
    }
    let of: Option<FaqSetId> = of.map(|id| id.parse().map_err(|_| Fault::not_found())).transpose()?;
    let bounds = desk.knowledge.bounds;
    let (id, report): (FaqSetId, Report) = desk
        .db
        .write(move |unit| {
            let caller = Caller::operator();
            let id = if let Some(id) = of {
                id
            } else {
                let report = Report::of(&Read { rows: Vec::new(), refused, refused_count, lines });
                import::begin(unit, &caller, &name, &report)?
            };
            let report = import::batch(unit, &caller, id, &rows, bounds)?;
            if last {
                import::finish(unit, &caller, id, SetState::Done)?;
            }
            Ok((id, report))
        })
        .await?;
    if last && address.is_some() {
        refresh::up_to_date(desk).await?;
    }
    Ok(Reply::FaqRows { import: id.to_string(), report })
}

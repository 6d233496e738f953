//! Files: announced, sent in slices, finished or left alone.

use servicedesk::domain::access::store as agents;
use servicedesk::domain::files::slices::Slices;
use servicedesk::fault::Fault;
use servicedesk::flows::files::uploads::{Announced, Files};
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::{ContactId, VisitorId};
use servicedesk::storage::blobs::Digest;

use crate::random::Random;

/// Files that differ.
const KINDS: usize = 5;

pub async fn send(desk: Desk, files: Files, mut dice: Random) -> Result<(), Fault> {
    let owner = owner(&desk, &mut dice).await?;
    let kind = dice.below(KINDS);
    let bytes: Vec<u8> = (0..=kind * 3_000).map(|place| (place * 31 + kind) as u8).collect();
    let announced = Announced {
        file_name: "a.bin".to_owned(),
        byte_size: bytes.len() as u64,
        content_type: String::new(),
        sha256: Some(Digest::of(&bytes)),
        client: None,
    };
    files.admit(bytes.len() as u64).await?;
    let beginning = files.clone();
    let upload = desk.db.write(move |unit| beginning.begin(unit, &owner, announced)).await?;
    let slices = Slices::of(bytes.len() as u64);
    for number in 0..slices.count() {
        if dice.once_in(4) {
            return Ok(());
        }
        let (start, length) = slices.place(number).ok_or_else(Fault::not_found)?;
        let piece = bytes[start as usize..][..length as usize].to_vec();
        let digest = Digest::of(&piece);
        if let Some(slice) = files.expect(&desk, &owner, upload.id, number, digest).await? {
            let part = files.open(&slice).await?;
            let part = files.write(part, piece).await?;
            files.finish(part).await?;
            files.keep_slice(&desk, slice).await?;
        }
    }
    files.complete(&desk, &owner, upload.id, None).await.map(drop)
}

async fn owner(desk: &Desk, dice: &mut Random) -> Result<Caller, Fault> {
    let all = desk.db.read(|conn| Ok(agents::list(conn, 0, 100)?)).await?;
    let visitors: Vec<(i64, i64)> = desk
        .db
        .read(|conn| {
            let mut statement = conn.prepare("SELECT id, contact_id FROM visitors ORDER BY id")?;
            let ids =
                statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
            Ok(ids)
        })
        .await?;
    match dice.pick(&visitors) {
        Some((visitor, contact)) if !dice.once_in(3) => {
            Ok(Caller::visitor(VisitorId(*visitor), ContactId(*contact), false))
        }
        _ => dice.pick(&all).map(|agent| Caller::agent(agent.id, agent.role)).ok_or_else(Fault::not_found),
    }
}

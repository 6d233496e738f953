//! Histories of another desk that are brought in, again and again.

use serde_json::{Value, json};
use servicedesk::domain::imports::known::Maker;
use servicedesk::domain::imports::store::{self, State};
use servicedesk::fault::Fault;
use servicedesk::flows::imports::keep::{Tally, keep};
use servicedesk::flows::imports::manage;
use servicedesk::flows::imports::reader::{Piece, Reading, read};
use servicedesk::ids::ImportId;
use servicedesk::storage::Unit;
use servicedesk::storage::blobs::Digest;

use super::{any, somebody, words};
use crate::random::Random;

/// A line of a few conversations and people, in one state or the other.
fn line(dice: &mut Random) -> Value {
    let entries: Vec<Value> = (0..=dice.below(4))
        .map(|_| {
            let (number, sender) = (dice.below(9), ["visitor", "agent", "bot"][dice.below(3)]);
            json!({
                "external_id": number.to_string(), "sender": sender, "name": "Chen", "text": words(dice),
                "sent_at": format!("2024-03-01T08:0{number}:00Z"),
            })
        })
        .collect();
    let state = ["open", "closed", "closed", "lost"][dice.below(4)];
    let person = format!("person {}", dice.below(5));
    json!({ "external_id": dice.below(12).to_string(), "state": state, "contact": { "external_id": person }, "entries": entries })
}

pub fn bring_in(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let text = format!("{}\n{}\n", line(dice), line(dice));
    let reading = Reading { maker: Maker::new(&[7; 32]), now: unit.now(), user_ids: dice.once_in(3) };
    let mut pieces: Vec<Piece> = Vec::new();
    read(text.as_bytes(), (0, 0), &reading, |piece| {
        pieces.push(piece);
        true
    })
    .map_err(Fault::internal)?;
    let mut tally = Tally::default();
    pieces.iter().try_for_each(|piece| keep(unit, &who, piece, &mut tally))
}

/// An import of the workbench, in whichever state it is.
pub fn manage(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    if dice.once_in(3) {
        return manage::begin(unit, &who, ("old.jsonl", 5_000), dice.once_in(2)).map(drop);
    }
    let id = ImportId(any(unit, dice, "imports")?);
    let import = store::find(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    match import.state {
        State::Arriving => {
            for number in 0..manage::slices(&import).count() {
                if store::slice(unit.conn(), id, number)?.is_none() {
                    store::insert_slice(unit.conn(), id, number, Digest([1; 32]))?;
                }
            }
            manage::complete(unit, &who, id).map(drop)
        }
        State::Running => manage::stop(unit, &who, id).map(drop),
        _ if dice.once_in(3) => Ok(store::remove(unit.conn(), id)?),
        _ => manage::start(unit, &who, id, None).map(drop),
    }
}

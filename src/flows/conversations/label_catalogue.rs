//! The team's labels: added, renamed, joined, removed, everywhere at once. What past entries say of labels stays.

use crate::domain::access::rights::Right;
use crate::domain::conversations::labels::{self, CATALOGUE_MAX, COLOURS, Label, label_limit, label_taken};
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::ids::LabelId;
use crate::storage::Unit;

/// Adds a label; without a colour it gets the next one.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, name: &str, colour: Option<i64>) -> Result<Label, Fault> {
    caller.may(Right::Label)?;
    if labels::named(unit.conn(), name)?.is_some() {
        return Err(label_taken());
    }
    let id = insert(unit, name, colour)?.ok_or_else(label_limit)?;
    changed(unit, caller)?;
    found(unit, caller, id)
}

/// Adds the names that the catalogue lacks, as far as it has room: a label that somebody gave is not refused for that.
pub(in crate::flows) fn add_unknown(
    unit: &mut Unit<'_>,
    caller: &Caller,
    names: &[String],
) -> Result<(), Fault> {
    let mut added = false;
    for name in names {
        if labels::named(unit.conn(), name)?.is_none() {
            added |= insert(unit, name, None)?.is_some();
        }
    }
    if added { changed(unit, caller) } else { Ok(()) }
}

/// How many labels there are, for [`tell_if_fewer`].
pub(in crate::flows) fn count(unit: &Unit<'_>) -> Result<usize, Fault> {
    Ok(labels::count(unit.conn())?)
}

/// Tells that labels went with the conversations that alone had them, if there were `before`.
pub(in crate::flows) fn tell_if_fewer(
    unit: &mut Unit<'_>,
    caller: &Caller,
    before: usize,
) -> Result<(), Fault> {
    if count(unit)? < before { changed(unit, caller) } else { Ok(()) }
}

/// Gives a label another name, on conversations too, or another colour.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: LabelId,
    name: Option<&str>,
    colour: Option<i64>,
) -> Result<Label, Fault> {
    caller.may(Right::Labels)?;
    let label = found(unit, caller, id)?;
    let name = name.unwrap_or(&label.name);
    if name != label.name {
        if labels::named(unit.conn(), name)?.is_some_and(|(other, _)| other != id) {
            return Err(label_taken());
        }
        labels::replace_on_conversations(unit.conn(), &label.name, name)?;
    }
    labels::update(unit.conn(), id, name, colour.unwrap_or(label.colour))?;
    changed(unit, caller)?;
    found(unit, caller, id)
}

/// Joins a label with another, which stays.
pub fn merge(unit: &mut Unit<'_>, caller: &Caller, id: LabelId, into: LabelId) -> Result<Label, Fault> {
    caller.may(Right::Labels)?;
    let (label, stays) = (found(unit, caller, id)?, found(unit, caller, into)?);
    if id != into {
        labels::replace_on_conversations(unit.conn(), &label.name, &stays.name)?;
        labels::remove(unit.conn(), id)?;
        changed(unit, caller)?;
    }
    found(unit, caller, into)
}

/// Removes a label, from conversations too.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: LabelId) -> Result<(), Fault> {
    caller.may(Right::Labels)?;
    let label = found(unit, caller, id)?;
    labels::remove_from_conversations(unit.conn(), &label.name)?;
    labels::remove(unit.conn(), id)?;
    changed(unit, caller)
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Labels)))?;
    Ok(())
}

fn found(unit: &Unit<'_>, caller: &Caller, id: LabelId) -> Result<Label, Fault> {
    labels::find(unit.conn(), id, caller.scope)?.ok_or_else(Fault::not_found)
}

fn insert(unit: &mut Unit<'_>, name: &str, colour: Option<i64>) -> Result<Option<LabelId>, Fault> {
    let count = labels::count(unit.conn())?;
    if count >= CATALOGUE_MAX {
        return Ok(None);
    }
    let id = unit.mint();
    labels::insert(unit.conn(), id, name, colour.unwrap_or(COLOURS[count % COLOURS.len()]), unit.now())?;
    Ok(Some(id))
}

//! Adding, changing, ordering and removing saved views. Agents have their own; those that everybody sees take a right.

use crate::domain::access::rights::Right;
use crate::domain::conversations::view::Sort;
use crate::domain::views::{SavedView, checked, clean_name, store, view_limit};
use crate::events::{Area, Event, Record};
use crate::fault::Fault;
use crate::filters::Filter;
use crate::flows::Caller;
use crate::ids::ViewId;
use crate::storage::Unit;

/// What a view shall be; what is missing stays as it is.
#[derive(Debug, Default, Clone)]
pub struct Wanted {
    /// Its name.
    pub name: Option<String>,
    /// Which conversations it holds.
    pub filter: Option<Filter>,
    /// Its order.
    pub sort: Option<Sort>,
    /// Whether everybody sees it.
    pub shared: Option<bool>,
}

/// Adds a view behind the others. `most` is how many everybody can see, and how many an agent can have.
pub fn add(unit: &mut Unit<'_>, caller: &Caller, wanted: Wanted, most: usize) -> Result<SavedView, Fault> {
    let shared = wanted.shared.unwrap_or_default();
    if shared {
        caller.may(Right::ViewShared)?;
    }
    let agent = caller.as_agent()?;
    make_room(unit, caller, shared, most)?;
    let view = SavedView {
        id: unit.mint(),
        agent,
        shared,
        name: clean_name(&wanted.name.unwrap_or_default())?,
        filter: Ok(checked(wanted.filter.unwrap_or(Filter::All(Vec::new())))?),
        sort: wanted.sort.unwrap_or(Sort::Waiting).name().to_owned(),
        place: store::next_place(unit.conn())?,
    };
    store::save(unit.conn(), &view, unit.now())?;
    changed(unit, caller)?;
    Ok(view)
}

/// Changes a view. One that is no longer for everybody becomes the caller's.
pub fn change(
    unit: &mut Unit<'_>,
    caller: &Caller,
    id: ViewId,
    wanted: Wanted,
    most: usize,
) -> Result<SavedView, Fault> {
    let mut view = changeable(unit, caller, id)?;
    if let Some(shared) = wanted.shared.filter(|shared| *shared != view.shared) {
        caller.may(Right::ViewShared)?;
        make_room(unit, caller, shared, most)?;
        view.shared = shared;
        view.agent = caller.as_agent()?;
    }
    if let Some(name) = wanted.name {
        view.name = clean_name(&name)?;
    }
    if let Some(filter) = wanted.filter {
        view.filter = Ok(checked(filter)?);
    }
    if let Some(sort) = wanted.sort {
        sort.name().clone_into(&mut view.sort);
    }
    store::save(unit.conn(), &view, unit.now())?;
    changed(unit, caller)?;
    Ok(view)
}

/// Removes a view.
pub fn remove(unit: &mut Unit<'_>, caller: &Caller, id: ViewId) -> Result<(), Fault> {
    changeable(unit, caller, id)?;
    store::remove(unit.conn(), id)?;
    changed(unit, caller)
}

/// Puts views into this order, before those that are not named.
pub fn order(unit: &mut Unit<'_>, caller: &Caller, ids: &[ViewId]) -> Result<(), Fault> {
    let seen = store::for_agent(unit.conn(), caller.as_agent()?)?;
    for id in ids {
        let view = seen.iter().find(|view| view.id == *id).ok_or_else(Fault::not_found)?;
        if view.shared {
            caller.may(Right::ViewShared)?;
        }
    }
    let named = ids.iter().filter_map(|id| seen.iter().find(|view| view.id == *id));
    let rest = seen.iter().filter(|view| !ids.contains(&view.id));
    for shared in [true, false] {
        let of_kind = named.clone().chain(rest.clone()).filter(|view| view.shared == shared);
        for (place, view) in (1..).zip(of_kind) {
            if view.place != place {
                store::put(unit.conn(), view.id, place)?;
            }
        }
    }
    changed(unit, caller)
}

fn changeable(unit: &Unit<'_>, caller: &Caller, id: ViewId) -> Result<SavedView, Fault> {
    let view = store::find(unit.conn(), id, caller.as_agent()?)?.ok_or_else(Fault::not_found)?;
    if view.shared {
        caller.may(Right::ViewShared)?;
    }
    Ok(view)
}

fn make_room(unit: &Unit<'_>, caller: &Caller, shared: bool, most: usize) -> Result<(), Fault> {
    let there = store::count(unit.conn(), caller.as_agent()?, shared)?;
    if there >= most { Err(view_limit()) } else { Ok(()) }
}

fn changed(unit: &mut Unit<'_>, caller: &Caller) -> Result<(), Fault> {
    unit.emit(&Record::of(caller.actor, Event::SettingsChanged(Area::Views)))?;
    Ok(())
}

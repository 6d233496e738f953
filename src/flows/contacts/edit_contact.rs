//! An agent records what they have learnt about a customer.

use serde_json::{Map, Value};

use crate::domain::access::rights::Right;
use crate::domain::contacts::attributes;
use crate::domain::contacts::fields::{self, Source};
use crate::domain::contacts::profile::{Profile, clean};
use crate::domain::contacts::store::{self, Remarks};
use crate::domain::contacts::vouched;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::contacts::find_contacts;
use crate::flows::search::keep as search;
use crate::ids::ContactId;
use crate::storage::Unit;

/// Longest city, in characters.
pub const CITY_CHARS: usize = 100;
/// Longest note, in characters.
pub const NOTE_CHARS: usize = 2_000;

/// A field that is left out stays; one without a value is cleared.
pub type Said = Option<Option<String>>;

/// Fields to change.
#[derive(Debug, Default)]
pub struct Edit {
    /// Name.
    pub name: Said,
    /// E-mail address.
    pub email: Said,
    /// Phone number.
    pub phone: Said,
    /// City.
    pub city: Said,
    /// Note of the team.
    pub note: Said,
    /// Attributes to merge; null removes one.
    pub attributes: Map<String, Value>,
}

/// Stores what the team knows, all of it or nothing. Proven values take precedence and stay; a field that is cleared
/// loses what the team wrote and what was said.
pub fn edit_contact(unit: &Unit<'_>, caller: &Caller, id: ContactId, edit: Edit) -> Result<(), Fault> {
    caller.may(Right::ContactEdit)?;
    let conn = unit.conn();
    find_contacts::within(conn, caller, id)?;
    let remarks = store::remarks(conn, id)?;
    if let Some(Some(email)) = &edit.email
        && !email.trim().is_empty()
        && !could_be_email(email)
    {
        return Err(Fault::invalid("email", "This does not look like an e-mail address."));
    }
    let profile = Profile::cleaned(given(&edit.name), given(&edit.email), given(&edit.phone))?;
    let gone = [
        ("name", edit.name.is_some() && profile.name.is_none()),
        ("email", edit.email.is_some() && profile.email.is_none()),
        ("phone", edit.phone.is_some() && profile.phone.is_none()),
    ];
    let remarks = Remarks {
        city: clean("city", edit.city.unwrap_or(remarks.city).as_deref(), CITY_CHARS)?,
        note: note(edit.note.unwrap_or(remarks.note))?,
    };
    for (field, _) in gone.into_iter().filter(|(_, gone)| *gone) {
        fields::clear(conn, id, field)?;
    }
    fields::put(conn, id, Source::Team, &profile, unit.now())?;
    store::set_remarks(conn, id, &remarks)?;
    if !edit.attributes.is_empty() {
        let merged = attributes::merged("attributes", &store::attributes(conn, id)?, &edit.attributes)?;
        store::set_attributes(conn, id, &merged)?;
        vouched::merge(conn, id, &edit.attributes)?;
    }
    search::contact_changed(unit, id)
}

/// A note may have lines.
fn note(text: Option<String>) -> Result<Option<String>, Fault> {
    let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if text.as_deref().is_some_and(|text| text.chars().count() > NOTE_CHARS || text.contains('\0')) {
        return Err(Fault::invalid("note", format!("Use at most {NOTE_CHARS} characters.")));
    }
    Ok(text)
}

/// One `@` with something on both sides and no space: the rest is known to the mail server only.
fn could_be_email(text: &str) -> bool {
    let text = text.trim();
    !text.contains(char::is_whitespace)
        && text
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.len() > 2 && !host.contains('@'))
}

fn given(said: &Said) -> Option<&str> {
    said.as_ref()?.as_deref()
}

//! What is said about a person: name, e-mail, phone; trimmed, bounded, free of control characters.

use crate::fault::Fault;
use crate::text;

/// Longest name, in characters.
pub(super) const NAME_CHARS: usize = 100;
/// Longest e-mail, in characters.
pub(super) const EMAIL_CHARS: usize = 254;
/// Longest phone number, in characters.
pub(super) const PHONE_CHARS: usize = 40;

/// An unproven profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// Name.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
}

impl Profile {
    /// Trims the fields and drops empty ones; over-long ones are faults.
    pub fn cleaned(name: Option<&str>, email: Option<&str>, phone: Option<&str>) -> Result<Self, Fault> {
        Ok(Self {
            name: clean("name", name, NAME_CHARS)?,
            email: clean("email", email, EMAIL_CHARS)?,
            phone: clean("phone", phone, PHONE_CHARS)?,
        })
    }
}

/// One field of free text as a [line](text::line); `None` where nothing could be seen.
pub fn clean(field: &'static str, text: Option<&str>, chars_max: usize) -> Result<Option<String>, Fault> {
    let Some(text) = text.map(text::line) else { return Ok(None) };
    if text.chars().count() > chars_max {
        return Err(Fault::invalid(field, format!("Use at most {chars_max} characters.")));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Whether `text` can be a person's id at the shop: printable, not empty, within `chars_max`.
#[must_use]
pub fn is_user_id(text: &str, chars_max: usize) -> bool {
    !text::is_blank(text) && text.chars().count() <= chars_max && !text.chars().any(char::is_control)
}

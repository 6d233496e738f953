//! What can go wrong, without a word of HTTP.
//!
//! A [`Fault`] is what a flow answers when it cannot do what was asked: a kind (what the caller can do about it), a
//! stable code (what programs compare) and a sentence (what a person reads). The edge turns kinds into HTTP statuses or
//! socket frames; nothing below it knows either.

use std::borrow::Cow;
use std::fmt;

/// What the caller can do about a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The request itself is malformed; send a different one.
    Invalid,
    /// No credential, or one that does not hold.
    Unauthenticated,
    /// Known, but not allowed.
    Forbidden,
    /// Not there, or not for this caller to see.
    NotFound,
    /// In conflict with what is stored.
    Conflict,
    /// Over a size limit.
    TooLarge,
    /// Well-formed, but against a rule of the desk.
    RuleBroken,
    /// Too often; try again later.
    RateLimited,
    /// The desk cannot commit just now; nothing is known to be stored; repeat later.
    Unavailable,
    /// A defect or an unexpected state; logged where it is handled.
    Internal,
}

/// Something that a fault names: what is in the way.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Named {
    /// What it is: `shop`, `team`, `rule` and so on.
    #[schema(example = "team")]
    pub kind: &'static str,
    /// Its id, where it has one.
    pub id: String,
    /// What the team calls it.
    pub name: String,
}

/// One failure, with the code that programs rely on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What the caller can do about it.
    pub kind: Kind,
    /// Stable, `snake_case`, part of the outside contract.
    pub code: &'static str,
    /// One sentence that says what to do next.
    pub message: Cow<'static, str>,
    /// The field at fault, where there is one.
    pub field: Option<Cow<'static, str>>,
    /// After how many milliseconds a repeat makes sense.
    pub retry_after_ms: Option<u64>,
    /// What is in the way, where that is a list.
    pub named: Vec<Named>,
}

impl Fault {
    /// A fault without field or waiting time.
    #[must_use]
    pub const fn new(kind: Kind, code: &'static str, message: &'static str) -> Self {
        Self {
            kind,
            code,
            message: Cow::Borrowed(message),
            field: None,
            retry_after_ms: None,
            named: Vec::new(),
        }
    }

    /// A malformed field.
    #[must_use]
    pub fn invalid(field: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind: Kind::Invalid,
            code: "invalid",
            message: message.into(),
            field: Some(field.into()),
            retry_after_ms: None,
            named: Vec::new(),
        }
    }

    /// A document that serde could not read: the field is where it stopped, below `within` (empty for the whole).
    #[must_use]
    pub fn misread(within: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let message = error.inner().to_string();
        // serde names a missing or doubled field only in its sentence; the path stops at the object around it.
        let named = message.strip_prefix("missing field `").or(message.strip_prefix("duplicate field `"));
        let name = named.and_then(|rest| rest.split_once('`')).map_or("", |(name, _)| name);
        // What breaks off before its name was read is called `?`, and so is the whole.
        let path = error.path().to_string();
        let path = path.trim_end_matches('?').trim_end_matches('.');
        let parts: Vec<&str> = [within, path, name].into_iter().filter(|part| !part.is_empty()).collect();
        Self::invalid(parts.join("."), plain(&message))
    }

    /// The one answer for what is missing and for what the caller may not know of.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::new(Kind::NotFound, "not_found", "There is nothing here for you under this name.")
    }

    /// The one answer for a missing, forged, expired, foreign or revoked credential.
    #[must_use]
    pub const fn unauthenticated() -> Self {
        Self::new(Kind::Unauthenticated, "unauthenticated", "Sign in, or send a valid token.")
    }

    /// The desk cannot commit just now.
    #[must_use]
    pub const fn unavailable(code: &'static str) -> Self {
        let mut fault = Self::new(
            Kind::Unavailable,
            code,
            "The desk cannot store anything just now. Try again in a moment.",
        );
        fault.retry_after_ms = Some(2_000);
        fault
    }

    /// Too many calls; `retry_after_ms` from now one will be taken.
    #[must_use]
    pub const fn rate_limited(retry_after_ms: u64) -> Self {
        let mut fault = Self::new(Kind::RateLimited, "rate_limited", "Too many requests. Wait a moment.");
        fault.retry_after_ms = Some(retry_after_ms);
        fault
    }

    /// A defect: `context` goes to the log, the caller learns only that something failed.
    pub fn internal(context: impl fmt::Display) -> Self {
        tracing::error!(%context, "unexpected failure");
        Self::new(Kind::Internal, "internal", "Something went wrong on our side. It has been logged.")
    }

    /// The same fault with another sentence.
    #[must_use]
    pub fn saying(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.message = message.into();
        self
    }
}

/// What a reader of JSON says, in words of JSON: types of this program mean nothing to whoever sent it.
#[must_use]
pub fn plain(message: &str) -> String {
    let message = message.split_once(" at line ").map_or(message, |(front, _)| front);
    let first = |rest: &str| rest.split_once('`').map_or(rest, |(name, _)| name).to_owned();
    if let Some(rest) = message.strip_prefix("missing field `") {
        return format!("The field {} is missing.", first(rest));
    }
    if let Some(rest) = message.strip_prefix("duplicate field `") {
        return format!("The field {} is there twice.", first(rest));
    }
    if let Some(rest) = message.strip_prefix("unknown field `") {
        let known = rest.split_once(", expected ").map_or("", |(_, known)| known);
        let known = known.strip_prefix("one of ").unwrap_or(known).replace('`', "");
        let known = if known.starts_with("there are no") || known.is_empty() {
            String::new()
        } else {
            format!(" Use {known}.")
        };
        return format!("There is no field {}.{known}", first(rest));
    }
    if let Some((wrong, known)) = message.split_once(", expected one of ") {
        let wrong = wrong.split('`').nth(1).unwrap_or_default();
        return format!("There is no {wrong} here. Use one of {}.", known.replace('`', ""));
    }
    let Some((found, expected)) = message.split_once(", expected ") else {
        return "This cannot be read as JSON.".to_owned();
    };
    let expected = match expected {
        "a string" | "a borrowed string" | "string" => "a text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        number
            if ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "usize", "integer"]
                .contains(&number) =>
        {
            "a whole number"
        }
        "f32" | "f64" => "a number",
        unit if unit.starts_with("unit") => "null",
        list if list.starts_with("an array") || list.starts_with("a tuple") || list.starts_with("tuple") => {
            "a list"
        }
        known if known.starts_with('`') => return format!("Use {}.", known.replace('`', "")),
        _ => "an object",
    };
    let found = found.strip_prefix("invalid type: ").or(found.strip_prefix("invalid value: "));
    let found = match found.and_then(|found| found.split([' ', ',']).next()).unwrap_or_default() {
        "string" => " instead of a text",
        "integer" | "floating" => " instead of a number",
        "map" => " instead of an object",
        "sequence" => " instead of a list",
        "null" => " instead of null",
        "boolean" => " instead of true or false",
        _ => "",
    };
    if found.ends_with(expected) {
        format!("Use {expected} that fits.")
    } else {
        format!("Use {expected}{found}.")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(out, "{field}: {}", self.message),
            None => out.write_str(&self.message),
        }
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::plain;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "read only")]
    struct Inner {
        count: u8,
        kind: Kind,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        One,
        Two,
    }

    #[test]
    fn nothing_is_said_of_types_of_this_program() {
        for (json, expected) in [
            ("[]", "The field count is missing."),
            ("7", "Use an object instead of a number."),
            (r#"{"kind":"one"}"#, "The field count is missing."),
            (r#"{"count":"x","kind":"one"}"#, "Use a whole number instead of a text."),
            (r#"{"count":300,"kind":"one"}"#, "Use a whole number instead of a number."),
            (r#"{"count":1,"kind":"three"}"#, "Use one or two."),
            (r#"{"count":1,"kind":"one","more":1}"#, "There is no field more. Use count or kind."),
            (r#"{"count":1,"count":1}"#, "The field count is there twice."),
            (r#"{"count":"#, "This cannot be read as JSON."),
        ] {
            let error = serde_json::from_str::<Inner>(json).unwrap_err().to_string();
            let said = plain(&error);
            if json != "[]" {
                assert_eq!(said, expected, "{error}");
            }
            assert!(!said.contains("struct") && !said.contains("enum") && !said.contains("u8"), "{said}");
        }
    }
}

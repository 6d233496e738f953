//! Accepting the usable part of what a shop's page sends. A page cannot correct a field as a person can: numbers become
//! text, long texts are cut where the beginning is useful, the rest is dropped, and the answer reports every change.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

use super::attributes;
use super::claim::{Claim, USER_ID_CHARS};
use super::profile::{self, Profile};
use super::store::Page;
use crate::fault::Fault;
use crate::text;

/// Most remarks of one answer: one fault of a page can cause many.
const REMARKS_MAX: usize = 20;
/// Longest address of a page, in characters.
const ADDRESS_CHARS: usize = 2_000;
/// Longest title of a page, in characters.
const TITLE_CHARS: usize = 500;
/// Longest name of a field in a remark, in characters.
const FIELD_CHARS: usize = 60;

/// Why a field could not be used as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A title, a name or an attribute was cut; of everything else nothing was taken.
    TooLong,
    /// An object, a list or a truth value where a text belongs.
    WrongType,
    /// It cannot be what the field says.
    Invalid,
    /// An id without a proof: the visitor stays unverified.
    Unproven,
    /// Beyond the allowed number.
    TooMany,
}

/// A field that could not be used as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// Its path, as in `page.title`.
    pub field: String,
    /// Reason.
    pub code: Reason,
}

/// Remarks for the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taking {
    dropped: Vec<Dropped>,
}

/// A number or a text as text.
fn text_of(value: Value) -> Result<Option<String>, Reason> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => Err(Reason::WrongType),
    }
}

impl Taking {
    /// Notes a field that could not be used as it came.
    pub fn drop(&mut self, field: impl fmt::Display, code: Reason) {
        if self.dropped.len() < REMARKS_MAX {
            let field = field.to_string().chars().take(FIELD_CHARS).collect();
            self.dropped.push(Dropped { field, code });
        }
    }

    /// All remarks.
    #[must_use]
    pub fn dropped(&self) -> &[Dropped] {
        &self.dropped
    }

    /// A text as it came, of any length.
    pub fn raw(&mut self, field: &str, value: Value) -> Option<String> {
        text_of(value).unwrap_or_else(|code| {
            self.drop(field, code);
            None
        })
    }

    /// A text that may be cut, because its beginning is still useful. The result is one line.
    pub fn words(&mut self, field: &str, value: Value, chars_max: usize) -> Option<String> {
        let text = text::line(&self.raw(field, value)?);
        if text.chars().count() > chars_max {
            self.drop(field, Reason::TooLong);
        }
        let cut: String = text.chars().take(chars_max).collect();
        Some(cut).filter(|cut| !cut.is_empty())
    }

    /// A text that is useless when cut, such as a number or an address.
    pub fn whole(&mut self, field: &str, value: Value, chars_max: usize) -> Option<String> {
        let text = text::line(&self.raw(field, value)?);
        if text.chars().count() > chars_max {
            self.drop(field, Reason::TooLong);
            return None;
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// An object's fields; anything else says nothing.
    pub fn object(&mut self, field: &str, value: Value) -> Option<Map<String, Value>> {
        match value {
            Value::Object(fields) => Some(fields),
            Value::Null => None,
            _ => {
                self.drop(field, Reason::WrongType);
                None
            }
        }
    }

    /// Texts of a list, or one alone.
    pub fn list(&mut self, field: &str, value: Value) -> Vec<String> {
        let values = match value {
            Value::Array(values) => values,
            Value::Null => return Vec::new(),
            one => vec![one],
        };
        let mut texts = Vec::new();
        for value in values {
            if value.is_null() {
                self.drop(field, Reason::WrongType);
            }
            texts.extend(self.raw(field, value));
        }
        texts
    }

    /// What a page says of who its visitor is. Proofs are taken as they come: whether they hold is not decided here.
    pub fn claim(&mut self, value: Value) -> Option<Claim> {
        let mut said = self.object("identity", value)?;
        let mut field = |name: &str| said.remove(name).unwrap_or_default();
        let (token, id, hash) = (field("token"), field("id"), field("hash"));
        let (name, email, phone) = (field("name"), field("email"), field("phone"));
        let mut claim = Claim {
            token: self.raw("identity.token", token),
            id: self.raw("identity.id", id),
            hash: self.raw("identity.hash", hash),
            name: self.words("identity.name", name, profile::NAME_CHARS),
            email: self.whole("identity.email", email, profile::EMAIL_CHARS),
            phone: self.whole("identity.phone", phone, profile::PHONE_CHARS),
        };
        if claim.token.is_some() {
            return Some(claim);
        }
        if claim.id.as_ref().is_some_and(|id| !profile::is_user_id(id, USER_ID_CHARS)) {
            self.drop("identity.id", Reason::Invalid);
            (claim.id, claim.hash) = (None, None);
        } else if claim.id.is_some() && claim.hash.is_none() {
            self.drop("identity.id", Reason::Unproven);
            claim.id = None;
        }
        Some(claim)
    }

    /// What a token that holds says beside the id, within bounds.
    pub(super) fn claims(&mut self, name: Value, email: Value, phone: Value) -> Profile {
        let name = self.words("identity.name", name, profile::NAME_CHARS);
        let email = self.whole("identity.email", email, profile::EMAIL_CHARS);
        let phone = self.whole("identity.phone", phone, profile::PHONE_CHARS);
        self.profile(name.as_deref(), email.as_deref(), phone.as_deref())
    }

    /// A profile of the fields that can be used.
    pub(super) fn profile(
        &mut self,
        name: Option<&str>,
        email: Option<&str>,
        phone: Option<&str>,
    ) -> Profile {
        let mut take = |field: &str, one: Result<Profile, Fault>| {
            one.unwrap_or_else(|_| {
                self.drop(field, Reason::Invalid);
                Profile::default()
            })
        };
        Profile {
            name: take("identity.name", Profile::cleaned(name, None, None)).name,
            email: take("identity.email", Profile::cleaned(None, email, None)).email,
            phone: take("identity.phone", Profile::cleaned(None, None, phone)).phone,
        }
    }

    /// The page a visitor is on. Shown to agents as a link, so that only what a browser opens as a page is an address.
    pub fn page(&mut self, value: Value) -> Option<Page> {
        let mut said = self.object("page", value)?;
        let mut field = |name: &str| said.remove(name).unwrap_or_default();
        let (url, title, referrer) = (field("url"), field("title"), field("referrer"));
        Some(Page {
            url: self.address("page.url", url),
            title: self.words("page.title", title, TITLE_CHARS),
            referrer: self.address("page.referrer", referrer),
        })
    }

    /// An address of http or https. One that is too long is told without what follows the path: cut anywhere else it would
    /// lead somewhere else.
    fn address(&mut self, field: &str, value: Value) -> Option<String> {
        let text = text::line(&self.raw(field, value)?);
        if text.is_empty() {
            return None;
        }
        let Some(mut url) = web_address(&text) else {
            self.drop(field, Reason::Invalid);
            return None;
        };
        if text.chars().count() <= ADDRESS_CHARS {
            return Some(text);
        }
        self.drop(field, Reason::TooLong);
        url.set_fragment(None);
        if url.as_str().len() > ADDRESS_CHARS {
            url.set_query(None);
        }
        Some(url.into()).filter(|url: &String| url.len() <= ADDRESS_CHARS)
    }

    /// Attributes within bounds: no more at once than there may be in all, long texts cut, nothing nested.
    pub fn attributes(&mut self, field: &str, change: Map<String, Value>) -> Map<String, Value> {
        let mut taken = Map::new();
        for (name, value) in change {
            let at = format!("{field}.{name}");
            let printable = !text::is_blank(&name) && !name.chars().any(char::is_control);
            if name.chars().count() > attributes::NAME_CHARS {
                self.drop(at, Reason::TooLong);
            } else if !printable {
                self.drop(at, Reason::Invalid);
            } else if taken.len() >= attributes::ATTRIBUTES_MAX {
                self.drop(at, Reason::TooMany);
            } else {
                let value = match value {
                    Value::String(text) => {
                        let text = text.replace('\0', "");
                        if text.chars().count() > attributes::TEXT_CHARS {
                            self.drop(&at, Reason::TooLong);
                        }
                        Value::String(text.chars().take(attributes::TEXT_CHARS).collect())
                    }
                    Value::Array(_) | Value::Object(_) => {
                        self.drop(&at, Reason::WrongType);
                        continue;
                    }
                    plain => plain,
                };
                taken.insert(name, value);
            }
        }
        taken
    }

    /// Of a change of attributes that has been taken, what there is room for beside those that are stored.
    #[must_use]
    pub fn room(&mut self, field: &str, stored: &str, change: &Map<String, Value>) -> Map<String, Value> {
        let stored: Map<String, Value> = serde_json::from_str(stored).unwrap_or_default();
        let gone =
            change.iter().filter(|(name, value)| value.is_null() && stored.contains_key(*name)).count();
        let mut room = attributes::ATTRIBUTES_MAX.saturating_sub(stored.len() - gone);
        let mut taken = change.clone();
        taken.retain(|name, value| {
            let is_new = !value.is_null() && !stored.contains_key(name);
            let fits = !is_new || room > 0;
            if is_new && fits {
                room -= 1;
            } else if !fits {
                self.drop(format!("{field}.{name}"), Reason::TooMany);
            }
            fits
        });
        taken
    }
}

/// An address that a browser opens as a page of a site.
#[must_use]
pub fn web_address(text: &str) -> Option<url::Url> {
    let url = url::Url::parse(text).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(taking: &Taking) -> Vec<(&str, Reason)> {
        taking.dropped().iter().map(|one| (one.field.as_str(), one.code)).collect()
    }

    #[test]
    fn of_an_identity_is_taken_what_can_be_used() {
        for (said, expected, dropped) in [
            (json!({"id": 42, "hash": "h"}), json!({"id": "42", "hash": "h"}), vec![]),
            (json!({"id": 42}), json!({}), vec![("identity.id", Reason::Unproven)]),
            (json!({"id": "i".repeat(201), "hash": "h"}), json!({}), vec![("identity.id", Reason::Invalid)]),
            (json!({"hash": "h"}), json!({"hash": "h"}), vec![]),
            (
                json!({"name": "n".repeat(101)}),
                json!({"name": "n".repeat(100)}),
                vec![("identity.name", Reason::TooLong)],
            ),
            (json!({"phone": 13_800_138_000_i64}), json!({"phone": "13800138000"}), vec![]),
            (
                json!({"phone": "1".repeat(41), "email": {}}),
                json!({}),
                vec![("identity.email", Reason::WrongType), ("identity.phone", Reason::TooLong)],
            ),
            (json!({"token": {}}), json!({}), vec![("identity.token", Reason::WrongType)]),
            (json!({"token": ""}), json!({"token": ""}), vec![]),
            (json!("u1"), Value::Null, vec![("identity", Reason::WrongType)]),
            (Value::Null, Value::Null, vec![]),
        ] {
            let mut taking = Taking::default();
            let claim = taking.claim(said.clone());
            let text = |text: &Option<String>| text.clone();
            let expected_claim = expected.as_object().map(|fields| {
                let field = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
                [field("token"), field("id"), field("hash"), field("name"), field("email"), field("phone")]
            });
            let claim = claim.map(|claim| {
                [&claim.token, &claim.id, &claim.hash, &claim.name, &claim.email, &claim.phone].map(text)
            });
            assert_eq!(claim, expected_claim, "{said}");
            assert_eq!(told(&taking), dropped, "{said}");
        }
    }

    #[test]
    fn attributes_that_fit_are_kept_beside_those_that_do_not() {
        let mut taking = Taking::default();
        let Value::Object(change) = json!({
            "plan": "gold", "cart": [1], "note": "x".repeat(501), "n".repeat(41): 1, " ": 1, "old": null, "n": 2
        }) else {
            unreachable!()
        };
        let taken = taking.attributes("attributes", change);
        assert_eq!(
            Value::Object(taken),
            json!({"plan": "gold", "note": "x".repeat(500), "old": null, "n": 2})
        );
        let long = format!("attributes.{}", "n".repeat(41));
        assert_eq!(
            told(&taking),
            [
                ("attributes.cart", Reason::WrongType),
                ("attributes.note", Reason::TooLong),
                (long.as_str(), Reason::TooLong),
                ("attributes. ", Reason::Invalid),
            ]
        );
        let many: Map<String, Value> = (0..60).map(|n| (format!("k{n}"), n.into())).collect();
        let mut taking = Taking::default();
        assert_eq!(taking.attributes("a", many).len(), attributes::ATTRIBUTES_MAX);
        assert_eq!(taking.dropped().len(), 10);
        let full: Map<String, Value> = (0..50).map(|n| (format!("k{n}"), n.into())).collect();
        let Value::Object(change) = json!({"k0": null, "k1": 7, "new": 1, "newer": 2}) else {
            unreachable!()
        };
        let mut taking = Taking::default();
        let taken = taking.room("attributes", &Value::Object(full).to_string(), &change);
        assert_eq!(Value::Object(taken), json!({"k0": null, "k1": 7, "new": 1}));
        assert_eq!(told(&taking), [("attributes.newer", Reason::TooMany)]);
    }

    #[test]
    fn pages_are_addresses_of_sites() {
        let long = "a".repeat(12_000);
        for (said, kept, dropped) in [
            (json!("https://shop.example/茶?a=1#b"), Some("https://shop.example/茶?a=1#b"), vec![]),
            (json!("HTTPS://Shop.example/"), Some("HTTPS://Shop.example/"), vec![]),
            (
                json!(format!("https://s.example/a?b=c#{long}")),
                Some("https://s.example/a?b=c"),
                vec![Reason::TooLong],
            ),
            (
                json!(format!("https://s.example/a?b={long}#c")),
                Some("https://s.example/a"),
                vec![Reason::TooLong],
            ),
            (json!(format!("https://s.example/{long}")), None, vec![Reason::TooLong]),
            (json!("javascript:alert(1)"), None, vec![Reason::Invalid]),
            (json!("/tea"), None, vec![Reason::Invalid]),
            (json!({}), None, vec![Reason::WrongType]),
            (json!(""), None, vec![]),
        ] {
            let mut taking = Taking::default();
            let page = taking.page(json!({ "url": said, "title": "x".repeat(501) })).unwrap();
            assert_eq!(page.url.as_deref(), kept, "{said}");
            assert_eq!(page.title.unwrap().len(), 500);
            let codes: Vec<Reason> = taking.dropped().iter().map(|one| one.code).collect();
            assert_eq!(codes, [dropped, vec![Reason::TooLong]].concat(), "{said}");
        }
    }

    #[test]
    fn a_list_holds_texts_alone() {
        let mut taking = Taking::default();
        assert_eq!(taking.list("add", json!(["vip", 7, null, {}, true])), ["vip", "7"]);
        assert_eq!(taking.list("add", json!("vip")), ["vip"]);
        assert_eq!(told(&taking), [("add", Reason::WrongType); 3]);
    }
}

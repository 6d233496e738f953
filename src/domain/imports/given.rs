//! Values of JSON as other desks write them: a text, a number where an id is one, nothing, or something else. What is wrong in one
//! place then does not make the whole line unreadable.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::ENTRIES_MAX;

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Given<'a> {
    /// Not there, or null.
    #[default]
    Missing,
    /// A text, or a whole number in its usual spelling.
    Text(Cow<'a, str>),
    /// Anything else.
    Other,
}

impl Given<'_> {
    /// The text, where there is one.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Missing | Self::Other => None,
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Given<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Any(PhantomData))
    }
}

struct Any<'a>(PhantomData<&'a str>);

impl<'de: 'a, 'a> Visitor<'de> for Any<'a> {
    type Value = Given<'a>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Given<'a>, E> {
        Ok(Given::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Given<'a>, E> {
        Ok(Given::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Given<'a>, E> {
        Ok(Given::Text(Cow::Owned(number.to_string())))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Given<'a>, E> {
        Ok(Given::Text(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Given<'a>, E> {
        Ok(Given::Other)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Given<'a>, E> {
        Ok(Given::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Given<'a>, E> {
        Ok(Given::Missing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Given<'a>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Given::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given<'a>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Given::Other)
    }
}

/// A list of bounded length.
#[derive(Debug)]
pub(super) struct Bounded<T>(pub(super) Vec<T>);

impl<T> Default for Bounded<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Bounded<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct List<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
            type Value = Bounded<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Bounded<T>, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element()? {
                    if all.len() == ENTRIES_MAX {
                        return Err(Error::custom("too long a list"));
                    }
                    all.push(one);
                }
                Ok(Bounded(all))
            }
        }

        from.deserialize_seq(List(PhantomData))
    }
}

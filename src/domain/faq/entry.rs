//! An entry as it is kept.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::document::Document;
use super::kind::EntryKind;
use crate::clock::Timestamp;
use crate::ids::{AgentId, FaqId};

/// Where an entry is on its way. The numbers are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = FaqState)]
#[repr(i64)]
pub enum EntryState {
    /// Only the team sees it.
    Draft = 1,
    /// It answers.
    Published = 2,
    /// It was deleted; its versions are kept for a while.
    Gone = 3,
}

impl EntryState {
    /// The state with this stored number; an unknown one is seen by the team alone.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        match number {
            2 => Self::Published,
            3 => Self::Gone,
            _ => Self::Draft,
        }
    }
}

/// An entry as stored, in its newest version or in an older one.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The id.
    pub id: FaqId,
    /// Its id in the file that it came from, else its own.
    pub key: String,
    /// Where it is on its way.
    pub state: EntryState,
    /// Which version this is.
    pub version: i64,
    /// What it is and says.
    pub document: Document,
    /// When it was made.
    pub created_at: Timestamp,
    /// When this version was made.
    pub updated_at: Timestamp,
    /// Who made this version; `None` for the desk.
    pub agent: Option<AgentId>,
}

impl Entry {
    /// Where and when it holds.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            version: self.version,
            kind: self.document.kind,
            published: self.state == EntryState::Published,
            public: self.document.public,
            bot: self.document.bot,
            channels: self.document.channels.clone(),
            valid_from: self.document.valid_from,
            valid_until: self.document.valid_until,
        }
    }
}

/// Where and when an entry holds: what is kept of it in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its version.
    pub version: i64,
    /// What it does.
    pub kind: EntryKind,
    /// Whether it is published.
    pub published: bool,
    /// Whether visitors find it by themselves.
    pub public: bool,
    /// Whether the bot answers with it.
    pub bot: bool,
    /// The channels that it holds on; `None` for all.
    pub channels: Option<Vec<String>>,
    /// From when on it holds.
    pub valid_from: Option<Timestamp>,
    /// Until when it holds.
    pub valid_until: Option<Timestamp>,
}

impl Facts {
    /// Whether it is published and holds at this time.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.published
            && self.valid_from.is_none_or(|from| from <= now)
            && self.valid_until.is_none_or(|until| now < until)
    }

    /// Whether it holds on this channel.
    #[must_use]
    pub fn is_on(&self, channel: &str) -> bool {
        self.channels.as_ref().is_none_or(|channels| channels.iter().any(|name| name == channel))
    }

    /// Whether the bot may answer with it.
    #[must_use]
    pub fn answers(&self, channel: &str, now: Timestamp) -> bool {
        self.bot && self.holds(now) && self.is_on(channel)
    }

    /// Whether visitors may find it by themselves.
    #[must_use]
    pub fn is_found(&self, channel: &str, now: Timestamp) -> bool {
        self.public && self.kind == EntryKind::Answer && self.holds(now) && self.is_on(channel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_holds_where_and_when_it_says() {
        let facts = Facts {
            version: 1,
            kind: EntryKind::Answer,
            published: true,
            public: true,
            bot: false,
            channels: Some(vec!["web".to_owned()]),
            valid_from: Some(Timestamp(10)),
            valid_until: Some(Timestamp(20)),
        };
        for (now, holds) in [(9, false), (10, true), (19, true), (20, false)] {
            assert_eq!(facts.holds(Timestamp(now)), holds, "{now}");
            assert_eq!(facts.is_found("web", Timestamp(now)), holds, "{now}");
        }
        assert!(!facts.is_found("email", Timestamp(12)), "of another channel");
        assert!(!facts.answers("web", Timestamp(12)), "not for the bot");
        assert!(!Facts { published: false, ..facts.clone() }.is_found("web", Timestamp(12)));
        assert!(!Facts { public: false, ..facts.clone() }.is_found("web", Timestamp(12)));
        assert!(!Facts { kind: EntryKind::Task, ..facts.clone() }.is_found("web", Timestamp(12)));
        let always = Facts { channels: None, valid_from: None, valid_until: None, bot: true, ..facts };
        assert!(always.answers("email", Timestamp(0)));
    }
}

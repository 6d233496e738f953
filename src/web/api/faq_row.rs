//! An entry of the FAQ as JSON, and as it comes.

use std::collections::HashMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::access::store as agents;
use crate::domain::faq::daily::{self, Counts};
use crate::domain::faq::{ChannelAnswer, Document, Entry, EntryKind, EntryState, LocaleTexts, Task};
use crate::fault::Fault;
use crate::flows::faq::count;
use crate::ids::{AgentId, FaqId};
use crate::web::body::said;

/// Days of which is told how often an entry was asked.
const COUNTED_DAYS: i64 = 30;

/// Who changed an entry.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = FaqEditor)]
pub(super) struct Editor {
    #[schema(example = "a_01jb7q2m4k9zz")]
    pub(super) id: String,
    #[schema(example = "Mei")]
    pub(super) name: String,
}

/// What became of questions in the last 30 days.
#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
pub(super) struct FaqStats {
    /// How often it was asked for.
    pub(super) asked: i64,
    /// How often the bot answered with it.
    pub(super) answered: i64,
    /// How often customers said that it helped.
    pub(super) helpful: i64,
    /// How often they said that it did not.
    pub(super) unhelpful: i64,
}

impl FaqStats {
    pub(super) fn new(counts: Counts) -> Self {
        let Counts { asked, answered, helpful, unhelpful, .. } = counts;
        Self { asked, answered, helpful, unhelpful }
    }
}

/// An entry of the FAQ.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaqRow {
    #[schema(example = "faq_01jb7q2m4k9zz")]
    pub(super) id: String,
    /// Its id in the file that it came from, else its own.
    #[schema(example = "returns-1")]
    key: String,
    kind: EntryKind,
    state: EntryState,
    /// Empty for none.
    #[schema(example = "Orders")]
    category: String,
    /// Null for every channel.
    channels: Option<Vec<String>>,
    /// From when on it holds.
    #[schema(value_type = Option<String>)]
    valid_from: Option<Timestamp>,
    /// Until when it holds.
    #[schema(value_type = Option<String>)]
    valid_until: Option<Timestamp>,
    /// Whether visitors find it in the widget and on the help pages.
    public: bool,
    /// Whether the bot answers with it.
    bot: bool,
    /// Grows with each change; send it with yours.
    #[schema(example = 3)]
    version: i64,
    #[schema(value_type = String)]
    updated_at: Timestamp,
    /// Null for the desk itself.
    updated_by: Option<Editor>,
    texts: LocaleTexts,
    channel_answers: Vec<ChannelAnswer>,
    /// Entries that are offered after it.
    links: Vec<String>,
    task: Option<Task>,
    stats: FaqStats,
}

/// Names of agents and counts of entries, read once for many rows.
pub(super) struct Around {
    counts: HashMap<FaqId, Counts>,
    names: HashMap<AgentId, String>,
}

impl Around {
    pub(super) fn read(conn: &Connection, entries: &[Entry], now: Timestamp) -> Result<Self, Fault> {
        let ids: Vec<FaqId> = entries.iter().map(|entry| entry.id).collect();
        let counts = daily::by_entry(conn, &ids, count::day(conn, now)? - COUNTED_DAYS + 1)?;
        let mut names = HashMap::new();
        for id in entries.iter().filter_map(|entry| entry.agent) {
            if !names.contains_key(&id)
                && let Some(agent) = agents::find(conn, id)?
            {
                names.insert(id, agent.name);
            }
        }
        Ok(Self { counts, names })
    }
}

impl FaqRow {
    /// One row with what stands around it.
    pub(super) fn one(conn: &Connection, entry: Entry, now: Timestamp) -> Result<Self, Fault> {
        let around = Around::read(conn, std::slice::from_ref(&entry), now)?;
        Ok(Self::new(entry, &around))
    }

    pub(super) fn new(entry: Entry, around: &Around) -> Self {
        let Document {
            kind,
            category,
            channels,
            valid_from,
            valid_until,
            public,
            bot,
            texts,
            channel_answers,
            links,
            task,
        } = entry.document;
        let editor = |id: AgentId| {
            let name = around.names.get(&id).cloned().unwrap_or_default();
            Editor { id: id.to_string(), name }
        };
        Self {
            stats: FaqStats::new(around.counts.get(&entry.id).copied().unwrap_or_default()),
            id: entry.id.to_string(),
            key: entry.key,
            kind,
            state: entry.state,
            category,
            channels,
            valid_from,
            valid_until,
            public,
            bot,
            version: entry.version,
            updated_at: entry.updated_at,
            updated_by: entry.agent.map(editor),
            texts,
            channel_answers,
            links: links.iter().map(ToString::to_string).collect(),
            task,
        }
    }
}

/// What is to be different about an entry; what is left out stays.
#[derive(Debug, Default, Clone, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FaqChange {
    /// The version that was looked at; `changed_meanwhile` where there is a newer one.
    pub(super) version: Option<i64>,
    kind: Option<EntryKind>,
    /// `draft` or `published`.
    pub(super) state: Option<EntryState>,
    #[schema(example = "Orders")]
    category: Option<String>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Vec<String>>)]
    #[expect(clippy::option_option, reason = "not said, null and a value")]
    channels: Option<Option<Vec<String>>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    #[expect(clippy::option_option, reason = "not said, null and a value")]
    valid_from: Option<Option<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    #[expect(clippy::option_option, reason = "not said, null and a value")]
    valid_until: Option<Option<String>>,
    public: Option<bool>,
    bot: Option<bool>,
    /// All that it says: a language that is left out goes.
    texts: Option<LocaleTexts>,
    channel_answers: Option<Vec<ChannelAnswer>>,
    links: Option<Vec<String>>,
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Task>)]
    #[expect(clippy::option_option, reason = "not said, null and a value")]
    task: Option<Option<Task>>,
}

fn time(field: &'static str, text: Option<String>) -> Result<Option<Timestamp>, Fault> {
    let wrong = || Fault::invalid(field, "Use a time like 2026-03-01T08:30:12Z.");
    text.map(|text| Timestamp::parse(&text).ok_or_else(wrong)).transpose()
}

impl FaqChange {
    /// What an entry becomes by the change, checked.
    pub(super) fn applied(self, mut document: Document) -> Result<Document, Fault> {
        if let Some(kind) = self.kind {
            document.kind = kind;
        }
        if let Some(category) = self.category {
            document.category = category;
        }
        if let Some(channels) = self.channels {
            document.channels = channels;
        }
        if let Some(at) = self.valid_from {
            document.valid_from = time("valid_from", at)?;
        }
        if let Some(at) = self.valid_until {
            document.valid_until = time("valid_until", at)?;
        }
        document.public = self.public.unwrap_or(document.public);
        document.bot = self.bot.unwrap_or(document.bot);
        if let Some(texts) = self.texts {
            document.texts = texts;
        }
        if let Some(answers) = self.channel_answers {
            document.channel_answers = answers;
        }
        if let Some(links) = self.links {
            let read = |(at, link): (usize, &String)| {
                let wrong = |_| Fault::invalid(format!("links[{at}]"), "Use the id of another entry.");
                link.parse().map_err(wrong)
            };
            document.links = links.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        }
        if let Some(task) = self.task {
            document.task = task;
        }
        document.checked()
    }

    /// The state that is asked for: deleting is another call.
    pub(super) fn wanted_state(&self) -> Result<Option<EntryState>, Fault> {
        match self.state {
            Some(EntryState::Gone) => Err(Fault::invalid("state", "Use draft or published.")),
            state => Ok(state),
        }
    }
}

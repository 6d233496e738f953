//! One demo conversation, thought out before the writer is asked: who came, what was said when, how it ends.

use std::time::Duration;

use serde_json::Value;

use super::dice::Dice;
use super::stories::{self, Stories, Voice};
use crate::clock::Timestamp;
use crate::domain::contacts::demo::Person;
use crate::domain::contacts::profile::Profile;
use crate::domain::contacts::store::Page;
use crate::domain::conversations::state::State;
use crate::i18n::Locale;
use crate::ids::AgentId;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Browsers that customers came with.
const BROWSERS: [&str; 4] = [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 14; 23127PN0CC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
];

/// Author of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Customer,
    Agent(AgentId),
    Desk,
}

/// What an entry holds.
#[derive(Debug)]
pub(super) enum What {
    Message { text: String, note: bool },
    Assigned(AgentId),
    State(State, Option<Timestamp>),
    Labelled,
    Rated(i64),
}

/// An entry to write.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) at: Timestamp,
    pub(super) by: By,
    pub(super) what: What,
}

/// A conversation to write.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) person: Person,
    pub(super) entries: Vec<Entry>,
    pub(super) labels: Vec<String>,
    /// How far each agent read.
    pub(super) read_by: Vec<(AgentId, i64)>,
    /// How far the customer read.
    pub(super) customer_read: i64,
}

/// What is the same for all drafts of a run.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) now: Timestamp,
    /// One language, or both mixed.
    pub(super) locale: Option<Locale>,
    /// Agents who answer.
    pub(super) agents: Vec<AgentId>,
    /// Messages of each conversation; without a number as many as its story has.
    pub(super) messages: Option<usize>,
}

/// How a conversation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The customer had the last word.
    Waits,
    /// An agent had it.
    Answered,
    Snoozed,
    Closed,
}

/// States of ongoing conversations, in turns, so that every list of a small desk shows something.
const GOING_ON: [Fate; 7] =
    [Fate::Answered, Fate::Waits, Fate::Snoozed, Fate::Answered, Fate::Waits, Fate::Answered, Fate::Answered];

type Turn = (Voice, &'static str);

impl Draft {
    /// Draws everything at random except the state: `going_on` is its number among ongoing conversations.
    pub(super) fn new(dice: Dice<'_>, setting: &Setting, going_on: Option<usize>) -> Self {
        let locale = setting.locale.unwrap_or(if dice.chance(70) { Locale::ZhCn } else { Locale::En });
        let stories = stories::of(locale);
        let fate = going_on.map_or(Fate::Closed, |number| GOING_ON[number % GOING_ON.len()]);
        let (turns, labels, stars) = tell(dice, stories, setting, fate);
        let order = (2_000 + dice.below(8_000)).to_string();
        let answering = dice.pick(&setting.agents).copied();
        let entries = enact(dice, setting, fate, &turns, &order, answering, &labels, stars);
        Self::of(dice, setting, locale, fate, entries, labels, &order)
    }

    fn of(
        dice: Dice<'_>,
        setting: &Setting,
        locale: Locale,
        fate: Fate,
        entries: Vec<Entry>,
        labels: Vec<String>,
        order: &str,
    ) -> Self {
        let last = entries.len() as i64;
        let answered = entries.iter().rposition(|entry| matches!(entry.by, By::Agent(_)));
        let answered = answered.map_or(0, |place| place as i64 + 1);
        // Most agents have not read waiting conversations, and everybody has read closed ones.
        let unread = fate == Fate::Waits && dice.chance(70);
        let read_by = setting.agents.iter().map(|id| (*id, if unread { answered } else { last }));
        Self {
            person: person(dice, locale, order),
            labels: if entries.iter().any(|entry| matches!(entry.what, What::Labelled)) {
                labels
            } else {
                Vec::new()
            },
            read_by: read_by.filter(|(_, read)| *read > 0).collect(),
            customer_read: if dice.chance(80) { last } else { answered.saturating_sub(1) },
            entries,
        }
    }

    /// When the first word was said.
    pub(super) fn opened_at(&self) -> Timestamp {
        self.entries.first().map_or(Timestamp(0), |entry| entry.at)
    }

    /// When the last entry was made.
    pub(super) fn updated_at(&self) -> Timestamp {
        self.entries.last().map_or(Timestamp(0), |entry| entry.at)
    }
}

/// The turns of a conversation that ends as `fate` wants, its labels and stars.
fn tell(
    dice: Dice<'_>,
    stories: &'static Stories,
    setting: &Setting,
    fate: Fate,
) -> (Vec<Turn>, Vec<String>, Option<i64>) {
    let nobody = setting.agents.is_empty();
    let mut turns: Vec<Turn> = Vec::new();
    let mut labels = Vec::new();
    let mut stars = None;
    while let Some(story) = dice.pick(&stories.told) {
        if turns.is_empty() {
            (labels, stars) = (story.labels.clone(), story.stars);
        }
        let told = story.turns.iter().filter(|(voice, _)| !nobody || *voice == Voice::Customer);
        turns.extend(told.map(|(voice, text)| (*voice, text.as_str())));
        if turns.len() >= setting.messages.unwrap_or(1) {
            break;
        }
    }
    let ends = |turn: &Turn| match fate {
        Fate::Waits => turn.0 == Voice::Customer,
        Fate::Answered | Fate::Snoozed => turn.0 == Voice::Agent || nobody,
        Fate::Closed => true,
    };
    match setting.messages {
        Some(wanted) => {
            let fitting = turns.iter().find(|turn| ends(turn)).copied();
            turns.truncate(wanted.max(1));
            if let (Some(last), Some(fitting)) = (turns.last_mut(), fitting)
                && !ends(last)
            {
                *last = fitting;
            }
        }
        None if fate != Fate::Closed => {
            let places: Vec<usize> = (0..turns.len()).filter(|place| ends(&turns[*place])).collect();
            turns.truncate(dice.pick(&places).map_or(turns.len(), |place| place + 1));
        }
        None => {}
    }
    (turns, labels, stars)
}

/// Gives each turn its time and puts around it what agents do.
#[expect(clippy::too_many_arguments, reason = "all of them were thrown for this one conversation")]
fn enact(
    dice: Dice<'_>,
    setting: &Setting,
    fate: Fate,
    turns: &[Turn],
    order: &str,
    answering: Option<AgentId>,
    labels: &[String],
    stars: Option<i64>,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    // Counted from the first message; shifted once the time of the last is known.
    let mut at = 0;
    let mut taken = false;
    for (place, (voice, text)) in turns.iter().enumerate() {
        let by = match (voice, answering) {
            (Voice::Customer, _) | (_, None) => By::Customer,
            (_, Some(agent)) => By::Agent(agent),
        };
        let again = place > 0 && turns[place - 1].0 == *voice;
        at += if place == 0 { 0 } else { dice.between(8, if again { 50 } else { 280 }) * SECOND };
        if let (By::Agent(agent), false) = (by, taken) {
            taken = true;
            if dice.chance(40) {
                entries.push(Entry { at: Timestamp(at - 4 * SECOND), by, what: What::Assigned(agent) });
            }
        }
        let text = text.replace("{order}", order);
        entries.push(Entry {
            at: Timestamp(at),
            by,
            what: What::Message { text, note: *voice == Voice::Note },
        });
    }
    let by = answering.filter(|_| taken).map_or(By::Desk, By::Agent);
    if taken && !labels.is_empty() && fate != Fate::Waits && dice.chance(80) {
        at += dice.between(2, 30) * SECOND;
        entries.push(Entry { at: Timestamp(at), by, what: What::Labelled });
    }
    match fate {
        Fate::Closed => {
            at += dice.between(20, 600) * SECOND;
            entries.push(Entry { at: Timestamp(at), by, what: What::State(State::Closed, None) });
            if let Some(stars) = stars.filter(|_| dice.chance(60)) {
                at += dice.between(10, 200) * SECOND;
                entries.push(Entry { at: Timestamp(at), by: By::Customer, what: What::Rated(stars) });
            }
        }
        Fate::Snoozed if taken => {
            at += dice.between(5, 60) * SECOND;
            let until = setting.now.plus(Duration::from_hours(dice.between(2, 60).unsigned_abs()));
            entries.push(Entry { at: Timestamp(at), by, what: What::State(State::Snoozed, Some(until)) });
        }
        _ => {}
    }
    let ago = match fate {
        Fate::Waits if dice.chance(85) => dice.between(20 * SECOND, 45 * MINUTE),
        Fate::Waits => dice.between(45 * MINUTE, 7 * HOUR),
        Fate::Answered => dice.between(3 * MINUTE, 2 * DAY),
        Fate::Snoozed => dice.between(10 * MINUTE, 3 * DAY),
        Fate::Closed => dice.between(HOUR, 30 * DAY),
    };
    let begun = setting.now.0 - ago - at;
    for entry in &mut entries {
        entry.at = Timestamp(begun + entry.at.0);
    }
    entries
}

fn person(dice: Dice<'_>, locale: Locale, order: &str) -> Person {
    let stories = stories::of(locale);
    let known = dice.chance(82);
    let name = dice.pick(&stories.people).filter(|_| known).cloned();
    let page = dice.pick(&stories.pages).map_or_else(Page::default, |place| Page {
        url: Some(place.url.replace("{order}", order)),
        title: Some(place.title.replace("{order}", order)),
        referrer: None,
    });
    let number = dice.below(10_000);
    let (phone, time_zone) = match locale {
        Locale::ZhCn => (format!("138 0000 {number:04}"), "Asia/Shanghai"),
        // Numbers that are given to nobody: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
        Locale::En => (format!("+44 7700 900{:03}", number % 1_000), "Europe/London"),
    };
    Person {
        verified: known && dice.chance(45),
        profile: Profile {
            name,
            email: (known && dice.chance(55)).then(|| format!("customer{number:04}@example.com")),
            phone: (known && dice.chance(30)).then_some(phone),
        },
        city: dice.pick(&stories.cities).filter(|_| known).cloned(),
        attributes: dice
            .pick(&stories.attributes)
            .map_or_else(|| "{}".to_owned(), |map| Value::Object(map.clone()).to_string()),
        locale: locale.tag(),
        time_zone,
        user_agent: dice.pick(&BROWSERS).copied().unwrap_or(BROWSERS[0]),
        page,
        visits: dice.between(1, 6),
    }
}

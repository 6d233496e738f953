//! Reads what the bot was asked, and decides: everything of a turn that needs no writer.

use rusqlite::{Connection, params};

use super::faq::{Faq, Place, Told as Entry, Topic};
use super::hand_over::{Shown, Summary};
use crate::clock::Timestamp;
use crate::config;
use crate::domain::bot::decide::{Act, Asked, Choice, Pending, Scene, decide, may_follow, with_topic};
use crate::domain::bot::settings::Settings;
use crate::domain::bot::slots::Told;
use crate::domain::bot::store::{self, Turn};
use crate::domain::bot::{ENTRY, HELPFUL, NONE, Outcome, PERSON, Reason, UNHELPFUL};
use crate::domain::contacts::vouched;
use crate::domain::conversations::bot_queue::Due;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::conversation::Conversation;
use crate::domain::conversations::store as conversations;
use crate::domain::conversations::{labels, state::State};
use crate::events::{Actor, ActorKind, EventKind};
use crate::fault::Fault;
use crate::flows::tickets::customers_view;
use crate::i18n::Locale;
use crate::ids::FaqId;

/// Words of one turn that are read.
const WORDS: usize = 20;
/// A question's characters that count.
const QUESTION_CHARS: usize = 500;
/// Turns that are looked back at.
const TURNS: usize = 60;
/// Turns whose topic may still be meant.
const TOPIC_TURNS: usize = 5;
/// Words of a customer in a summary, and characters of one.
const ASKED: (usize, usize) = (5, 200);
/// Tries of a turn that a fault counts for.
pub const FAILED: u32 = 10;
/// From here on a turn failed too often.
const FAILED_TWICE: u32 = 2 * FAILED;
/// What the team, or a label, says of a customer whom persons shall answer.
const VIP: &str = "vip";

/// Whether a channel shows cards.
#[must_use]
pub fn has_cards(channel: &str) -> bool {
    matches!(channel, "web" | "app")
}

/// A turn as it was decided.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The place in the queue that it is about.
    pub due: Due,
    /// The last thing the customer did that was read.
    pub through: i64,
    /// What the bot does.
    pub act: Act,
    /// The entries that it shows, in their order.
    pub entries: Vec<Entry>,
    /// The language.
    pub locale: Locale,
    /// The channel.
    pub channel: String,
    /// What was asked, for whoever takes over.
    pub summary: Summary,
    /// The task that it is about, with what it was told.
    pub task: Option<(i64, Told)>,
    /// What the FAQ said to all of it.
    pub asked: Asked,
}

/// Something a customer said.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    content: Content,
}

/// Everything that is read before something is decided.
struct Reading<'a> {
    conn: &'a Connection,
    faq: Option<&'a dyn Faq>,
    conversation: &'a Conversation,
    channel: String,
    settings: Settings,
    now: Timestamp,
    /// Turns since it came to the bot, newest first.
    turns: Vec<Turn>,
}

/// Decides a turn; `None` where the conversation is no longer with the bot. Without an FAQ only what is too late is decided.
pub fn read(
    conn: &Connection,
    faq: Option<&dyn Faq>,
    due: Due,
    limits: &config::Bot,
    now: Timestamp,
) -> Result<Option<Decided>, Fault> {
    let found = conversations::find(conn, due.id)?.filter(|it| it.state() == State::Bot);
    let Some(conversation) = found else { return Ok(None) };
    let since = began(conn, &conversation)?;
    let turns: Vec<Turn> =
        store::turns(conn, due.id, TURNS)?.into_iter().filter(|turn| turn.through > since).collect();
    let reading = Reading {
        conn,
        faq,
        conversation: &conversation,
        channel: conversations::channel(conn, due.id)?,
        settings: store::settings(conn)?.0,
        now,
        turns,
    };
    reading.decide(due, limits, since).map(Some)
}

/// The sequence with which it last came to the bot.
fn began(conn: &Connection, conversation: &Conversation) -> Result<i64, Fault> {
    Ok(conn
        .prepare_cached(
            "SELECT COALESCE(MAX(sequence), 0) FROM event_log
              WHERE conversation_id = ?1 AND sequence > 0 AND kind = ?2 AND amount % 16 = ?3",
        )?
        .query_row(
            params![conversation.id(), EventKind::StateChanged as i64, State::Bot as i64],
            |row| row.get(0),
        )?)
}

impl Reading<'_> {
    fn place(&self) -> Place<'_> {
        Place { channel: &self.channel, now: self.now }
    }

    fn words(&self, from: i64, to: i64) -> Result<(Vec<Word>, i64, Timestamp), Fault> {
        let id = self.conversation.id();
        let mut words = Vec::new();
        let mut statement = self.conn.prepare_cached(
            "SELECT m.content FROM event_log e JOIN messages m ON m.log_position = e.log_position
              WHERE e.conversation_id = ?1 AND e.sequence >= ?2 AND e.kind = ?3 AND e.actor_kind = ?4 AND m.content IS NOT NULL
                AND e.sequence <= ?6
              ORDER BY e.sequence DESC LIMIT ?5",
        )?;
        let (message, visitor) = (EventKind::Message as i64, ActorKind::Visitor.number());
        let mut rows = statement.query(params![id, from, message, visitor, WORDS as i64, to])?;
        while let Some(row) = rows.next()? {
            let json: String = row.get(0)?;
            if let Some(content) = Content::stored(&json) {
                let text = crate::domain::conversations::content::words(&json);
                words.push(Word { text: text.chars().take(QUESTION_CHARS).collect(), content });
            }
        }
        words.reverse();
        let (through, first): (i64, i64) = self
            .conn
            .prepare_cached(
                "SELECT COALESCE(MAX(sequence), ?2), COALESCE(MIN(at), ?5) FROM event_log
                  WHERE conversation_id = ?1 AND sequence >= ?2 AND kind IN (?3, ?6, ?7) AND actor_kind = ?4",
            )?
            .query_row(
                params![
                    id,
                    from,
                    message,
                    visitor,
                    self.now.0,
                    EventKind::Edited as i64,
                    EventKind::Recalled as i64
                ],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
        Ok((words, through, Timestamp(first)))
    }

    fn decide(&self, due: Due, limits: &config::Bot, since: i64) -> Result<Decided, Fault> {
        let (words, through, first) = self.words(due.from, i64::MAX)?;
        let locale = self.language(&words)?;
        let choice = self.choice(&words)?;
        let asks = |word: &&Word| matches!(word.content, Content::Text(_)) || is_other_choice(word, choice);
        let texts: Vec<&str> = words.iter().filter(asks).map(|word| word.text.as_str()).collect();
        let threshold = self.faq.map_or(1.0, |faq| faq.threshold(self.settings.carefulness, locale));
        let topic = self.topic(limits)?;
        let read = |text: &str| self.ask(text, topic.as_ref(), threshold);
        let each: Vec<Asked> = texts.iter().map(|text| read(text)).collect();
        let all = texts.join("\n");
        let joined = if each.len() == 1 { each[0].clone() } else { read(&all) };
        let (task, pending) = self.task(&words, locale)?;
        let late = self.now.0 - first.0 > limits.late_after.millis() || due.tries >= FAILED_TWICE || self.faq.is_none();
        let scene = Scene {
            repeated: self.is_repeated(&all)?,
            asked_back: self.since_answer(|turn| turn.outcome == Outcome::DidYouMean),
            unhelpful: self.turns.iter().filter(|turn| turn.outcome == Outcome::Unhelpful).count(),
            limit: self.is_limited(limits)?,
            vip: self.is_vip()?,
            rule: false,
            file: words.iter().any(|word| matches!(word.content, Content::File(_))),
            late,
            each,
            joined,
            threshold,
            choice,
            pending,
        };
        let mut act = decide(&scene);
        let entries = self.entries(&mut act, task.as_ref().map(|(id, _)| *id), locale)?;
        let summary = self.summary(since, through, task.as_ref(), locale)?;
        Ok(Decided {
            due,
            through,
            act,
            entries,
            locale,
            channel: self.channel.clone(),
            summary,
            task,
            asked: scene.joined,
        })
    }

    fn ask(&self, text: &str, topic: Option<&Topic>, threshold: f32) -> Asked {
        let Some(faq) = self.faq else { return Asked::default() };
        let alone = faq.ask(text, None, self.place());
        match topic.filter(|_| may_follow(text) && alone.small_talk.is_none()) {
            Some(topic) => with_topic(alone, faq.ask(text, Some(topic), self.place()), threshold),
            None => alone,
        }
    }

    /// The language of the words, else the visitor's.
    fn language(&self, words: &[Word]) -> Result<Locale, Fault> {
        let said = words.iter().filter(|word| matches!(word.content, Content::Text(_)));
        let text: String = said.map(|word| word.text.as_str()).collect();
        if text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)) {
            return Ok(Locale::ZhCn);
        }
        if text.chars().filter(char::is_ascii_alphabetic).count() >= 3 {
            return Ok(Locale::En);
        }
        let last = self.turns.first().and_then(|turn| Locale::parse(&turn.language));
        last.map_or_else(|| customers_view::language(self.conn, self.conversation.visitor()), Ok)
    }

    /// What was chosen last on a card of the bot's, or by its number where it was asked so.
    fn choice(&self, words: &[Word]) -> Result<Option<Choice>, Fault> {
        let Some(last) = words.last() else { return Ok(None) };
        if let Content::Choice(choice) = &last.content {
            let card = conversations::find_message(self.conn, choice.of.conversation, choice.of.sequence)?;
            let is_ours = card.is_some_and(|card| card.sender == Actor::BOT);
            return Ok(read_choice(&choice.choice).filter(|_| is_ours));
        }
        let offered = self.turns.first().filter(|turn| turn.outcome == Outcome::DidYouMean);
        let number = last.text.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        Ok(offered.zip(number).and_then(|(turn, at)| turn.others.get(at)).map(|(entry, _)| Choice::Entry(*entry)))
    }

    fn since_answer(&self, counts: impl Fn(&Turn) -> bool) -> usize {
        let is_answer = |turn: &&Turn| !matches!(turn.outcome, Outcome::Answer | Outcome::Two);
        self.turns.iter().take_while(is_answer).filter(|turn| counts(turn)).count()
    }

    /// What was answered last, if that was lately.
    fn topic(&self, limits: &config::Bot) -> Result<Option<Topic>, Fault> {
        let lately = self.now.0 - limits.context.millis();
        let mut lately = self.turns.iter().take(TOPIC_TURNS).take_while(|turn| turn.at.0 >= lately);
        let Some(turn) = lately.find(|turn| turn.entry.is_some() && turn.outcome != Outcome::Unhelpful) else {
            return Ok(None);
        };
        Ok(Some(Topic { question: self.said(turn)?, entry: turn.entry }))
    }

    /// The words of a turn as they are now.
    fn said(&self, turn: &Turn) -> Result<String, Fault> {
        let (words, ..) = self.words(turn.from, turn.through)?;
        Ok(words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("\n"))
    }

    fn is_repeated(&self, text: &str) -> Result<bool, Fault> {
        let Some(last) = self.turns.first().filter(|turn| turn.outcome == Outcome::Answer) else {
            return Ok(false);
        };
        let plain = |text: &str| {
            text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
        };
        let (one, other) = (plain(text), plain(&self.said(last)?));
        Ok(!one.is_empty() && one == other)
    }

    fn is_limited(&self, limits: &config::Bot) -> Result<bool, Fault> {
        let minute = Timestamp(self.now.0 - 60_000);
        let visitor = self.conversation.visitor().0;
        Ok(self.turns.len() >= limits.turns_max as usize
            || store::turns_since(self.conn, visitor, minute)? >= limits.turns_per_minute)
    }

    fn is_vip(&self) -> Result<bool, Fault> {
        let said = vouched::all(self.conn, self.conversation.contact())?;
        let attribute = said.iter().any(|(name, value)| {
            name.eq_ignore_ascii_case(VIP) && !matches!(value.as_str(), "false" | "0" | "")
        });
        let given = labels::given(self.conn, self.conversation.id())?;
        Ok(attribute || given.iter().any(|given| given.by_team && given.label.eq_ignore_ascii_case(VIP)))
    }

    /// A task that was begun and what these words tell it.
    fn task(&self, words: &[Word], locale: Locale) -> Result<(Option<(i64, Told)>, Option<Pending>), Fault> {
        let begun = self.turns.first().filter(|turn| turn.outcome == Outcome::Task);
        let Some((id, turn)) = begun.and_then(|turn| Some((turn.entry?, turn))) else { return Ok((None, None)) };
        let Some(entry) = self.find(id, locale)? else { return Ok((None, None)) };
        let Some(task) = entry.task else { return Ok((None, None)) };
        let mut told: Told =
            turn.fields.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
        let mut found = false;
        for word in words {
            match &word.content {
                Content::FormAnswer(answer) => {
                    let given = answer.values.iter().filter(|(id, value)| {
                        !value.trim().is_empty() && task.slots.iter().any(|slot| slot.id == **id)
                    });
                    told.values.extend(given.map(|(id, value)| (id.clone(), value.trim().to_owned())));
                    found = true;
                }
                Content::Text(_) => found |= told.read(&task.slots, &word.text),
                _ => {}
            }
        }
        let pending = match (told.is_complete(&task.slots), found) {
            (true, _) => Pending::Complete,
            (false, true) => Pending::Progress,
            (false, false) => Pending::Stuck(told.stuck),
        };
        if !found {
            told.stuck += 1;
        }
        Ok((Some((id, told)), Some(pending)))
    }

    fn find(&self, id: i64, locale: Locale) -> Result<Option<Entry>, Fault> {
        self.faq.map_or(Ok(None), |faq| faq.find(self.conn, id, locale, self.place()))
    }

    /// The entries of an act; one that no longer holds is none, and an act without its entry is handed over.
    fn entries(&self, act: &mut Act, task: Option<i64>, locale: Locale) -> Result<Vec<Entry>, Fault> {
        let wanted: Vec<i64> = match act {
            Act::Answer(id, _) => vec![*id],
            Act::Two(both) => both.iter().map(|(id, _)| *id).collect(),
            Act::DidYouMean(offered) => offered.iter().map(|(id, _)| *id).collect(),
            Act::Task(_) => task.into_iter().collect(),
            _ => return Ok(Vec::new()),
        };
        let mut entries = Vec::new();
        for id in &wanted {
            entries.extend(self.find(*id, locale)?);
        }
        match act {
            Act::DidYouMean(offered) => offered.retain(|(id, _)| entries.iter().any(|entry| entry.id == *id)),
            Act::Two([one, _]) if entries.len() == 1 && entries[0].id == one.0 => *act = Act::Answer(one.0, one.1),
            Act::Two([_, other]) if entries.len() == 1 => *act = Act::Answer(other.0, other.1),
            // A task asks for something: one thing at a time.
            Act::Two([one, _]) if entries.iter().any(|entry| entry.task.is_some()) => {
                *act = Act::Answer(one.0, one.1);
                entries.truncate(1);
            }
            _ => {}
        }
        if entries.is_empty() {
            *act = Act::HandOver(Reason::Unknown);
        }
        Ok(entries)
    }

    fn summary(
        &self,
        since: i64,
        through: i64,
        task: Option<&(i64, Told)>,
        locale: Locale,
    ) -> Result<Summary, Fault> {
        let (most, chars) = ASKED;
        let (words, ..) = self.words(since + 1, through)?;
        let asked: Vec<String> = words
            .iter()
            .filter(|word| matches!(word.content, Content::Text(_)))
            .map(|word| word.text.chars().take(chars).collect())
            .collect();
        let mut shown: Vec<Shown> = Vec::new();
        for turn in self.turns.iter().rev() {
            let offered = turn.others.iter().map(|(id, _)| *id);
            let all: Vec<i64> = match turn.outcome {
                Outcome::Answer => turn.entry.into_iter().collect(),
                Outcome::Two => turn.entry.into_iter().chain(offered.take(1)).collect(),
                Outcome::DidYouMean => offered.collect(),
                _ => Vec::new(),
            };
            for id in all {
                let faq_id = FaqId(id).to_string();
                if shown.iter().all(|there| there.faq_id != faq_id)
                    && let Some(entry) = self.find(id, locale)?
                {
                    shown.push(Shown { faq_id, question: entry.question });
                }
            }
        }
        let fields = task
            .map(|(_, told)| told.values.iter().map(|(id, value)| (id.clone(), value.clone().into())).collect())
            .unwrap_or_default();
        let skip = asked.len().saturating_sub(most);
        Ok(Summary { asked: asked.into_iter().skip(skip).collect(), shown, tried: self.turns.len(), fields })
    }
}

/// Whether a word is a choice that means something to the FAQ alone: a button of an entry's own, or of an agent's card.
fn is_other_choice(word: &Word, choice: Option<Choice>) -> bool {
    matches!(word.content, Content::Choice(_)) && choice.is_none()
}

fn read_choice(choice: &str) -> Option<Choice> {
    match choice {
        HELPFUL => Some(Choice::Helpful),
        UNHELPFUL => Some(Choice::Unhelpful),
        PERSON => Some(Choice::Person),
        NONE => Some(Choice::None),
        other => other.strip_prefix(ENTRY)?.parse::<FaqId>().ok().map(|id| Choice::Entry(id.0)),
    }
}

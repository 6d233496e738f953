//! How groups are shown: with words that were said, masked, and a draft of what could be answered.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use rusqlite::Connection;

use super::decide::{language, with_merged};
use super::read::text_of;
use crate::clock::Timestamp;
use crate::domain::access::store as agents;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::store as conversations;
use crate::domain::faq::daily::{self, Counts};
use crate::domain::faq::store as entries;
use crate::domain::learning::ranking::{self, Figures};
use crate::domain::learning::store::{self, DAY_MS, Example, Gap};
use crate::domain::learning::{GapKind, GapState, draft, masking};
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::faq::count;
use crate::i18n::Locale;
use crate::ids::{ConversationId, FaqId, GapId};
use crate::text;

/// Days by which groups are ordered, unless asked otherwise.
pub const DAYS: i64 = 30;
/// Questions of a group whose words are read for its title and draft, the newest.
const READ: usize = 40;
/// Ways to ask that are shown of a group.
const PHRASINGS: usize = 12;
/// Messages of an answer.
const ANSWER_MESSAGES: usize = 20;
/// Agents whose names are left out of words.
const AGENTS: usize = 1_000;

/// What is left out of words that are shown.
#[derive(Debug)]
pub struct Masks {
    agents: Vec<String>,
    of_contact: RefCell<HashMap<ConversationId, Option<String>>>,
}

impl Masks {
    /// With the names of all agents.
    pub fn read(conn: &Connection) -> rusqlite::Result<Self> {
        let agents = agents::list(conn, 0, AGENTS)?.into_iter().map(|agent| agent.name).collect();
        Ok(Self { agents, of_contact: RefCell::default() })
    }

    /// The customer's name, if it is known.
    pub fn contact(&self, conn: &Connection, id: ConversationId) -> rusqlite::Result<Option<String>> {
        if let Some(name) = self.of_contact.borrow().get(&id) {
            return Ok(name.clone());
        }
        let name = match conversations::find(conn, id)? {
            Some(conversation) => {
                contacts::find(conn, conversation.contact())?.and_then(|contact| contact.profile.name)
            }
            None => None,
        };
        self.of_contact.borrow_mut().insert(id, name.clone());
        Ok(name)
    }

    /// Words of a conversation without what names a person.
    pub fn mask(&self, conn: &Connection, id: ConversationId, words: &str) -> rusqlite::Result<String> {
        let mut names = self.agents.clone();
        names.extend(self.contact(conn, id)?);
        Ok(masking::mask(words, &names))
    }
}

/// A way to ask, and how often it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrased {
    /// The words.
    pub text: String,
    /// How many asked so.
    pub count: usize,
}

/// A group as it is shown.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The group.
    pub gap: Gap,
    /// Figures of the last days.
    pub figures: Figures,
    /// Minutes that an answer saves in so many days.
    pub saves_minutes: f32,
    /// What stands for it.
    pub title: String,
    /// Its language.
    pub language: Locale,
    /// Ways to ask, the most usual first.
    pub phrasings: Vec<Phrased>,
    /// What could be answered, by the language of the replies.
    pub draft: Option<(Locale, String)>,
    /// Of a weak answer: how often it did not help, and how often that was said at all.
    pub weak: Option<(i64, i64)>,
}

/// A page of groups, and figures of all of them.
#[derive(Debug)]
pub struct Listed {
    /// The groups.
    pub items: Vec<Shown>,
    /// Whether there are more.
    pub more: bool,
    /// Open groups of each kind, and those that are done.
    pub open: BTreeMap<GapKind, usize>,
    /// Groups that are done.
    pub done: usize,
    /// Share of questions that the FAQ answers now, and after the first three groups.
    pub now: f32,
    /// As said.
    pub after_three: f32,
    /// Each day's questions, and those that the FAQ knew.
    pub days: Vec<(i64, i64, i64)>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Groups of this kind.
    pub kind: Option<GapKind>,
    /// Groups in this state.
    pub state: GapState,
    /// Days that count.
    pub days: i64,
    /// Groups that are passed over, and how many are shown.
    pub skip: usize,
    /// As said.
    pub limit: usize,
}

/// Groups in the order of what they save.
pub fn list(conn: &Connection, asked: Asked, now: Timestamp) -> Result<Listed, Fault> {
    let after = Timestamp(now.0 - asked.days * DAY_MS);
    let all = store::all(conn)?;
    let figures = summed(&all, &store::figures(conn, after, now)?);
    let weak = weak_counts(conn, &all, now)?;
    let mut open = BTreeMap::new();
    for gap in all.iter().filter(|gap| gap.state == GapState::Open) {
        *open.entry(gap.kind).or_insert(0) += 1;
    }
    let done = all.iter().filter(|gap| gap.state == GapState::Done).count();
    let asked_of = |gap: &Gap| figures.get(&gap.id).copied().unwrap_or_default();
    let saves = |gap: &Gap| match gap.kind {
        GapKind::Weak => weak.get(&gap.id).map_or(0.0, |(bad, _)| *bad as f32 * ranking::MINUTES),
        _ => asked_of(gap).saves(ranking::MINUTES),
    };
    let mut ranked: Vec<(&Gap, f32)> = all
        .iter()
        .filter(|gap| gap.state == asked.state && asked.kind.is_none_or(|kind| gap.kind == kind))
        .map(|gap| (gap, saves(gap)))
        .collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.id.cmp(&other.0.id)));
    let days = store::days(conn, after, count::offset_ms(conn, now)?)?;
    let (questions, known) =
        days.iter().fold((0, 0), |(all, known), day| (all + day.1, known + day.2));
    let mut sizes: Vec<(f32, i64)> = all
        .iter()
        .filter(|gap| gap.state == GapState::Open && gap.kind != GapKind::Weak)
        .map(|gap| (saves(gap), if gap.kind == GapKind::Conflict { 0 } else { asked_of(gap).asked }))
        .collect();
    sizes.sort_by(|one, other| other.0.total_cmp(&one.0));
    let first: Vec<i64> = sizes.iter().take(3).map(|(_, asked)| *asked).collect();
    let (rate, after_three) = ranking::rates(known, questions, &first);
    let masks = Masks::read(conn)?;
    let more = ranked.len() > asked.skip + asked.limit;
    let page = ranked.into_iter().skip(asked.skip).take(asked.limit);
    let items = page
        .map(|(gap, _)| show(conn, gap, asked_of(gap), weak.get(&gap.id).copied(), &masks))
        .collect::<Result<_, _>>()?;
    Ok(Listed { items, more, open, done, now: rate, after_three, days })
}

/// One group as it is shown.
pub fn one(conn: &Connection, id: GapId, now: Timestamp) -> Result<Shown, Fault> {
    let gap = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
    let all = store::all(conn)?;
    let after = Timestamp(now.0 - DAYS * DAY_MS);
    let figures = summed(&all, &store::figures(conn, after, now)?);
    let weak = weak_counts(conn, std::slice::from_ref(&gap), now)?;
    let figures = figures.get(&id).copied().unwrap_or_default();
    show(conn, &gap, figures, weak.get(&id).copied(), &Masks::read(conn)?)
}

/// Figures with those of groups that went into others.
fn summed(all: &[Gap], figures: &HashMap<GapId, Figures>) -> HashMap<GapId, Figures> {
    let into: HashMap<GapId, GapId> =
        all.iter().filter_map(|gap| Some((gap.id, gap.merged_into?))).collect();
    let mut sums: HashMap<GapId, Figures> = HashMap::new();
    for (id, one) in figures {
        let mut root = *id;
        // A ring cannot be made, and would end here.
        for _ in 0..16 {
            root = into.get(&root).copied().unwrap_or(root);
        }
        let sum = sums.entry(root).or_default();
        sum.asked += one.asked;
        sum.answered += one.answered;
        sum.week += one.week;
        sum.week_before += one.week_before;
    }
    sums
}

fn weak_counts(
    conn: &Connection,
    gaps: &[Gap],
    now: Timestamp,
) -> Result<HashMap<GapId, (i64, i64)>, Fault> {
    let weak: Vec<(GapId, FaqId)> = gaps
        .iter()
        .filter(|gap| gap.kind == GapKind::Weak)
        .filter_map(|gap| Some((gap.id, gap.entry?)))
        .collect();
    if weak.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<FaqId> = weak.iter().map(|(_, entry)| *entry).collect();
    let counts = daily::by_entry(conn, &ids, count::day(conn, now)? - DAYS + 1)?;
    let of = |entry: FaqId| {
        let Counts { helpful, unhelpful, answered, .. } = counts.get(&entry).copied().unwrap_or_default();
        (unhelpful, answered.max(helpful + unhelpful))
    };
    Ok(weak.into_iter().map(|(gap, entry)| (gap, of(entry))).collect())
}

/// The newest questions of a group, with those of groups that went into it.
pub fn newest(
    conn: &Connection,
    id: GapId,
    before: Option<(i64, i64, i64)>,
    limit: usize,
) -> rusqlite::Result<Vec<Example>> {
    let mut found = Vec::new();
    for id in with_merged(conn, id)? {
        found.extend(store::of_gap(conn, id, before, limit)?);
    }
    found.sort_by_key(|example| (-example.at.0, -example.conversation.0, -example.sequence));
    found.truncate(limit);
    Ok(found)
}

/// What a person answered to a question, if they did.
pub fn answer_to(conn: &Connection, example: &Example) -> rusqlite::Result<Option<String>> {
    let Some((first, last)) = example.answer else { return Ok(None) };
    let said = store::said(conn, example.conversation, first, ANSWER_MESSAGES)?;
    let lines: Vec<String> = said
        .into_iter()
        .filter(|words| words.sequence <= last && words.by == ActorKind::Agent)
        .filter_map(|words| text_of(words.content.as_deref()))
        .collect();
    Ok((!lines.is_empty()).then(|| lines.join("\n")))
}

fn show(
    conn: &Connection,
    gap: &Gap,
    figures: Figures,
    weak: Option<(i64, i64)>,
    masks: &Masks,
) -> Result<Shown, Fault> {
    let (mut questions, mut replies) = (Vec::new(), Vec::new());
    for example in newest(conn, gap.id, None, READ)? {
        let content = store::content_of(conn, example.conversation, example.sequence)?;
        if let Some(text) = text_of(content.as_deref()) {
            questions.push(masks.mask(conn, example.conversation, text.trim())?);
        }
        if let Some(reply) = answer_to(conn, &example)? {
            replies.push(masks.mask(conn, example.conversation, &draft::plain(&reply))?);
        }
    }
    let phrasings = phrasings(&questions);
    let texts: Vec<&str> = questions.iter().map(String::as_str).collect();
    let centre = draft::nearest_centre(&texts).map(|at| texts[at].to_owned());
    let language = centre.as_deref().map_or(Locale::default(), language);
    let of_entry = match gap.entry {
        Some(entry) => entries::questions(conn, &[entry], language)?.remove(&entry),
        None => None,
    };
    let title = of_entry.filter(|_| gap.kind != GapKind::Unanswered).or(centre).unwrap_or_default();
    let texts: Vec<&str> = replies.iter().map(String::as_str).collect();
    let draft = draft::nearest_centre(&texts).map(|at| (super::decide::language(texts[at]), texts[at].to_owned()));
    let minutes = ranking::median_minutes(store::took(conn, gap.id, READ)?);
    let saves_minutes = match weak {
        Some((bad, _)) => bad as f32 * minutes,
        None => figures.saves(minutes),
    };
    Ok(Shown { gap: gap.clone(), figures, saves_minutes, title, language, phrasings, draft, weak })
}

/// Ways to ask, each once, the most usual first.
fn phrasings(questions: &[String]) -> Vec<Phrased> {
    let mut found: Vec<(String, Phrased)> = Vec::new();
    for question in questions {
        let bare = text::bare(question);
        match found.iter_mut().find(|(known, _)| *known == bare) {
            Some((_, phrased)) => phrased.count += 1,
            None => found.push((bare, Phrased { text: question.clone(), count: 1 })),
        }
    }
    let mut phrasings: Vec<Phrased> = found.into_iter().map(|(_, phrased)| phrased).collect();
    phrasings.sort_by_key(|phrased| std::cmp::Reverse(phrased.count));
    phrasings.truncate(PHRASINGS);
    phrasings
}

//! Demo data: conversations to try the desk and to measure it, and their removal without a trace.
//!
//! Drafts are made off the writer and stored in chunks, so that real work goes on in between. Their entries are
//! told to no live link (their events say that they were brought in); when all is stored, agents' clients
//! load anew. Customers of demo data are marked, and everything that belongs to a marked customer goes with them, whatever
//! was done to it meanwhile.

mod dice;
mod draft;
mod stories;

use serde_json::json;

use self::dice::Dice;
use self::draft::{By, Draft, Entry, Setting, What};
use crate::domain::access::rights::Right;
use crate::domain::access::store as agents;
use crate::domain::contacts::{demo as contacts, store as contact_store};
use crate::domain::conversations::conversation::{Conversation, Moment};
use crate::domain::conversations::demo as conversations;
use crate::domain::conversations::labels::{self, Given};
use crate::domain::conversations::store::{self as conversation_store, NewMessage};
use crate::domain::{files, idempotency};
use crate::events::{self, Actor, ConversationEvent, Event, LogPosition, Record};
use crate::fault::Fault;
use crate::flows::access::reload_agents;
use crate::flows::conversations::append::record;
use crate::flows::conversations::label_catalogue;
use crate::flows::search::keep as search;
use crate::flows::{Caller, Desk};
use crate::i18n::Locale;
use crate::ids::{ContactId, ConversationId, VisitorId};
use crate::storage::Unit;

/// Most conversations of one call.
pub const CONVERSATIONS_MAX: usize = 500_000;
/// Most messages of one conversation.
pub const MESSAGES_MAX: usize = 10_000;
/// Most messages of one call.
const ALL_MESSAGES_MAX: usize = 5_000_000;
/// About how many entries are stored in one unit, which takes a tenth of a second: so long do other writes wait.
const CHUNK_ENTRIES: usize = 2_000;
/// Customers removed in one unit.
const CHUNK_CUSTOMERS: usize = 200;
/// Conversations that clients are told of one by one as they go; more make them load anew.
const TOLD_MAX: usize = 400;
/// Agents who answer in demo conversations.
const AGENTS_MAX: usize = 50;

/// Demo conversations that go on, beside one in a hundred: so many as a small desk has on a good day.
const GOING_ON: usize = 12;

/// Decides which of so many conversations go on, spread among them.
#[derive(Debug)]
struct Lots {
    drawn: usize,
    going_on: usize,
    left: usize,
}

impl Lots {
    fn of(conversations: usize) -> Self {
        Self { drawn: 0, going_on: conversations.min(GOING_ON + conversations / 100), left: conversations }
    }

    /// The number of the next one among those that go on, if it does.
    fn draw(&mut self, dice: Dice<'_>) -> Option<usize> {
        let goes_on = dice.below(self.left as u64) < self.going_on as u64;
        self.left = self.left.saturating_sub(1);
        if !goes_on {
            return None;
        }
        self.going_on -= 1;
        self.drawn += 1;
        Some(self.drawn - 1)
    }
}

/// How much demo data to make.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many conversations.
    pub conversations: usize,
    /// Messages of each; without a number as many as its story has.
    pub messages: Option<usize>,
    /// One language, or both mixed.
    pub locale: Option<Locale>,
}

impl Plan {
    /// Refuses what would fill the disk by mistake.
    pub fn check(&self) -> Result<(), Fault> {
        if !(1..=CONVERSATIONS_MAX).contains(&self.conversations) {
            return Err(Fault::invalid("conversations", format!("Use 1 to {CONVERSATIONS_MAX}.")));
        }
        let Some(messages) = self.messages else { return Ok(()) };
        if !(1..=MESSAGES_MAX).contains(&messages) {
            return Err(Fault::invalid("messages", format!("Use 1 to {MESSAGES_MAX}.")));
        }
        if messages * self.conversations > ALL_MESSAGES_MAX {
            return Err(Fault::invalid(
                "messages",
                format!("These would be more than {ALL_MESSAGES_MAX} messages."),
            ));
        }
        Ok(())
    }
}

/// What was stored or removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Conversations.
    pub conversations: usize,
    /// Entries in them; messages and what else happened.
    pub entries: usize,
}

/// Conversations that are not stored yet.
#[derive(Debug)]
pub struct Drafts(Vec<Draft>);

impl Drafts {
    /// Makes drafts for `plan`, to be stored as one chunk.
    pub async fn make(desk: &Desk, wanted: Plan) -> Result<Self, Fault> {
        wanted.check()?;
        let setting = setting(desk, wanted).await?;
        let dice = Dice(desk.entropy.as_ref());
        let mut lots = Lots::of(wanted.conversations);
        Ok(Self((0..wanted.conversations).map(|_| Draft::new(dice, &setting, lots.draw(dice))).collect()))
    }

    /// Stores them, told to nobody.
    pub fn store(&self, unit: &mut Unit<'_>, caller: &Caller) -> Result<Counts, Fault> {
        caller.may(Right::DemoData)?;
        let entries = self.0.iter().map(|draft| draft.entries.len()).sum();
        for draft in &self.0 {
            store(unit, draft)?;
        }
        let labels: Vec<String> = self.0.iter().flat_map(|draft| draft.labels.iter().cloned()).collect();
        label_catalogue::add_unknown(unit, caller, &labels)?;
        // A cursor from before these entries would be replayed to.
        agents::set_rights_positions(unit.conn(), unit.head())?;
        Ok(Counts { conversations: self.0.len(), entries })
    }
}

async fn setting(desk: &Desk, wanted: Plan) -> Result<Setting, Fault> {
    let all = desk.db.read(|conn| Ok(agents::list(conn, 0, AGENTS_MAX)?)).await?;
    let agents = all.into_iter().filter(|agent| agent.active).map(|agent| agent.id).collect();
    Ok(Setting { now: desk.clock.now(), locale: wanted.locale, agents, messages: wanted.messages })
}

/// Makes demo conversations chunk by chunk; `progress` hears how many are stored.
pub async fn seed(
    desk: &Desk,
    caller: Caller,
    wanted: Plan,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Counts, Fault> {
    wanted.check()?;
    let setting = setting(desk, wanted).await?;
    let (dice, mut lots) = (Dice(desk.entropy.as_ref()), Lots::of(wanted.conversations));
    let mut done = Counts::default();
    while done.conversations < wanted.conversations {
        let mut drafts = Vec::new();
        let mut entries = 0;
        while entries < CHUNK_ENTRIES && done.conversations + drafts.len() < wanted.conversations {
            let draft = Draft::new(dice, &setting, lots.draw(dice));
            entries += draft.entries.len();
            drafts.push(draft);
        }
        let drafts = Drafts(drafts);
        let stored = desk.db.write(move |unit| drafts.store(unit, &caller)).await?;
        done.conversations += stored.conversations;
        done.entries += stored.entries;
        progress(done.conversations);
    }
    desk.db.write(move |unit| reload_agents::reload_agents(unit, &caller)).await?;
    Ok(done)
}

/// Removes all demo data chunk by chunk; `progress` hears how many conversations are gone.
pub async fn remove(desk: &Desk, caller: Caller, progress: &(dyn Fn(usize) + Sync)) -> Result<Counts, Fault> {
    let mut gone = Counts::default();
    let mut told = true;
    loop {
        told = told && gone.conversations < TOLD_MAX;
        let (customers, chunk) = desk.db.write(move |unit| remove_chunk(unit, &caller, told)).await?;
        if customers == 0 {
            break;
        }
        gone.conversations += chunk.conversations;
        gone.entries += chunk.entries;
        progress(gone.conversations);
    }
    if gone != Counts::default() {
        desk.db
            .write(move |unit| {
                forget_answers(unit)?;
                unit.forget();
                if told { Ok(()) } else { reload_agents::reload_agents(unit, &caller) }
            })
            .await?;
    }
    Ok(gone)
}

/// Removes some marked customers with everything of theirs; how many they were. Where it is told, clients drop each
/// conversation as it goes; else every cursor from before becomes a reason to load anew.
fn remove_chunk(unit: &mut Unit<'_>, caller: &Caller, told: bool) -> Result<(usize, Counts), Fault> {
    caller.may(Right::DemoData)?;
    let labels = label_catalogue::count(unit)?;
    let customers = contacts::list(unit.conn(), CHUNK_CUSTOMERS)?;
    let caught_up = unit.catch_up()?;
    let mut counts = Counts::default();
    if !told {
        // Making the index anew takes less time than taking so many words out of it.
        search::begin_anew(unit)?;
    }
    for customer in &customers {
        let conn = unit.conn();
        if told {
            search::contact_goes(unit, *customer)?;
        }
        counts.entries += conversations::entries_of(conn, *customer)?;
        let erased = conversation_store::erase(conn, *customer, caught_up)?;
        erased.iter().try_for_each(|id| files::store::hide(conn, *id, None))?;
        counts.conversations += erased.len();
        contact_store::remove(conn, *customer)?;
        for id in erased {
            let record = Record::of(caller.actor, Event::Conversation(id, ConversationEvent::Erased));
            if told {
                unit.emit(&record)?
            } else {
                unit.bring_in(&record, unit.now())?
            };
        }
    }
    label_catalogue::tell_if_fewer(unit, caller, labels)?;
    if !told {
        agents::set_rights_positions(unit.conn(), unit.head())?;
    }
    Ok((customers.len(), counts))
}

/// Kept answers to writes that name a customer who is gone.
fn forget_answers(unit: &mut Unit<'_>) -> Result<(), Fault> {
    let conn = unit.conn();
    let is_gone = |word: &str| match word.parse::<ContactId>() {
        Ok(id) => contact_store::find(conn, id).map(|found| found.is_none()),
        Err(_) => Ok(false),
    };
    Ok(idempotency::store::forget_where(conn, is_gone)?)
}

fn store(unit: &mut Unit<'_>, draft: &Draft) -> Result<(), Fault> {
    let contact: ContactId = unit.mint();
    let visitor: VisitorId = unit.mint();
    let id: ConversationId = unit.mint();
    let (opened_at, updated_at) = (draft.opened_at(), draft.updated_at());
    contacts::insert(unit.conn(), contact, visitor, &draft.person, opened_at, updated_at)?;
    search::contact_changed(unit, contact)?;
    let customer = Actor::visitor(visitor);
    let (mut past, opening) = Conversation::open(id, contact, visitor, customer);
    unit.bring_in(&record(id, &opening, 0), opened_at)?;
    let mut last_message = None;
    for entry in &draft.entries {
        let position = enter(unit, &mut past, entry, &draft.labels)?;
        if matches!(entry.what, What::Message { .. }) {
            last_message = Some(position);
        }
    }
    conversations::insert(unit.conn(), &past, opened_at, updated_at)?;
    conversations::set_last_message(unit.conn(), id, last_message)?;
    if !draft.labels.is_empty() {
        let given = draft.labels.iter().map(|label| Given { label: label.clone(), by_team: true });
        labels::give(unit.conn(), id, &given.collect::<Vec<_>>())?;
    }
    let head = unit.head();
    for (agent, read) in &draft.read_by {
        conversations::insert_marks(
            unit.conn(),
            id,
            Actor::agent(*agent),
            past.last_sequence(),
            *read,
            head,
        )?;
    }
    Ok(conversations::insert_marks(
        unit.conn(),
        id,
        customer,
        past.last_sequence(),
        draft.customer_read,
        head,
    )?)
}

/// Stores one entry of a demo conversation, at its own time, and what it implies.
fn enter(
    unit: &mut Unit<'_>,
    past: &mut Conversation,
    entry: &Entry,
    labels: &[String],
) -> Result<LogPosition, Fault> {
    let actor = match entry.by {
        By::Customer => Actor::visitor(past.visitor()),
        By::Agent(agent) => Actor::agent(agent),
        By::Desk => Actor::SYSTEM,
    };
    let event = match &entry.what {
        What::Message { note, .. } => ConversationEvent::Message { note: *note },
        What::Assigned(to) => ConversationEvent::Assigned { to: *to, by: events::By::Person },
        What::State(to, until) => ConversationEvent::StateChanged { to: *to, until: *until, undone: false },
        What::Labelled => ConversationEvent::Labelled,
        What::Rated(stars) => ConversationEvent::Rated { stars: *stars },
    };
    let id = past.id();
    let steps = past.follow(Moment { actor, at: entry.at }, event);
    let sequence = past.last_sequence();
    let mut position = 0;
    for step in &steps {
        let at = unit.bring_in(&record(id, step, position), entry.at)?;
        position = if step.sequence.is_some() { at } else { position };
    }
    match &entry.what {
        What::Message { text, note } => {
            let content = json!({ "kind": "text", "text": text }).to_string();
            let message = NewMessage {
                position,
                conversation: id,
                sequence,
                sender: actor,
                client_message_id: None,
                sent_to: None,
                // The digest only detects repeated sends, and nobody repeats these.
                digest: [0; 16],
                note: *note,
                content: &content,
            };
            conversation_store::insert_message(unit.conn(), &message, entry.at)?;
        }
        What::Labelled => {
            let detail = json!({ "labels": labels });
            conversation_store::insert_detail(unit.conn(), position, id, &detail)?;
        }
        _ => {}
    }
    Ok(position)
}

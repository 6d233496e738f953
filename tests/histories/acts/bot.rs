//! The bot: turns over an FAQ of one entry, hand-overs that are looked after, and what people change about it.

use rusqlite::Connection;
use servicedesk::clock::Timestamp;
use servicedesk::config;
use servicedesk::domain::access::presence::There;
use servicedesk::domain::bot::decide::{Asked, Person};
use servicedesk::domain::bot::duty::Mode;
use servicedesk::domain::bot::settings::{Carefulness, Settings};
use servicedesk::domain::bot::store;
use servicedesk::domain::conversations::bot_queue;
use servicedesk::fault::Fault;
use servicedesk::flows::bot::faq::{Faq, Place, Told, Topic};
use servicedesk::flows::bot::read::read;
use servicedesk::flows::bot::turn::{carry_out, failed};
use servicedesk::flows::bot::{Around, duty, give, idle, settings as changing, unattended};
use servicedesk::i18n::Locale;
use servicedesk::storage::Unit;

use super::{any_agent, any_conversation, somebody};
use crate::random::Random;

const KEY: [u8; 32] = [7; 32];
const FAR: Timestamp = Timestamp(i64::MAX / 2);

/// It is as sure of everything as the dice say.
#[derive(Debug)]
struct Dice(usize);

impl Faq for Dice {
    fn ask(&self, _: &str, _: Option<&Topic>, _: Place<'_>) -> Asked {
        let p = [0.9, 0.5, 0.1][self.0 % 3];
        let person = (self.0 == 4).then_some(Person::Only);
        Asked { candidates: vec![(1, p)], known: 0.9, person, ..Asked::default() }
    }

    fn find(&self, _: &Connection, id: i64, _: Locale, _: Place<'_>) -> Result<Option<Told>, Fault> {
        let told = Told {
            id,
            question: "几点发货?".to_owned(),
            answer: "三点。".to_owned(),
            buttons: Vec::new(),
            picture: None,
            links: Vec::new(),
            task: None,
        };
        Ok((self.0 != 5).then_some(told))
    }

    fn threshold(&self, _: Carefulness, _: Locale) -> f32 {
        0.8
    }

    fn entries(&self, _: Place<'_>) -> usize {
        1
    }
}

fn around(unit: &Unit<'_>, dice: &mut Random) -> Result<Around, Fault> {
    let now = unit.now();
    let mut there = Vec::new();
    for _ in 0..dice.below(3) {
        there.push((any_agent(unit, dice)?, There { since: now, last_seen: now }, true));
    }
    Ok(Around { there, started_at: now })
}

pub fn on_duty(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let on = !dice.once_in(5);
    let channels = ["web", "api"].map(|channel| (channel.to_owned(), on, Mode::Always));
    duty::keep(unit, &channels)
}

pub fn turn(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let limits = config::Bot::default();
    let due = bot_queue::due_now(unit.conn(), FAR, 10)?;
    let Some(due) = dice.pick(&due).copied() else { return Err(Fault::not_found()) };
    if dice.once_in(6) {
        return failed(unit, &due, 500);
    }
    let around = around(unit, dice)?;
    let faq = Dice(dice.below(7));
    let decided = read(unit.conn(), Some(&faq), due, &limits, unit.now())?.ok_or_else(Fault::not_found)?;
    carry_out(unit, &KEY, &limits, &around, &decided).map(drop)
}

pub fn to_bot(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let (caller, id) = (somebody(unit, dice)?, any_conversation(unit, dice)?);
    give::give_to_bot(unit, &caller, id).map(drop)
}

pub fn look_after(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let around = around(unit, dice)?;
    // As if enough time had passed.
    let waiting: Vec<i64> = unit
        .conn()
        .prepare("SELECT conversation_id FROM bot_hand_overs WHERE due_at IS NOT NULL ORDER BY conversation_id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let Some(id) = dice.pick(&waiting).copied() else { return Err(Fault::not_found()) };
    let row = store::find_handed_over(unit.conn(), servicedesk::ids::ConversationId(id))?;
    let row = row.ok_or_else(Fault::not_found)?;
    store::put_handed_over(unit.conn(), &store::HandedOver { due_at: Some(unit.now()), ..row })?;
    unattended::look_after(unit, &KEY, &around, 180_000, 5).map(drop)
}

pub fn close_quiet(unit: &mut Unit<'_>, _: &mut Random) -> Result<(), Fault> {
    if idle::close_quiet(unit, 0, 3)? == 0 { Err(Fault::not_found()) } else { Ok(()) }
}

pub fn settings(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let caller = somebody(unit, dice)?;
    let (_, version) = store::settings(unit.conn())?;
    let settings = Settings { hourly_cost: Some(dice.between(1, 90) as f64), ..Settings::default() };
    changing::change(unit, &caller, &settings, version).map(drop)
}

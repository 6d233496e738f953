//! What people do at a desk, each through the flow that does it. Whom it concerns is drawn from what is there.

pub mod access;
pub mod bot;
pub mod files;
pub mod house;
pub mod merging;
pub mod faq;
pub mod imports;
pub mod learning;
pub mod people;
pub mod promises;
pub mod push;
pub mod routing;
pub mod shift;
pub mod talk;
pub mod tickets;

use std::fmt::Display;
use std::panic::resume_unwind;
use std::sync::PoisonError;

use servicedesk::domain::access::agent::Role;
use servicedesk::domain::contacts::store as contacts;
use servicedesk::fault::{Fault, Kind};
use servicedesk::flows::Caller;
use servicedesk::ids::{AgentId, ContactId, ConversationId, VisitorId};
use servicedesk::storage::Unit;

use crate::random::Random;
use crate::twin::Tally;

type Act = fn(&mut Unit<'_>, &mut Random) -> Result<(), Fault>;

/// All of them but those that need more than one unit.
pub const ACTS: &[(&str, Act)] = &[
    ("arrive", people::arrive),
    ("arrive", people::arrive),
    ("arrive again", people::arrive_again),
    ("prove", people::prove),
    ("report page", people::report_page),
    ("edit contact", people::edit_contact),
    ("clear contact", people::clear_contact),
    ("answer form", people::answer_form),
    ("say attributes", people::say_attributes),
    ("track", people::track),
    ("block", people::block),
    ("unblock", people::unblock),
    ("forget visitor", people::forget_visitor),
    ("erase", people::erase),
    ("erase again", people::erase_again),
    ("ask", talk::ask),
    ("ask", talk::ask),
    ("ask", talk::ask),
    ("ask", talk::ask),
    ("answer", talk::answer),
    ("answer", talk::answer),
    ("note", talk::note),
    ("show file", talk::show_file),
    ("edit", talk::edit),
    ("recall", talk::recall),
    ("assign", talk::assign),
    ("transfer", talk::transfer),
    ("to a team", talk::to_team),
    ("prioritize", talk::prioritize),
    ("no answer needed", talk::no_answer_needed),
    ("resolve", talk::resolve),
    ("reopen", talk::reopen),
    ("snooze", talk::snooze),
    ("wake", talk::wake),
    ("rate", talk::rate),
    ("read", talk::read),
    ("label", talk::label),
    ("page labels", talk::page_labels),
    ("draft", talk::draft),
    ("open from outside", talk::open_from_outside),
    ("bulk", talk::bulk),
    ("keep macro", shift::keep_macro),
    ("run macro", shift::run_macro),
    ("preview macro", shift::preview_macro),
    ("schedule", shift::schedule),
    ("schedule", shift::schedule),
    ("change scheduled", shift::change_scheduled),
    ("send due", shift::send_due),
    ("done for today", shift::done_for_today),
    ("block person", shift::block_person),
    ("merge", merging::merge),
    ("merge", merging::merge),
    ("unmerge", merging::unmerge),
    ("split", merging::split),
    ("turn into ticket", tickets::turn_into),
    ("open ticket", tickets::open),
    ("ticket status", tickets::status),
    ("ticket status", tickets::status),
    ("change ticket", tickets::change),
    ("ticket followers", tickets::followers),
    ("link tickets", tickets::link),
    ("link tickets", tickets::link),
    ("unlink tickets", tickets::unlink),
    ("link tickets", tickets::link),
    ("answer children", tickets::answer_below),
    ("answer children", tickets::answer_below),
    ("answer children", tickets::answer_below),
    ("answer children", tickets::answer_below),
    ("ticket statuses", tickets::statuses),
    ("ticket types", tickets::types),
    ("ticket prefix", tickets::prefix),
    ("route", routing::route),
    ("route", routing::route),
    ("go online", routing::go_online),
    ("routing settings", routing::settings),
    ("bot on duty", bot::on_duty),
    ("bot on duty", bot::on_duty),
    ("turn of the bot", bot::turn),
    ("turn of the bot", bot::turn),
    ("turn of the bot", bot::turn),
    ("give to the bot", bot::to_bot),
    ("look after a hand-over", bot::look_after),
    ("look after a hand-over", bot::look_after),
    ("close what is quiet", bot::close_quiet),
    ("settings of the bot", bot::settings),
    ("bring in", imports::bring_in),
    ("bring in", imports::bring_in),
    ("import", imports::manage),
    ("write FAQ", faq::write),
    ("write FAQ", faq::write),
    ("bring FAQ in", faq::bring_in),
    ("set FAQ up", faq::set_up),
    ("push", push::notice),
    ("push", push::notice),
    ("push", push::notice),
    ("catalogue", house::catalogue),
    ("canned", house::canned),
    ("views", house::views),
    ("learn", learning::ask),
    ("learn", learning::ask),
    ("decide on a gap", learning::decide),
    ("decide on a gap", learning::decide),
    ("use suggestion", learning::suggest),
    ("freshen", learning::freshen),
    ("promise", promises::promise),
    ("keep", promises::keep),
    ("calendar", house::calendar),
    ("agent", house::agent),
    ("standing", house::standing),
    ("presence", house::presence),
    ("reasons", house::reasons),
    ("team", access::team),
    ("team", access::team),
    ("role", access::role),
    ("skills", access::skills),
    ("password", house::password),
    ("sign out", house::sign_out),
    ("token", house::token),
    ("invite", house::invite),
    ("invite", house::invite),
    ("settings", house::settings),
    ("replace rules", house::replace_rules),
    ("apply rules", house::apply_rules),
    ("prune", house::prune),
];

/// A unit of a few acts. Some run in a savepoint and are undone there; some units fail or panic at their end.
pub fn several(unit: &mut Unit<'_>, mut dice: Random, tally: &Tally, panics: bool) -> Result<(), Fault> {
    for _ in 0..=dice.below(4) {
        let (name, act) = ACTS[dice.below(ACTS.len())];
        let (alone, undone) = (!dice.once_in(3), dice.once_in(4));
        let done = if alone {
            unit.attempt(|unit| {
                act(unit, &mut dice)?;
                if undone { Err(Fault::not_found()) } else { Ok(()) }
            })
        } else {
            act(unit, &mut dice)
        };
        count(tally, name, done.is_ok());
        match done {
            Err(fault) if fault.kind == Kind::Internal => {
                return Err(fault.saying(format!("{name} went wrong")));
            }
            Err(fault) if !alone => return Err(fault),
            _ => {}
        }
    }
    if panics {
        // Without the words that a panic prints.
        resume_unwind(Box::new("on purpose"));
    }
    if dice.once_in(12) { Err(Fault::not_found()) } else { Ok(()) }
}

pub fn count(tally: &Tally, name: &'static str, done: bool) {
    if done {
        *tally.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_default() += 1;
    }
}

pub fn wrong(error: impl Display) -> String {
    error.to_string()
}

/// The id of some row.
fn any(unit: &Unit<'_>, dice: &mut Random, table: &str) -> Result<i64, Fault> {
    let ids: Vec<i64> = unit
        .conn()
        .prepare_cached(&format!("SELECT id FROM {table} ORDER BY id"))?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    dice.pick(&ids).copied().ok_or_else(Fault::not_found)
}

fn any_agent(unit: &Unit<'_>, dice: &mut Random) -> Result<AgentId, Fault> {
    any(unit, dice, "agents").map(AgentId)
}

fn any_contact(unit: &Unit<'_>, dice: &mut Random) -> Result<ContactId, Fault> {
    any(unit, dice, "contacts").map(ContactId)
}

fn any_visitor(unit: &Unit<'_>, dice: &mut Random) -> Result<VisitorId, Fault> {
    any(unit, dice, "visitors").map(VisitorId)
}

fn any_conversation(unit: &Unit<'_>, dice: &mut Random) -> Result<ConversationId, Fault> {
    any(unit, dice, "conversations").map(ConversationId)
}

/// Somebody of the team who may do everything.
fn somebody(unit: &Unit<'_>, dice: &mut Random) -> Result<Caller, Fault> {
    any_agent(unit, dice).map(owner)
}

fn owner(agent: AgentId) -> Caller {
    Caller::agent(agent, Role::Owner)
}

fn customer(unit: &Unit<'_>, visitor: VisitorId) -> Result<Caller, Fault> {
    let visitor = contacts::find_visitor(unit.conn(), visitor)?.ok_or_else(Fault::not_found)?;
    Ok(Caller::visitor(visitor.id, visitor.contact, visitor.verified))
}

fn any_customer(unit: &Unit<'_>, dice: &mut Random) -> Result<Caller, Fault> {
    customer(unit, any_visitor(unit, dice)?)
}

/// Words, some of which were said before.
fn words(dice: &mut Random) -> String {
    let words = ["tea", "茶", "where is it", "thank you", "it broke", "can I have another one", "您好", "🙂"];
    format!("{} {}", words[dice.below(words.len())], dice.below(50))
}

//! The FAQ: written, published, taken back, brought in and undone, with what the whole of it has.

use servicedesk::domain::faq::daily::Counted;
use servicedesk::domain::faq::help::Help;
use servicedesk::domain::faq::import::Row;
use servicedesk::domain::faq::sets::SetState;
use servicedesk::domain::faq::{Document, EntryState, Said, Words};
use servicedesk::fault::Fault;
use servicedesk::flows::faq::import::{self, Report};
use servicedesk::flows::faq::keep::{self, Bounds, Wanted};
use servicedesk::flows::faq::{count, settings};
use servicedesk::i18n::Locale;
use servicedesk::ids::{FaqId, FaqSetId};
use servicedesk::storage::Unit;

use super::{any, any_conversation, somebody, words};
use crate::random::Random;

const BOUNDS: Bounds = Bounds { entries: 40, phrasings: 400 };

fn document(unit: &Unit<'_>, dice: &mut Random) -> Result<Document, Fault> {
    let mut document = Document { public: dice.once_in(2), ..Document::default() };
    *document.texts.of(Locale::ALL[dice.below(2)]) = Some(Words {
        question: words(dice),
        answer: words(dice),
        alternatives: (0..dice.below(3)).map(|_| words(dice)).collect(),
        ..Words::default()
    });
    document.links.extend(any(unit, dice, "faq_entries").ok().filter(|_| dice.once_in(2)).map(FaqId));
    document.checked()
}

/// An entry is written, changed, published, deleted or brought back.
pub fn write(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let state = [EntryState::Draft, EntryState::Published][dice.below(2)];
    let document = document(unit, dice)?;
    let mut wanted = Wanted { state: Some(state), ..Wanted::default() };
    if let (Ok(conversation), Some((_, text))) =
        (any_conversation(unit, dice), document.phrasings().nth(1).filter(|_| dice.once_in(2)))
    {
        wanted.said.push(Said { text: text.to_owned(), conversation, sequence: 2 });
    }
    if dice.once_in(2) {
        return keep::add(unit, &who, document, &wanted, BOUNDS).map(drop);
    }
    let id = FaqId(any(unit, dice, "faq_entries")?);
    match dice.below(4) {
        0 => keep::remove(unit, &who, id, None),
        1 => keep::revert(unit, &who, id, 1 + dice.below(3) as i64, BOUNDS).map(drop),
        2 => keep::set_state(unit, &who, id, state, None, BOUNDS).map(drop),
        _ => keep::change(unit, &who, id, |_| Ok(document), &wanted, BOUNDS).map(drop),
    }
}

/// A file comes in, or goes again.
pub fn bring_in(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    if dice.once_in(3) {
        let id = FaqSetId(any(unit, dice, "faq_sets")?);
        import::begin_undo(unit, &who, id)?;
        return import::undo_batch(unit, id).map(drop);
    }
    let rows: Vec<Row> = (0..=dice.below(4))
        .map(|at| Row {
            line: at as u64 + 2,
            key: dice.once_in(2).then(|| format!("k{}", dice.below(9))),
            locale: Locale::ALL[dice.below(2)].tag().to_owned(),
            question: words(dice),
            answer: words(dice),
            draft: dice.once_in(4),
            ..Row::default()
        })
        .collect();
    let id = import::begin(unit, &who, "faq.csv", &Report::default())?;
    import::batch(unit, &who, id, &rows, BOUNDS)?;
    import::finish(unit, &who, id, [SetState::Done, SetState::Stopped][dice.below(2)]).map(drop)
}

/// What the whole FAQ has, and what became of a question.
pub fn set_up(unit: &mut Unit<'_>, dice: &mut Random) -> Result<(), Fault> {
    let who = somebody(unit, dice)?;
    let groups = settings::check_synonyms(vec![vec!["kettle".to_owned(), words(dice), words(dice)]])?;
    settings::set_synonyms(unit, &who, &groups)?;
    settings::set_help(unit, &who, &Help { enabled: dice.once_in(2), title: None }.checked()?)?;
    let entry = any(unit, dice, "faq_entries").ok().map(FaqId);
    let what = [Counted::Asked, Counted::Answered, Counted::Helpful, Counted::Handed][dice.below(4)];
    count::count(unit, entry, ("web", Locale::En), what)
}

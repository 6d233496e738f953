//! Words that a customer leaves in a form, which become a ticket: of the types that the shop offers, and with no other fields than
//! customers are asked for.

use serde::Serialize;
use serde_json::Map;

use super::create::{Begin, open_ticket};
use super::customers_view::{self, Shown};
use crate::clock::Timestamp;
use crate::domain::blocks::{self, blocked};
use crate::domain::contacts::profile::Profile;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::content::Content;
use crate::domain::tickets::fields::Values;
use crate::domain::tickets::types::TicketType;
use crate::domain::tickets::{TITLE_CHARS, clean_title, documents, store};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::contacts::visitor_says;
use crate::i18n::Locale;
use crate::ids::{ConversationId, TicketTypeId};
use crate::storage::Unit;
use crate::text;

/// Characters of the words that a title is made of.
const TITLE_OF_WORDS: usize = 60;
/// For how long tickets of one visitor are counted.
const COUNTED_MS: i64 = 60 * 60 * 1_000;

/// What is left.
#[derive(Debug, Clone)]
pub struct Left {
    /// The type.
    pub of: Option<TicketTypeId>,
    /// Values in the fields of the type.
    pub fields: Values,
    /// A title; else the first words are one.
    pub title: Option<String>,
    /// The words.
    pub words: String,
    /// Name and address, as the customer says.
    pub profile: Option<Profile>,
}

/// The ticket, as its customer is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// Its conversation.
    pub conversation_id: ConversationId,
    /// What it is called, and where it stands.
    #[serde(flatten)]
    pub ticket: Shown,
}

/// Opens a ticket of the visitor's with their words. At most `per_hour` of them within an hour.
pub fn leave(
    unit: &mut Unit<'_>,
    caller: &Caller,
    digest_key: &[u8; 32],
    left: &Left,
    per_hour: u32,
) -> Result<Receipt, Fault> {
    let id = caller.as_visitor()?;
    let visitor = contacts::find_visitor(unit.conn(), id)?.ok_or_else(Fault::not_found)?;
    if blocks::store::is_blocked(unit.conn(), id, visitor.contact, unit.now())? {
        return Err(blocked());
    }
    check_rate(unit, caller, per_hour)?;
    let offered = left.of.map(|of| offered(unit, of)).transpose()?;
    if let Some(profile) = &left.profile {
        visitor_says::answer_form(unit, caller, profile, &Map::new())?;
    }
    let title = match &left.title {
        Some(title) => clean_title("title", title)?,
        None => title_of(&left.words),
    };
    let begin = Begin {
        title,
        of: offered.map(|of| of.id),
        fields: left.fields.clone(),
        by_customer: true,
        ..Begin::default()
    };
    let words = Content::text(left.words.clone());
    let whose = (visitor.contact, id, visitor.channel.as_str());
    let conversation_id = open_ticket(unit, caller, whose, Some((digest_key, words)), &begin)?;
    let language = customers_view::language(unit.conn(), id)?;
    let ticket = customers_view::of(unit.conn(), conversation_id, language)?.ok_or_else(Fault::not_found)?;
    Ok(Receipt { conversation_id, ticket })
}

/// A type that the shop offers to customers.
fn offered(unit: &Unit<'_>, id: TicketTypeId) -> Result<TicketType, Fault> {
    documents::find_type(unit.conn(), id)?
        .filter(|of| of.public)
        .ok_or_else(|| Fault::invalid("type_id", "There is no such type."))
}

fn check_rate(unit: &Unit<'_>, caller: &Caller, per_hour: u32) -> Result<(), Fault> {
    let since = Timestamp(unit.now().0 - COUNTED_MS);
    let (count, first) = store::left_since(unit.conn(), caller.as_visitor()?, since)?;
    if count < i64::from(per_hour) {
        return Ok(());
    }
    let wait = first.map_or(COUNTED_MS, |first| first.0 - since.0).max(1_000);
    Err(Fault::rate_limited(wait.unsigned_abs()))
}

/// The first line of some words, cut where it is long.
fn title_of(words: &str) -> String {
    let line = words.lines().find(|line| !text::is_blank(line)).unwrap_or_default();
    let cut: String = line.trim().chars().take(TITLE_OF_WORDS).collect();
    text::given(&cut, TITLE_CHARS).unwrap_or_else(|| "…".to_owned())
}

/// A type as the form of a customer asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offered {
    id: TicketTypeId,
    name: String,
    fields: Vec<AskedField>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct AskedField {
    id: String,
    #[serde(rename = "type")]
    kind: crate::domain::tickets::types::FieldKind,
    label: String,
    required: bool,
    options: Vec<String>,
}

/// The types that customers are offered, with what each asks of them, in one language.
pub fn types_offered(conn: &rusqlite::Connection, language: Locale) -> Result<Vec<Offered>, Fault> {
    let public = documents::types(conn)?.into_iter().filter(|of| of.public);
    Ok(public
        .map(|of| {
            let of = of.for_customers();
            let fields = of.fields.into_iter().map(|field| AskedField {
                label: field.label.of(language.tag()).to_owned(),
                id: field.key,
                kind: field.kind,
                required: field.required,
                options: field.options,
            });
            Offered { id: of.id, name: of.name, fields: fields.collect() }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_are_a_title() {
        let long = "长".repeat(TITLE_OF_WORDS + 9);
        for (words, title) in [
            ("盖碗破了", "盖碗破了"),
            ("\n \n 盖碗破了 \n能换吗", "盖碗破了"),
            (long.as_str(), &long[..TITLE_OF_WORDS * 3]),
            ("a\u{200b}b", "ab"),
            ("\u{202e}", "…"),
        ] {
            assert_eq!(title_of(words), title, "{words:?}");
        }
    }
}

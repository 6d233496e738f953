//! Statuses: those that every desk has, one of each category, and own ones.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::category::Category;
use super::words::Words;
use crate::fault::Fault;
use crate::i18n::{Locale, Texts};
use crate::ids::TicketStatusId;
use crate::text;

/// Most statuses.
pub const STATUSES_MAX: usize = 50;
/// Longest name, in characters.
const NAME_CHARS: usize = 40;

/// A status as it is kept. What every desk has may have no words of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The id.
    pub id: TicketStatusId,
    /// What the team calls it.
    pub name: Option<String>,
    /// What customers are told.
    pub public: Option<Words>,
    /// What it means.
    pub category: Category,
}

/// The status of a category that every desk has.
#[must_use]
pub const fn usual(category: Category) -> TicketStatusId {
    TicketStatusId(category as i64)
}

/// A status with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TicketStatus)]
pub struct Named {
    /// The id.
    #[schema(value_type = String, example = "ts_01jb7q2m4k9zz")]
    pub id: TicketStatusId,
    /// What the team calls it.
    #[schema(example = "Waits for the courier")]
    pub name: String,
    /// What customers are told, by language.
    pub public_name: Words,
    /// `new`, `open`, `pending`, `on_hold`, `solved` or `closed`.
    #[schema(example = "on_hold")]
    pub category: &'static str,
    /// Whether every desk has it.
    pub builtin: bool,
}

impl Status {
    /// Whether every desk has it.
    #[must_use]
    pub fn is_builtin(&self) -> bool {
        is_builtin(self.id)
    }

    /// The same with its words; built-in ones are named in the shop's language.
    #[must_use]
    pub fn named(&self, locale: Locale) -> Named {
        let word = |part: &str, locale| {
            let key = format!("ticket_statuses.{part}_{}", self.category.name());
            Texts::new(locale).find(&key).unwrap_or_default().to_owned()
        };
        let told = || Words { zh_cn: word("public", Locale::ZhCn), en: word("public", Locale::En) };
        Named {
            id: self.id,
            name: self.name.clone().unwrap_or_else(|| word("name", locale)),
            public_name: self.public.as_ref().map_or_else(told, Words::filled),
            category: self.category.name(),
            builtin: self.is_builtin(),
        }
    }
}

fn is_builtin(id: TicketStatusId) -> bool {
    Category::ALL.into_iter().any(|category| usual(category) == id)
}

impl Named {
    /// The same as the value of a change.
    #[must_use]
    pub fn to_change(&self) -> serde_json::Value {
        serde_json::json!({
            "id": self.id,
            "name": self.name,
            "category": self.category,
            "public": self.public_name,
        })
    }
}

/// A status as somebody sends it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTicketStatus)]
pub struct Wanted {
    /// The one that it is; a new one has none.
    #[serde(default)]
    pub id: Option<String>,
    /// What the team calls it; null for the usual word, where every desk has it.
    #[serde(default)]
    pub name: Option<String>,
    /// What customers are told, by language; null for the usual words, or for the team's.
    #[serde(default)]
    pub public_name: Option<Words>,
    /// `new`, `open`, `pending`, `on_hold`, `solved` or `closed`; what every desk has keeps its own.
    pub category: String,
    /// Not looked at: it may be sent as it was read.
    #[serde(default)]
    #[allow(dead_code, reason = "documents are sent back as they were read")]
    builtin: Option<bool>,
}

/// The statuses that are wanted, in order; new ones have no id yet.
pub fn check(wanted: &[Wanted], locale: Locale) -> Result<Vec<(Option<TicketStatusId>, Status)>, Fault> {
    if wanted.len() > STATUSES_MAX {
        return Err(Fault::invalid("statuses", format!("There are at most {STATUSES_MAX} statuses.")));
    }
    let mut checked: Vec<(Option<TicketStatusId>, Status)> = Vec::new();
    for (place, one) in wanted.iter().enumerate() {
        let path = |field: &str| format!("statuses[{place}].{field}");
        let category = Category::from_name(&one.category).ok_or_else(|| {
            let names = Category::ALL.map(Category::name).join(", ");
            Fault::invalid(path("category"), format!("Use one of {names}."))
        })?;
        let id = match &one.id {
            None => None,
            Some(text) => Some(
                text.parse::<TicketStatusId>()
                    .map_err(|_| Fault::invalid(path("id"), "This is not the id of a status."))?,
            ),
        };
        let builtin = id.is_some_and(is_builtin);
        if builtin && id != Some(usual(category)) {
            return Err(Fault::invalid(path("category"), "What every desk has keeps its category."));
        }
        if id.is_some() && checked.iter().any(|(other, _)| *other == id) {
            return Err(Fault::invalid(path("id"), "Name each status once."));
        }
        let bare = Status { id: id.unwrap_or(TicketStatusId(0)), name: None, public: None, category };
        let usual = bare.named(locale);
        let name = match &one.name {
            None if builtin => None,
            name => {
                let clean =
                    name.as_deref().and_then(|name| text::given(name, NAME_CHARS)).ok_or_else(|| {
                        Fault::invalid(path("name"), format!("Use 1 to {NAME_CHARS} printable characters."))
                    })?;
                Some(clean).filter(|name| !builtin || *name != usual.name)
            }
        };
        let public = match &one.public_name {
            None if builtin => None,
            None => name.clone().map(|name| Words { zh_cn: name, en: String::new() }),
            Some(words) => Some(words.clean(&path("public_name"), NAME_CHARS)?)
                .filter(|words| !builtin || words.filled() != usual.public_name),
        };
        checked.push((id, Status { name, public, ..bare }));
    }
    for category in Category::ALL {
        if !checked.iter().any(|(id, _)| *id == Some(usual(category))) {
            let message = format!("What every desk has stays: {} is missing.", category.name());
            return Err(Fault::invalid("statuses", message));
        }
    }
    Ok(checked)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn builtin() -> Vec<Value> {
        let one = |category: Category| json!({ "id": usual(category), "category": category.name() });
        Category::ALL.into_iter().map(one).collect()
    }

    fn told(more: &[Value]) -> Result<Vec<Status>, String> {
        let wanted: Vec<Wanted> = builtin()
            .iter()
            .chain(more)
            .map(|one| serde_json::from_value(one.clone()).expect("one"))
            .collect();
        check(&wanted, Locale::ZhCn)
            .map(|all| all.into_iter().map(|(_, status)| status).collect())
            .map_err(|fault| fault.field.unwrap_or_default().into_owned())
    }

    #[test]
    fn what_every_desk_has_is_worded_in_its_language() {
        let status =
            Status { id: usual(Category::Pending), name: None, public: None, category: Category::Pending };
        let named = status.named(Locale::ZhCn);
        assert_eq!((named.name.as_str(), named.builtin), ("等客户", true));
        assert_eq!(status.named(Locale::En).name, "Waiting for customer");
        assert_eq!(named.public_name, status.named(Locale::En).public_name);
        // Sent back as they were read, they have no words of their own.
        let sent: Vec<Wanted> = Category::ALL
            .map(|category| {
                Status { id: usual(category), name: None, public: None, category }.named(Locale::ZhCn)
            })
            .iter()
            .map(|named| serde_json::from_value(serde_json::to_value(named).expect("JSON")).expect("one"))
            .collect();
        let checked = check(&sent, Locale::ZhCn).expect("as they are");
        assert!(checked.iter().all(|(_, status)| status.name.is_none() && status.public.is_none()));
    }

    #[test]
    fn a_document_is_checked_by_its_places() {
        let own = json!({ "name": "等快递", "public_name": { "zh-CN": "快递途中" }, "category": "on_hold" });
        let kept = told(std::slice::from_ref(&own)).expect("fine");
        assert_eq!(kept[6].name.as_deref(), Some("等快递"));
        assert_eq!(kept[6].public.as_ref().map(|words| words.of("en")), Some("快递途中"));
        let with = |field: &str, value: Value| {
            let mut other = own.clone();
            other[field] = value;
            other
        };
        for (wrong, path) in [
            (with("name", json!("")), "statuses[6].name"),
            (with("name", Value::Null), "statuses[6].name"),
            (with("category", json!("done")), "statuses[6].category"),
            (with("public_name", json!({})), "statuses[6].public_name"),
            (with("id", json!("x")), "statuses[6].id"),
            (json!({ "id": usual(Category::New), "category": "new" }), "statuses[6].id"),
            (json!({ "id": usual(Category::New), "category": "open" }), "statuses[6].category"),
        ] {
            assert_eq!(told(std::slice::from_ref(&wrong)), Err(path.to_owned()), "{wrong}");
        }
        assert_eq!(check(&[], Locale::En).unwrap_err().field.as_deref(), Some("statuses"));
    }
}

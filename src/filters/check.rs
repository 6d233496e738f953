//! What is wrong with a filter that somebody sent.

use super::fields::{Field, Fields, ME, Type};
use super::tree::{Condition, Filter, Op, Operand};
use crate::fault::Fault;
use crate::ids::AgentId;

/// Most conditions of one filter.
pub const CONDITIONS_MAX: usize = 30;
/// Most values that one condition lists.
pub const VALUES_MAX: usize = 50;
/// Most characters of a value, and of an attribute's name.
const VALUE_CHARS: usize = 200;
/// Longest duration: ten years.
const DURATION_MAX_MS: i64 = 10 * 366 * 86_400_000;
/// Any agent, where it is only asked whether one can be named so.
const SOMEBODY: Option<AgentId> = Some(AgentId(1));

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The way from the top of the filter, as in `all[0].value`; empty for the filter itself.
    pub path: String,
    /// One sentence that says what to do.
    pub why: String,
}

impl Problem {
    /// The same as a malformed field below `within`.
    #[must_use]
    pub fn fault(self, within: &str) -> Fault {
        let parts: Vec<&str> = [within, &self.path].into_iter().filter(|part| !part.is_empty()).collect();
        Fault::invalid(parts.join("."), self.why)
    }
}

impl Filter {
    /// Refuses a filter that asks for other fields than `allowed`, for values that do not exist, or for too much.
    pub fn check(&self, allowed: Fields) -> Result<(), Problem> {
        let mut seen = 0;
        match self {
            // No condition at all: every conversation.
            Self::All(filters) if filters.is_empty() => Ok(()),
            _ => check(self, "", 0, allowed, &mut seen),
        }
    }
}

fn check(
    filter: &Filter,
    path: &str,
    depth: usize,
    allowed: Fields,
    seen: &mut usize,
) -> Result<(), Problem> {
    let dot = if path.is_empty() { "" } else { "." };
    let (name, filters) = match filter {
        Filter::One(condition) => {
            *seen += 1;
            if *seen > CONDITIONS_MAX {
                return wrong(path, "", format!("A filter has at most {CONDITIONS_MAX} conditions."));
            }
            return check_condition(condition, path, allowed);
        }
        Filter::All(filters) => ("all", filters),
        Filter::Any(filters) => ("any", filters),
    };
    let own = format!("{path}{dot}{name}");
    if depth == 2 {
        return wrong(&own, "", "Groups stand in the outermost group alone: two levels.");
    }
    if filters.is_empty() {
        return wrong(&own, "", "Give at least one condition.");
    }
    for (place, filter) in filters.iter().enumerate() {
        check(filter, &format!("{own}[{place}]"), depth + 1, allowed, seen)?;
    }
    Ok(())
}

fn wrong(path: &str, last: &str, why: impl Into<String>) -> Result<(), Problem> {
    let parts: Vec<&str> = [path, last].into_iter().filter(|part| !part.is_empty()).collect();
    Err(Problem { path: parts.join("."), why: why.into() })
}

fn check_condition(condition: &Condition, path: &str, allowed: Fields) -> Result<(), Problem> {
    let Condition { field, op, value } = condition;
    if !field.is_in(allowed) {
        return wrong(path, "field", format!("{field} is for rules, not for lists."));
    }
    if let Field::Attribute(name) = field
        && name.chars().count() > VALUE_CHARS
    {
        return wrong(path, "field", format!("A name has at most {VALUE_CHARS} characters."));
    }
    let fitting = ops(field.value_type());
    if !fitting.contains(op) {
        return wrong(path, "op", format!("{field} is compared by {}.", names(fitting)));
    }
    match (op, value) {
        (Op::MoreThan | Op::LessThan, Operand::Number(number)) => {
            let least = if *field == Field::DueInMs { -DURATION_MAX_MS } else { 0 };
            if (least..=DURATION_MAX_MS).contains(number) {
                return Ok(());
            }
            wrong(path, "value", format!("Use {least} to {DURATION_MAX_MS} milliseconds."))
        }
        (Op::MoreThan | Op::LessThan, _) => wrong(path, "value", "Use a whole number of milliseconds."),
        (Op::Is, Operand::Bool(_)) if field.value_type() == Type::Bool => Ok(()),
        _ if field.value_type() == Type::Bool => wrong(path, "value", "Use true or false."),
        (Op::In | Op::NotIn | Op::HasAny, Operand::Several(values)) => {
            if values.is_empty() || values.len() > VALUES_MAX {
                return wrong(path, "value", format!("List 1 to {VALUES_MAX} values."));
            }
            for (place, value) in values.iter().enumerate() {
                check_value(field, *op, value.as_deref(), &format!("{path}.value[{place}]"), allowed)?;
            }
            Ok(())
        }
        (Op::In | Op::NotIn | Op::HasAny, _) => wrong(path, "value", "Use a list of texts."),
        (_, Operand::Single(value)) => {
            let dot = if path.is_empty() { "" } else { "." };
            check_value(field, *op, value.as_deref(), &format!("{path}{dot}value"), allowed)
        }
        _ => wrong(path, "value", "Use a text."),
    }
}

fn check_value(
    field: &Field,
    op: Op,
    value: Option<&str>,
    path: &str,
    allowed: Fields,
) -> Result<(), Problem> {
    let path = path.trim_start_matches('.');
    let Some(value) = value else {
        let is_choice = matches!(op, Op::Is | Op::IsNot | Op::In | Op::NotIn);
        if is_choice && field.is_optional() {
            return Ok(());
        }
        return wrong(path, "", format!("{field} is never none."));
    };
    if value.is_empty() || value.chars().count() > VALUE_CHARS {
        return wrong(path, "", format!("Use 1 to {VALUE_CHARS} characters."));
    }
    if *field == Field::Agent && value == ME && allowed == Fields::Rules {
        return wrong(path, "", "Rules ask for nobody in particular: name an agent.");
    }
    if field.stored(value, SOMEBODY).is_some() {
        return Ok(());
    }
    let known = field.names();
    if known.is_empty() {
        wrong(path, "", format!("This is not the id of a {}.", noun(field)))
    } else {
        wrong(path, "", format!("Use one of {}.", known.join(", ")))
    }
}

const fn noun(field: &Field) -> &'static str {
    match field {
        Field::Agent => "colleague",
        Field::Widget => "widget",
        Field::Status => "status",
        Field::TicketType => "type of tickets",
        _ => "team",
    }
}

/// The operators that fit a field's values.
const fn ops(of: Type) -> &'static [Op] {
    match of {
        Type::Choice => &[Op::Is, Op::IsNot, Op::In, Op::NotIn],
        Type::Text => &[Op::Is, Op::IsNot, Op::In, Op::NotIn, Op::Contains, Op::ContainsNot],
        Type::Set => &[Op::Has, Op::HasNot, Op::HasAny],
        Type::Duration => &[Op::MoreThan, Op::LessThan],
        Type::Bool => &[Op::Is],
    }
}

fn names(ops: &[Op]) -> String {
    let name = |op: &Op| serde_json::to_value(op).ok()?.as_str().map(str::to_owned);
    ops.iter().filter_map(name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn check(filter: Value, allowed: Fields) -> Result<(), Problem> {
        serde_json::from_value::<Filter>(filter).expect("a filter").check(allowed)
    }

    fn condition(field: &str, op: &str, value: impl Into<Value>) -> Value {
        json!({ "field": field, "op": op, "value": value.into() })
    }

    #[test]
    fn what_is_sensible_passes() {
        let web = condition("channel", "is", "web");
        let agent = AgentId(7).to_string();
        for filter in [
            json!({ "all": [] }),
            web.clone(),
            json!({ "any": [web, { "all": [condition("state", "in", json!(["open", "waiting"]))] }] }),
            condition("agent", "is", Value::Null),
            condition("agent", "not_in", json!(["me", agent, null])),
            condition("label", "has_any", json!(["退款", "vip"])),
            condition("due_in_ms", "less_than", -60_000),
            condition("verified", "is", false),
            json!({ "all": vec![condition("waiting_ms", "more_than", 60_000); CONDITIONS_MAX] }),
        ] {
            assert_eq!(check(filter.clone(), Fields::Views), Ok(()), "{filter}");
        }
        for filter in [
            condition("attribute:level", "is", Value::Null),
            condition("page", "contains", "/cart"),
            condition("hours_open", "is", true),
        ] {
            assert_eq!(check(filter.clone(), Fields::Rules), Ok(()), "{filter}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_by_its_path() {
        let web = condition("channel", "is", "web");
        let deep = json!({ "all": [{ "any": [{ "all": [web.clone()] }] }] });
        let third = json!({ "all": [web.clone(), { "any": [condition("label", "is", "x")] }] });
        for (filter, path, why) in [
            (json!({ "all": vec![web.clone(); CONDITIONS_MAX + 1] }), "all[30]", "at most 30 conditions"),
            (deep, "all[0].any[0].all", "two levels"),
            (json!({ "any": [] }), "any", "at least one"),
            (json!({ "all": [web.clone(), { "all": [] }] }), "all[1].all", "at least one"),
            (third, "all[1].any[0].op", "label is compared by has, has_not, has_any."),
            (condition("page", "is", "/"), "field", "page is for rules"),
            (condition("state", "is", "done"), "value", "Use one of bot, waiting, open, snoozed, closed."),
            (condition("state", "is", Value::Null), "value", "state is never none."),
            (condition("state", "in", json!(["open", "x"])), "value[1]", "Use one of"),
            (condition("state", "in", "open"), "value", "Use a list of texts."),
            (condition("state", "in", json!([])), "value", "List 1 to 50 values."),
            (condition("state", "in", json!([1])), "value", "Use a list of texts."),
            (condition("state", "is", json!(["open"])), "value", "Use a text."),
            (condition("agent", "is", "a_1"), "value", "This is not the id of a colleague."),
            (condition("team", "is", "sales"), "value", "This is not the id of a team."),
            (condition("label", "has", Value::Null), "value", "label is never none."),
            (condition("label", "has", ""), "value", "Use 1 to 200 characters."),
            (condition("waiting_ms", "more_than", "1"), "value", "Use a whole number"),
            (condition("waiting_ms", "more_than", 1.5), "value", "Use a whole number"),
            (condition("waiting_ms", "more_than", -1), "value", "Use 0 to"),
            (condition("verified", "is", "yes"), "value", "Use true or false."),
            (condition("verified", "is", json!({})), "value", "Use true or false."),
        ] {
            let problem = check(filter.clone(), Fields::Views).expect_err(path);
            assert_eq!(problem.path, path, "{filter}: {problem:?}");
            assert!(problem.why.contains(why), "{filter}: {problem:?}");
        }
        let problem = check(condition("agent", "is", "me"), Fields::Rules).expect_err("nobody asks");
        assert_eq!(problem.fault("when").field.as_deref(), Some("when.value"));
    }
}

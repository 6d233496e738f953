//! What stands between `{{` and `}}` in the words of a macro, and what comes in its place.

use std::collections::BTreeMap;

/// Everything that can stand there.
pub const NAMES: [&str; 6] =
    ["contact.name", "contact.email", "contact.phone", "agent.name", "shop.name", "page.title"];

/// Longest value that somebody gives for one, in characters.
pub const VALUE_CHARS: usize = 200;

/// What is known, by name. A name that is missing has no value.
pub type Values = BTreeMap<&'static str, String>;

/// The name as it stands in [`NAMES`]; spaces around it do not count.
fn known(name: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|known| *known == name.trim())
}

/// The first variable of a text that nobody could fill in. Braces that do not close are just braces.
#[must_use]
pub fn unknown(text: &str) -> Option<&str> {
    let closed = text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
    closed.map(|(name, _)| name).find(|name| known(name).is_none())
}

/// The text with its variables filled in, or the names of those that have no value, each once.
pub fn fill(text: &str, values: &Values) -> Result<String, Vec<&'static str>> {
    let mut parts = text.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let mut missing = Vec::new();
    for part in parts {
        let Some((name, rest)) = part.split_once("}}") else {
            filled.push_str("{{");
            filled.push_str(part);
            continue;
        };
        match known(name).map(|name| (name, values.get(name))) {
            Some((_, Some(value))) => filled.push_str(value),
            Some((name, None)) if !missing.contains(&name) => missing.push(name),
            Some(_) => {}
            None => {
                filled.push_str("{{");
                filled.push_str(name);
                filled.push_str("}}");
            }
        }
        filled.push_str(rest);
    }
    if missing.is_empty() { Ok(filled) } else { Err(missing) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_filled_in_and_what_is_not_is_named() {
        let values = Values::from([("contact.name", "李娜".to_owned()), ("shop.name", "听松".to_owned())]);
        let missing = |names: &[&'static str]| Err(names.to_vec());
        for (text, filled) in [
            ("hello", Ok("hello")),
            ("", Ok("")),
            ("{{contact.name}}您好", Ok("李娜您好")),
            ("{{ contact.name }}, {{shop.name}}", Ok("李娜, 听松")),
            ("{{contact.name", Ok("{{contact.name")),
            ("a {{ b", Ok("a {{ b")),
            ("{{}} {{nothing}}", Ok("{{}} {{nothing}}")),
            ("{{{contact.name}}}", Ok("{{{contact.name}}}")),
            ("{{agent.name}} {{page.title}} {{agent.name}}", missing(&["agent.name", "page.title"])),
        ] {
            assert_eq!(fill(text, &values), filled.map(str::to_owned), "{text}");
        }
        // A value is put in as it is.
        let tricky = Values::from([("contact.name", "{{agent.name}}".to_owned())]);
        assert_eq!(fill("{{contact.name}}", &tricky).as_deref(), Ok("{{agent.name}}"));
    }

    #[test]
    fn a_variable_that_does_not_exist_is_found() {
        for (text, name) in [
            ("{{contact.name}} {{ page.title }}", None),
            ("{{contact.age}}", Some("contact.age")),
            ("{{contact.name}} {{}}", Some("")),
            ("{{ open", None),
        ] {
            assert_eq!(unknown(text), name, "{text}");
        }
    }
}

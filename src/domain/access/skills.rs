//! What agents speak and know: checked lists of short names.

use crate::fault::Fault;
use crate::text;

/// Most languages, and most skills, of one agent.
const LISTED_MAX: usize = 30;
/// Longest skill, in characters.
const SKILL_CHARS: usize = 40;
/// Longest tag of a language, in bytes.
const TAG_BYTES: usize = 20;

fn bounded(field: &'static str, given: &[String]) -> Result<(), Fault> {
    if given.len() > LISTED_MAX {
        return Err(Fault::invalid(field, format!("Name at most {LISTED_MAX}.")));
    }
    Ok(())
}

/// Tags of languages, as `zh-CN` or `en`, each once.
pub fn languages(given: &[String]) -> Result<Vec<String>, Fault> {
    bounded("languages", given)?;
    let mut tags: Vec<String> = Vec::new();
    for tag in given {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        let is_language =
            matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_part = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if tag.len() > TAG_BYTES || !is_language || !parts.all(is_part) {
            return Err(Fault::invalid("languages", "Write languages as tags: zh-CN, en."));
        }
        if !tags.iter().any(|other| other.eq_ignore_ascii_case(tag)) {
            tags.push(tag.clone());
        }
    }
    Ok(tags)
}

/// Skills in the shop's own words, each once, in the order in which they are stored.
pub fn skills(given: &[String]) -> Result<Vec<String>, Fault> {
    bounded("skills", given)?;
    let mut skills: Vec<String> = Vec::new();
    for skill in given {
        let skill = text::given(skill, SKILL_CHARS).ok_or_else(|| {
            Fault::invalid("skills", format!("A skill has 1 to {SKILL_CHARS} printable characters."))
        })?;
        if !skills.iter().any(|other| text::alike(other) == text::alike(&skill)) {
            skills.push(skill);
        }
    }
    skills.sort_unstable();
    Ok(skills)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn languages_are_tags_each_once() {
        assert_eq!(
            languages(&list(&["zh-CN", "en", "EN", "zh-Hant-TW"])),
            Ok(list(&["zh-CN", "en", "zh-Hant-TW"]))
        );
        for wrong in ["", "e", "english", "中文", "en_US", "en-", "zh-abcdefghi", "aa-bb-cc-dd-ee-ff-gg-hh"]
        {
            assert_eq!(
                languages(&list(&[wrong])).map_err(|fault| fault.field),
                Err(Some("languages".into())),
                "{wrong}"
            );
        }
        assert!(languages(&vec!["en".to_owned(); LISTED_MAX + 1]).is_err());
    }

    #[test]
    fn skills_are_short_names_each_once() {
        assert_eq!(skills(&list(&[" 退款 ", "Refund", "refund"])), Ok(list(&["Refund", "退款"])));
        for wrong in ["", " ", "a\nb", &"长".repeat(SKILL_CHARS + 1)] {
            assert_eq!(
                skills(&list(&[wrong])).map_err(|fault| fault.field),
                Err(Some("skills".into())),
                "{wrong}"
            );
        }
    }
}

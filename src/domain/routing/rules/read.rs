//! Rules as JSON: read, checked, and told by the path of what is wrong. What is stored is read the same way as what is sent, since
//! another version may have stored it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{SKILL_CHARS, SKILLS_MAX, Then};
use crate::events::Priority;
use crate::fault::Fault;
use crate::filters::{Fields, Filter, Problem};
use crate::text;

/// What follows, as JSON.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    team_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    required_skills: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    preferred_skills: Vec<String>,
}

fn misread(within: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let Fault { field, message, .. } = Fault::misread(within, error);
    Problem { path: field.unwrap_or_default().into_owned(), why: message.into_owned() }
}

fn wrong<T>(path: impl Into<String>, why: impl Into<String>) -> Result<T, Problem> {
    Err(Problem { path: path.into(), why: why.into() })
}

/// Reads whom a rule concerns.
pub fn when(written: &Value) -> Result<Filter, Problem> {
    let filter: Filter =
        serde_path_to_error::deserialize(written).map_err(|error| misread("when", &error))?;
    let within = |path: String| if path.is_empty() { "when".to_owned() } else { format!("when.{path}") };
    filter.check(Fields::Rules).map_err(|Problem { path, why }| Problem { path: within(path), why })?;
    Ok(filter)
}

/// Reads what follows from it.
pub fn then(written: &Value) -> Result<Then, Problem> {
    let written: Written =
        serde_path_to_error::deserialize(written).map_err(|error| misread("then", &error))?;
    let Written { team_id, priority, required_skills, preferred_skills } = written;
    let team = match team_id.map(|id| id.parse()) {
        Some(Err(_)) => return wrong("then.team_id", "This is not the id of a team."),
        team => team.and_then(Result::ok),
    };
    let priority = match priority.as_deref().map(Priority::from_name) {
        Some(None) => {
            let names = Priority::ALL.map(Priority::name).join(", ");
            return wrong("then.priority", format!("Use one of {names}."));
        }
        priority => priority.flatten(),
    };
    let required = skills("then.required_skills", &required_skills)?;
    let preferred = skills("then.preferred_skills", &preferred_skills)?;
    if team.is_none() && priority.is_none() && required.is_empty() && preferred.is_empty() {
        return wrong("then", "Give a team, a priority or a skill.");
    }
    Ok(Then { team, priority, required, preferred })
}

fn skills(path: &str, names: &[String]) -> Result<Vec<String>, Problem> {
    if names.len() > SKILLS_MAX {
        return wrong(path, format!("Name at most {SKILLS_MAX} skills."));
    }
    let mut skills: Vec<String> = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let Some(name) = text::given(name, SKILL_CHARS) else {
            return wrong(
                format!("{path}[{place}]"),
                format!("Use 1 to {SKILL_CHARS} printable characters."),
            );
        };
        if !skills.contains(&name) {
            skills.push(name);
        }
    }
    Ok(skills)
}

/// What follows, as it is stored and sent.
#[must_use]
pub fn written(then: &Then) -> Value {
    let Then { team, priority, required, preferred } = then;
    let written = Written {
        team_id: team.map(|id| id.to_string()),
        priority: priority.map(|priority| priority.name().to_owned()),
        required_skills: required.clone(),
        preferred_skills: preferred.clone(),
    };
    serde_json::to_value(written).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::ids::TeamId;

    #[test]
    fn what_is_read_is_written_the_same_way() {
        let team = TeamId(7).to_string();
        for sent in [
            json!({ "team_id": team }),
            json!({ "priority": "low" }),
            json!({ "required_skills": ["fr"], "preferred_skills": ["增值税"] }),
        ] {
            assert_eq!(then(&sent).map(|then| written(&then)), Ok(sent));
        }
        let spare = then(&json!({ "required_skills": [" fr ", "fr"], "priority": null })).expect("skills");
        assert_eq!(spare.required, ["fr"]);
    }

    #[test]
    fn what_is_wrong_is_told_by_its_path() {
        let many: Vec<String> = (0..=SKILLS_MAX).map(|n| n.to_string()).collect();
        for (sent, path) in [
            (json!({}), "then"),
            (json!([]), "then"),
            (json!({ "team": "x" }), "then.team"),
            (json!({ "team_id": "sales" }), "then.team_id"),
            (json!({ "team_id": 7 }), "then.team_id"),
            (json!({ "priority": "soon" }), "then.priority"),
            (json!({ "required_skills": "fr" }), "then.required_skills"),
            (json!({ "required_skills": ["fr", " "] }), "then.required_skills[1]"),
            (json!({ "preferred_skills": many }), "then.preferred_skills"),
        ] {
            assert_eq!(then(&sent).expect_err("wrong").path, path, "{sent}");
        }
        for (sent, path) in [
            (json!({ "field": "channel", "op": "like", "value": "web" }), "when.op"),
            (json!({ "all": [{ "field": "wish", "op": "is", "value": "web" }] }), "when.all[0].field"),
            (json!({ "all": [{ "field": "channel", "op": "has", "value": "web" }] }), "when.all[0].op"),
            (json!({ "any": [] }), "when.any"),
            (json!(null), "when"),
        ] {
            assert_eq!(when(&sent).expect_err("wrong").path, path, "{sent}");
        }
    }
}

//! Macros: a reply and actions that are done together.

use std::collections::{BTreeMap, HashMap};

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::bulk::{Fate, StandingRow};
use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::macros::{Document, Macro, RUN_MAX, store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::macros::keep::{self, Wanted};
use crate::flows::macros::run::{self as running, How, Previewed};
use crate::ids::{ConversationId, MacroId};
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A macro.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Macro)]
pub(super) struct MacroRow {
    #[schema(example = "mc_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "Send a new one")]
    name: String,
    /// The team's; otherwise the asking agent's own.
    shared: bool,
    #[serde(flatten)]
    document: Document,
    /// What is stored can no longer be read: it does nothing. Write it anew, or delete it.
    unreadable: bool,
    /// On how many conversations it was run.
    used: i64,
    #[schema(value_type = String)]
    updated_at: Timestamp,
}

impl MacroRow {
    fn new(kept: Macro) -> Self {
        Self {
            id: kept.id.to_string(),
            name: kept.name,
            shared: kept.agent.is_none(),
            unreadable: kept.document.is_none(),
            document: kept.document.unwrap_or_default(),
            used: kept.used,
            updated_at: kept.updated_at,
        }
    }
}

/// List macros
///
/// The team's and the asking agent's own, by name.
#[utoipa::path(operation_id = "list_macros", tag = "Macros", responses(
    (status = 200, description = "The macros", body = Items<MacroRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/macros")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let agent = who.agent.id;
    let kept = desk.db.read(move |conn| Ok(store::for_agent(conn, agent)?)).await?;
    let items: Vec<MacroRow> = kept.into_iter().map(MacroRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// A macro as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewMacro {
    /// 1 to 60 printable characters.
    #[schema(example = "Send a new one")]
    name: Option<String>,
    /// For the team: it takes `macro_team`.
    shared: Option<bool>,
    #[serde(flatten)]
    #[schema(value_type = Document)]
    document: Map<String, Value>,
}

impl NewMacro {
    /// What it does is read as one; a change that names none of it leaves it.
    fn read(self, text_chars: usize) -> Result<Wanted, Fault> {
        let Self { name, shared, document } = self;
        let document = if document.is_empty() {
            None
        } else {
            let read: Document = serde_path_to_error::deserialize(Value::Object(document))
                .map_err(|error| Fault::misread("", &error))?;
            read.check(text_chars)?;
            Some(read)
        };
        Ok(Wanted { name, document, shared })
    }
}

/// Add a macro
///
/// The reply goes out first, then the actions follow in their order.
#[utoipa::path(operation_id = "add_macro", tag = "Macros", request_body = NewMacro, responses(
    (status = 201, description = "The macro", body = MacroRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden: it takes `macro_own`, or `macro_team` for the team's", body = Problem),
    (status = 422, description = "macro_limit; unknown_agent, unknown_team: `field` names the action", body = Problem),
))]
#[post("/macros")]
pub(super) async fn add(
    who: CurrentAgent,
    body: Body<NewMacro>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let Body { value: new, raw } = body;
    let mut wanted = new.read(settings.text_chars)?;
    let document = wanted.document.take().unwrap_or_default();
    document.check(settings.text_chars)?;
    wanted.document = Some(document);
    let caller = who.caller();
    call.write(&who, &raw, 201, move |unit| keep::add(unit, &caller, wanted).map(MacroRow::new)).await
}

/// Change a macro
///
/// What is left out stays; `reply` and `actions` are changed together.
#[utoipa::path(operation_id = "change_macro", tag = "Macros", request_body = NewMacro,
    params(("id" = String, Path, description = "The macro's id")), responses(
    (status = 200, description = "The macro", body = MacroRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "macro_limit; unknown_agent, unknown_team: `field` names the action", body = Problem),
))]
#[patch("/macros/{id}")]
pub(super) async fn change(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<NewMacro>,
    call: Call,
    settings: Data<Settings>,
) -> Reply {
    let id: MacroId = id(&path)?;
    let Body { value: new, raw } = body;
    let wanted = new.read(settings.text_chars)?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| keep::change(unit, &caller, id, wanted).map(MacroRow::new)).await
}

/// Delete a macro
#[utoipa::path(operation_id = "delete_macro", tag = "Macros",
    params(("id" = String, Path, description = "The macro's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/macros/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: MacroId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| keep::remove(unit, &caller, id)).await
}

/// On which conversations a macro is run.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct MacroRun {
    /// 1 to 100 conversations.
    #[schema(example = json!(["c_01jb7q2m4k9zz"]))]
    conversation_ids: Vec<String>,
    /// What to write where nothing is known, by the name of the variable.
    #[serde(default)]
    #[schema(value_type = Object, example = json!({"contact.name": "dear customer"}))]
    values: BTreeMap<String, String>,
    /// By id the newest sequence that was seen. Where the customer said something after it, a macro that replies, closes or puts off
    /// does nothing: `newer_message`.
    #[serde(default)]
    #[schema(value_type = Object, example = json!({"c_01jb7q2m4k9zz": 43}))]
    last_sequences: HashMap<String, i64>,
}

impl MacroRun {
    fn read(self, desk: &Desk, settings: &Settings) -> Result<(Vec<String>, How), Fault> {
        let names = self.conversation_ids;
        if names.is_empty() || names.len() > RUN_MAX {
            return Err(Fault::invalid("conversation_ids", format!("Name 1 to {RUN_MAX} conversations.")));
        }
        if self.last_sequences.len() > RUN_MAX {
            return Err(Fault::invalid("last_sequences", format!("Name at most {RUN_MAX} conversations.")));
        }
        let seen = self.last_sequences.into_iter();
        let how = How {
            values: self.values,
            seen: seen.filter_map(|(id, sequence)| Some((id.parse().ok()?, sequence))).collect(),
            digest_key: desk.db.meta().digest_key,
            text_chars: settings.text_chars,
        };
        how.check()?;
        Ok((names, how))
    }
}

fn ids(names: &[String]) -> Vec<Option<ConversationId>> {
    names.iter().map(|name| name.parse().ok()).collect()
}

/// Run a macro
///
/// Each conversation gets all of it or nothing. Where a variable has no value in one of them, or somebody whom the macro names is gone,
/// nothing is done to any. `before` of each, sent back with `restore` to `/conversations/bulk`, undoes what is not words.
#[utoipa::path(operation_id = "run_macro", tag = "Macros", request_body = MacroRun,
    params(("id" = String, Path, description = "The macro's id")), responses(
    (status = 200, description = "What became of each, in the order of the request", body = Items<Fate>),
    (status = 400, description = "invalid: a field is wrong, or there are too many", body = Problem),
    (status = 403, description = "forbidden: `field` names the action that takes another right", body = Problem),
    (status = 404, description = "not_found: no such macro", body = Problem),
    (status = 422, description = "missing_variable: `named` has the variables; unknown_agent, unknown_team: `field` names the action; unreadable", body = Problem),
))]
#[post("/macros/{id}/run")]
pub(super) async fn run(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<MacroRun>,
    call: Call,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let id: MacroId = id(&path)?;
    let Body { value: asked, raw } = body;
    let (names, how) = asked.read(&desk, &settings)?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        let outcomes = running::run(unit, &caller, id, &ids(&names), &how)?;
        let items: Vec<Fate> = names.into_iter().zip(outcomes).map(|(id, one)| Fate::new(id, one)).collect();
        Ok::<_, Fault>(Items { items })
    })
    .await
}

/// What would become of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MacroPreview {
    id: String,
    /// What the customer would be told; `…` where nothing is known.
    reply: Option<String>,
    /// Variables without a value.
    #[schema(value_type = Vec<String>, example = json!(["contact.name"]))]
    missing: Vec<&'static str>,
    /// As it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<StandingRow>,
    /// As it would be.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<StandingRow>,
    /// Why nothing would be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "wrong_state")]
    code: Option<&'static str>,
}

impl MacroPreview {
    fn new(id: String, Previewed { reply, missing, outcome }: Previewed) -> Self {
        let (before, after, code) = match outcome {
            Ok((before, after)) => (Some(before.into()), Some(after.into()), None),
            Err(code) => (None, None, Some(code)),
        };
        Self { id, reply, missing, before, after, code }
    }
}

/// Preview a macro
///
/// What each conversation would be told and how it would stand. Nothing is changed.
#[utoipa::path(operation_id = "preview_macro", tag = "Macros", request_body = MacroRun,
    params(("id" = String, Path, description = "The macro's id")), responses(
    (status = 200, description = "What would become of each, in the order of the request", body = Items<MacroPreview>),
    (status = 400, description = "invalid: a field is wrong, or there are too many", body = Problem),
    (status = 403, description = "forbidden: `field` names the action that takes another right", body = Problem),
    (status = 404, description = "not_found: no such macro", body = Problem),
    (status = 422, description = "unknown_agent, unknown_team: `field` names the action; unreadable", body = Problem),
))]
#[post("/macros/{id}/preview")]
pub(super) async fn preview(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<MacroRun>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> Reply {
    let id: MacroId = id(&path)?;
    let (names, how) = body.value.read(&desk, &settings)?;
    let caller = who.caller();
    let items = desk
        .db
        .write(move |unit| {
            let previews = running::preview(unit, &caller, id, &ids(&names), &how)?;
            let items = names.into_iter().zip(previews);
            Ok::<_, Fault>(items.map(|(id, one)| MacroPreview::new(id, one)).collect::<Vec<_>>())
        })
        .await?;
    Ok(HttpResponse::Ok().json(Items { items }))
}

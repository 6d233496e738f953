//! Notices to the agent's browsers while no page of theirs is in sight.

use actix_web::web::Data;
use actix_web::{HttpResponse, delete, get, post, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::push::{off, store, vapid};
use crate::flows::Desk;
use crate::flows::push::subscribe::{self, NewSubscription};
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::{Credential, CurrentAgent};
use crate::web::settings::Settings;

/// The key by which browsers know the desk.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PushKey {
    /// Whether notices are sent.
    enabled: bool,
    /// A point on P-256, base64url, for `applicationServerKey`.
    key: Option<String>,
    /// Whether notices hold names of customers and colleagues.
    names: bool,
}

/// Get the push key
///
/// With it a browser subscribes (`pushManager.subscribe`).
#[utoipa::path(operation_id = "get_push_key", tag = "Push", responses(
    (status = 200, description = "The key", body = PushKey),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/push/key")]
pub(super) async fn key(_who: CurrentAgent, desk: Data<Desk>, settings: Data<Settings>) -> Reply {
    let enabled = settings.push_enabled;
    let key = if enabled { Some(vapid::public_key(&subscribe::key(&desk).await?)) } else { None };
    let names = desk.db.read(|conn| Ok(store::names_allowed(conn)?)).await?;
    Ok(HttpResponse::Ok().json(PushKey { enabled, key, names }))
}

/// Whether notices hold names.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct PushNames {
    names: bool,
}

/// Allow names in notices
///
/// Without, they hold ids and a kind. Owners only.
#[utoipa::path(operation_id = "set_push_names", tag = "Push", request_body = PushNames, responses(
    (status = 200, description = "What holds now", body = PushNames),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
))]
#[put("/push/names")]
pub(super) async fn allow_names(who: CurrentAgent, body: Body<PushNames>, call: Call) -> Reply {
    let (caller, names) = (who.caller(), body.value.names);
    call.write(&who, &body.raw, 200, move |unit| {
        subscribe::allow_names(unit, &caller, names)?;
        Ok(PushNames { names })
    })
    .await
}

/// One of the agent's browsers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PushRow {
    #[schema(example = "ps_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "Edge on Windows")]
    device: String,
    #[schema(value_type = String)]
    created_at: Timestamp,
    /// When a notice last went out.
    #[schema(value_type = Option<String>)]
    sent_at: Option<Timestamp>,
    /// The status with which its service last refused one for good.
    refused: Option<u16>,
}

/// The agent's browsers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PushList {
    items: Vec<PushRow>,
}

/// List push subscriptions
///
/// The asking agent's own, oldest first. Their addresses are told to nobody.
#[utoipa::path(operation_id = "list_push_subscriptions", tag = "Push", responses(
    (status = 200, description = "The browsers", body = PushList),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/push/subscriptions")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let agent = who.agent.id;
    let all = desk.db.read(move |conn| Ok(store::of_agent(conn, agent)?)).await?;
    let items = all.into_iter().map(|one| PushRow {
        id: one.id.to_string(),
        device: one.device,
        created_at: one.created_at,
        sent_at: one.sent_at,
        refused: one.refused,
    });
    Ok(HttpResponse::Ok().json(PushList { items: items.collect() }))
}

/// The keys of a browser.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct PushKeys {
    /// 65 bytes, base64url.
    p256dh: String,
    /// 16 bytes, base64url.
    auth: String,
}

/// A subscription, as the browser gives it.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewPush {
    #[schema(example = "https://fcm.googleapis.com/fcm/send/x")]
    endpoint: String,
    keys: PushKeys,
    /// What the person knows it by.
    #[serde(default)]
    device: String,
    /// IANA name of its time zone, for quiet hours.
    #[serde(default)]
    time_zone: String,
}

/// Its id.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PushAdded {
    id: String,
}

/// Add a push subscription
///
/// The browser's own object, with a name. The same `endpoint` again belongs to whoever adds it last. One that is added in a
/// signed-in browser goes with that sign-in. An agent has 20; the oldest makes room.
#[utoipa::path(operation_id = "add_push_subscription", tag = "Push", request_body = NewPush, responses(
    (status = 201, description = "Added", body = PushAdded),
    (status = 400, description = "invalid: not https, or not at a known push service (`[push] hosts` adds); no keys",
        body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 422, description = "push_off", body = Problem),
))]
#[post("/push/subscriptions")]
pub(super) async fn add(
    who: CurrentAgent,
    body: Body<NewPush>,
    settings: Data<Settings>,
    call: Call,
) -> Reply {
    if !settings.push_enabled {
        return Err(off().into());
    }
    let (caller, new) = (who.caller(), body.value);
    let session = match who.credential {
        Credential::Session(session) => Some(session),
        Credential::Token(_) => None,
    };
    let new = NewSubscription {
        endpoint: new.endpoint,
        p256dh: new.keys.p256dh,
        auth: new.keys.auth,
        device: new.device,
        time_zone: new.time_zone,
    };
    call.write(&who, &body.raw, 201, move |unit| {
        let id = subscribe::add(unit, &caller, session, (&new, &settings.push_hosts))?;
        Ok(PushAdded { id: id.to_string() })
    })
    .await
}

/// Which one.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct GonePush {
    endpoint: String,
}

/// Remove a push subscription
///
/// One's own, by its `endpoint`.
#[utoipa::path(operation_id = "remove_push_subscription", tag = "Push", request_body = GonePush, responses(
    (status = 204, description = "Removed"),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/push/subscriptions")]
pub(super) async fn remove(who: CurrentAgent, body: Body<GonePush>, call: Call) -> Reply {
    let (caller, endpoint) = (who.caller(), body.value.endpoint);
    call.write(&who, &body.raw, 204, move |unit| subscribe::remove(unit, &caller, &endpoint)).await
}

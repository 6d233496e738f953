//! Widgets: looks, words, forms, sites and the secret that signs identities.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, put};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::cursor::{self, Page};
use super::rows::SightingRow;
use super::setup::{parse_origins, tag};
use crate::domain::contacts::identity::Claim;
use crate::domain::contacts::identity_report::{Report, report};
use crate::domain::widgets::settings::Settings;
use crate::domain::widgets::store::{self, Widget};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::shop::set_up_desk::make_widget_keys;
use crate::flows::widgets::update_widget::{
    Changes, change_widget, replace_secret, set_allowed_origins as set_origins,
};
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::origin::own_origin;

/// What changes about a widget; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Change {
    /// Parts of the settings; each that is named is replaced as a whole.
    #[serde(default)]
    #[schema(value_type = Settings, example = json!({"accent": "#1f6f5c", "theme": "auto"}))]
    settings: Map<String, Value>,
    /// Sites that may show it; none allows every site.
    allowed_origins: Option<Vec<String>>,
}

/// Sites that may show the widget.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct AllowedOrigins {
    /// `https://www.shop.cn`, `www.shop.cn` or `*.shop.cn`; none allows every site.
    #[schema(example = json!(["https://www.shop.cn"]))]
    allowed_origins: Vec<String>,
}

/// A proof as a shop's page would send it.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Pasted {
    /// A signed token.
    token: Option<String>,
    /// An id with its `hash`, where there is no token.
    id: Option<String>,
    hash: Option<String>,
}

/// A widget.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WidgetRow {
    #[schema(example = "default")]
    name: String,
    key: String,
    /// The script tag for the shop's pages.
    tag: String,
    /// Sites that may show it; none allows every site.
    allowed_origins: Vec<String>,
    /// Where it was last seen.
    seen: Option<SightingRow>,
    settings: Settings,
}

impl WidgetRow {
    fn new(own: &str, widget: Widget) -> Self {
        let allowed_origins = widget.allowed_origins.iter().map(ToString::to_string).collect();
        Self {
            name: widget.name,
            tag: tag(own, &widget.public_key),
            key: widget.public_key,
            allowed_origins,
            seen: widget.seen.map(SightingRow::new),
            settings: widget.settings,
        }
    }
}

/// What the shop's server signs identities with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Secret {
    secret: String,
}

async fn find(desk: &Desk, name: String) -> Result<Widget, Fault> {
    desk.db.read(move |conn| store::find_by_name(conn, &name)?.ok_or_else(Fault::not_found)).await
}

/// List widgets
#[utoipa::path(operation_id = "list_widgets", tag = "Widgets", responses(
    (status = 200, description = "All widgets, oldest first; `next_cursor` is always null", body = Page<WidgetRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/widgets")]
pub(super) async fn list(request: HttpRequest, _who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let widgets = desk.db.read(|conn| Ok(store::list(conn)?)).await?;
    let own = own_origin(&request);
    let items = widgets.into_iter().map(|widget| WidgetRow::new(&own, widget)).collect();
    Ok(cursor::page(items, None))
}

/// Read a widget
#[utoipa::path(operation_id = "get_widget", tag = "Widgets",
    params(("name" = String, Path, description = "The widget's name; the first one is `default`")), responses(
    (status = 200, description = "The widget", body = WidgetRow),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/widgets/{name}")]
pub(super) async fn read(
    request: HttpRequest,
    _who: CurrentAgent,
    path: Path<String>,
    desk: Data<Desk>,
) -> Reply {
    let widget = find(&desk, path.into_inner()).await?;
    Ok(HttpResponse::Ok().json(WidgetRow::new(&own_origin(&request), widget)))
}

/// Change a widget
///
/// Owners and admins only. Pages that show it follow within a minute.
#[utoipa::path(operation_id = "change_widget", tag = "Widgets", request_body = Change,
    params(("name" = String, Path, description = "The widget's name")), responses(
    (status = 200, description = "The widget as it is now", body = WidgetRow),
    (status = 400, description = "invalid: `field` names the part", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[patch("/widgets/{name}")]
pub(super) async fn change(
    request: HttpRequest,
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Change>,
    call: Call,
) -> Reply {
    let Body { value: Change { settings, allowed_origins }, raw } = body;
    let allowed_origins = allowed_origins.as_deref().map(parse_origins).transpose()?;
    let (name, changes) = (path.into_inner(), Changes { settings, allowed_origins });
    let (own, caller) = (own_origin(&request), who.caller());
    call.write(&who, &raw, 200, move |unit| {
        let widget = change_widget(unit, &caller, &name, &changes)?;
        Ok(WidgetRow::new(&own, widget))
    })
    .await
}

/// Set the allowed sites
///
/// Owners and admins only.
#[utoipa::path(operation_id = "set_allowed_origins", tag = "Widgets", request_body = AllowedOrigins,
    params(("name" = String, Path, description = "The widget's name; the first one is `default`")), responses(
    (status = 200, description = "The sites as they are now", body = AllowedOrigins),
    (status = 400, description = "invalid: not a site", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[put("/widgets/{name}/allowed-origins")]
pub(super) async fn set_allowed_origins(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<AllowedOrigins>,
    call: Call,
) -> Reply {
    let origins = parse_origins(&body.value.allowed_origins)?;
    let (name, caller) = (path.into_inner(), who.caller());
    call.write(&who, &body.raw, 200, move |unit| {
        set_origins(unit, &caller, &name, &origins)?;
        Ok(AllowedOrigins { allowed_origins: origins.iter().map(ToString::to_string).collect() })
    })
    .await
}

/// Read the secret
///
/// What the shop's server signs identities with. Owners and admins only.
#[utoipa::path(operation_id = "get_widget_secret", tag = "Widgets",
    params(("name" = String, Path, description = "The widget's name")), responses(
    (status = 200, description = "The secret", body = Secret),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/widgets/{name}/secret")]
pub(super) async fn read_secret(_who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    let widget = find(&desk, path.into_inner()).await?;
    Ok(HttpResponse::Ok().json(Secret { secret: widget.secret }))
}

/// Replace the secret
///
/// What was signed with the one before no longer holds. Owners and admins only. Takes no `Idempotency-Key`.
#[utoipa::path(operation_id = "replace_widget_secret", tag = "Widgets",
    params(("name" = String, Path, description = "The widget's name")), responses(
    (status = 200, description = "The new one", body = Secret),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/widgets/{name}/secret")]
pub(super) async fn new_secret(
    who: CurrentAgent,
    path: Path<String>,
    _body: Body<Nothing>,
    desk: Data<Desk>,
) -> Reply {
    let (name, caller) = (path.into_inner(), who.caller());
    let (_, secret) = make_widget_keys(desk.entropy.as_ref());
    let kept = secret.clone();
    desk.db.write(move |unit| replace_secret(unit, &caller, &name, &kept)).await?;
    Ok(HttpResponse::Ok().json(Secret { secret }))
}

/// Check an identity
///
/// What the desk reads in a token or hash, and why it would not believe it. Owners and admins only.
#[utoipa::path(operation_id = "check_identity", tag = "Widgets", request_body = Pasted,
    params(("name" = String, Path, description = "The widget's name")), responses(
    (status = 200, description = "What was read", body = Report),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[post("/widgets/{name}/identity-check")]
pub(super) async fn check_identity(
    _who: CurrentAgent,
    path: Path<String>,
    body: Body<Pasted>,
    desk: Data<Desk>,
) -> Reply {
    let widget = find(&desk, path.into_inner()).await?;
    let Pasted { token, id, hash } = body.value;
    let claim = Claim { token, id, hash, ..Claim::default() };
    Ok(HttpResponse::Ok().json(report(claim, &widget.secret, desk.clock.now())))
}

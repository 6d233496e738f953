//! Widgets' settings.

use actix_web::web::Path;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::setup::parse_origins;
use crate::flows::update_widget;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// Sites that may show the widget.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct AllowedOrigins {
    /// `https://www.shop.cn`, `www.shop.cn` or `*.shop.cn`; none allows every site.
    #[schema(example = json!(["https://www.shop.cn"]))]
    allowed_origins: Vec<String>,
}

/// Set the allowed sites
///
/// Owners and admins only.
#[utoipa::path(put, path = "/api/v1/widgets/{name}/allowed-origins", tag = "Widgets", request_body = AllowedOrigins,
    params(("name" = String, Path, description = "The widget's name; the first one is `default`")), responses(
    (status = 200, description = "The sites as they are now"),
    (status = 400, description = "invalid: not a site", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
pub(super) async fn set_allowed_origins(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<AllowedOrigins>,
    call: Call,
) -> Reply {
    who.must_manage()?;
    let origins = parse_origins(&body.value.allowed_origins)?;
    let name = path.into_inner();
    call.write(&who, &body.raw, 200, move |unit| {
        update_widget::set_allowed_origins(unit, &name, &origins)?;
        let texts: Vec<String> = origins.iter().map(ToString::to_string).collect();
        Ok(json!({ "allowed_origins": texts }))
    })
    .await
}

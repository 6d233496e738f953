//! The description of the API, made from the handlers themselves, and what our own page shows of it.

use std::sync::OnceLock;

use actix_web::http::header::ContentType;
use actix_web::{App, HttpRequest, HttpResponse};
use serde_json::Value;
use utoipa::openapi::schema::ArrayBuilder;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{Modify, OpenApi};
use utoipa_actix_web::AppExt;

use crate::web::error::Reply;
use crate::web::files;
use crate::web::page::Kept;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "servicedesk",
        description = "Conversations, contacts and agents of a servicedesk. Errors are RFC 9457 problem documents.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/", description = "This desk")),
    tags(
        (name = "Conversations", description = "Lists, heads and entries"),
        (name = "Views", description = "Lists that agents chose by a filter"),
        (name = "Messages", description = "What agents say"),
        (name = "Files", description = "What people send besides words"),
        (name = "Tickets", description = "What takes longer"),
        (name = "Actions", description = "What agents do with a conversation"),
        (name = "Canned replies", description = "Answers kept for the next time"),
        (name = "FAQ", description = "What the shop answers"),
        (name = "Labels", description = "What the team sorts by"),
        (name = "Contacts", description = "Customers"),
        (name = "Blocks", description = "Who may not write to the shop"),
        (name = "Agents", description = "People at the desk"),
        (name = "Access", description = "Signing in, the first run, tokens for the socket"),
        (name = "Bot", description = "What answers from the FAQ, and hands over"),
        (name = "Routing", description = "Who gets which conversation"),
        (name = "Shop", description = "The shop itself"),
        (name = "Imports", description = "Histories of another desk"),
        (name = "Push", description = "Notices while no page is in sight"),
        (name = "Data", description = "Room on disk, backups, versions"),
        (name = "Widgets", description = "Places where customers write"),
    ),
    security(("token" = []), ("cookie" = []))
)]
struct Description;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        components.add_security_scheme("token", SecurityScheme::Http(token));
        let cookie = ApiKey::Cookie(ApiKeyValue::new(crate::web::cookies::SESSION_NAME));
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(cookie));
    }
}

/// Says of every problem what it is sent as.
struct Problems;

impl Modify for Problems {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let items = document.paths.paths.values_mut();
        let operations = items.flat_map(|item| {
            [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch]
        });
        let responses = operations.flatten().flat_map(|operation| &mut operation.responses.responses);
        for (_, response) in responses.filter(|(status, _)| status.starts_with(['4', '5'])) {
            if let RefOr::T(response) = response
                && let Some(content) = response.content.shift_remove("application/json")
            {
                response.content.insert("application/problem+json".to_owned(), content);
            }
        }
    }
}

/// Has lists refer to what they hold: of a generic schema each use would repeat it.
struct Rows;

impl Modify for Rows {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        for (name, schema) in &mut document.components.get_or_insert_default().schemas {
            let Some(row) = name.strip_prefix("Page_").or_else(|| name.strip_prefix("Items_")) else {
                continue;
            };
            if let RefOr::T(Schema::Object(list)) = schema {
                let rows = ArrayBuilder::new().items(Ref::from_schema_name(row)).build();
                list.properties.insert("items".to_owned(), Schema::Array(rows).into());
            }
        }
    }
}

/// The OpenAPI document: what the routes say of themselves, with the rest around it.
#[must_use]
pub fn document() -> Value {
    let described = App::new().into_utoipa_app().openapi(Description::openapi());
    let (_, mut document) = described.configure(files::routes).configure(super::routes).split_for_parts();
    for modify in [&Credentials as &dyn Modify, &Problems, &Rows] {
        modify.modify(&mut document);
    }
    serde_json::to_value(document).unwrap_or_default()
}

/// `GET /openapi.json`, made once.
pub(super) async fn json(request: HttpRequest) -> Reply {
    static KEPT: OnceLock<Kept> = OnceLock::new();
    let kept = if let Some(kept) = KEPT.get() {
        kept
    } else {
        let made = Kept::new(document().to_string())?;
        KEPT.get_or_init(|| made)
    };
    let mut response = HttpResponse::Ok();
    response.insert_header(ContentType::json());
    Ok(kept.answer(&request, response, "Accept-Encoding"))
}

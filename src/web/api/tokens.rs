//! API tokens: made once, shown once.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::access::credentials;
use crate::domain::access::rights::Right;
use crate::domain::access::store::{self as agents, ApiToken};
use crate::flows::Desk;
use crate::flows::access::api_tokens;
use crate::ids::ApiTokenId;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::confirm::{Need, browser_of, confirm};
use crate::web::error::{Problem, Reply};
use crate::web::identity::{Credential, CurrentAgent};

/// A token, without its text.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TokenRow {
    #[schema(example = "t_01jb7q2m4k9zz")]
    id: String,
    #[schema(example = "Stock system")]
    name: String,
    agent_id: String,
    #[schema(value_type = String)]
    created_at: Timestamp,
    /// Until when it holds.
    #[schema(value_type = String)]
    expires_at: Timestamp,
    /// About when it was last used; null if never.
    #[schema(value_type = Option<String>)]
    last_used_at: Option<Timestamp>,
    #[schema(value_type = Option<String>)]
    revoked_at: Option<Timestamp>,
}

impl TokenRow {
    fn new(token: &ApiToken) -> Self {
        Self {
            id: token.id.to_string(),
            name: token.name.clone(),
            agent_id: token.agent.to_string(),
            created_at: token.created_at,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
            revoked_at: token.revoked_at,
        }
    }
}

/// List API tokens
///
/// The asking agent's own; owners and admins see everybody's. Newest first, revoked ones included, at most 200.
#[utoipa::path(operation_id = "list_api_tokens", tag = "Access", responses(
    (status = 200, description = "The tokens", body = Items<TokenRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/tokens")]
pub(super) async fn list(who: CurrentAgent, desk: Data<Desk>) -> Reply {
    const SHOWN: usize = 200;
    let own = (!who.caller().rights.hold(Right::Agents)).then_some(who.agent.id);
    let tokens = desk.db.read(|conn| Ok(agents::list_tokens(conn)?)).await?;
    let items: Vec<TokenRow> = tokens
        .iter()
        .rev()
        .filter(|token| own.is_none_or(|own| token.agent == own))
        .take(SHOWN)
        .map(TokenRow::new)
        .collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// What a token is for.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewToken {
    #[schema(example = "Stock system")]
    name: String,
    /// For how many days it holds, at most 730; a year where nothing is said.
    #[schema(example = 365)]
    days: Option<u32>,
    /// The present password; may be left out shortly after signing in (`sessions.fresh_for`).
    #[schema(example = "a long sentence of yours")]
    password: Option<String>,
}

/// A token that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MadeToken {
    #[serde(flatten)]
    row: TokenRow,
    /// Its text.
    token: String,
}

/// Make an API token
///
/// It has the rights of the asking agent, but cannot change who gets in. Its text is in this answer and nowhere else. Made in a signed-in
/// browser or on the command line, never by another token.
#[utoipa::path(operation_id = "create_api_token", tag = "Access", request_body = NewToken, responses(
    (status = 201, description = "The token with its text", body = MadeToken),
    (status = 400, description = "invalid: name or days are wrong, or there are too many", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "password_required, or sign_in_required: asked with an API token", body = Problem),
    (status = 422, description = "wrong_password", body = Problem),
    (status = 429, description = "rate_limited: too many passwords tried", body = Problem),
))]
#[post("/tokens")]
pub(super) async fn create(
    request: HttpRequest,
    who: CurrentAgent,
    body: Body<NewToken>,
    desk: Data<Desk>,
) -> Reply {
    let NewToken { name, days, password } = body.value;
    confirm(&request, &who, password, Need::PasswordOrFresh).await?;
    let token = credentials::make(api_tokens::PREFIX, desk.entropy.as_ref());
    let digest = credentials::digest(&token);
    let caller = who.caller();
    let made = desk.db.write(move |unit| api_tokens::create_own(unit, &caller, &name, days, &digest)).await?;
    Ok(HttpResponse::Created().json(MadeToken { row: TokenRow::new(&made), token }))
}

/// Revoke an API token
///
/// Sockets opened with it end. Owners revoke everybody's, admins all but owners'. An API token revokes none but itself.
#[utoipa::path(operation_id = "revoke_api_token", tag = "Access",
    params(("id" = String, Path, description = "The token's id")), responses(
    (status = 204, description = "Revoked"),
    (status = 403, description = "forbidden, or sign_in_required: asked with another API token", body = Problem),
    (status = 404, description = "not_found: there is none, or it was revoked", body = Problem),
))]
#[delete("/tokens/{id}")]
pub(super) async fn revoke(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let token: ApiTokenId = id(&path)?;
    if !matches!(who.credential, Credential::Token(own) if own == token) {
        browser_of(&who)?;
    }
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| api_tokens::revoke(unit, &caller, token)).await
}

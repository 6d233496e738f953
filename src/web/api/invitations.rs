//! Asking colleagues to join, and joining.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::access::{LoggedIn, LoggedInResponse, welcome};
use super::cursor::Items;
use super::id;
use super::setup::Link;
use crate::clock::Timestamp;
use crate::domain::access::agent::Role;
use crate::domain::access::email::EmailAddress;
use crate::domain::access::invitations::{self, Invitation};
use crate::domain::access::password_strength::Whose;
use crate::domain::access::rights::Rights;
use crate::domain::access::{credentials, store as agents};
use crate::domain::shop;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::add_agent;
use crate::flows::access::invite::{self, Asked};
use crate::flows::access::sign_in::open_session;
use crate::i18n::Locale;
use crate::ids::InvitationId;
use crate::im::hub::Hub;
use crate::web::body::{Body, Nothing};
use crate::web::call::Call;
use crate::web::confirm::{Need, confirm};
use crate::web::error::{Problem, Reply};
use crate::web::identity::{CurrentAgent, shown};
use crate::web::origin::{check_own_page, client_address, client_net, own_origin};
use crate::web::rate::Rates;
use crate::web::settings::Settings;
use crate::web::sign_in_rate::SignInRates;

/// A colleague who was asked and has not joined yet.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InvitationRow {
    #[schema(example = "i_01jb7q2m4k9zz")]
    id: String,
    email: String,
    name: String,
    #[schema(example = "agent")]
    role: &'static str,
    invited_by: String,
    #[schema(value_type = String)]
    created_at: Timestamp,
    #[schema(value_type = String)]
    expires_at: Timestamp,
}

impl InvitationRow {
    fn new(invitation: &Invitation) -> Self {
        Self {
            id: invitation.id.to_string(),
            email: invitation.email.clone(),
            name: invitation.name.clone(),
            role: invitation.role.name(),
            invited_by: invitation.invited_by.to_string(),
            created_at: invitation.created_at,
            expires_at: invitation.expires_at,
        }
    }
}

/// List invitations
///
/// Those whose links still work, newest first. Owners and admins only.
#[utoipa::path(operation_id = "list_invitations", tag = "Agents", responses(
    (status = 200, description = "The invitations", body = Items<InvitationRow>),
    (status = 403, description = "forbidden", body = Problem),
))]
#[get("/agents/invitations")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>, settings: Data<Settings>) -> Reply {
    let (now, limit) = (desk.clock.now(), settings.page_items_max);
    let all = desk.db.read(move |conn| Ok(invitations::open(conn, now, limit)?)).await?;
    let items: Vec<InvitationRow> = all.iter().map(InvitationRow::new).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// Whom to ask.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewInvitation {
    #[schema(example = "wang@example.com")]
    email: String,
    /// Empty leaves it to the colleague.
    #[serde(default)]
    #[schema(example = "小王")]
    name: String,
    /// `admin` or `agent`.
    #[schema(example = "agent")]
    role: String,
    /// The present password; needed for an admin, unless the sign-in has just been made (`sessions.fresh_for`).
    #[schema(example = "a long sentence of yours")]
    password: Option<String>,
}

/// An invitation that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MadeInvitation {
    #[serde(flatten)]
    row: InvitationRow,
    /// The link to send.
    url: String,
}

/// Invite a colleague
///
/// The link is in this answer and nowhere else; it works once, for seven days. An earlier one for the same e-mail stops
/// working, and so does it when whoever asked may no longer ask. Needs a free seat: each link that is out holds one. Owners and admins only, signed
/// in with a browser.
#[utoipa::path(operation_id = "create_invitation", tag = "Agents", request_body = NewInvitation, responses(
    (status = 201, description = "The invitation with its link", body = MadeInvitation),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 403, description = "forbidden, password_required, or sign_in_required: asked with an API token", body = Problem),
    (status = 409, description = "email_taken", body = Problem),
    (status = 422, description = "seat_limit or wrong_password", body = Problem),
))]
#[post("/agents/invitations")]
pub(super) async fn create(
    request: HttpRequest,
    who: CurrentAgent,
    body: Body<NewInvitation>,
    desk: Data<Desk>,
) -> Reply {
    let NewInvitation { email, name, role, password } = body.value;
    let role = Role::from_name(&role)
        .filter(|role| *role != Role::Owner)
        .ok_or_else(|| Fault::invalid("role", "Use admin or agent."))?;
    if Rights::of(role).exceed(Rights::of(Role::Agent)) {
        confirm(&request, &who, password, Need::PasswordOrFresh).await?;
    }
    let asked = Asked { email: EmailAddress::parse(&email)?, name, role };
    let caller = who.caller();
    let token = credentials::make("", desk.entropy.as_ref());
    let digest = credentials::digest(&token);
    let made = desk.db.write(move |unit| invite::invite(unit, &caller, &asked, &digest)).await?;
    let url = format!("{}/join#token={token}", own_origin(&request));
    Ok(HttpResponse::Created().json(MadeInvitation { row: InvitationRow::new(&made), url }))
}

/// Take an invitation back
///
/// Its link stops working. Owners and admins only.
#[utoipa::path(operation_id = "remove_invitation", tag = "Agents",
    params(("id" = String, Path, description = "The invitation's id")), responses(
    (status = 204, description = "Taken back"),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[delete("/agents/invitations/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: InvitationId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| invite::take_back(unit, &caller, id)).await
}

/// Whom an invitation is for.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Invited {
    email: String,
    /// May be empty.
    name: String,
}

/// Does an invitation's link hold?
#[utoipa::path(operation_id = "check_invitation", tag = "Access", request_body = Link, security(()), responses(
    (status = 200, description = "Whom it is for", body = Invited),
    (status = 401, description = "invalid_invitation: used, replaced, taken back or expired", body = Problem),
))]
#[post("/join/check")]
pub(super) async fn check(
    request: HttpRequest,
    body: Body<Link>,
    desk: Data<Desk>,
    rates: Data<Rates>,
) -> Reply {
    rates.api(client_net(&request))?;
    let (token, now) = (body.value.token, desk.clock.now());
    let found = desk.db.read(move |conn| invite::find(conn, &token, now)).await?;
    Ok(HttpResponse::Ok().json(Invited { email: found.email, name: found.name }))
}

/// Who joins.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Join {
    /// The token of the link.
    token: String,
    name: String,
    password: String,
    #[schema(example = "zh-CN")]
    locale: Option<String>,
}

/// Join the desk
///
/// Takes the token of an invitation's link, makes the account and signs in.
#[utoipa::path(operation_id = "join_desk", tag = "Access", request_body = Join, security(()), responses(
    (status = 201, description = "Joined; the cookie is set", body = LoggedIn),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "invalid_invitation: used, replaced, taken back or expired", body = Problem),
    (status = 422, description = "weak_password or seat_limit", body = Problem),
))]
#[post("/join")]
pub(super) async fn join(
    request: HttpRequest,
    body: Body<Join>,
    desk: Data<Desk>,
    hub: Data<Hub>,
    rates: Data<SignInRates>,
    settings: Data<Settings>,
) -> Reply {
    check_own_page(&request)?;
    rates.link(client_address(&request))?;
    let Join { token, name, password: secret, locale } = body.value;
    let (given, now) = (token.clone(), desk.clock.now());
    // Checked before anything is hashed, so that guessing tokens costs the desk nothing.
    let (invitation, shop) =
        desk.db.read(move |conn| Ok((invite::find(conn, &given, now)?, shop::store::name(conn)?))).await?;
    let name = add_agent::check_name(&name)?;
    let whose = Whose { email: invitation.email, name: name.clone(), shop };
    let hash = desk.hash_password(secret, whose).await?;
    let locale = locale.as_deref().and_then(Locale::parse).unwrap_or_default().tag();
    let agent = desk
        .db
        .write(move |unit| {
            let id = invite::join(unit, &token, &name, locale, &hash)?;
            agents::find(unit.conn(), id)?.ok_or_else(Fault::not_found)
        })
        .await?;
    let life = settings.sessions.cookie_ttl.duration();
    let signed_in = open_session(&desk, agent, shown(&request), life).await?;
    let LoggedInResponse { cookies: [session, device], body } =
        welcome(&request, &desk, &hub, &settings, &signed_in).await?;
    Ok(HttpResponse::Created().cookie(session).cookie(device).json(body))
}

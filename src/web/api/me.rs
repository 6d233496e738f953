//! The asking agent.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, patch};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::agents::row_of;
use super::first_steps::{SetupList, list_of};
use super::rows::{AgentRow, Seats, SightingRow};
use super::setup::tag;
use crate::domain::access::credentials::csrf;
use crate::domain::access::email::EmailAddress;
use crate::domain::access::rights::Right;
use crate::domain::access::store as agents;
use crate::domain::faq::offered::has_answers;
use crate::domain::shop;
use crate::domain::widgets::{DEFAULT_NAME, store as widget_store};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::access::update_agent::{Changes, update_agent};
use crate::i18n::Locale;
use crate::im::hub::Hub;
use crate::web::body::{Body, said};
use crate::web::call::Call;
use crate::web::confirm::{Need, confirm, without_password};
use crate::web::error::{Problem, Reply};
use crate::web::identity::{Credential, CurrentAgent};
use crate::web::origin::own_origin;
use crate::web::settings::Settings;

/// What changes about oneself; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Change {
    name: Option<String>,
    /// Where to sign in with.
    #[schema(example = "mei@example.com")]
    email: Option<String>,
    /// The name of an uploaded picture; null for none.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    #[expect(clippy::option_option, reason = "missing, null and a value are three things to say")]
    picture: Option<Option<String>>,
    #[schema(example = "en")]
    locale: Option<String>,
    /// `auto`, `light` or `dark`.
    #[schema(example = "dark")]
    theme: Option<String>,
    /// The present password; needed with another e-mail.
    #[schema(example = "a long sentence of yours")]
    password: Option<String>,
}

/// The name of the shop.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct MyShop {
    name: String,
}

/// The first widget.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct MyWidget {
    tag: String,
    key: String,
    /// Where it was last seen.
    seen: Option<SightingRow>,
}

/// The asking agent, and what a workbench needs to start.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct Me {
    agent: AgentRow,
    /// What the agent may do, by the names of `docs/api.md`.
    rights: Vec<&'static str>,
    /// Null with an API token, which needs none.
    csrf_token: Option<String>,
    #[schema(example = "en")]
    locale: String,
    #[schema(example = "auto")]
    theme: String,
    shop: MyShop,
    seats: Seats,
    widget: Option<MyWidget>,
    /// What the widgets' forms ask for, by the name of the field.
    form_labels: BTreeMap<String, String>,
    /// Something of the FAQ is published: suggestions are worth asking for, and a conversation can be given to the bot.
    has_faq: bool,
    /// For those who may do what is left, null for others.
    setup: Option<SetupList>,
    /// Whether the desk looks at links.
    link_previews: bool,
}

/// Who am I?
///
/// The asking agent with what a workbench needs to start.
#[utoipa::path(operation_id = "get_me", tag = "Agents", responses(
    (status = 200, description = "The agent, and what a workbench needs to start", body = Me),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/me")]
pub(super) async fn read(request: HttpRequest, who: CurrentAgent, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    Ok(HttpResponse::Ok().json(describe(&request, &who, &desk, &hub).await?))
}

/// What a workbench needs to know of its agent.
pub(in crate::web) async fn describe(
    request: &HttpRequest,
    who: &CurrentAgent,
    desk: &Desk,
    hub: &Data<Hub>,
) -> Result<Me, Fault> {
    let sets_up = who.caller().rights.hold(Right::Shop);
    let (asking, online) = (who.agent.clone(), Arc::clone(hub));
    let (shop_name, used, widgets, setup, agent, has_faq) = desk
        .db
        .read(move |conn| {
            let setup = sets_up.then(|| list_of(conn)).transpose()?;
            let widgets = widget_store::list(conn)?;
            let agent = row_of(conn, &online, &asking)?;
            let has_faq = has_answers(conn)?;
            Ok((shop::store::name(conn)?, agents::active_count(conn)?, widgets, setup, agent, has_faq))
        })
        .await?;
    let csrf_token = match who.credential {
        Credential::Session(session) => Some(csrf(&desk.db.meta().token_key, session.0)),
        Credential::Token(_) => None,
    };
    let asked = widgets.iter().flat_map(|widget| &widget.settings.form.fields);
    let form_labels =
        asked.map(|field| (field.id.clone(), field.label.or_other(&who.agent.locale).to_owned())).collect();
    let widget = widgets.into_iter().find(|widget| widget.name == DEFAULT_NAME).map(|widget| {
        let seen = widget.seen.map(SightingRow::new);
        MyWidget { tag: tag(&own_origin(request), &widget.public_key), key: widget.public_key, seen }
    });
    Ok(Me {
        agent,
        rights: who.caller().rights.names(),
        csrf_token,
        locale: who.agent.locale.clone(),
        theme: who.agent.theme.clone(),
        shop: MyShop { name: shop_name },
        seats: Seats::used(used),
        widget,
        form_labels,
        has_faq,
        setup,
        link_previews: request.app_data::<Data<Settings>>().is_some_and(|settings| settings.link_previews),
    })
}

/// Change name, e-mail, picture, language or theme
///
/// Another e-mail needs the present password, and a signed-in browser: an API token does not change it.
#[utoipa::path(operation_id = "change_me", tag = "Agents", request_body = Change, responses(
    (status = 200, description = "The agent as it is now", body = AgentRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "password_required, or sign_in_required: asked with an API token", body = Problem),
    (status = 409, description = "email_taken", body = Problem),
    (status = 422, description = "wrong_password", body = Problem),
    (status = 429, description = "rate_limited: too many passwords tried", body = Problem),
))]
#[patch("/me")]
pub(super) async fn change(
    request: HttpRequest,
    who: CurrentAgent,
    body: Body<Change>,
    call: Call,
    hub: Data<Hub>,
) -> Reply {
    let Body { value: Change { name, email, picture, locale, theme, password }, raw } = body;
    let locale = match locale {
        Some(tag) => {
            let locale = Locale::parse(&tag).ok_or_else(|| Fault::invalid("locale", "Use zh-CN or en."))?;
            Some(locale.tag().to_owned())
        }
        None => None,
    };
    let email = email.map(|email| EmailAddress::parse(&email)).transpose()?;
    if email.as_ref().is_some_and(|email| email.as_str() != who.agent.email) {
        confirm(&request, &who, password, Need::Password).await?;
    }
    let changes = Changes { name, email, picture, locale, theme, ..Changes::default() };
    let hub = hub.into_inner();
    let caller = who.caller();
    call.write(&who, &without_password(&raw), 200, move |unit| {
        let agent = update_agent(unit, &caller, caller.as_agent()?, &changes)?;
        row_of(unit.conn(), &hub, &agent)
    })
    .await
}

//! The inbox: a shell that the workbench's scripts fill.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::go_to;
use crate::domain::access::credentials::csrf;
use crate::domain::access::store as agents;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::i18n::{Locale, Texts};
use crate::im::hub::Hub;
use crate::web::api::describe_me;
use crate::web::assets;
use crate::web::error::Reply;
use crate::web::identity::{Credential, CurrentAgent, signed_in};
use crate::web::page::{page, workbench_policy};

#[derive(Template)]
#[template(path = "workbench/inbox.html")]
struct InboxPage {
    t: Texts,
    assets: &'static str,
    csrf: String,
    theme: String,
    me_json: String,
}

pub(super) async fn inbox(request: HttpRequest, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    let Some((session, agent)) = signed_in(&request).await? else {
        if request.path() == "/inbox" && desk.db.read(|conn| Ok(agents::list(conn, 0, 1)?.is_empty())).await?
        {
            return Ok(go_to("/setup"));
        }
        let next: String = url::form_urlencoded::byte_serialize(request.path().as_bytes()).collect();
        return Ok(go_to(&format!("/login?next={next}")));
    };
    let who = CurrentAgent { agent, credential: Credential::Session(session) };
    let me = describe_me(&request, &who, &desk, &hub).await?;
    let html = InboxPage {
        t: Texts::new(Locale::parse(&who.agent.locale).unwrap_or_default()),
        assets: assets::prefix(),
        csrf: csrf(&desk.db.meta().token_key, session.0),
        theme: who.agent.theme,
        me_json: serde_json::to_string(&me).map_err(Fault::internal)?,
    };
    page(&request, StatusCode::OK, workbench_policy(&request), &html)
}

//! Words that a visitor leaves in a form, and what the form asks for.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use super::visitor::Asked;
use crate::domain::contacts::profile::Profile;
use crate::domain::conversations::content::Content;
use crate::domain::tickets::fields::Values;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::tickets::customers_view::language;
use crate::flows::tickets::leave::{Left, leave, types_offered};
use crate::web::call::Call;
use crate::web::cors;
use crate::web::error::Failure;
use crate::web::identity::CurrentVisitor;
use crate::web::settings::Settings;

/// The types that the shop offers, with what each asks for.
pub(super) async fn types(
    request: HttpRequest,
    who: Result<CurrentVisitor, Failure>,
    desk: Data<Desk>,
) -> HttpResponse {
    let reply = async {
        let visitor = who?.caller.as_visitor()?;
        let offered = desk.db.read(move |conn| types_offered(conn, language(conn, visitor)?)).await?;
        Ok(HttpResponse::Ok().json(json!({ "types": offered })))
    };
    cors::answer(&request, reply.await)
}

/// Words that become a ticket.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    type_id: Option<String>,
    #[serde(default)]
    fields: Values,
    #[serde(default)]
    title: Option<String>,
    message: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    email: Option<String>,
}

impl Words {
    fn read(self, text_chars: usize) -> Result<Left, Fault> {
        let Self { type_id, fields, title, message, name, email } = self;
        let of =
            type_id.map(|id| id.parse().map_err(|_| Fault::invalid("type_id", "There is no such type.")));
        // As long, and of the same characters, as a message may be.
        let content = Content::parse(&json!({ "kind": "text", "text": message }), text_chars);
        let content = content.map_err(|fault| Fault { field: Some("message".into()), ..fault })?;
        let words = content.to_json();
        let words: Value = serde_json::from_str(&words).map_err(Fault::internal)?;
        let profile = match (&name, &email) {
            (None, None) => None,
            _ => Some(Profile::cleaned(name.as_deref(), email.as_deref(), None)?),
        };
        Ok(Left {
            of: of.transpose()?,
            fields,
            title,
            words: words["text"].as_str().unwrap_or_default().to_owned(),
            profile,
        })
    }
}

/// Opens a ticket with what was left.
pub(super) async fn open(
    request: HttpRequest,
    asked: Asked<Words>,
    call: Result<Call, Failure>,
    desk: Data<Desk>,
    settings: Data<Settings>,
) -> HttpResponse {
    let reply = async {
        let (who, body) = (asked.0?, asked.1?);
        let left = body.value.read(settings.text_chars)?;
        let key = desk.db.meta().digest_key;
        let per_hour = settings.tickets_per_hour;
        let flow = move |unit: &mut crate::storage::Unit<'_>| leave(unit, &who.caller, &key, &left, per_hour);
        call?.write_for(who.caller.actor, &body.raw, 201, flow).await
    };
    cors::answer(&request, reply.await)
}

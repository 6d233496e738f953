//! What the open widget needs to know: who is there, how it looks, what it says and asks, in the visitor's language.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::clock::Timestamp;
use crate::domain::access::agent::{Agent, Availability};
use crate::domain::access::store as agents;
use crate::domain::access::teams;
use crate::domain::bot;
use crate::domain::calendars::{self, Open};
use crate::domain::contacts::fields::{self, Known};
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::first_answer;
use crate::domain::conversations::scope::Scope;
use crate::domain::conversations::store as conversations;
use crate::domain::shop;
use crate::domain::tickets::documents;
use crate::domain::widgets::form::{Form, When};
use crate::domain::widgets::store::Widget;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::contacts::open_visitor_session::CHANNEL;
use crate::flows::routing::offered::offered;
use crate::i18n::{Locale, Texts};
use crate::ids::VisitorId;
use crate::im::hub::Hub;
use crate::im::shop_status::{self, AGENTS_READ};
use crate::web::settings::Settings;

/// Agents shown to visitors.
const AGENTS_SHOWN: usize = 3;

/// By which hours a visitor is answered, and who may do it: the team that has their conversation, or all.
fn who_answers(conn: &Connection, visitor: VisitorId, now: Timestamp) -> Result<(Open, Vec<Agent>), Fault> {
    let mut all = agents::list(conn, 0, AGENTS_READ)?;
    let open = conversations::newest_open(conn, Scope::Visitor(visitor))?;
    let team = open.and_then(|conversation| conversation.team());
    let team = team.map(|team| teams::find(conn, team)).transpose()?.flatten();
    let Some(team) = team.filter(|team| !team.members.is_empty()) else {
        return Ok((calendars::store::shop_at(conn, now)?, all));
    };
    all.retain(|agent| team.members.contains(&agent.id));
    Ok((calendars::store::open_at(conn, team.calendar, now)?, all))
}

/// The settings of a session's answer.
pub(super) async fn describe(
    desk: &Desk,
    hub: &Hub,
    limits: &Settings,
    widget: &Widget,
    locale: Locale,
    visitor: VisitorId,
) -> Result<Value, Fault> {
    let now = desk.clock.now();
    let (shop, (open, mut team), wait_ms, contact, (teams, tickets, bot)) = desk
        .db
        .read(move |conn| {
            let contact = match contacts::find_visitor(conn, visitor)? {
                Some(visitor) => contacts::find(conn, visitor.contact)?,
                None => None,
            };
            let contact = match contact {
                Some(contact) => Some((contact.verified, fields::known(conn, contact.id)?)),
                None => None,
            };
            Ok((
                shop::store::shop(conn)?,
                who_answers(conn, visitor, now)?,
                first_answer::median(conn, now)?,
                contact,
                (offered(conn, now)?, documents::types(conn)?.iter().any(|of| of.public), bot_of(conn, locale)?),
            ))
        })
        .await?;
    team.retain(|agent| agent.active && agent.availability != Availability::Offline);
    let here = |agent: &Agent| hub.is_here(agent.id);
    // Those who can answer now come first.
    team.sort_by_key(|agent| (!here(agent), agent.availability as i64, agent.id));
    let availability = shop_status::availability(team.iter(), |agent| hub.is_here(agent)).name();
    let shown: Vec<Value> = team
        .iter()
        .take(AGENTS_SHOWN)
        .map(|agent| json!({ "id": agent.id, "name": agent.name, "picture": agent.picture }))
        .collect();
    let own = &widget.settings;
    let words = own.texts.of(locale.tag());
    let greeting = match words.greeting.trim() {
        "" => Texts::new(locale).get("widget.greeting"),
        own => own,
    };
    let mut answer = json!({
        "shop_name": shop.name,
        "accent": own.accent,
        "theme": own.theme,
        "radius": own.radius,
        "logo": own.logo,
        "header": own.header,
        "custom": own.custom,
        "greeting": greeting,
        "texts": words,
        "questions": own.questions.of(locale.tag()),
        "form": form(&own.form, locale),
        "typing_preview": own.typing_preview,
        "rating": own.rating,
        "sound": own.sound,
        "open": {
            "now": open.now,
            "closes_at": open.closes_at,
            "opens_at": open.opens_at,
            "time_zone": shop.time_zone,
        },
        "wait_ms": wait_ms,
        "agents": shown,
        "teams": teams.into_iter().map(|(id, name)| json!({ "id": id, "name": name })).collect::<Vec<_>>(),
        "tickets": tickets,
        "availability": availability,
        "locale": locale.tag(),
        // Proven values, else what they said; the team's notes are not for them.
        "profile": contact.map(|(verified, Known { proven, said, .. })| json!({
            "name": proven.name.or(said.name),
            "email": proven.email.or(said.email),
            "phone": proven.phone.or(said.phone),
            "verified": verified,
        })),
        "link_previews": limits.link_previews,
        "limits": { "text_chars": limits.text_chars },
    });
    if let Some(bot) = bot {
        answer["bot"] = bot;
    }
    Ok(answer)
}

/// The bot where it is on duty.
fn bot_of(conn: &Connection, locale: Locale) -> Result<Option<Value>, Fault> {
    if !bot::store::is_on_duty(conn, CHANNEL)? {
        return Ok(None);
    }
    let (settings, _) = bot::store::settings(conn)?;
    Ok(Some(json!({ "name": settings.called(locale), "face": settings.face })))
}

/// A form with the words of one language.
fn form(form: &Form, locale: Locale) -> Value {
    let fields: Vec<Value> = form
        .fields
        .iter()
        .filter(|_| form.when != When::Never)
        .map(|field| {
            let options: Vec<&str> =
                field.options.iter().map(|option| option.or_other(locale.tag())).collect();
            json!({
                "id": field.id,
                "type": field.kind,
                "label": field.label.or_other(locale.tag()),
                "required": field.required,
                "options": options,
            })
        })
        .collect();
    json!({ "when": form.when, "fields": fields })
}

//! One conversation on paper: what was said, with notes or without, as a page that a browser prints or saves as PDF.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::Value;

use super::go_to;
use crate::clock::Timestamp;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::content;
use crate::domain::conversations::entries::{self, LogRow, Range};
use crate::domain::conversations::{labels, store};
use crate::domain::{access, calendars, shop};
use crate::events::{ActorKind, EventKind};
use crate::fault::Fault;
use crate::flows::{Caller, Desk};
use crate::i18n::{Locale, Texts};
use crate::ids::ConversationId;
use crate::web::assets;
use crate::web::error::Reply;
use crate::web::identity::{Credential, CurrentAgent, signed_in};
use crate::web::page::{page, workbench_policy};

/// Entries read at once.
const PAGE: usize = 200;
/// Most entries on paper; older ones are left out, and the page says so.
const ENTRIES_MAX: i64 = 5_000;

/// What is printed.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// Notes of the team too, and labels: anything but nothing.
    notes: Option<String>,
}

/// Something that was said.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that the template asks for")]
struct Said {
    /// Begins a new day.
    day: Option<String>,
    time: String,
    name: String,
    note: bool,
    is_own: bool,
    /// Nothing of it is left.
    recalled: bool,
    edited: bool,
    text: String,
    /// Address of a picture's small copy.
    picture: Option<String>,
    /// Name of a file.
    file: Option<String>,
}

#[derive(Template)]
#[template(path = "workbench/print.html")]
struct PrintPage {
    t: Texts,
    assets: &'static str,
    theme: String,
    shop_name: String,
    id: String,
    name: String,
    email: String,
    phone: String,
    agent: String,
    state: &'static str,
    printed_at: String,
    labels: String,
    notes: bool,
    is_cut: bool,
    entries: Vec<Said>,
}

pub(super) async fn print(
    request: HttpRequest,
    path: Path<String>,
    asked: Query<Asked>,
    desk: Data<Desk>,
) -> Reply {
    let id: ConversationId = path.parse().map_err(|_| Fault::not_found())?;
    let Some((session, agent)) = signed_in(&request).await? else { return Ok(to_login(&request)) };
    let who = CurrentAgent { agent, credential: Credential::Session(session) };
    let (caller, now) = (who.caller(), desk.clock.now());
    let notes = asked.notes.as_deref().is_some_and(|notes| !notes.is_empty());
    let t = Texts::new(Locale::parse(&who.agent.locale).unwrap_or_default());
    let theme = who.agent.theme.clone();
    let html = desk.db.read(move |conn| written(conn, &caller, id, (t, theme, notes, now))).await?;
    page(&request, StatusCode::OK, workbench_policy(&request), &html)
}

fn to_login(request: &HttpRequest) -> HttpResponse {
    let next: String = url::form_urlencoded::byte_serialize(request.path().as_bytes()).collect();
    go_to(&format!("/login?next={next}"))
}

fn written(
    conn: &Connection,
    caller: &Caller,
    id: ConversationId,
    (t, theme, notes, now): (Texts, String, bool, Timestamp),
) -> Result<PrintPage, Fault> {
    let conversation = store::find(conn, id)?.ok_or_else(Fault::not_found)?;
    caller.reaches(conn, &conversation)?;
    let shop = shop::store::shop(conn)?;
    let clock = Clock::new(&shop.time_zone);
    let person = contacts::find(conn, conversation.contact())?;
    let profile = person.map(|person| person.profile).unwrap_or_default();
    let agent = conversation.agent().map(|agent| access::store::find(conn, agent)).transpose()?.flatten();
    let first = (conversation.last_sequence() - ENTRIES_MAX).max(0);
    let name = profile.name.unwrap_or_else(|| t.get("print.customer").to_owned());
    let mut writing = Writing { t, clock: &clock, customer: &name, notes, day: String::new() };
    let mut entries = Vec::new();
    let mut range = Range { after: Some(first), before: None };
    loop {
        let (rows, more) = entries::page(conn, id, range, PAGE)?;
        range.after = rows.last().and_then(|row| row.sequence).or(range.after);
        entries.extend(rows.into_iter().filter_map(|row| writing.said(row)));
        if !more {
            break;
        }
    }
    let labels = if notes { labels::of_conversation(conn, id)?.join(" · ") } else { String::new() };
    Ok(PrintPage {
        t,
        assets: assets::prefix(),
        theme,
        shop_name: shop.name,
        id: id.to_string(),
        name,
        email: profile.email.unwrap_or_default(),
        phone: profile.phone.unwrap_or_default(),
        agent: agent.map(|agent| agent.name).unwrap_or_default(),
        state: t.find(&format!("print.state_{}", conversation.state().name())).unwrap_or_default(),
        printed_at: format!("{} {}", clock.day(now), clock.time(now)),
        labels,
        notes,
        is_cut: first > 0,
        entries,
    })
}

/// The shop's clock.
struct Clock(jiff::tz::TimeZone);

impl Clock {
    fn new(zone: &str) -> Self {
        Self(calendars::zone(zone).unwrap_or(jiff::tz::TimeZone::UTC))
    }

    fn at(&self, at: Timestamp) -> jiff::Zoned {
        jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(self.0.clone())
    }

    fn day(&self, at: Timestamp) -> String {
        self.at(at).strftime("%Y-%m-%d").to_string()
    }

    fn time(&self, at: Timestamp) -> String {
        self.at(at).strftime("%H:%M").to_string()
    }
}

/// Goes through the entries.
struct Writing<'a> {
    t: Texts,
    clock: &'a Clock,
    customer: &'a str,
    notes: bool,
    /// The day that was begun last.
    day: String,
}

impl Writing<'_> {
    fn said(&mut self, row: LogRow) -> Option<Said> {
        let message = row.message.filter(|_| row.event.kind() == EventKind::Message)?;
        if message.note && !self.notes {
            return None;
        }
        let day = self.clock.day(row.at);
        let begun = (day != self.day).then(|| day.clone());
        self.day = day;
        let kind = row.actor.kind;
        let name = row.actor_name.unwrap_or_else(|| match kind {
            ActorKind::Visitor => self.customer.to_owned(),
            ActorKind::Agent => self.t.get("print.agent").to_owned(),
            ActorKind::Bot => self.t.get("print.bot").to_owned(),
            ActorKind::System => self.t.get("print.system").to_owned(),
        });
        let stored = message.content.as_ref().map(|content| content.get());
        let value: Value = stored.and_then(|stored| serde_json::from_str(stored).ok()).unwrap_or_default();
        let said = |field: &str| value.get(field).and_then(Value::as_str);
        let file = said("file_id").map(|_| said("name").unwrap_or_default().to_owned());
        let is_picture = said("media_type").is_some_and(|media_type| media_type.starts_with("image/"));
        let picture = said("file_id").filter(|_| is_picture).map(|id| format!("/files/v1/{id}/thumbnail"));
        // Of a file without words its name stands beside it.
        let text = match &file {
            Some(_) => said("text").unwrap_or_default().to_owned(),
            None => stored.map(content::words).unwrap_or_default(),
        };
        Some(Said {
            day: begun,
            time: self.clock.time(row.at),
            name,
            note: message.note,
            is_own: kind != ActorKind::Visitor,
            recalled: stored.is_none(),
            edited: message.edited_at.is_some() && stored.is_some(),
            text,
            picture,
            file,
        })
    }
}

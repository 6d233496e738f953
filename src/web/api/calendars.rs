//! Calendars: when somebody answers.

use actix_web::web::{Data, Path, Payload, Query, block};
use actix_web::{HttpResponse, delete, get, post, put};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::cursor::Items;
use super::id;
use crate::clock::Timestamp;
use crate::domain::access::rights::Right;
use crate::domain::calendars::holidays::{Changes, File};
use crate::domain::calendars::store::{self, Stored};
use crate::domain::calendars::{Open, Plan, SHOP};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::shop::calendars::{self, Wanted};
use crate::flows::shop::import_holidays::{Import, import_holidays, preview};
use crate::ids::CalendarId;
use crate::web::body::{Binary, Body, Nothing, pour};
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;
use crate::web::settings::Settings;

/// A calendar.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CalendarRow {
    #[schema(example = "cal_0000000000001")]
    id: String,
    /// What the team calls it; the shop's own may have no name.
    #[schema(example = "Night shift")]
    name: String,
    /// The shop's own: its hours are those of `/shop`, its zone is the shop's, and it stays.
    shop: bool,
    /// Goes along with a change, so that nobody overwrites what they have not seen.
    version: i64,
    #[serde(flatten)]
    plan: Plan,
    open: Open,
}

impl CalendarRow {
    pub(super) fn new(stored: Stored, now: Timestamp) -> Self {
        let Stored { id, name, version, plan, .. } = stored;
        Self { id: id.to_string(), name, shop: id == SHOP, version, open: plan.at(now), plan }
    }
}

/// A calendar as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewCalendar {
    #[serde(default)]
    #[schema(example = "Night shift")]
    name: String,
    #[serde(flatten)]
    #[schema(value_type = Plan)]
    plan: Map<String, Value>,
}

impl NewCalendar {
    /// Its parts are read one by one, so that what is wrong is named as it was sent.
    fn wanted(self) -> Result<Wanted, Fault> {
        let plan = Value::Object(self.plan);
        let plan: Plan =
            serde_path_to_error::deserialize(&plan).map_err(|error| Fault::misread("", &error))?;
        Ok(Wanted { name: self.name, plan })
    }
}

/// List calendars
///
/// The shop's own first. `open` says whether somebody answers now, and when that changes.
#[utoipa::path(operation_id = "list_calendars", tag = "Calendars", responses(
    (status = 200, description = "The calendars", body = Items<CalendarRow>),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/calendars")]
pub(super) async fn list(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let now = desk.clock.now();
    let all = desk.db.read(|conn| Ok(store::list(conn)?)).await?;
    let items: Vec<CalendarRow> = all.into_iter().map(|one| CalendarRow::new(one, now)).collect();
    Ok(HttpResponse::Ok().json(Items { items }))
}

/// Read a calendar
#[utoipa::path(operation_id = "get_calendar", tag = "Calendars",
    params(("id" = String, Path, description = "The calendar's id")), responses(
    (status = 200, description = "The calendar", body = CalendarRow),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 404, description = "not_found", body = Problem),
))]
#[get("/calendars/{id}")]
pub(super) async fn read(_who: CurrentAgent, path: Path<String>, desk: Data<Desk>) -> Reply {
    let id: CalendarId = id(&path)?;
    let found = desk.db.read(move |conn| Ok(store::find(conn, id)?)).await?;
    let found = found.ok_or_else(Fault::not_found)?;
    Ok(HttpResponse::Ok().json(CalendarRow::new(found, desk.clock.now())))
}

/// Add a calendar
///
/// A moment is open when the clock on the wall of its zone shows a time in a range. A range that closes at or before it opens
/// goes on into the next day.
#[utoipa::path(operation_id = "add_calendar", tag = "Calendars", request_body = NewCalendar, responses(
    (status = 201, description = "The calendar", body = CalendarRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 422, description = "calendar_limit", body = Problem),
))]
#[post("/calendars")]
pub(super) async fn add(who: CurrentAgent, body: Body<NewCalendar>, call: Call) -> Reply {
    let Body { value, raw } = body;
    let wanted = value.wanted()?;
    let caller = who.caller();
    call.write(&who, &raw, 201, move |unit| {
        Ok(CalendarRow::new(calendars::add(unit, &caller, wanted)?, unit.now()))
    })
    .await
}

/// A calendar as it shall be, and the version that is replaced.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Replacement {
    /// The version that was read.
    version: i64,
    #[serde(flatten)]
    calendar: NewCalendar,
}

/// Replace a calendar
///
/// From now on; what was open before stays as it was.
#[utoipa::path(operation_id = "replace_calendar", tag = "Calendars", request_body = Replacement,
    params(("id" = String, Path, description = "The calendar's id")), responses(
    (status = 200, description = "The calendar", body = CalendarRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "version: somebody changed it since it was read", body = Problem),
))]
#[put("/calendars/{id}")]
pub(super) async fn replace(
    who: CurrentAgent,
    path: Path<String>,
    body: Body<Replacement>,
    call: Call,
) -> Reply {
    let id: CalendarId = id(&path)?;
    let Body { value: Replacement { version, calendar }, raw } = body;
    let wanted = calendar.wanted()?;
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        Ok(CalendarRow::new(calendars::replace(unit, &caller, id, version, wanted)?, unit.now()))
    })
    .await
}

/// Delete a calendar
///
/// Not while something names it: `named` says what. The shop's own stays.
#[utoipa::path(operation_id = "delete_calendar", tag = "Calendars",
    params(("id" = String, Path, description = "The calendar's id")), responses(
    (status = 204, description = "Deleted"),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 422, description = "in_use", body = Problem),
))]
#[delete("/calendars/{id}")]
pub(super) async fn remove(who: CurrentAgent, path: Path<String>, body: Body<Nothing>, call: Call) -> Reply {
    let id: CalendarId = id(&path)?;
    let caller = who.caller();
    call.write(&who, &body.raw, 204, move |unit| calendars::remove(unit, &caller, id)).await
}

/// How a file is imported.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Only tells what would change.
    #[serde(default)]
    preview: bool,
    /// The day of the week that make-up workdays are like: 1 = Monday to 7 = Sunday; Monday if left out.
    like: Option<i8>,
    /// The version that was looked at; another one is a conflict.
    version: Option<i64>,
}

/// What an import changes, or changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Imported {
    #[serde(flatten)]
    changes: Changes,
    /// As it is: for a preview before the import, else after it.
    calendar: CalendarRow,
}

/// Import holidays
///
/// The body is the file itself, at most `limits.import_bytes`: JSON as `{"days": [{"name", "date", "isOffDay"}]}`, iCalendar with
/// events of whole days, or lines of `date,name,open`, in UTF-8 or GB18030. Days of the file replace those of the same date. A day
/// that is worked to make up for a holiday (`isOffDay` false, 补班 or 上班 in an event's title, `open` yes) becomes one like Monday, or
/// `like`. `open` may also be hours: `10:00-14:00 18:00-20:00`. Lines that cannot be read are left out and told with their numbers.
#[utoipa::path(operation_id = "import_holidays", tag = "Calendars",
    request_body(content((Binary = "application/json"), (Binary = "text/calendar"), (Binary = "text/csv"))),
    params(("id" = String, Path, description = "The calendar's id"), Asked), responses(
    (status = 200, description = "What changes, or changed", body = Imported),
    (status = 400, description = "invalid: no such file, or more days than a calendar can have", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
    (status = 404, description = "not_found", body = Problem),
    (status = 409, description = "version: somebody changed it since it was read", body = Problem),
    (status = 413, description = "too_large", body = Problem),
))]
#[post("/calendars/{id}/import")]
pub(super) async fn import(
    who: CurrentAgent,
    path: Path<String>,
    asked: Query<Asked>,
    payload: Payload,
    desk: Data<Desk>,
    settings: Data<Settings>,
    call: Call,
) -> Reply {
    let (id, caller): (CalendarId, _) = (id(&path)?, who.caller());
    caller.may(Right::Shop)?;
    let mut bytes = Vec::new();
    let take = |chunk: &[u8]| {
        bytes.extend_from_slice(chunk);
        true
    };
    pour(payload.into_inner(), settings.import_bytes, take).await?;
    let Asked { preview: only_preview, like, version } = asked.into_inner();
    let raw = bytes.clone();
    let file = block(move || File::read(&bytes)).await.map_err(Fault::internal)??;
    let import = Import { file, like: like.unwrap_or(1), version };
    if only_preview {
        let found = desk.db.read(move |conn| preview(conn, &caller, id, import)).await?;
        return Ok(HttpResponse::Ok().json(Imported::new(found, desk.clock.now())));
    }
    call.write(&who, &raw, 200, move |unit| {
        Ok(Imported::new(import_holidays(unit, &caller, id, import)?, unit.now()))
    })
    .await
}

impl Imported {
    fn new((stored, changes): (Stored, Changes), now: Timestamp) -> Self {
        Self { changes, calendar: CalendarRow::new(stored, now) }
    }
}

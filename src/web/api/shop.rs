//! The shop: name, language, clocks, hours.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, patch};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::domain::calendars::shop_hours::Hours;
use crate::domain::calendars::{self, Open, Plan};
use crate::domain::shop::{Shop, store};
use crate::fault::{Fault, plain};
use crate::flows::Desk;
use crate::flows::shop::update_shop::{Changes, update_shop};
use crate::i18n::Locale;
use crate::web::body::Body;
use crate::web::call::Call;
use crate::web::error::{Problem, Reply};
use crate::web::identity::CurrentAgent;

/// What changes about the shop; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Change {
    #[schema(example = "半山茶铺")]
    name: Option<String>,
    /// `zh-CN` or `en`.
    locale: Option<String>,
    /// IANA name.
    #[schema(example = "Asia/Shanghai")]
    time_zone: Option<String>,
    /// A day with an entry of its own has that alone.
    #[schema(value_type = Option<Hours>)]
    hours: Option<Value>,
}

/// The shop.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ShopRow {
    #[schema(example = "半山茶铺")]
    name: String,
    #[schema(example = "zh-CN")]
    locale: String,
    /// IANA name.
    #[schema(example = "Asia/Shanghai")]
    time_zone: String,
    hours: Hours,
    open: Open,
}

impl ShopRow {
    fn new(shop: Shop, plan: &Plan, now: Timestamp) -> Self {
        let Shop { name, locale, time_zone } = shop;
        Self { name, locale, time_zone, hours: Hours::of(plan), open: plan.at(now) }
    }
}

/// Read the shop
///
/// With whether it answers now, and when that changes.
#[utoipa::path(operation_id = "get_shop", tag = "Shop", responses(
    (status = 200, description = "The shop", body = ShopRow),
    (status = 401, description = "unauthenticated", body = Problem),
))]
#[get("/shop")]
pub(super) async fn read(_who: CurrentAgent, desk: Data<Desk>) -> Reply {
    let (shop, plan) = desk.db.read(|conn| Ok((store::shop(conn)?, calendars::store::shops(conn)?))).await?;
    Ok(HttpResponse::Ok().json(ShopRow::new(shop, &plan, desk.clock.now())))
}

/// Change the shop
///
/// Owners and admins only.
#[utoipa::path(operation_id = "change_shop", tag = "Shop", request_body = Change, responses(
    (status = 200, description = "The shop as it is now", body = ShopRow),
    (status = 400, description = "invalid: a field is wrong", body = Problem),
    (status = 401, description = "unauthenticated", body = Problem),
    (status = 403, description = "forbidden", body = Problem),
))]
#[patch("/shop")]
pub(super) async fn change(who: CurrentAgent, body: Body<Change>, call: Call) -> Reply {
    let Body { value: Change { name, locale, time_zone, hours }, raw } = body;
    let locale = match locale {
        Some(tag) => {
            let locale = Locale::parse(&tag).ok_or_else(|| Fault::invalid("locale", "Use zh-CN or en."))?;
            Some(locale.tag().to_owned())
        }
        None => None,
    };
    let hours = hours.as_ref().map(serde_path_to_error::deserialize::<_, Hours>).transpose();
    let hours = hours.map_err(|error| {
        Fault::invalid(format!("hours.{}", error.path()), plain(&error.inner().to_string()))
    })?;
    let changes = Changes { name, locale, time_zone, hours };
    let caller = who.caller();
    call.write(&who, &raw, 200, move |unit| {
        let shop = update_shop(unit, &caller, changes)?;
        Ok(ShopRow::new(shop, &calendars::store::shops(unit.conn())?, unit.now()))
    })
    .await
}

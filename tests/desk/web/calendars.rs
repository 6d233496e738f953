//! Calendars: kept, edited by two, imported, and the hours of the shop as one of them.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::clock::Timestamp;
use servicedesk::config::units::ByteSize;
use servicedesk::domain::calendars::store;
use servicedesk::ids::CalendarId;

use crate::support::{Agent, Answer, TestDesk};

const LIST: &str = "/api/v1/calendars";

fn night() -> Value {
    json!({
        "name": "夜班",
        "time_zone": "Asia/Shanghai",
        "week": [{ "day": 1, "opens": "22:00", "closes": "02:00" }, { "day": 1, "opens": "18:00", "closes": "20:00" }],
        "special_days": [
            { "date": "2026-10-10", "name": "国庆补班", "like": 1 },
            { "date": "2026-10-01", "name": "国庆节" },
        ],
    })
}

/// The shop's own calendar.
async fn shops(owner: &Agent) -> Value {
    owner.get(LIST).await.ok(200)["items"][0].clone()
}

fn of(calendar: &Value) -> String {
    format!("{LIST}/{}", calendar["id"].as_str().unwrap())
}

/// What is sent to change a calendar.
fn changed(calendar: &Value, change: &Value) -> Value {
    let mut body = calendar.clone();
    let fields = body.as_object_mut().unwrap();
    for gone in ["id", "shop", "open"] {
        fields.remove(gone);
    }
    fields.extend(change.as_object().unwrap().clone());
    body
}

async fn import(
    desk: &TestDesk,
    owner: &Agent,
    calendar: &Value,
    query: &str,
    file: impl Into<reqwest::Body>,
) -> Answer {
    let path = format!("{}/import?{query}", of(calendar));
    let request = desk.request(Method::POST, &path).bearer_auth(&owner.token);
    Answer::to(request.header("content-type", "text/csv").body(file)).await
}

#[tokio::test]
async fn calendars_are_kept_in_order_and_edited_by_one_at_a_time() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let made = owner.post(LIST, &night()).await.ok(201);
    let times = |calendar: &Value, list: &str, field: &str| -> Vec<String> {
        let items = calendar[list].as_array().unwrap();
        items.iter().map(|item| item[field].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(times(&made, "week", "opens"), ["18:00", "22:00"]);
    assert_eq!(times(&made, "special_days", "date"), ["2026-10-01", "2026-10-10"]);
    assert_eq!((&made["version"], &made["shop"], &made["always"]), (&json!(1), &json!(false), &json!(false)));
    // It is Sunday, 16:00 in Shanghai.
    let open = json!({ "now": false, "closes_at": null, "opens_at": "2026-03-02T10:00:00.000Z" });
    assert_eq!(made["open"], open);
    let colleague = desk.colleague().await;
    assert_eq!(colleague.get(&of(&made)).await.ok(200), made);
    assert_eq!(colleague.get(LIST).await.ok(200)["items"].as_array().unwrap().len(), 2);

    let mine = changed(&made, &json!({ "name": "晚班" }));
    let second = owner.call(Method::PUT, &of(&made), &mine).await.ok(200);
    assert_eq!((&second["version"], &second["name"]), (&json!(2), &json!("晚班")));
    owner.call(Method::PUT, &of(&made), &mine).await.problem(409, "version");
    assert_eq!(owner.get(&of(&made)).await.ok(200), second);

    owner.call(Method::DELETE, &of(&made), &json!({})).await.ok(204);
    owner.get(&of(&made)).await.problem(404, "not_found");
    owner.call(Method::PUT, &of(&made), &mine).await.problem(404, "not_found");
    import(&desk, &owner, &made, "", "2026-01-01").await.problem(404, "not_found");
}

#[tokio::test]
async fn what_names_a_calendar_keeps_it() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let shop = shops(&owner).await;
    let refused = owner.call(Method::DELETE, &of(&shop), &json!({})).await.problem(422, "in_use");
    assert_eq!(refused["named"][0]["kind"], "shop");
    let made = owner.post(LIST, &night()).await.ok(201);
    let (team, calendar) =
        (desk.team("夜间").await, made["id"].as_str().unwrap().parse::<CalendarId>().unwrap());
    let give = move |to: Option<CalendarId>| {
        let inside = desk.inside().clone();
        async move {
            let sql = "UPDATE teams SET calendar_id = ?2 WHERE id = ?1";
            inside
                .db
                .write(move |unit| Ok(unit.conn().write(sql, rusqlite::params![team, to])?))
                .await
                .unwrap();
        }
    };
    give(Some(calendar)).await;
    let refused = owner.call(Method::DELETE, &of(&made), &json!({})).await.problem(422, "in_use");
    assert_eq!(refused["named"], json!([{ "kind": "team", "id": team, "name": "夜间" }]));
    give(None).await;
    owner.call(Method::DELETE, &of(&made), &json!({})).await.ok(204);
}

#[tokio::test]
async fn what_is_wrong_is_named_as_it_was_sent() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let range = |day: i8, opens: &str, closes: &str| json!({ "day": day, "opens": opens, "closes": closes });
    for (change, field) in [
        (json!({ "name": " " }), "name"),
        (json!({ "time_zone": "Mars/Olympus" }), "time_zone"),
        (json!({ "time_zone": 8 }), "time_zone"),
        (json!({ "week": [range(1, "09:00", "12:00"), range(1, "11:59", "13:00")] }), "week.1"),
        (json!({ "week": [range(1, "24:00", "12:00")] }), "week.0.opens"),
        (json!({ "week": [range(1, "09:00", "12:00:00")] }), "week.0.closes"),
        (json!({ "week": [{ "day": 1, "opens": "09:00" }] }), "week[0].closes"),
        (json!({ "weeks": [] }), "weeks"),
        (
            json!({ "special_days": [{ "date": "2026-10-01" }, { "date": "2026-10-01" }] }),
            "special_days.1.date",
        ),
        (json!({ "special_days": [{ "date": "12026-10-01" }] }), "special_days.0.date"),
        (json!({ "special_days": [{ "date": "2026-10-01", "like": 0 }] }), "special_days.0.like"),
    ] {
        let mut body = night();
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(owner.post(LIST, &body).await.wrong_field(), field, "{change}");
        let shop = shops(&owner).await;
        if field != "name" {
            let answer = owner.call(Method::PUT, &of(&shop), &changed(&shop, &change)).await;
            assert_eq!(answer.wrong_field(), field, "{change}");
        }
    }
    for _ in 1..50 {
        owner.post(LIST, &night()).await.ok(201);
    }
    owner.post(LIST, &night()).await.problem(422, "calendar_limit");
}

#[tokio::test]
async fn the_shops_hours_are_its_calendar() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let holiday = json!([{ "date": "2026-10-01", "name": "国庆节" }]);
    let hours = json!({ "always": false, "week": [{ "day": 6, "opens": "10:00", "closes": "16:00" }], "holidays": holiday });
    let change = json!({ "time_zone": "Europe/Berlin", "hours": hours });
    owner.call(Method::PATCH, "/api/v1/shop", &change).await.ok(200);
    let shop = shops(&owner).await;
    assert_eq!(
        (&shop["shop"], &shop["name"], &shop["time_zone"]),
        (&json!(true), &json!(""), &json!("Europe/Berlin"))
    );
    assert_eq!(shop["week"], json!([{ "day": 6, "opens": "10:00", "closes": "16:00" }]));
    assert_eq!(
        shop["special_days"],
        json!([{ "date": "2026-10-01", "name": "国庆节", "ranges": [], "like": null }])
    );

    // And the other way round; links are told of both.
    let mut link = owner.connect().await;
    let ranges = json!([{ "opens": "10:00", "closes": "11:00" }, { "opens": "15:00", "closes": "16:00" }]);
    let days = json!([{ "date": "2026-10-02", "ranges": ranges }, { "date": "2026-10-04", "like": 6 }]);
    let body = changed(&shop, &json!({ "time_zone": "Asia/Tokyo", "special_days": days }));
    owner.call(Method::PUT, &of(&shop), &body).await.ok(200);
    for area in ["calendars", "hours", "shop"] {
        assert_eq!(link.expect("settings").await["area"], area);
    }
    let told = owner.get("/api/v1/shop").await.ok(200);
    assert_eq!(told["time_zone"], "Asia/Tokyo");
    let day = |date: &str, opens: &str, closes: &str| json!({ "date": date, "name": "", "opens": opens, "closes": closes });
    let all = [
        day("2026-10-02", "10:00", "11:00"),
        day("2026-10-02", "15:00", "16:00"),
        day("2026-10-04", "10:00", "16:00"),
    ];
    assert_eq!(told["hours"]["holidays"], json!(all));
    // A name alone moves no hours.
    let shop = shops(&owner).await;
    owner.call(Method::PUT, &of(&shop), &changed(&shop, &json!({ "name": "总店" }))).await.ok(200);
    assert_eq!(link.expect("settings").await["area"], "calendars");
    owner.call(Method::PATCH, "/api/v1/shop", &json!({ "hours": { "always": true } })).await.ok(200);
    assert_eq!(link.expect("settings").await["area"], "hours");
    owner.call(Method::PUT, &of(&shop), &changed(&shop, &json!({}))).await.problem(409, "version");
}

#[tokio::test]
async fn an_edit_leaves_the_time_before_it_as_it_was() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let always = json!({ "name": "夜班", "time_zone": "UTC", "always": true });
    let made = owner.post(LIST, &always).await.ok(201);
    let id: CalendarId = made["id"].as_str().unwrap().parse().unwrap();
    let began = desk.now();
    desk.pass(Duration::from_hours(2));
    let closed = json!({ "always": false, "week": [] });
    owner.call(Method::PUT, &of(&made), &changed(&made, &closed)).await.ok(200);
    desk.pass(Duration::from_hours(2));
    let now = desk.now();
    let calendar = desk.inside().db.read(move |conn| Ok(store::calendar(conn, id)?)).await.unwrap().unwrap();
    assert_eq!(calendar.open_ms(began, now), 2 * 3_600_000);
    assert!(calendar.is_open(began) && !calendar.is_open(now));
    assert_eq!(calendar.next_change(began), Some(Timestamp(began.0 + 2 * 3_600_000)));
    assert_eq!(calendar.add_open(now, 1), None);
}

#[tokio::test]
async fn a_file_is_looked_at_before_it_is_taken() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let made = owner.post(LIST, &night()).await.ok(201);
    // 10 October is a Saturday that is worked, here like a Tuesday.
    let file = "日期,名称,营业\n2026-10-01,国庆节,休\n2026-10-02,国庆节,休\n2026-10-10,国庆补班,班\n2026-02-30,春节,休\n";
    let (gb18030, ..) = encoding_rs::GB18030.encode(file);
    let told = import(&desk, &owner, &made, "preview=true&like=2", gb18030.to_vec()).await.ok(200);
    let day = |date: &str, name: &str, like: Value| json!({ "date": date, "name": name, "ranges": [], "like": like });
    assert_eq!(told["added"], json!([day("2026-10-02", "国庆节", json!(null))]));
    let change = json!({
        "before": day("2026-10-10", "国庆补班", json!(1)),
        "after": day("2026-10-10", "国庆补班", json!(2)),
    });
    assert_eq!(told["changed"], json!([change]));
    assert_eq!((&told["same"], &told["refused_in_all"]), (&json!(1), &json!(1)));
    assert_eq!(told["refused"], json!([{ "line": 5, "code": "date", "text": "2026-02-30,春节,休" }]));
    assert_eq!(told["calendar"], made, "a look changes nothing");
    assert_eq!(owner.get(&of(&made)).await.ok(200), made);

    let done = import(&desk, &owner, &made, "like=2&version=1", gb18030.to_vec()).await.ok(200);
    assert_eq!(done["calendar"]["version"], 2);
    assert_eq!(done["calendar"]["special_days"].as_array().unwrap().len(), 3);
    // The same once more is nothing new.
    let again = import(&desk, &owner, &made, "like=2", gb18030.to_vec()).await.ok(200);
    assert_eq!((&again["same"], &again["calendar"]), (&json!(3), &done["calendar"]));
    import(&desk, &owner, &made, "version=1", gb18030.to_vec()).await.problem(409, "version");
    // No file, no day of the week, more days than there is room for, and no right.
    for (query, file, field) in [
        ("", "%PDF-1.7 \u{1}".to_owned(), "body"),
        ("", String::new(), "body"),
        ("like=8", "2026-10-01".to_owned(), "like"),
        (
            "",
            (0..401)
                .map(|n| format!("{}-{:02}-{:02}", 2027 + n / 336, n / 28 % 12 + 1, n % 28 + 1))
                .collect::<Vec<_>>()
                .join("\n"),
            "special_days",
        ),
    ] {
        assert_eq!(import(&desk, &owner, &made, query, file).await.wrong_field(), field);
    }
    import(&desk, &desk.colleague().await, &made, "preview=true", "2026-10-01")
        .await
        .problem(403, "forbidden");
    assert_eq!(owner.get(&of(&made)).await.ok(200), done["calendar"]);
}

#[tokio::test]
async fn a_file_is_no_larger_than_the_bound() {
    let desk = TestDesk::with(|config| config.limits.import_bytes = ByteSize::from_kib(1)).await;
    let owner = desk.owner().await;
    let shop = shops(&owner).await;
    import(&desk, &owner, &shop, "preview=true", "2026-10-01,国庆节,no\n".repeat(42)).await.ok(200);
    import(&desk, &owner, &shop, "preview=true", "2026-10-01,国庆节,no\n".repeat(43))
        .await
        .problem(413, "too_large");
}

//! `doctor`: what it finds and what it advises.

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use servicedesk::clock::{HandClock, SystemClock};
use servicedesk::entropy::SeededEntropy;
use servicedesk::events::{Actor, AgentEvent, Event, Record};
use servicedesk::ids::AgentId;
use servicedesk::storage::follower::Followers;
use servicedesk::storage::{self, Limits, migrate};

use crate::Place;
use crate::process::{Ended, Served, run, servicedesk};

/// Runs it; few connections, so that no machine has too few descriptors for them.
fn doctor(place: &Place, variables: &[(&str, &str)]) -> Ended {
    let mut command = servicedesk(&place.data);
    command.arg("doctor").env("SERVICEDESK_SERVER__MAX_CONNECTIONS", "100").envs(variables.iter().copied());
    run(&mut command, "")
}

/// The lines about one thing.
fn about(ended: &Ended, what: &str) -> String {
    let mut found = String::new();
    let mut inside = false;
    for line in ended.out.lines() {
        inside = if line.starts_with(' ') { inside } else { line[6..].starts_with(what) };
        if inside {
            found = format!("{found}{line}\n");
        }
    }
    found
}

#[test]
fn a_healthy_desk_is_well_stopped_and_running() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let ended = doctor(&place, &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.out);
    assert!(ended.out.lines().all(|line| line.starts_with("ok ")), "{}", ended.out);
    assert!(about(&ended, "desk").contains("is not running"));
    assert!(about(&ended, "database").contains(&format!("is whole, schema {}", migrate::newest())));

    let desk = Served::start(&place.data, &[("SERVICEDESK_SERVER__MAX_CONNECTIONS", "100")]);
    let ended = doctor(&place, &[("SERVICEDESK_SERVER__PUBLIC_URL", &desk.origin)]);
    assert_eq!(ended.code, Some(0), "{}", ended.out);
    assert!(ended.out.lines().all(|line| line.starts_with("ok ")), "{}", ended.out);
    for (what, said) in
        [("desk", "runs at 127.0.0.1:"), ("http", "ready"), ("sockets", "opens"), ("proxy", "sockets too")]
    {
        assert!(about(&ended, what).contains(said), "{}", ended.out);
    }
    desk.stop();
}

#[test]
fn a_key_that_all_can_read_and_proxies_that_are_everybody_are_named() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let folder = place.folder.path();
    for (from, to) in [("localhost.cert.pem", "cert.pem"), ("localhost.key.pem", "key.pem")] {
        fs::copy(format!("tests/fixtures/{from}"), folder.join(to)).expect("copies");
    }
    let (certificate, key) = (folder.join("cert.pem"), folder.join("key.pem"));
    let variables = [
        ("SERVICEDESK_TLS__LISTEN", "127.0.0.1:0"),
        ("SERVICEDESK_TLS__CERTIFICATE", certificate.to_str().expect("UTF-8")),
        ("SERVICEDESK_TLS__PRIVATE_KEY", key.to_str().expect("UTF-8")),
        ("SERVICEDESK_SERVER__TRUSTED_PROXIES", r#"["127.0.0.1", "0.0.0.0/0"]"#),
    ];
    fs::set_permissions(&key, Permissions::from_mode(0o644)).expect("ours");
    let ended = doctor(&place, &variables);
    let found = about(&ended, "key");
    assert!(found.starts_with("warn ") && found.contains("key.pem (mode 644)"), "{}", ended.out);
    assert!(about(&ended, "proxies").contains("has 0.0.0.0/0"), "{}", ended.out);
    fs::set_permissions(&key, Permissions::from_mode(0o640)).expect("ours");
    let ended = doctor(&place, &variables[..3]);
    assert!(!ended.out.contains("key.pem") && about(&ended, "proxies").is_empty(), "{}", ended.out);
}

#[test]
fn a_missing_folder_fails() {
    let ended = doctor(&Place::new(), &[]);
    assert_eq!(ended.code, Some(1));
    assert!(about(&ended, "data folder").starts_with("fail  data folder"), "{}", ended.out);
    assert!(about(&ended, "data folder").contains("→ name it with --data"));
    assert!(ended.err.contains("1 of "), "{}", ended.err);
}

#[test]
fn an_open_folder_is_warned_of_with_the_command_that_closes_it() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    fs::set_permissions(&place.data, Permissions::from_mode(0o755)).expect("chmod");
    let ended = doctor(&place, &[]);
    assert_eq!(ended.code, Some(0), "a warning is no failure");
    let said = about(&ended, "data folder");
    assert!(
        said.starts_with("warn ") && said.contains("→ chmod 700 ") && said.contains("mode 755"),
        "{said}"
    );
}

#[test]
fn a_full_disk_and_wrong_settings_fail() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let ended = doctor(&place, &[("SERVICEDESK_STORAGE__DISK_FREE_MIN", "1048576 MiB")]);
    assert_eq!(ended.code, Some(1));
    assert!(about(&ended, "disk").starts_with("fail ") && about(&ended, "disk").contains("→ make room"));

    let ended = doctor(&place, &[("SERVICEDESK_SERVER__LISTENN", "x")]);
    assert_eq!(ended.code, Some(1));
    let said = about(&ended, "settings");
    assert!(said.starts_with("fail ") && ended.out.contains("nearest is server.listen"), "{}", ended.out);
    assert!(about(&ended, "database").starts_with("ok "), "the rest is looked at all the same");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "plays a newer version")]
fn rules_that_no_longer_read_are_named() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let conn = rusqlite::Connection::open(place.data.join("desk.sqlite")).expect("the database");
    let add = |id: i64, name: &str, conditions: &str| {
        conn.execute(
            "INSERT INTO routing_rules (id, place, name, enabled, stop, conditions, effects)
             VALUES (?1, ?1, ?2, 1, 0, ?3, '{\"priority\":\"low\"}')",
            rusqlite::params![id, name, conditions],
        )
        .expect("a rule");
    };
    assert!(about(&doctor(&place, &[]), "routing rules").is_empty(), "there are none");
    add(1, "Refunds", r#"{"all":[]}"#);
    assert!(about(&doctor(&place, &[]), "routing rules").starts_with("ok "));
    add(2, "Later", r#"{"field":"mood","op":"is","value":"good"}"#);
    let ended = doctor(&place, &[]);
    assert_eq!(ended.code, Some(0), "nothing fails for it");
    let said = about(&ended, "routing rules");
    assert!(
        said.starts_with("warn ") && said.contains("1 of 2") && said.contains("“Later” (when.field"),
        "{said}"
    );
}

#[test]
fn a_damaged_database_fails() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let file = place.data.join("desk.sqlite");
    let mut bytes = fs::read(&file).expect("the database");
    bytes[4096 * 5..4096 * 9].fill(0x5a);
    fs::write(&file, bytes).expect("writes");
    let ended = doctor(&place, &[]);
    assert_eq!(ended.code, Some(1));
    let said = about(&ended, "database");
    assert!(said.starts_with("fail ") && said.contains("→ stop the desk and restore"), "{}", ended.out);
}

#[tokio::test]
async fn a_clock_that_went_back_fails() {
    let place = Place::new();
    let tomorrow = SystemClock::shared().now().plus(std::time::Duration::from_hours(24));
    let clock = HandClock::starting_at(tomorrow);
    let (db, writer) = storage::open(
        &place.data,
        Limits::default(),
        clock,
        &SeededEntropy::shared(1),
        false,
        Followers::default(),
    )
    .expect("opens");
    let event = Record::of(Actor::SYSTEM, Event::Agent(AgentId(1), AgentEvent::Disabled));
    db.write(move |unit| unit.emit(&event)).await.expect("stored");
    drop(db);
    writer.join().expect("the writer ends well");
    let ended = doctor(&place, &[]);
    assert_eq!(ended.code, Some(1));
    let said = about(&ended, "clock");
    assert!(said.starts_with("fail ") && said.contains("before the newest event"), "{said}");
}

#[tokio::test]
async fn how_far_followers_are_behind_is_told() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    assert!(!doctor(&place, &[]).out.contains("followers"), "nobody follows, nobody is behind");
    let clock = SystemClock::shared();
    let entropy = SeededEntropy::shared(1);
    let (db, writer) =
        storage::open(&place.data, Limits::default(), clock, &entropy, false, Followers::default())
            .expect("opens");
    let epoch = db.meta().log_epoch.clone();
    db.write(move |unit| {
        let add = "INSERT INTO followers (name, log_epoch, position) VALUES (?1, ?2, 0)";
        unit.conn().write(add, &[&"near", &epoch])?;
        unit.conn().write(add, &[&"elsewhere", &"0000000000000000"])?;
        Ok(())
    })
    .await
    .expect("stored");
    let behind = *db.head().borrow();
    drop(db);
    writer.join().expect("the writer ends well");
    let said = about(&doctor(&place, &[]), "followers");
    let wanted = format!("of {behind} events: elsewhere {behind} behind, near {behind} behind");
    assert!(said.starts_with("ok ") && said.contains(&wanted), "{said}");
}

/// A proxy that answers every request the same way, as many times as asked.
fn proxy(answer: fn(&str) -> &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut request = Vec::new();
            let mut part = [0; 1024];
            while !request.ends_with(b"\r\n\r\n") {
                let count = stream.read(&mut part).expect("a request");
                request.extend_from_slice(&part[..count]);
            }
            let body = answer(&String::from_utf8_lossy(&request));
            stream.write_all(body.as_bytes()).expect("is taken");
        }
    });
    origin
}

#[test]
fn a_proxy_without_upgrade_lines_fails_with_the_lines_to_add() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[("SERVICEDESK_SERVER__MAX_CONNECTIONS", "100")]);
    let deaf = proxy(|request| {
        if request.starts_with("GET /healthz ") {
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
        } else {
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
        }
    });
    let elsewhere = proxy(|_| "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    let foreign = proxy(|_| "220 mail.example.com ESMTP\r\n\r\n");
    for (origin, said, advice) in [
        (deaf.as_str(), "its sockets do not open (/im/v1/socket answers 400)", "Upgrade and Connection"),
        (&elsewhere, "/healthz answers 502", "pass everything to the desk's address"),
        (&foreign, "does not speak HTTP", "start the proxy"),
        ("http://127.0.0.1:1", "refused", "start the proxy"),
    ] {
        let ended = doctor(&place, &[("SERVICEDESK_SERVER__PUBLIC_URL", origin)]);
        assert_eq!(ended.code, Some(1), "{}", ended.out);
        let found = about(&ended, "proxy");
        assert!(found.starts_with("fail ") && found.contains(said) && found.contains(advice), "{found}");
    }
    desk.stop();
}

#[test]
#[expect(clippy::disallowed_methods, reason = "plays a newer version")]
fn a_view_of_another_version_is_named() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let save = |filter: &str| {
        let conn = rusqlite::Connection::open(place.data.join(storage::DATABASE_FILE)).expect("opens");
        let sql = "INSERT OR REPLACE INTO views (id, agent_id, shared, name, filter, sort, place, created_at, updated_at)
                   SELECT 7, id, 1, '退款', ?1, 'waiting', 1, 0, 0 FROM agents LIMIT 1";
        conn.execute(sql, [filter]).expect("the table");
    };
    save(r#"{"all":[]}"#);
    assert!(about(&doctor(&place, &[]), "saved views").starts_with("ok "));
    save(r#"{"all":[{"field":"mood","op":"is","value":"bad"}]}"#);
    let ended = doctor(&place, &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.out);
    let found = about(&ended, "saved views");
    assert!(
        found.starts_with("warn ") && found.contains("1 of 1") && found.contains("退款"),
        "{}",
        ended.out
    );
    assert!(found.contains("filter.all[0].field"), "{}", ended.out);
}

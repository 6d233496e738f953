//! `serve`: links, signals, and two desks on one folder or port.

use std::fs;
use std::net::TcpListener;
use std::process::Stdio;
use std::sync::mpsc::sync_channel;

use rustix::process::Signal;

use crate::Place;
use crate::process::rest::{Program, status};
use crate::process::visitor::{Link, Session};
use crate::process::{PATIENCE, Served, run, servicedesk};

#[tokio::test]
async fn an_empty_folder_gives_three_links_and_a_desk_with_an_owner_two() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[]);
    let origin = desk.origin.clone();
    let token = desk.setup_token.clone().expect("a set-up link");
    assert_eq!(
        desk.links,
        [
            format!("workbench  {origin}/inbox"),
            format!("set-up     {origin}/setup#token={token}"),
            format!("demo shop  {origin}/demo")
        ]
    );
    for path in ["/healthz", "/readyz", "/demo", &format!("/setup?token={token}")] {
        assert_eq!(status(&origin, path).await, 200, "{path}");
    }
    desk.stop();

    let desk = Served::start(&place.data, &[]);
    let fresh = desk.setup_token.clone().expect("nobody has used the first");
    assert_ne!(fresh, token, "each start makes a new one");
    place.add("mei@example.cn", "owner");
    desk.stop();

    let desk = Served::start(&place.data, &[]);
    assert_eq!(desk.setup_token, None);
    assert_eq!(desk.links.len(), 2);
}

#[test]
fn without_a_command_it_serves() {
    let place = Place::new();
    let mut child = servicedesk(&place.data)
        .env("SERVICEDESK_SERVER__LISTEN", "127.0.0.1:0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    let stdout = child.stdout.take().expect("it is piped");
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(stdout));
    let first = lines.next().expect("a line").expect("text");
    assert!(first.starts_with("workbench  http://127.0.0.1:"), "{first}");
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, Signal::INT).expect("it runs");
    assert_eq!(child.wait().expect("it ends").code(), Some(0), "an interrupt ends it in order");
}

#[tokio::test]
async fn a_stop_asks_clients_to_leave_and_a_second_signal_ends_at_once() {
    let place = Place::new();
    let patient = [("SERVICEDESK_SERVER__SHUTDOWN_GRACE", "600s"), ("SERVICEDESK_IM__DRAIN_SPREAD", "300s")];
    let desk = Served::start(&place.data, &patient);
    place.add("mei@example.cn", "owner");
    let token = place.done(&["token", "create", "--agent", "mei@example.cn", "--name", "x"]);
    let program = Program::new(&desk.origin, &token);
    let mut link = Link::open(&desk, &program.session_token().await).await.expect("the desk runs");
    desk.signal(Signal::TERM);
    let drain = link.next_of("drain").await.expect("told before the end");
    assert_eq!(drain["reason"], "restart");
    // The client stays, and so would the desk, for ten minutes.
    desk.signal(Signal::TERM);
    let (tell, ended) = sync_channel(1);
    std::thread::spawn(move || tell.send(desk.wait()));
    assert_eq!(ended.recv_timeout(PATIENCE).expect("it ends at once").code(), Some(0));
}

#[tokio::test]
async fn a_stop_waits_for_clients_that_leave() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[]);
    let widgets = place.done(&["widget", "list"]);
    let key = widgets.split_once('\t').expect("name and key").1;
    let session = Session::open(&desk, key, None).await;
    let mut link = Link::open(&desk, &session.session_token).await.expect("the desk runs");
    desk.signal(Signal::TERM);
    link.next_of("drain").await.expect("told before the end");
    // What is said meanwhile is answered.
    link.send("1", "one more thing").await.expect("the link stays");
    link.next_of("accepted").await.expect("an answer");
    drop(link);
    assert_eq!(desk.wait().code(), Some(0));
}

#[test]
fn one_folder_has_one_desk() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[]);
    let said = place.fails(&["serve", "--listen", "127.0.0.1:0"], "");
    assert!(said.contains("is in use by a running servicedesk"), "{said}");
    desk.stop();
    Served::start(&place.data, &[]).stop();
}

#[test]
fn a_taken_port_is_told_with_its_cause() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let place = Place::new();
    let said = place.fails(&["serve", "--listen", &address], "");
    assert!(said.contains(&format!("error: cannot listen on {address}\n  caused by: ")), "{said}");
    assert!(!place.data.join("control.sock").exists(), "nothing is left behind");
}

#[test]
fn logs_go_to_standard_error_and_can_be_read_by_machines() {
    let place = Place::new();
    let desk = Served::start(
        &place.data,
        &[("SERVICEDESK_LOG__FORMAT", "json"), ("SERVICEDESK_LOG__FILTER", "info")],
    );
    let log = desk.log.clone();
    desk.stop();
    let log = fs::read_to_string(log).expect("the log");
    assert!(!log.is_empty());
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(line["level"].is_string() && line["timestamp"].is_string(), "{line}");
    }
}

/// The most memory that a process has held so far, in MiB.
fn peak(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("it runs");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("its peak");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).expect("a number") / 1_024
}

#[tokio::test]
async fn wrong_sign_ins_take_two_memories_and_one_line() {
    const AT_ONCE: usize = 30;
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let desk = Served::start(&place.data, &[("SERVICEDESK_LOG__FILTER", "info")]);
    let http = crate::process::http::client();
    let login = format!("{}/api/v1/login", desk.origin);
    let body = serde_json::json!({ "email": "mei@example.cn", "password": "what was it" });
    assert_eq!(status(&desk.origin, "/login").await, 200);
    let before = peak(desk.pid());
    for round in 0..4 {
        let tries = (0..AT_ONCE).map(|n| {
            let from = format!("203.0.{round}.{n}");
            http.post(&login).header("x-forwarded-for", from).json(&body).send()
        });
        for answer in futures_util::future::join_all(tries).await {
            assert_eq!(answer.expect("an answer").status(), 401);
        }
    }
    let grown = peak(desk.pid()) - before;
    assert!(grown <= 60, "{grown} MiB more");
    // What is no HTTP at all is nobody's error but its sender's.
    let mut raw =
        std::net::TcpStream::connect(desk.origin.trim_start_matches("http://")).expect("it listens");
    std::io::Write::write_all(&mut raw, b"nonsense\r\n\r\n").expect("is taken");
    std::io::Read::read_to_end(&mut raw, &mut Vec::new()).expect("it hangs up");
    let log = desk.log.clone();
    desk.stop();
    let log = fs::read_to_string(log).expect("the log");
    assert_eq!(log.matches("sign-ins failed").count(), 1, "{log}");
    assert!(!log.contains("mei@") && !log.contains("203.0.") && !log.contains("ERROR"), "{log}");
}

#[test]
fn a_killed_desk_leaves_nothing_in_the_way() {
    let place = Place::new();
    let desk = Served::start(&place.data, &[]);
    place.add("mei@example.cn", "owner");
    desk.kill();
    desk.wait();
    assert!(place.data.join("control.sock").exists(), "the socket's file stays behind");
    // A command finds nobody there and opens the folder; the next desk takes the file's place.
    assert_eq!(place.done(&["seat", "status"]), "used\t1\nallowed\t2");
    let desk = Served::start(&place.data, &[]);
    assert_eq!(run(servicedesk(&place.data).args(["seat", "status"]), "").out, "used\t1\nallowed\t2\n");
    desk.stop();
    assert!(!place.data.join("control.sock").exists());
}

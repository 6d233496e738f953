//! The control socket itself: who may open it, where it works, and what it makes of nonsense.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::Path;

use serde_json::Value;

use crate::Place;
use crate::process::{Served, done};

fn connect(data: &Path) -> BufReader<UnixStream> {
    BufReader::new(UnixStream::connect(data.join("control.sock")).expect("somebody listens"))
}

fn ask(stream: &mut BufReader<UnixStream>, line: &str) -> Value {
    stream.get_mut().write_all(format!("{line}\n").as_bytes()).expect("is taken");
    let mut answer = String::new();
    stream.read_line(&mut answer).expect("an answer");
    serde_json::from_str(&answer).expect("JSON")
}

#[test]
fn only_its_owner_may_open_it() {
    let place = Place::new();
    let _desk = Served::start(&place.data, &[]);
    let mode =
        |name: &str| fs::metadata(place.data.join(name)).expect("is there").permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("control.sock")), (0o700, 0o600));
}

#[test]
fn nonsense_is_answered_and_the_next_line_is_read() {
    let place = Place::new();
    let _desk = Served::start(&place.data, &[]);
    let mut stream = connect(&place.data);
    for line in
        ["", "{", "null", "{}", "{\"do\":\"fly\"}", "{\"do\":\"seat_status\",\"high\":1}", "{\"do\":7}"]
    {
        let answer = ask(&mut stream, line);
        assert_eq!(answer["refused"]["code"], "unknown_request", "{line}: {answer}");
    }
    let seats = ask(&mut stream, "{\"do\":\"seat_status\"}");
    assert_eq!(seats["reply"]["seats"], serde_json::json!({"used": 0, "allowed": 2}));
}

#[test]
fn a_line_without_end_is_cut_off_and_others_are_served() {
    let place = Place::new();
    let _desk = Served::start(&place.data, &[]);
    let mut endless = connect(&place.data);
    // The desk hangs up in the middle, so that writing may fail.
    drop(endless.get_mut().write_all(&vec![b'a'; 3 << 20]));
    let mut rest = Vec::new();
    drop(endless.read_to_end(&mut rest));
    assert!(rest.is_empty());
    assert_eq!(place.done(&["seat", "status"]), "used\t0\nallowed\t2");
}

#[test]
fn silent_peers_do_not_keep_others_out() {
    let place = Place::new();
    let _desk = Served::start(&place.data, &[]);
    let silent: Vec<_> = (0..10).map(|_| connect(&place.data)).collect();
    assert_eq!(place.done(&["seat", "status"]), "used\t0\nallowed\t2");
    drop(silent);
}

#[test]
fn a_long_path_works_stopped_and_running() {
    let place = Place::new();
    let deep = place.folder.path().join("d".repeat(100)).join("e".repeat(100));
    fs::create_dir_all(&deep).expect("deep folders");
    let data = deep.join("desk");
    let add = ["agent", "add", "--email", "mei@example.cn", "--name", "Mei", "--password-stdin"];
    done(&data, &add, "a kettle of spring water\n");
    let desk = Served::start(&data, &[]);
    assert_eq!(done(&data, &["seat", "status"], ""), "used\t1\nallowed\t2");
    desk.stop();
    assert_eq!(done(&data, &["seat", "status"], ""), "used\t1\nallowed\t2");
}

#[test]
fn commands_on_a_free_folder_wait_for_one_another() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    std::thread::scope(|scope| {
        let many: Vec<_> = (0..6).map(|_| scope.spawn(|| place.done(&["seat", "status"]))).collect();
        for one in many {
            assert_eq!(one.join().expect("ends well"), "used\t1\nallowed\t2");
        }
    });
}

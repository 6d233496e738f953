//! Https as an operator meets it: settings that are checked, files that are read at SIGHUP, and what doctor says of them.

use std::fs;
use std::time::Duration;

use rustix::process::Signal;

use crate::Place;
use crate::process::{Served, run, servicedesk};

const CERTIFICATE: &str = include_str!("../fixtures/localhost.cert.pem");
const KEY: &str = include_str!("../fixtures/localhost.key.pem");

/// Between two looks into the log, and how many there are: ten seconds.
const BETWEEN: Duration = Duration::from_millis(20);
const LOOKS: u32 = 500;

/// Files beside the data folder, and the variables that name them.
fn files(place: &Place) -> Vec<(&'static str, String)> {
    let path = |name: &str| place.folder.path().join(name);
    fs::write(path("desk.crt"), CERTIFICATE).expect("writes");
    fs::write(path("desk.key"), KEY).expect("writes");
    vec![
        ("SERVICEDESK_TLS__LISTEN", "127.0.0.1:0".to_owned()),
        ("SERVICEDESK_TLS__CERTIFICATE", "desk.crt".to_owned()),
        ("SERVICEDESK_TLS__PRIVATE_KEY", "desk.key".to_owned()),
        ("SERVICEDESK_LOG__FILTER", "info".to_owned()),
        ("SERVICEDESK_SERVER__MAX_CONNECTIONS", "100".to_owned()),
    ]
}

fn borrowed<'v>(variables: &'v [(&'static str, String)]) -> Vec<(&'v str, &'v str)> {
    variables.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[test]
fn a_hangup_reads_the_files_anew_and_a_wrong_one_is_told() {
    let place = Place::new();
    let variables = files(&place);
    let desk = Served::start(&place.data, &borrowed(&variables));
    let log = desk.log.clone();
    let told = |what: &str| {
        for _ in 0..LOOKS {
            if fs::read_to_string(&log).expect("the log").contains(what) {
                return;
            }
            std::thread::park_timeout(BETWEEN);
        }
        panic!("nothing of «{what}» in the log");
    };
    told("https shows the certificate of tls.certificate");
    fs::write(place.folder.path().join("desk.key"), "nothing").expect("writes");
    desk.signal(Signal::HUP);
    told("the one before stays");
    told("holds no private key in PEM form");
    desk.stop();
}

#[test]
fn wrong_files_are_told_before_a_start_and_stop_it() {
    let place = Place::new();
    let variables = files(&place);
    let check = |variables: &[(&'static str, String)], command: &str| {
        run(servicedesk(&place.data).arg(command).envs(borrowed(variables)), "")
    };
    assert_eq!(check(&variables, "check-config").code, Some(0));
    let mut gone = variables.clone();
    gone[1].1 = "gone.crt".to_owned();
    for command in ["check-config", "serve"] {
        let ended = check(&gone, command);
        assert_eq!(ended.code, Some(1));
        assert!(ended.err.contains("tls.certificate: cannot read gone.crt"), "{}", ended.err);
    }
    let lonely = check(&variables[..2], "check-config");
    assert!(lonely.err.contains("tls.certificate: needs tls.private_key"), "{}", lonely.err);
    let idle = check(&variables[1..3], "check-config");
    assert!(idle.err.contains("tls.certificate: has no effect without tls.listen"), "{}", idle.err);
}

#[test]
fn doctor_says_how_long_the_certificate_holds() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    let doctor = |variables: &[(&str, &str)]| {
        run(servicedesk(&place.data).arg("doctor").envs(variables.iter().copied()), "")
    };
    let variables = files(&place);
    let ended = doctor(&borrowed(&variables));
    assert!(ended.out.contains("ok    certificate holds until 2126-10-28"), "{}", ended.out);
    let own = [
        ("SERVICEDESK_TLS__LISTEN", "127.0.0.1:0"),
        ("SERVICEDESK_TLS__ACME_DOMAINS", "[\"desk.example.com\"]"),
        ("SERVICEDESK_SERVER__MAX_CONNECTIONS", "100"),
    ];
    let ended = doctor(&own);
    assert!(
        ended.out.contains("warn  certificate there is none yet") && ended.out.contains("port 443"),
        "{}",
        ended.out
    );
    fs::write(place.folder.path().join("desk.crt"), "nothing").expect("writes");
    let ended = doctor(&borrowed(&variables));
    assert!(
        ended.code == Some(1) && ended.out.contains("fail  certificate tls.certificate: "),
        "{}",
        ended.out
    );
    assert!(!doctor(&[]).out.contains("certificate"), "nothing is said where https is off");
}

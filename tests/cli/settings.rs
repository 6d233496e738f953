//! `init` and `check-config`.

use std::fs;

use crate::Place;
use crate::process::{run, servicedesk};

#[test]
fn init_writes_the_manual_once() {
    let place = Place::new();
    assert_eq!(place.done(&["init"]), "wrote servicedesk.toml");
    let file = place.folder.path().join("servicedesk.toml");
    let written = fs::read_to_string(&file).expect("the file");
    assert_eq!(written, fs::read_to_string("config.example.toml").expect("the example"));
    assert_eq!(place.done(&["check-config"]), "servicedesk.toml is right");

    fs::write(&file, "[server]\nworkers = 3\n").expect("writes");
    let said = place.fails(&["init"], "");
    assert!(said.contains("is there already; --force replaces it"), "{said}");
    assert_eq!(fs::read_to_string(&file).expect("the file"), "[server]\nworkers = 3\n");
    place.done(&["init", "--force"]);
    assert_eq!(fs::read_to_string(&file).expect("the file"), written);
    assert_eq!(place.done(&["--config", "other.toml", "init"]), "wrote other.toml");
    assert!(place.fails(&["--config", "no/such/folder.toml", "init"], "").contains("caused by: "));
}

#[test]
fn without_a_file_the_defaults_hold() {
    assert_eq!(Place::new().done(&["check-config"]), "there is no servicedesk.toml; the defaults hold");
}

#[test]
fn a_named_file_must_be_there() {
    let said = Place::new().fails(&["--config", "missing.toml", "check-config"], "");
    assert_eq!(
        said,
        "error: cannot read the configuration file missing.toml\n  caused by: No such file or directory (os error 2)\n"
    );
}

#[test]
fn wrong_settings_are_all_named_with_the_nearest_right_one() {
    let place = Place::new();
    let file = place.folder.path().join("servicedesk.toml");
    fs::write(&file, "[server]\nlisen = \"127.0.0.1:1\"\n\n[limit]\nlogin_burst = 3\n").expect("writes");
    let said = place.fails(&["check-config"], "");
    insta::assert_snapshot!(said, @r"
    error: the configuration is wrong
      servicedesk.toml:2: server.lisen: no such key; the nearest is server.listen
      servicedesk.toml:4: limit: no such section; the nearest is [limits]
    ");
    // Every command that needs settings says the same, and does nothing.
    for args in [&["serve"][..], &["agent", "add", "--email", "a@x.cn", "--name", "A", "--password-stdin"]] {
        assert_eq!(place.fails(args, "a kettle of spring water\n"), said);
        assert!(!place.data.exists());
    }
    // Flags may stand behind the command, too.
    fs::write(place.folder.path().join("right.toml"), "[server]\nworkers = 3\n").expect("writes");
    assert_eq!(place.done(&["check-config", "--config", "right.toml"]), "right.toml is right");
}

#[test]
fn believing_everybody_about_addresses_is_warned_of() {
    let place = Place::new();
    for (proxies, warned) in [
        (r#"["0.0.0.0/0"]"#, true),
        (r#"["10.0.0.0/8", "::/0"]"#, true),
        (r#"["10.0.0.0/8", "fd00::/8", "127.0.0.1"]"#, false),
    ] {
        let variable = ("SERVICEDESK_SERVER__TRUSTED_PROXIES", proxies);
        let ended = run(servicedesk(&place.data).arg("check-config").envs([variable]), "");
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert_eq!(
            ended.err.contains("warning: server.trusted_proxies has"),
            warned,
            "{proxies}: {}",
            ended.err
        );
    }
}

#[test]
fn the_environment_is_checked_as_well() {
    let place = Place::new();
    for (name, value, said) in [
        ("SERVICEDESK_SERVER__LISTENN", "x", "the nearest is server.listen"),
        ("SERVICEDESK_LOG__FILTER", "info,servicedesk=loud", "log.filter: "),
        ("SERVICEDESK_SERVER__WORKERS", "0", "0 is not between 1 and 64"),
    ] {
        let ended = run(servicedesk(&place.data).arg("check-config").env(name, value), "");
        assert_eq!(ended.code, Some(1));
        assert!(ended.err.contains(said), "{}", ended.err);
    }
}

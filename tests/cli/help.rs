//! What `--help` says, and what is wrong usage.

use crate::Place;
use crate::process::{run, servicedesk};

const COMMANDS: [&[&str]; 32] = [
    &[],
    &["serve"],
    &["init"],
    &["check-config"],
    &["agent"],
    &["agent", "add"],
    &["agent", "list"],
    &["agent", "passwd"],
    &["agent", "disable"],
    &["token"],
    &["token", "create"],
    &["token", "list"],
    &["token", "revoke"],
    &["widget"],
    &["widget", "list"],
    &["widget", "secret"],
    &["seat"],
    &["seat", "status"],
    &["backup"],
    &["restore"],
    &["seed"],
    &["search"],
    &["search", "rebuild"],
    &["faq"],
    &["faq", "test"],
    &["faq", "evaluate"],
    &["doctor"],
    &["completions"],
    &["man"],
    &["help", "serve"],
    &["help", "agent", "add"],
    &["help"],
];

#[test]
fn every_command_explains_itself() {
    let place = Place::new();
    let mut pages = String::new();
    for command in COMMANDS {
        let mut args = command.to_vec();
        if command.first() != Some(&"help") {
            args.push("--help");
        }
        let help = place.done(&args);
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{command:?}: a long line\n{help}");
        if command.first() != Some(&"help") {
            pages = format!("{pages}=== servicedesk {}\n{help}\n\n", args.join(" "));
        }
    }
    insta::assert_snapshot!("help", pages);
}

#[test]
fn the_version_is_told() {
    assert_eq!(Place::new().done(&["--version"]), format!("servicedesk {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn shells_are_told_the_commands() {
    let place = Place::new();
    for (shell, sign) in [
        ("bash", "complete -F _servicedesk"),
        ("zsh", "#compdef servicedesk"),
        ("fish", "complete -c servicedesk"),
        ("elvish", "edit:completion:arg-completer[servicedesk]"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let script = place.done(&["completions", shell]);
        for part in [sign, "check-config", "listen", "passwd"] {
            assert!(script.contains(part), "{shell}: no {part}\n{script}");
        }
    }
    assert!(!place.data.exists());
}

#[test]
fn there_is_a_manual_page_of_every_command() {
    let place = Place::new();
    for command in COMMANDS.iter().filter(|command| command.first() != Some(&"help")) {
        let page = place.done(&[&["man"], *command].concat());
        let name = [&["servicedesk"], *command].concat().join("-");
        assert!(page.contains(&format!(".TH {name} 1")), "{command:?}\n{page}");
        assert!(
            page.contains(".SH SYNOPSIS") && page.contains(".SH \"GENERAL OPTIONS\""),
            "{command:?}\n{page}"
        );
    }
    let said = place.fails(&["man", "agent", "bogus"], "");
    assert!(said.contains("there is no command \"agent bogus\""), "{said}");
    assert!(!place.data.exists());
}

#[test]
fn wrong_usage_ends_with_2_and_touches_nothing() {
    let place = Place::new();
    for args in [
        &["bogus"][..],
        &["--bogus"],
        &["serve", "--listen", "here"],
        &["agent"],
        &["agent", "add", "--email", "a@x.cn", "--name", "A"],
        &["agent", "add", "--name", "A", "--password-stdin"],
        &["agent", "add", "--email", "a@x.cn", "--name", "A", "--role", "boss", "--password-stdin"],
        &["agent", "passwd", "--email", "a@x.cn"],
        &["agent", "disable"],
        &["token", "create", "--agent", "a@x.cn"],
        &["token", "revoke"],
        &["widget", "secret"],
        &["seat"],
        &["backup"],
        &["backup", "a", "b"],
        &["restore"],
        &["seed"],
        &["seed", "--messages", "3"],
        &["seed", "--remove", "--conversations", "3"],
        &["search"],
        &["search", "rebuild", "now"],
        &["doctor", "all"],
        &["completions"],
        &["completions", "dos"],
    ] {
        let ended = run(servicedesk(&place.data).args(args), "a kettle of spring water\n");
        assert_eq!(ended.code, Some(2), "{args:?}: {}", ended.err);
        let told = ended.err.contains("try '--help'") || ended.err.contains("Usage: ");
        assert!(ended.out.is_empty() && told, "{args:?}: {}", ended.err);
    }
    assert!(!place.data.exists());
}

#[test]
fn commands_on_a_folder_that_is_not_there_say_so() {
    let place = Place::new();
    for args in [
        &["agent", "list"][..],
        &["agent", "disable", "--email", "a@x.cn"],
        &["token", "list"],
        &["widget", "list"],
        &["seat", "status"],
        &["backup", "copy"],
        &["seed", "--remove"],
        &["search", "rebuild"],
    ] {
        let said = place.fails(args, "");
        assert!(said.contains("there is no data folder") && said.contains("--data"), "{args:?}: {said}");
        assert!(!place.data.exists(), "{args:?} made it");
    }
}

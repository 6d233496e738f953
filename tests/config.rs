//! The configuration through its public door: every line of the example file, the order of the sources, and what is said
//! about wrong keys.

use std::collections::BTreeSet;
use std::path::Path;

use servicedesk::config::{Config, ConfigError, EXAMPLE, units::TimeSpan};
use toml::{Table, Value};

/// Loads a text and variables; what came out, or the sentences about what is wrong.
fn load(text: &str, variables: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::from_text(text, Path::new("servicedesk.toml"), variables)
        .map_err(|error| error.problems().iter().map(ToString::to_string).collect())
}

fn table(config: &Config) -> Table {
    Table::try_from(config).expect("a configuration is plain TOML")
}

/// The keys of the example file with the text behind `=`, as (section, key, value).
fn example_keys() -> Vec<(String, String, String)> {
    let mut section = String::new();
    let mut keys = Vec::new();
    for line in EXAMPLE.lines() {
        if let Some(name) = line.strip_prefix('[') {
            name.trim_end_matches(']').clone_into(&mut section);
        } else if let Some(setting) =
            line.strip_prefix('#').filter(|rest| !rest.is_empty() && !rest.starts_with(' '))
        {
            let (key, value) = setting.split_once(" = ").expect(line);
            keys.push((section.clone(), key.to_owned(), value.to_owned()));
        } else {
            assert!(line.is_empty() || line.starts_with('#'), "neither comment, section nor key: {line}");
        }
    }
    keys
}

#[test]
fn the_example_holds_every_key_with_its_default() {
    assert_eq!(load(EXAMPLE, &[]), Ok(Config::default()), "untouched, the example changes nothing");
    let defaults = table(&Config::default());
    let mut expected: Vec<String> = Vec::new();
    for (section, keys) in &defaults {
        expected.extend(keys.as_table().into_iter().flatten().map(|(key, _)| format!("{section}.{key}")));
    }
    let mut written: Vec<String> =
        example_keys().iter().map(|(section, key, _)| format!("{section}.{key}")).collect();
    written.sort();
    expected.sort();
    assert_eq!(written, expected);

    let uncommented: Vec<String> = example_keys().iter().map(|(s, k, v)| format!("{s}.{k} = {v}")).collect();
    assert_eq!(load(&uncommented.join("\n"), &[]), Ok(Config::default()), "each value is the default");
}

#[test]
fn each_key_of_the_example_has_words_above_it() {
    let lines: Vec<&str> = EXAMPLE.lines().collect();
    for pair in lines.windows(2) {
        let is_key = pair[1].starts_with('#') && pair[1].len() > 1 && !pair[1].starts_with("# ");
        assert!(!is_key || pair[0].starts_with("# "), "no word about {}", pair[1]);
    }
    let longest = lines.iter().map(|line| line.chars().count()).max();
    assert!(longest <= Some(120), "a line of {longest:?} characters");
}

#[test]
fn each_key_can_come_from_the_environment() {
    for (section, key, value) in example_keys() {
        let name = format!("SERVICEDESK_{}__{}", section.to_uppercase(), key.to_uppercase());
        let bare = value.trim_matches('"');
        assert_eq!(load("", &[(&name, bare)]), Ok(Config::default()), "{name}={bare}");
        let wrong = load("", &[(&name, "[{}]")]);
        assert!(wrong.is_err() || key == "filter", "{name} takes anything");
    }
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_default() {
    let file = "[server]\nworkers = 3\n[im]\nping_after = \"20s\"\ntext_chars = 5000\n";
    let variables = [
        ("SERVICEDESK_SERVER__WORKERS", "5"),
        ("SERVICEDESK_SERVER__TRUSTED_PROXIES", "[\"10.0.0.0/8\"]"),
        ("SERVICEDESK_LOG__FORMAT", "json"),
        ("SERVICEDESK_STATIC_DIR", "not a setting"),
        ("PATH", "/bin"),
    ];
    let config = load(file, &variables).expect("a good configuration");
    assert_eq!(config.server.workers, 5);
    assert_eq!(config.im.ping_after, TimeSpan::from_secs(20));
    assert_eq!(config.im.text_chars, 5000);
    assert_eq!(config.im.frame_bytes, Config::default().im.frame_bytes);
    assert!(config.server.trusted_proxies[0].contains([10, 1, 2, 3].into()));
    assert!(!config.server.trusted_proxies[0].contains([127, 0, 0, 1].into()));
}

#[test]
fn wrong_keys_are_all_named_with_place_and_nearest_name() {
    let file = "workers = 3\n\n[serverr]\nlisten = \"x\"\n\n[server]\nlisen = \"127.0.0.1:1\"\nworkers = 0\n\
                max_body = 20\ntext_chars = 9\n\n[im]\nreplay_age = \"7 weeks\"\ndead_after = \"20s\"\n\n[limits]\nlogin_burst = -1\n";
    let variables = [("SERVICEDESK_SERVER__PUBLIC_URLS", "x"), ("SERVICEDESK_LOGS__FORMAT", "json")];
    let problems = load(file, &variables).expect_err("wrong");
    insta::assert_snapshot!(problems.join("\n"), @r#"
    servicedesk.toml:1: workers: no such section; the nearest is server.workers
    servicedesk.toml:3: serverr: no such section; the nearest is [server]
    servicedesk.toml:7: server.lisen: no such key; the nearest is server.listen
    servicedesk.toml:8: server.workers: 0 is not between 1 and 64
    servicedesk.toml:9: server.max_body: invalid type: integer `20`, expected a size such as "512 B", "256 KiB" or "20 MiB"
    servicedesk.toml:10: server.text_chars: no such key; the nearest is im.text_chars
    servicedesk.toml:13: im.replay_age: "7 weeks" is not a duration such as "30s", "5m", "24h" or "7d"
    servicedesk.toml:14: im.dead_after: 20s must be more than im.ping_after_hidden (50s)
    servicedesk.toml:14: im.dead_after: 20s must be more than im.ping_after (25s)
    servicedesk.toml:17: limits.login_burst: invalid value: integer `-1`, expected a whole number, not below 0
    SERVICEDESK_LOGS__FORMAT: logs.format: no such section; the nearest is log.format
    SERVICEDESK_SERVER__PUBLIC_URLS: server.public_urls: no such key; the nearest is server.public_url
    "#);
}

#[test]
fn what_is_not_toml_is_told_with_its_line() {
    let problems = load("[server]\nlisten = \n", &[]).expect_err("wrong");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("servicedesk.toml:2: not TOML: "), "{problems:?}");
}

#[test]
fn a_named_file_must_exist_and_the_default_one_need_not() {
    let missing = Path::new("no/such/file.toml");
    let error = Config::load(Some(missing), []).expect_err("missing");
    assert!(matches!(error, ConfigError::Unreadable { .. }));
    assert_eq!(error.to_string(), "cannot read the configuration file no/such/file.toml");
    assert_eq!(Config::load(None, []).ok(), Some(Config::default()), "no servicedesk.toml lies here");
}

#[test]
fn defaults_keep_their_own_rules() {
    let all = table(&Config::default());
    assert!(all.iter().all(|(_, keys)| matches!(keys, Value::Table(_))));
    assert!(load(&all.to_string(), &[]).is_ok());
}

/// All of the desk's sources but the configuration's own.
fn readers_of_settings(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("src/config") {
            readers_of_settings(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(&path).expect("sources are UTF-8"));
        }
    }
}

#[test]
fn each_key_is_read_by_the_desk() {
    let mut sources = String::new();
    readers_of_settings(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let words: BTreeSet<&str> =
        sources.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').collect();
    let read = |key: &str| words.iter().any(|word| word.split('.').skip(1).any(|part| part == key));
    let idle: Vec<String> =
        example_keys().into_iter().map(|(_, key, _)| key).filter(|key| !read(key)).collect();
    assert!(idle.is_empty(), "settings without effect: {idle:?}");
}

/// The table of bounds in the documentation: each door with what is written about it.
fn bounds() -> Vec<(String, String)> {
    let text = include_str!("../docs/operations.md");
    let (_, section) = text.split_once("### Bounds\n").expect("a section");
    let rows = section.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = rows.take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let (door, rest) = row.trim_matches('|').split_once('|').expect("columns");
        (door.trim().to_owned(), rest.to_owned())
    })
    .collect()
}

/// The settings that a text names as `` `section.key` (value) ``, and those without a value.
fn settings_named(text: &str) -> Vec<(String, Option<String>)> {
    let parts: Vec<&str> = text.split('`').collect();
    let names = parts.iter().zip(parts.iter().skip(1).chain([&""])).skip(1).step_by(2);
    names
        .map(|(name, behind)| {
            let value = behind.strip_prefix(" (").and_then(|rest| rest.split_once(')'));
            ((*name).to_owned(), value.map(|(value, _)| value.to_owned()))
        })
        .collect()
}

#[test]
fn the_table_of_bounds_tells_the_defaults() {
    let known = example_keys();
    let bounds = bounds();
    let mut told = BTreeSet::new();
    for (door, text) in &bounds {
        for (name, value) in settings_named(text) {
            let Some((section, key)) = name.split_once('.').filter(|_| !name.starts_with('/')) else {
                continue;
            };
            assert!(known.iter().any(|(s, k, _)| s == section && k == key), "{door}: there is no {name}");
            if let Some(value) = value {
                let plain = value.chars().all(|c| c.is_ascii_digit());
                let value = if plain { value } else { format!("\"{value}\"") };
                let line = format!("[{section}]\n{key} = {value}");
                assert_eq!(load(&line, &[]), Ok(Config::default()), "{door}: {name} is another one");
                told.insert(name);
            }
        }
    }
    let elsewhere = ["limits.idempotency_kept", "limits.page_items_max"];
    for (section, key, _) in &known {
        let name = format!("{section}.{key}");
        let is_bound = matches!(section.as_str(), "limits" | "files") && !elsewhere.contains(&name.as_str());
        assert!(!is_bound || told.contains(&name), "the table does not tell {name}");
    }
    for door in [
        "pages, API",
        "sign-in",
        "visitor session",
        "socket",
        "events by HTTP, long poll",
        "files",
        "widget's calls",
        "previews",
        "control socket",
    ] {
        assert!(bounds.iter().any(|(name, _)| name.starts_with(door)), "no line about {door}");
    }
}

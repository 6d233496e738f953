//! Imports run down: a room knows the rooms below its own, never one beside or above it, and no two files need each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::scan::{Named, paths};
use crate::tree::files;

/// The rooms by layer, the top first; the same table stands in `ARCHITECTURE.md`.
const LAYERS: [(u8, &[&str]); 10] = [
    (9, &["main", "cli"]),
    (8, &["app"]),
    (7, &["web", "workers", "control"]),
    (6, &["im", "followers"]),
    (5, &["flows", "channels"]),
    (4, &["domain"]),
    (3, &["storage", "filters", "link_preview", "thumbnail", "matcher"]),
    (2, &["events", "telemetry", "i18n", "tls"]),
    (1, &["ids", "outgoing"]),
    (0, &["clock", "entropy", "fault", "text", "config"]),
];

/// A module as its segments: `["web", "api", "contacts"]`; the crate itself is empty.
type Module = Vec<String>;

/// The paths that each module names.
type Sources = BTreeMap<Module, Vec<Named>>;

/// All modules that are files, each with the modules it uses.
struct House {
    uses: BTreeMap<Module, BTreeSet<Module>>,
}

impl House {
    fn read() -> Self {
        let sources = files("src", &["rs"]);
        Self::of(&sources.iter().map(|file| (module_of(&file.path), paths(&file.text))).collect())
    }

    fn of(named: &Sources) -> Self {
        let handed_on = handed_on(named);
        let mut uses: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
        for (module, paths) in named {
            let targets = uses.entry(module.clone()).or_default();
            for path in paths.iter().filter(|path| !path.handed_on) {
                targets.extend(resolve(module, path, named).map(|path| home(&path, named, &handed_on)));
            }
            targets.remove(module);
        }
        Self { uses }
    }

    /// Every import that the table forbids.
    fn wrong_ways(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (module, used) in &self.uses {
            for target in used.iter().filter(|target| !target.is_empty()) {
                if let Some(why) = forbidden(module, target) {
                    wrong.push(format!("{} imports {}: {why}", module.join("::"), target.join("::")));
                }
            }
        }
        wrong
    }

    /// Files that need each other, directly or in a ring. What a folder's `mod.rs` declares belongs to all of its folder,
    /// so a file's use of the module it lies in does not count.
    fn cycles(&self) -> Vec<String> {
        let below = |module: &Module| -> BTreeSet<&Module> {
            self.uses.get(module).into_iter().flatten().filter(|used| !module.starts_with(used)).collect()
        };
        let mut rings = BTreeSet::new();
        for start in self.uses.keys() {
            let mut reached: BTreeMap<&Module, &Module> = BTreeMap::new();
            let mut next: Vec<(&Module, &Module)> =
                below(start).into_iter().map(|used| (used, start)).collect();
            while let Some((module, from)) = next.pop() {
                if reached.insert(module, from).is_none() && module != start {
                    next.extend(
                        below(module)
                            .into_iter()
                            .filter(|m| !reached.contains_key(m))
                            .map(|used| (used, module)),
                    );
                }
            }
            if let Some(mut at) = reached.get(start).copied() {
                let mut ring = vec![start.join("::")];
                while at != start {
                    ring.push(at.join("::"));
                    at = reached[at];
                }
                ring.sort();
                rings.insert(ring.join(" <-> "));
            }
        }
        rings.into_iter().collect()
    }
}

fn module_of(path: &str) -> Module {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Module = path.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib")) {
        module.pop();
    }
    module
}

/// What each module hands on from a module below it: (module, name) → path.
fn handed_on(named: &Sources) -> BTreeMap<(Module, String), Vec<String>> {
    let mut found = BTreeMap::new();
    for (module, paths) in named {
        for path in paths.iter().filter(|path| path.handed_on && path.inside == 0) {
            if let (Some(full), Some(name)) = (resolve(module, path, named), path.segments.last()) {
                found.insert((module.clone(), name.clone()), full);
            }
        }
    }
    found
}

/// A path from the crate's root, if it points into the crate.
fn resolve(module: &Module, path: &Named, named: &Sources) -> Option<Vec<String>> {
    let mut base = module.clone();
    base.extend(std::iter::repeat_n("<inline>".to_owned(), path.inside));
    let mut rest = path.segments.as_slice();
    match rest[0].as_str() {
        "crate" | "servicedesk" => {
            base.clear();
            rest = &rest[1..];
        }
        "self" => rest = &rest[1..],
        "super" => {
            while rest.first().is_some_and(|segment| segment == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        first => {
            base.push(first.to_owned());
            let known = path.inside == 0 && named.contains_key(&base);
            base.pop();
            if !known {
                return None;
            }
        }
    }
    base.retain(|segment| segment != "<inline>");
    base.extend(rest.iter().cloned());
    Some(base)
}

/// The file in which the thing of this path is written, behind what `mod.rs` files hand on.
fn home(path: &[String], named: &Sources, handed_on: &BTreeMap<(Module, String), Vec<String>>) -> Module {
    let mut path = path.to_vec();
    for _ in 0..4 {
        let length = (0..=path.len()).rev().find(|length| named.contains_key(&path[..*length])).unwrap_or(0);
        let module = path[..length].to_vec();
        let next = path.get(length).and_then(|name| handed_on.get(&(module.clone(), name.clone())));
        match next {
            Some(full) => path.clone_from(full),
            None => return module,
        }
    }
    path
}

fn layer(module: &Module) -> Option<u8> {
    let room = module.first().map_or("lib", String::as_str);
    LAYERS.iter().find(|(_, rooms)| rooms.contains(&room)).map(|(layer, _)| *layer)
}

/// Why one module may not import another, if so.
fn forbidden(module: &Module, target: &Module) -> Option<&'static str> {
    let same_room = module.first() == target.first();
    if same_room && module.first().is_some_and(|room| room == "domain") {
        let apart = module.len() > 1 && target.len() > 1 && module[1] != target[1];
        return apart.then_some("nouns do not import one another; let a flow hand over plain values");
    }
    match (layer(module), layer(target)) {
        _ if same_room => None,
        (Some(9), Some(9)) => None,
        (Some(from), Some(to)) if from > to => None,
        (Some(from), Some(to)) if from == to => Some("both are in the same layer"),
        (Some(_), Some(_)) => Some("it lies above"),
        _ => Some("a room without a layer"),
    }
}

#[test]
fn imports_run_down_the_layers() {
    let wrong = House::read().wrong_ways();
    assert!(wrong.is_empty(), "against the layers of ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn each_room_has_a_layer() {
    let house = House::read();
    let homeless: BTreeSet<&String> = house
        .uses
        .keys()
        .filter(|module| layer(module).is_none())
        .filter_map(|module| module.first())
        .collect();
    assert!(homeless.is_empty(), "give them a layer, here and in ARCHITECTURE.md: {homeless:?}");
}

#[test]
fn no_two_files_need_each_other() {
    let cycles = House::read().cycles();
    assert!(cycles.is_empty(), "{} rings of imports:\n{}", cycles.len(), cycles.join("\n"));
}

/// A house of made-up sources.
fn house(sources: &[(&str, &str)]) -> House {
    House::of(&sources.iter().map(|(path, text)| (module_of(path), paths(text))).collect())
}

#[test]
fn wrong_ways_are_found() {
    let house = house(&[
        ("src/lib.rs", "pub mod storage;"),
        ("src/storage/mod.rs", "mod writer; pub use writer::Writer; use crate::web::Thing;"),
        ("src/storage/writer.rs", "use crate::{clock, events::Event}; use super::Limits;"),
        ("src/web/mod.rs", "fn f() { crate::storage::Writer::new(); crate::workers::run() }"),
        ("src/workers/mod.rs", ""),
        ("src/clock.rs", ""),
        ("src/events.rs", "mod tests { use super::*; }"),
        ("src/domain/contacts/mod.rs", "use super::conversations::Row; use super::super::storage;"),
        ("src/domain/conversations/mod.rs", ""),
    ]);
    let expected = [
        "domain::contacts imports domain::conversations: nouns do not import one another; let a flow hand over plain values",
        "storage imports web: it lies above",
        "web imports workers: both are in the same layer",
    ];
    assert_eq!(house.wrong_ways(), expected);
}

#[test]
fn rings_are_found_behind_what_is_handed_on() {
    let house = house(&[
        (
            "src/im/mod.rs",
            "mod hub; mod session; pub use hub::Hub; pub use session::Session; pub struct Limits;",
        ),
        ("src/im/hub.rs", "use super::{Limits, Session};"),
        ("src/im/session.rs", "use crate::im::Hub;"),
    ]);
    assert_eq!(house.cycles(), ["im::hub <-> im::session"]);
}

//! Reads the file and the environment into a [`Config`], and tells everything that is wrong with them at once.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use super::problem::Place;
use super::{Config, ConfigError, DEFAULT_FILE, Problem};

/// What a variable must start with to be a setting; section and key follow, parted by two underscores.
const VARIABLE_PREFIX: &str = "SERVICEDESK_";

/// The settings found so far, with the place of each; `problems` grows as keys are refused.
struct Overlay {
    defaults: Table,
    found: Table,
    places: BTreeMap<String, Place>,
    problems: Vec<Problem>,
}

impl Config {
    /// Reads the named file, or `servicedesk.toml` in the working directory where it exists, then the environment.
    ///
    /// A file that was named must exist. All wrong keys and values are reported together.
    pub fn load(
        path: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let file = path.map_or_else(|| PathBuf::from(DEFAULT_FILE), Path::to_path_buf);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if path.is_none() && error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(ConfigError::Unreadable { path: file, source }),
        };
        Self::from_text(&text, &file, environment)
    }

    /// Like [`Config::load`], with the text of the file already read; `file` is only named in messages.
    pub fn from_text(
        text: &str,
        file: &Path,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut overlay = Overlay::new();
        overlay.add_file(text, file);
        let mut variables: Vec<_> = environment.into_iter().collect();
        variables.sort();
        for (name, value) in &variables {
            overlay.add_variable(name, value);
        }
        overlay.finish()
    }
}

impl Overlay {
    fn new() -> Self {
        let defaults = Table::try_from(Config::default()).expect("the defaults are plain TOML tables");
        Self { defaults, found: Table::new(), places: BTreeMap::new(), problems: Vec::new() }
    }

    fn add_file(&mut self, text: &str, file: &Path) {
        let line =
            |at: usize| Place::Line(file.to_path_buf(), 1 + text[..at.min(text.len())].matches('\n').count());
        let (spans, values) = match (DeTable::parse(text), text.parse::<Table>()) {
            (Ok(spans), Ok(values)) => (spans, values),
            (Err(error), _) | (_, Err(error)) => {
                let place = line(error.span().map_or(0, |span| span.start));
                return self.refuse(
                    Some(place),
                    "",
                    format!("not TOML: {}", error.message().replace('\n', ", ")),
                );
            }
        };
        for (section, content) in spans.get_ref() {
            let section_place = line(section.span().start);
            let name = section.get_ref().as_ref();
            let (DeValue::Table(keys), Some(Value::Table(section_values))) =
                (content.get_ref(), values.get(name))
            else {
                self.refuse_unknown(section_place, name, None);
                continue;
            };
            if !self.defaults.contains_key(name) {
                self.refuse_unknown(section_place, name, None);
                continue;
            }
            for (key, value) in section_values {
                let at = keys.iter().find(|(spanned, _)| spanned.get_ref() == key);
                let place = line(at.map_or(section.span().start, |(spanned, _)| spanned.span().start));
                self.set(place, name, key, value.clone());
            }
        }
    }

    /// Takes `SERVICEDESK_SECTION__KEY`; other variables with our prefix are not settings.
    fn add_variable(&mut self, name: &str, text: &str) {
        let Some((section, key)) = name.strip_prefix(VARIABLE_PREFIX).and_then(|rest| rest.split_once("__"))
        else {
            return;
        };
        let (section, key) = (section.to_ascii_lowercase(), key.to_ascii_lowercase());
        let place = Place::Variable(name.to_owned());
        let as_text = self.default_of(&section, &key).is_none_or(Value::is_str);
        let Some(value) = (if as_text { Some(Value::String(text.to_owned())) } else { bare_value(text) })
        else {
            let what = format!("\"{text}\" cannot be read; write it as in the file");
            return self.refuse(Some(place), &format!("{section}.{key}"), what);
        };
        if self.defaults.contains_key(&section) {
            self.set(place, &section, &key, value);
        } else {
            self.refuse_unknown(place, &section, Some(&key));
        }
    }

    /// Takes a value over if the key exists and the value alone makes sense.
    fn set(&mut self, place: Place, section: &str, key: &str, value: Value) {
        if self.default_of(section, key).is_none() {
            return self.refuse_unknown(place, section, Some(key));
        }
        let of_section = Table::from_iter([(key.to_owned(), value.clone())]);
        let alone = Table::from_iter([(section.to_owned(), Value::Table(of_section))]);
        let full_key = format!("{section}.{key}");
        if let Err(error) = alone.try_into::<Config>() {
            return self.refuse(Some(place), &full_key, in_words(error.message()));
        }
        self.places.insert(full_key, place);
        let target = self.found.entry(section).or_insert_with(|| Value::Table(Table::new()));
        if let Value::Table(target) = target {
            target.insert(key.to_owned(), value);
        }
    }

    fn finish(mut self) -> Result<Config, ConfigError> {
        let config = match std::mem::take(&mut self.found).try_into::<Config>() {
            Ok(config) => config,
            Err(error) => {
                self.refuse(None, "", error.message().to_owned());
                Config::default()
            }
        };
        for (key, what) in config.broken_rules() {
            self.refuse(self.places.get(key).cloned(), key, what);
        }
        self.problems.sort_by(|a, b| a.place.cmp(&b.place));
        if self.problems.is_empty() { Ok(config) } else { Err(ConfigError::Wrong(self.problems)) }
    }

    fn default_of(&self, section: &str, key: &str) -> Option<&Value> {
        self.defaults.get(section)?.get(key)
    }

    fn refuse(&mut self, place: Option<Place>, key: &str, what: String) {
        self.problems.push(Problem { place, key: key.to_owned(), what });
    }

    /// Refuses a name that no section or key has, naming the one that is nearest to it.
    fn refuse_unknown(&mut self, place: Place, section: &str, key: Option<&str>) {
        let full = key.map_or_else(|| section.to_owned(), |key| format!("{section}.{key}"));
        let near = nearest(section, self.defaults.keys().map(String::as_str));
        let what = match (key, self.defaults.contains_key(section)) {
            (Some(key), true) => format!("no such key; the nearest is {}", self.nearest_key(section, key)),
            (Some(key), false) => format!("no such section; the nearest is {}", self.nearest_key(near, key)),
            (None, true) => "is a section; write its keys below a line with its name in brackets".to_owned(),
            (None, false) => {
                let near = self.key_elsewhere(section).unwrap_or_else(|| format!("[{near}]"));
                format!("no such section; the nearest is {near}")
            }
        };
        self.refuse(Some(place), &full, what);
    }

    /// The key most like the one written: of the same name in another section, else the most similar in this one.
    fn nearest_key(&self, section: &str, key: &str) -> String {
        self.key_elsewhere(key).unwrap_or_else(|| {
            let keys = self.defaults.get(section).and_then(Value::as_table).into_iter().flat_map(Table::keys);
            format!("{section}.{}", nearest(key, keys.map(String::as_str)))
        })
    }

    /// `section.key` of the first section that has a key of exactly this name.
    fn key_elsewhere(&self, key: &str) -> Option<String> {
        let home = self.defaults.iter().find(|(_, keys)| keys.get(key).is_some());
        home.map(|(section, _)| format!("{section}.{key}"))
    }
}

/// The parser's message without the names of Rust's types.
fn in_words(message: &str) -> String {
    ["usize", "u32"].iter().fold(message.to_owned(), |text, kind| {
        text.replace(&format!("expected {kind}"), "expected a whole number, not below 0")
    })
}

/// A number, a truth value or a list, as it would stand behind `=` in the file.
fn bare_value(text: &str) -> Option<Value> {
    format!("value = {text}").parse::<Table>().ok().and_then(|mut table| table.remove("value"))
}

/// The candidate most similar to the name; candidates are never empty.
fn nearest<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> &'c str {
    let likeness = |candidate: &str| strsim::jaro_winkler(&name.to_lowercase(), candidate);
    candidates.max_by(|a, b| likeness(a).total_cmp(&likeness(b))).unwrap_or_default()
}

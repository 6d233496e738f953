//! The catalogues of texts, one JSON file per locale and area, embedded in the executable and parsed once.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use rust_embed::RustEmbed;

use super::Locale;

/// The files `<locale>/<area>.json`: flat objects from name to text, gathered by the build script.
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/i18n/"]
struct Files;

/// Every text of one locale; where a text is missing, the English one stands in.
pub(super) struct Catalogue {
    texts: HashMap<String, String>,
    areas: BTreeMap<String, String>,
}

impl Catalogue {
    /// The catalogue of a locale.
    pub(super) fn of(locale: Locale) -> &'static Self {
        static ZH_CN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::build(&[Locale::En, Locale::ZhCn]));
        static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::build(&[Locale::En]));
        match locale {
            Locale::ZhCn => &ZH_CN,
            Locale::En => &EN,
        }
    }

    /// The text of `area.name`.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The texts of an area as a JSON object from name to text.
    pub(super) fn json(&self, area: &str) -> Option<&str> {
        self.areas.get(area).map(String::as_str)
    }

    /// Lays the locales over one another, the last on top.
    fn build(locales: &[Locale]) -> Self {
        let mut areas: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for locale in locales {
            for (area, texts) in read(*locale) {
                areas.entry(area).or_default().extend(texts);
            }
        }
        let texts = areas
            .iter()
            .flat_map(|(area, texts)| {
                texts.iter().map(move |(name, text)| (format!("{area}.{name}"), text.clone()))
            })
            .collect();
        // Chinese has one form for all numbers (CLDR): pages need not carry another.
        let has_one = locales.last() != Some(&Locale::ZhCn);
        let as_json = |mut texts: BTreeMap<String, String>| {
            texts.retain(|name, _| has_one || name.rsplit_once('.').is_none_or(|(_, form)| form != "one"));
            serde_json::to_string(&texts).expect("a map of strings is JSON")
        };
        Self { texts, areas: areas.into_iter().map(|(area, texts)| (area, as_json(texts))).collect() }
    }
}

/// Area → name → text of one locale, as its files say.
pub(super) fn read(locale: Locale) -> BTreeMap<String, BTreeMap<String, String>> {
    #[cfg(debug_assertions)]
    if let Some(folder) = working_folder() {
        return read_from(&folder.join(locale.tag()));
    }
    let mut areas = BTreeMap::new();
    for path in Files::iter() {
        let Some(area) = path.strip_prefix(locale.tag()).and_then(|rest| rest.strip_prefix('/')) else {
            continue;
        };
        let Some((area, file)) = area.strip_suffix(".json").zip(Files::get(&path)) else { continue };
        let texts =
            serde_json::from_slice(&file.data).expect("the catalogues are flat JSON objects of texts");
        areas.insert(area.to_owned(), texts);
    }
    areas
}

/// While texts are worked on, a debug build reads them from the sources beside `SERVICEDESK_STATIC_DIR` at each start.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "for working on texts; no part of the desk's settings")]
fn working_folder() -> Option<std::path::PathBuf> {
    std::env::var_os("SERVICEDESK_STATIC_DIR")
        .map(|folder| std::path::PathBuf::from(folder).join("../src/i18n"))
        .filter(|folder| folder.is_dir())
}

#[cfg(debug_assertions)]
fn read_from(folder: &std::path::Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|file| {
            let path = file.path();
            let area = path.file_stem()?.to_str()?.to_owned();
            let texts = serde_json::from_slice(&std::fs::read(&path).ok()?).ok()?;
            Some((area, texts))
        })
        .collect()
}

//! What every help page has around it.

use actix_web::HttpRequest;
use rusqlite::Connection;

use super::place;
use crate::clock::Timestamp;
use crate::domain::calendars;
use crate::domain::faq::help::{self, Help};
use crate::domain::shop::{self, Shop};
use crate::fault::Fault;
use crate::i18n::{Locale, Texts};
use crate::web::{assets, locale, origin};

/// The pages' settings, and whose they are.
pub(super) struct Ground {
    help: Help,
    pub(super) shop: Shop,
}

impl Ground {
    /// None while the pages are off.
    pub(super) fn read(conn: &Connection) -> Result<Option<Self>, Fault> {
        let help = help::read(conn)?;
        if !help.enabled {
            return Ok(None);
        }
        Ok(Some(Self { help, shop: shop::store::shop(conn)? }))
    }

    fn title(&self, locale: Locale) -> String {
        let own =
            self.help.title.as_ref().map(|title| title.nearest(locale)).filter(|title| !title.is_empty());
        own.unwrap_or(&self.shop.name).to_owned()
    }

    /// A day as the shop's calendar has it, in words.
    pub(super) fn day(&self, at: Timestamp, locale: Locale) -> String {
        let zone = calendars::zone(&self.shop.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let there = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(zone);
        let form = match locale {
            Locale::ZhCn => "%Y年%-m月%-d日",
            Locale::En => "%-d %B %Y",
        };
        there.strftime(form).to_string()
    }
}

/// A page in another language.
pub(super) struct Other {
    pub(super) tag: &'static str,
    pub(super) name: &'static str,
    pub(super) href: String,
}

/// What stands around a page.
pub(super) struct Sheet {
    pub(super) t: Texts,
    pub(super) assets: &'static str,
    /// What the pages are called; empty while they are off.
    pub(super) title: String,
    pub(super) canonical: String,
    /// The page in each language, with what the languages are called to machines.
    pub(super) alternates: Vec<(&'static str, String)>,
    pub(super) home_href: String,
    pub(super) search_href: String,
    pub(super) ask_href: String,
    pub(super) other: Option<Other>,
    /// Whether "ask a person" stands below.
    pub(super) asks: bool,
}

/// The other language.
pub(super) const fn other(locale: Locale) -> Locale {
    match locale {
        Locale::ZhCn => Locale::En,
        Locale::En => Locale::ZhCn,
    }
}

impl Sheet {
    /// Around a page that stands at `paths`, one in each language that it speaks.
    pub(super) fn new(
        request: &HttpRequest,
        ground: Option<&Ground>,
        locale: Locale,
        paths: &[(Locale, String)],
    ) -> Self {
        let origin = origin::own_origin(request);
        let home_href = place::home(locale);
        let own = |wanted: Locale| paths.iter().find(|(spoken, _)| *spoken == wanted).map(|(_, path)| path);
        let there = other(locale);
        let name = match there {
            Locale::ZhCn => "简体中文",
            Locale::En => "English",
        };
        let href = own(there).cloned().unwrap_or_else(|| place::home(there));
        let whole = |path: &String| format!("{origin}{path}");
        Self {
            t: Texts::new(locale),
            assets: assets::prefix(),
            title: ground.map(|ground| ground.title(locale)).unwrap_or_default(),
            canonical: own(locale).map(whole).unwrap_or_default(),
            alternates: paths.iter().map(|(spoken, path)| (spoken.tag(), whole(path))).collect(),
            search_href: format!("{home_href}/search"),
            ask_href: format!("{home_href}/ask"),
            home_href,
            other: ground.map(|_| Other { tag: there.tag(), name, href }),
            asks: ground.is_some(),
        }
    }
}

/// The language that an address names: as we write it, in another spelling, or none of ours.
pub(super) enum Spoken {
    Here(Locale),
    Elsewhere(Locale),
    Unknown,
}

pub(super) fn spoken(tag: &str) -> Spoken {
    match Locale::parse(tag) {
        Some(locale) if locale.tag() == tag => Spoken::Here(locale),
        Some(locale) => Spoken::Elsewhere(locale),
        None => Spoken::Unknown,
    }
}

/// The reader's language, where no address names it.
pub(super) fn readers(request: &HttpRequest, shop: &str) -> Locale {
    locale::visitors(request, None, shop)
}

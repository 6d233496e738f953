//! The words that each page of the workbench brings, in each language: made of the catalogues once, sent under an address that
//! changes with them.

use std::fmt::Write as _;
use std::sync::OnceLock;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::pages::{CONVERSATIONS, LATER, OF_CONVERSATIONS, PAGES, Page, Place, SHELL};
use crate::domain::access::rights::Right;
use crate::fault::Fault;
use crate::i18n::{Locale, Texts};
use crate::web::error::Reply;
use crate::web::page::Kept;

/// The name under which the shell's words are kept.
const SHELL_NAME: &str = "shell";

/// Words of one page in one language, ready to be sent, under an address that changes with them.
struct Words {
    page: &'static str,
    address: String,
    body: Kept,
}

/// The words of every page in one language. Made of the catalogues alone, and once.
fn words(locale: Locale) -> Result<&'static [Words], Fault> {
    static ALL: [OnceLock<Vec<Words>>; Locale::ALL.len()] = [const { OnceLock::new() }; Locale::ALL.len()];
    let place = Locale::ALL.iter().position(|one| *one == locale).unwrap_or_default();
    if let Some(made) = ALL[place].get() {
        return Ok(made);
    }
    let texts = Texts::new(locale);
    let mut made = Vec::with_capacity(PAGES.len() + LATER.len() + 1);
    for (name, words) in PAGES.iter().map(|page| (page.name, page.words)).chain(LATER.iter().copied()) {
        made.push(Words::new(texts, name, &json!({ "words": areas(texts, words)? }))?);
    }
    let address =
        |words: &Words, page: &Page| if page.words.is_empty() { "" } else { &words.address }.to_owned();
    let rows: Vec<Value> =
        PAGES.iter().zip(&made).map(|(page, words)| row(page, &address(words, page))).collect();
    let later: serde_json::Map<String, Value> =
        made[PAGES.len()..].iter().map(|words| (words.page.to_owned(), json!(words.address))).collect();
    let shell = json!({ "words": areas(texts, SHELL)?, "pages": rows, "later": later });
    made.push(Words::new(texts, SHELL_NAME, &shell)?);
    Ok(ALL[place].get_or_init(|| made))
}

/// Areas by their names, each an object from name to text.
fn areas(texts: Texts, names: &[&str]) -> Result<Value, Fault> {
    let read = |name: &&str| {
        let area = name.split(':').next().unwrap_or_default();
        let mut words: serde_json::Map<String, Value> =
            serde_json::from_str(texts.json(area)).map_err(Fault::internal)?;
        if *name == CONVERSATIONS {
            words.retain(|key, _| OF_CONVERSATIONS.iter().any(|begin| key.starts_with(begin)));
        }
        Ok((area.to_owned(), Value::Object(words)))
    };
    names.iter().map(read).collect::<Result<serde_json::Map<_, _>, _>>().map(Value::Object)
}

/// What scripts know of a page.
fn row(page: &Page, words: &str) -> Value {
    let (place, group) = match page.place {
        Place::Rail => ("rail", ""),
        Place::Foot => ("foot", ""),
        Place::Settings(group) => ("settings", group),
    };
    json!({
        "name": page.name, "path": page.path, "inner": page.inner, "title": page.title, "find": page.find, "icon": page.icon,
        "place": place, "group": group, "right": page.right.map(Right::name), "words": words, "parts": page.parts,
    })
}

impl Words {
    fn new(texts: Texts, page: &'static str, content: &Value) -> Result<Self, Fault> {
        let text = content.to_string();
        let digits = Sha256::digest(&text)[..6].iter().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        Ok(Self {
            page,
            address: format!("/words/{digits}/{}/{page}", texts.lang()),
            body: Kept::dense(text)?,
        })
    }
}

/// The addresses of the shell's words and of a page's.
pub(super) fn words_of(locale: Locale, page: &Page) -> Result<Vec<&'static str>, Fault> {
    let all = words(locale)?;
    let address =
        |name: &str| all.iter().find(|words| words.page == name).map(|words| words.address.as_str());
    Ok([SHELL_NAME, page.name].into_iter().filter_map(address).collect())
}

/// `GET /words/{hash}/{locale}/{page}`: kept for ever under the hash of what is there, else asked for again each time.
pub(super) async fn send_words(request: HttpRequest, asked: Path<(String, String, String)>) -> Reply {
    let (hash, tag, page) = asked.into_inner();
    let locale = Locale::parse(&tag).ok_or_else(Fault::not_found)?;
    let found = words(locale)?.iter().find(|words| words.page == page).ok_or_else(Fault::not_found)?;
    let is_present = found.address == format!("/words/{hash}/{tag}/{page}");
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, "application/json")).insert_header((
        CACHE_CONTROL,
        if is_present { "public, max-age=31536000, immutable" } else { "no-cache" },
    ));
    Ok(found.body.answer(&request, answer, "Accept-Encoding"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_brings_of_the_inbox_what_conversations_need() {
        for locale in Locale::ALL {
            let some = areas(Texts::new(locale), &[CONVERSATIONS]).unwrap();
            let words = some["inbox"].as_object().unwrap();
            assert!(words.contains_key("key_reply") && !words.contains_key("demo_add"));
            for begin in OF_CONVERSATIONS {
                assert!(words.keys().any(|key| key.starts_with(begin)), "{begin}");
            }
        }
    }

    #[test]
    fn the_words_that_are_named_exist_and_no_page_repeats_the_shells() {
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            for page in PAGES {
                assert!(texts.find(page.title).is_some(), "{}", page.title);
                assert!(page.find.is_empty() || texts.find(page.find).is_some(), "{}", page.find);
                assert!(page.words.iter().all(|area| !SHELL.contains(area)), "{}", page.name);
            }
            assert!(LATER.iter().flat_map(|(_, areas)| *areas).all(|area| !SHELL.contains(area)));
            assert_eq!(words(locale).unwrap().len(), PAGES.len() + LATER.len() + 1);
        }
    }

    #[test]
    fn every_right_has_its_words() {
        for locale in Locale::ALL {
            for right in Right::ALL {
                let key = format!("settings_roles.right_{}", right.name());
                assert!(Texts::new(locale).find(&key).is_some(), "{key}");
            }
        }
    }
}

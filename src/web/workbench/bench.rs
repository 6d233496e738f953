//! The workbench: one document for every page, filled by scripts. The server says who is signed in, which page was asked for and
//! what of it can be fetched at once.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::go_to;
use super::page_words::words_of;
use super::pages::{PAGES, Page, Place};
use crate::domain::access::credentials::csrf;
use crate::domain::access::rights::Rights;
use crate::domain::access::store as agents;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::i18n::{Locale, Texts};
use crate::im::hub::Hub;
use crate::web::api::describe_me;
use crate::web::assets;
use crate::web::error::Reply;
use crate::web::identity::{Credential, CurrentAgent, signed_in};
use crate::web::origin::own_origin;
use crate::web::page::{page, workbench_policy};

#[derive(Template)]
#[template(path = "workbench/bench.html")]
struct Bench {
    t: Texts,
    assets: &'static str,
    csrf: String,
    theme: String,
    /// Escaped for an attribute in apostrophes: JSON is full of quotation marks, and this page is never compressed.
    me_json: String,
    /// The agent's preferences as they are stored, escaped as well.
    preferences: String,
    origin: String,
    title: &'static str,
    /// Files of the page beside the shell's: its room's, its own.
    styles: Vec<&'static str>,
    scripts: Vec<&'static str>,
    /// Addresses of the words of the shell and, where it has any, of the page.
    words: Vec<&'static str>,
}

/// A text as an attribute's value between apostrophes.
fn in_apostrophes(text: &str) -> String {
    text.replace('&', "&amp;").replace('\'', "&#39;").replace('<', "&lt;")
}

/// The page that an address names, for somebody of these rights; of the settings as such, the first that is allowed.
fn asked(path: &str, rights: Rights) -> Option<&'static Page> {
    let is_there = |page: &&Page| {
        path == page.path
            || page.inner && path.strip_prefix(page.path).is_some_and(|rest| rest.starts_with('/'))
    };
    let allowed = |page: &&Page| page.right.is_none_or(|right| rights.hold(right));
    let found = PAGES.iter().find(is_there).filter(allowed)?;
    if found.name != "settings" {
        return Some(found);
    }
    PAGES.iter().filter(|page| matches!(page.place, Place::Settings(_))).find(allowed)
}

/// What a page needs beside the shell: what its room shares with others, its room's, its own, and what is seen first of it.
fn files(page: &Page, room: &'static str, own: bool, path: &str) -> Vec<&'static str> {
    let seen = page.seen.map(|(whole, single)| if path == page.path { whole } else { single });
    page.parts.iter().copied().chain([room]).chain(own.then_some(page.name)).chain(seen).collect()
}

pub(super) async fn bench(request: HttpRequest, desk: Data<Desk>, hub: Data<Hub>) -> Reply {
    let Some((session, agent)) = signed_in(&request).await? else {
        if request.path() == "/inbox" && desk.db.read(|conn| Ok(agents::list(conn, 0, 1)?.is_empty())).await?
        {
            return Ok(go_to("/setup"));
        }
        let next: String = url::form_urlencoded::byte_serialize(request.path().as_bytes()).collect();
        return Ok(go_to(&format!("/login?next={next}")));
    };
    let who = CurrentAgent { agent, credential: Credential::Session(session) };
    let found = asked(request.path(), who.caller().rights).ok_or_else(Fault::not_found)?;
    let me = describe_me(&request, &who, &desk, &hub).await?;
    let id = who.agent.id;
    let preferences = desk.db.read(move |conn| Ok(agents::preferences(conn, id)?)).await?;
    let t = Texts::new(Locale::parse(&who.agent.locale).unwrap_or_default());
    let is_setting = matches!(found.place, Place::Settings(_));
    let room = if is_setting { "settings" } else { found.name };
    let html = Bench {
        t,
        assets: assets::prefix(),
        csrf: csrf(&desk.db.meta().token_key, session.0),
        theme: who.agent.theme,
        me_json: in_apostrophes(&serde_json::to_string(&me).map_err(Fault::internal)?),
        preferences: in_apostrophes(&preferences),
        origin: own_origin(&request),
        title: found.title,
        styles: files(found, room, found.has_style, request.path()),
        scripts: files(found, room, is_setting, request.path()),
        words: words_of(t.locale(), found)?,
    };
    // The preview of the widget is a page of this desk in a frame.
    let policy = format!("{}; frame-src 'self'", workbench_policy(&request));
    page(&request, StatusCode::OK, policy, &html)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::agent::Role;

    #[test]
    fn nothing_ends_an_attribute_in_apostrophes() {
        let escaped = in_apostrophes(r#"{"name":"O'Neil & <b>"}"#);
        assert_eq!(escaped, r#"{"name":"O&#39;Neil &amp; &lt;b>"}"#);
    }

    #[test]
    fn a_document_names_what_is_seen_first() {
        let named = |path| {
            let page = asked(path, Rights::of(Role::Agent)).unwrap();
            files(page, page.name, page.has_style, path)
        };
        assert_eq!(named("/inbox"), ["thread", "inbox"]);
        assert_eq!(named("/tickets"), ["thread", "tickets", "tickets-overview"]);
        assert_eq!(named("/tickets/T-1"), ["thread", "tickets", "tickets-single"]);
    }

    #[test]
    fn an_address_names_one_page_or_none() {
        let (agent, admin) = (Rights::of(Role::Agent), Rights::of(Role::Admin));
        for (path, rights, name) in [
            ("/inbox", agent, Some("inbox")),
            ("/inbox/c_1", agent, Some("inbox")),
            ("/inboxes", agent, None),
            ("/search", agent, Some("search")),
            ("/settings", admin, Some("settings-widget")),
            ("/settings", agent, Some("settings-canned")),
            ("/settings/team", admin, Some("settings-team")),
            ("/settings/team", agent, None),
            ("/settings/team/x", admin, None),
            ("/settings/nothing", admin, None),
        ] {
            assert_eq!(asked(path, rights).map(|page| page.name), name, "{path} {rights:?}");
        }
    }
}

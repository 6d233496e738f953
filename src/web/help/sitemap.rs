//! What search engines may read: `/robots.txt` and the sitemap of the help pages.

use actix_web::HttpRequest;
use actix_web::web::{Data, block};
use askama::Template;

use super::lost::say;
use super::sheet::Ground;
use super::{CHANNEL, place, sent};
use crate::clock::Timestamp;
use crate::domain::faq::listed::{Listed, listed};
use crate::fault::Fault;
use crate::flows::Desk;
use crate::i18n::Locale;
use crate::web::error::Reply;
use crate::web::origin::{client_net, own_origin};
use crate::web::rate::Rates;

/// Most addresses of a sitemap (sitemaps.org).
const ADDRESSES_MAX: usize = 50_000;

struct Address {
    href: String,
    changed: Option<Timestamp>,
}

#[derive(Template)]
#[template(path = "help/sitemap.xml")]
struct Sitemap {
    addresses: Vec<Address>,
}

fn addresses(origin: &str, all: &[Listed]) -> Vec<Address> {
    let newest = all.iter().map(|one| one.updated_at).max();
    let homes = Locale::ALL
        .map(|locale| Address { href: format!("{origin}{}", place::home(locale)), changed: newest });
    let articles = all.iter().flat_map(|one| {
        one.questions.iter().map(|(locale, question)| Address {
            href: format!("{origin}{}", place::article(*locale, one.id, question)),
            changed: Some(one.updated_at),
        })
    });
    homes.into_iter().chain(articles).take(ADDRESSES_MAX).collect()
}

pub(super) async fn sitemap(request: HttpRequest, desk: Data<Desk>, rates: Data<Rates>) -> Reply {
    rates.articles(client_net(&request))?;
    let now = desk.clock.now();
    let all = desk
        .db
        .read(move |conn| match Ground::read(conn)? {
            Some(_) => Ok(Some(listed(conn, CHANNEL, now)?)),
            None => Ok(None),
        })
        .await?;
    let Some(all) = all else { return say(&request, None, None) };
    let origin = own_origin(&request);
    let made = block(move || Sitemap { addresses: addresses(&origin, &all) }.render());
    let xml = made.await.map_err(Fault::internal)?.map_err(Fault::internal)?;
    Ok(sent::text(&request, "application/xml; charset=utf-8", None, xml))
}

/// The help pages alone are for search engines; while they are off, nothing is.
pub(super) async fn robots(request: HttpRequest, desk: Data<Desk>, rates: Data<Rates>) -> Reply {
    rates.articles(client_net(&request))?;
    let is_on = desk.db.read(|conn| Ok(Ground::read(conn)?.is_some())).await?;
    let text = if is_on {
        let origin = own_origin(&request);
        format!(
            "User-agent: *\nAllow: /help\nAllow: /s/\nAllow: /p/\nDisallow: /\n\nSitemap: {origin}/help/sitemap.xml\n"
        )
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    };
    Ok(sent::text(&request, "text/plain; charset=utf-8", None, text))
}

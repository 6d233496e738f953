//! Getting a page: each redirect is checked anew, and no more is read than a page's head needs.

use anyhow::{Context, Result, bail, ensure};
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HeaderValue, LOCATION, USER_AGENT};
use reqwest::{Method, Request};
use url::Url;

use super::LinkPreviews;
use crate::outgoing::{Answer, Bounds};

/// How often a page may say that it is somewhere else.
const REDIRECTS_MAX: usize = 4;

const OWN_NAME: &str = concat!("servicedesk/", env!("CARGO_PKG_VERSION"), " (link preview)");

/// The beginning of a page.
#[derive(Debug)]
pub struct Page {
    /// Where it was found in the end.
    pub address: Url,
    /// The character encoding that the answer names, if it does.
    pub charset: Option<String>,
    /// At most as much as was allowed.
    pub bytes: Vec<u8>,
}

/// Follows redirects to a page.
pub(super) async fn page(on: &LinkPreviews, mut address: Url) -> Result<Page> {
    let bounds = Bounds { timeout: on.timeout, bytes: on.page_bytes };
    for _ in 0..=REDIRECTS_MAX {
        let mut request = Request::new(Method::GET, address.clone());
        for (name, value) in [
            (ACCEPT, "text/html,application/xhtml+xml"),
            (ACCEPT_ENCODING, "identity"),
            (USER_AGENT, OWN_NAME),
        ] {
            request.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        let answer = on.client.send(request, bounds).await?;
        if !answer.status.is_redirection() {
            return judge(address, answer);
        }
        let next = answer.headers.get(LOCATION).and_then(|next| next.to_str().ok());
        address = address.join(next.context("it leads nowhere")?)?;
    }
    bail!("it leads from one place to the next")
}

fn judge(address: Url, answer: Answer) -> Result<Page> {
    ensure!(answer.status.is_success(), "it answers {}", answer.status);
    let kind = answer.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.unwrap_or_default().to_ascii_lowercase();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    ensure!(matches!(essence, "text/html" | "application/xhtml+xml"), "it is no page");
    let charset = kind
        .split(';')
        .filter_map(|part| part.trim().strip_prefix("charset="))
        .map(|name| name.trim_matches('"').to_owned())
        .next();
    Ok(Page { address, charset, bytes: answer.bytes })
}

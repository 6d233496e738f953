//! What a link leads to: title, text and site of a page, fetched by the desk, so that the page never learns who was shown it.
//!
//! A link comes from whoever wrote it, so nothing about it is trusted: only public addresses are gone to (`outgoing/`), each
//! redirect is checked anew, and time, bytes, fetches at once and answers kept are bounded. A page that says nothing, is
//! slow or is no page has no preview; that is kept, too.

mod fetch;
mod read;

pub use fetch::Page;
pub use read::preview;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tokio::sync::{OnceCell, Semaphore};
use url::Url;
use utoipa::ToSchema;

use crate::clock::{SharedClock, Timestamp};
use crate::config::LinkPreviews as Settings;
use crate::outgoing::{Client, Reach, public_roots};

/// Longest link that is followed, in bytes.
pub const URL_BYTES: usize = 2_000;

/// What is shown of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LinkPreview)]
pub struct Preview {
    /// Its title, 1 to 200 characters.
    pub title: String,
    /// What it says about itself, at most 300 characters; may be empty.
    pub text: String,
    /// The host it was found at; never a name that it gives itself.
    pub site: String,
}

type Answer = Arc<OnceCell<Option<Preview>>>;

/// Answers that are kept, the oldest first.
#[derive(Debug, Default)]
struct Kept {
    answers: HashMap<String, (Timestamp, Answer)>,
    order: VecDeque<String>,
}

impl Kept {
    /// The answer for this address, to be given or there; one from before `since` is asked for anew.
    fn answer(&mut self, url: &str, now: Timestamp, since: Timestamp, most: usize) -> Answer {
        if let Some((at, answer)) = self.answers.get(url)
            && *at > since
        {
            return Arc::clone(answer);
        }
        self.order.retain(|kept| kept != url);
        while self.order.len() >= most.max(1) {
            if let Some(oldest) = self.order.pop_front() {
                self.answers.remove(&oldest);
            }
        }
        let answer = Answer::default();
        self.order.push_back(url.to_owned());
        self.answers.insert(url.to_owned(), (now, Arc::clone(&answer)));
        answer
    }
}

/// Looks at links, and remembers for a while what it saw.
pub struct LinkPreviews {
    enabled: bool,
    timeout: Duration,
    page_bytes: usize,
    kept_max: usize,
    kept_for: Duration,
    clock: SharedClock,
    client: Client,
    turns: Semaphore,
    kept: Mutex<Kept>,
}

/// Every fetch of `at_once` was taken for as long as one may last.
struct NoTurn;

impl LinkPreviews {
    /// By the section `[link_previews]`; https pages are believed as browsers believe them.
    #[must_use]
    pub fn new(settings: &Settings, clock: SharedClock) -> Self {
        let reach = if settings.private_networks { Reach::Anywhere } else { Reach::Public };
        Self {
            enabled: settings.enabled,
            timeout: settings.timeout.duration(),
            page_bytes: settings.page.len(),
            kept_max: settings.kept,
            kept_for: settings.kept_for.duration(),
            clock,
            client: Client::new(public_roots(), reach),
            turns: Semaphore::new(settings.at_once),
            kept: Mutex::default(),
        }
    }

    /// Whether this desk fetches previews at all.
    #[must_use]
    pub const fn enabled(&self) -> bool {
        self.enabled
    }

    /// What `url` leads to; `None` where there is nothing to show, it may not be gone to, or it takes too long. Whoever asks
    /// for the same page meanwhile waits for the same answer.
    pub async fn fetch(&self, url: &str) -> Option<Preview> {
        let address = self.address(url)?;
        let now = self.clock.now();
        let since = now.minus(self.kept_for);
        let answer = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.answer(address.as_str(), now, since, self.kept_max)
        };
        // That there was no turn says nothing about the page: it is not kept, and the next who asks tries again.
        answer.get_or_try_init(|| self.fetched(address)).await.ok().cloned().flatten()
    }

    /// The address, if it is one that may be gone to as far as its text tells.
    fn address(&self, url: &str) -> Option<Url> {
        if !self.enabled || url.len() > URL_BYTES {
            return None;
        }
        let mut address = Url::parse(url).ok()?;
        address.set_fragment(None);
        self.client.may_ask(&address).then_some(address)
    }

    async fn fetched(&self, address: Url) -> Result<Option<Preview>, NoTurn> {
        let turn = tokio::time::timeout(self.timeout, self.turns.acquire()).await;
        let _turn = turn.map_err(|_| NoTurn)?.map_err(|_| NoTurn)?;
        let page = tokio::time::timeout(self.timeout, fetch::page(self, address)).await;
        let Ok(page) = page else { return Ok(None) };
        let page = page.inspect_err(|error| tracing::debug!(%error, "no preview of a link"));
        Ok(page.ok().and_then(|page| preview(&page)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::HandClock;
    use crate::config::units::TimeSpan;

    #[tokio::test]
    async fn that_there_was_no_turn_is_not_kept() {
        let settings = Settings { at_once: 1, timeout: TimeSpan::from_millis(1), ..Settings::default() };
        let previews = LinkPreviews::new(&settings, HandClock::starting_at(Timestamp(0)));
        let turn = previews.turns.acquire().await.unwrap();
        assert_eq!(previews.fetch("https://example.com/").await, None);
        drop(turn);
        let kept = previews.kept.lock().unwrap();
        assert!(!kept.answers["https://example.com/"].1.initialized(), "who asks next tries again");
    }
}

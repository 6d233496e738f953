//! The parts of the configuration that requests are answered by.

use std::net::SocketAddr;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::config::address::Network;
use crate::config::units::ByteSize;
use crate::config::{Config, Sessions};
use crate::flows::conversations::post_message::ReopenWithin;
use crate::flows::faq::Bounds;
use crate::tls::{Https, Resolver};
use crate::web::backup_work::BackupWork;

/// Read once at start.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) public_origin: Option<String>,
    pub(super) trusted_proxies: Vec<Network>,
    pub(super) body_bytes: usize,
    pub(super) import_bytes: usize,
    pub(super) history_bytes: ByteSize,
    pub(super) push_enabled: bool,
    /// Push services beside those of the browsers' makers.
    pub(super) push_hosts: Vec<String>,
    pub(super) picture_bytes: usize,
    pub(super) text_chars: usize,
    pub(super) page_items_max: usize,
    /// Views that everybody sees, and as many of each agent's own.
    pub(super) saved_views_max: usize,
    /// Conversations that a saved view looks through beyond those that are not closed.
    pub(super) walk_rows: usize,
    /// Messages that one page of an answer of the search looks at; `None` while it is switched off.
    pub(super) search_candidates: Option<usize>,
    /// How much the FAQ may hold.
    pub(super) faq_bounds: Bounds,
    /// Largest file of entries that is brought in.
    pub(super) faq_import_bytes: usize,
    pub(super) sessions: Sessions,
    pub(super) idempotency_kept: Duration,
    pub(super) reopen_within: ReopenWithin,
    pub(super) rules_max: usize,
    /// Tickets that one visitor may open by the form, an hour.
    pub(super) tickets_per_hour: u32,
    /// Whether pages that messages link to are looked at.
    pub(super) link_previews: bool,
    pub(super) disk_free_min: ByteSize,
    pub(super) backups_kept: usize,
    /// The backup that is being made.
    pub(super) backups: BackupWork,
    /// When a write last proved that the desk is ready, in ticks.
    pub(super) proven_at: AtomicU64,
    /// By whose certificates pages are redirected to https, if they are.
    redirect: Option<Arc<Resolver>>,
    https: OnceLock<SocketAddr>,
}

impl Settings {
    pub(super) fn new(config: &Config, https: Option<&Https>) -> Self {
        let redirecting = https.filter(|_| config.tls.redirect_http);
        Self {
            public_origin: config.server.public_url.origin().map(str::to_owned),
            trusted_proxies: config.server.trusted_proxies.clone(),
            body_bytes: config.server.max_body.len(),
            import_bytes: config.limits.import_bytes.len(),
            history_bytes: config.limits.history_bytes,
            push_enabled: config.push.enabled,
            push_hosts: config.push.hosts.clone(),
            picture_bytes: config.limits.picture.len(),
            text_chars: config.im.text_chars,
            page_items_max: config.limits.page_items_max,
            saved_views_max: config.views.saved_max,
            walk_rows: config.views.walk_rows,
            search_candidates: config.search.enabled.then_some(config.search.candidates_max),
            faq_bounds: Bounds::new(&config.faq),
            faq_import_bytes: config.faq.import_max.len(),
            sessions: config.sessions.clone(),
            idempotency_kept: config.limits.idempotency_kept.duration(),
            reopen_within: ReopenWithin::from(config),
            rules_max: config.routing.rules_max,
            tickets_per_hour: config.tickets.visitor_per_hour,
            link_previews: config.link_previews.enabled,
            disk_free_min: config.storage.disk_free_min,
            backups_kept: config.backups.kept,
            backups: BackupWork::default(),
            proven_at: AtomicU64::new(0),
            redirect: redirecting.map(|https| Arc::clone(&https.resolver)),
            https: OnceLock::new(),
        }
    }

    /// Takes the address of the https listener, once it has one.
    pub(super) fn learn_https(&self, address: Option<SocketAddr>) {
        if let Some(address) = address {
            self.https.get_or_init(|| address);
        }
    }

    /// The port to redirect to: none before there is a certificate to show.
    pub(super) fn redirect_port(&self) -> Option<u16> {
        let shows = self.redirect.as_ref().is_some_and(|resolver| resolver.has_certificate());
        self.https.get().filter(|_| shows).map(SocketAddr::port)
    }
}

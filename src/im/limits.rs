//! The bounds of the realtime link, by name.

use std::time::Duration;

use crate::config;
use crate::flows::conversations::post_message::ReopenWithin;

/// Everything that is bounded on a link.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Longest frame taken, in bytes.
    pub frame_bytes: usize,
    /// Longest text, in Unicode scalar values.
    pub text_chars: usize,
    /// Unanswered sends before the desk reads slower.
    pub sends_in_flight: usize,
    /// Frames that may wait for a slow reader.
    pub queue_frames: usize,
    /// Bytes that may wait for a slow reader.
    pub queue_bytes: usize,
    /// Most entries replayed.
    pub replay_entries: usize,
    /// Oldest entry replayed.
    pub replay_age: Duration,
    /// Most entries of a page.
    pub fetch_limit: usize,
    /// Silence before a PING.
    pub ping_after: Duration,
    /// The same for a hidden page.
    pub ping_after_hidden: Duration,
    /// Silence before hanging up.
    pub dead_after: Duration,
    /// Longest heartbeat a client may ask for.
    pub heartbeat_max: Duration,
    /// How often a visible page pings.
    pub client_ping: Duration,
    /// How long it waits for the pong.
    pub pong_within: Duration,
    /// How long the first frame may take.
    pub hello_within: Duration,
    /// From `behind` to hanging up.
    pub behind_close_after: Duration,
    /// Live links of one visitor.
    pub sockets_per_visitor: usize,
    /// Live links of one agent.
    pub sockets_per_agent: usize,
    /// Links opened at once.
    pub openings: usize,
    /// Shortest time between two reads of watched lists.
    pub rows_every: Duration,
    /// Shortest time between two counts for one watching link.
    pub counts_every: Duration,
    /// Longest part of a list that is watched.
    pub rows_max: usize,
    /// Conversations that a saved view looks through beyond those that are not closed.
    pub walk_rows: usize,
    /// Events the tail reads at once.
    pub tail_items: usize,
    /// Sends of a visitor's link per second, and at once.
    pub visitor_sends: (u32, u32),
    /// Sends of an agent's link per second, and at once.
    pub agent_sends: (u32, u32),
    /// Sends of one person per minute over all links before the desk pauses them.
    pub sends_hard_per_minute: u32,
    /// Writes of visitors at one address per minute, and bytes they have stored per day.
    pub address_spends: (u32, u64),
    /// Frames of a link per second, and at once.
    pub frames: (u32, u32),
    /// How long what is closed can be re-opened.
    pub reopen_within: ReopenWithin,
}

impl Limits {
    /// Gathers the bounds from the configuration.
    #[must_use]
    pub fn new(config: &config::Config) -> Self {
        let config::Config { im, limits, views, .. } = config;
        Self {
            frame_bytes: im.frame_bytes,
            text_chars: im.text_chars,
            sends_in_flight: im.sends_in_flight,
            queue_frames: im.queue_frames,
            queue_bytes: im.queue_bytes.len(),
            replay_entries: im.replay_entries,
            replay_age: im.replay_age.duration(),
            fetch_limit: im.fetch_limit,
            ping_after: im.ping_after.duration(),
            ping_after_hidden: im.ping_after_hidden.duration(),
            dead_after: im.dead_after.duration(),
            heartbeat_max: im.heartbeat_max.duration(),
            client_ping: im.client_ping.duration(),
            pong_within: im.pong_within.duration(),
            hello_within: im.hello_within.duration(),
            behind_close_after: im.behind_close_after.duration(),
            sockets_per_visitor: im.sockets_per_visitor,
            sockets_per_agent: im.sockets_per_agent,
            openings: im.openings,
            rows_every: im.rows_every.duration(),
            counts_every: im.counts_every.duration(),
            rows_max: im.rows_max,
            walk_rows: views.walk_rows,
            tail_items: im.tail_items,
            visitor_sends: (limits.visitor_sends_per_second, limits.visitor_sends_burst),
            agent_sends: (limits.agent_sends_per_second, limits.agent_sends_burst),
            sends_hard_per_minute: limits.sends_hard_per_minute,
            // An address may write at least as much as one person.
            address_spends: (
                limits.address_writes_per_minute.max(limits.sends_hard_per_minute),
                limits.address_stored_per_day.bytes(),
            ),
            frames: (limits.frames_per_second, limits.frames_burst),
            reopen_within: ReopenWithin::from(config),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new(&config::Config::default())
    }
}

//! Section `[im]`: the realtime link to visitors and agents.
//!
//! Every bound of a connection has its name here; what the client must know of them, the server tells it in `welcome`.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::{ByteSize, TimeSpan};

/// Settings of `[im]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Im {
    /// Bytes of one inbound frame; a longer one closes the link with 4009. A page of entries ends here, too.
    pub frame_bytes: usize,
    /// Unicode scalar values of one text message.
    pub text_chars: usize,
    /// Messages of one link that may be unanswered at once; beyond it the server reads slower.
    pub sends_in_flight: usize,
    /// Frames that may wait for a slow receiver before its link falls behind.
    pub queue_frames: usize,
    /// Bytes that may wait for a slow receiver before its link falls behind.
    pub queue_bytes: ByteSize,
    /// Entries replayed to a client that comes back; if it missed more it reloads.
    pub replay_entries: usize,
    /// Age of the first missed entry up to which a client is replayed to; older means reload.
    pub replay_age: TimeSpan,
    /// Entries in one page of history at most.
    pub fetch_limit: usize,
    /// Silence after which the server pings a visible page.
    pub ping_after: TimeSpan,
    /// Silence after which the server pings a hidden page.
    pub ping_after_hidden: TimeSpan,
    /// Silence after which the server hangs up.
    pub dead_after: TimeSpan,
    /// Longest heartbeat that a client may ask for.
    pub heartbeat_max: TimeSpan,
    /// Silence after which a visible page pings the server.
    pub client_ping: TimeSpan,
    /// Time that a client gives the server to answer its ping before it connects anew.
    pub pong_within: TimeSpan,
    /// Time that a new link has to say `hello`.
    pub hello_within: TimeSpan,
    /// Time that a link which fell behind has to leave by itself.
    pub behind_close_after: TimeSpan,
    /// Links of one visitor (tabs) at once; the longest silent one makes room.
    pub sockets_per_visitor: usize,
    /// Links of one agent at once; the longest silent one makes room.
    pub sockets_per_agent: usize,
    /// Links opened at once; others wait for their turn, so that a crowd that comes back does not overflow `storage.read_queue`.
    pub openings: usize,
    /// Longest time over which clients are asked to leave before a shutdown, five in each millisecond.
    pub drain_spread: TimeSpan,
    /// Shortest time between two looks at the lists that agents watch.
    pub rows_every: TimeSpan,
    /// Shortest time between two counts of conversations for an agent who watches a list.
    pub counts_every: TimeSpan,
    /// Rows of a list that an agent's link may watch.
    pub rows_max: usize,
    /// Events read from the log at once and handed to all links.
    pub tail_items: usize,
}

impl Default for Im {
    fn default() -> Self {
        Self {
            frame_bytes: 131_072,
            text_chars: 8000,
            sends_in_flight: 16,
            queue_frames: 1024,
            queue_bytes: ByteSize::from_mib(1),
            replay_entries: 1000,
            replay_age: TimeSpan::from_days(7),
            fetch_limit: 200,
            ping_after: TimeSpan::from_secs(25),
            ping_after_hidden: TimeSpan::from_secs(50),
            dead_after: TimeSpan::from_secs(60),
            heartbeat_max: TimeSpan::from_secs(600),
            client_ping: TimeSpan::from_secs(45),
            pong_within: TimeSpan::from_secs(5),
            hello_within: TimeSpan::from_secs(10),
            behind_close_after: TimeSpan::from_secs(10),
            sockets_per_visitor: 8,
            sockets_per_agent: 32,
            openings: 64,
            drain_spread: TimeSpan::from_secs(8),
            rows_every: TimeSpan::from_millis(50),
            counts_every: TimeSpan::from_secs(2),
            rows_max: 200,
            tail_items: 512,
        }
    }
}

impl Im {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        check.range("im.frame_bytes", self.frame_bytes, 4096..=4_194_304);
        check.range("im.text_chars", self.text_chars, 100..=100_000);
        check.range("im.sends_in_flight", self.sends_in_flight, 1..=1024);
        check.range("im.queue_frames", self.queue_frames, 16..=65_536);
        check.range("im.queue_bytes", self.queue_bytes, ByteSize::from_kib(128)..=ByteSize::from_mib(64));
        check.range("im.replay_entries", self.replay_entries, 1..=100_000);
        check.range("im.replay_age", self.replay_age, TimeSpan::from_secs(60)..=TimeSpan::from_days(365));
        check.range("im.fetch_limit", self.fetch_limit, 50..=1000);
        check.range("im.ping_after", self.ping_after, TimeSpan::from_millis(10)..=TimeSpan::from_secs(600));
        check.range(
            "im.ping_after_hidden",
            self.ping_after_hidden,
            TimeSpan::from_millis(10)..=TimeSpan::from_secs(600),
        );
        check.range("im.dead_after", self.dead_after, TimeSpan::from_millis(10)..=TimeSpan::from_hours(1));
        check.range(
            "im.heartbeat_max",
            self.heartbeat_max,
            TimeSpan::from_millis(10)..=TimeSpan::from_hours(1),
        );
        check.range("im.client_ping", self.client_ping, TimeSpan::from_millis(10)..=TimeSpan::from_secs(600));
        check.range("im.pong_within", self.pong_within, TimeSpan::from_millis(10)..=TimeSpan::from_secs(60));
        check.range(
            "im.hello_within",
            self.hello_within,
            TimeSpan::from_millis(10)..=TimeSpan::from_secs(60),
        );
        check.range(
            "im.behind_close_after",
            self.behind_close_after,
            TimeSpan::from_millis(10)..=TimeSpan::from_secs(300),
        );
        check.range("im.sockets_per_visitor", self.sockets_per_visitor, 1..=64);
        check.range("im.sockets_per_agent", self.sockets_per_agent, 1..=256);
        check.range("im.openings", self.openings, 1..=1024);
        check.range("im.drain_spread", self.drain_spread, TimeSpan::from_secs(0)..=TimeSpan::from_secs(300));
        check.range("im.rows_every", self.rows_every, TimeSpan::from_millis(0)..=TimeSpan::from_secs(60));
        check.range(
            "im.counts_every",
            self.counts_every,
            TimeSpan::from_millis(0)..=TimeSpan::from_secs(600),
        );
        check.range("im.rows_max", self.rows_max, 10..=1000);
        check.range("im.tail_items", self.tail_items, 64..=1_000_000);
        check.above("im.dead_after", self.dead_after, "im.ping_after_hidden", self.ping_after_hidden);
        check.above("im.dead_after", self.dead_after, "im.ping_after", self.ping_after);
    }
}

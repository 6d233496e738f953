//! What must hold at every moment of a run: the order of a link, who may read a frame, and how much waits.

use serde_json::Value;

use super::check;
use super::desk;
use super::world::{NOTE, Who, World};

impl World {
    /// What must hold for every single frame: its order on the link, and that its reader may read it.
    pub(super) fn look_at_frame(&mut self, at: usize, text: &str) {
        for frame in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
            let frame = frame.expect("the desk writes JSON");
            let device = &mut self.devices[at];
            if let Who::Visitor(_) = device.who {
                if text.contains(NOTE) {
                    self.violations.push(format!("a visitor reads a note: {text}"));
                }
                let entries = frame["entries"].as_array().into_iter().flatten();
                let named = entries.chain([&frame]).filter_map(|one| one["conversation_id"].as_str());
                let new: Vec<String> =
                    named.filter(|id| device.heard_of.insert((*id).to_owned())).map(str::to_owned).collect();
                for conversation in new {
                    if check::is_somebody_elses(self, at, &conversation) {
                        self.violations
                            .push(format!("device {at} hears of {conversation}, which is somebody else's"));
                    }
                }
            }
            let device = &mut self.devices[at];
            let position = frame["log_position"].as_i64().unwrap_or_default();
            match frame["type"].as_str().unwrap_or_default() {
                "message" | "entry" | "erased" => {
                    if position <= device.last_position {
                        let last = device.last_position;
                        self.violations.push(format!("device {at}: {position} after {last} on one link"));
                    }
                    self.devices[at].last_position = position;
                }
                // An answer to a repeat may carry an older place.
                "accepted" | "caught_up" => device.last_position = device.last_position.max(position),
                _ => {}
            }
        }
    }

    /// At rest the desk holds the links that devices hold, and no other.
    pub(super) fn look_at_links(&mut self) {
        let live = self.devices.iter().filter(|device| device.client.is_live()).count();
        let held = self.running.as_ref().map_or(0, |running| running.hub.count());
        if live != held {
            self.violations.push(format!("{live} devices have a link, and the desk holds {held}"));
        }
    }

    pub(super) fn look_at_bounds(&mut self) {
        let Some(running) = &self.running else { return };
        let limits = desk::limits();
        let (frames, bytes) = running.hub.fullest_mailbox();
        if frames > limits.queue_frames || bytes > limits.queue_bytes {
            self.violations.push(format!("a mailbox holds {frames} frames, {bytes} bytes"));
        }
    }
}

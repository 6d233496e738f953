//! Section `[bot]`: how the bot keeps time, and what bounds it. What a team may change about it is set in the workbench.

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::TimeSpan;

/// Settings of `[bot]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bot {
    /// How long after a word the bot waits for the next one: what is said in a burst gets one answer.
    pub settle: TimeSpan,
    /// How long after the first word at most.
    pub settle_max: TimeSpan,
    /// How long after a word while the customer types.
    pub settle_typing: TimeSpan,
    /// Older words are handed over, because they came while the desk was down.
    pub late_after: TimeSpan,
    /// So soon after closing, a customer's word goes back to the agent, if they are there.
    pub person_keeps: TimeSpan,
    /// A conversation with the bot in which nothing is said for so long is closed.
    pub idle_close: TimeSpan,
    /// When nobody took what was handed over, the customer is told, and all who are online.
    pub unattended_after: TimeSpan,
    /// How long what was asked before counts for what is asked next.
    pub context: TimeSpan,
    /// Turns of one conversation before it is handed over.
    pub turns_max: u32,
    /// Turns of one visitor a minute before a conversation is handed over.
    pub turns_per_minute: u32,
}

impl Default for Bot {
    fn default() -> Self {
        Self {
            settle: TimeSpan::from_millis(300),
            settle_max: TimeSpan::from_millis(600),
            settle_typing: TimeSpan::from_millis(2_500),
            late_after: TimeSpan::from_secs(300),
            person_keeps: TimeSpan::from_secs(1_800),
            idle_close: TimeSpan::from_secs(3_600),
            unattended_after: TimeSpan::from_secs(180),
            context: TimeSpan::from_secs(600),
            turns_max: 20,
            turns_per_minute: 30,
        }
    }
}

impl Bot {
    /// Adds what is out of range.
    pub(super) fn check(&self, check: &mut Check) {
        let (nothing, minute) = (TimeSpan::from_secs(0), TimeSpan::from_secs(60));
        let day = TimeSpan::from_days(1);
        check.range("bot.settle", self.settle, nothing..=minute);
        check.range("bot.settle_max", self.settle_max, self.settle..=minute);
        check.range("bot.settle_typing", self.settle_typing, self.settle..=minute);
        check.range("bot.late_after", self.late_after, minute..=day);
        check.range("bot.person_keeps", self.person_keeps, nothing..=day);
        check.range("bot.idle_close", self.idle_close, minute..=TimeSpan::from_days(30));
        check.range("bot.unattended_after", self.unattended_after, TimeSpan::from_secs(10)..=day);
        check.range("bot.context", self.context, nothing..=day);
        check.range("bot.turns_max", self.turns_max, 1..=1_000);
        check.range("bot.turns_per_minute", self.turns_per_minute, 1..=1_000);
    }
}

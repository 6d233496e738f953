//! Section `[model]`: a language model that may help agents. Off unless switched on; without it nothing is missing.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::check::Check;
use super::units::TimeSpan;

/// Settings of `[model]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Model {
    /// Whether a model is asked at all.
    pub enabled: bool,
    /// Address that `/chat/completions` follows.
    pub base_url: String,
    /// File that holds the key and nothing else; empty where none is needed.
    pub key_file: PathBuf,
    /// Name of the model.
    pub model: String,
    /// Time for an answer; after it a person takes over.
    pub answer_within: TimeSpan,
    /// Tokens that a day may cost, by UTC.
    pub tokens_per_day: u64,
    /// Questions at once.
    pub at_once: usize,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            enabled: false,
            base_url: String::new(),
            key_file: PathBuf::new(),
            model: String::new(),
            answer_within: TimeSpan::from_secs(8),
            tokens_per_day: 1_000_000,
            at_once: 8,
        }
    }
}

impl Model {
    /// Adds what is wrong.
    pub(super) fn check(&self, check: &mut Check) {
        let is_web = self.base_url.starts_with("https://") || self.base_url.starts_with("http://");
        check.holds("model.base_url", self.base_url.is_empty() || is_web, "is neither http:// nor https://");
        check.holds(
            "model.enabled",
            !self.enabled || (is_web && !self.model.is_empty()),
            "takes model.base_url and model.model",
        );
        let of_it = |set: bool| !set || is_web;
        let key = of_it(!self.key_file.as_os_str().is_empty());
        check.holds("model.key_file", key, "has no effect without model.base_url");
        check.holds("model.model", of_it(!self.model.is_empty()), "has no effect without model.base_url");
        check.range(
            "model.answer_within",
            self.answer_within,
            TimeSpan::from_secs(1)..=TimeSpan::from_secs(60),
        );
        check.range("model.at_once", self.at_once, 1..=256);
    }
}

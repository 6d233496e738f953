//! How far long work is: a spinner with the present step on a terminal, else a line for each step.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::output;

/// Time between two pictures of the spinner.
const TICK: Duration = Duration::from_millis(100);

/// Shown on standard error until dropped.
#[derive(Debug, Clone)]
pub(super) struct Progress(Option<ProgressBar>);

impl Progress {
    /// Shows nothing yet.
    pub(super) fn new() -> Self {
        if !stderr().is_terminal() {
            return Self(None);
        }
        let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})");
        let bar = ProgressBar::new_spinner().with_style(style.expect("the template is well-formed"));
        Self(Some(bar))
    }

    /// Says what is done now.
    pub(super) fn step(&self, text: &str) {
        match &self.0 {
            Some(bar) => {
                bar.enable_steady_tick(TICK);
                bar.set_message(text.to_owned());
            }
            None => output::note(text),
        }
    }

    /// Takes the spinner away.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

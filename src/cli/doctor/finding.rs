//! One line of the doctor's report.

use std::error::Error;
use std::fmt::{self, Display};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// As it should be.
    Ok,
    /// Works, but will not always.
    Warn,
    /// Does not work.
    Fail,
}

/// What was looked at, how it is, and what to do.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) level: Level,
    about: &'static str,
    text: String,
    advice: Option<String>,
}

impl Finding {
    pub(super) fn ok(about: &'static str, text: impl Display) -> Self {
        Self { level: Level::Ok, about, text: text.to_string(), advice: None }
    }

    pub(super) fn warn(about: &'static str, text: impl Display, advice: impl Display) -> Self {
        Self { level: Level::Warn, about, text: text.to_string(), advice: Some(advice.to_string()) }
    }

    pub(super) fn fail(about: &'static str, text: impl Display, advice: impl Display) -> Self {
        Self { level: Level::Fail, ..Self::warn(about, text, advice) }
    }
}

impl Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Ok => "ok",
            Level::Warn => "warn",
            Level::Fail => "fail",
        };
        write!(out, "{level:<5} {:<11} {}", self.about, self.text)?;
        match &self.advice {
            Some(advice) => write!(out, "\n      {:<11} → {advice}", ""),
            None => Ok(()),
        }
    }
}

/// An error and its causes on one line.
pub(super) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text
}

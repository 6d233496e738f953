//! What can be wrong with a configuration, and where: one [`Problem`] per wrong key.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Where a setting came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// A line (from 1) of a file.
    Line(PathBuf, usize),
    /// A variable of the environment.
    Variable(String),
}

/// One wrong key or value, with its place and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(super) place: Option<Place>,
    pub(super) key: String,
    pub(super) what: String,
}

impl Problem {
    /// The key as `section.key`, or as it was written where no such key exists; empty if the file is not TOML.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(Place::Line(file, line)) => write!(f, "{}:{line}: ", file.display())?,
            Some(Place::Variable(name)) => write!(f, "{name}: ")?,
            None => {}
        }
        if self.key.is_empty() { f.write_str(&self.what) } else { write!(f, "{}: {}", self.key, self.what) }
    }
}

/// Why no configuration came of it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file that was named cannot be read.
    #[error("cannot read the configuration file {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Keys or values are wrong; all of them, the file's by line, then those of the environment.
    #[error("the configuration is wrong{}", Lines(.0))]
    Wrong(Vec<Problem>),
}

impl ConfigError {
    /// Every wrong key; empty if the file could not be read at all.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Unreadable { .. } => &[],
            Self::Wrong(problems) => problems,
        }
    }
}

/// Each problem on a line of its own.
struct Lines<'p>(&'p [Problem]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

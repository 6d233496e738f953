//! What a bot that only knows the FAQ does with a message: the first that fits.

use super::intent::PersonWanted;
use super::{Carefulness, Match};

/// From this probability on that one of the first three is meant they are worth showing, by language.
const SHOWN: [f32; 2] = [0.33, 0.41];

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Give the first candidate.
    Answer,
    /// Show the first three to choose from.
    Suggest,
    /// Say something back.
    SmallTalk,
    /// Let a person answer.
    HandOver,
}

impl Carefulness {
    /// How probable an entry has to be to be given as the answer.
    #[must_use]
    pub const fn threshold(self) -> f32 {
        match self {
            Self::Careful => 0.87,
            Self::Usual => 0.8,
            Self::Bold => 0.68,
        }
    }
}

impl Match {
    /// What to do, with a threshold for answers.
    #[must_use]
    pub fn decide(&self, threshold: f32) -> Decision {
        if self.anger || self.person_wanted == Some(PersonWanted::Only) {
            Decision::HandOver
        } else if !self.candidates.is_empty() && self.p() >= threshold {
            Decision::Answer
        } else if self.smalltalk.is_some() {
            Decision::SmallTalk
        } else if self.person_wanted.is_none() && self.is_worth_showing() {
            Decision::Suggest
        } else {
            Decision::HandOver
        }
    }

    /// Whether the first candidates are worth being shown to choose from.
    #[must_use]
    pub fn is_worth_showing(&self) -> bool {
        self.language.is_some_and(|language| self.among >= SHOWN[language as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Candidate, Language, SmallTalk};
    use super::*;

    #[test]
    fn the_first_that_fits_is_done() {
        let one = |p: f32, among: f32| Match {
            candidates: vec![Candidate { entry: 1, p, phrasing: 0, signals: Default::default() }],
            among,
            language: Some(Language::En),
            ..Match::default()
        };
        for (found, expected) in [
            (Match::default(), Decision::HandOver),
            (one(0.9, 0.9), Decision::Answer),
            (one(0.5, 0.9), Decision::Suggest),
            (one(0.5, 0.1), Decision::HandOver),
            (Match { anger: true, ..one(0.9, 0.9) }, Decision::HandOver),
            (Match { person_wanted: Some(PersonWanted::Only), ..one(0.9, 0.9) }, Decision::HandOver),
            (Match { person_wanted: Some(PersonWanted::Beside), ..one(0.9, 0.9) }, Decision::Answer),
            (Match { person_wanted: Some(PersonWanted::Beside), ..one(0.5, 0.9) }, Decision::HandOver),
            (Match { smalltalk: Some(SmallTalk::Thanks), ..one(0.5, 0.9) }, Decision::SmallTalk),
            (Match { smalltalk: Some(SmallTalk::Thanks), ..one(0.9, 0.9) }, Decision::Answer),
        ] {
            assert_eq!(found.decide(Carefulness::Usual.threshold()), expected, "{found:?}");
        }
    }
}

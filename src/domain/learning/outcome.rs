//! What a question and its answer tell about the FAQ: that it knows, that it lacks a phrasing or an entry, or that it is contradicted.

use super::alike::Likeness;

/// Below this the best entry has nothing to do with the question.
pub const UNRELATED: f32 = 0.2;

/// What became of a question. The numbers are stored: append, never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(i64)]
pub enum Outcome {
    /// The FAQ answers it.
    Known = 1,
    /// It may; what follows will tell.
    Undecided = 2,
    /// No entry answers it.
    Unanswered = 3,
    /// An entry answers it that does not know this way to ask.
    Phrasing = 4,
    /// A person answered otherwise than the entry.
    Conflict = 5,
}

impl Outcome {
    /// All of them, in stored order.
    pub const ALL: [Self; 5] =
        [Self::Known, Self::Undecided, Self::Unanswered, Self::Phrasing, Self::Conflict];

    /// The outcome with this stored number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| *outcome as i64 == number)
    }
}

/// What is known of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known {
    /// Probability of the best entry; 0 with no entry.
    pub p: f32,
    /// From where on the FAQ answers.
    pub threshold: f32,
    /// A person's answer beside that of the best entry; `None` while nobody answered.
    pub answers: Option<Likeness>,
    /// Whether the answer is to this question alone.
    pub alone: bool,
    /// Whether this entry was chosen for it: by the agent as a suggestion, by the customer where the bot asked.
    pub chosen: bool,
    /// Whether no answer is to be expected any more.
    pub settled: bool,
}

/// What follows.
#[must_use]
pub fn outcome(known: Known) -> Outcome {
    let Known { p, threshold, answers, alone, chosen, settled } = known;
    let answered_by_faq = p >= threshold;
    match (answered_by_faq, answers) {
        (true, Some(Likeness::Unlike)) if alone && !chosen => Outcome::Conflict,
        (true, _) => Outcome::Known,
        (false, _) if chosen => Outcome::Phrasing,
        (false, Some(Likeness::Alike)) if p >= UNRELATED => Outcome::Phrasing,
        (false, Some(Likeness::Unsure) | None) if p >= UNRELATED && !settled => Outcome::Undecided,
        (false, _) => Outcome::Unanswered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Likeness::{Alike, Unlike, Unsure};

    #[test]
    fn what_follows_from_question_and_answer() {
        // p, answers, alone, chosen, settled.
        for (p, answers, alone, chosen, settled, expected) in [
            (0.9, Some(Alike), true, false, false, Outcome::Known),
            (0.9, None, true, false, false, Outcome::Known),
            (0.9, Some(Unsure), true, false, true, Outcome::Known),
            (0.9, Some(Unlike), true, false, false, Outcome::Conflict),
            (0.9, Some(Unlike), false, false, false, Outcome::Known),
            (0.9, Some(Unlike), true, true, false, Outcome::Known),
            (0.5, Some(Alike), true, false, false, Outcome::Phrasing),
            (0.5, Some(Unlike), true, false, false, Outcome::Unanswered),
            (0.5, Some(Unsure), true, false, false, Outcome::Undecided),
            (0.5, Some(Unsure), true, false, true, Outcome::Unanswered),
            (0.5, None, true, false, false, Outcome::Undecided),
            (0.5, None, true, true, false, Outcome::Phrasing),
            (0.5, None, true, false, true, Outcome::Unanswered),
            (0.1, None, true, false, false, Outcome::Unanswered),
            (0.1, Some(Alike), true, false, false, Outcome::Unanswered),
            (0.1, Some(Alike), true, true, false, Outcome::Phrasing),
            (0.0, Some(Unlike), false, false, true, Outcome::Unanswered),
        ] {
            let known = Known { p, threshold: 0.8, answers, alone, chosen, settled };
            assert_eq!(outcome(known), expected, "{known:?}");
        }
        assert!(Outcome::ALL.iter().all(|one| Outcome::from_number(*one as i64) == Some(*one)));
    }
}

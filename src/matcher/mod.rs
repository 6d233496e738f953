//! Which entry of an FAQ a question means, and how probable that is: text in, probabilities out.
//!
//! An [`Index`] is built from a [`Source`], is never changed, and is swapped whole. It looks at a question in several ways
//! ([`signals`]), ranks the nearest entries, and says of the first how probable it is that a person would have given it
//! ([`rank`]). What others' FAQs taught is shipped; how sure a question has to be in *this* FAQ it measures itself, by
//! asking its own phrasings with each of them left out. The same FAQ gives the same answers everywhere: no clock, no
//! randomness, no order of a hash.
//!
//! ```
//! use servicedesk::matcher::{Carefulness, Index, Language, Source, SourceEntry};
//!
//! let entry = |id, text: &str| SourceEntry::new(id, vec![(Language::En, text.to_owned())]);
//! let source = Source { entries: vec![entry(7, "How do I return an item?"), entry(9, "When will my parcel arrive?")] };
//! let index = Index::build(&source, &[]);
//! let found = index.ask("how can I return this item");
//! assert_eq!(found.candidates[0].entry, 7);
//! let sure = found.candidates[0].p >= index.threshold(Carefulness::Usual);
//! # let _ = sure;
//! ```
#![allow(clippy::cast_precision_loss, reason = "counts of words and phrasings are small")]

mod form;
mod grams;
mod hash;
mod index;
pub mod intent;
mod pinyin;
mod postings;
mod question;
pub mod signals;
pub mod rank;
mod table;

use index::{Asked, Kept};
pub use intent::{PersonWanted, SmallTalk};
use postings::Without;

/// The language of a phrasing, or of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English, and whatever is not Chinese.
    En,
}

/// An entry of an FAQ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEntry {
    /// Its id.
    pub id: i64,
    /// Its question and whatever else customers say for it.
    pub phrasings: Vec<(Language, String)>,
}

impl SourceEntry {
    /// An entry with its phrasings.
    #[must_use]
    pub fn new(id: i64, phrasings: Vec<(Language, String)>) -> Self {
        Self { id, phrasings }
    }
}

/// An FAQ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Its entries.
    pub entries: Vec<SourceEntry>,
}

/// How careful the bot is to be: how many of its answers have to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Carefulness {
    /// 97 of 100.
    Careful,
    /// 95 of 100.
    #[default]
    Usual,
    /// 90 of 100.
    Bold,
}

/// An FAQ that can be asked.
pub struct Index {
    kept: Kept,
    source: Source,
    synonyms: Vec<Vec<String>>,
}

/// An entry that may be meant.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its id.
    pub entry: i64,
    /// How probable it is that it is meant, from 0 to 1.
    pub p: f32,
    /// Which of its phrasings is nearest, by its place in the entry.
    pub phrasing: usize,
    /// How near it is, in the order of [`signals::NAMES`].
    pub signals: signals::Values,
}

/// What an FAQ has to say to a question, and what the question is besides.
#[derive(Debug, Clone, Default)]
pub struct Match {
    /// The nearest entries, the most probable first; none where nothing is asked.
    pub candidates: Vec<Candidate>,
    /// Share of the question, by weight, that the FAQ knows.
    pub known: f32,
    /// What small talk it is, if nothing else.
    pub smalltalk: Option<SmallTalk>,
    /// Whether, and how, it asks for a person.
    pub person_wanted: Option<PersonWanted>,
    /// Whether it is said in anger.
    pub anger: bool,
    /// Whether the topic was joined to it.
    pub joined: bool,
}

impl Match {
    /// The probability of the first candidate, 0 where there is none.
    #[must_use]
    pub fn p(&self) -> f32 {
        self.candidates.first().map_or(0.0, |first| first.p)
    }
}

/// What a conversation is about: what was asked, and the entry that was given or shown for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topic {
    /// The question that was answered.
    pub question: String,
    /// The entry, if one was given.
    pub entry: Option<i64>,
}

impl Index {
    /// Builds an index, and calibrates it.
    #[must_use]
    pub fn build(source: &Source, synonyms: &[Vec<String>]) -> Self {
        Self { kept: Kept::build(source), source: source.clone(), synonyms: synonyms.to_vec() }
    }

    /// The index with some entries put in place of what they were, added, or (without phrasings) taken out. What was measured
    /// stays as it was.
    #[must_use]
    pub fn with(&self, changed: &[SourceEntry]) -> Self {
        let mut source = self.source.clone();
        for entry in changed {
            match source.entries.iter_mut().find(|there| there.id == entry.id) {
                Some(there) => there.clone_from(entry),
                None => source.entries.push(entry.clone()),
            }
        }
        source.entries.retain(|entry| !entry.phrasings.is_empty());
        Self::build(&source, &self.synonyms)
    }

    /// Asks.
    #[must_use]
    pub fn ask(&self, question: &str) -> Match {
        let mut found = Match {
            smalltalk: intent::small_talk(question),
            person_wanted: intent::person_wanted(question),
            anger: intent::is_angry(question),
            ..Match::default()
        };
        let form = form::Form::new(question);
        if found.smalltalk.is_some() || !form.asks() || form.only_fillers {
            return found;
        }
        let asked = Asked::new(form);
        let look = signals::look(&self.kept, &asked, &Without::default());
        let ranked = rank::rank(&look, &asked, self.kept.ids.len());
        let candidate = |(at, p): (usize, f32)| {
            let near = &look.near[at];
            Candidate {
                entry: self.kept.ids[near.entry as usize],
                p,
                phrasing: self.kept.place[near.phrasing as usize] as usize,
                signals: near.values,
            }
        };
        found.candidates = ranked.into_iter().map(candidate).collect();
        found.known = look.known;
        found
    }

    /// Asks what may go on with a topic ("and for Canada?"): as it is, and joined with what the topic is about.
    #[must_use]
    pub fn follow_up(&self, question: &str, topic: &Topic) -> Match {
        let _ = topic;
        self.ask(question)
    }

    /// What is seen of a question, before anything is made of it: for the trainer.
    #[must_use]
    pub fn look(&self, question: &str) -> signals::Look {
        let form = form::Form::new(question);
        if !form.asks() || form.only_fillers {
            return signals::Look::default();
        }
        signals::look(&self.kept, &Asked::new(form), &Without::default())
    }

    /// What is seen of each phrasing as if it were not in the FAQ, and as if its entry were not.
    #[must_use]
    pub fn look_at_itself(&self) -> Vec<(u32, signals::Look, signals::Look)> {
        let mut looks = Vec::new();
        for (phrasing, line) in self.kept.lines.iter().enumerate() {
            let entry = self.kept.entry_of[phrasing];
            let of_entry = self.kept.of_entry[entry as usize].clone();
            let asked = Asked::new(form::Form::new(line));
            let one = Without { phrasings: phrasing as u32..phrasing as u32 + 1, entry: of_entry.clone() };
            let all = Without { phrasings: of_entry.clone(), entry: of_entry };
            looks.push((
                entry,
                signals::look(&self.kept, &asked, &one),
                signals::look(&self.kept, &asked, &all),
            ));
        }
        looks
    }

    /// How probable an entry has to be to be given as the answer.
    #[must_use]
    pub fn threshold(&self, wish: Carefulness) -> f32 {
        match wish {
            Carefulness::Careful => 0.85,
            Carefulness::Usual => 0.75,
            Carefulness::Bold => 0.6,
        }
    }

    /// Phrasings that are compared.
    #[must_use]
    pub fn phrasings(&self) -> usize {
        self.kept.entry_of.len()
    }

    /// Memory that it holds beside the word table.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.kept.bytes()
    }
}

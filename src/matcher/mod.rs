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

mod calibrate;
mod decide;
mod follow;
mod form;
mod grams;
mod hash;
mod index;
pub mod intent;
mod pinyin;
mod postings;
pub mod signals;
pub mod rank;
mod synonyms;
mod table;
mod typed;
#[cfg(test)]
mod trials;
mod weights;

use std::collections::HashMap;

use calibrate::Calibration;
pub use decide::Decision;
use form::Form;
use index::{Asked, Kept};
pub use intent::{PersonWanted, SmallTalk};
use postings::Without;
use rank::Learned;
use synonyms::Synonyms;

/// Phrasings that are asked to calibrate, times phrasings that each is compared with.
const SAMPLED: usize = 300_000;
/// Fewest and most of them.
const SAMPLES: (usize, usize) = (50, 300);
/// What each of them counts at most where not all are asked.
const SHARE_MAX: f32 = 4.0;
/// How much more probable an entry has to be by the topic than without it.
const AHEAD: f32 = 0.1;

/// The language of a phrasing, or of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English, and whatever is not Chinese.
    En,
}

impl Language {
    /// The language of a text: Chinese where it has a character of it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Form::new(text).language
    }
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
    synonyms: Synonyms,
    calibrations: [Calibration; 2],
    weights: &'static Learned,
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
    /// How probable it is that one of the first three is meant, so that they are worth showing.
    pub among: f32,
    /// Share of the question, by weight, that the FAQ knows.
    pub known: f32,
    /// The language it is asked in, where it asks anything.
    pub language: Option<Language>,
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

/// What a conversation is about: what was asked before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topic {
    /// The question that was answered.
    pub question: String,
}

impl Index {
    /// Builds an index, and calibrates it.
    #[must_use]
    pub fn build(source: &Source, synonyms: &[Vec<String>]) -> Self {
        Self::build_by(source, synonyms, &weights::SHIPPED)
    }

    /// Builds an index that ranks by other weights than the shipped ones: for the trainer, which leaves a merchant out.
    #[must_use]
    pub fn build_by(source: &Source, synonyms: &[Vec<String>], weights: &'static Learned) -> Self {
        let mut index = Self {
            kept: Kept::build(source),
            source: source.clone(),
            synonyms: Synonyms::new(synonyms),
            calibrations: Default::default(),
            weights,
        };
        index.calibrate();
        index
    }

    /// The index with some entries put in place of what they were, added, or (without phrasings) taken out. What was measured
    /// stays as it was, so that an entry is live at once.
    #[must_use]
    pub fn with(&self, changed: &[SourceEntry]) -> Self {
        let mut source = self.source.clone();
        let mut places: HashMap<i64, usize> =
            source.entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
        for entry in changed {
            if let Some(at) = places.get(&entry.id) {
                source.entries[*at].clone_from(entry);
            } else {
                places.insert(entry.id, source.entries.len());
                source.entries.push(entry.clone());
            }
        }
        source.entries.retain(|entry| !entry.phrasings.is_empty());
        Self {
            kept: Kept::build(&source),
            source,
            synonyms: self.synonyms.clone(),
            calibrations: self.calibrations,
            weights: self.weights,
        }
    }

    /// Measures how sure a question has to be.
    fn calibrate(&mut self) {
        if self.kept.ids.len() < rank::FEW {
            return;
        }
        let count = self.kept.lines.len();
        let samples = (SAMPLED / count.max(1)).clamp(SAMPLES.0, SAMPLES.1);
        let mut chosen: Vec<(u64, usize)> =
            self.kept.lines.iter().enumerate().map(|(at, line)| (hash::of(line), at)).collect();
        chosen.sort_unstable();
        chosen.truncate(samples);
        let share = count as f32 / chosen.len().max(1) as f32;
        let mut tried: [Vec<(f32, bool)>; 2] = Default::default();
        for (_, phrasing) in chosen {
            let (language, entry, without_it, without_entry) = self.look_without(phrasing);
            let weights = rank::weights(self.weights, language, self.kept.ids.len());
            if let Some(look) = without_it
                && let Some(ranked) = rank::rank(&look, self.kept.ids.len(), weights)
            {
                let right = look.near[ranked.order[0].0].entry == entry;
                tried[language as usize].push((ranked.sure, right));
            }
            if let Some(ranked) = rank::rank(&without_entry, self.kept.ids.len(), weights) {
                tried[language as usize].push((ranked.sure, false));
            }
        }
        self.calibrations = tried.map(|tried| Calibration::fit(&tried, share.min(SHARE_MAX)));
    }

    /// What is seen of a phrasing as if it were not in the FAQ (where its entry has others), and as if its entry were not.
    fn look_without(&self, phrasing: usize) -> (Language, u32, Option<signals::Look>, signals::Look) {
        let entry = self.kept.entry_of[phrasing];
        let of_entry = self.kept.of_entry[entry as usize].clone();
        let asked = Asked::new(Form::new(&self.kept.lines[phrasing]), &self.kept);
        let language = asked.form.language;
        let one = Without { phrasings: phrasing as u32..phrasing as u32 + 1, entry: of_entry.clone() };
        let in_scope = (of_entry.len() > 1).then(|| signals::look(&self.kept, &asked, &one));
        let all = Without { phrasings: of_entry.clone(), entry: of_entry };
        (language, entry, in_scope, signals::look(&self.kept, &asked, &all))
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
        let form = Form::new(question);
        if !form.asks() {
            return found;
        }
        self.find(form, &mut found);
        if found.p() >= self.threshold(Carefulness::Usual) {
            // A shop may well have an answer to "who are you".
            found.smalltalk = None;
        }
        found
    }

    /// Finds the candidates.
    fn find(&self, mut form: Form, found: &mut Match) {
        self.synonyms.add_to(&mut form);
        let asked = Asked::new(form, &self.kept);
        let look = signals::look(&self.kept, &asked, &Without::default());
        let language = asked.form.language;
        let weights = rank::weights(self.weights, language, self.kept.ids.len());
        found.known = look.known;
        found.language = Some(language);
        let Some(ranked) = rank::rank(&look, self.kept.ids.len(), weights) else { return };
        let own = self.calibrations[language as usize].apply(ranked.sure);
        let p = rank::probability(weights.honest[0] * own + weights.honest[1]);
        found.among = rank::probability(ranked.among);
        let top = ranked.order.first().map_or(1.0, |(_, share)| *share).max(1e-9);
        let candidate = |(at, share): (usize, f32)| {
            let near = &look.near[at];
            Candidate {
                entry: self.kept.ids[near.entry as usize],
                p: p * share / top,
                phrasing: self.kept.place[near.phrasing as usize] as usize,
                signals: near.values,
            }
        };
        found.candidates = ranked.order.into_iter().map(candidate).collect();
    }

    /// Asks what may go on with a topic ("and for Canada?"): as it is and, where that is no answer by the threshold and the
    /// question is short or points back, joined with what is rarest in the topic. Joined it has to be an answer, and clearly
    /// more probable.
    #[must_use]
    pub fn follow_up(&self, question: &str, topic: &Topic, threshold: f32) -> Match {
        let alone = self.ask(question);
        if alone.smalltalk.is_some() || alone.p() >= threshold || !follow::may_follow(question) {
            return alone;
        }
        let before = self.ask(&topic.question).candidates.first().map(|first| first.entry);
        let mut joined = Match { candidates: Vec::new(), ..alone.clone() };
        for form in follow::join(question, &topic.question, &self.kept) {
            let mut found = Match { candidates: Vec::new(), joined: true, ..alone.clone() };
            self.find(form, &mut found);
            // What was answered already is not asked again.
            let other = found.candidates.first().map(|first| first.entry) != before;
            if other && found.p() > joined.p() {
                joined = found;
            }
        }
        let answers = joined.p() >= threshold && joined.p() >= alone.p() + AHEAD;
        // Where neither is an answer, entries are shown to choose from by what was said with its topic.
        let shows = joined.p() < threshold && joined.p() >= alone.p() + AHEAD && joined.is_worth_showing();
        if answers || shows { joined } else { alone }
    }

    /// What is seen of a question, before anything is made of it: for the trainer.
    #[must_use]
    pub fn look(&self, question: &str) -> signals::Look {
        let form = Form::new(question);
        if !form.asks() {
            return signals::Look::default();
        }
        signals::look(&self.kept, &Asked::new(form, &self.kept), &Without::default())
    }

    /// What is seen of each phrasing as if it were not in the FAQ, and as if its entry were not; with its entry's number.
    #[must_use]
    pub fn look_at_itself(&self) -> Vec<(u32, Option<signals::Look>, signals::Look)> {
        let looks = (0..self.kept.lines.len()).map(|phrasing| self.look_without(phrasing));
        looks.map(|(_, entry, without_it, without_entry)| (entry, without_it, without_entry)).collect()
    }

    /// How probable an entry has to be to be given as the answer.
    #[must_use]
    pub fn threshold(&self, wish: Carefulness) -> f32 {
        wish.threshold()
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

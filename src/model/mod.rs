//! A language model that may help agents, and never must: off unless switched on, and nothing waits for it beyond its time.
//!
//! [`Helper::help`] asks for an answer out of the passages it is given and hands back only what stands up to [`verify`]: what the model
//! says is never trusted, whatever it was told. Anything else, for whatever reason, is an [`Unhelped`], and nothing is shown.
#![allow(clippy::cast_precision_loss, reason = "counts of words and questions are small")]

mod circuit;
mod openai;
mod prompt;
mod spent;
mod verify;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use circuit::Circuit;
pub use openai::OpenAi;
pub use prompt::{Message, Prompt};
use spent::Spent;
pub use verify::{Unfit, verify};

use crate::clock::SharedClock;

/// Most passages that are handed over.
pub const PASSAGES_MAX: usize = 6;
/// Characters of a passage that are handed over.
pub const PASSAGE_CHARS: usize = 1_200;
/// Characters of a question that are handed over.
pub const QUESTION_CHARS: usize = 500;

/// An approved entry from which may be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The entry.
    pub entry: i64,
    /// Its question.
    pub question: String,
    /// Its answer.
    pub answer: String,
}

/// An answer that stands up to what it cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounded {
    /// The words; to be shown with a label that a machine wrote them.
    pub answer: String,
    /// The entries that it is drawn from, at least one.
    pub entries: Vec<i64>,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unhelped {
    /// No model is switched on.
    #[error("no model is switched on")]
    Off,
    /// Nothing was handed over from which could be answered.
    #[error("there is nothing to answer from")]
    NothingToCite,
    /// As many are at work as may be.
    #[error("too many at once")]
    Busy,
    /// What a day may cost is spent.
    #[error("the day's tokens are spent")]
    Spent,
    /// It failed so often that it is left alone for a while.
    #[error("left alone after failures")]
    Open,
    /// It did not answer, or not in time.
    #[error("no answer: {0}")]
    Failed(Failure),
    /// The model itself left it to a person.
    #[error("the model does not know")]
    Declined,
    /// What it said does not stand up.
    #[error("not shown: {0}")]
    Unfit(Unfit),
}

/// Why a provider has nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Not reached, broken off, or too late.
    #[error("not reached in time")]
    Unreached,
    /// Too busy, or failing for now.
    #[error("failing for now")]
    Temporary,
    /// The key, the model or the account: somebody has to look.
    #[error("refused; check key, model and account")]
    Refused,
    /// What came back is no answer.
    #[error("not an answer")]
    Garbage,
}

/// What a provider came back with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The words, as they came.
    pub text: String,
    /// What they cost.
    pub tokens: u64,
}

/// A completion on its way.
pub type Completing<'a> = Pin<Box<dyn Future<Output = Result<Completion, Failure>> + Send + 'a>>;

/// Whatever completes a prompt.
pub trait Provider: fmt::Debug + Send + Sync {
    /// Completes a prompt within a time.
    fn complete<'a>(&'a self, prompt: &'a Prompt, within: Duration) -> Completing<'a>;
}

/// How much help there may be.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Time for an answer.
    pub within: Duration,
    /// Tokens of a day, by UTC.
    pub tokens_per_day: u64,
    /// Questions at once.
    pub at_once: usize,
}

/// Asks a model, within bounds.
#[derive(Debug)]
pub struct Helper {
    provider: Arc<dyn Provider>,
    bounds: Bounds,
    clock: SharedClock,
    state: Mutex<(Circuit, Spent)>,
}

/// Gives its place back, however the call ends.
struct Place<'a>(&'a Helper);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.locked().1.leave();
    }
}

impl Helper {
    /// Over a provider.
    #[must_use]
    pub fn new(provider: Arc<dyn Provider>, bounds: Bounds, clock: SharedClock) -> Self {
        Self { provider, bounds, clock, state: Mutex::default() }
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, (Circuit, Spent)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a question out of passages, verified whole, or says why not. `nonce` separates what was said from what is asked; it
    /// is different each time, and nobody can guess it.
    pub async fn help(&self, question: &str, passages: &[Passage], nonce: u64) -> Result<Grounded, Unhelped> {
        let passages = &passages[..passages.len().min(PASSAGES_MAX)];
        if passages.is_empty() {
            return Err(Unhelped::NothingToCite);
        }
        let prompt = Prompt::grounded(question, passages, nonce);
        let _place = {
            let mut state = self.locked();
            let (circuit, spent) = &mut *state;
            if !circuit.lets_through(self.clock.tick()) {
                return Err(Unhelped::Open);
            }
            spent.enter(self.clock.now(), prompt.tokens(), self.bounds)?;
            Place(self)
        };
        let completed = self.provider.complete(&prompt, self.bounds.within).await;
        {
            let mut state = self.locked();
            let (circuit, spent) = &mut *state;
            circuit.note(self.clock.tick(), completed.as_ref().err().copied());
            if let Ok(completion) = &completed {
                spent.settle(self.clock.now(), completion.tokens.saturating_sub(prompt.tokens()));
            }
        }
        let completion = completed.map_err(Unhelped::Failed)?;
        match verify(&completion.text, question, passages, &prompt) {
            Ok(Some(grounded)) => Ok(grounded),
            Ok(None) => Err(Unhelped::Declined),
            Err(unfit) => Err(Unhelped::Unfit(unfit)),
        }
    }
}

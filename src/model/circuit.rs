//! Leaves a provider alone that fails: it would only keep customers waiting.

use std::collections::VecDeque;

use super::Failure;
use crate::clock::Tick;

/// So many failures within a minute open it.
const FAILURES: usize = 5;
const WINDOW_MS: u128 = 60_000;
/// After so long one question is let through.
const PROBE_MS: u128 = 30_000;

/// Whether questions go through.
#[derive(Debug, Default)]
pub(super) struct Circuit {
    failures: VecDeque<Tick>,
    opened: Option<Tick>,
    probing: bool,
}

impl Circuit {
    /// Whether a question goes through now; while it is open one at a time, after a pause.
    pub(super) fn lets_through(&mut self, now: Tick) -> bool {
        match self.opened {
            None => true,
            Some(opened) if !self.probing && now.since(opened).as_millis() >= PROBE_MS => {
                self.probing = true;
                true
            }
            Some(_) => false,
        }
    }

    /// Notes how a question ended.
    pub(super) fn note(&mut self, now: Tick, failure: Option<Failure>) {
        self.probing = false;
        let Some(failure) = failure else {
            self.failures.clear();
            self.opened = None;
            return;
        };
        self.failures.push_back(now);
        self.failures.retain(|at| now.since(*at).as_millis() < WINDOW_MS);
        // A wrong key is wrong the next time, too.
        if failure == Failure::Refused || self.failures.len() >= FAILURES || self.opened.is_some() {
            if self.opened.is_none() {
                tracing::warn!(%failure, "the model is left alone for a while");
            }
            self.opened = Some(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_in_a_minute_open_it() {
        let mut circuit = Circuit::default();
        for at in 0..5 {
            assert!(circuit.lets_through(Tick(at * 1_000)), "{at}");
            circuit.note(Tick(at * 1_000), Some(Failure::Temporary));
        }
        assert!(!circuit.lets_through(Tick(5_000)));
        assert!(!circuit.lets_through(Tick(33_999)));
        assert!(circuit.lets_through(Tick(34_000)), "one may try");
        assert!(!circuit.lets_through(Tick(34_001)), "and no other meanwhile");
        circuit.note(Tick(35_000), Some(Failure::Unreached));
        assert!(!circuit.lets_through(Tick(36_000)));
        assert!(circuit.lets_through(Tick(65_000)));
        circuit.note(Tick(66_000), None);
        assert!(circuit.lets_through(Tick(66_001)));
    }

    #[test]
    fn failures_far_apart_do_not() {
        let mut circuit = Circuit::default();
        for at in 0..20 {
            circuit.note(Tick(at * 16_000), Some(Failure::Temporary));
            assert!(circuit.lets_through(Tick(at * 16_000)), "{at}");
        }
    }

    #[test]
    fn a_wrong_key_opens_it_at_once() {
        let mut circuit = Circuit::default();
        circuit.note(Tick(0), Some(Failure::Refused));
        assert!(!circuit.lets_through(Tick(1)));
    }
}

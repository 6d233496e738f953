//! Proof by simulation: the real links, flows and database, many devices, a network and a clock, all in one thread. A seed
//! decides what happens and in which order, so that a run can be repeated exactly; see `docs/simulation.md`.

mod play;

use play::run;
use play::sabotage::Sabotage;

/// The first seed of the test command, and how many follow it.
const SEEDS: std::ops::Range<u64> = 1..6;

#[test]
fn nothing_is_lost_doubled_disordered_or_told_to_others() {
    let mut routed = 0;
    for seed in SEEDS {
        let world = run(seed, None);
        assert!(world.violations.is_empty(), "seed {seed}: {:#?}\n{:?}", world.violations, world.counts);
        routed += world.counts.routed;
    }
    assert!(routed > 0, "nobody was given anything");
}

/// What is on its way at the end was counted as missing once: two messages written in the last moment.
#[test]
fn a_run_ends_when_nothing_is_on_its_way() {
    assert_eq!(run(20_038, None).violations, Vec::<String>::new());
}

#[test]
fn a_seed_repeats_a_run_exactly() {
    let (one, other) = (run(7, None), run(7, None));
    assert_eq!((one.trace, one.counts.steps), (other.trace, other.counts.steps));
    assert_ne!(one.trace, run(8, None).trace);
}

/// Some seed shows the broken promise, and in these words.
fn is_seen(sabotage: Sabotage, words: &[&str]) {
    let seen = (1..30).any(|seed| {
        let world = run(seed, Some(sabotage));
        let said = world.violations.join(" ");
        words.iter().any(|words| said.contains(words))
    });
    assert!(seen, "{sabotage:?} was not seen");
}

#[test]
fn a_lost_commit_is_seen() {
    is_seen(Sabotage::ForgetLastCommit, &["was accepted"]);
}

#[test]
fn a_doubled_message_is_seen() {
    is_seen(Sabotage::RepeatUnderNewId, &["are there twice"]);
}

#[test]
fn a_wrong_order_is_seen() {
    is_seen(Sabotage::SwapFrames, &["on one link"]);
}

#[test]
fn a_frame_for_somebody_else_is_seen() {
    is_seen(Sabotage::Misdeliver, &["somebody else's", "reads a note"]);
}

#[test]
fn who_has_not_caught_up_is_seen() {
    is_seen(Sabotage::SkipEntry, &[" keeps "]);
}

#[test]
fn a_lost_file_is_seen() {
    is_seen(Sabotage::ForgetBlob, &["are not there as they were sent"]);
}

#[test]
fn a_mailbox_without_bound_is_seen() {
    is_seen(Sabotage::NoBound, &["a mailbox holds"]);
}

#[test]
fn a_bot_that_talks_on_is_seen() {
    is_seen(Sabotage::BotTalksOn, &["above a person"]);
}

#[test]
fn a_word_without_an_answer_is_seen() {
    is_seen(Sabotage::BotForgets, &["has no answer of the bot's"]);
}

#[test]
fn a_silent_hand_over_is_seen() {
    is_seen(Sabotage::BotIsSilent, &["was told nothing"]);
}

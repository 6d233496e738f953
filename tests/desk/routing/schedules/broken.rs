//! Each promise of a schedule, broken on purpose: it is noticed, and in these words.

use super::play;
use super::world::Sabotage;

#[test]
fn each_broken_promise_is_noticed() {
    for (sabotage, words) in [
        (Sabotage::Forget, "is free"),
        (Sabotage::Overfill, "who was full"),
        (Sabotage::Backwards, "came before"),
        (Sabotage::Pile, "had less"),
        (Sabotage::Lie, "and not for"),
        (Sabotage::Keep, "stays with somebody who vanished"),
    ] {
        let said = play(200, Some(sabotage)).expect_err(&format!("{sabotage:?} was not noticed"));
        assert!(said.contains(words), "{sabotage:?}: {said}");
    }
}

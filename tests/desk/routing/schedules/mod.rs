//! Random schedules of arrivals, people, restarts and kills between any two steps, over the real flows and the real database, with the
//! clock moved by hand. After each round of the routing everything is counted again from the tables, by other means.

mod broken;
mod look;
mod world;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use servicedesk::domain::access::agent::Availability;
use servicedesk::events::Priority;

use world::{Ending, Sabotage, Step, World};

/// How many schedules; more by `PROPTEST_CASES`.
const CASES: u32 = 60;

fn step() -> impl Strategy<Value = Step> {
    let who = 0..world::AGENTS;
    let which = 0..40_usize;
    prop_oneof![
        8 => (0..world::VISITORS, any::<bool>()).prop_map(|(visitor, anew)| Step::Say { visitor, anew }),
        4 => (who.clone(), which.clone()).prop_map(|(agent, which)| Step::Reply { agent, which }),
        1 => (who.clone(), which.clone()).prop_map(|(agent, which)| Step::Note { agent, which }),
        1 => (who.clone(), which.clone()).prop_map(|(agent, which)| Step::Read { agent, which }),
        4 => (who.clone(), which.clone()).prop_map(|(agent, which)| Step::Close { agent, which }),
        1 => (who.clone(), which.clone()).prop_map(|(agent, which)| Step::Take { agent, which }),
        1 => (who.clone(), which.clone()).prop_map(|(agent, which)| Step::GiveUp { agent, which }),
        1 => (who.clone(), which.clone(), 0..2_usize)
            .prop_map(|(agent, which, team)| Step::ToTeam { agent, which, team }),
        1 => (which, select(Priority::ALL.to_vec())).prop_map(|(which, to)| Step::Prioritize { which, to }),
        3 => (who.clone(), select(vec![Availability::Online, Availability::Away, Availability::Offline]))
            .prop_map(|(agent, to)| Step::Choose { agent, to }),
        4 => who.clone().prop_map(|agent| Step::Come { agent }),
        2 => who.clone().prop_map(|agent| Step::Go { agent }),
        1 => who.prop_map(|agent| Step::Disable { agent }),
        4 => select(vec![1, 20, 60, 91, 121, 301, 1_801]).prop_map(|seconds| Step::Pass { seconds }),
        1 => select(vec![Ending::Stopped, Ending::Killed, Ending::KilledUnanswered]).prop_map(Step::End),
    ]
}

fn play(cases: u32, sabotage: Option<Sabotage>) -> Result<(), String> {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    // Whether something broken is noticed must not be a matter of luck.
    let mut runner = match sabotage {
        Some(_) => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
        None => TestRunner::new(config),
    };
    let outcome = runner.run(&vec(step(), 1..60), |steps| {
        let mut world = World::new(sabotage);
        for step in steps {
            if let Err(words) = world.play(step) {
                return Err(TestCaseError::fail(words));
            }
        }
        Ok(())
    });
    outcome.map_err(|failed| failed.to_string())
}

#[test]
fn whatever_happens_the_routing_keeps_its_promises() {
    // 256 is what proptest has where nobody says otherwise; a schedule takes long.
    let asked = Config::default().cases;
    if let Err(words) = play(if asked == 256 { CASES } else { asked }, None) {
        panic!("{words}");
    }
}

//! One run of the simulation; [`run`] plays it.

pub mod bot;
pub mod check;
#[path = "../../client/mod.rs"]
pub mod client;
pub mod clock;
pub mod desk;
pub mod executor;
pub mod faults;
pub mod gateway;
pub mod parcels;
pub mod people;
pub mod populate;
pub mod random;
pub mod sabotage;
pub mod watch;
pub mod wire;
pub mod world;

use sabotage::Sabotage;
use world::World;

/// Plays the run of `seed` in a folder of its own.
pub fn run(seed: u64, sabotage: Option<Sabotage>) -> World {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut world = World::new(seed, folder.path().to_owned(), sabotage);
    world.run();
    world
}

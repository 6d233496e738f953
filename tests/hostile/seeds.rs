//! What the fuzz targets start from, and whatever they found: every file goes through the same door here.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/doors.rs"]
mod doors;

type Door = fn(&[u8]);

#[test]
fn every_seed_keeps_the_promises_of_its_door() {
    let doors: [(&str, Door); 4] = [
        ("frames", doors::frames),
        ("content", doors::content),
        ("certificates", doors::certificates),
        ("pages", doors::pages),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), doors.len());
    for (name, door) in doors {
        let seeds: Vec<_> =
            fs::read_dir(folder.join(name)).unwrap().map(|seed| seed.unwrap().path()).collect();
        assert!(seeds.len() >= 5, "{name}");
        for seed in seeds {
            println!("{}", seed.display());
            door(&fs::read(&seed).unwrap());
        }
    }
}

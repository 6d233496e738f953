//! Blocks: the same on a running desk and on a stopped one.

use crate::Place;
use crate::process::Served;

fn story(place: &Place) {
    let id =
        place.done(&["block", "add", "--address", "203.0.113.77/24", "--reason", "floods", "--days", "7"]);
    assert!(id.starts_with("b_"), "{id}");
    let list = place.done(&["block", "list"]);
    let row: Vec<&str> = list.split('\t').collect();
    assert_eq!((row[0], row[1], row[4]), (id.as_str(), "203.0.113.0/24", "floods"));
    assert_eq!(place.done(&["block", "remove", &id]), format!("lifted {id}"));
    assert_eq!(place.done(&["block", "list"]), "");
    assert!(place.fails(&["block", "remove", &id], "").contains("No block with this id holds"));
    assert!(place.fails(&["block", "add", "--address", "0.0.0.0/0"], "").contains("address: "));
    assert!(
        place.fails(&["block", "add", "--contact", "p_0000000000001"], "").contains("Nobody has this id")
    );
}

#[test]
fn addresses_are_blocked_listed_and_let_in_again() {
    let place = Place::new();
    place.add("mei@example.cn", "owner");
    story(&place);
    let desk = Served::start(&place.data, &[]);
    story(&place);
    desk.stop();
}

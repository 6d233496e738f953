//! The table call × right × role of the page about the REST interface, held against the code. `INSTA_UPDATE=always` writes it anew.

use std::fs;

use servicedesk::web::{CallRights, call_rights};

use super::reading::API;

const BEGIN: &str = "<!-- rights: written by `INSTA_UPDATE=always cargo test --test desk rights` -->\n";
const END: &str = "<!-- /rights -->\n";

fn row(call: &CallRights) -> String {
    let CallRights { method, path, needs, lets_in, token } = call;
    let [agent, supervisor, admin, owner, visitor, nobody] = *lets_in;
    let of = |lets_in, refused| if lets_in { "yes" } else { refused };
    // Who is not known is asked who they are; who is known is refused.
    let visitor = of(visitor, "401");
    let cells = [
        of(agent, "403"),
        of(supervisor, "403"),
        of(admin, "403"),
        of(owner, "403"),
        visitor,
        of(nobody, "401"),
        token,
    ];
    format!("| `{method} {path}` | {needs} | {} |\n", cells.join(" | "))
}

fn written() -> String {
    let mut text = String::from(
        "| call | needs | agent | supervisor | admin | owner | visitor | nobody | API token |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    text.extend(call_rights().iter().map(row));
    text
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the variable by which snapshots are written")]
fn the_page_says_what_each_call_needs() {
    let (before, rest) = API.split_once(BEGIN).expect("the marker");
    let (table, after) = rest.split_once(END).expect("the other marker");
    let written = written();
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/api.md");
        fs::write(page, [before, BEGIN, &written, END, after].concat()).unwrap();
    } else {
        assert_eq!(table, written);
    }
}

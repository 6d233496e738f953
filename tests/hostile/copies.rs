//! A copy made while everybody writes, and the desk that is made of it: whole up to a point, and honest about the rest.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::process::Command;

use futures_util::future::join_all;
use serde_json::{Value, json};
use servicedesk::storage::backup;

use crate::ground::desk;
use crate::support::{Cursor, Link, TestDesk, Visitor, spoken};

/// Visitors who write at once.
const WRITERS: usize = 6;
/// Messages each of them has accepted before the copy begins, and again after it has ended.
const ENOUGH: usize = 25;

/// Somebody who writes, and what was accepted of it.
struct Writer {
    visitor: Visitor,
    conversation: String,
    link: RefCell<Link>,
    accepted: Cell<usize>,
}

impl Writer {
    async fn of(desk: &TestDesk) -> Self {
        let visitor = desk.visitor().await;
        let mut link = visitor.connect().await;
        let first = link.post("id 1", Value::Null, "text 1").await;
        let conversation = first["conversation_id"].as_str().unwrap().to_owned();
        Self { visitor, conversation, link: RefCell::new(link), accepted: Cell::new(1) }
    }

    /// Writes until `wanted` messages are accepted.
    #[expect(clippy::await_holding_refcell_ref, reason = "each writer has one link and uses it alone")]
    async fn write_up_to(&self, wanted: &Cell<usize>) {
        let mut link = self.link.borrow_mut();
        while self.accepted.get() < wanted.get() {
            let next = self.accepted.get() + 1;
            let accepted =
                link.post(&format!("id {next}"), self.conversation.as_str(), &format!("text {next}")).await;
            assert_eq!(accepted["sequence"], next);
            self.accepted.set(next);
        }
    }

    fn cursor(&self) -> Cursor {
        self.link.borrow().cursor()
    }
}

async fn all_write(writers: &[Writer], wanted: &Cell<usize>) {
    join_all(writers.iter().map(|writer| writer.write_up_to(wanted))).await;
}

/// Copies the desk while they write; how many messages of each were accepted before the copy began.
async fn copy(desk: &TestDesk, writers: &[Writer], target: &Path) -> usize {
    let wanted = Cell::new(ENOUGH);
    all_write(writers, &wanted).await;
    let (folder, target) = (desk.inside().db.folder().to_owned(), target.to_owned());
    wanted.set(usize::MAX);
    let copying = async {
        let steps = |_: &str| {};
        let copied = tokio::task::spawn_blocking(move || backup::make(&folder, &target, &steps)).await;
        copied.unwrap().unwrap();
        let most = writers.iter().map(|writer| writer.accepted.get()).max().unwrap();
        wanted.set(most + ENOUGH);
    };
    tokio::join!(copying, all_write(writers, &wanted));
    ENOUGH
}

/// Puts a copy into a new folder, as one does who runs a desk.
fn restore(copy: &Path, data: &Path) {
    let restored = Command::new(env!("CARGO_BIN_EXE_servicedesk"))
        .arg("--data")
        .args([data, Path::new("restore"), copy])
        .current_dir(copy)
        .output()
        .unwrap();
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
}

#[tokio::test]
async fn a_copy_made_while_all_write_lacks_nothing_accepted_before_it() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let copy_folder = folder.path().join("copy");
    let desk = desk().await;
    let mut writers = Vec::new();
    for _ in 0..WRITERS {
        writers.push(Writer::of(&desk).await);
    }
    let before = copy(&desk, &writers, &copy_folder).await;

    let old = writers[0].cursor();
    let desk = desk.reopened(|data| {
        std::fs::remove_dir_all(data).unwrap();
        restore(&copy_folder, data);
    });
    let desk = desk.await;
    let colleague = desk.colleague().await;
    for writer in &writers {
        let kept = spoken(&colleague.entries(&writer.conversation).await);
        let meant: Vec<String> = (1..=kept.len()).map(|number| format!("text {number}")).collect();
        assert_eq!(kept, meant, "the copy has a gap");
        let all = writer.accepted.get();
        assert!((before..=all).contains(&kept.len()), "{} of {all} are left", kept.len());

        // The old cursor belongs to a log that ended; the outbox says again what it must.
        let visitor = writer.visitor.come_back(&desk, Value::Null).await;
        let mut link = visitor.resume(&writer.cursor()).await;
        assert_eq!(link.welcome["resume"], "reload");
        assert_ne!(link.welcome["log_epoch"], old.epoch.as_str());
        assert_eq!(link.welcome["conversations"][0]["last_sequence"], kept.len());
        for number in kept.len() + 1..=all {
            let (id, text) = (format!("id {number}"), format!("text {number}"));
            let accepted = link.post(&id, writer.conversation.as_str(), &text).await;
            assert_eq!(accepted["sequence"], number);
        }
        assert_eq!(colleague.entries(&writer.conversation).await.len(), all);
    }
    a_cursor_above_the_head_reloads(&desk, &writers[0].visitor).await;
}

/// A cursor of this very epoch that the log never reached.
async fn a_cursor_above_the_head_reloads(desk: &TestDesk, visitor: &Visitor) {
    let visitor = visitor.come_back(desk, Value::Null).await;
    let link = visitor.connect().await;
    let reached = Cursor { epoch: link.cursor().epoch, position: link.cursor().position };
    for (more, resume) in [(0, "replaying"), (1_000_000, "reload"), (i64::MAX - reached.position, "reload")] {
        let cursor = Cursor { position: reached.position + more, ..reached.clone() };
        assert_eq!(visitor.resume(&cursor).await.welcome["resume"], resume, "{more} above");
    }
    let old_epoch = json!({ "resume": { "log_epoch": "0123456789abcdef", "log_position": 1 } });
    assert_eq!(visitor.connect_with(old_epoch).await.welcome["resume"], "reload");
}

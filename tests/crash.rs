//! What was accepted survives: a desk killed under load ten times, and a disk whose syncs are counted, slow, or failing.
//!
//! A killed process proves nothing about syncs, because the system keeps what it wrote; so the syncs have tests of their
//! own, with a library between the desk and the drive.

mod process;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use futures_util::future::join_all;
use process::rest::{Program, status};
use process::sync::Disk;
use process::visitor::{Gone, Link, Session};
use process::{PATIENCE, Served, UNLIMITED, done, run, servicedesk};
use serde_json::{Value, json};
use servicedesk::clock::SystemClock;
use tokio::sync::watch;

const SENDERS: usize = 200;
const KILLS: usize = 10;
/// Messages of one sender that are unanswered at once, as the desk allows.
const IN_FLIGHT: usize = 16;

/// Adds an agent and gives an API token and the key of the widget.
fn prepare(data: &Path) -> (String, String) {
    let add = ["agent", "add", "--email", "mei@x.cn", "--name", "Mei", "--role", "owner", "--password-stdin"];
    done(data, &add, "a kettle of spring water");
    let token = done(data, &["token", "create", "--agent", "mei@x.cn", "--name", "test"], "");
    let widgets = done(data, &["widget", "list"], "");
    let key = widgets.split_once('\t').expect("name and key").1.to_owned();
    (token, key)
}

/// One visitor who says 1, 2, 3 … and repeats what was not answered, as the protocol wants it.
struct Sender {
    name: usize,
    visitor_token: String,
    /// The next number to say.
    next: usize,
    /// Said and not answered, oldest first.
    unanswered: Vec<usize>,
    /// Sequence of each accepted number.
    accepted: HashMap<usize, i64>,
    conversation: Option<String>,
}

impl Sender {
    fn id(&self, number: usize) -> String {
        format!("{}-{number}", self.name)
    }

    /// Opens a link.
    async fn connect(&self, desk: &Served, key: &str) -> Link {
        let session = Session::open(desk, key, Some(&self.visitor_token)).await;
        Link::open(desk, &session.session_token).await.expect("the desk runs")
    }

    /// Talks until the link ends, or, with `last`, until everything that was said is answered.
    async fn talk(&mut self, mut link: Link, count: &watch::Sender<usize>, last: bool) -> Result<(), Gone> {
        for number in self.unanswered.clone() {
            link.send(&self.id(number), &number.to_string()).await?;
        }
        while !last || !self.unanswered.is_empty() {
            while !last && self.unanswered.len() < IN_FLIGHT {
                let number = self.next;
                self.next += 1;
                self.unanswered.push(number);
                link.send(&self.id(number), &number.to_string()).await?;
            }
            let frame = link.next().await?;
            match frame["type"].as_str() {
                Some("accepted") => {
                    self.accept(&frame);
                    count.send_modify(|count| *count += 1);
                }
                Some("message" | "entry" | "queue" | "drain") => {}
                _ => unreachable!("sender {} got {frame}", self.name),
            }
        }
        Ok(())
    }

    fn accept(&mut self, frame: &Value) {
        let id = frame["client_message_id"].as_str().expect("an id");
        let number: usize = id.split_once('-').expect("my id").1.parse().expect("a number");
        assert_eq!(self.unanswered.first(), Some(&number), "answers come in the order of the sends");
        self.unanswered.remove(0);
        let sequence = frame["sequence"].as_i64().expect("a sequence");
        assert_eq!(self.accepted.insert(number, sequence), None);
        let conversation = frame["conversation_id"].as_str().expect("a conversation").to_owned();
        assert_eq!(self.conversation.get_or_insert(conversation.clone()), &conversation);
    }

    /// Holds what the desk has against what it said, and gives how much of the unanswered was stored all the same.
    async fn check(&self, program: &Program, whole: bool) -> usize {
        let Some(conversation) = &self.conversation else { return 0 };
        let entries = program.entries(conversation).await;
        let mut found = HashMap::new();
        let mut before = 0;
        for (place, entry) in entries.iter().enumerate() {
            let sequence = entry["sequence"].as_i64().expect("a sequence");
            assert_eq!(sequence, place as i64 + 1, "sequences are dense");
            let number: usize = entry["content"]["text"].as_str().expect("a text").parse().expect("a number");
            assert_eq!(entry["client_message_id"], json!(self.id(number)));
            assert_eq!(number, before + 1, "in the order in which they were said, none left out, none twice");
            before = number;
            found.insert(number, sequence);
        }
        for (number, sequence) in &self.accepted {
            assert_eq!(found.get(number), Some(sequence), "sender {}: {number} was accepted", self.name);
        }
        if whole {
            assert_eq!(found.len(), self.next - 1, "everything that was said is there");
        }
        self.unanswered.iter().filter(|number| found.contains_key(number)).count()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_was_accepted_survives_ten_kills_once_and_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("desk");
    let (token, key) = prepare(&data);
    let mut desk = Served::start(&data, &UNLIMITED);
    let mut senders = join_all((0..SENDERS).map(async |name| Sender {
        name,
        visitor_token: Session::open(&desk, &key, None).await.visitor_token,
        next: 1,
        unanswered: Vec::new(),
        accepted: HashMap::new(),
        conversation: None,
    }))
    .await;

    let (mut unanswered, mut stored) = (0, 0);
    for round in 0..KILLS {
        let links = join_all(senders.iter().map(|sender| sender.connect(&desk, &key))).await;
        let (count, mut reached) = watch::channel(0);
        let count = Arc::new(count);
        let talks: Vec<_> = senders
            .into_iter()
            .zip(links)
            .map(|(mut sender, link)| {
                let count = Arc::clone(&count);
                tokio::spawn(async move {
                    assert!(sender.talk(link, &count, false).await.is_err(), "only the kill ends it");
                    sender
                })
            })
            .collect();
        // Each life ends at another point.
        let enough = tokio::time::timeout(PATIENCE, reached.wait_for(|count| *count >= 400 + 331 * round));
        enough.await.expect("messages are accepted").expect("senders count");
        desk.kill();
        desk.wait();
        senders = join_all(talks).await.into_iter().map(|talk| talk.expect("a sender")).collect();
        unanswered += senders.iter().map(|sender| sender.unanswered.len()).sum::<usize>();

        desk = Served::start(&data, &UNLIMITED);
        let program = Program::new(&desk.origin, &token);
        stored +=
            join_all(senders.iter().map(|sender| sender.check(&program, false))).await.iter().sum::<usize>();
    }
    let count = watch::Sender::new(0);
    for sender in &mut senders {
        let link = sender.connect(&desk, &key).await;
        sender.talk(link, &count, true).await.expect("the desk stays");
    }
    let program = Program::new(&desk.origin, &token);
    join_all(senders.iter().map(|sender| sender.check(&program, true))).await;
    let accepted: usize = senders.iter().map(|sender| sender.accepted.len()).sum();
    println!(
        "{accepted} accepted by {SENDERS} senders over {KILLS} kills; {unanswered} unanswered and repeated, {stored} of \
         them stored before"
    );
    assert!(stored > 0, "no kill fell between a commit and its answers; repeats were not put to the test");
    desk.stop();
}

/// Opens as many links as there are visitors.
async fn visitors(desk: &Served, key: &str, count: usize) -> Vec<Link> {
    join_all((0..count).map(async |_| {
        let session = Session::open(desk, key, None).await;
        Link::open(desk, &session.session_token).await.expect("the desk runs")
    }))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_batch_is_synced_before_it_is_accepted_and_many_share_a_sync() {
    const VISITORS: usize = 50;
    const MESSAGES: usize = 6;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("desk");
    let (_, key) = prepare(&data);
    let drive = Disk::new(folder.path());
    let desk = Served::start(&data, &[&UNLIMITED[..], &drive.variables("20")].concat());
    let links = visitors(&desk, &key, VISITORS).await;

    let before = drive.commits_synced();
    let answers = join_all(links.into_iter().map(async |mut link| {
        let mut batches = Vec::new();
        for number in 0..MESSAGES {
            link.send(&number.to_string(), "text").await.expect("the desk runs");
            let accepted = link.next_of("accepted").await.expect("an answer");
            batches.push(accepted["accepted_at"].as_str().expect("a time").to_owned());
        }
        batches
    }))
    .await;
    let syncs = drive.commits_synced() - before;
    let messages = VISITORS * MESSAGES;
    // All that one batch stored carries its time.
    let batches = answers.iter().flatten().collect::<BTreeSet<_>>().len();
    println!("{messages} messages of {VISITORS} visitors in {batches} batches, {syncs} syncs");
    assert!(syncs >= batches, "{batches} batches were accepted after {syncs} syncs");
    assert!(syncs * 4 <= messages, "{messages} messages took {syncs} syncs");
    desk.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_accepted_before_its_sync_is_done() {
    const SLOW_MS: u64 = 250;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("desk");
    let (_, key) = prepare(&data);
    let drive = Disk::new(folder.path());
    let desk = Served::start(&data, &[&UNLIMITED[..], &drive.variables("250")].concat());
    let clock = SystemClock::shared();
    let links = visitors(&desk, &key, 20).await;
    let waits = join_all(links.into_iter().map(async |mut link| {
        let mut soonest = u64::MAX;
        for number in 0..4 {
            let sent = clock.tick();
            link.send(&number.to_string(), "text").await.expect("the desk runs");
            link.next_of("accepted").await.expect("an answer");
            soonest = soonest.min(clock.tick().0 - sent.0);
        }
        soonest
    }))
    .await;
    let soonest = waits.into_iter().min().expect("visitors");
    println!("with syncs of {SLOW_MS} ms the soonest answer took {soonest} ms");
    assert!(soonest >= SLOW_MS, "accepted after {soonest} ms");
    desk.stop();
}

/// The next frame that does not tell the customer their place in the queue.
async fn answer(link: &mut Link) -> Value {
    loop {
        let frame = link.next().await.expect("the link stays");
        if frame["type"] != "queue" {
            return frame;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_syncs_fail_nothing_is_accepted_and_reads_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("desk");
    let (token, key) = prepare(&data);
    let drive = Disk::new(folder.path());
    let desk = Served::start(&data, &[&UNLIMITED[..], &drive.variables("0")].concat());
    let program = Program::new(&desk.origin, &token);
    let mut link = visitors(&desk, &key, 1).await.remove(0);
    link.send("1", "before").await.expect("the desk runs");
    let accepted = link.next_of("accepted").await.expect("an answer");
    let conversation = accepted["conversation_id"].as_str().expect("an id").to_owned();
    assert_eq!(status(&desk.origin, "/readyz").await, 200);

    drive.fail();
    link.send("2", "meanwhile").await.expect("the desk runs");
    link.send("3", "meanwhile, too").await.expect("the desk runs");
    for _ in 0..3 {
        // Whatever stood before it on the link, it is not an answer to 2 or 3.
        let frame = answer(&mut link).await;
        assert_eq!((&frame["type"], &frame["reason"]), (&json!("paused"), &json!("unavailable")), "{frame}");
        assert!(frame["retry_after_ms"].as_u64() > Some(0));
        link.say(&json!({"type": "continue"})).await.expect("the link stays");
        link.send("2", "meanwhile").await.expect("the link stays");
        link.send("3", "meanwhile, too").await.expect("the link stays");
    }
    let texts = async || -> Vec<String> {
        let entries = program.entries(&conversation).await;
        entries.iter().map(|entry| entry["content"]["text"].as_str().expect("a text").to_owned()).collect()
    };
    assert_eq!(texts().await, ["before"], "reads go on, and show what is stored");
    assert_eq!(status(&desk.origin, "/readyz").await, 503);
    assert_eq!(status(&desk.origin, "/healthz").await, 200);
    let content = json!({"kind": "text", "text": "by REST"});
    let body = json!({"client_message_id": "r", "content": content, "note": false});
    let path = format!("/api/v1/conversations/{conversation}/messages");
    let response = program.call(&path, Some(body.clone())).await;
    assert_eq!(response.status(), 503);
    assert!(response.headers().contains_key("retry-after"));

    let paused = answer(&mut link).await;
    assert_eq!(paused["type"], "paused", "{paused}");
    drive.mend();
    link.say(&json!({"type": "continue"})).await.expect("the link stays");
    link.send("2", "meanwhile").await.expect("the link stays");
    link.send("3", "meanwhile, too").await.expect("the link stays");
    for (id, sequence) in [("2", 2), ("3", 3)] {
        let frame = answer(&mut link).await;
        assert_eq!(
            (&frame["type"], &frame["client_message_id"]),
            (&json!("accepted"), &json!(id)),
            "{frame}"
        );
        assert_eq!(frame["sequence"], sequence);
    }
    assert_eq!(program.call(&path, Some(body)).await.status(), 201);
    assert_eq!(texts().await, ["before", "meanwhile", "meanwhile, too", "by REST"]);
    assert_eq!(status(&desk.origin, "/readyz").await, 200);
    drop(link);
    desk.stop();
}

#[tokio::test]
async fn what_a_crash_left_is_synced_before_anything_is_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("desk");
    prepare(&data);
    let drive = Disk::new(folder.path());
    let desk = Served::start(&data, &[]);
    done(&data, &["token", "create", "--agent", "mei@x.cn", "--name", "late"], "");
    desk.kill();
    desk.wait();
    // The system still has what the desk wrote; whether the disk has it is not known until a sync succeeds.
    let list = || run(servicedesk(&data).args(["token", "list"]).envs(drive.variables("0")), "");
    drive.fail();
    let ended = list();
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{}", ended.err);
    assert!(ended.err.starts_with("error: cannot open the database\n  caused by: "), "{}", ended.err);
    drive.mend();
    let before = drive.commits_synced();
    let ended = list();
    assert!(ended.out.contains("\tlate\t") && drive.commits_synced() > before, "{}", ended.err);
}

#[tokio::test]
async fn a_commit_of_unknown_end_is_found_out_by_the_repeat_even_after_a_crash() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("desk");
    let (token, key) = prepare(&data);
    let drive = Disk::new(folder.path());
    let desk = Served::start(&data, &drive.variables("0"));
    let session = Session::open(&desk, &key, None).await;
    let mut link = Link::open(&desk, &session.session_token).await.expect("the desk runs");
    drive.fail();
    link.send("1", "stored or not").await.expect("the desk runs");
    assert_eq!(link.next().await.expect("the link stays")["type"], "paused");
    desk.kill();
    desk.wait();
    drive.mend();
    // The frames of the failed commit lie in the log, whole: this start may well read them back.
    let desk = Served::start(&data, &drive.variables("0"));
    let session = Session::open(&desk, &key, Some(&session.visitor_token)).await;
    let mut link = Link::open(&desk, &session.session_token).await.expect("the desk runs");
    link.send("1", "stored or not").await.expect("the desk runs");
    let accepted = link.next_of("accepted").await.expect("an answer");
    assert_eq!(accepted["sequence"], 1);
    let conversation = accepted["conversation_id"].as_str().expect("an id");
    let entries = Program::new(&desk.origin, &token).entries(conversation).await;
    assert_eq!(entries.len(), 1, "{entries:?}");
}

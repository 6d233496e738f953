//! Macros and messages that go out later through kills at any moment: once or not at all, never twice. Everything is counted from the
//! tables of the desk that comes back.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use rusqlite::params;
use servicedesk::clock::{Clock, HandClock, SharedClock, Timestamp};
use servicedesk::domain::access::agent::Role;
use servicedesk::domain::conversations::content::Content;
use servicedesk::domain::conversations::target::Target;
use servicedesk::domain::idempotency::Key;
use servicedesk::domain::macros::{Action, Document};
use servicedesk::domain::widgets::{DEFAULT_NAME, store as widgets};
use servicedesk::entropy::SeededEntropy;
use servicedesk::events::ActorKind;
use servicedesk::fault::Fault;
use servicedesk::flows::contacts::open_visitor_session::{Arrival, open_visitor_session};
use servicedesk::flows::conversations::post_message::{Post, post_message};
use servicedesk::flows::conversations::scheduled::{self, Later};
use servicedesk::flows::idempotent::{Answer, once};
use servicedesk::flows::macros::keep::{self, Wanted};
use servicedesk::flows::macros::run::{self, How};
use servicedesk::flows::shop::set_up_desk::ensure_defaults;
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::{AgentId, ContactId, ConversationId, MacroId, VisitorId};
use servicedesk::storage::follower::Followers;
use servicedesk::storage::{self, CommitLoop, DATABASE_FILE, Limits, Unit, pragmas};
use tempfile::TempDir;

/// Kills of a run; more by `CASES`.
const CASES: u64 = 12;

/// How a write ends.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    /// It is answered.
    Answered,
    /// The desk dies before it is stored.
    Before,
    /// It is stored, and nobody hears of it.
    Unheard,
}

struct World {
    folder: TempDir,
    clock: Arc<HandClock>,
    running: Option<(Desk, CommitLoop)>,
    starts: u64,
}

/// Whom the story is about.
#[derive(Clone, Copy)]
struct Cast {
    agent: AgentId,
    visitor: VisitorId,
    conversation: ConversationId,
}

impl World {
    fn open() -> Self {
        let mut world = Self {
            folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
            clock: HandClock::starting_at(Timestamp(1_772_352_000_000)),
            running: None,
            starts: 0,
        };
        world.start();
        world
    }

    fn start(&mut self) {
        self.starts += 1;
        let clock: SharedClock = Arc::<HandClock>::clone(&self.clock);
        let entropy = SeededEntropy::shared(self.starts);
        let (folder, followers) = (self.folder.path().join("data"), Followers::from(Vec::new()));
        let (db, commits) =
            storage::open_stepped(&folder, Limits::default(), &clock, &entropy, false, followers).unwrap();
        self.running = Some((Desk::new(db, clock, entropy, 8, 1), commits));
    }

    /// The desk dies, and leaves its files as a killed process does.
    fn kill(&mut self) {
        let folder = self.folder.path().join("data");
        let path = |suffix: &str| folder.join(format!("{DATABASE_FILE}{suffix}"));
        let files: Vec<_> =
            ["", "-wal"].map(|suffix| (path(suffix), fs::read(path(suffix)).unwrap_or_default())).into();
        drop(self.running.take());
        for (path, bytes) in files {
            fs::write(path, bytes).unwrap();
        }
        drop(fs::remove_file(path("-shm")));
        self.start();
    }

    /// A write and how it ends; `None` where nobody hears of it.
    fn write<T: Send + 'static>(
        &mut self,
        ending: Ending,
        work: impl FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Option<Result<T, Fault>> {
        if ending == Ending::Before {
            self.kill();
            return None;
        }
        let now = self.clock.now();
        let (desk, commits) = self.running.as_mut().unwrap();
        let answer = desk.db.submit(work).unwrap();
        commits.gather();
        commits.store(now);
        if ending == Ending::Unheard {
            self.kill();
            return None;
        }
        commits.answer();
        commits.publish();
        answer.now_or_never()
    }

    fn done<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Unit<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> T {
        self.write(Ending::Answered, work).unwrap().unwrap()
    }

    /// The agent's messages, by their text, with how often each was said.
    fn said(&self) -> BTreeMap<String, u64> {
        let conn = pragmas::open_to_inspect(&self.folder.path().join("data").join(DATABASE_FILE)).unwrap();
        let mut query = conn
            .prepare("SELECT content ->> 'text', COUNT(*) FROM messages WHERE sender_kind = 2 GROUP BY 1")
            .unwrap();
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64))).unwrap();
        rows.map(Result::unwrap).collect()
    }

    fn waiting(&self) -> i64 {
        let conn = pragmas::open_to_inspect(&self.folder.path().join("data").join(DATABASE_FILE)).unwrap();
        conn.query_row("SELECT COUNT(*) FROM scheduled_messages", [], |row| row.get(0)).unwrap()
    }
}

fn populate(unit: &mut Unit<'_>) -> Result<Cast, Fault> {
    ensure_defaults(unit, "pk_test", "sk_test")?;
    let agent: AgentId = unit.mint();
    unit.conn().write(
        "INSERT INTO agents (id, email, email_key, name, role, password_hash, active, availability, capacity, locale, theme,
                             created_at)
         VALUES (?1, 'a', 'a', 'Mei', 'owner', 'none', 1, 1, 3, 'en', 'auto', ?2)",
        params![agent, unit.now().0],
    )?;
    let widget = widgets::find_by_name(unit.conn(), DEFAULT_NAME)?.unwrap().id;
    let arrival = Arrival {
        widget,
        device_id: None,
        known_token: None,
        new_token: [1; 32],
        identity: None,
        locale: None,
        page: None,
        time_zone: None,
        user_agent: None,
        address: None,
    };
    let visitor = open_visitor_session(unit, &arrival)?.visitor;
    let post = asks(Target::New, "where is it");
    let conversation =
        post_message(unit, &Caller::visitor(visitor, ContactId(0), false), &post)?.conversation;
    Ok(Cast { agent, visitor, conversation })
}

fn asks(target: Target, text: &str) -> Post {
    let hour = Duration::from_hours(1);
    Post::new(&[7; 32], ActorKind::Visitor, None, target, false, Content::text(text), hour).unwrap()
}

#[expect(clippy::disallowed_methods, reason = "how much a test does is asked of its environment")]
fn cases() -> u64 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

/// A repeatable chance.
fn chance(case: u64, of: u64) -> u64 {
    (case.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33) % of
}

const ENDINGS: [Ending; 3] = [Ending::Answered, Ending::Before, Ending::Unheard];

#[test]
fn a_scheduled_message_goes_out_once_however_often_the_desk_dies() {
    let mut world = World::open();
    let cast = world.done(populate);
    let caller = Caller::agent(cast.agent, Role::Owner);
    let mut expected = BTreeMap::new();
    for case in 0..cases() {
        let text = format!("text {case}");
        let later = Later {
            conversation: cast.conversation,
            client_message_id: Some(format!("m {case}")),
            content: Content::text(text.clone()),
            send_at: world.clock.now().plus(Duration::from_secs(30)),
            seen: None,
        };
        // Whoever heard nothing asks again under the same id.
        for ending in [ENDINGS[chance(case, 3) as usize], Ending::Answered] {
            let (caller, later) = (caller, later.clone());
            world.write(ending, move |unit| scheduled::schedule(unit, &caller, &later));
        }
        assert_eq!(world.waiting(), 1, "{case}");
        let is_early = chance(case + 99, 5) == 0;
        if is_early {
            let post = asks(Target::Named(cast.conversation), "it came");
            let customer = Caller::visitor(cast.visitor, ContactId(0), false);
            world.done(move |unit| post_message(unit, &customer, &post));
        } else {
            expected.insert(text, 1);
        }
        world.clock.advance(Duration::from_secs(31));
        for ending in [ENDINGS[chance(case + 7, 3) as usize], Ending::Unheard, Ending::Answered] {
            world.write(ending, |unit| scheduled::send_due(unit, 20));
        }
        assert_eq!((world.said(), world.waiting()), (expected.clone(), 0), "{case}");
    }
}

#[test]
fn a_macro_is_done_once_however_often_the_desk_dies() {
    let mut world = World::open();
    let cast = world.done(populate);
    let caller = Caller::agent(cast.agent, Role::Owner);
    for case in 0..cases() {
        let text = format!("text {case}");
        let actions = vec![
            Action::Note { text: format!("note {case}") },
            Action::AddLabels { labels: vec![format!("label {}", case % 9)] },
            Action::Priority { priority: ["high", "low"][(case % 2) as usize].to_owned() },
            Action::Close {},
        ];
        let wanted = Wanted {
            name: Some("m".to_owned()),
            document: Some(Document { reply: Some(text.clone()), actions }),
            shared: Some(true),
        };
        let id: MacroId = world.done(move |unit| keep::add(unit, &caller, wanted)).id;
        let ending = ENDINGS[chance(case, 3) as usize];
        let before = world.said();
        // With the same key, as clients repeat what they heard nothing of.
        let call = move |unit: &mut Unit<'_>| {
            let key =
                Key { principal: "a".to_owned(), route: "POST /run".to_owned(), key: format!("key {case}") };
            let how = How {
                values: BTreeMap::new(),
                seen: std::collections::HashMap::new(),
                digest_key: [7; 32],
                text_chars: 1_000,
            };
            let work = |unit: &mut Unit<'_>| {
                let outcomes = run::run(unit, &caller, id, &[Some(cast.conversation)], &how)?;
                assert!(outcomes[0].is_ok(), "{outcomes:?}");
                Ok(Answer { status: 200, body: String::new() })
            };
            once(unit, &key, &[0; 32], Duration::from_hours(24), work, |_| Answer {
                status: 500,
                body: String::new(),
            })
        };
        if world.write(ending, call).is_none() {
            let said = world.said();
            let (whole, nothing) = (said.contains_key(&format!("note {case}")), said == before);
            assert_eq!(said.contains_key(&text), whole, "{case}: all of it or nothing");
            assert_eq!(nothing, ending == Ending::Before, "{case}");
            world.done(call);
        }
        let said = world.said();
        assert_eq!((said[&text], said[&format!("note {case}")]), (1, 1), "{case}");
        assert_eq!(said.len(), before.len() + 2, "{case}");
        world.done(move |unit| keep::remove(unit, &caller, id));
    }
}

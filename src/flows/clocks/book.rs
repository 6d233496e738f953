//! What clocks ask the desk, answered: every version of every policy, and the calendars that they name.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::domain::calendars::{self, Calendar};
use crate::domain::clocks::policy::Policy;
use crate::domain::clocks::promise::{Case, Promise, Rules};
use crate::domain::clocks::store::{self, Version};
use crate::events::{ClockKind, LogPosition};
use crate::ids::{CalendarId, PolicyId};

/// Policies and calendars, read when they are asked for.
pub struct Book<'a> {
    conn: &'a Connection,
    versions: OnceCell<Vec<Said>>,
    calendars: RefCell<BTreeMap<CalendarId, Rc<Calendar>>>,
    /// What went wrong while reading; an answer that was given after it counts for nothing.
    failed: RefCell<Option<rusqlite::Error>>,
}

/// A version of a policy, read.
struct Said {
    version: Version,
    /// `None` where it was removed or can no longer be read: it promises nothing.
    policy: Option<Policy>,
}

impl<'a> Book<'a> {
    /// The book of a desk.
    #[must_use]
    pub const fn new(conn: &'a Connection) -> Self {
        Self {
            conn,
            versions: OnceCell::new(),
            calendars: RefCell::new(BTreeMap::new()),
            failed: RefCell::new(None),
        }
    }

    /// Whether everything could be read that was asked for.
    pub fn check(&self) -> rusqlite::Result<()> {
        self.failed.take().map_or(Ok(()), Err)
    }

    fn noted<T: Default>(&self, found: rusqlite::Result<T>) -> T {
        found.unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            T::default()
        })
    }

    fn versions(&self) -> &[Said] {
        self.versions.get_or_init(|| {
            let read = |version: Version| Said {
                policy: version.document.as_deref().and_then(Policy::stored),
                version,
            };
            self.noted(store::versions(self.conn)).into_iter().map(read).collect()
        })
    }

    /// Changes of policies behind a position that count for clocks that ran already.
    pub fn changes_after(&self, position: LogPosition) -> rusqlite::Result<Vec<(LogPosition, Timestamp)>> {
        store::changes_after(self.conn, position)
    }

    /// The policies in force right after a position, in order.
    fn in_force(&self, position: LogPosition) -> Vec<&Said> {
        let mut newest: BTreeMap<PolicyId, &Said> = BTreeMap::new();
        for said in self.versions().iter().filter(|said| said.version.position <= position) {
            newest.insert(said.version.policy, said);
        }
        let mut found: Vec<&Said> = newest.into_values().collect();
        found.sort_by_key(|said| (said.version.place, said.version.policy));
        found
    }

    /// What a policy said in the version that a clock keeps.
    #[must_use]
    pub fn policy(&self, promise: &Promise) -> Option<&Policy> {
        let is_it = |said: &&Said| {
            (said.version.policy, said.version.position) == (promise.policy(), promise.version)
        };
        self.versions().iter().find(is_it)?.policy.as_ref()
    }

    /// A calendar; one that is gone is open day and night, as is none.
    fn calendar(&self, id: Option<CalendarId>) -> Option<Rc<Calendar>> {
        let id = id?;
        if let Some(known) = self.calendars.borrow().get(&id) {
            return Some(Rc::clone(known));
        }
        let found = self.noted(calendars::store::calendar(self.conn, id));
        let calendar = Rc::new(found.unwrap_or_else(Calendar::always));
        self.calendars.borrow_mut().insert(id, Rc::clone(&calendar));
        Some(calendar)
    }
}

impl Rules for Book<'_> {
    fn promise(&self, kind: ClockKind, case: &Case, position: LogPosition) -> Option<Promise> {
        let (said, policy) = self
            .in_force(position)
            .into_iter()
            .filter_map(|said| Some((said, said.policy.as_ref()?)))
            .find(|(_, policy)| policy.is_for(case))?;
        policy.promise(kind, case, (said.version.policy, said.version.position))
    }

    fn open_ms(&self, calendar: Option<CalendarId>, from: Timestamp, to: Timestamp) -> i64 {
        self.calendar(calendar).map_or((to.0 - from.0).max(0), |calendar| calendar.open_ms(from, to))
    }

    fn add_open(&self, calendar: Option<CalendarId>, from: Timestamp, ms: i64) -> Option<Timestamp> {
        match self.calendar(calendar) {
            Some(calendar) => calendar.add_open(from, ms),
            None => Some(Timestamp(from.0.saturating_add(ms))),
        }
    }

    fn is_open(&self, calendar: Option<CalendarId>, at: Timestamp) -> bool {
        self.calendar(calendar).is_none_or(|calendar| calendar.is_open(at))
    }

    fn next_change(&self, calendar: Option<CalendarId>, at: Timestamp) -> Option<Timestamp> {
        self.calendar(calendar)?.next_change(at)
    }
}

//! Faults of the network, the desk, its disk and its clock.

use std::time::Duration;

use servicedesk::domain::access::credentials;
use servicedesk::domain::access::email::EmailAddress;
use servicedesk::domain::contacts::identity::Identity;
use servicedesk::domain::contacts::profile::Profile;
use servicedesk::domain::contacts::store as contacts;
use servicedesk::domain::widgets::{self, store as widget_store};
use servicedesk::fault::Fault;
use servicedesk::flows::Caller;
use servicedesk::flows::access::disable_agent::disable_agent;
use servicedesk::flows::contacts::erase_contact::erase_contact;
use servicedesk::flows::contacts::open_visitor_session::{Arrival, open_visitor_session};
use servicedesk::ids::VisitorId;
use servicedesk::storage::{InjectedFault, pragmas};

use super::desk;
use super::populate::{nobody, visitor_token};
use super::sabotage::Sabotage;
use super::world::{Who, World};

impl World {
    pub(super) fn count(&mut self, fault: &'static str) {
        *self.counts.faults.entry(fault).or_default() += 1;
        self.note_text(fault);
        self.tell(|| fault.to_owned());
    }

    pub(super) fn inject_something(&mut self) {
        let now = self.clock.millis();
        match self.random.below(23) {
            0..=5 => {
                let held = self.network.held();
                if let Some(connection) = self.random.pick(&held).copied() {
                    let told = !self.random.once_in(3);
                    self.count(if told { "cut" } else { "half-open" });
                    self.network.cut(connection, told, &mut self.random);
                }
            }
            6..=9 => {
                let held = self.network.held();
                if let Some(connection) = self.random.pick(&held).copied() {
                    self.count("stall");
                    let until = now + self.random.between(500, 90_000);
                    self.network.stall(connection, until);
                }
            }
            10 | 11 => self.end_desk(now, false),
            12 => self.end_desk(now, true),
            13 | 14 => self.inject_disk_fault(now),
            15 => {
                self.count("clock jump");
                let by = self.random.between(0, 7_200_000).cast_signed() - 3_600_000;
                self.clock.jump(by);
            }
            16 => self.drain(),
            17 => self.back_up_or_restore(now),
            18 => self.identify(),
            19 if self.random.once_in(3) => self.erase(),
            20 if self.random.once_in(6) => self.disable(),
            21 => self.cut_request(),
            _ => {
                // Everybody comes at once.
                self.count("storm");
                for at in 0..self.devices.len() {
                    self.devices[at].client.wake(now);
                    self.follow_client(at);
                }
            }
        }
    }

    pub(super) fn end_desk(&mut self, now: u64, by_power: bool) {
        let Some(running) = self.running.take() else { return };
        self.count(match (by_power, running.is_between()) {
            (false, false) => "kill",
            (false, true) => "kill between commit and answer",
            (true, false) => "power cut",
            (true, true) => "power cut in a commit",
        });
        self.stop_everything(now);
        match (self.sabotage, by_power) {
            (Some(Sabotage::ForgetLastCommit), _) => running.kill_unsynced(),
            (_, true) => running.power_cut(&mut self.random),
            (_, false) => running.kill(),
        }
        self.spoil_blobs();
        self.starts_at = now + self.random.between(1, 5_000);
    }

    /// The process is gone: its tasks, its timers, its connections.
    pub(super) fn stop_everything(&mut self, now: u64) {
        self.stops_at = None;
        self.executor.kill();
        self.requests_died();
        self.clock.forget_sleepers();
        for connection in self.network.desk_died() {
            if let Some(at) = self.devices.iter().position(|device| device.connection == Some(connection)) {
                self.devices[at].connection = None;
                self.devices[at].client.closed(None, now);
                self.follow_client(at);
            }
        }
    }

    pub(super) fn inject_disk_fault(&mut self, now: u64) {
        let injected = match self.random.below(3) {
            0 => InjectedFault::DiskFull,
            1 => InjectedFault::SyncFailed,
            _ => InjectedFault::Unreachable,
        };
        self.count(match injected {
            InjectedFault::DiskFull => "disk full",
            InjectedFault::SyncFailed => "sync failed",
            InjectedFault::Unreachable => "disk gone",
        });
        if let Some(running) = &mut self.running {
            running.inject(Some(injected));
            self.fault_until = now + self.random.between(100, 8_000);
        }
    }

    pub(super) fn drain(&mut self) {
        if let Some(running) = &self.running {
            running.hub.drain(Duration::from_secs(5));
            self.count("drain");
            self.stops_at = Some(self.clock.millis() + 6_000);
        }
    }

    pub(super) fn back_up_or_restore(&mut self, now: u64) {
        match self.backup.take() {
            Some((copy, head)) if self.random.once_in(2) => {
                let Some(running) = self.running.take() else { return };
                self.count("restore");
                self.stop_everything(now);
                running.kill();
                let how = self.next_start(true);
                let running = desk::restore(&self.folder, &copy, &self.clock, how, &mut self.executor);
                self.running = Some(running);
                // What came after the copy was made is gone, and known to be.
                self.accepted.retain(|_, one| one.position <= head);
                self.agree_on_outbox();
                // Rights that were proven after it are gone as well, and what was heard by them was heard rightly.
                self.devices.iter_mut().for_each(|device| device.heard_of.clear());
            }
            _ if self.running.is_some() => {
                self.count("backup");
                let copy = desk::back_up(&self.folder);
                let conn = pragmas::open_to_inspect(&copy).expect("the copy is there");
                let head =
                    conn.query_row("SELECT coalesce(max(log_position), 0) FROM event_log", [], |row| {
                        row.get(0)
                    });
                self.backup = Some((copy, head.expect("it can be read")));
            }
            _ => {}
        }
    }

    /// A visitor proves who they are: from then on they may read all that the person may.
    pub(super) fn identify(&mut self) {
        let device = self.random.below(2);
        self.count("identity proven");
        self.at_desk(move |unit| {
            let widget = widget_store::find_by_name(unit.conn(), widgets::DEFAULT_NAME)?
                .ok_or_else(Fault::not_found)?;
            let arrival = Arrival {
                widget: widget.id,
                known_token: Some(credentials::digest(&visitor_token(device))),
                identity: Some(Identity::Verified {
                    user_id: "u1".into(),
                    proven: Profile::default(),
                    said: Profile::default(),
                }),
                ..nobody(widget.id, device)
            };
            open_visitor_session(unit, &arrival).map(drop)
        });
    }

    pub(super) fn erase(&mut self) {
        let conn = self.look();
        let visitors: Vec<VisitorId> = self
            .devices
            .iter()
            .filter_map(|device| if let Who::Visitor(id) = device.who { Some(id) } else { None })
            .collect();
        let Some(visitor) = self.random.pick(&visitors).copied() else { return };
        let Some(found) = contacts::find_visitor(&conn, visitor).expect("it can be read") else { return };
        self.count("erase");
        self.erased.insert(found.contact);
        self.at_desk(move |unit| erase_contact(unit, &Caller::operator(), found.contact));
    }

    pub(super) fn disable(&mut self) {
        self.count("agent disabled");
        self.at_desk(|unit| {
            let address = EmailAddress::parse("b@example.com")?;
            disable_agent(unit, &Caller::operator(), &address).map(drop)
        });
    }
}

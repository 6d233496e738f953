//! Files on their way, sent as the pages send them: announced, in slices, finished, then shown by a message.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::{AbortHandle, Abortable};
use servicedesk::domain::access::agent::Role;
use servicedesk::domain::files::slices::Slices;
use servicedesk::domain::files::store;
use servicedesk::domain::files::wrong_digest;
use servicedesk::events::Actor;
use servicedesk::fault::{Fault, Kind};
use servicedesk::flows::files::uploads::{Announced, Files, find};
use servicedesk::flows::{Caller, Desk};
use servicedesk::ids::{ContactId, FileId, UploadId};
use servicedesk::storage::blobs::Digest;

use super::client::Where;
use super::world::{Who, World};

/// Slices of a file on their way at once.
const AT_ONCE: usize = 2;
/// How often a file is begun anew before it is given up.
const BEGINNINGS: u32 = 3;
/// Files that differ; others have the bytes of one of these.
const KINDS: usize = 6;

/// A file that somebody chose.
pub struct Parcel {
    pub device: usize,
    place: Where,
    bytes: Vec<u8>,
    upload: Option<UploadId>,
    beginnings: u32,
    attempts: u32,
    stage: Stage,
    asked: Vec<Asked>,
    /// When it goes on.
    due: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Begin,
    Look,
    Send(Vec<u64>),
    Finish,
    /// Shown, refused, or its sender is gone.
    Over,
}

/// A request that was not answered yet.
struct Asked {
    reply: Rc<RefCell<Option<Result<Reply, Fault>>>>,
    handler: AbortHandle,
}

/// What the desk says to a request.
enum Reply {
    Begun(UploadId),
    Missing(Vec<u64>),
    Kept,
    Whole(FileId),
}

impl Parcel {
    fn has_reply(&self) -> bool {
        self.asked.iter().any(|asked| asked.reply.borrow().is_some())
    }

    fn wants(&self) -> bool {
        match &self.stage {
            Stage::Over => false,
            Stage::Send(missing) if !missing.is_empty() => self.asked.len() < AT_ONCE,
            _ => self.asked.is_empty(),
        }
    }

    pub fn is_over(&self) -> bool {
        self.stage == Stage::Over && self.asked.is_empty()
    }

    pub fn whats_open(&self) -> String {
        format!("a file of device {}: {:?}, {} requests", self.device, self.stage, self.asked.len())
    }

    /// Comes back later, with back-off.
    fn wait(&mut self, now: u64) {
        self.attempts += 1;
        self.due = now + (500 << self.attempts.min(5));
        self.stage = if self.upload.is_some() { Stage::Look } else { Stage::Begin };
    }
}

impl World {
    /// Somebody chooses a file.
    pub(super) fn choose_file(&mut self, at: usize, place: Where) {
        let kind = self.random.below(KINDS);
        let bytes = (0..=kind * 3_000).map(|place| (place * 31 + kind) as u8).collect();
        let due = self.clock.millis();
        self.parcels.push(Parcel {
            device: at,
            place,
            bytes,
            upload: None,
            beginnings: 0,
            attempts: 0,
            stage: Stage::Begin,
            asked: Vec::new(),
            due,
        });
    }

    pub(super) fn parcel_is_due(&self, number: usize, now: u64) -> bool {
        let parcel = &self.parcels[number];
        parcel.has_reply() || parcel.wants() && parcel.due <= now && self.running.is_some()
    }

    /// When a file goes on by itself.
    pub(super) fn next_parcel(&self) -> Option<u64> {
        let waiting = self.parcels.iter().filter(|parcel| parcel.wants() && self.running.is_some());
        waiting.map(|parcel| parcel.due).min()
    }

    /// A request breaks off: its handler ends where it stands, or goes on and nobody hears what it says.
    pub(super) fn cut_request(&mut self) {
        let asking: Vec<usize> =
            (0..self.parcels.len()).filter(|at| !self.parcels[*at].asked.is_empty()).collect();
        let Some(number) = self.random.pick(&asking).copied() else { return };
        self.count("request cut");
        let silently = self.random.once_in(2);
        self.forget_requests(number, silently);
    }

    /// The process went, and with it every request.
    pub(super) fn requests_died(&mut self) {
        for number in 0..self.parcels.len() {
            self.forget_requests(number, false);
        }
    }

    fn forget_requests(&mut self, number: usize, silently: bool) {
        let now = self.clock.millis();
        let parcel = &mut self.parcels[number];
        if parcel.asked.is_empty() {
            return;
        }
        parcel.asked.drain(..).filter(|_| !silently).for_each(|asked| asked.handler.abort());
        if parcel.stage != Stage::Over {
            parcel.wait(now);
        }
    }

    pub(super) fn parcel_acts(&mut self, number: usize, now: u64) {
        if self.devices[self.parcels[number].device].client.has_ended() {
            self.parcels[number].stage = Stage::Over;
            return self.forget_requests(number, true);
        }
        let parcel = &mut self.parcels[number];
        let heard = parcel.asked.iter().position(|asked| asked.reply.borrow().is_some());
        if let Some(heard) = heard {
            let asked = parcel.asked.remove(heard);
            let reply = asked.reply.borrow_mut().take().expect("it was there");
            return self.parcel_hears(number, reply, now);
        }
        self.parcel_asks(number);
    }

    fn parcel_hears(&mut self, number: usize, reply: Result<Reply, Fault>, now: u64) {
        let parcel = &mut self.parcels[number];
        match reply {
            Ok(Reply::Begun(id)) => {
                parcel.upload = Some(id);
                parcel.stage = Stage::Look;
            }
            Ok(Reply::Missing(missing)) => {
                parcel.stage = if missing.is_empty() { Stage::Finish } else { Stage::Send(missing) };
            }
            Ok(Reply::Kept) => {
                if matches!(&parcel.stage, Stage::Send(missing) if missing.is_empty())
                    && parcel.asked.is_empty()
                {
                    parcel.stage = Stage::Finish;
                }
            }
            Ok(Reply::Whole(file)) => {
                parcel.stage = Stage::Over;
                let (at, place) = (parcel.device, parcel.place.clone());
                let digest = Digest::of(&parcel.bytes);
                self.counts.files += 1;
                self.files.insert(file, digest);
                self.say(at, place, false, Some(file.to_string()));
                self.follow_client(at);
            }
            Err(fault) => {
                parcel.asked.clear();
                let anew = matches!(fault.code, "not_found" | "wrong_digest");
                let later =
                    matches!(fault.kind, Kind::Unavailable | Kind::RateLimited) || fault.code == "incomplete";
                if anew && parcel.beginnings < BEGINNINGS {
                    parcel.upload = None;
                    parcel.wait(now);
                } else if later {
                    parcel.wait(now);
                } else {
                    parcel.stage = Stage::Over;
                }
            }
        }
    }

    fn parcel_asks(&mut self, number: usize) {
        let (desk, files) = match &self.running {
            Some(running) => (running.desk.clone(), running.files.clone()),
            None => return,
        };
        let parcel = &mut self.parcels[number];
        let owner = match self.devices[parcel.device].who {
            Who::Visitor(id) => Caller::visitor(id, ContactId(0), false),
            Who::Agent(id, _) => Caller::agent(id, Role::Agent),
        };
        let (size, whole) = (parcel.bytes.len() as u64, Digest::of(&parcel.bytes));
        match (&mut parcel.stage, parcel.upload) {
            (Stage::Begin, _) | (_, None) => {
                parcel.beginnings += 1;
                let announced = Announced {
                    file_name: "a.bin".to_owned(),
                    byte_size: size,
                    content_type: String::new(),
                    sha256: Some(whole),
                    client: None,
                };
                self.ask(number, async move {
                    files.admit(size).await?;
                    let upload = desk.db.write(move |unit| files.begin(unit, &owner, announced)).await?;
                    Ok(Reply::Begun(upload.id))
                });
            }
            (Stage::Look, Some(id)) => self.ask(number, look(desk, owner.actor, id)),
            (Stage::Send(missing), Some(id)) if !missing.is_empty() => {
                let slice = missing.remove(0);
                let (start, length) =
                    Slices::of(size).place(slice).expect("the desk knows how many there are");
                let bytes = parcel.bytes[start as usize..][..length as usize].to_vec();
                // A page that was closed sends the same slice at the same time, and its line breaks bytes.
                if self.random.once_in(5) {
                    let mut broken = bytes.clone();
                    broken[length as usize / 2..].fill(0xff);
                    let sent =
                        send(files.clone(), desk.clone(), owner, (id, slice), Digest::of(&bytes), broken);
                    self.executor.spawn(async move { drop(sent.await) });
                }
                self.ask(number, send(files, desk, owner, (id, slice), Digest::of(&bytes), bytes));
            }
            (Stage::Send(_) | Stage::Finish, Some(id)) => self.ask(number, async move {
                files.complete(&desk, &owner, id, None).await.map(|file| Reply::Whole(file.id))
            }),
            (Stage::Over, Some(_)) => {}
        }
    }

    fn ask(&mut self, number: usize, request: impl Future<Output = Result<Reply, Fault>> + 'static) {
        let reply = Rc::new(RefCell::new(None));
        let (handler, registration) = AbortHandle::new_pair();
        let answer = Rc::clone(&reply);
        let work = async move {
            let said = request.await;
            *answer.borrow_mut() = Some(said);
        };
        let work = Abortable::new(work, registration);
        self.executor.spawn(async move { work.await.unwrap_or_default() });
        self.counts.requests += 1;
        self.parcels[number].asked.push(Asked { reply, handler });
    }
}

async fn look(desk: Desk, owner: Actor, id: UploadId) -> Result<Reply, Fault> {
    let upload = find(&desk, owner, id).await?;
    if let Some(file) = upload.file {
        return Ok(Reply::Whole(file));
    }
    let received = desk.db.read(move |conn| Ok(store::slices(conn, id)?)).await?;
    let missing = (0..upload.slices.count()).filter(|slice| !received.contains(slice)).collect();
    Ok(Reply::Missing(missing))
}

/// Sends a slice in two pieces; `digest` is what it should hash to.
async fn send(
    files: Files,
    desk: Desk,
    owner: Caller,
    (id, number): (UploadId, u64),
    digest: Digest,
    bytes: Vec<u8>,
) -> Result<Reply, Fault> {
    if let Some(slice) = files.expect(&desk, &owner, id, number, digest).await? {
        let mut part = files.open(&slice).await?;
        for piece in bytes.chunks(bytes.len().div_ceil(2)) {
            part = files.write(part, piece.to_vec()).await?;
        }
        if files.finish(part).await? != digest {
            return Err(wrong_digest());
        }
        files.keep_slice(&desk, slice).await?;
    }
    Ok(Reply::Kept)
}

//! Uploading a file: announced, sent in slices, finished. Nothing is answered before it is on disk and committed.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;

use tokio::sync::{Mutex, Semaphore};

use crate::config;
use crate::domain::access::rights::Right;
use crate::domain::files::kind::{HEAD_BYTES, UNKNOWN, is_picture, sniff};
use crate::domain::files::slices::Slices;
use crate::domain::files::store::{self, ClientDigest, StoredFile, Upload};
use crate::domain::files::{self, clean_name};
use crate::events::{Actor, ActorKind};
use crate::fault::Fault;
use crate::flows::{Caller, Desk};
use crate::ids::{FileId, UploadId};
use crate::storage::backups::free;
use crate::storage::blobs::{self, Blobs, Digest, Part, Whole};
use crate::storage::{Db, Unit};
use crate::thumbnail::{self, Bounds, Seen, Unseen};

/// Small pictures inspected at the same time.
const SMALL_AT_ONCE: usize = 2;

/// The files of a desk. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Files {
    /// Their bytes.
    pub blobs: Blobs,
    db: Db,
    /// Their bounds.
    pub limits: Arc<config::Files>,
    /// Bytes that must stay free on the disk.
    free_min: u64,
    /// One large picture is inspected at a time: that takes most memory.
    large_pictures: Arc<Semaphore>,
    /// Small ones do not wait for it.
    small_pictures: Arc<Semaphore>,
    /// Held while a blob and its row are stored, and while a blob is removed: the two must not overlap.
    pub blob_lock: Arc<Mutex<()>>,
}

/// An announced file.
#[derive(Debug, Clone)]
pub struct Announced {
    /// The name, as its sender has it.
    pub file_name: String,
    /// Its size.
    pub byte_size: u64,
    /// Media type that the sender claims.
    pub content_type: String,
    /// The digest of the whole, where it is known by now.
    pub sha256: Option<Digest>,
    /// Address of a visitor who announces it.
    pub client: Option<ClientDigest>,
}

/// A slice on its way.
#[derive(Debug, Clone, Copy)]
pub struct Slice {
    owner: Actor,
    upload: UploadId,
    number: u64,
    start: u64,
    /// Its bytes.
    pub length: u64,
    /// Their SHA-256.
    pub digest: Digest,
}

impl Files {
    /// The files of `desk`.
    #[must_use]
    pub fn new(desk: &Desk, config: &config::Config) -> Self {
        Self {
            blobs: Blobs::new(desk.db.folder()),
            db: desk.db.clone(),
            limits: Arc::new(config.files.clone()),
            free_min: config.storage.disk_free_min.bytes(),
            large_pictures: Arc::new(Semaphore::new(1)),
            small_pictures: Arc::new(Semaphore::new(SMALL_AT_ONCE)),
            blob_lock: Arc::default(),
        }
    }

    /// Runs work on the disk off the async threads.
    pub async fn on_disk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Blobs) -> std::io::Result<T> + Send + 'static,
    ) -> Result<T, Fault> {
        let blobs = self.blobs.clone();
        let done = self.db.blocking(move || work(&blobs)).await?;
        done.map_err(|error| blobs::fault(&error))
    }

    /// Whether a file so large can be taken: within its bounds, and with room on the disk.
    pub async fn admit(&self, byte_size: u64) -> Result<(), Fault> {
        if byte_size == 0 {
            return Err(Fault::invalid("byte_size", "The file is empty."));
        }
        if byte_size > self.limits.max.bytes() {
            return Err(files::too_large(self.limits.max));
        }
        // For a moment at the end it exists twice.
        let room = self.free_min.saturating_add(byte_size.saturating_mul(2));
        let folder = self.db.folder().to_owned();
        if self.on_disk(move |_| free(&folder)).await? < room {
            return Err(Fault::unavailable("storage_full"));
        }
        Ok(())
    }

    /// Announces a file that was admitted.
    pub fn begin(&self, unit: &mut Unit<'_>, caller: &Caller, announced: Announced) -> Result<Upload, Fault> {
        caller.may(Right::Upload)?;
        let owner = caller.actor;
        let Announced { file_name, byte_size, content_type, sha256, client } = announced;
        check_room(unit, &self.limits, (owner, client), byte_size)?;
        let upload = Upload {
            id: unit.mint(),
            owner,
            file_name: clean_name(&file_name),
            slices: Slices::of(byte_size),
            content_type,
            sha256,
            file: None,
            expires_at: unit.now().plus(self.limits.unfinished_kept.duration()),
        };
        store::insert_upload(unit.conn(), &upload, client, unit.now())?;
        Ok(upload)
    }

    /// Whether a slice with this digest is to be sent, and where it goes; `None` where it has arrived.
    pub async fn expect(
        &self,
        desk: &Desk,
        caller: &Caller,
        id: UploadId,
        number: u64,
        digest: Digest,
    ) -> Result<Option<Slice>, Fault> {
        caller.may(Right::Upload)?;
        let owner = caller.actor;
        let upload = find(desk, owner, id).await?;
        let (start, length) = place(&upload, number)?;
        // A finished upload has no slices any more.
        let arrived = match desk.db.read(move |conn| Ok(store::slice(conn, id, number)?)).await? {
            Some(before) if before != digest => return Err(files::slice_conflict()),
            before => before.is_some() || upload.file.is_some(),
        };
        Ok((!arrived).then_some(Slice { owner, upload: id, number, start, length, digest }))
    }

    /// Begins to write a slice. It counts only once it is kept.
    pub async fn open(&self, slice: &Slice) -> Result<Part, Fault> {
        let (name, start) = (slice.upload.to_string(), slice.start);
        self.on_disk(move |blobs| blobs.part(&name, start)).await
    }

    /// Writes received bytes of a slice.
    pub async fn write(&self, mut part: Part, bytes: Vec<u8>) -> Result<Part, Fault> {
        self.on_disk(move |_| part.append(&bytes).map(|()| part)).await
    }

    /// Syncs a slice; the digest of what was written.
    pub async fn finish(&self, part: Part) -> Result<Digest, Fault> {
        self.on_disk(move |_| part.finish()).await
    }

    /// Notes that a slice is on disk.
    pub async fn keep_slice(&self, desk: &Desk, slice: Slice) -> Result<(), Fault> {
        let Slice { owner, upload: id, number, digest, .. } = slice;
        desk.db
            .write(move |unit| {
                // It may have been finished, or have expired, meanwhile.
                let upload = store::find_upload(unit.conn(), id, owner)?.ok_or_else(Fault::not_found)?;
                match store::slice(unit.conn(), id, number)? {
                    _ if upload.file.is_some() => Ok(()),
                    Some(before) if before == digest => Ok(()),
                    Some(_) => Err(files::slice_conflict()),
                    None => Ok(store::insert_slice(unit.conn(), id, number, digest)?),
                }
            })
            .await
    }

    /// Makes a file of an upload that is whole. Asked again, it answers the same.
    pub async fn complete(
        &self,
        desk: &Desk,
        caller: &Caller,
        id: UploadId,
        said: Option<Digest>,
    ) -> Result<StoredFile, Fault> {
        caller.may(Right::Upload)?;
        let owner = caller.actor;
        let upload = find(desk, owner, id).await?;
        if let Some(file) = upload.file {
            return finished(desk, file, said).await;
        }
        let wanted = said
            .or(upload.sha256)
            .ok_or_else(|| Fault::invalid("sha256", "Send the digest of the whole file."))?;
        let count = upload.slices.count();
        let arrived = desk.db.read(move |conn| Ok(store::slices(conn, id)?.len() as u64)).await?;
        if arrived < count {
            return Err(files::incomplete());
        }
        let differs = upload.sha256.is_some_and(|announced| announced != wanted);
        let whole = self.on_disk(move |blobs| blobs.whole(&id.to_string())).await?;
        let whole = whole.filter(|whole| whole.digest == wanted && !differs);
        let Some(whole) = whole else {
            if let Some(file) = find(desk, owner, id).await?.file {
                // Somebody else has just finished it.
                return finished(desk, file, said).await;
            }
            desk.db.write(move |unit| Ok(store::forget_slices(unit.conn(), id)?)).await?;
            return Err(files::wrong_digest());
        };
        let (media_type, seen) = self.inspect(&whole, &upload.content_type).await?;
        self.keep(desk, upload, whole, media_type, seen).await
    }

    /// Finds out which kind of file arrived.
    async fn inspect(&self, whole: &Whole, claimed: &str) -> Result<(&'static str, Option<Seen>), Fault> {
        let (path, claimed) = (whole.path.clone(), claimed.to_owned());
        let bounds =
            Bounds { pixels: self.limits.picture_pixels, memory: self.limits.picture_memory.bytes() };
        let opened = self.on_disk(move |_| {
            let mut head = Vec::new();
            File::open(&path)?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
            let media_type = sniff(&head, &claimed);
            let picture = is_picture(media_type).then(|| thumbnail::open(&path, bounds)).transpose()?;
            Ok((media_type, picture))
        });
        let (media_type, picture) = opened.await?;
        let seen = match picture {
            None => return Ok((media_type, None)),
            Some(Err(unseen)) => Err(unseen),
            Some(Ok(picture)) => {
                let turn = if picture.is_large { &self.large_pictures } else { &self.small_pictures };
                let _turn = turn.acquire().await.map_err(Fault::internal)?;
                self.on_disk(move |_| picture.inspect()).await?
            }
        };
        match seen {
            Ok(seen) => Ok((media_type, Some(seen))),
            Err(Unseen::TooManyPixels) => Err(files::too_many_pixels(bounds.pixels)),
            // It begins like a picture and is none, or none that can be shown small: to be saved, not to be shown.
            Err(Unseen::Broken | Unseen::TooMuchMemory) => Ok((UNKNOWN, None)),
        }
    }

    async fn keep(
        &self,
        desk: &Desk,
        upload: Upload,
        whole: Whole,
        media_type: &str,
        seen: Option<Seen>,
    ) -> Result<StoredFile, Fault> {
        let size = seen.as_ref().map(|seen| (seen.width, seen.height));
        let small = seen.and_then(|seen| seen.small);
        let _held = self.blob_lock.lock().await;
        let (id, owner, digest) = (upload.id, upload.owner, whole.digest);
        if let Some(file) = find(desk, owner, id).await?.file {
            return finished(desk, file, None).await;
        }
        let thumbnail = self
            .on_disk(move |blobs| {
                let thumbnail = small.map(|bytes| blobs.put(&bytes)).transpose()?;
                blobs.place(whole)?;
                Ok(thumbnail)
            })
            .await?;
        let mut file = StoredFile {
            id: FileId(0),
            owner,
            sha256: digest,
            thumbnail,
            file_name: upload.file_name,
            media_type: media_type.to_owned(),
            byte_size: upload.slices.byte_size,
            size,
        };
        let kept = desk.db.write(move |unit| {
            store::find_upload(unit.conn(), id, owner)?.ok_or_else(Fault::not_found)?;
            file.id = unit.mint();
            store::insert(unit.conn(), &file, unit.now())?;
            store::finish_upload(unit.conn(), id, file.id)?;
            Ok(file)
        });
        let kept = kept.await?;
        // If this fails it is swept later.
        drop(self.on_disk(move |blobs| blobs.abandon(&id.to_string())).await);
        Ok(kept)
    }
}

/// One's own upload.
pub async fn find(desk: &Desk, owner: Actor, id: UploadId) -> Result<Upload, Fault> {
    let now = desk.clock.now();
    let found = desk.db.read(move |conn| Ok(store::find_upload(conn, id, owner)?)).await?;
    found.filter(|upload| upload.file.is_some() || now < upload.expires_at).ok_or_else(Fault::not_found)
}

async fn finished(desk: &Desk, file: FileId, said: Option<Digest>) -> Result<StoredFile, Fault> {
    let file = desk.db.read(move |conn| Ok(store::find(conn, file)?)).await?.ok_or_else(Fault::not_found)?;
    if said.is_some_and(|said| said != file.sha256) {
        return Err(files::wrong_digest());
    }
    Ok(file)
}

fn place(upload: &Upload, number: u64) -> Result<(u64, u64), Fault> {
    upload.slices.place(number).ok_or_else(|| {
        Fault::invalid("slice", format!("Slices are counted from 0 to {}.", upload.slices.count() - 1))
    })
}

/// Refuses files without room. Some of the room is kept for agents, whatever visitors send, and some for other visitors,
/// whatever those send who have not written yet.
fn check_room(
    unit: &Unit<'_>,
    limits: &config::Files,
    (owner, client): (Actor, Option<ClientDigest>),
    bytes: u64,
) -> Result<(), Fault> {
    let conn = unit.conn();
    let is_over = |taken: u64, most: u64| taken.saturating_add(bytes) > most;
    let mine = store::taken_by(conn, owner)?;
    if mine.unfinished >= limits.unfinished_max {
        return Err(files::too_many());
    }
    let total = limits.total.bytes();
    let share = |percent: u64| total / 100 * percent;
    let largest = limits.max.bytes();
    if owner.kind != ActorKind::Visitor {
        return if is_over(store::taken(conn)?, total) { Err(files::no_room()) } else { Ok(()) };
    }
    if is_over(store::taken(conn)?, total - share(limits.agents_percent))
        || is_over(mine.bytes, limits.visitor_total.bytes())
    {
        return Err(files::no_room());
    }
    let unfinished = client.map(|client| store::unfinished_from(conn, client)).transpose()?.unwrap_or(0);
    if is_over(unfinished, limits.address_unfinished.bytes().max(largest)) {
        return Err(files::too_many());
    }
    if !store::is_silent(conn, owner.id)? {
        return Ok(());
    }
    let since = unit.now().minus(limits.unused_kept.duration());
    let silent = store::taken_by_silent(conn, since)?;
    if is_over(mine.bytes, limits.silent_total.bytes().max(largest))
        || is_over(silent, share(limits.silent_percent))
    {
        return Err(files::no_room().saying("Write a message first: then there is more room."));
    }
    Ok(())
}

//! A WebSocket as a transport for a link, with buffers only while bytes move.
//!
//! Reading waits for the stream with nothing allocated: what comes is read into one buffer that all connections of a thread
//! share, and only what is no whole message yet is kept, as long as it is not.

use std::cell::RefCell;
use std::future::poll_fn;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use actix_codec::{AsyncRead, AsyncWrite, Decoder, ReadBuf};
use actix_http::ws::{self, CloseCode, CloseReason, Item, OpCode, ProtocolError};
use actix_web::web::{Bytes, BytesMut};
use bytestring::ByteString;

use super::connections::Held;
use super::outgoing::{Outgoing, Payload};
use crate::im::frames::Frame;
use crate::im::link::{Gone, Inbound, Transport};
use crate::im::session::Close;

/// Read at once.
const SCRATCH_BYTES: usize = 16 << 10;
/// Frames are taken without waiting for the peer as long as no more than this is under way.
const UNDERWAY_BYTES: usize = 64 << 10;
/// Bytes that are read and dropped while a goodbye is on its way: unread ones would reset the connection before it arrives.
const DROPPED_BYTES: usize = 8 << 20;

/// Longest time for a goodbye, and then for the peer to hang up.
const GOODBYE_WITHIN: Duration = Duration::from_secs(2);

const TOO_LARGE: Close = Close { code: 4009, reason: "frame too large" };
const BAD_FRAMING: Close = Close { code: 1002, reason: "broken framing" };
const NOT_UTF8: Close = Close { code: 1007, reason: "not UTF-8" };

thread_local! {
    static SCRATCH: RefCell<Vec<u8>> = RefCell::new(vec![0; SCRATCH_BYTES]);
}

/// What was read and is no whole message yet.
struct Incoming {
    codec: ws::Codec,
    bytes: BytesMut,
    /// Of a message in fragments, and whether it is text.
    fragments: Option<(BytesMut, bool)>,
}

impl Incoming {
    fn new(bytes: &[u8], frame_bytes: usize) -> Self {
        Self { codec: ws::Codec::new().max_size(frame_bytes), bytes: BytesMut::from(bytes), fragments: None }
    }

    fn is_empty(&self) -> bool {
        self.bytes.is_empty() && self.fragments.is_none()
    }
}

/// What a peer said.
enum Said {
    Text(Bytes),
    Binary,
    Ping(Bytes),
    Pong,
    Close(Option<CloseReason>),
}

impl Incoming {
    /// The next whole message. `most` bounds it, in one frame or in many.
    fn next(&mut self, most: usize) -> Result<Option<Said>, Close> {
        loop {
            if declared_length(&self.bytes).is_some_and(|length| length > most as u64) {
                return Err(TOO_LARGE);
            }
            let frame = match self.codec.decode(&mut self.bytes) {
                Ok(Some(frame)) => frame,
                Ok(None) => return Ok(None),
                Err(ProtocolError::Overflow) => return Err(TOO_LARGE),
                Err(_) => return Err(BAD_FRAMING),
            };
            let said = match frame {
                ws::Frame::Text(text) => Said::Text(text),
                ws::Frame::Binary(_) => Said::Binary,
                ws::Frame::Ping(bytes) => Said::Ping(bytes),
                ws::Frame::Pong(_) => Said::Pong,
                ws::Frame::Close(reason) => Said::Close(reason),
                ws::Frame::Continuation(item) => match self.gather(item, most)? {
                    Some(whole) => whole,
                    None => continue,
                },
            };
            return Ok(Some(said));
        }
    }

    /// Puts fragments together; the codec has seen to their order.
    fn gather(&mut self, item: Item, most: usize) -> Result<Option<Said>, Close> {
        let (bytes, is_last) = match item {
            Item::FirstText(bytes) | Item::FirstBinary(bytes) if bytes.len() > most => return Err(TOO_LARGE),
            Item::FirstText(bytes) => {
                self.fragments = Some((BytesMut::from(&bytes[..]), true));
                return Ok(None);
            }
            Item::FirstBinary(bytes) => {
                self.fragments = Some((BytesMut::from(&bytes[..]), false));
                return Ok(None);
            }
            Item::Continue(bytes) => (bytes, false),
            Item::Last(bytes) => (bytes, true),
        };
        let (gathered, _) = self.fragments.as_mut().ok_or(BAD_FRAMING)?;
        if gathered.len() + bytes.len() > most {
            return Err(TOO_LARGE);
        }
        gathered.extend_from_slice(&bytes);
        if !is_last {
            return Ok(None);
        }
        let whole = self.fragments.take();
        Ok(whole.map(|(whole, is_text)| if is_text { Said::Text(whole.freeze()) } else { Said::Binary }))
    }
}

/// The length that a frame's head names, as soon as it is read: what is too long need not be waited for.
fn declared_length(bytes: &[u8]) -> Option<u64> {
    let [_, second, rest @ ..] = bytes else { return None };
    match second & 0x7f {
        126 => rest.first_chunk().map(|length| u16::from_be_bytes(*length).into()),
        127 => rest.first_chunk().map(|length| u64::from_be_bytes(*length)),
        short => Some(short.into()),
    }
}

fn goodbye(reason: Option<CloseReason>) -> Payload {
    let payload = reason.map_or_else(Vec::new, |reason| {
        let mut bytes = u16::from(reason.code).to_be_bytes().to_vec();
        bytes.extend(reason.description.unwrap_or_default().bytes().take(123));
        bytes
    });
    Payload::Control(OpCode::Close, payload)
}

/// One connection, taken over from the HTTP server.
pub(super) struct Socket<S> {
    stream: S,
    /// Unallocated while no message is half read.
    incoming: Option<Box<Incoming>>,
    outgoing: Outgoing,
    held: Option<Held>,
    /// Longest message taken.
    most: u32,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Socket<S> {
    /// A connection of which `read` was read already. One byte over the bound `frame_bytes` is let in, so that the session
    /// itself can say what was wrong.
    pub(super) fn new(stream: S, read: &[u8], held: Held, frame_bytes: usize) -> Self {
        let most = frame_bytes.saturating_add(1);
        let incoming = (!read.is_empty()).then(|| Box::new(Incoming::new(read, most)));
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        Self { stream, incoming, outgoing: Outgoing::default(), held: Some(held), most }
    }

    /// Reads once; `false` at the end of the stream.
    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<bool>> {
        SCRATCH.with_borrow_mut(|scratch| {
            let mut buffer = ReadBuf::new(scratch);
            ready!(Pin::new(&mut self.stream).poll_read(cx, &mut buffer))?;
            let read = buffer.filled();
            match &mut self.incoming {
                Some(incoming) => incoming.bytes.extend_from_slice(read),
                None if read.is_empty() => {}
                None => self.incoming = Some(Box::new(Incoming::new(read, self.most as usize))),
            }
            Poll::Ready(Ok(!read.is_empty()))
        })
    }

    /// The next message of what was read.
    fn next_said(&mut self) -> Result<Option<Said>, Close> {
        let Some(incoming) = &mut self.incoming else { return Ok(None) };
        let said = incoming.next(self.most as usize);
        if said.is_err() || incoming.is_empty() {
            self.incoming = None;
        }
        said
    }

    /// Says goodbye and that nothing more will come.
    async fn leave(&mut self, goodbye: Payload) -> io::Result<()> {
        self.outgoing.push(goodbye);
        poll_fn(|cx| self.outgoing.poll_write(&mut self.stream, cx)).await?;
        poll_fn(|cx| Pin::new(&mut self.stream).poll_shutdown(cx)).await
    }

    /// Reads what still comes until the peer has hung up.
    async fn drop_rest(&mut self) -> io::Result<()> {
        let mut left = DROPPED_BYTES;
        while poll_fn(|cx| self.poll_read(cx)).await? && left > 0 {
            let read = self.incoming.take().map_or(0, |incoming| incoming.bytes.len());
            left = left.saturating_sub(read);
        }
        Ok(())
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Transport for Socket<S> {
    fn address(&self) -> Option<IpAddr> {
        self.held.as_ref().map(Held::address)
    }

    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Option<Inbound>> {
        let said = loop {
            match self.next_said() {
                Ok(Some(said)) => break said,
                Ok(None) => {}
                Err(close) => return Poll::Ready(Some(Inbound::Broken(close))),
            }
            if !matches!(ready!(self.poll_read(cx)), Ok(true)) {
                return Poll::Ready(None);
            }
        };
        Poll::Ready(match said {
            Said::Text(text) => match ByteString::try_from(text) {
                Ok(text) => Some(Inbound::Text(text)),
                Err(_) => Some(Inbound::Broken(NOT_UTF8)),
            },
            Said::Binary => Some(Inbound::Binary),
            Said::Pong => Some(Inbound::Alive),
            Said::Ping(bytes) => {
                self.outgoing.push(Payload::Control(OpCode::Pong, bytes.to_vec()));
                Some(Inbound::Alive)
            }
            Said::Close(reason) => {
                // The peer waits for the same frame back (RFC 6455, section 5.5.1); if it cannot take that now, it never will.
                self.outgoing.push(goodbye(reason));
                let _ = self.outgoing.poll_write(&mut self.stream, cx);
                let _ = Pin::new(&mut self.stream).poll_shutdown(cx);
                None
            }
        })
    }

    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        if self.outgoing.bytes() < UNDERWAY_BYTES { Poll::Ready(Ok(())) } else { self.poll_flush(cx) }
    }

    fn put(&mut self, frame: Frame) {
        self.outgoing.push(Payload::Text(frame));
    }

    fn ping(&mut self) {
        self.outgoing.push(Payload::Control(OpCode::Ping, Vec::new()));
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Gone>> {
        self.outgoing.poll_write(&mut self.stream, cx).map_err(|_| Gone)
    }

    async fn close(mut self, close: Close) {
        let reason =
            CloseReason { code: CloseCode::from(close.code), description: Some(close.reason.to_owned()) };
        // A peer that is gone, or reads nothing, gets no close frame.
        let said = tokio::time::timeout(GOODBYE_WITHIN, self.leave(goodbye(Some(reason)))).await;
        // The operating systems finish the rest: the place is free.
        self.held = None;
        if matches!(said, Ok(Ok(()))) {
            drop(tokio::time::timeout(GOODBYE_WITHIN, self.drop_rest()).await);
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::rt::net::TcpStream;

    use super::*;
    use crate::im::link::serve;

    /// Memory of the future that a function makes.
    fn future_bytes<A, B, F>(_: impl FnOnce(A, B) -> F) -> usize {
        size_of::<F>()
    }

    #[test]
    fn a_link_at_rest_is_one_small_future() {
        let bytes = future_bytes(serve::<Socket<TcpStream>>);
        assert!(bytes <= 280, "{bytes} bytes, socket {}", size_of::<Socket<TcpStream>>());
    }
}

//! Frames on their way to a peer, written straight from what all links share.

use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_codec::AsyncWrite;
use actix_http::ws::OpCode;
use bytestring::ByteString;

/// Frames of one write.
const AT_ONCE: usize = 64;

/// What goes into one frame.
#[derive(Debug)]
pub(super) enum Payload {
    Text(ByteString),
    Control(OpCode, Vec<u8>),
}

impl Payload {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Control(_, bytes) => bytes,
        }
    }

    /// What stands before the payload (RFC 6455, section 5.2), and how long that is.
    fn head(&self) -> ([u8; 10], usize) {
        const FIN: u8 = 0x80;
        let opcode = match self {
            Self::Text(_) => OpCode::Text,
            Self::Control(opcode, _) => *opcode,
        };
        let mut head = [0; 10];
        head[0] = FIN | u8::from(opcode);
        let length = self.bytes().len();
        match (u8::try_from(length), u16::try_from(length)) {
            (Ok(short @ 0..=125), _) => {
                head[1] = short;
                (head, 2)
            }
            (_, Ok(medium)) => {
                head[1] = 126;
                head[2..4].copy_from_slice(&medium.to_be_bytes());
                (head, 4)
            }
            _ => {
                head[1] = 127;
                head[2..].copy_from_slice(&(length as u64).to_be_bytes());
                (head, 10)
            }
        }
    }
}

/// Frames that wait to be written. Unallocated while none do.
#[derive(Debug, Default)]
pub(super) struct Outgoing(Option<Box<Queue>>);

#[derive(Debug, Default)]
struct Queue {
    frames: VecDeque<Payload>,
    /// Bytes of the first one, its head included, that are written already.
    written: usize,
    bytes: usize,
}

impl Outgoing {
    pub(super) fn push(&mut self, payload: Payload) {
        let queue = self.0.get_or_insert_default();
        queue.bytes += payload.bytes().len();
        queue.frames.push_back(payload);
    }

    /// Bytes that wait, without their heads.
    pub(super) fn bytes(&self) -> usize {
        self.0.as_ref().map_or(0, |queue| queue.bytes)
    }

    /// Ready once everything is written.
    pub(super) fn poll_write(
        &mut self,
        mut stream: impl AsyncWrite + Unpin,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        let Some(queue) = &mut self.0 else { return Poll::Ready(Ok(())) };
        while !queue.frames.is_empty() {
            let written = ready!(queue.poll_write_some(&mut stream, cx))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            queue.forget(written);
        }
        // TLS keeps what it could not write.
        ready!(Pin::new(&mut stream).poll_flush(cx))?;
        self.0 = None;
        Poll::Ready(Ok(()))
    }
}

impl Queue {
    fn poll_write_some(
        &self,
        stream: &mut (impl AsyncWrite + Unpin),
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        let mut heads = [([0; 10], 0); AT_ONCE];
        for (head, frame) in heads.iter_mut().zip(&self.frames) {
            *head = frame.head();
        }
        let mut slices = [IoSlice::new(&[]); 2 * AT_ONCE];
        let mut count = 0;
        for ((head, length), frame) in heads.iter().zip(&self.frames) {
            slices[count] = IoSlice::new(&head[..*length]);
            slices[count + 1] = IoSlice::new(frame.bytes());
            count += 2;
        }
        let mut rest = &mut slices[..count];
        IoSlice::advance_slices(&mut rest, self.written);
        Pin::new(stream).poll_write_vectored(cx, rest)
    }

    /// Takes out what is written in full.
    fn forget(&mut self, written: usize) {
        self.written += written;
        while let Some(first) = self.frames.front() {
            let length = first.head().1 + first.bytes().len();
            if self.written < length {
                return;
            }
            self.written -= length;
            self.bytes -= first.bytes().len();
            self.frames.pop_front();
        }
    }
}

//! A stream that tells how it goes, and ends when its place is needed.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_codec::{AsyncRead, AsyncWrite, ReadBuf};

use super::watch::Place;

/// A connection of the HTTP server.
#[derive(Debug)]
pub(in crate::web) struct Watched<S> {
    stream: S,
    place: Place,
}

impl<S> Watched<S> {
    pub(in crate::web) const fn new(stream: S, place: Place) -> Self {
        Self { stream, place }
    }

    /// Its place, which requests that come over it look up.
    pub(in crate::web) const fn place(&self) -> &Place {
        &self.place
    }

    /// Gives the bare stream back and frees its place among the server's connections.
    pub(in crate::web) fn release(self) -> S {
        self.stream
    }

    fn check(&self, cx: &Context<'_>) -> io::Result<()> {
        if self.place.0.is_closing(cx) { Err(io::ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
    }

    fn note(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match &written {
            Poll::Ready(Ok(bytes)) => self.place.0.wrote(*bytes),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => self.place.0.blocked(),
        }
        written
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check(cx)?;
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        match &read {
            Poll::Ready(Ok(())) => self.place.0.read(buffer.filled().len() - before),
            Poll::Ready(Err(_)) => self.place.0.read(0),
            Poll::Pending => self.place.0.waits_for_bytes(),
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.check(cx)?;
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.note(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check(cx)?;
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.note(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check(cx)?;
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        match &flushed {
            Poll::Ready(_) => self.place.0.flushed(),
            Poll::Pending => self.place.0.blocked(),
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check(cx)?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

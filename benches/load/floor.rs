//! The floor under idle connections: bare tokio, one task per connection, buffers only while bytes move.
//!
//! Shakes hands with whoever comes and says every message back, in a process of its own so that its memory can be told.

use std::cell::RefCell;
use std::future::poll_fn;
use std::io;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::pin::Pin;
use std::process::{Child, Command, Stdio};
use std::task::{Context, Poll, ready};

use anyhow::Context as _;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::secure;

thread_local! {
    static SCRATCH: RefCell<Vec<u8>> = RefCell::new(vec![0; 16 << 10]);
}

/// A floor that runs.
pub struct Floor {
    child: Child,
    pub address: SocketAddr,
}

impl Floor {
    /// Starts it for so many connections.
    pub fn start(connections: usize, tls: bool) -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["floor", "--connections", &connections.to_string()]);
        command.args(tls.then_some("--tls"));
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("it is piped")?).read_line(&mut line)?;
        let address = line.trim().parse().with_context(|| format!("it said {line:?}"));
        Ok(Self { address: address?, child })
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Floor {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Serves for ever, after telling the address.
pub async fn serve(tls: bool) -> anyhow::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let acceptor = if tls { Some(secure::acceptor()?) } else { None };
    crate::say(&listener.local_addr()?.to_string());
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        match acceptor.clone() {
            Some(acceptor) => drop(tokio::spawn(greet_securely(acceptor, stream))),
            None => drop(tokio::spawn(greet(stream))),
        }
    }
}

async fn greet_securely(acceptor: TlsAcceptor, stream: TcpStream) -> io::Result<()> {
    greet(acceptor.accept(stream).await?).await
}

/// Shakes hands; the connection goes on in a task that does not remember it.
async fn greet<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(mut stream: S) -> io::Result<()> {
    let mut asked = Vec::new();
    while !asked.ends_with(b"\r\n\r\n") {
        asked.push(stream.read_u8().await?);
    }
    stream
        .write_all(b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n")
        .await?;
    stream.flush().await?;
    drop(asked);
    tokio::spawn(echo(stream));
    Ok(())
}

async fn echo<S: AsyncRead + AsyncWrite + Unpin>(mut stream: S) {
    let mut half = None;
    while let Ok(Some(payload)) = poll_fn(|cx| poll_message(&mut stream, &mut half, cx)).await {
        if Box::pin(say_back(&mut stream, payload)).await.is_err() {
            return;
        }
    }
}

/// The payload of the next message; `half` keeps what is no whole one.
#[expect(clippy::box_collection, reason = "a third of a vector while there is none")]
fn poll_message<S: AsyncRead + Unpin>(
    stream: &mut S,
    half: &mut Option<Box<Vec<u8>>>,
    cx: &mut Context<'_>,
) -> Poll<io::Result<Option<Vec<u8>>>> {
    loop {
        let whole = half.as_ref().and_then(|half| payload(half));
        if whole.is_some() {
            *half = None;
            return Poll::Ready(Ok(whole));
        }
        let count = SCRATCH.with_borrow_mut(|scratch| {
            let mut buffer = ReadBuf::new(scratch);
            ready!(Pin::new(&mut *stream).poll_read(cx, &mut buffer))?;
            if !buffer.filled().is_empty() {
                half.get_or_insert_default().extend_from_slice(buffer.filled());
            }
            Poll::Ready(io::Result::Ok(buffer.filled().len()))
        });
        if ready!(count)? == 0 {
            return Poll::Ready(Ok(None));
        }
    }
}

/// What a whole frame holds; the load's clients send one at a time, masked with zeros.
fn payload(frame: &[u8]) -> Option<Vec<u8>> {
    let (length, head) = match frame.get(1)? & 0x7f {
        126 => (usize::from(u16::from_be_bytes(*frame.get(2..)?.first_chunk()?)), 8),
        short => (usize::from(short), 6),
    };
    frame.get(head..head + length).map(<[u8]>::to_vec)
}

async fn say_back<S: AsyncWrite + Unpin>(stream: &mut S, payload: Vec<u8>) -> io::Result<()> {
    let length = u16::try_from(payload.len()).map_err(io::Error::other)?;
    let mut frame = vec![0x81];
    if length < 126 {
        frame.push(length.to_be_bytes()[1]);
    } else {
        frame.push(126);
        frame.extend(length.to_be_bytes());
    }
    frame.extend(payload);
    stream.write_all(&frame).await?;
    stream.flush().await
}

//! A WebSocket client that takes little memory itself: frames as RFC 6455, section 5.2 draws them.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, ReadHalf, WriteHalf};
use tokio::net::TcpSocket;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

/// Clients of one address: it has about 28,000 ports to give.
const PER_ADDRESS: usize = 20_000;
/// What is read at once; enough for the short frames of many messages.
const EAR_BYTES: usize = 16 << 10;

/// A stream of bytes, plain or TLS.
pub trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// Address of the desk, and how to speak TLS where it does.
#[derive(Clone)]
pub struct Target {
    pub address: SocketAddr,
    pub tls: Option<TlsConnector>,
}

/// A WebSocket.
pub struct Wire {
    ear: Ear,
    mouth: Mouth,
}

/// The half that hears.
pub struct Ear(BufReader<ReadHalf<Box<dyn Stream>>>);

/// The half that says.
pub struct Mouth(WriteHalf<Box<dyn Stream>>);

/// A message that came.
pub enum Heard {
    Text(String),
    /// Wants to be answered.
    Ping,
}

impl Wire {
    /// Connects as the client of that number and shakes hands.
    pub async fn open(target: &Target, number: usize) -> anyhow::Result<Self> {
        Self::connect(TcpSocket::new_v4()?, target, number).await
    }

    /// The same, where the kernel keeps only so many bytes that nobody has read; it may double the number.
    pub async fn open_narrow(target: &Target, number: usize, bytes: u32) -> anyhow::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.set_recv_buffer_size(bytes)?;
        Self::connect(socket, target, number).await
    }

    async fn connect(socket: TcpSocket, target: &Target, number: usize) -> anyhow::Result<Self> {
        let host = u8::try_from(1 + number / PER_ADDRESS).context("too many clients")?;
        if number >= PER_ADDRESS {
            // Only where it must be: with thousands of ports taken, the kernel looks long for one that is free.
            socket.bind((Ipv4Addr::new(127, 0, 0, host), 0).into())?;
        }
        let stream = socket.connect(target.address).await.context("cannot connect")?;
        stream.set_nodelay(true)?;
        let stream: Box<dyn Stream> = match &target.tls {
            Some(tls) => Box::new(tls.connect(ServerName::try_from("localhost")?, stream).await?),
            None => Box::new(stream),
        };
        let (reads, writes) = tokio::io::split(stream);
        let mut wire = Self { ear: Ear(BufReader::with_capacity(EAR_BYTES, reads)), mouth: Mouth(writes) };
        wire.shake_hands(target.address).await?;
        Ok(wire)
    }

    async fn shake_hands(&mut self, host: SocketAddr) -> anyhow::Result<()> {
        let request = format!(
            "GET /im/v1/socket HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
             Sec-WebSocket-Protocol: servicedesk.im.v1\r\n\r\n"
        );
        self.mouth.write(request.as_bytes()).await?;
        let mut answer = Vec::new();
        while !answer.ends_with(b"\r\n\r\n") {
            answer.push(self.ear.0.read_u8().await?);
        }
        anyhow::ensure!(answer.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&answer));
        Ok(())
    }

    /// Both halves, for sending and receiving at the same time.
    pub fn split(self) -> (Ear, Mouth) {
        (self.ear, self.mouth)
    }

    /// Sends a text message.
    pub async fn say(&mut self, text: &str) -> anyhow::Result<()> {
        self.mouth.say([text]).await
    }

    /// Waits for the next message.
    pub async fn hear_any(&mut self) -> anyhow::Result<Heard> {
        self.ear.hear().await
    }

    /// Answers a PING.
    pub async fn pong(&mut self) -> anyhow::Result<()> {
        self.mouth.pong().await
    }

    /// The next text; PINGs are answered on the way.
    pub async fn hear(&mut self) -> anyhow::Result<String> {
        loop {
            match self.hear_any().await? {
                Heard::Text(text) => return Ok(text),
                Heard::Ping => self.pong().await?,
            }
        }
    }

    /// The next frame of that type; others are left out.
    pub async fn expect(&mut self, kind: &str) -> anyhow::Result<Value> {
        loop {
            let frame: Value = serde_json::from_str(&self.hear().await?)?;
            if frame["type"] == kind {
                return Ok(frame);
            }
            anyhow::ensure!(frame["type"] != "error" && frame["type"] != "refused", "{frame}");
        }
    }
}

impl Mouth {
    async fn write(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.0.write_all(bytes).await?;
        // TLS may hold the end of it back.
        self.0.flush().await?;
        Ok(())
    }

    /// Says these texts, in one write.
    pub async fn say(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> anyhow::Result<()> {
        let mut frames = Vec::new();
        for text in texts {
            put_frame(&mut frames, text.as_ref());
        }
        self.write(&frames).await
    }

    /// Answers a PING.
    pub async fn pong(&mut self) -> anyhow::Result<()> {
        self.write(&[0x8a, 0x80, 0, 0, 0, 0]).await
    }
}

fn put_frame(frames: &mut Vec<u8>, text: &str) {
    frames.push(0x81);
    match u16::try_from(text.len()) {
        Ok(short @ 0..=125) => frames.push(0x80 | short.to_be_bytes()[1]),
        Ok(long) => {
            frames.push(0x80 | 0x7e);
            frames.extend(long.to_be_bytes());
        }
        Err(_) => {
            frames.push(0x80 | 0x7f);
            frames.extend((text.len() as u64).to_be_bytes());
        }
    }
    // A mask of zeros is one, and leaves the text as it is.
    frames.extend([0; 4]);
    frames.extend(text.as_bytes());
}

impl Ear {
    /// The next message.
    pub async fn hear(&mut self) -> anyhow::Result<Heard> {
        let (opcode, length) = (self.0.read_u8().await? & 0x0f, self.0.read_u8().await?);
        let length = match length {
            126 => u64::from(self.0.read_u16().await?),
            127 => self.0.read_u64().await?,
            short => short.into(),
        };
        let mut payload = vec![0; usize::try_from(length)?];
        self.0.read_exact(&mut payload).await?;
        match opcode {
            1 => Ok(Heard::Text(String::from_utf8(payload)?)),
            9 => Ok(Heard::Ping),
            _ => anyhow::bail!("closed: {payload:?}"),
        }
    }

    /// Whether more was received already.
    pub fn has_more(&self) -> bool {
        !self.0.buffer().is_empty()
    }
}

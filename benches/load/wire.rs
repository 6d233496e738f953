//! A WebSocket client that takes little memory itself: frames as RFC 6455, section 5.2 draws them.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpSocket;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

/// Clients of one address: its ports are bounded, and so are the connections that a desk takes from it.
const PER_ADDRESS: usize = 5_000;

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// Where to connect.
#[derive(Clone)]
pub struct Target {
    pub address: SocketAddr,
    pub tls: Option<TlsConnector>,
}

/// One connection.
pub struct Wire(Box<dyn Stream>);

impl Wire {
    /// Connects as the client of that number and shakes hands.
    pub async fn open(target: &Target, number: usize) -> anyhow::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        let host = u8::try_from(2 + number / PER_ADDRESS).context("too many clients")?;
        socket.bind((Ipv4Addr::new(127, 0, 0, host), 0).into())?;
        let stream = socket.connect(target.address).await.context("cannot connect")?;
        stream.set_nodelay(true)?;
        let mut wire = match &target.tls {
            Some(tls) => Self(Box::new(tls.connect(ServerName::try_from("localhost")?, stream).await?)),
            None => Self(Box::new(stream)),
        };
        wire.shake_hands(target.address).await?;
        Ok(wire)
    }

    async fn shake_hands(&mut self, host: SocketAddr) -> anyhow::Result<()> {
        let request = format!(
            "GET /im/v1/socket HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
             Sec-WebSocket-Protocol: servicedesk.im.v1\r\n\r\n"
        );
        self.0.write_all(request.as_bytes()).await?;
        self.0.flush().await?;
        let mut answer = Vec::new();
        while !answer.ends_with(b"\r\n\r\n") {
            answer.push(self.0.read_u8().await?);
        }
        anyhow::ensure!(answer.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&answer));
        Ok(())
    }

    /// Says a text.
    pub async fn say(&mut self, text: &str) -> anyhow::Result<()> {
        let mut frame = vec![0x81];
        match u16::try_from(text.len()) {
            Ok(short @ 0..=125) => frame.push(0x80 | short.to_be_bytes()[1]),
            Ok(long) => {
                frame.push(0x80 | 0x7e);
                frame.extend(long.to_be_bytes());
            }
            Err(_) => {
                frame.push(0x80 | 0x7f);
                frame.extend((text.len() as u64).to_be_bytes());
            }
        }
        // A mask of zeros is one, and leaves the text as it is.
        frame.extend([0; 4]);
        frame.extend(text.as_bytes());
        self.0.write_all(&frame).await?;
        // TLS may hold the end of it back.
        self.0.flush().await?;
        Ok(())
    }

    /// The next text; PINGs are answered on the way.
    pub async fn hear(&mut self) -> anyhow::Result<String> {
        loop {
            let (opcode, length) = (self.0.read_u8().await? & 0x0f, self.0.read_u8().await?);
            let length = match length {
                126 => u64::from(self.0.read_u16().await?),
                127 => self.0.read_u64().await?,
                short => short.into(),
            };
            let mut payload = vec![0; usize::try_from(length)?];
            self.0.read_exact(&mut payload).await?;
            match opcode {
                1 => return Ok(String::from_utf8(payload)?),
                9 => {
                    self.0.write_all(&[0x8a, 0x80, 0, 0, 0, 0]).await?;
                    self.0.flush().await?;
                }
                _ => anyhow::bail!("closed: {payload:?}"),
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

//! A command's end of the control socket.

use std::io;
use std::path::Path;

use tokio::io::BufReader;
use tokio::net::UnixStream;

use super::{Answer, Refusal, Reply, Request, line, socket};

/// Why a running desk gave no reply.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// It refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The socket is there and cannot be used.
    #[error("cannot talk to the running servicedesk through its control socket")]
    Io(#[from] io::Error),
    /// It ended before it answered; whether it did what was asked is unknown.
    #[error("the running servicedesk stopped before it answered; look whether it was done")]
    Gone,
    /// It sent an unexpected reply.
    #[error("the running servicedesk answers in words this version does not know; it may be another version")]
    Unreadable(#[source] serde_json::Error),
}

/// A running desk.
#[derive(Debug)]
pub struct Client {
    stream: BufReader<UnixStream>,
}

impl Client {
    /// Connects to the desk that runs on `folder`; `None` if none does.
    pub async fn connect(folder: &Path) -> Result<Option<Self>, AskError> {
        Ok(socket::connect(folder).await?.map(|stream| Self { stream: BufReader::new(stream) }))
    }

    /// Sends a request, reports each step, and returns the reply.
    pub async fn ask(&mut self, request: &Request, step: &dyn Fn(&str)) -> Result<Reply, AskError> {
        line::write(&mut self.stream, request).await.map_err(gone)?;
        loop {
            let text = line::read(&mut self.stream).await.map_err(gone)?.ok_or(AskError::Gone)?;
            match serde_json::from_slice(&text).map_err(AskError::Unreadable)? {
                Answer::Step(text) => step(&text),
                Answer::Reply(reply) => return Ok(reply),
                Answer::Refused(refusal) => return Err(refusal.into()),
            }
        }
    }
}

/// A broken connection means that the desk is gone.
fn gone(error: io::Error) -> AskError {
    match error.kind() {
        io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset | io::ErrorKind::UnexpectedEof => {
            AskError::Gone
        }
        _ => AskError::Io(error),
    }
}

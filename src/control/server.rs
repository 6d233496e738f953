//! The server's end of the control socket.
//!
//! It runs as long as its task: aborting that closes every connection and removes the socket. What a command asked
//! for is finished even if the command has gone away meanwhile.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::BufReader;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, JoinSet};

use super::execute::execute;
use super::{Answer, FILE_NAME, Refusal, Request, Steps, line, socket};
use crate::flows::Desk;

/// Commands served at once; further ones wait to be accepted.
const COMMANDS_MAX: usize = 16;
/// Time a command has for its next request, and for taking an answer.
const IDLE: Duration = Duration::from_secs(30);
/// Steps that may wait to be told; further ones are left out.
const STEPS_MAX: usize = 16;

/// Opens the socket in `folder`, whose lock the desk holds, and serves commands until the task is aborted.
pub fn serve(desk: Desk, folder: &Path, address: SocketAddr) -> io::Result<JoinHandle<()>> {
    let listener = socket::listen(folder)?;
    let file = SocketFile(folder.join(FILE_NAME));
    Ok(tokio::spawn(async move {
        // Removed when the task ends, however it ends.
        let _file = file;
        accept(&listener, &desk, address).await;
    }))
}

struct SocketFile(PathBuf);

impl Drop for SocketFile {
    fn drop(&mut self) {
        // One that cannot be removed is replaced by the next start.
        drop(fs::remove_file(&self.0));
    }
}

async fn accept(listener: &UnixListener, desk: &Desk, address: SocketAddr) {
    let mut commands = JoinSet::new();
    loop {
        while commands.len() >= COMMANDS_MAX || commands.try_join_next().is_some() {
            if commands.len() >= COMMANDS_MAX {
                drop(commands.join_next().await);
            }
        }
        match listener.accept().await {
            Ok((stream, _)) => {
                let desk = desk.clone();
                commands.spawn(async move {
                    if let Err(error) = converse(stream, &desk, address).await {
                        tracing::debug!(%error, "a command went away");
                    }
                });
            }
            Err(error) => {
                // Out of descriptors, mostly: wait instead of spinning.
                tracing::warn!(%error, "the control socket cannot accept a command");
                desk.clock.sleep_until(desk.clock.tick().plus(Duration::from_secs(1))).await;
            }
        }
    }
}

/// Answers the requests of one command, one after the other.
async fn converse(stream: UnixStream, desk: &Desk, address: SocketAddr) -> io::Result<()> {
    let (from, mut to) = stream.into_split();
    let mut from = BufReader::new(from);
    loop {
        let Some(text) = within(desk, line::read(&mut from)).await? else { return Ok(()) };
        let (tell, mut steps) = mpsc::channel(STEPS_MAX);
        let answer = answer(desk, address, &text, Arc::new(move |step| drop(tell.try_send(step.to_owned()))));
        tokio::pin!(answer);
        let answer = loop {
            tokio::select! {
                biased;
                Some(step) = steps.recv() => {
                    // The work goes on even if the command is gone.
                    drop(within(desk, line::write(&mut to, &Answer::Step(step))).await);
                }
                answer = &mut answer => break answer,
            }
        };
        within(desk, line::write(&mut to, &answer)).await?;
    }
}

/// Does what one line asks for.
async fn answer(desk: &Desk, address: SocketAddr, text: &[u8], steps: Steps) -> Answer {
    let request = match serde_json::from_slice::<Request>(text) {
        Ok(request) => request,
        Err(error) => return Answer::Refused(unreadable(&error)),
    };
    match execute(desk, Some(address), request, steps).await {
        Ok(reply) => Answer::Reply(reply),
        Err(fault) => Answer::Refused(fault.into()),
    }
}

fn unreadable(error: &serde_json::Error) -> Refusal {
    Refusal {
        code: "unknown_request".into(),
        message: format!(
            "The running desk (version {}) does not understand this command: {error}. Restart it after an upgrade.",
            env!("CARGO_PKG_VERSION")
        ),
    }
}

async fn within<T>(desk: &Desk, work: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    tokio::select! {
        done = work => done,
        () = desk.clock.sleep_until(desk.clock.tick().plus(IDLE)) => Err(io::ErrorKind::TimedOut.into()),
    }
}

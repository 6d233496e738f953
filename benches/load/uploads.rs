//! Files over slow lines that break: what is sent twice, and what those notice who talk meanwhile.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::future::try_join_all;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::interval;

use crate::desk::{Desk, Ground};
use crate::say;
use crate::slow::tell;
use crate::talk::{Pace, talk};

/// Size of a file: a picture as a telephone makes it smaller before it sends it.
const FILE_BYTES: usize = 50 << 10;
/// The slice in the middle of which the line breaks.
const CUT: u64 = 4;
/// Visitors who talk meanwhile.
const OTHERS: usize = 20;
/// Pieces in which a second's worth of bytes goes out.
const PIECES_PER_SECOND: usize = 10;

/// One visitor with a file.
struct Upload<'a> {
    desk: &'a Desk,
    http: Client,
    token: String,
    bytes: Vec<u8>,
    /// Bytes a second that it sends.
    rate: usize,
    /// How often each slice was begun.
    sent: BTreeMap<u64, usize>,
}

/// Prints how uploads over lines of so many bytes a second go, and fails if more than what was cut is sent twice.
pub async fn measure(uploads: usize, rate: usize) -> anyhow::Result<()> {
    anyhow::ensure!(rate >= PIECES_PER_SECOND, "a line must carry something");
    let ground = Ground::lay(uploads + 2 * OTHERS, false)?;
    let desk = ground.serve()?;
    let mut tokens = desk.sessions(uploads + 2 * OTHERS).await?;
    let mut others = tokens.split_off(uploads);
    // Talking begins with a quarter more that does not count, and must end before the files are there.
    let time = Duration::from_secs_f64(FILE_BYTES as f64 / rate as f64).mul_f64(0.75);
    let without = talk(&desk, others.split_off(OTHERS), Pace::InFlight(1), time).await?;
    let begun = Instant::now();
    let send = async |(number, token): (usize, String)| {
        let bytes = (0..FILE_BYTES).map(|place| (place * 31 + number) as u8).collect();
        let (desk, http, sent) = (&desk, crate::process::http::client(), BTreeMap::new());
        let upload = Upload { desk, http, token, bytes, rate, sent };
        let sent = upload.run().await?;
        anyhow::Ok((begun.elapsed(), sent))
    };
    let sending = try_join_all(tokens.into_iter().enumerate().map(send));
    let (with, done) = tokio::try_join!(talk(&desk, others, Pace::InFlight(1), time), sending)?;
    let slices: usize = done.iter().flat_map(|(_, sent)| sent.values()).sum();
    let twice = || done.iter().flat_map(|(_, sent)| sent.iter()).filter(|(_, times)| **times > 1);
    let last = done.iter().map(|(took, _)| *took).max().unwrap_or_default();
    say(&format!(
        "{uploads} files of {} KiB at {} KiB a second each, each line cut once",
        FILE_BYTES >> 10,
        rate >> 10
    ));
    say(&format!(
        "slices         {slices} sent, {} of them again",
        twice().map(|(_, times)| times - 1).sum::<usize>()
    ));
    say(&format!("took           {:.1} s", last.as_secs_f64()));
    for (name, talked) in [("without them", &without), ("with them", &with)] {
        say(&format!("{name:<14} {OTHERS} others: {}", tell(talked)));
    }
    let as_cut = twice().all(|(slice, times)| (*slice, *times) == (CUT, 2)) && twice().count() == uploads;
    anyhow::ensure!(as_cut, "something other than what was cut was sent twice");
    Ok(())
}

impl Upload<'_> {
    /// Sends the file; how often each slice was begun.
    async fn run(mut self) -> anyhow::Result<BTreeMap<u64, usize>> {
        let announced = json!({"file_name": "scan.bin", "byte_size": self.bytes.len(),
                               "content_type": "application/octet-stream"});
        let begun = self.ask(self.http.post(self.path("uploads")).json(&announced)).await?;
        let id = begun["upload_id"].as_str().context("an upload")?.to_owned();
        loop {
            let state = self.ask(self.http.get(self.path(&format!("uploads/{id}")))).await?;
            let slice_bytes = state["slice_bytes"].as_u64().context("a size")? as usize;
            let missing = state["missing"].as_array().context("what is missing")?;
            let missing: Vec<u64> = missing.iter().filter_map(Value::as_u64).collect();
            if missing.is_empty() {
                break;
            }
            for number in missing {
                let cut = number == CUT && !self.sent.contains_key(&CUT);
                *self.sent.entry(number).or_default() += 1;
                let slice = self.bytes.chunks(slice_bytes).nth(number as usize).context("a slice")?;
                self.put(&format!("/files/v1/uploads/{id}/slices/{number}"), slice, cut).await?;
                if cut {
                    break;
                }
            }
        }
        let digits = Sha256::digest(&self.bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
        let sha256: String = digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect();
        let file = self
            .ask(
                self.http.post(self.path(&format!("uploads/{id}/complete"))).json(&json!({"sha256": sha256})),
            )
            .await?;
        let path = self.path(file["file_id"].as_str().context("a file")?);
        let fetched = self.http.get(path).bearer_auth(&self.token).send().await?.error_for_status()?;
        anyhow::ensure!(fetched.bytes().await? == self.bytes, "another file came back");
        Ok(self.sent)
    }

    fn path(&self, rest: &str) -> String {
        format!("{}/files/v1/{rest}", self.desk.served.origin)
    }

    async fn ask(&self, request: RequestBuilder) -> anyhow::Result<Value> {
        Ok(request.bearer_auth(&self.token).send().await?.error_for_status()?.json().await?)
    }

    /// Puts a slice over the slow line, or half of it before that breaks.
    async fn put(&self, path: &str, slice: &[u8], cut: bool) -> anyhow::Result<()> {
        let mut line = TcpStream::connect(self.desk.target.address).await?;
        line.set_nodelay(true)?;
        let head = format!(
            "PUT {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nConnection: close\r\n\
             Content-Type: application/octet-stream\r\nContent-Length: {}\r\nContent-Digest: sha-256=:{}:\r\n\r\n",
            self.desk.target.address,
            self.token,
            slice.len(),
            STANDARD.encode(Sha256::digest(slice)),
        );
        line.write_all(head.as_bytes()).await?;
        let carried = if cut { &slice[..slice.len() / 2] } else { slice };
        let mut ticks = interval(Duration::from_secs(1) / PIECES_PER_SECOND as u32);
        for piece in carried.chunks(self.rate / PIECES_PER_SECOND) {
            ticks.tick().await;
            line.write_all(piece).await?;
        }
        if cut {
            return Ok(());
        }
        let mut answer = String::new();
        line.read_to_string(&mut answer).await?;
        anyhow::ensure!(answer.starts_with("HTTP/1.1 204"), "{answer}");
        Ok(())
    }
}

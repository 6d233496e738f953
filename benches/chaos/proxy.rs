//! The bad network: a proxy of bytes that cuts connections anywhere, also within a frame, and lets others stand still.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, sleep_until};

/// What was done to the devices.
#[derive(Debug, Default)]
pub struct Harm {
    /// Those that reached a desk.
    pub connections: AtomicU64,
    pub cuts: AtomicU64,
    pub stalls: AtomicU64,
}

/// A proxy on a port of its own.
#[derive(Debug)]
pub struct Proxy {
    pub address: SocketAddr,
    pub harm: Arc<Harm>,
    desk: Arc<Mutex<Option<SocketAddr>>>,
    calm: Arc<AtomicBool>,
    calmed: Arc<Notify>,
}

/// What becomes of one connection.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Whole,
    /// Cut once so many bytes went through, in both directions together.
    Cut(u64),
    /// Nothing moves from here to there; then it is cut.
    Stall {
        from: Duration,
        until: Duration,
    },
}

fn fate(random: &mut SmallRng) -> Fate {
    match random.random_range(0..10) {
        // Many of these end before it, with their request or with the desk.
        0..7 => {
            let from = Duration::from_millis(1 << random.random_range(0..8_u32));
            // From a hiccup to longer than a client waits for a sign of life, every order of length as often.
            let still = (1 << random.random_range(10..15_u32)) | random.random_range(0..1_024);
            Fate::Stall { from, until: from + Duration::from_millis(still) }
        }
        // From the first byte of a handshake to some hundred frames, every order of size as often.
        7..9 => Fate::Cut(1 << random.random_range(0..17_u32) | random.random_range(0..1_024)),
        _ => Fate::Whole,
    }
}

impl Proxy {
    pub async fn open(seed: u64) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let proxy = Self {
            address: listener.local_addr()?,
            harm: Arc::default(),
            desk: Arc::default(),
            calm: Arc::default(),
            calmed: Arc::default(),
        };
        let (harm, desk) = (Arc::clone(&proxy.harm), Arc::clone(&proxy.desk));
        let (calm, calmed) = (Arc::clone(&proxy.calm), Arc::clone(&proxy.calmed));
        let mut random = SmallRng::seed_from_u64(seed);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let fate = if calm.load(Ordering::Relaxed) { Fate::Whole } else { fate(&mut random) };
                let to = *desk.lock().unwrap_or_else(PoisonError::into_inner);
                let (harm, calmed, calm) = (Arc::clone(&harm), Arc::clone(&calmed), Arc::clone(&calm));
                tokio::spawn(async move {
                    let was_calm = calm.load(Ordering::Relaxed);
                    let ends = async {
                        if was_calm { std::future::pending().await } else { calmed.notified().await }
                    };
                    tokio::select! {
                        () = carry(client, to, fate, &harm) => {}
                        () = ends => {}
                    }
                });
            }
        });
        Ok(proxy)
    }

    /// Where the desk is now; nowhere while it is down.
    pub fn lead_to(&self, desk: Option<SocketAddr>) {
        *self.desk.lock().unwrap_or_else(PoisonError::into_inner) = desk;
    }

    /// From here on the network is good; what was open under the bad one ends.
    pub fn calm(&self) {
        self.calm.store(true, Ordering::Relaxed);
        self.calmed.notify_waiters();
    }
}

async fn carry(client: TcpStream, desk: Option<SocketAddr>, fate: Fate, harm: &Harm) {
    let Some(desk) = desk else { return };
    let Ok(server) = TcpStream::connect(desk).await else { return };
    harm.connections.fetch_add(1, Ordering::Relaxed);
    drop((client.set_nodelay(true), server.set_nodelay(true)));
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let opened = Instant::now();
    let mut left = if let Fate::Cut(bytes) = fate { bytes } else { u64::MAX };
    let (mut up, mut down) = ([0; 4_096], [0; 4_096]);
    let mut stall =
        if let Fate::Stall { from, until } = fate { Some((opened + from, opened + until)) } else { None };
    loop {
        let stalls = async {
            match stall {
                Some((from, _)) => sleep_until(from).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            read = from_client.read(&mut up) => {
                let Some(read) = read.ok().filter(|read| *read > 0) else { return };
                let through = left.min(read as u64);
                if to_server.write_all(&up[..through as usize]).await.is_err() {
                    return;
                }
                left -= through;
            }
            read = from_server.read(&mut down) => {
                let Some(read) = read.ok().filter(|read| *read > 0) else { return };
                let through = left.min(read as u64);
                if to_client.write_all(&down[..through as usize]).await.is_err() {
                    return;
                }
                left -= through;
            }
            () = stalls => {
                harm.stalls.fetch_add(1, Ordering::Relaxed);
                if let Some((_, until)) = stall.take() {
                    sleep_until(until).await;
                }
                return;
            }
        }
        if left == 0 {
            harm.cuts.fetch_add(1, Ordering::Relaxed);
            // What went through arrives before the cut does.
            sleep(Duration::from_millis(1)).await;
            return;
        }
    }
}

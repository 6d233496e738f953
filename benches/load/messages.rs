//! Messages accepted a second, against the writer alone; how long an answer takes; what a message costs.

use std::time::Duration;

use crate::alone;
use crate::desk::Ground;
use crate::plot::{self, Bar};
use crate::say;
use crate::talk::{Pace, Talked, talk};

/// Units in one commit, as a desk has them by default.
const BATCH_UNITS: usize = 256;

/// Two agents cannot read what two hundred visitors write as fast as a desk takes it; here they may be late.
const PATIENT: [(&str, &str); 3] = [
    ("SERVICEDESK_IM__QUEUE_FRAMES", "16384"),
    ("SERVICEDESK_IM__QUEUE_BYTES", "16 MiB"),
    ("SERVICEDESK_IM__REPLAY_ENTRIES", "100000"),
];

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub senders: usize,
    pub time: Duration,
    /// Milliseconds that each sync takes longer.
    pub slowed: usize,
    /// How often each figure is taken, in turns; the one in the middle counts.
    pub rounds: usize,
}

/// Prints how many messages a second are accepted, of the writer alone and of the desk.
pub async fn measure(asked: Asked) -> anyhow::Result<()> {
    let Asked { senders, time, slowed, rounds } = asked;
    anyhow::ensure!(rounds > 0, "a figure must be taken once");
    say(&format!("{senders} visitors, two agents who read every message, {} s each", time.as_secs()));
    if slowed > 0 {
        say(&format!("each sync takes {slowed} ms longer"));
    }
    let drive = bare(asked, "drive", 1)?;
    let rows = bare(asked, "sqlite", BATCH_UNITS)?;
    say(&format!("{drive:>10.0} /s  the drive: a page and a sync"));
    say(&format!("{rows:>10.0} /s  SQLite: rows in a bare table, {BATCH_UNITS} in each commit"));
    let one_by_one = writer(asked, 1, 1).await?;
    let mut bars = vec![
        bar("a page and a sync", drive, true),
        bar("SQLite, rows in a bare table", rows, true),
        bar("writer alone, a commit for each", one_by_one, true),
    ];
    say(&format!("{one_by_one:>10.0} /s  the writer alone, a commit for each message"));
    let mut most = 0.0;
    for in_flight in [1, 16] {
        let (mut alone, mut desks) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            alone.push(writer(asked, in_flight, BATCH_UNITS).await?);
            desks.push(desk(asked, Pace::InFlight(in_flight)).await?);
        }
        // Machines are faster in one minute than in another: each desk is held against the writer just before it.
        let mut ratios: Vec<f64> =
            desks.iter().zip(&alone).map(|(desk, alone)| desk.per_second / alone).collect();
        ratios.sort_by(f64::total_cmp);
        alone.sort_by(f64::total_cmp);
        desks.sort_by(|a, b| a.per_second.total_cmp(&b.per_second));
        let (alone, desk) = (alone[rounds / 2], &desks[rounds / 2]);
        say(&format!("{in_flight} in flight each"));
        say(&format!(
            "{alone:>10.0} /s  the writer alone; {:.1} times a commit for each",
            alone / one_by_one
        ));
        say(&format!(
            "{:>10.0} /s  the desk, {:.2} of the writer ({:.2} to {:.2}); {}",
            desk.per_second,
            ratios[rounds / 2],
            ratios[0],
            ratios[rounds - 1],
            tell(desk, time)
        ));
        bars.push(bar(&format!("writer alone, {in_flight} in flight"), alone, true));
        bars.push(bar(&format!("desk, {in_flight} in flight"), desk.per_second, false));
        most = desk.per_second;
    }
    for (name, share) in [("a tenth", 0.1), ("half", 0.5)] {
        let talked = desk(asked, Pace::PerSecond(most * share)).await?;
        say(&format!("{:>10.0} /s  the desk at {name} of that; {}", talked.per_second, tell(&talked, time)));
    }
    let (file, title) = match slowed {
        0 => ("messages.svg".to_owned(), "Messages a second".to_owned()),
        slowed => (
            format!("messages-slowed-{slowed}.svg"),
            format!("Messages a second, each sync {slowed} ms slower"),
        ),
    };
    say(&format!("drawn in {}", plot::write(&file, &title, &bars)?.display()));
    Ok(())
}

fn bar(name: &str, figure: f64, floor: bool) -> Bar {
    Bar { name: name.to_owned(), figure, floor }
}

fn tell(talked: &Talked, time: Duration) -> String {
    let ms = |duration: Duration| duration.as_secs_f64() * 1_000.0;
    let [half, most] = [50, 99].map(|hundredth| ms(talked.percentile(hundredth)));
    let processor = talked.processor.as_secs_f64() * 1_000_000.0;
    let commits = talked.commits.map(|commits| {
        let messages = talked.per_second * time.as_secs_f64();
        format!(", {:.1} messages in a commit", messages / commits.max(1.0))
    });
    format!(
        "p50 {half:.1} ms, p99 {most:.1} ms, {processor:.0} µs of processor{}",
        commits.unwrap_or_default()
    )
}

fn bare(asked: Asked, which: &str, rows: usize) -> anyhow::Result<f64> {
    let mut ground = Ground::lay(0, false)?;
    if asked.slowed > 0 {
        ground.slow_down(asked.slowed);
    }
    ask(&ground, which, &[("--rows", rows), ("--milliseconds", asked.time.as_millis() as usize)])
}

async fn writer(asked: Asked, in_flight: usize, batch_units: usize) -> anyhow::Result<f64> {
    let (ground, _) = peopled(asked).await?;
    let milliseconds = asked.time.as_millis() as usize;
    ask(
        &ground,
        "writer",
        &[("--in-flight", in_flight), ("--rows", batch_units), ("--milliseconds", milliseconds)],
    )
}

fn ask(ground: &Ground, which: &str, numbers: &[(&str, usize)]) -> anyhow::Result<f64> {
    let mut words = vec!["alone".to_owned(), which.to_owned(), ground.data().display().to_string()];
    words.extend(numbers.iter().flat_map(|(name, number)| [(*name).to_owned(), number.to_string()]));
    alone::ask(&words, &ground.disk())
}

async fn desk(asked: Asked, pace: Pace) -> anyhow::Result<Talked> {
    let (ground, tokens) = peopled(asked).await?;
    let desk = ground.serve_on("127.0.0.1:0", &PATIENT)?;
    let talked = talk(&desk, tokens, pace, asked.time).await;
    desk.served.stop();
    talked
}

/// A ground with sessions of so many visitors.
async fn peopled(asked: Asked) -> anyhow::Result<(Ground, Vec<String>)> {
    let mut ground = Ground::lay(asked.senders, false)?;
    let desk = ground.serve()?;
    let tokens = desk.sessions(asked.senders).await?;
    desk.served.stop();
    if asked.slowed > 0 {
        ground.slow_down(asked.slowed);
    }
    Ok((ground, tokens))
}

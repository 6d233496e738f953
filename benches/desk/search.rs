//! What was ever said, found: a desk with a million messages in Chinese, English and both, twenty words in a quarter of them each.
//!
//! Rows are written by SQL into a folder that the desk has made. The desk and who asks it share a processor while questions are timed.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use rusqlite::{Connection, params};
use serde_json::json;
use servicedesk::clock::SystemClock;
use servicedesk::domain::search::state::{self, Stage};
use servicedesk::flows::search::fill;
use servicedesk::storage::DATABASE_FILE;
use servicedesk::text::words;
use tokio::time::{interval, sleep};

use crate::ground::{Agent, Ground};
use crate::usage;

/// Questions of each kind.
const ROUNDS: usize = 100;
/// Messages of a conversation.
const EACH: usize = 10;
/// One message in so many has a word of its own.
const NEEDLES: usize = 1_000;
/// Who talks while something is measured.
const TALKERS: usize = 50;

/// Words that stand in a quarter of all messages each.
const COMMON: [&str; 20] = [
    "退货",
    "发货",
    "快递",
    "订单",
    "谢谢",
    "什么时候",
    "包裹",
    "破损",
    "发票",
    "地址",
    "refund",
    "parcel",
    "order",
    "delivery",
    "invoice",
    "broken",
    "please",
    "tomorrow",
    "address",
    "thanks",
];
const CHINESE: [&str; 12] =
    ["请问", "昨天", "龙井", "还没", "收到", "帮我", "看一下", "可以", "寄出", "颜色", "不对", "客服"];
const ENGLISH: [&str; 12] = [
    "hello",
    "yesterday",
    "arrived",
    "green",
    "teapot",
    "where",
    "still",
    "waiting",
    "number",
    "shipping",
    "delayed",
    "again",
];

/// A number that looks drawn, always the same of the same.
const fn drawn(number: usize, salt: u64) -> usize {
    let mut value = (number as u64).wrapping_add(salt.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (value ^ (value >> 31)) as usize
}

/// What the message of this number says.
fn text(number: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    let language = drawn(number, 1) % 3;
    for (at, word) in COMMON.iter().enumerate() {
        if drawn(number, 100 + at as u64).is_multiple_of(4) {
            parts.push((*word).to_owned());
        }
    }
    for step in 0..2 + drawn(number, 2) % 3 {
        let from = if language == 0 || language == 2 && step % 2 == 0 { CHINESE } else { ENGLISH };
        parts.push(from[drawn(number, 3 + step as u64) % from.len()].to_owned());
    }
    if drawn(number, 50).is_multiple_of(8) {
        parts.push(format!("SF{:010}", drawn(number, 51) % 10_000_000_000));
    }
    if number.is_multiple_of(NEEDLES) {
        parts.push(needle(number));
    }
    let turn = drawn(number, 60) % parts.len();
    parts.rotate_left(turn);
    parts.join(" ")
}

/// A word that stands in one message: rare characters, letters and digits.
fn needle(number: usize) -> String {
    let rare = |salt| char::from_u32(0x8c00 + (drawn(number, salt) % 0x300) as u32).unwrap_or('谜');
    let letters = |salt| char::from(b'a' + (drawn(number, salt) % 26) as u8);
    format!(
        "{}{}{} qz{}{}{}x{number:07}",
        rare(70),
        rare(71),
        rare(72),
        letters(73),
        letters(74),
        letters(75)
    )
}

fn fill_folder(data: &Path, messages: usize) -> anyhow::Result<()> {
    let mut conn = Connection::open(data.join(DATABASE_FILE))?;
    conn.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF")?;
    let now = SystemClock::shared().now().0;
    let filled = conn.transaction()?;
    {
        let mut contact = filled.prepare(
            "INSERT INTO contacts (id, verified, name, created_at, last_seen_at) VALUES (?1, 0, '客户 ' || ?1, ?2, ?2)",
        )?;
        let mut visitor = filled.prepare(
            "INSERT INTO visitors (id, contact_id, channel, created_at, last_seen_at) VALUES (?1, ?2, 'web', ?3, ?3)",
        )?;
        let mut conversation = filled.prepare(
            "INSERT INTO conversations (id, contact_id, visitor_id, channel, state, last_sequence, opened_at, updated_at,
                                        closed_at)
             VALUES (?1, ?2, ?3, 'web', 5, ?4, ?5, ?5, ?5)",
        )?;
        let mut event = filled.prepare(
            "INSERT INTO event_log (at, kind, conversation_id, sequence, actor_kind, actor_id, subject_id, amount)
             VALUES (?1, 1, ?2, ?3, 1, ?4, 0, 0)",
        )?;
        let mut message = filled.prepare(
            "INSERT INTO messages (log_position, conversation_id, sequence, sender_kind, sender_id, digest, note, content,
                                   sent_at)
             VALUES (?1, ?2, ?3, 1, ?4, x'00', 0, ?5, ?6)",
        )?;
        for number in 0..messages {
            let (of, sequence) = (number / EACH, (number % EACH) as i64 + 1);
            let (person, browser, id) =
                (1_000_000 + of as i64, 100_000_000 + of as i64, 200_000_000 + of as i64);
            let at = now - (messages - number) as i64 * 1_000;
            if sequence == 1 {
                contact.execute(params![person, at])?;
                visitor.execute(params![browser, person, at])?;
                conversation.execute(params![id, person, browser, EACH as i64, at])?;
            }
            let position = event.insert(params![at, id, sequence, browser])?;
            let content = json!({ "kind": "text", "text": text(number) }).to_string();
            message.execute(params![position, id, sequence, browser, content, at])?;
        }
    }
    filled.commit()?;
    Ok(conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE")?)
}

/// Times, and what they say.
fn told(what: &str, mut took: Vec<Duration>) -> (f64, f64) {
    took.sort_unstable();
    let at = |part: usize| took[(took.len() * part / 100).min(took.len() - 1)].as_secs_f64() * 1_000.0;
    println!("  {what:44} p50 {:7.2} ms   p95 {:7.2} ms   p99 {:7.2} ms", at(50), at(95), at(99));
    (at(95), at(99))
}

/// Waits until everything is in the index.
async fn filled(ground: &Ground) -> anyhow::Result<()> {
    let desk = ground.running.desk();
    loop {
        let state = desk.db.read(|conn| Ok(state::condition(conn, 1)?)).await?;
        if state.state.stage == Stage::Messages && state.behind == 0 {
            return Ok(());
        }
        sleep(Duration::from_millis(20)).await;
    }
}

/// All parts, one after another.
pub async fn measure(messages: usize, time: Duration) -> anyhow::Result<()> {
    accepted(time).await?;
    let ground = Ground::lay(false).await?;
    let agent = ground.agents(1, 10).await?.remove(0);
    let began = Instant::now();
    let off = |config: &mut servicedesk::config::Config| {
        config.routing.enabled = false;
        config.search.enabled = false;
    };
    let ground = ground.reopened(|data| fill_folder(data, messages), off).await?;
    println!("{messages} messages by SQL in {:.0} s", began.elapsed().as_secs_f64());
    let data = ground.running.desk().db.folder().to_owned();
    let before = std::fs::metadata(data.join(DATABASE_FILE))?.len();
    // The index is made by a desk that does nothing else.
    let (began, cpu) = (Instant::now(), usage::processor(std::process::id())?);
    fill::rebuild(ground.running.desk(), &|_| ()).await?;
    let (wall, cpu) =
        (began.elapsed().as_secs_f64(), usage::processor(std::process::id())?.saturating_sub(cpu));
    println!(
        "adding: {:.0} messages/s of processor time (at least 50000), {:.0} by the clock",
        messages as f64 / cpu.as_secs_f64(),
        messages as f64 / wall
    );
    let on = |config: &mut servicedesk::config::Config| config.routing.enabled = false;
    let ground = Arc::new(ground.reopened(|_| Ok(()), on).await?);
    filled(&ground).await?;
    size(&data, before, messages)?;
    beside_live_chat(&ground, messages).await?;
    filled(&ground).await?;
    let alone = Command::new("taskset").args(["-acp", "0", &std::process::id().to_string()]).output();
    anyhow::ensure!(alone.is_ok_and(|ended| ended.status.success()), "taskset (util-linux) is needed");
    questions(&ground, &agent, messages).await?;
    others(&data, messages)
}

fn size(data: &Path, before: u64, messages: usize) -> anyhow::Result<()> {
    let conn = Connection::open(data.join(DATABASE_FILE))?;
    conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    let whole = std::fs::metadata(data.join(DATABASE_FILE))?.len();
    let bytes: i64 = conn.query_row(
        "SELECT (SELECT SUM(LENGTH(block) + 12) FROM search_docs_data) + (SELECT SUM(LENGTH(term) + 12) FROM search_docs_idx)",
        [],
        |row| row.get(0),
    )?;
    println!(
        "index: {:.1} bytes a message (at most 60), {:.1} % of the database ({:.0} MB before, {:.0} MB after)",
        bytes as f64 / messages as f64,
        100.0 * bytes as f64 / whole as f64,
        before as f64 / 1e6,
        whole as f64 / 1e6
    );
    Ok(())
}

/// Questions of a kind, drawn anew for each round.
type Kind = (&'static str, fn(usize) -> String);

const KINDS: [Kind; 9] = [
    ("two Chinese characters", |n| ["退货", "发货", "快递", "龙井", "客服"][n % 5].to_owned()),
    ("one Chinese character", |n| ["退", "货", "寄", "色", "请"][n % 5].to_owned()),
    ("a word", |n| ["refund", "parcels", "teapot", "DELAYED", "thanks"][n % 5].to_owned()),
    ("a phrase", |n| ["什么时候 发货", "broken parcel please", "看一下 订单"][n % 3].to_owned()),
    ("digits", |n| format!("{:06}", drawn(n, 90) % 1_000_000)),
    ("both scripts", |n| ["退货 refund", "龙井 teapot 破损", "订单 order 地址"][n % 3].to_owned()),
    ("five common words", |n| {
        COMMON.iter().cycle().skip(n * 3 % 20).take(5).copied().collect::<Vec<_>>().join(" ")
    }),
    ("narrowed", |n| ["退货 from:customer in:chat", "refund channel:web after:2020-01-01"][n % 2].to_owned()),
    ("what nobody said", |n| ["麒麟瑞兽", "zygomorphic", "退货 zygomorphic"][n % 3].to_owned()),
];

async fn questions(ground: &Ground, agent: &Agent, messages: usize) -> anyhow::Result<()> {
    println!("questions over HTTP, 50 items, one processor:");
    let (mut p95, mut p99) = (0.0_f64, 0.0_f64);
    for (name, question) in KINDS {
        let mut took = Vec::new();
        for round in 0..ROUNDS {
            let asked = question(round);
            let began = Instant::now();
            let answer = ground.read(agent, "/api/v1/search", &[("q", &asked)]).await?;
            took.push(began.elapsed());
            let terms = words::terms(
                asked
                    .split(" from:")
                    .next()
                    .unwrap_or_default()
                    .split(" channel:")
                    .next()
                    .unwrap_or_default(),
            );
            for item in answer["items"].as_array().context("items")? {
                let text =
                    item["text"].as_str().unwrap_or_default().replace("<mark>", "").replace("</mark>", "");
                anyhow::ensure!(words::find(&text, &terms).is_some(), "{asked} is not in {text}");
            }
        }
        let (one, other) = told(name, took);
        (p95, p99) = (p95.max(one), p99.max(other));
    }
    println!("  the worst: p95 {p95:.2} ms (at most 30 at a million), p99 {p99:.2} ms (at most 60)");
    let mut took = Vec::new();
    let mut sought = 0;
    for number in (0..messages).step_by((messages / 200).next_multiple_of(NEEDLES)) {
        for part in needle(number).split(' ') {
            let began = Instant::now();
            let answer = ground.read(agent, "/api/v1/search", &[("q", part)]).await?;
            took.push(began.elapsed());
            let items = answer["items"].as_array().context("items")?;
            let shown = items.iter().any(|item| {
                item["text"].as_str().unwrap_or_default().replace("<mark>", "").replace("</mark>", "")
                    == text(number)
            });
            anyhow::ensure!(shown, "{part} of message {number} is not found");
            sought += 1;
        }
    }
    told("needles", took);
    println!("  {sought} of {sought} needles found");
    Ok(())
}

/// Customers who talk, so many words a second together, or as fast as they can; how long each waits for `accepted`.
async fn talk(
    ground: &Ground,
    per_second: Option<usize>,
    time: Duration,
    from: usize,
) -> anyhow::Result<Vec<Duration>> {
    let next = Arc::new(AtomicUsize::new(from));
    let mut talks = Vec::new();
    for place in 0..TALKERS {
        // Words are numbered by millions, browsers by thousands.
        let mut wire = ground.visitor(from / 10_000 + place).await?;
        let next = Arc::clone(&next);
        talks.push(tokio::spawn(async move {
            let pause = per_second.map(|rate| Duration::from_secs_f64(TALKERS as f64 / rate as f64));
            let mut beat = interval(pause.unwrap_or(Duration::from_millis(1)));
            let (until, mut times) = (Instant::now() + time, Vec::new());
            while Instant::now() < until {
                if pause.is_some() {
                    beat.tick().await;
                }
                let number = next.fetch_add(1, Ordering::Relaxed);
                let send = json!({"type": "send", "client_message_id": format!("s-{number}"), "conversation_id": null,
                                  "content": {"kind": "text", "text": text(number)}});
                let began = Instant::now();
                wire.say(&send.to_string()).await?;
                wire.expect("accepted").await?;
                times.push(began.elapsed());
            }
            anyhow::Ok(times)
        }));
    }
    let mut times = Vec::new();
    for talk in talks {
        times.extend(talk.await??);
    }
    Ok(times)
}

/// Messages a second with the search on and off, and how soon a word is found at 1,000 a second.
async fn accepted(time: Duration) -> anyhow::Result<()> {
    let mut rates = Vec::new();
    for on in [false, true, false, true] {
        let folder = tempfile::tempdir_in(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
        let ground = Ground::on(folder, |config| {
            config.routing.enabled = false;
            config.search.enabled = on;
        })
        .await?;
        let said = talk(&ground, None, time, 1).await?.len();
        rates.push((on, said as f64 / time.as_secs_f64()));
        ground.running.stop().await;
    }
    let best =
        |on: bool| rates.iter().filter(|(was, _)| *was == on).map(|(_, rate)| *rate).fold(0.0, f64::max);
    println!(
        "accepted: {:.0} messages/s with the search on, {:.0} off: {:.2} (at least 0.9)",
        best(true),
        best(false),
        best(true) / best(false)
    );
    let ground = Arc::new(Ground::lay(false).await?);
    let talking = {
        let ground = Arc::clone(&ground);
        tokio::spawn(async move { talk(&ground, Some(1_000), time, 1).await })
    };
    let (until, mut took) = (Instant::now() + time, Vec::new());
    let desk = ground.running.desk();
    while Instant::now() < until {
        let head = *desk.db.head().borrow();
        let began = Instant::now();
        // What stood there when the clock began is in the index.
        while desk.db.read(|conn| Ok(state::read(conn)?)).await?.position < head {
            sleep(Duration::from_millis(1)).await;
        }
        took.push(began.elapsed());
        sleep(Duration::from_millis(20)).await;
    }
    talking.await??;
    let (_, p99) = told("found after, at 1,000 messages/s", took);
    println!("  p99 {p99:.0} ms, at most 1000");
    Ok(())
}

/// A rebuild while customers talk, and what they wait then.
async fn beside_live_chat(ground: &Arc<Ground>, messages: usize) -> anyhow::Result<()> {
    let quiet = told(
        "accepted, nothing else at work",
        talk(ground, Some(200), Duration::from_secs(15), 10_000_000).await?,
    );
    let talking = {
        let ground = Arc::clone(ground);
        let time = Duration::from_secs((messages / 40_000).max(5) as u64);
        tokio::spawn(async move { talk(&ground, Some(200), time, 20_000_000).await })
    };
    let began = Instant::now();
    fill::rebuild(ground.running.desk(), &|_| ()).await?;
    let took = began.elapsed().as_secs_f64();
    let busy = told("accepted, beside a rebuild", talking.await??);
    println!(
        "rebuild: {:.0} messages/s (at least 30000); accepted p99 {:.2} times (at most 1.5)",
        messages as f64 / took,
        busy.1 / quiet.1
    );
    Ok(())
}

/// The same questions to other ways of finding, without the desk.
fn others(data: &Path, messages: usize) -> anyhow::Result<()> {
    println!("other ways, by SQL alone, two Chinese characters and a word:");
    let folder = tempfile::tempdir_in(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let mut conn = Connection::open(folder.path().join("others.sqlite"))?;
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000")?;
    let ways = [
        ("chosen", "fts5(words, content = '', columnsize = 0, detail = none, tokenize = 'ascii')", true),
        ("positions", "fts5(words, content = '', columnsize = 0, detail = full, tokenize = 'ascii')", true),
        ("trigrams", "fts5(words, content = '', columnsize = 0, tokenize = 'trigram')", false),
    ];
    for (name, table, is_ours) in ways {
        conn.execute_batch(&format!("CREATE VIRTUAL TABLE {name} USING {table}"))?;
        let cpu = usage::processor(std::process::id())?;
        let adding = conn.transaction()?;
        {
            let mut add = adding.prepare(&format!("INSERT INTO {name} (rowid, words) VALUES (?1, ?2)"))?;
            for number in 0..messages {
                let said = text(number);
                add.execute(params![number as i64 + 1, if is_ours { words::tokens(&said) } else { said }])?;
            }
        }
        adding.commit()?;
        let cpu = usage::processor(std::process::id())?.saturating_sub(cpu);
        let bytes: i64 =
            conn.query_row(&format!("SELECT SUM(LENGTH(block) + 12) FROM {name}_data"), [], |row| {
                row.get(0)
            })?;
        let mut took = Vec::new();
        for round in 0..ROUNDS {
            let asked = if round % 2 == 0 { "退货" } else { "refund" };
            let began = Instant::now();
            let sql = format!("SELECT rowid FROM {name} WHERE {name} MATCH ?1 ORDER BY rowid DESC LIMIT 50");
            let mut ask = conn.prepare(&sql)?;
            let found = ask.query_map([format!("\"{asked}\"")], |row| row.get::<_, i64>(0))?.count();
            took.push(began.elapsed());
            if found == 0 && round < 2 {
                println!("  {name} cannot find {asked}");
            }
        }
        told(name, took);
        println!(
            "    {:.1} bytes a message, {:.0} messages/s of processor time",
            bytes as f64 / messages as f64,
            messages as f64 / cpu.as_secs_f64()
        );
    }
    let conn = Connection::open(data.join(DATABASE_FILE))?;
    for asked in ["%退货%", "%zygomorphic%"] {
        let mut took = Vec::new();
        for _ in 0..3 {
            let began = Instant::now();
            let sql =
                "SELECT log_position FROM messages WHERE content LIKE ?1 ORDER BY log_position DESC LIMIT 50";
            conn.prepare(sql)?.query_map([asked], |row| row.get::<_, i64>(0))?.count();
            took.push(began.elapsed());
        }
        told(&format!("LIKE {asked}"), took);
    }
    Ok(())
}

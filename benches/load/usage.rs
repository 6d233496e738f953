//! What a process takes of the machine.

use std::time::Duration;

use anyhow::Context;

/// What Linux counts processor time in, whatever it runs on (`USER_HZ`).
const TICKS_PER_SECOND: u64 = 100;

fn told(pid: u32, file: &str) -> anyhow::Result<String> {
    let path = format!("/proc/{pid}/{file}");
    std::fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))
}

fn bytes(pid: u32, name: &str) -> anyhow::Result<u64> {
    let kib = told(pid, "status")?
        .lines()
        .find_map(|line| line.strip_prefix(name)?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    Ok(kib.with_context(|| format!("no {name} in it"))? * 1_024)
}

/// Resident bytes of a process that no other one shares with it.
pub fn resident(pid: u32) -> anyhow::Result<u64> {
    bytes(pid, "RssAnon:")
}

/// Resident bytes of a process, pages of files among them.
pub fn resident_all(pid: u32) -> anyhow::Result<u64> {
    bytes(pid, "VmRSS:")
}

/// The most that [`resident_all`] ever was.
pub fn resident_peak(pid: u32) -> anyhow::Result<u64> {
    bytes(pid, "VmHWM:")
}

/// How long processors worked for it so far, in its own code and in the kernel (`man 5 proc_pid_stat`, fields 14 and 15).
pub fn processor(pid: u32) -> anyhow::Result<Duration> {
    let stat = told(pid, "stat")?;
    // The name before it may hold spaces and brackets.
    let fields = stat.rsplit_once(')').context("no name in it")?.1.split_whitespace().skip(11).take(2);
    let ticks = fields.map(str::parse::<u64>).sum::<Result<u64, _>>()?;
    Ok(Duration::from_millis(ticks * 1_000 / TICKS_PER_SECOND))
}

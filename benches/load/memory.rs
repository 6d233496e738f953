//! What a process takes of the machine's memory.

use anyhow::Context;

/// Resident bytes of a process that no other one shares with it.
pub fn resident(pid: u32) -> anyhow::Result<u64> {
    let path = format!("/proc/{pid}/status");
    let text = std::fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))?;
    let kib = text
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    Ok(kib.context("no RssAnon in it")? * 1_024)
}

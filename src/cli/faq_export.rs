//! `faq export`: entries into a file, read beside a desk that runs.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};

use super::{Call, output};
use crate::domain::faq::import::{csv_head, csv_rows, json_line};
use crate::domain::faq::{EntryState, store};
use crate::flows::faq::knowledge;
use crate::matcher::Source;
use crate::storage::{DATABASE_FILE, migrate, pragmas};

/// Write the entries of the FAQ into a file
///
/// As CSV, or as JSON Lines where FILE ends so; `faq import` takes either. Deleted entries are left out. The desk may run meanwhile.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk faq export faq.csv
  servicedesk faq export - > faq.csv")]
pub(super) struct Export {
    /// The file, which must not be there yet; - for standard output
    file: PathBuf,
}

impl Export {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let conn = open(call)?;
        let entries = store::all(&conn, &[EntryState::Published, EntryState::Draft])?;
        let ends =
            |ending: &str| self.file.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
        let json = ends("jsonl") || ends("ndjson") || ends("json");
        let mut bytes = if json { Vec::new() } else { csv_head() };
        for entry in &entries {
            bytes.extend(if json { json_line(entry) } else { csv_rows(entry) });
        }
        if self.file.as_os_str() == "-" {
            return Ok(output::text(&bytes)?);
        }
        let shown = self.file.display();
        let mut file = File::create_new(&self.file).with_context(|| format!("cannot create {shown}"))?;
        file.write_all(&bytes)
            .and_then(|()| file.sync_all())
            .with_context(|| format!("cannot write {shown}"))?;
        Ok(output::line(&format!("wrote {} entries to {shown}", entries.len()))?)
    }
}

/// Opens the database of the data folder to read, also beside a desk that runs.
fn open(call: &Call) -> anyhow::Result<rusqlite::Connection> {
    let file = call.data.join(DATABASE_FILE);
    if !file.exists() {
        bail!("there is no desk in {}; name its folder with --data", call.data.display());
    }
    let conn = pragmas::open_to_inspect(&file).context("cannot open the database")?;
    let version = migrate::check(&conn)?;
    if version < migrate::newest() {
        bail!("the desk is of an older version; start it once with this one");
    }
    Ok(conn)
}

/// What the matcher is to know of the shop's own FAQ, with its groups of synonyms; read beside a desk that runs.
#[allow(dead_code, reason = "for the commands that ask the FAQ")]
pub(super) fn entries(call: &Call) -> anyhow::Result<(Source, Vec<Vec<String>>)> {
    let conn = open(call)?;
    let source = knowledge::source(&conn, None).map_err(|fault| anyhow::anyhow!("{}", fault.message))?;
    Ok((source, store::synonyms(&conn)?))
}

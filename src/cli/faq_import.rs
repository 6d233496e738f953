//! `faq import`: entries from a file, also into a desk that runs.

use std::path::PathBuf;

use anyhow::{Context, bail};

use super::reach::{Missing, ask_each};
use super::{Call, output};
use crate::control::{FaqRows, Reply, Request};
use crate::domain::faq::import::{self, BATCH_ROWS};
use crate::flows::faq::import::Report;

/// Refused lines that are shown; all of them are counted.
const SHOWN: usize = 50;

/// Bring in entries of the FAQ, also while the desk runs
///
/// FILE is CSV whose first line names its columns (question,alternatives,answer; alternatives parted by |), JSON Lines with the same
/// fields, or the first sheet of a workbook (XLSX). Text may be in UTF-8, UTF-16 or GB18030. A line whose id or question is there
/// already updates that entry, so that the same file again adds nothing. What cannot be taken is named by its line, the rest goes in.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  servicedesk faq import faq.csv
  servicedesk faq import faq.xlsx --dry-run")]
pub(super) struct Import {
    /// The file
    file: PathBuf,
    /// Only tell which lines could be taken
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(super) fn run(self, call: &Call) -> anyhow::Result<()> {
        let shown = self.file.display();
        let most = call.config()?.faq.import_max;
        let size = std::fs::metadata(&self.file).with_context(|| format!("cannot read {shown}"))?.len();
        if size > most.bytes() {
            bail!("{shown} is larger than faq.import_max ({most})");
        }
        let bytes = std::fs::read(&self.file).with_context(|| format!("cannot read {shown}"))?;
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let read =
            import::read(&name, &bytes).map_err(|fault| anyhow::anyhow!("{shown}: {}", fault.message))?;
        if self.dry_run {
            let report = Report::of(&read);
            tell(&report);
            output::line(&format!("{} of {} lines can be taken", read.rows.len(), read.lines))?;
            return Ok(());
        }
        let mut left = read.rows.chunks(BATCH_ROWS).peekable();
        let mut first = Some((read.refused, read.refused_count));
        let mut report = Report::default();
        ask_each(call, Missing::Create, &mut |before, step| {
            let mut of = None;
            if let Some(Reply::FaqRows { import, report: so_far }) = before {
                of = Some(import);
                step(&format!("{} of {} lines", so_far.read, so_far.lines));
                report = so_far;
            }
            let rows = match (left.next(), first.is_some()) {
                (Some(rows), _) => rows.to_vec(),
                (None, true) => Vec::new(),
                (None, false) => return None,
            };
            let (refused, refused_count) = first.take().unwrap_or_default();
            let (last, name, lines) = (left.peek().is_none(), name.clone(), read.lines);
            Some(Request::FaqRows(FaqRows { import: of, name, rows, refused, refused_count, lines, last }))
        })?;
        tell(&report);
        let Report { lines, added, updated, unchanged, refused_count, .. } = report;
        if refused_count >= lines {
            bail!("none of the {lines} lines of {shown} could be taken");
        }
        output::line(&format!(
            "added {added}, updated {updated}, {unchanged} known before, {refused_count} lines left out"
        ))?;
        Ok(())
    }
}

fn tell(report: &Report) {
    for refused in report.refused.iter().take(SHOWN) {
        output::note(&format!("line {}: {}: {}", refused.line, refused.field, plain(&refused.reason)));
    }
    if report.refused_count > SHOWN as u64 {
        output::note(&format!("… and {} more", report.refused_count - SHOWN as u64));
    }
}

fn plain(reason: &str) -> &str {
    match reason {
        "empty" => "nothing is there",
        "too_long" => "it is too long",
        "too_many" => "there are more than 50",
        "doubled" => "an earlier line has it",
        "nul" => "it holds a NUL character",
        "no_letters" => "it holds no letters",
        "unreadable" => "it cannot be read",
        "limit" => "the FAQ is full",
        other => other,
    }
}

//! Standard output and standard error, and what happens when nobody reads them.

use std::io::{self, ErrorKind, IsTerminal, Write};

/// Writes one line to standard output. A reader that has gone away (`… | head -1`) is no failure.
pub(super) fn line(line: &str) -> io::Result<()> {
    text(format!("{line}\n").as_bytes())
}

/// Writes a whole text, such as a script, to standard output as it is.
pub(super) fn text(text: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Writes rows to standard output: aligned under a heading on a terminal, else parted by tabs and without it, for
/// programs. The last column may be of any width.
pub(super) fn table<const COLUMNS: usize>(
    heading: [&str; COLUMNS],
    rows: &[[String; COLUMNS]],
) -> io::Result<()> {
    if !io::stdout().is_terminal() {
        return rows.iter().try_for_each(|row| line(&row.join("\t")));
    }
    let heading = heading.map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&heading]).map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    for row in [&heading].into_iter().chain(rows) {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
        line(cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}

/// Tells the person at the terminal something beside the output.
pub(super) fn note(text: &str) {
    // If nobody reads standard error there is nobody to tell.
    drop(writeln!(io::stderr().lock(), "{text}"));
}

/// Tells why a command failed: one line, and its causes under it.
pub(super) fn failure(error: &anyhow::Error) {
    let mut text = format!("error: {error}");
    for cause in error.chain().skip(1) {
        text.push_str("\n  caused by: ");
        text.push_str(&cause.to_string());
    }
    note(&text);
}

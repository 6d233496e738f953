//! Lines of cells. The first line names the columns, in any order and either language; commas, semicolons or tabs part them.

use csv::ReaderBuilder;

use super::{Given, Taking, unreadable};
use crate::fault::Fault;

/// Columns by the names that shops give them.
const NAMES: [(&str, Column); 31] = [
    ("question", Column::Question),
    ("questions", Column::Question),
    ("title", Column::Question),
    ("问题", Column::Question),
    ("标准问题", Column::Question),
    ("标准问", Column::Question),
    ("标题", Column::Question),
    ("alternatives", Column::Alternatives),
    ("alternative", Column::Alternatives),
    ("similar questions", Column::Alternatives),
    ("相似问", Column::Alternatives),
    ("相似问题", Column::Alternatives),
    ("相似问法", Column::Alternatives),
    ("其他问法", Column::Alternatives),
    ("answer", Column::Answer),
    ("answers", Column::Answer),
    ("答案", Column::Answer),
    ("回答", Column::Answer),
    ("回复", Column::Answer),
    ("id", Column::Key),
    ("key", Column::Key),
    ("编号", Column::Key),
    ("locale", Column::Locale),
    ("language", Column::Locale),
    ("语言", Column::Locale),
    ("category", Column::Category),
    ("分类", Column::Category),
    ("类目", Column::Category),
    ("类别", Column::Category),
    ("state", Column::State),
    ("状态", Column::State),
];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Question,
    Alternatives,
    Answer,
    Key,
    Locale,
    Category,
    State,
}

/// Which column is where.
#[derive(Debug)]
pub(super) struct Columns(Vec<Option<Column>>);

impl Columns {
    /// Reads the first line. It has to name a question and an answer.
    pub(super) fn named<'a>(cells: impl IntoIterator<Item = &'a str>) -> Result<Self, Fault> {
        let named = |cell: &str| {
            let cell = cell.trim().trim_start_matches('\u{feff}').to_lowercase();
            NAMES.into_iter().find(|(name, _)| *name == cell).map(|(_, column)| column)
        };
        let columns: Vec<_> = cells.into_iter().map(named).collect();
        let has = |column| columns.contains(&Some(column));
        if has(Column::Question) && has(Column::Answer) {
            return Ok(Self(columns));
        }
        Err(unreadable("The first line has to name the columns: question,alternatives,answer."))
    }

    /// Reads a line; `None` for an empty one.
    pub(super) fn line<'a>(&self, line: u64, cells: impl IntoIterator<Item = &'a str>) -> Option<Given> {
        let mut given = Given { line, ..Given::default() };
        let mut any = false;
        for (cell, column) in cells.into_iter().zip(&self.0) {
            let Some(column) = column else { continue };
            any |= !cell.trim().is_empty();
            let cell = unguarded(cell);
            match column {
                Column::Question if given.question.is_empty() => cell.clone_into(&mut given.question),
                Column::Answer if given.answer.is_empty() => cell.clone_into(&mut given.answer),
                Column::Question | Column::Answer => {}
                Column::Alternatives => given.alternatives.extend(parted(cell)),
                Column::Key => cell.clone_into(&mut given.key),
                Column::Locale => cell.clone_into(&mut given.locale),
                Column::Category => given.category = Some(cell.to_owned()),
                Column::State => cell.clone_into(&mut given.state),
            }
        }
        any.then_some(given)
    }
}

/// A cell without the quote that keeps spreadsheets from computing it.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

/// Alternatives of a cell, parted by bars or line breaks; a bar behind a backslash is one that is meant.
fn parted(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        let last = parts.len() - 1;
        match c {
            '\\' if chars.peek() == Some(&'|') => parts[last].extend(chars.next()),
            '|' | '｜' | '\n' => parts.push(String::new()),
            c => parts[last].push(c),
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

pub(super) fn read(text: &str, taking: &mut Taking) -> Result<(), Fault> {
    // Lines are counted by their last sign.
    let text = &text.replace("\r\n", "\n");
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let often = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| often(*mark)).unwrap_or(b',');
    let mut lines = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut columns = None;
    for line in lines.records() {
        let line = line.map_err(|_| unreadable("The file cannot be read as lines of text."))?;
        let number = line.position().map_or(0, csv::Position::line);
        match &columns {
            None => columns = Some(Columns::named(&line)?),
            Some(columns) => {
                if let Some(given) = columns.line(number, &line) {
                    taking.take(&given);
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::faq::import::Read;

    fn reading(text: &str) -> Result<Read, &'static str> {
        let mut taking = Taking::default();
        read(text, &mut taking).map(|()| taking.read).map_err(|fault| fault.code)
    }

    #[test]
    fn columns_stand_in_any_order_and_by_several_names() {
        for text in [
            "question,alternatives,answer\n怎么退货？,退货流程|想退,\"三十天内,可退\"\n",
            "answer;question;alternatives\n三十天内,可退;怎么退货？;退货流程|想退\n",
            "答案\t问题\t相似问法\n三十天内,可退\t怎么退货？\t退货流程｜想退\n",
            "\u{feff}问题,相似问,答案\r\n怎么退货？,\"退货流程\n想退\",\"三十天内,可退\"\r\n,,\r\n",
        ] {
            let read = reading(text).expect(text);
            assert_eq!(read.rows.len(), 1, "{text}");
            let row = &read.rows[0];
            assert_eq!(
                (row.question.as_str(), row.answer.as_str()),
                ("怎么退货？", "三十天内,可退"),
                "{text}"
            );
            assert_eq!(row.alternatives, ["退货流程", "想退"], "{text}");
            assert_eq!((row.line, row.locale.as_str()), (2, "zh-CN"), "{text}");
        }
        assert_eq!(reading("a,b\n1,2\n"), Err("unreadable_file"), "no names of columns");
    }

    #[test]
    fn what_a_line_lacks_refuses_that_line_alone() {
        let long = ("q".repeat(201), "a".repeat(8_001), "x|y ".repeat(120));
        let many: Vec<String> =
            (0..50).map(|at| format!("way {}", "abcdefghij".repeat(2) + &"x".repeat(at))).collect();
        let text = format!(
            "id,question,alternatives,answer,state\n\
             a,Where is it?,,Here.,\n\
             b,,,Nothing asked.,\n\
             c,Nothing said?,,,\n\
             d,{},,x,\n\
             e,Long answer?,,{},\n\
             f,where is IT,,Doubled.,\n\
             a,Same id?,,x,\n\
             g,123!,,x,\n\
             h,Nul\0?,,x,\n\
             i,Which state?,,x,odd\n\
             j,Too many?,{},x,\n\
             k,Draft?,,x,draft\n",
            long.0,
            long.1,
            many.join("|"),
        );
        let read = reading(&text).expect("a file");
        assert_eq!(
            read.rows.iter().map(|row| row.key.as_deref()).collect::<Vec<_>>(),
            [Some("a"), Some("k")]
        );
        assert!(read.rows[1].draft);
        let told: Vec<(u64, &str, &str)> =
            read.refused.iter().map(|one| (one.line, one.field.as_str(), one.reason.as_str())).collect();
        assert_eq!(
            told,
            [
                (3, "question", "empty"),
                (4, "answer", "empty"),
                (5, "question", "too_long"),
                (6, "answer", "too_long"),
                (7, "question", "doubled"),
                (8, "id", "doubled"),
                (9, "question", "no_letters"),
                (10, "question", "nul"),
                (11, "state", "unreadable"),
                (12, "alternatives", "too_many"),
            ]
        );
        assert_eq!((read.lines, read.refused_count), (12, 10));
        drop(long.2);
    }

    #[test]
    fn bars_that_are_meant_and_guarded_cells_come_back() {
        assert_eq!(parted(r"a\|b|c | |"), ["a|b", "c "]);
        for (cell, said) in [("'=SUM(1)", "=SUM(1)"), ("'tis so", "'tis so"), ("'-5", "-5"), ("=1", "=1")] {
            assert_eq!(unguarded(cell), said);
        }
    }
}

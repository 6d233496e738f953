//! The first sheet of a workbook (ECMA-376, part 1, §18): a row is a line, its cells are texts. What formulas gave counts, looks
//! and dates do not.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::table::Columns;
use super::unpack::Archive;
use super::{Taking, unreadable};
use crate::fault::Fault;

/// Columns that are looked at.
const COLUMNS_MAX: usize = 256;

fn broken() -> Fault {
    unreadable("The workbook is broken. Save it again, or save it as CSV.")
}

pub(super) fn read(bytes: &[u8], taking: &mut Taking) -> Result<(), Fault> {
    let mut archive = Archive::open(bytes)?;
    let book = archive.text("xl/workbook.xml")?.ok_or_else(broken)?;
    let links = links(&archive.text("xl/_rels/workbook.xml.rels")?.ok_or_else(broken)?)?;
    let sheet = first_sheet(&book)?.and_then(|id| links.get(&id).cloned());
    let sheet = archive.text(&sheet.ok_or_else(broken)?)?.ok_or_else(broken)?;
    let shared =
        archive.text("xl/sharedStrings.xml")?.map(|text| shared(&text)).transpose()?.unwrap_or_default();
    let mut columns = None;
    rows(&sheet, &shared, &mut |line, cells| {
        match &columns {
            None if cells.iter().all(|cell| cell.trim().is_empty()) => {}
            None => columns = Some(Columns::named(cells.iter().map(String::as_str))?),
            Some(columns) => {
                if let Some(given) = columns.line(line, cells.iter().map(String::as_str)) {
                    taking.take(&given);
                }
            }
        }
        Ok(())
    })
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

/// What each relation of the workbook leads to, as a name in the archive.
fn links(xml: &str) -> Result<HashMap<String, String>, Fault> {
    let mut reader = Reader::from_str(xml);
    let mut found = HashMap::new();
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                if let (Some(id), Some(target)) = (attribute(&tag, "Id"), attribute(&tag, "Target")) {
                    let whole = target.strip_prefix('/').map(str::to_owned);
                    found.insert(
                        id,
                        whole.unwrap_or_else(|| format!("xl/{}", target.trim_start_matches("./"))),
                    );
                }
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The relation of the first sheet that is shown.
fn first_sheet(xml: &str) -> Result<Option<String>, Fault> {
    let mut reader = Reader::from_str(xml);
    let mut hidden = None;
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "sheet" => {
                let id = attribute(&tag, "id");
                if attribute(&tag, "state").is_none_or(|state| state == "visible") {
                    return Ok(id);
                }
                hidden = hidden.or(id);
            }
            Event::Eof => return Ok(hidden),
            _ => {}
        }
    }
}

/// A reference inside a text, as the character that it stands for.
fn referred(reference: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c.to_string());
    }
    quick_xml::escape::resolve_xml_entity(reference).map(str::to_owned)
}

/// Texts that cells share. What tells how to read them aloud is no part of them.
fn shared(xml: &str) -> Result<Vec<String>, Fault> {
    let mut reader = Reader::from_str(xml);
    let (mut texts, mut text) = (Vec::new(), String::new());
    let (mut inside, mut aloud) = (false, false);
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => inside = !aloud,
                "rPh" => aloud = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => inside = false,
                "rPh" => aloud = false,
                "si" => texts.push(unescaped(&std::mem::take(&mut text))),
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.push(String::new()),
            Event::Text(part) if inside => text.push_str(&part.xml10_content()),
            Event::CData(part) if inside => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if inside => text.extend(referred(&reference)),
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// A text without `_x000D_` and its like, which stand for characters that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let c = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        out.push_str(&rest[..at]);
        if let Some(c) = c {
            out.push(c);
            rest = &rest[at + 7..];
        } else {
            out.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    out.push_str(rest);
    out.replace("\r\n", "\n")
}

/// Which column a cell like `AB12` is in, from 0.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number =
        letters.fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    column: usize,
    kind: String,
    value: String,
}

impl Cell {
    fn text(self, shared: &[String]) -> String {
        match self.kind.as_str() {
            "s" => {
                let at: Option<usize> = self.value.trim().parse().ok();
                at.and_then(|at| shared.get(at)).cloned().unwrap_or_default()
            }
            "e" => String::new(),
            "inlineStr" | "str" => unescaped(&self.value),
            _ => self.value,
        }
    }
}

/// Takes a row with its number.
type Take<'a> = dyn FnMut(u64, &[String]) -> Result<(), Fault> + 'a;

/// Hands each row that holds something on, with its number.
fn rows(xml: &str, shared: &[String], row: &mut Take<'_>) -> Result<(), Fault> {
    let mut reader = Reader::from_str(xml);
    let (mut cells, mut cell): (Vec<String>, Option<Cell>) = (Vec::new(), None);
    let (mut line, mut next, mut inside, mut aloud) = (0_u64, 0, false, false);
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => {
                    line = attribute(&tag, "r").and_then(|r| r.parse().ok()).unwrap_or(line + 1);
                    (cells, next) = (Vec::new(), 0);
                }
                "c" => {
                    let at = attribute(&tag, "r").as_deref().and_then(column).unwrap_or(next);
                    next = at + 1;
                    let kind = attribute(&tag, "t").unwrap_or_default();
                    cell = Some(Cell { column: at, kind, value: String::new() });
                }
                "rPh" => aloud = true,
                "v" | "t" => inside = !aloud,
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "row" => line = attribute(&tag, "r").and_then(|r| r.parse().ok()).unwrap_or(line + 1),
                "c" => next = attribute(&tag, "r").as_deref().and_then(column).unwrap_or(next) + 1,
                _ => {}
            },
            Event::Text(part) if inside => put(&mut cell, &part.xml10_content()),
            Event::CData(part) if inside => put(&mut cell, &part.xml10_content()),
            Event::GeneralRef(reference) if inside => {
                put(&mut cell, &referred(&reference).unwrap_or_default());
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" | "t" => inside = false,
                "rPh" => aloud = false,
                "c" => {
                    if let Some(done) = cell.take().filter(|cell| cell.column < COLUMNS_MAX) {
                        cells.resize(cells.len().max(done.column + 1), String::new());
                        let at = done.column;
                        cells[at] = done.text(shared);
                    }
                }
                "row" => row(line, &cells)?,
                "sheetData" => return Ok(()),
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn put(cell: &mut Option<Cell>, text: &str) {
    if let Some(cell) = cell {
        cell.value.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::unpack::making::archive;
    use super::*;

    const BOOK: &[u8] = br#"<workbook xmlns:r="r"><sheets><sheet name="old" state="hidden" r:id="rId1"/>
        <sheet name="FAQ" r:id="rId2"/></sheets></workbook>"#;
    const LINKS: &[u8] = br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>"#;

    #[test]
    fn the_first_sheet_that_is_shown_is_read() {
        let shared = "<sst><si><t>question</t></si><si><t>answer</t></si>\
             <si><r><t>怎么</t></r><r><t xml:space=\"preserve\">退货 </t></r><rPh><t>zenme</t></rPh></si>\
             <si><t>A &amp; B &#20108;_x000D_\nnext</t></si></sst>";
        let sheet = "<worksheet><sheetData>\
             <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"str\"><v>id</v></c></row>\
             <row r=\"2\"/>\
             <row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c><c r=\"B4\"/><c r=\"C4\" t=\"s\"><v>3</v></c><c r=\"D4\"><v>17</v></c></row>\
             <row><c t=\"inlineStr\"><is><t>How long?</t></is></c><c/><c t=\"str\"><f>x</f><v>Two days</v></c><c t=\"e\"><v>#N/A</v></c></row>\
             </sheetData></worksheet>";
        let packed = archive(&[
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", LINKS),
            ("xl/sharedStrings.xml", shared.as_bytes()),
            ("xl/worksheets/sheet2.xml", sheet.as_bytes()),
        ]);
        let mut taking = Taking::default();
        read(&packed, &mut taking).expect("a workbook");
        let rows = taking.read.rows;
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert_eq!(
            (rows[0].line, rows[0].question.as_str(), rows[0].key.as_deref()),
            (4, "怎么退货", Some("17"))
        );
        assert_eq!(rows[0].answer, "A & B 二\nnext");
        assert_eq!(
            (rows[1].line, rows[1].question.as_str(), rows[1].answer.as_str()),
            (5, "How long?", "Two days")
        );
        assert_eq!(rows[1].key, None);
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for files in [
            vec![("word/document.xml", &b"<w/>"[..])],
            vec![("xl/workbook.xml", BOOK)],
            vec![("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", LINKS)],
            vec![("xl/workbook.xml", b"<workbook><sheets>"), ("xl/_rels/workbook.xml.rels", LINKS)],
            vec![
                ("xl/workbook.xml", BOOK),
                ("xl/_rels/workbook.xml.rels", LINKS),
                ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData><row></worksheet>"),
            ],
        ] {
            let refused = read(&archive(&files), &mut Taking::default()).map_err(|fault| fault.code);
            assert_eq!(refused, Err("unreadable_file"), "{files:?}");
        }
    }

    #[test]
    fn letters_name_columns_and_escapes_become_characters() {
        for (name, at) in
            [("A1", Some(0)), ("Z9", Some(25)), ("AA10", Some(26)), ("XFD1", Some(16_383)), ("1", None)]
        {
            assert_eq!(column(name), at, "{name}");
        }
        for (text, plain) in
            [("a_x000D_b", "a\rb"), ("_x12", "_x12"), ("_xZZZZ_", "_xZZZZ_"), ("snake_x", "snake_x")]
        {
            assert_eq!(unescaped(text), plain);
        }
    }
}

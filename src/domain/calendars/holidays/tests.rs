//! What the reader of holiday files makes of them, by kind of file.

use super::*;

/// A week that begins on Monday, in Shanghai, with the first of October as a day off.
fn plan() -> Plan {
    let first =
        SpecialDay { date: "2026-10-01".into(), name: "国庆节".into(), ranges: Vec::new(), like: None };
    Plan { always: false, special_days: vec![first], ..Plan::always("Asia/Shanghai") }
}

fn shown(day: &SpecialDay) -> String {
    let what = match (day.like, day.ranges.as_slice()) {
        (Some(like), _) => format!("like {like}"),
        (None, []) => "off".to_owned(),
        (None, ranges) => {
            let ranges = ranges.iter().map(|range| format!("{}-{}", range.opens, range.closes));
            ranges.collect::<Vec<_>>().join(" ")
        }
    };
    format!("{} {} {what}", &day.date[5..], day.name)
}

/// What a file adds, then how many it changes and leaves, then what was refused.
fn read(bytes: &[u8]) -> (Vec<String>, usize, usize, Vec<(usize, &'static str)>) {
    let (after, changes) = File::read(bytes).expect("a file").compare(&plan(), 1);
    assert_eq!(after.check(), Ok(()));
    assert_eq!(after.special_days.len(), 1 + changes.added.len());
    let refused = changes.refused.iter().map(|refused| (refused.line, refused.code)).collect();
    (changes.added.iter().map(shown).collect(), changes.changed.len(), changes.same, refused)
}

#[test]
fn json_as_it_is_published() {
    let days = r#"{"$id":"…","year":2026,"papers":[],"days":[
        {"name":"国庆节","date":"2026-10-01","isOffDay":true},
        {"name":"国庆节","date":"2026-10-02","isOffDay":true},
        {"name":"国庆节","date":"2026-10-10","isOffDay":false},
        {"name":"春节","date":"2026-02-30","isOffDay":true},
        {"name":"春节","isOffDay":true},
        {"name":"春节","date":"2026-02-16","isOffDay":"yes"}]}"#;
    let added = vec!["10-02 国庆节 off".to_owned(), "10-10 国庆节 like 1".to_owned()];
    let refused = vec![(4, "date"), (5, "fields"), (6, "fields")];
    assert_eq!(read(days.as_bytes()), (added, 0, 1, refused));
    for wrong in ["{}", "{\"days\":{}}", "{\"days\":[", "", " \n"] {
        assert_eq!(File::read(wrong.as_bytes()).unwrap_err().field.as_deref(), Some("body"), "{wrong}");
    }
}

#[test]
fn icalendar_with_holidays_and_the_days_that_make_up_for_them() {
    let file = "BEGIN:VCALENDAR\r\nX-WR-CALDESC:中国法定节假日，自动\r\n 更新\r\n\
        BEGIN:VEVENT\r\nSUMMARY:国庆节\r\n 假期\r\nDTSTART;VALUE=DATE:20261001\r\nDTEND;VALUE=DATE:20261003\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:上班(补国庆节假期)\r\nDTSTART;VALUE=DATE:20261010\r\n\
        BEGIN:VALARM\r\nDTSTART:19760401T005545Z\r\nEND:VALARM\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:Tea\\, at five\r\nDTSTART:20261011T170000Z\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:Birthday\r\nDTSTART;VALUE=DATE:20261012\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:Summer\r\nDTSTART;VALUE=DATE:20260701\r\nDURATION:P12W\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:Undone\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20261013\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:Backwards\r\nDTSTART;VALUE=DATE:20261014\r\nDTEND;VALUE=DATE:20261010\r\nEND:VEVENT\r\n\
        END:VCALENDAR\r\n";
    let added = vec!["10-02 国庆节假期 off".to_owned(), "10-10 上班(补国庆节假期) like 1".to_owned()];
    let refused = vec![(17, "timed"), (21, "repeats"), (26, "long"), (31, "cancelled"), (36, "date")];
    assert_eq!(read(file.as_bytes()), (added, 1, 0, refused));
}

#[test]
fn where_a_calendar_marks_its_days_the_others_are_ordinary() {
    let event = |title: &str, date: &str, mark: &str| {
        format!("BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART;VALUE=DATE:{date}\n{mark}END:VEVENT\n")
    };
    let file = format!(
        "BEGIN:VCALENDAR\n{}{}{}{}END:VCALENDAR\n",
        event("母亲节", "20260510", ""),
        event("劳动节（休）", "20260501", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY\n"),
        event("劳动节（班）", "20260509", "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\n"),
        event("劳动节", "20260501", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY\n"),
    );
    let added = vec!["05-01 劳动节（休） off".to_owned(), "05-09 劳动节（班） like 1".to_owned()];
    assert_eq!(read(file.as_bytes()), (added, 0, 0, vec![(2, "ordinary")]));
}

#[test]
fn lines_as_tables_are_written() {
    let lines = "date,name,open\n2026-12-24,Christmas Eve,9:00-14:00\n2026/12/25,\"Christmas, first day\",no\n\n\
        2026.12.26,Boxing Day\n20261227,Sale,10:00-12:00 14:00-18:00\n2026-12-28,Inventory,maybe\n\
        2026-12-24,Christmas Eve,no\n2026-13-01,Nothing,no\n1999-12-31,Long ago,no\n2026年10月10日,补班,是\n\
        2026-12-29,Overlap,10:00-12:00 11:00-13:00\n";
    let added: Vec<String> = [
        "10-10 补班 like 1",
        "12-24 Christmas Eve 09:00-14:00",
        "12-25 Christmas, first day off",
        "12-26 Boxing Day off",
        "12-27 Sale 10:00-12:00 14:00-18:00",
    ]
    .map(str::to_owned)
    .into();
    let refused = vec![(7, "open"), (8, "twice"), (9, "date"), (10, "date"), (12, "open")];
    assert_eq!(read(lines.as_bytes()), (added, 0, 0, refused));
    let semicolons = "2026-12-31;Silvester;10:00-14:00\n";
    assert_eq!(read(semicolons.as_bytes()).0, ["12-31 Silvester 10:00-14:00"]);
    assert!(File::read(b"PK\x03\x04 a table of another program, packed").is_err());
}

#[test]
fn files_from_older_programs_are_read() {
    let text = "日期,名称,是否营业\n2026-10-03,国庆节,休\n2026-10-10,调休,班\n";
    let added = vec!["10-03 国庆节 off".to_owned(), "10-10 调休 like 1".to_owned()];
    let (gb18030, ..) = encoding_rs::GB18030.encode(text);
    assert!(std::str::from_utf8(&gb18030).is_err());
    let with_mark = format!("\u{feff}{text}");
    let utf16: Vec<u8> = with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes(), with_mark.as_bytes(), &gb18030, &utf16] {
        assert_eq!(read(bytes), (added.clone(), 0, 0, vec![]));
    }
}

#[test]
fn no_bytes_break_the_reader() {
    let parts = [
        "BEGIN:VCALENDAR\n",
        "BEGIN:VEVENT\n",
        "END:VEVENT\n",
        "DTSTART:",
        "DTEND:2",
        "0261001\n",
        "\n ",
        "DURATION:P",
        "D\n",
        "é",
        "\u{feff}",
        ",",
        "{",
        "\"days\":[",
    ];
    let mut state = 7u32;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(parts[(state >> 16) as usize % parts.len()]);
        }
        let _ = File::read(text.as_bytes()).map(|file| file.compare(&plan(), 1));
    }
    let many = "2026-01-01\n".repeat(5_000);
    assert_eq!(File::read(many.as_bytes()).unwrap_err().field.as_deref(), Some("body"));
}

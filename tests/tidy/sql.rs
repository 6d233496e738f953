//! SQL that gives the same wherever it is repeated: no time and no chance of its own, no choice among rows that are alike, no
//! row without a key. And numbers of states, kinds and actors have names.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::scan::texts;
use crate::tree::files;

/// A text of a source.
struct Text {
    place: String,
    given_to: String,
    /// With single spaces, in lower case.
    sql: String,
}

fn text(place: String, given_to: &str, words: &str) -> Text {
    // A line that goes on is no line of the text.
    let words = words.replace("\\\n", " ");
    Text {
        place,
        given_to: given_to.to_owned(),
        sql: words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(),
    }
}

/// Every text of our sources.
fn all() -> Vec<Text> {
    files("src", &["rs"])
        .into_iter()
        .flat_map(|file| {
            let path = file.path.clone();
            texts(&file.text)
                .into_iter()
                .map(move |it| text(format!("{path}:{}", it.line), &it.given_to, &it.words))
        })
        .collect()
}

fn writes(sql: &str) -> bool {
    ["insert ", "update ", "delete ", "replace "].iter().any(|verb| sql.starts_with(verb))
}

#[test]
fn statements_that_write_go_where_they_are_known() {
    let mut wrong: Vec<String> = Vec::new();
    for Text { place, given_to, .. } in all().iter().filter(|text| writes(&text.sql)) {
        if !matches!(given_to.as_str(), "" | "write" | "insert" | "returning") {
            wrong.push(format!("{place}: {given_to}"));
        }
    }
    assert!(wrong.is_empty(), "hand it to `Writing::write`, `insert` or `returning`: {wrong:#?}");
}

/// What is another in another database, or at another time.
const CHANCE: [&str; 14] = [
    "random(",
    "randomblob(",
    "'now'",
    "current_time",
    "current_date",
    "datetime()",
    "date()",
    "time()",
    "julianday()",
    "unixepoch()",
    "strftime(",
    "last_insert_rowid(",
    "changes(",
    "rowid",
];

fn chance(sql: &str) -> Option<&'static str> {
    CHANCE.into_iter().find(|words| sql.contains(words))
}

#[test]
fn statements_that_write_know_no_time_and_no_chance() {
    let mut wrong: Vec<String> = Vec::new();
    for Text { place, sql, .. } in all().iter().filter(|text| writes(&text.sql)) {
        // A full-text index has no other name for its key, which is a parameter.
        let sql = sql.replace("rowid, words)", "");
        wrong.extend(chance(&sql).map(|words| format!("{place} holds {words}")));
    }
    // Migrations run in each database by itself.
    for file in files("src/storage/migrations", &["sql"]) {
        let code = file.text.lines().map(|line| line.split("--").next().unwrap_or_default());
        let code = text(file.path.clone(), "", &code.collect::<Vec<_>>().join("\n"))
            .sql
            .replace("without rowid", "");
        wrong.extend(chance(&code).map(|words| format!("{} holds {words}", file.path)));
    }
    assert!(wrong.is_empty(), "time, ids and randomness are parameters: {wrong:#?}");
}

/// Each table with the columns of its key; and those whose rows get a number that no column shows.
fn keys() -> (BTreeMap<String, Vec<String>>, Vec<String>) {
    let conn = Connection::open_in_memory().expect("memory");
    for file in files("src/storage/migrations", &["sql"]) {
        conn.execute_batch(&file.text).expect("a migration");
    }
    let list = "SELECT name, wr, (SELECT group_concat(name) FROM pragma_table_info(t.name) WHERE pk > 0),
                       (SELECT COUNT(*) FROM pragma_table_info(t.name) WHERE pk > 0 AND type = 'INTEGER')
                  FROM pragma_table_list t WHERE type IN ('table', 'shadow') AND schema = 'main' AND name NOT LIKE 'sqlite_%'";
    let mut statement = conn.prepare(list).expect("a query");
    let tables = statement
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, Option<String>>(2)?.unwrap_or_default(), row.get(3)?))
        })
        .expect("a query");
    let (mut keys, mut hidden) = (BTreeMap::new(), Vec::new());
    for table in tables {
        let (name, without_rowid, columns, integers): (String, bool, String, i64) = table.expect("a table");
        let columns: Vec<String> = columns.split(',').map(str::to_owned).collect();
        if !without_rowid && (columns.len(), integers) != (1, 1) {
            hidden.push(name.clone());
        }
        keys.insert(name, columns);
    }
    (keys, hidden)
}

#[test]
fn each_row_has_a_key_that_a_column_shows() {
    let (keys, hidden) = keys();
    assert!(keys.len() > 25, "{keys:?}");
    assert!(hidden.is_empty(), "make the key INTEGER PRIMARY KEY, or the table WITHOUT ROWID: {hidden:?}");
}

/// What is wrong with the limits of a statement that writes.
fn limits(sql: &str, keys: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (at, _) in sql.match_indices(" limit ") {
        // The query that is limited begins behind the bracket that is open here.
        let mut depth = 0;
        let opened = sql[..at].char_indices().rev().find_map(|(place, sign)| {
            depth += i32::from(sign == ')') - i32::from(sign == '(');
            (depth < 0).then_some(place + 1)
        });
        let query = &sql[opened.unwrap_or(0)..at];
        let Some((rest, order)) = query.rsplit_once(" order by ") else {
            wrong.push(format!("a limit without an order: {query}"));
            continue;
        };
        let terms: Vec<&str> = order.split(',').filter_map(|term| term.split_whitespace().next()).collect();
        let table = rest.split(" from ").nth(1).and_then(|from| from.split(' ').next()).unwrap_or_default();
        let Some(key) = keys.get(table) else {
            wrong.push(format!("no table is called {table:?}: {query}"));
            continue;
        };
        let is_one = |column: &String| rest.contains(&format!(" {column} = "));
        let missing: Vec<_> = key.iter().filter(|it| !terms.contains(&it.as_str()) && !is_one(it)).collect();
        if !missing.is_empty() {
            wrong.push(format!("rows that are alike ({missing:?} is missing in the order): {query}"));
        }
    }
    wrong
}

#[test]
fn statements_that_write_choose_rows_by_a_whole_order() {
    let (keys, _) = keys();
    let mut wrong: Vec<String> = Vec::new();
    for Text { place, sql, .. } in all().iter().filter(|text| writes(&text.sql)) {
        wrong.extend(limits(sql, &keys).into_iter().map(|words| format!("{place}: {words}")));
    }
    assert!(wrong.is_empty(), "the key is the last term of the order: {wrong:#?}");
}

#[test]
fn a_choice_among_rows_that_are_alike_is_found() {
    let keys = BTreeMap::from([
        ("t".to_owned(), vec!["id".to_owned()]),
        ("pairs".to_owned(), vec!["a".to_owned(), "b".to_owned()]),
    ]);
    for right in [
        "delete from t where id in (select id from t where at < ?1 order by at, id limit ?2)",
        "delete from t where id in (select id from t v where (at < ?1) order by at desc, id desc limit ?2) returning id",
        "delete from pairs where a = ?1 and b in (select b from pairs where a = ?1 order by at, b limit -1 offset 3)",
        "update t set x = (select x from pairs where a = ?1 order by b limit 1) where id = ?1",
    ] {
        assert_eq!(limits(right, &keys), Vec::<String>::new(), "{right}");
    }
    for wrong in [
        "delete from t where id in (select id from t order by at limit ?2)",
        "delete from t where id in (select id from t limit ?2)",
        "delete from t where id in (select id from pairs where c = 1 order by a limit ?2)",
    ] {
        assert_eq!(limits(wrong, &keys).len(), 1, "{wrong}");
    }
    assert_eq!(chance("insert into t values (random())"), Some("random("));
    assert_eq!(chance("insert into t values (?1)"), None);
}

/// Columns that hold numbers of an enumeration.
const NUMBERED: [&str; 8] =
    ["state", "kind", "actor_kind", "sender_kind", "member_kind", "owner_kind", "source", "availability"];

/// A number beside one of these columns, if one stands in the text.
fn number(sql: &str) -> Option<String> {
    let kind = |sign: char| u8::from("=<>!".contains(sign)) + 2 * u8::from("(),".contains(sign));
    let mut spaced = String::new();
    for sign in sql.chars() {
        let before = spaced.chars().next_back().unwrap_or(' ');
        if kind(sign) != kind(before) || kind(sign) == 2 {
            spaced.push(' ');
        }
        spaced.push(sign);
    }
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let is_number = |word: &&str| word.starts_with(|sign: char| sign.is_ascii_digit());
    words.windows(4).find_map(|four| {
        let column = four[0].rsplit('.').next().unwrap_or_default();
        if !NUMBERED.contains(&column) {
            return None;
        }
        let compared =
            matches!(four[1], "=" | "<>" | "!=" | "<" | ">" | "<=" | ">=" | "is") && is_number(&four[2]);
        let listed = four[1] == "in" && four[2] == "(" && is_number(&four[3]);
        let case = four[1] == "when" && is_number(&four[2]);
        (compared || listed || case).then(|| four.join(" "))
    })
}

#[test]
fn numbers_of_states_and_kinds_have_names() {
    let mut wrong: Vec<String> = Vec::new();
    for Text { place, sql, .. } in all() {
        // The end of a text is no end of its words.
        wrong.extend(number(&format!("{sql} . .")).map(|words| format!("{place}: {words}")));
    }
    assert!(
        wrong.is_empty(),
        "give the number of the enumeration as a parameter, or put it in by name: {wrong:#?}"
    );
}

#[test]
fn numbers_without_names_are_found() {
    for wrong in [
        "where c.state = 4 and x",
        "where kind in (1, 2) and",
        "and actor_kind <> 1 and",
        "case e.actor_kind when 1 then",
        "where source > 1 and",
        "where (state=4) and",
    ] {
        assert!(number(wrong).is_some(), "{wrong}");
    }
    for right in
        ["where state = ?1 and", "kind in ({message}, ?2) and", "and amount = 0 and", "verified = 0 and x"]
    {
        assert_eq!(number(right), None, "{right}");
    }
}

//! Which conversations stand in a list, and in which order: page by page, and as places alone.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, Statement, params, params_from_iter};

use super::asked::Narrowed;
use super::list::{Asker, COLUMNS, Summary, read};
use super::state::State;
use super::view::{Extent, Phase, Sort, View, source};
use crate::clock::Timestamp;
use crate::filters::parameter;
use crate::ids::{ContactId, ConversationId, TicketStatusId, VisitorId};

/// A label that more conversations have than this is looked for in the list, not the list in it.
const LABELLED_FEW: i64 = 2_000;

/// Which conversations are asked for, in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// The view.
    pub view: View,
    /// The order.
    pub sort: Sort,
    /// Only those with this label.
    pub label: Option<String>,
    /// Only those that a filter asks for.
    pub narrowed: Option<Narrowed>,
    /// Only tickets with this status.
    pub status: Option<TicketStatusId>,
    /// When the day ends, for tickets that are due.
    pub today_until: Timestamp,
}

impl ListQuery {
    /// What a view holds, in an order.
    #[must_use]
    pub const fn of(view: View, sort: Sort, label: Option<String>) -> Self {
        Self { view, sort, label, narrowed: None, status: None, today_until: Timestamp(0) }
    }

    /// How much has to be looked through.
    fn extent(&self) -> Extent {
        let could_be = |state| self.narrowed.as_ref().is_none_or(|it| it.filter.could_match(state));
        let could_be_open = || State::ALL.iter().any(|state| !state.is_closed() && could_be(*state));
        match self.view.extent() {
            Extent::All if !could_be(State::Closed) => Extent::Unclosed,
            Extent::All if !could_be_open() => Extent::Closed,
            Extent::TicketsAll if !could_be(State::Closed) => Extent::TicketsUnclosed,
            Extent::TicketsAll if !could_be_open() => Extent::TicketsDone,
            extent => extent,
        }
    }

    /// Parts of the list, each with an order of its own.
    fn phases(&self) -> &'static [Phase] {
        match (self.sort, self.extent()) {
            (Sort::Number, _) if self.view.is_of_tickets() => &[Phase::Number],
            // Nobody waits for what is closed, and nothing of it is due.
            (Sort::Newest | Sort::Number, _) | (_, Extent::Closed | Extent::TicketsDone) => &[Phase::Everything],
            (Sort::Priority, Extent::TicketsUnclosed) => &[Phase::Urgent],
            (Sort::Priority, Extent::TicketsAll) => &[Phase::Urgent, Phase::Done],
            (Sort::Priority, _) => &[Phase::Everything],
            (Sort::Due, _) if self.view.is_of_tickets() => &[Phase::TicketDue, Phase::TicketNotDue],
            (Sort::Waiting, _) => &[Phase::Waiting, Phase::NotWaiting],
            (Sort::Due, _) => &[Phase::Due, Phase::NotDue],
        }
    }

    /// A label without which nothing stands in the list.
    fn required_label(&self) -> Option<&str> {
        let of_filter = || self.narrowed.as_ref().and_then(|it| it.filter.required_label());
        self.label.as_deref().or_else(of_filter)
    }
}

/// Where a page ended: the phase (0 = those on top, 1 = the rest), the sort key and the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// 0 or 1.
    pub phase: i64,
    /// Milliseconds.
    pub key: i64,
    /// The last row's id.
    pub id: i64,
}

/// A page of a list.
#[derive(Debug)]
pub struct Found {
    /// Its rows.
    pub rows: Vec<Summary>,
    /// Where the next page starts; `None` after the last one.
    pub next: Option<Mark>,
    /// Whether it ended because enough was looked through, not because it is full.
    pub partial: bool,
}

/// A page of a list, as the asker sees it.
pub fn page(
    conn: &Connection,
    wanted: &ListQuery,
    asker: Asker,
    from: Option<Mark>,
    limit: usize,
) -> rusqlite::Result<Found> {
    let (phases, few) = (wanted.phases(), is_few(conn, wanted)?);
    let (mut rows, mut floor) = (Vec::new(), None);
    for (step, phase) in phases.iter().enumerate() {
        let is_last = step + 1 == phases.len();
        let begin = from.filter(|mark| (mark.phase == 1) == is_last);
        if rows.len() > limit || (from.is_some() && begin.is_none() && !is_last) {
            continue;
        }
        floor = if is_last { lowest(conn, wanted, begin, few)? } else { None };
        let bounds = Bounds { begin, floor, limit: limit + 1 - rows.len() };
        let Chosen { from, condition, order } = chosen(wanted, *phase, asker, &bounds, few);
        // The page is chosen by ids alone: what has to be sorted is small, and rows are read for the page only.
        let mut statement = conn.prepare_cached(&format!(
            "{} WHERE c.id IN (SELECT c.id FROM {from} WHERE {condition} ORDER BY {order} LIMIT :limit)
              ORDER BY {order}",
            *COLUMNS
        ))?;
        let values = values(&statement, wanted, asker, &bounds)?;
        for row in statement.query_map(params_from_iter(values), read)? {
            rows.push((is_last, row?));
        }
    }
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = match (rows.last(), floor) {
        (Some((is_last, row)), _) if more => Some(mark(phases, *is_last, row)),
        (_, floor) => floor,
    };
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Ok(Found { rows, partial: !more && floor.is_some(), next })
}

fn mark(phases: &[Phase], is_last: bool, row: &Summary) -> Mark {
    let phase = if is_last { phases.last() } else { phases.first() };
    let ticket = row.ticket.as_ref();
    let due = || [row.due_at, ticket.and_then(|ticket| ticket.due_at)].into_iter().flatten().min();
    let key = match phase {
        Some(Phase::Waiting) => row.waiting_since.map(|at| at.0),
        Some(Phase::Due) => row.due_at.map(|at| at.0),
        Some(Phase::TicketDue) => due().map(|at| at.0),
        Some(Phase::Urgent) => Some(row.priority as i64),
        Some(Phase::Number) => ticket.map(|ticket| ticket.number),
        _ => None,
    };
    Mark { phase: is_last.into(), key: key.unwrap_or(row.updated_at.0), id: row.id.0 }
}

/// A conversation's place in a list, without its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The conversation.
    pub id: ConversationId,
    /// The contact and visitor it belongs to.
    pub owner: (ContactId, VisitorId),
}

/// The first places of a list, and whether enough was looked through before there were as many.
pub fn places(
    conn: &Connection,
    wanted: &ListQuery,
    asker: Asker,
    limit: usize,
) -> rusqlite::Result<(Vec<Place>, bool)> {
    let (phases, few) = (wanted.phases(), is_few(conn, wanted)?);
    let (mut places, mut floor) = (Vec::new(), None);
    for (step, phase) in phases.iter().enumerate() {
        floor = if step + 1 == phases.len() { lowest(conn, wanted, None, few)? } else { None };
        let bounds = Bounds { begin: None, floor, limit: limit - places.len() };
        let Chosen { from, condition, order } = chosen(wanted, *phase, asker, &bounds, few);
        // Chosen by an index alone; whose they are is read for the few that are shown.
        let mut statement = conn.prepare_cached(&format!(
            "SELECT c.id, c.contact_id, c.visitor_id FROM conversations c
              WHERE c.id IN (SELECT c.id FROM {from} WHERE {condition} ORDER BY {order} LIMIT :limit)
              ORDER BY {order}"
        ))?;
        let values = values(&statement, wanted, asker, &bounds)?;
        let read = |row: &Row<'_>| Ok(Place { id: row.get(0)?, owner: (row.get(1)?, row.get(2)?) });
        for place in statement.query_map(params_from_iter(values), read)? {
            places.push(place?);
        }
    }
    let partial = floor.is_some() && places.len() < limit;
    Ok((places, partial))
}

/// Which part of a phase is read.
struct Bounds {
    /// Below this row.
    begin: Option<Mark>,
    /// Down to this one.
    floor: Option<Mark>,
    limit: usize,
}

/// The row down to which a filter looks: it is asked of so many, however few it finds. `None` where the end comes before, and
/// where what is asked of is few.
fn lowest(
    conn: &Connection,
    wanted: &ListQuery,
    begin: Option<Mark>,
    few: bool,
) -> rusqlite::Result<Option<Mark>> {
    let extent = wanted.extent();
    let Some(narrowed) = &wanted.narrowed else { return Ok(None) };
    if few || matches!(extent, Extent::Named | Extent::Unclosed | Extent::TicketsUnclosed) {
        return Ok(None);
    }
    let last = wanted.phases().last().copied().unwrap_or(Phase::Everything);
    let (_, column, _) = last.order();
    let (source, indexed) = source(extent, last);
    let (key, id) = begin.map_or((i64::MAX, i64::MAX), |mark| (mark.key, mark.id));
    conn.prepare_cached(&format!(
        "SELECT {column}, c.id FROM {source}
          WHERE {indexed} AND ({column}, c.id) < (?1, ?2)
          ORDER BY {column} DESC, c.id DESC LIMIT 1 OFFSET ?3"
    ))?
    .query_row(params![key, id, narrowed.walk_rows.saturating_sub(1) as i64], |row| {
        Ok(Mark { phase: 1, key: row.get(0)?, id: row.get(1)? })
    })
    .optional()
}

/// Which conversations a phase holds, and in which order.
struct Chosen {
    /// Tables, `c` among them, with the index that is read.
    from: String,
    condition: String,
    order: String,
}

/// Whether few conversations have the label without which nothing stands in the list.
fn is_few(conn: &Connection, wanted: &ListQuery) -> rusqlite::Result<bool> {
    let Some(label) = wanted.required_label() else { return Ok(false) };
    conn.prepare_cached(
        "SELECT COUNT(*) <= ?2 FROM (SELECT 1 FROM conversation_labels WHERE label = ?1 LIMIT ?2 + 1)",
    )?
    .query_row(params![label, LABELLED_FEW], |row| row.get(0))
}

fn chosen(wanted: &ListQuery, phase: Phase, asker: Asker, bounds: &Bounds, few: bool) -> Chosen {
    let (within, _) = asker.scope.sql("c");
    let (of_phase, key, order) = phase.order();
    let step = if order == "ASC" { ">" } else { "<" };
    let begins = bounds.begin.map(|_| format!(" AND ({key}, c.id) {step} (:key, :id)"));
    let ends = bounds.floor.map(|_| format!(" AND ({key}, c.id) >= (:floor_key, :floor_id)"));
    let status = wanted.status.map(|_| " AND c.ticket_status_id = :status".to_owned());
    let narrows = wanted.narrowed.as_ref().map(|it| format!(" AND {}", it.sql(asker, &mut Vec::new())));
    let mut more: String = [begins, ends, status, narrows].into_iter().flatten().collect();
    let (source, indexed) = source(wanted.extent(), phase);
    let mut from = source.to_owned();
    if few {
        // The few that have it, each looked up. CROSS JOIN keeps the order (<https://sqlite.org/optoverview.html#crossjoin>).
        "(SELECT DISTINCT conversation_id FROM conversation_labels WHERE label = :label) l
         CROSS JOIN conversations c ON c.id = l.conversation_id"
            .clone_into(&mut from);
    } else if wanted.label.is_some() {
        more += " AND EXISTS (SELECT 1 FROM conversation_labels l WHERE l.conversation_id = c.id AND l.label = :label)";
    }
    let view = wanted.view.condition();
    Chosen {
        from,
        condition: format!("{indexed} AND {view} AND {within} AND {of_phase}{more}"),
        order: format!("{key} {order}, c.id {order}"),
    }
}

/// Parameters of a statement over [`Chosen`]. Named, because not every view uses every parameter.
fn values(
    statement: &Statement<'_>,
    wanted: &ListQuery,
    asker: Asker,
    bounds: &Bounds,
) -> rusqlite::Result<Vec<Value>> {
    let (_, scope) = asker.scope.sql("c");
    let mut values: Vec<Value> = vec![Value::Null; statement.parameter_count()];
    let key = |mark: Option<Mark>| mark.map_or(0, |mark| mark.key);
    let id = |mark: Option<Mark>| mark.map_or(0, |mark| mark.id);
    let given: [(&str, Value); 10] = [
        (":agent", asker.agent.0.into()),
        (":scope", scope.into()),
        (":key", key(bounds.begin).into()),
        (":id", id(bounds.begin).into()),
        (":floor_key", key(bounds.floor).into()),
        (":floor_id", id(bounds.floor).into()),
        (":limit", (bounds.limit as i64).into()),
        (":status", wanted.status.map_or(0, |status| status.0).into()),
        (":today", wanted.today_until.0.into()),
        (":label", wanted.required_label().map(str::to_owned).unwrap_or_default().into()),
    ];
    let mut of_filter = Vec::new();
    if let Some(narrowed) = &wanted.narrowed {
        narrowed.sql(asker, &mut of_filter);
    }
    let of_filter = of_filter.into_iter().enumerate().map(|(place, value)| (parameter(place), value));
    for (name, value) in given.map(|(name, value)| (name.to_owned(), value)).into_iter().chain(of_filter) {
        if let Some(index) = statement.parameter_index(&name)? {
            values[index - 1] = value;
        }
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::clock::Timestamp;
    use crate::domain::conversations::scope::Scope;
    use crate::ids::AgentId;
    use crate::storage::migrate;

    const ASKER: Asker = Asker { agent: AgentId(1), scope: Scope::Everything };
    const MARK: Mark = Mark { phase: 1, key: 5, id: 5 };

    fn database() -> Connection {
        let mut conn = Connection::open_in_memory().expect("a database");
        migrate::run(&mut conn, Path::new("unused"), 1, Timestamp(0)).expect("the newest schema");
        conn
    }

    fn query(view: View, sort: Sort, label: Option<&str>, filter: Option<&str>) -> ListQuery {
        let narrowed = filter.map(|filter| Narrowed {
            filter: serde_json::from_str(filter).expect("a filter"),
            now: Timestamp(0),
            walk_rows: 20_000,
        });
        ListQuery { narrowed, ..ListQuery::of(view, sort, label.map(str::to_owned)) }
    }

    fn plan(conn: &Connection, wanted: &ListQuery, phase: Phase, bounds: &Bounds, few: bool) -> String {
        let Chosen { from, condition, order } = chosen(wanted, phase, ASKER, bounds, few);
        let sql = format!(
            "EXPLAIN QUERY PLAN SELECT c.id FROM {from} WHERE {condition} ORDER BY {order} LIMIT :limit"
        );
        let mut statement = conn.prepare(&sql).expect("the index holds what is asked for");
        let values = values(&statement, wanted, ASKER, bounds).expect("values");
        let steps = statement.query_map(params_from_iter(values), |row| row.get::<_, String>(3));
        steps.expect("a plan").collect::<Result<Vec<_>, _>>().expect("a plan").join("; ")
    }

    #[test]
    fn lists_are_read_by_the_index_that_is_made_for_them() {
        let conn = database();
        let bounds = Bounds { begin: None, floor: None, limit: 51 };
        for view in View::ALL {
            for sort in Sort::ALL {
                for label in [None, Some("refund")] {
                    let wanted = query(view, sort, label, None);
                    for phase in wanted.phases() {
                        let plan = plan(&conn, &wanted, *phase, &bounds, false);
                        let index = match (view, phase) {
                            (View::Mentions, _) => "mentions",
                            (View::Closed, _) => "conversations_closed",
                            (View::All, Phase::NotWaiting | Phase::NotDue | Phase::Everything) => {
                                "conversations_by_update"
                            }
                            _ => "USING COVERING INDEX conversations_unclosed",
                        };
                        assert!(plan.contains(index), "{view:?}: {plan}");
                        // What is much comes in its order, so that a page ends early.
                        let much = matches!(index, "conversations_closed" | "conversations_by_update");
                        assert!(!much || !plan.contains("TEMP B-TREE FOR ORDER BY"), "{view:?}: {plan}");
                    }
                }
            }
            let wanted = query(view, Sort::Newest, Some("refund"), None);
            let plan = plan(&conn, &wanted, Phase::Everything, &bounds, true);
            assert!(plan.contains("conversation_labels_by_label"), "{view:?}: {plan}");
            assert!(plan.contains("PRIMARY KEY"), "the few are looked up: {plan}");
        }
    }

    #[test]
    fn filters_read_what_they_could_hold_and_no_more_than_they_may() {
        let conn = database();
        let text = |field: &str, op: &str, value: &str| {
            format!(r#"{{"field":"{field}","op":"{op}","value":{value}}}"#)
        };
        let all = |parts: &[String]| format!(r#"{{"all":[{}]}}"#, parts.join(","));
        let web = text("channel", "is", r#""web""#);
        let labelled = text("label", "has", r#""vip""#);
        for (filter, extent) in [
            (r#"{"all":[]}"#.to_owned(), Extent::All),
            (web.clone(), Extent::All),
            (text("state", "is", r#""closed""#), Extent::Closed),
            (all(&[web, text("state", "is_not", r#""closed""#)]), Extent::Unclosed),
            (all(&[text("state", "in", r#"["open","waiting"]"#), labelled.clone()]), Extent::Unclosed),
            (text("waiting_ms", "more_than", "60000"), Extent::All),
            (labelled, Extent::All),
        ] {
            for sort in Sort::ALL {
                let wanted = query(View::All, sort, None, Some(&filter));
                assert_eq!(wanted.extent(), extent, "{filter}");
                for (place, phase) in wanted.phases().iter().enumerate() {
                    let is_last = place + 1 == wanted.phases().len();
                    let mark = Some(MARK).filter(|_| is_last && extent != Extent::Unclosed);
                    let bounds = Bounds { begin: Some(MARK), floor: mark, limit: 51 };
                    let plan = plan(&conn, &wanted, *phase, &bounds, false);
                    let index = match (extent, is_last) {
                        (Extent::Closed, _) => "conversations_closed",
                        (Extent::All, true) => "conversations_by_update",
                        _ => "conversations_unclosed",
                    };
                    assert!(plan.contains(&format!("INDEX {index}")), "{filter}: {plan}");
                    let much = is_last && extent != Extent::Unclosed;
                    assert!(!much || plan.contains("(updated_at"), "{filter} reads a part: {plan}");
                    assert!(!much || !plan.contains("TEMP B-TREE FOR ORDER BY"), "{filter}: {plan}");
                }
                let few = plan(
                    &conn,
                    &wanted,
                    Phase::Everything,
                    &Bounds { begin: None, floor: None, limit: 51 },
                    true,
                );
                assert!(few.contains("conversation_labels_by_label"), "{filter}: {few}");
            }
        }
    }
}

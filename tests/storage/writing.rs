//! Every statement that writes is known: those that go through the connection for queries are refused, and what slips by is
//! counted.

use servicedesk::fault::{Fault, Kind};
use servicedesk::storage::Unit;

use super::{put, store, stored};

#[tokio::test]
async fn a_query_writes_nothing() {
    let store = store();
    for sql in [
        "INSERT INTO settings (name, value) VALUES ('1', '')",
        "UPDATE settings SET value = 'x'",
        "DELETE FROM settings WHERE name = 'before'",
        "DELETE FROM settings",
        "DROP TABLE settings",
        "CREATE TABLE more (a)",
        "UPDATE settings SET value = 'x' RETURNING name",
    ] {
        store.db.write(|unit| put(unit, "before")).await.expect("stored");
        let refused = store.db.write(|unit| Ok(unit.conn().execute_batch(sql)?)).await;
        assert_eq!(refused.map_err(|fault| fault.kind), Err(Kind::Internal), "{sql}");
        let written = store.db.write(|unit| Ok(unit.conn().write("DELETE FROM settings", &[])?)).await;
        assert_eq!(written, Ok(1), "{sql}");
    }
}

#[tokio::test]
async fn what_nobody_knows_of_is_not_stored() {
    let store = store();
    let sneak = |unit: &Unit<'_>, name: &str| -> Result<(), Fault> {
        // Prepared where it may be, it is found prepared where it may not be.
        put(unit, name)?;
        let sql = "INSERT INTO settings (name, value) VALUES (?1, '')";
        unit.conn().prepare_cached(sql)?.execute([format!("{name}, unknown")])?;
        Ok(())
    };
    let refused = store.db.write(move |unit| sneak(unit, "1")).await.expect_err("it is noticed");
    assert_eq!((refused.kind, refused.code), (Kind::Internal, "internal"));
    // It is not made good by what is rolled back.
    let attempted = store
        .db
        .write(move |unit| {
            let inner = unit.attempt(|unit| sneak(unit, "2").and(Err::<(), _>(Fault::internal("not well"))));
            assert!(inner.is_err());
            put(unit, "3")
        })
        .await;
    assert!(attempted.is_err());
    store.db.write(|unit| put(unit, "4")).await.expect("the next one is not blamed");
    assert_eq!(stored(&store.db).await, ["4"]);
}

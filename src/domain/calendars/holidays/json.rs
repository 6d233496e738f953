//! JSON: `{"year": 2026, "days": [{"name", "date", "isOffDay"}]}`, or the list alone.

use serde_json::Value;

use super::{File, Kind, date};
use crate::fault::{Fault, plain};

pub(super) fn read(text: &str, file: &mut File) -> Result<(), Fault> {
    let whole: Value =
        serde_json::from_str(text).map_err(|error| Fault::invalid("body", plain(&error.to_string())))?;
    let days = match whole {
        Value::Array(days) => days,
        Value::Object(mut fields) => match fields.remove("days") {
            Some(Value::Array(days)) => days,
            _ => return Err(Fault::invalid("body", "There is no list `days` in it.")),
        },
        _ => return Err(Fault::invalid("body", "Send a list, or an object with `days`.")),
    };
    for (at, day) in days.iter().enumerate() {
        let place = at + 1;
        let (Some(text), Some(off)) = (day["date"].as_str(), day["isOffDay"].as_bool()) else {
            file.refuse(place, "fields", &day.to_string());
            continue;
        };
        let Some(date) = date(text) else {
            file.refuse(place, "date", &day.to_string());
            continue;
        };
        let kind = if off { Kind::Off } else { Kind::Worked };
        file.find(place, date, day["name"].as_str().unwrap_or_default(), kind)?;
    }
    Ok(())
}

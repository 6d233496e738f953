//! A time as a customer is told it: today, tomorrow, a day of the week, or a date.

use jiff::tz::TimeZone;

use crate::clock::Timestamp;
use crate::i18n::{Locale, Texts};

/// The time in the words of a language, by the clock of a zone.
#[must_use]
pub fn when(at: Timestamp, now: Timestamp, zone: &str, locale: Locale) -> String {
    let texts = Texts::new(locale);
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let local = |time: Timestamp| jiff::Timestamp::from_millisecond(time.0).ok().map(|time| time.to_zoned(zone.clone()));
    let (Some(at), Some(now)) = (local(at), local(now)) else { return String::new() };
    let time = at.strftime("%-H:%M").to_string();
    let days = at.date().since(now.date()).map_or(i32::MAX, |span| span.get_days());
    let key = match days {
        0 => "bot.today",
        1 => "bot.tomorrow",
        _ => "bot.on_day",
    };
    let day = if days < 7 {
        let name = format!("bot.day_{}", at.weekday().to_monday_one_offset());
        texts.find(&name).unwrap_or_default().to_owned()
    } else {
        texts
            .get("bot.date")
            .replace("{month}", &at.month().to_string())
            .replace("{day}", &at.day().to_string())
    };
    texts.get(key).replace("{day}", &day).replace("{time}", &time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_as_people_tell_them() {
        const HOUR: i64 = 3_600_000;
        // Monday, 30 November 2026, 22:00 in Shanghai.
        let now = Timestamp(1_796_047_200_000);
        for (hours, chinese, english) in [
            (1, "今天 23:00 ", "today at 23:00"),
            (11, "明天 9:00 ", "tomorrow at 9:00"),
            (35, "周三 9:00 ", "on Wednesday at 9:00"),
            (24 * 9, "12 月 9 日 22:00 ", "on 12/9 at 22:00"),
        ] {
            let at = Timestamp(now.0 + hours * HOUR);
            assert_eq!(when(at, now, "Asia/Shanghai", Locale::ZhCn), chinese);
            assert_eq!(when(at, now, "Asia/Shanghai", Locale::En), english);
        }
    }
}

//! The reason of a decision as a sentence in the shop's language, for whoever reads an entry without the workbench.

use crate::domain::routing::Cause;
use crate::domain::routing::why::Why;
use crate::i18n::Texts;

/// Why somebody got a conversation.
pub fn of_giving(texts: Texts, agent: &str, why: &Why) -> String {
    match why {
        Why::LongestWait { waited_ms, behind } => filled(
            texts.get("routing.longest_wait"),
            &[("agent", agent), ("time", &time(texts, *waited_ms)), ("behind", &behind.to_string())],
        ),
        Why::LastAgent { ago_ms } => {
            filled(texts.get("routing.last_agent"), &[("agent", agent), ("time", &time(texts, *ago_ms))])
        }
        Why::Skill { skills, free } => filled(
            texts.get("routing.skill"),
            &[
                ("agent", agent),
                ("skills", &skills.join(texts.get("common.list_comma"))),
                ("free", &free.to_string()),
            ],
        ),
        Why::LeastLoad { load, capacity, free } => filled(
            texts.get("routing.least_load"),
            &[
                ("agent", agent),
                ("load", &load.to_string()),
                ("capacity", &capacity.to_string()),
                ("free", &free.to_string()),
            ],
        ),
        Why::OnlyOne => filled(texts.get("routing.only_one"), &[("agent", agent)]),
    }
}

/// Why somebody lost a conversation.
pub fn of_taking(texts: Texts, agent: &str, cause: Cause) -> String {
    let text = texts.get(match cause {
        Cause::Disabled => "routing.left_disabled",
        Cause::Offline => "routing.left_offline",
        Cause::Gone => "routing.left_gone",
        Cause::Away => "routing.left_away",
        Cause::NotTaken => "routing.left_not_taken",
    });
    filled(text, &[("agent", agent)])
}

/// The name of a cause in `why`.
pub const fn code(cause: Cause) -> &'static str {
    match cause {
        Cause::Disabled => "disabled",
        Cause::Offline => "offline",
        Cause::Gone => "gone",
        Cause::Away => "away",
        Cause::NotTaken => "not_taken",
    }
}

fn time(texts: Texts, ms: i64) -> String {
    let seconds = ms.max(0) / 1_000;
    let (key, count) = match seconds {
        0..60 => ("routing.seconds", seconds),
        60..7_200 => ("routing.minutes", seconds / 60),
        7_200..172_800 => ("routing.hours", seconds / 3_600),
        _ => ("routing.days", seconds / 86_400),
    };
    filled(texts.get(key), &[("count", &count.to_string())])
}

/// A text with its placeholders filled.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn reasons_are_sentences_with_their_numbers() {
        let waited = Why::LongestWait { waited_ms: 125_000, behind: 3 };
        let load = Why::LeastLoad { load: 1, capacity: 5, free: 4 };
        for (locale, why, expected) in [
            (
                Locale::En,
                &waited,
                "Mei was free, and this customer had waited longest: 2 min, 3 more waiting",
            ),
            (Locale::ZhCn, &waited, "Mei 有空，这位客户等得最久（2 分钟），后面还有 3 位"),
            (Locale::En, &load, "Mei had the least to do of 4 who were free: 1 of 5"),
            (Locale::ZhCn, &load, "4 位同事有空，Mei 手上最少（1/5）"),
        ] {
            assert_eq!(of_giving(Texts::new(locale), "Mei", why), expected);
        }
    }

    #[test]
    fn every_reason_is_filled_in_both_languages() {
        for locale in [Locale::En, Locale::ZhCn] {
            let texts = Texts::new(locale);
            let whys = [
                Why::LongestWait { waited_ms: 1, behind: 1 },
                Why::LastAgent { ago_ms: 3 * 86_400_000 },
                Why::Skill { skills: vec!["fr".into(), "refund".into()], free: 2 },
                Why::LeastLoad { load: 0, capacity: 1, free: 2 },
                Why::OnlyOne,
            ];
            for sentence in whys.iter().map(|why| of_giving(texts, "Mei", why)) {
                assert!(sentence.contains("Mei") && !sentence.contains('{'), "{sentence}");
            }
            let causes = [Cause::Disabled, Cause::Offline, Cause::Gone, Cause::Away, Cause::NotTaken];
            for cause in causes {
                let sentence = of_taking(texts, "Mei", cause);
                assert!(sentence.contains("Mei") && !sentence.contains('{'), "{sentence}");
            }
        }
    }
}

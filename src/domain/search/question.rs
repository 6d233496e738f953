//! What somebody typed into the search box: words, and operators that narrow where they are looked for.
//!
//! An operator is a known name, a colon and a value: `from:`, `tag:`, `agent:`, `team:`, `channel:`, `before:`, `after:`, `in:`,
//! `has:`. Values with spaces stand in quotes. Everything else is words, quotes and signs of query languages included.

use jiff::civil::Date;

use super::QUESTION_CHARS;
use crate::clock::Timestamp;
use crate::fault::Fault;

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// The words, as they were typed.
    pub words: String,
    /// Where they are looked for: each of these holds.
    pub operators: Vec<Operator>,
}

/// One condition, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operator {
    /// Who wrote: `visitor`, `agent`, `bot`, `me`, or a name.
    From(String),
    /// A label of the conversation.
    Tag(String),
    /// Who has the conversation: `me`, `none`, or a name.
    Agent(String),
    /// The conversation's team: `none`, or a name.
    Team(String),
    /// The conversation's channel.
    Channel(String),
    /// Written before.
    Before(When),
    /// Written on that day or after, or at that time or after.
    After(When),
    /// What the conversation is.
    In(Place),
    /// The message has a file.
    HasFile,
}

/// A time that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day of the shop.
    Day(Date),
    /// A moment.
    Moment(Timestamp),
}

/// What a conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A chat.
    Chat,
    /// A ticket.
    Ticket,
}

impl Question {
    /// Reads what was typed. The fault names `q`.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        if typed.chars().count() > QUESTION_CHARS {
            return Err(invalid(format!("Use at most {QUESTION_CHARS} characters.")));
        }
        let mut question = Self::default();
        let mut rest = typed;
        while let Some((part, behind)) = next_part(rest) {
            match part {
                Part::Words(words) => {
                    if !question.words.is_empty() {
                        question.words.push(' ');
                    }
                    question.words.push_str(words);
                }
                Part::Operator(name, value) => question.operators.push(operator(name, value)?),
            }
            rest = behind;
        }
        if question == Self::default() {
            return Err(invalid("Say what to look for.".to_owned()));
        }
        Ok(question)
    }
}

fn invalid(message: String) -> Fault {
    Fault::invalid("q", message)
}

enum Part<'a> {
    Words(&'a str),
    Operator(&'static str, &'a str),
}

const NAMES: [&str; 9] = ["from", "tag", "agent", "team", "channel", "before", "after", "in", "has"];

/// The next word or operator, and what stands behind it.
fn next_part(text: &str) -> Option<(Part<'_>, &str)> {
    let text = text.trim_start();
    if text.is_empty() {
        return None;
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let Some((name, value)) = text[..end].split_once([':', '：']) else {
        return Some((Part::Words(&text[..end]), &text[end..]));
    };
    let Some(name) = NAMES.into_iter().find(|known| name.eq_ignore_ascii_case(known)) else {
        return Some((Part::Words(&text[..end]), &text[end..]));
    };
    // A value in quotes goes on over spaces; a quote that does not end is a part of the value.
    let from = end - value.len();
    for (open, shut) in [('"', '"'), ('“', '”'), ('「', '」')] {
        let quoted = text[from..].strip_prefix(open).and_then(|inside| inside.split_once(shut));
        if let Some((inside, behind)) = quoted {
            return Some((Part::Operator(name, inside), behind));
        }
    }
    Some((Part::Operator(name, value), &text[end..]))
}

fn operator(name: &'static str, value: &str) -> Result<Operator, Fault> {
    let value = value.trim();
    if value.is_empty() {
        return Err(invalid(format!("Say what after {name}: and without a space.")));
    }
    let owned = || value.to_owned();
    Ok(match name {
        "from" => Operator::From(owned()),
        "tag" => Operator::Tag(owned()),
        "agent" => Operator::Agent(owned()),
        "team" => Operator::Team(owned()),
        "channel" => Operator::Channel(value.to_lowercase()),
        "before" => Operator::Before(when(name, value)?),
        "after" => Operator::After(when(name, value)?),
        "in" => Operator::In(match value.to_lowercase().as_str() {
            "ticket" | "tickets" => Place::Ticket,
            "chat" | "chats" => Place::Chat,
            _ => return Err(invalid("Use in:ticket or in:chat.".to_owned())),
        }),
        _ => match value.to_lowercase().as_str() {
            "file" | "files" => Operator::HasFile,
            _ => return Err(invalid("Use has:file.".to_owned())),
        },
    })
}

fn when(name: &str, value: &str) -> Result<When, Fault> {
    let day = || value.parse().ok().or_else(|| format!("{value}-01").parse().ok()).map(When::Day);
    let moment = || Timestamp::parse(value).map(When::Moment);
    moment().or_else(day).ok_or_else(|| {
        invalid(format!(
            "Use {name}: with a day such as 2026-03-01, or with a time such as 2026-03-01T08:00:00Z."
        ))
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn words_and_operators_are_told_apart() {
        let day = |year, month, day| When::Day(date(year, month, day));
        for (typed, words, operators) in [
            ("退款", "退款", vec![]),
            ("  退款   refund ", "退款 refund", vec![]),
            ("from:me 退款", "退款", vec![Operator::From("me".into())]),
            ("FROM:小王", "", vec![Operator::From("小王".into())]),
            ("tag：售后 refund", "refund", vec![Operator::Tag("售后".into())]),
            ("tag:\"VIP customer\" late", "late", vec![Operator::Tag("VIP customer".into())]),
            ("tag:“老 客户”late", "late", vec![Operator::Tag("老 客户".into())]),
            ("tag:\"open end", "end", vec![Operator::Tag("\"open".into())]),
            ("in:ticket has:file", "", vec![Operator::In(Place::Ticket), Operator::HasFile]),
            (
                "after:2026-03-01 before:2026-04 x",
                "x",
                vec![Operator::After(day(2026, 3, 1)), Operator::Before(day(2026, 4, 1))],
            ),
            (
                "after:2026-03-01T08:00:00Z",
                "",
                vec![Operator::After(When::Moment(Timestamp(1_772_352_000_000)))],
            ),
            (
                "channel:Web team:none agent:me",
                "",
                vec![
                    Operator::Channel("web".into()),
                    Operator::Team("none".into()),
                    Operator::Agent("me".into()),
                ],
            ),
            // No operators: words of others' languages, addresses, times.
            ("title:refund", "title:refund", vec![]),
            ("https://shop.example/a?b=c", "https://shop.example/a?b=c", vec![]),
            ("\"exact\" AND (a OR b*) NEAR ^c 100%", "\"exact\" AND (a OR b*) NEAR ^c 100%", vec![]),
        ] {
            let question = Question::parse(typed).unwrap_or_else(|fault| panic!("{typed}: {fault}"));
            assert_eq!(question, Question { words: words.into(), operators }, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_asked_says_why() {
        for typed in
            ["", "   ", "from:", "tag:\"\"", "before:yesterday", "after:2026-13-01", "in:space", "has:legs"]
        {
            let fault = Question::parse(typed).expect_err(typed);
            assert_eq!((fault.code, fault.field.as_deref()), ("invalid", Some("q")), "{typed}");
        }
        assert!(Question::parse(&"字".repeat(QUESTION_CHARS)).is_ok());
        assert!(Question::parse(&"字".repeat(QUESTION_CHARS + 1)).is_err());
    }
}

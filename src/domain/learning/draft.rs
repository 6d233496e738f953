//! What a group is shown as: the question nearest its centre as its title, the reply nearest the centre of its replies as a draft.

use super::intent::{is_beside, is_small_talk};
use super::shape::Shape;

/// Texts that are compared with one another; more tell nothing new.
const COMPARED: usize = 40;
/// Greetings that a reply begins with, and an entry does not.
const GREETINGS: &[&str] = &["亲爱的", "亲亲", "亲", "您好", "你好", "hello", "hi there", "hi", "hey", "dear customer"];

/// The text that is most like all others; of several the earliest. Its place in the list.
#[must_use]
pub fn nearest_centre(texts: &[&str]) -> Option<usize> {
    let shapes: Vec<Shape> = texts.iter().take(COMPARED).map(|text| Shape::of(text)).collect();
    let nearness = |at: usize| -> f32 {
        let others = shapes.iter().enumerate().filter(|(other, _)| *other != at);
        others.map(|(_, other)| shapes[at].like(other, |_| 1.0)).sum()
    };
    let mut best: Option<(usize, f32)> = None;
    for at in 0..shapes.len() {
        let near = nearness(at);
        if best.is_none_or(|(_, known)| near > known + 1e-6) {
            best = Some((at, near));
        }
    }
    best.map(|(at, _)| at)
}

/// A reply as an answer for everybody: without the greeting at its beginning, and without lines that only thank or win time.
#[must_use]
pub fn plain(reply: &str) -> String {
    let lines: Vec<&str> = reply.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let kept: Vec<String> = lines
        .iter()
        .filter(|line| !is_small_talk(line) && !is_beside(line))
        .map(|line| without_greeting(line).to_owned())
        .collect();
    if kept.is_empty() { reply.trim().to_owned() } else { kept.join("\n") }
}

fn without_greeting(line: &str) -> &str {
    let mut rest = line;
    // "亲，您好，" has two of them.
    for _ in 0..2 {
        let lower = rest.to_lowercase();
        let said = GREETINGS.iter().find(|greeting| lower.starts_with(**greeting));
        // Lower case of other letters may be longer: places would not fit.
        let Some(length) = said.map(|said| said.len()).filter(|_| lower.len() == rest.len()) else { break };
        let after = &rest[length..];
        let trimmed = after.trim_start_matches(['，', ',', '！', '!', '~', '～', '。', '.', '：', ':', ' ']);
        if trimmed.is_empty() || trimmed.len() == after.len() {
            break;
        }
        rest = trimmed;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reply_in_the_middle_is_taken() {
        let replies = [
            "今天太忙了，晚点说",
            "七天内可以无理由退货，运费您承担",
            "您好，七天内可以无理由退货",
            "可以退，七天内无理由退货，运费由您承担",
        ];
        assert_eq!(nearest_centre(&replies), Some(1));
        assert_eq!(nearest_centre(&["only one"]), Some(0));
        assert_eq!(nearest_centre(&[]), None);
        assert_eq!(nearest_centre(&["同样", "同样"]), Some(0), "of equal ones the earliest");
    }

    #[test]
    fn greetings_are_left_out() {
        for (reply, expected) in [
            ("您好，七天内可以退货", "七天内可以退货"),
            ("亲，您好！七天内可以退货", "七天内可以退货"),
            ("您好\n七天内可以退货\n谢谢", "七天内可以退货"),
            ("Hi, we ship to Canada.", "we ship to Canada."),
            ("History is not a greeting.", "History is not a greeting."),
            ("亲子装有折扣", "亲子装有折扣"),
            ("您好", "您好"),
        ] {
            assert_eq!(plain(reply), expected, "{reply}");
        }
    }
}

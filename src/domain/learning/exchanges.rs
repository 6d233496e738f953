//! Questions of a conversation and what a person answered: read from its messages, in their order.
//!
//! An answer is the next block of a person's words. One that asks back, greets or wins time keeps the question open; what the
//! customer says to it then are details. Words of bots, macros' cards and notes are neither.

use super::intent::{ANSWER_CHARS, asks, asks_back, is_beside, may_be_question};
use crate::clock::Timestamp;

/// Questions that are kept of one block.
const QUESTIONS_OF_BLOCK: usize = 3;
/// Pause after which a customer's words begin anew.
const ANEW_MS: i64 = 6 * 3_600_000;

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The customer.
    Customer,
    /// A person at the desk.
    Person,
    /// Anybody else.
    Other,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its sequence in the conversation.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Speaker,
    /// The words; empty for what has none.
    pub text: String,
}

/// What a person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// First message of it.
    pub sequence: i64,
    /// Last message of it.
    pub last: i64,
    /// The words, a line for each message.
    pub text: String,
}

/// A question and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Sequence of the question.
    pub sequence: i64,
    /// When it was asked.
    pub at: Timestamp,
    /// Its words.
    pub question: String,
    /// Whether nothing else was asked beside it: its answer is to it alone.
    pub alone: bool,
    /// A person's answer.
    pub answer: Option<Answer>,
}

/// What is being read.
#[derive(Default)]
struct Reading {
    done: Vec<Exchange>,
    /// Questions without an answer yet.
    open: Vec<Exchange>,
    /// Words of the customer's block that is being read.
    block: Vec<Said>,
    /// Words of the person's block that is being read.
    reply: Vec<Said>,
    /// Whether the customer spoke before, and when.
    spoke_at: Option<Timestamp>,
    /// Whether the person's last block asked back.
    asked_back: bool,
}

/// Questions and answers of a conversation.
#[must_use]
pub fn exchanges(said: &[Said]) -> Vec<Exchange> {
    let mut reading = Reading::default();
    for one in said {
        match one.by {
            Speaker::Customer => {
                reading.end_reply();
                reading.block.push(one.clone());
            }
            Speaker::Person => {
                reading.end_block();
                reading.reply.push(one.clone());
            }
            Speaker::Other => {}
        }
    }
    reading.end_block();
    reading.end_reply();
    let mut all = reading.done;
    all.append(&mut reading.open);
    all.sort_by_key(|exchange| exchange.sequence);
    all
}

impl Reading {
    /// The customer's block ends: what it asks is open now.
    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let Some(first) = block.first() else { return };
        let begins = self.spoke_at.is_none_or(|at| first.at.0 - at.0 > ANEW_MS);
        self.spoke_at = block.last().map(|last| last.at);
        let worth = block.iter().filter(|one| may_be_question(&one.text));
        let (asking, telling): (Vec<&Said>, Vec<&Said>) = worth.partition(|one| asks(&one.text));
        let mut found = asking;
        if found.is_empty() && begins {
            // Trouble is often told without a question; the longest of the words tell most.
            found = telling.into_iter().max_by_key(|one| one.text.chars().count()).into_iter().collect();
        }
        found.truncate(QUESTIONS_OF_BLOCK);
        if self.asked_back && !self.open.is_empty() {
            // Details for the question before, whatever they look like.
            return;
        }
        if found.is_empty() {
            return;
        }
        self.done.append(&mut self.open);
        let alone = found.len() == 1;
        self.open.extend(found.into_iter().map(|one| Exchange {
            sequence: one.sequence,
            at: one.at,
            question: one.text.trim().to_owned(),
            alone,
            answer: None,
        }));
    }

    /// The person's block ends: it answers what is open, asks back, or wins time.
    fn end_reply(&mut self) {
        let reply = std::mem::take(&mut self.reply);
        let told: Vec<&Said> = reply.iter().filter(|one| !is_beside(&one.text)).collect();
        let (Some(first), Some(last)) = (told.first(), told.last()) else { return };
        let text = told.iter().map(|one| one.text.trim()).collect::<Vec<_>>().join("\n");
        self.asked_back = asks_back(&text);
        let chars = text.chars().count();
        if self.asked_back || chars < ANSWER_CHARS.0 || chars > ANSWER_CHARS.1 {
            return;
        }
        let answer = Answer { sequence: first.sequence, last: last.sequence, text };
        for mut exchange in self.open.drain(..) {
            exchange.answer = Some(answer.clone());
            self.done.push(exchange);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A conversation: `c` a customer, `p` a person, `b` a bot; a minute apart.
    fn talk(lines: &[&str]) -> Vec<Said> {
        let said = lines.iter().zip(1..).map(|(line, sequence)| {
            let (by, text) = line.split_once(' ').unwrap();
            let by = match by {
                "c" => Speaker::Customer,
                "p" => Speaker::Person,
                _ => Speaker::Other,
            };
            Said { sequence, at: Timestamp(sequence * 60_000), by, text: text.to_owned() }
        });
        said.collect()
    }

    fn read(lines: &[&str]) -> Vec<(String, Option<String>)> {
        let found = exchanges(&talk(lines));
        found.into_iter().map(|one| (one.question, one.answer.map(|answer| answer.text))).collect()
    }

    fn pair(question: &str, answer: &str) -> (String, Option<String>) {
        (question.to_owned(), (!answer.is_empty()).then(|| answer.to_owned()))
    }

    #[test]
    fn questions_meet_their_answers() {
        for (lines, expected) in [
            (&["c 怎么退货？", "p 七天内可以退货。"][..], vec![pair("怎么退货？", "七天内可以退货。")]),
            (&["c 在吗", "p 您好，亲", "c 怎么退货", "p 七天内可以退"], vec![pair("怎么退货", "七天内可以退")]),
            // Words of a bot are none.
            (&["c 怎么退货", "b 为您转接人工", "p 七天内可以退"], vec![pair("怎么退货", "七天内可以退")]),
            // Winning time and asking back keep it open.
            (&["c 怎么退货", "p 请稍等", "p 七天内可以退"], vec![pair("怎么退货", "七天内可以退")]),
            (
                &["c 快递三天没动了", "p 订单号是多少？", "c 号码是 20261130", "p 已催促快递，明天送到"],
                vec![pair("快递三天没动了", "已催促快递，明天送到")],
            ),
            // A block is one answer.
            (
                &["c Do you ship to Canada?", "p Yes, we do.", "p It takes 7 days.", "c thanks"],
                vec![pair("Do you ship to Canada?", "Yes, we do.\nIt takes 7 days.")],
            ),
            // Two questions, one block of answers.
            (
                &["c 运费多少", "c 能开发票吗", "p 满百包邮，可以开发票"],
                vec![pair("运费多少", "满百包邮，可以开发票"), pair("能开发票吗", "满百包邮，可以开发票")],
            ),
            // Nobody answered.
            (&["c 怎么退货"], vec![pair("怎么退货", "")]),
            (&["c 好的谢谢", "p 不客气"], vec![]),
            // What is only told counts where it begins.
            (&["c 我的水壶漏水", "p 可以换新"], vec![pair("我的水壶漏水", "可以换新")]),
            (
                &["c 怎么退货", "p 七天内可以退", "c 我是上周买的", "p 来得及"],
                vec![pair("怎么退货", "七天内可以退")],
            ),
        ] {
            assert_eq!(read(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn a_question_that_stands_alone_says_so() {
        let alone = |lines: &[&str]| exchanges(&talk(lines)).iter().all(|one| one.alone);
        assert!(alone(&["c 你好", "c 怎么退货", "p 七天内可以退"]));
        assert!(!alone(&["c 运费多少", "c 能开发票吗", "p 可以"]));
        let one = &exchanges(&talk(&["c 怎么退货", "p 您好", "p 七天内可以退", "p 运费自理"]))[0];
        let answer = one.answer.as_ref().unwrap();
        assert_eq!((answer.sequence, answer.last), (3, 4));
    }

    #[test]
    fn too_long_a_block_is_no_answer() {
        let long = format!("p {}", "长".repeat(801));
        assert_eq!(read(&["c 怎么退货", &long]), vec![pair("怎么退货", "")]);
    }
}

//! Questions that go on with what was asked before: "那运费呢", "and for Canada?".

use super::form::{Form, Run};
use super::index::Kept;
use super::{grams, table};

/// Longest question, in characters of Chinese and in words, that may go on without saying so.
const SHORT: (usize, usize) = (8, 5);
/// What points back.
#[rustfmt::skip]
const BACK_ZH: &[&str] = &["那", "呢", "还有", "这个", "它", "另外", "如果", "要是", "换成", "刚才"];
#[rustfmt::skip]
const BACK_EN: &[&str] = &[
    "it", "this", "what about", "how about", "and", "also", "them", "then", "instead", "what if", "same",
];
/// Rarest words of the topic that are joined.
const JOINED: [usize; 3] = [1, 2, 4];
/// Words of the topic more frequent than this say nothing of it.
const FREQUENT: f32 = 2e-3;

/// Whether a question may go on with a topic.
#[must_use]
pub fn may_follow(question: &str) -> bool {
    let form = Form::new(question);
    if form.han() <= SHORT.0 && form.words() <= SHORT.1 {
        return true;
    }
    let lower = format!(" {} ", question.to_lowercase());
    BACK_ZH.iter().any(|word| question.contains(word))
        || BACK_EN.iter().any(|word| lower.contains(&format!(" {word} ")))
}

/// The question with what is rarest in the topic, in several ways.
#[must_use]
pub fn join(question: &str, topic: &str, kept: &Kept) -> Vec<Form> {
    let own = without_pointers(&Form::new(question));
    let words = rarest(&Form::new(topic), kept);
    let mut forms: Vec<Form> = Vec::new();
    for count in JOINED {
        let mut chosen: Vec<&(f32, usize, Run)> = words.iter().take(count).collect();
        chosen.sort_by_key(|(_, place, _)| *place);
        let runs = chosen.into_iter().map(|(.., run)| run.clone()).chain(own.said().cloned()).collect();
        let form = Form::of(runs);
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// A question without the words that only point back.
fn without_pointers(form: &Form) -> Form {
    let mut runs = Vec::new();
    for run in form.said() {
        match run {
            Run::Han(chars) => {
                let text: String = chars.iter().collect();
                let text =
                    text.trim_start_matches("那么").trim_start_matches(['那', '还']).trim_start_matches("有");
                let text = text.trim_end_matches(['呢', '吗', '啊']);
                if !text.is_empty() {
                    runs.push(Run::Han(text.chars().collect()));
                }
            }
            Run::Word(word, _) if matches!(word.as_str(), "and" | "about" | "also" | "then") => {}
            Run::Word(..) => runs.push(run.clone()),
        }
    }
    if runs.is_empty() { form.clone() } else { Form::of(runs) }
}

/// Words of a text, the rarest in the FAQ and elsewhere first, with their places.
fn rarest(form: &Form, kept: &Kept) -> Vec<(f32, usize, Run)> {
    let mut words = Vec::new();
    let mut place = 0;
    for run in form.said() {
        for (part, row) in grams::cut(run) {
            place += 1;
            let frequency = table::frequency(row);
            if frequency < FREQUENT {
                let weight = row.map_or(3.0, |row| kept.senses.weight_of_key(row.number()));
                words.push((weight, place, part));
            }
        }
    }
    words.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_questions_and_those_that_point_back_may_follow() {
        for (question, expected) in [
            ("那运费呢", true),
            ("多久", true),
            ("and for Canada?", true),
            ("what about the shipping costs of large furniture then", true),
            ("我上周在你们店里买的电饭锅坏了怎么办", false),
            ("my rice cooker that came last week does not work any more", false),
        ] {
            assert_eq!(may_follow(question), expected, "{question}");
        }
    }
}

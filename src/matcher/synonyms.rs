//! Words that a shop takes for the same: what a question says with one of them is asked with the others as well.

use super::form::{Form, Run};

/// What a word counts that was put in for another.
const WORTH: f32 = 0.8;
/// Groups that are looked through, and words of one.
const GROUPS_MAX: usize = 2_000;
const WORDS_MAX: usize = 20;

/// Groups of words, as compared.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    groups: Vec<Vec<(String, Vec<Run>)>>,
}

impl Synonyms {
    /// Reads groups.
    #[must_use]
    pub fn new(groups: &[Vec<String>]) -> Self {
        let read = |word: &String| {
            let form = Form::new(word);
            (padded(&form), form.said().cloned().collect::<Vec<Run>>())
        };
        let group = |words: &Vec<String>| -> Vec<(String, Vec<Run>)> {
            words.iter().take(WORDS_MAX).map(read).filter(|(_, runs)| !runs.is_empty()).collect()
        };
        Self { groups: groups.iter().take(GROUPS_MAX).map(group).filter(|group| group.len() > 1).collect() }
    }

    /// Puts beside what a question says what is the same.
    pub fn add_to(&self, form: &mut Form) {
        if self.groups.is_empty() {
            return;
        }
        let line = padded(form);
        for group in &self.groups {
            if group.iter().any(|(word, _)| line.contains(word.as_str())) {
                let others = group.iter().filter(|(word, _)| !line.contains(word.as_str()));
                form.runs.extend(others.flat_map(|(_, runs)| runs.iter().cloned().map(|run| (run, WORTH))));
            }
        }
    }
}

/// A text in which words of letters are found whole.
fn padded(form: &Form) -> String {
    let mut line = String::new();
    for run in form.said() {
        match run {
            Run::Han(chars) => line.extend(chars),
            Run::Word(_, stem) => {
                line.push(' ');
                line.push_str(stem);
                line.push(' ');
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_put_beside() {
        let synonyms = Synonyms::new(&[
            vec!["邮费".to_owned(), "运费".to_owned(), "快递费".to_owned()],
            vec!["parcel".to_owned(), "package".to_owned(), "shipment box".to_owned()],
            vec!["lonely".to_owned()],
        ]);
        for (question, added) in [
            ("郵費多少", 2),
            ("多少钱", 0),
            ("where are my packages", 3),
            ("parcels and a package", 2),
            ("unpackaged", 0),
            ("lonely", 0),
        ] {
            let mut form = Form::new(question);
            let said = form.runs.len();
            synonyms.add_to(&mut form);
            assert_eq!(form.runs.len() - said, added, "{question}");
            assert_eq!(form.said().count(), said, "{question}");
        }
    }
}

//! What became of a file's lines: counts, and what was left out, by line.

use serde::{Deserialize, Serialize};

/// Refusals that are kept with their place; further ones are counted.
pub const NAMED_MAX: usize = 200;

/// Why a line, or an entry of one, was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Longer than a line may be.
    LineTooLong,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// No JSON.
    NotJson,
    /// JSON of another form.
    WrongFields,
    /// Without an id by which it would be known again.
    NoExternalId,
    /// A state that is neither open nor closed.
    WrongState,
    /// The name of the channel is none.
    WrongChannel,
    /// Nothing was said in it that could be taken.
    NoEntries,
    /// The person or the conversation was erased here.
    Erased,
    /// The time is none, or lies where none can.
    WrongDate,
    /// Neither visitor nor agent nor bot.
    UnknownSender,
    /// Without a text.
    EmptyText,
    /// The text holds a NUL character.
    Nul,
    /// The text is longer than one may be.
    TextTooLong,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::LineTooLong,
        Self::NotUtf8,
        Self::NotJson,
        Self::WrongFields,
        Self::NoExternalId,
        Self::WrongState,
        Self::WrongChannel,
        Self::NoEntries,
        Self::Erased,
        Self::WrongDate,
        Self::UnknownSender,
        Self::EmptyText,
        Self::Nul,
        Self::TextTooLong,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LineTooLong => "line_too_long",
            Self::NotUtf8 => "not_utf8",
            Self::NotJson => "not_json",
            Self::WrongFields => "wrong_fields",
            Self::NoExternalId => "no_external_id",
            Self::WrongState => "wrong_state",
            Self::WrongChannel => "wrong_channel",
            Self::NoEntries => "no_entries",
            Self::Erased => "erased",
            Self::WrongDate => "wrong_date",
            Self::UnknownSender => "unknown_sender",
            Self::EmptyText => "empty_text",
            Self::Nul => "nul",
            Self::TextTooLong => "text_too_long",
        }
    }

    /// The same in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::LineTooLong => "the line is longer than 4 MiB",
            Self::NotUtf8 => {
                "the line is not UTF-8 (convert the file first, such as with iconv -f GB18030 -t UTF-8)"
            }
            Self::NotJson => "the line is not JSON",
            Self::WrongFields => "fields are missing or of another kind",
            Self::NoExternalId => "external_id is missing, or longer than 200 bytes",
            Self::WrongState => "state is neither open nor closed",
            Self::WrongChannel => "channel is not 1 to 32 of a-z, 0-9 and _",
            Self::NoEntries => "nothing is left that was said in it",
            Self::Erased => "it was erased here and stays so",
            Self::WrongDate => "sent_at is no RFC 3339 time, or lies before 1990 or in the future",
            Self::UnknownSender => "sender is neither visitor, agent nor bot",
            Self::EmptyText => "text is empty",
            Self::Nul => "text holds a NUL character",
            Self::TextTooLong => "text is longer than 20,000 characters",
        }
    }
}

/// Something that was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The line, counted from 1.
    pub line: u64,
    /// The entry in it, counted from 1; the whole line without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u64>,
    /// Why.
    pub reason: Reason,
}

/// What became of the lines that were read so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Lines of the file up to where it is read, empty ones too.
    pub passed: u64,
    /// Lines with something in them.
    pub lines: u64,
    /// Conversations that are new.
    pub conversations: u64,
    /// Entries that are new.
    pub entries: u64,
    /// Conversations that were here before and got new entries.
    pub continued: u64,
    /// Conversations of which everything was here.
    pub known: u64,
    /// Lines that were left out altogether.
    pub refused_lines: u64,
    /// Entries that were left out of lines that went in.
    pub refused_entries: u64,
    /// The first of both, in the order of the file.
    pub refused: Vec<Refusal>,
}

impl Report {
    /// Whether there were lines, and none of them could be read.
    #[must_use]
    pub const fn is_useless(&self) -> bool {
        self.refused_lines >= self.lines
    }

    /// Notes what was left out.
    pub fn refuse(&mut self, refusal: Refusal) {
        match refusal.entry {
            None => self.refused_lines += 1,
            Some(_) => self.refused_entries += 1,
        }
        if self.refused.len() < NAMED_MAX {
            self.refused.push(refusal);
        }
    }

    /// The report as it was stored; an empty one for what another version stored.
    #[must_use]
    pub fn stored(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// As it is stored.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a report holds only what JSON can say")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_json() {
        for reason in Reason::ALL {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.name());
        }
    }

    #[test]
    fn what_is_left_out_is_counted_without_end_and_named_up_to_a_bound() {
        let mut report = Report { lines: 1_000, ..Report::default() };
        for line in 1..=999 {
            report.refuse(Refusal { line, entry: None, reason: Reason::NotJson });
            report.refuse(Refusal { line, entry: Some(1), reason: Reason::Nul });
        }
        assert_eq!(
            (report.refused_lines, report.refused_entries, report.refused.len()),
            (999, 999, NAMED_MAX)
        );
        assert!(!report.is_useless() && Report::stored(&report.to_json()) == report);
        report.refuse(Refusal { line: 1_000, entry: None, reason: Reason::NotJson });
        assert!(report.is_useless());
    }
}

//! Tells those who asked and were not answered.

use std::collections::BTreeSet;

use super::shown;
use super::words::language;
use super::words::text_of;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::store as conversations;
use crate::domain::conversations::target::Target;
use crate::domain::faq::Entry;
use crate::domain::learning::store;
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::post_message::{Post, ReopenWithin, post_message};
use crate::ids::GapId;
use crate::storage::Unit;

/// Questions that are looked at, the newest, and conversations that are told.
const LOOKED_AT: usize = 500;
const TOLD_MAX: usize = 50;

/// How it is told.
#[derive(Debug, Clone, Copy)]
pub struct How {
    /// Signs what is sent.
    pub digest_key: [u8; 32],
    /// How long what is closed can be opened again.
    pub reopen_within: ReopenWithin,
}

/// Sends the entry's answer, as the caller's words, where the conversation is open or may be opened again. How many were told. What
/// cannot be told there, for whatever reason, is left.
pub fn tell(
    unit: &mut Unit<'_>,
    caller: &Caller,
    gap: GapId,
    entry: &Entry,
    how: How,
) -> Result<usize, Fault> {
    let mut told = BTreeSet::new();
    for example in shown::newest(unit.conn(), gap, None, LOOKED_AT)? {
        if told.len() == TOLD_MAX || told.contains(&example.conversation) || example.answer.is_some() {
            continue;
        }
        let Some(conversation) = conversations::find(unit.conn(), example.conversation)? else { continue };
        let over = |closed: crate::clock::Timestamp| unit.now().0 > closed.plus(how.reopen_within.chats).0;
        if conversation.closed_at().is_some_and(over) {
            continue;
        }
        let content = store::content_of(unit.conn(), example.conversation, example.sequence)?;
        let Some(question) = text_of(content.as_deref()) else { continue };
        let channel = conversations::channel(unit.conn(), example.conversation)?;
        let Some((_, answer)) = entry.document.answer(&channel, language(&question)) else { continue };
        let post = Post::new(
            &how.digest_key,
            ActorKind::Agent,
            Some(format!("tell:{gap}:{}", example.conversation)),
            Target::Named(example.conversation),
            false,
            Content::text(plain(answer)),
            how.reopen_within,
        )?;
        let post = Post { keeps_draft: true, ..post };
        let sent = unit.attempt(|unit| post_message(unit, caller, &post));
        match sent {
            Ok(_) => drop(told.insert(example.conversation)),
            Err(fault) if fault.kind == crate::fault::Kind::Internal => return Err(fault),
            Err(_) => {}
        }
    }
    Ok(told.len())
}

/// Small markdown as plain words: emphasis goes, a link stands behind its name.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let text = markdown.replace("**", "");
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('[') {
        let link = rest[at..].find("](").and_then(|middle| {
            let end = rest[at + middle..].find(')')?;
            Some((
                &rest[at + 1..at + middle],
                &rest[at + middle + 2..at + middle + end],
                at + middle + end + 1,
            ))
        });
        let Some((name, address, end)) = link else { break };
        plain.push_str(&rest[..at]);
        plain.push_str(name);
        if name != address {
            plain.push(' ');
            plain.push_str(address);
        }
        rest = &rest[end..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markdown_is_told_as_words() {
        for (markdown, words) in [
            ("**7 天**内可以退货", "7 天内可以退货"),
            ("See [our page](https://shop.example/r) first.", "See our page https://shop.example/r first."),
            ("[https://a.cn](https://a.cn)", "https://a.cn"),
            ("a [b] c", "a [b] c"),
            ("[ ](", "[ ]("),
        ] {
            assert_eq!(plain(markdown), words, "{markdown}");
        }
    }
}

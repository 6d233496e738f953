//! Addresses of the help pages. The id finds an article; the words behind it are for people and follow the question.

use crate::i18n::Locale;
use crate::ids::FaqId;

/// Characters of a question that its address shows.
const SLUG_CHARS: usize = 40;

/// Letters and digits of a question, what is between them as one stroke.
pub(super) fn slug(question: &str) -> String {
    let mut slug = String::new();
    let (mut chars, mut apart) = (0, false);
    for c in question.chars().flat_map(char::to_lowercase) {
        if !c.is_alphanumeric() {
            apart = chars > 0;
            continue;
        }
        let more = 1 + usize::from(apart);
        if chars + more > SLUG_CHARS {
            break;
        }
        if std::mem::take(&mut apart) {
            slug.push('-');
        }
        slug.push(c);
        chars += more;
    }
    slug
}

/// The page that begins a language.
pub(super) fn home(locale: Locale) -> String {
    format!("/help/{}", locale.tag())
}

/// The page of an article.
pub(super) fn article(locale: Locale, id: FaqId, question: &str) -> String {
    let slug: String = url::form_urlencoded::byte_serialize(slug(question).as_bytes()).collect();
    let stroke = if slug.is_empty() { "" } else { "-" };
    format!("/help/{}/{id}{stroke}{slug}", locale.tag())
}

/// An article's id and the words behind it.
pub(super) fn read(name: &str) -> Option<(FaqId, &str)> {
    let (id, slug) = name.split_once('-').unwrap_or((name, ""));
    Some((id.parse().ok()?, slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_the_letters_of_its_question() {
        for (question, expected) in [
            ("How do I send it back?", "how-do-i-send-it-back"),
            ("多久到货？", "多久到货"),
            ("  AC/DC — 2.0!  ", "ac-dc-2-0"),
            ("<script>alert(1)</script>", "script-alert-1-script"),
            ("？！", ""),
            ("", ""),
            ("🍵", ""),
        ] {
            assert_eq!(slug(question), expected, "{question:?}");
        }
        let long = slug(&"tea ".repeat(50));
        assert!(long.chars().count() <= SLUG_CHARS && !long.ends_with('-'), "{long}");
    }

    #[test]
    fn an_address_leads_back_to_its_article() {
        let id = FaqId(1_234_567);
        for question in ["How do I send it back?", "？", "多久到货？"] {
            let path = article(Locale::En, id, question);
            assert!(path.is_ascii(), "{path}");
            let name = path.rsplit('/').next().unwrap_or_default();
            assert_eq!(read(name).map(|(id, _)| id), Some(id), "{path}");
        }
        assert_eq!(read("nothing"), None);
    }
}

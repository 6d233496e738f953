//! An answer's small markdown as HTML: made by templates, which escape every word, never of strings. Links lead to http and https
//! alone; what parses them knows no others.

use askama::Template;

use crate::text::markdown::{self, Block, Inline};

/// A block without the empty lines around it: space between blocks is the page's.
fn trimmed(block: Block) -> Option<Block> {
    let Block::Text(mut parts) = block else { return Some(block) };
    if let Some(Inline::Text(text)) = parts.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Text(text)) = parts.last_mut() {
        text.truncate(text.trim_end().len());
    }
    parts.retain(|part| !matches!(part, Inline::Text(text) if text.is_empty()));
    (!parts.is_empty()).then_some(Block::Text(parts))
}

/// An answer.
#[derive(Template)]
#[template(path = "help/blocks.html")]
pub(super) struct Answer {
    blocks: Vec<Block>,
}

impl Answer {
    pub(super) fn of(text: &str) -> Self {
        Self { blocks: markdown::parse(text).into_iter().filter_map(trimmed).collect() }
    }

    /// A line's parts.
    #[expect(clippy::unused_self, reason = "templates call methods of their own")]
    const fn line<'a>(&self, parts: &'a [Inline]) -> Line<'a> {
        Line { parts }
    }
}

/// Parts of a line.
#[derive(Template)]
#[template(path = "help/inline.html")]
struct Line<'a> {
    parts: &'a [Inline],
}

impl Line<'_> {
    #[expect(clippy::unused_self, reason = "templates call methods of their own")]
    const fn line<'a>(&self, parts: &'a [Inline]) -> Line<'a> {
        Line { parts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_html_and_everything_else_is_escaped() {
        for (text, html) in [
            ("**a** *b* `c`", "<p><strong>a</strong> <em>b</em> <code>c</code></p>"),
            ("- a\n- **b**", "<ul><li>a</li><li><strong>b</strong></li></ul>"),
            ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
            ("```\na < b\n```", "<pre tabindex=\"0\"><code>a &#60; b</code></pre>"),
            ("a\n\nb", "<p>a\n\nb</p>"),
            ("a\n\n- b\n\n\nc\n", "<p>a</p><ul><li>b</li></ul><p>c</p>"),
            ("- b\n\n", "<ul><li>b</li></ul>"),
            ("<b>x</b>", "<p>&#60;b&#62;x&#60;/b&#62;</p>"),
            ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
            (
                "[a \" b](https://a.cn/?x=1&y='2')",
                "<p><a href=\"https://a.cn/?x=1&#38;y=&#39;2&#39;\" rel=\"nofollow noopener\">a &#34; b</a></p>",
            ),
        ] {
            assert_eq!(Answer::of(text).render().expect("an answer"), html, "{text:?}");
        }
    }

    /// The shared cases, of which the pages' scripts are held to the same reading.
    #[test]
    fn the_shared_cases_become_known_tags_alone() {
        let cases: Vec<(String, String)> =
            serde_json::from_str(include_str!("../../../tests/fixtures/markdown.json")).expect("cases");
        for (text, _) in cases {
            let html = Answer::of(&text).render().expect("an answer");
            let mut rest = html.as_str();
            while let Some((_, tag)) = rest.split_once('<') {
                let (tag, after) = tag.split_once('>').expect("a tag that ends");
                let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
                let known = ["p", "strong", "em", "code", "pre", "ul", "ol", "li", "a"];
                assert!(known.contains(&name), "{text:?}: {tag}");
                let target = tag.strip_prefix("a href=\"").map(str::to_lowercase);
                assert!(target.is_none_or(|url| url.starts_with("http://") || url.starts_with("https://")));
                rest = after;
            }
        }
    }
}

//! The small markdown of answers: bold, italic, code, lists, links. What does not read as a mark stays to the letter. It reads as
//! the pages' scripts do (`static/design/markdown.js`); both are held against the same cases.

/// Deeper than this nothing is marked any more.
const DEPTH_MAX: usize = 4;
/// Longer addresses are none, in characters.
const TARGET_CHARS: usize = 2_048;

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words as they are.
    Text(String),
    /// Bold.
    Bold(Vec<Self>),
    /// Italic.
    Italic(Vec<Self>),
    /// Code.
    Code(String),
    /// A link with what it says.
    Link(String, String),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Lines.
    Text(Vec<Inline>),
    /// Lines of code.
    Code(String),
    /// A list, numbered from a number or not.
    List(Option<u32>, Vec<Vec<Inline>>),
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining(c)
}

/// Marks that stand on a letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}'
        | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}')
}

/// Beyond the basic plane: halves of an emoji are letters to the scripts.
fn is_wide(c: char) -> bool {
    c as u32 > 0xffff
}

fn begins(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c) || is_wide(c) || "\"“‘'「『《[`*_@#¥$€".contains(c)
}

fn ends(c: char) -> bool {
    c.is_alphanumeric()
        || is_combining(c)
        || is_wide(c)
        || "\"”’'」』》]`*_.,:;!?。，：；！？…%)）".contains(c)
}

/// Whether a letter beside a mark keeps it from being one: two stars may stand between Chinese letters.
fn beside(mark: &[char], c: char) -> bool {
    if mark == ['*', '*'] { c.is_ascii_alphanumeric() || c == '_' } else { is_letter(c) }
}

fn find_from(text: &[char], wanted: &[char], from: usize) -> Option<usize> {
    (from..=text.len().checked_sub(wanted.len())?).find(|at| text[*at..].starts_with(wanted))
}

/// Where the mark that opens before `from` closes.
fn closing(text: &[char], mark: &[char], from: usize) -> Option<usize> {
    let mut next_from = from + 1;
    while let Some(at) = find_from(text, mark, next_from) {
        next_from = at + 1;
        let (before, next) = (text[at - 1], text.get(at + mark.len()).copied());
        let double = mark == ['*', '*'];
        if if double { before.is_whitespace() } else { !ends(before) } {
            continue;
        }
        if mark.len() == 1 && (next == Some(mark[0]) || before == mark[0]) {
            continue;
        }
        if next.is_some_and(|next| beside(mark, next)) {
            continue;
        }
        let goes_on = next.is_some_and(|next| "./\\-".contains(next))
            && text.get(at + mark.len() + 1).is_some_and(|c| c.is_alphanumeric());
        if !double && goes_on {
            continue;
        }
        return Some(at);
    }
    None
}

/// Where the bracket closes that opened before `from`.
fn bracket(text: &[char], from: usize) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in text.iter().enumerate().skip(from).take(TARGET_CHARS) {
        match c {
            c if c.is_whitespace() => return None,
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn has_scheme(address: &[char]) -> Option<usize> {
    let head: String = address.iter().take(8).collect::<String>().to_lowercase();
    [("https://", 8), ("http://", 7)]
        .into_iter()
        .find(|(scheme, _)| head.starts_with(scheme))
        .map(|(_, len)| len)
}

/// Characters of which an address is not made.
fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || "<>\"`\\^\u{ab}\u{bb}".contains(c)
        || is_wide(c)
        || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2000}'..='\u{206f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}' | '\u{fe10}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}')
}

/// The address that begins at `at`: how long it is, and where it leads.
fn link_at(text: &[char], at: usize) -> Option<(usize, String)> {
    let before = at.checked_sub(1).map_or(' ', |before| text[before]);
    let word = before.is_ascii_alphanumeric() || before == '_';
    let (bare, head) = if let Some(head) = has_scheme(&text[at..]) {
        (false, head)
    } else {
        let www: String = text[at..].iter().take(4).collect();
        let name = text.get(at + 4..)?.iter();
        let name = name.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).count();
        if !www.eq_ignore_ascii_case("www.") || name == 0 || text.get(at + 4 + name) != Some(&'.') {
            return None;
        }
        (true, 4)
    };
    if word || (bare && ".@/-".contains(before)) {
        return None;
    }
    let first = *text.get(at + head)?;
    let named = first.is_ascii_alphanumeric()
        || matches!(first, '[' | '\u{a1}'..='\u{aa}' | '\u{ac}'..='\u{ba}' | '\u{bc}'..='\u{1fff}');
    if !named {
        return None;
    }
    let length = text[at + head + 1..].iter().take_while(|c| !ends_address(**c)).count();
    let mut said = &text[at..at + (head + 1 + length).min(TARGET_CHARS)];
    while let Some(last) = said.last() {
        let opens = match last {
            ')' => Some('('),
            ']' => Some('['),
            '}' => Some('{'),
            _ => None,
        };
        let count = |wanted: char| said.iter().filter(|c| **c == wanted).count();
        let drop = match opens {
            Some(open) => count(*last) > count(open),
            None => ".,;:!?'*|".contains(*last),
        };
        if !drop {
            break;
        }
        said = &said[..said.len() - 1];
    }
    if said.len() <= head {
        return None;
    }
    let written: String = said.iter().collect();
    Some((said.len(), if bare { format!("https://{written}") } else { written }))
}

/// Marks that were found to close nowhere.
#[derive(Default)]
struct Lost {
    code: bool,
    link: bool,
    marks: Vec<Vec<char>>,
}

fn inline(text: &[char], depth: usize) -> Vec<Inline> {
    let (mut parts, mut plain, mut at, mut lost) = (Vec::new(), String::new(), 0, Lost::default());
    while at < text.len() {
        if let Some((part, next)) = part_at(text, at, depth, &mut lost) {
            if !plain.is_empty() {
                parts.push(Inline::Text(std::mem::take(&mut plain)));
            }
            parts.push(part);
            at = next;
            continue;
        }
        let c = text[at];
        let double = matches!(c, '*' | '_') && depth < DEPTH_MAX && text.get(at + 1) == Some(&c);
        let length = if double { 2 } else { 1 };
        plain.extend(&text[at..at + length]);
        at += length;
    }
    if !plain.is_empty() {
        parts.push(Inline::Text(plain));
    }
    parts
}

/// The part that begins at `at`, if it is more than words, and where the text goes on.
fn part_at(text: &[char], at: usize, depth: usize, lost: &mut Lost) -> Option<(Inline, usize)> {
    let c = text[at];
    if c == '`' && !lost.code {
        match find_from(text, &['`'], at + 1) {
            Some(end) if end > at + 1 => {
                return Some((Inline::Code(text[at + 1..end].iter().collect()), end + 1));
            }
            Some(_) => {}
            None => lost.code = true,
        }
    }
    if let Some((length, url)) = link_at(text, at) {
        return Some((Inline::Link(url, text[at..at + length].iter().collect()), at + length));
    }
    if c == '[' && !lost.link && depth < DEPTH_MAX {
        let middle = find_from(text, &[']', '('], at + 1);
        lost.link = middle.is_none();
        if let Some(middle) = middle
            && has_scheme(&text[middle + 2..]).is_some()
            && let Some(end) = bracket(text, middle + 2)
        {
            let (said, url) = (&text[at + 1..middle], &text[middle + 2..end]);
            let scheme = has_scheme(url).unwrap_or_default();
            let whole = url.len() > scheme && !url.iter().any(|c| matches!(c, '<' | '>' | '"'));
            if whole && !said.is_empty() && !said.contains(&'[') {
                return Some((Inline::Link(url.iter().collect(), said.iter().collect()), end + 1));
            }
        }
    }
    if !matches!(c, '*' | '_') || depth >= DEPTH_MAX {
        return None;
    }
    let mark = vec![c; if text.get(at + 1) == Some(&c) { 2 } else { 1 }];
    let from = at + mark.len();
    let first = text.get(from).copied().unwrap_or(' ');
    let opens = if mark == ['*', '*'] { !first.is_whitespace() } else { begins(first) };
    let before = at.checked_sub(1).map(|before| text[before]);
    if !opens || before.is_some_and(|before| beside(&mark, before)) || lost.marks.contains(&mark) {
        return None;
    }
    let Some(end) = closing(text, &mark, from) else {
        lost.marks.push(mark);
        return None;
    };
    let inner = inline(&text[from..end], depth + 1);
    let part = if mark.len() == 2 { Inline::Bold(inner) } else { Inline::Italic(inner) };
    Some((part, end + mark.len()))
}

/// Whether a line is one of a list: its number, and what it says.
fn item(line: &str) -> Option<(Option<u32>, &str)> {
    let blanks = line.len() - line.trim_start_matches(' ').len();
    if blanks > 3 {
        return None;
    }
    let line = &line[blanks..];
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = if (1..=3).contains(&digits) {
        (line[..digits].parse().ok(), line[digits..].strip_prefix(['.', ')'])?)
    } else {
        (None, line.strip_prefix(['-', '*', '•'])?)
    };
    let said = rest.trim_start_matches(' ');
    let blank = said.len() < rest.len() && said.chars().next().is_some_and(|c| !c.is_whitespace());
    blank.then_some((number, said))
}

/// A text as blocks.
#[must_use]
pub fn parse(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.split('\n').collect();
    let (mut blocks, mut open): (Vec<Block>, Vec<&str>) = (Vec::new(), Vec::new());
    let (mut fenced, mut in_list, mut at) = (true, false, 0);
    let marked = |line: &str| inline(&line.chars().collect::<Vec<_>>(), 0);
    let flush = |blocks: &mut Vec<Block>, open: &mut Vec<&str>| {
        if !open.is_empty() {
            blocks.push(Block::Text(marked(&open.join("\n"))));
            open.clear();
        }
    };
    while at < lines.len() {
        let line = lines[at];
        at += 1;
        if fenced && line.starts_with("```") {
            let end = (at..lines.len()).find(|end| lines[*end].trim() == "```");
            fenced = end.is_some();
            if let Some(end) = end {
                flush(&mut blocks, &mut open);
                blocks.push(Block::Code(lines[at..end].join("\n")));
                (at, in_list) = (end + 1, false);
                continue;
            }
        }
        if let Some((number, said)) = item(line) {
            flush(&mut blocks, &mut open);
            match blocks.last_mut() {
                Some(Block::List(start, items)) if in_list && start.is_some() == number.is_some() => {
                    items.push(marked(said));
                }
                _ => blocks.push(Block::List(number, vec![marked(said)])),
            }
            in_list = true;
            continue;
        }
        in_list = false;
        open.push(line);
    }
    flush(&mut blocks, &mut open);
    blocks
}

fn words(parts: &[Inline], out: &mut String) {
    for part in parts {
        match part {
            Inline::Text(text) | Inline::Code(text) | Inline::Link(_, text) => out.push_str(text),
            Inline::Bold(parts) | Inline::Italic(parts) => words(parts, out),
        }
    }
}

/// The words of a text without its marks, as one line of at most so many characters.
#[must_use]
pub fn excerpt(text: &str, chars: usize) -> String {
    let mut said = String::new();
    for block in parse(text) {
        match block {
            Block::Text(parts) => words(&parts, &mut said),
            Block::Code(code) => said.push_str(&code),
            Block::List(_, items) => items.iter().for_each(|item| {
                words(item, &mut said);
                said.push(' ');
            }),
        }
        said.push(' ');
    }
    let line = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= chars {
        return line;
    }
    let cut: String = line.chars().take(chars.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The notation of the shared cases.
    fn shown(parts: &[Inline]) -> String {
        let one = |part: &Inline| match part {
            Inline::Text(text) => text.clone(),
            Inline::Code(text) => format!("<c>{text}</c>"),
            Inline::Bold(parts) => format!("<b>{}</b>", shown(parts)),
            Inline::Italic(parts) => format!("<i>{}</i>", shown(parts)),
            Inline::Link(url, said) => format!("<a {url}>{said}</a>"),
        };
        parts.iter().map(one).collect()
    }

    fn block(block: &Block) -> String {
        match block {
            Block::Text(parts) => shown(parts),
            Block::Code(code) => format!("<pre>{code}</pre>"),
            Block::List(start, items) => {
                let items: Vec<String> =
                    items.iter().map(|item| format!("<li>{}</li>", shown(item))).collect();
                format!(
                    "<list {}>{}</list>",
                    start.map_or("-".to_owned(), |start| start.to_string()),
                    items.concat()
                )
            }
        }
    }

    #[test]
    fn it_reads_as_the_scripts_do() {
        let cases: Vec<(String, String)> =
            serde_json::from_str(include_str!("../../tests/fixtures/markdown.json")).expect("cases");
        assert!(cases.len() > 50);
        for (text, expected) in cases {
            let blocks = parse(&text);
            let found = blocks.iter().map(block).collect::<Vec<_>>().join("¶");
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn an_excerpt_is_a_line_without_marks() {
        assert_eq!(
            excerpt("Within **30 days**:\n- pack it\n- [send](https://a.cn) it", 80),
            "Within 30 days: pack it send it"
        );
        assert_eq!(excerpt("三十天内可以退货", 5), "三十天内…");
    }
}

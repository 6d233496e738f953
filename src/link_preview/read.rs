//! What a page says about itself: Open Graph (<https://ogp.me/>) where it speaks it, else its title and description.

use encoding_rs::{Encoding, UTF_8};
use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};

use super::Preview;
use super::fetch::Page;

const TITLE_CHARS: usize = 200;
const TEXT_CHARS: usize = 300;

/// Bytes as the page has them; its encoding is known only when all of its head was read.
#[derive(Default)]
struct Head {
    charset: Option<String>,
    title: Vec<u8>,
    description: Vec<u8>,
    og_title: Vec<u8>,
    og_description: Vec<u8>,
}

impl Head {
    fn meta(&mut self, tag: &StartTag<()>) {
        let attribute =
            |name: &[u8]| -> Option<Vec<u8>> { tag.attributes.get(name).map(|value| value.value.0.clone()) };
        if let Some(charset) = attribute(b"charset") {
            self.charset.get_or_insert(String::from_utf8_lossy(&charset).into_owned());
        }
        let Some(content) = attribute(b"content") else { return };
        let name = attribute(b"property").or_else(|| attribute(b"name")).unwrap_or_default();
        let place = match name.to_ascii_lowercase().as_slice() {
            b"og:title" => &mut self.og_title,
            b"og:description" => &mut self.og_description,
            b"description" => &mut self.description,
            _ => {
                let content = String::from_utf8_lossy(&content).to_ascii_lowercase();
                if let Some((_, charset)) = content.split_once("charset=") {
                    self.charset.get_or_insert(charset.trim().to_owned());
                }
                return;
            }
        };
        if place.is_empty() {
            *place = content;
        }
    }
}

/// Reads on until the body begins; what a page names twice counts once.
fn head(bytes: &[u8]) -> Head {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut head = Head::default();
    let mut in_title = false;
    for Ok(token) in Tokenizer::new_with_emitter(bytes, emitter) {
        match token {
            Token::StartTag(tag) => match tag.name.as_slice() {
                b"title" => in_title = head.title.is_empty(),
                b"meta" => head.meta(&tag),
                b"body" => break,
                _ => {}
            },
            Token::EndTag(tag) if tag.name.as_slice() == b"title" => in_title = false,
            Token::String(text) if in_title => head.title.extend_from_slice(&text.value.0),
            _ => {}
        }
    }
    head
}

/// Characters that reorder what stands around them (Unicode Standard Annex 9): a title must not turn the site's name around.
const fn turns_around(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One line of at most `chars` characters, without what does not print.
fn line(text: &str, chars: usize) -> String {
    let text: String = text.chars().filter(|c| !turns_around(*c)).collect();
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let whole = words.join(" ");
    if whole.chars().count() <= chars {
        return whole;
    }
    let mut cut: String = whole.chars().take(chars - 1).collect();
    cut.push('…');
    cut
}

/// What is shown of a page; `None` if it does not say what it is.
#[must_use]
pub fn preview(page: &Page) -> Option<Preview> {
    let head = head(&page.bytes);
    let named = [page.charset.as_deref(), head.charset.as_deref()];
    let encoding =
        named.into_iter().flatten().find_map(|name| Encoding::for_label(name.as_bytes())).unwrap_or(UTF_8);
    let read = |wanted: &Vec<u8>, other: &Vec<u8>, chars: usize| {
        line(&encoding.decode(if wanted.is_empty() { other } else { wanted }).0, chars)
    };
    let title = read(&head.og_title, &head.title, TITLE_CHARS);
    if title.is_empty() {
        return None;
    }
    let text = read(&head.og_description, &head.description, TEXT_CHARS);
    let host = page.address.host_str().unwrap_or_default();
    // A page may call itself anything, and what customers send is clicked by agents: the host is the one name it cannot choose.
    let site = host.trim_start_matches("www.").to_owned();
    Some(Preview { title, text, site })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &[u8], charset: Option<&str>) -> Option<Preview> {
        let address = url::Url::parse("https://www.shop.cn/tea").unwrap();
        preview(&Page { address, charset: charset.map(str::to_owned), bytes: html.to_vec() })
    }

    #[test]
    fn open_graph_comes_before_title_and_description() {
        let html = "<!doctype html><title>x</title><meta name=description content=y>
            <meta property='og:title' content='大红袍 &amp; 岩茶'><meta property=og:description content=\"今年的&#10;新茶\">
            <meta property=og:site_name content=半山茶铺><body><title>later</title>";
        let found = of(html.as_bytes(), None).unwrap();
        assert_eq!([found.title, found.text, found.site], ["大红袍 & 岩茶", "今年的 新茶", "shop.cn"]);
        let plain = of(b"<TITLE>\n Tea &lt;3 </TITLE><meta name=Description content='From the hills'>", None)
            .unwrap();
        assert_eq!([plain.title, plain.text, plain.site], ["Tea <3", "From the hills", "shop.cn"]);
        assert_eq!(of(b"<p>no title", None), None);
        assert_eq!(of(b"<title> </title>", None), None);
        assert_eq!(of(b"", None), None);
    }

    #[test]
    fn older_chinese_pages_are_read_in_their_encoding() {
        let (gbk, ..) = encoding_rs::GBK.encode("<meta charset=gbk><title>武夷岩茶</title>");
        assert_eq!(of(&gbk, None).unwrap().title, "武夷岩茶");
        let (gbk, ..) = encoding_rs::GBK.encode("<title>武夷岩茶</title>");
        assert_eq!(of(&gbk, Some("gb2312")).unwrap().title, "武夷岩茶");
        let equiv = "<meta http-equiv=Content-Type content='text/html; charset=gb18030'><title>岩茶</title>";
        let (gbk, ..) = encoding_rs::GB18030.encode(equiv);
        assert_eq!(of(&gbk, None).unwrap().title, "岩茶");
    }

    #[test]
    fn what_is_too_long_or_does_not_print_is_cut() {
        let html = format!("<title>{}\u{1}\u{202e}</title>", "茶".repeat(900));
        let title = of(html.as_bytes(), None).unwrap().title;
        assert_eq!(title.chars().count(), TITLE_CHARS);
        assert!(title.ends_with('…'));
        let turned = of("<title>\u{202e}kcab\u{2066}wards\u{202c}</title>".as_bytes(), None).unwrap().title;
        assert_eq!(turned, "kcabwards");
        let scripted = of(
            b"<script>var a='<title>no</title>'</script><!-- <title>nor</title> --><title>yes</title>",
            None,
        );
        assert_eq!(scripted.unwrap().title, "yes");
    }
}

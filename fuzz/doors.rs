//! What strangers' bytes reach first, each door as a function of bytes that panics where a promise does not hold. The fuzz
//! targets run one each; `tests/hostile/seeds.rs` runs all of them over every file of `seeds/`.

#![allow(dead_code, reason = "a fuzz target uses one of them")]

use std::sync::{LazyLock, Mutex, PoisonError};
use std::{fs, str};

use servicedesk::clock::Timestamp;
use servicedesk::config::Tls;
use servicedesk::domain::conversations::content::{Content, media_type, words};
use servicedesk::events::ActorKind;
use servicedesk::im::protocol;
use servicedesk::link_preview::{Page, preview};
use servicedesk::tls;
use tempfile::TempDir;
use url::Url;

/// Longest text of a message, as the desk is shipped.
const TEXT_CHARS: usize = 4_000;

/// A message of a socket: its frames come to an end.
pub fn frames(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let frames = protocol::parse(text).take(data.len() + 2).count();
    assert!(frames <= data.len() + 1, "more frames than bytes");
}

/// The content of a message: what is taken is read again as it is stored, and is stored in one spelling.
pub fn content(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let Ok(content) = Content::read(text, TEXT_CHARS) else { return };
    let stored = content.to_json();
    let again = Content::stored(&stored).expect("what was taken can be read again");
    assert_eq!(again, content);
    assert_eq!(again.to_json(), stored);
    for speaker in [ActorKind::Visitor, ActorKind::Agent] {
        let _ = content.check_speaker(speaker, true);
        let _ = content.check_speaker(speaker, false);
    }
    let _ = content.check_answers(Some(&stored));
    let _ = media_type(&stored);
    let _ = words(&stored);
}

static FOLDER: LazyLock<Mutex<TempDir>> =
    LazyLock::new(|| Mutex::new(tempfile::tempdir().expect("a folder")));

/// Files of a certificate and its key: whole, or refused.
pub fn certificates(data: &[u8]) {
    let folder = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    let file = folder.path().join("both.pem");
    fs::write(&file, data).expect("a file");
    let listen = "127.0.0.1:443".parse().expect("an address");
    let settings = Tls { listen, certificate: file.clone(), private_key: file, ..Tls::default() };
    if let Ok(Some(validity)) = tls::check(&settings, folder.path()) {
        let _ = validity.renew_at();
        let _ = validity.days_left(Timestamp(0));
    }
}

/// A page that somebody links to: what is shown of it is short, in one line, and names the host alone. The first line of
/// the bytes is the encoding that the answer names.
pub fn pages(data: &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let charset = str::from_utf8(&data[..end]).ok().filter(|name| !name.is_empty()).map(str::to_owned);
    let bytes = data.get(end + 1..).unwrap_or_default().to_vec();
    let address = Url::parse("https://www.example.com/offer").expect("an address");
    let Some(shown) = preview(&Page { address, charset, bytes }) else { return };
    for (text, most) in [(&shown.title, 200), (&shown.text, 300)] {
        assert!(text.chars().count() <= most, "too long: {text}");
        assert!(!text.chars().any(char::is_control), "not one line: {text:?}");
    }
    assert!(!shown.title.is_empty());
    assert_eq!(shown.site, "example.com");
}

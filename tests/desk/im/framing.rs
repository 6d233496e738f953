//! Below the protocol: the handshake, and bytes that are no WebSocket frames.

use reqwest::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{Answer, TestDesk, Visitor};

const TEXT: u8 = 1;
const CONTINUATION: u8 = 0;
const FIN: u8 = 0x80;

/// A frame as RFC 6455, section 5.2 draws it, masked as clients must.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [0x37, 0xfa, 0x21, 0x3d];
    let mut bytes = vec![first];
    match u16::try_from(payload.len()) {
        Ok(short @ 0..=125) => bytes.push(0x80 | short.to_be_bytes()[1]),
        Ok(long) => {
            bytes.push(0x80 | 0x7e);
            bytes.extend(long.to_be_bytes());
        }
        Err(_) => {
            bytes.push(0x80 | 0x7f);
            bytes.extend((payload.len() as u64).to_be_bytes());
        }
    }
    bytes.extend(mask);
    bytes.extend(payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask));
    bytes
}

/// Sends bytes on a fresh link and reads the close code, after whatever comes before it.
async fn close_code(visitor: &Visitor, bytes: &[u8]) -> u16 {
    let mut raw: TcpStream = visitor.connect().await.into_raw();
    raw.write_all(bytes).await.unwrap();
    loop {
        let mut head = [0; 2];
        raw.read_exact(&mut head).await.unwrap();
        let length = match head[1] {
            126 => usize::from(raw.read_u16().await.unwrap()),
            127 => usize::try_from(raw.read_u64().await.unwrap()).unwrap(),
            short => usize::from(short),
        };
        let mut payload = vec![0; length];
        raw.read_exact(&mut payload).await.unwrap();
        if head[0] == FIN | 8 {
            return payload.first_chunk().map_or(1005, |code| u16::from_be_bytes(*code));
        }
    }
}

#[tokio::test]
async fn broken_framing_closes_with_1002() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let unmasked = [FIN | TEXT, 2, b'{', b'}'];
    for (name, bytes) in [
        ("unmasked", unmasked.to_vec()),
        ("reserved opcode", frame(FIN | 3, b"{}")),
        ("reserved bits", frame(FIN | 0x40 | TEXT, b"{}")),
        ("continuation of nothing", frame(FIN | CONTINUATION, b"{}")),
        ("long control frame", frame(FIN | 9, &[b'x'; 126])),
        ("fragmented control frame", frame(9, b"x")),
        ("text within text", [frame(TEXT, b"{"), frame(FIN | TEXT, b"}")].concat()),
    ] {
        assert_eq!(close_code(&visitor, &bytes).await, 1002, "{name}");
    }
}

#[tokio::test]
async fn broken_utf8_closes_with_1007() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    for bytes in [
        frame(FIN | TEXT, b"\"\xff\xfe\""),
        frame(FIN | TEXT, "茶".as_bytes().split_last().unwrap().1),
        frame(FIN | TEXT, b"\xed\xa0\x80"),
        [frame(TEXT, b"\""), frame(FIN | CONTINUATION, b"\xc3\x28\"")].concat(),
    ] {
        assert_eq!(close_code(&visitor, &bytes).await, 1007);
    }
}

#[tokio::test]
async fn fragments_make_one_message_and_too_many_close_with_4009() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let (first, second) = "{\"type\":\"hello\",\"茶\":1}".as_bytes().split_at(20);
    // Put together it is a second hello, which is an error; then the close is answered.
    let whole = [frame(TEXT, first), frame(FIN | CONTINUATION, second), frame(FIN | 8, &[3, 232])].concat();
    assert_eq!(close_code(&visitor, &whole).await, 1000);
    let half = vec![b' '; 100_000];
    let large = [frame(TEXT, &half), frame(CONTINUATION, &half), frame(FIN | CONTINUATION, b"{}")].concat();
    assert_eq!(close_code(&visitor, &large).await, 4009);
    assert_eq!(close_code(&visitor, &frame(FIN | TEXT, &vec![b'x'; 5_000_000])).await, 4009);
}

#[tokio::test]
async fn a_close_is_answered_with_a_close() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    assert_eq!(close_code(&visitor, &frame(FIN | 8, &[3, 233])).await, 1001);
    assert_eq!(close_code(&visitor, &frame(FIN | 8, b"")).await, 1005);
}

#[tokio::test]
async fn a_websocket_ping_is_answered() {
    let desk = TestDesk::open().await;
    let mut raw = desk.visitor().await.connect().await.into_raw();
    raw.write_all(&frame(FIN | 9, b"there?")).await.unwrap();
    let mut pong = [0; 8];
    raw.read_exact(&mut pong).await.unwrap();
    assert_eq!(&pong, b"\x8a\x06there?");
}

#[tokio::test]
async fn the_subprotocol_must_be_offered() {
    let desk = TestDesk::open().await;
    let handshake = |protocol: Option<&str>| {
        let request = desk
            .request(Method::GET, "/im/v1/socket")
            .header("connection", "Upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
        match protocol {
            Some(protocol) => request.header("sec-websocket-protocol", protocol),
            None => request,
        }
    };
    for wrong in [None, Some("servicedesk.im.v2"), Some("chat"), Some("xservicedesk.im.v1")] {
        let answer = Answer::to(handshake(wrong)).await;
        assert_eq!(answer.wrong_field(), "Sec-WebSocket-Protocol", "{wrong:?}");
    }
    let response = handshake(Some("chat, servicedesk.im.v1")).send().await.unwrap();
    assert_eq!(response.status(), 101);
    assert_eq!(response.headers()["sec-websocket-protocol"], "servicedesk.im.v1");
    // The vector of RFC 6455, section 1.3.
    assert_eq!(response.headers()["sec-websocket-accept"], "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

#[tokio::test]
async fn what_is_no_handshake_is_a_problem() {
    let desk = TestDesk::open().await;
    let plain =
        desk.request(Method::GET, "/im/v1/socket").header("sec-websocket-protocol", "servicedesk.im.v1");
    Answer::to(plain).await.problem(400, "invalid");
    desk.post("/im/v1/socket", &json!({})).await.problem(404, "not_found");
}

#[tokio::test]
async fn what_wants_to_become_a_socket_elsewhere_is_answered_as_usual() {
    let desk = TestDesk::open().await;
    let wants = |path: &str| {
        desk.request(Method::GET, path)
            .header("connection", "upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
    };
    let page = wants("/demo").send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["x-content-type-options"], "nosniff");
    assert!(page.content_length().is_none_or(|length| length > 0));
    for (path, status, code) in [("/nowhere", 404, "not_found"), ("/api/v1/agents", 401, "unauthenticated")] {
        let answer = Answer::to(wants(path)).await;
        answer.problem(status, code);
        assert_eq!(answer.header("x-request-id").len(), 16);
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn pages_of_other_sites_open_no_socket_once_sites_are_named() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let from = |origin: &str| {
        desk.request(Method::GET, "/im/v1/socket")
            .header("connection", "upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("sec-websocket-protocol", "servicedesk.im.v1")
            .header("origin", origin)
    };
    assert_eq!(from("https://anywhere.example").send().await.unwrap().status(), 101);
    let sites = json!({ "allowed_origins": ["https://shop.example"] });
    owner.call(Method::PUT, "/api/v1/widgets/default/allowed-origins", &sites).await.ok(200);
    for (origin, status) in [
        ("https://shop.example", 101),
        (desk.origin(), 101),
        ("https://anywhere.example", 403),
        ("null", 403),
    ] {
        assert_eq!(from(origin).send().await.unwrap().status(), status, "{origin}");
    }
}

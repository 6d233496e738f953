//! Logos and faces, which everybody may fetch.

use servicedesk::domain::pictures::{MediaType, digest, store};

use crate::support::TestDesk;

#[tokio::test]
async fn a_picture_is_served_for_ever_and_as_what_it_is() {
    let desk = TestDesk::open().await;
    let bytes = b"\x89PNG\r\n\x1a\nlogo".as_slice();
    let name = digest(bytes);
    let stored = name.clone();
    desk.inside()
        .db
        .write(move |unit| Ok(store::insert(unit.conn(), &stored, MediaType::Png, bytes, unit.now())?))
        .await
        .unwrap();
    let answer = desk.get(&format!("/p/{name}")).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "image/png"));
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
    for missing in ["/p/00000000000000000000000000000000", "/p/x", "/p/..%2f"] {
        desk.get(missing).await.problem(404, "not_found");
    }
}

//! How files arrive: in slices, whole, known by their bytes.

use image::ImageFormat;
use serde_json::{Value, json};
use servicedesk::config::units::ByteSize;
use servicedesk::domain::files::slices::Slices;
use servicedesk::storage::blobs::{Blobs, Digest};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{noise, picture};
use crate::support::{Courier, TestDesk, announced, content_digest};

#[tokio::test]
async fn slices_arrive_in_any_order_and_only_the_missing_ones_are_sent_again() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let bytes = noise(50 << 10);
    let begun = courier.begin(&announced("小票.bin", &bytes)).await.ok(201);
    assert_eq!((&begun["slice_bytes"], &begun["slice_count"]), (&json!(5 << 10), &json!(10)));
    assert_eq!(begun["expires_at"], "2026-03-02T08:00:00.000Z");
    let upload = begun["upload_id"].as_str().unwrap();
    let slice = |number: usize| &bytes[number * (5 << 10)..][..5 << 10];
    for number in [7, 0, 2] {
        courier.slice(upload, number, slice(number)).await.ok(204);
    }
    // The connection broke, and nobody knows whether the answer was lost or the slice.
    courier.slice(upload, 2, slice(2)).await.ok(204);
    let state = courier.look(upload).await.ok(200);
    assert_eq!(
        state,
        json!({
            "state": "arriving", "received": [0, 2, 7], "missing": [1, 3, 4, 5, 6, 8, 9], "slice_bytes": 5 << 10,
        })
    );
    courier.complete(upload, &json!({})).await.problem(422, "incomplete");
    for number in state["missing"].as_array().unwrap() {
        let number = usize::try_from(number.as_u64().unwrap()).unwrap();
        courier.slice(upload, number, slice(number)).await.ok(204);
    }
    let file = courier.complete(upload, &json!({})).await.ok(200);
    assert_eq!(file["byte_size"], 50 << 10);
    assert_eq!(
        (&file["name"], &file["media_type"]),
        (&json!("小票.bin"), &json!("application/octet-stream"))
    );
    assert_eq!((&file["width"], &file["thumbnail_url"]), (&Value::Null, &Value::Null));
    // Asked again, the same is answered; so is a slice that comes late.
    assert_eq!(courier.complete(upload, &json!({})).await.ok(200), file);
    courier.slice(upload, 3, slice(3)).await.ok(204);
    assert_eq!(courier.look(upload).await.ok(200)["file"], file);
    let (answer, fetched) = courier.fetch(file["file_id"].as_str().unwrap()).await;
    assert_eq!((answer.status, fetched == bytes), (200, true));
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"__.bin\"; filename*=UTF-8''%E5%B0%8F%E7%A5%A8.bin"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(answer.header("cache-control"), "private, no-cache");
    let (part, middle) = courier.fetch_with(file["file_id"].as_str().unwrap(), Some("bytes=100-199")).await;
    assert_eq!((part.status, middle.as_slice()), (206, &bytes[100..200]));
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let desk = TestDesk::with(|config| config.files.max = ByteSize::from_mib(1)).await;
    let (owner, visitor, other) = (desk.owner().await, desk.visitor().await, desk.visitor().await);
    let courier = Courier::new(&desk, &visitor.session_token);
    let bytes = noise(10_000);
    let good = announced("a.bin", &bytes);
    for (field, value) in [
        ("byte_size", json!(0)),
        ("byte_size", json!(-1)),
        ("byte_size", json!("12")),
        ("file_name", json!(7)),
        ("sha256", json!("abc")),
        ("sha256", json!(format!("{}é", "a".repeat(62)))),
    ] {
        let mut wrong = good.clone();
        wrong[field] = value;
        assert_eq!(courier.begin(&wrong).await.wrong_field(), field, "{wrong}");
    }
    let mut large = good.clone();
    large["byte_size"] = json!((1 << 20) + 1);
    assert_eq!(courier.begin(&large).await.problem(413, "too_large")["field"], "byte_size");

    let upload = courier.begin(&good).await.ok(201)["upload_id"].as_str().unwrap().to_owned();
    let slice = &bytes[..4 << 10];
    for (number, sent, said, field) in [
        ("3", slice, Some(content_digest(slice)), "slice"),
        ("18446744073709551615", slice, Some(content_digest(slice)), "slice"),
        ("-1", slice, Some(content_digest(slice)), "slice"),
        ("x", slice, Some(content_digest(slice)), "slice"),
        ("0", slice, None, "Content-Digest"),
        ("0", slice, Some("sha-512=:AAAA:".into()), "Content-Digest"),
        ("0", slice, Some("sha-256=:AAAA:".into()), "Content-Digest"),
        ("0", slice, Some("sha-256=abc".into()), "Content-Digest"),
        ("0", &slice[1..], Some(content_digest(&slice[1..])), "body"),
        ("2", slice, Some(content_digest(slice)), "body"),
        ("0", &[], Some(content_digest(&[])), "body"),
    ] {
        let answer = courier.slice_said(&upload, number, sent, said.as_deref()).await;
        assert_eq!(answer.wrong_field(), field, "{number} {said:?}");
    }
    let lie = content_digest(b"something else");
    courier.slice_said(&upload, 0, slice, Some(&lie)).await.problem(422, "wrong_digest");
    courier.slice(&upload, 0, slice).await.ok(204);
    courier.slice(&upload, 0, &bytes[1..=4 << 10]).await.problem(409, "slice_conflict");

    // Somebody else's upload is as missing as one that never was.
    for stranger in [other.session_token.as_str(), owner.token.as_str()] {
        let stranger = Courier::new(&desk, stranger);
        let never = upload.replace("u_0", "u_1");
        let body = json!({});
        for (theirs, none) in [
            (stranger.look(&upload).await, stranger.look(&never).await),
            (stranger.slice(&upload, 1, slice).await, stranger.slice(&never, 1, slice).await),
            (stranger.complete(&upload, &body).await, stranger.complete(&never, &body).await),
        ] {
            theirs.problem(404, "not_found");
            assert_eq!(theirs.tells(), none.tells());
        }
    }
    for nobody in ["", "forged", owner.token.get(1..).unwrap()] {
        Courier::new(&desk, nobody).begin(&good).await.problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn a_whole_that_is_not_what_was_announced_is_sent_anew() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let bytes = noise(6_000);
    let mut nameless = announced("a.bin", &bytes);
    nameless["sha256"] = Value::Null;
    let upload = courier.begin(&nameless).await.ok(201)["upload_id"].as_str().unwrap().to_owned();
    let send = async || {
        courier.slice(&upload, 0, &bytes[..4 << 10]).await.ok(204);
        courier.slice(&upload, 1, &bytes[4 << 10..]).await.ok(204);
    };
    send().await;
    assert_eq!(courier.complete(&upload, &json!({})).await.wrong_field(), "sha256");
    let wrong = json!({ "sha256": Digest::of(b"else").to_string() });
    courier.complete(&upload, &wrong).await.problem(422, "wrong_digest");
    assert_eq!(courier.look(&upload).await.ok(200)["missing"], json!([0, 1]));
    send().await;
    let right = json!({ "sha256": Digest::of(&bytes).to_string() });
    courier.complete(&upload, &right).await.ok(200);
    courier.complete(&upload, &wrong).await.problem(422, "wrong_digest");
}

#[tokio::test]
async fn a_file_announced_again_under_its_key_is_the_same_upload() {
    let desk = TestDesk::open().await;
    let (visitor, other) = (desk.visitor().await, desk.visitor().await);
    let [lina, bob] = [&visitor, &other].map(|who| Courier::new(&desk, &who.session_token));
    let (tea, cup) = (announced("tea.bin", b"tea"), announced("cup.bin", b"cup"));
    let first = lina.begin_under("k1", &tea).await.ok(201);
    assert_eq!(lina.begin_under("k1", &tea).await.ok(201), first);
    lina.begin_under("k1", &cup).await.problem(409, "idempotency_key_reused");
    assert_ne!(lina.begin_under("k2", &tea).await.ok(201), first);
    assert_ne!(bob.begin_under("k1", &tea).await.ok(201), first);
}

/// A power cut takes what is in no folder yet, and a backup holds nothing that is not whole.
#[tokio::test]
async fn a_file_that_went_while_it_arrived_is_sent_anew() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let bytes = noise(6_000);
    let upload = courier.bring("a.bin", &bytes).await;
    std::fs::remove_file(Blobs::new(desk.inside().db.folder()).arriving(&upload)).unwrap();
    courier.complete(&upload, &json!({})).await.problem(422, "wrong_digest");
    assert_eq!(courier.look(&upload).await.ok(200)["missing"], json!([0, 1]));
    courier.send_slices(&upload, &bytes).await;
    courier.complete(&upload, &json!({})).await.ok(200);
}

/// Whoever still writes a slice when the file is finished writes into nothing that anybody gets.
#[tokio::test]
async fn what_comes_after_the_end_changes_nothing() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let bytes = noise(2 << 20);
    let upload =
        courier.begin(&announced("a.bin", &bytes)).await.ok(201)["upload_id"].as_str().unwrap().to_owned();
    let (_, length) = Slices::of(bytes.len() as u64).place(0).unwrap();
    let first = &bytes[..length as usize];
    let mut late = TcpStream::connect(desk.origin().trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "PUT /files/v1/uploads/{upload}/slices/0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\
         Content-Digest: {}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n",
        visitor.session_token,
        content_digest(first)
    );
    late.write_all(head.as_bytes()).await.unwrap();
    late.write_all(&first[..128 << 10]).await.unwrap();
    let arriving = Blobs::new(desk.inside().db.folder()).arriving(&upload);
    desk.pass_until(async || {
        desk.get("/healthz").await.ok(200);
        std::fs::read(&arriving).is_ok_and(|there| there.starts_with(&first[..64 << 10]))
    })
    .await;
    courier.send_slices(&upload, &bytes).await;
    let file = courier.complete(&upload, &json!({})).await.ok(200);
    late.write_all(&vec![0; first.len() - (128 << 10)]).await.unwrap();
    let mut answer = String::new();
    late.read_to_string(&mut answer).await.unwrap();
    assert!(answer.contains("wrong_digest"), "{answer}");
    let (_, fetched) = courier.fetch(file["file_id"].as_str().unwrap()).await;
    assert_eq!(Digest::of(&fetched), Digest::of(&bytes));
}

#[tokio::test]
async fn a_picture_is_known_by_its_bytes_and_gets_a_small_copy() {
    let desk = TestDesk::open().await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let bytes = picture(1_600, 400, ImageFormat::Jpeg);
    let file = courier.send("照片.exe", &bytes).await;
    assert_eq!(
        (&file["media_type"], &file["width"], &file["height"]),
        (&json!("image/jpeg"), &json!(1_600), &json!(400))
    );
    let id = file["file_id"].as_str().unwrap();
    assert_eq!(file["url"], format!("/files/v1/{id}"));
    let (answer, _) = courier.fetch(id).await;
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert!(answer.header("content-disposition").starts_with("inline;"));
    let (answer, small) = courier.fetch(&format!("{id}/thumbnail")).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "image/jpeg"));
    let small = image::load_from_memory(&small).unwrap();
    assert_eq!((small.width(), small.height()), (640, 160));
    // A small one is its own small copy.
    let tiny = picture(20, 10, ImageFormat::Png);
    let id = courier.send("tiny.png", &tiny).await["file_id"].as_str().unwrap().to_owned();
    let (answer, same) = courier.fetch(&format!("{id}/thumbnail")).await;
    assert_eq!((answer.header("content-type"), same == tiny), ("image/png", true));
    // What only begins like a picture is saved, not shown.
    let broken = courier.send("broken.png", &tiny[..40]).await;
    assert_eq!(
        (&broken["media_type"], &broken["thumbnail_url"]),
        (&json!("application/octet-stream"), &Value::Null)
    );
    let path = format!("{}/thumbnail", broken["file_id"].as_str().unwrap());
    courier.fetch(&path).await.0.problem(404, "not_found");
}

#[tokio::test]
async fn a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() {
    let desk = TestDesk::with(|config| config.files.picture_pixels = 1_000_000).await;
    let visitor = desk.visitor().await;
    let courier = Courier::new(&desk, &visitor.session_token);
    let bomb = picture(1_001, 1_000, ImageFormat::Png);
    let upload = courier.bring("bomb.png", &bomb).await;
    courier.complete(&upload, &json!({})).await.problem(422, "too_many_pixels");
    courier.send("good.png", &picture(1_000, 1_000, ImageFormat::Png)).await;
}

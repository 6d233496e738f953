//! Pages of the desk: shells under a policy that allows nothing inline.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestDesk};

/// What an inline script, style or handler would look like.
fn is_clean(html: &str) -> bool {
    let lower = html.to_lowercase();
    let inline_script =
        lower.split("<script").skip(1).any(|tag| !tag.split('>').next().unwrap().contains("src="));
    let inline = [" style=", "<style", " onclick=", " onload=", "javascript:"];
    !inline_script && !inline.iter().any(|word| lower.contains(word))
}

#[tokio::test]
async fn pages_are_strict_about_what_they_load() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let browser = owner.sign_in().await;
    let token = desk.setup_token.clone().unwrap();
    for path in [
        "/inbox",
        "/inbox/c_0000000000001",
        "/login?lang=en",
        "/demo",
        "/docs",
        "/setup",
        &format!("/w/frame?k={}", desk.key),
    ] {
        let signed_in = path.starts_with("/inbox");
        let page = if signed_in { browser.get(path).await } else { desk.get(path).await };
        assert!([200, 410].contains(&page.status), "{path}: {}", page.status);
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        let policy = page.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert!(is_clean(&page.text), "{path}");
        assert!(!page.text.contains(&token), "{path} tells the set-up token");
    }
}

#[tokio::test]
async fn the_workbench_sends_strangers_to_sign_in_and_back() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let home = desk.get("/").await;
    assert_eq!((home.status, home.header("location")), (303, "/inbox"));
    let inbox = desk.get("/inbox/c_1?x=1").await;
    assert_eq!((inbox.status, inbox.header("location")), (303, "/login?next=%2Finbox%2Fc_1"));
    let browser = owner.sign_in().await;
    for (next, place) in [
        ("/inbox/c_1", "/inbox/c_1"),
        ("//evil.example", "/inbox"),
        ("https://evil.example", "/inbox"),
        ("/%5Cevil.example", "/inbox"),
        ("", "/inbox"),
    ] {
        let login = browser.get(&format!("/login?next={next}")).await;
        assert_eq!((login.status, login.header("location")), (303, place), "{next}");
    }
}

#[tokio::test]
async fn a_page_speaks_the_language_that_was_asked_for_and_keeps_it() {
    let desk = TestDesk::open().await;
    let lang = async |path: &str, headers: &[(&'static str, &str)]| {
        let mut request = desk.request(Method::GET, path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let page = Answer::to(request).await;
        let lang = page.text.split_once("<html").unwrap().1.split_once("lang=\"").unwrap().1;
        (lang.split('"').next().unwrap().to_owned(), page.header("set-cookie").to_owned())
    };
    assert_eq!(lang("/login", &[]).await.0, "zh-CN");
    assert_eq!(lang("/login", &[("accept-language", "en-US,en;q=0.9")]).await.0, "en");
    let (asked, cookie) = lang("/login?lang=en", &[("accept-language", "zh")]).await;
    assert_eq!(asked, "en");
    let kept = cookie.split(';').next().unwrap().to_owned();
    assert_eq!(lang("/login", &[("accept-language", "zh"), ("cookie", &kept)]).await.0, "en");
}

#[tokio::test]
async fn files_are_kept_for_ever_under_their_hash() {
    let desk = TestDesk::open().await;
    let frame = desk.get(&format!("/w/frame?k={}", desk.key)).await.text;
    let script = frame.split("src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(script.starts_with("/s/"), "{script}");
    let file = desk.get(&script).await;
    assert_eq!(file.status, 200);
    assert!(file.header("cache-control").contains("immutable"), "{}", file.header("cache-control"));
    assert!(file.header("content-type").starts_with("text/javascript"), "{}", file.header("content-type"));
    let packed = Answer::to(desk.request(Method::HEAD, &script).header("accept-encoding", "br, gzip")).await;
    assert_eq!(packed.header("content-encoding"), "br");
    let missing = desk.get("/s/000000000000/dist/nothing.js").await;
    assert_eq!((missing.status, missing.header("cache-control")), (404, "no-store"));
}

#[tokio::test]
async fn words_come_in_the_coding_that_is_taken() {
    let desk = TestDesk::open().await;
    for (taken, coding) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", "")] {
        let request = desk.request(Method::GET, "/words/0/en/tickets").header("accept-encoding", taken);
        let words = Answer::to(request).await;
        assert_eq!((words.status, words.header("content-encoding")), (200, coding), "{taken}");
    }
}

#[tokio::test]
async fn the_loader_brings_the_look_of_the_button_to_sites_that_may_have_it() {
    let desk = TestDesk::open().await;
    let from = async |site: &str| {
        Answer::to(desk.request(Method::GET, "/w.js").header("referer", format!("{site}/cart?id=1"))).await
    };
    let loader = desk.get("/w.js").await;
    assert_eq!((loader.status, loader.header("cache-control")), (200, "public, max-age=600"));
    assert!(loader.header("vary").contains("Accept-Encoding"), "{}", loader.header("vary"));
    let look =
        loader.text.rsplit_once("servicedesk.look=").expect("the look").1.trim_end().trim_end_matches(';');
    let look: Value = serde_json::from_str(look).unwrap();
    assert_eq!(look["key"], desk.key.as_str());
    let packed = Answer::to(desk.request(Method::HEAD, "/w.js").header("accept-encoding", "br")).await;
    assert_eq!(packed.header("content-encoding"), "br");
    let again = desk.request(Method::GET, "/w.js").header("if-none-match", loader.header("etag").to_owned());
    assert_eq!(Answer::to(again).await.status, 304);

    let owner = desk.owner().await;
    let change =
        json!({ "settings": { "accent": "#123456" }, "allowed_origins": ["https://shop.example.com"] });
    owner.call(Method::PATCH, "/api/v1/widgets/default", &change).await.ok(200);
    for (site, may) in [("https://shop.example.com", true), ("https://other.example.com", false)] {
        let loader = from(site).await;
        assert_eq!(loader.status, 200, "{site}");
        assert_eq!(loader.text.contains("servicedesk.look={"), may, "{site}");
        assert_eq!(loader.text.contains("#123456"), may, "{site}");
    }
    assert!(!desk.get("/w.js").await.text.contains("servicedesk.look={"));
}

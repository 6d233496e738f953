//! Help pages: what is public stands there for everybody, and nothing else does.

use std::collections::HashMap;

use reqwest::Method;
use serde_json::{Value, json};
use servicedesk::flows::faq::refresh;

use crate::support::{Agent, Answer, TestDesk};

const FAQ: &str = "/api/v1/faq";

/// Asks with headers; where an answer leads elsewhere, nobody goes.
async fn ask(desk: &TestDesk, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = desk.request(Method::GET, path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Answer::to(request).await
}

async fn switched(owner: &Agent, help: Value) {
    let mut bot = owner.get("/api/v1/bot").await.ok(200);
    bot["help"] = help;
    let keys = ["enabled", "name", "face", "duty", "carefulness", "words", "synonyms", "hourly_cost", "help"];
    bot.as_object_mut().unwrap().retain(|key, _| keys.contains(&key.as_str()));
    owner.call(Method::PUT, "/api/v1/bot", &bot).await.ok(200);
}

async fn written(owner: &Agent, entry: Value) -> String {
    owner.post(FAQ, &entry).await.ok(201)["id"].as_str().unwrap().to_owned()
}

fn english(question: &str, answer: &str) -> Value {
    json!({ "state": "published", "texts": { "en": { "question": question, "answer": answer } } })
}

fn with(mut entry: Value, mut more: Value) -> Value {
    entry.as_object_mut().unwrap().append(more.as_object_mut().unwrap());
    entry
}

/// A desk whose help pages are on.
async fn open() -> (TestDesk, Agent) {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    switched(&owner, json!({ "enabled": true, "title": null })).await;
    (desk, owner)
}

fn addresses(sitemap: &str) -> Vec<String> {
    let parts = sitemap.split("<loc>").skip(1);
    parts.map(|part| part.split_once("</loc>").unwrap().0.to_owned()).collect()
}

fn hrefs(html: &str) -> Vec<String> {
    html.split(" href=\"").skip(1).map(|part| part.split_once('"').unwrap().0.to_owned()).collect()
}

#[tokio::test]
async fn off_there_is_nothing_but_a_page_that_says_so() {
    let desk = TestDesk::open().await;
    let owner = desk.owner().await;
    let id = written(&owner, english("Where is my tea?", "On its way.")).await;
    refresh::up_to_date(desk.inside()).await.unwrap();
    for path in [
        "/help",
        "/help/en",
        "/help/zh-CN",
        "/help/en/search?q=tea",
        "/help/en/ask",
        "/help/sitemap.xml",
        "/help/en/nothing",
        "/help/a/b/c",
        &format!("/help/en/{id}-where-is-my-tea"),
    ] {
        let page = ask(&desk, path, &[("accept-language", "en")]).await;
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert!(page.text.contains("noindex"), "{path}");
        assert!(!page.text.contains("tea"), "{path} tells what is not published");
    }
    let robots = ask(&desk, "/robots.txt", &[]).await;
    assert_eq!((robots.status, robots.text.as_str()), (200, "User-agent: *\nDisallow: /\n"));
}

#[tokio::test]
async fn the_door_leads_to_the_readers_language() {
    let (desk, _owner) = open().await;
    for (accept, place) in
        [("en-GB,zh;q=0.5", "/help/en"), ("zh-TW", "/help/zh-CN"), ("fr", "/help/zh-CN"), ("", "/help/zh-CN")]
    {
        let door = ask(&desk, "/help", &[("accept-language", accept)]).await;
        assert_eq!((door.status, door.header("location")), (302, place), "{accept}");
        assert_eq!(door.header("vary"), "Accept-Language");
    }
    for (other, place) in
        [("/help/zh", "/help/zh-CN"), ("/help/en-GB", "/help/en"), ("/help/en/", "/help/en")]
    {
        let page = ask(&desk, other, &[]).await;
        assert_eq!((page.status, page.header("location")), (301, place), "{other}");
    }
    for lost in
        ["/help/fr", "/help/en?page=2", "/help/en?page=0", "/help/en?page=x", "/help/en/faq_x", "/help/x/y/z"]
    {
        let page = ask(&desk, lost, &[("accept-language", "en")]).await;
        assert_eq!(page.status, 404, "{lost}");
        assert!(page.text.contains("href=\"/help/en\"") && page.text.contains("/help/en/search"), "{lost}");
    }
}

#[tokio::test]
async fn every_address_of_the_sitemap_is_a_whole_page() {
    let (desk, owner) = open().await;
    let back = written(
        &owner,
        with(
            json!({ "state": "published", "texts": {
                "zh-CN": { "question": "怎么退货？", "answer": "三十天内**免费**退货。" },
                "en": { "question": "How do I return & refund <it>?", "answer": "Within **30 days**." } } }),
            json!({ "category": "退货" }),
        ),
    )
    .await;
    let only =
        json!({ "state": "published", "texts": { "zh-CN": { "question": "多久到货？", "answer": "三天" } } });
    written(&owner, with(only, json!({ "links": [back] }))).await;
    let sitemap = ask(&desk, "/help/sitemap.xml", &[]).await;
    assert_eq!((sitemap.status, sitemap.header("content-type")), (200, "application/xml; charset=utf-8"));
    assert!(sitemap.text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns="));
    assert!(sitemap.text.trim_end().ends_with("</urlset>"));
    for tag in ["url", "loc", "lastmod"] {
        let (opened, closed) = (format!("<{tag}>"), format!("</{tag}>"));
        let count = |mark: &str| sitemap.text.matches(mark).count();
        assert_eq!((count(&opened), count(&closed)), (5, 5), "{tag}");
    }
    let found = addresses(&sitemap.text);
    let mut titles = HashMap::new();
    for address in &found {
        assert!(address.is_ascii(), "{address}");
        let path = address.strip_prefix(desk.origin()).expect("an absolute address of the desk");
        let page = ask(&desk, path, &[]).await;
        assert_eq!(page.status, 200, "{address}");
        assert_eq!(page.header("cache-control"), "public, max-age=300");
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'none'; style-src 'self'"), "{policy}");
        assert!(!page.text.contains("<script") && !page.text.contains(" style="), "{address}");
        assert!(page.text.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{address}");
        let lang = path.split('/').nth(2).unwrap();
        assert!(page.text.contains(&format!("<html lang=\"{lang}\"")), "{address}");
        assert!(page.text.contains(&format!("hreflang=\"{lang}\" href=\"{address}\"")), "{address}");
        for once in ["<h1", "<title>", "<meta name=\"description\"", "<meta name=\"viewport\""] {
            assert_eq!(page.text.matches(once).count(), 1, "{address}: {once}");
        }
        let title = page.text.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
        assert!(titles.insert(title, address.clone()).is_none(), "{address} has a title of its own");
        for link in hrefs(&page.text).iter().filter(|link| link.starts_with("/help")) {
            assert_eq!(ask(&desk, link, &[]).await.status, 200, "{address} leads to {link}");
        }
    }
    let article = found.iter().find(|address| address.contains("/en/faq_")).unwrap();
    let article = ask(&desk, article.strip_prefix(desk.origin()).unwrap(), &[]).await.text;
    assert!(article.contains("<h1 itemprop=\"name\">How do I return &#38; refund &#60;it&#62;?</h1>"));
    assert!(article.contains("itemtype=\"https://schema.org/FAQPage\""));
    assert!(article.contains("<p>Within <strong>30 days</strong>.</p>"), "{article}");
    let robots = ask(&desk, "/robots.txt", &[]).await;
    let line = format!("Sitemap: {}/help/sitemap.xml", desk.origin());
    assert!(robots.text.lines().any(|own| own == line), "{}", robots.text);
}

#[tokio::test]
async fn nothing_that_is_not_public_now_is_on_any_page() {
    let (desk, owner) = open().await;
    let draft = json!({ "state": "draft" });
    let mut hidden = Vec::new();
    for (at, more) in [
        draft,
        json!({ "public": false }),
        json!({ "valid_until": "2020-01-01T00:00:00Z" }),
        json!({ "valid_from": "2999-01-01T00:00:00Z" }),
        json!({ "channels": ["email"] }),
    ]
    .into_iter()
    .enumerate()
    {
        let entry = english(&format!("Is there a secret teapot {at}?"), "A secret.");
        hidden.push(written(&owner, with(entry, more)).await);
    }
    let gone = written(&owner, english("Where was the secret teapot?", "A secret.")).await;
    hidden.push(gone.clone());
    let shown = with(english("Where is my teapot?", "Here."), json!({ "links": hidden }));
    let shown = written(&owner, shown).await;
    owner.call(Method::DELETE, &format!("{FAQ}/{gone}"), &json!({})).await.ok(204);
    refresh::up_to_date(desk.inside()).await.unwrap();
    let own = format!("/help/en/{shown}-where-is-my-teapot");
    for path in ["/help/en", "/help/zh-CN", "/help/sitemap.xml", "/help/en/search?q=where+is+my+teapot", &own]
    {
        let page = ask(&desk, path, &[]).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text.contains("secret"), "{path}: {}", page.text);
        assert!(page.text.contains("teapot"), "{path}");
    }
    for id in hidden {
        for locale in ["en", "zh-CN"] {
            let page = ask(&desk, &format!("/help/{locale}/{id}"), &[]).await;
            assert_eq!(page.status, 404, "{id}");
            assert!(!page.text.contains("secret"), "{id}");
        }
    }
    owner.post(&format!("{FAQ}/{shown}/unpublish"), &json!({})).await.ok(200);
    assert_eq!(ask(&desk, &own, &[]).await.status, 404, "at once");
}

#[tokio::test]
async fn an_article_has_one_address_in_each_language_it_speaks() {
    let (desk, owner) = open().await;
    let id = written(&owner, english("Where is my tea?", "On its way.")).await;
    let own = format!("/help/en/{id}-where-is-my-tea");
    for other in [
        format!("/help/en/{id}"),
        format!("/help/en/{id}-"),
        format!("/help/en/{id}-an-older-question"),
        format!("/help/en-US/{id}-where-is-my-tea"),
    ] {
        let page = ask(&desk, &other, &[]).await;
        assert_eq!((page.status, page.header("location")), (301, own.as_str()), "{other}");
    }
    let chinese = ask(&desk, &format!("/help/zh-CN/{id}-x"), &[]).await;
    assert_eq!((chinese.status, chinese.header("location")), (302, own.as_str()));
    let list = ask(&desk, "/help/zh-CN", &[]).await.text;
    assert!(
        list.contains(&format!("<a href=\"{own}\" lang=\"en\" hreflang=\"en\">Where is my tea?</a>")),
        "{list}"
    );
    let article = ask(&desk, &own, &[]).await.text;
    assert!(!article.contains(&format!("{}/help/zh-CN/{id}", desk.origin())));
    // A language without an answer is none.
    let texts = json!({ "zh-CN": { "question": "茶在哪里？", "answer": "" }, "en": { "question": "Where?", "answer": "Here." } });
    let half = written(&owner, json!({ "state": "published", "texts": texts })).await;
    assert_eq!(
        ask(&desk, &format!("/help/zh-CN/{half}"), &[]).await.header("location"),
        format!("/help/en/{half}-where")
    );
    assert!(!ask(&desk, "/help/sitemap.xml", &[]).await.text.contains(&format!("/help/zh-CN/{half}")));
}

#[tokio::test]
async fn what_is_known_is_not_sent_again_until_it_changes() {
    let (desk, owner) = open().await;
    let id = written(&owner, english("Where is my tea?", "On its way.")).await;
    let own = format!("/help/en/{id}-where-is-my-tea");
    let mut tags: HashMap<&str, String> = HashMap::new();
    for path in ["/help/en", "/help/zh-CN", "/help/sitemap.xml", "/robots.txt", own.as_str()] {
        let tag = ask(&desk, path, &[]).await.header("etag").to_owned();
        assert!(tag.starts_with('"'), "strong: {tag}");
        assert!(tags.values().all(|other| *other != tag), "{path}");
        let again = ask(&desk, path, &[("if-none-match", &format!("\"x\", {tag}"))]).await;
        assert_eq!(
            (again.status, again.text.as_str(), again.header("etag")),
            (304, "", tag.as_str()),
            "{path}"
        );
        assert_eq!(again.header("cache-control"), "public, max-age=300");
        tags.insert(path, tag);
    }
    let dense = ask(&desk, &own, &[("accept-encoding", "gzip, br")]).await;
    assert_eq!((dense.header("content-encoding"), dense.header("vary")), ("br", "Accept-Encoding"));
    assert_ne!(dense.header("etag"), tags[own.as_str()], "each coding has a tag of its own");
    switched(&owner, json!({ "enabled": true, "title": { "en": "Tea & help" } })).await;
    for path in ["/help/en", own.as_str()] {
        let page = ask(&desk, path, &[("if-none-match", &tags[path])]).await;
        assert_eq!(page.status, 200, "the title is on {path}");
        assert!(page.text.contains("Tea &#38; help"), "{path}");
    }
}

#[tokio::test]
async fn what_was_written_and_asked_is_escaped() {
    let (desk, owner) = open().await;
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let answer =
        format!("{hostile} [x](javascript:alert(1)) [y](https://a.cn/\"onclick=1) **{hostile}** `{hostile}`");
    let entry = with(english(&format!("Tea {hostile}?"), &answer), json!({ "category": hostile }));
    let id = written(&owner, entry).await;
    switched(&owner, json!({ "enabled": true, "title": { "en": hostile } })).await;
    refresh::up_to_date(desk.inside()).await.unwrap();
    let own = ask(&desk, &format!("/help/en/{id}"), &[]).await.header("location").to_owned();
    let asked: String = url::form_urlencoded::byte_serialize(hostile.as_bytes()).collect();
    let search = format!("/help/en/search?q=tea+{asked}");
    for path in [own.as_str(), "/help/en", search.as_str(), "/help/en/ask", "/help/sitemap.xml"] {
        let page = ask(&desk, path, &[]).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(
            !page.text.contains("<img src=x") && !page.text.contains("href=\"javascript"),
            "{path}: {}",
            page.text
        );
    }
    let long = ask(&desk, &format!("/help/en/search?q={}", "tea+".repeat(1_000)), &[]).await;
    assert_eq!(long.status, 200);
    assert!(long.text.len() < 8_000, "{}", long.text.len());
}

#[tokio::test]
async fn a_long_list_is_turned_over_and_each_page_is_small() {
    let (desk, owner) = open().await;
    for at in 0..130 {
        let question = format!("第{at}种茶叶在阴凉干燥的地方应该怎样保存才不会走味呢请问");
        let texts = json!({ "zh-CN": { "question": question, "answer": "密封放好。" } });
        let category = format!("第{}类", at % 7);
        written(&owner, json!({ "state": "published", "category": category, "texts": texts })).await;
    }
    let mut seen = Vec::new();
    for (path, other) in [("/help/zh-CN", "/help/zh-CN?page=2"), ("/help/zh-CN?page=2", "/help/zh-CN")] {
        let page = ask(&desk, path, &[]).await.text;
        assert!(hrefs(&page).iter().any(|href| href == other), "{path} leads to {other}");
        seen.extend(hrefs(&page).into_iter().filter(|href| href.starts_with("/help/zh-CN/faq_")));
        let dense = bytes_sent(&desk, path).await;
        println!("{path}: {} B, {dense} B br", page.len());
        assert!(dense <= 20 * 1_024, "{path}: {dense} bytes");
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 130);
    let long = "这一段话说明怎样退货，以及什么时候能收到退款。".repeat(340);
    let texts = json!({ "zh-CN": { "question": "长吗？", "answer": long } });
    let id = written(&owner, json!({ "state": "published", "texts": texts })).await;
    let own = ask(&desk, &format!("/help/zh-CN/{id}"), &[]).await.header("location").to_owned();
    let dense = bytes_sent(&desk, &own).await;
    assert!(dense <= 20 * 1_024, "{dense} bytes");
}

/// How large a page is in Brotli.
async fn bytes_sent(desk: &TestDesk, path: &str) -> usize {
    let request = desk.request(Method::GET, path).header("accept-encoding", "br");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.headers()["content-encoding"], "br");
    answer.bytes().await.unwrap().len()
}

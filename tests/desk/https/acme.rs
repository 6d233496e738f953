//! Certificates that the desk gets itself, from an authority of the test's own.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use servicedesk::config::Config;
use tempfile::TempDir;

use super::authority::Authority;
use super::browser::{ask, connect};
use crate::support::{Answer, TestDesk};

const NAMES: [&str; 2] = ["desk.example.com", "chat.example.com"];

/// An authority, and the file with its root.
struct Place {
    authority: Authority,
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self {
            authority: Authority::start(),
            folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
        };
        fs::write(place.roots(), &place.authority.signer().root_pem).unwrap();
        place
    }

    fn roots(&self) -> PathBuf {
        self.folder.path().join("roots.pem")
    }

    fn settings(&self, config: &mut Config) {
        config.tls.listen = "127.0.0.1:0".parse().unwrap();
        config.tls.acme_domains = NAMES.iter().map(|name| name.parse().unwrap()).collect();
        config.tls.acme_contact = "mei@example.com".parse().unwrap();
        config.tls.acme_directory = self.authority.directory.parse().unwrap();
        config.tls.acme_roots = self.roots();
    }

    async fn desk(&self) -> TestDesk {
        TestDesk::with(|config| self.settings(config)).await
    }

    async fn is_accepted(&self, desk: &TestDesk, name: &str) -> bool {
        connect(desk.https(), name, self.authority.signer().roots(), desk.now()).await.is_ok()
    }

    /// Waits until browsers accept the desk's certificate.
    async fn accepted(&self, desk: &TestDesk) {
        let wait = async { while !self.is_accepted(desk, NAMES[0]).await {} };
        tokio::time::timeout(Duration::from_secs(30), wait).await.expect("a certificate in time");
    }
}

/// Where a far reader of the sign-in page is sent.
async fn sent_to(desk: &TestDesk) -> Option<String> {
    let request =
        desk.request(Method::GET, "/login").header("host", "desk.example.com").header("accept", "text/html");
    let answer = Answer::to(request.header("x-forwarded-for", "203.0.113.7")).await;
    assert!(answer.status == 200 || answer.status == 307, "{}", answer.status);
    (answer.status == 307).then(|| answer.header("location").to_owned())
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn a_certificate_is_got_kept_and_renewed() {
    let place = Place::new();
    let desk = place.desk().await;
    // The authority does not look before it knows where; until then http answers, and nobody is sent away from it.
    assert!(!place.is_accepted(&desk, NAMES[0]).await);
    assert_eq!(sent_to(&desk).await, None);
    place.authority.desk_is_at(desk.https());
    place.accepted(&desk).await;
    assert!(place.is_accepted(&desk, NAMES[1]).await && !place.is_accepted(&desk, "other.example.com").await);
    assert_eq!(place.authority.contacts(), json!(["mailto:mei@example.com"]));
    let stream = connect(desk.https(), NAMES[0], place.authority.signer().roots(), desk.now()).await.unwrap();
    let alive = ask(stream, "GET /healthz HTTP/1.1\r\nHost: desk.example.com", "").await;
    assert!(alive.text.contains(r#""scheme":"https""#), "{}", alive.text);
    let port = desk.https().port();
    assert_eq!(sent_to(&desk).await, Some(format!("https://desk.example.com:{port}/login")));

    // A restart shows what is kept, and asks nobody.
    let desk = desk
        .reopened(|data| {
            let folder = data.join("certificates");
            assert_eq!(mode(&folder), 0o700);
            for file in ["account.json", "certificate.pem"] {
                assert_eq!(mode(&folder.join(file)), 0o600, "{file}");
            }
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing else is left there");
        })
        .await;
    place.authority.desk_is_at(desk.https());
    place.accepted(&desk).await;
    assert_eq!(place.authority.issued(), 1);

    // A third of its life is left: the next one comes, by the same account.
    desk.pass(Duration::from_hours(24 * 62));
    let renewed = async {
        while place.authority.issued() < 2 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), renewed).await.expect("renewed in time");
}

#[tokio::test]
async fn a_failing_authority_leaves_the_desk_on_http_and_is_asked_again() {
    let place = Place::new();
    place.authority.break_down(true);
    let desk = place.desk().await;
    place.authority.desk_is_at(desk.https());
    let refused = async {
        while place.authority.refusals() == 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), refused).await.expect("asked in time");
    assert_eq!(sent_to(&desk).await, None);
    assert_eq!(desk.get("/readyz").await.status, 200);
    assert!(!place.is_accepted(&desk, NAMES[0]).await);
    place.authority.break_down(false);
    // It does not hurry: nothing for two minutes, then again.
    desk.pass_until(async || {
        place.authority.issued() > 0 || {
            desk.pass(Duration::from_secs(9));
            place.is_accepted(&desk, NAMES[0]).await
        }
    })
    .await;
    place.accepted(&desk).await;
}

#[tokio::test]
async fn a_name_that_is_not_proved_gets_no_certificate_and_a_lost_account_is_made_anew() {
    let place = Place::new();
    // "Port 443" of the names is another machine's: nothing listens there.
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    place.authority.desk_is_at(nobody);
    let desk = place.desk().await;
    let data = desk.inside().db.folder().to_path_buf();
    let known = async {
        while !data.join("certificates/account.json").exists() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), known).await.expect("an account in time");
    assert_eq!(place.authority.issued(), 0);
    place.authority.desk_is_at(desk.https());
    place.authority.forget_accounts();
    desk.pass_until(async || {
        desk.pass(Duration::from_secs(9));
        place.is_accepted(&desk, NAMES[0]).await
    })
    .await;
    assert_eq!(place.authority.issued(), 1);
}

//! A push service as RFC 8030 has it, small: it answers as it is told to, checks each signature, and remembers what came. What it
//! carries only the browser of the story can read, by a library of somebody else's.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use actix_web::web::{Bytes, Data, Path, post};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, http::StatusCode};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use serde_json::{Value, json};
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring as provider;
use web_push_native::p256::SecretKey;
use web_push_native::p256::elliptic_curve::sec1::ToEncodedPoint;

use super::signer::Signer;

/// What came.
#[derive(Debug, Clone)]
pub struct Arrived {
    pub device: String,
    pub headers: Value,
    /// Claims of the signature.
    pub claims: Value,
    pub body: Vec<u8>,
}

#[derive(Default)]
struct Inside {
    arrived: Mutex<Vec<Arrived>>,
    /// Answers of the next requests; then 201.
    answers: Mutex<VecDeque<(u16, Option<u64>)>>,
}

/// The running service.
pub struct PushService {
    pub host: String,
    pub signer: Signer,
    inside: Arc<Inside>,
}

impl PushService {
    pub fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("localhost:{}", listener.local_addr().unwrap().port());
        let (signer, inside) = (Signer::new(), Arc::new(Inside::default()));
        let (chain, key) = signer.server("localhost");
        let config = ServerConfig::builder_with_provider(Arc::new(provider::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        let data = Data::from(Arc::clone(&inside));
        let server = HttpServer::new(move || {
            App::new().app_data(data.clone()).route("/push/{device}", post().to(take))
        })
        .workers(1)
        .disable_signals()
        .listen_rustls_0_23(listener, config)
        .unwrap()
        .run();
        tokio::spawn(server);
        Self { host, signer, inside }
    }

    /// How the next request is answered, and after how many seconds it asks to come again.
    pub fn answers(&self, status: u16, retry_after_s: Option<u64>) {
        self.inside.answers.lock().unwrap().push_back((status, retry_after_s));
    }

    /// What came so far.
    pub fn arrived(&self) -> Vec<Arrived> {
        self.inside.arrived.lock().unwrap().clone()
    }
}

async fn take(request: HttpRequest, device: Path<String>, body: Bytes, inside: Data<Inside>) -> HttpResponse {
    let text =
        |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let headers = json!({
        "ttl": text("ttl"), "topic": text("topic"), "urgency": text("urgency"),
        "content-encoding": text("content-encoding"), "content-type": text("content-type"),
    });
    let claims = claims(text("authorization"));
    let arrived = Arrived { device: device.into_inner(), headers, claims, body: body.to_vec() };
    inside.arrived.lock().unwrap().push(arrived);
    let (status, retry_after_s) = inside.answers.lock().unwrap().pop_front().unwrap_or((201, None));
    let mut answer = HttpResponse::build(StatusCode::from_u16(status).unwrap());
    if let Some(seconds) = retry_after_s {
        answer.insert_header(("retry-after", seconds.to_string()));
    }
    answer.finish()
}

/// The claims of a signature that holds (RFC 8292).
fn claims(header: &str) -> Value {
    let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let key = BASE64.decode(key).unwrap();
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &key)
        .verify(signed.as_bytes(), &BASE64.decode(signature).unwrap())
        .expect("the signature holds");
    serde_json::from_slice(&BASE64.decode(signed.split_once('.').unwrap().1).unwrap()).unwrap()
}

/// A browser that takes notices.
pub struct PushBrowser {
    pub endpoint: String,
    secret: SecretKey,
    auth: [u8; 16],
}

impl PushBrowser {
    /// One whose key is made of `number`.
    pub fn new(service: &PushService, device: &str, number: u8) -> Self {
        let secret = SecretKey::from_slice(&[number; 32]).unwrap();
        Self { endpoint: format!("https://{}/push/{device}", service.host), secret, auth: [number; 16] }
    }

    /// As `PushSubscription.toJSON` gives it, with what the page adds.
    pub fn subscription(&self) -> Value {
        let point = self.secret.public_key().to_encoded_point(false);
        json!({
            "endpoint": self.endpoint, "expirationTime": null,
            "keys": { "p256dh": BASE64.encode(point.as_bytes()), "auth": BASE64.encode(self.auth) },
            "device": "Firefox", "time_zone": "Asia/Shanghai",
        })
    }

    /// Opens what was sealed for it.
    pub fn open(&self, arrived: &Arrived) -> Value {
        let plain = web_push_native::decrypt(arrived.body.clone(), &self.secret, &self.auth.into())
            .expect("sealed for it");
        serde_json::from_slice(&plain).expect("JSON")
    }
}

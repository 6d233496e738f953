//! A certificate authority as RFC 8555 wants it, small: one account at a time, TLS-ALPN-01 alone, nothing outside this machine.
//!
//! It holds clients to the protocol: every request is signed by the account's key over its own address and a nonce used once, and a
//! name is proved by a real handshake with the desk's listener.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use actix_web::web::{Bytes, Data, Path, get, head, post};
use actix_web::{App, HttpResponse, HttpResponseBuilder, HttpServer, http::StatusCode};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring as provider;

use super::proof;
use super::signer::Signer;

/// The running authority.
pub struct Authority {
    /// Its directory.
    pub directory: String,
    inside: Arc<Inside>,
}

/// An order for a certificate.
#[derive(Debug, Default)]
struct Order {
    names: Vec<String>,
    proved: HashSet<usize>,
    failed: Option<String>,
    chain: Option<String>,
    asked: usize,
}

struct Inside {
    signer: Signer,
    origin: String,
    nonces: Mutex<HashSet<String>>,
    account: Mutex<Option<Value>>,
    orders: Mutex<Vec<Order>>,
    contacts: Mutex<Value>,
    /// Where "port 443" of every name is.
    desk: watch::Sender<Option<SocketAddr>>,
    out_of_order: AtomicBool,
    refusals: AtomicUsize,
    count: AtomicUsize,
}

/// What a request said once its signature held.
struct Said {
    payload: Value,
}

impl Authority {
    /// Starts one that names the desk's listener later.
    pub fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let inside = Arc::new(Inside {
            signer: Signer::new(),
            origin: origin.clone(),
            nonces: Mutex::default(),
            account: Mutex::default(),
            orders: Mutex::default(),
            contacts: Mutex::default(),
            desk: watch::Sender::new(None),
            out_of_order: AtomicBool::new(false),
            refusals: AtomicUsize::new(0),
            count: AtomicUsize::new(0),
        });
        let (chain, key) = inside.signer.server("localhost");
        let config = ServerConfig::builder_with_provider(Arc::new(provider::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        let data = Data::from(Arc::clone(&inside));
        let server = HttpServer::new(move || {
            App::new()
                .app_data(data.clone())
                .route("/directory", get().to(directory))
                .route("/nonce", head().to(nonce))
                .route("/account", post().to(account))
                .route("/account/1", post().to(account_change))
                .route("/order", post().to(new_order))
                .route("/order/{order}", post().to(order))
                .route("/authorization/{order}/{name}", post().to(authorization))
                .route("/challenge/{order}/{name}", post().to(challenge))
                .route("/finalize/{order}", post().to(finalize))
                .route("/certificate/{order}", post().to(certificate))
        })
        .workers(1)
        .disable_signals()
        .listen_rustls_0_23(listener, config)
        .unwrap()
        .run();
        tokio::spawn(server);
        Self { directory: format!("{origin}/directory"), inside }
    }

    /// Whom it signs for.
    pub fn signer(&self) -> &Signer {
        &self.inside.signer
    }

    /// Tells where the desk is; names are looked at from then on.
    pub fn desk_is_at(&self, address: SocketAddr) {
        self.inside.desk.send_replace(Some(address));
    }

    /// Refuses every order, or no more.
    pub fn break_down(&self, broken: bool) {
        self.inside.out_of_order.store(broken, Ordering::Relaxed);
    }

    /// Orders that were refused.
    pub fn refusals(&self) -> usize {
        self.inside.refusals.load(Ordering::Relaxed)
    }

    /// Certificates that were given out.
    pub fn issued(&self) -> usize {
        self.inside.orders.lock().unwrap().iter().filter(|order| order.chain.is_some()).count()
    }

    /// Whom it would write to.
    pub fn contacts(&self) -> Value {
        self.inside.contacts.lock().unwrap().clone()
    }

    /// Loses its accounts, as a test authority does.
    pub fn forget_accounts(&self) {
        *self.inside.account.lock().unwrap() = None;
    }
}

impl Inside {
    fn answer(&self, status: u16) -> HttpResponseBuilder {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let nonce = BASE64.encode(format!("nonce {number}"));
        self.nonces.lock().unwrap().insert(nonce.clone());
        let mut answer = HttpResponse::build(StatusCode::from_u16(status).unwrap());
        answer.insert_header(("replay-nonce", nonce));
        answer
    }

    fn problem(&self, status: u16, kind: &str, detail: &str) -> HttpResponse {
        let kind = format!("urn:ietf:params:acme:error:{kind}");
        self.answer(status).json(json!({ "type": kind, "detail": detail, "status": status }))
    }

    /// Checks signature, nonce and address of a request.
    #[expect(clippy::result_large_err, reason = "what goes wrong is the answer")]
    fn read(&self, path: &str, body: &Bytes) -> Result<Said, HttpResponse> {
        let malformed = |what: &str| self.problem(400, "malformed", what);
        let jws: Value = serde_json::from_slice(body).map_err(|_| malformed("no JSON"))?;
        let text = |name: &str| jws[name].as_str().unwrap_or_default().to_owned();
        let decoded = |text: &str| BASE64.decode(text).map_err(|_| malformed("no base64url"));
        let header: Value =
            serde_json::from_slice(&decoded(&text("protected"))?).map_err(|_| malformed("no header"))?;
        if !self.nonces.lock().unwrap().remove(header["nonce"].as_str().unwrap_or_default()) {
            return Err(self.problem(400, "badNonce", "not one of mine, or used before"));
        }
        if header["url"] != format!("{}{path}", self.origin) || header["alg"] != "ES256" {
            return Err(malformed("signed for another address, or by another algorithm"));
        }
        let mut account = self.account.lock().unwrap();
        let key = match (header.get("jwk"), header["kid"].as_str()) {
            (Some(key), None) if path == "/account" => account.insert(key.clone()).clone(),
            (None, Some(kid)) if kid == format!("{}/account/1", self.origin) => match &*account {
                Some(key) => key.clone(),
                None => return Err(self.problem(400, "accountDoesNotExist", "unknown account")),
            },
            _ => return Err(malformed("a key where an account is wanted, or the other way round")),
        };
        let part = |name: &str| decoded(key[name].as_str().unwrap_or_default());
        let point = [vec![4], part("x")?, part("y")?].concat();
        let signed = format!("{}.{}", text("protected"), text("payload"));
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
            .verify(signed.as_bytes(), &decoded(&text("signature"))?)
            .map_err(|_| malformed("the signature does not hold"))?;
        let payload = decoded(&text("payload"))?;
        Ok(Said { payload: serde_json::from_slice(&payload).unwrap_or(Value::Null) })
    }

    /// What only the account can answer to a token (RFC 8555, 8.1).
    fn key_authorization(&self, token: &str) -> String {
        let account = self.account.lock().unwrap();
        let key = account.as_ref().unwrap();
        let canonical = format!(r#"{{"crv":"P-256","kty":"EC","x":{},"y":{}}}"#, key["x"], key["y"]);
        format!("{token}.{}", BASE64.encode(Sha256::digest(canonical)))
    }

    fn order(&self, number: usize) -> Value {
        let orders = self.orders.lock().unwrap();
        let order = &orders[number];
        let all_proved = order.proved.len() == order.names.len();
        let status = match order {
            Order { failed: Some(_), .. } => "invalid",
            // The first question after finalizing is answered with patience wanted.
            Order { chain: Some(_), asked: 0, .. } => "processing",
            Order { chain: Some(_), .. } => "valid",
            _ if all_proved => "ready",
            _ => "pending",
        };
        let own = |what: &str| format!("{}/{what}/{number}", self.origin);
        let names = order.names.iter().map(|name| json!({ "type": "dns", "value": name }));
        let authorizations = (0..order.names.len()).map(|name| format!("{}/{name}", own("authorization")));
        json!({
            "status": status,
            "identifiers": names.collect::<Vec<_>>(),
            "authorizations": authorizations.collect::<Vec<_>>(),
            "finalize": own("finalize"),
            "certificate": order.chain.is_some().then(|| own("certificate")),
        })
    }

    fn challenge(&self, order: usize, name: usize) -> Value {
        let orders = self.orders.lock().unwrap();
        let (proved, failed) = (orders[order].proved.contains(&name), &orders[order].failed);
        let status = match (proved, failed) {
            (true, _) => "valid",
            (false, Some(_)) => "invalid",
            (false, None) => "pending",
        };
        json!({
            "type": "tls-alpn-01",
            "url": format!("{}/challenge/{order}/{name}", self.origin),
            "token": token(order, name),
            "status": status,
            "error": failed.as_ref().map(|detail| json!({ "type": "urn:ietf:params:acme:error:unauthorized", "detail": detail })),
        })
    }
}

fn token(order: usize, name: usize) -> String {
    BASE64.encode(format!("token of order {order}, name {name}"))
}

async fn directory(inside: Data<Inside>) -> HttpResponse {
    let at = |path: &str| format!("{}/{path}", inside.origin);
    HttpResponse::Ok()
        .json(json!({ "newNonce": at("nonce"), "newAccount": at("account"), "newOrder": at("order") }))
}

async fn nonce(inside: Data<Inside>) -> HttpResponse {
    inside.answer(200).finish()
}

async fn account(inside: Data<Inside>, body: Bytes) -> HttpResponse {
    match inside.read("/account", &body) {
        Err(problem) => problem,
        Ok(said) if said.payload["termsOfServiceAgreed"] != true => {
            inside.problem(403, "userActionRequired", "agree first")
        }
        Ok(said) => {
            *inside.contacts.lock().unwrap() = said.payload["contact"].clone();
            let location = format!("{}/account/1", inside.origin);
            inside.answer(201).insert_header(("location", location)).json(json!({ "status": "valid" }))
        }
    }
}

async fn account_change(inside: Data<Inside>, body: Bytes) -> HttpResponse {
    match inside.read("/account/1", &body) {
        Err(problem) => problem,
        Ok(said) => {
            *inside.contacts.lock().unwrap() = said.payload["contact"].clone();
            inside.answer(200).json(json!({ "status": "valid" }))
        }
    }
}

async fn new_order(inside: Data<Inside>, body: Bytes) -> HttpResponse {
    let said = match inside.read("/order", &body) {
        Err(problem) => {
            inside.refusals.fetch_add(1, Ordering::Relaxed);
            return problem;
        }
        Ok(said) => said,
    };
    if inside.out_of_order.load(Ordering::Relaxed) {
        inside.refusals.fetch_add(1, Ordering::Relaxed);
        return inside.problem(503, "serverInternal", "out of order");
    }
    let names = said.payload["identifiers"].as_array().unwrap().iter();
    let names = names.map(|name| name["value"].as_str().unwrap().to_owned()).collect();
    let number = {
        let mut orders = inside.orders.lock().unwrap();
        orders.push(Order { names, ..Order::default() });
        orders.len() - 1
    };
    let location = format!("{}/order/{number}", inside.origin);
    inside.answer(201).insert_header(("location", location)).json(inside.order(number))
}

async fn order(inside: Data<Inside>, number: Path<usize>, body: Bytes) -> HttpResponse {
    if let Err(problem) = inside.read(&format!("/order/{number}"), &body) {
        return problem;
    }
    let answer = inside.answer(200).json(inside.order(*number));
    inside.orders.lock().unwrap()[*number].asked += usize::from(inside.order_is_signed(*number));
    answer
}

async fn authorization(inside: Data<Inside>, place: Path<(usize, usize)>, body: Bytes) -> HttpResponse {
    let (order, name) = place.into_inner();
    if let Err(problem) = inside.read(&format!("/authorization/{order}/{name}"), &body) {
        return problem;
    }
    let challenge = inside.challenge(order, name);
    let value = inside.orders.lock().unwrap()[order].names[name].clone();
    inside.answer(200).json(json!({
        "status": challenge["status"],
        "identifier": { "type": "dns", "value": value },
        "challenges": [{ "type": "http-01", "url": challenge["url"], "token": "other", "status": "pending" }, challenge],
    }))
}

async fn challenge(inside: Data<Inside>, place: Path<(usize, usize)>, body: Bytes) -> HttpResponse {
    let (order, name) = place.into_inner();
    if let Err(problem) = inside.read(&format!("/challenge/{order}/{name}"), &body) {
        return problem;
    }
    let value = inside.orders.lock().unwrap()[order].names[name].clone();
    let expected = Sha256::digest(inside.key_authorization(&token(order, name)));
    let looking = Data::clone(&inside);
    tokio::spawn(async move {
        let mut desk = looking.desk.subscribe();
        let address = desk.wait_for(Option::is_some).await.unwrap().unwrap();
        let outcome = proof::look(address, &value, &expected).await;
        let mut orders = looking.orders.lock().unwrap();
        match outcome {
            Ok(()) => drop(orders[order].proved.insert(name)),
            Err(what) => orders[order].failed = Some(what),
        }
    });
    inside.answer(200).json(inside.challenge(order, name))
}

async fn finalize(inside: Data<Inside>, number: Path<usize>, body: Bytes) -> HttpResponse {
    let said = match inside.read(&format!("/finalize/{number}"), &body) {
        Err(problem) => return problem,
        Ok(said) => said,
    };
    if inside.order(*number)["status"] != "ready" {
        return inside.problem(403, "orderNotReady", "prove the names first");
    }
    let request = BASE64.decode(said.payload["csr"].as_str().unwrap()).unwrap();
    let (mut names, chain) = inside.signer.sign(&request);
    {
        let mut orders = inside.orders.lock().unwrap();
        let mut wanted = orders[*number].names.clone();
        names.sort();
        wanted.sort();
        if names != wanted {
            return inside.problem(400, "badCSR", "other names than ordered");
        }
        orders[*number].chain = Some(chain);
    }
    inside.answer(200).json(inside.order(*number))
}

async fn certificate(inside: Data<Inside>, number: Path<usize>, body: Bytes) -> HttpResponse {
    if let Err(problem) = inside.read(&format!("/certificate/{number}"), &body) {
        return problem;
    }
    let chain = inside.orders.lock().unwrap()[*number].chain.clone().unwrap();
    inside.answer(200).content_type("application/pem-certificate-chain").body(chain)
}

impl Inside {
    fn order_is_signed(&self, number: usize) -> bool {
        self.orders.lock().unwrap()[number].chain.is_some()
    }
}

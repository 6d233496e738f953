//! Clients that ask a desk by HTTP.

/// A client with the desk's own cryptography: its library brings none.
pub fn builder() -> reqwest::ClientBuilder {
    servicedesk::outgoing::builder(servicedesk::outgoing::public_roots())
}

/// One without settings.
pub fn client() -> reqwest::Client {
    builder().build().expect("a client")
}

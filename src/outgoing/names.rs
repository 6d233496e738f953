//! Names that lead into the public internet.

use std::io;
use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::reach::is_public;

/// Resolves names by the machine's own resolver and refuses one with any address inside.
#[derive(Debug)]
pub(super) struct PublicNames;

impl Resolve for PublicNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if let Some(inside) = found.iter().find(|address| !is_public(address.ip())) {
                let why = format!("{} is not in the public internet", inside.ip());
                return Err(io::Error::new(io::ErrorKind::PermissionDenied, why).into());
            }
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_name_for_this_machine_is_refused() {
        let resolved = PublicNames.resolve("localhost".parse().unwrap()).await;
        let error = resolved.err().expect("it is inside").to_string();
        assert!(error.contains("not in the public internet"), "{error}");
    }
}

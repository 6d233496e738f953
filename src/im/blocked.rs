//! Addresses that may not write, in memory: compared with each send and call of a visitor, so that a flood from a blocked address
//! costs the database nothing. Agents are not compared: they may share an address with customers.

use std::net::IpAddr;
use std::sync::{PoisonError, RwLock};

use crate::clock::Timestamp;
use crate::config::address::Network;
use crate::domain::blocks::store;
use crate::fault::Fault;
use crate::storage::Db;

/// The ranges that are blocked, and until when.
#[derive(Debug, Default)]
pub struct BlockedAddresses {
    networks: RwLock<Vec<(Network, Option<Timestamp>)>>,
    /// Held while they are read, so that an older reading never replaces a newer one.
    loading: tokio::sync::Mutex<()>,
}

impl BlockedAddresses {
    /// Whether an address may not write at the time `now`.
    #[must_use]
    pub fn covers(&self, address: IpAddr, now: Timestamp) -> bool {
        let networks = self.networks.read().unwrap_or_else(PoisonError::into_inner);
        networks
            .iter()
            .any(|(network, until)| until.is_none_or(|until| until > now) && network.contains(address))
    }

    /// Reads them from the database.
    pub async fn load(&self, db: &Db) -> Result<(), Fault> {
        let _loading = self.loading.lock().await;
        let networks = db.read(|conn| Ok(store::networks(conn)?)).await?;
        *self.networks.write().unwrap_or_else(PoisonError::into_inner) = networks;
        Ok(())
    }
}

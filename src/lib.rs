//! servicedesk: a customer-service desk in one executable.

pub mod flows;
pub mod domain;
pub mod storage;
pub mod events;
pub mod ids;
pub mod clock;
pub mod entropy;
pub mod fault;

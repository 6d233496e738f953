//! servicedesk: a customer-service desk in one executable.

pub mod im;
pub mod flows;
pub mod domain;
pub mod storage;
pub mod events;
pub mod i18n;
pub mod telemetry;
pub mod ids;
pub mod clock;
pub mod entropy;
pub mod fault;
pub mod config;

//! servicedesk: a customer-service desk in one executable.
//!
//! The modules in reading order, the edge on top and the foundation at the bottom; imports only point down. What each is
//! for and what must never be is told in `ARCHITECTURE.md`.

pub mod cli;
pub mod app;
pub mod web;
pub mod control;
pub mod workers;
pub mod im;
pub mod followers;
pub mod flows;
pub mod domain;
pub mod storage;
pub mod filters;
pub mod events;
pub mod telemetry;
pub mod i18n;
pub mod link_preview;
pub mod thumbnail;
pub mod matcher;
pub mod tls;
pub mod outgoing;
pub mod ids;
pub mod clock;
pub mod entropy;
pub mod fault;
pub mod text;
pub mod config;

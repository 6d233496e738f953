//! servicedesk: a customer-service desk in one executable.
//!
//! The modules in reading order, the edge on top and the foundation at the bottom; imports only point down. What each is
//! for and what must never be is told in `ARCHITECTURE.md`.

pub mod app;
pub mod clock;
pub mod config;
pub mod control;
pub mod domain;
pub mod entropy;
pub mod events;
pub mod fault;
pub mod flows;
pub mod i18n;
pub mod ids;
pub mod im;
pub mod storage;
pub mod telemetry;
pub mod web;
pub mod workers;

//! HTTPS end to end: certificate files, and certificates from an authority that runs beside the desk.

mod acme;
mod authority;
mod browser;
mod files;
mod proof;
mod push;
mod push_service;
mod signer;

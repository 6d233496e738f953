//! HTTP, as `docs/api.md` promises it.

mod actions;
mod agents;
mod backups;
mod contacts;
mod conversations;
mod entries;
mod idempotency;
mod labels;
mod link_previews;
mod messages;
mod openapi;
mod ops;
mod own;
mod pages;
mod pictures;
mod problems;
mod proxies;
mod sessions;
mod setup;
mod sign_in;
mod sites;
mod team;
mod told;
mod visitors;
mod widgets;
mod writing;

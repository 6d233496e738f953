//! The documents held against what the desk does: tables, examples, codes, limits, links.

mod api;
mod audience;
mod content;
mod frames;
mod limits;
mod links;
mod reading;
mod rights;
mod story;

//! What happens to the shop itself: its first set-up, its settings, its canned replies.

pub mod calendars;
pub mod canned_replies;
pub mod import_holidays;
pub mod set_up_desk;
pub mod update_shop;

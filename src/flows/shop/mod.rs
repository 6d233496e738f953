//! What happens to the shop itself: its first set-up, its settings, its canned replies.

pub mod canned_replies;
pub mod set_up_desk;
pub mod update_shop;

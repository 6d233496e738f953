//! What happens to contacts and visitors: sessions, profiles, blocks, erasing.

pub mod block;
pub mod edit_contact;
pub mod erase_contact;
pub mod find_contacts;
pub mod forget_visitor;
pub mod open_visitor_session;
pub mod report_page;
pub mod visitor_says;

//! What the bot does: reads what it was asked, says what it decided, hands over, and looks after what it handed over.

pub mod alert;
mod cards;
pub mod contact_form;
pub mod duty;
pub mod faq;
pub mod give;
pub mod hand_over;
pub mod idle;
mod notices;
pub mod read;
mod say;
pub mod settings;
pub mod shop_faq;
pub mod turn;
pub mod unattended;

pub use notices::Around;

//! Questions of our own, asked of small shops: what must not be answered, what goes on with a topic, and what is no text at all.

mod bad_input;
mod follow_ups;
mod idle;
mod shop;

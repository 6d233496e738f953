//! What happens to agents and their credentials: sign-ins, passwords, tokens, invitations.

pub mod add_agent;
pub mod api_tokens;
pub mod authenticate;
pub mod availability;
pub mod change_password;
pub mod disable_agent;
pub mod hand_over;
pub mod hashing;
pub mod invite;
pub mod presence;
pub mod reasons;
pub mod reload_agents;
pub mod roles;
pub mod sign_in;
pub mod teams;
pub mod update_agent;

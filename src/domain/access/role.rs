//! The three roles that every agent has one of, and that programs know.

use serde::Serialize;

/// What an agent may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Everything; the desk always keeps one.
    Owner,
    /// Everything but the owner's account.
    Admin,
    /// Answer customers.
    Agent,
}

impl Role {
    /// The stored name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Agent => "agent",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Owner, Self::Admin, Self::Agent].into_iter().find(|role| role.name() == name)
    }
}

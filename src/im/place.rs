//! Where presence happens.

use crate::domain::conversations::scope::Placement;
use crate::ids::{ContactId, ConversationId, VisitorId};

/// A conversation as presence needs to know it.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its id.
    pub conversation: ConversationId,
    /// Where it belongs.
    pub placement: Placement,
}

impl Place {
    /// Its contact and the visitor who began it.
    #[must_use]
    pub const fn owner(&self) -> (ContactId, VisitorId) {
        (self.placement.contact, self.placement.visitor)
    }
}

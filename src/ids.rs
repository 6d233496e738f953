//! Typed identifiers.
//!
//! Inside, an id is a positive 63-bit number: 41 bits of milliseconds since 2025 and 22 random bits, so that rows made
//! together lie together and nobody can count a shop's conversations. Outside, it is a prefix that names its kind and
//! 13 characters of Crockford's base 32, opaque to clients. An id is a name, never a permission.

use std::fmt;
use std::str::FromStr;

use crate::clock::Timestamp;
use crate::entropy::SharedEntropy;

/// 2025-01-01T00:00:00Z, where the ids' clock starts.
const EPOCH_MS: i64 = 1_735_689_600_000;
const RANDOM_BITS: u32 = 22;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

/// Text that is not an id of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid id")]
pub struct NotAnId;

/// What every typed id offers to the mint and to storage.
pub trait TypedId: Copy {
    /// Wraps the number as it is stored.
    fn from_number(number: i64) -> Self;
    /// The number as it is stored.
    fn number(self) -> i64;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl TypedId for $name {
            fn from_number(number: i64) -> Self {
                Self(number)
            }
            fn number(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str($prefix)?;
                write_number(self.0, out)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.strip_prefix($prefix).and_then(read_number).map(Self).ok_or(NotAnId)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                value.as_i64().map(Self)
            }
        }
    )*};
}

ids! {
    /// A person who works at the desk.
    AgentId = "a_";
    /// A browser or app of a customer.
    VisitorId = "v_";
    /// A customer: the person behind one or more visitors.
    ContactId = "p_";
    /// A conversation: one log of entries.
    ConversationId = "c_";
    /// A widget: the settings and keys of one place where customers write.
    WidgetId = "w_";
    /// A signed-in browser of an agent.
    AgentSessionId = "as_";
    /// An API token.
    ApiTokenId = "t_";
    /// One live connection.
    LinkId = "s_";
    /// A colleague who was asked to join.
    InvitationId = "i_";
    /// An answer kept for the next time.
    CannedReplyId = "cr_";
    /// A label of the team.
    LabelId = "l_";
    /// Something a visitor did on the shop's pages.
    VisitorEventId = "ve_";
    /// A file that is whole.
    FileId = "f_";
    /// A file that arrives.
    UploadId = "u_";
    /// Somebody or some address that may not write.
    BlockId = "b_";
    /// A reason for being away that the team made.
    ReasonId = "ar_";
    /// A team of agents.
    TeamId = "tm_";
    /// A role made of rights.
    RoleId = "ro_";
    /// A rule of the routing.
    RuleId = "rr_";
    /// A calendar: when somebody answers.
    CalendarId = "cal_";
    /// What customers are promised, and when.
    PolicyId = "sla_";
    /// A saved list of conversations.
    ViewId = "view_";
    /// A status that tickets can have.
    TicketStatusId = "ts_";
    /// A type of tickets, with its fields.
    TicketTypeId = "tt_";
    /// A reply and actions that are done together.
    MacroId = "mc_";
    /// A message that goes out later.
    ScheduledId = "sm_";
    /// A history that is brought in.
    ImportId = "im_";
    /// A browser that takes notices of the desk.
    PushId = "ps_";
    /// An entry of the FAQ.
    FaqId = "faq_";
    /// Entries of the FAQ that came in together: an import.
    FaqSetId = "fim_";
    /// Something that the FAQ does not answer yet, or not well.
    GapId = "gap_";
}

/// The public handle of a message: where it stands, so that no index has to find it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MessageId {
    /// The conversation the message stands in; a message never moves.
    pub conversation: ConversationId,
    /// Its sequence there.
    pub sequence: i64,
}

impl fmt::Display for MessageId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("m_")?;
        write_number(self.conversation.0, out)?;
        write!(out, "_{}", self.sequence)
    }
}

impl FromStr for MessageId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (conversation, sequence) =
            text.strip_prefix("m_").and_then(|rest| rest.split_once('_')).ok_or(NotAnId)?;
        let digits = !sequence.is_empty() && sequence.bytes().all(|byte| byte.is_ascii_digit());
        let sequence: i64 = sequence.parse().map_err(|_| NotAnId)?;
        let conversation = read_number(conversation).map(ConversationId).ok_or(NotAnId)?;
        let id = Self { conversation, sequence };
        // One message has one spelling: no leading zeros.
        if digits && id.to_string() == text { Ok(id) } else { Err(NotAnId) }
    }
}

impl serde::Serialize for MessageId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Makes ids that grow with time. One mint serves one writer; ids of different kinds never share a number either.
#[derive(Debug)]
pub struct IdMint {
    last: i64,
    entropy: SharedEntropy,
}

impl IdMint {
    /// A mint that draws its random bits from `entropy`.
    #[must_use]
    pub fn new(entropy: SharedEntropy) -> Self {
        Self { last: 0, entropy }
    }

    /// A new id, above every earlier one of this mint even if the clock was set back.
    pub fn mint<T: TypedId>(&mut self, now: Timestamp) -> T {
        let since = (now.0 - EPOCH_MS).clamp(1, (1 << 41) - 1);
        let random = (self.entropy.number() >> (64 - RANDOM_BITS)) as i64;
        let wanted = (since << RANDOM_BITS) | random;
        self.last = wanted.max(self.last + 1);
        T::from_number(self.last)
    }
}

fn write_number(number: i64, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = [0_u8; LENGTH];
    let mut rest = number.unsigned_abs();
    for slot in text.iter_mut().rev() {
        *slot = ALPHABET[(rest & 31) as usize];
        rest >>= 5;
    }
    out.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
}

fn read_number(text: &str) -> Option<i64> {
    if text.len() != LENGTH {
        return None;
    }
    let mut number: u128 = 0;
    for byte in text.bytes() {
        let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
        number = (number << 5) | digit as u128;
    }
    i64::try_from(number).ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::SeededEntropy;

    #[test]
    fn ids_survive_the_round_trip_and_refuse_everything_else() {
        let mut mint = IdMint::new(SeededEntropy::shared(1));
        let id: ConversationId = mint.mint(Timestamp(1_772_353_812_500));
        assert_eq!(id.to_string().parse(), Ok(id));
        let message = MessageId { conversation: id, sequence: 12 };
        assert_eq!(message.to_string().parse(), Ok(message));
        let other_kind = id.to_string().replace("c_", "v_");
        for wrong in
            ["", "c_", "c_0000000000000", "c_zzzzzzzzzzzzz", "c_i000000000001", "c_1", other_kind.as_str()]
        {
            assert_eq!(wrong.parse::<ConversationId>(), Err(NotAnId), "{wrong}");
        }
        assert!(format!("{message}0").replace("_120", "_012").parse::<MessageId>().is_err());
    }

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let mut mint = IdMint::new(SeededEntropy::shared(1));
        let first: AgentId = mint.mint(Timestamp(1_772_353_812_500));
        let second: VisitorId = mint.mint(Timestamp(1_772_000_000_000));
        assert!(second.0 > first.0);
    }
}

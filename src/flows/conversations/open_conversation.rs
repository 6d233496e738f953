//! A conversation that a shop's own system opens for a customer.

use std::time::Duration;

use crate::domain::access::rights::Right;
use crate::domain::contacts::profile;
use crate::domain::contacts::store as contacts;
use crate::domain::conversations::content::Content;
use crate::domain::conversations::target::Target;
use crate::events::ActorKind;
use crate::fault::Fault;
use crate::flows::Caller;
use crate::flows::conversations::post_message::{Post, open, post_message};
use crate::flows::search::keep as search;
use crate::ids::{ContactId, ConversationId, VisitorId};
use crate::storage::Unit;

/// The channel of conversations that come by REST, unless the caller names another.
pub const CHANNEL: &str = "api";
/// Longest name of a channel, in bytes.
const CHANNEL_BYTES: usize = 32;
/// Longest user id, in characters.
const USER_ID_CHARS: usize = 200;

/// Opens a conversation of the person `user_id`, whom the shop vouches for, with the person's first words if there are
/// any.
pub fn open_conversation(
    unit: &mut Unit<'_>,
    caller: &Caller,
    digest_key: &[u8; 32],
    user_id: &str,
    channel: &str,
    words: Option<Content>,
) -> Result<ConversationId, Fault> {
    caller.may(Right::Open)?;
    check_user_id(user_id)?;
    let named =
        channel.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if !named || channel.is_empty() || channel.len() > CHANNEL_BYTES {
        return Err(Fault::invalid("channel", format!("Use 1 to {CHANNEL_BYTES} of a-z, 0-9 and _.")));
    }
    let contact = find_or_add_contact(unit, user_id)?;
    let visitor = find_or_add_visitor(unit, contact, channel)?;
    if let Some(words) = words {
        // Sent as the customer, for whom the caller vouches.
        let customer = Caller::visitor(visitor, contact, true);
        let (speaker, target) = (ActorKind::Visitor, Target::New);
        let post = Post::new(digest_key, speaker, None, target, false, words, Duration::ZERO)?;
        return Ok(post_message(unit, &customer, &post)?.conversation);
    }
    Ok(open(unit, contact, visitor, channel)?.id())
}

/// Refuses what can be no customer's id at the shop.
pub fn check_user_id(user_id: &str) -> Result<(), Fault> {
    if profile::is_user_id(user_id, USER_ID_CHARS) {
        return Ok(());
    }
    Err(Fault::invalid("user_id", format!("Use 1 to {USER_ID_CHARS} printable characters.")))
}

/// The contact with this id at the shop.
pub fn find_or_add_contact(unit: &mut Unit<'_>, user_id: &str) -> Result<ContactId, Fault> {
    if let Some(contact) = contacts::find_by_user_id(unit.conn(), user_id)? {
        return Ok(contact.id);
    }
    let id = unit.mint();
    contacts::insert(unit.conn(), id, Some(user_id), unit.now())?;
    search::contact_changed(unit, id)?;
    Ok(id)
}

/// The visitor that stands for a contact on a channel without browsers.
pub fn find_or_add_visitor(unit: &mut Unit<'_>, contact: ContactId, channel: &str) -> Result<VisitorId, Fault> {
    if let Some(visitor) = contacts::find_on_channel(unit.conn(), contact, channel)? {
        return Ok(visitor);
    }
    let id = unit.mint();
    let visitor = contacts::NewVisitor {
        id,
        contact,
        widget: None,
        channel,
        device_id: None,
        token_digest: None,
        verified: true,
        locale: None,
    };
    contacts::insert_visitor(unit.conn(), &visitor, unit.now())?;
    Ok(id)
}

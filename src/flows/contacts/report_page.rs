//! A visitor moved to another page of the shop.

use crate::domain::contacts::store::{self as contacts, Page};
use crate::fault::Fault;
use crate::flows::Caller;
use crate::storage::Unit;

/// Records the page that the calling visitor is on.
pub fn report_page(unit: &mut Unit<'_>, caller: &Caller, page: Page) -> Result<(), Fault> {
    let mut visitor =
        contacts::find_visitor(unit.conn(), caller.as_visitor()?)?.ok_or_else(Fault::not_found)?;
    visitor.page = Page { referrer: page.referrer.or(visitor.page.referrer), ..page };
    visitor.page_at = Some(unit.now());
    visitor.last_seen_at = unit.now();
    Ok(contacts::update_visitor(unit.conn(), &visitor)?)
}

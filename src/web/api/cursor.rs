//! Pages of lists: how many, and from where on.

use actix_web::HttpResponse;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::fault::Fault;

/// Items of a page unless asked otherwise.
const USUAL: usize = 50;

/// `?limit=&cursor=` as they come; both are text so that wrong ones get our own error.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Paging {
    /// Items of a page, at most 200.
    #[param(value_type = Option<u32>)]
    pub(super) limit: Option<String>,
    /// `next_cursor` of the page before.
    pub(super) cursor: Option<String>,
}

impl Paging {
    /// How many items; over `most` is a fault.
    pub(super) fn limit(&self, most: usize) -> Result<usize, Fault> {
        let Some(text) = &self.limit else { return Ok(USUAL.min(most)) };
        let limit = text.parse().ok().filter(|limit| (1..=most).contains(limit));
        limit.ok_or_else(|| Fault::invalid("limit", format!("Use 1 to {most}.")))
    }

    /// The numbers in the cursor, if one is given.
    pub(super) fn cursor<const N: usize>(&self) -> Result<Option<[i64; N]>, Fault> {
        let Some(text) = &self.cursor else { return Ok(None) };
        let bytes = URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() == N * 8);
        let bytes =
            bytes.ok_or_else(|| Fault::invalid("cursor", "Use the next_cursor of an earlier page."))?;
        let mut numbers = [0; N];
        for (number, chunk) in numbers.iter_mut().zip(bytes.chunks_exact(8)) {
            *number = chunk.try_into().map_or(0, i64::from_be_bytes);
        }
        Ok(Some(numbers))
    }
}

/// Writes numbers as an opaque cursor.
pub(super) fn encode(numbers: &[i64]) -> String {
    let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page<T> {
    items: Vec<T>,
    /// What to send as `cursor` for the next page; null after the last one.
    next_cursor: Option<String>,
}

/// A list that is told whole.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Items<T> {
    pub(super) items: Vec<T>,
}

/// Answers with a page.
pub(super) fn page<T: Serialize>(items: Vec<T>, next_cursor: Option<String>) -> HttpResponse {
    HttpResponse::Ok().json(Page { items, next_cursor })
}

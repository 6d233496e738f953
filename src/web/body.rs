//! JSON bodies: bounded, and wrong ones answered with the field that is wrong.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{KnownFormat, SchemaFormat, Type};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::error::Failure;
use super::settings::Settings;
use crate::fault::{Fault, Kind, plain};

/// A body that was read whole and understood.
#[derive(Debug)]
pub(super) struct Body<T> {
    /// The parsed value.
    pub(super) value: T,
    /// The bytes as received.
    pub(super) raw: Bytes,
}

/// A body without content: missing, empty or any object.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Nothing {}

/// Describes a body that is bytes as they are: a file, a picture.
pub(super) enum Binary {}

impl PartialSchema for Binary {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Binary);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).into()
    }
}

impl ToSchema for Binary {}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let most = request.app_data::<Data<Settings>>().map_or(0, |settings| settings.body_bytes);
        let payload = payload.take();
        Box::pin(async move {
            let mut raw = Vec::new();
            let take = |chunk: &[u8]| {
                raw.extend_from_slice(chunk);
                true
            };
            pour(payload, most, take).await?;
            let text: &[u8] = if raw.iter().all(u8::is_ascii_whitespace) { b"{}" } else { &raw };
            let value = read(text)?;
            Ok(Self { value, raw: raw.into() })
        })
    }
}

/// Reads a body of at most so many bytes, piece by piece, as long as `take` wants more; whether it was read whole.
pub(super) async fn pour(
    mut payload: Payload,
    most: usize,
    mut take: impl FnMut(&[u8]) -> bool,
) -> Result<bool, Fault> {
    let mut read = 0;
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Fault::invalid("body", "The body broke off. Send it again."))?;
        read += chunk.len();
        if read > most {
            return Err(too_large(most));
        }
        if !take(&chunk) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads a field that may be null: `None` where it is missing, `Some(None)` where it is null.
#[expect(clippy::option_option, reason = "missing, null and a value are three things to say")]
pub(super) fn said<'de, T, D>(field: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(field).map(Some)
}

pub(super) fn too_large(most: usize) -> Fault {
    Fault::new(Kind::TooLarge, "too_large", "").saying(format!("The body is larger than {most} bytes."))
}

fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, Fault> {
    let mut json = serde_json::Deserializer::from_slice(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let fault = Fault::misread("", &error);
        let whole = fault.field.as_deref() == Some("");
        if whole { Fault { field: Some("body".into()), ..fault } } else { fault }
    })?;
    json.end().map_err(|error| Fault::invalid("body", plain(&error.to_string())))?;
    Ok(value)
}

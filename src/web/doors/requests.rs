//! Requests on a watched connection: what is going on there, and how many are at work for one address.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_http::error::PayloadError;
use actix_web::body::{BodySize, EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpMessage, HttpRequest, ResponseError};
use futures_util::Stream;
use futures_util::task::noop_waker_ref;

use super::{Busy, Doors, Watch};
use crate::web::error::Failure;
use crate::web::origin::client_net;

/// The connection by which a request came.
pub(in crate::web) fn watch_of(request: &HttpRequest) -> Option<Arc<Watch>> {
    request.conn_data::<Arc<Watch>>().cloned()
}

/// Counts the request for its address as long as it is at work, and tells its connection how far it is.
pub(in crate::web) async fn watched<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<Counted<B>>>, Error> {
    let watch = watch_of(request.request());
    let payload = request.take_payload();
    let has_body = !matches!(payload, Payload::None);
    if let Some(watch) = &watch {
        watch.begin(has_body);
    }
    // What is refused leaves its body unread, too.
    let body = Measured { payload, watch: watch.clone(), done: !has_body };
    let doors = request.app_data::<Data<Doors>>().cloned();
    let busy = match doors.map(|doors| doors.into_inner().request(client_net(request.request()))) {
        Some(Ok(busy)) => Some(busy),
        None => None,
        Some(Err(fault)) => {
            drop(body);
            let response = Failure(fault).error_response();
            return Ok(request.into_response(response.map_into_right_body()));
        }
    };
    let at_work = AtWork { watch, _busy: busy };
    if has_body {
        request.set_payload(Payload::Stream { payload: Box::pin(body) });
    }
    let response = next.call(request).await?;
    if let Some(watch) = &at_work.watch {
        watch.answers();
    }
    Ok(response
        .map_body(|_, body| EitherBody::left(Counted { body: Box::pin(body), at_work: Some(at_work) })))
}

/// A request, from its head until its answer is given.
#[derive(Debug)]
struct AtWork {
    watch: Option<Arc<Watch>>,
    _busy: Option<Busy>,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(watch) = &self.watch {
            watch.end();
        }
    }
}

/// A request's body on its way.
struct Measured {
    payload: Payload,
    watch: Option<Arc<Watch>>,
    done: bool,
}

impl Stream for Measured {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = Pin::new(&mut self.payload).poll_next(cx);
        if matches!(next, Poll::Ready(None)) && !std::mem::replace(&mut self.done, true) {
            self.watch.iter().for_each(|watch| watch.body_done());
        }
        next
    }
}

impl Drop for Measured {
    /// What has come already is over with; only the rest is still waited for.
    fn drop(&mut self) {
        let mut cx = Context::from_waker(noop_waker_ref());
        while !self.done && matches!(Pin::new(&mut *self).poll_next(&mut cx), Poll::Ready(Some(Ok(_)))) {}
    }
}

/// An answer's body. The request ends with it.
pub(in crate::web) struct Counted<B> {
    body: Pin<Box<B>>,
    at_work: Option<AtWork>,
}

impl<B: MessageBody> MessageBody for Counted<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, B::Error>>> {
        let next = self.body.as_mut().poll_next(cx);
        if matches!(next, Poll::Ready(None)) {
            self.at_work = None;
        }
        next
    }
}

//! Where a connection leaves the HTTP server.
//!
//! The server hands every request that wants to become something else to this hook, not to the app. The hook asks an app of
//! its own, the same one with the same middleware, so that routes and checks exist once and whatever is no handshake is
//! answered as it would be otherwise. Only an answer that a handler has [`Accepted`] is followed by handing the connection
//! on: the stream and the bytes that were read behind the request join the [`Crowd`], and what the HTTP server held for the
//! connection is freed, its place among the server's connections included.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use actix_codec::{AsyncRead, AsyncWrite, Framed};
use actix_http::h1::{Codec, Message};
use actix_http::{ConnectionType, HttpMessage, Request, Response};
use actix_service::{IntoServiceFactory, Service, ServiceFactory, fn_factory, fn_service};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::{Error, HttpRequest};
use futures_util::SinkExt;

use super::connections::Held;
use super::crowd::Crowd;
use super::transport::Socket;
use crate::im::limits::Limits;
use crate::im::link::{LinkContext, serve};
use crate::web::doors::Watched;

/// In the extensions of a request: it came here.
struct Possible;

/// In the extensions of a response: what it answers may go on as a WebSocket.
pub(crate) struct Accepted(pub(super) Held);

/// Whether this request's connection can be handed on.
pub(super) fn is_possible(request: &HttpRequest) -> bool {
    request.extensions().contains::<Possible>()
}

/// The hook, made for each of the server's threads; `app` makes the app that it asks.
#[expect(clippy::type_complexity, reason = "what the server asks of a hook, in its own terms")]
pub(crate) fn hook<S, I, A, B>(
    app: impl Fn() -> I,
    context: Arc<LinkContext>,
) -> impl ServiceFactory<
    (Request, Framed<Watched<S>, Codec>),
    Config = (),
    Response = (),
    Error = Error,
    InitError = (),
    Service = impl Service<(Request, Framed<Watched<S>, Codec>), Response = (), Error = Error, Future: 'static>,
    Future: 'static,
>
where
    S: AsyncRead + AsyncWrite + Unpin + 'static,
    I: IntoServiceFactory<A, Request>,
    A: ServiceFactory<Request, Config = (), Response = ServiceResponse<B>, Error = Error, InitError = ()>,
    A::Service: 'static,
    A::Future: 'static,
    B: MessageBody + 'static,
{
    fn_factory(move || {
        let (app, context) = (app().into_factory().new_service(()), Arc::clone(&context));
        async move {
            let (app, crowd) = (Rc::new(app.await?), Crowd::new());
            Ok(fn_service(move |(request, framed)| {
                let (app, crowd, context) = (Rc::clone(&app), Rc::clone(&crowd), Arc::clone(&context));
                async move {
                    if let Some(socket) = answer(app, request, framed, context.limits()).await? {
                        crowd.join(serve(context, socket));
                    }
                    Ok(())
                }
            }))
        }
    })
}

/// Answers one request; gives the connection, if that was accepted.
async fn answer<S, A, B>(
    app: Rc<A>,
    request: Request,
    framed: Framed<Watched<S>, Codec>,
    limits: &Limits,
) -> Result<Option<Socket<S>>, Error>
where
    S: AsyncRead + AsyncWrite + Unpin + 'static,
    A: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    request.extensions_mut().insert(Possible);
    let mut response = match app.call(request).await {
        Ok(response) => Response::from(response).map_into_boxed_body(),
        Err(error) => Response::from(error),
    };
    let accepted = response.extensions_mut().remove::<Accepted>();
    if accepted.is_none() {
        // The state of the stream is unknown.
        response.head_mut().set_connection_type(ConnectionType::Close);
    }
    let mut parts = write(framed, response).await?.into_parts();
    if let Some(Accepted(held)) = accepted {
        return Ok(Some(Socket::new(parts.io.release(), &parts.read_buf, held, limits.frame_bytes)));
    }
    // A peer that is gone needs no close frame.
    drop(poll_fn(|cx| Pin::new(&mut parts.io).poll_shutdown(cx)).await);
    Ok(None)
}

/// Writes a whole response.
async fn write<S>(mut framed: Framed<S, Codec>, response: Response<BoxBody>) -> io::Result<Framed<S, Codec>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (head, mut body) = response.into_parts();
    framed.send(Message::Item((head, body.size()))).await?;
    while let Some(chunk) = poll_fn(|cx| Pin::new(&mut body).poll_next(cx)).await {
        framed
            .send(Message::Chunk(Some(chunk.map_err(|error| io::Error::other(error.to_string()))?)))
            .await?;
    }
    framed.send(Message::Chunk(None)).await?;
    Ok(framed)
}

//! A socket that believes nothing: it sends whatever it is given and checks no order, because whoever repeats an id is
//! answered with the older position.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;

use crate::support::{Arrival, TestDesk};

/// What does not come within this time does not come.
const DEADLINE: Duration = Duration::from_secs(10);

/// One socket.
pub struct Wire(WebSocketStream<TcpStream>);

impl Wire {
    /// Opens a socket and says nothing yet.
    pub async fn open(desk: &TestDesk) -> Self {
        let host = desk.origin().trim_start_matches("http://");
        let mut request = format!("ws://{host}/im/v1/socket").into_client_request().unwrap();
        request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("servicedesk.im.v1"));
        let stream = TcpStream::connect(host).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self(tokio_tungstenite::client_async(request, stream).await.unwrap().0)
    }

    /// Opens a socket and says hello as it should be.
    pub async fn greeted(desk: &TestDesk, session_token: &str) -> Self {
        let mut wire = Self::open(desk).await;
        let hello =
            json!({ "type": "hello", "protocol": "servicedesk.im.v1", "session_token": session_token });
        wire.say(&hello.to_string()).await;
        assert!(matches!(wire.next().await, Arrival::Frame(frame) if frame["type"] == "welcome"));
        wire
    }

    /// Says whatever it is. Whether the desk still listens is told by what comes next.
    pub async fn say(&mut self, text: &str) {
        drop(self.0.send(Message::text(text)).await);
    }

    /// The next thing that arrives; the desk writes one frame at a time.
    pub async fn next(&mut self) -> Arrival {
        match tokio::time::timeout(DEADLINE, self.0.next()).await.unwrap() {
            Some(Ok(Message::Text(text))) => Arrival::Frame(serde_json::from_str::<Value>(&text).unwrap()),
            Some(Ok(Message::Ping(_))) => Arrival::Ping,
            Some(Ok(Message::Close(frame))) => Arrival::Closed(frame.map_or(1005, |frame| frame.code.into())),
            Some(Ok(other)) => panic!("the desk never sends {other:?}"),
            Some(Err(_)) | None => Arrival::Closed(1006),
        }
    }
}

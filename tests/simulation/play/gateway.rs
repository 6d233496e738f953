//! Links without a socket: what the HTTP edge does with a relay, over one simulated connection.

use std::sync::Arc;
use std::time::Duration;

use servicedesk::clock::Clock;
use servicedesk::flows::Desk;
use servicedesk::im::frames::Frame;
use servicedesk::im::hub::Hub;
use servicedesk::im::link::{self, Gone, Inbound, LinkContext};
use servicedesk::im::relay::{Kind, Next, Relay, Relays, Room, UP_FRAMES};

use super::wire::{Down, Wire};

/// As long as a request waits for its answers.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// Bytes of one answer.
const ANSWER_BYTES: usize = 4_096;

/// Serves one connection as a stream with requests beside it, or as one request after the other.
pub async fn serve(desk: Desk, hub: Arc<Hub>, kind: Kind, mut wire: Wire) {
    let Some(Inbound::Text(hello)) = wire.hear().await else { return };
    let room = Room { frames: hub.limits.queue_frames, bytes: hub.limits.queue_bytes };
    let relay = Relay::new(&Arc::new(Relays::default()), kind, room, vec![hello.to_string()]);
    let clock = Arc::clone(&desk.clock);
    let link = link::serve(LinkContext::new(desk, hub), relay.transport());
    let edge = async {
        // Whichever end is gone, the other hears of it.
        let (Ok(()) | Err(Gone)) = carry(&relay, kind, &mut wire, clock.as_ref()).await;
        relay.leave();
    };
    futures_util::join!(link, edge);
}

async fn carry(relay: &Relay, kind: Kind, wire: &mut Wire, clock: &dyn Clock) -> Result<(), Gone> {
    let mut waiting: Vec<String> = Vec::new();
    let mut late = clock.sleep_until(clock.tick());
    let mut at_work = false;
    loop {
        if !at_work && !waiting.is_empty() {
            let rest = waiting.split_off(waiting.len().min(UP_FRAMES));
            if relay.bring(std::mem::replace(&mut waiting, rest)).is_err() {
                return Err(Gone);
            }
            late = clock.sleep_until(clock.tick().plus(ANSWER_WITHIN));
            at_work = true;
        }
        tokio::select! {
            biased;
            answers = relay.answers(), if at_work => {
                at_work = false;
                write(wire, answers).await?;
            }
            () = &mut late, if at_work => {
                at_work = false;
                write(wire, relay.done()).await?;
            }
            next = relay.next(), if kind == Kind::Stream => match next {
                Next::Frame(leaving) => wire.say(Down::Frame(leaving.frame.to_string())).await?,
                Next::Ping => wire.say(Down::Ping).await?,
                Next::End => return Ok(()),
            },
            frames = relay.take(ANSWER_BYTES), if kind == Kind::Poll => {
                let newest = frames.iter().filter_map(position).max();
                write(wire, frames).await?;
                if relay.is_over() {
                    return Ok(());
                }
                relay.confirm(newest.unwrap_or(i64::MIN));
            }
            inbound = wire.hear() => match inbound.ok_or(Gone)? {
                Inbound::Text(text) => waiting.push(text.to_string()),
                _ => relay.heard(),
            },
        }
    }
}

async fn write(wire: &mut Wire, frames: Vec<Frame>) -> Result<(), Gone> {
    for frame in frames {
        wire.say(Down::Frame(frame.to_string())).await?;
    }
    Ok(())
}

fn position(frame: &Frame) -> Option<i64> {
    serde_json::from_str::<serde_json::Value>(frame).ok()?.get("log_position")?.as_i64()
}

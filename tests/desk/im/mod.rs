//! The socket, as `docs/protocol.md` promises it.

mod behind;
mod brought_in;
mod contents;
mod crowd;
mod disk_full;
mod drain;
mod ending;
mod faults;
mod fetching;
mod framing;
mod hello;
mod lists;
mod liveness;
mod order;
mod pace;
mod presence;
mod progress;
mod resume;
mod rights;
mod sending;
mod shop_status;
mod targets;
mod typing;
mod without_socket;

//! What each request does, once, for the server and for a command that opened a free folder.
//!
//! Everything that writes is a flow, done in the name of the desk itself: whoever reaches the data folder needs no role.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustix::process::Resource;

use super::{AgentRow, Reply, Request, Secret, Status, Steps, TokenRow, WidgetRow, blocks, histories, knowledge};
use crate::domain::access::agent::Role;
use crate::domain::access::email::EmailAddress;
use crate::domain::access::password_strength::Whose;
use crate::domain::access::{credentials, seats, store as agents};
use crate::domain::search::state::Stage;
use crate::domain::shop;
use crate::domain::widgets::store as widgets;
use crate::fault::{Fault, Kind};
use crate::flows::access::add_agent;
use crate::flows::access::api_tokens;
use crate::flows::access::change_password;
use crate::flows::access::disable_agent;
use crate::flows::demo::{self as demo, Plan};
use crate::flows::search::fill;
use crate::flows::{Caller, Desk};
use crate::i18n::Locale;
use crate::ids::ApiTokenId;
use crate::storage::backup;

/// Agents listed at most, disabled ones included.
const AGENTS_MAX: usize = 10_000;

/// Does what `request` asks. `address` is where the server listens, if a server does it.
pub async fn execute(
    desk: &Desk,
    address: Option<SocketAddr>,
    request: Request,
    steps: Steps,
) -> Result<Reply, Fault> {
    match request {
        Request::AgentAdd { email, name, role, password } => {
            add(desk, &email, &name, role.as_deref(), password.into_text()).await
        }
        Request::AgentList {} => list_agents(desk).await,
        Request::AgentPasswd { email, password } => set_password(desk, &email, password.into_text()).await,
        Request::AgentDisable { email } => disable(desk, &email).await,
        Request::TokenCreate { agent, name, days } => create_token(desk, &agent, name, days).await,
        Request::TokenList {} => list_tokens(desk).await,
        Request::TokenRevoke { id } => revoke_token(desk, &id).await,
        Request::WidgetList {} => list_widgets(desk).await,
        Request::WidgetSecret { name } => widget_secret(desk, name).await,
        Request::SeatStatus {} => {
            let used = desk.db.read(|conn| Ok(agents::active_count(conn)?)).await?;
            Ok(Reply::Seats { used, allowed: seats::FREE_SEATS })
        }
        Request::BlockAdd { visitor, contact, address, reason, days } => {
            blocks::add(desk, blocks::Named { visitor, contact, address }, reason, days).await
        }
        Request::BlockList {} => blocks::list(desk).await,
        Request::BlockRemove { id } => blocks::remove(desk, &id).await,
        Request::Seed { conversations, messages } => seed(desk, conversations, messages, steps).await,
        Request::Unseed {} => unseed(desk, steps).await,
        Request::ImportHistory { file, user_ids } => histories::import(desk, file, user_ids, steps).await,
        Request::FaqRows(rows) => knowledge::rows(desk, address, rows).await,
        Request::Backup { to } => back_up(desk, to, steps).await,
        Request::SearchRebuild {} => rebuild_search(desk, steps).await,
        Request::Status {} => Ok(Reply::Status(status(desk, address))),
    }
}

async fn add(
    desk: &Desk,
    email: &str,
    name: &str,
    role: Option<&str>,
    password: String,
) -> Result<Reply, Fault> {
    let unknown = || Fault::invalid("role", "The roles are owner, admin and agent.");
    let role = match role {
        Some(name) => Role::from_name(name).ok_or_else(unknown)?,
        // The first agent from the command line becomes the owner, as in the set-up page.
        None if desk.db.read(|conn| Ok(agents::list(conn, 0, 1)?.is_empty())).await? => Role::Owner,
        None => Role::Agent,
    };
    let locale = Locale::default().tag();
    let shop = desk.db.read(|conn| Ok(shop::store::name(conn)?)).await?;
    let (new, hash) = add_agent::prepare(desk, email, name, role, locale, password, shop).await?;
    let id = desk.db.write(move |unit| add_agent::add_agent(unit, &Caller::operator(), &new, &hash)).await?;
    Ok(Reply::Made(id.to_string()))
}

async fn list_agents(desk: &Desk) -> Result<Reply, Fault> {
    let all = desk.db.read(|conn| Ok(agents::list(conn, 0, AGENTS_MAX)?)).await?;
    let rows = all.into_iter().map(|agent| AgentRow {
        id: agent.id.to_string(),
        email: agent.email,
        name: agent.name,
        role: agent.role.name().to_owned(),
        active: agent.active,
    });
    Ok(Reply::Agents(rows.collect()))
}

async fn set_password(desk: &Desk, email: &str, text: String) -> Result<Reply, Fault> {
    let email = EmailAddress::parse(email)?;
    let key = email.key();
    let (agent, shop) =
        desk.db.read(move |conn| Ok((agents::find_by_email(conn, &key)?, shop::store::name(conn)?))).await?;
    let (agent, _) = agent.ok_or_else(Fault::not_found).map_err(no_such_agent)?;
    let whose = Whose { email: agent.email, name: agent.name, shop };
    let hash = desk.hash_password(text, whose).await?;
    desk.db
        .write(move |unit| change_password::change_password(unit, &Caller::operator(), &email, &hash))
        .await
        .map_err(no_such_agent)?;
    Ok(Reply::Done)
}

async fn disable(desk: &Desk, email: &str) -> Result<Reply, Fault> {
    let email = EmailAddress::parse(email)?;
    let id = desk
        .db
        .write(move |unit| disable_agent::disable_agent(unit, &Caller::operator(), &email))
        .await
        .map_err(no_such_agent)?;
    Ok(Reply::Made(id.to_string()))
}

async fn create_token(desk: &Desk, agent: &str, name: String, days: Option<u32>) -> Result<Reply, Fault> {
    let email = EmailAddress::parse(agent)?;
    let token = credentials::make(api_tokens::PREFIX, desk.entropy.as_ref());
    let digest = credentials::digest(&token);
    desk.db
        .write(move |unit| api_tokens::create(unit, &Caller::operator(), &email, &name, days, &digest))
        .await
        .map_err(|fault| saying(fault, "No active agent has this e-mail. `agent list` shows all."))?;
    Ok(Reply::Token(Secret::new(token)))
}

async fn list_tokens(desk: &Desk) -> Result<Reply, Fault> {
    let rows = desk
        .db
        .read(|conn| {
            let rows = agents::list_tokens(conn)?.into_iter().map(|token| {
                let agent = agents::find(conn, token.agent)?.map(|agent| agent.email).unwrap_or_default();
                Ok(TokenRow {
                    id: token.id.to_string(),
                    agent,
                    name: token.name,
                    created_at: token.created_at.to_string(),
                    expires_at: token.expires_at.to_string(),
                    revoked_at: token.revoked_at.map(|at| at.to_string()),
                })
            });
            rows.collect::<Result<Vec<_>, Fault>>()
        })
        .await?;
    Ok(Reply::Tokens(rows))
}

async fn revoke_token(desk: &Desk, id: &str) -> Result<Reply, Fault> {
    const UNKNOWN: &str = "No token with this id holds. `token list` shows all.";
    let id: ApiTokenId = id.parse().map_err(|_| Fault::not_found().saying(UNKNOWN))?;
    desk.db
        .write(move |unit| api_tokens::revoke(unit, &Caller::operator(), id))
        .await
        .map_err(|fault| saying(fault, UNKNOWN))?;
    Ok(Reply::Done)
}

async fn list_widgets(desk: &Desk) -> Result<Reply, Fault> {
    let rows = desk.db.read(|conn| Ok(widgets::list(conn)?)).await?;
    Ok(Reply::Widgets(
        rows.into_iter().map(|row| WidgetRow { name: row.name, key: row.public_key }).collect(),
    ))
}

async fn widget_secret(desk: &Desk, name: String) -> Result<Reply, Fault> {
    let found = desk.db.read(move |conn| Ok(widgets::find_by_name(conn, &name)?)).await?;
    let widget = found
        .ok_or_else(|| Fault::not_found().saying("No widget has this name. `widget list` shows all."))?;
    Ok(Reply::Secret(Secret::new(widget.secret)))
}

/// Steps told of work that is counted.
const STEPS: usize = 10;

async fn seed(
    desk: &Desk,
    conversations: usize,
    messages: Option<usize>,
    steps: Steps,
) -> Result<Reply, Fault> {
    let wanted = Plan { conversations, messages, locale: None };
    let told = AtomicUsize::new(0);
    let progress = |done: usize| {
        let part = done * STEPS / conversations.max(1);
        if told.swap(part, Ordering::Relaxed) != part {
            steps(&format!("{done} of {conversations} conversations"));
        }
    };
    let counts = demo::seed(desk, Caller::operator(), wanted, &progress).await?;
    Ok(Reply::Seeded { conversations: counts.conversations, entries: counts.entries })
}

async fn unseed(desk: &Desk, steps: Steps) -> Result<Reply, Fault> {
    let told = AtomicUsize::new(0);
    let progress = |done: usize| {
        if done / 1_000 > told.load(Ordering::Relaxed) {
            told.store(done / 1_000, Ordering::Relaxed);
            steps(&format!("{done} conversations removed"));
        }
    };
    let counts = demo::remove(desk, Caller::operator(), &progress).await?;
    Ok(Reply::Seeded { conversations: counts.conversations, entries: counts.entries })
}

async fn rebuild_search(desk: &Desk, steps: Steps) -> Result<Reply, Fault> {
    let told = AtomicUsize::new(usize::MAX);
    let progress = |step: fill::Step| {
        let part = match step.stage {
            Stage::Messages => usize::try_from(step.reached * STEPS as i64 / step.head.max(1)).unwrap_or(0),
            _ => 0,
        };
        if told.swap(part, Ordering::Relaxed) != part {
            steps(&format!("{} of {} entries of the log", step.reached, step.head));
        }
    };
    fill::rebuild(desk, &progress).await?;
    Ok(Reply::Done)
}

async fn back_up(desk: &Desk, to: PathBuf, steps: Steps) -> Result<Reply, Fault> {
    if !to.is_absolute() {
        return Err(Fault::invalid("to", "Name the folder by its whole path."));
    }
    let folder = desk.db.folder().to_owned();
    let copying = tokio::task::spawn_blocking(move || {
        let file = backup::make(&folder, &to, steps.as_ref())?;
        let bytes = file.metadata()?.len();
        Ok((file, bytes))
    });
    match copying.await.map_err(Fault::internal)? {
        Ok((file, bytes)) => Ok(Reply::BackedUp { file, bytes }),
        Err(error) => Err(backup_fault(&error)),
    }
}

/// The whole chain goes to the command's user, who may read the data folder anyway.
fn backup_fault(error: &backup::BackupError) -> Fault {
    let (kind, code) = match error {
        backup::BackupError::Exists(_) => (Kind::Conflict, "backup_exists"),
        _ => (Kind::Unavailable, "backup_failed"),
    };
    let mut message = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        message = format!("{message}: {deeper}");
        cause = deeper.source();
    }
    Fault::new(kind, code, "").saying(message)
}

fn status(desk: &Desk, address: Option<SocketAddr>) -> Status {
    let counts = desk.db.counts();
    Status {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        address,
        writable: desk.db.is_writable(),
        descriptors: rustix::process::getrlimit(Resource::Nofile).current,
        now: desk.clock.now().0,
        batches: counts.batches.load(Ordering::Relaxed),
        units: counts.units.load(Ordering::Relaxed),
    }
}

fn no_such_agent(fault: Fault) -> Fault {
    saying(fault, "No agent has this e-mail. `agent list` shows all.")
}

/// Says what exactly was not found; other faults stay as they are.
fn saying(fault: Fault, message: &'static str) -> Fault {
    if fault.kind == Kind::NotFound { fault.saying(message) } else { fault }
}
